import type { Decoding } from "../codec/decoding.ts";
import type { DecodeOptions } from "../codec/mode.ts";
import type { StructCodec } from "../codec/table.ts";
import type { XmlWriter } from "../xml/writer.ts";
import { decodeEntries, encodeEntries, givenEntries } from "./entries.ts";

/** Writes the header entries that are given into a Header, in the order of the table; no Header where there is none. */
export function encodeHeaders<Headers>(
  codec: StructCodec<Headers>,
  values: Partial<Headers>,
  writer: XmlWriter,
  namespace: string,
): void {
  if (givenEntries(codec, values).length === 0) return;
  writer.start(namespace, "Header");
  encodeEntries(codec, values, writer, true);
  writer.end();
}

/** Reads the header entries that the table knows; others are refused or reported. The reader stands on Header. */
export function decodeHeaders<Headers>(
  codec: StructCodec<Headers> | undefined,
  context: Decoding,
  options: DecodeOptions,
): Partial<Headers> {
  const values = decodeEntries(codec, context, options, {
    optional: true,
    unknown: "The contract has no such header entry",
    twice: "The header entry stands there twice",
  });
  // The entries' own tables say that each value is of its key's type.
  return values as Partial<Headers>;
}
