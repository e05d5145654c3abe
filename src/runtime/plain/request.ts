import type { Call, Outgoing } from "../call.ts";
import { encode } from "../codec/encode.ts";
import { memberOf } from "../codec/erased.ts";
import type { RootCodec } from "../codec/table.ts";
import { TransportError, XmlError } from "../errors.ts";
import { httpHeaders } from "../http-headers.ts";
import type { XmlClientOptions, XmlOperation, XmlOperationTypes, XmlParameter } from "../service.ts";

/** An operation without the types of its messages. */
export interface Operation extends Omit<XmlOperation<XmlOperationTypes>, "errors" | "input" | "output"> {
  readonly input?: RootCodec<unknown> | "raw";
  readonly output?: RootCodec<unknown> | "raw";
  readonly errors: Readonly<Record<string, RootCodec<unknown>>>;
}

/** The parts of a call's request. */
export interface Request {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly form?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** Where a request goes to, and what is sent with every one. */
export interface Target {
  readonly endpoint: URL;
  /** Parameters that every operation of the service has. */
  readonly parameters: Readonly<Record<string, XmlParameter>>;
  readonly options: XmlClientOptions;
}

/**
 * Makes the HTTP request of an operation.
 *
 * @throws XmlError `xml.encode` for a body or a parameter that the contract does not allow
 * @throws TransportError `transport.credentials` for a credential that is missing or cannot be obtained
 */
export async function outgoing(call: Call, operation: Operation, request: Request, target: Target): Promise<Outgoing> {
  const { path, query, header, form } = await parametersOf(call, operation, request, target);
  const url = new URL(target.endpoint);
  if (operation.path !== "") url.pathname = `${url.pathname.replace(/\/$/, "")}/${filled(operation.path, path)}`;
  for (const [name, value] of query) for (const item of listOf(value)) url.searchParams.append(name, item);
  const { content, type } = form.size === 0 ? contentOf(operation, request.body) : formContent(form);
  const own = type === undefined ? [] : [["Content-Type", type] as const];
  const constants = Object.entries(operation.headers ?? {});
  const headers = httpHeaders(
    [
      // What the contract says of its messages does not hold for a body that is the caller's.
      ...(operation.input === "raw" ? [...constants, ...own] : [...own, ...constants]),
      ...Object.entries(target.options.headers ?? {}),
      ...[...header].map(([name, value]) => [name, listOf(value).join(", ")] as const),
    ],
    call.secrets,
  );
  const bare = { method: operation.method, url, headers };
  return content === undefined ? bare : { ...bare, body: content };
}

interface Placed {
  readonly path: Map<string, unknown>;
  readonly query: Map<string, unknown>;
  readonly header: Map<string, unknown>;
  readonly form: Map<string, unknown>;
}

/** Values of the parameters by their names on the wire: the call's own, or else those that the client has for every call. */
async function parametersOf(call: Call, operation: Operation, request: Request, target: Target): Promise<Placed> {
  const placed: Placed = { path: new Map(), query: new Map(), header: new Map(), form: new Map() };
  for (const [name, parameter] of Object.entries({ ...target.parameters, ...operation.parameters })) {
    const value = await valueOf(call, name, parameter, request, target.options);
    if (value === undefined || value === null) continue;
    if (parameter.secret === true) for (const item of listOf(value)) call.secrets.add(item);
    placed[parameter.in].set(parameter.name ?? name, value);
  }
  return placed;
}

async function valueOf(
  call: Call,
  name: string,
  parameter: XmlParameter,
  request: Request,
  options: XmlClientOptions,
): Promise<unknown> {
  const part = parameter.in === "header" ? "headers" : parameter.in;
  const own = memberOf(request[part], name);
  if (own !== undefined && own !== null) return own;
  const shared = options.parameters?.[name];
  if (shared !== undefined) return call.resolve(shared, `the parameter ${name}`);
  if (parameter.required !== true) return undefined;
  if (parameter.secret === true) throw new TransportError("transport.credentials", `${call.name}: no ${name} is given`);
  throw new XmlError("xml.encode", "Missing parameter", { path: `/${part}/${name}`, expected: "a value" });
}

/** Fills a path template. Values that would change the shape of the path are refused ("", "." and ".."), and lone surrogates. */
function filled(template: string, values: ReadonlyMap<string, unknown>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = listOf(values.get(name)).join(",");
    const usable = value !== "" && value !== "." && value !== ".." && !/[\ud800-\udfff]/u.test(value);
    if (usable) return encodeURIComponent(value);
    throw new XmlError("xml.encode", "Not a value for a path", {
      path: `/path/${name}`,
      expected: "a path segment",
      received: value,
    });
  });
}

function listOf(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

interface Content {
  readonly content?: NonNullable<Outgoing["body"]>;
  readonly type?: string;
}

function contentOf({ input, form }: Operation, body: unknown): Content {
  if (input === undefined) return {};
  if (input === "raw") return rawContent(body);
  const message = encode(input, body);
  if (form === undefined) return { content: message, type: "text/xml" };
  const fields = new URLSearchParams({ ...form.fields, [form.field]: message });
  return { content: fields.toString(), type: "application/x-www-form-urlencoded" };
}

function formContent(form: ReadonlyMap<string, unknown>): Content {
  const fields = new URLSearchParams();
  for (const [name, value] of form) for (const item of listOf(value)) fields.append(name, item);
  return { content: fields.toString(), type: "application/x-www-form-urlencoded" };
}

function rawContent(body: unknown): Content {
  const content = memberOf(body, "content");
  const type = memberOf(body, "contentType");
  const usable = typeof content === "string" || content instanceof Uint8Array || content instanceof ReadableStream;
  if (!usable || typeof type !== "string") {
    const expected = "{ contentType, content } with a string, bytes or a stream";
    throw new XmlError("xml.encode", "Not a body", { path: "/body", expected });
  }
  // RawBody promises bytes that are not in shared memory.
  return { content: content as NonNullable<Outgoing["body"]>, type };
}
