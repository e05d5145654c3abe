// Generated from test/cases/xsd/any/schema.xsd
// sha256 861a57a68e9c9fbc54042b62b536de7ae097d6c3278967e8f4dd352dcf3fc2eb
// Do not edit: change the contract and generate again.
import {
  ID,
  anyType,
  type Schema,
  type StructCodec,
  type XmlAttribute,
  type XmlElement,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";
const otherNamespace = "urn:other";

export interface Envelope {
  readonly Id: ID;
  readonly $any: readonly XmlElement[];
  readonly $attributes: readonly XmlAttribute[];
}
export const Envelope: StructCodec<Envelope> = {
  kind: "struct",
  name: [tns, "Envelope"],
  element: true,
  fields: {
    Id: { el: "Id", count: "1", type: ID },
    $any: { any: { not: tns }, count: "*", process: "lax" },
    $attributes: { anyAttribute: [otherNamespace, ""], process: "skip" },
  },
};

export interface Box {
  readonly Before: XmlElement;
  readonly $any: readonly XmlElement[];
  readonly $attributes: readonly XmlAttribute[];
}
export const Box: StructCodec<Box> = {
  kind: "struct",
  name: [tns, "Box"],
  element: true,
  fields: {
    Before: { el: "Before", count: "1", type: anyType },
    $any: { any: "##any", count: "1", process: "skip" },
    $attributes: { anyAttribute: "##any", process: "strict" },
  },
};

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = { elements: { Envelope, Box }, attributes: {}, types: {} };
