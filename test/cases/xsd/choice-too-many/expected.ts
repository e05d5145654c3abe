// Generated from test/cases/xsd/choice-too-many/schema.xsd
// sha256 fda233e2e0b119aaaeec6cb8b8819714a5978a511678f36311db30620747b1ae
// Do not edit: change the contract and generate again.
import { int, type Int, type Schema, type StructCodec } from "../../../../src/runtime/index.ts";

const tns = "urn:cases";

/**
 * Not all of these members can stand together. There are too many combinations to list them as types: the codec alone
 * checks them.
 */
export interface Switches {
  readonly a0?: Int;
  readonly b0?: readonly Int[];
  readonly a1?: Int;
  readonly b1?: readonly Int[];
  readonly a2?: Int;
  readonly b2?: readonly Int[];
  readonly a3?: Int;
  readonly b3?: readonly Int[];
  readonly a4?: Int;
  readonly b4?: readonly Int[];
  readonly a5?: Int;
  readonly b5?: readonly Int[];
}
export const Switches: StructCodec<Switches> = {
  kind: "struct",
  name: [tns, "Switches"],
  element: true,
  fields: {
    a0: { el: "a0", count: "?", type: int },
    b0: { el: "b0", count: "*", absent: true, type: int },
    a1: { el: "a1", count: "?", type: int },
    b1: { el: "b1", count: "*", absent: true, type: int },
    a2: { el: "a2", count: "?", type: int },
    b2: { el: "b2", count: "*", absent: true, type: int },
    a3: { el: "a3", count: "?", type: int },
    b3: { el: "b3", count: "*", absent: true, type: int },
    a4: { el: "a4", count: "?", type: int },
    b4: { el: "b4", count: "*", absent: true, type: int },
    a5: { el: "a5", count: "?", type: int },
    b5: { el: "b5", count: "*", absent: true, type: int },
  },
  content: {
    sequence: [
      { choice: ["a0", { key: "b0", count: "+" }] },
      { choice: ["a1", { key: "b1", count: "+" }] },
      { choice: ["a2", { key: "b2", count: "+" }] },
      { choice: ["a3", { key: "b3", count: "+" }] },
      { choice: ["a4", { key: "b4", count: "+" }] },
      { choice: ["a5", { key: "b5", count: "+" }] },
    ],
  },
};

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = { elements: { Switches }, attributes: {}, types: {} };
