/** What the Bulk service's words mean. They are in its documentation only: the contract has a plain string. */
import type {
  GetBulkDownloadStatusResponse,
  GetBulkUploadStatusResponse,
  OperationError,
} from "../../generated/microsoft-advertising/bulk-service.ts";
import type { JobProblem, JobSnapshot, JobState, ResultLocator } from "../jobs/model.ts";
import { fraction, isTerminal, stateOf, type Reading } from "../jobs/states.ts";

/** Documented states of an upload, and two that only Microsoft's own SDKs know. */
const uploadStates = {
  PendingFileUpload: "queued",
  FileUploaded: "queued",
  InProgress: "running",
  Completed: "succeeded",
  CompletedWithErrors: "partially-failed",
  Failed: "failed",
  UploadFileRowCountExceeded: "failed",
  UploadFileFormatNotSupported: "failed",
  Aborted: "aborted",
  Expired: "failed",
} as const satisfies Readonly<Record<string, JobState>>;

/** Documented states of a download. There is none for one that waits. */
const downloadStates = {
  InProgress: "running",
  Completed: "succeeded",
  Failed: "failed",
  FailedFullSyncRequired: "failed",
} as const satisfies Readonly<Record<string, JobState>>;

/** Milliseconds that an upload waits for its file. */
const UPLOAD_LIFETIME = 15 * 60_000;
/** Milliseconds that a result address is good for: the shorter one of two that the documentation names. */
export const URL_LIFETIME: number = 5 * 60_000;

type UploadSnapshot = JobSnapshot<GetBulkUploadStatusResponse>;

/**
 * How an upload stands. One that has been seen to wait for its file for longer than the service waits is over: its RequestId
 * is dead, whatever the service still says.
 */
export function uploadReading(
  raw: GetBulkUploadStatusResponse,
  previous: UploadSnapshot | undefined,
): Reading<GetBulkUploadStatusResponse> {
  const rawState = raw.RequestStatus ?? "";
  const reading = readingOf(raw, stateOf(uploadStates, rawState));
  if (rawState === "Expired") return { ...reading, hint: "expired" };
  const since = rawState === "PendingFileUpload" && previous?.rawState === rawState ? previous.since : undefined;
  const expired = since !== undefined && Date.now() - Date.parse(since) > UPLOAD_LIFETIME;
  return expired ? { ...reading, state: "failed", hint: "expired" } : reading;
}

/** How an upload stands whose RequestId the service does not know any more: lost, if it was waiting for its file. */
export function expiredUpload(previous: UploadSnapshot | undefined): Reading<GetBulkUploadStatusResponse> | undefined {
  if (previous?.rawState !== "PendingFileUpload") return undefined;
  const { rawState, raw } = previous;
  return { state: "failed", rawState, raw, hint: "expired" };
}

/** How a download stands. */
export function downloadReading(raw: GetBulkDownloadStatusResponse): Reading<GetBulkDownloadStatusResponse> {
  const rawState = raw.RequestStatus ?? "";
  const reading = readingOf(raw, stateOf(downloadStates, rawState));
  return rawState === "FailedFullSyncRequired" ? { ...reading, hint: "full-sync" } : reading;
}

function readingOf<Raw extends GetBulkUploadStatusResponse & GetBulkDownloadStatusResponse>(
  raw: Raw,
  state: JobState,
): Reading<Raw> {
  // The percentage falls back to 0 where a job fails: that says nothing.
  const counts = !isTerminal(state) || state === "succeeded" || state === "partially-failed";
  return {
    state,
    rawState: raw.RequestStatus ?? "",
    progress: counts ? fraction(raw.PercentComplete) : undefined,
    problems: (raw.Errors ?? []).flatMap((error) => (error === null ? [] : problemOf(error))),
    results: resultsOf(raw.ResultFileUrl),
    raw,
  };
}

/** An error of the service in the job model's form. */
export function problemOf({ Code, ErrorCode, Message, Details }: OperationError): JobProblem {
  const code = ErrorCode ?? Code?.toString();
  const message = Message || Details || `error ${code ?? "without a code"}`;
  return { ...(code === undefined ? {} : { code }), message, severity: "error" };
}

function resultsOf(url: string | null | undefined): readonly ResultLocator[] {
  return url ? [{ kind: "url", url, expiresAfter: URL_LIFETIME }] : [];
}
