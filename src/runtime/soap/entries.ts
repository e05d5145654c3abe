import { decode, decodeRoot } from "../codec/decode.ts";
import type { Decoding } from "../codec/decoding.ts";
import { encodeElement } from "../codec/encode.ts";
import { memberOf, rootTable, type ElementEntry, type StructTable, type TableRef } from "../codec/erased.ts";
import type { DecodeOptions } from "../codec/mode.ts";
import type { ElementCodec } from "../codec/table.ts";
import { readElement, writeElement } from "../xml/node.ts";
import { XmlWriter } from "../xml/writer.ts";
import { isEnvelopeNamespace } from "./namespaces.ts";
import { nextChild } from "./walk.ts";

/** One of several elements that stand side by side, each by itself: a header entry, a part of the body. */
interface Entry {
  readonly key: string;
  readonly required: boolean;
  readonly codec: ElementCodec<unknown>;
}

/** What a list of entries is called in errors, and whether those may be missing whose count is "1". */
interface Manner {
  readonly unknown: string;
  readonly twice: string;
  readonly optional: boolean;
  /** Consumes an element that stands there instead of all entries. */
  readonly instead?: () => boolean;
  /** Consumes an element that no table has, and that belongs there. */
  readonly known?: () => boolean;
}

/** Whether there is an entry of a struct's table that a value has. */
export function hasEntries(codec: TableRef, values: unknown): boolean {
  return entriesOf(codec).some(({ key }) => memberOf(values, key) !== undefined);
}

/**
 * Writes the entries that are given, in the order of the table; `optional` says that those whose count is "1" may be missing.
 *
 * @param attributesOf attributes of the entry with a key that its table does not have, as they stand behind its name
 */
export function encodeEntries(
  codec: TableRef,
  values: unknown,
  writer: XmlWriter,
  optional: boolean,
  attributesOf: (key: string) => string = none,
): void {
  for (const { key, codec: entry, required } of entriesOf(codec)) {
    const value = memberOf(values, key);
    if (value !== undefined || (required && !optional)) {
      encodeElement(entry, value, writer, attributesOf(key));
    }
  }
}

const none = (): string => "";

/** Reads the children of the element that the reader stands on: the entries that the table knows; others are refused or reported. */
export function decodeEntries(
  codec: TableRef | undefined,
  context: Decoding,
  options: DecodeOptions,
  manner: Manner,
): Record<string, unknown> {
  const { reader } = context;
  const entries = codec === undefined ? [] : entriesOf(codec);
  const values: Record<string, unknown> = {};
  let replaced = false;
  while (nextChild(context)) {
    if (manner.instead?.() === true) {
      replaced = true;
      continue;
    }
    const { localName, namespace } = reader;
    const named = entries.filter(({ codec: { name } }) => name[1] === localName && name[0] === namespace);
    const entry = named.find(({ key }) => !Object.hasOwn(values, key));
    if (entry !== undefined) values[entry.key] = decodeEntry(entry.codec, context, options);
    else if (named.length > 0) context.refuseElement("too-many", manner.twice, "one entry");
    else if (manner.known?.() !== true) context.refuseElement("unknown-element", manner.unknown, "no such entry");
  }
  for (const { key, required, codec: entry } of entries) {
    if (required && !manner.optional && !replaced && !(key in values))
      context.fail("xml.missing", `Missing ${key}`, entry.name[1], "nothing");
  }
  return values;
}

/** An entry may carry attributes of SOAP's own (mustUnderstand, actor, role: SOAP 1.1, 4.2), which its table does not have. */
function decodeEntry(codec: ElementCodec<unknown>, context: Decoding, options: DecodeOptions): unknown {
  const { reader } = context;
  let marked = false;
  for (let i = 0; i < reader.attributeCount; i++) marked ||= isEnvelopeNamespace(reader.attributeNamespace(i));
  if (!marked) return decodeRoot(codec, context);
  const element = readElement(reader);
  const writer = new XmlWriter();
  writeElement(writer, {
    ...element,
    attributes: element.attributes.filter(({ name }) => !isEnvelopeNamespace(name.namespace)),
  });
  return decode(codec, writer.finish(), options);
}

/** Whether a table has an entry of a name. */
export function hasEntry(codec: TableRef | undefined, namespace: string, localName: string): boolean {
  const entries = codec === undefined ? [] : entriesOf(codec);
  return entries.some(({ codec: { name } }) => name[1] === localName && name[0] === namespace);
}

function entriesOf(codec: TableRef): readonly Entry[] {
  const table = rootTable(codec);
  if (table.kind !== "struct") return [];
  let entries = known.get(table);
  if (entries === undefined) {
    entries = makeEntries(table);
    known.set(table, entries);
  }
  return entries;
}

const known = new WeakMap<StructTable, readonly Entry[]>();

function makeEntries({ name, fields }: StructTable): readonly Entry[] {
  return Object.entries(fields).flatMap(([key, field]) => ("el" in field ? [entryOf(key, field, name[0])] : []));
}

function entryOf(key: string, field: ElementEntry, namespace: string): Entry {
  const table = { kind: "element", name: [field.ns ?? namespace, field.el], type: field.type } as const;
  return { key, required: field.count === "1", codec: field.nil === true ? { ...table, nil: true } : table };
}
