import type { Scalar } from "../table.ts";
import type { Byte, Int, Short, UnsignedByte, UnsignedInt, UnsignedShort } from "../values.ts";
import { scanDigits } from "./digits.ts";

/** Reads an optional sign and digits. A value that a double cannot hold exactly lies outside every range used here. */
function readInteger(text: string, min: number, max: number): number | undefined {
  const first = text.charCodeAt(0);
  let at = first === 45 || first === 43 ? 1 : 0;
  if (at === text.length) return undefined;
  let value = 0;
  for (; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  if (first === 45 && value !== 0) value = -value;
  return value >= min && value <= max ? value : undefined;
}

/** The same from bytes, nine digits at most. */
function scanInteger(bytes: Uint8Array, start: number, end: number, min: number, max: number): number | undefined {
  const value = scanDigits(bytes, start, end, 9);
  return value !== undefined && value >= min && value <= max ? value : undefined;
}

function writeInteger(value: number, min: number, max: number): string | undefined {
  return Number.isInteger(value) && value >= min && value <= max ? String(value) : undefined;
}

function order(left: number, right: number): number {
  return left - right;
}

/** xs:int: a signed 32-bit integer (XSD part 2, 3.3.17). */
export const int: Scalar<Int> = {
  kind: "scalar",
  name: "int",
  space: "collapse",
  read: (text) => readInteger(text, -2_147_483_648, 2_147_483_647),
  scan: (bytes, start, end) => scanInteger(bytes, start, end, -2_147_483_648, 2_147_483_647),
  write: (value) => writeInteger(value, -2_147_483_648, 2_147_483_647),
  order,
};

/** xs:short: a signed 16-bit integer (XSD part 2, 3.3.18). */
export const short: Scalar<Short> = {
  kind: "scalar",
  name: "short",
  space: "collapse",
  read: (text) => readInteger(text, -32_768, 32_767),
  scan: (bytes, start, end) => scanInteger(bytes, start, end, -32_768, 32_767),
  write: (value) => writeInteger(value, -32_768, 32_767),
  order,
};

/** xs:byte: a signed 8-bit integer (XSD part 2, 3.3.19). */
export const byte: Scalar<Byte> = {
  kind: "scalar",
  name: "byte",
  space: "collapse",
  read: (text) => readInteger(text, -128, 127),
  scan: (bytes, start, end) => scanInteger(bytes, start, end, -128, 127),
  write: (value) => writeInteger(value, -128, 127),
  order,
};

/** xs:unsignedInt: an unsigned 32-bit integer (XSD part 2, 3.3.22). */
export const unsignedInt: Scalar<UnsignedInt> = {
  kind: "scalar",
  name: "unsignedInt",
  space: "collapse",
  read: (text) => readInteger(text, 0, 4_294_967_295),
  scan: (bytes, start, end) => scanInteger(bytes, start, end, 0, 4_294_967_295),
  write: (value) => writeInteger(value, 0, 4_294_967_295),
  order,
};

/** xs:unsignedShort: an unsigned 16-bit integer (XSD part 2, 3.3.23). */
export const unsignedShort: Scalar<UnsignedShort> = {
  kind: "scalar",
  name: "unsignedShort",
  space: "collapse",
  read: (text) => readInteger(text, 0, 65_535),
  scan: (bytes, start, end) => scanInteger(bytes, start, end, 0, 65_535),
  write: (value) => writeInteger(value, 0, 65_535),
  order,
};

/** xs:unsignedByte: an unsigned 8-bit integer (XSD part 2, 3.3.24). */
export const unsignedByte: Scalar<UnsignedByte> = {
  kind: "scalar",
  name: "unsignedByte",
  space: "collapse",
  read: (text) => readInteger(text, 0, 255),
  scan: (bytes, start, end) => scanInteger(bytes, start, end, 0, 255),
  write: (value) => writeInteger(value, 0, 255),
  order,
};
