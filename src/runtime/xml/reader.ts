/**
 * A pull reader for XML 1.0 (fifth edition) with Namespaces in XML 1.0, over UTF-8. Strict on well-formedness; document type
 * declarations are refused. Names are interned; positions and paths are worked out only when asked for. Beside the tokens there are short
 * ways for a reader that knows what to expect: `ahead`, `take` and `leaf`.
 */
import type { Limits } from "../codec/mode.ts";
import { AutomatonReader } from "./automaton-reader.ts";
import { isSpace } from "./characters.ts";
import { nameClass } from "./classes.ts";
import { matches } from "./pattern.ts";
import { rootScope } from "./scope.ts";
import type { Tag } from "./tag.ts";
import { END, EOF, START, TEXT, type TokenKind } from "./tokens.ts";

export { defaultLimits } from "./scanner.ts";

export { END, EOF, START, TEXT, type TokenKind } from "./tokens.ts";

/** Reads a document token by token. Open with `openReader`, which keeps one instance alive for reuse. */
export class XmlReader extends AutomatonReader {
  protected rootSeen = false;
  /** The text of a `TEXT` token, references resolved and line ends normalised. */
  text = "";

  /** Begins a document: a string, or bytes in UTF-8. */
  begin(document: string | Uint8Array, limits?: Partial<Limits>): this {
    this.rootSeen = this.pendingEnd = this.pendingPop = false;
    this.scope = rootScope;
    this.current = undefined;
    this.attributeCount = 0;
    this.namespace = "";
    this.text = "";
    this.load(document, limits);
    this.declaration();
    return this;
  }

  /** Another reader at the same token of the same document. */
  fork(): XmlReader {
    const other = new XmlReader();
    this.copyTo(other);
    other.namespace = this.namespace;
    other.attributeCount = this.attributeCount;
    other.rootSeen = this.rootSeen;
    other.pendingEnd = this.pendingEnd;
    other.pendingPop = this.pendingPop;
    other.current = this.current;
    other.scope = this.scope;
    other.outer.push(...this.outer.slice(0, this.depth));
    other.attributes = this.attributes.slice(0, this.attributeCount).map((attribute) => ({ ...attribute }));
    other.text = this.text;
    return other;
  }

  /** Lets go of the document. */
  close(): void {
    this.unload();
    this.attributeCount = 0;
    this.text = "";
    this.scope = rootScope;
  }

  /** Moves to the next token. */
  next(): TokenKind {
    this.attributeCount = 0;
    if (this.pendingEnd) return this.endEmpty();
    if (this.pendingPop) this.leave();
    if (this.at >= this.edge) this.slide();
    return this.depth === 0 ? this.#outside() : this.#inside();
  }

  /**
   * Inside an element: passes white space, and says what stands behind it: `START` for a start tag, which `take` or `next` reads; `END`
   * for the end of the element, which is read; undefined for anything else, which `next` reads.
   */
  ahead(): 1 | 2 | undefined {
    this.attributeCount = 0;
    if (this.pendingEnd) return this.endEmpty();
    if (this.pendingPop) this.leave();
    if (this.at >= this.edge) this.slide();
    const { bytes } = this;
    let at = this.at;
    if (at > this.last) return undefined;
    const { view } = this;
    const words = bytes.length - 4;
    let byte = bytes[at];
    if (byte === 0x0a) byte = bytes[++at];
    // Four spaces at once: what stands before an element is mostly its indentation.
    while (at <= words && view.getInt32(at, true) === 0x20202020) byte = bytes[(at += 4)];
    while (byte === 0x20 || byte === 0x0a || byte === 0x09 || byte === 0x0d) byte = bytes[++at];
    if (byte !== 0x3c) return undefined;
    const next = bytes[at + 1];
    if (next === 0x2f) return this.ends(at) ? END : undefined;
    if (next === 0x21 || next === 0x3f) return undefined;
    this.at = at;
    return START;
  }

  /**
   * The same as `ahead` and `take` where what comes next is the start tag of one name, written as it was before and without attributes:
   * true, and it is read. False, and nothing is read, where anything else comes.
   */
  expect(tag: Tag): boolean {
    if (this.pendingEnd) return false;
    if (this.pendingPop) {
      this.pendingPop = false;
      this.depth--;
      this.scope = this.outer[this.depth] ?? rootScope;
    }
    if (this.at >= this.edge) this.slide();
    const pattern = tag.atom?.tag;
    if (pattern === undefined || tag.scope !== this.scope) return false;
    const { bytes, view } = this;
    let at = this.at;
    const most = bytes.length - pattern.length;
    let byte = bytes[at];
    if (byte === 0x0a) byte = bytes[++at];
    while (at <= most && view.getInt32(at, true) === 0x20202020) byte = bytes[(at += 4)];
    while (byte === 0x20 || byte === 0x0a || byte === 0x09 || byte === 0x0d) byte = bytes[++at];
    if (at > most || byte !== 0x3c) return false;
    const { words, length } = pattern;
    const last = words.length - 1;
    for (let i = 0; i < last; i++) if (view.getInt32(at + i * 4, true) !== words[i]) return false;
    if (view.getInt32(at + length - 4, true) !== words[last]) return false;
    if (this.depth >= this.limits.depth) return false;
    const atom = tag.atom;
    if (atom === undefined) return false;
    this.offset = at;
    this.at = at + length;
    this.shift += atom.surplus;
    this.open[this.depth] = atom;
    this.outer[this.depth] = this.scope;
    this.current = atom;
    this.depth++;
    this.namespace = tag.namespace;
    this.attributeCount = 0;
    return true;
  }

  /**
   * Where a start tag is ahead: reads it if its bytes are those of a name that was this one before. 0 where they are not, and nothing
   * is read; 1 where it is this name; 2 where a tag has been read, but what it declares makes it another name.
   */
  take(tag: Tag): 0 | 1 | 2 {
    const { atom } = tag;
    if (atom === undefined) return 0;
    const { bytes, at } = this;
    const { start } = atom;
    if (start === undefined ? !this.#begins(at + 1, atom.bytes) : !matches(this.view, at, start)) return 0;
    const end = at + 1 + atom.bytes.length;
    const byte = bytes[end] ?? 0;
    if (byte === 0x3e) {
      if (tag.scope !== this.scope) return 0;
      this.enter(atom, at);
      this.shift += atom.surplus;
      this.at = end + 1;
      this.namespace = tag.namespace;
    } else {
      if (nameClass[byte] !== 0 || byte >= 0x80) return 0;
      this.enter(atom, at);
      this.shift += atom.surplus;
      this.at = end;
      this.readAttributes(atom);
      this.namespace = tag.scope === this.scope ? tag.namespace : this.namespaceOf(atom, at + 1);
    }
    if (this.namespace !== tag.namespace) return 2;
    tag.scope = this.scope;
    return 1;
  }

  #begins(at: number, name: Uint8Array): boolean {
    for (let i = 0; i < name.length; i++) if (this.bytes[at + i] !== name[i]) return false;
    return true;
  }

  /** Keeps how the current start tag was written, for `take`. */
  learn(tag: Tag): void {
    tag.atom = this.current;
    tag.scope = this.scope;
  }

  /** Prolog and epilog: one element, comments, processing instructions and white space. */
  #outside(): TokenKind {
    const { bytes } = this;
    for (;;) {
      let at = this.at;
      while (at < bytes.length && isSpace(bytes[at] ?? 0)) at++;
      this.at = this.offset = at;
      if (at >= bytes.length) {
        if (!this.rootSeen) this.exhausted("the document has no element", at, "an element");
        if (!this.final) this.exhausted("the document goes on", at, "the end of the document");
        this.slide();
        return EOF;
      }
      if (bytes[at] !== 0x3c) {
        this.forbiddenIn(at, at + 1);
        this.malformed(this.rootSeen ? "text after the root element" : "text before the root element", at, "<");
      }
      if (at > this.last) this.truncated(at);
      const next = bytes[at + 1];
      if (next === 0x3f) this.instruction();
      else if (next === 0x21) this.comment();
      else if (this.rootSeen) this.malformed("a second root element", at, "end of the document");
      else {
        this.rootSeen = true;
        return this.startTag();
      }
    }
  }

  /** Content of an element (production 43). */
  #inside(): TokenKind {
    const { bytes } = this;
    const start = this.at;
    let text: string | undefined;
    for (;;) {
      const at = this.at;
      if (bytes[at] !== 0x3c) {
        const piece = this.characters();
        text = text === undefined ? piece : text + (piece ?? "");
      } else {
        if (at > this.last) this.truncated(at);
        const next = bytes[at + 1];
        if (next === 0x21 && bytes[at + 2] === 0x5b) text = (text ?? "") + this.cdata();
        else if (next === 0x21) this.comment();
        else if (next === 0x3f) this.instruction();
        else if (text !== undefined && text !== "") {
          this.offset = start;
          this.text = text;
          return TEXT;
        } else {
          this.offset = at;
          return next === 0x2f ? this.endTag() : this.startTag();
        }
      }
      if (text !== undefined && text.length > this.limits.text) this.longText();
    }
  }
}

let pooled: XmlReader | undefined = new XmlReader();

/**
 * A reader on a document: a string, or bytes in UTF-8. One instance is kept alive between documents: V8 discards the optimised code of
 * objects of which a full collection finds none.
 */
export function openReader(document: string | Uint8Array, limits?: Partial<Limits>): XmlReader {
  const reader = pooled ?? new XmlReader();
  pooled = undefined;
  try {
    return reader.begin(document, limits);
  } catch (error) {
    closeReader(reader);
    throw error;
  }
}

/** Gives a reader back. */
export function closeReader(reader: XmlReader): void {
  reader.close();
  pooled = reader;
}
