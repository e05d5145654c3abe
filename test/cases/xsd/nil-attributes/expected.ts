// Generated from test/cases/xsd/nil-attributes/schema.xsd
// sha256 2af3fbfa3f610571c7e8ca3b1a5684698e1e1205a44c9442e37fa65a55a4a248
// Do not edit: change the contract and generate again.
import {
  NMTOKEN,
  decimal,
  double,
  int,
  string,
  type Decimal,
  type ElementCodec,
  type Int,
  type Nilled,
  type PolyCodec,
  type Schema,
  type StructCodec,
  type Tagged,
  type XmlAttribute,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";
const xsNamespace = "http://www.w3.org/2001/XMLSchema";

export interface Length {
  readonly uom: string;
  readonly nilReason?: NMTOKEN;
  readonly level?: Int;
  readonly $value: number;
}
export const Length: StructCodec<Length> = {
  kind: "struct",
  name: [tns, "Length"],
  fields: {
    uom: { at: "uom", count: "1", type: string },
    nilReason: { at: "nilReason", count: "?", type: NMTOKEN },
    level: { at: "level", count: "?", default: "1", type: int },
    $value: { text: true, type: double },
  },
};

export interface Place {
  /** Tells the types apart that can stand in one place. */
  readonly $type?: "Place";
  readonly nilReason?: NMTOKEN;
  readonly Name: string;
  readonly $attributes: readonly XmlAttribute[];
}
export const Place: StructCodec<Place> = {
  kind: "struct",
  name: [tns, "Place"],
  tag: "Place",
  fields: {
    nilReason: { at: "nilReason", count: "?", type: NMTOKEN },
    Name: { el: "Name", count: "1", type: string },
    $attributes: { anyAttribute: { not: tns }, process: "lax" },
  },
};

export interface Harbour {
  /** Tells the types apart that can stand in one place. */
  readonly $type: "Harbour";
  readonly nilReason?: NMTOKEN;
  readonly depth?: Decimal;
  readonly Name: string;
  readonly $attributes: readonly XmlAttribute[];
}
export const Harbour: StructCodec<Harbour> = {
  kind: "struct",
  name: [tns, "Harbour"],
  tag: "Harbour",
  fields: {
    nilReason: { at: "nilReason", count: "?", type: NMTOKEN },
    depth: { at: "depth", count: "?", type: decimal },
    Name: { el: "Name", count: "1", type: string },
    $attributes: { anyAttribute: { not: tns }, process: "lax" },
  },
};

/** Place, or a type derived from it: `$type` tells which. */
export type AnyPlace = Place | Harbour;
export const AnyPlace: PolyCodec<AnyPlace> = { kind: "poly", name: [tns, "Place"], types: { Place, Harbour } };

export interface List {
  readonly Item: readonly string[];
}
export const List: StructCodec<List> = {
  kind: "struct",
  name: [tns, "List"],
  fields: { Item: { el: "Item", count: "+", type: string } },
};

export interface Port {
  readonly Width: Length | Nilled<Length, "uom" | "nilReason" | "level"> | null;
  readonly Place: readonly (AnyPlace | Nilled<AnyPlace, "$type" | "nilReason" | "$attributes" | "depth"> | null)[];
  readonly List?: List | null;
  readonly $content: readonly (
    | Tagged<"Depth", Length | Nilled<Length, "uom" | "nilReason" | "level"> | null>
    | Tagged<"Note", string | null>
  )[];
}
export const Port: StructCodec<Port> = {
  kind: "struct",
  name: [tns, "Port"],
  element: true,
  fields: {
    Width: { el: "Width", count: "1", nil: true, type: Length },
    Place: { el: "Place", count: "*", nil: true, type: AnyPlace },
    List: { el: "List", count: "?", nil: true, type: List },
    $content: {
      items: { Depth: { el: "Depth", nil: true, type: Length }, Note: { el: "Note", nil: true, type: string } },
      content: { choice: ["Depth", "Note"], count: "*" },
    },
  },
};

export const Reading: ElementCodec<Length | Nilled<Length, "uom" | "nilReason" | "level"> | null> = {
  kind: "element",
  name: [tns, "Reading"],
  nil: true,
  type: Length,
};

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = {
  elements: { Port, Reading },
  attributes: {},
  types: {
    Length: { name: [tns, "Length"], base: [xsNamespace, "double"], by: ["extension"], type: Length },
    Place: { name: [tns, "Place"], base: [xsNamespace, "anyType"], by: ["restriction"], type: Place },
    Harbour: { name: [tns, "Harbour"], base: [tns, "Place"], by: ["extension"], type: Harbour },
    List: { name: [tns, "List"], base: [xsNamespace, "anyType"], by: ["restriction"], type: List },
  },
};
