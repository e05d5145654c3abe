/**
 * The compiler proves that a table and its interface agree. Nothing here runs: the type check passes exactly if every
 * table below is accepted, or refused where `@ts-expect-error` says so.
 */
import {
  base64Binary,
  boolean,
  dateTime,
  double,
  int,
  long,
  short,
  string,
  token,
  unsignedInt,
  type Base64Binary,
  type DateTime,
  type ElementCodec,
  type EnumCodec,
  type Flavored,
  type Int,
  type ListCodec,
  type Long,
  type PolyCodec,
  type RestrictionCodec,
  type StructCodec,
  type Token,
  type UnionCodec,
  type Unrecognized,
  type WrapperCodec,
  type XmlAttribute,
  type XmlElement,
} from "../../src/runtime/codec/index.ts";

// ---- enumerations ----

export type Status = "Queued" | "50%" | Unrecognized;
export const Status: EnumCodec<Status> = { kind: "enum", values: { Queued: true, "50%": true } };
// @ts-expect-error a listed value is missing
export const missingValue: EnumCodec<Status> = { kind: "enum", values: { Queued: true } };
// @ts-expect-error a value that the type does not list
export const surplusValue: EnumCodec<Status> = { kind: "enum", values: { Queued: true, "50%": true, Done: true } };

// ---- one struct of every kind of field ----

export interface Problem {
  readonly Code: Int;
  readonly Message?: string | null;
}
export const Problem: StructCodec<Problem> = {
  kind: "struct",
  name: ["urn:t", "Problem"],
  fields: {
    Code: { el: "Code", count: "1", type: int },
    Message: { el: "Message", count: "?", nil: true, type: string },
  },
};

export type Problems = readonly (Problem | null)[];
export const Problems: WrapperCodec<Problems> = {
  kind: "wrapper",
  name: ["urn:t", "Problems"],
  item: { el: "Problem", count: "*", nil: true, type: Problem },
};

export interface Everything {
  readonly id: Long;
  readonly state: Status;
  readonly ratio: number;
  readonly tags: readonly Token[];
  readonly problems?: Problems | null;
  readonly data?: Base64Binary;
  readonly child?: Everything;
  readonly version?: string;
  readonly $any: readonly XmlElement[];
  readonly $attributes: readonly XmlAttribute[];
}
export const Everything: StructCodec<Everything> = {
  kind: "struct",
  name: ["urn:t", "Everything"],
  fields: {
    version: { at: "version", count: "?", type: string },
    id: { el: "id", count: "1", type: long },
    state: { el: "state", count: "1", type: Status },
    ratio: { el: "ratio", count: "1", type: double },
    tags: { el: "tag", count: "*", type: token },
    problems: { el: "problems", count: "?", nil: true, type: Problems },
    data: { el: "data", count: "?", type: base64Binary },
    child: { el: "child", count: "?", type: () => Everything },
    $any: { any: "##any", count: "*", process: "lax" },
    $attributes: { anyAttribute: { not: "urn:t" }, process: "lax" },
  },
};

// ---- swapped scalars ----

interface HasInt {
  readonly a: Int;
}
const struct = { kind: "struct", name: ["", "x"] } as const;
export const sound: StructCodec<HasInt> = { ...struct, fields: { a: { el: "a", count: "1", type: int } } };
// @ts-expect-error short is not int
export const shortForInt: StructCodec<HasInt> = { ...struct, fields: { a: { el: "a", count: "1", type: short } } };
// @ts-expect-error double is not int
export const doubleForInt: StructCodec<HasInt> = { ...struct, fields: { a: { el: "a", count: "1", type: double } } };
// @ts-expect-error unsignedInt is not int
export const unsigned: StructCodec<HasInt> = { ...struct, fields: { a: { el: "a", count: "1", type: unsignedInt } } };
// @ts-expect-error long is a bigint
export const longForInt: StructCodec<HasInt> = { ...struct, fields: { a: { el: "a", count: "1", type: long } } };
// @ts-expect-error string is not a number
export const stringForInt: StructCodec<HasInt> = { ...struct, fields: { a: { el: "a", count: "1", type: string } } };

interface HasTexts {
  readonly s: string;
  readonly t: Token;
  readonly d: DateTime;
  readonly n: number;
}
const s = { el: "s", count: "1", type: string } as const;
const t = { el: "t", count: "1", type: token } as const;
const d = { el: "d", count: "1", type: dateTime } as const;
const n = { el: "n", count: "1", type: double } as const;
export const texts: StructCodec<HasTexts> = { ...struct, fields: { s, t, d, n } };
// @ts-expect-error token is not string
export const tokenForString: StructCodec<HasTexts> = { ...struct, fields: { s: { ...s, type: token }, t, d, n } };
// @ts-expect-error string is not token
export const stringForToken: StructCodec<HasTexts> = { ...struct, fields: { s, t: { ...t, type: string }, d, n } };
// @ts-expect-error string is not dateTime
export const stringForDate: StructCodec<HasTexts> = { ...struct, fields: { s, t, d: { ...d, type: string }, n } };
// @ts-expect-error int is not double
export const intForDouble: StructCodec<HasTexts> = { ...struct, fields: { s, t, d, n: { ...n, type: int } } };
// @ts-expect-error an enumeration is not any string
export const enumForString: StructCodec<HasTexts> = { ...struct, fields: { s: { ...s, type: Status }, t, d, n } };

// ---- missing and extra fields ----

// @ts-expect-error the table misses a
export const missingField: StructCodec<HasInt> = { ...struct, fields: {} };
const b = { el: "b", count: "1", type: int } as const;
// @ts-expect-error the interface has no b
export const extraField: StructCodec<HasInt> = { ...struct, fields: { a: { el: "a", count: "1", type: int }, b } };

// ---- required, optional, one, many ----

// @ts-expect-error required, not optional
export const optional: StructCodec<HasInt> = { ...struct, fields: { a: { el: "a", count: "?", type: int } } };
// @ts-expect-error one, not many
export const many: StructCodec<HasInt> = { ...struct, fields: { a: { el: "a", count: "*", type: int } } };
interface HasOptional {
  readonly o?: boolean;
}
// @ts-expect-error optional, not required
export const required: StructCodec<HasOptional> = { ...struct, fields: { o: { el: "o", count: "1", type: boolean } } };
interface HasMany {
  readonly l: readonly Int[];
}
// @ts-expect-error many, not one
export const one: StructCodec<HasMany> = { ...struct, fields: { l: { el: "l", count: "1", type: int } } };
// @ts-expect-error many, not optional
export const atMostOne: StructCodec<HasMany> = { ...struct, fields: { l: { el: "l", count: "?", type: int } } };
// @ts-expect-error an attribute occurs once
export const manyAttributes: StructCodec<HasMany> = { ...struct, fields: { l: { at: "l", count: "*", type: int } } };

// ---- nil ----

interface HasNil {
  readonly v?: string | null;
  readonly l: readonly (Int | null)[];
}
const v = { el: "v", count: "?", nil: true, type: string } as const;
const l = { el: "l", count: "*", nil: true, type: int } as const;
export const nils: StructCodec<HasNil> = { ...struct, fields: { v, l } };
// @ts-expect-error nil is missing
export const withoutNil: StructCodec<HasNil> = { ...struct, fields: { v: { el: "v", count: "?", type: string }, l } };
// @ts-expect-error nil is missing for the items
export const itemsWithoutNil: StructCodec<HasNil> = { ...struct, fields: { v, l: { el: "l", count: "*", type: int } } };
// @ts-expect-error not nillable
export const withNil: StructCodec<HasInt> = { ...struct, fields: { a: { el: "a", count: "1", nil: true, type: int } } };
// @ts-expect-error an attribute cannot be nil
export const nilAttribute: StructCodec<HasNil> = { ...struct, fields: { v: { at: "v", count: "?", type: string }, l } };

// ---- references to other tables ----

interface HasProblem {
  readonly p?: Problem;
}
export const direct: StructCodec<HasProblem> = { ...struct, fields: { p: { el: "p", count: "?", type: Problem } } };
export const other: StructCodec<HasProblem> = {
  ...struct,
  // @ts-expect-error a thunk of another struct
  fields: { p: { el: "p", count: "?", type: () => Everything } },
};
// @ts-expect-error a scalar instead of a struct
export const scalar: StructCodec<HasProblem> = { ...struct, fields: { p: { el: "p", count: "?", type: string } } };

// ---- choices ----

export type Choice =
  | { readonly a: Int; readonly b?: never; readonly many?: never }
  | { readonly a?: never; readonly b: string | null; readonly many?: never }
  | { readonly a?: never; readonly b?: never; readonly many: readonly Int[] };
export const Choice: StructCodec<Choice> = {
  ...struct,
  fields: {
    a: { el: "a", count: "?", type: int },
    b: { el: "b", count: "?", nil: true, type: string },
    many: { el: "many", count: "+", absent: true, type: int },
  },
  content: { choice: ["a", "b", { key: "many", count: "+" }] },
};
export const notAField: StructCodec<HasInt> = {
  ...struct,
  fields: { a: { el: "a", count: "1", type: int } },
  // @ts-expect-error the content model names a field that does not exist
  content: { sequence: ["a", "z"] },
};

// ---- types told apart by $type ----

export interface Base {
  readonly $type?: "Base";
  readonly x: Int;
}
export interface Derived {
  readonly $type: "Derived";
  readonly x: Int;
  readonly y?: string;
}
const x = { el: "x", count: "1", type: int } as const;
export const Base: StructCodec<Base> = { kind: "struct", name: ["u", "Base"], tag: "Base", fields: { x } };
export const Derived: StructCodec<Derived> = {
  kind: "struct",
  name: ["u", "Derived"],
  tag: "Derived",
  fields: { x, y: { el: "y", count: "?", type: string } },
};
export type AnyBase = Base | Derived;
export const AnyBase: PolyCodec<AnyBase> = { kind: "poly", name: ["u", "Base"], types: { Base, Derived } };
export const swapped: PolyCodec<AnyBase> = {
  kind: "poly",
  name: ["u", "Base"],
  // @ts-expect-error the tables are swapped
  types: { Base: Derived, Derived: Base },
};
// @ts-expect-error a derived type is missing
export const incomplete: PolyCodec<AnyBase> = { kind: "poly", name: ["u", "Base"], types: { Base } };

// ---- elements, lists, unions, restrictions ----

export const nillable: ElementCodec<Problem | null> = { kind: "element", name: ["u", "e"], nil: true, type: Problem };
// @ts-expect-error nil without null in the type
export const tooNillable: ElementCodec<Problem> = { kind: "element", name: ["u", "e"], nil: true, type: Problem };
export const list: ListCodec<readonly Int[]> = { kind: "list", item: int };
// @ts-expect-error a list of another type
export const wrongList: ListCodec<readonly Int[]> = { kind: "list", item: short };
export const union: UnionCodec<[Int, Status]> = { kind: "union", members: [int, Status] };
// @ts-expect-error a member is missing
export const wrongUnion: UnionCodec<[Int, Status]> = { kind: "union", members: [int] };
export type Id = Flavored<string, "Id">;
export const Id: RestrictionCodec<Id, string> = { kind: "restriction", base: string, facets: { maxLength: 18 } };
interface HasId {
  readonly id: Id;
}
export const ids: StructCodec<HasId> = { ...struct, fields: { id: { el: "id", count: "1", type: Id } } };
// @ts-expect-error the restriction is left out
export const unrestricted: StructCodec<HasId> = { ...struct, fields: { id: { el: "id", count: "1", type: string } } };

// ---- what callers write ----

const plain: Problem = { Code: 5 };
const asNumber: number = plain.Code + 1;
const asBigint: bigint = ((): Long => 5n)() + 1n;
export { asBigint, asNumber };
