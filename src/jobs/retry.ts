import { HttpError, ServiceError, SoapFault, type SpecwireError, TransportError } from "../runtime/errors.ts";
import type { Secret } from "../runtime/service.ts";

/** Calls in a row that may fail for reasons of the network before following a job gives up: about a minute. */
const ATTEMPTS = 6;
const FIRST = 1000;
const MOST = 60_000;

/** Answers of a service that is overloaded, or of a gateway before it. */
const PASSING: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/** Milliseconds before a call is repeated: doubling from one second, up to a minute. `attempt` counts from 1. */
export function backoff(attempt: number): number {
  return Math.min(FIRST * 2 ** (attempt - 1), MOST);
}

/**
 * Milliseconds before a call is repeated that failed for reasons that no vendor has to explain: no connection, no answer in
 * time, an overloaded service or gateway. What the service asked for (Retry-After) counts where it is longer. Undefined for
 * every other error, and after `attempts` in a row.
 */
export function callRetryDelay(error: unknown, attempt: number, attempts: number = ATTEMPTS): number | undefined {
  if (attempt > attempts || !isPassing(error)) return undefined;
  return Math.max(backoff(attempt), error.retryAfter ?? 0);
}

function isPassing(error: unknown): error is SpecwireError {
  if (error instanceof TransportError) {
    return error.code === "transport.connection" || error.code === "transport.deadline";
  }
  // A page in place of a message, under 200 too, is a gateway's.
  if (error instanceof HttpError) return error.code === "http.content" || PASSING.has(error.status);
  return error instanceof ServiceError && (error.status === 429 || error.status === 503);
}

/** Whether asking for a credential again may bring another one. */
export function isRenewable(secret: Secret): boolean {
  return typeof secret === "function";
}

/** HTTP status of the answer that an error is about. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof HttpError || error instanceof ServiceError || error instanceof SoapFault
    ? error.status
    : undefined;
}
