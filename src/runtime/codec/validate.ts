import { readable } from "../xml/encoding.ts";
import { closeReader, EOF, openReader, START } from "../xml/reader.ts";
import { Decoding } from "./decoding.ts";
import { named } from "./labels.ts";
import type { DecodeOptions } from "./mode.ts";
import type { SchemaIndex } from "./schema-index.ts";

/**
 * Checks a document against all global declarations of a contract, whichever of its elements stands at the root; one that is not
 * declared has to say its type by xsi:type (XSD part 1, 5.2).
 *
 * @throws XmlError as strict decoding does, for the first thing that is wrong.
 */
export function validate(
  schema: SchemaIndex,
  xml: string | Uint8Array,
  options: Pick<DecodeOptions, "limits" | "attachments"> = {},
): void {
  const reader = openReader(typeof xml === "string" ? xml : readable(xml), options.limits);
  try {
    while (reader.next() !== START);
    const context = new Decoding(reader, { ...options, mode: "strict", schema }, true);
    const { namespace, localName } = reader;
    if (!schema.knows(context)) {
      const received = named(namespace, localName);
      context.fail("xml.root", `The contract has no element ${received}`, "an element of the contract", received);
    }
    schema.checkElement(context, "lax");
    context.identities?.check(context);
    while (reader.next() !== EOF);
  } finally {
    closeReader(reader);
  }
}
