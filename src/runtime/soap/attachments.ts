/** SOAP messages with attachments (W3C note of 2000-12-11; WSDL 1.1, 5; WS-I Attachments Profile 1.0). */
import { XmlError } from "../errors.ts";
import type { RelatedPart } from "../xml/multipart.ts";

/** The part of a message that travels beside the envelope. */
export interface Attachment {
  /** Media type, with its parameters. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** What a contract says of the attachments of one message: the media types that each part may have, by its name. */
export type AttachmentParts = Readonly<Record<string, readonly string[]>>;

/** A body of multipart/related, and its type. */
interface Packed {
  readonly contentType: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** How messages with attachments are packed and unpacked. A descriptor names it, so bundles without it are smaller. */
export interface SoapAttachments {
  readonly pack: typeof pack;
  readonly unpack: typeof unpack;
}

/** Attachments in multipart/related. */
export const multipart: SoapAttachments = { pack, unpack };

/**
 * Packs an envelope and the attachments that go with it.
 *
 * @param contentType that of the envelope
 * @param given by the names of the parts; bytes alone are of the first type that the contract names in full
 * @throws XmlError `xml.encode` for an attachment that is missing, none, or not in the contract
 */
function pack(envelope: string, contentType: string, given: unknown, parts: AttachmentParts): Packed {
  const values =
    typeof given === "object" && given !== null ? new Map<string, unknown>(Object.entries(given)) : new Map();
  const unknown = [...values.keys()].find((name) => !Object.hasOwn(parts, name));
  if (unknown !== undefined) refuse(unknown, "The contract has no such attachment", "no such attachment", "one");
  const id = crypto.randomUUID();
  const boundary = `part-${id}`;
  const text = new TextEncoder();
  const chunks: Uint8Array[] = [];
  const add = (type: string, contentId: string, bytes: Uint8Array): void => {
    const head = `--${boundary}\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <${contentId}>\r\n\r\n`;
    chunks.push(text.encode(head), bytes, text.encode("\r\n"));
  };
  const root = `root-${id}@specwire`;
  add(contentType, root, text.encode(envelope));
  for (const [name, types] of Object.entries(parts)) {
    const { contentType: type, bytes } = attachmentOf(name, values.get(name), types);
    // The part's name comes first: it is what the recipient tells parts apart by (Attachments Profile, R2933).
    add(type, `${encodeURIComponent(name)}=${id}@specwire`, bytes);
  }
  chunks.push(text.encode(`--${boundary}--\r\n`));
  const media = contentType.replace(/\s*;.*$/s, "");
  return {
    contentType: `multipart/related; type="${media}"; start="<${root}>"; boundary="${boundary}"`,
    body: joined(chunks),
  };
}

function attachmentOf(name: string, value: unknown, types: readonly string[]): Attachment {
  const standard = types.find((type) => /^[\w.+-]+\/[\w.+-]+$/.test(type)) ?? "application/octet-stream";
  if (value instanceof Uint8Array) return { contentType: standard, bytes: value };
  if (typeof value === "object" && value !== null && "bytes" in value && "contentType" in value) {
    const { bytes, contentType } = value;
    if (
      bytes instanceof Uint8Array &&
      typeof contentType === "string" &&
      /^[\w.+-]+\/[\w.+-]+[ -~]*$/.test(contentType)
    )
      return { contentType, bytes };
  }
  const received = value === undefined ? "nothing" : "something else";
  return refuse(name, "Not an attachment", "a Uint8Array, or a media type and bytes", received);
}

/**
 * The attachments of an answer by the names of their parts: those whose Content-ID begins with the name, then the others in their order.
 *
 * @throws XmlError `xml.missing` for one that has not come
 */
function unpack(came: readonly RelatedPart[], parts: AttachmentParts): Readonly<Record<string, Attachment>> {
  const left = new Set(came);
  const found = new Map<string, RelatedPart>();
  const names = Object.keys(parts);
  for (const name of names) {
    const own = [...left].find(({ id }) => id !== undefined && nameIn(id) === name);
    if (own === undefined) continue;
    found.set(name, own);
    left.delete(own);
  }
  for (const name of names) {
    const [next] = left;
    if (found.has(name) || next === undefined) continue;
    found.set(name, next);
    left.delete(next);
  }
  return Object.fromEntries(
    names.map((name) => {
      const part = found.get(name);
      if (part !== undefined) return [name, { contentType: part.type, bytes: part.bytes }];
      const place = { path: `/attachments/${name}`, expected: "a part of multipart/related", received: "nothing" };
      throw new XmlError("xml.missing", `Missing the attachment ${name}`, place);
    }),
  );
}

/** The part's name in a Content-ID, which is `name=unique@host`; all before the host where there is no such sign. */
function nameIn(id: string): string {
  const name = id.replace(/[=@].*$/s, "");
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(chunks.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function refuse(name: string, message: string, expected: string, received: string): never {
  throw new XmlError("xml.encode", message, { path: `/attachments/${name}`, expected, received });
}
