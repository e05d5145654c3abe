import { checkOf, combine, type Check } from "./facets.ts";
import {
  isSimpleTable,
  tableOf,
  type ListTable,
  type RestrictionTable,
  type SimpleTable,
  type TableRef,
  type UnionTable,
} from "./erased.ts";
import { atomOf } from "../xml/atoms.ts";
import { XSD_NAMESPACE } from "./namespaces.ts";
import { applySpace } from "./scalars/whitespace.ts";
import type { EnumCodec, Name, ReadContext, Scalar, WhiteSpace, WriteContext } from "./table.ts";

/** A simple type, ready to read and write. */
export interface Simple {
  /** Name for people, as in `xs:int`. */
  readonly label: string;
  /** Expanded name, where the type has one: what xsi:type may say. */
  readonly name: Name | undefined;
  readonly space: WhiteSpace;
  /** Takes text after white space processing; undefined where it is not in the lexical space. */
  readonly read: (text: string, context: ReadContext) => unknown;
  /** Undefined where the value is not in the value space; facets are not looked at. */
  readonly write: (value: unknown, context: WriteContext) => string | undefined;
  /** What a value breaks, facets and listed values; absent where nothing can be broken. */
  readonly check: Check | undefined;
  /** The pattern facets, those of its base type included. */
  readonly patterns: readonly RegExp[];
  readonly order: ((left: unknown, right: unknown) => number | undefined) | undefined;
  readonly equal: (left: unknown, right: unknown) => boolean;
  readonly size: ((value: unknown) => number) | undefined;
  /** What `size` counts. */
  readonly unit: "characters" | "bytes" | "items";
  /** A listed value may stand between spaces when it is decoded tolerantly. */
  readonly trims: boolean;
  /** Binary data may stand in another part of a multipart message (XOP 1.0, 3.2). */
  readonly xop: boolean;
  /** What stands for a value in JSON: base64 for bytes, `{namespace}local` for qualified names. */
  readonly json: "text" | "base64" | "name";
  /** The type of the items of a list. */
  readonly item: Simple | undefined;
  /** A value straight from UTF-8, undefined where the text has to be looked at; only where a value needs no check. */
  readonly scan: Scalar<unknown>["scan"];
  /** Whether what stands in UTF-8 is a value as it is; only where a value needs no other check. */
  readonly stands: Scalar<unknown>["stands"];
  /** Local name of the primitive type that values are compared as; "" for a list or a union. */
  readonly primitive: string;
  /** The same text for equal values, where `String` is not. */
  readonly key: ((value: unknown) => string) | undefined;
  /** Of a union: the member that a value is of. */
  readonly memberOf: ((value: unknown) => Simple | undefined) | undefined;
  /** What values say of identities in their document; undefined where they say nothing. */
  readonly identity: "ID" | "IDREF" | undefined;
  /** Values have identifiers or references in them: as they are, as items of a list, or as members of a union. */
  readonly identifies: boolean;
}

const compiled = new WeakMap<SimpleTable, Simple>();

/** Compiles the table of a simple type; once for each table. */
export function simpleOf(table: SimpleTable): Simple {
  let simple = compiled.get(table);
  if (simple === undefined) {
    simple = compile(table);
    compiled.set(table, simple);
  }
  return simple;
}

function simpleRef(ref: TableRef): Simple {
  const table = tableOf(ref);
  if (!isSimpleTable(table)) throw new TypeError(`A simple type is built from a table of the kind ${table.kind}.`);
  return simpleOf(table);
}

function compile(table: SimpleTable): Simple {
  if (table.kind === "scalar") return ofScalar(table);
  if (table.kind === "restriction") return ofRestriction(table);
  if (table.kind === "enum") return ofEnum(table);
  return table.kind === "list" ? ofList(table) : ofUnion(table);
}

const jsonForms: Readonly<Record<string, Simple["json"] | undefined>> = {
  base64Binary: "base64",
  hexBinary: "base64",
  QName: "name",
  NOTATION: "name",
};

function ofScalar(scalar: Scalar<unknown>): Simple {
  const { order, equal } = scalar;
  return {
    label: scalar.label ?? `xs:${scalar.name}`,
    name: [XSD_NAMESPACE, scalar.name],
    space: scalar.space,
    read: scalar.read,
    write: scalar.write,
    check: validity(scalar),
    patterns: [],
    order,
    equal: equal ?? (order === undefined ? Object.is : (left, right) => order(left, right) === 0),
    size: scalar.size,
    unit: equal === undefined ? "characters" : "bytes",
    trims: false,
    xop: scalar.name === "base64Binary",
    json: jsonForms[scalar.name] ?? "text",
    item: undefined,
    scan: scalar.scan,
    stands: scalar.stands,
    primitive: primitiveOf(scalar.name),
    key: scalar.key,
    memberOf: undefined,
    identity: scalar.name === "ID" || scalar.name === "IDREF" ? scalar.name : undefined,
    identifies: scalar.name === "ID" || scalar.name === "IDREF",
  };
}

function validity({ valid, name }: Scalar<unknown>): Check | undefined {
  if (valid === undefined) return undefined;
  const violation = { kind: "facet", expected: `xs:${name}` } as const;
  return (value) => (valid(value) ? undefined : violation);
}

/** Built-in types by the primitive type that their values are compared as (XSD part 2, 3.3). */
const decimals = /^(?:decimal|[a-zA-Z]*[iI]nteger|(?:unsigned)?(?:[lL]ong|[iI]nt|[sS]hort|[bB]yte))$/;
const strings = /^(?:string|normalizedString|token|language|Name|NCName|NMTOKEN|ID|IDREF|ENTITY)$/;

function primitiveOf(name: string): string {
  if (decimals.test(name)) return "decimal";
  return strings.test(name) ? "string" : name;
}

function ofRestriction(table: RestrictionTable): Simple {
  const base = simpleRef(table.base);
  const space = table.facets.space ?? base.space;
  const check = combine(base.check, checkOf(table.facets, base));
  return {
    ...base,
    label: labelOf(table.name, base.label),
    name: table.name,
    space,
    write: space === base.space ? base.write : (value, context) => inSpace(base.write(value, context), space),
    check,
    patterns: [...base.patterns, ...(table.facets.pattern ?? [])],
    ...(check === undefined && space === base.space ? {} : { scan: undefined, stands: undefined }),
  };
}

function ofEnum(table: EnumCodec<string>): Simple {
  const listed: ReadonlySet<unknown> = new Set(Object.keys(table.values));
  const violation = { kind: "unlisted-value", expected: `one of ${readable([...listed])}` } as const;
  const space = table.facets?.space ?? "preserve";
  const simple: Simple = {
    label: labelOf(table.name, "an enumeration"),
    name: table.name,
    space,
    read: (text) => text,
    write: (value) => (typeof value === "string" ? value : undefined),
    check: (value) => (listed.has(value) ? undefined : violation),
    patterns: table.facets?.pattern ?? [],
    order: undefined,
    equal: Object.is,
    size: (value) => [...String(value)].length,
    unit: "characters",
    trims: space === "preserve",
    xop: false,
    json: "text",
    item: undefined,
    scan: table.facets === undefined ? (bytes, start, end) => scanListed(listed, bytes, start, end) : undefined,
    stands: undefined,
    primitive: "string",
    key: undefined,
    memberOf: undefined,
    identity: undefined,
    identifies: false,
  };
  return table.facets === undefined
    ? simple
    : { ...simple, check: combine(simple.check, checkOf(table.facets, simple)) };
}

/** A listed value from bytes: one string stands for all of its occurrences. */
function scanListed(listed: ReadonlySet<unknown>, bytes: Uint8Array, start: number, end: number): string | undefined {
  if (end - start > longestName) return undefined;
  const { text } = atomOf(bytes, start, end);
  return listed.has(text) ? text : undefined;
}

/** Bytes of the longest enumeration value that is kept as an atom. */
const longestName = 64;

function ofList(table: ListTable): Simple {
  const item = simpleRef(table.item);
  const simple: Simple = {
    label: labelOf(table.name, `a list of ${item.label}`),
    name: table.name,
    space: "collapse",
    read: (text, context) => readList(text, item, context),
    write: (value, context) => writeList(value, item, context),
    check: item.check === undefined ? undefined : (value, text) => checkItems(value, text, item),
    patterns: table.facets?.pattern ?? [],
    order: undefined,
    equal: (left, right) => equalLists(left, right, item),
    size: (value) => (Array.isArray(value) ? value.length : 0),
    unit: "items",
    trims: false,
    xop: false,
    json: "text",
    item,
    scan: undefined,
    stands: undefined,
    primitive: "",
    key: undefined,
    memberOf: undefined,
    identity: undefined,
    identifies: item.identifies,
  };
  return table.facets === undefined
    ? simple
    : { ...simple, check: combine(simple.check, checkOf(table.facets, simple)) };
}

function readList(text: string, item: Simple, context: ReadContext): unknown {
  const values: unknown[] = [];
  if (text === "") return values;
  for (const part of text.split(" ")) {
    const value = item.read(part, context);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

function writeList(value: unknown, item: Simple, context: WriteContext): string | undefined {
  if (!Array.isArray(value)) return undefined;
  const parts: string[] = [];
  for (const entry of value) {
    const part = item.write(entry, context);
    // An empty item, or one with white space, would not come back as one item.
    if (part === undefined || part === "" || /[ \t\n\r]/.test(part)) return undefined;
    parts.push(part);
  }
  return parts.join(" ");
}

function checkItems(value: unknown, text: string, item: Simple): ReturnType<Check> {
  if (!Array.isArray(value)) return undefined;
  const parts = text.split(" ");
  for (let i = 0; i < value.length; i++) {
    const violation = item.check?.(value[i], parts[i] ?? "");
    if (violation !== undefined) return violation;
  }
  return undefined;
}

function equalLists(left: unknown, right: unknown, item: Simple): boolean {
  if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
  return left.every((value, i) => item.equal(value, right[i]));
}

/**
 * The first member that accepts a text wins. Where none does with its facets, the first that could read it is taken, so
 * that a tolerant decoder can deliver the value; `check` then finds that no member accepts it.
 */
function ofUnion(table: UnionTable): Simple {
  const members = table.members.map(simpleRef);
  const label = labelOf(table.name, members.map((member) => member.label).join(" or "));
  const violation = {
    kind: members.some((member) => member.trims) ? "unlisted-value" : "facet",
    expected: label,
  } as const;
  return {
    label,
    name: table.name,
    space: "preserve",
    read: (text, context) => readUnion(text, members, context),
    write: (value, context) => writeUnion(value, members, context),
    check: (value, text) => (members.some((member) => accepts(member, value, text)) ? undefined : violation),
    patterns: [],
    order: undefined,
    equal: (left, right) =>
      members.some((member) => isWritten(member, left) && isWritten(member, right) && member.equal(left, right)),
    size: undefined,
    unit: "characters",
    trims: false,
    xop: members.some((member) => member.xop),
    json: "text",
    item: undefined,
    scan: undefined,
    stands: undefined,
    primitive: "",
    key: undefined,
    memberOf: (value) => members.find((member) => isValueOf(member, value)),
    identity: undefined,
    identifies: members.some((member) => member.identifies),
  };
}

function readUnion(text: string, members: readonly Simple[], context: ReadContext): unknown {
  let fallback: unknown;
  for (const member of members) {
    const processed = applySpace(text, member.space);
    const value = member.read(processed, context);
    if (value === undefined) continue;
    if (member.check === undefined || member.check(value, processed) === undefined) return value;
    fallback ??= value;
  }
  return fallback;
}

function writeUnion(value: unknown, members: readonly Simple[], context: WriteContext): string | undefined {
  let fallback: string | undefined;
  for (const member of members) {
    const text = member.write(value, context);
    if (text === undefined) continue;
    if (member.check === undefined || member.check(value, text) === undefined) return text;
    fallback ??= text;
  }
  return fallback;
}

/** Only whether a value can be written matters, not the prefix that it gets. */
const ANY_PREFIX: WriteContext = { prefixOf: () => "p" };

/** Whether a value is one of a member's: others cannot be asked for what is equal. */
function isWritten(member: Simple, value: unknown): boolean {
  return member.write(value, ANY_PREFIX) !== undefined;
}

/** Whether a value is one of a member's, by its facets, too. */
function isValueOf(member: Simple, value: unknown): boolean {
  const text = member.write(value, ANY_PREFIX);
  return text !== undefined && member.check?.(value, text) === undefined;
}

function accepts(member: Simple, value: unknown, text: string): boolean {
  if (member.write(value, ANY_PREFIX) === undefined) return false;
  return member.check === undefined || member.check(value, applySpace(text, member.space)) === undefined;
}

function inSpace(text: string | undefined, space: WhiteSpace): string | undefined {
  return text === undefined || applySpace(text, space) === text ? text : undefined;
}

function labelOf(name: Name | undefined, otherwise: string): string {
  return name === undefined ? otherwise : name[1];
}

/** Listed values for people, cut after a dozen. */
function readable(values: readonly unknown[]): string {
  const shown = values.slice(0, 12).map((value) => JSON.stringify(value));
  return values.length > 12 ? `${shown.join(", ")}, …` : shown.join(", ");
}
