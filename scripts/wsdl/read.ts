/** wsdl:definitions to syntax (WSDL 1.1, 2). */
import type { Diagnostics } from "../diagnostics.ts";
import { attribute, type XmlNode } from "../source/document.ts";
import { nearest } from "../xsd/nearest.ts";
import { addressingNamespaces } from "./addressing.ts";
import { readBinding } from "./read-binding.ts";
import { readPolicies, usingAddressing } from "./read-policy.ts";
import { children, documented, wsdlNamespace, WsdlReading } from "./reading.ts";
import type {
  ImportSyntax,
  MessageSyntax,
  OperationMessageSyntax,
  OperationSyntax,
  PortTypeSyntax,
  ServiceSyntax,
  WsdlSyntax,
} from "./syntax.ts";

const definitions = ["documentation", "import", "types", "message", "portType", "binding", "service"];

/** Reads one document. */
export function readWsdl(root: XmlNode, diagnostics: Diagnostics): WsdlSyntax {
  const reading = new WsdlReading(root, diagnostics);
  checkChildren(root, diagnostics);
  return {
    ...documented(root),
    targetNamespace: reading.target,
    imports: children(root, "import").map((node) => readImport(node)),
    messages: children(root, "message").map((node) => readMessage(reading, node)),
    portTypes: children(root, "portType").map((node) => readPortType(reading, node)),
    bindings: children(root, "binding").map((node) => readBinding(reading, node)),
    services: children(root, "service").map((node) => readService(reading, node)),
    policies: readPolicies(root),
  };
}

function readImport(node: XmlNode): ImportSyntax {
  return {
    ...documented(node),
    namespace: attribute(node, "namespace") ?? "",
    location: attribute(node, "location")?.trim(),
  };
}

function readMessage(reading: WsdlReading, node: XmlNode): MessageSyntax {
  return {
    ...documented(node),
    name: reading.own(node),
    parts: children(node, "part").map((part) => ({
      ...documented(part),
      name: reading.required(part, "name"),
      ...reading.reference(part, "element"),
      ...reading.reference(part, "type"),
    })),
  };
}

function readPortType(reading: WsdlReading, node: XmlNode): PortTypeSyntax {
  return {
    ...documented(node),
    name: reading.own(node),
    operations: children(node, "operation").map((operation) => readOperation(reading, operation)),
  };
}

function readOperation(reading: WsdlReading, node: XmlNode): OperationSyntax {
  const [input] = children(node, "input").map((message) => readOperationMessage(reading, message));
  const [output] = children(node, "output").map((message) => readOperationMessage(reading, message));
  return {
    ...documented(node),
    name: reading.required(node, "name"),
    ...(input === undefined ? {} : { input }),
    ...(output === undefined ? {} : { output }),
    faults: children(node, "fault").map((fault) => ({
      ...documented(fault),
      name: attribute(fault, "name")?.trim() ?? "",
      message: reading.name(fault, "message"),
    })),
  };
}

function readOperationMessage(reading: WsdlReading, node: XmlNode): OperationMessageSyntax {
  const action = node.attributes.find(
    ({ namespace, localName }) => localName === "Action" && addressingNamespaces.has(namespace),
  );
  const name = attribute(node, "name")?.trim();
  return { ...documented(node), name, message: reading.name(node, "message"), action: action?.value.trim() };
}

function readService(reading: WsdlReading, node: XmlNode): ServiceSyntax {
  return {
    ...documented(node),
    name: reading.required(node, "name"),
    ports: children(node, "port").map((port) => {
      const address = port.children.find((child) => child.localName === "address");
      return {
        ...documented(port),
        name: reading.required(port, "name"),
        binding: reading.name(port, "binding"),
        policies: [...readPolicies(port), ...readPolicies(node), ...usingAddressing(port)],
        address: (address === undefined ? undefined : attribute(address, "location"))?.trim() ?? "",
      };
    }),
  };
}

/** Elements of other namespaces are extensions: policies, partner links. */
function checkChildren(root: XmlNode, diagnostics: Diagnostics): void {
  for (const { namespace, localName, at } of root.children) {
    if (namespace !== wsdlNamespace || definitions.includes(localName)) continue;
    const near = nearest(localName, definitions);
    const hint = near === undefined ? "" : `; did you mean ${near}?`;
    diagnostics.report("wsdl.element", at, `${localName} is no part of a WSDL${hint}`);
  }
}
