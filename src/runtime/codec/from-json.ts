import {
  isSimpleTable,
  memberOf,
  tableOf,
  type PolyTable,
  type StructTable,
  type Table,
  type TableRef,
  type WrapperTable,
} from "./erased.ts";
import { attributesFromJson, nameFromJson, nodeFromJson } from "./json-nodes.ts";
import { JsonReading } from "./json-reading.ts";
import { fromSimple } from "./json-simple.ts";
import type { DecodeOptions } from "./mode.ts";
import { missingFromModel } from "./model-check.ts";
import {
  elementPlan,
  planOf,
  type AttributePlan,
  type ContentPlan,
  type ElementPlan,
  type StructPlan,
} from "./plan.ts";
import { anySimpleType } from "./scalars/text.ts";
import { simpleOf } from "./simple.ts";
import type { Codec } from "./table.ts";

/**
 * Reads the JSON form of a value (see `toJson`), and what services send in its place: numbers for bigint and string
 * members, zones without a colon, a bare array for a type with one repeated member. Unknown members are reported, in
 * strict mode refused.
 *
 * @throws XmlError `xml.invalid`, `xml.missing`, `xml.unexpected` with the path of the member.
 */
export function fromJson<T>(codec: Codec<T>, json: unknown, options: DecodeOptions = {}): T {
  const reading = new JsonReading(nameOf(tableOf(codec)), options);
  const value =
    json === undefined ? reading.fail("xml.missing", "No value", "a JSON value", json) : ofRoot(codec, json, reading);
  // What the table's annotation promises: a value of its type.
  return value as T;
}

function nameOf(table: Table): string {
  return "name" in table && Array.isArray(table.name) ? String(table.name[1]) : "";
}

function ofRoot(ref: TableRef, json: unknown, reading: JsonReading): unknown {
  const table = tableOf(ref);
  return table.kind === "element" && table.nil === true
    ? ofNillable(table.type, json, reading)
    : ofType(ref, json, reading);
}

function ofType(ref: TableRef, json: unknown, reading: JsonReading): unknown {
  const table = tableOf(ref);
  if (isSimpleTable(table)) return fromSimple(simpleOf(table), json, reading);
  if (table.kind === "struct") return ofStruct(planOf(table), json, reading);
  if (table.kind === "wrapper") return ofWrapper(table, json, reading);
  if (table.kind === "poly") return ofPoly(table, json, reading);
  if (table.kind === "element") return ofType(table.type, json, reading);
  if (table.kind === "anySimpleText") return ofAnySimple(json, reading);
  return nodeFromJson(json) ?? reading.fail("xml.invalid", "Not an element", "{ name, attributes, children }", json);
}

function ofAnySimple(json: unknown, reading: JsonReading): unknown {
  const said = memberOf(json, "$type");
  if (said === undefined) return ofType(anySimpleType, json, reading);
  const $type = reading.within(
    "$type",
    () => nameFromJson(said) ?? reading.fail("xml.invalid", "Not the name of a type", "{namespace}local", said),
  );
  const $value = reading.within("$value", () => ofType(anySimpleType, memberOf(json, "$value"), reading));
  return { $type, $value };
}

/** Null for an element that is nil, or its attributes with `$nil`. */
function ofNillable(ref: TableRef, json: unknown, reading: JsonReading): unknown {
  if (json === null) return null;
  return memberOf(json, "$nil") === true ? ofNilled(ref, json, reading) : ofType(ref, json, reading);
}

function ofNilled(ref: TableRef, json: unknown, reading: JsonReading): unknown {
  const table = tableOf(ref);
  if (table.kind === "poly") return ofNilled(memberOfPoly(table, json, reading), json, reading);
  if (table.kind === "element") return ofNilled(table.type, json, reading);
  if (table.kind !== "struct")
    return reading.fail("xml.invalid", "A nil element of a type without attributes", "null", json);
  const { tag, attributes, attributeWildcard } = planOf(table);
  const value: Record<string, unknown> = { $nil: true };
  if (tag !== undefined) value["$type"] = tag;
  const known = new Set(["$nil", "$type"]);
  for (const attribute of attributes) {
    known.add(attribute.key);
    const member = memberOf(json, attribute.key);
    if (member === undefined) continue;
    value[attribute.key] = reading.within(attribute.key, () => ofAttribute(attribute, member, reading));
  }
  if (attributeWildcard !== undefined) {
    const { key } = attributeWildcard;
    known.add(key);
    value[key] = reading.within(key, () => ofAttributes(memberOf(json, key) ?? {}, reading));
  }
  refuseUnknownMembers(planOf(table), Object(json), known, reading);
  return value;
}

function ofWrapper(table: WrapperTable, json: unknown, reading: JsonReading): unknown {
  const plan = elementPlan("item", table.item, 0, table.name[0]);
  return ofItems(plan, json, reading, (item) => ofItem(plan, item, reading));
}

function ofPoly(table: PolyTable, json: unknown, reading: JsonReading): unknown {
  return ofType(memberOfPoly(table, json, reading), json, reading);
}

/** The alternative that `$type` names. */
function memberOfPoly(table: PolyTable, json: unknown, reading: JsonReading): StructTable {
  const tag = memberOf(json, "$type");
  for (const [name, ref] of Object.entries(table.types)) {
    const type = tableOf(ref);
    if (type.kind !== "struct") continue;
    const declared = table.abstract !== true && type.name[0] === table.name[0] && type.name[1] === table.name[1];
    if (tag === name || (tag === undefined && declared)) return type;
  }
  const expected = Object.keys(table.types).join(" or ");
  return reading.fail("xml.invalid", `$type names no type of ${table.name[1]}`, expected, tag);
}

function ofStruct(plan: StructPlan, json: unknown, reading: JsonReading): unknown {
  const [only, ...more] = plan.contents.filter((content) => content.kind === "element" && content.many);
  if (Array.isArray(json) && only !== undefined && more.length === 0)
    return ofStruct(plan, { [only.key]: json }, reading);
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    return reading.fail("xml.invalid", `Not a value of ${plan.name[1]}`, "an object", json);
  }
  const value: Record<string, unknown> = {};
  if (plan.tag !== undefined) value["$type"] = plan.tag;
  const known = new Set(["$type"]);
  const put = (key: string, read: (member: unknown) => unknown): void => {
    known.add(key);
    const member = reading.within(key, () => read(memberOf(json, key)));
    if (member !== undefined) value[key] = member;
  };
  for (const attribute of plan.attributes) put(attribute.key, (member) => ofAttribute(attribute, member, reading));
  if (plan.attributeWildcard !== undefined) put(plan.attributeWildcard.key, (member) => ofAttributes(member, reading));
  const { text } = plan;
  if (text !== undefined) put(text.key, (member) => fromSimple(text.simple, member, reading));
  for (const content of plan.contents) put(content.key, (member) => ofContent(plan, content, member, reading));
  refuseUnknownMembers(plan, json, known, reading);
  const missing = missingFromModel(plan, value);
  if (missing !== undefined) reading.fail("xml.missing", `Missing ${missing}`, missing, undefined);
  return value;
}

function refuseUnknownMembers(plan: StructPlan, json: object, known: ReadonlySet<string>, reading: JsonReading): void {
  for (const [key, member] of Object.entries(json)) {
    if (known.has(key)) continue;
    reading.within(key, () => {
      const message = `${plan.name[1]} has no member ${key}`;
      reading.refuse("unknown-element", "xml.unexpected", message, "no such member", member);
    });
  }
}

function ofAttribute(plan: AttributePlan, json: unknown, reading: JsonReading): unknown {
  if (json !== undefined && (json !== null || plan.required)) return fromSimple(plan.simple, json, reading);
  if (json === null) reading.refuse("nil", "xml.unexpected", `${plan.key} cannot be nil`, "a value", json);
  if (plan.default !== undefined) return fromSimple(plan.simple, plan.default, reading);
  return plan.required ? reading.fail("xml.missing", `Missing ${plan.key}`, "a value", json) : undefined;
}

function ofAttributes(json: unknown, reading: JsonReading): unknown {
  return attributesFromJson(json) ?? reading.fail("xml.invalid", "Not an object of attributes", "an object", json);
}

function ofContent(plan: StructPlan, content: ContentPlan, json: unknown, reading: JsonReading): unknown {
  if (content.kind === "wildcard") return ofNodes(json, reading);
  if (content.many) {
    if (json === undefined && content.absent) return undefined;
    // A content model says itself what it requires.
    const counted = plan.model === undefined ? content : { ...content, min: 0 };
    return ofItems(counted, json, reading, (item) => ofEntry(counted, item, reading));
  }
  if (json === undefined) {
    if (content.min === 0 || plan.model !== undefined) return undefined;
    return reading.fail("xml.missing", `Missing ${content.key}`, "a value", json);
  }
  if (content.kind !== "element") return ofEntry(content, json, reading);
  if (content.nil) return ofNillable(content.type, json, reading);
  if (json !== null) return ofType(content.type, json, reading);
  const message = `${content.key} is not nillable`;
  if (content.min > 0) return reading.fail("xml.unexpected", message, "a value", json);
  reading.refuse("nil", "xml.unexpected", message, "a value", json);
  return undefined;
}

function ofItems(plan: ContentPlan, json: unknown, reading: JsonReading, ofEach: (item: unknown) => unknown): unknown {
  const name = plan.kind === "element" ? plan.local : plan.key;
  if (json !== undefined && !Array.isArray(json)) {
    return reading.fail("xml.invalid", `Not a list of ${name}`, "an array", json);
  }
  const items: unknown[] = json ?? [];
  if (items.length < plan.min) reading.fail("xml.missing", `Too few ${name}`, `at least ${plan.min}`, json);
  if (items.length > plan.max) {
    reading.refuse("too-many", "xml.unexpected", `Too many ${name}`, `at most ${plan.max}`, json);
  }
  return items.map((item, i) => reading.within(i, () => ofEach(item)));
}

/** One item of a field: of an element field its value, of groups and ordered content a tagged value, or a text. */
function ofEntry(content: ContentPlan, json: unknown, reading: JsonReading): unknown {
  if (content.kind === "element") return ofItem(content, json, reading);
  if (content.kind === "wildcard") return ofNode(json, reading);
  if (content.kind === "ordered" && content.mixed && typeof json === "string") return json;
  const name = memberOf(json, "$name");
  const item = content.items.find((placed) => placed.item.key === name)?.item;
  if (item === undefined) {
    const expected = content.items.map((placed) => placed.item.key).join(" or ");
    return reading.fail("xml.invalid", `$name names no element of ${content.key}`, expected, name ?? json);
  }
  const value = memberOf(json, "value") ?? null;
  return { $name: name, value: reading.within("value", () => ofEntry(item, value, reading)) };
}

function ofItem(plan: ElementPlan, json: unknown, reading: JsonReading): unknown {
  if (plan.nil) return ofNillable(plan.type, json, reading);
  if (json !== null) return ofType(plan.type, json, reading);
  return reading.fail("xml.unexpected", `${plan.local} is not nillable`, "a value", json);
}

function ofNodes(json: unknown, reading: JsonReading): unknown {
  if (json === undefined) return [];
  if (!Array.isArray(json)) return reading.fail("xml.invalid", "Not a list of elements", "an array", json);
  return json.map((item, i) => reading.within(i, () => ofNode(item, reading)));
}

function ofNode(json: unknown, reading: JsonReading): unknown {
  return nodeFromJson(json) ?? reading.fail("xml.invalid", "Not an element", "an element", json);
}
