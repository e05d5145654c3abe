import type { Scalar } from "../table.ts";
import type { Base64Binary, HexBinary } from "../values.ts";
import { decodeBase64, encodeBase64 } from "./base64.ts";

const HEX = "0123456789ABCDEF";

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

function readHex(text: string): Uint8Array | undefined {
  if (text.length % 2 !== 0) return undefined;
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    const high = hexDigit(text.charCodeAt(2 * i));
    const low = hexDigit(text.charCodeAt(2 * i + 1));
    if (high < 0 || low < 0) return undefined;
    bytes[i] = high * 16 + low;
  }
  return bytes;
}

function writeHex(value: Uint8Array): string | undefined {
  if (!(value instanceof Uint8Array)) return undefined;
  let text = "";
  for (const byte of value) text += HEX.charAt(byte >> 4) + HEX.charAt(byte & 15);
  return text;
}

function equal(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, i) => byte === right[i]);
}

function size(value: Uint8Array): number {
  return value.length;
}

/** xs:base64Binary (XSD part 2, 3.2.16). */
export const base64Binary: Scalar<Base64Binary> = {
  kind: "scalar",
  name: "base64Binary",
  space: "collapse",
  read: decodeBase64,
  write: (value) => (value instanceof Uint8Array ? encodeBase64(value) : undefined),
  equal,
  size,
};

/** xs:hexBinary (XSD part 2, 3.2.15). */
export const hexBinary: Scalar<HexBinary> = {
  kind: "scalar",
  name: "hexBinary",
  space: "collapse",
  read: readHex,
  write: writeHex,
  equal,
  size,
};
