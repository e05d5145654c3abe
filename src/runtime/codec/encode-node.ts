import { describe, type Encoding } from "./encoding.ts";
import { memberOf } from "./erased.ts";
import { XSI_NAMESPACE } from "./namespaces.ts";
import { admits } from "./plan.ts";
import type { NamespaceConstraint } from "./table.ts";
import type { QName, XmlAttribute, XmlElement } from "./values.ts";

/** Writes an element kept as a node, where the wildcard admits it. */
export function encodeWildcard(constraint: NamespaceConstraint, item: unknown, context: Encoding): void {
  const element = nodeOf(item, context);
  if (!admits(constraint, element.name.namespace)) {
    context.fail("The wildcard does not admit this namespace", "another namespace", describe(element.name.namespace));
  }
  context.writeNode(element);
}

/** Writes attributes kept as nodes, where the wildcard admits them. */
export function encodeAttributes(constraint: NamespaceConstraint, value: unknown, context: Encoding): void {
  if (value === undefined) return;
  if (!Array.isArray(value)) context.fail("Not a list of attributes", "an array", describe(value));
  for (let i = 0; i < value.length; i++) {
    context.enter(i);
    const attribute: unknown = value[i];
    if (!isAttribute(attribute)) context.fail("Not an attribute", "{ name, value }", describe(attribute));
    const { namespace, localName } = attribute.name;
    if (!admits(constraint, namespace) || namespace === XSI_NAMESPACE) {
      context.fail("The wildcard does not admit this namespace", "another namespace", describe(namespace));
    }
    context.sink.attribute(namespace, localName, attribute.value);
    context.leave();
  }
}

/** A value checked to be a node all the way down. */
export function nodeOf(value: unknown, context: Encoding): XmlElement {
  if (!isNode(value)) return context.fail("Not an element", "{ name, attributes, children }", describe(value));
  value.children.forEach((child, i) => {
    if (typeof child === "string") return;
    context.enter("children");
    context.enter(i);
    nodeOf(child, context);
    context.leave();
    context.leave();
  });
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
