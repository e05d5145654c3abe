import type { XmlWriter } from "../xml/writer.ts";
import { eachItem, elementEncoder, type TypeEncoder } from "./encode-element.ts";
import { isPlain, textEncoder, type Encode } from "./encode-simple.ts";
import { attributesEncoder, contentEncoder, refuseContent } from "./encode-struct.ts";
import { describe, fail } from "./encoding.ts";
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
import { XSI_NAMESPACE } from "./namespaces.ts";
import { elementPlan, planOf, textOfAnySimple } from "./plan.ts";
import { isNCName } from "./scalars/names.ts";
import { anySimpleType } from "./scalars/text.ts";
import { simpleOf } from "./simple.ts";
import type { Name } from "./table.ts";

const encoders = new WeakMap<Table, TypeEncoder>();

/** The encoder of a type: closures, made from its table when they are first used. */
export function encoderOf(ref: TableRef): TypeEncoder {
  const table = tableOf(ref);
  const known = encoders.get(table);
  if (known !== undefined) return known;
  if (table.kind === "element") return encoderOf(table.type);
  const encoder: TypeEncoder = {
    attributes: attributesOf(table),
    content: (value, writer) => {
      encoder.content = contentOf(table);
      return encoder.content(value, writer);
    },
    whole: table.kind === "anyType",
    nilled: (value, writer) => nilledAttributes(table, value, writer),
  };
  encoders.set(table, encoder);
  return encoder;
}

function attributesOf(table: Table): Encode | undefined {
  if (table.kind === "struct") return attributesEncoder(planOf(table));
  if (table.kind === "anySimpleText") return saidType;
  return table.kind === "poly" ? polyAttributes(table) : undefined;
}

function contentOf(table: Table): Encode {
  if (isSimpleTable(table)) return textEncoder(simpleOf(table), isPlain(table));
  if (table.kind === "struct") return contentEncoder(planOf(table), encoderOf);
  if (table.kind === "wrapper") return wrapperContent(table);
  if (table.kind === "poly") return polyContent(table);
  if (table.kind === "anySimpleText") return anySimpleContent;
  // An element of xs:anyType is written whole, by the field that it stands in.
  return (value) => fail("Not an element of a field", "an element", describe(value));
}

/** The attributes of an element that is nil: it has no other members. */
function nilledAttributes(table: Table, value: unknown, writer: XmlWriter): string {
  const type = chosenType(table, value);
  if (type.kind !== "struct") return fail("A nil element of a type without attributes", "null", describe(value));
  refuseContent(planOf(type), value);
  return encoderOf(table).attributes?.(value, writer) ?? "";
}

/** xsi:type of text that has one. */
function saidType(value: unknown, writer: XmlWriter): string {
  const type = memberOf(value, "$type");
  if (type === undefined) return "";
  const namespace = memberOf(type, "namespace");
  const localName = memberOf(type, "localName");
  if (typeof namespace !== "string" || typeof localName !== "string" || !isNCName(localName)) {
    return fail("$type is not the name of a type", "{ namespace, localName }", describe(type));
  }
  return typeAttribute([namespace, localName], writer);
}

function anySimpleContent(value: unknown, writer: XmlWriter): string {
  return encoderOf(anySimpleType).content(textOfAnySimple(value), writer);
}

function wrapperContent(table: WrapperTable): Encode {
  const plan = elementPlan("item", table.item, 0, table.name[0]);
  const { min, max, local } = plan;
  const each = eachItem(elementEncoder(plan, encoderOf));
  return (value, writer) => {
    if (!Array.isArray(value)) return fail(`Not a value of ${table.name[1]}`, "an array", describe(value));
    if (value.length < min || value.length > max) {
      fail(`Wrong number of ${local}`, `${min} to ${max} items`, describe(value));
    }
    return each(value, writer);
  };
}

/** The types that an element may have by their tags, `$type`. */
interface Alternatives {
  readonly table: PolyTable;
  readonly types: ReadonlyMap<unknown, StructTable>;
  /** Tag of the type that an element without xsi:type has. */
  readonly declared: string | undefined;
}

const alternatives = new WeakMap<PolyTable, Alternatives>();

function alternativesOf(table: PolyTable): Alternatives {
  const known = alternatives.get(table);
  if (known !== undefined) return known;
  const types = new Map<unknown, StructTable>();
  let declared: string | undefined;
  for (const [tag, ref] of Object.entries(table.types)) {
    const type = tableOf(ref);
    if (type.kind !== "struct") throw new TypeError(`${table.name[1]} has an alternative that is no struct.`);
    types.set(tag, type);
    if (type.name[0] === table.name[0] && type.name[1] === table.name[1]) declared = tag;
  }
  const found = { table, types, declared };
  alternatives.set(table, found);
  return found;
}

/** The value's `$type` says which type it has; xsi:type says so on the wire where that is not the declared one. */
function polyAttributes(table: PolyTable): Encode {
  return (value, writer) => {
    const known = alternativesOf(table);
    const tag = tagOf(known, value);
    const found = known.types.get(tag);
    const listed = (): string => [...known.types.keys()].join(" or ");
    if (found === undefined) {
      return fail(`Not a value of ${table.name[1]}: $type names no type of it`, listed(), describe(tag));
    }
    const own = encoderOf(found).attributes;
    if (tag === known.declared) {
      if (table.abstract === true) fail(`${table.name[1]} is abstract`, listed(), describe(tag));
      return own === undefined ? "" : own(value, writer);
    }
    const said = typeAttribute(found.name, writer);
    return own === undefined ? said : said + own(value, writer);
  };
}

function polyContent(table: PolyTable): Encode {
  const known = alternativesOf(table);
  return (value, writer) => {
    const found = known.types.get(tagOf(known, value));
    return found === undefined ? "" : encoderOf(found).content(value, writer);
  };
}

/** The table of a value's type: of several that are told apart by `$type`, the one that the value says. */
export function chosenType(ref: TableRef, value: unknown): Table {
  const table = tableOf(ref);
  if (table.kind === "element") return chosenType(table.type, value);
  if (table.kind !== "poly") return table;
  const known = alternativesOf(table);
  return known.types.get(tagOf(known, value)) ?? table;
}

function tagOf({ table, declared }: Alternatives, value: unknown): unknown {
  return memberOf(value, "$type") ?? (table.abstract === true ? undefined : declared);
}

function typeAttribute([namespace, local]: Name, writer: XmlWriter): string {
  const type = writer.nameOf(namespace, local);
  return ` ${writer.prefixOf(XSI_NAMESPACE)}:type="${type}"`;
}
