// Generated from test/cases/xsd/declarations/schema.xsd
// sha256 752462924e8b1c565862f93fa0680d3dc907b0d01e2abdc4c4442fc6142b9f2b
// Do not edit: change the contract and generate again.
import {
  anyType,
  decimal,
  int,
  string,
  type ElementCodec,
  type Int,
  type RestrictionCodec,
  type Schema,
  type StructCodec,
  type XmlAttribute,
  type XmlElement,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";
const xsNamespace = "http://www.w3.org/2001/XMLSchema";

export type Grade = Int;
export const Grade: RestrictionCodec<Grade> = {
  kind: "restriction",
  name: [tns, "Grade"],
  base: int,
  facets: { minInclusive: "1", maxInclusive: "6" },
};

export interface EnvelopeOpen {
  readonly $any: readonly XmlElement[];
}
export const EnvelopeOpen: StructCodec<EnvelopeOpen> = {
  kind: "struct",
  name: ["", "EnvelopeOpen"],
  fields: { $any: { any: "##any", count: "*", process: "lax" } },
};

export interface Envelope {
  readonly grade: Grade;
  readonly fixed?: Grade;
  readonly free?: XmlElement;
  readonly open?: EnvelopeOpen;
  readonly $attributes: readonly XmlAttribute[];
}
export const Envelope: StructCodec<Envelope> = {
  kind: "struct",
  name: [tns, "Envelope"],
  element: true,
  fields: {
    grade: { el: "grade", count: "1", type: Grade },
    fixed: { el: "fixed", count: "?", block: ["restriction"], type: Grade },
    free: { el: "free", count: "?", type: anyType },
    open: { el: "open", count: "?", type: EnvelopeOpen },
    $attributes: { anyAttribute: "##any", process: "lax" },
  },
};

export interface Sealed {
  readonly $any: readonly XmlElement[];
}
export const Sealed: StructCodec<Sealed> = {
  kind: "struct",
  name: [tns, "Sealed"],
  element: true,
  fields: { $any: { any: "##any", count: "1", process: "strict" } },
};

export type Best = Int;
export const Best: RestrictionCodec<Best> = {
  kind: "restriction",
  name: [tns, "Best"],
  base: int,
  facets: { minInclusive: "1", maxInclusive: "1" },
};

export interface Noted {
  readonly note: string;
  readonly $value: Grade;
}
export const Noted: StructCodec<Noted> = {
  kind: "struct",
  name: [tns, "Noted"],
  fields: { note: { at: "note", count: "1", type: string }, $value: { text: true, type: Grade } },
};

export const grade: ElementCodec<Grade> = { kind: "element", name: [tns, "grade"], type: Grade };

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = {
  elements: { Envelope, Sealed, grade },
  abstract: [[tns, "hidden"]],
  attributes: { weight: { name: [tns, "weight"], type: decimal } },
  types: {
    Grade: { name: [tns, "Grade"], base: [xsNamespace, "int"], by: ["restriction"], type: Grade },
    Best: { name: [tns, "Best"], base: [tns, "Grade"], by: ["restriction"], type: Best },
    Noted: { name: [tns, "Noted"], base: [tns, "Grade"], by: ["extension"], type: Noted },
  },
};
