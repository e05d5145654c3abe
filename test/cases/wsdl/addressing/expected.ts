// Generated from test/cases/wsdl/addressing/service.wsdl
// sha256 a7d69e37e921f02a8fcccc0c67965d98f49f60cd8cb1f5ae3fa8ce13dffd1549
// Do not edit: change the contract and generate again.
import { soap, soap12, string, type ElementCodec, type SoapService } from "../../../../src/runtime/index.ts";

const tns = "urn:cases";

export const Ping: ElementCodec<string> = { kind: "element", name: [tns, "Ping"], type: string };

export const Pong: ElementCodec<string> = { kind: "element", name: [tns, "Pong"], type: string };

/** Answers. */
export interface Pings {
  readonly Said: {
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
  endpoint: "https://ping.example/11",
  operations: {
    Said: { action: "urn:other", addressingAction: "urn:cases:said", input: Ping, output: Pong, faults: {} },
  },
};

/**
 * Answers.
 *
 * The contract asks for these policies, which the caller has to see to: TransportBinding, SignedParts (optional), Lost
 * (not at hand).
 */
export interface Required {
  readonly Said: {
    readonly input: string;
    readonly headers: undefined;
    readonly output: string;
    readonly outputHeaders: undefined;
    readonly faults: {};
  };
  readonly Soap: {
    readonly input: string;
    readonly headers: undefined;
    readonly output: string;
    readonly outputHeaders: undefined;
    readonly faults: {};
  };
  readonly Default: {
    readonly input: string;
    readonly headers: undefined;
    readonly output: string;
    readonly outputHeaders: undefined;
    readonly faults: {};
  };
  readonly Named: {
    readonly input: string;
    readonly headers: undefined;
    readonly output: undefined;
    readonly outputHeaders: undefined;
    readonly faults: {};
  };
  readonly Once: {
    readonly input: string;
    readonly headers: undefined;
    readonly output: undefined;
    readonly outputHeaders: undefined;
    readonly faults: {};
  };
}
export const Required: SoapService<Required> = {
  protocol: soap12,
  name: "Required",
  endpoint: "https://ping.example/12",
  addressing: true,
  operations: {
    Said: { action: "urn:other", addressingAction: "urn:cases:said", input: Ping, output: Pong, faults: {} },
    Soap: { action: "urn:soap", input: Ping, output: Pong, faults: {} },
    Default: {
      action: "",
      addressingAction: "urn:cases:Pinging:DefaultRequest",
      input: Ping,
      output: Pong,
      faults: {},
    },
    Named: { action: "", addressingAction: "urn:cases:Pinging:Call", input: Ping, output: undefined, faults: {} },
    Once: { action: "", addressingAction: "urn:cases:Pinging:Once", input: Ping, output: undefined, faults: {} },
  },
};
