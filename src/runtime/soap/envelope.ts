import { decodeElement } from "../codec/decode.ts";
import { Decoding } from "../codec/decoding.ts";
import { encodeElement } from "../codec/encode.ts";
import type { DecodeOptions } from "../codec/mode.ts";
import type { RootCodec, StructCodec } from "../codec/table.ts";
import type { SoapFault } from "../errors.ts";
import type { SoapOperation, SoapOperationTypes } from "../service.ts";
import { decodeText } from "../xml/encoding.ts";
import { closeReader, EOF, openReader, START } from "../xml/reader.ts";
import { XmlWriter } from "../xml/writer.ts";
import { readFault } from "./fault.ts";
import { decodeHeaders, encodeHeaders } from "./headers.ts";
import { SOAP_12_NAMESPACE, SOAP_NAMESPACE } from "./namespaces.ts";
import { nextChild } from "./walk.ts";

/** The tables of one message: what stands in its body, its header entries, and the faults that may come instead. */
export interface EnvelopeCodec<Body, Headers, Faults extends object = {}> {
  readonly body: RootCodec<Body>;
  readonly headers?: StructCodec<Headers>;
  readonly faults?: { readonly [K in keyof Faults]: RootCodec<Faults[K]> };
}

/** A message: its body and the header entries that it has. */
export interface Envelope<Body, Headers> {
  readonly body: Body;
  readonly headers: Partial<Headers>;
}

/** Options of decoding an envelope. */
export interface EnvelopeOptions extends DecodeOptions {
  /** HTTP status that the message came under, for a fault to carry. Default 200. */
  readonly status?: number;
}

/** The tables of an operation's request. */
export function requestOf<T extends SoapOperationTypes>(
  operation: SoapOperation<T>,
): EnvelopeCodec<T["input"], T["headers"]> {
  const { input: body, headers } = operation;
  return headers === undefined ? { body } : { body, headers };
}

/** The tables of an operation's answer. */
export function responseOf<T extends SoapOperationTypes>(
  operation: SoapOperation<T>,
): EnvelopeCodec<T["output"], T["outputHeaders"], T["faults"]> {
  const { output: body, outputHeaders: headers, faults } = operation;
  return headers === undefined ? { body, faults } : { body, headers, faults };
}

/**
 * Writes a SOAP 1.1 envelope: the header entries that are given, in the table's order, then the body.
 *
 * @throws XmlError `xml.encode`
 */
export function encodeEnvelope<Body, Headers>(
  codec: EnvelopeCodec<Body, Headers>,
  message: { readonly body: Body; readonly headers?: Partial<Headers> },
): string {
  const writer = new XmlWriter({ prefixes: { [SOAP_NAMESPACE]: "s" } });
  writer.start(SOAP_NAMESPACE, "Envelope");
  if (codec.headers !== undefined && message.headers !== undefined)
    encodeHeaders(codec.headers, message.headers, writer);
  writer.start(SOAP_NAMESPACE, "Body");
  encodeElement(codec.body, message.body, writer);
  writer.end();
  writer.end();
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writer.finish()}`;
}

/**
 * Reads a SOAP 1.1 envelope.
 *
 * @throws SoapFault where the body holds a fault
 * @throws XmlError `xml.root` for another document or SOAP 1.2, and as `decode` does
 */
export function decodeEnvelope<Body, Headers, Faults extends object>(
  codec: EnvelopeCodec<Body, Headers, Faults>,
  xml: string | Uint8Array,
  options: EnvelopeOptions = {},
): Envelope<Body, Headers> {
  const text = typeof xml === "string" ? xml : decodeText(xml);
  const reader = openReader(text, options.limits);
  try {
    while (reader.next() !== START);
    const context = new Decoding(reader, options);
    checkVersion(context);
    const message = readMessage(codec, context, text, options);
    while (reader.next() !== EOF);
    if ("fault" in message) throw message.fault;
    return message;
  } finally {
    closeReader(reader);
  }
}

type Message<Body, Headers> = Envelope<Body, Headers> | { readonly fault: SoapFault };

function readMessage<Body, Headers, Faults extends object>(
  codec: EnvelopeCodec<Body, Headers, Faults>,
  context: Decoding,
  text: string,
  options: EnvelopeOptions,
): Message<Body, Headers> {
  let headers: Partial<Headers> | undefined;
  let content: { readonly body: Body } | { readonly fault: SoapFault } | undefined;
  while (nextChild(context)) {
    if (headers === undefined && content === undefined && isSoap(context, "Header")) {
      headers = decodeHeaders(codec.headers, context, options);
    } else if (content === undefined && isSoap(context, "Body")) content = readBody(codec, context, text, options);
    else context.refuseElement("unknown-element", "An envelope has a header and a body", "Header, then Body");
  }
  if (content === undefined) context.fail("xml.missing", "The envelope has no body", "Body", "nothing");
  return "fault" in content ? content : { body: content.body, headers: headers ?? {} };
}

function readBody<Body, Headers, Faults extends object>(
  codec: EnvelopeCodec<Body, Headers, Faults>,
  context: Decoding,
  text: string,
  options: EnvelopeOptions,
): { readonly body: Body } | { readonly fault: SoapFault } {
  let content: { readonly body: Body } | { readonly fault: SoapFault } | undefined;
  while (nextChild(context)) {
    if (content !== undefined) context.refuseElement("too-many", "The body has more than one element", "one element");
    else if (isSoap(context, "Fault")) content = { fault: readFault(codec.faults ?? {}, context, text, options) };
    else content = { body: decodeElement(codec.body, context.reader, options) };
  }
  if (content === undefined) context.fail("xml.missing", "The body is empty", codec.body.name[1], "nothing");
  return content;
}

function isSoap({ reader }: Decoding, localName: string): boolean {
  return reader.localName === localName && reader.namespace === SOAP_NAMESPACE;
}

/** SOAP 1.1, 4.1.2: the namespace of the envelope is its version. */
function checkVersion(context: Decoding): void {
  if (isSoap(context, "Envelope")) return;
  const { namespace, localName } = context.reader;
  const received = namespace === "" ? localName : `{${namespace}}${localName}`;
  const message =
    namespace === SOAP_12_NAMESPACE
      ? "A SOAP 1.2 envelope where SOAP 1.1 is spoken"
      : `Not a SOAP envelope but ${received}`;
  context.fail("xml.root", message, `{${SOAP_NAMESPACE}}Envelope`, received);
}
