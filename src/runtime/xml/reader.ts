/**
 * A pull reader for XML 1.0 (fifth edition) with Namespaces in XML 1.0, over a whole string. Strict on well-formedness; document
 * type declarations are refused. Names and prefixes are interned; positions and paths are worked out only when asked for.
 */
import { XmlError, type XmlErrorCode } from "../errors.ts";
import type { Limits } from "../codec/mode.ts";
import { continuesName, forbidden, isCharacter, isSpace, startsName } from "./characters.ts";
import { PathFinder } from "./path.ts";

export const EOF = 0;
export const START = 1;
export const END = 2;
export const TEXT = 3;

/** What the reader stands on. */
export type TokenKind = 0 | 1 | 2 | 3;

/** The limits that hold where a caller sets none. */
export const defaultLimits: Limits = {
  depth: 256,
  size: 64 * 1024 * 1024,
  attributes: 1024,
  name: 4096,
  text: 32 * 1024 * 1024,
};

const xmlNamespace = "http://www.w3.org/XML/1998/namespace";
const xmlnsNamespace = "http://www.w3.org/2000/xmlns/";

/** One namespace declaration in scope. */
interface Binding {
  readonly prefix: string;
  readonly namespace: string;
  /** Depth of the element that declares it. */
  readonly depth: number;
}

/** An attribute as the start tag has it; its value is decoded on first use. */
interface RawAttribute {
  prefix: string;
  localName: string;
  namespace: string;
  start: number;
  end: number;
  /** Whether the raw value holds references, line breaks or tabs. */
  plain: boolean;
}

/** Reads a document token by token. Open with `openReader`, which keeps one instance alive for reuse. */
export class XmlReader {
  namespace = "";
  localName = "";
  prefix = "";
  text = "";
  /** Nested elements, the current one included. */
  depth = 0;
  /** Start of the current token in the text. */
  offset = 0;
  attributeCount = 0;

  #xml = "";
  #limits: Limits = defaultLimits;
  #at = 0;
  #rootSeen = false;
  /** The document says that it is XML 1.1. */
  #later = false;
  /** The current start tag was an empty-element tag: its end is still to be reported. */
  #pendingEnd = false;
  /** An element ended: its depth and namespaces are dropped when the reader moves on. */
  #pendingPop = false;
  readonly #attributes: RawAttribute[] = [];
  #bindings: Binding[] = [];
  readonly #names: string[] = [];
  readonly #namespaces: string[] = [];
  readonly #locals: string[] = [];
  readonly #prefixes: string[] = [];
  readonly #paths = new PathFinder();
  /** Where the last position was asked for: its offset, its line, and where that line begins. */
  #placed = { offset: 0, line: 1, start: 0 };

  /** Begins a document. */
  open(text: string, limits?: Partial<Limits>): this {
    this.#xml = text;
    this.#limits = limits === undefined ? defaultLimits : { ...defaultLimits, ...limits };
    this.#at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.#rootSeen = false;
    this.#later = false;
    this.#pendingEnd = false;
    this.#pendingPop = false;
    this.#bindings = [];
    this.#paths.reset();
    this.#placed = { offset: 0, line: 1, start: 0 };
    this.depth = 0;
    this.offset = 0;
    this.attributeCount = 0;
    this.namespace = this.localName = this.prefix = this.text = "";
    if (text.length > this.#limits.size) {
      this.fail("xml.limit", `the document has more than ${this.#limits.size} characters`, {
        expected: `at most ${this.#limits.size} characters`,
        received: `${text.length} characters`,
      });
    }
    const bad = forbidden.exec(text);
    if (bad !== null) {
      const code = text.codePointAt(bad.index) ?? 0;
      this.fail("xml.malformed", `U+${code.toString(16).toUpperCase().padStart(4, "0")} is not a character of XML`, {
        offset: bad.index,
      });
    }
    this.#declaration();
    return this;
  }

  /** Another reader at the same token of the same document. */
  fork(): XmlReader {
    const other = new XmlReader();
    other.namespace = this.namespace;
    other.localName = this.localName;
    other.prefix = this.prefix;
    other.text = this.text;
    other.depth = this.depth;
    other.offset = this.offset;
    other.attributeCount = this.attributeCount;
    other.#xml = this.#xml;
    other.#limits = this.#limits;
    other.#at = this.#at;
    other.#rootSeen = this.#rootSeen;
    other.#later = this.#later;
    other.#pendingEnd = this.#pendingEnd;
    other.#pendingPop = this.#pendingPop;
    for (const attribute of this.#attributes.slice(0, this.attributeCount)) other.#attributes.push({ ...attribute });
    other.#bindings = [...this.#bindings];
    other.#names.push(...this.#names.slice(0, this.depth));
    other.#namespaces.push(...this.#namespaces.slice(0, this.depth));
    other.#locals.push(...this.#locals.slice(0, this.depth));
    other.#prefixes.push(...this.#prefixes.slice(0, this.depth));
    return other;
  }

  /** Moves to the next token. */
  next(): TokenKind {
    if (this.#pendingEnd) {
      this.#pendingEnd = false;
      this.#pendingPop = true;
      this.attributeCount = 0;
      return END;
    }
    if (this.#pendingPop) this.#leave();
    this.attributeCount = 0;
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
    const raw = this.#xml.slice(attribute.start, attribute.end);
    return attribute.plain ? raw : this.#attributeText(raw, attribute.start);
  }

  /** Namespace bound to a prefix here ("" asks for the default one); undefined where it is unbound. */
  lookup(prefix: string): string | undefined {
    for (let index = this.#bindings.length - 1; index >= 0; index--) {
      const binding = this.#bindings[index];
      if (binding !== undefined && binding.prefix === prefix) {
        return binding.namespace === "" && prefix !== "" ? undefined : binding.namespace;
      }
    }
    if (prefix === "xml") return xmlNamespace;
    return prefix === "" ? "" : undefined;
  }

  /** Namespace declarations of the current start tag. */
  namespacesHere(): readonly (readonly [prefix: string, namespace: string])[] {
    return this.#bindings
      .filter((binding) => binding.depth === this.depth)
      .map((binding) => [binding.prefix, binding.namespace] as const);
  }

  /** All namespace declarations in scope, inner ones winning; the default namespace under "". */
  namespacesInScope(): readonly (readonly [prefix: string, namespace: string])[] {
    const scope = new Map<string, string>();
    for (const { prefix, namespace } of this.#bindings) scope.set(prefix, namespace);
    return [...scope].filter(([prefix, namespace]) => prefix !== "" || namespace !== "");
  }

  /** Line and column, counted from 1, of an offset; of the current token where none is given. */
  position(offset: number = this.offset): { readonly line: number; readonly column: number } {
    const end = Math.min(offset, this.#xml.length);
    // Goes on from the last question, so that many reports cost one pass together.
    let { offset: at, line, start } = end < this.#placed.offset ? { offset: 0, line: 1, start: 0 } : this.#placed;
    for (; at < end; at++) {
      const code = this.#xml.charCodeAt(at);
      if (code === 0x0a || (code === 0x0d && this.#xml.charCodeAt(at + 1) !== 0x0a)) {
        line++;
        start = at + 1;
      }
    }
    this.#placed = { offset: end, line, start };
    return { line, column: end - start + 1 };
  }

  /** Path of the current element: `/Envelope/Body/Item[3]/Code`. */
  path(): string {
    return this.#paths.pathAt(this.#xml, this.offset, this.#names.slice(0, this.depth));
  }

  /** Ends reading with an error at the current token, or at an offset. */
  fail(
    code: XmlErrorCode,
    message: string,
    detail: { readonly expected?: string; readonly received?: string; readonly offset?: number } = {},
  ): never {
    const { offset, ...rest } = detail;
    throw new XmlError(code, message, { path: this.path(), ...this.position(offset), ...rest });
  }

  /** Lets go of the document. */
  close(): void {
    this.#xml = "";
    this.#bindings = [];
    this.depth = 0;
    this.attributeCount = 0;
    this.text = "";
  }

  #attribute(index: number): RawAttribute {
    const attribute = this.#attributes[index];
    if (attribute === undefined || index >= this.attributeCount) throw new RangeError(`there is no attribute ${index}`);
    return attribute;
  }

  #malformed(message: string, offset: number = this.#at, expected?: string): never {
    const found = this.#xml.slice(offset, offset + 20);
    return this.fail("xml.malformed", message, {
      offset,
      received: found === "" ? "end of the document" : found,
      ...(expected === undefined ? {} : { expected }),
    });
  }

  /** The XML declaration (production 23). */
  #declaration(): void {
    const xml = this.#xml;
    if (!xml.startsWith("<?xml", this.#at) || !isSpace(xml.charCodeAt(this.#at + 5))) return;
    const end = xml.indexOf("?>", this.#at);
    if (end < 0) this.#malformed("the XML declaration does not end", this.#at, "?>");
    const declared = xml.slice(this.#at + 5, end);
    const grammar =
      /^[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][A-Za-z0-9._-]*"|'[A-Za-z][A-Za-z0-9._-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*$/;
    if (!grammar.test(declared)) this.#malformed("the XML declaration is not well-formed", this.#at);
    this.#later = /version[ \t\r\n]*=[ \t\r\n]*["']1\.1["']/.test(declared);
    this.#at = end + 2;
  }

  /** Prolog and epilog: one element, comments, processing instructions and white space. */
  #outside(): TokenKind {
    const xml = this.#xml;
    for (;;) {
      while (isSpace(xml.charCodeAt(this.#at))) this.#at++;
      this.offset = this.#at;
      if (this.#at >= xml.length) {
        if (!this.#rootSeen) this.#malformed("the document has no element", this.#at, "an element");
        return EOF;
      }
      if (xml.charCodeAt(this.#at) !== 0x3c) {
        this.#malformed(this.#rootSeen ? "text after the root element" : "text before the root element", this.#at, "<");
      }
      const next = xml.charCodeAt(this.#at + 1);
      if (next === 0x3f) this.#instruction();
      else if (next === 0x21) this.#comment();
      else if (this.#rootSeen) this.#malformed("a second root element", this.#at, "end of the document");
      else {
        this.#rootSeen = true;
        return this.#startTag();
      }
    }
  }

  /** Content of an element (production 43). */
  #inside(): TokenKind {
    const xml = this.#xml;
    let text = "";
    let first = -1;
    for (;;) {
      const at = this.#at;
      const code = xml.charCodeAt(at);
      if (code !== 0x3c) {
        if (first < 0) first = at;
        if (at >= xml.length) this.#truncated();
        let end = xml.indexOf("<", at);
        if (end < 0) end = xml.length;
        text += this.#characters(at, end);
        this.#at = end;
      } else {
        const next = xml.charCodeAt(at + 1);
        if (next === 0x21 && xml.startsWith("<![CDATA[", at)) {
          if (first < 0) first = at;
          text += this.#cdata();
        } else if (next === 0x21) this.#comment();
        else if (next === 0x3f) this.#instruction();
        else if (text !== "") {
          this.offset = first;
          this.text = text;
          return TEXT;
        } else {
          this.offset = at;
          return next === 0x2f ? this.#endTag() : this.#startTag();
        }
      }
      if (text.length > this.#limits.text) {
        this.fail("xml.limit", `a text has more than ${this.#limits.text} characters`, {
          expected: `at most ${this.#limits.text} characters`,
        });
      }
    }
  }

  #truncated(): never {
    const open = this.#names[this.depth - 1] ?? "";
    return this.#malformed(`the document ends inside <${open}>`, this.#xml.length, `</${open}>`);
  }

  /** Character data (production 14) with references resolved and line ends normalised. */
  #characters(start: number, end: number): string {
    const raw = this.#xml.slice(start, end);
    const close = raw.indexOf("]]>");
    if (close >= 0) this.#malformed("]]> in text", start + close, "]]&gt;");
    if (this.#later) return this.#resolve(normalisedLater(raw), start);
    return raw.includes("&") || raw.includes("\r") ? this.#resolve(normalised(raw), start) : raw;
  }

  #cdata(): string {
    const start = this.#at + 9;
    const end = this.#xml.indexOf("]]>", start);
    if (end < 0) this.#malformed("a CDATA section does not end", this.#at, "]]>");
    this.#at = end + 3;
    const raw = this.#xml.slice(start, end);
    return this.#later ? normalisedLater(raw) : normalised(raw);
  }

  #attributeText(raw: string, start: number): string {
    const text = this.#later ? normalisedLater(raw) : normalised(raw);
    return this.#resolve(text.replace(/[\n\t\r]/g, " "), start);
  }

  /** Replaces references in a text (4.1, 4.6): characters and the five predefined entities. */
  #resolve(raw: string, start: number): string {
    let at = raw.indexOf("&");
    if (at < 0) return raw;
    let text = "";
    let from = 0;
    while (at >= 0) {
      const end = raw.indexOf(";", at);
      const name = end < 0 || end - at > 12 ? undefined : raw.slice(at + 1, end);
      const value = name === undefined ? undefined : referenced(name, this.#later);
      if (value === undefined) {
        this.#malformed(
          name !== undefined && /^[\w.:-]+$/.test(name) ? `the entity &${name}; is not defined` : "not a reference",
          start + at,
          "&amp;, &lt;, &gt;, &apos;, &quot; or a character reference",
        );
      }
      text += raw.slice(from, at) + value;
      from = end + 1;
      at = raw.indexOf("&", from);
    }
    return text + raw.slice(from);
  }

  /** A comment (production 15); a document type declaration ends here too. */
  #comment(): void {
    const xml = this.#xml;
    const start = this.#at;
    if (!xml.startsWith("<!--", start)) {
      if (/^<!doctype/i.test(xml.slice(start, start + 9))) this.#doctype(start);
      this.#malformed("not a comment", start, this.depth === 0 ? "an element" : "content");
    }
    const end = xml.indexOf("--", start + 4);
    if (end < 0) this.#malformed("a comment does not end", start, "-->");
    if (xml.charCodeAt(end + 2) !== 0x3e) this.#malformed("-- inside a comment", end, "-->");
    this.#at = end + 3;
  }

  #doctype(start: number): never {
    this.offset = start;
    const html = /^<!doctype\s+html/i.test(this.#xml.slice(start, start + 40));
    return this.fail(
      "xml.doctype",
      html ? "this is an HTML page, not XML" : "a document type declaration is not accepted",
      { offset: start, received: this.#xml.slice(start, start + 40), expected: "an element" },
    );
  }

  /** A processing instruction (production 16). */
  #instruction(): void {
    const start = this.#at;
    this.#at = start + 2;
    const target = this.#name();
    if (target.toLowerCase() === "xml") this.#malformed("an XML declaration is only allowed at the start", start);
    if (target.includes(":")) this.#malformed("a colon in the target of a processing instruction", start);
    const end = this.#xml.indexOf("?>", this.#at);
    if (end < 0) this.#malformed("a processing instruction does not end", start, "?>");
    if (end > this.#at && !isSpace(this.#xml.charCodeAt(this.#at))) {
      this.#malformed("a space is missing after the target of a processing instruction");
    }
    this.#at = end + 2;
  }

  /** A name (production 5) at the current place. */
  #name(): string {
    const xml = this.#xml;
    const start = this.#at;
    let at = start;
    let code = xml.codePointAt(at) ?? -1;
    if (!startsName(code)) this.#malformed("a name is missing", start, "a name");
    do {
      at += code > 0xffff ? 2 : 1;
      code = xml.charCodeAt(at);
      if (code >= 0xd800 && code <= 0xdbff) code = xml.codePointAt(at) ?? -1;
    } while (continuesName(code));
    if (at - start > this.#limits.name) {
      this.fail("xml.limit", `a name has more than ${this.#limits.name} characters`, {
        offset: start,
        expected: `at most ${this.#limits.name} characters`,
      });
    }
    this.#at = at;
    return xml.slice(start, at);
  }

  /** A start tag or an empty-element tag (productions 40 and 44). */
  #startTag(): TokenKind {
    const xml = this.#xml;
    this.#at++;
    const tag = this.#name();
    if (this.depth >= this.#limits.depth) {
      this.fail("xml.limit", `elements are nested more than ${this.#limits.depth} deep`, {
        expected: `at most ${this.#limits.depth} levels`,
      });
    }
    this.#names[this.depth] = tag;
    this.depth++;
    let count = 0;
    let declarations = 0;
    for (;;) {
      const gap = this.#at;
      while (isSpace(xml.charCodeAt(this.#at))) this.#at++;
      const code = xml.charCodeAt(this.#at);
      if (code === 0x3e) {
        this.#at++;
        break;
      }
      if (code === 0x2f) {
        if (xml.charCodeAt(this.#at + 1) !== 0x3e) this.#malformed("/ inside a tag", this.#at, "/>");
        this.#at += 2;
        this.#pendingEnd = true;
        break;
      }
      if (this.#at >= xml.length) this.#malformed(`the document ends inside the tag <${tag}`, this.#at, ">");
      if (gap === this.#at) this.#malformed("a space is missing before an attribute", this.#at, "a space, > or />");
      if (count + declarations >= this.#limits.attributes) {
        this.fail("xml.limit", `<${tag}> has more than ${this.#limits.attributes} attributes`, {
          offset: this.#at,
          expected: `at most ${this.#limits.attributes} attributes`,
        });
      }
      if (this.#attributeAt(count)) count++;
      else declarations++;
    }
    this.#expand(tag, count);
    return START;
  }

  /** Reads one attribute into the slot; answers false where it is a namespace declaration. */
  #attributeAt(slot: number): boolean {
    const xml = this.#xml;
    const start = this.#at;
    const name = this.#name();
    while (isSpace(xml.charCodeAt(this.#at))) this.#at++;
    if (xml.charCodeAt(this.#at) !== 0x3d) this.#malformed(`the attribute ${name} has no value`, this.#at, "=");
    this.#at++;
    while (isSpace(xml.charCodeAt(this.#at))) this.#at++;
    const quote = xml.charCodeAt(this.#at);
    if (quote !== 0x22 && quote !== 0x27) this.#malformed(`the value of ${name} is not quoted`, this.#at, "\" or '");
    const from = this.#at + 1;
    const to = xml.indexOf(quote === 0x22 ? '"' : "'", from);
    if (to < 0) this.#malformed(`the value of ${name} does not end`, this.#at, quote === 0x22 ? '"' : "'");
    if (to - from > this.#limits.text) {
      this.fail("xml.limit", `the value of ${name} has more than ${this.#limits.text} characters`, { offset: from });
    }
    const raw = xml.slice(from, to);
    const less = raw.indexOf("<");
    if (less >= 0) this.#malformed(`< in the value of ${name}`, from + less, "&lt;");
    this.#at = to + 1;
    const plain = !/[&\n\r\t]/.test(raw);
    // References are checked where they stand, whether or not anybody asks for the value.
    const value = plain ? raw : this.#attributeText(raw, from);
    if (name === "xmlns" || name.startsWith("xmlns:")) {
      this.#declare(name === "xmlns" ? "" : name.slice(6), value, start);
      return false;
    }
    const colon = this.#colon(name, start);
    this.#attributes[slot] = {
      prefix: colon < 0 ? "" : name.slice(0, colon),
      localName: colon < 0 ? name : name.slice(colon + 1),
      namespace: "",
      start: from,
      end: to,
      plain,
    };
    return true;
  }

  /** Index of the colon in a qualified name (Namespaces, production 7), -1 for none. */
  #colon(name: string, offset: number): number {
    const colon = name.indexOf(":");
    if (colon < 0) return -1;
    const first = name.codePointAt(colon + 1) ?? -1;
    if (colon === 0 || name.includes(":", colon + 1) || !startsName(first) || first === 0x3a) {
      this.#malformed(`${name} is not a qualified name`, offset, "prefix:local");
    }
    return colon;
  }

  /** A namespace declaration (Namespaces, 2.2 and 3). */
  #declare(prefix: string, namespace: string, offset: number): void {
    if (prefix === "xmlns") this.#malformed("the prefix xmlns must not be declared", offset);
    if (prefix.includes(":")) this.#malformed(`xmlns:${prefix} is not a qualified name`, offset);
    if (prefix !== "" && namespace === "") this.#malformed(`the prefix ${prefix} is bound to no namespace`, offset);
    if ((prefix === "xml") !== (namespace === xmlNamespace) || namespace === xmlnsNamespace) {
      this.#malformed(`${namespace} must not be bound to ${prefix === "" ? "the default" : prefix}`, offset);
    }
    for (let index = this.#bindings.length - 1; index >= 0; index--) {
      const binding = this.#bindings[index];
      if (binding === undefined || binding.depth !== this.depth) break;
      if (binding.prefix === prefix) this.#malformed(`xmlns${prefix === "" ? "" : `:${prefix}`} twice`, offset);
    }
    this.#bindings.push({ prefix, namespace, depth: this.depth });
  }

  /** Expands names once all declarations of the tag are known; finds attributes that stand twice. */
  #expand(tag: string, count: number): void {
    const colon = this.#colon(tag, this.offset + 1);
    this.prefix = colon < 0 ? "" : tag.slice(0, colon);
    this.localName = colon < 0 ? tag : tag.slice(colon + 1);
    this.namespace = this.#bound(this.prefix, this.offset + 1);
    this.#prefixes[this.depth - 1] = this.prefix;
    this.#locals[this.depth - 1] = this.localName;
    this.#namespaces[this.depth - 1] = this.namespace;
    this.attributeCount = count;
    for (let index = 0; index < count; index++) {
      const attribute = this.#attribute(index);
      if (attribute.prefix !== "") attribute.namespace = this.#bound(attribute.prefix, attribute.start);
    }
    if (count < 2) return;
    const seen = new Set<string>();
    for (let index = 0; index < count; index++) {
      const { namespace, localName, start } = this.#attribute(index);
      seen.add(`${namespace} ${localName}`);
      if (seen.size <= index) this.#malformed(`the attribute ${localName} stands twice`, start);
    }
  }

  #bound(prefix: string, offset: number): string {
    if (prefix === "xmlns") this.#malformed("the prefix xmlns is reserved", offset);
    const namespace = this.lookup(prefix);
    if (namespace === undefined) this.#malformed(`the prefix ${prefix} is not bound to a namespace`, offset);
    return namespace;
  }

  /** An end tag (production 42). */
  #endTag(): TokenKind {
    const start = this.#at;
    const open = this.#names[this.depth - 1] ?? "";
    this.#at += 2;
    const name = this.#name();
    if (name !== open) this.#malformed(`</${name}> ends <${open}>`, start, `</${open}>`);
    while (isSpace(this.#xml.charCodeAt(this.#at))) this.#at++;
    if (this.#xml.charCodeAt(this.#at) !== 0x3e) this.#malformed(`</${name} does not end`, this.#at, ">");
    this.#at++;
    this.prefix = this.#prefixes[this.depth - 1] ?? "";
    this.localName = this.#locals[this.depth - 1] ?? "";
    this.namespace = this.#namespaces[this.depth - 1] ?? "";
    this.#pendingPop = true;
    return END;
  }

  #leave(): void {
    this.#pendingPop = false;
    while (this.#bindings.at(-1)?.depth === this.depth) this.#bindings.pop();
    this.depth--;
  }
}

/** Line ends as XML wants them (2.11). */
function normalised(raw: string): string {
  return raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
}

/** Line ends of XML 1.1 (2.11 there). */
function normalisedLater(raw: string): string {
  return raw.replace(/\r[\n\u0085]?|[\u0085\u2028]/g, "\n");
}

/** What a reference stands for; undefined for none of XML's own. */
function referenced(name: string, later: boolean): string | undefined {
  switch (name) {
    case "amp":
      return "&";
    case "lt":
      return "<";
    case "gt":
      return ">";
    case "apos":
      return "'";
    case "quot":
      return '"';
  }
  const match = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name);
  if (match === null) return undefined;
  const code = match[1] === undefined ? Number.parseInt(match[2] ?? "", 10) : Number.parseInt(match[1], 16);
  // XML 1.1 has control characters, as references (2.2 there).
  return isCharacter(code) || (later && code > 0 && code < 0x20) ? String.fromCodePoint(code) : undefined;
}

let pooled: XmlReader | undefined = new XmlReader();

/**
 * A reader on a document. One instance is kept alive between documents: V8 discards the optimised code of objects of which a
 * full collection finds none.
 */
export function openReader(text: string, limits?: Partial<Limits>): XmlReader {
  const reader = pooled ?? new XmlReader();
  pooled = undefined;
  try {
    return reader.open(text, limits);
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
