// Generated from test/cases/xsd/occurrence/schema.xsd
// sha256 f52105f138907ac979d7c8cc0a25e20cf1a326d34bafcd9f3a0351ee36860a5b
// Do not edit: change the contract and generate again.
import { int, type Int, type Schema, type StructCodec } from "../../../../src/runtime/index.ts";

const tns = "urn:cases";

export interface Lists {
  readonly any: readonly Int[];
  readonly some: readonly Int[];
  readonly few: readonly Int[];
  readonly upTo: readonly Int[];
  readonly round: readonly Int[];
  readonly double: readonly Int[];
  readonly maybe: readonly Int[];
}
export const Lists: StructCodec<Lists> = {
  kind: "struct",
  name: [tns, "Lists"],
  element: true,
  fields: {
    any: { el: "any", count: "*", type: int },
    some: { el: "some", count: "+", type: int },
    few: { el: "few", count: [2, 3], type: int },
    upTo: { el: "upTo", count: [0, 2], type: int },
    round: { el: "round", count: "*", type: int },
    double: { el: "double", count: [4, 6], type: int },
    maybe: { el: "maybe", count: "*", type: int },
  },
};

export interface Empty {}
export const Empty: StructCodec<Empty> = { kind: "struct", name: [tns, "Empty"], element: true, fields: {} };

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = { elements: { Lists, Empty }, attributes: {}, types: {} };
