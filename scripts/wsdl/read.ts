/** wsdl:definitions to syntax (WSDL 1.1, 2 and 3). */
import type { Name } from "../../src/runtime/codec/table.ts";
import type { Diagnostics } from "../diagnostics.ts";
import { attribute, type XmlNode } from "../source/document.ts";
import type { Documented } from "../xsd/components.ts";
import { nearest } from "../xsd/nearest.ts";
import type {
  BindingMessageSyntax,
  BindingOperationSyntax,
  BindingSyntax,
  PortTypeSyntax,
  WsdlSyntax,
} from "./syntax.ts";

/** Namespace of WSDL 1.1. */
export const wsdlNamespace = "http://schemas.xmlsoap.org/wsdl/";
const soap11 = "http://schemas.xmlsoap.org/wsdl/soap/";
const soap12 = "http://schemas.xmlsoap.org/wsdl/soap12/";
const definitions = ["documentation", "import", "types", "message", "portType", "binding", "service"];

/** Reads one document. */
export function readWsdl(root: XmlNode, diagnostics: Diagnostics): WsdlSyntax {
  return new WsdlReader(root, diagnostics).read();
}

class WsdlReader {
  readonly #root: XmlNode;
  readonly #diagnostics: Diagnostics;
  readonly #target: string;

  constructor(root: XmlNode, diagnostics: Diagnostics) {
    this.#root = root;
    this.#diagnostics = diagnostics;
    this.#target = attribute(root, "targetNamespace") ?? "";
  }

  read(): WsdlSyntax {
    const root = this.#root;
    this.#checkChildren();
    return {
      ...documented(root),
      targetNamespace: this.#target,
      imports: children(root, "import").map((node) => ({
        ...documented(node),
        location: this.#required(node, "location"),
      })),
      messages: children(root, "message").map((node) => ({
        ...documented(node),
        name: this.#own(node),
        parts: children(node, "part").map((part) => ({
          ...documented(part),
          name: this.#required(part, "name"),
          ...this.#reference(part, "element"),
          ...this.#reference(part, "type"),
        })),
      })),
      portTypes: children(root, "portType").map((node) => this.#portType(node)),
      bindings: children(root, "binding").map((node) => this.#binding(node)),
      services: children(root, "service").map((node) => ({
        ...documented(node),
        name: this.#required(node, "name"),
        ports: children(node, "port").map((port) => ({
          ...documented(port),
          name: this.#required(port, "name"),
          binding: this.#name(port, "binding"),
          address: attribute(port.children.find((child) => child.localName === "address") ?? port, "location") ?? "",
        })),
      })),
    };
  }

  #portType(node: XmlNode): PortTypeSyntax {
    return {
      ...documented(node),
      name: this.#own(node),
      operations: children(node, "operation").map((operation) => {
        const [input] = children(operation, "input");
        const [output] = children(operation, "output");
        return {
          ...documented(operation),
          name: this.#required(operation, "name"),
          ...(input === undefined ? {} : { input: this.#name(input, "message") }),
          ...(output === undefined ? {} : { output: this.#name(output, "message") }),
          faults: children(operation, "fault").map((fault) => ({
            ...documented(fault),
            name: this.#required(fault, "name"),
            message: this.#name(fault, "message"),
          })),
        };
      }),
    };
  }

  #binding(node: XmlNode): BindingSyntax {
    const soap = node.children.find(
      (child) => child.localName === "binding" && [soap11, soap12].includes(child.namespace),
    );
    return {
      ...documented(node),
      name: this.#own(node),
      portType: this.#name(node, "type"),
      protocol: soap === undefined ? "other" : soap.namespace === soap11 ? "soap11" : "soap12",
      style: this.#style(soap) ?? "document",
      transport: soap === undefined ? "" : (attribute(soap, "transport") ?? ""),
      operations: children(node, "operation").map((operation) => this.#bindingOperation(operation)),
    };
  }

  #bindingOperation(node: XmlNode): BindingOperationSyntax {
    const soap = node.children.find(
      (child) => child.localName === "operation" && [soap11, soap12].includes(child.namespace),
    );
    return {
      ...documented(node),
      name: this.#required(node, "name"),
      action: soap === undefined ? "" : (attribute(soap, "soapAction") ?? ""),
      style: this.#style(soap),
      input: this.#bindingMessage(children(node, "input")[0]),
      output: this.#bindingMessage(children(node, "output")[0]),
    };
  }

  #bindingMessage(node: XmlNode | undefined): BindingMessageSyntax {
    const soap = (node?.children ?? []).filter((child) => [soap11, soap12].includes(child.namespace));
    const body = soap.find((child) => child.localName === "body");
    return {
      use: useOf(body),
      parts: body === undefined ? undefined : attribute(body, "parts")?.trim().split(/\s+/),
      headers: soap
        .filter((child) => child.localName === "header")
        .map((header) => ({
          ...documented(header),
          message: this.#name(header, "message"),
          part: this.#required(header, "part"),
          use: useOf(header),
        })),
    };
  }

  /** Elements of other namespaces are extensions: policies, partner links. */
  #checkChildren(): void {
    for (const { namespace, localName, at } of this.#root.children) {
      if (namespace !== wsdlNamespace || definitions.includes(localName)) continue;
      const near = nearest(localName, definitions);
      const hint = near === undefined ? "" : `; did you mean ${near}?`;
      this.#diagnostics.report("wsdl.element", at, `${localName} is no part of a WSDL${hint}`);
    }
  }

  #style(node: XmlNode | undefined): "document" | "rpc" | undefined {
    const style = node === undefined ? undefined : attribute(node, "style");
    return style === "rpc" || style === "document" ? style : undefined;
  }

  #own(node: XmlNode): Name {
    return [this.#target, this.#required(node, "name")];
  }

  #required(node: XmlNode, name: string): string {
    const value = attribute(node, name);
    if (value === undefined)
      this.#diagnostics.report("wsdl.element", node.at, `${node.localName} needs the attribute ${name}`);
    return value ?? "";
  }

  #reference<K extends "element" | "type">(node: XmlNode, key: K): { readonly [P in K]?: Name } {
    if (attribute(node, key) === undefined) return {};
    const found: { [P in K]?: Name } = {};
    found[key] = this.#name(node, key);
    return found;
  }

  #name(node: XmlNode, key: string): Name {
    const value = this.#required(node, key).trim();
    const colon = value.indexOf(":");
    const prefix = colon < 0 ? "" : value.slice(0, colon);
    const namespace = node.namespaceOf(prefix);
    if (namespace === undefined) {
      this.#diagnostics.report("wsdl.resolve", node.at, `the prefix ${prefix} of ${value} is not declared`);
    }
    return [namespace ?? "", value.slice(colon + 1)];
  }
}

function useOf(node: XmlNode | undefined): "literal" | "encoded" {
  return node !== undefined && attribute(node, "use") === "encoded" ? "encoded" : "literal";
}

function children(node: XmlNode, localName: string): XmlNode[] {
  return node.children.filter((child) => child.namespace === wsdlNamespace && child.localName === localName);
}

function documented(node: XmlNode): Documented {
  const [documentation] = children(node, "documentation");
  const doc = (documentation?.content ?? "")
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
  return doc === "" ? { at: node.at } : { at: node.at, doc };
}
