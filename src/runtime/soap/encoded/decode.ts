import {
  isSimpleTable,
  rootTable,
  tableOf,
  type PolyTable,
  type StructTable,
  type TableRef,
  type WrapperTable,
} from "../../codec/erased.ts";
import type { Limits } from "../../codec/mode.ts";
import { XSI_NAMESPACE } from "../../codec/namespaces.ts";
import type { QName, XmlAttribute, XmlElement } from "../../codec/values.ts";
import { readElement, writeElement } from "../../xml/node.ts";
import { closeReader, openReader, START } from "../../xml/reader.ts";
import { XmlWriter } from "../../xml/writer.ts";
import { isEnvelopeNamespace } from "../namespaces.ts";
import { accessorsOf, type Accessor } from "../accessors.ts";
import { isEncoding } from "./names.ts";
import { References, type Scoped } from "./references.ts";

/** The tables that a body is held against. */
interface Tables {
  readonly body: TableRef | undefined;
  readonly faults: Readonly<Record<string, TableRef>>;
}

/**
 * An encoded message (SOAP 1.1, 5) as the document that a literal message of the same value would be: references are resolved, what the
 * encoding adds is gone, accessors have their names and order, and those that are left out and may be null are null (5.1, rule 9).
 *
 * @throws XmlError `xml.malformed` and the like where it is no document; `xml.invalid` for a reference to nothing or in a circle;
 * `xml.limit` where the resolved message would be too large
 */
export function literalOf(text: string | Uint8Array, tables: Tables, limits: Partial<Limits> = {}): string {
  const envelope = parse(text, limits);
  const plain = new Plain(new References(envelope, limits));
  const root: Scoped = { element: envelope, scope: new Map(envelope.namespaces) };
  const children = plain.references.children(root).map((child) => {
    if (child.element.name.localName !== "Body") return scoped(child);
    const [first] = plain.references.children(child);
    return { ...child.element, attributes: [], children: first === undefined ? [] : [plain.entry(first, tables)] };
  });
  const writer = new XmlWriter();
  writeElement(writer, { ...envelope, children });
  return writer.finish();
}

function parse(text: string | Uint8Array, limits: Partial<Limits>): XmlElement {
  const reader = openReader(text, limits);
  try {
    while (reader.next() !== START);
    return readElement(reader);
  } finally {
    closeReader(reader);
  }
}

/** Makes plain elements of encoded ones. */
class Plain {
  readonly references: References;

  constructor(references: References) {
    this.references = references;
  }

  /** The first element of the body: a fault, or the operation's, whose name means nothing in an answer (SOAP 1.1, 7.1). */
  entry(first: Scoped, { body, faults }: Tables): XmlElement {
    const { name } = first.element;
    if (isEnvelopeNamespace(name.namespace) && name.localName === "Fault") return this.#fault(first, faults);
    if (body === undefined) return this.#any(first, name);
    const root = rootTable(body);
    return this.#typed(first, { namespace: root.name[0], localName: root.name[1] }, root);
  }

  #fault(fault: Scoped, faults: Tables["faults"]): XmlElement {
    const children = this.references.children(fault).map((part) => {
      if (part.element.name.localName.toLowerCase() !== "detail") return scoped(part);
      const entries = this.references.children(part).map((entry) => this.#detail(entry, faults));
      return { ...part.element, children: entries };
    });
    return { ...fault.element, children };
  }

  /** An entry of the detail is told by its name, or by the type that it says it has. */
  #detail(entry: Scoped, faults: Tables["faults"]): XmlElement {
    return this.references.resolved(entry, (target) => {
      const { name } = entry.element;
      const said = typeOf(target);
      const match = Object.values(faults)
        .map(rootTable)
        .find(({ name: [namespace, local] }) => name.localName === local && name.namespace === namespace);
      const table =
        match ??
        Object.values(faults)
          .map(rootTable)
          .find((fault) => isOf(fault, said));
      if (table === undefined) return this.#anyOf(target, name);
      return this.#typedOf(target, { namespace: table.name[0], localName: table.name[1] }, table);
    });
  }

  #typed(from: Scoped, name: QName, ref: TableRef): XmlElement {
    return this.references.resolved(from, (target) => this.#typedOf(target, name, ref));
  }

  #typedOf(target: Scoped, name: QName, ref: TableRef): XmlElement {
    const table = tableOf(ref);
    if (table.kind === "element") return this.#typedOf(target, name, table.type);
    if (table.kind === "anyType") return this.#anyOf(target, name);
    if (isSimpleTable(table) || table.kind === "anySimpleText") {
      const text = target.element.children.filter((child) => typeof child === "string");
      const type = isSimpleTable(table) ? [] : target.element.attributes.filter(isType);
      const attributes = [...type, ...plainAttributes(target.element)];
      return { name, attributes, children: text, namespaces: [...target.scope] };
    }
    if (isNil(target.element)) return { name, attributes: plainAttributes(target.element), children: [] };
    if (table.kind === "wrapper") return this.#array(target, name, table);
    if (table.kind === "struct") return this.#struct(target, name, table);
    return this.#alternative(target, name, table);
  }

  #alternative(target: Scoped, name: QName, table: PolyTable): XmlElement {
    const said = typeOf(target);
    const members = Object.values(table.types).map(tableOf);
    const member =
      members.find((candidate) => isOf(candidate, said)) ??
      members.find((candidate) => isOf(candidate, { namespace: table.name[0], localName: table.name[1] }));
    if (member?.kind !== "struct") return this.#anyOf(target, name);
    const type = target.element.attributes.filter(isType);
    const plain = this.#struct(target, name, member);
    return { ...plain, attributes: [...type, ...plain.attributes], namespaces: [...target.scope] };
  }

  #array(target: Scoped, name: QName, { item, name: [namespace] }: WrapperTable): XmlElement {
    const itemName = { namespace: item.ns ?? namespace, localName: item.el };
    const children = this.references.children(target).map((child) => this.#typed(child, itemName, item.type));
    return { name, attributes: [], children };
  }

  #struct(target: Scoped, name: QName, table: StructTable): XmlElement {
    const { element } = target;
    const accessors = accessorsOf(table);
    const found = this.references.children(target).map((child) => ({ child, accessor: accessorOf(child, accessors) }));
    // The accessor of a single result may have any name (SOAP 1.1, 7.1).
    const unnamed = found.filter(({ accessor }) => accessor === undefined);
    const missing = accessors.filter((accessor) => !found.some((other) => other.accessor === accessor));
    const [only] = unnamed;
    const [free] = missing;
    const isPair = table.element === true && unnamed.length === 1 && missing.length === 1;
    const pairs = isPair ? found.map((pair) => (pair === only ? { ...pair, accessor: free } : pair)) : found;
    const children: (XmlElement | string)[] = [];
    for (const accessor of accessors) {
      const own = pairs.filter((pair) => pair.accessor === accessor).map(({ child }) => child);
      const accessorName = { namespace: accessor.namespace, localName: accessor.local };
      for (const child of own) children.push(this.#typed(child, accessorName, accessor.entry.type));
      if (own.length === 0 && accessor.required && accessor.entry.nil === true) children.push(nil(accessorName));
    }
    for (const { child, accessor } of pairs)
      if (accessor === undefined) children.push(this.#any(child, child.element.name));
    const text = element.children.filter((child) => typeof child === "string");
    return { name, attributes: plainAttributes(element), children: children.length === 0 ? text : children };
  }

  #any(from: Scoped, name: QName): XmlElement {
    return this.references.resolved(from, (target) => this.#anyOf(target, name));
  }

  /** An element that stays as it is, types included; what it refers to stands in it. */
  #anyOf(target: Scoped, name: QName): XmlElement {
    const inner = this.references.children(target);
    const children =
      inner.length === 0 ? target.element.children : inner.map((child) => this.#any(child, child.element.name));
    const attributes = target.element.attributes.filter((attribute) => !isReference(attribute));
    return { name, attributes, children, namespaces: [...target.scope] };
  }
}

/** The accessor of a name; servers are not at one whether accessors are qualified. */
function accessorOf({ element: { name } }: Scoped, accessors: readonly Accessor[]): Accessor | undefined {
  const named = accessors.filter(({ local }) => local === name.localName);
  return named.find(({ namespace }) => namespace === name.namespace) ?? named[0];
}

function scoped({ element, scope }: Scoped): XmlElement {
  return { ...element, namespaces: [...scope] };
}

function nil(name: QName): XmlElement {
  return { name, attributes: [{ name: { namespace: XSI_NAMESPACE, localName: "nil" }, value: "true" }], children: [] };
}

function isNil({ attributes }: XmlElement): boolean {
  return attributes.some(
    ({ name, value }) =>
      name.namespace === XSI_NAMESPACE && name.localName === "nil" && /^\s*(?:true|1)\s*$/.test(value),
  );
}

/** What a literal message would have: no ids and references, nothing of the encoding, no types. */
function plainAttributes({ attributes }: XmlElement): readonly XmlAttribute[] {
  return attributes.filter((attribute) => {
    const { namespace } = attribute.name;
    return !isReference(attribute) && !isType(attribute) && !isEncoding(namespace) && !isEnvelopeNamespace(namespace);
  });
}

function isReference({ name: { namespace, localName } }: XmlAttribute): boolean {
  const place = namespace === "" || isEncoding(namespace);
  return place && (localName === "id" || localName === "href" || localName === "ref");
}

function isType({ name }: XmlAttribute): boolean {
  return name.namespace === XSI_NAMESPACE && name.localName === "type";
}

/** The type that an element says it has. */
function typeOf({ element, scope }: Scoped): QName | undefined {
  const text = element.attributes.find(isType)?.value.trim();
  if (text === undefined) return undefined;
  const colon = text.indexOf(":");
  return { namespace: scope.get(colon < 0 ? "" : text.slice(0, colon)) ?? "", localName: text.slice(colon + 1) };
}

function isOf(ref: TableRef, type: QName | undefined): boolean {
  const table = tableOf(ref);
  if (table.kind === "element") return isOf(table.type, type);
  if (table.kind !== "struct" || type === undefined) return false;
  return table.name[1] === type.localName && table.name[0] === type.namespace;
}
