/** The one HTTP server in front of all stand-ins. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { DriftSwitch } from "./drift.ts";
import { readCall, UnreadableRequest, type Answer, type StandIn } from "./http.ts";
import type { RecordedRequest } from "./options.ts";
import { recorded } from "./recorder.ts";

/** What the server needs of its sandbox. */
export interface ServerOptions {
  readonly drift: DriftSwitch;
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
    send(response, await answerTo(request, options, gone.signal));
  } catch (error) {
    // Nobody waits any more: the client or the sandbox closed the connection.
    if (gone.signal.aborted) return;
    const status = error instanceof UnreadableRequest ? error.status : 500;
    const body = `sandbox: ${error instanceof Error ? error.message : String(error)}`;
    send(response, { operation: "unknown", status, contentType: "text/plain; charset=utf-8", body });
  }
}

async function answerTo(request: IncomingMessage, options: ServerOptions, gone: AbortSignal): Promise<Answer> {
  const call = await readCall(request);
  const standIn = options.standIns().find((one) => one.owns(call.path));
  if (standIn === undefined) {
    throw new UnreadableRequest(404, `no vendor answers at ${call.path}; endpoints are listed by the sandbox`);
  }
  const { vendor } = standIn;
  if (options.drift.has("html-error", vendor)) {
    options.requests.push(recorded(vendor, "unknown", call));
    return { operation: "unknown", status: 503, contentType: "text/html; charset=utf-8", body: gatewayPage };
  }
  const answer = await standIn.answer(call);
  options.requests.push(recorded(vendor, answer.operation, call));
  if (options.drift.has("slow", vendor)) await sleep(options.slowness, undefined, { signal: gone });
  return answer;
}

function send(response: ServerResponse, answer: Answer): void {
  const body = typeof answer.body === "string" ? Buffer.from(answer.body, "utf8") : answer.body;
  const contentType = answer.contentType === undefined ? {} : { "content-type": answer.contentType };
  const length = answer.status === 204 ? {} : { "content-length": body.byteLength };
  response.writeHead(answer.status, { ...contentType, ...length, ...answer.headers });
  response.end(body);
}
