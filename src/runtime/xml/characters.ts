/** Character classes of XML 1.0, fifth edition. */

/** White space (production 3). */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

const asciiName = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const letter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f || code === 0x3a;
  const later = letter || (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e;
  asciiName[code] = letter ? 3 : later ? 2 : 0;
}

/** Whether a code point may start a name (production 4). */
export function startsName(code: number): boolean {
  if (code < 128) return asciiName[code] === 3;
  return (
    (code >= 0xc0 && code <= 0x2ff && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0x370 && code <= 0x1fff && code !== 0x37e) ||
    code === 0x200c ||
    code === 0x200d ||
    (code >= 0x2070 && code <= 0x218f) ||
    (code >= 0x2c00 && code <= 0x2fef) ||
    (code >= 0x3001 && code <= 0xd7ff) ||
    (code >= 0xf900 && code <= 0xfdcf) ||
    (code >= 0xfdf0 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0xeffff)
  );
}

/** Whether a code point may stand in a name (production 4a). */
export function continuesName(code: number): boolean {
  if (code < 128) return (asciiName[code] ?? 0) >= 2;
  return startsName(code) || code === 0xb7 || (code >= 0x300 && code <= 0x36f) || code === 0x203f || code === 0x2040;
}

/** Whether a code point is a character of XML at all (production 2). */
export function isCharacter(code: number): boolean {
  return (
    (code >= 0x20 && code <= 0xd7ff) ||
    code === 0x0a ||
    code === 0x0d ||
    code === 0x09 ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}

/** What a digit of a character reference (production 66) counts; 16 where it is none. */
export function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : 16;
}

/** The first thing in a text that is no character of XML: a control, a lone surrogate, U+FFFE or U+FFFF. */
export const forbidden: RegExp =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
