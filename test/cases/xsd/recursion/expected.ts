// Generated from test/cases/xsd/recursion/schema.xsd
// sha256 c44c34849ef3e6cda3c74eb95f5efc9047a5bfd0d94f97b353b90913b97d5d38
// Do not edit: change the contract and generate again.
import {
  integer,
  string,
  type ElementCodec,
  type Integer,
  type Schema,
  type StructCodec,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";
const xsNamespace = "http://www.w3.org/2001/XMLSchema";

export interface ExpressionSum {
  readonly Expression: readonly Expression[];
}
export const ExpressionSum: StructCodec<ExpressionSum> = {
  kind: "struct",
  name: [tns, "ExpressionSum"],
  fields: { Expression: { el: "Expression", count: [2, Infinity], type: () => Expression } },
};

export type Expression =
  | { readonly Literal: Integer; readonly Sum?: never }
  | { readonly Literal?: never; readonly Sum: ExpressionSum };
export const Expression: StructCodec<Expression> = {
  kind: "struct",
  name: [tns, "Expression"],
  element: true,
  fields: {
    Literal: { el: "Literal", count: "?", type: integer },
    Sum: { el: "Sum", count: "?", type: ExpressionSum },
  },
  content: { choice: ["Literal", "Sum"] },
};

export interface File {
  readonly Name: string;
  readonly Parent?: Folder;
}
export const File: StructCodec<File> = {
  kind: "struct",
  name: [tns, "File"],
  fields: { Name: { el: "Name", count: "1", type: string }, Parent: { el: "Parent", count: "?", type: () => Folder } },
};

export interface Folder {
  readonly Name: string;
  readonly Folder: readonly Folder[];
  readonly File: readonly File[];
}
export const Folder: StructCodec<Folder> = {
  kind: "struct",
  name: [tns, "Folder"],
  fields: {
    Name: { el: "Name", count: "1", type: string },
    Folder: { el: "Folder", count: "*", type: () => Folder },
    File: { el: "File", count: "*", type: File },
  },
};

export const folder: ElementCodec<Folder> = { kind: "element", name: [tns, "folder"], type: Folder };

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = {
  elements: { Expression, folder },
  attributes: {},
  types: {
    Folder: { name: [tns, "Folder"], base: [xsNamespace, "anyType"], by: ["restriction"], type: Folder },
    File: { name: [tns, "File"], base: [xsNamespace, "anyType"], by: ["restriction"], type: File },
  },
};
