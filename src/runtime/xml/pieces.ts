import { XmlError } from "../errors.ts";
import { labelOf } from "./encoding.ts";

/** A body that comes in pieces. */
export type Pieces = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** The pieces of a document in UTF-8, one after the other. */
export interface Source {
  /** Undefined at the end. */
  next(): Promise<Uint8Array | undefined>;
  /** Lets go of the body where it is not read to its end. */
  cancel(reason?: unknown): Promise<void>;
}

/** Bytes that tell the encoding: an XML declaration is rarely longer. */
const head = 256;

/**
 * Reads a body as UTF-8, whatever encoding it is in.
 *
 * @param declared charset of the Content-Type header, where there is one.
 */
export function sourceOf(body: Pieces, declared?: string): Source {
  return new Recoded("getReader" in body ? ofStream(body) : ofIterable(body), declared);
}

function ofStream(body: ReadableStream<Uint8Array>): Source {
  const reader = body.getReader();
  return {
    next: async () => {
      const { done, value } = await reader.read();
      return done ? undefined : value;
    },
    cancel: (reason) => reader.cancel(reason),
  };
}

function ofIterable(body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Source {
  const iterator = Symbol.asyncIterator in body ? body[Symbol.asyncIterator]() : body[Symbol.iterator]();
  return {
    next: async () => {
      const { done, value } = await iterator.next();
      return done === true ? undefined : value;
    },
    cancel: async () => {
      await iterator.return?.();
    },
  };
}

/** Waits for the first bytes, which say the encoding; what is not UTF-8 is written anew. */
class Recoded implements Source {
  readonly #source: Source;
  readonly #declared: string | undefined;
  #decoder: TextDecoder | undefined;
  #begun = false;
  #ended = false;

  constructor(source: Source, declared: string | undefined) {
    this.#source = source;
    this.#declared = declared;
  }

  async next(): Promise<Uint8Array | undefined> {
    if (this.#ended) return undefined;
    const bytes = this.#begun ? await this.#source.next() : await this.#first();
    if (bytes === undefined) this.#ended = true;
    if (this.#decoder === undefined) return bytes;
    return new TextEncoder().encode(this.#decode(this.#decoder, bytes));
  }

  cancel(reason?: unknown): Promise<void> {
    this.#ended = true;
    return this.#source.cancel(reason);
  }

  async #first(): Promise<Uint8Array | undefined> {
    this.#begun = true;
    const pieces: Uint8Array[] = [];
    let length = 0;
    while (length < head) {
      const piece = await this.#source.next();
      if (piece === undefined) break;
      pieces.push(piece);
      length += piece.length;
    }
    const bytes = joined(pieces, length);
    const label = labelOf(bytes, this.#declared);
    if (/^utf-?8$/i.test(label)) return bytes;
    try {
      this.#decoder = new TextDecoder(label, { fatal: true });
    } catch (cause) {
      throw new XmlError("xml.encoding", `the encoding ${label} is not supported`, placeOf(label), { cause });
    }
    return bytes;
  }

  #decode(decoder: TextDecoder, bytes: Uint8Array | undefined): string {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch (cause) {
      const message = `the document is not in ${decoder.encoding}`;
      throw new XmlError("xml.encoding", message, placeOf(decoder.encoding), { cause });
    }
  }
}

/** Pieces one behind the other. */
export function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function placeOf(expected: string): { path: string; line: number; column: number; expected: string } {
  return { path: "", line: 1, column: 1, expected };
}
