import { XmlError } from "../errors.ts";
import { writeElement } from "../xml/node.ts";
import type { XmlWriter } from "../xml/writer.ts";
import { attributeText } from "./encode-simple.ts";
import { deeper, describe, fail, Failure, located } from "./encoding.ts";
import { memberOf } from "./erased.ts";
import { XSI_NAMESPACE } from "./namespaces.ts";
import { admits } from "./plan.ts";
import type { NamespaceConstraint } from "./table.ts";
import type { QName, XmlAttribute, XmlElement } from "./values.ts";

/** An element kept as a node, where the wildcard admits it. */
export function encodeWildcard(constraint: NamespaceConstraint, item: unknown, writer: XmlWriter): string {
  const element = nodeOf(item, writer);
  const { namespace, localName } = element.name;
  if (!admits(constraint, namespace)) {
    fail("The wildcard does not admit this namespace", "another namespace", describe(namespace));
  }
  return `<${writer.nameOf(namespace, localName)}${nodeRest(element, writer)}`;
}

/** What stands behind the name of an element kept as a node. */
export function nodeRest(element: XmlElement, writer: XmlWriter): string {
  try {
    const name = writer.nameOf(element.name.namespace, element.name.localName);
    return writer.captured(() => writeElement(writer, element)).slice(name.length + 1);
  } catch (thrown) {
    if (!(thrown instanceof XmlError)) throw thrown;
    // What cannot be written is said again with its place in the value.
    throw new Failure(thrown.message.slice(0, thrown.message.lastIndexOf(" at ")));
  }
}

/** Attributes kept as nodes, where the wildcard admits them. */
export function encodeAttributes(constraint: NamespaceConstraint, value: unknown, writer: XmlWriter): string {
  if (value === undefined) return "";
  if (!Array.isArray(value)) fail("Not a list of attributes", "an array", describe(value));
  let xml = "";
  for (let i = 0; i < value.length; i++) {
    try {
      xml += encodeAttribute(constraint, value[i], writer);
    } catch (thrown) {
      throw located(thrown, i);
    }
  }
  return xml;
}

function encodeAttribute(constraint: NamespaceConstraint, attribute: unknown, writer: XmlWriter): string {
  if (!isAttribute(attribute)) return fail("Not an attribute", "{ name, value }", describe(attribute));
  const { namespace, localName } = attribute.name;
  if (!admits(constraint, namespace) || namespace === XSI_NAMESPACE) {
    fail("The wildcard does not admit this namespace", "another namespace", describe(namespace));
  }
  return attributeText(writer.nameOf(namespace, localName), attribute.value);
}

/** A value checked to be a node all the way down. */
export function nodeOf(value: unknown, writer: { depth: number }): XmlElement {
  if (!isNode(value)) return fail("Not an element", "{ name, attributes, children }", describe(value));
  deeper(writer);
  const { children } = value;
  for (let i = 0; i < children.length; i++) {
    const child = children[i];
    if (typeof child === "string") continue;
    try {
      nodeOf(child, writer);
    } catch (thrown) {
      throw located(located(thrown, i), "children");
    }
  }
  writer.depth--;
  return value;
}

function isNode(value: unknown): value is XmlElement {
  const attributes = memberOf(value, "attributes");
  return (
    isName(memberOf(value, "name")) &&
    Array.isArray(attributes) &&
    attributes.every(isAttribute) &&
    Array.isArray(memberOf(value, "children"))
  );
}

function isAttribute(value: unknown): value is XmlAttribute {
  return isName(memberOf(value, "name")) && typeof memberOf(value, "value") === "string";
}

function isName(value: unknown): value is QName {
  return typeof memberOf(value, "namespace") === "string" && typeof memberOf(value, "localName") === "string";
}
