// Generated from test/cases/xsd/facets/schema.xsd
// sha256 e165309ef8e05fbea2d824e25036cf095be9787609c455d4206e546510316ca8
// Do not edit: change the contract and generate again.
import {
  boolean,
  date,
  decimal,
  hexBinary,
  int,
  long,
  string,
  type CalendarDate,
  type Decimal,
  type Flavored,
  type HexBinary,
  type Int,
  type Long,
  type RestrictionCodec,
  type Schema,
  type StructCodec,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";
const xsNamespace = "http://www.w3.org/2001/XMLSchema";

/** Id of a record. */
export type RecordId = Flavored<string, "RecordId">;
export const RecordId: RestrictionCodec<RecordId, string> = {
  kind: "restriction",
  name: [tns, "RecordId"],
  base: string,
  facets: { length: 18, pattern: [/^(?:[a-zA-Z0-9]+)$/u] },
};

export type JobId = Flavored<string, "JobId">;
export const JobId: RestrictionCodec<JobId, string> = {
  kind: "restriction",
  name: [tns, "JobId"],
  base: string,
  facets: { length: 18, pattern: [/^(?:[a-zA-Z0-9]+)$/u, /^(?:750[^\n\r]*)$/u] },
};

export type Percent = Int;
export const Percent: RestrictionCodec<Percent> = {
  kind: "restriction",
  name: [tns, "Percent"],
  base: int,
  facets: { minInclusive: "0", maxInclusive: "100" },
};

export type Low = Int;
export const Low: RestrictionCodec<Low> = {
  kind: "restriction",
  name: [tns, "Low"],
  base: int,
  facets: { minInclusive: "0", maxExclusive: "50" },
};

export type Price = Decimal;
export const Price: RestrictionCodec<Price> = {
  kind: "restriction",
  name: [tns, "Price"],
  base: decimal,
  facets: { totalDigits: 6, fractionDigits: 2 },
};

export type Big = Long;
export const Big: RestrictionCodec<Big> = {
  kind: "restriction",
  name: [tns, "Big"],
  base: long,
  facets: { minExclusive: "9007199254740992" },
};

export type Flag = Flavored<boolean, "Flag">;
export const Flag: RestrictionCodec<Flag, boolean> = {
  kind: "restriction",
  name: [tns, "Flag"],
  base: boolean,
  facets: { pattern: [/^(?:true|false)$/u] },
};

export type ThisCentury = CalendarDate;
export const ThisCentury: RestrictionCodec<ThisCentury> = {
  kind: "restriction",
  name: [tns, "ThisCentury"],
  base: date,
  facets: { minInclusive: "2001-01-01", maxExclusive: "2101-01-01" },
};

export type Hash = HexBinary;
export const Hash: RestrictionCodec<Hash> = {
  kind: "restriction",
  name: [tns, "Hash"],
  base: hexBinary,
  facets: { length: 4 },
};

export type Title = Flavored<string, "Title">;
export const Title: RestrictionCodec<Title, string> = {
  kind: "restriction",
  name: [tns, "Title"],
  base: string,
  facets: { minLength: 1, maxLength: 5, space: "collapse" },
};

export type Alias = Int;
export const Alias: RestrictionCodec<Alias> = { kind: "restriction", name: [tns, "Alias"], base: int, facets: {} };

export interface Record {
  readonly Id: RecordId;
  readonly Job?: JobId;
  readonly Percent?: Percent;
  readonly Low?: Low;
  readonly Price?: Price;
  readonly Big?: Big;
  readonly Flag?: Flag;
  readonly Day?: ThisCentury;
  readonly Hash?: Hash;
  readonly Title: readonly Title[];
  readonly Alias?: Alias;
}
export const Record: StructCodec<Record> = {
  kind: "struct",
  name: [tns, "Record"],
  element: true,
  fields: {
    Id: { el: "Id", count: "1", type: RecordId },
    Job: { el: "Job", count: "?", type: JobId },
    Percent: { el: "Percent", count: "?", type: Percent },
    Low: { el: "Low", count: "?", type: Low },
    Price: { el: "Price", count: "?", type: Price },
    Big: { el: "Big", count: "?", type: Big },
    Flag: { el: "Flag", count: "?", type: Flag },
    Day: { el: "Day", count: "?", type: ThisCentury },
    Hash: { el: "Hash", count: "?", type: Hash },
    Title: { el: "Title", count: "*", type: Title },
    Alias: { el: "Alias", count: "?", type: Alias },
  },
};

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = {
  elements: { Record },
  attributes: {},
  types: {
    RecordId: { name: [tns, "RecordId"], base: [xsNamespace, "string"], by: ["restriction"], type: RecordId },
    JobId: { name: [tns, "JobId"], base: [tns, "RecordId"], by: ["restriction"], type: JobId },
    Percent: { name: [tns, "Percent"], base: [xsNamespace, "int"], by: ["restriction"], type: Percent },
    Low: { name: [tns, "Low"], base: [tns, "Percent"], by: ["restriction"], type: Low },
    Price: { name: [tns, "Price"], base: [xsNamespace, "decimal"], by: ["restriction"], type: Price },
    Big: { name: [tns, "Big"], base: [xsNamespace, "long"], by: ["restriction"], type: Big },
    Flag: { name: [tns, "Flag"], base: [xsNamespace, "boolean"], by: ["restriction"], type: Flag },
    ThisCentury: { name: [tns, "ThisCentury"], base: [xsNamespace, "date"], by: ["restriction"], type: ThisCentury },
    Hash: { name: [tns, "Hash"], base: [xsNamespace, "hexBinary"], by: ["restriction"], type: Hash },
    Title: { name: [tns, "Title"], base: [xsNamespace, "string"], by: ["restriction"], type: Title },
    Alias: { name: [tns, "Alias"], base: [xsNamespace, "int"], by: ["restriction"], type: Alias },
  },
};
