/**
 * Integers of 64 bits and more as numbers, for services that are known to send small ones: a value beyond 2^53 - 1 is refused in both
 * directions, never rounded.
 */
import type { ReadContext, Scalar, WriteContext } from "../table.ts";
import type {
  IntegerAsNumber,
  LongAsNumber,
  NegativeIntegerAsNumber,
  NonNegativeIntegerAsNumber,
  NonPositiveIntegerAsNumber,
  PositiveIntegerAsNumber,
  UnsignedLongAsNumber,
} from "../values.ts";
import {
  integer,
  long,
  negativeInteger,
  nonNegativeInteger,
  nonPositiveInteger,
  positiveInteger,
  unsignedLong,
} from "./big-integers.ts";
import { scanDigits } from "./digits.ts";

const NO_NAMESPACES: ReadContext = { namespaceOf: () => undefined };

function readSafe(type: Scalar<bigint>, text: string): number | undefined {
  const value = type.read(text, NO_NAMESPACES);
  const number = Number(value);
  return value !== undefined && Number.isSafeInteger(number) ? number : undefined;
}

/** The same from bytes: fifteen digits are safe. */
function scanSafe(bytes: Uint8Array, start: number, end: number): number | undefined {
  return scanDigits(bytes, start, end, 15);
}

function writeSafe(type: Scalar<bigint>, value: number, context: WriteContext): string | undefined {
  return Number.isSafeInteger(value) ? type.write(BigInt(value), context) : undefined;
}

function order(left: number, right: number): number {
  return left - right;
}

/** xs:integer as a safe number: an integer of any size (XSD part 2, 3.3.13). */
export const integerAsNumber: Scalar<IntegerAsNumber> = {
  kind: "scalar",
  name: "integer",
  label: "xs:integer within ±(2^53 - 1)",
  space: "collapse",
  read: (text) => readSafe(integer, text),
  scan: scanSafe,
  write: (value, context) => writeSafe(integer, value, context),
  order,
};

/** xs:nonPositiveInteger as a safe number: an integer below or equal to zero (XSD part 2, 3.3.14). */
export const nonPositiveIntegerAsNumber: Scalar<NonPositiveIntegerAsNumber> = {
  kind: "scalar",
  name: "nonPositiveInteger",
  label: "xs:nonPositiveInteger within ±(2^53 - 1)",
  space: "collapse",
  read: (text) => readSafe(nonPositiveInteger, text),
  write: (value, context) => writeSafe(nonPositiveInteger, value, context),
  order,
};

/** xs:negativeInteger as a safe number: an integer below zero (XSD part 2, 3.3.15). */
export const negativeIntegerAsNumber: Scalar<NegativeIntegerAsNumber> = {
  kind: "scalar",
  name: "negativeInteger",
  label: "xs:negativeInteger within ±(2^53 - 1)",
  space: "collapse",
  read: (text) => readSafe(negativeInteger, text),
  write: (value, context) => writeSafe(negativeInteger, value, context),
  order,
};

/** xs:long as a safe number: a signed 64-bit integer (XSD part 2, 3.3.16). */
export const longAsNumber: Scalar<LongAsNumber> = {
  kind: "scalar",
  name: "long",
  label: "xs:long within ±(2^53 - 1)",
  space: "collapse",
  read: (text) => readSafe(long, text),
  scan: scanSafe,
  write: (value, context) => writeSafe(long, value, context),
  order,
};

/** xs:nonNegativeInteger as a safe number: an integer above or equal to zero (XSD part 2, 3.3.20). */
export const nonNegativeIntegerAsNumber: Scalar<NonNegativeIntegerAsNumber> = {
  kind: "scalar",
  name: "nonNegativeInteger",
  label: "xs:nonNegativeInteger within ±(2^53 - 1)",
  space: "collapse",
  read: (text) => readSafe(nonNegativeInteger, text),
  scan: scanSafe,
  write: (value, context) => writeSafe(nonNegativeInteger, value, context),
  order,
};

/** xs:unsignedLong as a safe number: an unsigned 64-bit integer (XSD part 2, 3.3.21). */
export const unsignedLongAsNumber: Scalar<UnsignedLongAsNumber> = {
  kind: "scalar",
  name: "unsignedLong",
  label: "xs:unsignedLong within ±(2^53 - 1)",
  space: "collapse",
  read: (text) => readSafe(unsignedLong, text),
  scan: scanSafe,
  write: (value, context) => writeSafe(unsignedLong, value, context),
  order,
};

/** xs:positiveInteger as a safe number: an integer above zero (XSD part 2, 3.3.25). */
export const positiveIntegerAsNumber: Scalar<PositiveIntegerAsNumber> = {
  kind: "scalar",
  name: "positiveInteger",
  label: "xs:positiveInteger within ±(2^53 - 1)",
  space: "collapse",
  read: (text) => readSafe(positiveInteger, text),
  write: (value, context) => writeSafe(positiveInteger, value, context),
  order,
};
