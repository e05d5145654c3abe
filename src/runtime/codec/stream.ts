import { ChunkReader } from "../xml/chunk-reader.ts";
import { joined, sourceOf, type Pieces, type Source } from "../xml/pieces.ts";
import { EOF, START } from "../xml/reader.ts";
import { MORE } from "../xml/scanner.ts";
import { rootTable, type TableRef } from "./erased.ts";
import { named, nameText } from "./labels.ts";
import type { DecodeOptions, Unexpected } from "./mode.ts";
import { ENDED, Levels, PASSED } from "./stream-levels.ts";
import type { RootCodec } from "./table.ts";

/** Keys of the members that are arrays: what a stream can deliver one by one. */
export type RepeatedKey<T> = {
  [K in keyof T & string]: NonNullable<T[K]> extends readonly unknown[] ? K : never;
}[keyof T & string];

/** What an array holds; of anything else, itself. */
export type ItemOf<T> = NonNullable<T> extends readonly (infer Item)[] ? Item : NonNullable<T>;

/** Options of decoding a document item by item. The limit `size` holds for what has to be kept at once: an item, not the document. */
export interface StreamOptions extends DecodeOptions {
  /** Charset of the Content-Type header, where there is one. */
  readonly charset?: string;
}

/** Items of a document, as they come. Leaving the loop, or `return`, lets go of the body. */
export interface Items<T> extends AsyncIterableIterator<T, undefined, undefined> {
  return(): Promise<IteratorResult<T, undefined>>;
}

/**
 * Decodes the repeated elements of one field one by one, while the document comes: in memory that does not grow with it. The body is
 * read no faster than items are taken. Elements beside the field are checked as the mode says, and dropped; identity constraints
 * and references around the items are not followed.
 *
 *     for await (const batch of stream(batchInfoList, "batchInfo", response.body)) ...
 *
 * @param path key of the field, or the keys of the elements around it and its own: `["Errors", "OperationError"]`.
 * @throws XmlError as `decode` does, when the item is asked for that cannot be delivered; those before it have been.
 */
export function stream<T, K extends RepeatedKey<T>>(
  codec: RootCodec<T>,
  path: K | readonly [K],
  body: Pieces,
  options?: StreamOptions,
): Items<ItemOf<T[K]>>;
export function stream<T, K extends keyof T & string, L extends RepeatedKey<ItemOf<T[K]>>>(
  codec: RootCodec<T>,
  path: readonly [K, L],
  body: Pieces,
  options?: StreamOptions,
): Items<ItemOf<ItemOf<T[K]>[L]>>;
export function stream<
  T,
  K extends keyof T & string,
  L extends keyof ItemOf<T[K]> & string,
  M extends RepeatedKey<ItemOf<ItemOf<T[K]>[L]>>,
>(
  codec: RootCodec<T>,
  path: readonly [K, L, M],
  body: Pieces,
  options?: StreamOptions,
): Items<ItemOf<ItemOf<ItemOf<T[K]>[L]>[M]>>;
export function stream(
  codec: TableRef,
  path: string | readonly string[],
  body: Pieces,
  options: StreamOptions = {},
): Items<unknown> {
  return new ItemStream(
    sourceOf(body, options.charset),
    options,
    typeof path === "string" ? [path] : path,
    (levels) => {
      const { reader, context } = levels;
      const root = rootTable(codec);
      while (reader.next() !== START);
      if (reader.localName !== root.name[1] || reader.namespace !== root.name[0]) {
        const received = named(reader.namespace, reader.localName);
        const expected = nameText(root.name);
        context.fail("xml.root", `Expected the root element ${expected}, found ${received}`, expected, received);
      }
      levels.enter(root);
    },
  );
}

/** Most items that are decoded before the first of them is taken: more would live long enough to cost memory. */
const mostReady = 16;
/** Bytes of an unfinished item from which on it is not tried again with every piece. */
const largeItem = 16 * 1024;

/** Reads pieces when an item is wanted, and decodes what they hold. */
export class ItemStream<T> implements Items<T> {
  readonly #source: Source;
  readonly #levels: Levels;
  /** Moves into the root element. */
  readonly #open: (levels: Levels) => void;
  readonly #report: ((unexpected: Unexpected) => void) | undefined;
  #unexpected: Unexpected[] = [];
  #stage: "opening" | "reading" | "closing" | "closed" = "opening";
  #ready: T[] = [];
  #at = 0;
  /** The error that comes behind the items that are ready. */
  #failure: { readonly error: unknown } | undefined;
  /** The last request, while it is under way. */
  #running: Promise<IteratorResult<T, undefined>> | undefined;

  constructor(source: Source, options: StreamOptions, keys: readonly string[], open: (levels: Levels) => void) {
    this.#source = source;
    this.#open = open;
    this.#report = options.onUnexpected;
    const onUnexpected = (unexpected: Unexpected): void => void this.#unexpected.push(unexpected);
    const reader = new ChunkReader(options.limits);
    this.#levels = new Levels(
      reader,
      options.onUnexpected === undefined ? options : { ...options, onUnexpected },
      keys,
    );
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<T, undefined>> {
    if (this.#running === undefined && this.#at < this.#ready.length) return Promise.resolve(this.#take());
    const before = this.#running;
    const running =
      before === undefined
        ? this.#advance()
        : before.then(
            () => this.#advance(),
            () => this.#advance(),
          );
    this.#running = running;
    const ended = (): void => {
      if (this.#running === running) this.#running = undefined;
    };
    running.then(ended, ended);
    return running;
  }

  async return(): Promise<IteratorResult<T, undefined>> {
    if (this.#stage !== "closed") await this.#close(undefined);
    return { done: true, value: undefined };
  }

  #take(): IteratorResult<T, undefined> {
    const value = this.#ready[this.#at++];
    if (this.#at === this.#ready.length) {
      this.#ready = [];
      this.#at = 0;
    }
    // Only what was decoded is among them.
    return { done: false, value: value as T };
  }

  async #advance(): Promise<IteratorResult<T, undefined>> {
    while (this.#at === this.#ready.length) {
      if (this.#failure !== undefined) {
        const { error } = this.#failure;
        await this.#close(error);
        throw error;
      }
      if (this.#stage === "closed") return { done: true, value: undefined };
      try {
        if (!this.#decode()) await this.#feed();
      } catch (error) {
        this.#failure = { error };
      }
    }
    return this.#take();
  }

  /** Decodes what is there; false where more of the document is needed. */
  #decode(): boolean {
    const { reader } = this.#levels;
    while (this.#ready.length < mostReady) {
      const found = reader.attempt(() => this.#step());
      if (found === MORE) {
        this.#unexpected = [];
        return this.#ready.length > 0;
      }
      for (const unexpected of this.#unexpected.splice(0)) this.#report?.(unexpected);
      if (found === ENDED) return true;
      // What a level delivers is of the item's type: its table says so.
      if (found !== PASSED) this.#ready.push(found as T);
    }
    return true;
  }

  #step(): unknown {
    const levels = this.#levels;
    if (this.#stage === "opening") {
      this.#open(levels);
      this.#stage = "reading";
      return PASSED;
    }
    if (this.#stage === "reading") {
      const found = levels.step();
      if (found !== ENDED) return found;
      this.#stage = "closing";
    }
    if (this.#stage === "closing") {
      while (levels.reader.next() !== EOF);
      levels.reader.close();
      this.#stage = "closed";
    }
    return ENDED;
  }

  /** Waits for more: one piece, or as many as a large item makes worth while, so that it is not begun again too often. */
  async #feed(): Promise<void> {
    const { reader } = this.#levels;
    const held = reader.pending;
    const wanted = held < largeItem ? 1 : held >> 2;
    const pieces: Uint8Array[] = [];
    let length = 0;
    let tag = false;
    while (length < wanted || !tag) {
      const piece = await this.#source.next();
      if (this.#stage === "closed") return;
      if (piece === undefined) return reader.feed(joined(pieces, length), true);
      pieces.push(piece);
      length += piece.length;
      tag ||= piece.includes(0x3e);
      if (held + length > reader.most) break;
    }
    reader.feed(joined(pieces, length), false);
  }

  async #close(reason: unknown): Promise<void> {
    this.#stage = "closed";
    this.#ready = [];
    this.#at = 0;
    this.#failure = undefined;
    this.#levels.reader.close();
    await this.#source.cancel(reason).catch(() => undefined);
  }
}
