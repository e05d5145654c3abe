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
  const writer = new SoapWriter(root);
  for (const binding of bindingsOf(root, soap11)) writer.binding(binding);
  for (const address of root.getElementsByTagNameNS(soap11, "address")) {
    const port = address.parentElement;
    writer.values.set(`port ${nameOf(port)} of ${nameOf(port?.parentElement)}`, address.getAttribute("location") ?? "");
  }
  return writer;
}

class SoapWriter implements Facts {
  readonly values = new Map<string, string>();
  readonly orders = new Map<string, readonly string[]>();
  readonly #root: Element;
  readonly #home: string;
  readonly #messages: ReturnType<typeof messagesOf>;

  constructor(root: Element) {
    this.#root = root;
    this.#home = root.getAttribute("targetNamespace") ?? "";
    this.#messages = messagesOf(root, this.#home);
  }

  binding(binding: Element): void {
    const protocol = child(binding, soap11, "binding");
    const operations = children(binding, wsdl, "operation");
    this.values.set("soap binding", protocol?.getAttribute("transport") ?? "");
    this.orders.set(
      "operations order",
      operations.map((operation) => nameOf(operation)),
    );
    for (const operation of operations) {
      const path = `operation ${nameOf(operation)}`;
      const call = child(operation, soap11, "operation");
      const style = call?.getAttribute("style") ?? protocol?.getAttribute("style") ?? "document";
      this.values.set(path, `action ${call?.getAttribute("soapAction") ?? ""} style ${style}`);
      const port = portOperation(this.#root, binding, nameOf(operation));
      this.#message(`${path}/input`, child(operation, wsdl, "input"), child(port, wsdl, "input"));
      this.#message(`${path}/output`, child(operation, wsdl, "output"), child(port, wsdl, "output"));
      this.#faults(path, children(operation, wsdl, "fault"), children(port, wsdl, "fault"));
    }
  }

  /** Body and headers of one direction; `bound` is what the binding says of it, `described` what the port type says. */
  #message(path: string, bound: Element | undefined, described: Element | undefined): void {
    if (bound === undefined) return;
    const headers = children(bound, soap11, "header");
    const names = headers.map((header) => headerOf(this.#messages, header, this.#home));
    this.values.set(path, partsOf(this.#messages, described, this.#home));
    this.values.set(`${path} use`, child(bound, soap11, "body")?.getAttribute("use") ?? "");
    this.values.set(`${path} action`, described?.getAttributeNS(addressing, "Action") ?? "");
    headers.forEach((header, index) => {
      this.values.set(`${path} header ${names[index] ?? ""}`, header.getAttribute("use") ?? "");
    });
    this.orders.set(`${path} headers order`, names);
  }

  #faults(path: string, bound: readonly Element[], described: readonly Element[]): void {
    for (const fault of described) {
      const name = nameOf(fault);
      const wire = bound.find((one) => nameOf(one) === name);
      this.values.set(`${path}/fault ${name}`, partsOf(this.#messages, fault, this.#home));
      this.values.set(`${path}/fault ${name} action`, fault.getAttributeNS(addressing, "Action") ?? "");
      this.values.set(`${path}/fault ${name} use`, (wire && child(wire, soap11, "fault")?.getAttribute("use")) ?? "");
    }
  }
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
