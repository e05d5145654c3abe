/** Ours without a contract: the reader over all tokens, with every name, attribute and text; and decoding as xs:anyType. */
import { closeReader, EOF, openReader, START, TEXT } from "../../../src/runtime/xml/reader.ts";
import type { Contender } from "../work.ts";
import { ours } from "./ours.ts";

/** Counts the characters of all names, namespaces, attributes and texts: what `events` of saxes counts as well. */
export function walked(bytes: Uint8Array): number {
  const reader = openReader(bytes);
  let seen = 0;
  try {
    for (let token = reader.next(); token !== EOF; token = reader.next()) {
      if (token === TEXT) seen += reader.text.length;
      else if (token === START) {
        seen += reader.localName.length + reader.namespace.length;
        for (let index = 0; index < reader.attributeCount; index++) {
          seen += reader.attributeLocalName(index).length + reader.attributeNamespace(index).length;
          seen += reader.attributeValue(index).length;
        }
      }
    }
  } finally {
    closeReader(reader);
  }
  return seen;
}

/** The reader alone. */
export const walk: Contender<Uint8Array> = {
  name: ours,
  takes: "xml",
  load: async () => (bytes) => () => walked(bytes),
};

/** Decoding as xs:anyType: a tree of plain objects. */
export const decodeAny: Contender<Uint8Array> = {
  name: `${ours}, tree`,
  takes: "xml",
  load: async () => {
    const { anyType, decode } = await import("../../../src/runtime/index.ts");
    const root = { kind: "element", name: ["urn:example:catalogue", "catalogue"], type: anyType } as const;
    return (bytes) => () => decode(root, bytes, { mode: "strict" });
  },
};
