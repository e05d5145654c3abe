// Generated from test/cases/xsd/ordered/schema.xsd
// sha256 e2daabca2efba7c8ed7741a22f34ce126c44d5dca4c60f3e9150b2c4d5a69d05
// Do not edit: change the contract and generate again.
import { int, string, type Int, type Schema, type StructCodec, type Tagged } from "../../../../src/runtime/index.ts";

const tns = "urn:cases";

export interface Log {
  readonly $content: readonly (Tagged<"info", string> | Tagged<"error", string>)[];
}
export const Log: StructCodec<Log> = {
  kind: "struct",
  name: [tns, "Log"],
  element: true,
  fields: {
    $content: {
      items: { info: { el: "info", type: string }, error: { el: "error", type: string } },
      content: { choice: ["info", "error"], count: "+" },
    },
  },
};

export interface Table {
  readonly $content: readonly (Tagged<"key", string> | Tagged<"value", string>)[];
}
export const Table: StructCodec<Table> = {
  kind: "struct",
  name: [tns, "Table"],
  element: true,
  fields: {
    $content: {
      items: { key: { el: "key", type: string }, value: { el: "value", type: string } },
      content: { sequence: ["key", "value"], count: [0, 9] },
    },
  },
};

export interface Pairs {
  readonly $content: readonly Tagged<"pair", string>[];
}
export const Pairs: StructCodec<Pairs> = {
  kind: "struct",
  name: [tns, "Pairs"],
  element: true,
  fields: {
    $content: {
      items: { pair: { el: "pair", type: string } },
      content: { sequence: [{ key: "pair", count: [2, 2] }], count: [0, 9] },
    },
  },
};

export interface ReportRule {}
export const ReportRule: StructCodec<ReportRule> = { kind: "struct", name: ["", "ReportRule"], fields: {} };

export interface Report {
  readonly head: string;
  readonly $content: readonly (Tagged<"row", Int> | Tagged<"rule", ReportRule>)[];
  readonly foot?: string;
}
export const Report: StructCodec<Report> = {
  kind: "struct",
  name: [tns, "Report"],
  element: true,
  fields: {
    head: { el: "head", count: "1", type: string },
    $content: {
      items: { row: { el: "row", type: int }, rule: { el: "rule", type: ReportRule } },
      content: { choice: ["row", "rule"], count: "*" },
    },
    foot: { el: "foot", count: "?", type: string },
  },
};

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = { elements: { Log, Table, Pairs, Report }, attributes: {}, types: {} };
