import createFetchClient from "openapi-fetch";
import { runCall, type Call, type Connection, type Outcome, type Outgoing } from "../call.ts";
import { memberOf } from "../codec/erased.ts";
import { endpointOf } from "../endpoint.ts";
import { XmlError } from "../errors.ts";
import { httpHeaders } from "../http-headers.ts";
import type { ClientOptions, Protocol } from "../service.ts";
import { transportOf } from "../transport.ts";
import { answerOf, type DeclaredErrors } from "./answer.ts";
import type { RestCallOptions, RestMethod } from "./client-types.ts";
import { jsonText } from "./json.ts";

/** JSON over HTTP: openapi-fetch writes the request, the answer is read here. */
export const rest: Protocol<"rest"> = { kind: "rest", connect };

/** A service's descriptor without the types of its paths. */
interface Service {
  readonly name: string;
  readonly endpoint: string;
  readonly errors?: Readonly<Record<string, readonly string[]>>;
}

interface RestInput extends RestCallOptions {
  readonly params?: object;
  readonly body?: unknown;
}

type Method = (path: string, input?: RestInput) => Promise<Outcome>;

/** What openapi-fetch is asked for: to write a request and to hand it to `fetch`. */
type Write = (fetch: (request: Request) => Promise<Response>) => Promise<unknown>;

const METHODS: readonly RestMethod[] = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

function connect(service: Service, options: ClientOptions): Readonly<Record<string, Method>> {
  const endpoint = endpointOf(service.name, options.endpoint ?? service.endpoint);
  const connection: Connection = { service: service.name, options, transport: transportOf(options) };
  const client = createFetchClient({
    baseUrl: endpoint.href,
    bodySerializer: jsonText,
  });
  // The types of paths and methods are our own client's; here they are plain strings.
  const request = client.request as (method: string, path: string, init: object) => Promise<unknown>;
  const methodOf =
    (method: RestMethod): Method =>
    (path, input = {}) =>
      runCall(connection, `${method} ${path}`, input, (call) => {
        const { signal: _signal, deadline: _deadline, ...init } = input;
        call.secrets.addUrl(endpoint);
        call.secrets.addFrom(init);
        checkPath(init.params);
        const own = Object.entries({ Accept: "application/json", ...options.headers, ...input.headers });
        const headers = httpHeaders(own, call.secrets);
        const declared = service.errors === undefined ? undefined : (service.errors[`${method} ${path}`] ?? []);
        return invoke(call, declared, (fetch) => request(method, path, { ...init, headers, fetch }));
      });
  return Object.fromEntries(METHODS.map((method) => [method, methodOf(method)]));
}

async function invoke(call: Call, declared: DeclaredErrors, write: Write): Promise<Outcome> {
  let written: Request | undefined;
  try {
    await write(async (request) => {
      written = request;
      return new Response(null, { status: 204 });
    });
  } catch (cause) {
    throw new XmlError("xml.encode", `${call.name}: the request cannot be written`, { path: "/" }, { cause });
  }
  if (written === undefined) throw new XmlError("xml.encode", `${call.name}: no request was written`, { path: "/" });
  const response = await call.send(await outgoing(written));
  return { data: await answerOf(call, response, declared), headers: undefined, response };
}

async function outgoing(request: Request): Promise<Outgoing> {
  const { method, headers } = request;
  const body = await request.text();
  const bare = { method, url: new URL(request.url), headers };
  return body === "" ? bare : { ...bare, body };
}

/** Values that would change the shape of the path are refused: "", "." and "..". */
function checkPath(params: object | undefined): void {
  for (const [name, value] of Object.entries(Object(memberOf(params, "path")))) {
    if (!["", ".", ".."].includes(String(value))) continue;
    const place = { path: `/params/path/${name}`, expected: "a path segment", received: JSON.stringify(value) };
    throw new XmlError("xml.encode", "Not a value for a path", place);
  }
}
