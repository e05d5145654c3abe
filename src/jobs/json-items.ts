/** Arrays in JSON as streams: item by item, in memory that does not grow with their number. */
import { JobError } from "../runtime/errors.ts";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSE: ReadonlySet<number> = new Set([0x5d, 0x7d]);
const SPACE: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** Bytes that one item may have. */
const LARGEST = 64 * 1024 * 1024;

/**
 * The items of an array, each as it is written. Whether an item is JSON, its reader finds out.
 *
 * @param name what the document is, for errors
 * @throws JobError `job.results` where the document is no array, or ends too early
 */
export async function* jsonItems(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  const scan = new ArrayScan(name);
  for await (const chunk of chunks) yield* scan.items(chunk);
  scan.end();
}

/** Follows nesting and strings; what is inside an item is not looked at. */
class ArrayScan {
  readonly #name: string;
  #depth = 0;
  #quoted = false;
  #escaped = false;
  #ended = false;
  #begun = false;
  #comma = false;
  #pending: Uint8Array[] = [];
  #size = 0;

  constructor(name: string) {
    this.#name = name;
  }

  *items(chunk: Uint8Array): Generator<Uint8Array, void, undefined> {
    // Items begin where the first byte of theirs stands; an item of earlier chunks goes on at 0.
    let start = this.#begun ? 0 : -1;
    for (let index = 0; index < chunk.length; index++) {
      const byte = chunk[index] ?? 0;
      if (this.#quoted) {
        this.#inString(byte);
        continue;
      }
      if (SPACE.has(byte)) continue;
      if (this.#depth === 0) {
        this.#outside(chunk, index);
        continue;
      }
      const ends = this.#depth === 1 && (byte === COMMA || CLOSE.has(byte));
      if (ends) {
        yield* this.#item(chunk.subarray(Math.max(start, 0), start < 0 ? 0 : index), byte);
        start = -1;
        continue;
      }
      if (start < 0) {
        start = index;
        this.#begun = true;
      }
      if (byte === QUOTE) this.#quoted = true;
      else if (OPEN.has(byte)) this.#depth += 1;
      else if (CLOSE.has(byte)) this.#depth -= 1;
    }
    if (start >= 0) this.#keep(chunk.slice(start));
  }

  end(): void {
    if (!this.#ended) throw this.#damaged("it ends before the array does");
  }

  #inString(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#quoted = false;
  }

  #outside(chunk: Uint8Array, index: number): void {
    const byte = chunk[index];
    const mark = byte === 0xef || byte === 0xbb || byte === 0xbf;
    if (mark && !this.#ended) return;
    if (byte !== 0x5b || this.#ended) throw this.#damaged("it is no JSON array");
    this.#depth = 1;
  }

  *#item(rest: Uint8Array, byte: number): Generator<Uint8Array, void, undefined> {
    const closes = byte !== COMMA;
    if (this.#begun) yield this.#joined(rest);
    // [] has no item; [1,] and [,1] lack one.
    else if (!closes || this.#comma) throw this.#damaged("an item of the array is missing");
    this.#begun = false;
    this.#comma = !closes;
    if (!closes) return;
    this.#depth = 0;
    this.#ended = true;
  }

  #keep(bytes: Uint8Array): void {
    this.#pending.push(bytes);
    this.#size += bytes.length;
    if (this.#size > LARGEST) throw this.#damaged(`an item has more than ${LARGEST} bytes`);
  }

  #joined(rest: Uint8Array): Uint8Array {
    if (this.#pending.length === 0) return rest;
    const bytes = new Uint8Array(this.#size + rest.length);
    let offset = 0;
    for (const part of [...this.#pending, rest]) {
      bytes.set(part, offset);
      offset += part.length;
    }
    this.#pending = [];
    this.#size = 0;
    return bytes;
  }

  #damaged(why: string): JobError {
    return new JobError("job.results", `${this.#name} cannot be read: ${why}`);
  }
}
