import type { Decoding } from "../codec/decoding.ts";
import type { DecodeOptions } from "../codec/mode.ts";
import type { StructCodec } from "../codec/table.ts";
import { skipElement } from "../xml/node.ts";
import type { XmlWriter } from "../xml/writer.ts";
import { ADDRESSING_NAMESPACE, encodeAddressing, type Addressing } from "./addressing.ts";
import { decodeEntries, encodeEntries, hasEntries } from "./entries.ts";

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
): void {
  const isGiven = codec !== undefined && hasEntries(codec, values);
  if (!isGiven && addressing === undefined) return;
  writer.start(namespace, "Header");
  if (addressing !== undefined) encodeAddressing(addressing, writer);
  if (isGiven) encodeEntries(codec, values, writer, true);
  writer.end();
}

/** Reads the header entries that the table knows; others are refused or reported. The reader stands on Header. */
export function decodeHeaders<Headers>(
  { headers: codec, addressing }: HeaderCodec<Headers>,
  context: Decoding,
  options: DecodeOptions,
): Partial<Headers> {
  const { reader } = context;
  const values = decodeEntries(codec, context, options, {
    optional: true,
    unknown: "The contract has no such header entry",
    twice: "The header entry stands there twice",
    known: () => {
      const isKnown = addressing !== undefined && reader.namespace === ADDRESSING_NAMESPACE;
      if (isKnown) skipElement(reader);
      return isKnown;
    },
  });
  // The entries' own tables say that each value is of its key's type.
  return values as Partial<Headers>;
}
