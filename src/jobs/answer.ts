import type { SpecwireError } from "../runtime/errors.ts";
import type { CallOptions, Result } from "../runtime/service.ts";
import type { StatusOptions } from "./model.ts";

/** The part of a status call's options that the client takes. */
export function callOptions({ signal, deadline }: StatusOptions): CallOptions {
  return { ...(signal === undefined ? {} : { signal }), ...(deadline === undefined ? {} : { deadline }) };
}

/**
 * The data of a call.
 *
 * @param refined what the vendor's module makes of the call's error: a refusal in the vendor's own words
 * @throws that error, with `retryAfter` where the answer has the header (RFC 9110, 10.2.3)
 */
export function dataOf<Data, Failure extends SpecwireError>(
  result: Result<Data, Failure, unknown>,
  refined: (error: Failure) => SpecwireError,
): Data {
  // A call without an error has data; that this may itself be undefined keeps the compiler from seeing it.
  if (result.error === undefined) return result.data as Data;
  const error = refined(result.error);
  const retryAfter = retryAfterOf(result.response?.headers.get("retry-after"));
  throw retryAfter === undefined ? error : Object.assign(error, { retryAfter });
}

/** Milliseconds that a Retry-After header asks for: seconds, or a date. */
function retryAfterOf(header: string | null | undefined): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
