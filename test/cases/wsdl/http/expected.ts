// Generated from test/cases/wsdl/http/service.wsdl
// sha256 d11bc606353c77176c4e1af0c0a3f9b6974dccc9ea8d42029db19aa26fb1ab26
// Do not edit: change the contract and generate again.
import { double, string, xml, type ElementCodec, type XmlService } from "../../../../src/runtime/index.ts";

const tns = "urn:cases";

export const Rate: ElementCodec<number> = { kind: "element", name: [tns, "Rate"], type: double };

export const Note: ElementCodec<string> = { kind: "element", name: [tns, "Note"], type: string };

export interface Rates {
  readonly Rate: {
    readonly path: undefined;
    readonly query: {
      /** Currency. */
      readonly from: string;
      readonly amount: number;
      readonly exact: boolean;
      readonly tag: readonly string[];
    };
    readonly headers: undefined;
    readonly input: undefined;
    readonly output: number;
    readonly errors: {};
  };
  readonly Past: {
    readonly path: { readonly year: number; readonly currency: string };
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: undefined;
    readonly output: number;
    readonly errors: {};
  };
  readonly Chart: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: undefined;
    readonly output: ReadableStream<Uint8Array>;
    readonly errors: {};
  };
}
export const Rates: XmlService<Rates> = {
  protocol: xml,
  name: "Rates",
  endpoint: "https://rates.example/Rates.asmx",
  operations: {
    Rate: {
      method: "GET",
      path: "Rate",
      parameters: {
        from: { in: "query", required: true },
        amount: { in: "query", required: true },
        exact: { in: "query", required: true },
        tag: { in: "query", required: true },
      },
      output: Rate,
      errors: {},
    },
    Past: {
      method: "GET",
      path: "past/{year}/{currency}.xml",
      parameters: { year: { in: "path", required: true }, currency: { in: "path", required: true } },
      output: Rate,
      errors: {},
    },
    Chart: { method: "GET", path: "Chart", output: "raw", errors: {} },
  },
};

export interface TellingPost {
  readonly Rate: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly form: {
      /** Currency. */
      readonly from: string;
      readonly amount: number;
      readonly exact: boolean;
      readonly tag: readonly string[];
    };
    readonly input: undefined;
    readonly output: number;
    readonly errors: {};
  };
  readonly Tell: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: string;
    readonly output: undefined;
    readonly errors: {};
  };
}
export const TellingPost: XmlService<TellingPost> = {
  protocol: xml,
  name: "TellingPost",
  endpoint: "https://rates.example/Rates.asmx",
  operations: {
    Rate: {
      method: "POST",
      path: "Rate",
      parameters: {
        from: { in: "form", required: true },
        amount: { in: "form", required: true },
        exact: { in: "form", required: true },
        tag: { in: "form", required: true },
      },
      output: Rate,
      errors: {},
    },
    Tell: { method: "POST", path: "Tell", input: Note, errors: {} },
  },
};
