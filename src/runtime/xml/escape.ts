/** Text and attribute values as they stand in a document (XML 1.0, 2.2 and 2.4). */
import { forbidden } from "./characters.ts";

/** Who is told of a character that no document can hold. */
export interface Refusal {
  refuse(message: string): never;
}

/** Where nothing matches, a text stands in a document as it is: neither markup, nor what XML forbids or changes. */
const special = /[^\t\n\x20-\x25\x27-\x3b=\x3f-\ud7ff\ue000-\ufffd]/;
const specialInAttribute = /[^\x20\x21\x23-\x25\x27-\x3b=\x3f-\ud7ff\ue000-\ufffd]/;

/** One for each ASCII character that `special` finds, two more for those that only attribute values may not have. */
const marks = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  marks[code] = special.test(character) ? 1 : specialInAttribute.test(character) ? 2 : 0;
}

/** Up to here a loop is faster than starting a regular expression. */
const short = 24;

/** Character data. */
export function escapedText(value: string, refusal: Refusal): string {
  if (value.length > short) return special.test(value) ? escaped(value, /[&<>\r]/g, refusal) : value;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code > 127 ? special.test(value) : marks[code] === 1) return escaped(value, /[&<>\r]/g, refusal);
  }
  return value;
}

/** The value of an attribute, to be put between quotation marks. */
export function escapedAttribute(value: string, refusal: Refusal): string {
  return specialInAttribute.test(value) ? escaped(value, /[&<>"\r\n\t]/g, refusal) : value;
}

function escaped(value: string, specials: RegExp, refusal: Refusal): string {
  const bad = forbidden.exec(value);
  if (bad !== null) {
    const code = (value.codePointAt(bad.index) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    refusal.refuse(`U+${code} cannot be written in XML`);
  }
  return value.replace(specials, reference);
}

function reference(character: string): string {
  switch (character) {
    case "&":
      return "&amp;";
    case "<":
      return "&lt;";
    case ">":
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return `&#${character.charCodeAt(0)};`;
  }
}
