/** saxes with namespaces: every name, attribute and text is read, and nothing is built. */
import type { SaxesParser } from "saxes";
import type { Contender } from "../work.ts";

/** A saxes parser that resolves namespaces. */
export type NamespaceParser = SaxesParser<{ xmlns: true }>;

const decoder = new TextDecoder();

/** Reads all events, and counts the characters of names, namespaces, attributes and texts. */
export const events: Contender<Uint8Array> = {
  name: "saxes",
  takes: "xml",
  load: async () => {
    const parser = await makeParser();
    let seen = 0;
    parser.on("opentag", (tag) => {
      seen += tag.local.length + tag.uri.length;
      for (const name in tag.attributes) {
        const attribute = tag.attributes[name];
        if (attribute === undefined || attribute.prefix === "xmlns" || name === "xmlns") continue;
        seen += attribute.local.length + attribute.uri.length + attribute.value.length;
      }
    });
    parser.on("text", (text) => (seen += text.length));
    parser.on("cdata", (text) => (seen += text.length));
    return (bytes) => () => {
      seen = 0;
      parser.write(decoder.decode(bytes)).close();
      return seen;
    };
  },
};

/**
 * A parser that lives as long as the process does, for all documents: where it is made anew for each, V8 discards its optimised code
 * at a full collection of garbage, and saxes is five times slower from then on.
 */
export async function makeParser(): Promise<NamespaceParser> {
  const { SaxesParser } = await import("saxes");
  const parser: NamespaceParser = new SaxesParser({ xmlns: true, position: false });
  parser.on("error", (error) => {
    throw error;
  });
  return parser;
}
