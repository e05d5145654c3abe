/** The one HTTP server in front of all stand-ins. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { DriftSwitch } from "./drift.ts";
import type { FaultSwitch } from "./faults.ts";
import {
  headOf,
  piecesOf,
  readCall,
  streamedCall,
  UnreadableRequest,
  type Answer,
  type Call,
  type StandIn,
} from "./http.ts";
import type { RecordedRequest } from "./options.ts";
import { recorded, watched } from "./recorder.ts";
import { send } from "./send.ts";
import type { Vendor } from "../jobs/model.ts";

/** What the server needs of its sandbox. */
export interface ServerOptions {
  readonly drift: DriftSwitch;
  readonly faults: FaultSwitch;
  /** Milliseconds that the drift `slow` holds answers back. */
  readonly slowness: number;
  /** Takes the requests, masked. */
  readonly requests: RecordedRequest[];
  /** Asked at each request: the stand-ins are made when the address is known. */
  readonly standIns: () => readonly StandIn[];
}

const gatewayPage =
  "<!DOCTYPE html>\n<html><head><title>503 Service Unavailable</title></head>" +
  "<body><h1>Service Unavailable</h1><p>The server is temporarily unable to service your request.</p></body></html>";

/** Listens on 127.0.0.1. Rejects where the port is taken. */
export async function listen(port: number, options: ServerOptions): Promise<Server> {
  const server = createServer((request, response) => {
    void serve(request, response, options);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return server;
}

/** Stops listening and drops what is open. */
export async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}

async function serve(request: IncomingMessage, response: ServerResponse, options: ServerOptions): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  try {
    const reply = await answerTo(request, options, gone.signal);
    if (reply === "hang-up") response.destroy();
    else await send(response, reply.answer, reply.cut);
  } catch (error) {
    // Nobody waits any more: the client or the sandbox closed the connection.
    if (gone.signal.aborted) return;
    if (response.headersSent) return void response.destroy();
    const status = error instanceof UnreadableRequest ? error.status : 500;
    const body = `sandbox: ${error instanceof Error ? error.message : String(error)}`;
    await send(response, { operation: "unknown", status, contentType: "text/plain; charset=utf-8", body });
  }
}

type Reply = "hang-up" | { readonly answer: Answer; readonly cut?: number };

async function answerTo(request: IncomingMessage, options: ServerOptions, gone: AbortSignal): Promise<Reply> {
  const head = headOf(request);
  const standIn = options.standIns().find((one) => one.owns(head.path));
  if (standIn === undefined) {
    throw new UnreadableRequest(404, `no vendor answers at ${head.path}; endpoints are listed by the sandbox`);
  }
  const { vendor } = standIn;
  const { drift, faults } = options;
  const operation = standIn.operationOf?.(head);
  const cutUpload = faults.take("cut-upload", vendor, operation);
  const whole = piecesOf(request);
  const [pieces, passed] = watched(cutUpload === undefined ? whole : cutAt(whole, cutUpload.at ?? 0));
  const streams = standIn.streams?.(head) === true;
  let call: Call;
  let answer: Answer;
  try {
    call = streams ? streamedCall(head, pieces) : await readCall(head, pieces);
    const instead = turnedAway(options, vendor, operation);
    answer = instead ?? (await standIn.answer(call));
    // What the stand-in did not want to read.
    request.resume();
  } catch (error) {
    if (error instanceof Cut || cutUpload !== undefined) return "hang-up";
    throw error;
  }
  options.requests.push(recorded(vendor, answer.operation, call, passed));
  if (drift.has("slow", vendor)) await sleep(options.slowness, undefined, { signal: gone });
  if (faults.take("answer-lost", vendor, answer.operation) !== undefined) return "hang-up";
  const cut = faults.take("cut-download", vendor, answer.operation);
  return cut === undefined ? { answer } : { answer, cut: cut.at ?? 0 };
}

/** What a gateway answers in place of the vendor. */
function turnedAway({ drift, faults }: ServerOptions, vendor: Vendor, operation = "unknown"): Answer | undefined {
  const page = { operation, contentType: "text/html; charset=utf-8", body: gatewayPage };
  if (drift.has("html-error", vendor)) return { ...page, operation: "unknown", status: 503 };
  const busy = faults.take("busy", vendor, operation);
  if (busy === undefined) return undefined;
  const headers = busy.retryAfter === undefined ? {} : { headers: { "retry-after": String(busy.retryAfter) } };
  return { ...page, status: busy.status ?? 503, ...headers };
}

/** The connection breaks here. */
class Cut extends Error {}

async function* cutAt(pieces: AsyncIterable<Uint8Array>, at: number): AsyncGenerator<Uint8Array, void, undefined> {
  let passed = 0;
  for await (const piece of pieces) {
    if (passed + piece.byteLength >= at) {
      yield piece.subarray(0, at - passed);
      throw new Cut();
    }
    passed += piece.byteLength;
    yield piece;
  }
  throw new Cut();
}
