// Generated from test/cases/xsd/repetition-varying/schema.xsd
// sha256 a15f939b1c00092ec1c5decd5b5627971db4d586cf91e9ae501456d73becd46c
// Do not edit: change the contract and generate again.
import { int, type Int, type Schema, type StructCodec } from "../../../../src/runtime/index.ts";

const tns = "urn:cases";

export interface Varying {
  readonly a?: Int;
  readonly b: Int;
  readonly a2: Int;
}
export const Varying: StructCodec<Varying> = {
  kind: "struct",
  name: [tns, "Varying"],
  element: true,
  fields: {
    a: { el: "a", count: "?", type: int },
    b: { el: "b", count: "1", type: int },
    a2: { el: "a", count: "1", type: int },
  },
};

export interface Nil {
  readonly a: Int;
  readonly b: Int;
  readonly a2: Int | null;
}
export const Nil: StructCodec<Nil> = {
  kind: "struct",
  name: [tns, "Nil"],
  element: true,
  fields: {
    a: { el: "a", count: "1", type: int },
    b: { el: "b", count: "1", type: int },
    a2: { el: "a", count: "1", nil: true, type: int },
  },
};

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = { elements: { Varying, Nil }, attributes: {}, types: {} };
