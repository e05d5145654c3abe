import { XmlError, type XmlErrorCode } from "../errors.ts";
import type { Limits } from "../codec/mode.ts";
import { atomAt, type Atom } from "./atoms.ts";
import { continuesName, digitOf, isCharacter, startsName } from "./characters.ts";
import { FORBIDDEN, nameClass, PLAIN, surplusOf, textClass, widthOf } from "./classes.ts";
import { PathFinder } from "./path.ts";
import { normalised, normalisedLater } from "./line-ends.ts";

/** The limits that hold where a caller sets none. */
export const defaultLimits: Limits = {
  depth: 256,
  size: 64 * 1024 * 1024,
  attributes: 1024,
  name: 4096,
  text: 32 * 1024 * 1024,
};

/** Details of an error of reading. */
export interface FailureDetail {
  readonly expected?: string;
  readonly received?: string;
  /** Where, as a count of bytes; the current token where none is given. */
  readonly offset?: number;
}

/** What is thrown where a document that comes in pieces has to be read on: not an error. */
export const MORE: unique symbol = Symbol("more");

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const none: Uint8Array = new Uint8Array(0);
const nothing: DataView = new DataView(none.buffer);
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

/** A place that was asked for: its offset, its character, its line, and the character that the line begins with. */
export interface Placed {
  readonly offset: number;
  readonly character: number;
  readonly line: number;
  readonly start: number;
}

const beginning: Placed = { offset: 0, character: 0, line: 1, start: 0 };

/** Bytes that are made a string at once: short enough for the caches, and for what a text that is kept keeps alive. */
const windowSize = 16 * 1024;

/**
 * A document as UTF-8 and as a string at once: bytes are what is looked at, the string is what texts are cut from. Where all is ASCII
 * both count the same; `shift` is how far they are apart elsewhere. The string is a window that moves on between tokens; what is not
 * in it is made from its bytes. No scan looks further than the last `>`: all markup ends in one, so it stops every loop, and nothing
 * has to be asked about the end.
 */
export class Scanner {
  /** Start of the current token: a count of bytes. */
  offset = 0;
  /** Nested elements, the current one included. */
  depth = 0;
  protected bytes: Uint8Array = none;
  /** The same bytes. */
  protected view: DataView = nothing;
  /** The window: a part of the document as a string, the character that it begins with, and the byte where it ends. */
  protected source = "";
  protected base = 0;
  protected edge = 0;
  protected at = 0;
  /** Bytes before `at`, less the characters before it. */
  protected shift = 0;
  /** The last `>`. */
  protected last = -1;
  /** Nothing comes behind these bytes. */
  protected final = true;
  /** The document says that it is XML 1.1. */
  protected later = false;
  protected limits: Limits = defaultLimits;
  /** Names of the open elements. */
  protected readonly open: Atom[] = [];
  protected readonly paths: PathFinder = new PathFinder();
  /** Where the reference ends that was read last. */
  protected referenceEnd = 0;
  /** The place where the bytes begin. */
  protected origin: Placed = beginning;
  protected placed: Placed = beginning;

  /** Takes a document: a string, or bytes in UTF-8. */
  protected load(document: string | Uint8Array, limits: Partial<Limits> | undefined): void {
    this.limits = limits === undefined ? defaultLimits : { ...defaultLimits, ...limits };
    this.paths.reset();
    this.placed = this.origin = beginning;
    this.depth = this.offset = this.at = this.shift = this.base = this.edge = 0;
    this.final = true;
    this.later = false;
    this.bytes = none;
    this.source = "";
    if (typeof document === "string") this.#loadText(document);
    else this.#loadBytes(document);
    const { bytes } = this;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.last = bytes.lastIndexOf(0x3e);
    if (this.edge === 0) this.slide();
    if (this.source.charCodeAt(0) === 0xfeff) this.skipMark();
  }

  #loadText(text: string): void {
    this.checkSize(text.length, "characters");
    this.bytes = encoder.encode(text);
    this.source = text;
    this.edge = this.bytes.length;
    // What is half a character has become U+FFFD.
    const lone = this.bytes.includes(0xef) ? loneSurrogate.exec(text) : null;
    if (lone !== null) this.notCharacter(encoder.encode(text.slice(0, lone.index)).length, lone[0].charCodeAt(0));
  }

  #loadBytes(bytes: Uint8Array): void {
    this.checkSize(bytes.length, "bytes");
    this.bytes = bytes;
  }

  /**
   * Moves the window on until what comes next is in it; it ends where a character does. What a long token has passed is made a string
   * too: that is where bytes that are no text come out.
   */
  protected slide(): void {
    const { bytes } = this;
    // What may be half a character is left for the next piece.
    const most = this.final ? bytes.length : this.last + 1;
    while (this.edge <= this.at && this.edge < most) {
      const { edge } = this;
      let end = Math.min(edge + windowSize, most);
      while (end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end++;
      this.base += this.source.length;
      this.source = decodeUtf8(edge === 0 && end === bytes.length ? bytes : bytes.subarray(edge, end));
      this.edge = end;
    }
  }

  /** A part of the document as it stands, between two bytes and how far each of them is from its character. */
  protected cut(start: number, end: number, startShift: number, endShift: number): string {
    const from = start - startShift - this.base;
    const to = end - endShift - this.base;
    if (from >= 0 && to <= this.source.length) return this.source.substring(from, to);
    return decodeUtf8(this.bytes.subarray(start, end));
  }

  /** What stands at a place, for a message: some characters. */
  protected excerpt(offset: number, length: number): string {
    return lenient.decode(this.bytes.subarray(offset, offset + length * 4)).slice(0, length);
  }

  /** Whether a text in ASCII stands at a place. */
  protected stands(at: number, text: string): boolean {
    for (let i = 0; i < text.length; i++) if (this.bytes[at + i] !== text.charCodeAt(i)) return false;
    return true;
  }

  protected checkSize(length: number, unit: string): void {
    const { size } = this.limits;
    if (length <= size) return;
    this.fail("xml.limit", `the document has more than ${size} ${unit}`, {
      expected: `at most ${size} ${unit}`,
      received: `${length} ${unit}`,
    });
  }

  /** A byte order mark is no part of the document. */
  protected skipMark(): void {
    this.at = 3;
    this.shift = 2;
    this.placed = this.origin = { offset: 3, character: 1, line: 1, start: 1 };
  }

  protected copyTo(other: Scanner): void {
    other.offset = this.offset;
    other.depth = this.depth;
    other.bytes = this.bytes;
    other.view = this.view;
    other.source = this.source;
    other.base = this.base;
    other.edge = this.edge;
    other.at = this.at;
    other.shift = this.shift;
    other.last = this.last;
    other.final = this.final;
    other.later = this.later;
    other.limits = this.limits;
    for (const atom of this.open.slice(0, this.depth)) other.open.push(atom);
    other.placed = this.placed;
  }

  protected unload(): void {
    this.bytes = none;
    this.view = nothing;
    this.source = "";
    this.last = -1;
    this.depth = 0;
  }

  /** Line and column, counted from 1, of an offset; of the current token where none is given. */
  position(offset: number = this.offset): { readonly line: number; readonly column: number } {
    const { character, line, start } = this.place(offset);
    return { line, column: character - start + 1 };
  }

  /** Path of the current element: `/Envelope/Body/Item[3]/Code`. */
  path(): string {
    const names = this.open.slice(0, this.depth).map(({ text }) => text);
    return this.paths.pathAt(this.bytes, this.offset, names);
  }

  /** Goes on from the last question, so that many reports cost one pass together. */
  protected place(offset: number): Placed {
    const { bytes } = this;
    const end = Math.min(offset, bytes.length);
    let { offset: at, character, line, start } = end < this.placed.offset ? this.origin : this.placed;
    for (; at < end; at++) {
      const byte = bytes[at] ?? 0;
      // Bytes that go on with a character count for nothing; one of four is two units of a string.
      if (byte < 0x80 || byte >= 0xc0) character += byte >= 0xf0 ? 2 : 1;
      if (byte === 0x0a || (byte === 0x0d && bytes[at + 1] !== 0x0a)) {
        line++;
        start = character;
      }
    }
    this.placed = { offset: end, character, line, start };
    return this.placed;
  }

  /** Ends reading with an error at the current token, or at an offset. */
  fail(code: XmlErrorCode, message: string, detail: FailureDetail = {}): never {
    const { offset, ...rest } = detail;
    throw new XmlError(code, message, { path: this.path(), ...this.position(offset), ...rest });
  }

  protected malformed(message: string, offset: number = this.at, expected?: string): never {
    const found = this.excerpt(offset, 20);
    return this.fail("xml.malformed", message, {
      offset,
      received: found === "" ? "end of the document" : found,
      ...(expected === undefined ? {} : { expected }),
    });
  }

  /** The document ends here, where it must not; or the rest of it has not come yet. */
  protected exhausted(message: string, offset: number, expected: string): never {
    if (!this.final) throw MORE;
    this.forbiddenIn(this.at, this.bytes.length);
    return this.malformed(message, offset, expected);
  }

  /** Finds what is no character in a part of the document that nothing else has looked at. */
  protected forbiddenIn(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const byte = this.bytes[at] ?? 0;
      if (textClass[byte] === FORBIDDEN) this.notCharacter(at, byte);
      if (byte === 0xef) this.checkCharacter(at);
    }
  }

  /** What XML 1.1 has as references only (2.2 there): the control characters from U+007F on, but U+0085. */
  protected restrictedIn(from: number): void {
    const { bytes } = this;
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === 0x7f) this.notCharacter(at, byte);
      const next = bytes[at + 1] ?? 0;
      if (byte === 0xc2 && next >= 0x80 && next < 0xa0 && next !== 0x85) this.notCharacter(at, next);
    }
  }

  protected notCharacter(offset: number, code: number): never {
    const name = code.toString(16).toUpperCase().padStart(4, "0");
    return this.fail("xml.malformed", `U+${name} is not a character of XML`, { offset });
  }

  /** U+FFFE and U+FFFF are no characters. */
  protected checkCharacter(at: number): void {
    const third = this.bytes[at + 2] ?? 0;
    if (this.bytes[at + 1] === 0xbf && third >= 0xbe) this.notCharacter(at, 0xffc0 + (third & 0x3f));
  }

  /** Passes what has an end of its own, such as a comment, up to an occurrence of its first byte. */
  protected pass(at: number, stop: number, start: number, what: string, end: string): number {
    const { bytes, last } = this;
    let surplus = 0;
    for (;;) {
      let byte = bytes[at] ?? 0;
      while (byte !== stop && textClass[byte] === PLAIN) byte = bytes[++at] ?? 0;
      if (at > last) {
        this.at = at;
        return this.exhausted(`${what} does not end`, start, end);
      }
      if (byte === stop) break;
      if (byte >= 0x80) {
        if (byte === 0xef) this.checkCharacter(at);
        surplus += surplusOf(byte);
        at += widthOf(byte);
      } else if (textClass[byte] === FORBIDDEN) this.notCharacter(at, byte);
      else at++;
    }
    this.shift += surplus;
    return at;
  }

  /** A name (production 5) at the current place; `likely` is the one that stood in such a place before. */
  protected name(likely?: Atom): Atom {
    const { bytes } = this;
    const start = this.at;
    if (start > this.last) this.exhausted("a name is missing", start, "a name");
    let at = start;
    let byte = bytes[at] ?? 0;
    if ((nameClass[byte] ?? 0) < 2 && byte < 0x80) this.malformed("a name is missing", start, "a name");
    if (likely !== undefined && this.#isName(likely, start)) {
      this.at = start + likely.bytes.length;
      this.shift += likely.surplus;
      return likely;
    }
    let hash = 0;
    while (nameClass[byte] !== 0 || byte >= 0x80) {
      hash = (Math.imul(hash, 31) + byte) | 0;
      byte = bytes[++at] ?? 0;
    }
    const atom = atomAt(bytes, start, at, hash);
    if (atom.text.length > this.limits.name) this.#longName(start);
    if (atom.surplus > 0) {
      this.#checkName(atom, start);
      this.shift += atom.surplus;
    }
    this.at = at;
    return atom;
  }

  /** Whether a name that was read before stands at a place. */
  #isName({ bytes: name, text }: Atom, start: number): boolean {
    const { bytes } = this;
    const { length } = name;
    for (let i = 0; i < length; i++) if (bytes[start + i] !== name[i]) return false;
    const behind = bytes[start + length] ?? 0;
    return nameClass[behind] === 0 && behind < 0x80 && text.length <= this.limits.name;
  }

  /** Characters beyond ASCII in a name. */
  #checkName({ text }: Atom, offset: number): void {
    let first = true;
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      if (!(first ? startsName(code) : continuesName(code))) {
        const place = offset + encoder.encode(text.slice(0, text.indexOf(character))).length;
        if (code === 0xfffe || code === 0xffff) this.notCharacter(place, code);
        this.malformed(first ? "a name is missing" : `${character} is not a character of a name`, place, "a name");
      }
      first = false;
    }
  }

  #longName(offset: number): never {
    return this.fail("xml.limit", `a name has more than ${this.limits.name} characters`, {
      offset,
      expected: `at most ${this.limits.name} characters`,
    });
  }

  /**
   * Character data between two places, with references resolved and line ends normalised (2.11, 4.1); white space of an attribute's
   * value is spaces, where no reference says it (3.3.3).
   */
  protected resolved(start: number, end: number, startShift: number, endShift: number, spaced = false): string {
    const { bytes } = this;
    const piece = (to: number, toShift: number): string => {
      const raw = this.lines(this.cut(from, to, fromShift, toShift));
      return spaced ? raw.replace(/[\n\t]/g, " ") : raw;
    };
    let text = "";
    let from = start;
    let fromShift = startShift;
    let shift = startShift;
    let at = start;
    while (at < end) {
      const byte = bytes[at] ?? 0;
      if (byte === 0x26) {
        const value = this.reference(at);
        if (value === undefined) this.noReference(at);
        text += piece(at, shift) + value;
        from = at = this.referenceEnd;
        fromShift = shift;
      } else if (byte >= 0x80) {
        shift += surplusOf(byte);
        at += widthOf(byte);
      } else at++;
    }
    return text + piece(end, endShift);
  }

  protected lines(raw: string): string {
    return this.later ? normalisedLater(raw) : normalised(raw);
  }

  /** What the reference at an ampersand stands for; `referenceEnd` is where it ends. Undefined where it is none. */
  protected reference(at: number): string | undefined {
    const { bytes } = this;
    switch (bytes[at + 1]) {
      case 0x61: // a
        if (this.stands(at + 2, "mp;")) return this.#ends(at + 5, "&");
        return this.stands(at + 2, "pos;") ? this.#ends(at + 6, "'") : undefined;
      case 0x6c: // l
        return this.stands(at + 2, "t;") ? this.#ends(at + 4, "<") : undefined;
      case 0x67: // g
        return this.stands(at + 2, "t;") ? this.#ends(at + 4, ">") : undefined;
      case 0x71: // q
        return this.stands(at + 2, "uot;") ? this.#ends(at + 6, '"') : undefined;
      case 0x23: // #
        return this.#characterReference(at + 2);
      default:
        return undefined;
    }
  }

  #ends(at: number, value: string): string {
    this.referenceEnd = at;
    return value;
  }

  /** A character reference (production 66) behind its #. */
  #characterReference(start: number): string | undefined {
    const { bytes } = this;
    const hexadecimal = bytes[start] === 0x78;
    const radix = hexadecimal ? 16 : 10;
    const from = hexadecimal ? start + 1 : start;
    let code = 0;
    let at = from;
    for (; bytes[at] !== 0x3b; at++) {
      const digit = digitOf(bytes[at] ?? 0);
      if (digit >= radix || code > 0x10ffff) return undefined;
      code = code * radix + digit;
    }
    // XML 1.1 has control characters, as references (2.2 there).
    if (at === from || !(isCharacter(code) || (this.later && code > 0 && code < 0x20))) return undefined;
    return this.#ends(at + 1, code < 0x10000 ? String.fromCharCode(code) : String.fromCodePoint(code));
  }

  protected noReference(at: number): never {
    const [, name] = /^&([\w.:-]{1,100});/.exec(this.excerpt(at, 102)) ?? [];
    return this.malformed(
      name === undefined ? "not a reference" : `the entity &${name}; is not defined`,
      at,
      "&amp;, &lt;, &gt;, &apos;, &quot; or a character reference",
    );
  }
}

/** Bytes in UTF-8 as a string. */
function decodeUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    const place = { path: "", line: 1, column: 1, expected: "utf-8" };
    throw new XmlError("xml.encoding", "the document is not in utf-8", place, { cause });
  }
}
