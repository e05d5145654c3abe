/** What header blocks say of their own processing (SOAP 1.1, 4.2; SOAP 1.2 part 1, 5.2). */
import type { HeaderBlock } from "../service.ts";
import { escapedAttribute } from "../xml/escape.ts";
import type { XmlReader } from "../xml/reader.ts";
import type { XmlWriter } from "../xml/writer.ts";
import { isEnvelopeNamespace, SOAP_NAMESPACE } from "./namespaces.ts";

/** Header blocks by the key of their entry. */
export type HeaderBlocks = { readonly [key: string]: HeaderBlock | undefined };

/** The attributes of a header block, as they stand behind its name; `namespace` is the envelope's. */
export function markOf(block: HeaderBlock | undefined, namespace: string, writer: XmlWriter): string {
  const { mustUnderstand, role } = block ?? {};
  const attribute = (name: string, value: string): string =>
    ` ${writer.nameOf(namespace, name)}="${escapedAttribute(value, writer)}"`;
  // 1.2 calls an actor a role; "1" and "0" are what both versions read.
  return (
    (mustUnderstand === undefined ? "" : attribute("mustUnderstand", mustUnderstand ? "1" : "0")) +
    (role === undefined ? "" : attribute(namespace === SOAP_NAMESPACE ? "actor" : "role", role))
  );
}

/** Roles that a client plays: the next one on the way of a message, and its last recipient. */
const ownRoles: ReadonlySet<string> = new Set([
  "",
  "http://schemas.xmlsoap.org/soap/actor/next",
  "http://www.w3.org/2003/05/soap-envelope/role/next",
  "http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver",
]);

/** Whether the header block at whose start the reader stands has to be understood, and by the client. */
export function isForClient(reader: XmlReader): boolean {
  let mandatory = false;
  let role = "";
  for (let i = 0; i < reader.attributeCount; i++) {
    if (!isEnvelopeNamespace(reader.attributeNamespace(i))) continue;
    const name = reader.attributeLocalName(i);
    const value = reader.attributeValue(i).trim();
    if (name === "mustUnderstand") mandatory = value === "1" || value === "true";
    if (name === "actor" || name === "role") role = value;
  }
  return mandatory && ownRoles.has(role);
}
