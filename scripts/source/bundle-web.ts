/** Documents from the web: redirects, limits, and what servers answer in place of a contract. */
import { gunzipSync } from "node:zlib";
import type { Fetched } from "./load.ts";

/** How documents are fetched. */
export interface WebOptions {
  /** Request headers with their values, which are secrets: they go to `origin` only, and into no message. */
  readonly headers?: ReadonlyMap<string, string>;
  /** The origin that the headers are for: that of the contract. */
  readonly origin?: string | undefined;
  /** Milliseconds that one document may take. */
  readonly timeout?: number;
  /** Bytes that one document may have. */
  readonly limit?: number;
}

/** A document that its server says it does not have. */
export class NoSuchDocument extends Error {
  override readonly name = "NoSuchDocument";
}

const redirects = 10;
const defaultTimeout = 60_000;
const defaultLimit = 128 * 1024 * 1024;

/**
 * Fetches a document.
 *
 * @throws Error in words for people where there is none; NoSuchDocument where the server says so.
 */
export async function fetchFromWeb(url: string, options: WebOptions = {}): Promise<Fetched> {
  const timeout = options.timeout ?? defaultTimeout;
  const signal = AbortSignal.timeout(timeout);
  try {
    const { response, address } = await follow(new URL(url), options, signal);
    const bytes = unzipped(await bodyOf(response, options.limit ?? defaultLimit), options.limit ?? defaultLimit);
    refuseOther(bytes, response.headers.get("content-type") ?? "");
    return { bytes, url: address };
  } catch (error) {
    if (signal.aborted) throw new Error(`the server did not answer within ${timeout / 1000} s`, { cause: error });
    throw error instanceof TypeError ? new Error(networkReason(error), { cause: error }) : error;
  }
}

/** The answer that redirects lead to, and its address without query: relative locations do not need it, and it may be signed. */
async function follow(
  start: URL,
  options: WebOptions,
  signal: AbortSignal,
): Promise<{ readonly response: Response; readonly address: string }> {
  let address = start;
  for (let hop = 0; hop <= redirects; hop++) {
    const response = await fetch(address, { headers: headersFor(address, options), redirect: "manual", signal });
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null) {
      refuseStatus(response.status);
      return { response, address: address.href === start.href ? start.href : address.origin + address.pathname };
    }
    await response.body?.cancel();
    address = redirectTarget(location, address);
  }
  throw new Error(`the server redirects more than ${redirects} times`);
}

function redirectTarget(location: string, from: URL): URL {
  const target = URL.parse(location, from);
  if (target === null || !/^https?:$/.test(target.protocol)) {
    throw new Error("the server redirects to what is no address on the web");
  }
  target.username = "";
  target.password = "";
  return target;
}

/** Credentials stay with the origin that they are for, whatever documents import and wherever redirects lead. */
function headersFor(address: URL, { headers, origin }: WebOptions): Headers {
  const own = new Headers({ accept: "text/xml, application/xml, application/yaml, application/json, */*;q=0.5" });
  if (address.origin === origin) for (const [name, value] of headers ?? []) own.set(name, value);
  return own;
}

function refuseStatus(status: number): void {
  if (status >= 200 && status <= 299) return;
  const message = `the server answers with HTTP status ${status}`;
  if (status === 404 || status === 410) throw new NoSuchDocument(message);
  const hint = status === 401 || status === 403 ? " (--header sends credentials along)" : "";
  throw new Error(message + hint);
}

/** The body, as far as the limit allows: what is sent compressed counts by what comes out. */
async function bodyOf(response: Response, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > limit) throw tooLarge(limit);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** A file that is gzip by itself (`schema.xsd.gz`), which no header tells. */
function unzipped(bytes: Uint8Array, limit: number): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: limit });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(limit);
    throw new Error("the server answers with damaged gzip", { cause: error });
  }
}

function tooLarge(limit: number): Error {
  return new Error(`the document has more than ${limit} bytes`);
}

/** Login pages and errors come under status 200, too. */
function refuseOther(bytes: Uint8Array, contentType: string): void {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString("latin1").replaceAll("\0", "");
  if (start.trim() === "") throw new Error("the server answers with an empty document");
  if (!/^[^<]{0,8}<(?:!doctype\s+html|html)\b/i.test(withoutProlog(start))) return;
  const title = /<title[^>]*>([^<]{1,80})/i.exec(start)?.[1]?.replace(/\s+/g, " ").trim();
  const called = title === undefined || title === "" ? "" : ` called "${printable(title)}"`;
  const type = contentType === "" ? "" : ` (${printable(contentType.slice(0, 60))})`;
  throw new Error(`the server answers with an HTML page${called}${type} in place of a contract`);
}

/** XHTML pages begin with an XML declaration and comments. */
function withoutProlog(text: string): string {
  return text
    .replace(/^\W{0,3}<\?xml[^>]*>/, "")
    .replace(/^(?:\s*<!--[\s\S]*?-->)+/, "")
    .trimStart();
}

function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, "?");
}

/** What `fetch` means by "fetch failed". */
function networkReason(error: TypeError): string {
  const { cause } = error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return code === "" ? "the connection failed" : `the connection failed (${code})`;
}
