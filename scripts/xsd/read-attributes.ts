/** Attribute declarations, attribute groups and wildcards to syntax (part 1, 3.2, 3.6 and 3.10). */
import type { NamespaceConstraint } from "../../src/runtime/codec/table.ts";
import { attribute, type XmlNode } from "../source/document.ts";
import { keyOf } from "./components.ts";
import { readSimpleType } from "./read-simple.ts";
import { childrenOf, documented, expand, type Reading } from "./reading.ts";
import type {
  AttributeGroupReference,
  AttributeGroupSyntax,
  AttributesSyntax,
  AttributeSyntax,
  WildcardSyntax,
} from "./syntax.ts";
import { collapse, isQualifiedName, words } from "./value-forms.ts";

/** Reads a named attribute group. */
export function readAttributeGroup(reading: Reading, node: XmlNode): AttributeGroupSyntax {
  reading.check(node, "attributeGroupDefinition");
  return { ...documented(node), name: reading.ownName(node), attributes: readAttributes(reading, node) };
}

/** Reads the attribute uses, group references and wildcard of a type or group. */
export function readAttributes(reading: Reading, node: XmlNode): AttributesSyntax {
  const uses: (AttributeSyntax | AttributeGroupReference)[] = [];
  for (const child of childrenOf(node, "attribute", "attributeGroup")) {
    if (child.localName === "attribute") uses.push(readAttribute(reading, child, false));
    else {
      reading.check(child, "attributeGroupReference");
      const ref = reading.nameIn(child, "ref");
      if (ref !== undefined) uses.push({ kind: "attributeGroup", ref, at: child.at });
    }
  }
  const [any] = childrenOf(node, "anyAttribute");
  if (any === undefined) return { uses };
  reading.check(any, "anyAttribute");
  return { uses, wildcard: readWildcard(reading, any) };
}

/** Reads an attribute, global or a use. */
export function readAttribute(reading: Reading, node: XmlNode, global: boolean): AttributeSyntax {
  reading.check(node, global ? "globalAttribute" : "localAttribute");
  const ref = global ? undefined : reading.nameIn(node, "ref");
  const form = global ? undefined : attribute(node, "form")?.trim();
  const qualified = global || (form === undefined ? reading.attributesQualified : form === "qualified");
  const use = attribute(node, "use")?.trim();
  const [inline] = childrenOf(node, "simpleType").map((child) => readSimpleType(reading, child, false));
  const type = reading.typeNamedIn(node, "type") ?? inline;
  if (!global) checkNaming(reading, node, ["type", "form"], ["simpleType"]);
  const constraint = readConstraint(reading, node);
  if (constraint.default !== undefined && use !== undefined && use !== "optional") {
    reading.report("src-attribute.2", node, `an attribute that is ${use} has no use for a default`);
  }
  if (attribute(node, "type") !== undefined && inline !== undefined) {
    reading.report(
      "src-attribute.4",
      node,
      "an attribute has either the attribute type or a simpleType: the attribute type counts",
    );
  }
  return {
    kind: "attribute",
    ...documented(node),
    ...(ref === undefined ? { name: reading.ownName(node, qualified) } : { ref }),
    ...(type === undefined ? {} : { type }),
    use: use === "required" || use === "prohibited" ? use : "optional",
    ...constraint,
  };
}

/** Reports a local component with a name and a ref, or neither, or that says beside a ref what the reference says. */
export function checkNaming(
  reading: Reading,
  node: XmlNode,
  attributes: readonly string[],
  children: readonly string[],
): void {
  const referring = attribute(node, "ref") !== undefined;
  if (referring === (attribute(node, "name") !== undefined)) {
    const code = node.localName === "element" ? "src-element.2.1" : "src-attribute.3.1";
    if (referring) reading.tolerate(code, node, `${node.localName} has either a name or a ref: the ref counts`);
    else reading.report(code, node, `${node.localName} has either a name or a ref`);
  }
  if (!referring) return;
  const surplus = [
    ...attributes.filter((name) => attribute(node, name) !== undefined),
    ...childrenOf(node, ...children).map(({ localName }) => localName),
  ];
  for (const name of surplus) {
    const code = node.localName === "element" ? "src-element.2.2" : "src-attribute.3.2";
    reading.report(code, node, `${name} has no effect beside a ref: the declaration that it names says it`);
  }
}

/** Reads the default or fixed value of an element or attribute. */
export function readConstraint(
  reading: Reading,
  node: XmlNode,
): { default?: string; fixed?: string; expanded?: string } {
  const standard = attribute(node, "default");
  const fixed = attribute(node, "fixed");
  if (standard !== undefined && fixed !== undefined) {
    const code = node.localName === "element" ? "src-element.1" : "src-attribute.1";
    reading.report(code, node, "default and fixed exclude each other: the default counts");
  }
  const text = standard ?? fixed;
  if (text === undefined) return {};
  return {
    ...(standard === undefined ? {} : { default: standard }),
    ...(fixed === undefined || standard !== undefined ? {} : { fixed }),
    expanded: expandedNames(node, text),
  };
}

/** A text with the names in it expanded, as `{namespace}local`: what it is where the type has names. */
function expandedNames(node: XmlNode, text: string): string {
  return words(text)
    .map((word) => {
      const name = expand(node, word);
      return name === undefined || !isQualifiedName(word) ? word : keyOf(name);
    })
    .join(" ");
}

/** Reads xs:any or xs:anyAttribute. */
export function readWildcard(reading: Reading, node: XmlNode): WildcardSyntax {
  const process = attribute(node, "processContents")?.trim();
  return {
    kind: "wildcard",
    ...documented(node),
    namespaces: constraintOf(collapse(attribute(node, "namespace") ?? "##any"), reading.target),
    process: process === "lax" || process === "skip" ? process : "strict",
  };
}

function constraintOf(value: string, target: string): NamespaceConstraint {
  if (value === "##any") return "##any";
  if (value === "##other") return { not: target };
  const named = words(value).map((word) => (word === "##targetNamespace" ? target : word === "##local" ? "" : word));
  return [...new Set(named)];
}
