import { rootTable, type TableRef } from "../codec/erased.ts";
import { ItemStream, type ItemOf, type Items, type RepeatedKey, type StreamOptions } from "../codec/stream.ts";
import type { Decoding } from "../codec/decoding.ts";
import { named } from "../codec/labels.ts";
import type { XmlError } from "../errors.ts";
import type { Levels } from "../codec/stream-levels.ts";
import { skipElement } from "../xml/node.ts";
import { sourceOf, type Pieces } from "../xml/pieces.ts";
import { START } from "../xml/reader.ts";
import type { EnvelopeCodec } from "./envelope.ts";
import { readFault } from "./fault.ts";
import { passHeaders } from "./headers.ts";
import { envelopeNamespace, SOAP_NAMESPACE } from "./namespaces.ts";
import { nextChild } from "./walk.ts";

/** What stands around the body: options of an envelope, for a stream. */
export interface EnvelopeStreamOptions extends StreamOptions {
  /** HTTP status that the message came under, for a fault to carry. Default 200. */
  readonly status?: number;
  /**
   * Names, as in `{urn:example}Name`, of header entries that someone else takes care of: others that must be understood and are not in
   * the contract make the message an error (SOAP 1.1, 4.2.3).
   */
  readonly understood?: readonly string[];
}

/**
 * Decodes the repeated elements of one field of a SOAP message's body one by one, while the message comes; like `stream`. Header
 * entries are passed over, unless one must be understood that nobody knows.
 *
 * @throws SoapFault where the body holds a fault
 * @throws XmlError `xml.root` for another document or another version of SOAP, and as `stream` does
 */
export function streamEnvelope<T, H, F extends object, K extends RepeatedKey<T>>(
  codec: EnvelopeCodec<T, H, F>,
  path: K | readonly [K],
  body: Pieces,
  options?: EnvelopeStreamOptions,
): Items<ItemOf<T[K]>>;
export function streamEnvelope<T, H, F extends object, K extends keyof T & string, L extends RepeatedKey<ItemOf<T[K]>>>(
  codec: EnvelopeCodec<T, H, F>,
  path: readonly [K, L],
  body: Pieces,
  options?: EnvelopeStreamOptions,
): Items<ItemOf<ItemOf<T[K]>[L]>>;
export function streamEnvelope(
  codec: {
    readonly body: TableRef | undefined;
    readonly headers?: TableRef;
    readonly faults?: object;
    readonly version?: "1.1" | "1.2";
  },
  path: string | readonly string[],
  body: Pieces,
  options: EnvelopeStreamOptions = {},
): Items<unknown> {
  const { body: table, headers, faults = {}, version = "1.1" } = codec;
  if (table === undefined) throw new TypeError("A message without a body has no items.");
  const keys = typeof path === "string" ? [path] : path;
  return new ItemStream(sourceOf(body, options.charset), options, keys, (levels) => {
    const neglected = toBody(levels, envelopeNamespace(version), version, (context) =>
      passHeaders(headers, context, options.understood),
    );
    const { reader, context } = levels;
    const { namespace } = reader;
    const root = rootTable(table);
    if (!nextChild(context)) context.fail("xml.missing", "The body is empty", root.name[1], "nothing");
    if (reader.localName === "Fault" && reader.namespace === namespace) {
      throw readFault(faults, context, { document: reader.kept, options, headers: {} });
    }
    if (neglected !== undefined) throw neglected;
    if (reader.localName !== root.name[1] || reader.namespace !== root.name[0]) {
      const received = named(reader.namespace, reader.localName);
      context.fail("xml.unexpected", `Unexpected element ${reader.localName}`, root.name[1], received);
    }
    levels.enter(root, 0, "/Envelope/Body");
  });
}

/** Moves to the start of the body; answers what is wrong with the header entries before it. */
function toBody(
  { reader, context }: Levels,
  own: string,
  version: string,
  pass: (context: Decoding) => XmlError | undefined,
): XmlError | undefined {
  while (reader.next() !== START);
  const { namespace, localName } = reader;
  if (localName !== "Envelope" || (namespace !== own && !(version === "1.2" && namespace === SOAP_NAMESPACE))) {
    const received = named(namespace, localName);
    context.fail("xml.root", `Not a SOAP envelope of version ${version} but ${received}`, `{${own}}Envelope`, received);
  }
  let neglected: XmlError | undefined;
  while (nextChild(context)) {
    if (reader.localName === "Body" && reader.namespace === namespace) return neglected;
    if (reader.localName === "Header" && reader.namespace === namespace) neglected ??= pass(context);
    else skipElement(reader);
  }
  return context.fail("xml.missing", "The envelope has no body", "Body", "nothing");
}
