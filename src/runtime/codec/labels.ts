/** How names and texts stand in messages for people. */
import type { Name } from "./table.ts";

/** A text for an error: quoted, and cut to 80 characters. */
export function excerpt(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}

/** An expanded name for people. */
export function named(namespace: string, localName: string): string {
  return namespace === "" ? localName : `{${namespace}}${localName}`;
}

/** An expanded name from a table for people. */
export function nameText(name: Name): string {
  return named(name[0], name[1]);
}
