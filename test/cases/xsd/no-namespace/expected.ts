// Generated from test/cases/xsd/no-namespace/schema.xsd
// sha256 919b68f6a7432cc869b8c9cec9e73db854dceb46098ce8aa7f0c80d03e6e65b0
// Do not edit: change the contract and generate again.
import {
  string,
  type ElementCodec,
  type Flavored,
  type RestrictionCodec,
  type Schema,
  type StructCodec,
} from "../../../../src/runtime/index.ts";

const xsNamespace = "http://www.w3.org/2001/XMLSchema";

export type Id = Flavored<string, "Id">;
export const Id: RestrictionCodec<Id, string> = {
  kind: "restriction",
  name: ["", "Id"],
  base: string,
  facets: { maxLength: 3 },
};

export interface system {
  readonly id: Id;
  readonly part: readonly string[];
}
export const system: StructCodec<system> = {
  kind: "struct",
  name: ["", "system"],
  element: true,
  fields: { id: { el: "id", count: "1", type: Id }, part: { el: "part", count: "*", type: string } },
};

export const part: ElementCodec<string> = { kind: "element", name: ["", "part"], type: string };

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = {
  elements: { system, part },
  attributes: {},
  types: { Id: { name: ["", "Id"], base: [xsNamespace, "string"], by: ["restriction"], type: Id } },
};
