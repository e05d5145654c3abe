// Generated from test/cases/xsd/forms/schema.xsd
// sha256 401311062d94a26341a8aa1092793d2f3be3afe17b8a25e770fef03f4dbd396b
// Do not edit: change the contract and generate again.
import {
  int,
  language,
  string,
  type ElementCodec,
  type Int,
  type Language,
  type Schema,
  type StructCodec,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";
const xsNamespace = "http://www.w3.org/2001/XMLSchema";

export interface Mixed {
  readonly plain?: string;
  readonly prefixed?: string;
  readonly lang?: Language;
  readonly langAttribute?: string;
  readonly local: string;
  readonly own: string;
  readonly shared?: Int;
}
export const Mixed: StructCodec<Mixed> = {
  kind: "struct",
  name: [tns, "Mixed"],
  fields: {
    plain: { at: "plain", count: "?", type: string },
    prefixed: { at: "prefixed", ns: tns, count: "?", type: string },
    lang: { at: "lang", ns: tns, count: "?", type: language },
    langAttribute: { at: "lang", count: "?", type: string },
    local: { el: "local", ns: "", count: "1", type: string },
    own: { el: "own", count: "1", type: string },
    shared: { el: "shared", count: "?", type: int },
  },
};

export interface locals {
  readonly local: readonly Int[];
}
export const locals: StructCodec<locals> = {
  kind: "struct",
  name: [tns, "locals"],
  element: true,
  fields: { local: { el: "local", ns: "", count: [1, 2], type: int } },
};

export const shared: ElementCodec<Int> = { kind: "element", name: [tns, "shared"], type: int };

export const mixed: ElementCodec<Mixed> = { kind: "element", name: [tns, "mixed"], type: Mixed };

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = {
  elements: { locals, shared, mixed },
  attributes: { lang: { name: [tns, "lang"], type: language } },
  types: { Mixed: { name: [tns, "Mixed"], base: [xsNamespace, "anyType"], by: ["restriction"], type: Mixed } },
};
