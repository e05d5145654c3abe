// Generated from test/cases/xsd/enumeration/schema.xsd
// sha256 17648fa99b15ef57f07fb3f198dade410eec32391263c6fe10aba30ce313555e
// Do not edit: change the contract and generate again.
import {
  decimal,
  int,
  qname,
  type Decimal,
  type EnumCodec,
  type Int,
  type QName,
  type RestrictionCodec,
  type Schema,
  type StructCodec,
  type Unrecognized,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";
const xsNamespace = "http://www.w3.org/2001/XMLSchema";

export type JobMode =
  | "strict"
  | "lax"
  | Unrecognized;
export const JobMode: EnumCodec<JobMode> = { kind: "enum", values: { strict: true, lax: true } };

/** Where a job stands. */
export type State =
  /** It runs. */
  | "In Progress"
  | "50%"
  | ""
  | "\"quoted\" \\ back"
  | "__proto__"
  | "constructor"
  | "2"
  | "1"
  | "größer"
  | Unrecognized;
export const State: EnumCodec<State> = {
  kind: "enum",
  name: [tns, "State"],
  values: {
    "In Progress": true,
    "50%": true,
    "": true,
    "\"quoted\" \\ back": true,
    ["__proto__"]: true,
    constructor: true,
    "2": true,
    "1": true,
    größer: true,
  },
};

export type FinalState =
  | "1"
  | "2"
  | Unrecognized;
export const FinalState: EnumCodec<FinalState> = {
  kind: "enum",
  name: [tns, "FinalState"],
  values: { "1": true, "2": true },
};

export type Size =
  | "very large"
  | "small"
  | Unrecognized;
export const Size: EnumCodec<Size> = {
  kind: "enum",
  name: [tns, "Size"],
  values: { "very large": true, small: true },
  facets: { space: "collapse" },
};

export type Level = Int;
export const Level: RestrictionCodec<Level> = {
  kind: "restriction",
  name: [tns, "Level"],
  base: int,
  facets: { enumeration: ["1", "10"] },
};

export type Share = Decimal;
export const Share: RestrictionCodec<Share> = {
  kind: "restriction",
  name: [tns, "Share"],
  base: decimal,
  facets: { enumeration: ["0.5", "1.0"] },
};

export type FaultCode = QName;
export const FaultCode: RestrictionCodec<FaultCode> = {
  kind: "restriction",
  name: [tns, "FaultCode"],
  base: qname,
  facets: { enumeration: ["{urn:cases}State", "{http://www.w3.org/2001/XMLSchema}int"] },
};

export type JobAnswer =
  | "yes"
  | "no"
  | Unrecognized;
export const JobAnswer: EnumCodec<JobAnswer> = {
  kind: "enum",
  values: { yes: true, no: true },
  facets: { space: "collapse" },
};

export interface Job {
  readonly mode?: JobMode;
  readonly State: readonly State[];
  readonly Final?: FinalState;
  readonly Size?: Size;
  readonly Level?: Level;
  readonly Share?: Share;
  readonly Fault?: FaultCode;
  readonly Answer?: JobAnswer;
}
export const Job: StructCodec<Job> = {
  kind: "struct",
  name: [tns, "Job"],
  element: true,
  fields: {
    mode: { at: "mode", count: "?", type: JobMode },
    State: { el: "State", count: "+", type: State },
    Final: { el: "Final", count: "?", type: FinalState },
    Size: { el: "Size", count: "?", type: Size },
    Level: { el: "Level", count: "?", type: Level },
    Share: { el: "Share", count: "?", type: Share },
    Fault: { el: "Fault", count: "?", type: FaultCode },
    Answer: { el: "Answer", count: "?", type: JobAnswer },
  },
};

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = {
  elements: { Job },
  attributes: {},
  types: {
    State: { name: [tns, "State"], base: [xsNamespace, "string"], by: ["restriction"], type: State },
    FinalState: { name: [tns, "FinalState"], base: [tns, "State"], by: ["restriction"], type: FinalState },
    Size: { name: [tns, "Size"], base: [xsNamespace, "token"], by: ["restriction"], type: Size },
    Level: { name: [tns, "Level"], base: [xsNamespace, "int"], by: ["restriction"], type: Level },
    Share: { name: [tns, "Share"], base: [xsNamespace, "decimal"], by: ["restriction"], type: Share },
    FaultCode: { name: [tns, "FaultCode"], base: [xsNamespace, "QName"], by: ["restriction"], type: FaultCode },
  },
};
