// Generated from test/cases/xsd/any-simple/schema.xsd
// sha256 210282578cb6d7062de1c52ca5d8471c3896e55579166d69512e2e3c1568e5ce
// Do not edit: change the contract and generate again.
import {
  anySimpleText,
  anySimpleType,
  int,
  type AnySimple,
  type AnySimpleText,
  type ElementCodec,
  type Int,
  type RestrictionCodec,
  type Schema,
  type StructCodec,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";
const xsNamespace = "http://www.w3.org/2001/XMLSchema";

export interface Settings {
  readonly note?: AnySimple;
  readonly Value: readonly AnySimpleText[];
  readonly Last?: AnySimpleText | null;
  readonly Default?: AnySimpleText;
}
export const Settings: StructCodec<Settings> = {
  kind: "struct",
  name: [tns, "Settings"],
  element: true,
  fields: {
    note: { at: "note", count: "?", type: anySimpleType },
    Value: { el: "Value", count: "+", type: anySimpleText },
    Last: { el: "Last", count: "?", nil: true, type: anySimpleText },
    Default: { el: "Default", count: "?", default: "none", type: anySimpleText },
  },
};

export type Level = Int;
export const Level: RestrictionCodec<Level> = {
  kind: "restriction",
  name: [tns, "Level"],
  base: int,
  facets: { maxInclusive: "10" },
};

export const value: ElementCodec<AnySimpleText> = { kind: "element", name: [tns, "value"], type: anySimpleText };

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = {
  elements: { Settings, value },
  attributes: {},
  types: { Level: { name: [tns, "Level"], base: [xsNamespace, "int"], by: ["restriction"], type: Level } },
};
