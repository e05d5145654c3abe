/** multipart/related (RFC 2387) as a stream: a document, and a file behind it that may be larger than memory. */
import { JobError } from "../runtime/errors.ts";
import { joined } from "./source.ts";

/** A part: its headers by lower-case name, its content as it comes. */
export interface RelatedPart {
  readonly headers: ReadonlyMap<string, string>;
  readonly content: AsyncIterable<Uint8Array>;
}

/** Bytes that the headers of a part may have. */
const MOST_HEADERS = 16 * 1024;
const CR = 0x0d;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * The parts of a package, one after the other: each has to be read to its end before the next one is asked for.
 *
 * @param name what the package is, for errors
 * @throws JobError `job.results` where it is cut short, which may pass, or is no package
 */
export async function* relatedParts(
  contentType: string,
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<RelatedPart, void, undefined> {
  const boundary = /;\s*boundary\s*=\s*(?:"([^"]+)"|([^;\s]+))/i
    .exec(contentType)
    ?.slice(1)
    .find((one) => one !== undefined);
  if (boundary === undefined) throw new JobError("job.results", `${name} names no boundary of its parts`);
  const scan = new Scan(chunks, name);
  try {
    await scan.drop(encoder.encode(`--${boundary}`));
    const delimiter = encoder.encode(`\r\n--${boundary}`);
    for (;;) {
      const line = await scan.text(encoder.encode("\r\n"), MOST_HEADERS, "--");
      if (line.startsWith("--")) return;
      const headers = new Map<string, string>();
      for (;;) {
        const header = await scan.text(encoder.encode("\r\n"), MOST_HEADERS);
        if (header === "") break;
        const colon = header.indexOf(":");
        if (colon > 0) headers.set(header.slice(0, colon).trim().toLowerCase(), header.slice(colon + 1).trim());
      }
      // A part without content ends where its headers do.
      yield { headers, content: scan.before(delimiter) };
    }
  } finally {
    await scan.leave();
  }
}

/** Looks for marks in bytes that come in pieces. */
class Scan {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #name: string;
  #rest = new Uint8Array();

  constructor(chunks: AsyncIterable<Uint8Array>, name: string) {
    this.#chunks = chunks[Symbol.asyncIterator]();
    this.#name = name;
  }

  /** What stands before a mark, as it comes. The mark is behind it then. */
  async *before(mark: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
    for (;;) {
      const end = indexOf(this.#rest, mark);
      const safe = end < 0 ? Math.max(0, this.#rest.length - mark.length) : end;
      const ready = this.#rest.subarray(0, safe);
      this.#rest = this.#rest.subarray(end < 0 ? safe : end + mark.length);
      if (ready.length > 0) yield ready;
      if (end >= 0) return;
      await this.#more();
    }
  }

  /** A line. A text that begins as said is the last one, whatever follows. */
  async text(mark: Uint8Array, most: number, last?: string): Promise<string> {
    for (;;) {
      const end = indexOf(this.#rest, mark);
      if (end >= 0) {
        const text = decoder.decode(this.#rest.subarray(0, end));
        this.#rest = this.#rest.subarray(end + mark.length);
        return text;
      }
      if (last !== undefined && decoder.decode(this.#rest.subarray(0, last.length)) === last) return last;
      if (this.#rest.length > most) throw new JobError("job.results", `${this.#name} has headers that do not end`);
      await this.#more();
    }
  }

  async drop(mark: Uint8Array): Promise<void> {
    for await (const _ of this.before(mark));
  }

  async leave(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#chunks.next();
    if (done === true) {
      throw new JobError("job.results", `${this.#name} ends before its last boundary`, { retryable: true });
    }
    this.#rest = new Uint8Array(joined([this.#rest, value]));
  }
}

function indexOf(bytes: Uint8Array, mark: Uint8Array): number {
  const [first = CR] = mark;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (at + mark.length > bytes.length) return -1;
    if (mark.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}
