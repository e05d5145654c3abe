// Generated from test/cases/xsd/union/schema.xsd
// sha256 57dd04e4f82c9efd0efe5cf38627ad778b6241b5e4b5554df679b452f6a769c7
// Do not edit: change the contract and generate again.
import {
  anyURI,
  base64Binary,
  boolean,
  date,
  dateTime,
  duration,
  gYear,
  hexBinary,
  negativeInteger,
  positiveInteger,
  string,
  type AnyURI,
  type Base64Binary,
  type CalendarDate,
  type DateTime,
  type Duration,
  type EnumCodec,
  type GYear,
  type HexBinary,
  type ListCodec,
  type NegativeInteger,
  type PositiveInteger,
  type RestrictionCodec,
  type Schema,
  type StructCodec,
  type UnionCodec,
  type Unrecognized,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";
const xsNamespace = "http://www.w3.org/2001/XMLSchema";

export type SizeName =
  | "small"
  | "large"
  | Unrecognized;
export const SizeName: EnumCodec<SizeName> = {
  kind: "enum",
  name: [tns, "SizeName"],
  values: { small: true, large: true },
  facets: { space: "collapse" },
};

export type SizeMember3 = readonly CalendarDate[];
export const SizeMember3: ListCodec<SizeMember3> = { kind: "list", item: date };

export type Size = PositiveInteger | SizeName | SizeMember3;
export const Size: UnionCodec<[PositiveInteger, SizeName, SizeMember3]> = {
  kind: "union",
  name: [tns, "Size"],
  members: [positiveInteger, SizeName, SizeMember3],
};

export type Long =
  | boolean
  | PositiveInteger
  | NegativeInteger
  | DateTime
  | Duration
  | HexBinary
  | Base64Binary
  | AnyURI;
export const Long: UnionCodec<[
  boolean,
  PositiveInteger,
  NegativeInteger,
  DateTime,
  Duration,
  HexBinary,
  Base64Binary,
  AnyURI,
]> = {
  kind: "union",
  name: [tns, "Long"],
  members: [boolean, positiveInteger, negativeInteger, dateTime, duration, hexBinary, base64Binary, anyURI],
};

/** A size out of a few. */
export type FixedSize = Size;
export const FixedSize: RestrictionCodec<FixedSize> = {
  kind: "restriction",
  name: [tns, "FixedSize"],
  base: Size,
  facets: { enumeration: ["1", "small"] },
};

export type AnyName = SizeName | GYear;
export const AnyName: UnionCodec<[SizeName, GYear]> = {
  kind: "union",
  name: [tns, "AnyName"],
  members: [SizeName, gYear],
};

export type Sizes = readonly AnyName[];
export const Sizes: ListCodec<Sizes> = { kind: "list", name: [tns, "Sizes"], item: AnyName };

export type OpenName = SizeName | string;
export const OpenName: UnionCodec<[SizeName, string]> = {
  kind: "union",
  name: [tns, "OpenName"],
  members: [SizeName, string],
};

export interface Shirt {
  readonly size?: Size;
  readonly long?: Long;
  readonly Size: readonly Size[];
  readonly Fixed?: FixedSize;
  readonly Sizes?: Sizes;
  readonly Name?: OpenName;
}
export const Shirt: StructCodec<Shirt> = {
  kind: "struct",
  name: [tns, "Shirt"],
  element: true,
  fields: {
    size: { at: "size", count: "?", type: Size },
    long: { at: "long", count: "?", type: Long },
    Size: { el: "Size", count: "+", type: Size },
    Fixed: { el: "Fixed", count: "?", type: FixedSize },
    Sizes: { el: "Sizes", count: "?", type: Sizes },
    Name: { el: "Name", count: "?", type: OpenName },
  },
};

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = {
  elements: { Shirt },
  attributes: {},
  types: {
    Size: { name: [tns, "Size"], base: [xsNamespace, "anySimpleType"], by: ["restriction"], type: Size },
    SizeName: { name: [tns, "SizeName"], base: [xsNamespace, "token"], by: ["restriction"], type: SizeName },
    FixedSize: { name: [tns, "FixedSize"], base: [tns, "Size"], by: ["restriction"], type: FixedSize },
    AnyName: { name: [tns, "AnyName"], base: [xsNamespace, "anySimpleType"], by: ["restriction"], type: AnyName },
    Sizes: { name: [tns, "Sizes"], base: [xsNamespace, "anySimpleType"], by: ["restriction"], type: Sizes },
    OpenName: { name: [tns, "OpenName"], base: [xsNamespace, "anySimpleType"], by: ["restriction"], type: OpenName },
    Long: { name: [tns, "Long"], base: [xsNamespace, "anySimpleType"], by: ["restriction"], type: Long },
  },
};
