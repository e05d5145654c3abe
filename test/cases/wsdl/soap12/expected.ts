// Generated from test/cases/wsdl/soap12/service.wsdl
// sha256 750c4026dcc4b1399c3e4c2817630671acabcfd13786b253d5769676efce9e03
// Do not edit: change the contract and generate again.
import {
  int,
  soap,
  soap12,
  string,
  type Int,
  type SoapService,
  type StructCodec,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";

export interface Divide {
  readonly a: Int;
  readonly b: Int;
}
export const Divide: StructCodec<Divide> = {
  kind: "struct",
  name: [tns, "Divide"],
  element: true,
  fields: { a: { el: "a", count: "1", type: int }, b: { el: "b", count: "1", type: int } },
};

export interface DivideResponse {
  readonly quotient: Int;
}
export const DivideResponse: StructCodec<DivideResponse> = {
  kind: "struct",
  name: [tns, "DivideResponse"],
  element: true,
  fields: { quotient: { el: "quotient", count: "1", type: int } },
};

/** Header entries of requests. */
export interface DivisionServiceRequestHeaders {
  readonly Session?: string;
}
export const DivisionServiceRequestHeaders: StructCodec<DivisionServiceRequestHeaders> = {
  kind: "struct",
  name: [tns, "DivisionServiceRequestHeaders"],
  fields: { Session: { el: "Session", count: "?", type: string } },
};

export interface DivisionByZero {
  readonly a: Int;
}
export const DivisionByZero: StructCodec<DivisionByZero> = {
  kind: "struct",
  name: [tns, "DivisionByZero"],
  element: true,
  fields: { a: { el: "a", count: "1", type: int } },
};

export interface DivisionSoap12 {
  readonly Divide: {
    readonly input: Divide;
    readonly headers: DivisionServiceRequestHeaders;
    readonly output: DivideResponse;
    readonly outputHeaders: undefined;
    readonly faults: { readonly DivisionByZero: DivisionByZero };
  };
}
export const DivisionSoap12: SoapService<DivisionSoap12> = {
  protocol: soap12,
  name: "DivisionSoap12",
  endpoint: "https://divide.example/12",
  operations: {
    Divide: {
      action: "urn:cases/Divide",
      input: Divide,
      headers: DivisionServiceRequestHeaders,
      output: DivideResponse,
      faults: { DivisionByZero },
    },
  },
};

export interface DivisionService extends DivisionSoap12 {}
export const DivisionService: SoapService<DivisionService> = {
  protocol: soap,
  name: "DivisionService",
  endpoint: "https://divide.example/11",
  operations: {
    Divide: {
      action: "urn:cases/Divide",
      input: Divide,
      headers: DivisionServiceRequestHeaders,
      output: DivideResponse,
      faults: { DivisionByZero },
    },
  },
};
