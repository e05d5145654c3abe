import type { Limits } from "../codec/mode.ts";
import type { Atom } from "./atoms.ts";
import { defaultLimits, XmlReader } from "./reader.ts";
import { MORE, type Placed } from "./scanner.ts";
import { rootScope, type Scope } from "./scope.ts";

/** Where a reader was: what it goes back to when a document turns out to be incomplete. */
interface Mark {
  readonly at: number;
  readonly shift: number;
  readonly depth: number;
  readonly offset: number;
  readonly namespace: string;
  readonly current: Atom | undefined;
  readonly scope: Scope;
  readonly rootSeen: boolean;
  readonly pendingEnd: boolean;
  readonly pendingPop: boolean;
}

/** An element whose place is known, and where it begins. */
interface Named {
  readonly around: string;
  readonly name: string;
  readonly place: number;
  readonly depth: number;
  readonly offset: number;
}

/** Units of a string that V8 copies when it cuts it from another one; longer ones keep the other alive. */
const shortest = 12;
/** Bytes of the smallest buffer. */
const smallest = 128 * 1024;
/** Bytes that say whether there is an XML declaration: a byte order mark, `<?xml` and white space. */
const declarationStart = 9;
/** Longest text that is put together from short ones. */
const longest = 60;

/**
 * A reader of a document that comes in pieces. What is read at once, a token or a whole element, is begun again when the pieces that are
 * there do not suffice: the result does not depend on where they were cut. What has been read is let go of.
 *
 * The limit `size` holds for what has to be kept at once, not for the whole document.
 */
export class ChunkReader extends XmlReader {
  #begun = false;
  #buffer: Uint8Array = new Uint8Array(0);
  /** The element that `within` names, and where it begins. */
  #base: Named | undefined;

  constructor(limits?: Partial<Limits>) {
    super();
    this.limits = { ...defaultLimits, ...limits };
    this.final = false;
  }

  /** Bytes that are there and not read yet. */
  get pending(): number {
    return this.bytes.length - this.at;
  }

  /** The bytes that are kept: all of a document of which nothing has been read. */
  get kept(): Uint8Array {
    return this.bytes.slice();
  }

  /** Bytes that may have to be kept at once. */
  get most(): number {
    return this.limits.size;
  }

  /** Adds what has come, in UTF-8; `final` says that nothing comes behind it. */
  feed(chunk: Uint8Array, final: boolean): void {
    this.#drop();
    const rest = this.bytes.length;
    const length = rest + chunk.length;
    this.checkSize(length, "bytes that have to be kept at once");
    if (length > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(length, this.#buffer.length * 2, smallest));
      larger.set(this.bytes);
      this.#buffer = larger;
    }
    this.#buffer.set(chunk, rest);
    this.bytes = this.#buffer.subarray(0, length);
    const { bytes } = this;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.last = bytes.lastIndexOf(0x3e);
    this.final = final;
    // A character of two bytes may have been cut.
    if (this.later) this.restrictedIn(Math.max(0, rest - 1));
  }

  /** Lets go of what has been read. */
  #drop(): void {
    const { at } = this;
    // A byte order mark alone is kept until there is something behind it.
    if (at === 0 || at > this.last + 1) return;
    // The window says what characters the bytes are: it has to come this far before they go.
    while (this.edge < at) this.slide();
    this.origin = this.#passed(at);
    this.placed = this.origin;
    // One buffer serves for the whole document: pieces are copied behind what is not read yet.
    this.#buffer.copyWithin(0, at, this.bytes.length);
    this.bytes = this.#buffer.subarray(0, this.bytes.length - at);
    this.shift -= at;
    this.edge -= at;
    this.offset -= at;
    if (this.#base !== undefined) this.#base = { ...this.#base, offset: this.#base.offset - at };
    this.at = 0;
    this.paths.reset();
  }

  /** The place of the byte to which all is read: lines are counted, characters are known. */
  #passed(at: number): Placed {
    const { bytes } = this;
    // Carriage returns are line ends of another kind: where there are some, each byte is looked at.
    if (bytes.includes(0x0d)) return { ...this.place(at), offset: 0 };
    const from = this.placed.offset > at ? this.origin : this.placed;
    let count = from.line;
    let begins = -1;
    for (let next = bytes.indexOf(0x0a, from.offset); next >= 0 && next < at; next = bytes.indexOf(0x0a, next + 1)) {
      count++;
      begins = next + 1;
    }
    const character = at - this.shift;
    if (begins < 0) return { offset: 0, character, line: count, start: from.start };
    // Where the line begins among characters: those behind it are as many as the bytes that begin one.
    let behind = 0;
    for (let i = begins; i < at; i++) {
      const byte = bytes[i] ?? 0;
      if (byte < 0x80 || byte >= 0xc0) behind += byte >= 0xf0 ? 2 : 1;
    }
    return { offset: 0, character, line: count, start: character - behind };
  }

  /**
   * Does what has to be done at once; `MORE` where the document goes on behind what has come: then nothing is read, and it has to be
   * done again after `feed`.
   */
  attempt<T>(read: () => T): T | typeof MORE {
    let mark = this.#mark();
    try {
      if (!this.#begun) {
        this.#begin();
        mark = this.#mark();
      }
      return read();
    } catch (error) {
      if (error !== MORE) throw error;
      this.#reset(mark);
      return MORE;
    }
  }

  #begin(): void {
    if (!this.final && this.bytes.length < declarationStart) throw MORE;
    if (this.stands(0, "\u00ef\u00bb\u00bf")) this.skipMark();
    if (this.edge === 0) this.slide();
    this.declaration();
    this.#begun = true;
  }

  #mark(): Mark {
    const { at, shift, depth, offset, namespace, current, scope, rootSeen, pendingEnd, pendingPop } = this;
    return { at, shift, depth, offset, namespace, current, scope, rootSeen, pendingEnd, pendingPop };
  }

  #reset(mark: Mark): void {
    Object.assign(this, mark);
    this.attributeCount = 0;
  }

  /**
   * Says what the path of the current element is; paths inside of it are told from there. The path is put together when it is asked for:
   * numbers that have become strings are kept by V8 for a while, and a document may have millions.
   *
   * @param around path of the element around it
   * @param place among the elements of its name, counted from 1
   */
  within(around: string, name: string, place: number): void {
    this.#base = { around, name, place, depth: this.depth, offset: this.offset };
  }

  override path(): string {
    const base = this.#base;
    const names = this.open.slice(0, this.depth).map(({ text }) => text);
    if (base === undefined || base.offset < 0 || base.depth > this.depth)
      return this.open
        .slice(0, this.depth)
        .map(({ local }) => `/${local}`)
        .join("");
    const inside = this.paths.pathAt(
      this.bytes.subarray(base.offset),
      this.offset - base.offset,
      names.slice(base.depth - 1),
    );
    this.paths.reset();
    return `${base.around}/${base.name}[${base.place}]${inside.slice(Math.max(0, inside.indexOf("/", 1)) || inside.length)}`;
  }

  /** A short text does not keep the piece alive that it was cut from. */
  protected override cut(start: number, end: number, startShift: number, endShift: number): string {
    const text = super.cut(start, end, startShift, endShift);
    if (text.length <= shortest) return text;
    if (text.length > longest)
      return new TextDecoder("utf-8", { ignoreBOM: true }).decode(this.bytes.subarray(start, end));
    let copy = "";
    for (let at = 0; at < text.length; at += shortest) copy += text.substring(at, at + shortest);
    return copy;
  }

  override close(): void {
    super.close();
    this.scope = rootScope;
  }
}
