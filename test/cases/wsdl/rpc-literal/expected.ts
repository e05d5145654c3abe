// Generated from test/cases/wsdl/rpc-literal/service.wsdl
// sha256 d277ef3977897cfc4052c57d694df6b0e82ee7aff3560c6bb520dbc0f94fec20
// Do not edit: change the contract and generate again.
import {
  double,
  int,
  soap,
  string,
  type ElementCodec,
  type Int,
  type SoapService,
  type StructCodec,
  type WrapperCodec,
} from "../../../../src/runtime/index.ts";

const dataNamespace = "urn:cases:data";
const rpcNamespace = "urn:cases:rpc";

export interface Point {
  readonly x: Int;
  readonly y: Int;
}
export const Point: StructCodec<Point> = {
  kind: "struct",
  name: [dataNamespace, "Point"],
  fields: { x: { el: "x", count: "1", type: int }, y: { el: "y", count: "1", type: int } },
};

export type ArrayOfPoint = readonly Point[];
export const ArrayOfPoint: WrapperCodec<ArrayOfPoint> = {
  kind: "wrapper",
  name: [dataNamespace, "ArrayOfPoint"],
  item: { el: "Point", count: "*", type: Point },
};

export interface Measure {
  readonly path: ArrayOfPoint;
  readonly unit: string;
}
export const Measure: StructCodec<Measure> = {
  kind: "struct",
  name: [rpcNamespace, "Measure"],
  element: true,
  fields: {
    path: { el: "path", ns: "", count: "1", type: ArrayOfPoint },
    unit: { el: "unit", ns: "", count: "1", type: string },
  },
};

export interface MeasureResponse {
  readonly result: number;
  readonly unit: string;
}
export const MeasureResponse: StructCodec<MeasureResponse> = {
  kind: "struct",
  name: [rpcNamespace, "MeasureResponse"],
  element: true,
  fields: {
    result: { el: "result", ns: "", count: "1", type: double },
    unit: { el: "unit", ns: "", count: "1", type: string },
  },
};

/** Header entries of requests. */
export interface MeasuringServiceRequestHeaders {
  readonly Token?: string;
}
export const MeasuringServiceRequestHeaders: StructCodec<MeasuringServiceRequestHeaders> = {
  kind: "struct",
  name: [dataNamespace, "MeasuringServiceRequestHeaders"],
  fields: { Token: { el: "Token", count: "?", type: string } },
};

export interface Reset {}
export const Reset: StructCodec<Reset> = { kind: "struct", name: [rpcNamespace, "Reset"], element: true, fields: {} };

export interface ResetResponse {}
export const ResetResponse: StructCodec<ResetResponse> = {
  kind: "struct",
  name: [rpcNamespace, "ResetResponse"],
  element: true,
  fields: {},
};

export const Refusal: ElementCodec<string> = { kind: "element", name: [dataNamespace, "Refusal"], type: string };

export interface MeasuringService {
  /** Length of a path. */
  readonly Measure: {
    readonly input: Measure;
    readonly headers: MeasuringServiceRequestHeaders;
    readonly output: MeasureResponse;
    readonly outputHeaders: undefined;
    readonly faults: { readonly Refusal: string };
  };
  readonly Reset: {
    readonly input: Reset;
    readonly headers: undefined;
    readonly output: ResetResponse;
    readonly outputHeaders: undefined;
    readonly faults: {};
  };
}
export const MeasuringService: SoapService<MeasuringService> = {
  protocol: soap,
  name: "MeasuringService",
  endpoint: "https://measure.example/",
  operations: {
    Measure: {
      action: "urn:cases/Measure",
      input: Measure,
      headers: MeasuringServiceRequestHeaders,
      output: MeasureResponse,
      faults: { Refusal },
    },
    Reset: { action: "", input: Reset, output: ResetResponse, faults: {} },
  },
};
