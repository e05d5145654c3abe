/** The JSON form of what has no type of its own: qualified names, and nodes kept by wildcards. */
import { memberOf } from "./erased.ts";
import { named } from "./labels.ts";
import type { QName, XmlAttribute, XmlElement } from "./values.ts";

/** A JSON value. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** `{namespace}local`, or `local` where there is no namespace. */
export function nameToJson(name: QName): string {
  return named(name.namespace, name.localName);
}

/** The inverse of `nameToJson`; undefined where the text is no name. */
export function nameFromJson(text: unknown): QName | undefined {
  const match = typeof text === "string" ? /^(?:\{([^{}]*)\})?([^{}\s]+)$/.exec(text) : null;
  const localName = match?.[2];
  return localName === undefined ? undefined : { namespace: match?.[1] ?? "", localName };
}

/** Attributes as an object from name to value. */
export function attributesToJson(attributes: readonly XmlAttribute[]): JsonValue {
  return Object.fromEntries(attributes.map(({ name, value }) => [nameToJson(name), value]));
}

/** The inverse of `attributesToJson`; undefined where the value is not its output. */
export function attributesFromJson(json: unknown): XmlAttribute[] | undefined {
  if (json === undefined) return [];
  if (typeof json !== "object" || json === null || Array.isArray(json)) return undefined;
  const attributes: XmlAttribute[] = [];
  for (const [key, value] of Object.entries(json)) {
    const name = nameFromJson(key);
    if (name === undefined || typeof value !== "string") return undefined;
    attributes.push({ name, value });
  }
  return attributes;
}

/** A node as `{ name, attributes, children }`, with the prefixes that it declares where there are any. */
export function nodeToJson(node: XmlElement): JsonValue {
  return {
    name: nameToJson(node.name),
    attributes: attributesToJson(node.attributes),
    children: node.children.map((child) => (typeof child === "string" ? child : nodeToJson(child))),
    ...(node.namespaces === undefined ? undefined : { namespaces: Object.fromEntries(node.namespaces) }),
  };
}

/** The inverse of `nodeToJson`; undefined where the value is not its output. */
export function nodeFromJson(json: unknown): XmlElement | undefined {
  const name = nameFromJson(memberOf(json, "name"));
  const attributes = attributesFromJson(memberOf(json, "attributes"));
  const children = memberOf(json, "children") ?? [];
  if (name === undefined || attributes === undefined || !Array.isArray(children)) return undefined;
  const nodes: (XmlElement | string)[] = [];
  for (const child of children) {
    const node = typeof child === "string" ? child : nodeFromJson(child);
    if (node === undefined) return undefined;
    nodes.push(node);
  }
  const namespaces = prefixesFromJson(memberOf(json, "namespaces"));
  return { name, attributes, children: nodes, ...(namespaces === undefined ? undefined : { namespaces }) };
}

function prefixesFromJson(json: unknown): (readonly [string, string])[] | undefined {
  if (typeof json !== "object" || json === null) return undefined;
  return Object.entries(json).map(([prefix, namespace]) => [prefix, String(namespace)] as const);
}
