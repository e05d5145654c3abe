import { decode, decodeElement } from "../codec/decode.ts";
import type { Decoding } from "../codec/decoding.ts";
import { encodeElement } from "../codec/encode.ts";
import { memberOf, rootTable, type ElementEntry, type TableRef } from "../codec/erased.ts";
import type { DecodeOptions } from "../codec/mode.ts";
import type { ElementCodec, StructCodec } from "../codec/table.ts";
import { readElement, writeElement } from "../xml/node.ts";
import type { XmlReader } from "../xml/reader.ts";
import { XmlWriter } from "../xml/writer.ts";
import { SOAP_NAMESPACE } from "./namespaces.ts";
import { nextChild } from "./walk.ts";

/** One header entry of a message: its key, and the table of the element. */
interface HeaderEntry {
  readonly key: string;
  readonly codec: ElementCodec<unknown>;
}

/** Writes the header entries that are given, in the order of the table; no Header where there is none. */
export function encodeHeaders<Headers>(codec: StructCodec<Headers>, values: Partial<Headers>, writer: XmlWriter): void {
  const given = entriesOf(codec).filter(({ key }) => memberOf(values, key) !== undefined);
  if (given.length === 0) return;
  writer.start(SOAP_NAMESPACE, "Header");
  for (const { key, codec: entry } of given) encodeElement(entry, memberOf(values, key), writer);
  writer.end();
}

/** Reads the header entries that the table knows; others are refused or reported. The reader stands on Header. */
export function decodeHeaders<Headers>(
  codec: StructCodec<Headers> | undefined,
  context: Decoding,
  options: DecodeOptions,
): Partial<Headers> {
  const { reader } = context;
  const entries = codec === undefined ? [] : entriesOf(codec);
  const values: Record<string, unknown> = {};
  while (nextChild(context)) {
    const entry = entries.find(({ codec: { name } }) => name[1] === reader.localName && name[0] === reader.namespace);
    if (entry === undefined)
      context.refuseElement("unknown-element", "The contract has no such header entry", "no such entry");
    else if (entry.key in values) context.refuseElement("too-many", "The header entry stands there twice", "one entry");
    else values[entry.key] = decodeEntry(entry.codec, reader, options);
  }
  // The entries' own tables say that each value is of its key's type.
  return values as Partial<Headers>;
}

/** An entry may carry attributes of SOAP's own (mustUnderstand, actor: SOAP 1.1, 4.2), which its table does not have. */
function decodeEntry(codec: ElementCodec<unknown>, reader: XmlReader, options: DecodeOptions): unknown {
  const marked = Array.from({ length: reader.attributeCount }, (_, i) => reader.attributeNamespace(i)).includes(
    SOAP_NAMESPACE,
  );
  if (!marked) return decodeElement(codec, reader, options);
  const element = readElement(reader);
  const writer = new XmlWriter();
  writeElement(writer, {
    ...element,
    attributes: element.attributes.filter(({ name }) => name.namespace !== SOAP_NAMESPACE),
  });
  return decode(codec, writer.finish(), options);
}

function entriesOf(codec: TableRef): readonly HeaderEntry[] {
  const table = rootTable(codec);
  if (table.kind !== "struct") return [];
  const { name, fields } = table;
  return Object.entries(fields).flatMap(([key, field]) => ("el" in field ? [entryOf(key, field, name[0])] : []));
}

function entryOf(key: string, field: ElementEntry, namespace: string): HeaderEntry {
  const table = { kind: "element", name: [field.ns ?? namespace, field.el], type: field.type } as const;
  return { key, codec: field.nil === true ? { ...table, nil: true } : table };
}
