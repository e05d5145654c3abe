/** Faults of the Bulk service: what they say, and which calls may be repeated. */
import type { BulkService } from "../../generated/microsoft-advertising/bulk-service.ts";
import { backoff, callRetryDelay } from "../jobs/retry.ts";
import { HttpError, JobError, SoapFault, type SpecwireError } from "../runtime/errors.ts";
import type { CallError, Named, Secret } from "../runtime/service.ts";

type Faults = BulkService[keyof BulkService]["faults"];
type Fault = SoapFault<Named<Faults>>;

/** One error of a fault, whichever of the three kinds it is. */
interface FaultError {
  readonly code: number | undefined;
  readonly text: string;
}

/** The service does not know the RequestId. */
const INVALID_REQUEST_ID = 3216;
const TOKEN_EXPIRED = 109;

/** Milliseconds to wait for codes that pass. 0 and 3227 have no time of their own. */
const waits: Readonly<Record<number, number>> = {
  0: 0,
  117: 60_000,
  207: 60_000,
  3227: 0,
  4204: 15 * 60_000,
};

/** The address was used before: a file has come. */
export const ALREADY_UPLOADED = "3224";
/** Addresses that are no good (any more): another one is to be asked for. */
const DEAD_ADDRESS: ReadonlySet<string | undefined> = new Set(["3220", "3226"]);

/** Times that Microsoft's own SDKs repeat a status call. */
const ATTEMPTS = 4;

/** A fault in the service's own words; other errors as they are. */
export function refusalOf(error: Fault | CallError): SpecwireError {
  if (!(error instanceof SoapFault)) return error;
  const errors = errorsOf(error);
  const codes = errors.flatMap(({ code }) => (code === undefined ? [] : [code]));
  if (codes.length === 0) return error;
  return new JobError(
    codes.includes(INVALID_REQUEST_ID) ? "job.unknown" : "job.refused",
    `The Bulk service refused: ${errors.map(({ text }) => text).join("; ")}`,
    {
      cause: error,
      retryable: codes.some(passes),
      vendorCode: String(codes[0]),
    },
  );
}

/** Whether an error passes, so that the same call may succeed later. */
export function passes(code: number): boolean {
  return Object.hasOwn(waits, code);
}

/** Whether an address of a file is to blame: it has expired, or is none. Storage says so with the statuses of RFC 9110, 15.5. */
export function isDeadAddress(error: unknown): boolean {
  if (error instanceof JobError) return DEAD_ADDRESS.has(error.vendorCode);
  const dead = error instanceof HttpError && [400, 401, 403, 404, 410].includes(error.status);
  return dead && error.code === "http.status";
}

/** Whether the service refused with the error of that name. */
export function isRefusedAs(error: unknown, name: string): boolean {
  const fault = error instanceof JobError ? error.cause : error;
  return fault instanceof SoapFault && errorsOf(fault).some(({ text }) => text.includes(name));
}

/** The rules for repeating a call. An expired token is worth one more call, where there may be another one. */
export function bulkRetryDelay(token: Secret): (error: unknown, attempt: number) => number | undefined {
  return (error, attempt) => {
    const renewed = typeof token === "function" && attempt === 1 ? 0 : undefined;
    // The places of files know no error codes for credentials.
    if (error instanceof HttpError && error.status === 401) return renewed;
    if (!(error instanceof JobError)) return callRetryDelay(error, attempt);
    const code = Number(error.vendorCode);
    if (code === TOKEN_EXPIRED) return renewed;
    const wait = error.retryable && attempt <= ATTEMPTS ? waits[code] : undefined;
    return wait === undefined ? undefined : Math.max(wait, backoff(error, attempt));
  };
}

function errorsOf({ detail }: Fault): readonly FaultError[] {
  switch (detail?.name) {
    case "AdApiFaultDetail":
      return (detail.value?.Errors ?? []).flatMap((one) => one ?? []).map((one) => faultError(one, one.Detail));
    case "ApiFaultDetail": {
      const { value } = detail;
      const all = [...(value?.OperationErrors ?? []), ...(value?.BatchErrors ?? [])].flatMap((one) => one ?? []);
      return all.map((one) => faultError(one, one.Details));
    }
    case undefined:
      return [];
  }
}

function faultError(
  error: {
    readonly Code?: number;
    readonly ErrorCode?: string | null;
    readonly Message?: string | null;
  },
  details: string | null | undefined,
): FaultError {
  const { Code, ErrorCode, Message } = error;
  const parts = [Code, ErrorCode].filter((part) => part !== undefined && part !== null);
  const message = [Message, details].filter((part) => part).join(" ");
  return { code: Code, text: [parts.join(" "), message].filter((part) => part !== "").join(": ") };
}
