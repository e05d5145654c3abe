/** Documents with prefixes that nothing declares (Namespaces in XML 1.0, 5): they are declared on the root, and the document is read again. */
import type { XmlError } from "../../src/runtime/errors.ts";
import { xsdNamespace } from "../xsd/namespaces.ts";

interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

/** What everybody means by a prefix in a schema or a WSDL. */
const usual: ReadonlyMap<string, string> = new Map([
  ["xs", xsdNamespace],
  ["xsd", xsdNamespace],
  ["wsdl", "http://schemas.xmlsoap.org/wsdl/"],
  ["soap", "http://schemas.xmlsoap.org/wsdl/soap/"],
  ["soap12", "http://schemas.xmlsoap.org/wsdl/soap12/"],
  ["http", "http://schemas.xmlsoap.org/wsdl/http/"],
  ["mime", "http://schemas.xmlsoap.org/wsdl/mime/"],
  ["xsi", "http://www.w3.org/2001/XMLSchema-instance"],
]);

/** Prefixes of one document that are repaired: it is read once more for each. */
const most = 16;

/** One document while its prefixes are found. */
export class PrefixRepair {
  readonly #text: string;
  /** Offset behind the name of the root; below 0 where there is none. */
  readonly #offset: number;
  readonly #at: Position;
  #declarations = "";
  /** What was found, in the order of the document. */
  readonly found: { readonly message: string; readonly at: Position }[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#offset = behindRootName(text);
    const before = text.slice(0, Math.max(0, this.#offset)).replace(/\r\n?/g, "\n");
    const lineStart = before.lastIndexOf("\n") + 1;
    this.#at = { line: before.split("\n").length, column: before.length - lineStart + 1 };
  }

  /** The document with the declarations that it lacks. */
  get text(): string {
    if (this.#declarations === "") return this.#text;
    return this.#text.slice(0, this.#offset) + this.#declarations + this.#text.slice(this.#offset);
  }

  /** Whether an error is a prefix without a declaration, which is declared from now on. */
  repair(error: XmlError): boolean {
    const prefix = /^the prefix (\S+) is not bound to a namespace/.exec(error.message)?.[1];
    if (prefix === undefined || this.#offset < 0 || this.found.length >= most) return false;
    const known = usual.get(prefix);
    // Nothing else is in such a namespace: elements of it are nobody's, attributes are passed over.
    const namespace = known ?? `urn:undeclared:${encodeURIComponent(prefix)}`;
    const taken = known === undefined ? "what has it is ignored" : `it is taken for that of ${known}`;
    const at = this.placeIn({ line: error.line ?? 1, column: error.column ?? 1 });
    this.found.push({ message: `the prefix ${prefix} is not declared: ${taken}`, at });
    this.#declarations += ` xmlns:${prefix}="${namespace}"`;
    return true;
  }

  /** A place in the document as it was written. */
  placeIn({ line, column }: Position): Position {
    const isBehind = line === this.#at.line && column > this.#at.column;
    return { line, column: isBehind ? Math.max(this.#at.column, column - this.#declarations.length) : column };
  }
}

/** Offset behind the name of the first element; -1 where there is none. */
function behindRootName(text: string): number {
  let at = 0;
  for (;;) {
    while (/[\ufeff\s]/.test(text.charAt(at))) at++;
    const closing = text.startsWith("<?", at) ? "?>" : text.startsWith("<!--", at) ? "-->" : undefined;
    if (closing === undefined) break;
    const end = text.indexOf(closing, at + 2);
    if (end < 0) return -1;
    at = end + closing.length;
  }
  const name = /<[^\s/>!?][^\s/>]*/y;
  name.lastIndex = at;
  return name.test(text) ? name.lastIndex : -1;
}
