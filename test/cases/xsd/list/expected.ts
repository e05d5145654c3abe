// Generated from test/cases/xsd/list/schema.xsd
// sha256 cc40e8cf4f6d8e5b4a4f7b68daa66e13ea0bac09adac3c7508b6b8ce8ed70940
// Do not edit: change the contract and generate again.
import {
  NMTOKENS,
  date,
  int,
  type CalendarDate,
  type EnumCodec,
  type Int,
  type ListCodec,
  type NMTOKEN,
  type Schema,
  type StructCodec,
  type Unrecognized,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";
const xsNamespace = "http://www.w3.org/2001/XMLSchema";

export type ScopesItem =
  | "All"
  | "New"
  | Unrecognized;
export const ScopesItem: EnumCodec<ScopesItem> = {
  kind: "enum",
  values: { All: true, New: true },
  facets: { space: "collapse" },
};

/** What to deliver. */
export type Scopes = readonly ScopesItem[];
export const Scopes: ListCodec<Scopes> = { kind: "list", name: [tns, "Scopes"], item: ScopesItem };

export type QueryDays = readonly CalendarDate[];
export const QueryDays: ListCodec<QueryDays> = { kind: "list", item: date };

export type Numbers = readonly Int[];
export const Numbers: ListCodec<Numbers> = { kind: "list", name: [tns, "Numbers"], item: int };

export type Pair = readonly Int[];
export const Pair: ListCodec<Pair> = { kind: "list", name: [tns, "Pair"], item: int, facets: { length: 2 } };

export interface Query {
  readonly scopes?: Scopes;
  readonly days?: QueryDays;
  readonly Numbers?: Numbers;
  readonly Pair: readonly Pair[];
  readonly Scopes: Scopes | null;
  readonly Words?: readonly NMTOKEN[];
}
export const Query: StructCodec<Query> = {
  kind: "struct",
  name: [tns, "Query"],
  element: true,
  fields: {
    scopes: { at: "scopes", count: "?", type: Scopes },
    days: { at: "days", count: "?", type: QueryDays },
    Numbers: { el: "Numbers", count: "?", type: Numbers },
    Pair: { el: "Pair", count: "*", type: Pair },
    Scopes: { el: "Scopes", count: "1", nil: true, type: Scopes },
    Words: { el: "Words", count: "?", type: NMTOKENS },
  },
};

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = {
  elements: { Query },
  attributes: {},
  types: {
    Numbers: { name: [tns, "Numbers"], base: [xsNamespace, "anySimpleType"], by: ["restriction"], type: Numbers },
    Pair: { name: [tns, "Pair"], base: [tns, "Numbers"], by: ["restriction"], type: Pair },
    Scopes: { name: [tns, "Scopes"], base: [xsNamespace, "anySimpleType"], by: ["restriction"], type: Scopes },
  },
};
