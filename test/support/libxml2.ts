/** libxml2 as a judge: validates messages against an XSD, or against the schemas inside a WSDL. */
import { readFileSync } from "node:fs";
import { parseXmlDocument, serializeToWellFormedString, type Element } from "slimdom";
import { XmlBufferInputProvider, XmlDocument, XmlLibError, XsdValidator, xmlRegisterInputProvider } from "libxml2-wasm";

const xsd = "http://www.w3.org/2001/XMLSchema";
const files = new XmlBufferInputProvider({});
xmlRegisterInputProvider(files);
let sets = 0;

/** Answers what libxml2 finds wrong with a message; nothing where it is valid. */
export type Judge = (message: string) => readonly string[];

/** A judge by the schemas of a document: an XSD file, or the types section of a WSDL. */
export function judgeBy(path: string): Judge {
  const document = parseXmlDocument(readFileSync(path, "utf8"));
  const root = document.documentElement;
  if (root === null) throw new Error(`${path} is empty`);
  const schemas = root.namespaceURI === xsd ? [root] : root.getElementsByTagNameNS(xsd, "schema");
  if (schemas.length === 0) throw new Error(`${path} has no schema`);
  try {
    return compile(schemas);
  } catch (error) {
    if (!(error instanceof Error && error.message.includes("not determinist"))) throw error;
    // eBay's schemas violate unique particle attribution by wildcards. Without wildcards the judge is stricter, not laxer.
    for (const wildcard of schemas.flatMap((schema) => schema.getElementsByTagNameNS(xsd, "any"))) wildcard.remove();
    return compile(schemas);
  }
}

/** Wires schemas that import each other by namespace only: each gets a name, and a driver imports them all. */
function compile(schemas: readonly Element[]): Judge {
  const set = `mem-${++sets}`;
  const location = (index: number): string => `${set}-${index}.xsd`;
  const byNamespace = new Map<string, number>();
  schemas.forEach((schema, index) => byNamespace.set(schema.getAttribute("targetNamespace") ?? "", index));
  schemas.forEach((schema, index) => {
    for (const child of schema.children) {
      if (child.namespaceURI !== xsd || child.localName !== "import") continue;
      const target = byNamespace.get(child.getAttribute("namespace") ?? "");
      if (target !== undefined) child.setAttribute("schemaLocation", location(target));
    }
    inheritNamespaces(schema);
    files.addBuffer(location(index), new TextEncoder().encode(serializeToWellFormedString(schema)));
  });
  const imports = schemas.map((schema, index) => {
    const namespace = schema.getAttribute("targetNamespace");
    return namespace === null
      ? `<xs:include schemaLocation="${location(index)}"/>`
      : `<xs:import namespace="${namespace}" schemaLocation="${location(index)}"/>`;
  });
  const driver = XmlDocument.fromString(`<xs:schema xmlns:xs="${xsd}">${imports.join("")}</xs:schema>`, {
    url: `${set}.xsd`,
  });
  const validator = XsdValidator.fromDoc(driver);
  return (message) => {
    let parsed: XmlDocument | undefined;
    try {
      parsed = XmlDocument.fromString(message);
      validator.validate(parsed);
      return [];
    } catch (error) {
      if (!(error instanceof XmlLibError)) throw error;
      return error.message.split("\n").filter((line) => line !== "");
    } finally {
      parsed?.dispose();
    }
  };
}

/** A schema inside a WSDL uses prefixes that are declared outside of it. */
function inheritNamespaces(schema: Element): void {
  for (let outer = schema.parentElement; outer !== null; outer = outer.parentElement) {
    for (const attribute of outer.attributes) {
      if (attribute.namespaceURI !== "http://www.w3.org/2000/xmlns/" || attribute.prefix === null) continue;
      if (!schema.hasAttribute(attribute.name)) {
        schema.setAttributeNS(attribute.namespaceURI, attribute.name, attribute.value);
      }
    }
  }
}

/** The single element in the body of a SOAP envelope, as a document of its own. */
export function bodyOf(envelope: string): string {
  const root = parseXmlDocument(envelope).documentElement;
  const body = root?.children.find((child) => child.localName === "Body");
  const [entry] = body?.children ?? [];
  if (entry === undefined) throw new Error("the envelope has no body entry");
  return serializeToWellFormedString(entry);
}

/** The entries of a SOAP header, each as a document of its own. */
export function headersOf(envelope: string): readonly string[] {
  const root = parseXmlDocument(envelope).documentElement;
  const header = root?.children.find((child) => child.localName === "Header");
  return (header?.children ?? []).map((entry) => serializeToWellFormedString(entry));
}
