// Generated from test/cases/wsdl/rpc-literal/service.wsdl
// sha256 8e81407dbe2ba2e6ad34fa6fb418bcd9817c3a780931d9843557ad242b9f5bab
// Do not edit: change the contract and generate again.
import {
  date,
  double,
  int,
  soap,
  string,
  type CalendarDate,
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

/** Header entries of answers. */
export interface MeasuringServiceResponseHeaders {
  readonly Expired?: CalendarDate;
}
export const MeasuringServiceResponseHeaders: StructCodec<MeasuringServiceResponseHeaders> = {
  kind: "struct",
  name: [dataNamespace, "MeasuringServiceResponseHeaders"],
  fields: { Expired: { el: "Expired", count: "?", type: date } },
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
    readonly outputHeaders: MeasuringServiceResponseHeaders;
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
      rpc: true,
      input: Measure,
      headers: MeasuringServiceRequestHeaders,
      output: MeasureResponse,
      outputHeaders: MeasuringServiceResponseHeaders,
      faults: { Refusal },
    },
    Reset: { action: "", rpc: true, input: Reset, output: ResetResponse, faults: {} },
  },
};
