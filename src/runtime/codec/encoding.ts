import { XmlError } from "../errors.ts";
import type { XmlElement } from "./values.ts";
import type { WriteContext } from "./table.ts";

/** Where encoding writes to: an XmlWriter, or nothing at all when a value is only checked. */
export interface Sink extends WriteContext {
  start(namespace: string, localName: string): void;
  attribute(namespace: string, localName: string, value: string): void;
  text(value: string): void;
  end(): void;
}

/** Deeper than any message that is read by default: a value that refers to itself must not run for ever. */
const MAX_DEPTH = 256;

/** One run of an encoder: where it writes to, and which part of the value it is at. */
export class Encoding {
  readonly sink: Sink;
  /** Writes an element kept as it stood. */
  readonly writeNode: (element: XmlElement) => void;
  /** Keys and indices from the root of the value to the part that is being written. */
  readonly path: (string | number)[] = [];
  /** Name of the root element, "" where a value is checked on its own. */
  readonly root: string;

  constructor(sink: Sink, writeNode: (element: XmlElement) => void, root: string) {
    this.sink = sink;
    this.writeNode = writeNode;
    this.root = root;
  }

  /** Goes down to a member of the value. */
  enter(key: string | number): void {
    this.path.push(key);
    if (this.path.length > MAX_DEPTH) this.fail("The value is nested too deep", `at most ${MAX_DEPTH} levels`, "more");
  }

  leave(): void {
    this.path.pop();
  }

  fail(message: string, expected: string, received: string): never {
    throw new XmlError("xml.encode", message, { path: pathText(this.root, this.path), expected, received });
  }
}

/** `/Root/items[2]/name`: keys from the root, positions counted from 1 as in element paths. */
export function pathText(root: string, path: readonly (string | number)[]): string {
  let text = root === "" ? "" : `/${root}`;
  for (const part of path) text += typeof part === "number" ? `[${part + 1}]` : `/${part}`;
  return text === "" ? "/" : text;
}

/** What a value is, for an error: never more than 80 characters of it. */
export function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (typeof value === "string") return JSON.stringify(value.length > 80 ? `${value.slice(0, 79)}…` : value);
  if (typeof value === "bigint") return `${shorten(String(value))}n`;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "an invalid Date" : value.toISOString();
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
