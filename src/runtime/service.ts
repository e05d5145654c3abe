/**
 * Service descriptors: what generated code says of a service, and what `createClient` turns into a client.
 *
 * A descriptor names its protocol by reference, so a bundle holds only the protocols that its services speak.
 */
import type { HttpError, ServiceError, SoapFault, TransportError, XmlError } from "./errors.ts";
import type { Codec, RootCodec, StructCodec } from "./codec/table.ts";
import type { Unexpected } from "./codec/mode.ts";
import type { SoapAttachments } from "./soap/attachments.ts";
import type { SoapEncoding } from "./soap/encoded/section5.ts";

/** One HTTP exchange as interceptors and transports see it. */
export interface HttpCall {
  /** Name of the service, as in its contract. */
  readonly service: string;
  /** Name of the operation, as in its contract. */
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body?: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  /** Fires at the deadline and when the caller aborts; its reason is the `TransportError` that the call ends with. */
  readonly signal: AbortSignal;
  /** Tells the call of a credential, so that no error of this call shows it. Pass it on: `next({ ...call, headers })`. */
  readonly conceal: (secret: string) => void;
}

/** The one function that touches the network. */
export type Transport = (call: HttpCall) => Promise<Response>;

/** Wraps a transport: authentication, retry, logging and tracing are interceptors. The first of a list is the outermost. */
export type Interceptor = (next: Transport) => Transport;

/** A credential: a value, or a function that is asked before every call. */
export type Secret = string | (() => string | Promise<string>);

/** What every client takes. */
export interface ClientOptions {
  /** Base address; the contract's own where this is absent. */
  readonly endpoint?: string | URL;
  /** Used instead of the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
  readonly interceptors?: readonly Interceptor[];
  /** Milliseconds that one call may take, its body included. Default 60 000; `Infinity` for none. */
  readonly deadline?: number;
  /** Bytes that an answer may have. Default 64 MiB. */
  readonly maxBytes?: number;
  /** How answers are decoded. Default `tolerant`. */
  readonly mode?: "strict" | "tolerant";
  /** Told of everything in an answer that the contract does not have; never called in strict mode. */
  readonly onUnexpected?: (unexpected: Unexpected) => void;
  /** HTTP headers sent with every call. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What every call takes. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds, instead of the client's. */
  readonly deadline?: number;
  readonly mode?: "strict" | "tolerant";
}

/** The result of a call: `data` or `error`, as users of openapi-fetch know it. A call never rejects. */
export type Result<Data, Failure, Headers = undefined, More = {}> =
  | ({ readonly data: Data; readonly error?: never; readonly response: Response; readonly headers: Headers } & More)
  | { readonly data?: never; readonly error: Failure; readonly response?: Response; readonly headers?: never };

/** What can go wrong with any call. */
export type CallError = HttpError | TransportError | XmlError;

/** One declared fault or error message, told apart by `name`. */
export type Named<Map> = { readonly [K in keyof Map]: { readonly name: K; readonly value: Map[K] } }[keyof Map];

// ---- SOAP -----------------------------------------------------------------------------------------------------------

/** The types of one SOAP operation. */
export interface SoapOperationTypes {
  /** `undefined` for a request with an empty body. */
  readonly input: unknown;
  /** Header entries of the request. */
  readonly headers: unknown;
  /** `undefined` for an answer with an empty body, and for none: the operation is one-way. */
  readonly output: unknown;
  /** Header entries of the answer. */
  readonly outputHeaders: unknown;
  /** Declared faults by the name of their detail element. */
  readonly faults: object;
  /** Attachments of the request by the names of their parts; absent where the contract has none. */
  readonly attachments?: object;
  /** Those of the answer. */
  readonly outputAttachments?: object;
}

/** What a SOAP call may be given as an attachment: bytes alone are of the type that the contract names. */
type GivenAttachments<T> = { readonly [K in keyof T]: T[K] | Uint8Array };

/** Whether a message has no body at all. That its type has no values (an abstract type alone) is something else. */
type IsEmpty<T> = [T] extends [undefined] ? ([T] extends [never] ? false : true) : false;

/** The table of a message; none where its body is empty, or nothing is answered. */
export type MessageCodec<T> = IsEmpty<T> extends true ? undefined : RootCodec<T>;

/** One SOAP operation (WSDL 1.1, 3). */
export interface SoapOperation<T extends SoapOperationTypes> {
  /** What the SOAPAction header says, without quotes; in SOAP 1.2 the parameter `action` of the content type. */
  readonly action: string;
  /** The action of the request in WS-Addressing, where it is another. */
  readonly addressingAction?: string;
  /** Rpc style: the name of the element that is answered means nothing (SOAP 1.1, 7.1); another one is reported. */
  readonly rpc?: true;
  /** The encoding that messages of both directions have (SOAP 1.1, 5); they are literal where this is absent. */
  readonly encoded?: SoapEncoding;
  /** A struct that is no element stands for its fields: parts of the body one after the other. */
  readonly input: MessageCodec<T["input"]>;
  /** Fields are the header entries, in the order of the binding's parts. */
  readonly headers?: StructCodec<T["headers"]>;
  readonly output: MessageCodec<T["output"]>;
  readonly outputHeaders?: StructCodec<T["outputHeaders"]>;
  readonly faults: { readonly [K in keyof T["faults"]]: RootCodec<T["faults"][K]> };
  /** How messages are packed that have attachments; where this is absent, they have none. */
  readonly packed?: SoapAttachments;
  /** Media types of the request's attachments by the names of their parts. */
  readonly attachments?: { readonly [K in keyof T["attachments"]]: readonly string[] };
  readonly outputAttachments?: { readonly [K in keyof T["outputAttachments"]]: readonly string[] };
}

/** A SOAP service as generated from a WSDL port. */
export interface SoapService<T extends { readonly [K in keyof T]: SoapOperationTypes }> {
  readonly protocol: Protocol<"soap">;
  readonly name: string;
  /** Address of the port (soap:address). */
  readonly endpoint: string;
  /** The contract asks for the header entries of WS-Addressing. */
  readonly addressing?: true;
  readonly operations: { readonly [K in keyof T]: SoapOperation<T[K]> };
}

/** What a SOAP header block says of its processing (SOAP 1.1, 4.2; SOAP 1.2 part 1, 5.2). What is left out is not written. */
export interface HeaderBlock {
  /** Whom it is for has to process it, or to answer a fault. */
  readonly mustUnderstand?: boolean;
  /** URI of whom it is for: `actor` in SOAP 1.1, `role` in SOAP 1.2. Without it that is who answers. */
  readonly role?: string;
}

/** The header entries of one request, and what their blocks say; those of a call replace those of its client, entry by entry. */
interface SoapRequestHeaders<Headers> {
  readonly headers?: Partial<Headers>;
  readonly headerBlocks?: { readonly [K in keyof Headers]?: HeaderBlock };
}

/** The request of a SOAP operation; it may be left out where the body is empty. */
type SoapArguments<T extends SoapOperationTypes> =
  IsEmpty<T["input"]> extends true
    ? T["attachments"] extends object
      ? [request: { readonly body?: undefined } & SoapRequestRest<T>, options?: CallOptions]
      : [request?: { readonly body?: undefined } & SoapRequestRest<T>, options?: CallOptions]
    : [request: { readonly body: T["input"] } & SoapRequestRest<T>, options?: CallOptions];

/** What a request has beside its body. */
type SoapRequestRest<T extends SoapOperationTypes> = SoapRequestHeaders<T["headers"]> &
  (T["attachments"] extends object ? { readonly attachments: GivenAttachments<T["attachments"]> } : {});

/** The client of a SOAP service: one method an operation. */
export type SoapClient<T extends { readonly [K in keyof T]: SoapOperationTypes }> = {
  readonly [K in keyof T]: (
    ...call: SoapArguments<T[K]>
  ) => Promise<
    Result<
      T[K]["output"],
      SoapFault<Named<T[K]["faults"]>, Partial<T[K]["outputHeaders"]>> | CallError,
      Partial<T[K]["outputHeaders"]>,
      T[K]["outputAttachments"] extends object ? { readonly attachments: T[K]["outputAttachments"] } : {}
    >
  >;
};

/** Names of the header entries that the operations of a SOAP service take. */
export type SoapHeaderName<T extends { readonly [K in keyof T]: SoapOperationTypes }> = {
  readonly [K in keyof T]: T[K]["headers"] extends object ? keyof T[K]["headers"] & string : never;
}[keyof T];

/** What the client of a SOAP service takes beside the common options. */
export interface SoapClientOptions<HeaderName extends string = string> extends ClientOptions {
  /**
   * Whether requests have the header entries of WS-Addressing 1.0: To, Action, MessageID and ReplyTo. Default: where the contract
   * asks for them.
   */
  readonly addressing?: boolean;
  /**
   * SOAP header entries for every call whose operation has them, those of a call on top. Entries whose name says
   * credential (token, password, user name, …) and entries given as a function are never shown in errors.
   */
  readonly soapHeaders?: { readonly [K in HeaderName]?: Secret | null | undefined };
  /** What the blocks of header entries say (mustUnderstand, role), for every call that has the entry. */
  readonly soapHeaderBlocks?: { readonly [K in HeaderName]?: HeaderBlock };
  /**
   * Names, as in `{urn:example}Name`, of header entries of answers that are not in the contract and that the caller takes care of. An
   * answer with another one that must be understood is an error (SOAP 1.1, 4.2.3).
   */
  readonly understood?: readonly string[];
}

// ---- plain XML over HTTP --------------------------------------------------------------------------------------------

/** The types of one operation of a plain XML service. Parts that an operation does not have are `undefined`. */
export interface XmlOperationTypes {
  /** Values of the path template. */
  readonly path: unknown;
  readonly query: unknown;
  /** Values of the HTTP headers that are parameters. */
  readonly headers: unknown;
  /** Fields of an urlencoded form that is the body of the request. */
  readonly form?: unknown;
  /** The request message; `undefined` for none, `RawBody` where the contract leaves the body's format open. */
  readonly input: unknown;
  /** The answer; `ReadableStream` where the contract leaves its format open, `undefined` for none. */
  readonly output: unknown;
  /** Declared error messages by the name of their root element. */
  readonly errors: object;
}

/** A body whose format the contract leaves open (CSV, a file). */
export interface RawBody {
  readonly contentType: string;
  readonly content: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
}

/** One operation of a plain XML service, from the operations table beside its schema. */
export interface XmlOperation<T extends XmlOperationTypes> {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Relative to the endpoint, with `{name}` templates; "" for the endpoint itself. */
  readonly path: string;
  /** Parameters by name, with the place they go to. */
  readonly parameters?: Readonly<Record<string, XmlParameter>>;
  /** HTTP headers with one value. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly input?: RootCodec<T["input"]> | "raw";
  /** How the request message is carried: as the body, or as a field of an urlencoded form. */
  readonly form?: { readonly field: string; readonly fields: Readonly<Record<string, string>> };
  readonly output?: RootCodec<T["output"]> | "raw";
  readonly errors: { readonly [K in keyof T["errors"]]: RootCodec<T["errors"][K]> };
}

/** Where a parameter of a plain XML operation goes. */
export interface XmlParameter {
  readonly in: "path" | "query" | "header" | "form";
  /** Name on the wire, where it differs from the parameter's. */
  readonly name?: string;
  readonly required?: true;
  /** Never shown in errors and logs. */
  readonly secret?: true;
}

/** A plain XML service: an XSD and an operations table. */
export interface XmlService<T extends { readonly [K in keyof T]: XmlOperationTypes }> {
  readonly protocol: Protocol<"xml">;
  readonly name: string;
  readonly endpoint: string;
  /** Parameters of every operation, usually given once as `parameters` of the client. */
  readonly parameters?: Readonly<Record<string, XmlParameter>>;
  readonly operations: { readonly [K in keyof T]: XmlOperation<T[K]> };
}

/** The parts of a request that the operation has. */
type RequestOf<T extends XmlOperationTypes> = Part<"path", T["path"]> &
  Part<"query", T["query"]> &
  Part<"headers", T["headers"]> &
  (T extends { readonly form: infer Form } ? Part<"form", Form> : { readonly form?: never }) &
  Part<"body", T["input"]>;
/** A part that is `undefined` does not exist; one whose members are all optional may be left out. */
type Part<Name extends string, Value> = [Value] extends [undefined]
  ? { readonly [K in Name]?: never }
  : {} extends Value
    ? { readonly [K in Name]?: Value }
    : { readonly [K in Name]: Value };

/** The request may be left out where nothing in it is required. */
type XmlArguments<T extends XmlOperationTypes> =
  {} extends RequestOf<T>
    ? [request?: RequestOf<T>, options?: CallOptions]
    : [request: RequestOf<T>, options?: CallOptions];

/** The client of a plain XML service: one method an operation. */
export type XmlClient<T extends { readonly [K in keyof T]: XmlOperationTypes }> = {
  readonly [K in keyof T]: (
    ...call: XmlArguments<T[K]>
  ) => Promise<Result<T[K]["output"], ServiceError<Named<T[K]["errors"]>> | CallError>>;
};

/** What the client of a plain XML service takes beside the common options. */
export interface XmlClientOptions extends ClientOptions {
  /** Values for parameters (of any place) for every call, those of a call on top. */
  readonly parameters?: Readonly<Record<string, Secret | undefined>>;
}

// ---- REST -----------------------------------------------------------------------------------------------------------

/** A REST service: its `paths` come from openapi-typescript, its client is openapi-fetch's. */
export interface RestService<Paths extends {}> {
  readonly protocol: Protocol<"rest">;
  readonly name: string;
  readonly endpoint: string;
  /**
   * Statuses (`404`, `4XX`, `default`) of the error answers that the contract gives a body, by operation: `GET /task/{id}`.
   * Where this is absent every error answer in JSON counts as declared.
   */
  readonly errors?: Readonly<Record<string, readonly string[]>>;
  /** Binds the type of the paths; there is no value at run time. */
  readonly paths?: Paths;
}

/** What turns a descriptor into a client. Each protocol module exports one. */
export interface Protocol<Kind extends "soap" | "xml" | "rest"> {
  readonly kind: Kind;
  /** Untyped inside: `createClient` gives the result its type. */
  readonly connect: (service: never, options: never) => unknown;
}

/** Any codec, its value type unknown: what protocol modules work with. */
export type AnyCodec = Codec<never>;
