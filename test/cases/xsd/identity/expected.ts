// Generated from test/cases/xsd/identity/schema.xsd
// sha256 c9c9be6696be7e9834cb096d2f00061fa517d8be96d7f11abc719774cf5322c0
// Do not edit: change the contract and generate again.
import {
  ID,
  IDREFS,
  decimal,
  int,
  token,
  type Decimal,
  type ElementCodec,
  type IDREF,
  type Int,
  type Schema,
  type StructCodec,
  type Token,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";

export interface ShopItem {
  readonly number: Int;
  readonly mark?: ID;
  readonly price: Decimal;
  readonly tag: readonly Token[];
}
export const ShopItem: StructCodec<ShopItem> = {
  kind: "struct",
  name: [tns, "ShopItem"],
  fields: {
    number: { at: "number", count: "1", type: int },
    mark: { at: "mark", count: "?", type: ID },
    price: { el: "price", count: "1", type: decimal },
    tag: { el: "tag", count: "*", type: token },
  },
};

export interface ShopOrder {
  readonly of: Decimal;
  readonly marks?: readonly IDREF[];
}
export const ShopOrder: StructCodec<ShopOrder> = {
  kind: "struct",
  name: ["", "ShopOrder"],
  fields: { of: { at: "of", count: "1", type: decimal }, marks: { at: "marks", count: "?", type: IDREFS } },
};

export interface Shop {
  readonly item: readonly ShopItem[];
  readonly order: readonly ShopOrder[];
}
export const Shop: StructCodec<Shop> = {
  kind: "struct",
  name: [tns, "Shop"],
  fields: {
    item: {
      el: "item",
      count: "+",
      keys: [{ kind: "unique", name: [tns, "tags"], selector: [{ steps: [[tns, "tag"]] }], fields: [[{ steps: [] }]] }],
      type: ShopItem,
    },
    order: { el: "order", count: "*", type: ShopOrder },
  },
};

export const ShopElement: ElementCodec<Shop> = {
  kind: "element",
  name: [tns, "Shop"],
  keys: [
    {
      kind: "key",
      name: [tns, "numbers"],
      selector: [{ steps: [[tns, "item"]] }],
      fields: [[{ steps: [], attribute: ["", "number"] }]],
    },
    {
      kind: "unique",
      name: [tns, "prices"],
      selector: [{ anywhere: true, steps: [[tns, "item"]] }],
      fields: [[{ steps: [[tns, "price"]] }]],
    },
    {
      kind: "keyref",
      name: [tns, "orders"],
      refer: [tns, "numbers"],
      selector: [{ steps: [[tns, "order"]] }],
      fields: [[{ steps: [], attribute: ["", "of"] }]],
    },
  ],
  type: Shop,
};

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = { elements: { ShopElement }, attributes: {}, types: {} };
