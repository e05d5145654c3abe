/** Hand-written tables that hold one of everything, for the tests of the codec. */
import * as xs from "../../src/runtime/codec/index.ts";

/** Namespace of the test tables. */
export const tns = "urn:test";

export type Status = "Queued" | "In Progress" | "50%" | xs.Unrecognized;
export const Status: xs.EnumCodec<Status> = {
  kind: "enum",
  name: [tns, "Status"],
  values: { Queued: true, "In Progress": true, "50%": true },
};

export type Score = xs.Int;
export const Score: xs.RestrictionCodec<Score> = {
  kind: "restriction",
  name: [tns, "Score"],
  base: xs.int,
  facets: { minInclusive: "0", maxInclusive: "100" },
};

export type Code = xs.Flavored<string, "Code">;
export const Code: xs.RestrictionCodec<Code, string> = {
  kind: "restriction",
  name: [tns, "Code"],
  base: xs.string,
  facets: { pattern: [/^[A-Z]{3}$/u], maxLength: 3 },
};

export const Scores: xs.ListCodec<readonly xs.Int[]> = { kind: "list", item: xs.int, facets: { maxLength: 4 } };
export const IntOrStatus: xs.UnionCodec<[xs.Int, Status]> = { kind: "union", members: [xs.int, Status] };

/** Simple content with attributes. */
export interface Money {
  readonly $value: xs.Decimal;
  readonly currency: string;
  readonly unit?: xs.Int;
  readonly kind?: string;
}
export const Money: xs.StructCodec<Money> = {
  kind: "struct",
  name: [tns, "Money"],
  fields: {
    $value: { text: true, type: xs.decimal },
    currency: { at: "currency", count: "1", type: xs.string },
    unit: { at: "unit", count: "?", type: xs.int, default: "1" },
    kind: { at: "kind", ns: "urn:q", count: "?", type: xs.string },
  },
};

export interface Problem {
  readonly Code: xs.Int;
  readonly Message?: string | null;
}
export const Problem: xs.StructCodec<Problem> = {
  kind: "struct",
  name: [tns, "Problem"],
  fields: {
    Code: { el: "Code", count: "1", type: xs.int },
    Message: { el: "Message", count: "?", nil: true, type: xs.string },
  },
};

export type Problems = readonly (Problem | null)[];
export const Problems: xs.WrapperCodec<Problems> = {
  kind: "wrapper",
  name: [tns, "Problems"],
  item: { el: "Problem", count: "*", nil: true, type: Problem },
};

/** One of everything that a plain sequence can hold. */
export interface Job {
  readonly id: xs.Long;
  readonly name?: string | null;
  readonly status?: Status;
  readonly created?: xs.DateTime;
  readonly tags: readonly xs.Token[];
  readonly scores?: readonly xs.Int[];
  readonly size?: xs.Int | Status;
  readonly price?: Money;
  readonly problems?: Problems | null;
  readonly data?: xs.Base64Binary;
  readonly note?: string;
  readonly level?: xs.Int;
  readonly version?: string;
  readonly ref?: xs.QName;
  readonly score?: Score;
  readonly code?: Code;
  readonly ratio?: number;
  readonly constructor_?: boolean;
  readonly child?: Job;
}
export const Job: xs.StructCodec<Job> = {
  kind: "struct",
  name: [tns, "Job"],
  element: true,
  fields: {
    version: { at: "version", count: "?", type: xs.string },
    id: { el: "id", count: "1", type: xs.long },
    name: { el: "name", count: "?", nil: true, type: xs.string },
    status: { el: "status", count: "?", type: Status },
    created: { el: "created", count: "?", type: xs.dateTime },
    tags: { el: "tag", count: "*", type: xs.token },
    scores: { el: "scores", count: "?", type: Scores },
    size: { el: "size", count: "?", type: IntOrStatus },
    price: { el: "price", count: "?", type: Money },
    problems: { el: "problems", count: "?", nil: true, type: Problems },
    data: { el: "data", count: "?", type: xs.base64Binary },
    note: { el: "note", ns: "", count: "?", type: xs.string, default: "none" },
    level: { el: "level", count: "?", type: xs.int, fixed: "7" },
    ref: { el: "ref", count: "?", type: xs.qname },
    score: { el: "score", count: "?", type: Score },
    code: { el: "code", count: "?", type: Code },
    ratio: { el: "ratio", count: "?", type: xs.double },
    constructor_: { el: "constructor", count: "?", type: xs.boolean },
    child: { el: "child", count: "?", type: () => Job },
  },
};

/** A document around content in the test namespace. */
export function jobXml(content: string, attributes = ""): string {
  return `<Job xmlns="${tns}" xmlns:t="${tns}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"${attributes}>${content}</Job>`;
}

/** Required members alone. */
export interface Pair {
  readonly a: xs.Int;
  readonly b: string;
  readonly c: readonly xs.Int[];
}
export const Pair: xs.StructCodec<Pair> = {
  kind: "struct",
  name: [tns, "Pair"],
  element: true,
  fields: {
    a: { el: "a", count: "1", type: xs.int },
    b: { el: "b", count: "1", type: xs.string },
    c: { el: "c", count: [1, 3], type: xs.int },
  },
};

/** A choice: one of two members, or an array. */
export type Choice =
  | { readonly a: xs.Int; readonly b?: never; readonly c?: never }
  | { readonly a?: never; readonly b: string; readonly c?: never }
  | { readonly a?: never; readonly b?: never; readonly c: readonly xs.Int[] };
export const Choice: xs.StructCodec<Choice> = {
  kind: "struct",
  name: [tns, "Choice"],
  element: true,
  fields: {
    a: { el: "a", count: "?", type: xs.int },
    b: { el: "b", count: "?", type: xs.string },
    c: { el: "c", count: "+", absent: true, type: xs.int },
  },
  content: { choice: ["a", "b", "c"] },
};

/** Wildcards for elements and attributes around a declared element. */
export interface Open {
  readonly first?: string;
  readonly $any: readonly xs.XmlElement[];
  readonly last?: string;
  readonly $attributes: readonly xs.XmlAttribute[];
}
export const Open: xs.StructCodec<Open> = {
  kind: "struct",
  name: [tns, "Open"],
  element: true,
  fields: {
    first: { el: "first", count: "?", type: xs.string },
    $any: { any: { not: tns }, count: "*", process: "lax" },
    last: { el: "last", count: "?", type: xs.string },
    $attributes: { anyAttribute: ["urn:x", ""], process: "lax" },
  },
};

/** An abstract type, two derived from it, and an element of it. */
export interface Shape {
  readonly $type?: "Shape";
  readonly label?: string;
}
export interface Circle {
  readonly $type: "Circle";
  readonly label?: string;
  readonly radius: number;
}
export interface Square {
  readonly $type: "Square";
  readonly label?: string;
  readonly side: number;
}
const label = { el: "label", count: "?", type: xs.string } as const;
export const Shape: xs.StructCodec<Shape> = { kind: "struct", name: [tns, "Shape"], tag: "Shape", fields: { label } };
export const Circle: xs.StructCodec<Circle> = {
  kind: "struct",
  name: [tns, "Circle"],
  tag: "Circle",
  fields: { label, radius: { el: "radius", count: "1", type: xs.double } },
};
export const Square: xs.StructCodec<Square> = {
  kind: "struct",
  name: [tns, "SquareType"],
  tag: "Square",
  fields: { label, side: { el: "side", count: "1", type: xs.double } },
};
export type AnyShape = Shape | Circle | Square;
export const AnyShape: xs.PolyCodec<AnyShape> = {
  kind: "poly",
  name: [tns, "Shape"],
  types: { Shape, Circle, Square },
};
export type ConcreteShape = Circle | Square;
export const ConcreteShape: xs.PolyCodec<ConcreteShape> = {
  kind: "poly",
  name: [tns, "Shape"],
  abstract: true,
  types: { Circle, Square },
};
export interface Drawing {
  readonly shape: readonly AnyShape[];
  readonly main?: ConcreteShape;
  readonly extra?: xs.XmlElement;
}
export const Drawing: xs.StructCodec<Drawing> = {
  kind: "struct",
  name: [tns, "Drawing"],
  element: true,
  fields: {
    shape: { el: "shape", count: "*", type: AnyShape },
    main: { el: "main", count: "?", type: ConcreteShape },
    extra: { el: "extra", count: "?", type: xs.anyType },
  },
};
