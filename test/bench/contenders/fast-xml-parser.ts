/** fast-xml-parser: as it comes (no attributes, numbers guessed), and with attributes and texts as they stand. Neither checks anything. */
import type { Contender } from "../work.ts";

/** `new XMLParser()`. */
export const plainParser: Contender<Uint8Array> = {
  name: "fast-xml-parser",
  takes: "xml",
  load: async () => {
    const { XMLParser } = await import("fast-xml-parser");
    const parser = new XMLParser();
    return (bytes) => () => parser.parse(text(bytes));
  },
};

/** With attributes, without guesses, numeric references read. */
export const attributesParser: Contender<Uint8Array> = {
  name: "fast-xml-parser, attributes",
  takes: "xml",
  load: async () => {
    const { XMLParser } = await import("fast-xml-parser");
    const unlimited = { enabled: true, maxTotalExpansions: Infinity, maxExpandedLength: Infinity };
    const parser = new XMLParser({
      ignoreAttributes: false,
      parseTagValue: false,
      parseAttributeValue: false,
      htmlEntities: true,
      processEntities: unlimited,
    });
    return (bytes) => () => parser.parse(text(bytes));
  },
};

const decoder = new TextDecoder();

function text(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
