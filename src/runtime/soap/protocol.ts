import { httpError, xmlOf } from "../answer.ts";
import { runCall, type Call, type Connection, type Outcome } from "../call.ts";
import type { RootCodec, StructCodec } from "../codec/table.ts";
import { endpointOf } from "../endpoint.ts";
import { SoapFault, XmlError } from "../errors.ts";
import { httpHeaders } from "../http-headers.ts";
import { namesCredential } from "../redact.ts";
import type { CallOptions, Protocol, SoapClientOptions } from "../service.ts";
import { transportOf } from "../transport.ts";
import { decodeEnvelope, encodeEnvelope, requestOf, responseOf, type Envelope } from "./envelope.ts";
import { SOAP_12_NAMESPACE } from "./namespaces.ts";

/** SOAP 1.1 over HTTP, document/literal. */
export const soap: Protocol<"soap"> = { kind: "soap", connect };

/** A service's descriptor without the types of its messages. */
interface Service {
  readonly name: string;
  readonly endpoint: string;
  readonly operations: Readonly<Record<string, Operation>>;
}

interface Operation {
  readonly action: string;
  readonly input: RootCodec<unknown>;
  readonly headers?: StructCodec<unknown>;
  readonly output: RootCodec<unknown>;
  readonly outputHeaders?: StructCodec<unknown>;
  readonly faults: Readonly<Record<string, RootCodec<unknown>>>;
}

interface Request {
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, unknown>>;
}

type Method = (request: Request, options?: CallOptions) => Promise<Outcome>;

function connect(service: Service, options: SoapClientOptions): Readonly<Record<string, Method>> {
  const endpoint = endpointOf(service.name, options.endpoint ?? service.endpoint);
  const connection: Connection = { service: service.name, options, transport: transportOf(options) };
  const methodOf =
    (name: string, operation: Operation): Method =>
    (request, callOptions = {}) =>
      runCall(connection, name, callOptions, (call) =>
        invoke(call, operation, request, { endpoint, options, callOptions }),
      );
  return Object.fromEntries(
    Object.entries(service.operations).map(([name, operation]) => [name, methodOf(name, operation)]),
  );
}

interface Setting {
  readonly endpoint: URL;
  readonly options: SoapClientOptions;
  readonly callOptions: CallOptions;
}

async function invoke(call: Call, operation: Operation, request: Request, setting: Setting): Promise<Outcome> {
  const { endpoint, options } = setting;
  call.secrets.addFrom(request);
  const entries = await headerEntries(call, operation, request, options);
  const body = encodeEnvelope(requestOf(operation), { body: request.body, headers: entries });
  const fixed = { "Content-Type": "text/xml; charset=utf-8", SOAPAction: `"${operation.action}"` };
  const headers = httpHeaders(Object.entries({ ...fixed, ...options.headers }), call.secrets);
  const response = await call.send({ method: "POST", url: endpoint, headers, body });
  const message = decodeAnswer(call, operation, response, await call.read(response), setting);
  return { data: message.body, headers: message.headers, response };
}

/** The client's header entries that the operation has, asked for where they are functions, under those of the call. */
async function headerEntries(
  call: Call,
  operation: Operation,
  request: Request,
  options: SoapClientOptions,
): Promise<Readonly<Record<string, unknown>>> {
  const entries: Record<string, unknown> = {};
  for (const [name, secret] of Object.entries(options.soapHeaders ?? {})) {
    const known = operation.headers !== undefined && Object.hasOwn(operation.headers.fields, name);
    if (!known || secret === undefined || request.headers?.[name] !== undefined) continue;
    const value = secret === null ? null : await call.resolve(secret, `the header entry ${name}`);
    if (value !== null && (typeof secret === "function" || namesCredential(name))) call.secrets.add(value);
    entries[name] = value;
  }
  return { ...entries, ...request.headers };
}

function decodeAnswer(
  call: Call,
  operation: Operation,
  response: Response,
  bytes: Uint8Array,
  { options, callOptions }: Setting,
): Envelope<unknown, unknown> {
  const { text, attachments } = xmlOf(call, response, bytes);
  const mode = callOptions.mode ?? options.mode ?? "tolerant";
  const { onUnexpected } = options;
  try {
    const message = decodeEnvelope(responseOf(operation), text, {
      mode,
      status: response.status,
      ...(onUnexpected === undefined ? undefined : { onUnexpected }),
      ...(attachments === undefined ? undefined : { attachments }),
    });
    if (response.ok) return message;
  } catch (error) {
    // A fault counts under whatever status it comes; another version of SOAP is worth more than the status it came under.
    if (response.ok || error instanceof SoapFault || isOtherVersion(error)) throw error;
    throw httpError(call, response, bytes, error);
  }
  throw httpError(call, response, bytes);
}

function isOtherVersion(error: unknown): boolean {
  return error instanceof XmlError && error.code === "xml.root" && error.received === `{${SOAP_12_NAMESPACE}}Envelope`;
}
