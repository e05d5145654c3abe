import { isCharacter } from "./characters.ts";

/** Line ends as XML wants them (2.11). */
export function normalised(raw: string): string {
  return raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
}

/** Line ends of XML 1.1 (2.11 there). */
export function normalisedLater(raw: string): string {
  return raw.replace(/\r[\n\u0085]?|[\u0085\u2028]/g, "\n");
}

/** What a reference stands for (4.1, 4.6): a character or one of the five predefined entities; undefined for anything else. */
export function referenced(name: string, later: boolean): string | undefined {
  switch (name) {
    case "amp":
      return "&";
    case "lt":
      return "<";
    case "gt":
      return ">";
    case "apos":
      return "'";
    case "quot":
      return '"';
  }
  const code = codeOf(name);
  if (code === undefined) return undefined;
  // XML 1.1 has control characters, as references (2.2 there).
  return isCharacter(code) || (later && code > 0 && code < 0x20) ? String.fromCodePoint(code) : undefined;
}

/** What a character reference says (production 66); undefined where it is none, or is beyond Unicode. */
function codeOf(name: string): number | undefined {
  if (name.charCodeAt(0) !== 0x23) return undefined;
  const hexadecimal = name.charCodeAt(1) === 0x78;
  const radix = hexadecimal ? 16 : 10;
  const from = hexadecimal ? 2 : 1;
  if (name.length === from) return undefined;
  let code = 0;
  for (let i = from; i < name.length; i++) {
    const digit = digitOf(name.charCodeAt(i));
    if (digit >= radix || code > 0x10ffff) return undefined;
    code = code * radix + digit;
  }
  return code;
}

function digitOf(character: number): number {
  if (character >= 0x30 && character <= 0x39) return character - 0x30;
  const letter = character | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : 16;
}
