/** Requests and answers as the stand-ins see them. */
import type { IncomingMessage } from "node:http";
import { gunzipSync } from "node:zlib";
import type { JobHandle, Vendor } from "../jobs/model.ts";
import type { SandboxJob } from "./options.ts";

/** A request, read to its end. */
export interface Call {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Content coding undone. */
  readonly body: Uint8Array<ArrayBuffer>;
  /** The body as UTF-8. */
  readonly text: string;
}

/** What a stand-in answers. */
export interface Answer {
  /** The operation that was asked for, for the record. */
  readonly operation: string;
  readonly status: number;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** One vendor's stand-in. */
export interface StandIn {
  readonly vendor: Vendor;
  /** Whether a path is one of the vendor's. */
  owns(path: string): boolean;
  answer(call: Call): Answer | Promise<Answer>;
  addJob(job: SandboxJob): JobHandle;
}

/** Most bytes that a request may have. */
const mostBytes = 64 * 1024 * 1024;

/** A request that cannot be read; becomes an answer of that HTTP status. */
export class UnreadableRequest extends Error {
  readonly status: number;

  constructor(status: number, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.status = status;
  }
}

/** Reads a request to its end. Rejects with UnreadableRequest. */
export async function readCall(request: IncomingMessage): Promise<Call> {
  const url = new URL(request.url ?? "/", "http://sandbox");
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value);
  const body = decoded(await collected(request), headers["content-encoding"]);
  const text = new TextDecoder().decode(body);
  return { method: request.method ?? "GET", path: url.pathname, query: url.searchParams, headers, body, text };
}

async function collected(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request) {
    if (!(chunk instanceof Uint8Array)) throw new UnreadableRequest(400, "The request's body is not bytes");
    length += chunk.byteLength;
    if (length > mostBytes) throw new UnreadableRequest(413, `The request is larger than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function decoded(body: Uint8Array<ArrayBuffer>, coding: string | undefined): Uint8Array<ArrayBuffer> {
  // Salesforce's documentation sends the header with GET requests too, where there is nothing to unpack.
  if (body.byteLength === 0 || coding === undefined || coding === "identity") return body;
  if (coding !== "gzip") throw new UnreadableRequest(415, `The content coding ${coding} is not supported`);
  try {
    return new Uint8Array(gunzipSync(body));
  } catch (cause) {
    throw new UnreadableRequest(400, "The request's body is not gzip, though its header says so", { cause });
  }
}

/** The media type of a request without its parameters, in lower case. */
export function mediaType(call: Call): string {
  return (call.headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}
