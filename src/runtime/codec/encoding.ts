import { XmlError } from "../errors.ts";

/** Deeper than any message that is read by default: a value that refers to itself must not run for ever. */
const MAX_DEPTH = 256;

/** What is wrong with a value, while it is carried up to where the whole of the path is known. */
export class Failure extends Error {
  readonly expected: string | undefined;
  readonly received: string | undefined;
  /** Keys and indices from the root of the value to the part that is wrong. */
  readonly path: (string | number)[] = [];

  constructor(message: string, expected?: string, received?: string) {
    super(message);
    this.expected = expected;
    this.received = received;
  }

  /** The error that callers see; `root` is the name of the root element, "" where a value is checked on its own. */
  errorIn(root: string): XmlError {
    const { message, expected, received } = this;
    return new XmlError("xml.encode", message, {
      path: pathText(root, this.path),
      ...(expected === undefined ? {} : { expected }),
      ...(received === undefined ? {} : { received }),
    });
  }
}

/** Refuses a part of a value; those that it stands in say where (`located`). */
export function fail(message: string, expected: string, received: string): never {
  throw new Failure(message, expected, received);
}

/** What was thrown for a member of a value, to be thrown again by who knows the member's key or index. */
export function located(thrown: unknown, key: string | number): unknown {
  if (thrown instanceof Failure) thrown.path.unshift(key);
  return thrown;
}

/** Goes a level down, into an element that has elements. */
export function deeper(writer: { depth: number }): void {
  if (++writer.depth > MAX_DEPTH) fail("The value is nested too deep", `at most ${MAX_DEPTH} levels`, "more");
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
