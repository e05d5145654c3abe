import { httpError, xmlOf, type XmlAnswer } from "../answer.ts";
import { runCall, type Call, type Connection, type Outcome } from "../call.ts";
import type { RootCodec, StructCodec } from "../codec/table.ts";
import { endpointOf } from "../endpoint.ts";
import { SoapFault, XmlError } from "../errors.ts";
import { httpHeaders } from "../http-headers.ts";
import { namesCredential } from "../redact.ts";
import type { CallOptions, Protocol, SoapClientOptions } from "../service.ts";
import { transportOf } from "../transport.ts";
import { addressed, type Addressing } from "./addressing.ts";
import type { AttachmentParts, SoapAttachments } from "./attachments.ts";
import type { SoapEncoding } from "./encoded/section5.ts";
import { decodeEnvelope, encodeEnvelope, type Envelope, type EnvelopeCodec } from "./envelope.ts";
import type { HeaderBlocks } from "./header-blocks.ts";
import { SOAP_12_NAMESPACE, type SoapVersion } from "./namespaces.ts";

/** SOAP 1.1 over HTTP. */
export const soap: Protocol<"soap"> = { kind: "soap", connect: connectAs("1.1") };

/** SOAP 1.2 over HTTP. */
export const soap12: Protocol<"soap"> = { kind: "soap", connect: connectAs("1.2") };

/** A service's descriptor without the types of its messages. */
interface Service {
  readonly name: string;
  readonly endpoint: string;
  readonly addressing?: true;
  readonly operations: Readonly<Record<string, Operation>>;
}

interface Operation {
  readonly action: string;
  readonly addressingAction?: string;
  readonly encoded?: SoapEncoding;
  readonly rpc?: true;
  readonly input: RootCodec<unknown> | undefined;
  readonly headers?: StructCodec<unknown>;
  readonly output: RootCodec<unknown> | undefined;
  readonly outputHeaders?: StructCodec<unknown>;
  readonly faults: Readonly<Record<string, RootCodec<unknown>>>;
  readonly packed?: SoapAttachments;
  readonly attachments?: AttachmentParts;
  readonly outputAttachments?: AttachmentParts;
}

interface Request {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly headerBlocks?: HeaderBlocks;
  readonly attachments?: unknown;
}

type Method = (request?: Request, options?: CallOptions) => Promise<Outcome>;

type Connect = (service: Service, options: SoapClientOptions) => Readonly<Record<string, Method>>;

function connectAs(version: SoapVersion): Connect {
  return (service, options) => connect(service, options, version);
}

function connect(service: Service, options: SoapClientOptions, version: SoapVersion): ReturnType<Connect> {
  const endpoint = endpointOf(service.name, options.endpoint ?? service.endpoint);
  const isAddressed = options.addressing ?? service.addressing ?? false;
  const connection: Connection = { service: service.name, options, transport: transportOf(options) };
  const methodOf =
    (name: string, operation: Operation): Method =>
    (request = {}, callOptions = {}) =>
      runCall(connection, name, callOptions, (call) =>
        invoke(call, operation, request, {
          version,
          endpoint,
          options,
          callOptions,
          ...(isAddressed ? { addressing: addressed(endpoint, operation.addressingAction ?? operation.action) } : {}),
        }),
      );
  return Object.fromEntries(
    Object.entries(service.operations).map(([name, operation]) => [name, methodOf(name, operation)]),
  );
}

interface Setting {
  readonly version: SoapVersion;
  readonly endpoint: URL;
  readonly options: SoapClientOptions;
  readonly callOptions: CallOptions;
  readonly addressing?: Addressing;
}

async function invoke(call: Call, operation: Operation, request: Request, setting: Setting): Promise<Outcome> {
  const { version, endpoint, options } = setting;
  call.secrets.addFrom({ body: request.body, headers: request.headers });
  const entries = await headerEntries(call, operation, request, options);
  const codec = { ...tablesOf(operation, operation.headers, setting), body: operation.input };
  const envelope = encodeEnvelope(codec, {
    body: request.body,
    headers: entries,
    headerBlocks: { ...options.soapHeaderBlocks, ...request.headerBlocks },
  });
  const said = contentHeaders(version, operation);
  const { body, contentType } = packedOf(operation, envelope, said["Content-Type"], request);
  const headers = httpHeaders(
    Object.entries({ ...said, "Content-Type": contentType, ...options.headers }),
    call.secrets,
  );
  // The boundary between the parts stands in it: nobody else can know that.
  if (operation.packed !== undefined) headers.set("Content-Type", contentType);
  const response = await call.send({ method: "POST", url: endpoint, headers, body });
  const bytes = await call.read(response);
  // What answers nothing is understood by its status (WS-I Basic Profile 1.1, 4.7.9); a message may come all the same.
  if (operation.output === undefined && response.ok && bytes.length === 0)
    return { data: undefined, headers: {}, response };
  const answer = xmlOf(call, response, bytes);
  const message = decodeAnswer(call, operation, response, bytes, answer, setting);
  const { packed, outputAttachments: parts } = operation;
  const more =
    packed === undefined || parts === undefined ? {} : { attachments: packed.unpack(answer.parts ?? [], parts) };
  return { data: message.body, headers: message.headers, response, ...more };
}

/** The body of a request: its envelope alone, or packed with the attachments that the contract has. */
function packedOf(
  { packed, attachments: parts }: Operation,
  envelope: string,
  contentType: string,
  { attachments }: Request,
): { readonly body: string | Uint8Array<ArrayBuffer>; readonly contentType: string } {
  if (packed === undefined || parts === undefined) return { body: envelope, contentType };
  return packed.pack(envelope, contentType, attachments, parts);
}

/** The HTTP headers that say what is sent, and to which operation (SOAP 1.1, 6.1; SOAP 1.2 part 2, 7 and RFC 3902). */
function contentHeaders(
  version: SoapVersion,
  { action }: Operation,
): { readonly "Content-Type": string; readonly SOAPAction?: string } {
  if (version === "1.1") return { "Content-Type": "text/xml; charset=utf-8", SOAPAction: `"${action}"` };
  const parameter = action === "" ? "" : `; action="${action}"`;
  return { "Content-Type": `application/soap+xml; charset=utf-8${parameter}` };
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
  { document, attachments }: XmlAnswer,
  setting: Setting,
): Envelope<unknown, unknown> {
  const { options, callOptions } = setting;
  const mode = callOptions.mode ?? options.mode ?? "tolerant";
  const { onUnexpected, understood } = options;
  const { output: body, outputHeaders, faults } = operation;
  const codec = {
    ...tablesOf(operation, outputHeaders, setting),
    ...(operation.rpc === true ? { rpc: operation.rpc } : {}),
    body,
    faults,
  };
  try {
    const message = decodeEnvelope(codec, document, {
      mode,
      status: response.status,
      ...(onUnexpected === undefined ? undefined : { onUnexpected }),
      ...(understood === undefined ? undefined : { understood }),
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

function tablesOf(
  { encoded }: Operation,
  headers: StructCodec<unknown> | undefined,
  { version, addressing }: Setting,
): Omit<EnvelopeCodec<unknown, unknown>, "body" | "faults"> {
  return {
    version,
    ...(headers === undefined ? {} : { headers }),
    ...(encoded === undefined ? {} : { encoded }),
    ...(addressing === undefined ? {} : { addressing }),
  };
}

function isOtherVersion(error: unknown): boolean {
  return error instanceof XmlError && error.code === "xml.root" && error.received === `{${SOAP_12_NAMESPACE}}Envelope`;
}
