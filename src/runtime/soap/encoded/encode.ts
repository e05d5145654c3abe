import { encode } from "../../codec/encode.ts";
import {
  isSimpleTable,
  rootTable,
  tableOf,
  type PolyTable,
  type SimpleTable,
  type Table,
  type TableRef,
  type WrapperTable,
} from "../../codec/erased.ts";
import { XSD_NAMESPACE, XSI_NAMESPACE } from "../../codec/namespaces.ts";
import type { Name, RootCodec } from "../../codec/table.ts";
import type { XmlElement } from "../../codec/values.ts";
import { readElement, writeElement } from "../../xml/node.ts";
import { closeReader, openReader, START } from "../../xml/reader.ts";
import type { XmlWriter } from "../../xml/writer.ts";
import { envelopeNamespace, type SoapVersion } from "../namespaces.ts";
import { accessorsOf } from "../accessors.ts";
import { ENCODING_12_NAMESPACE, ENCODING_NAMESPACE } from "./names.ts";

/**
 * Writes the element of an operation in SOAP's encoding (SOAP 1.1, 5): every accessor with its type, arrays with the type and number of
 * their items. What a value has twice is written twice.
 *
 * @throws XmlError `xml.encode`
 */
export function encodeEncoded<T>(codec: RootCodec<T>, value: T, writer: XmlWriter, version: SoapVersion): void {
  const element = parse(encode(codec, value));
  const encoding = version === "1.2" ? ENCODING_12_NAMESPACE : ENCODING_NAMESPACE;
  const typed = new Typed(writer, encoding, new Map(element.namespaces));
  writer.start(element.name.namespace, element.name.localName);
  writer.attribute(envelopeNamespace(version), "encodingStyle", encoding);
  const root = rootTable(codec);
  const table = root.kind === "element" ? tableOf(root.type) : root;
  typed.content(element, table);
  writer.end();
}

function parse(text: string): XmlElement {
  // A message of our own: as deep and as large as its value.
  const reader = openReader(text, { depth: Infinity, size: Infinity, text: Infinity, attributes: Infinity });
  try {
    while (reader.next() !== START);
    return readElement(reader);
  } finally {
    closeReader(reader);
  }
}

/** Writes elements with the types that their tables say. */
class Typed {
  readonly #writer: XmlWriter;
  readonly #encoding: string;
  readonly #scope: ReadonlyMap<string, string>;

  /** @param scope prefixes of the literal document, which declares all on its root. */
  constructor(writer: XmlWriter, encoding: string, scope: ReadonlyMap<string, string>) {
    this.#writer = writer;
    this.#encoding = encoding;
    this.#scope = scope;
  }

  /** Attributes and children of an element that was begun. */
  content(element: XmlElement, ref: TableRef): void {
    const writer = this.#writer;
    for (const [prefix, namespace] of element.namespaces ?? []) writer.declare(prefix, namespace);
    for (const { name, value } of element.attributes) {
      if (!isType(name)) writer.attribute(name.namespace, name.localName, value);
    }
    const table = tableOf(ref);
    const children = element.children.filter((child) => typeof child !== "string");
    if (children.length === 0) writer.text(element.children.join(""));
    for (const child of children) this.#child(child, this.#typeOfChild(table, child));
  }

  #child(element: XmlElement, ref: TableRef | undefined): void {
    const table = ref === undefined ? undefined : tableOf(ref);
    if (table === undefined || table.kind === "anyType") return writeElement(this.#writer, element);
    this.#writer.start(element.name.namespace, element.name.localName);
    const member = table.kind === "poly" ? this.#memberOf(table, element) : table;
    const name = table.kind === "anySimpleText" ? this.#saidOf(element) : typeName(member, this.#encoding);
    if (name !== undefined) this.#writer.attribute(XSI_NAMESPACE, "type", this.#qualified(name));
    if (member.kind === "wrapper" && member.array === true) this.#arrayType(element, member);
    this.content(element, member);
    this.#writer.end();
  }

  #typeOfChild(table: Table, { name }: XmlElement): TableRef | undefined {
    if (table.kind === "wrapper") return table.item.type;
    if (table.kind !== "struct") return undefined;
    const isNamed = ({ local, namespace }: { local: string; namespace: string }): boolean =>
      local === name.localName && namespace === name.namespace;
    return accessorsOf(table).find(isNamed)?.entry.type;
  }

  /** The member of a union that an element says it is; the declared type where it says nothing. */
  #memberOf({ name, types }: PolyTable, element: XmlElement): Table {
    const type = this.#saidOf(element) ?? name;
    const members = Object.values(types).map(tableOf);
    const isSaid = (table: Table): boolean =>
      table.kind === "struct" && table.name[0] === type[0] && table.name[1] === type[1];
    return members.find(isSaid) ?? { kind: "anyType" };
  }

  /** The type that an element says it has. */
  #saidOf(element: XmlElement): Name | undefined {
    const said = element.attributes.find((attribute) => isType(attribute.name))?.value;
    if (said === undefined) return undefined;
    const colon = said.indexOf(":");
    return [this.#scope.get(colon < 0 ? "" : said.slice(0, colon)) ?? "", said.slice(colon + 1)];
  }

  /** Type and number of an array's items (SOAP 1.1, 5.4.2; SOAP 1.2 part 2, 3.1.4.1 to 3.1.6). */
  #arrayType(element: XmlElement, table: WrapperTable): void {
    const size = element.children.filter((child) => typeof child !== "string").length;
    const { name, ranks } = itemType(table.item.type, this.#encoding);
    const type = `${this.#qualified(name)}${ranks}`;
    if (this.#encoding === ENCODING_NAMESPACE) {
      this.#writer.attribute(this.#encoding, "arrayType", `${type}[${size}]`);
      return;
    }
    this.#writer.attribute(this.#encoding, "itemType", type);
    this.#writer.attribute(this.#encoding, "arraySize", String(size));
  }

  #qualified([namespace, localName]: Name): string {
    return namespace === "" ? localName : `${this.#writer.prefixOf(namespace)}:${localName}`;
  }
}

/** Name of the type that xsi:type says; undefined where it has none. */
function typeName(table: Table, encoding: string): Name | undefined {
  if (isSimpleTable(table)) return simpleName(table);
  if (table.kind === "wrapper") return table.array === true ? [encoding, "Array"] : named(table.name);
  return table.kind === "struct" && table.element !== true ? named(table.name) : undefined;
}

function simpleName(table: SimpleTable): Name | undefined {
  if (table.kind === "scalar") return [XSD_NAMESPACE, table.name];
  if (table.name !== undefined) return table.name;
  const base = table.kind === "restriction" ? tableOf(table.base) : undefined;
  if (base !== undefined && isSimpleTable(base)) return simpleName(base);
  return table.kind === "enum" ? [XSD_NAMESPACE, "string"] : undefined;
}

function named(name: Name): Name | undefined {
  return name[1] === "" ? undefined : name;
}

/** The type of an array's items: of an array that has no name, that of its own items with one more rank. */
function itemType(ref: TableRef, encoding: string): { readonly name: Name; readonly ranks: string } {
  const table = tableOf(ref);
  if (table.kind === "wrapper" && table.array === true && table.name[1] === "") {
    const { name, ranks } = itemType(table.item.type, encoding);
    return { name, ranks: `${ranks}[]` };
  }
  const own = table.kind === "wrapper" || table.kind === "poly" ? table.name : typeName(table, encoding);
  return { name: own ?? [XSD_NAMESPACE, "anyType"], ranks: "" };
}

function isType({ namespace, localName }: XmlElement["name"]): boolean {
  return namespace === XSI_NAMESPACE && localName === "type";
}
