/** Reads and writes XML with fast-xml-parser; adds what it leaves out: namespaces, references, a single root. */
import type { XMLBuilder, XMLParser } from "fast-xml-parser";
import { isFields, type Field } from "./fields.ts";
import type { Packages } from "./packages.ts";

/** An element that was read. */
export interface Element {
  readonly namespace: string;
  readonly name: string;
  /** Without namespace declarations; names as `{namespace}local`, those without a namespace bare. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** All character data directly inside. */
  readonly text: string;
}

/** A document that is not well-formed, or not namespace-well-formed. */
export class MalformedXml extends Error {}

/** How a vendor writes its documents. */
export interface XmlStyle {
  /** In front of the root; "" for none. */
  readonly declaration: string;
  /** One step of indentation; absent: all on one line. */
  readonly indent?: string;
}

type Scope = ReadonlyMap<string, string>;

const xmlNamespace = "http://www.w3.org/XML/1998/namespace";

/** One reader and writer for all stand-ins of a sandbox. */
export class Xml {
  readonly #packages: Packages["xml"];
  readonly #parser: XMLParser;

  constructor(packages: Packages["xml"]) {
    this.#packages = packages;
    this.#parser = new packages.XMLParser({
      preserveOrder: true,
      ignoreAttributes: false,
      attributeNamePrefix: "",
      parseTagValue: false,
      parseAttributeValue: false,
      trimValues: false,
      // References are resolved here: the parser leaves numeric ones alone unless it also takes HTML's names.
      processEntities: false,
      cdataPropName: "#cdata",
      ignoreDeclaration: true,
      ignorePiTags: true,
    });
  }

  /** Reads a document. Throws MalformedXml. */
  read(text: string): Element {
    const document = text.startsWith("\uFEFF") ? text.slice(1) : text;
    if (/<!DOCTYPE/.test(document)) throw new MalformedXml("A document type declaration is not accepted");
    const verdict = this.#packages.XMLValidator.validate(document);
    if (verdict !== true) throw new MalformedXml(`${verdict.err.msg} (line ${verdict.err.line})`);
    const roots = nodes(this.#parsed(document)).filter((node) => tagOf(node) !== undefined);
    const [root] = roots;
    if (root === undefined || roots.length !== 1) throw new MalformedXml("A document has one root element");
    return elementOf(root, new Map([["xml", xmlNamespace]]));
  }

  #parsed(document: string): unknown {
    try {
      return this.#parser.parse(document);
    } catch (cause) {
      throw new MalformedXml(cause instanceof Error ? cause.message : String(cause), { cause });
    }
  }

  /** Writes a document. */
  write(root: Field, style: XmlStyle): string {
    const builder: XMLBuilder = new this.#packages.XMLBuilder({
      preserveOrder: true,
      ignoreAttributes: false,
      attributeNamePrefix: "",
      format: style.indent !== undefined,
      indentBy: style.indent ?? "",
      suppressEmptyNode: false,
    });
    return style.declaration + builder.build([builderNode(root)]).trim();
  }
}

/** The first child of that name in the parent's namespace. */
export function child(parent: Element, name: string): Element | undefined {
  return parent.children.find((one) => one.name === name && one.namespace === parent.namespace);
}

/** The text of the first child of that name, without white space around it; undefined where there is none. */
export function childText(parent: Element, name: string): string | undefined {
  return child(parent, name)?.text.trim();
}

type Node = Readonly<Record<string, unknown>>;

function nodes(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter((one): one is Node => typeof one === "object" && one !== null) : [];
}

/** The node's tag; undefined for text and CDATA. */
function tagOf(node: Node): string | undefined {
  return Object.keys(node).find((key) => key !== ":@" && !key.startsWith("#"));
}

function elementOf(node: Node, outer: Scope): Element {
  const tag = tagOf(node) ?? "";
  const raw = attributesOf(node);
  const scope = scopeOf(raw, outer);
  const attributes = new Map<string, string>();
  for (const [name, value] of raw) {
    if (name === "xmlns" || name.startsWith("xmlns:")) continue;
    const { namespace, local } = resolved(name, scope, false);
    attributes.set(namespace === "" ? local : `{${namespace}}${local}`, value);
  }
  const content = nodes(node[tag]);
  const children = content.filter((one) => tagOf(one) !== undefined).map((one) => elementOf(one, scope));
  const { namespace, local } = resolved(tag, scope, true);
  return { namespace, name: local, attributes, children, text: content.map(textOf).join("") };
}

function attributesOf(node: Node): readonly (readonly [string, string])[] {
  const raw = node[":@"];
  if (typeof raw !== "object" || raw === null) return [];
  return Object.entries(raw).map(([name, value]) => [name, unescaped(String(value))]);
}

function scopeOf(attributes: readonly (readonly [string, string])[], outer: Scope): Scope {
  const scope = new Map(outer);
  for (const [name, value] of attributes) {
    if (name === "xmlns") scope.set("", value);
    else if (name.startsWith("xmlns:")) scope.set(name.slice("xmlns:".length), value);
  }
  return scope;
}

function resolved(name: string, scope: Scope, useDefault: boolean): { namespace: string; local: string } {
  const colon = name.indexOf(":");
  if (colon < 0) return { namespace: useDefault ? (scope.get("") ?? "") : "", local: name };
  const namespace = scope.get(name.slice(0, colon));
  if (namespace === undefined) throw new MalformedXml(`The prefix of ${name} is not declared`);
  return { namespace, local: name.slice(colon + 1) };
}

function textOf(node: Node): string {
  if (node["#text"] !== undefined) return unescaped(String(node["#text"]));
  return nodes(node["#cdata"])
    .map((one) => String(one["#text"] ?? ""))
    .join("");
}

const predefined: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&([^;]*);?/g, (reference, name: string) => {
    const value = reference.endsWith(";") ? (predefined[name] ?? character(name)) : undefined;
    if (value === undefined) throw new MalformedXml(`The reference ${reference} is not XML's`);
    return value;
  });
}

/** The character of a numeric reference; undefined where it is none, or one that XML does not allow. */
function character(name: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name) ?? [];
  const code = hex === undefined ? Number(decimal ?? 0) : Number.parseInt(hex, 16);
  const allowed =
    [0x9, 0xa, 0xd].includes(code) ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
  return allowed ? String.fromCodePoint(code) : undefined;
}

function builderNode(one: Field): Record<string, unknown> {
  const { name, value, attributes } = one;
  const content = isFields(value)
    ? value.map(builderNode)
    : value === null || value === ""
      ? []
      : [{ "#text": String(value) }];
  return attributes === undefined ? { [name]: content } : { [name]: content, ":@": attributes };
}
