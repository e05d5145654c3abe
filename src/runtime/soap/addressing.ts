import type { XmlWriter } from "../xml/writer.ts";

/** Namespace of WS-Addressing 1.0. */
export const ADDRESSING_NAMESPACE = "http://www.w3.org/2005/08/addressing";

const anonymous = `${ADDRESSING_NAMESPACE}/anonymous`;

/** What WS-Addressing says of a request (WS-Addressing 1.0 Core, 3.2). */
export interface Addressing {
  readonly to: string;
  readonly action: string;
  /** A URI that no other message has. */
  readonly messageId: string;
}

/** Addresses a request; the answer comes back over the same connection. */
export function addressed(to: URL, action: string): Addressing {
  return { to: to.href, action, messageId: `urn:uuid:${crypto.randomUUID()}` };
}

/** Writes the message addressing properties as header entries (WS-Addressing 1.0 SOAP Binding, 3). */
export function encodeAddressing({ to, action, messageId }: Addressing, writer: XmlWriter): void {
  const entry = (name: string, text: string): void => {
    writer.start(ADDRESSING_NAMESPACE, name);
    writer.text(text);
    writer.end();
  };
  entry("To", to);
  entry("Action", action);
  entry("MessageID", messageId);
  writer.start(ADDRESSING_NAMESPACE, "ReplyTo");
  entry("Address", anonymous);
  writer.end();
}
