/** Requests and answers as the stand-ins see them. */
import type { IncomingMessage } from "node:http";
import { createGunzip, gunzipSync } from "node:zlib";
import { pipeline } from "node:stream";
import type { JobHandle, Vendor } from "../jobs/model.ts";
import type { SandboxJob } from "./options.ts";

/** A request before its body has come. */
export interface CallHead {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A request, read to its end where its body is not a stream. */
export interface Call extends CallHead {
  /** Content coding undone. Empty where the body is a stream. */
  readonly body: Uint8Array<ArrayBuffer>;
  /** The body as UTF-8. */
  readonly text: string;
  /** The body as it comes, content coding undone: for calls that the stand-in `streams`. */
  readonly content?: AsyncIterable<Uint8Array>;
}

/** What a stand-in answers. */
export interface Answer {
  /** The operation that was asked for, for the record. */
  readonly operation: string;
  readonly status: number;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Pieces of a body are made as they are sent; without a `length` it is sent in chunks. */
  readonly body: string | Uint8Array | AsyncIterable<Uint8Array>;
  /** Bytes of a body in pieces. */
  readonly length?: number;
}

/** One vendor's stand-in. */
export interface StandIn {
  readonly vendor: Vendor;
  /** Whether a path is one of the vendor's. */
  owns(path: string): boolean;
  /** The operation, as far as it can be told without the body: what faults go by. */
  operationOf?(head: CallHead): string | undefined;
  /** Whether the body of a call is handed on as it comes: files, which may be larger than memory. */
  streams?(head: CallHead): boolean;
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

/** What a request says before its body. */
export function headOf(request: IncomingMessage): CallHead {
  const url = new URL(request.url ?? "/", "http://sandbox");
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value);
  return { method: request.method ?? "GET", path: url.pathname, query: url.searchParams, headers };
}

/** Reads a request to its end. Rejects with UnreadableRequest. */
export async function readCall(head: CallHead, pieces: AsyncIterable<Uint8Array>): Promise<Call> {
  const body = decoded(await collected(pieces), head.headers["content-encoding"]);
  return { ...head, body, text: new TextDecoder().decode(body) };
}

/** A request whose body is handed on as it comes. Throws UnreadableRequest. */
export function streamedCall(head: CallHead, pieces: AsyncIterable<Uint8Array>): Call {
  const coding = head.headers["content-encoding"] ?? "identity";
  if (coding !== "gzip" && coding !== "identity") throw unsupportedCoding(coding);
  const content = coding === "gzip" ? unpacked(pieces) : pieces;
  return { ...head, body: new Uint8Array(), text: "", content };
}

/** The body of a request in pieces. Rejects with UnreadableRequest. */
export async function* piecesOf(request: IncomingMessage): AsyncGenerator<Uint8Array, void, undefined> {
  // Who stops reading has not hung up: an answer is still to come.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!(chunk instanceof Uint8Array)) throw new UnreadableRequest(400, "The request's body is not bytes");
    yield chunk;
  }
}

async function* unpacked(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const gunzip = pipeline(pieces, createGunzip(), () => undefined);
  try {
    for await (const chunk of gunzip) if (chunk instanceof Uint8Array) yield chunk;
  } catch (cause) {
    throw notGzip(cause);
  }
}

async function collected(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of pieces) {
    length += chunk.byteLength;
    if (length > mostBytes) throw new UnreadableRequest(413, `The request is larger than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function decoded(body: Uint8Array<ArrayBuffer>, coding: string | undefined): Uint8Array<ArrayBuffer> {
  // Salesforce's documentation sends the header with GET requests too, where there is nothing to unpack.
  if (body.byteLength === 0 || coding === undefined || coding === "identity") return body;
  if (coding !== "gzip") throw unsupportedCoding(coding);
  try {
    return new Uint8Array(gunzipSync(body));
  } catch (cause) {
    throw notGzip(cause);
  }
}

function unsupportedCoding(coding: string): UnreadableRequest {
  return new UnreadableRequest(415, `The content coding ${coding} is not supported`);
}

function notGzip(cause: unknown): UnreadableRequest {
  return new UnreadableRequest(400, "The request's body is not gzip, though its header says so", { cause });
}

/** The media type of a request without its parameters, in lower case. */
export function mediaType(call: CallHead): string {
  return (call.headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}
