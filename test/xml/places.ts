/** Reads token by token, and asks for the path and the place of each start tag: they are worked out here in another, slower way. */
import { closeReader, END, EOF, openReader, START } from "../../src/runtime/xml/reader.ts";

/** Longer documents would take long: each place is counted from the beginning. */
const longest = 4000;

/** Throws where a path or a place is not what it should be. Where the document is not well-formed, what comes before the error counts. */
export function checkPlaces(document: string | Uint8Array): void {
  const bytes = typeof document === "string" ? new TextEncoder().encode(document) : document;
  if (bytes.length > longest) return;
  const reader = openReader(document);
  const open: { readonly label: string; readonly names: Map<string, number> }[] = [{ label: "", names: new Map() }];
  let round = 0;
  try {
    for (;;) {
      const token = reader.next();
      if (token === EOF) return;
      if (token === END) open.pop();
      else if (token === START) {
        const name = reader.prefix === "" ? reader.localName : `${reader.prefix}:${reader.localName}`;
        const siblings = open.at(-1)?.names;
        const position = (siblings?.get(name) ?? 0) + 1;
        siblings?.set(name, position);
        const label = `${open.at(-1)?.label ?? ""}/${reader.localName}${position > 1 ? `[${position}]` : ""}`;
        open.push({ label, names: new Map() });
        // Not each one: what is worked out goes on from the last question.
        if (round++ % 3 === 1) continue;
        same("path", reader.path(), label);
        same("place", reader.position(), placeOf(bytes, reader.offset));
      }
    }
  } finally {
    closeReader(reader);
  }
}

/** A byte order mark is no character of the first line. */
function placeOf(bytes: Uint8Array, offset: number): { readonly line: number; readonly column: number } {
  const before = new TextDecoder().decode(bytes.subarray(0, offset));
  const lines = before.split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function same(what: string, found: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  if (one !== other) throw new Error(`the ${what} is ${one}, and should be ${other}`);
}
