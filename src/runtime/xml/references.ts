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
  const match = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name);
  if (match === null) return undefined;
  const code = match[1] === undefined ? Number.parseInt(match[2] ?? "", 10) : Number.parseInt(match[1], 16);
  // XML 1.1 has control characters, as references (2.2 there).
  return isCharacter(code) || (later && code > 0 && code < 0x20) ? String.fromCodePoint(code) : undefined;
}
