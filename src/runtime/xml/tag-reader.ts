import { XML_NAMESPACE } from "../codec/namespaces.ts";
import { atomOf, type Atom } from "./atoms.ts";
import type { Attribute } from "./attribute.ts";
import { isSpace } from "./characters.ts";
import {
  AMPERSAND,
  BREAK,
  FORBIDDEN,
  LESS,
  nameClass,
  PLAIN,
  RETURN,
  surplusOf,
  valueClass,
  widthOf,
} from "./classes.ts";
import { MarkupReader } from "./markup-reader.ts";
import { matches, patternOf } from "./pattern.ts";
import { declarationsIn, DeclaredPrefixes, isBare, rootScope, type Declaration, type Scope } from "./scope.ts";
import { END, START, type TokenKind } from "./tokens.ts";
import { longestShape, type TagShape } from "./shapes.ts";

const XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";
const XSI_NAMESPACE = "http://www.w3.org/2001/XMLSchema-instance";

/** Attributes that are compared with each other, each with each. */
const fewAttributes = 12;

/** Reads tags: names, attributes and namespace declarations (Namespaces in XML 1.0). */
export class TagReader extends MarkupReader {
  namespace = "";
  attributeCount = 0;
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
  protected attributes: readonly Attribute[] = [];
  readonly #own: Attribute[] = [];

  get localName(): string {
    return this.current?.local ?? "";
  }

  get prefix(): string {
    return this.current?.prefix ?? "";
  }

  attributeNamespace(index: number): string {
    return this.attribute(index).namespace;
  }

  attributeLocalName(index: number): string {
    return this.attribute(index).name.local;
  }

  /** Value with references resolved and white space normalised (3.3.3, CDATA). */
  attributeValue(index: number): string {
    const attribute = this.attribute(index);
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

  protected attribute(index: number): Attribute {
    const attribute = this.attributes[index];
    if (attribute === undefined || index >= this.attributeCount) throw new RangeError(`there is no attribute ${index}`);
    return attribute;
  }

  /** A start tag or an empty-element tag (productions 40 and 44). */
  protected startTag(): TokenKind {
    const start = this.at;
    const atom = this.#startName(start);
    this.enter(atom, start);
    if (this.bytes[this.at] === 0x3e) this.at++;
    else this.readAttributes(atom);
    if (!atom.qualified) this.#notQualified(atom.text, start + 1);
    this.namespace = this.namespaceOf(atom, start + 1);
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

  protected enter(atom: Atom, start: number): void {
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

  protected leave(): void {
    this.pendingPop = false;
    this.depth--;
    this.scope = this.outer[this.depth] ?? rootScope;
  }

  /** The end of an empty-element tag. */
  protected endEmpty(): 2 {
    this.pendingEnd = false;
    this.pendingPop = true;
    this.attributeCount = 0;
    return END;
  }

  /** Reads an end tag that is written as most are; false where it is another, and nothing is read. */
  protected ends(at: number): boolean {
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
  protected endTag(): TokenKind {
    const start = this.at;
    if (this.ends(start)) {
      const name = this.current;
      this.namespace = name === undefined ? "" : this.namespaceOf(name, start);
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
  protected readAttributes(tag: Atom): void {
    const { shape } = tag;
    if (shape !== undefined && this.#repeats(shape)) return;
    const { bytes } = this;
    const start = this.at;
    const { shift } = this;
    let count = 0;
    let declarations = 0;
    let steady = !this.later;
    let name: Atom | undefined;
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
      const before: Atom = name ?? tag;
      name = this.name(before.attribute);
      before.attribute = name;
      if (this.#readAttribute(count, name, at)) count++;
      else declarations++;
    }
    this.attributes = this.#own;
    this.attributeCount = count;
    for (let index = 0; index < count; index++) {
      const attribute = this.attribute(index);
      if (!attribute.name.prefixed) {
        steady = false;
        continue;
      }
      attribute.namespace = this.namespaceOf(attribute.name, attribute.offset);
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
    this.attributes = attributes;
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
      attributes.push({ ...this.attribute(index), value: copied(this.attributeValue(index)) });
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

  /** Reads an attribute behind its name into the slot; answers false where it is a namespace declaration. */
  #readAttribute(slot: number, name: Atom, start: number): boolean {
    const { bytes } = this;
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
    const value = plain ? undefined : this.resolved(from, to, startShift, endShift, true);
    if (!name.qualified) this.#notQualified(name.text, start);
    if (name.declares !== undefined) {
      const namespace =
        value ?? (to - from > longestShape ? this.cut(from, to, startShift, endShift) : atomOf(bytes, from, to).text);
      this.#declare(name.declares, namespace, start);
      return false;
    }
    const attribute = (this.#own[slot] ??= {
      name,
      namespace: "",
      offset: 0,
      start: 0,
      end: 0,
      startShift: 0,
      endShift: 0,
      value: "",
    });
    attribute.name = name;
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
    let surplus = 0;
    let at = from;
    for (;;) {
      let byte = bytes[at] ?? 0;
      while (valueClass[byte] === PLAIN) byte = bytes[++at] ?? 0;
      if (at > last) {
        this.at = at;
        const end = quote === 0x22 ? '"' : "'";
        return this.exhausted(`the value of ${name.text} does not end`, from - 1, end);
      }
      if (byte === quote) break;
      if (byte >= 0x80) {
        if (this.later) plain = false;
        if (byte === 0xef) this.checkCharacter(at);
        surplus += surplusOf(byte);
        at += widthOf(byte);
        continue;
      }
      const kind = valueClass[byte];
      if (kind === LESS) this.malformed(`< in the value of ${name.text}`, at, "&lt;");
      if (kind === FORBIDDEN) this.notCharacter(at, byte);
      if (kind === AMPERSAND || kind === RETURN || kind === BREAK) plain = false;
      at++;
    }
    this.at = at;
    this.shift += surplus;
    return plain;
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
    if (count > fewAttributes) return this.#findTwiceOfMany(count);
    for (let index = 1; index < count; index++) {
      const { namespace, name, offset } = this.attribute(index);
      for (let before = 0; before < index; before++) {
        const other = this.attribute(before);
        // Most have no prefix, and names that differ.
        if (!name.prefixed && !other.name.prefixed && name.hash !== other.name.hash) continue;
        if (other.name.local === name.local && other.namespace === namespace) this.#standsTwice(name.local, offset);
      }
    }
  }

  #findTwiceOfMany(count: number): void {
    const seen = new Set<string>();
    for (let index = 0; index < count; index++) {
      const { namespace, name, offset } = this.attribute(index);
      seen.add(`${namespace} ${name.local}`);
      if (seen.size <= index) this.#standsTwice(name.local, offset);
    }
  }

  #standsTwice(localName: string, offset: number): never {
    return this.malformed(`the attribute ${localName} stands twice`, offset);
  }

  /** The namespace of an element's name, or of an attribute's that has a prefix. */
  protected namespaceOf(atom: Atom, offset: number): string {
    const { scope } = this;
    if (atom.scope === scope) return atom.namespace;
    if (!atom.prefixed) return scope.standard;
    if (atom.prefix === "xmlns") this.malformed("the prefix xmlns is reserved", offset);
    const namespace = scope.lookup(atom.prefix);
    if (namespace === undefined) this.malformed(`the prefix ${atom.prefix} is not bound to a namespace`, offset);
    atom.scope = scope;
    atom.namespace = namespace;
    return namespace;
  }
}

/** The same text with characters of its own. */
function copied(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
