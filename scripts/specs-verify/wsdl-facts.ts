/** Facts of a WSDL's operations (WSDL 1.1, 3 and 4): messages resolved to elements, so that their names do not matter. */
import { parseXmlDocument, type Element } from "slimdom";
import type { Facts } from "./facts.ts";
import { expand, localOf, namespaceOf, short } from "./names.ts";

const wsdl = "http://schemas.xmlsoap.org/wsdl/";
const soap11 = "http://schemas.xmlsoap.org/wsdl/soap/";
const soap12 = "http://schemas.xmlsoap.org/wsdl/soap12/";
const http = "http://schemas.xmlsoap.org/wsdl/http/";
const mime = "http://schemas.xmlsoap.org/wsdl/mime/";
const addressing = "http://www.w3.org/2006/05/addressing/wsdl";

/** Target namespace of a WSDL. */
export function homeOf(text: string): string {
  return rootOf(text).getAttribute("targetNamespace") ?? "";
}

/** What a WSDL says of its SOAP 1.1 binding: per operation the elements of body, headers and faults, in order. */
export function soapFacts(text: string): Facts {
  const root = rootOf(text);
  const home = root.getAttribute("targetNamespace") ?? "";
  const messages = messagesOf(root, home);
  const values = new Map<string, string>();
  const orders = new Map<string, readonly string[]>();
  for (const binding of bindingsOf(root, soap11)) {
    const protocol = child(binding, soap11, "binding");
    const style = protocol?.getAttribute("style") ?? "document";
    values.set("soap binding", protocol?.getAttribute("transport") ?? "");
    const operations = children(binding, wsdl, "operation");
    orders.set(
      "operations order",
      operations.map((operation) => nameOf(operation)),
    );
    for (const operation of operations) {
      const path = `operation ${nameOf(operation)}`;
      const port = portOperation(root, binding, nameOf(operation));
      const call = child(operation, soap11, "operation");
      values.set(
        path,
        `action ${call?.getAttribute("soapAction") ?? ""} style ${call?.getAttribute("style") ?? style}`,
      );
      for (const direction of ["input", "output"]) {
        const bound = child(operation, wsdl, direction);
        if (bound === undefined) continue;
        const described = child(port, wsdl, direction);
        values.set(`${path}/${direction}`, partsOf(messages, described, home));
        values.set(`${path}/${direction} use`, child(bound, soap11, "body")?.getAttribute("use") ?? "");
        values.set(`${path}/${direction} action`, described?.getAttributeNS(addressing, "Action") ?? "");
        const headers = children(bound, soap11, "header").map((header) => headerOf(messages, header, home));
        for (const header of headers) values.set(`${path}/${direction} header ${header}`, "literal");
        orders.set(`${path}/${direction} headers order`, headers);
      }
      for (const fault of children(port, wsdl, "fault")) {
        values.set(`${path}/fault ${nameOf(fault)}`, partsOf(messages, fault, home));
        values.set(`${path}/fault ${nameOf(fault)} action`, fault.getAttributeNS(addressing, "Action") ?? "");
        const bound = children(operation, wsdl, "fault").find((one) => nameOf(one) === nameOf(fault));
        values.set(
          `${path}/fault ${nameOf(fault)} use`,
          (bound && child(bound, soap11, "fault")?.getAttribute("use")) ?? "",
        );
      }
    }
  }
  for (const address of root.getElementsByTagNameNS(soap11, "address")) {
    const port = address.parentElement;
    values.set(`port ${nameOf(port)} of ${nameOf(port?.parentElement)}`, address.getAttribute("location") ?? "");
  }
  return { values, orders };
}

/** What a WSDL says of its HTTP binding, in the words of an operations table. */
export function httpFacts(text: string): Facts {
  const root = rootOf(text);
  const home = root.getAttribute("targetNamespace") ?? "";
  const messages = messagesOf(root, home);
  const values = new Map<string, string>();
  for (const binding of bindingsOf(root, http)) {
    const verb = child(binding, http, "binding")?.getAttribute("verb") ?? "";
    for (const operation of children(binding, wsdl, "operation")) {
      const port = portOperation(root, binding, nameOf(operation));
      const path = `operation ${nameOf(operation)}`;
      values.set(path, verb);
      values.set(`${path}/request`, partsOf(messages, child(port, wsdl, "input"), home));
      values.set(`${path}/response`, partsOf(messages, child(port, wsdl, "output"), home));
      const types = operation
        .getElementsByTagNameNS(mime, "content")
        .map((content) => content.getAttribute("type") ?? "");
      for (const type of new Set(types)) values.set("content type", type);
      const location = child(operation, http, "operation")?.getAttribute("location") ?? "";
      values.set("path", location.replace(nameOf(operation), "{operation}"));
    }
  }
  for (const address of root.getElementsByTagNameNS(http, "address")) {
    values.set("address", address.getAttribute("location") ?? "");
  }
  if (bindingsOf(root, soap12).length > 0) values.set("soap 1.2 binding", "present");
  return { values, orders: new Map() };
}

function rootOf(text: string): Element {
  const root = parseXmlDocument(text).documentElement;
  if (root === null) throw new Error("The document is empty");
  return root;
}

function bindingsOf(root: Element, namespace: string): readonly Element[] {
  return children(root, wsdl, "binding").filter((binding) => child(binding, namespace, "binding") !== undefined);
}

/** Parts of every message as elements (or types), by the message's expanded name. */
function messagesOf(root: Element, home: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  return new Map(
    children(root, wsdl, "message").map((message) => [
      `{${home}}${nameOf(message)}`,
      new Map(children(message, wsdl, "part").map((part) => [nameOf(part), contentOf(part)])),
    ]),
  );
}

function contentOf(part: Element): string {
  const element = part.getAttribute("element");
  return element === null ? `type ${expand(part, part.getAttribute("type") ?? "")}` : expand(part, element);
}

function partsOf(messages: ReturnType<typeof messagesOf>, node: Element | undefined, home: string): string {
  const parts = node === undefined ? undefined : messages.get(expand(node, node.getAttribute("message") ?? ""));
  return [...(parts?.values() ?? [])].map((name) => short(name, home)).join(" ");
}

function headerOf(messages: ReturnType<typeof messagesOf>, header: Element, home: string): string {
  const parts = messages.get(expand(header, header.getAttribute("message") ?? ""));
  return short(parts?.get(header.getAttribute("part") ?? "") ?? "", home);
}

function portOperation(root: Element, binding: Element, name: string): Element {
  const type = expand(binding, binding.getAttribute("type") ?? "");
  const port = children(root, wsdl, "portType").find((one) => nameOf(one) === localOf(type));
  const operation = port && children(port, wsdl, "operation").find((one) => nameOf(one) === name);
  if (operation === undefined) throw new Error(`${namespaceOf(type)} has no operation ${name}`);
  return operation;
}

function children(node: Element, namespace: string, localName: string): readonly Element[] {
  return node.children.filter((one) => one.namespaceURI === namespace && one.localName === localName);
}

function child(node: Element, namespace: string, localName: string): Element | undefined {
  return children(node, namespace, localName)[0];
}

function nameOf(node: Element | null | undefined): string {
  return node?.getAttribute("name") ?? "";
}
