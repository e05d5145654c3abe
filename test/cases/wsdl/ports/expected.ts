// Generated from test/cases/wsdl/ports/service.wsdl
// sha256 f9305485a6337fb9d3d0904b91156888b2c9becb64f3affa72e840ffb635e1f4
// Do not edit: change the contract and generate again.
import { soap, string, type ElementCodec, type SoapService } from "../../../../src/runtime/index.ts";

const tns = "urn:cases";

export const Ping: ElementCodec<string> = { kind: "element", name: [tns, "Ping"], type: string };

export const Pong: ElementCodec<string> = { kind: "element", name: [tns, "Pong"], type: string };

/** Answers. */
export interface PingService {
  readonly Ping: {
    readonly input: string;
    readonly headers: undefined;
    readonly output: string;
    readonly outputHeaders: undefined;
    readonly faults: {};
  };
}
export const PingService: SoapService<PingService> = {
  protocol: soap,
  name: "Ping.Service",
  endpoint: "https://ping.example/",
  operations: { Ping: { action: "urn:Ping", input: Ping, output: Pong, faults: {} } },
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
  operations: { Pong: { action: "urn:Pong", input: Pong, output: Ping, faults: {} } },
};
