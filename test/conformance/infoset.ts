/**
 * Compares two documents by what they say: names, attributes, and text by value (XSD part 2), with defaults filled in. Read by slimdom,
 * apart from our own reader. Comments, processing instructions and hints to schemas say nothing.
 */
import { parseXmlDocument, type Attr, type Element } from "slimdom";
import type { SchemaSet, TypeDefinition } from "../../scripts/xsd/components.ts";
import {
  declaredAttribute,
  declaredChild,
  declaredRoot,
  isUnordered,
  simpleTypeOf,
  typeNamed,
  undeclared,
  type Declared,
} from "./declarations.ts";
import { isSameValue, type ScopedText } from "./typed-values.ts";
import { isOneSpace } from "./value-spaces.ts";

/** Bound without a declaration, which slimdom does not know. */
const xml = "http://www.w3.org/XML/1998/namespace";
const xsi = "http://www.w3.org/2001/XMLSchema-instance";

/** The first difference between two documents, with its path; undefined where they are equal. */
export function firstDifference(set: SchemaSet, original: string, encoded: string): string | undefined {
  const one = parseXmlDocument(original).documentElement;
  const other = parseXmlDocument(encoded).documentElement;
  if (one === null || other === null) return "a document has no root";
  return new Comparison(set).roots(one, other);
}

class Comparison {
  readonly #set: SchemaSet;

  constructor(set: SchemaSet) {
    this.#set = set;
  }

  roots(one: Element, other: Element): string | undefined {
    // Without a declaration, what reads the document has to know the type that it gives itself.
    const typed = { type: this.#typeOf(one) ?? undeclared.type, values: [] };
    const declared = declaredRoot(this.#set, one.namespaceURI ?? "", one.localName) ?? typed;
    return this.elements(one, other, declared, `/${one.localName}`);
  }

  elements(one: Element, other: Element, declared: Declared, path: string): string | undefined {
    if (nameOf(one) !== nameOf(other)) return `${path}: ${nameOf(one)} became ${nameOf(other)}`;
    const type = this.#typeOf(one) ?? declared.type;
    const written = this.#typeOf(other) ?? declared.type;
    if (type !== written && !isOneKind(type, written, one, other)) return `${path}: the type became another one`;
    if (isNil(one) !== isNil(other)) return `${path}: xsi:nil became another`;
    return this.#attributes(one, other, type, path) ?? this.#content(one, other, { ...declared, type }, path);
  }

  /** What xsi:type says. */
  #typeOf(element: Element): TypeDefinition | undefined {
    const text = element.getAttributeNS(xsi, "type")?.trim();
    if (text === undefined) return undefined;
    const colon = text.indexOf(":");
    const namespace = element.lookupNamespaceURI(colon < 0 ? null : text.slice(0, colon)) ?? "";
    return typeNamed(this.#set, namespace, text.slice(colon + 1));
  }

  #attributes(one: Element, other: Element, type: TypeDefinition, path: string): string | undefined {
    const names = new Map([...one.attributes, ...other.attributes].filter(counts).map((attr) => [nameOf(attr), attr]));
    for (const [name, { namespaceURI, localName }] of names) {
      const declared = declaredAttribute(this.#set, type, namespaceURI ?? "", localName);
      const [left, right] = [one, other].map(
        (element) => element.getAttributeNS(namespaceURI, localName) ?? declared?.value,
      );
      if (left === undefined || right === undefined) return `${path}/@${name}: ${left} became ${right}`;
      const same =
        declared === undefined ? left === right : isSameValue(declared.type, scoped(left, one), scoped(right, other));
      if (!same) return `${path}/@${name}: ${JSON.stringify(left)} became ${JSON.stringify(right)}`;
    }
    return undefined;
  }

  #content(one: Element, other: Element, declared: Declared, path: string): string | undefined {
    const { type } = declared;
    const simple = simpleTypeOf(type);
    if (simple !== undefined) {
      const same = (left: string, right: string): boolean =>
        isSameValue(simple, scoped(left, one), scoped(right, other));
      return isOneOf(valuesOf(one, declared), valuesOf(other, declared), same) ? undefined : became(path, one, other);
    }
    if (type.kind === "complex" && type.mixed && !isUnordered(type)) {
      const same =
        one.children.length + other.children.length === 0
          ? isOneOf(valuesOf(one, declared), valuesOf(other, declared), (left, right) => left === right)
          : JSON.stringify(textsOf(one)) === JSON.stringify(textsOf(other));
      if (!same) return became(path, one, other);
    }
    return this.#children(one, other, type, path);
  }

  #children(one: Element, other: Element, type: TypeDefinition, path: string): string | undefined {
    const [left, right] = [one, other].map((element) =>
      isUnordered(type) ? element.children.toSorted(byName) : element.children,
    );
    const counts = new Map<string, number>();
    for (const [index, child] of (left ?? []).entries()) {
      const name = nameOf(child);
      const position = (counts.get(name) ?? 0) + 1;
      counts.set(name, position);
      const match = right?.[index];
      const here = `${path}/${child.localName}[${position}]`;
      if (match === undefined) return `${here} is gone`;
      // What nothing is known of is compared as it is written.
      const declared =
        type === undeclared.type || type.kind === "complex"
          ? declaredChild(this.#set, type, child.namespaceURI ?? "", child.localName)
          : undeclared;
      const difference = this.elements(child, match, declared, here);
      if (difference !== undefined) return difference;
    }
    const more = right?.[left?.length ?? 0];
    return more === undefined ? undefined : `${path}: ${more.localName} was not there`;
  }
}

/** Whether values of a simple type are those of the type that they are written as: its name is no part of a value. */
function isOneKind(type: TypeDefinition, written: TypeDefinition, one: Element, other: Element): boolean {
  if (type.kind !== "simple" || written.kind !== "simple") return false;
  return isOneSpace(type, written, textOf(other)) && isOneSpace(type, written, textOf(one));
}

/** Expanded name. */
function nameOf({ namespaceURI, localName }: Element | Attr): string {
  return `{${namespaceURI ?? ""}}${localName}`;
}

function byName(one: Element, other: Element): number {
  return nameOf(one) < nameOf(other) ? -1 : nameOf(one) > nameOf(other) ? 1 : 0;
}

/** Whether an attribute says something that is compared here: xsi:type and xsi:nil are looked at on their own. */
function counts({ namespaceURI }: Attr): boolean {
  return namespaceURI !== "http://www.w3.org/2000/xmlns/" && namespaceURI !== xsi;
}

function isNil(element: Element): boolean {
  return ["true", "1"].includes(element.getAttributeNS(xsi, "nil")?.trim() ?? "");
}

/** The text of an element, or the values that it may have where it is empty (part 1, 3.3.1), unless it is nil. */
function valuesOf(element: Element, { values }: Declared): readonly string[] {
  const text = textOf(element);
  return text !== "" || values.length === 0 || isNil(element) ? [text] : values;
}

function isOneOf(
  some: readonly string[],
  others: readonly string[],
  same: (one: string, other: string) => boolean,
): boolean {
  return some.some((one) => others.some((other) => same(one, other)));
}

function became(path: string, one: Element, other: Element): string {
  return `${path}: ${JSON.stringify(textsOf(one))} became ${JSON.stringify(textsOf(other))}`;
}

function scoped(text: string, element: Element): ScopedText {
  return { text, namespaceOf: (prefix) => (prefix === "xml" ? xml : bound(element, prefix)) };
}

function bound(element: Element, prefix: string): string | undefined {
  return element.lookupNamespaceURI(prefix === "" ? null : prefix) ?? undefined;
}

function textOf(element: Element): string {
  return textsOf(element).join("");
}

/** Texts before, between and after the children. */
function textsOf(element: Element): readonly string[] {
  const texts = [""];
  for (const node of element.childNodes) {
    if (node.nodeType === node.ELEMENT_NODE) texts.push("");
    else if (node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE) {
      texts.push((texts.pop() ?? "") + (node.nodeValue ?? ""));
    }
  }
  return texts;
}
