// Generated from test/cases/xsd/choice/schema.xsd
// sha256 692dd8cf09bf0fa9f071a6eaf221d36566970b3c5c77bdcd77488fb7fb34c655
// Do not edit: change the contract and generate again.
import {
  date,
  int,
  string,
  type CalendarDate,
  type ElementCodec,
  type Int,
  type PolyCodec,
  type Schema,
  type StructCodec,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";
const xsNamespace = "http://www.w3.org/2001/XMLSchema";

export type Either =
  | { readonly this: Int; readonly that?: never }
  | { readonly this?: never; readonly that: Int }
  | { readonly this?: never; readonly that?: never };
export const Either: StructCodec<Either> = {
  kind: "struct",
  name: [tns, "Either"],
  fields: { this: { el: "this", count: "?", type: int }, that: { el: "that", count: "?", type: int } },
  content: { choice: ["this", "that", { sequence: [] }] },
};

export type Contact =
  | {
      readonly kind?: string;
      /** An address. */
      readonly mail: string;
      readonly phone?: never;
      readonly street?: never;
      readonly house?: never;
      readonly note?: never;
    }
  | {
      readonly kind?: string;
      readonly mail?: never;
      readonly phone: readonly string[];
      readonly street?: never;
      readonly house?: never;
      readonly note?: never;
    }
  | {
      readonly kind?: string;
      readonly mail?: never;
      readonly phone?: never;
      readonly street: string;
      readonly house?: Int;
      readonly note?: readonly string[];
    };
export const Contact: StructCodec<Contact> = {
  kind: "struct",
  name: [tns, "Contact"],
  fields: {
    kind: { at: "kind", count: "?", type: string },
    mail: { el: "mail", count: "?", type: string },
    phone: { el: "phone", count: "*", absent: true, type: string },
    street: { el: "street", count: "?", type: string },
    house: { el: "house", count: "?", type: int },
    note: { el: "note", count: [0, 2], absent: true, type: string },
  },
  content: { choice: ["mail", { key: "phone", count: "+" }, { sequence: [{ key: "street" }, "house", "note"] }] },
};

export type Result =
  | {
      readonly id: Int;
      readonly tag: readonly string[];
      readonly value: string | null;
      readonly error?: never;
      readonly end?: CalendarDate;
    }
  | {
      readonly id: Int;
      readonly tag: readonly string[];
      readonly value?: never;
      readonly error: string;
      readonly end?: CalendarDate;
    };
export const Result: StructCodec<Result> = {
  kind: "struct",
  name: [tns, "Result"],
  fields: {
    id: { el: "id", count: "1", type: int },
    tag: { el: "tag", count: "*", type: string },
    value: { el: "value", count: "?", nil: true, type: string },
    error: { el: "error", count: "?", type: string },
    end: { el: "end", count: "?", type: date },
  },
  content: { sequence: ["id", "tag", { choice: ["value", "error"] }, "end"] },
};

export type Maybe =
  | { readonly one: readonly Int[]; readonly two?: never }
  | { readonly one?: never; readonly two?: readonly Int[] };
export const Maybe: StructCodec<Maybe> = {
  kind: "struct",
  name: [tns, "Maybe"],
  fields: {
    one: { el: "one", count: "*", absent: true, type: int },
    two: { el: "two", count: "*", absent: true, type: int },
  },
  content: { choice: [{ key: "one", count: "+" }, "two"], count: "?" },
};

export type Shared =
  | { readonly a: Int; readonly x: readonly Int[]; readonly b?: never }
  | { readonly a?: never; readonly x: readonly Int[]; readonly b: Int };
export const Shared: StructCodec<Shared> = {
  kind: "struct",
  name: [tns, "Shared"],
  fields: {
    a: { el: "a", count: "?", type: int },
    x: { el: "x", count: [0, 3], type: int },
    b: { el: "b", count: "?", type: int },
  },
  content: { choice: [{ sequence: [{ key: "a" }, { key: "x" }] }, { sequence: [{ key: "b" }, "x"] }] },
};

export type Tail =
  | { readonly first: Int; readonly second: Int; readonly third?: Int }
  | { readonly first: Int; readonly second?: never; readonly third?: never };
export const Tail: StructCodec<Tail> = {
  kind: "struct",
  name: [tns, "Tail"],
  fields: {
    first: { el: "first", count: "1", type: int },
    second: { el: "second", count: "?", type: int },
    third: { el: "third", count: "?", type: int },
  },
  content: { sequence: ["first", { sequence: [{ key: "second" }, "third"], count: "?" }] },
};

export interface Single {
  /** Tells the types apart that can stand in one place. */
  readonly $type?: "Single";
  readonly only: Int;
}
export const Single: StructCodec<Single> = {
  kind: "struct",
  name: [tns, "Single"],
  tag: "Single",
  fields: { only: { el: "only", count: "1", type: int } },
};

export type Derived =
  | {
      /** Tells the types apart that can stand in one place. */
      readonly $type: "Derived";
      readonly only: Int;
      readonly left: Int;
      readonly right?: never;
    }
  | { readonly $type: "Derived"; readonly only: Int; readonly left?: never; readonly right: Int };
export const Derived: StructCodec<Derived> = {
  kind: "struct",
  name: [tns, "Derived"],
  tag: "Derived",
  fields: {
    only: { el: "only", count: "1", type: int },
    left: { el: "left", count: "?", type: int },
    right: { el: "right", count: "?", type: int },
  },
  content: { sequence: ["only", { choice: ["left", "right"] }] },
};

/** Single, or a type derived from it: `$type` tells which. */
export type AnySingle = Single | Derived;
export const AnySingle: PolyCodec<AnySingle> = { kind: "poly", name: [tns, "Single"], types: { Single, Derived } };

export const either: ElementCodec<Either> = { kind: "element", name: [tns, "either"], type: Either };

export const contact: ElementCodec<Contact> = { kind: "element", name: [tns, "contact"], type: Contact };

export const result: ElementCodec<Result> = { kind: "element", name: [tns, "result"], type: Result };

export const maybe: ElementCodec<Maybe> = { kind: "element", name: [tns, "maybe"], type: Maybe };

export const shared: ElementCodec<Shared> = { kind: "element", name: [tns, "shared"], type: Shared };

export const tail: ElementCodec<Tail> = { kind: "element", name: [tns, "tail"], type: Tail };

export const single: ElementCodec<AnySingle> = { kind: "element", name: [tns, "single"], type: AnySingle };

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = {
  elements: { either, contact, result, maybe, shared, tail, single },
  attributes: {},
  types: {
    Contact: { name: [tns, "Contact"], base: [xsNamespace, "anyType"], by: ["restriction"], type: Contact },
    Result: { name: [tns, "Result"], base: [xsNamespace, "anyType"], by: ["restriction"], type: Result },
    Maybe: { name: [tns, "Maybe"], base: [xsNamespace, "anyType"], by: ["restriction"], type: Maybe },
    Shared: { name: [tns, "Shared"], base: [xsNamespace, "anyType"], by: ["restriction"], type: Shared },
    Either: { name: [tns, "Either"], base: [xsNamespace, "anyType"], by: ["restriction"], type: Either },
    Tail: { name: [tns, "Tail"], base: [xsNamespace, "anyType"], by: ["restriction"], type: Tail },
    Single: { name: [tns, "Single"], base: [xsNamespace, "anyType"], by: ["restriction"], type: Single },
    Derived: { name: [tns, "Derived"], base: [tns, "Single"], by: ["extension"], type: Derived },
  },
};
