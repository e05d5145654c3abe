// Generated from test/cases/xsd/repetition/schema.xsd
// sha256 45b4d56c9e900404f2899a437f55ae32fb1bd76bd4eb50e4c41788028c28db77
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

export interface Path {
  readonly point: readonly Int[];
  readonly line: string;
  readonly label?: string;
}
export const Path: StructCodec<Path> = {
  kind: "struct",
  name: [tns, "Path"],
  fields: {
    point: { el: "point", count: [2, Infinity], type: int },
    line: { el: "line", count: "1", type: string },
    label: { el: "label", count: "?", type: string },
  },
  content: { sequence: [{ key: "point" }, "line", { key: "point" }, "label", { key: "point", count: "*" }] },
};

export const path: ElementCodec<Path> = { kind: "element", name: [tns, "path"], type: Path };

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = {
  elements: { path },
  attributes: {},
  types: { Path: { name: [tns, "Path"], base: [xsNamespace, "anyType"], by: ["restriction"], type: Path } },
};
