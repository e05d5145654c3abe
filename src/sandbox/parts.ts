/** Bodies of several parts (RFC 2046, 5.1) as they come. */

/** A part: its headers by lower-case name, its content as it comes. */
export interface StreamedPart {
  readonly headers: ReadonlyMap<string, string>;
  readonly content: AsyncIterable<Uint8Array>;
}

/** A body that is not the parts that its content type says. */
export class BrokenParts extends Error {}

/** The parts of a body, one after the other: each has to be read before the next one is asked for. Throws BrokenParts. */
export async function* partsOf(
  contentType: string,
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<StreamedPart, void, undefined> {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) throw new BrokenParts("no boundary");
  const source = new Source(body);
  // The first delimiter stands at the beginning; every other one has a line end before it.
  await source.until(Buffer.from(`--${boundary}`));
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  for (;;) {
    const after = await source.take(2);
    if (after === "--") return;
    if (after !== "\r\n") throw new BrokenParts("a boundary is followed by something else");
    const head = (await source.take(2)) === "\r\n" ? "" : await source.text(Buffer.from("\r\n\r\n"));
    const lines = head.split("\r\n").flatMap((line): [string, string][] => {
      const colon = line.indexOf(":");
      return colon < 0 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
    });
    yield { headers: new Map(lines), content: source.before(delimiter) };
  }
}

class Source {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #rest: Buffer = Buffer.alloc(0);
  #taken = "";

  constructor(body: AsyncIterable<Uint8Array>) {
    this.#pieces = body[Symbol.asyncIterator]();
  }

  /** Text of so many bytes. What is taken may be the beginning of the next text. */
  async take(count: number): Promise<string> {
    while (this.#rest.length < count) await this.#more();
    this.#taken = this.#rest.toString("latin1", 0, count);
    this.#rest = this.#rest.subarray(count);
    return this.#taken;
  }

  /** What was taken last, and the text before a mark. */
  async text(mark: Buffer): Promise<string> {
    const begun = this.#taken;
    return `${begun}${Buffer.concat(await this.#all(mark)).toString("utf8")}`;
  }

  async until(mark: Buffer): Promise<void> {
    await this.#all(mark);
  }

  async *before(mark: Buffer): AsyncGenerator<Uint8Array, void, undefined> {
    for (;;) {
      const end = this.#rest.indexOf(mark);
      const safe = end < 0 ? this.#rest.length - mark.length : end;
      if (safe > 0) yield this.#rest.subarray(0, safe);
      this.#rest = this.#rest.subarray(end < 0 ? Math.max(safe, 0) : end + mark.length);
      if (end >= 0) return;
      await this.#more();
    }
  }

  async #all(mark: Buffer): Promise<Uint8Array[]> {
    const pieces: Uint8Array[] = [];
    for await (const piece of this.before(mark)) pieces.push(piece);
    return pieces;
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#pieces.next();
    if (done === true) throw new BrokenParts("the body ends before its last boundary");
    this.#rest = this.#rest.length === 0 ? Buffer.from(value) : Buffer.concat([this.#rest, value]);
  }
}
