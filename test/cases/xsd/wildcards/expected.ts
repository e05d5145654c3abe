// Generated from test/cases/xsd/wildcards/schema.xsd
// sha256 324230de39f032d3c53a20d36711a5691efead2782cb6a3d0e32db4c58e7b9a0
// Do not edit: change the contract and generate again.
import { string, type Schema, type StructCodec, type XmlElement } from "../../../../src/runtime/index.ts";

const urnNamespace = "urn:a";
const urnNamespace2 = "urn:b";
const tns = "urn:cases";

export interface Open {
  readonly $any: readonly XmlElement[];
  readonly x: string;
  readonly $any2: readonly XmlElement[];
}
export const Open: StructCodec<Open> = {
  kind: "struct",
  name: [tns, "Open"],
  element: true,
  fields: {
    $any: { any: [urnNamespace], count: "1", process: "skip" },
    x: { el: "x", count: "1", type: string },
    $any2: { any: [urnNamespace2], count: "1", process: "skip" },
  },
};

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = { elements: { Open }, attributes: {}, types: {} };
