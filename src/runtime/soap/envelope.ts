import type { Automaton } from "../codec/automata.ts";
import { Decoding } from "../codec/decoding.ts";
import type { DecodeOptions } from "../codec/mode.ts";
import type { RootCodec, StructCodec } from "../codec/table.ts";
import type { SoapFault, XmlError } from "../errors.ts";
import type { HeaderBlock, SoapOperation, SoapOperationTypes } from "../service.ts";
import { UNKNOWN } from "../xml/automaton.ts";
import { readable } from "../xml/encoding.ts";
import { closeReader, EOF, openReader, START, XmlReader } from "../xml/reader.ts";
import { XmlWriter } from "../xml/writer.ts";
import { decodeBody, encodeBody, isElement, type BodyManner } from "./body.ts";
import type { Addressing } from "./addressing.ts";
import type { SoapEncoding } from "./encoded/section5.ts";
import { readFault } from "./fault.ts";
import { decodeHeaders, encodeHeaders } from "./headers.ts";
import { automatonOf } from "./known.ts";
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
  /**
   * Names, as in `{urn:example}Name`, of header entries beyond the contract that the caller takes care of. Others that must be
   * understood (mustUnderstand) make the message an error.
   */
  readonly understood?: readonly string[];
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
  message: {
    readonly body: Body;
    readonly headers?: Partial<Headers>;
    readonly headerBlocks?: { readonly [K in keyof Headers]?: HeaderBlock };
  },
): string {
  const { version = "1.1", encoded } = codec;
  const namespace = envelopeNamespace(version);
  const writer = new XmlWriter(prefixes);
  writer.start(namespace, "Envelope");
  encodeHeaders(codec, message.headers ?? {}, writer, namespace, message.headerBlocks);
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
    const automaton = knownTo(codec, reader, options);
    const known = automaton?.read(reader) ?? UNKNOWN;
    if (known !== UNKNOWN) {
      while (reader.next() !== EOF);
      return messageFrom(known);
    }
    const before = automaton?.prepare(reader);
    const context = new Decoding(reader, options);
    checkVersion(context, codec.version ?? "1.1");
    keepOne();
    const message = new Message(codec, context, document, options).read();
    const end = reader.spot.at;
    while (reader.next() !== EOF);
    if ("fault" in message) throw message.fault;
    context.identities?.check(context);
    if (before !== undefined) automaton?.learn(before, end);
    return message;
  } finally {
    closeReader(reader);
  }
}

/** What reads the envelope at whose start the reader stands, if one like it has come before. */
function knownTo<Body, Headers, Faults extends object>(
  { body, headers, encoded, version = "1.1" }: EnvelopeCodec<Body, Headers, Faults>,
  { namespace, localName }: XmlReader,
  { schema }: EnvelopeOptions,
): Automaton | undefined {
  if (body === undefined || encoded !== undefined || schema !== undefined || !isElement(body)) return undefined;
  return isEnvelope(namespace, localName, version) ? automatonOf(body, headers, namespace) : undefined;
}

/** The message that an automaton has read: its plan says that the members are of these types. */
function messageFrom<Body, Headers>(known: unknown): Envelope<Body, Headers> {
  const { headers = {}, body } = known as {
    readonly headers?: Partial<Headers>;
    readonly body: { readonly value: Body };
  };
  return messageOf(body.value, headers);
}

const prefixes = { [SOAP_NAMESPACE]: "s", [SOAP_12_NAMESPACE]: "s" };

type Fault = { readonly fault: SoapFault };

/** One envelope while it is read; what it has come to. */
class Message<Body, Headers, Faults extends object> implements BodyManner {
  readonly anyName: boolean;
  readonly options: EnvelopeOptions;
  readonly #codec: EnvelopeCodec<Body, Headers, Faults>;
  readonly #context: Decoding;
  readonly #document: string | Uint8Array;
  /** Namespace of the envelope. */
  readonly #namespace: string;
  #headers: Partial<Headers> | undefined;
  #neglected: XmlError | undefined;
  #fault: SoapFault | undefined;

  constructor(
    codec: EnvelopeCodec<Body, Headers, Faults>,
    context: Decoding,
    document: string | Uint8Array,
    options: EnvelopeOptions,
  ) {
    this.anyName = codec.rpc === true;
    this.options = options;
    this.#codec = codec;
    this.#context = context;
    this.#document = document;
    this.#namespace = context.reader.namespace;
  }

  /** Reads the children of the envelope. */
  read(): Envelope<Body, Headers> | Fault {
    const { reader } = this.#context;
    let body: { readonly value: Body } | undefined;
    while (nextChild(this.#context)) {
      const own = body === undefined && reader.namespace === this.#namespace;
      if (own && this.#headers === undefined && reader.localName === "Header") {
        const { values, neglected } = decodeHeaders(this.#codec, this.#context, this.options, this.options.understood);
        this.#headers = values;
        this.#neglected = neglected;
      } else if (own && reader.localName === "Body") {
        body = { value: decodeBody(this.#codec.body, this.#context, this) };
      } else {
        this.#context.refuseElement("unknown-element", "An envelope has a header and a body", "Header, then Body");
      }
    }
    if (body === undefined) return this.#context.fail("xml.missing", "The envelope has no body", "Body", "nothing");
    if (this.#fault !== undefined) return { fault: this.#fault };
    // A fault says why the message is what it is; nothing else may be taken from one that is not understood (SOAP 1.1, 4.2.3).
    if (this.#neglected !== undefined) throw this.#neglected;
    return messageOf(body.value, this.#headers ?? {});
  }

  /** Reads the element of the body that the reader stands on, if it is a fault. */
  readFault(): boolean {
    const { reader } = this.#context;
    if (reader.localName !== "Fault" || reader.namespace !== this.#namespace) return false;
    this.#fault = readFault(this.#codec.faults ?? {}, this.#context, {
      document: this.#document,
      options: this.options,
      headers: this.#headers ?? {},
    });
    return true;
  }
}

function messageOf<Body, Headers>(body: Body, headers: Partial<Headers>): Envelope<Body, Headers> {
  return { body, headers };
}

/** Never let go, and of no message: V8 discards the code for objects of which a full collection finds none (`Decoding`). */
const kept: { message: unknown; result: unknown } = { message: undefined, result: undefined };

function keepOne(): void {
  if (kept.message !== undefined) return;
  kept.message = new Message({ body: undefined }, new Decoding(new XmlReader(), { mode: "strict" }), "", {});
  kept.result = messageOf(undefined, {});
}

/** An envelope of 1.1 is understood by those who speak 1.2. */
function isEnvelope(namespace: string, localName: string, spoken: SoapVersion): boolean {
  if (localName !== "Envelope") return false;
  return namespace === envelopeNamespace(spoken) || (spoken === "1.2" && namespace === SOAP_NAMESPACE);
}

/** The namespace of the envelope is its version (SOAP 1.1, 4.1.2; SOAP 1.2 part 1, 5.4.7). */
function checkVersion(context: Decoding, spoken: SoapVersion): void {
  const { namespace, localName } = context.reader;
  if (isEnvelope(namespace, localName, spoken)) return;
  const own = envelopeNamespace(spoken);
  const received = namespace === "" ? localName : `{${namespace}}${localName}`;
  const message =
    namespace === SOAP_12_NAMESPACE
      ? "A SOAP 1.2 envelope where SOAP 1.1 is spoken"
      : `Not a SOAP envelope but ${received}`;
  context.fail("xml.root", message, `{${own}}Envelope`, received);
}
