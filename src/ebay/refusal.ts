/** Errors of eBay's services: in an answer, or bare; and which calls may be repeated. */
import type { BulkDataExchangeService, ErrorMessage } from "../../generated/ebay/bulk-data-exchange.ts";
import { backoff, callRetryDelay } from "../jobs/retry.ts";
import { JobError, ServiceError, type SpecwireError } from "../runtime/errors.ts";
import type { CallError, Named } from "../runtime/service.ts";

type Bare = ServiceError<Named<BulkDataExchangeService["getJobStatus"]["errors"]>>;

/** Authentication failed. Its category says that the system is at fault, but repeating does not help. */
const AUTHENTICATION_FAILED = 11002n;

/** Times that eBay says to repeat a call. */
const ATTEMPTS = 2;

/** The bare error message that comes in place of an answer, in eBay's own words; other errors as they are. */
export function refusalOf(error: Bare | CallError): SpecwireError {
  if (!(error instanceof ServiceError)) return error;
  return refusal(error.detail.value, { cause: error });
}

/**
 * The refusal that an answer is, if it is one.
 *
 * @param redact takes credentials out of a text of eBay's
 */
export function refusalIn(
  answer: { readonly ack: string; readonly errorMessage?: ErrorMessage },
  redact: (text: string) => string,
): JobError | undefined {
  return answer.ack === "Failure" ? refusal(answer.errorMessage, {}, redact) : undefined;
}

/** Errors of the File Transfer service that pass, and the times that a call is repeated for each of them. */
const passing: Readonly<Record<string, number>> = { 10: 2, 11: 1, 14: 6, 16: 2, 17: 2, 18: 2 };

/** The rules for repeating a call that carries a file: numbers of errors have another meaning there. */
export function fileRetryDelay(error: unknown, attempt: number): number | undefined {
  const times = error instanceof JobError ? passing[error.vendorCode ?? ""] : undefined;
  if (!(error instanceof JobError) || times === undefined) return jobRetryDelay(error, attempt);
  return attempt <= times ? backoff(error, attempt) : undefined;
}

/** The rules for repeating a status call. */
export function jobRetryDelay(error: unknown, attempt: number): number | undefined {
  if (!(error instanceof JobError)) return callRetryDelay(error, attempt);
  return error.retryable && attempt <= ATTEMPTS ? backoff(error, attempt) : undefined;
}

function refusal(
  message: ErrorMessage | null | undefined,
  options: { readonly cause?: unknown },
  redact: (text: string) => string = (text) => text,
): JobError {
  const errors = (message?.error ?? []).flatMap((one) => one ?? []);
  const texts = errors.map(({ errorId, domain, message: text }) => `${errorId} (${domain}): ${text}`);
  return new JobError("job.refused", redact(`eBay refused: ${texts.join("; ") || "no reason given"}`), {
    ...options,
    retryable: errors.some(({ category }) => category === "System") && !isAuthentication(errors),
    ...(errors[0] === undefined ? {} : { vendorCode: String(errors[0].errorId) }),
  });
}

function isAuthentication(errors: readonly { readonly errorId: bigint }[]): boolean {
  return errors.some(({ errorId }) => errorId === AUTHENTICATION_FAILED);
}
