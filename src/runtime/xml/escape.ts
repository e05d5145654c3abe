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

const names: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Up to here a loop is faster than starting a regular expression. */
const short = 24;

/** Character data. */
export function escapedText(value: string, refusal: Refusal): string {
  if (value.length > short) return special.test(value) ? escaped(value, false, refusal) : value;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code > 127 ? special.test(value) : marks[code] === 1) return escaped(value, false, refusal);
  }
  return value;
}

/** The value of an attribute, to be put between quotation marks. */
export function escapedAttribute(value: string, refusal: Refusal): string {
  return specialInAttribute.test(value) ? escaped(value, true, refusal) : value;
}

/** What stands for the ASCII characters that cannot stand for themselves. */
const references: readonly (string | undefined)[] = Array.from(marks, (_, code) => {
  const character = String.fromCharCode(code);
  return names[character] ?? ("\r\n\t".includes(character) ? `&#${code};` : undefined);
});

function escaped(value: string, inAttribute: boolean, refusal: Refusal): string {
  let text = "";
  let from = 0;
  let suspicious = false;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code > 127) {
      if (code >= 0xd800 && (code < 0xe000 || code > 0xfffd)) suspicious = true;
      continue;
    }
    const mark = marks[code];
    if (mark === 0 || (mark === 2 && !inAttribute)) continue;
    const reference = references[code];
    if (reference === undefined) {
      suspicious = true;
      continue;
    }
    text += value.slice(from, i) + reference;
    from = i + 1;
  }
  if (suspicious) refuseForbidden(value, refusal);
  return from === 0 ? value : text + value.slice(from);
}

function refuseForbidden(value: string, refusal: Refusal): void {
  const bad = forbidden.exec(value);
  if (bad === null) return;
  const code = (value.codePointAt(bad.index) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  refusal.refuse(`U+${code} cannot be written in XML`);
}
