import { TransportError } from "./errors.ts";
import { Secrets } from "./redact.ts";
import { cleanCause } from "./scrub.ts";
import type { ClientOptions, HttpCall, Transport } from "./service.ts";

/** Puts the client's interceptors around its transport, the first one outermost. */
export function transportOf(options: ClientOptions): Transport {
  const transport = fetchTransport(options.fetch);
  return (options.interceptors ?? []).reduceRight((next, interceptor) => interceptor(next), transport);
}

/**
 * The transport over `fetch`. Redirects are not followed: an answer with status 3xx is delivered as it is, because credentials
 * in headers of a service's own would go along to whatever address it names.
 *
 * @throws TransportError `transport.connection`, or the reason of the call's signal
 */
function fetchTransport(custom: typeof globalThis.fetch | undefined): Transport {
  return async (call) => {
    const sent = new Secrets();
    sent.addHeaders(call.headers);
    for (const secret of sent.values) call.conceal(secret);
    // Looked up at every call: tests and polyfills replace the global one.
    const fetch = custom ?? globalThis.fetch;
    try {
      return await fetch(call.url, requestInit(call));
    } catch (error) {
      call.signal.throwIfAborted();
      throw connectionError(`${call.service}.${call.operation}: the connection failed`, error, sent);
    }
  };
}

/** `duplex` is what a streamed body needs (Fetch, 5.4); the DOM types do not have it. */
function requestInit(call: HttpCall): RequestInit & { duplex?: "half" } {
  const { method, headers, body, signal } = call;
  const init = { method, headers, signal, redirect: "manual" } as const;
  if (body === undefined) return init;
  return body instanceof ReadableStream ? { ...init, body, duplex: "half", ...unkept() } : { ...init, body };
}

/**
 * Keeps Node from keeping all of a streamed body: its fetch clones a request (Fetch, 4.6, step 8.3), which for a stream means a second
 * branch that nobody reads, unless there is no window and a redirect is an error. Other platforms keep nothing, and some know no such error.
 */
function unkept(): { readonly redirect?: "error"; readonly window?: null } {
  const isNode = typeof navigator === "object" && navigator.userAgent?.startsWith("Node.js") === true;
  return isNode ? { redirect: "error", window: null } : {};
}

/** A connection that could not be made or broke, with the system's own code in the message (`ECONNREFUSED`). */
export function connectionError(message: string, cause: unknown, secrets: Secrets): TransportError {
  const code = systemCode(cause);
  const cleaned = cleanCause(cause, secrets);
  return new TransportError("transport.connection", code === undefined ? message : `${message} (${code})`, {
    cause: cleaned,
  });
}

/** Code of the first cause that has one. */
function systemCode(error: unknown): string | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 8; cause = cause.cause, depth++) {
    if ("code" in cause && typeof cause.code === "string" && /^[A-Z_]+$/.test(cause.code)) return cause.code;
  }
  return undefined;
}
