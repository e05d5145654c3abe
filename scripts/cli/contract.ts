/** A contract for `decode` and `encode`: its live codecs, or the diagnostics that say why there are none. */
import type { RootCodec } from "../../src/runtime/codec/table.ts";
import type { EnvelopeCodec } from "../../src/runtime/soap/envelope.ts";
import { section5 } from "../../src/runtime/soap/encoded/section5.ts";
import { formatDiagnostics } from "../diagnostics-format.ts";
import { Diagnostics } from "../diagnostics.ts";
import { LiveCodecs } from "../model/live.ts";
import type { Model, SoapOperationDef, SoapServiceDef } from "../model/model.ts";
import { buildModel } from "../pipeline.ts";
import { fetchFromWeb } from "../source/bundle-web.ts";
import { Loader, type Fetched } from "../source/load.ts";
import { ContractError, UsageError } from "./errors.ts";

/** The messages of a contract. */
export interface MessageCodecs {
  readonly model: Model;
  readonly live: LiveCodecs;
}

/** Request headers by their names. Values are secrets: they go to the origin of the contract, and into no message. */
export type RequestHeaders = Readonly<Record<string, string>>;

/**
 * Reads a WSDL or XSD, a file or a URL. Warnings go to standard error.
 *
 * @throws UsageError where headers are given and nothing is fetched
 */
export async function messagesOf(spec: string, headers?: RequestHeaders): Promise<MessageCodecs> {
  if (/\.(ya?ml|json)$/i.test(spec.replace(/[?#].*$/, "")))
    throw new UsageError("messages of an OpenAPI document are plain JSON: decode and encode are for WSDL and XSD");
  const diagnostics = new Diagnostics();
  const isOnWeb = /^https?:/.test(spec);
  if (headers !== undefined && !isOnWeb)
    throw new UsageError("--header is for contracts on the web; a file needs none");
  const loader = new Loader(diagnostics, isOnWeb ? { fetch: fetchWith(spec, headers) } : {});
  const { model, sources } = await buildModel({ entry: spec }, diagnostics, loader);
  const text = formatDiagnostics(diagnostics.all, sources, { color: process.stderr.isTTY });
  if (text !== "") process.stderr.write(text);
  if (model === undefined || diagnostics.hasErrors) throw new ContractError(`${spec} cannot be used: see above`);
  return { model, live: new LiveCodecs(model) };
}

function fetchWith(spec: string, headers: RequestHeaders = {}): (url: string) => Promise<Fetched> {
  const options = { headers: new Map(Object.entries(headers)), origin: URL.parse(spec)?.origin };
  return (url) => fetchFromWeb(url, options);
}

/** The codec of a root element: by `local` or `{namespace}local`. */
export function rootCodec({ live }: MessageCodecs, name: string): RootCodec<unknown> {
  const roots = live.roots();
  const found = roots.filter(({ namespace, localName }) => name === localName || name === `{${namespace}}${localName}`);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only.codec;
  const known = (found.length > 1 ? found : roots)
    .map(({ namespace, localName }) => `{${namespace}}${localName}`)
    .join(", ");
  throw new UsageError(
    `${found.length > 1 ? "several elements are called" : "the contract has no element"} ${name}; there are ${known}`,
  );
}

/** The tables of a SOAP operation's request or answer. */
export function envelopeCodec(
  { live }: MessageCodecs,
  operation: SpokenOperation,
  part: "request" | "response",
): EnvelopeCodec<unknown, object> {
  const headers = part === "request" ? operation.headers : operation.outputHeaders;
  const faults = Object.fromEntries(operation.faults.map(({ name, root }) => [name, live.root(root)]));
  const root = part === "request" ? operation.input : operation.output;
  return {
    body: root === undefined ? undefined : live.root(root),
    version: operation.version,
    ...(operation.rpc ? { rpc: true } : {}),
    ...(operation.encoded ? { encoded: section5 } : {}),
    ...(headers === undefined ? {} : { headers: live.struct(headers) }),
    ...(part === "response" ? { faults } : {}),
  };
}

/** An operation, and the version of SOAP that its service speaks. */
export type SpokenOperation = SoapOperationDef & Pick<SoapServiceDef, "version">;

/** All SOAP operations of a contract. */
export function soapOperations({ model }: MessageCodecs): readonly SpokenOperation[] {
  return model.services.flatMap((service) => {
    if (service.kind !== "soap") return [];
    return service.operations.map((operation) => ({ ...operation, version: service.version }));
  });
}
