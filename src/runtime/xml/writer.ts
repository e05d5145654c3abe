/** Writes XML with every namespace declared once, on the root element. */
import { XmlError } from "../errors.ts";
import { forbidden } from "./characters.ts";

const xmlNamespace = "http://www.w3.org/XML/1998/namespace";

/** How a document is to be written. */
export interface WriterOptions {
  /** Prefixes by namespace, used where they are free. "" makes a namespace the default one, if every element is in one. */
  readonly prefixes?: Readonly<Record<string, string>>;
}

/**
 * Collects a document. Declarations are known only when everything is written, so the root's start tag is completed at the end.
 */
export class XmlWriter {
  #xml = "";
  /** Where the declarations go: behind the root's name. */
  #rootNameEnd = -1;
  #open = false;
  readonly #tags: string[] = [];
  readonly #locals: string[] = [];
  readonly #prefixes = new Map<string, string>([[xmlNamespace, "xml"]]);
  readonly #taken = new Set<string>(["xml", "xmlns"]);
  /** Prefixes declared inside: on the root they would mean something else there. */
  readonly #inner = new Set<string>();
  readonly #preferred: ReadonlyMap<string, string>;
  #next = 1;

  constructor(options: WriterOptions = {}) {
    this.#preferred = new Map(Object.entries(options.prefixes ?? {}));
  }

  /** Begins an element. */
  start(namespace: string, localName: string): void {
    this.#closeTag();
    const prefix = namespace === "" ? "" : this.#elementPrefix(namespace);
    const tag = prefix === "" ? localName : `${prefix}:${localName}`;
    this.#xml += `<${tag}`;
    if (this.#rootNameEnd < 0) this.#rootNameEnd = this.#xml.length;
    this.#open = true;
    this.#tags.push(tag);
    this.#locals.push(localName);
  }

  /** Adds an attribute to the element that was begun last. */
  attribute(namespace: string, localName: string, value: string): void {
    const name = namespace === "" ? localName : `${this.prefixOf(namespace)}:${localName}`;
    this.#xml += ` ${name}="${this.#escaped(value, attributeSpecials, escapedInAttribute)}"`;
  }

  /**
   * Declares a prefix on the element that was begun last, for names in its text. The default namespace is not declared: elements
   * here never rely on it, and an unprefixed name in text is read with `""`.
   */
  declare(prefix: string, namespace: string): void {
    if (prefix === "" || prefix === "xml" || namespace === "" || this.#prefixes.get(namespace) === prefix) return;
    // A prefix that stands for another namespace on the root must not change its meaning for the names written here.
    if (this.#taken.has(prefix)) return;
    this.#inner.add(prefix);
    this.#xml += ` xmlns:${prefix}="${this.#escaped(namespace, attributeSpecials, escapedInAttribute)}"`;
  }

  /** Adds character data. */
  text(value: string): void {
    if (value === "") return;
    this.#closeTag();
    this.#xml += this.#escaped(value, textSpecials, escapedInText);
  }

  /** Ends the current element. */
  end(): void {
    const tag = this.#tags.pop();
    this.#locals.pop();
    if (this.#open) {
      this.#xml += "/>";
      this.#open = false;
    } else this.#xml += `</${tag}>`;
  }

  /** Prefix for a namespace, declared on the root element; never the empty one. */
  prefixOf(namespace: string): string {
    const known = this.#prefixes.get(namespace);
    if (known !== undefined) return known;
    const preferred = this.#preferred.get(namespace);
    let prefix = preferred !== undefined && preferred !== "" && !this.#isUsed(preferred) ? preferred : "";
    while (prefix === "" || this.#isUsed(prefix)) prefix = `n${this.#next++}`;
    this.#prefixes.set(namespace, prefix);
    this.#taken.add(prefix);
    return prefix;
  }

  /** Path of the open elements, for errors. */
  path(): string {
    return this.#locals.map((name) => `/${name}`).join("");
  }

  /** The document, without an XML declaration. */
  finish(): string {
    let declarations = "";
    for (const [namespace, prefix] of this.#prefixes) {
      if (prefix !== "xml") {
        declarations += ` xmlns:${prefix}="${this.#escaped(namespace, attributeSpecials, escapedInAttribute)}"`;
      }
    }
    return this.#xml.slice(0, this.#rootNameEnd) + declarations + this.#xml.slice(this.#rootNameEnd);
  }

  #isUsed(prefix: string): boolean {
    return this.#taken.has(prefix) || this.#inner.has(prefix);
  }

  #elementPrefix(namespace: string): string {
    return this.prefixOf(namespace);
  }

  #closeTag(): void {
    if (this.#open) {
      this.#xml += ">";
      this.#open = false;
    }
  }

  #escaped(value: string, specials: RegExp, escape: (special: string) => string): string {
    const bad = forbidden.exec(value);
    if (bad !== null) {
      const code = (value.codePointAt(bad.index) ?? 0).toString(16).toUpperCase().padStart(4, "0");
      throw new XmlError("xml.encode", `U+${code} cannot be written in XML`, { path: this.path() });
    }
    return specials.test(value) ? value.replace(new RegExp(specials, "g"), escape) : value;
  }
}

const textSpecials = /[&<>\r]/;
const attributeSpecials = /[&<>"\r\n\t]/;

function escapedInText(special: string): string {
  switch (special) {
    case "&":
      return "&amp;";
    case "<":
      return "&lt;";
    case ">":
      return "&gt;";
    default:
      return "&#13;";
  }
}

function escapedInAttribute(special: string): string {
  switch (special) {
    case '"':
      return "&quot;";
    case "\n":
      return "&#10;";
    case "\t":
      return "&#9;";
    default:
      return escapedInText(special);
  }
}
