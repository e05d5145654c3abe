// Generated from test/cases/xsd/all/schema.xsd
// sha256 e03f952a2a3ecda19b0edf9b18d94d885c10976b935d5e8c1ac60c2cafa138a5
// Do not edit: change the contract and generate again.
import {
  int,
  string,
  type ElementCodec,
  type Int,
  type Schema,
  type StructCodec,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";
const xsNamespace = "http://www.w3.org/2001/XMLSchema";

export interface Settings {
  readonly color: string;
  readonly width?: Int;
  readonly height?: Int;
}
export const Settings: StructCodec<Settings> = {
  kind: "struct",
  name: [tns, "Settings"],
  fields: {
    color: { el: "color", count: "1", type: string },
    width: { el: "width", count: "?", type: int },
    height: { el: "height", count: "?", type: int },
  },
  content: { all: ["color", "width", "height"] },
};

export type options =
  | { readonly a: Int; readonly b: Int }
  | { readonly a?: never; readonly b?: never };
export const options: StructCodec<options> = {
  kind: "struct",
  name: [tns, "options"],
  element: true,
  fields: { a: { el: "a", count: "?", type: int }, b: { el: "b", count: "?", type: int } },
  content: { all: [{ key: "a" }, { key: "b" }], count: "?" },
};

export const settings: ElementCodec<Settings> = { kind: "element", name: [tns, "settings"], type: Settings };

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = {
  elements: { options, settings },
  attributes: {},
  types: { Settings: { name: [tns, "Settings"], base: [xsNamespace, "anyType"], by: ["restriction"], type: Settings } },
};
