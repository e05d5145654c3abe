/** What a document says of itself before it is judged: its root element, and the schemas that it names. */
import { closeReader, EOF, openReader, START } from "../../src/runtime/xml/reader.ts";

const xsi = "http://www.w3.org/2001/XMLSchema-instance";

/** A schema that a document names (part 1, 4.3.2). */
export interface SchemaHint {
  readonly namespace: string;
  readonly url: string;
}

/** Root element and named schemas of a document. */
export interface Hints {
  readonly namespace: string;
  readonly localName: string;
  readonly locations: readonly SchemaHint[];
}

/**
 * Reads the hints of a whole document, at `url`.
 *
 * @throws XmlError where it is not well-formed
 */
export function hintsOf(text: string, url: string): Hints {
  const reader = openReader(text);
  const locations: SchemaHint[] = [];
  let root: { readonly namespace: string; readonly localName: string } | undefined;
  try {
    for (let event = reader.next(); event !== EOF; event = reader.next()) {
      if (event !== START) continue;
      root ??= { namespace: reader.namespace, localName: reader.localName };
      for (let index = 0; index < reader.attributeCount; index++) {
        if (reader.attributeNamespace(index) !== xsi) continue;
        locations.push(...namedIn(reader.attributeLocalName(index), reader.attributeValue(index), url));
      }
    }
  } finally {
    closeReader(reader);
  }
  return { namespace: root?.namespace ?? "", localName: root?.localName ?? "", locations };
}

function namedIn(attribute: string, value: string, base: string): readonly SchemaHint[] {
  const words = value.split(/[ \t\r\n]+/).filter((word) => word !== "");
  const pairs =
    attribute === "noNamespaceSchemaLocation"
      ? words.slice(0, 1).map((location) => ["", location] as const)
      : attribute === "schemaLocation"
        ? words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? ""] as const] : []))
        : [];
  return pairs.flatMap(([namespace, location]) => {
    const resolved = location === "" ? null : URL.parse(location, base);
    return resolved === null ? [] : [{ namespace, url: resolved.href }];
  });
}
