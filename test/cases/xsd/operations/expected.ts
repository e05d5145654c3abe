// Generated from test/cases/xsd/operations/schema.xsd
// sha256 22e3698db182feb6c50c18bde0e1b6ee5798a92220ccd4ea724c7b4aeccaa0ec
// Generated from test/cases/xsd/operations/schema.operations.yaml
// sha256 01ba7a0d6d5a32a4c31598c89cf3ccfd2f35e876f1f86452486578b6592aeb23
// Do not edit: change the contract and generate again.
import {
  string,
  xml,
  type ElementCodec,
  type RawBody,
  type StructCodec,
  type XmlService,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";

export interface refusal {
  readonly reason: string;
}
export const refusal: StructCodec<refusal> = {
  kind: "struct",
  name: [tns, "refusal"],
  element: true,
  fields: { reason: { el: "reason", count: "1", type: string } },
};

export const question: ElementCodec<string> = { kind: "element", name: [tns, "question"], type: string };

export const answer: ElementCodec<string | null> = { kind: "element", name: [tns, "answer"], nil: true, type: string };

/**
 * Answers questions.
 *
 * Parameter `token` of every call: Who asks.
 */
export interface OracleService1 {
  /** Asks a question. */
  readonly ask: {
    readonly path: undefined;
    readonly query: { readonly language?: string };
    readonly headers: { readonly trace?: string };
    readonly input: string;
    readonly output: string | null;
    readonly errors: { readonly refusal: refusal };
  };
  readonly "download-all": {
    readonly path: { readonly id: string };
    readonly query: { readonly language?: string };
    readonly headers: undefined;
    readonly input: undefined;
    readonly output: ReadableStream<Uint8Array>;
    readonly errors: {};
  };
  readonly upload: {
    readonly path: { readonly id: string };
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: RawBody;
    readonly output: undefined;
    readonly errors: {};
  };
}
export const OracleService1: XmlService<OracleService1> = {
  protocol: xml,
  name: "Oracle.Service-1",
  endpoint: "https://oracle.example/{version}/ask",
  parameters: { token: { in: "header", name: "X-Token", required: true, secret: true } },
  operations: {
    ask: {
      method: "POST",
      path: "",
      parameters: { language: { in: "query", name: "lang" }, trace: { in: "header", name: "X-Trace" } },
      headers: { "X-Api": "1", "X-Op": "ask" },
      input: question,
      form: { field: "xml", fields: { qf: "xml" } },
      output: answer,
      errors: { refusal },
    },
    "download-all": {
      method: "GET",
      path: "answers/{id}",
      parameters: { id: { in: "path", required: true }, language: { in: "query", name: "lang" } },
      headers: { "X-Api": "1" },
      output: "raw",
      errors: {},
    },
    upload: {
      method: "PUT",
      path: "answers/{id}",
      parameters: { id: { in: "path", required: true } },
      headers: { "X-Api": "1" },
      input: "raw",
      errors: {},
    },
  },
};
