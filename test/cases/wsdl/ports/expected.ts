// Generated from test/cases/wsdl/ports/service.wsdl
// sha256 f9305485a6337fb9d3d0904b91156888b2c9becb64f3affa72e840ffb635e1f4
// Do not edit: change the contract and generate again.
import {
  soap,
  soap12,
  string,
  xml,
  type ElementCodec,
  type SoapService,
  type StructCodec,
  type XmlService,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";

export interface Ping {
  readonly Ping: string;
}
export const Ping: StructCodec<Ping> = {
  kind: "struct",
  name: [tns, "Ping"],
  element: true,
  fields: { Ping: { el: "Ping", count: "1", type: string } },
};

export interface PingResponse {
  readonly Pong: string;
}
export const PingResponse: StructCodec<PingResponse> = {
  kind: "struct",
  name: [tns, "PingResponse"],
  element: true,
  fields: { Pong: { el: "Pong", count: "1", type: string } },
};

export const PingElement: ElementCodec<string> = { kind: "element", name: [tns, "Ping"], type: string };

export const Pong: ElementCodec<string> = { kind: "element", name: [tns, "Pong"], type: string };

/** Answers. */
export interface Ping12 {
  readonly Ping: {
    readonly input: string;
    readonly headers: undefined;
    readonly output: string;
    readonly outputHeaders: undefined;
    readonly faults: {};
  };
}
export const Ping12: SoapService<Ping12> = {
  protocol: soap12,
  name: "Ping12",
  endpoint: "https://ping.example/",
  operations: { Ping: { action: "urn:Ping", input: PingElement, output: Pong, faults: {} } },
};

/** Answers. */
export interface PingService extends Ping12 {}
export const PingService: SoapService<PingService> = {
  protocol: soap,
  name: "Ping.Service",
  endpoint: "https://ping.example/",
  operations: { Ping: { action: "urn:Ping", input: PingElement, output: Pong, faults: {} } },
};

/** Answers. */
export interface PingSecond extends Ping12 {}
export const PingSecond: SoapService<PingSecond> = {
  protocol: soap,
  name: "PingSecond",
  endpoint: "",
  operations: { Ping: { action: "urn:Ping", input: PingElement, output: Pong, faults: {} } },
};

/** Answers. */
export interface PongSoap {
  readonly Pong: {
    readonly input: string;
    readonly headers: undefined;
    readonly output: string;
    readonly outputHeaders: undefined;
    readonly faults: {};
  };
}
export const PongSoap: SoapService<PongSoap> = {
  protocol: soap,
  name: "PongSoap",
  endpoint: "",
  operations: { Pong: { action: "urn:Pong", input: Pong, output: PingElement, faults: {} } },
};

/** Answers. */
export interface PingJms extends Ping12 {}
export const PingJms: SoapService<PingJms> = {
  protocol: soap,
  name: "PingJms",
  endpoint: "https://ping.example/",
  operations: { Ping: { action: "urn:Ping", input: PingElement, output: Pong, faults: {} } },
};

/** Answers. */
export interface PingRpc {
  readonly Ping: {
    readonly input: Ping;
    readonly headers: undefined;
    readonly output: PingResponse;
    readonly outputHeaders: undefined;
    readonly faults: {};
  };
}
export const PingRpc: SoapService<PingRpc> = {
  protocol: soap,
  name: "PingRpc",
  endpoint: "https://ping.example/",
  operations: { Ping: { action: "urn:Ping", rpc: true, input: Ping, output: PingResponse, faults: {} } },
};

/** Answers. */
export interface PingGet {
  readonly Ping: {
    readonly path: undefined;
    readonly query: { readonly p: string };
    readonly headers: undefined;
    readonly input: undefined;
    readonly output: string;
    readonly errors: {};
  };
}
export const PingGet: XmlService<PingGet> = {
  protocol: xml,
  name: "PingGet",
  endpoint: "https://ping.example/",
  operations: {
    Ping: { method: "GET", path: "Ping", parameters: { p: { in: "query", required: true } }, output: Pong, errors: {} },
  },
};
