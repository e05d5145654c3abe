/** Errors of Salesforce's Bulk API, and which calls may be repeated. */
import type { AsyncApi } from "../../generated/salesforce/async-api.ts";
import { backoff, callRetryDelay } from "../jobs/retry.ts";
import { JobError, ServiceError, type SpecwireError } from "../runtime/errors.ts";
import type { CallError, Named, Secret } from "../runtime/service.ts";

type Refusal = ServiceError<Named<AsyncApi["getBatch"]["errors"]>>;

/** The job or batch is not there, or not any more. */
const unknown: ReadonlySet<string> = new Set(["InvalidJob", "InvalidBatch", "Gone"]);

const SESSION_ENDED = "InvalidSessionId";

/** Milliseconds to wait for codes that pass; 0 for those without a time of their own. A quota is for 24 hours: no haste. */
const waits: Readonly<Record<string, number>> = {
  Unknown: 0,
  InternalServerError: 0,
  Timeout: 0,
  TooManyLockFailure: 0,
  ExceededQuota: 5 * 60_000,
};

/** Times in a row that a call is repeated. */
const ATTEMPTS = 5;

/** An error message in Salesforce's own words; other errors as they are. */
export function refusalOf(error: Refusal | CallError): SpecwireError {
  if (!(error instanceof ServiceError)) return error;
  const { exceptionCode, exceptionMessage } = error.detail.value;
  return new JobError(
    unknown.has(exceptionCode) ? "job.unknown" : "job.refused",
    `Salesforce refused: ${exceptionCode}: ${exceptionMessage}`,
    { cause: error, retryable: Object.hasOwn(waits, exceptionCode), vendorCode: exceptionCode },
  );
}

/** The rules for repeating a status call. An ended session is worth one more call, where there may be another one. */
export function asyncRetryDelay(session: Secret): (error: unknown, attempt: number) => number | undefined {
  return (error, attempt) => {
    if (!(error instanceof JobError)) return callRetryDelay(error, attempt);
    const code = error.vendorCode ?? "";
    if (code === SESSION_ENDED) return typeof session === "function" && attempt === 1 ? 0 : undefined;
    const wait = error.retryable && attempt <= ATTEMPTS ? waits[code] : undefined;
    return wait === undefined ? undefined : Math.max(wait, backoff(error, attempt));
  };
}
