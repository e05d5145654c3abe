/** xs:schema elements to syntax (XSD 1.0 part 1, 3). What is not allowed where it stands is reported with its place. */
import type { Diagnostics } from "../diagnostics.ts";
import { attribute, type XmlNode } from "../source/document.ts";
import { readAttribute, readAttributeGroup } from "./read-attributes.ts";
import { forThisVersion } from "./conditional.ts";
import { readComplexType, readElement, readGroup } from "./read-complex.ts";
import { readSimpleType } from "./read-simple.ts";
import { childrenOf, Reading, type ReadOptions } from "./reading.ts";
import type { NotationSyntax, Redefinitions, SchemaReference, SchemaSyntax } from "./syntax.ts";

export { xsdNamespace } from "./namespaces.ts";

/** Reads one xs:schema, the root of a document or inside a WSDL. */
export function readSchema(written: XmlNode, diagnostics: Diagnostics, options: ReadOptions = {}): SchemaSyntax {
  const node = forThisVersion(written);
  const reading = new Reading(node, diagnostics, options);
  reading.check(node, "schema");
  if (attribute(node, "targetNamespace") === "") {
    reading.report(
      "s4s-att-invalid-value",
      node,
      "no namespace is said by leaving out targetNamespace, not by an empty one",
    );
  }
  const redefinitions = childrenOf(node, "redefine").map((child) => readDefinitions(reading, child));
  const components = {
    ...readDefinitions(reading, node),
    elements: childrenOf(node, "element").map((child) => readElement(reading, child, true)),
    attributes: childrenOf(node, "attribute").map((child) => readAttribute(reading, child, true)),
  };
  return {
    at: node.at,
    targetNamespace: reading.target,
    embedded: options.imports === "assumed",
    references: childrenOf(node, "import", "include", "redefine").map((child) => readReference(reading, child)),
    ...components,
    notations: childrenOf(node, "notation").map((child) => readNotation(reading, child)),
    redefinitions: {
      types: redefinitions.flatMap(({ types }) => types),
      groups: redefinitions.flatMap(({ groups }) => groups),
      attributeGroups: redefinitions.flatMap(({ attributeGroups }) => attributeGroups),
    },
    unimported: reading.unimported,
  };
}

function readNotation(reading: Reading, node: XmlNode): NotationSyntax {
  reading.check(node, "notation");
  // Nothing here needs the identifiers (3.12.3).
  if ((attribute(node, "public") ?? attribute(node, "system")) === undefined) {
    reading.report("n-props-correct", node, "a notation has the attribute public or system");
  }
  return { name: reading.ownName(node), at: node.at };
}

/** What a schema defines and a redefinition may define anew. */
function readDefinitions(reading: Reading, node: XmlNode): Redefinitions {
  return {
    types: [
      ...childrenOf(node, "simpleType").map((child) => readSimpleType(reading, child, true)),
      ...childrenOf(node, "complexType").map((child) => readComplexType(reading, child, true)),
    ],
    groups: childrenOf(node, "group").flatMap((child) => readGroup(reading, child) ?? []),
    attributeGroups: childrenOf(node, "attributeGroup").map((child) => readAttributeGroup(reading, child)),
  };
}

function readReference(reading: Reading, node: XmlNode): SchemaReference {
  const kind = node.localName === "import" || node.localName === "include" ? node.localName : "redefine";
  reading.check(node, kind);
  const namespace = kind === "import" ? attribute(node, "namespace")?.trim() : undefined;
  const location = attribute(node, "schemaLocation")?.trim();
  if (kind === "import" && (namespace ?? "") === reading.target) {
    reading.report("src-import.1.1", node, "a schema does not import its own namespace: it is taken as an include");
  }
  return {
    kind,
    at: node.at,
    ...(namespace === undefined ? {} : { namespace }),
    ...(location === undefined ? {} : { location }),
  };
}
