/**
 * The tables as the runtime sees them: the same literals, without the types of their values. The annotations in `table.ts`
 * prove a table against its interface; what is compiled from it works on `unknown`.
 */
import type { KeyConstraint } from "./identity-table.ts";
import type {
  AnyRef,
  AttributeWildcardField,
  Count,
  EnumCodec,
  Facets,
  Name,
  Particle,
  Scalar,
  WildcardField,
  WildcardItem,
} from "./table.ts";

/** A table of any kind, or a thunk of one. */
export type TableRef = AnyRef;

/** xs:restriction, its value types left out. */
export interface RestrictionTable {
  readonly kind: "restriction";
  readonly name?: Name;
  readonly base: TableRef;
  readonly facets: Facets;
}

/** xs:list, its value types left out. */
export interface ListTable {
  readonly kind: "list";
  readonly name?: Name;
  readonly item: TableRef;
  readonly facets?: Facets;
}

/** xs:union, its value types left out. */
export interface UnionTable {
  readonly kind: "union";
  readonly name?: Name;
  readonly members: readonly TableRef[];
}

/** An element of a content or of a substitution group. */
export interface ElementItemEntry {
  readonly el: string;
  readonly ns?: string;
  readonly nil?: true;
  readonly type: TableRef;
  readonly default?: string;
  readonly fixed?: string;
  readonly block?: readonly ("restriction" | "extension")[];
  readonly keys?: readonly KeyConstraint[];
}

/** An element of a struct. */
export interface ElementEntry extends ElementItemEntry {
  readonly count: Count;
  /** Repeated: no element makes the member absent instead of an empty array. */
  readonly absent?: true;
}

/** A substitution group in a struct. */
export interface GroupEntry {
  readonly group: Readonly<Record<string, ElementItemEntry>>;
  readonly count: Count;
  readonly absent?: true;
}

/** Ordered or mixed content of a struct. */
export interface ContentEntry {
  readonly items: Readonly<Record<string, ElementItemEntry | WildcardItem>>;
  readonly content?: Particle<string>;
  readonly mixed?: true;
}

/** An attribute of a struct. */
export interface AttributeEntry {
  readonly at: string;
  readonly ns?: string;
  readonly count: "1" | "?";
  readonly type: TableRef;
  readonly default?: string;
  readonly fixed?: string;
}

/** The text of a struct with simple content. */
interface TextEntry {
  readonly text: true;
  readonly type: TableRef;
}

/** One entry of a struct's fields. */
type FieldEntry =
  | ElementEntry
  | GroupEntry
  | ContentEntry
  | AttributeEntry
  | TextEntry
  | WildcardField
  | AttributeWildcardField;

/** A complex type, its value type left out. */
export interface StructTable {
  readonly kind: "struct";
  readonly name: Name;
  readonly element?: true;
  readonly tag?: string;
  readonly fields: Readonly<Record<string, FieldEntry>>;
  readonly content?: Particle<string>;
}

/** A complex type that is an array, its value type left out. */
export interface WrapperTable {
  readonly kind: "wrapper";
  readonly name: Name;
  readonly array?: true;
  readonly item: ElementEntry;
}

/** A complex type with derived types, its value type left out. */
export interface PolyTable {
  readonly kind: "poly";
  readonly name: Name;
  readonly abstract?: true;
  readonly types: Readonly<Record<string, TableRef>>;
}

/** A global element, its value type left out. */
export interface ElementTable {
  readonly kind: "element";
  readonly name: Name;
  readonly nil?: true;
  readonly type: TableRef;
  readonly default?: string;
  readonly fixed?: string;
  readonly block?: readonly ("restriction" | "extension")[];
  readonly keys?: readonly KeyConstraint[];
}

/** xs:anyType. */
interface AnyTypeTable {
  readonly kind: "anyType";
}

/** An element of xs:anySimpleType. */
interface AnySimpleTextTable {
  readonly kind: "anySimpleText";
}

/** The table of a simple type. */
export type SimpleTable = Scalar<unknown> | RestrictionTable | EnumCodec<string> | ListTable | UnionTable;

/** A table of any kind. */
export type Table =
  | SimpleTable
  | StructTable
  | WrapperTable
  | PolyTable
  | ElementTable
  | AnyTypeTable
  | AnySimpleTextTable;

/** Follows a thunk and tells tables apart by their kind. */
export function tableOf(ref: TableRef): Table {
  // The one place that forgets value types: `kind` says which interface of table.ts the literal was checked against.
  return (typeof ref === "function" ? ref() : ref) as Table;
}

/** Whether a table is that of a simple type. */
export function isSimpleTable(table: Table): table is SimpleTable {
  const { kind } = table;
  return kind === "scalar" || kind === "restriction" || kind === "enum" || kind === "list" || kind === "union";
}

/** Bounds of a count. */
export function boundsOf(count: Count): readonly [min: number, max: number] {
  if (count === "1") return [1, 1];
  if (count === "?") return [0, 1];
  if (count === "*") return [0, Number.POSITIVE_INFINITY];
  return count === "+" ? [1, Number.POSITIVE_INFINITY] : count;
}

/** Whether a count makes an array. */
export function isMany(count: Count): boolean {
  return count !== "1" && count !== "?";
}

/** An own property of a value of unknown type; undefined where it has none. Inherited ones do not count. */
export function memberOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

/** The table of what can stand at the root of a message. */
export function rootTable(ref: TableRef): ElementTable | StructTable {
  const table = tableOf(ref);
  if (table.kind === "element" || table.kind === "struct") return table;
  throw new TypeError(`A table of the kind ${table.kind} cannot stand at the root of a message.`);
}
