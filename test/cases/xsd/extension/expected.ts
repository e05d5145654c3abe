// Generated from test/cases/xsd/extension/schema.xsd
// sha256 29a473afba59c14c7e7e55437b4fc0d1ee69da51a2e5bc70336d5b16fef64d5f
// Do not edit: change the contract and generate again.
import {
  int,
  language,
  string,
  unsignedShort,
  type ElementCodec,
  type Int,
  type Language,
  type PolyCodec,
  type Schema,
  type StructCodec,
  type UnsignedShort,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";
const xsNamespace = "http://www.w3.org/2001/XMLSchema";

export interface Problem {
  /** Tells the types apart that can stand in one place. */
  readonly $type?: "Problem";
  readonly lang?: Language;
  readonly Code: Int;
  readonly Cause?: AnyProblem;
}
export const Problem: StructCodec<Problem> = {
  kind: "struct",
  name: [tns, "Problem"],
  tag: "Problem",
  fields: {
    lang: { at: "lang", count: "?", type: language },
    Code: { el: "Code", count: "1", type: int },
    Cause: { el: "Cause", count: "?", type: () => AnyProblem },
  },
};

/** A problem with one field. */
export interface FieldProblem {
  /** Tells the types apart that can stand in one place. */
  readonly $type: "FieldProblem";
  readonly lang?: Language;
  readonly row: Int;
  readonly Code: Int;
  readonly Cause?: AnyProblem;
  readonly Field: string | null;
}
export const FieldProblem: StructCodec<FieldProblem> = {
  kind: "struct",
  name: [tns, "FieldProblem"],
  tag: "FieldProblem",
  fields: {
    lang: { at: "lang", count: "?", type: language },
    row: { at: "row", count: "1", type: int },
    Code: { el: "Code", count: "1", type: int },
    Cause: { el: "Cause", count: "?", type: () => AnyProblem },
    Field: { el: "Field", count: "1", nil: true, type: string },
  },
};

export interface CellProblem {
  /** Tells the types apart that can stand in one place. */
  readonly $type: "CellProblem";
  readonly lang?: Language;
  readonly row: Int;
  readonly Code: Int;
  readonly Cause?: AnyProblem;
  readonly Field: string | null;
  readonly Column: readonly UnsignedShort[];
}
export const CellProblem: StructCodec<CellProblem> = {
  kind: "struct",
  name: [tns, "CellProblem"],
  tag: "CellProblem",
  fields: {
    lang: { at: "lang", count: "?", type: language },
    row: { at: "row", count: "1", type: int },
    Code: { el: "Code", count: "1", type: int },
    Cause: { el: "Cause", count: "?", type: () => AnyProblem },
    Field: { el: "Field", count: "1", nil: true, type: string },
    Column: { el: "Column", count: "+", type: unsignedShort },
  },
};

export interface CodeOnly {
  /** Tells the types apart that can stand in one place. */
  readonly $type: "CodeOnly";
  readonly Code: Int;
}
export const CodeOnly: StructCodec<CodeOnly> = {
  kind: "struct",
  name: [tns, "CodeOnly"],
  tag: "CodeOnly",
  fields: { Code: { el: "Code", count: "1", type: int } },
};

/** Problem, or a type derived from it: `$type` tells which. */
export type AnyProblem = Problem | FieldProblem | CellProblem | CodeOnly;
export const AnyProblem: PolyCodec<AnyProblem> = {
  kind: "poly",
  name: [tns, "Problem"],
  types: { Problem, FieldProblem, CellProblem, CodeOnly },
};

/** FieldProblem, or a type derived from it: `$type` tells which. */
export type AnyFieldProblem = FieldProblem | CellProblem;
export const AnyFieldProblem: PolyCodec<AnyFieldProblem> = {
  kind: "poly",
  name: [tns, "FieldProblem"],
  types: { FieldProblem, CellProblem },
};

export interface Report {
  readonly Problem: readonly AnyProblem[];
  readonly First?: AnyFieldProblem;
  readonly Last?: CellProblem;
}
export const Report: StructCodec<Report> = {
  kind: "struct",
  name: [tns, "Report"],
  fields: {
    Problem: { el: "Problem", count: "*", type: AnyProblem },
    First: { el: "First", count: "?", type: AnyFieldProblem },
    Last: { el: "Last", count: "?", type: CellProblem },
  },
};

export const report: ElementCodec<Report> = { kind: "element", name: [tns, "report"], type: Report };

export const problem: ElementCodec<AnyProblem> = { kind: "element", name: [tns, "problem"], type: AnyProblem };

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = {
  elements: { report, problem },
  attributes: {},
  types: {
    Problem: { name: [tns, "Problem"], base: [xsNamespace, "anyType"], by: ["restriction"], type: Problem },
    FieldProblem: { name: [tns, "FieldProblem"], base: [tns, "Problem"], by: ["extension"], type: FieldProblem },
    CellProblem: { name: [tns, "CellProblem"], base: [tns, "FieldProblem"], by: ["extension"], type: CellProblem },
    CodeOnly: { name: [tns, "CodeOnly"], base: [tns, "Problem"], by: ["restriction"], type: CodeOnly },
    Report: { name: [tns, "Report"], base: [xsNamespace, "anyType"], by: ["restriction"], type: Report },
  },
};
