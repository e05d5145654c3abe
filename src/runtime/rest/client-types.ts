import type { ServiceError } from "../errors.ts";
import type { CallError, CallOptions, Result } from "../service.ts";

/** HTTP methods as the client's methods are called. */
export type RestMethod = "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE";

/** The client of a REST service: the methods of openapi-fetch, over paths from openapi-typescript. */
export type RestClient<Paths extends {}> = {
  readonly [Method in RestMethod]: <Path extends PathsWith<Paths, Lowercase<Method>>>(
    path: Path,
    ...request: RequestArguments<OperationAt<Paths, Path, Lowercase<Method>>>
  ) => Promise<RestResult<OperationAt<Paths, Path, Lowercase<Method>>>>;
};

/** The outcome of one operation: the body of its success answers, or a typed error. */
export type RestResult<Operation> = Result<
  BodyOf<Operation, SuccessStatus>,
  ServiceError<Exclude<BodyOf<Operation, ErrorStatus<Operation>>, undefined>> | CallError
>;

/** What a call takes beside its parameters and body. */
export interface RestCallOptions extends Omit<CallOptions, "mode"> {
  /** HTTP headers of this call, on top of the client's. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The paths that have an operation for the method. */
type PathsWith<Paths, Method extends string> = {
  [Path in keyof Paths]: Paths[Path] extends { readonly [M in Method]: { readonly responses: unknown } } ? Path : never;
}[keyof Paths];

type OperationAt<Paths, Path extends keyof Paths, Method extends string> = Method extends keyof Paths[Path]
  ? Paths[Path][Method]
  : never;

/** The request may be left out where nothing in it is required. */
type RequestArguments<Operation> =
  {} extends RestRequest<Operation> ? [request?: RestRequest<Operation>] : [request: RestRequest<Operation>];

/** Parameters, body and options of one operation. */
export type RestRequest<Operation> = ParametersOf<Operation> & RequestBodyOf<Operation> & RestCallOptions;

type ParametersOf<Operation> = Operation extends { readonly parameters: infer Parameters }
  ? {} extends Parameters
    ? { readonly params?: Parameters }
    : { readonly params: Parameters }
  : unknown;

type RequestBodyOf<Operation> = Operation extends { readonly requestBody: { readonly content: infer Content } }
  ? { readonly body: Content[keyof Content] }
  : Operation extends { readonly requestBody?: infer Body }
    ? [Exclude<Body, undefined>] extends [never]
      ? { readonly body?: never }
      : { readonly body?: ContentOf<Exclude<Body, undefined>> }
    : { readonly body?: never };

type ContentOf<Answer> = Answer extends { readonly content: infer Content } ? Content[keyof Content] : undefined;

type SuccessStatus = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226 | "2XX";

type ResponsesOf<Operation> = Operation extends { readonly responses: infer Responses } ? Responses : never;

/** Every other status than a success is an error, `default` included. */
type ErrorStatus<Operation> = Exclude<keyof ResponsesOf<Operation>, SuccessStatus>;

/** Body of the answers with these statuses; `undefined` for those without one. */
type BodyOf<Operation, Status> = {
  [S in keyof ResponsesOf<Operation> & Status]: ContentOf<ResponsesOf<Operation>[S]>;
}[keyof ResponsesOf<Operation> & Status];
