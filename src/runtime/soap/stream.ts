import { rootTable, type TableRef } from "../codec/erased.ts";
import { ItemStream, type ItemOf, type Items, type RepeatedKey, type StreamOptions } from "../codec/stream.ts";
import { named } from "../codec/labels.ts";
import type { Levels } from "../codec/stream-levels.ts";
import { skipElement } from "../xml/node.ts";
import { sourceOf, type Pieces } from "../xml/pieces.ts";
import { START } from "../xml/reader.ts";
import type { EnvelopeCodec } from "./envelope.ts";
import { readFault } from "./fault.ts";
import { envelopeNamespace, SOAP_NAMESPACE } from "./namespaces.ts";
import { nextChild } from "./walk.ts";

/** What stands around the body: options of an envelope, for a stream. */
export interface EnvelopeStreamOptions extends StreamOptions {
  /** HTTP status that the message came under, for a fault to carry. Default 200. */
  readonly status?: number;
}

/**
 * Decodes the repeated elements of one field of a SOAP message's body one by one, while the message comes; like `stream`. Header
 * entries are passed over.
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
  codec: { readonly body: TableRef | undefined; readonly faults?: object; readonly version?: "1.1" | "1.2" },
  path: string | readonly string[],
  body: Pieces,
  options: EnvelopeStreamOptions = {},
): Items<unknown> {
  const { body: table, faults = {}, version = "1.1" } = codec;
  if (table === undefined) throw new TypeError("A message without a body has no items.");
  const keys = typeof path === "string" ? [path] : path;
  return new ItemStream(sourceOf(body, options.charset), options, keys, (levels) => {
    toBody(levels, envelopeNamespace(version), version);
    const { reader, context } = levels;
    const { namespace } = reader;
    const root = rootTable(table);
    if (!nextChild(context)) context.fail("xml.missing", "The body is empty", root.name[1], "nothing");
    if (reader.localName === "Fault" && reader.namespace === namespace) {
      throw readFault(faults, context, { document: reader.kept, options, headers: {} });
    }
    if (reader.localName !== root.name[1] || reader.namespace !== root.name[0]) {
      const received = named(reader.namespace, reader.localName);
      context.fail("xml.unexpected", `Unexpected element ${reader.localName}`, root.name[1], received);
    }
    levels.enter(root, 0, "/Envelope/Body");
  });
}

/** Moves to the start of the body. */
function toBody({ reader, context }: Levels, own: string, version: string): void {
  while (reader.next() !== START);
  const { namespace, localName } = reader;
  if (localName !== "Envelope" || (namespace !== own && !(version === "1.2" && namespace === SOAP_NAMESPACE))) {
    const received = named(namespace, localName);
    context.fail("xml.root", `Not a SOAP envelope of version ${version} but ${received}`, `{${own}}Envelope`, received);
  }
  while (nextChild(context)) {
    if (reader.localName === "Body" && reader.namespace === namespace) return;
    skipElement(reader);
  }
  context.fail("xml.missing", "The envelope has no body", "Body", "nothing");
}
