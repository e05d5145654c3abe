import { isSpace } from "../../xml/characters.ts";

/** Base64 (RFC 4648, 4) without Node's Buffer: the same in browsers and at the edge. */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const PAD = 61;

/** Sextet of a character, 64 for none; made on first use, so that the module has no effect when it is not used. */
let sextets: Uint8Array | undefined;

function sextetTable(): Uint8Array {
  const table = new Uint8Array(128).fill(64);
  for (let i = 0; i < 64; i++) table[ALPHABET.charCodeAt(i)] = i;
  return table;
}

/**
 * Bytes of a base64 text, or undefined where it is none: white space is allowed anywhere, padding is required, and the
 * bits that the last character has too many are zero (XSD part 2, 3.2.16).
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  sextets ??= sextetTable();
  const out = new Uint8Array(Math.ceil(text.length / 4) * 3);
  let length = 0;
  let buffer = 0;
  let count = 0;
  let at = 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const sextet = code < 128 ? (sextets[code] ?? 64) : 64;
    if (sextet === 64) {
      if (isSpace(code)) continue;
      break;
    }
    buffer = (buffer << 6) | sextet;
    if (++count === 4) {
      out[length++] = buffer >> 16;
      out[length++] = buffer >> 8;
      out[length++] = buffer;
      buffer = 0;
      count = 0;
    }
  }
  if (count === 1 || !onlyPadding(text, at, count === 0 ? 0 : 4 - count)) return undefined;
  if (count === 2) {
    if ((buffer & 15) !== 0) return undefined;
    out[length++] = buffer >> 4;
  } else if (count === 3) {
    if ((buffer & 3) !== 0) return undefined;
    out[length++] = buffer >> 10;
    out[length++] = buffer >> 2;
  }
  return length === out.length ? out : out.slice(0, length);
}

function onlyPadding(text: string, from: number, wanted: number): boolean {
  let found = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === PAD) found++;
    else if (!isSpace(code)) return false;
  }
  return found === wanted;
}

/** Base64 text of bytes, padded and without white space. */
export function encodeBase64(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let at = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    codes[at++] = ALPHABET.charCodeAt(group >> 18);
    codes[at++] = ALPHABET.charCodeAt((group >> 12) & 63);
    codes[at++] = i + 1 < bytes.length ? ALPHABET.charCodeAt((group >> 6) & 63) : PAD;
    codes[at++] = i + 2 < bytes.length ? ALPHABET.charCodeAt(group & 63) : PAD;
  }
  return new TextDecoder().decode(codes);
}
