/** Submitting jobs: what the verbs take, and what is said where one breaks off. */
import { HttpError, JobError, ServiceError, SoapFault, TransportError, XmlError } from "../runtime/errors.ts";
import { handleFrom } from "./handle.ts";
import type { JobHandle, JobSnapshot } from "./model.ts";
import type { JobResults } from "./results.ts";
import type { TransferProgress } from "./source.ts";

/** What every verb takes. */
export interface VerbOptions {
  /**
   * Stops the verb: it rejects with `transport.aborted`, submitting that has begun with `job.submit-stopped`. What the vendor has
   * carried out stays.
   */
  readonly signal?: AbortSignal;
  /** Milliseconds that each single call may take, instead of the client's own. */
  readonly deadline?: number;
  /** Told of every failed call that is going to be repeated. */
  readonly onRetry?: (error: unknown, delay: number) => void;
}

/** How to submit a job. */
export interface SubmitOptions<H extends JobHandle = JobHandle> extends VerbOptions {
  /**
   * Awaited before every call that cannot be repeated, and when the job is started: keep the handle, and a process that dies can
   * be followed by one that calls `resume`.
   */
  readonly onHandle?: (handle: H) => void | Promise<void>;
  readonly onProgress?: (progress: TransferProgress) => void;
}

/** Starts jobs. */
export interface JobSubmitter<Request, H extends JobHandle = JobHandle> {
  /**
   * Creates a job, uploads what belongs to it and starts it.
   *
   * Rejects with `job.limit` and `job.request` before anything is sent, `job.submit-stopped` where `resume` can go on, and
   * `job.submit-unknown` where nobody can say whether the job exists.
   */
  submit(request: Request, options?: SubmitOptions<H>): Promise<H>;
  /**
   * Goes on with a submission that broke off: asks the vendor what it has, and sends what is missing. Never submits twice. A handle
   * of a job that was started is given back as it is.
   */
  resume(handle: H, request: Request, options?: SubmitOptions<H>): Promise<H>;
}

/** Stops jobs. */
export interface JobCanceller<H extends JobHandle = JobHandle, Raw = unknown> {
  /** Asks the vendor to stop a job; answers how the job stands after that. */
  cancel(handle: H, options?: VerbOptions): Promise<JobSnapshot<Raw>>;
}

/** Lists jobs. */
export interface JobLister<Query, Raw = unknown> {
  /** Jobs at the vendor, page by page as they are asked for. */
  list(query?: Query, options?: VerbOptions): AsyncIterable<JobSnapshot<Raw>>;
}

/** Has results of jobs. */
export interface ResultSource<H extends JobHandle = JobHandle, Row = Readonly<Record<string, string>>> {
  /**
   * What a job has left behind. Rejects with `job.no-results` where that is nothing (any more), or not yet something.
   */
  results(handle: H, options?: VerbOptions): Promise<JobResults<Row>>;
}

/**
 * What is known of a call that failed. `refused`: the vendor said no. `not-sent`: it never reached the vendor, or was turned away
 * unread. `unknown`: it may have been carried out.
 */
export type CallFate = "refused" | "not-sent" | "unknown";

/** Turned away before they are read: too many calls (RFC 6585, 4), out of service (RFC 9110, 15.6.4). */
const TURNED_AWAY: ReadonlySet<number> = new Set([429, 503]);

/** Codes of connections that were never there. */
const UNCONNECTED: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** What is known of a call that failed with an error. */
export function fateOf(error: unknown): CallFate {
  if (error instanceof JobError || error instanceof ServiceError || error instanceof SoapFault) return "refused";
  if (error instanceof HttpError) {
    if (TURNED_AWAY.has(error.status)) return "not-sent";
    return error.status >= 400 && error.status < 500 && error.status !== 408 ? "refused" : "unknown";
  }
  if (error instanceof XmlError) return error.code === "xml.encode" ? "not-sent" : "unknown";
  if (!(error instanceof TransportError)) return "unknown";
  if (error.code === "transport.credentials") return "not-sent";
  return error.code === "transport.connection" && neverConnected(error) ? "not-sent" : "unknown";
}

function neverConnected(error: Error): boolean {
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 8; cause = cause.cause, depth++) {
    if ("code" in cause && typeof cause.code === "string" && UNCONNECTED.has(cause.code)) return true;
  }
  return false;
}

/**
 * The error for a submission that broke off; the handle goes along.
 *
 * @param known what is known and what is not: `the file was sent; whether the vendor has all of it is unknown`
 */
export function brokenOff(
  code: "job.submit-unknown" | "job.submit-stopped",
  handle: JobHandle,
  known: string,
  cause: unknown,
): JobError {
  const why = cause instanceof Error ? `: ${cause.message}` : "";
  const error = new JobError(code, `Submitting the ${handle.kind} of ${handle.vendor} broke off (${known})${why}`, {
    cause,
    retryable: code === "job.submit-stopped",
    ...(cause instanceof JobError && cause.vendorCode !== undefined ? { vendorCode: cause.vendorCode } : {}),
  });
  return Object.assign(error, { handle });
}

/** The handle that an error of `submit` or `resume` carries: what `resume` takes. */
export function submissionOf(error: unknown): JobHandle | undefined {
  if (!(error instanceof JobError) || !("handle" in error)) return undefined;
  return handleFrom(error.handle);
}
