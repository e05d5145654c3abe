/** Classes of bytes: what a scan over UTF-8 stops at. Bytes from 0x80 on are looked at only where they stand for something. */
import { continuesName, startsName } from "./characters.ts";

/** Of character data. */
export const PLAIN = 0;
export const LESS = 1;
export const GREATER = 2;
export const AMPERSAND = 3;
export const RETURN = 4;
/** The first byte of a character beyond ASCII. */
export const WIDE = 5;
/** A control character. */
export const FORBIDDEN = 6;
/** A quote, in the value of an attribute. */
export const QUOTE = 7;
/** A tab or a line feed, in the value of an attribute. */
export const BREAK = 8;

/** Classes of bytes in character data (production 14). */
export const textClass: Uint8Array = new Uint8Array(256);
/** Classes of bytes in the value of an attribute (production 10). */
export const valueClass: Uint8Array = new Uint8Array(256);
/** Classes of bytes in names (productions 4 and 4a): 2 starts one, 1 goes on with it, 0 ends it. */
export const nameClass: Uint8Array = new Uint8Array(256);

for (let byte = 0; byte < 256; byte++) {
  textClass[byte] = byte >= 0x80 ? WIDE : byte < 0x20 ? FORBIDDEN : PLAIN;
  if (byte < 0x80) nameClass[byte] = startsName(byte) ? 2 : continuesName(byte) ? 1 : 0;
}
textClass[0x09] = textClass[0x0a] = PLAIN;
textClass[0x0d] = RETURN;
textClass[0x26] = AMPERSAND;
textClass[0x3c] = LESS;
textClass[0x3e] = GREATER;
valueClass.set(textClass);
valueClass[0x22] = valueClass[0x27] = QUOTE;
valueClass[0x09] = valueClass[0x0a] = BREAK;

/** Bytes of a character beyond ASCII, by its first one. */
export function widthOf(first: number): number {
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/** Bytes that a character beyond ASCII has more than it has units of a string. */
export function surplusOf(first: number): number {
  return first < 0xe0 ? 1 : 2;
}
