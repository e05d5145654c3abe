/** What the readers of WSDL's parts share: children, names and documentation. */
import type { Name } from "../../src/runtime/codec/table.ts";
import type { Diagnostics } from "../diagnostics.ts";
import { attribute, type XmlNode } from "../source/document.ts";
import type { Documented } from "../xsd/components.ts";

/** Namespace of WSDL 1.1. */
export const wsdlNamespace = "http://schemas.xmlsoap.org/wsdl/";

/** One document while it is read. */
export class WsdlReading {
  readonly diagnostics: Diagnostics;
  readonly #target: string;

  constructor(root: XmlNode, diagnostics: Diagnostics) {
    this.diagnostics = diagnostics;
    this.#target = attribute(root, "targetNamespace") ?? "";
  }

  get target(): string {
    return this.#target;
  }

  /** Name of a component of this document. */
  own(node: XmlNode): Name {
    return [this.#target, this.required(node, "name")];
  }

  /** An attribute that has to be there; "" where it is not, which is reported. */
  required(node: XmlNode, name: string): string {
    const value = attribute(node, name)?.trim();
    if (value === undefined)
      this.diagnostics.report("wsdl.element", node.at, `${node.localName} needs the attribute ${name}`);
    return value ?? "";
  }

  /** An attribute that has to be there and is a qualified name. */
  name(node: XmlNode, key: string): Name {
    const value = this.required(node, key);
    const colon = value.indexOf(":");
    const prefix = colon < 0 ? "" : value.slice(0, colon);
    const namespace = node.namespaceOf(prefix);
    if (namespace === undefined) {
      this.diagnostics.report("wsdl.resolve", node.at, `the prefix ${prefix} of ${value} is not declared`);
    }
    return [namespace ?? "", value.slice(colon + 1)];
  }

  /** An attribute that is a qualified name where it is there. */
  reference<K extends "element" | "type">(node: XmlNode, key: K): { readonly [P in K]?: Name } {
    if (attribute(node, key) === undefined) return {};
    const found: { [P in K]?: Name } = {};
    found[key] = this.name(node, key);
    return found;
  }
}

/** Children in WSDL's own namespace. */
export function children(node: XmlNode, localName: string): XmlNode[] {
  return node.children.filter((child) => child.namespace === wsdlNamespace && child.localName === localName);
}

/** Place and documentation; paragraphs stay apart, other white space is tidied. */
export function documented(node: XmlNode): Documented {
  const [documentation] = children(node, "documentation");
  const doc = (documentation?.content ?? "")
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
  return doc === "" ? { at: node.at } : { at: node.at, doc };
}
