/** WS-Addressing 1.0 in a WSDL (Metadata, 3 and 4): whether a port uses it, and the actions of its messages. */
import type { Name } from "../../src/runtime/codec/table.ts";
import type { AssertionSyntax, OperationSyntax } from "./syntax.ts";

/** Namespaces of wsaw:UsingAddressing, wsam:Addressing and the attribute Action, of all drafts that are in use. */
export const addressingNamespaces: ReadonlySet<string> = new Set([
  "http://www.w3.org/2006/05/addressing/wsdl",
  "http://www.w3.org/2006/02/addressing/wsdl",
  "http://www.w3.org/2007/05/addressing/metadata",
  "http://www.w3.org/2007/02/addressing/metadata",
  "http://www.w3.org/2005/08/addressing",
  "http://schemas.xmlsoap.org/ws/2004/08/addressing/policy",
  "http://schemas.xmlsoap.org/ws/2004/08/addressing",
]);

/** Whether policies ask for addressing: as an assertion that is not optional, or as one that is. */
export function addressingIn(assertions: readonly AssertionSyntax[]): "required" | "optional" | undefined {
  const found = assertions.filter(
    ({ name: [namespace, localName] }) =>
      addressingNamespaces.has(namespace) && /^(?:Using)?Addressing$/.test(localName),
  );
  if (found.length === 0) return undefined;
  return found.every(({ optional }) => optional) ? "optional" : "required";
}

/**
 * The action of a request: what the contract says, or else the SOAP action, or else the default (Metadata, 4.4.4): namespace, port
 * type and name of the message, apart by a slash, or by a colon in a URN.
 */
export function requestAction(portType: Name, { name, input, output }: OperationSyntax, soapAction: string): string {
  if (input?.action !== undefined) return input.action;
  if (soapAction !== "") return soapAction;
  const [namespace, localName] = portType;
  const delimiter = /^urn:/i.test(namespace) ? ":" : "/";
  const start = namespace.endsWith(delimiter) ? namespace : `${namespace}${delimiter}`;
  const message = input?.name ?? (output === undefined ? name : `${name}Request`);
  return `${start}${localName}${delimiter}${message}`;
}
