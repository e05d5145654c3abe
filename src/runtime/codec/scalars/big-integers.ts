import type { Scalar } from "../table.ts";
import type {
  Integer,
  Long,
  NegativeInteger,
  NonNegativeInteger,
  NonPositiveInteger,
  PositiveInteger,
  UnsignedLong,
} from "../values.ts";
import { scanDigits } from "./digits.ts";

const INTEGER = /^[+-]?[0-9]+$/;

function readBigInteger(text: string, min: bigint | undefined, max: bigint | undefined): bigint | undefined {
  const small = text.length < 16 ? readDigits(text) : undefined;
  if (small === undefined && !INTEGER.test(text)) return undefined;
  const value = BigInt(small ?? (text.charCodeAt(0) === 43 ? text.slice(1) : text));
  return within(value, min, max) ? value : undefined;
}

/** Fifteen digits fit a double: no pattern and no conversion from text is needed for them. */
function readDigits(text: string): number | undefined {
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return text === "" ? undefined : value;
}

/** The same from bytes, fifteen digits at most; `least` and `most` are the bounds of the type, as far as they matter for so few. */
function scanBigInteger(
  bytes: Uint8Array,
  start: number,
  end: number,
  least: number,
  most: number,
): bigint | undefined {
  const digits = scanDigits(bytes, start, end, 15);
  return digits === undefined || digits < least || digits > most ? undefined : BigInt(digits);
}

function writeBigInteger(value: bigint, min: bigint | undefined, max: bigint | undefined): string | undefined {
  return typeof value === "bigint" && within(value, min, max) ? textOf(value) : undefined;
}

/** The same for a type that has all integers of 53 bits. */
function writeWide(value: bigint, min: bigint | undefined, max: bigint | undefined): string | undefined {
  if (typeof value !== "bigint") return undefined;
  return BigInt.asIntN(53, value) === value ? String(Number(value)) : writeBigInteger(value, min, max);
}

/** Numbers become strings several times as fast. */
function textOf(value: bigint): string {
  return BigInt.asIntN(53, value) === value ? String(Number(value)) : String(value);
}

function within(value: bigint, min: bigint | undefined, max: bigint | undefined): boolean {
  return (min === undefined || value >= min) && (max === undefined || value <= max);
}

function order(left: bigint, right: bigint): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** xs:integer: an integer of any size (XSD part 2, 3.3.13). */
export const integer: Scalar<Integer> = {
  kind: "scalar",
  name: "integer",
  space: "collapse",
  read: (text) => readBigInteger(text, undefined, undefined),
  scan: (bytes, start, end) => scanBigInteger(bytes, start, end, 0, Number.POSITIVE_INFINITY),
  write: (value) => writeWide(value, undefined, undefined),
  order,
};

/** xs:nonPositiveInteger: an integer below or equal to zero (XSD part 2, 3.3.14). */
export const nonPositiveInteger: Scalar<NonPositiveInteger> = {
  kind: "scalar",
  name: "nonPositiveInteger",
  space: "collapse",
  read: (text) => readBigInteger(text, undefined, 0n),
  scan: (bytes, start, end) => scanBigInteger(bytes, start, end, 0, 0),
  write: (value) => writeBigInteger(value, undefined, 0n),
  order,
};

/** xs:negativeInteger: an integer below zero (XSD part 2, 3.3.15). */
export const negativeInteger: Scalar<NegativeInteger> = {
  kind: "scalar",
  name: "negativeInteger",
  space: "collapse",
  read: (text) => readBigInteger(text, undefined, -1n),
  scan: (bytes, start, end) => scanBigInteger(bytes, start, end, 0, -1),
  write: (value) => writeBigInteger(value, undefined, -1n),
  order,
};

/** xs:long: a signed 64-bit integer (XSD part 2, 3.3.16). */
export const long: Scalar<Long> = {
  kind: "scalar",
  name: "long",
  space: "collapse",
  read: (text) => readBigInteger(text, -0x8000_0000_0000_0000n, 0x7fff_ffff_ffff_ffffn),
  scan: (bytes, start, end) => scanBigInteger(bytes, start, end, 0, Number.POSITIVE_INFINITY),
  write: (value) => writeWide(value, -0x8000_0000_0000_0000n, 0x7fff_ffff_ffff_ffffn),
  order,
};

/** xs:nonNegativeInteger: an integer above or equal to zero (XSD part 2, 3.3.20). */
export const nonNegativeInteger: Scalar<NonNegativeInteger> = {
  kind: "scalar",
  name: "nonNegativeInteger",
  space: "collapse",
  read: (text) => readBigInteger(text, 0n, undefined),
  scan: (bytes, start, end) => scanBigInteger(bytes, start, end, 0, Number.POSITIVE_INFINITY),
  write: (value) => writeBigInteger(value, 0n, undefined),
  order,
};

/** xs:unsignedLong: an unsigned 64-bit integer (XSD part 2, 3.3.21). */
export const unsignedLong: Scalar<UnsignedLong> = {
  kind: "scalar",
  name: "unsignedLong",
  space: "collapse",
  read: (text) => readBigInteger(text, 0n, 0xffff_ffff_ffff_ffffn),
  scan: (bytes, start, end) => scanBigInteger(bytes, start, end, 0, Number.POSITIVE_INFINITY),
  write: (value) => writeBigInteger(value, 0n, 0xffff_ffff_ffff_ffffn),
  order,
};

/** xs:positiveInteger: an integer above zero (XSD part 2, 3.3.25). */
export const positiveInteger: Scalar<PositiveInteger> = {
  kind: "scalar",
  name: "positiveInteger",
  space: "collapse",
  read: (text) => readBigInteger(text, 1n, undefined),
  scan: (bytes, start, end) => scanBigInteger(bytes, start, end, 1, Number.POSITIVE_INFINITY),
  write: (value) => writeBigInteger(value, 1n, undefined),
  order,
};
