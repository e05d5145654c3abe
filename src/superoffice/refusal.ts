/** Errors of SuperOffice's web API, and which calls may be repeated. */
import type { components } from "../../generated/superoffice/batch-task.ts";
import { backoff, callRetryDelay, isPassingStatus } from "../jobs/retry.ts";
import { HttpError, JobError, ServiceError, type SpecwireError } from "../runtime/errors.ts";
import type { CallError, Secret } from "../runtime/service.ts";

type ErrorInfo = components["schemas"]["ErrorInfo"];

/** Times that a call is repeated that the service could not serve. */
const ATTEMPTS = 4;
const UNAUTHORIZED = 401;

/** An error answer in SuperOffice's own words; other errors as they are. */
export function refusalOf(error: ServiceError<ErrorInfo> | CallError): SpecwireError {
  if (!(error instanceof ServiceError)) return error;
  const { ErrorType, ErrorMessage } = error.detail;
  const text = [ErrorType, ErrorMessage].filter((part) => part).join(": ") || "no reason given";
  return new JobError(
    error.status === 404 ? "job.unknown" : "job.refused",
    `SuperOffice refused: ${text} (HTTP ${error.status})`,
    {
      cause: error,
      retryable: isPassingStatus(error.status),
      ...(ErrorType ? { vendorCode: ErrorType } : {}),
    },
  );
}

/** The rules for repeating a status call. A refused credential is worth one more call, where there may be another one. */
export function taskRetryDelay(token: Secret): (error: unknown, attempt: number) => number | undefined {
  return (error, attempt) => {
    if (statusBehind(error) === UNAUTHORIZED) return typeof token === "function" && attempt === 1 ? 0 : undefined;
    if (!(error instanceof JobError)) return callRetryDelay(error, attempt);
    return error.retryable && attempt <= ATTEMPTS ? backoff(error, attempt) : undefined;
  };
}

function statusBehind(error: unknown): number | undefined {
  const answer = error instanceof JobError ? error.cause : error;
  return answer instanceof ServiceError || answer instanceof HttpError ? answer.status : undefined;
}
