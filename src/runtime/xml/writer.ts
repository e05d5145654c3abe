/** Writes XML with every namespace declared once, on the root element. */
import { XmlError } from "../errors.ts";
import { escapedAttribute, escapedText, type Refusal } from "./escape.ts";

/** Names that are made are shared by all documents: comparing them compares pointers. */
const made: string[] = [];

function madePrefix(number: number): string {
  return (made[number] ??= `n${number + 1}`);
}

/** From here on a table is faster than going through the namespaces. */
const few = 8;

const familiar: { readonly namespace: string; readonly prefix: string; readonly text: string }[] = [];

/**
 * Collects a document. Declarations are known only when everything is written, so the root's start tag is completed at the end.
 */
export class XmlWriter implements Refusal {
  /** Nested elements of the value that is encoded into the document. */
  depth = 0;
  /** The root's start tag as far as its name; behind it stand the declarations, then the rest. */
  #head = "";
  #xml = "";
  #open = false;
  readonly #tags: string[] = [];
  /** Namespaces in the order of their declarations, and the prefix of each. */
  readonly #namespaces: string[] = [];
  readonly #prefixes: string[] = [];
  /** The same, where there are many. */
  #many: Map<string, string> | undefined;
  #taken: Set<string> | undefined;
  /** Prefixes declared inside: on the root they would mean something else there. */
  #inner: Set<string> | undefined;
  #last: string | undefined;
  #lastPrefix = "";
  #made = 0;
  readonly #preferred: Readonly<Record<string, string>> | undefined;

  /** @param prefixes by namespace, used where they are free. */
  constructor(prefixes?: Readonly<Record<string, string>>) {
    this.#preferred = prefixes;
    if (kept === undefined) keepOne();
  }

  /** Begins an element. */
  start(namespace: string, localName: string): void {
    const tag = this.nameOf(namespace, localName);
    this.element(tag, "");
    this.#open = true;
    this.#tags.push(tag);
  }

  /** Adds an attribute to the element that was begun last. */
  attribute(namespace: string, localName: string, value: string): void {
    this.#xml += ` ${this.nameOf(namespace, localName)}="${escapedAttribute(value, this)}"`;
  }

  /**
   * Declares a prefix on the element that was begun last, for names in its text. The default namespace is not declared: elements
   * here never rely on it, and an unprefixed name in text is read with `""`.
   */
  declare(prefix: string, namespace: string): void {
    if (prefix === "" || prefix === "xml" || namespace === "" || this.#known(namespace) === prefix) return;
    // A prefix that stands for another namespace on the root must not change its meaning for the names written here.
    if (this.#isTaken(prefix)) return;
    this.#inner ??= new Set();
    this.#inner.add(prefix);
    this.#xml += this.#declaration(prefix, namespace);
  }

  /** Adds character data. */
  text(value: string): void {
    if (value === "") return;
    this.#closeTag();
    this.#xml += escapedText(value, this);
  }

  /** Ends the current element. */
  end(): void {
    const tag = this.#tags.pop();
    if (this.#open) {
      this.#xml += "/>";
      this.#open = false;
    } else this.#xml += `</${tag}>`;
  }

  /** Adds a whole element: its name with its prefix (`nameOf`), and all that follows the name, already escaped. */
  element(name: string, rest: string): void {
    this.#closeTag();
    if (this.#head === "") {
      this.#head = `<${name}`;
      this.#xml = rest;
    } else this.#xml += `<${name}${rest}`;
  }

  /** What `write` adds, for an element that is put together elsewhere: nothing of it is in the document yet. */
  captured(write: () => void): string {
    const head = this.#head;
    const xml = this.#xml;
    const open = this.#open;
    this.#head = "<";
    this.#xml = "";
    this.#open = false;
    try {
      write();
      return this.#xml;
    } finally {
      this.#head = head;
      this.#xml = xml;
      this.#open = open;
    }
  }

  /** A name with the prefix of its namespace. */
  nameOf(namespace: string, localName: string): string {
    return namespace === "" ? localName : `${this.prefixOf(namespace)}:${localName}`;
  }

  /** Prefix for a namespace, declared on the root element; never the empty one. */
  prefixOf(namespace: string): string {
    if (namespace === this.#last) return this.#lastPrefix;
    const prefix = this.#known(namespace) ?? this.#declared(namespace);
    this.#last = namespace;
    this.#lastPrefix = prefix;
    return prefix;
  }

  /** Path of the open elements, for errors. */
  path(): string {
    return this.#tags.map((tag) => `/${tag.slice(tag.indexOf(":") + 1)}`).join("");
  }

  refuse(message: string): never {
    throw new XmlError("xml.encode", message, { path: this.path() });
  }

  /** How many namespaces have prefixes. */
  get size(): number {
    return this.#namespaces.length;
  }

  /** Declarations of the namespaces that have prefixes, but for the first ones. */
  declarations(from = 0): string {
    let text = "";
    for (let i = from; i < this.#namespaces.length; i++) {
      text += this.#familiar(i);
    }
    return text;
  }

  /** Forgets the prefixes of all namespaces but the first ones: the element that declared them has ended. */
  forget(size: number): void {
    this.#inner = undefined;
    if (size === this.size) return;
    for (let i = size; i < this.size; i++) {
      this.#many?.delete(this.#namespaces[i] ?? "");
      this.#taken?.delete(this.#prefixes[i] ?? "");
    }
    this.#namespaces.length = size;
    this.#prefixes.length = size;
    this.#made = 0;
    this.#last = undefined;
  }

  /** The document, without an XML declaration. */
  finish(): string {
    return this.#head + this.declarations() + this.#xml;
  }

  #declaration(prefix: string, namespace: string): string {
    return ` xmlns:${prefix}="${escapedAttribute(namespace, this)}"`;
  }

  /** The declaration of one of the first namespaces: mostly it is the same in the next document. */
  #familiar(index: number): string {
    const prefix = this.#prefixes[index] ?? "";
    const namespace = this.#namespaces[index] ?? "";
    const known = familiar[index];
    if (known !== undefined && known.namespace === namespace && known.prefix === prefix) return known.text;
    const text = this.#declaration(prefix, namespace);
    if (index < few) familiar[index] = { namespace, prefix, text };
    return text;
  }

  #known(namespace: string): string | undefined {
    if (this.#many !== undefined) return this.#many.get(namespace);
    const index = this.#namespaces.indexOf(namespace);
    return index >= 0 ? this.#prefixes[index] : namespace === xmlNamespace ? "xml" : undefined;
  }

  #declared(namespace: string): string {
    const preferred = this.#preferred;
    let prefix = preferred !== undefined && Object.hasOwn(preferred, namespace) ? (preferred[namespace] ?? "") : "";
    if (this.#isUsed(prefix)) prefix = "";
    while (prefix === "" || this.#isUsed(prefix)) prefix = madePrefix(this.#made++);
    this.#namespaces.push(namespace);
    this.#prefixes.push(prefix);
    if (this.#namespaces.length > few && this.#many === undefined) this.#index();
    else {
      this.#many?.set(namespace, prefix);
      this.#taken?.add(prefix);
    }
    return prefix;
  }

  #index(): void {
    this.#many = new Map([[xmlNamespace, "xml"]]);
    this.#namespaces.forEach((namespace, i) => this.#many?.set(namespace, this.#prefixes[i] ?? ""));
    this.#taken = new Set(this.#prefixes);
  }

  #isTaken(prefix: string): boolean {
    return prefix === "xml" || prefix === "xmlns" || (this.#taken?.has(prefix) ?? this.#prefixes.includes(prefix));
  }

  #isUsed(prefix: string): boolean {
    return this.#isTaken(prefix) || this.#inner?.has(prefix) === true;
  }

  #closeTag(): void {
    if (this.#open) {
      this.#xml += ">";
      this.#open = false;
    }
  }
}

const xmlNamespace = "http://www.w3.org/XML/1998/namespace";

/** One that is never let go, for the reason that `Decoding` keeps one. */
let kept: XmlWriter | "coming" | undefined;

function keepOne(): void {
  kept = "coming";
  kept = new XmlWriter();
}
