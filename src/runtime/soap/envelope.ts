import { Decoding } from "../codec/decoding.ts";
import type { DecodeOptions } from "../codec/mode.ts";
import type { RootCodec, StructCodec } from "../codec/table.ts";
import type { SoapFault } from "../errors.ts";
import type { SoapOperation, SoapOperationTypes } from "../service.ts";
import { readable } from "../xml/encoding.ts";
import { closeReader, EOF, openReader, START } from "../xml/reader.ts";
import { XmlWriter } from "../xml/writer.ts";
import { decodeBody, encodeBody } from "./body.ts";
import type { Addressing } from "./addressing.ts";
import type { SoapEncoding } from "./encoded/section5.ts";
import { readFault } from "./fault.ts";
import { decodeHeaders, encodeHeaders } from "./headers.ts";
import { envelopeNamespace, SOAP_12_NAMESPACE, SOAP_NAMESPACE, type SoapVersion } from "./namespaces.ts";
import { nextChild } from "./walk.ts";

/** The tables of one message: what stands in its body, its header entries, and the faults that may come instead. */
export interface EnvelopeCodec<Body, Headers, Faults extends object = {}> {
  /**
   * The element in the body; a struct that is no element stands for its fields, one element each. Undefined for an empty body, and for
   * one whose content does not matter.
   */
  readonly body: RootCodec<Body> | undefined;
  readonly headers?: StructCodec<Headers>;
  readonly faults?: { readonly [K in keyof Faults]: RootCodec<Faults[K]> };
  /** Version of SOAP. Default "1.1". An envelope of 1.1 is understood by those who speak 1.2, not the other way round. */
  readonly version?: SoapVersion;
  /** The name of the element in the body means nothing (SOAP 1.1, 7.1): a tolerant decoder takes another one, and reports it. */
  readonly rpc?: true;
  /** The body is of this encoding, instead of literal. Errors of decoding then name places of the message with its references resolved. */
  readonly encoded?: SoapEncoding;
  /** What WS-Addressing says of the message; entries of its own in an answer are no surprise then. */
  readonly addressing?: Addressing;
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
  const { input, headers } = operation;
  // `MessageCodec` says that the table is missing exactly where there is no body.
  const body = input as RootCodec<T["input"]> | undefined;
  const codec = { body, ...encodingOf(operation) };
  return headers === undefined ? codec : { ...codec, headers };
}

/** The tables of an operation's answer. */
export function responseOf<T extends SoapOperationTypes>(
  operation: SoapOperation<T>,
): EnvelopeCodec<T["output"], T["outputHeaders"], T["faults"]> {
  const { output, outputHeaders: headers, faults } = operation;
  const body = output as RootCodec<T["output"]> | undefined;
  const rpc = operation.rpc === true ? { rpc: operation.rpc } : {};
  const codec = { body, faults, ...rpc, ...encodingOf(operation) };
  return headers === undefined ? codec : { ...codec, headers };
}

function encodingOf({ encoded }: { readonly encoded?: SoapEncoding }): { readonly encoded?: SoapEncoding } {
  return encoded === undefined ? {} : { encoded };
}

/**
 * Writes a SOAP envelope: the header entries that are given, in the table's order, then the body.
 *
 * @throws XmlError `xml.encode`
 */
export function encodeEnvelope<Body, Headers>(
  codec: EnvelopeCodec<Body, Headers>,
  message: { readonly body: Body; readonly headers?: Partial<Headers> },
): string {
  const { version = "1.1", encoded } = codec;
  const namespace = envelopeNamespace(version);
  const writer = new XmlWriter({ prefixes });
  writer.start(namespace, "Envelope");
  encodeHeaders(codec, message.headers ?? {}, writer, namespace);
  writer.start(namespace, "Body");
  encodeBody(codec.body, message.body, writer, { encoded, version });
  writer.end();
  writer.end();
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writer.finish()}`;
}

/**
 * Reads a SOAP envelope.
 *
 * @throws SoapFault where the body holds a fault
 * @throws XmlError `xml.root` for another document or another version of SOAP, and as `decode` does
 */
export function decodeEnvelope<Body, Headers, Faults extends object>(
  codec: EnvelopeCodec<Body, Headers, Faults>,
  xml: string | Uint8Array,
  options: EnvelopeOptions = {},
): Envelope<Body, Headers> {
  const given = typeof xml === "string" ? xml : readable(xml);
  const { body, faults = {}, encoded } = codec;
  const document = encoded === undefined ? given : encoded.literalOf(given, { body, faults }, options.limits);
  const reader = openReader(document, options.limits);
  try {
    while (reader.next() !== START);
    const context = new Decoding(reader, options);
    const namespace = versionOf(context, codec.version ?? "1.1");
    const message = readMessage(codec, context, { document, namespace, options });
    while (reader.next() !== EOF);
    if ("fault" in message) throw message.fault;
    context.identities?.check(context);
    return message;
  } finally {
    closeReader(reader);
  }
}

const prefixes = { [SOAP_NAMESPACE]: "s", [SOAP_12_NAMESPACE]: "s" };

/** What the parts of an envelope share while it is read. */
interface Reading {
  readonly document: string | Uint8Array;
  /** Namespace of the envelope. */
  readonly namespace: string;
  readonly options: EnvelopeOptions;
}

type Fault = { readonly fault: SoapFault };

function readMessage<Body, Headers, Faults extends object>(
  codec: EnvelopeCodec<Body, Headers, Faults>,
  context: Decoding,
  reading: Reading,
): Envelope<Body, Headers> | Fault {
  let headers: Partial<Headers> | undefined;
  let content: { readonly body: Body } | Fault | undefined;
  const is = (localName: string): boolean =>
    context.reader.localName === localName && context.reader.namespace === reading.namespace;
  while (nextChild(context)) {
    if (headers === undefined && content === undefined && is("Header")) {
      headers = decodeHeaders(codec, context, reading.options);
    } else if (content === undefined && is("Body")) content = readBody(codec, context, reading, headers ?? {});
    else context.refuseElement("unknown-element", "An envelope has a header and a body", "Header, then Body");
  }
  if (content === undefined) context.fail("xml.missing", "The envelope has no body", "Body", "nothing");
  return "fault" in content ? content : { body: content.body, headers: headers ?? {} };
}

function readBody<Body, Headers, Faults extends object>(
  codec: EnvelopeCodec<Body, Headers, Faults>,
  context: Decoding,
  { document, namespace, options }: Reading,
  headers: object,
): { readonly body: Body } | Fault {
  let fault: SoapFault | undefined;
  const manner = { ...options, anyName: codec.rpc === true };
  const body = decodeBody(codec.body, context, manner, () => {
    const { reader } = context;
    if (reader.localName !== "Fault" || reader.namespace !== namespace) return false;
    fault = readFault(codec.faults ?? {}, context, { document, options, headers });
    return true;
  });
  return fault === undefined ? { body } : { fault };
}

/** The namespace of the envelope is its version (SOAP 1.1, 4.1.2; SOAP 1.2 part 1, 5.4.7). */
function versionOf(context: Decoding, spoken: SoapVersion): string {
  const { namespace, localName } = context.reader;
  const own = envelopeNamespace(spoken);
  if (localName === "Envelope" && (namespace === own || (spoken === "1.2" && namespace === SOAP_NAMESPACE))) {
    return namespace;
  }
  const received = namespace === "" ? localName : `{${namespace}}${localName}`;
  const message =
    namespace === SOAP_12_NAMESPACE
      ? "A SOAP 1.2 envelope where SOAP 1.1 is spoken"
      : `Not a SOAP envelope but ${received}`;
  context.fail("xml.root", message, `{${own}}Envelope`, received);
}
