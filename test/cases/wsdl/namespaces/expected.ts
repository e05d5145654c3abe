// Generated from test/cases/wsdl/namespaces/service.wsdl
// sha256 ac603c6b761916bddecfb66775cd65f9870b055ce4de877be30e07aef0b707e2
// Do not edit: change the contract and generate again.
import { soap, string, type ElementCodec, type SoapService, type StructCodec } from "../../../../src/runtime/index.ts";

const alphaNamespace = "http://example.org/2004/07/Contracts.Alpha";
const betaNamespace = "http://example.org/beta";
const betaNamespace2 = "http://example.org/2004/07/Contracts.Beta";
const tns = "urn:cases";

export interface ResultAlpha {
  readonly a: string;
}
export const ResultAlpha: StructCodec<ResultAlpha> = {
  kind: "struct",
  name: [alphaNamespace, "Result"],
  fields: { a: { el: "a", count: "1", type: string } },
};

export interface ResultType {
  readonly d?: string;
}
export const ResultType: StructCodec<ResultType> = {
  kind: "struct",
  name: [betaNamespace, "Result"],
  element: true,
  fields: { d: { el: "d", ns: "", count: "?", type: string } },
};

export interface ResultBeta {
  readonly b: string;
  readonly Result?: ResultType;
}
export const ResultBeta: StructCodec<ResultBeta> = {
  kind: "struct",
  name: [betaNamespace2, "Result"],
  fields: {
    b: { el: "b", ns: "", count: "1", type: string },
    Result: { el: "Result", ns: betaNamespace, count: "?", type: ResultType },
  },
};

export interface ResultCases {
  readonly c: string;
}
export const ResultCases: StructCodec<ResultCases> = {
  kind: "struct",
  name: [tns, "Result"],
  fields: { c: { el: "c", count: "1", type: string } },
};

export interface Ask {
  readonly One?: ResultAlpha;
  readonly Two?: ResultBeta;
  readonly Three?: ResultCases;
  readonly Result?: ResultAlpha | null;
  readonly ResultElement?: ResultBeta;
}
export const Ask: StructCodec<Ask> = {
  kind: "struct",
  name: [tns, "Ask"],
  element: true,
  fields: {
    One: { el: "One", count: "?", type: ResultAlpha },
    Two: { el: "Two", count: "?", type: ResultBeta },
    Three: { el: "Three", count: "?", type: ResultCases },
    Result: { el: "Result", ns: alphaNamespace, count: "?", nil: true, type: ResultAlpha },
    ResultElement: { el: "Result", ns: betaNamespace2, count: "?", type: ResultBeta },
  },
};

export const Answer: ElementCodec<ResultCases> = { kind: "element", name: [tns, "Answer"], type: ResultCases };

export interface Result {
  readonly Ask: {
    readonly input: Ask;
    readonly headers: undefined;
    readonly output: ResultCases;
    readonly outputHeaders: undefined;
    readonly faults: {};
  };
}
export const Result: SoapService<Result> = {
  protocol: soap,
  name: "Result",
  endpoint: "https://ping.example/",
  operations: { Ask: { action: "urn:Ask", input: Ask, output: Answer, faults: {} } },
};
