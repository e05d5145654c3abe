// Generated from test/cases/xsd/wrapper/schema.xsd
// sha256 8bff4a475905e72cd6559a85df2e7c4065de97f43b6a31769cf8a7187eeebddf
// Do not edit: change the contract and generate again.
import {
  int,
  long,
  string,
  type Int,
  type Long,
  type Schema,
  type StructCodec,
  type WrapperCodec,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";
const xsNamespace = "http://www.w3.org/2001/XMLSchema";

export interface Item {
  readonly Id: Long;
  readonly Parts?: ArrayOfItem;
}
export const Item: StructCodec<Item> = {
  kind: "struct",
  name: [tns, "Item"],
  fields: { Id: { el: "Id", count: "1", type: long }, Parts: { el: "Parts", count: "?", type: () => ArrayOfItem } },
};

/** The items, in no order. */
export type ArrayOfItem = readonly (Item | null)[];
export const ArrayOfItem: WrapperCodec<ArrayOfItem> = {
  kind: "wrapper",
  name: [tns, "ArrayOfItem"],
  item: { el: "Item", count: "*", nil: true, type: Item },
};

export type ArrayOfint = readonly Int[];
export const ArrayOfint: WrapperCodec<ArrayOfint> = {
  kind: "wrapper",
  name: [tns, "ArrayOfint"],
  item: { el: "int", count: [1, 3], type: int },
};

export type ArrayOfArrayOfint = readonly ArrayOfint[];
export const ArrayOfArrayOfint: WrapperCodec<ArrayOfArrayOfint> = {
  kind: "wrapper",
  name: [tns, "ArrayOfArrayOfint"],
  item: { el: "ArrayOfint", count: "*", type: ArrayOfint },
};

/** It has an attribute: an array has no place for it. */
export interface ArrayOfNamed {
  readonly total?: Int;
  readonly Name: readonly string[];
}
export const ArrayOfNamed: StructCodec<ArrayOfNamed> = {
  kind: "struct",
  name: [tns, "ArrayOfNamed"],
  fields: { total: { at: "total", count: "?", type: int }, Name: { el: "Name", count: "+", type: string } },
};

export interface ArrayOfOne {
  readonly One: string;
}
export const ArrayOfOne: StructCodec<ArrayOfOne> = {
  kind: "struct",
  name: [tns, "ArrayOfOne"],
  fields: { One: { el: "One", count: "1", type: string } },
};

export interface Order {
  readonly Items?: ArrayOfItem | null;
  readonly Matrix?: ArrayOfArrayOfint;
  readonly Names?: ArrayOfNamed;
  readonly One?: ArrayOfOne;
}
export const Order: StructCodec<Order> = {
  kind: "struct",
  name: [tns, "Order"],
  element: true,
  fields: {
    Items: { el: "Items", count: "?", nil: true, type: ArrayOfItem },
    Matrix: { el: "Matrix", count: "?", type: ArrayOfArrayOfint },
    Names: { el: "Names", count: "?", type: ArrayOfNamed },
    One: { el: "One", count: "?", type: ArrayOfOne },
  },
};

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = {
  elements: { Order },
  attributes: {},
  types: {
    ArrayOfItem: { name: [tns, "ArrayOfItem"], base: [xsNamespace, "anyType"], by: ["restriction"], type: ArrayOfItem },
    Item: { name: [tns, "Item"], base: [xsNamespace, "anyType"], by: ["restriction"], type: Item },
    ArrayOfArrayOfint: {
      name: [tns, "ArrayOfArrayOfint"],
      base: [xsNamespace, "anyType"],
      by: ["restriction"],
      type: ArrayOfArrayOfint,
    },
    ArrayOfint: { name: [tns, "ArrayOfint"], base: [xsNamespace, "anyType"], by: ["restriction"], type: ArrayOfint },
    ArrayOfNamed: {
      name: [tns, "ArrayOfNamed"],
      base: [xsNamespace, "anyType"],
      by: ["restriction"],
      type: ArrayOfNamed,
    },
    ArrayOfOne: { name: [tns, "ArrayOfOne"], base: [xsNamespace, "anyType"], by: ["restriction"], type: ArrayOfOne },
  },
};
