/**
 * What the compiler says to users of a client. Nothing here runs: the type check passes exactly if every line is accepted,
 * or refused where `@ts-expect-error` says so.
 */
import { expectTypeOf } from "vitest";
import {
  createClient,
  HttpError,
  ServiceError,
  SoapFault,
  XmlError,
  type CallError,
  type Int,
  type RestService,
  type SoapHeaderName,
  type TransportError,
} from "../../src/runtime/index.ts";
import {
  EchoService,
  NoteService,
  type EchoResponse,
  type EchoResponseHeaders,
  type QuotaFault,
} from "../support/echo-service.ts";

declare const signal: AbortSignal;

export async function soapClient(): Promise<void> {
  const client = createClient(EchoService, {
    deadline: 5,
    soapHeaders: { DeveloperToken: "d", AuthenticationToken: async () => "a" },
  });
  expectTypeOf<SoapHeaderName<EchoService>>().toEqualTypeOf<"DeveloperToken" | "AuthenticationToken" | "CustomerId">();
  // @ts-expect-error a misspelt header entry
  createClient(EchoService, { soapHeaders: { DevloperToken: "d" } });
  // @ts-expect-error parameters are for plain XML
  createClient(EchoService, { parameters: { token: "t" } });

  // @ts-expect-error no such operation
  void client.Eco;
  // @ts-expect-error the body is missing
  void client.Echo({});
  // @ts-expect-error a body of another type
  void client.Echo({ body: { Text: 5 } });
  // @ts-expect-error a misspelt member of the body
  void client.Echo({ body: { Text: "x", Texts: "y" } });
  // @ts-expect-error a misspelt header entry
  void client.Echo({ body: { Text: "x" }, headers: { Developertoken: "d" } });
  // @ts-expect-error a header entry of another type
  void client.Echo({ body: { Text: "x" }, headers: { CustomerId: 5 } });
  // @ts-expect-error no such option
  void client.Echo({ body: { Text: "x" } }, { timeout: 5 });

  const result = await client.Echo(
    { body: { Text: "x" }, headers: { CustomerId: null } },
    { signal, deadline: 100, mode: "strict" },
  );
  if (result.error === undefined) {
    expectTypeOf(result.data).toEqualTypeOf<EchoResponse>();
    expectTypeOf(result.headers).toEqualTypeOf<Partial<EchoResponseHeaders>>();
    expectTypeOf(result.response).toEqualTypeOf<Response>();
    return;
  }
  expectTypeOf(result.data).toEqualTypeOf<undefined>();
  expectTypeOf(result.response).toEqualTypeOf<Response | undefined>();
  const { error } = result;
  if (error instanceof SoapFault) {
    const { detail } = error;
    if (detail?.name === "QuotaFault") expectTypeOf(detail.value).toEqualTypeOf<QuotaFault>();
    else if (detail?.name === "TextFault") expectTypeOf(detail.value).toEqualTypeOf<string>();
    else expectTypeOf(detail).toEqualTypeOf<undefined>();
    // @ts-expect-error no such fault
    void (detail?.name === "OtherFault");
    return;
  }
  expectTypeOf(error).toEqualTypeOf<CallError>();
  if (error instanceof HttpError) expectTypeOf(error.code).toEqualTypeOf<"http.status" | "http.content">();
  else if (error instanceof XmlError) expectTypeOf(error.path).toEqualTypeOf<string>();
  else expectTypeOf(error).toEqualTypeOf<TransportError>();
}

export async function plainClient(): Promise<void> {
  const client = createClient(NoteService, { parameters: { token: async () => "t" } });
  // @ts-expect-error header entries are for SOAP
  createClient(NoteService, { soapHeaders: {} });
  void client.ping();
  void client.ping({ query: { verbose: true } }, { deadline: 5 });
  // @ts-expect-error the operation has no path
  void client.ping({ path: {} });
  // @ts-expect-error the path is missing
  void client.read({});
  // @ts-expect-error the request is missing
  void client.read();
  // @ts-expect-error a part of the path is missing
  void client.read({ path: { shelf: "s" } });
  // @ts-expect-error a query of another type
  void client.read({ path: { shelf: "s", id: "1" }, query: { tag: "x" } });
  // @ts-expect-error the operation has no body
  void client.read({ path: { shelf: "s", id: "1" }, body: "x" });
  // @ts-expect-error a body is required
  void client.write({});

  const { data, error } = await client.read({ path: { shelf: "s", id: "1" } });
  if (error === undefined) expectTypeOf(data).toEqualTypeOf<string>();
  else if (error instanceof ServiceError) {
    expectTypeOf(error.detail.name).toEqualTypeOf<"problem">();
    expectTypeOf(error.detail.value).toEqualTypeOf<Int>();
  } else expectTypeOf(error).toEqualTypeOf<CallError>();
  const transferred = await client.transfer({ body: { contentType: "text/csv", content: "a" } });
  expectTypeOf(transferred.data).toEqualTypeOf<ReadableStream<Uint8Array> | undefined>();
}

interface Paths {
  readonly "/Task/{id}": {
    readonly get: {
      readonly parameters: { readonly path: { readonly id: number }; readonly query?: { readonly top?: number } };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly content: { readonly "application/json": readonly { readonly Id: number }[] } };
        readonly 404: { readonly content: { readonly "application/json": { readonly ErrorMessage: string } } };
        readonly default: { readonly content?: never };
      };
    };
    readonly put?: never;
    readonly delete: {
      readonly parameters: { readonly path: { readonly id: number } };
      readonly responses: { readonly 204: { readonly content?: never } };
    };
  };
  readonly "/Task": {
    readonly get: {
      readonly responses: { readonly 200: { readonly content: { readonly "application/json": number } } };
    };
    readonly post: {
      readonly parameters: { readonly path?: never };
      readonly requestBody: { readonly content: { readonly "application/json": { readonly Tags: readonly string[] } } };
      readonly responses: { readonly 200: { readonly content: { readonly "application/json": number } } };
    };
    readonly patch: {
      readonly requestBody?: { readonly content: { readonly "application/json": number } };
      readonly responses: { readonly "2XX": { readonly content: { readonly "application/json": boolean } } };
    };
  };
}
declare const TaskApi: RestService<Paths>;

export async function restClient(): Promise<void> {
  const client = createClient(TaskApi);
  // @ts-expect-error no such path
  void client.GET("/Tasks");
  // @ts-expect-error no such method on the path
  void client.PUT("/Task/{id}", { params: { path: { id: 1 } } });
  // @ts-expect-error the parameters are missing
  void client.GET("/Task/{id}");
  // @ts-expect-error a parameter of another type
  void client.GET("/Task/{id}", { params: { path: { id: "1" } } });
  // @ts-expect-error no such parameter
  void client.GET("/Task/{id}", { params: { path: { id: 1 }, query: { skip: 1 } } });
  // @ts-expect-error the operation has no body
  void client.GET("/Task/{id}", { params: { path: { id: 1 } }, body: {} });
  // @ts-expect-error a body is required
  void client.POST("/Task");
  // @ts-expect-error a body of another type
  void client.POST("/Task", { body: { Tags: "a" } });
  // @ts-expect-error no such option
  void client.GET("/Task", { timeout: 5 });

  void client.GET("/Task", { signal, deadline: 5, headers: { A: "b" } });
  expectTypeOf((await client.PATCH("/Task")).data).toEqualTypeOf<boolean | undefined>();
  expectTypeOf((await client.POST("/Task", { body: { Tags: ["a"] } })).data).toEqualTypeOf<number | undefined>();
  expectTypeOf((await client.DELETE("/Task/{id}", { params: { path: { id: 1 } } })).data).toEqualTypeOf<undefined>();

  const { data, error } = await client.GET("/Task/{id}", { params: { path: { id: 1 }, query: { top: 1 } } });
  if (error === undefined) expectTypeOf(data).toEqualTypeOf<readonly { readonly Id: number }[]>();
  else if (error instanceof ServiceError) expectTypeOf(error.detail).toEqualTypeOf<{ readonly ErrorMessage: string }>();
  else expectTypeOf(error).toEqualTypeOf<CallError>();
}
