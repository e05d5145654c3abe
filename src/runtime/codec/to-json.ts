import { dateToDateTime } from "./convert.ts";
import {
  isMany,
  isSimpleTable,
  memberOf,
  tableOf,
  type ElementItemEntry,
  type PolyTable,
  type StructTable,
  type TableRef,
} from "./erased.ts";
import { attributesToJson, nameToJson, nodeToJson, type JsonValue } from "./json-nodes.ts";
import { encodeBase64 } from "./scalars/base64.ts";
import { double } from "./scalars/floats.ts";
import type { Codec, WildcardItem } from "./table.ts";
import type { QName, XmlAttribute, XmlElement } from "./values.ts";

/**
 * The JSON form of a value: bigint as a decimal string, bytes as base64, a qualified name as `{namespace}local`, INF, -INF
 * and NaN as strings, nil as null, absent as a missing key, nodes as `{ name, attributes, children }`. `fromJson` is the
 * inverse. The value has to be one that the codec decoded or would encode.
 */
export function toJson<T>(codec: Codec<T>, value: T): JsonValue {
  return ofType(codec, value);
}

function ofType(ref: TableRef, value: unknown): JsonValue {
  const table = tableOf(ref);
  if (value === null || value === undefined) return null;
  if (isSimpleTable(table)) return ofSimple(value);
  if (table.kind === "struct") return ofStruct(table, value);
  if (table.kind === "wrapper") return Array.isArray(value) ? value.map((item) => ofType(table.item.type, item)) : null;
  if (table.kind === "poly") return ofType(alternativeOf(table, memberOf(value, "$type")), value);
  if (table.kind === "anySimpleText") return ofAnySimple(value);
  // What the table's annotation promises: a node.
  return table.kind === "element" ? ofType(table.type, value) : nodeToJson(value as XmlElement);
}

/** Text, and `{ $type, $value }` where it says its type. */
function ofAnySimple(value: unknown): JsonValue {
  const type = memberOf(value, "$type");
  // What the annotation promises: a qualified name.
  return type === undefined
    ? ofSimple(value)
    : { $type: nameToJson(type as QName), $value: ofSimple(memberOf(value, "$value")) };
}

function ofSimple(value: unknown): JsonValue {
  if (Array.isArray(value)) return value.map(ofSimple);
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number") return ofNumber(value);
  if (value instanceof Uint8Array) return encodeBase64(value);
  if (value instanceof Date) return dateToDateTime(value);
  if (typeof value === "string" || typeof value === "boolean") return value;
  // What is left of the simple values: qualified names.
  return nameToJson(value as QName);
}

function ofNumber(value: number): JsonValue {
  return Number.isFinite(value) && !Object.is(value, -0)
    ? value
    : (double.write(value, { prefixOf: () => "" }) ?? null);
}

function ofStruct(table: StructTable, value: unknown): JsonValue {
  const json: [string, JsonValue][] = [];
  const tag = memberOf(value, "$type");
  if (memberOf(value, "$nil") === true) json.push(["$nil", true]);
  if (typeof tag === "string") json.push(["$type", tag]);
  for (const [key, entry] of Object.entries(table.fields)) {
    const member = memberOf(value, key);
    if (member === undefined) continue;
    // The annotations of the two wildcards promise nodes and attributes.
    if ("any" in entry) json.push([key, (member as readonly XmlElement[]).map(nodeToJson)]);
    else if ("anyAttribute" in entry) json.push([key, attributesToJson(member as readonly XmlAttribute[])]);
    else if ("items" in entry) json.push([key, ofTagged(entry.items, member)]);
    else if ("group" in entry) json.push([key, ofTagged(entry.group, member)]);
    else
      json.push([key, "el" in entry && isMany(entry.count) ? ofItems(entry.type, member) : ofType(entry.type, member)]);
  }
  return Object.fromEntries(json);
}

function ofItems(type: TableRef, items: unknown): JsonValue {
  return Array.isArray(items) ? items.map((item) => ofType(type, item)) : null;
}

/** Elements of a group or of ordered content, with their names; texts between them as they are. */
function ofTagged(entries: Readonly<Record<string, ElementItemEntry | WildcardItem>>, value: unknown): JsonValue {
  if (Array.isArray(value)) return value.map((item) => ofTagged(entries, item));
  if (typeof value === "string") return value;
  const name = String(memberOf(value, "$name"));
  const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
  if (entry === undefined) throw new TypeError(`There is no element ${name} here.`);
  const member = memberOf(value, "value");
  return { $name: name, value: "any" in entry ? nodeToJson(member as XmlElement) : ofType(entry.type, member) };
}

/** The alternative that `$type` names, the declared type where it names none. */
function alternativeOf(table: PolyTable, tag: unknown): TableRef {
  const named = typeof tag === "string" && Object.hasOwn(table.types, tag) ? table.types[tag] : undefined;
  const found = named ?? Object.values(table.types).find((ref) => isDeclared(table, ref));
  if (found === undefined) throw new TypeError(`${table.name[1]} has no type ${String(tag)}.`);
  return found;
}

function isDeclared(poly: PolyTable, ref: TableRef): boolean {
  const table = tableOf(ref);
  return table.kind === "struct" && table.name[0] === poly.name[0] && table.name[1] === poly.name[1];
}
