import { SpecwireError } from "./errors.ts";
import type { Secrets } from "./redact.ts";

/** Nested causes and values that are followed. */
const DEPTH = 64;

/**
 * Takes the credentials out of an error before it leaves a call: out of its messages, its excerpts, what it carries of the
 * answer, and its causes. Errors that are not ours are replaced by copies of their name, message and code: what else they
 * hold (a request, its headers) is nobody's business.
 */
export function scrub<E extends SpecwireError>(error: E, secrets: Secrets, depth = 0): E {
  for (const key of Reflect.ownKeys(error)) {
    const value: unknown = Reflect.get(error, key);
    const clean = key === "cause" ? cleanCause(value, secrets, depth + 1) : redactDeep(value, secrets, 0);
    if (clean !== value) Reflect.set(error, key, clean);
  }
  return error;
}

/** The cause of an error without credentials. */
export function cleanCause(cause: unknown, secrets: Secrets, depth = 0): unknown {
  if (typeof cause === "string") return secrets.redact(cause);
  if (!(cause instanceof Error) || depth > DEPTH) return undefined;
  if (cause instanceof SpecwireError) return scrub(cause, secrets, depth);
  return copyOf(cause, secrets, depth);
}

function copyOf(cause: Error, secrets: Secrets, depth: number): Error {
  const inner = cleanCause(cause.cause, secrets, depth + 1);
  const options = inner === undefined ? undefined : { cause: inner };
  const message = secrets.redact(cause.message);
  const copy =
    cause instanceof AggregateError
      ? new AggregateError(
          cause.errors.map((error: unknown) => cleanCause(error, secrets, depth + 1)),
          message,
          options,
        )
      : new Error(message, options);
  copy.name = cause.name;
  if (cause.stack !== undefined) copy.stack = secrets.redact(cause.stack);
  if ("code" in cause && typeof cause.code === "string") Object.assign(copy, { code: secrets.redact(cause.code) });
  return copy;
}

/** A copy of plain data without credentials; other objects as they are. */
function redactDeep(value: unknown, secrets: Secrets, depth: number): unknown {
  if (typeof value === "string") return secrets.redact(value);
  if (typeof value !== "object" || value === null || depth > DEPTH) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => redactDeep(item, secrets, depth + 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redactDeep(item, secrets, depth + 1)]));
}
