/** A small SOAP service and a small plain XML service, written by hand as the generator would write them. */
import {
  int,
  soap,
  string,
  xml,
  type ElementCodec,
  type Int,
  type RawBody,
  type SoapService,
  type StructCodec,
  type XmlService,
} from "../../src/runtime/index.ts";

export const tns = "urn:echo";

interface EchoRequest {
  readonly Text: string;
  readonly Password?: string;
}
const EchoRequest: StructCodec<EchoRequest> = {
  kind: "struct",
  name: [tns, "EchoRequest"],
  element: true,
  fields: {
    Text: { el: "Text", count: "1", type: string },
    Password: { el: "Password", count: "?", type: string },
  },
};

export interface EchoResponse {
  readonly Count: Int;
}
const EchoResponse: StructCodec<EchoResponse> = {
  kind: "struct",
  name: [tns, "EchoResponse"],
  element: true,
  fields: { Count: { el: "Count", count: "1", type: int } },
};

interface EchoHeaders {
  readonly DeveloperToken: string | null;
  readonly AuthenticationToken: string | null;
  readonly CustomerId: string | null;
}
const EchoHeaders: StructCodec<EchoHeaders> = {
  kind: "struct",
  name: [tns, "EchoHeaders"],
  fields: {
    AuthenticationToken: { el: "AuthenticationToken", count: "1", nil: true, type: string },
    CustomerId: { el: "CustomerId", count: "1", nil: true, type: string },
    DeveloperToken: { el: "DeveloperToken", count: "1", nil: true, type: string },
  },
};

export interface EchoResponseHeaders {
  readonly TrackingId: string;
}
const EchoResponseHeaders: StructCodec<EchoResponseHeaders> = {
  kind: "struct",
  name: [tns, "EchoResponseHeaders"],
  fields: { TrackingId: { el: "TrackingId", count: "1", type: string } },
};

export interface QuotaFault {
  readonly Seconds: Int;
}
const QuotaFault: StructCodec<QuotaFault> = {
  kind: "struct",
  name: [tns, "QuotaFault"],
  element: true,
  fields: { Seconds: { el: "Seconds", count: "1", type: int } },
};
const textFault: ElementCodec<string> = { kind: "element", name: [tns, "TextFault"], type: string };

export interface EchoService {
  readonly Echo: {
    readonly input: EchoRequest;
    readonly headers: EchoHeaders;
    readonly output: EchoResponse;
    readonly outputHeaders: EchoResponseHeaders;
    readonly faults: { readonly QuotaFault: QuotaFault; readonly TextFault: string };
  };
}
export const EchoService: SoapService<EchoService> = {
  protocol: soap,
  name: "EchoService",
  endpoint: "http://127.0.0.1:9/echo",
  operations: {
    Echo: {
      action: "urn:echo:Echo",
      input: EchoRequest,
      headers: EchoHeaders,
      output: EchoResponse,
      outputHeaders: EchoResponseHeaders,
      faults: { QuotaFault, TextFault: textFault },
    },
  },
};

const note: ElementCodec<string> = { kind: "element", name: ["", "note"], type: string };
const problem: ElementCodec<Int> = { kind: "element", name: ["", "problem"], type: int };

export interface NoteService {
  readonly read: {
    readonly path: { readonly shelf: string; readonly id: string };
    readonly query: { readonly lang?: string; readonly tag?: readonly string[] };
    readonly headers: { readonly trace?: string };
    readonly input: undefined;
    readonly output: string;
    readonly errors: { readonly problem: Int };
  };
  readonly write: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: string;
    readonly output: undefined;
    readonly errors: { readonly problem: Int };
  };
  readonly post: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: string;
    readonly output: string;
    readonly errors: {};
  };
  readonly ping: {
    readonly path: undefined;
    readonly query: { readonly verbose?: boolean };
    readonly headers: undefined;
    readonly input: undefined;
    readonly output: undefined;
    readonly errors: {};
  };
  readonly transfer: {
    readonly path: undefined;
    readonly query: undefined;
    readonly headers: undefined;
    readonly input: RawBody;
    readonly output: ReadableStream<Uint8Array>;
    readonly errors: { readonly problem: Int };
  };
}
export const NoteService: XmlService<NoteService> = {
  protocol: xml,
  name: "NoteService",
  endpoint: "http://127.0.0.1:9/notes",
  parameters: { token: { in: "header", name: "X-Entry", required: true, secret: true } },
  operations: {
    read: {
      method: "GET",
      path: "shelf/{shelf}/note/{id}",
      parameters: {
        shelf: { in: "path", required: true },
        id: { in: "path", required: true },
        lang: { in: "query", name: "language" },
        tag: { in: "query" },
        trace: { in: "header", name: "X-Trace" },
      },
      headers: { "X-Operation": "read" },
      output: note,
      errors: { problem },
    },
    write: {
      method: "PUT",
      path: "",
      input: note,
      headers: { "Content-Type": "application/xml; charset=UTF-8" },
      errors: { problem },
    },
    post: {
      method: "POST",
      path: "post",
      input: note,
      form: { field: "xml", fields: { qf: "xml" } },
      output: note,
      errors: {},
    },
    ping: { method: "GET", path: "ping", parameters: { verbose: { in: "query" } }, errors: {} },
    transfer: {
      method: "POST",
      path: "transfer",
      headers: { "Content-Type": "application/xml" },
      input: "raw",
      output: "raw",
      errors: { problem },
    },
  },
};
