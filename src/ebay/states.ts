/** What the words of eBay's Bulk Data Exchange service mean. */
import type {
  ErrorData,
  GetJobStatusResponse,
  JobProfile,
  JobStatus,
} from "../../generated/ebay/bulk-data-exchange.ts";
import type { JobProblem, JobState, ResultLocator } from "../jobs/model.ts";
import { fraction, stateOf, type Reading } from "../jobs/states.ts";
import { JobError } from "../runtime/errors.ts";
import type { Listed } from "../runtime/codec/table.ts";

const states = {
  Created: "queued",
  Scheduled: "queued",
  InProcess: "running",
  Completed: "succeeded",
  Failed: "failed",
  Aborted: "aborted",
} as const satisfies Readonly<Record<Listed<JobStatus>, JobState>>;

/**
 * How a job stands.
 *
 * @throws JobError `job.unknown` where the answer has no profile
 */
export function jobReading(raw: GetJobStatusResponse, jobId: string): Reading<GetJobStatusResponse> {
  const profile = raw.jobProfile.find((one) => one.jobId === jobId) ?? raw.jobProfile[0];
  if (profile === undefined) throw new JobError("job.unknown", `eBay's answer has no profile of the job ${jobId}`);
  return {
    state: stateWithErrors(profile),
    rawState: profile.jobStatus,
    progress: fraction(profile.percentComplete),
    counts: { failed: profile.errorCount },
    times: { created: profile.creationTime, started: profile.startTime, completed: profile.completionTime },
    problems: (raw.errorMessage?.error ?? []).flatMap((one) => (one === null ? [] : [problemOf(one)])),
    results: resultsOf(profile),
    raw,
  };
}

/** Completed says nothing about the items; errors that were counted do. */
function stateWithErrors({ jobStatus, errorCount = 0 }: JobProfile): JobState {
  const state = stateOf(states, jobStatus);
  return state === "succeeded" && errorCount > 0 ? "partially-failed" : state;
}

/** An error of eBay's in the job model's form. */
function problemOf({ errorId, message, severity }: ErrorData): JobProblem {
  return { code: String(errorId), message, severity: severity === "Warning" ? "warning" : "error" };
}

/** The result is another file than the one that was uploaded, and known only when the job is done. */
function resultsOf({ jobStatus, fileReferenceId }: JobProfile): readonly ResultLocator[] {
  if (jobStatus !== "Completed" || !fileReferenceId) return [];
  return [{ kind: "reference", id: fileReferenceId, operation: "downloadFile" }];
}
