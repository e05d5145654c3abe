/** libxml2 as a judge: whether messages are valid by an XSD, or by the schemas inside a WSDL. */
import { parseXmlDocument, serializeToWellFormedString, type Element } from "slimdom";
import { XmlBufferInputProvider, XmlDocument, XmlLibError, XsdValidator, xmlRegisterInputProvider } from "libxml2-wasm";
import { xsd } from "./names.ts";

/** Answers what is wrong with a message; nothing where it is valid. */
export type Judge = (message: string) => readonly string[];

const files = new XmlBufferInputProvider({});
xmlRegisterInputProvider(files);
let sets = 0;

/**
 * A judge by a contract's text.
 *
 * eBay's schemas violate unique particle attribution: wildcards stand beside elements that they match too. Where libxml2
 * refuses a schema for that, its wildcards take other namespaces only; the judge is stricter by that, never laxer.
 *
 * @throws XmlLibError where the schemas are not valid
 */
export function judgeBy(text: string): Judge {
  const root = parseXmlDocument(text).documentElement;
  if (root === null) throw new Error("The document is empty");
  const isSchema = root.namespaceURI === xsd && root.localName === "schema";
  const schemas = isSchema ? [root] : root.getElementsByTagNameNS(xsd, "schema");
  try {
    return compiled(schemas);
  } catch (error) {
    if (!(error instanceof XmlLibError) || !error.message.includes("not determinist")) throw error;
    for (const wildcard of schemas.flatMap((schema) => schema.getElementsByTagNameNS(xsd, "any"))) {
      wildcard.setAttribute("namespace", "##other");
    }
    return compiled(schemas);
  }
}

/** Schemas in one WSDL import each other by namespace alone: each becomes a file, and the imports name the files. */
function compiled(schemas: readonly Element[]): Judge {
  sets += 1;
  const location = (index: number): string => `specs-verify-${sets}-${index}.xsd`;
  const namespaces = schemas.map((schema) => schema.getAttribute("targetNamespace") ?? "");
  schemas.forEach((schema, index) => {
    for (const node of schema.children) {
      if (node.namespaceURI !== xsd || node.localName !== "import") continue;
      const target = namespaces.indexOf(node.getAttribute("namespace") ?? "");
      if (target >= 0) node.setAttribute("schemaLocation", location(target));
    }
    declareOuterPrefixes(schema);
    files.addBuffer(location(index), new TextEncoder().encode(serializeToWellFormedString(schema)));
  });
  const parts = namespaces.map((namespace, index) =>
    namespace === ""
      ? `<xs:include schemaLocation="${location(index)}"/>`
      : `<xs:import namespace="${namespace}" schemaLocation="${location(index)}"/>`,
  );
  const all = `<xs:schema xmlns:xs="${xsd}">${parts.join("")}</xs:schema>`;
  const validator = XsdValidator.fromDoc(XmlDocument.fromString(all, { url: `specs-verify-${sets}.xsd` }));
  return (message) => complaints(validator, message);
}

function complaints(validator: XsdValidator, message: string): readonly string[] {
  let document: XmlDocument | undefined;
  try {
    document = XmlDocument.fromString(message);
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return error.message.split("\n").filter((line) => line !== "");
  } finally {
    document?.dispose();
  }
}

/** A schema that leaves its WSDL has to keep the prefixes that the WSDL declares. */
function declareOuterPrefixes(schema: Element): void {
  for (let outer = schema.parentElement; outer !== null; outer = outer.parentElement) {
    for (const { name, prefix, namespaceURI, value } of outer.attributes) {
      if (prefix !== "xmlns" || namespaceURI === null || schema.hasAttribute(name)) continue;
      schema.setAttributeNS(namespaceURI, name, value);
    }
  }
}
