// Generated from test/cases/xsd/abstract/schema.xsd
// sha256 a0ded512153bffa6f06713d8dfbed138d3aa51d46e64157119185a2d00a9b462
// Do not edit: change the contract and generate again.
import {
  double,
  float,
  string,
  type Float,
  type PolyCodec,
  type Schema,
  type StructCodec,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";
const xsNamespace = "http://www.w3.org/2001/XMLSchema";

export interface Circle {
  /** Tells the types apart that can stand in one place. */
  readonly $type: "Circle";
  readonly Label?: string;
  readonly Radius: number;
}
export const Circle: StructCodec<Circle> = {
  kind: "struct",
  name: [tns, "Circle"],
  tag: "Circle",
  fields: { Label: { el: "Label", count: "?", type: string }, Radius: { el: "Radius", count: "1", type: double } },
};

export interface Square {
  /** Tells the types apart that can stand in one place. */
  readonly $type: "Square";
  readonly Label?: string;
  readonly Side: Float;
}
export const Square: StructCodec<Square> = {
  kind: "struct",
  name: [tns, "Square"],
  tag: "Square",
  fields: { Label: { el: "Label", count: "?", type: string }, Side: { el: "Side", count: "1", type: float } },
};

/** Shape, or a type derived from it: `$type` tells which. */
export type AnyShape = Circle | Square;
export const AnyShape: PolyCodec<AnyShape> = {
  kind: "poly",
  name: [tns, "Shape"],
  abstract: true,
  types: { Circle, Square },
};

/** Round, or a type derived from it: `$type` tells which. */
export type AnyRound = Circle;
export const AnyRound: PolyCodec<AnyRound> = { kind: "poly", name: [tns, "Round"], abstract: true, types: { Circle } };

/** Unknown, or a type derived from it: `$type` tells which. */
export type AnyUnknown = never;
export const AnyUnknown: PolyCodec<AnyUnknown> = { kind: "poly", name: [tns, "Unknown"], abstract: true, types: {} };

export interface Drawing {
  readonly Shape: readonly AnyShape[];
  readonly Round?: AnyRound;
  readonly Unknown?: AnyUnknown;
}
export const Drawing: StructCodec<Drawing> = {
  kind: "struct",
  name: [tns, "Drawing"],
  element: true,
  fields: {
    Shape: { el: "Shape", count: "+", type: AnyShape },
    Round: { el: "Round", count: "?", type: AnyRound },
    Unknown: { el: "Unknown", count: "?", type: AnyUnknown },
  },
};

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = {
  elements: { Drawing },
  attributes: {},
  types: {
    Shape: { name: [tns, "Shape"], base: [xsNamespace, "anyType"], by: ["restriction"] },
    Round: { name: [tns, "Round"], base: [tns, "Shape"], by: ["extension"] },
    Circle: { name: [tns, "Circle"], base: [tns, "Round"], by: ["extension"], type: Circle },
    Square: { name: [tns, "Square"], base: [tns, "Shape"], by: ["extension"], type: Square },
    Unknown: { name: [tns, "Unknown"], base: [xsNamespace, "anyType"], by: ["restriction"] },
  },
};
