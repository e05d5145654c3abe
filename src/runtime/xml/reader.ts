/**
 * A pull reader for XML 1.0 (fifth edition) with Namespaces in XML 1.0, over UTF-8. Strict on well-formedness; document type
 * declarations are refused. Names are interned; positions and paths are worked out only when asked for. Beside the tokens there are short
 * ways for a reader that knows what to expect: `ahead`, `take` and `leaf`.
 */
import { XML_NAMESPACE } from "../codec/namespaces.ts";
import type { Limits } from "../codec/mode.ts";
import { atomOf, type Atom } from "./atoms.ts";
import type { Attribute } from "./attribute.ts";
import { isSpace } from "./characters.ts";
import {
  AMPERSAND,
  BREAK,
  FORBIDDEN,
  GREATER,
  LESS,
  nameClass,
  PLAIN,
  QUOTE,
  RETURN,
  surplusOf,
  textClass,
  valueClass,
  WIDE,
  widthOf,
} from "./classes.ts";
import { declarationsIn, DeclaredPrefixes, isBare, rootScope, type Declaration, type Scope } from "./scope.ts";
import { matches, patternOf } from "./pattern.ts";
import { Scanner } from "./scanner.ts";
import { longestShape, type TagShape } from "./shapes.ts";
import type { Tag } from "./tag.ts";

export { defaultLimits } from "./scanner.ts";

export const EOF = 0;
export const START = 1;
export const END = 2;
export const TEXT = 3;

/** What the reader stands on. */
export type TokenKind = 0 | 1 | 2 | 3;

const XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";
const XSI_NAMESPACE = "http://www.w3.org/2001/XMLSchema-instance";

/** Reads a document token by token. Open with `openReader`, which keeps one instance alive for reuse. */
export class XmlReader extends Scanner {
  namespace = "";
  attributeCount = 0;
  /** Start of the text that `leaf` has read. */
  textOffset = 0;
  /** The text that `leaf` has read has no references, and no line ends that are not XML's own. */
  leafPlain = true;

  #textEnd = 0;
  #textShift = 0;
  #textSurplus = 0;
  protected rootSeen = false;
  /** The current start tag was an empty-element tag: its end is still to be reported. */
  protected pendingEnd = false;
  /** An element ended: its depth and namespaces are dropped when the reader moves on. */
  protected pendingPop = false;
  protected current: Atom | undefined;
  protected scope: Scope = rootScope;
  /** The scope around each open element. */
  protected readonly outer: Scope[] = [];
  readonly #declared: DeclaredPrefixes = new DeclaredPrefixes();
  /** Attributes of the current start tag: our own, which are used again, or those of a shape. */
  #attributes: readonly Attribute[] = [];
  readonly #own: Attribute[] = [];
  /** The text of a `TEXT` token, references resolved and line ends normalised. */
  text = "";

  get localName(): string {
    return this.current?.local ?? "";
  }

  get prefix(): string {
    return this.current?.prefix ?? "";
  }

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
    other.#attributes = this.#attributes.slice(0, this.attributeCount).map((attribute) => ({ ...attribute }));
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
    if (this.pendingEnd) return this.#end();
    if (this.pendingPop) this.#leave();
    if (this.at >= this.edge) this.slide();
    return this.depth === 0 ? this.#outside() : this.#inside();
  }

  attributeNamespace(index: number): string {
    return this.#attribute(index).namespace;
  }

  attributeLocalName(index: number): string {
    return this.#attribute(index).localName;
  }

  /** Value with references resolved and white space normalised (3.3.3, CDATA). */
  attributeValue(index: number): string {
    const attribute = this.#attribute(index);
    const { start, end, startShift, endShift } = attribute;
    return (attribute.value ??= this.cut(start, end, startShift, endShift));
  }

  /** Namespace bound to a prefix here ("" asks for the default one); undefined where it is unbound. */
  lookup(prefix: string): string | undefined {
    return this.scope.lookup(prefix);
  }

  /** Namespace declarations of the current start tag. */
  namespacesHere(): readonly (readonly [prefix: string, namespace: string])[] {
    return declarationsIn(this.scope, this.outer[this.depth - 1]);
  }

  /**
   * All namespace declarations in scope here, inner ones winning, the default namespace under ""; undefined where there are none. Worked
   * out when they are asked for: few ask, and a document may declare a thousand for each of its elements.
   */
  namespacesInScope(): (() => readonly Declaration[]) | undefined {
    const scope = this.scope;
    return isBare(scope) ? undefined : () => scope.all();
  }

  /**
   * Inside an element: passes white space, and says what stands behind it: `START` for a start tag, which `take` or `next` reads; `END`
   * for the end of the element, which is read; undefined for anything else, which `next` reads.
   */
  ahead(): 1 | 2 | undefined {
    this.attributeCount = 0;
    if (this.pendingEnd) return this.#end();
    if (this.pendingPop) this.#leave();
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
    if (next === 0x2f) return this.#ends(at) ? END : undefined;
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
      this.#enter(atom, at);
      this.shift += atom.surplus;
      this.at = end + 1;
      this.namespace = tag.namespace;
    } else {
      if (nameClass[byte] !== 0 || byte >= 0x80) return 0;
      this.#enter(atom, at);
      this.shift += atom.surplus;
      this.at = end;
      this.#readAttributes(atom);
      this.namespace = tag.scope === this.scope ? tag.namespace : this.#bound(atom.prefix, at + 1);
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

  /**
   * At a start tag: reads an element that has nothing but character data in it; the reader is at its end then. False, and nothing is
   * read, where there is anything else.
   */
  leaf(): boolean {
    if (this.pendingEnd) {
      this.#end();
      this.textOffset = this.#textEnd = this.offset;
      this.leafPlain = true;
      return true;
    }
    const { bytes } = this;
    const start = this.at;
    if (start > this.last) return false;
    let at = start;
    let byte = bytes[at] ?? 0;
    while (textClass[byte] === PLAIN) byte = bytes[++at] ?? 0;
    this.#textSurplus = 0;
    this.leafPlain = !this.later;
    if (byte !== 0x3c) {
      at = this.#leafEnd(at);
      if (at < 0) return false;
    }
    const { shift } = this;
    if (bytes[at + 1] !== 0x2f || at - start > this.limits.text || !this.#ends(at)) return false;
    this.shift += this.#textSurplus;
    this.textOffset = start;
    this.#textEnd = at;
    this.#textShift = shift;
    return true;
  }

  /** Goes on to the next markup where the text of a leaf is more than plain ASCII; -1 where it is not for `leaf`. */
  #leafEnd(from: number): number {
    const { bytes } = this;
    let at = from;
    for (;;) {
      const byte = bytes[at] ?? 0;
      if (byte === 0x3c) return at;
      if (byte >= 0x80) {
        // U+FFFE and U+FFFF are no characters.
        if (byte === 0xef && bytes[at + 1] === 0xbf && (bytes[at + 2] ?? 0) >= 0xbe) return -1;
        this.#textSurplus += surplusOf(byte);
        at += widthOf(byte);
      } else if (byte === 0x26 || byte === 0x0d) {
        this.leafPlain = false;
        at++;
      } else if (byte === 0x3e && at < this.last && bytes[at - 1] !== 0x5d) at++;
      else return -1;
      while (textClass[bytes[at] ?? 0] === PLAIN) at++;
    }
  }

  /** The text that `leaf` has read. */
  leafText(): string {
    const start = this.textOffset;
    const end = this.#textEnd;
    const shift = this.#textShift;
    if (start === end) return "";
    const raw = this.cut(start, end, shift, shift + this.#textSurplus);
    return this.leafPlain ? raw : this.resolved(raw, start);
  }

  /** What something makes of the bytes of the text that `leaf` has read; they are its characters where it is plain. */
  leafBytes<T>(scan: (bytes: Uint8Array, start: number, end: number) => T): T {
    return scan(this.bytes, this.textOffset, this.#textEnd);
  }

  /** Whether `leaf` has read no text at all. */
  get leafEmpty(): boolean {
    return this.textOffset === this.#textEnd;
  }

  #attribute(index: number): Attribute {
    const attribute = this.#attributes[index];
    if (attribute === undefined || index >= this.attributeCount) throw new RangeError(`there is no attribute ${index}`);
    return attribute;
  }

  /** The XML declaration (production 23). */
  protected declaration(): void {
    const start = this.at;
    if (!this.stands(start, "<?xml") || !isSpace(this.bytes[start + 5] ?? 0)) return;
    const end = this.bytes.indexOf(0x3e, start);
    if (end < 0) this.exhausted("the XML declaration does not end", start, "?>");
    if (this.bytes[end - 1] !== 0x3f) this.malformed("the XML declaration is not well-formed", start);
    const declared = this.cut(start + 5, end - 1, this.shift, this.shift);
    const grammar =
      /^[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][A-Za-z0-9._-]*"|'[A-Za-z][A-Za-z0-9._-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*$/;
    if (!grammar.test(declared)) this.malformed("the XML declaration is not well-formed", start);
    this.later = /version[ \t\r\n]*=[ \t\r\n]*["']1\.1["']/.test(declared);
    // All that the grammar has is ASCII.
    this.at = end + 1;
    if (this.later) this.restrictedIn(end);
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
      if (at > this.last) this.#truncated(at);
      const next = bytes[at + 1];
      if (next === 0x3f) this.#instruction();
      else if (next === 0x21) this.#comment();
      else if (this.rootSeen) this.malformed("a second root element", at, "end of the document");
      else {
        this.rootSeen = true;
        return this.#startTag();
      }
    }
  }

  /** Markup that begins and does not end: what it is says which error that is. */
  #truncated(at: number): never {
    const next = this.bytes[at + 1];
    if (next === 0x3f) return this.exhausted("a processing instruction does not end", at, "?>");
    if (this.stands(at, "<!--")) return this.exhausted("a comment does not end", at, "-->");
    if (this.stands(at, "<![CDATA[")) {
      return this.exhausted("a CDATA section does not end", at, "]]>");
    }
    if (this.depth > 0 && (next === undefined || next === 0x2f)) return this.#unclosed();
    return this.exhausted("the document ends inside a tag", this.bytes.length, ">");
  }

  #unclosed(): never {
    const open = this.open[this.depth - 1]?.text ?? "";
    return this.exhausted(`the document ends inside <${open}>`, this.bytes.length, `</${open}>`);
  }

  /** Content of an element (production 43). */
  #inside(): TokenKind {
    const { bytes } = this;
    const start = this.at;
    let text: string | undefined;
    for (;;) {
      const at = this.at;
      if (bytes[at] !== 0x3c) {
        const piece = this.#characters();
        text = text === undefined ? piece : text + (piece ?? "");
      } else {
        if (at > this.last) this.#truncated(at);
        const next = bytes[at + 1];
        if (next === 0x21 && bytes[at + 2] === 0x5b) text = (text ?? "") + this.#cdata();
        else if (next === 0x21) this.#comment();
        else if (next === 0x3f) this.#instruction();
        else if (text !== undefined && text !== "") {
          this.offset = start;
          this.text = text;
          return TEXT;
        } else {
          this.offset = at;
          return next === 0x2f ? this.#endTag() : this.#startTag();
        }
      }
      if (text !== undefined && text.length > this.limits.text) this.#longText();
    }
  }

  #longText(): never {
    return this.fail("xml.limit", `a text has more than ${this.limits.text} characters`, {
      expected: `at most ${this.limits.text} characters`,
    });
  }

  /** Character data (production 14) with references resolved and line ends normalised. */
  #characters(): string {
    const { bytes, last } = this;
    const start = this.at;
    const { shift } = this;
    let at = start;
    let plain = !this.later;
    for (;;) {
      if (at > last) {
        this.at = at;
        this.#unclosed();
      }
      const byte = bytes[at] ?? 0;
      const kind = textClass[byte];
      if (kind === PLAIN) at++;
      else if (kind === LESS) break;
      else if (kind === WIDE) at = this.wide(at);
      else if (kind === AMPERSAND || kind === RETURN) {
        plain = false;
        at++;
      } else if (kind === FORBIDDEN) this.notCharacter(at, byte);
      else {
        if (kind === GREATER && at - start >= 2 && bytes[at - 1] === 0x5d && bytes[at - 2] === 0x5d) {
          this.malformed("]]> in text", at - 2, "]]&gt;");
        }
        at++;
      }
    }
    this.at = at;
    const raw = this.cut(start, at, shift, this.shift);
    return plain ? raw : this.resolved(raw, start);
  }

  #cdata(): string {
    const start = this.at;
    if (!this.stands(start, "<![CDATA[")) {
      if (start + 9 > this.last) this.#truncated(start);
      this.malformed("not a CDATA section", start, "<![CDATA[");
    }
    const { shift } = this;
    let at = start + 9;
    for (;;) {
      at = this.pass(at, 0x3e, start, "a CDATA section", "]]>");
      if (at - start >= 11 && this.bytes[at - 1] === 0x5d && this.bytes[at - 2] === 0x5d) break;
      at++;
    }
    this.at = at + 1;
    return this.lines(this.cut(start + 9, at - 2, shift, this.shift));
  }

  /** A comment (production 15); a document type declaration ends here too. */
  #comment(): void {
    const { bytes } = this;
    const start = this.at;
    if (bytes[start + 2] !== 0x2d || bytes[start + 3] !== 0x2d) {
      if (start + 9 > this.last && !this.final) this.#truncated(start);
      if (/^<!doctype/i.test(this.excerpt(start, 9))) this.#doctype(start);
      this.malformed("not a comment", start, this.depth === 0 ? "an element" : "content");
    }
    let at = start + 4;
    for (;;) {
      at = this.pass(at, 0x2d, start, "a comment", "-->");
      if (bytes[at + 1] === 0x2d) break;
      at++;
    }
    if (bytes[at + 2] !== 0x3e) {
      if (at + 2 > this.last) this.exhausted("a comment does not end", start, "-->");
      this.malformed("-- inside a comment", at, "-->");
    }
    this.at = at + 3;
  }

  #doctype(start: number): never {
    this.offset = start;
    const head = this.excerpt(start, 40);
    const html = /^<!doctype\s+html/i.test(head);
    return this.fail(
      "xml.doctype",
      html ? "this is an HTML page, not XML" : "a document type declaration is not accepted",
      { offset: start, received: head, expected: "an element" },
    );
  }

  /** A processing instruction (production 16). */
  #instruction(): void {
    const { bytes } = this;
    const start = this.at;
    this.at = start + 2;
    const target = this.name().text;
    if (target.toLowerCase() === "xml") this.malformed("an XML declaration is only allowed at the start", start);
    if (target.includes(":")) this.malformed("a colon in the target of a processing instruction", start);
    const from = this.at;
    let at = from;
    for (;;) {
      at = this.pass(at, 0x3e, start, "a processing instruction", "?>");
      if (bytes[at - 1] === 0x3f && at > from) break;
      at++;
    }
    if (at - 1 > from && !isSpace(bytes[from] ?? 0)) {
      this.malformed("a space is missing after the target of a processing instruction", from);
    }
    this.at = at + 1;
  }

  /** A start tag or an empty-element tag (productions 40 and 44). */
  #startTag(): TokenKind {
    const start = this.at;
    const atom = this.#startName(start);
    this.#enter(atom, start);
    if (this.bytes[this.at] === 0x3e) this.at++;
    else this.#readAttributes(atom);
    if (!atom.qualified) this.#notQualified(atom.text, start + 1);
    this.namespace = this.#bound(atom.prefix, start + 1);
    return START;
  }

  /** The name in a start tag; the one that came here the last time is compared first. */
  #startName(start: number): Atom {
    const before = this.current;
    const likely = before?.follower;
    if (likely?.start !== undefined && matches(this.view, start, likely.start)) {
      const end = start + 1 + likely.bytes.length;
      const byte = this.bytes[end] ?? 0;
      if (nameClass[byte] === 0 && byte < 0x80 && likely.text.length <= this.limits.name) {
        this.at = end;
        this.shift += likely.surplus;
        return likely;
      }
    }
    this.at = start + 1;
    const atom = this.name();
    if (before !== undefined) before.follower = atom;
    return atom;
  }

  #enter(atom: Atom, start: number): void {
    this.offset = start;
    if (this.depth >= this.limits.depth) {
      this.fail("xml.limit", `elements are nested more than ${this.limits.depth} deep`, {
        expected: `at most ${this.limits.depth} levels`,
      });
    }
    this.open[this.depth] = atom;
    this.outer[this.depth] = this.scope;
    this.current = atom;
    this.depth++;
  }

  #leave(): void {
    this.pendingPop = false;
    this.depth--;
    this.scope = this.outer[this.depth] ?? rootScope;
  }

  /** The end of an empty-element tag. */
  #end(): 2 {
    this.pendingEnd = false;
    this.pendingPop = true;
    this.attributeCount = 0;
    return END;
  }

  /** Reads an end tag that is written as most are; false where it is another, and nothing is read. */
  #ends(at: number): boolean {
    const atom = this.open[this.depth - 1];
    if (atom === undefined) return false;
    if (!matches(this.view, at, atom.end)) return false;
    this.offset = at;
    this.at = at + atom.end.length;
    this.shift += atom.surplus;
    this.attributeCount = 0;
    this.current = atom;
    this.pendingPop = true;
    return true;
  }

  /** An end tag (production 42). */
  #endTag(): TokenKind {
    const start = this.at;
    if (this.#ends(start)) {
      this.namespace = this.scope.lookup(this.prefix) ?? "";
      return END;
    }
    const open = this.open[this.depth - 1];
    this.at = start + 2;
    const atom = this.name();
    if (open === undefined || atom.text !== open.text) {
      this.malformed(`</${atom.text}> ends <${open?.text ?? ""}>`, start, `</${open?.text ?? ""}>`);
    }
    while (isSpace(this.bytes[this.at] ?? 0)) this.at++;
    if (this.bytes[this.at] !== 0x3e) this.malformed(`</${atom.text} does not end`, this.at, ">");
    this.at++;
    this.current = atom;
    this.namespace = this.scope.lookup(atom.prefix) ?? "";
    this.pendingPop = true;
    return END;
  }

  /** What stands behind the name in a start tag, to its end. */
  #readAttributes(tag: Atom): void {
    const { shape } = tag;
    if (shape !== undefined && this.#repeats(shape)) return;
    const { bytes } = this;
    const start = this.at;
    const { shift } = this;
    let count = 0;
    let declarations = 0;
    let steady = !this.later;
    for (;;) {
      const gap = this.at;
      let at = gap;
      while (isSpace(bytes[at] ?? 0)) at++;
      this.at = at;
      const byte = bytes[at];
      if (byte === 0x3e) {
        this.at++;
        break;
      }
      if (byte === 0x2f && bytes[at + 1] === 0x3e) {
        this.at += 2;
        this.pendingEnd = true;
        break;
      }
      if (at > this.last) this.exhausted(`the document ends inside the tag <${tag.text}`, bytes.length, ">");
      if (byte === 0x2f) this.malformed("/ inside a tag", at, "/>");
      if (gap === at) this.malformed("a space is missing before an attribute", at, "a space, > or />");
      if (count + declarations >= this.limits.attributes) this.#manyAttributes(tag);
      if (this.#readAttribute(count)) count++;
      else declarations++;
    }
    this.#attributes = this.#own;
    this.attributeCount = count;
    for (let index = 0; index < count; index++) {
      const attribute = this.#attribute(index);
      if (attribute.prefix === "") {
        steady = false;
        continue;
      }
      attribute.namespace = this.#bound(attribute.prefix, attribute.offset);
      if (attribute.namespace !== XSI_NAMESPACE) steady = false;
    }
    if (count > 1) this.#findTwice(count);
    if (steady && declarations + count > 0 && this.at - start <= longestShape && tag.patience > 0)
      this.#keepShape(tag, start, shift, declarations);
  }

  #manyAttributes(tag: Atom): never {
    return this.fail("xml.limit", `<${tag.text}> has more than ${this.limits.attributes} attributes`, {
      offset: this.at,
      expected: `at most ${this.limits.attributes} attributes`,
    });
  }

  /** Whether the tag goes on as it did the last time; it is read then. */
  #repeats(shape: TagShape): boolean {
    const { pattern, attributes, declarations } = shape;
    // Shapes were read as XML 1.0.
    if (this.later || shape.outer !== this.scope || attributes.length + declarations > this.limits.attributes)
      return false;
    if (this.limits.text < longestShape || this.limits.name < longestShape) return false;
    if (!matches(this.view, this.at, pattern)) return false;
    this.at += pattern.length;
    this.shift += shape.surplus;
    this.#attributes = attributes;
    this.attributeCount = attributes.length;
    this.scope = shape.inner;
    this.pendingEnd = shape.empty;
    return true;
  }

  #keepShape(tag: Atom, start: number, shift: number, declarations: number): void {
    tag.patience--;
    const pattern = patternOf(this.bytes.slice(start, this.at));
    const attributes: Attribute[] = [];
    for (let index = 0; index < this.attributeCount; index++) {
      // What is cut from the document would keep all of it alive.
      attributes.push({ ...this.#attribute(index), value: copied(this.attributeValue(index)) });
    }
    tag.shape = {
      pattern,
      surplus: this.shift - shift,
      outer: this.outer[this.depth - 1] ?? rootScope,
      inner: this.scope,
      attributes,
      declarations,
      empty: this.pendingEnd,
    };
  }

  /** Reads one attribute into the slot; answers false where it is a namespace declaration. */
  #readAttribute(slot: number): boolean {
    const { bytes } = this;
    const start = this.at;
    const name = this.name();
    let at = this.at;
    while (isSpace(bytes[at] ?? 0)) at++;
    if (at > this.last) this.exhausted("the document ends inside a tag", bytes.length, "=");
    if (bytes[at] !== 0x3d) this.malformed(`the attribute ${name.text} has no value`, at, "=");
    at++;
    while (isSpace(bytes[at] ?? 0)) at++;
    if (at > this.last) this.exhausted("the document ends inside a tag", bytes.length, "a quoted value");
    const quote = bytes[at] ?? 0;
    if (quote !== 0x22 && quote !== 0x27) this.malformed(`the value of ${name.text} is not quoted`, at, "\" or '");
    const from = at + 1;
    const startShift = this.shift;
    const plain = this.#passValue(from, quote, name);
    const to = this.at;
    const endShift = this.shift;
    this.at = to + 1;
    if (to - from - (endShift - startShift) > this.limits.text) {
      this.fail("xml.limit", `the value of ${name.text} has more than ${this.limits.text} characters`, {
        offset: from,
      });
    }
    // References are checked where they stand, whether or not anybody asks for the value.
    const value = plain ? undefined : this.#attributeText(this.cut(from, to, startShift, endShift), from);
    if (!name.qualified) this.#notQualified(name.text, start);
    if (name.text === "xmlns" || name.prefix === "xmlns") {
      const namespace =
        value ?? (to - from > longestShape ? this.cut(from, to, startShift, endShift) : atomOf(bytes, from, to).text);
      this.#declare(name.text === "xmlns" ? "" : name.text.slice(6), namespace, start);
      return false;
    }
    const attribute = (this.#own[slot] ??= {
      prefix: "",
      localName: "",
      namespace: "",
      offset: 0,
      start: 0,
      end: 0,
      startShift: 0,
      endShift: 0,
      value: "",
    });
    attribute.prefix = name.prefix;
    attribute.localName = name.local;
    attribute.namespace = "";
    attribute.offset = start;
    attribute.start = from;
    attribute.end = to;
    attribute.startShift = startShift;
    attribute.endShift = endShift;
    attribute.value = value;
    return true;
  }

  /** Passes the value of an attribute to its quote (production 10); answers whether it is what it says. */
  #passValue(from: number, quote: number, name: Atom): boolean {
    const { bytes, last } = this;
    let plain = true;
    let at = from;
    for (;;) {
      if (at > last) {
        this.at = at;
        const end = quote === 0x22 ? '"' : "'";
        return this.exhausted(`the value of ${name.text} does not end`, from - 1, end);
      }
      const byte = bytes[at] ?? 0;
      const kind = valueClass[byte];
      if (kind === PLAIN) at++;
      else if (kind === QUOTE) {
        if (byte === quote) break;
        at++;
      } else if (kind === WIDE) {
        if (this.later) plain = false;
        at = this.wide(at);
      } else if (kind === LESS) this.malformed(`< in the value of ${name.text}`, at, "&lt;");
      else if (kind === FORBIDDEN) this.notCharacter(at, byte);
      else {
        if (kind === AMPERSAND || kind === RETURN || kind === BREAK) plain = false;
        at++;
      }
    }
    this.at = at;
    return plain;
  }

  #attributeText(raw: string, offset: number): string {
    return this.references(this.lines(raw).replace(/[\n\t\r]/g, " "), offset);
  }

  #notQualified(name: string, offset: number): never {
    return this.malformed(`${name} is not a qualified name`, offset, "prefix:local");
  }

  /** A namespace declaration (Namespaces, 2.2 and 3). */
  #declare(prefix: string, namespace: string, offset: number): void {
    if (prefix === "xmlns") this.malformed("the prefix xmlns must not be declared", offset);
    // Namespaces 1.1 takes a prefix back like this (5).
    if (prefix !== "" && namespace === "" && !this.later)
      this.malformed(`the prefix ${prefix} is bound to no namespace`, offset);
    if ((prefix === "xml") !== (namespace === XML_NAMESPACE) || namespace === XMLNS_NAMESPACE) {
      this.malformed(`${namespace} must not be bound to ${prefix === "" ? "the default" : prefix}`, offset);
    }
    const outer = this.outer[this.depth - 1] ?? rootScope;
    if (this.#declared.has(prefix, this.scope, outer))
      this.malformed(`xmlns${prefix === "" ? "" : `:${prefix}`} twice`, offset);
    this.scope = this.scope.declare(outer, prefix, namespace);
  }

  /** An attribute stands once in a tag, by its expanded name (Namespaces, 6.3). */
  #findTwice(count: number): void {
    const seen = new Set<string>();
    for (let index = 0; index < count; index++) {
      const { namespace, localName, offset } = this.#attribute(index);
      seen.add(`${namespace} ${localName}`);
      if (seen.size <= index) this.malformed(`the attribute ${localName} stands twice`, offset);
    }
  }

  #bound(prefix: string, offset: number): string {
    if (prefix === "") return this.scope.standard;
    if (prefix === "xmlns") this.malformed("the prefix xmlns is reserved", offset);
    const namespace = this.scope.lookup(prefix);
    if (namespace === undefined) this.malformed(`the prefix ${prefix} is not bound to a namespace`, offset);
    return namespace;
  }
}

/** The same text with characters of its own. */
function copied(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
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
