import type { Decoding } from "../codec/decoding.ts";
import type { TableRef } from "../codec/erased.ts";
import type { DecodeOptions } from "../codec/mode.ts";
import type { StructCodec } from "../codec/table.ts";
import type { XmlError } from "../errors.ts";
import { skipElement } from "../xml/node.ts";
import type { XmlReader } from "../xml/reader.ts";
import type { XmlWriter } from "../xml/writer.ts";
import { ADDRESSING_NAMESPACE, encodeAddressing, type Addressing } from "./addressing.ts";
import { decodeEntries, encodeEntries, hasEntries, hasEntry } from "./entries.ts";
import { isForClient, markOf, type HeaderBlocks } from "./header-blocks.ts";
import { nextChild } from "./walk.ts";

/** What the Header of a message is made of. */
interface HeaderCodec<Headers> {
  readonly headers?: StructCodec<Headers>;
  readonly addressing?: Addressing;
}

/** Writes the header entries that are given into a Header, in the order of the table; no Header where there is none. */
export function encodeHeaders<Headers>(
  { headers: codec, addressing }: HeaderCodec<Headers>,
  values: Partial<Headers>,
  writer: XmlWriter,
  namespace: string,
  blocks: HeaderBlocks = {},
): void {
  const isGiven = codec !== undefined && hasEntries(codec, values);
  if (!isGiven && addressing === undefined) return;
  writer.start(namespace, "Header");
  if (addressing !== undefined) encodeAddressing(addressing, writer);
  if (isGiven) encodeEntries(codec, values, writer, true, (key) => markOf(blocks[key], namespace, writer));
  writer.end();
}

/** The header entries of an answer. */
export interface Decoded<Headers> {
  readonly values: Partial<Headers>;
  /** An entry that has to be understood and is not: the message must not be processed, unless it is a fault (SOAP 1.1, 4.2.3). */
  readonly neglected?: XmlError;
}

/**
 * Reads the header entries that the table knows; others are refused or reported. The reader stands on Header.
 *
 * @param understood names, as in `{urn:example}Name`, of entries that someone else takes care of
 */
export function decodeHeaders<Headers>(
  { headers: codec, addressing }: HeaderCodec<Headers>,
  context: Decoding,
  options: DecodeOptions,
  understood: readonly string[] = [],
): Decoded<Headers> {
  const { reader } = context;
  let neglected: XmlError | undefined;
  const values = decodeEntries(codec, context, options, {
    optional: true,
    unknown: "The contract has no such header entry",
    twice: "The header entry stands there twice",
    known: () => {
      const isAddressing = reader.namespace === ADDRESSING_NAMESPACE && addressing !== undefined;
      if (!isAddressing && !understood.includes(nameOf(reader))) {
        const failure = neglectedEntry(context);
        if (failure === undefined) return false;
        neglected ??= failure;
      }
      skipElement(reader);
      return true;
    },
  });
  // The entries' own tables say that each value is of its key's type.
  return { values: values as Partial<Headers>, ...(neglected === undefined ? {} : { neglected }) };
}

/** Passes over the header entries of an answer; answers what is wrong where one must be understood that nobody knows. */
export function passHeaders(
  headers: TableRef | undefined,
  context: Decoding,
  understood: readonly string[] = [],
): XmlError | undefined {
  const { reader } = context;
  let neglected: XmlError | undefined;
  while (nextChild(context)) {
    const isKnown = hasEntry(headers, reader.namespace, reader.localName) || understood.includes(nameOf(reader));
    if (!isKnown) neglected ??= neglectedEntry(context);
    skipElement(reader);
  }
  return neglected;
}

/** What is wrong with the entry at whose start the reader stands, if it is for the client and must be understood. */
function neglectedEntry(context: Decoding): XmlError | undefined {
  const { reader } = context;
  // What WS-Addressing says of an answer over the same connection changes nothing, whether it was asked for or not.
  if (reader.namespace === ADDRESSING_NAMESPACE || !isForClient(reader)) return undefined;
  const message = "A header entry that must be understood is not in the contract";
  return context.failure("xml.unexpected", message, "an entry of the contract, or of `understood`", nameOf(reader));
}

function nameOf({ namespace, localName }: XmlReader): string {
  return `{${namespace}}${localName}`;
}
