/** What a document says of itself before it is judged: its root element, and the schemas that it names. */
import type { Limits, Name } from "../../src/runtime/codec/index.ts";
import { closeReader, EOF, openReader, START, type XmlReader } from "../../src/runtime/xml/reader.ts";

/** The suite has documents that go beyond what the reader takes where nobody says otherwise. */
export const limits: Partial<Limits> = { attributes: 100_000 };

const xsi = "http://www.w3.org/2001/XMLSchema-instance";

/** A schema that a document names (part 1, 4.3.2). */
export interface SchemaHint {
  readonly namespace: string;
  readonly url: string;
}

/** Root element and named schemas of a document. */
export interface Hints {
  readonly root: Name;
  /** Type that the root element gives itself with xsi:type. */
  readonly type?: Name;
  readonly locations: readonly SchemaHint[];
  /** Namespace of a hint that comes after the first element or attribute of that namespace, which is an error (part 1, 4.3.2). */
  readonly late?: string;
}

/**
 * Reads the hints of a whole document, at `url`.
 *
 * @throws XmlError where it is not well-formed
 */
export function hintsOf(text: string, url: string): Hints {
  const reader = openReader(text, limits);
  const seen = new Set<string>();
  let late: string | undefined;
  const locations: SchemaHint[] = [];
  let root: Name | undefined;
  let type: Name | undefined;
  try {
    for (let event = reader.next(); event !== EOF; event = reader.next()) {
      if (event !== START) continue;
      const isRoot = root === undefined;
      root ??= [reader.namespace, reader.localName];
      for (let index = 0; index < reader.attributeCount; index++) {
        if (reader.attributeNamespace(index) !== xsi) continue;
        const attribute = reader.attributeLocalName(index);
        if (isRoot && attribute === "type") type = expanded(reader, reader.attributeValue(index).trim());
        const named = namedIn(attribute, reader.attributeValue(index), url);
        // Naming a document again says nothing new.
        const fresh = named.filter(({ url: hint }) => !locations.some((known) => known.url === hint));
        late ??= fresh.find(({ namespace }) => seen.has(namespace))?.namespace;
        locations.push(...named);
      }
      seen.add(reader.namespace);
      for (let index = 0; index < reader.attributeCount; index++) {
        const namespace = reader.attributeNamespace(index);
        if (namespace !== "") seen.add(namespace);
      }
    }
  } finally {
    closeReader(reader);
  }
  return {
    root: root ?? ["", ""],
    locations,
    ...(type === undefined ? {} : { type }),
    ...(late === undefined ? {} : { late }),
  };
}

function expanded(reader: XmlReader, name: string): Name {
  const colon = name.indexOf(":");
  return [reader.lookup(colon < 0 ? "" : name.slice(0, colon)) ?? "", name.slice(colon + 1)];
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
