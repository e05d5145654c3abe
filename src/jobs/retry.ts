import { HttpError, TransportError, type SpecwireError } from "../runtime/errors.ts";

/** Calls in a row that may fail for reasons of the network before following a job gives up: about a minute. */
const ATTEMPTS = 6;
const FIRST = 1000;
const MOST = 60_000;

/** Answers of a service that is overloaded, or of a gateway before it. */
const PASSING: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Milliseconds before a call is repeated: doubling from one second, up to a minute; what the service asked for
 * (Retry-After) where that is longer.
 *
 * @param attempt calls in a row that failed, from 1
 */
export function backoff(error: SpecwireError, attempt: number): number {
  return Math.max(Math.min(FIRST * 2 ** (attempt - 1), MOST), error.retryAfter ?? 0);
}

/**
 * Milliseconds before a call is repeated that failed for reasons that no vendor has to explain: no connection, no answer in
 * time, an overloaded service or gateway. Undefined for every other error, and after `attempts` in a row.
 */
export function callRetryDelay(error: unknown, attempt: number, attempts: number = ATTEMPTS): number | undefined {
  return attempt <= attempts && isPassing(error) ? backoff(error, attempt) : undefined;
}

/** Whether an HTTP status says that the same call may succeed later. */
export function isPassingStatus(status: number): boolean {
  return PASSING.has(status);
}

function isPassing(error: unknown): error is SpecwireError {
  if (error instanceof TransportError) {
    return error.code === "transport.connection" || error.code === "transport.deadline";
  }
  // A page in place of a message, under 200 too, is a gateway's.
  return error instanceof HttpError && (error.code === "http.content" || isPassingStatus(error.status));
}
