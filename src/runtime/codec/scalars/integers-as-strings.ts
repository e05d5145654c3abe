/**
 * Integers that a number does not hold exactly, as strings of digits: for code that passes them on, to JSON or a database. Values
 * are canonical when decoded (no plus sign, no leading zeros), so that equal ones are equal strings.
 */
import type { ReadContext, Scalar, WriteContext } from "../table.ts";
import type {
  IntegerAsString,
  LongAsString,
  NegativeIntegerAsString,
  NonNegativeIntegerAsString,
  NonPositiveIntegerAsString,
  PositiveIntegerAsString,
  UnsignedLongAsString,
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

const NO_NAMESPACES: ReadContext = { namespaceOf: () => undefined };

function readDigits(type: Scalar<bigint>, text: string): string | undefined {
  const value = type.read(text, NO_NAMESPACES);
  return value === undefined ? undefined : String(value);
}

function writeDigits(type: Scalar<bigint>, value: string, context: WriteContext): string | undefined {
  const number = typeof value === "string" ? type.read(value, NO_NAMESPACES) : undefined;
  return number === undefined ? undefined : type.write(number, context);
}

function order(left: string, right: string): number | undefined {
  const [one, other] = [integer.read(left, NO_NAMESPACES), integer.read(right, NO_NAMESPACES)];
  if (one === undefined || other === undefined) return undefined;
  return one === other ? 0 : one < other ? -1 : 1;
}

/** xs:integer as a string: an integer of any size (XSD part 2, 3.3.13). */
export const integerAsString: Scalar<IntegerAsString> = {
  kind: "scalar",
  name: "integer",
  space: "collapse",
  read: (text) => readDigits(integer, text),
  write: (value, context) => writeDigits(integer, value, context),
  order,
};

/** xs:nonPositiveInteger as a string: an integer below or equal to zero (XSD part 2, 3.3.14). */
export const nonPositiveIntegerAsString: Scalar<NonPositiveIntegerAsString> = {
  kind: "scalar",
  name: "nonPositiveInteger",
  space: "collapse",
  read: (text) => readDigits(nonPositiveInteger, text),
  write: (value, context) => writeDigits(nonPositiveInteger, value, context),
  order,
};

/** xs:negativeInteger as a string: an integer below zero (XSD part 2, 3.3.15). */
export const negativeIntegerAsString: Scalar<NegativeIntegerAsString> = {
  kind: "scalar",
  name: "negativeInteger",
  space: "collapse",
  read: (text) => readDigits(negativeInteger, text),
  write: (value, context) => writeDigits(negativeInteger, value, context),
  order,
};

/** xs:long as a string: a signed 64-bit integer (XSD part 2, 3.3.16). */
export const longAsString: Scalar<LongAsString> = {
  kind: "scalar",
  name: "long",
  space: "collapse",
  read: (text) => readDigits(long, text),
  write: (value, context) => writeDigits(long, value, context),
  order,
};

/** xs:nonNegativeInteger as a string: an integer above or equal to zero (XSD part 2, 3.3.20). */
export const nonNegativeIntegerAsString: Scalar<NonNegativeIntegerAsString> = {
  kind: "scalar",
  name: "nonNegativeInteger",
  space: "collapse",
  read: (text) => readDigits(nonNegativeInteger, text),
  write: (value, context) => writeDigits(nonNegativeInteger, value, context),
  order,
};

/** xs:unsignedLong as a string: an unsigned 64-bit integer (XSD part 2, 3.3.21). */
export const unsignedLongAsString: Scalar<UnsignedLongAsString> = {
  kind: "scalar",
  name: "unsignedLong",
  space: "collapse",
  read: (text) => readDigits(unsignedLong, text),
  write: (value, context) => writeDigits(unsignedLong, value, context),
  order,
};

/** xs:positiveInteger as a string: an integer above zero (XSD part 2, 3.3.25). */
export const positiveIntegerAsString: Scalar<PositiveIntegerAsString> = {
  kind: "scalar",
  name: "positiveInteger",
  space: "collapse",
  read: (text) => readDigits(positiveInteger, text),
  write: (value, context) => writeDigits(positiveInteger, value, context),
  order,
};
