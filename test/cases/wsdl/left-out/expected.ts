// Generated from test/cases/wsdl/left-out/service.wsdl
// sha256 53537f36d834972a7581347792d4e8c41290a82cc5ed283f09c528a23105d1af
// Do not edit: change the contract and generate again.
import { soap, string, type ElementCodec, type SoapService, type StructCodec } from "../../../../src/runtime/index.ts";

const tns = "urn:cases";

/** Parts of a message that stand in the body one after the other. */
export interface SeveralParts {
  readonly Ping: string;
  readonly PingPart: string;
}
export const SeveralParts: StructCodec<SeveralParts> = {
  kind: "struct",
  name: [tns, "SeveralParts"],
  fields: { Ping: { el: "Ping", count: "1", type: string }, PingPart: { el: "Ping", count: "1", type: string } },
};

export const Ping: ElementCodec<string> = { kind: "element", name: [tns, "Ping"], type: string };

export const p: ElementCodec<string> = { kind: "element", name: ["", "p"], type: string };

export interface Pings {
  readonly OneWay: {
    readonly input: string;
    readonly headers: undefined;
    readonly output: undefined;
    readonly outputHeaders: undefined;
    readonly faults: {};
  };
  readonly Typed: {
    readonly input: string;
    readonly headers: undefined;
    readonly output: string;
    readonly outputHeaders: undefined;
    readonly faults: {};
  };
  readonly Several: {
    readonly input: SeveralParts;
    readonly headers: undefined;
    readonly output: string;
    readonly outputHeaders: undefined;
    readonly faults: {};
  };
  readonly None: {
    readonly input: undefined;
    readonly headers: undefined;
    readonly output: string;
    readonly outputHeaders: undefined;
    readonly faults: {};
  };
  readonly Again: {
    readonly input: string;
    readonly headers: undefined;
    readonly output: string;
    readonly outputHeaders: undefined;
    readonly faults: {};
  };
}
export const Pings: SoapService<Pings> = {
  protocol: soap,
  name: "Pings",
  endpoint: "https://ping.example/",
  operations: {
    OneWay: { action: "urn:OneWay", input: Ping, output: undefined, faults: {} },
    Typed: { action: "urn:Typed", input: p, output: Ping, faults: {} },
    Several: { action: "urn:Several", input: SeveralParts, output: Ping, faults: {} },
    None: { action: "urn:None", input: undefined, output: Ping, faults: {} },
    Again: { action: "urn:Again", input: Ping, output: Ping, faults: {} },
  },
};
