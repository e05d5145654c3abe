/** wsdl:binding to syntax: the SOAP, HTTP and MIME extensions (WSDL 1.1, 3 to 5; SOAP 1.2 binding for WSDL 1.1). */
import { attribute, type XmlNode } from "../source/document.ts";
import { readPolicies, usingAddressing } from "./read-policy.ts";
import { children, documented, type WsdlReading } from "./reading.ts";
import type {
  BindingMessageSyntax,
  BindingOperationSyntax,
  BindingProtocol,
  BindingSyntax,
  ContentSyntax,
  HeaderSyntax,
  HttpMessageSyntax,
} from "./syntax.ts";

const soap11 = "http://schemas.xmlsoap.org/wsdl/soap/";
const soap12 = "http://schemas.xmlsoap.org/wsdl/soap12/";
const http = "http://schemas.xmlsoap.org/wsdl/http/";
const mime = "http://schemas.xmlsoap.org/wsdl/mime/";

const protocols: ReadonlyMap<string, BindingProtocol> = new Map([
  [soap11, "soap11"],
  [soap12, "soap12"],
  [http, "http"],
]);

/** Reads one binding. */
export function readBinding(reading: WsdlReading, node: XmlNode): BindingSyntax {
  const extension = node.children.find((child) => child.localName === "binding" && protocols.has(child.namespace));
  const said = (name: string): string => (extension === undefined ? "" : (attribute(extension, name) ?? "").trim());
  return {
    ...documented(node),
    name: reading.own(node),
    portType: reading.name(node, "type"),
    protocol: protocols.get(extension?.namespace ?? "") ?? "other",
    style: styleOf(extension) ?? "document",
    transport: said("transport"),
    verb: said("verb").toUpperCase(),
    policies: [...readPolicies(node, true), ...usingAddressing(node)],
    operations: children(node, "operation").map((operation) => readOperation(reading, operation)),
  };
}

function readOperation(reading: WsdlReading, node: XmlNode): BindingOperationSyntax {
  const extension = node.children.find((child) => child.localName === "operation" && protocols.has(child.namespace));
  const said = (name: string): string => (extension === undefined ? "" : (attribute(extension, name) ?? "").trim());
  const [input] = children(node, "input");
  const [output] = children(node, "output");
  return {
    ...documented(node),
    name: reading.required(node, "name"),
    inputName: input === undefined ? undefined : attribute(input, "name"),
    outputName: output === undefined ? undefined : attribute(output, "name"),
    action: said("soapAction"),
    style: styleOf(extension),
    location: said("location"),
    input: readMessage(reading, input),
    output: readMessage(reading, output),
  };
}

function readMessage(reading: WsdlReading, node: XmlNode | undefined): BindingMessageSyntax {
  const extensions = node?.children ?? [];
  const related = extensions.find((child) => child.namespace === mime && child.localName === "multipartRelated");
  const inParts = (related?.children ?? [])
    .filter((child) => child.localName === "part")
    .flatMap((part) => part.children);
  const soap = [...extensions, ...inParts].filter(({ namespace }) => namespace === soap11 || namespace === soap12);
  const body = soap.find((child) => child.localName === "body");
  return {
    use: useOf(body),
    namespace: body === undefined ? undefined : attribute(body, "namespace")?.trim(),
    parts: body === undefined ? undefined : listed(attribute(body, "parts")),
    headers: soap.filter((child) => child.localName === "header").map((header) => readHeader(reading, header)),
    attachments: inParts.filter((child) => child.namespace === mime && child.localName === "content").map(readContent),
    http: readHttpMessage(extensions),
  };
}

function readHeader(reading: WsdlReading, node: XmlNode): HeaderSyntax {
  const faults = node.children.filter((child) => child.localName === "headerfault");
  return {
    ...documented(node),
    message: reading.name(node, "message"),
    part: reading.required(node, "part"),
    use: useOf(node),
    namespace: attribute(node, "namespace")?.trim(),
    faults: faults.map((fault) => readHeader(reading, fault)),
  };
}

function readHttpMessage(extensions: readonly XmlNode[]): HttpMessageSyntax | undefined {
  const first = extensions.find(({ namespace }) => namespace === http || namespace === mime);
  if (first === undefined) return undefined;
  const { localName } = first;
  const content = extensions
    .filter((child) => child.namespace === mime && (child.localName === "content" || child.localName === "mimeXml"))
    .map(readContent);
  if (
    localName !== "urlEncoded" &&
    localName !== "urlReplacement" &&
    localName !== "mimeXml" &&
    localName !== "content"
  ) {
    return undefined;
  }
  return { ...documented(first), kind: localName, content };
}

function readContent(node: XmlNode): ContentSyntax {
  return { at: node.at, part: attribute(node, "part"), type: attribute(node, "type") };
}

/** A list of names; an empty one says that there is none. */
function listed(text: string | undefined): readonly string[] | undefined {
  return text
    ?.trim()
    .split(/\s+/)
    .filter((name) => name !== "");
}

function styleOf(node: XmlNode | undefined): "document" | "rpc" | undefined {
  const style = node === undefined ? undefined : attribute(node, "style")?.trim();
  return style === "rpc" || style === "document" ? style : undefined;
}

function useOf(node: XmlNode | undefined): "literal" | "encoded" {
  return node !== undefined && attribute(node, "use")?.trim() === "encoded" ? "encoded" : "literal";
}
