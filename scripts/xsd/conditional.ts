/**
 * Conditional inclusion (XSD 1.1 part 1, 4.2.2): schemas for processors of several versions say with attributes of the versioning
 * namespace which elements are for whom. A processor of 1.0 takes what is for 1.0, and not what is for later versions beside it.
 */
import type { XmlNode } from "../source/document.ts";
import { builtinNamed } from "./builtins.ts";
import { facetNames } from "./grammar.ts";
import { xsdNamespace } from "./namespaces.ts";
import { expand } from "./reading.ts";
import { words } from "./value-forms.ts";

const versioningNamespace = "http://www.w3.org/2007/XMLSchema-versioning";

/** The schema without the elements that are for other versions than 1.0; the schema itself stays, whatever it says of itself. */
export function forThisVersion(node: XmlNode): XmlNode {
  const children = node.children.filter((child) => isIncluded(child)).map((child) => forThisVersion(child));
  const same = children.length === node.children.length && children.every((child, i) => child === node.children[i]);
  return same ? node : without(node, children);
}

/** The same element with other children; its text is asked for where it is used. */
function without(node: XmlNode, children: readonly XmlNode[]): XmlNode {
  const { namespace, localName, at, attributes } = node;
  return {
    namespace,
    localName,
    at,
    attributes,
    children,
    get text() {
      return node.text;
    },
    get content() {
      return node.content;
    },
    namespaceOf: (prefix) => node.namespaceOf(prefix),
  };
}

function isIncluded(node: XmlNode): boolean {
  return node.attributes.every(({ namespace, localName, value }) => {
    if (namespace !== versioningNamespace) return true;
    switch (localName) {
      case "minVersion":
        return !(Number(value) > 1);
      case "maxVersion":
        return !(Number(value) <= 1);
      case "typeAvailable":
        return words(value).every((name) => isTypeKnown(node, name));
      case "typeUnavailable":
        return !words(value).every((name) => isTypeKnown(node, name));
      case "facetAvailable":
        return words(value).every((name) => isFacetKnown(node, name));
      case "facetUnavailable":
        return !words(value).every((name) => isFacetKnown(node, name));
      default:
        return true;
    }
  });
}

function isTypeKnown(node: XmlNode, text: string): boolean {
  const name = expand(node, text);
  return name?.[0] === xsdNamespace && builtinNamed(name) !== undefined;
}

function isFacetKnown(node: XmlNode, text: string): boolean {
  const name = expand(node, text);
  return name?.[0] === xsdNamespace && facetNames.includes(name[1]);
}
