/**
 * One model for the bulk jobs of all vendors: what a job is called, how it stands, what became of it.
 */

/** Vendors with a facade. */
export type Vendor = "microsoft-advertising" | "ebay" | "salesforce" | "superoffice" | "exacttarget";

/**
 * How a job stands, whatever its vendor calls that. `unknown` is not an end: a value that the contract does not list, or
 * that says nothing about progress; keep asking until the deadline.
 */
export type JobState = "queued" | "running" | "succeeded" | "partially-failed" | "failed" | "aborted" | "unknown";

/** The states that a job does not leave. */
export type TerminalState = "succeeded" | "partially-failed" | "failed" | "aborted";

/** Names one job at one vendor. Plain data without secrets: save it as JSON, resume in another process. */
export interface JobHandle<V extends Vendor = Vendor, Kind extends string = string> {
  readonly vendor: V;
  /** Which of the vendor's kinds of job: `upload`, `batch`, … */
  readonly kind: Kind;
  readonly id: string;
  /** The job that a batch belongs to (Salesforce). */
  readonly parent?: string;
  /** How far submitting it has come, where it has not been started yet: `resume` goes on from there. */
  readonly submission?: Submission;
}

/**
 * How far submitting a job has come. The stage names the step that was under way last; whether it was carried out, only the
 * vendor knows. The id of a job that is `creating` may be empty.
 */
export interface Submission {
  readonly stage: SubmissionStage;
  /** What the vendor's own way needs to go on: ids, numbers of parts. Never a secret. */
  readonly marks: Readonly<Record<string, SubmissionMark>>;
}

/** Steps of submitting a job, in their order; a vendor has some of them. */
export type SubmissionStage = "creating" | "created" | "uploading" | "uploaded" | "starting";

/** What a mark may be: plain JSON. */
export type SubmissionMark = string | number | boolean | readonly string[];

/** How many rows or records a job has dealt with, as far as the vendor says. */
export interface JobCounts {
  readonly processed?: number;
  readonly failed?: number;
  readonly total?: number;
}

/** Moments in a job's life: ISO 8601 with a zone where the vendor gives one, as the vendor wrote them where it does not. */
export interface JobTimes {
  readonly created?: string;
  readonly started?: string;
  readonly updated?: string;
  readonly completed?: string;
}

/**
 * Something that is wrong with a job, as the vendor reports it: with the job, not with the call. A warning may also be of
 * specwire's own: of an API version that the vendor is about to remove.
 */
export interface JobProblem {
  /** The vendor's own code. */
  readonly code?: string;
  readonly message: string;
  readonly severity: "error" | "warning";
}

/** Where a result is to be had. */
export type ResultLocator =
  /** An address to GET; `expiresAfter` in milliseconds from the snapshot, where the vendor says. */
  | { readonly kind: "url"; readonly url: string; readonly expiresAfter?: number }
  /** An id that another call of the vendor takes. */
  | { readonly kind: "reference"; readonly id: string; readonly operation: string }
  /** A file name at the vendor's own place (ExactTarget's FTP site, SuperOffice's temporary files). */
  | { readonly kind: "file"; readonly name: string };

/** How a job stood when the vendor was asked. `Raw` is the vendor's own answer, typed. */
export interface JobSnapshot<Raw = unknown> {
  readonly handle: JobHandle;
  readonly state: JobState;
  /** Whether the job will not change any more. True for `unknown` only where the job is gone. */
  readonly terminal: boolean;
  /** The vendor's own word for the state. */
  readonly rawState: string;
  /**
   * When the job was first seen in this state, by the clock here (ISO 8601, UTC): the moment of asking, or what the snapshot
   * before this one says where its `rawState` is the same.
   */
  readonly since: string;
  /** From 0 to 1, where the vendor says. */
  readonly progress?: number;
  readonly counts: JobCounts;
  readonly times: JobTimes;
  readonly problems: readonly JobProblem[];
  readonly results: readonly ResultLocator[];
  /**
   * What to make of it, where that is not obvious. `full-sync`: submit again without a delta. `expired`: the vendor waits no
   * longer. `gone`: removed, as vendors do with jobs that have ended. `follow-job`: this batch was not processed, its job tells
   * the rest (Salesforce's PK chunking replaces a batch by smaller ones).
   */
  readonly hint?: "full-sync" | "expired" | "gone" | "follow-job";
  readonly raw: Raw;
}

/** What a facade offers for its jobs: enough to follow one. */
export interface JobSource<H extends JobHandle = JobHandle, Raw = unknown> {
  /** Asks the vendor how the job stands. Rejects with a `SpecwireError`. */
  status(handle: H, options?: StatusOptions<Raw>): Promise<JobSnapshot<Raw>>;
  /** How often the vendor wants to be asked, at the least and at the most, in milliseconds. */
  readonly pace: Pace;
  /**
   * Whether a failed status call may be repeated, and after how many milliseconds at the earliest; undefined: do not.
   *
   * @param attempt how many calls in a row have failed, this one included
   */
  retryDelay(error: unknown, attempt: number): number | undefined;
}

/** What asking for a job's state takes. */
export interface StatusOptions<Raw = unknown> {
  readonly signal?: AbortSignal;
  /** Milliseconds that the call may take, instead of the client's own. */
  readonly deadline?: number;
  /** How the job stood before: some answers mean another thing by it (a task that is no longer there). */
  readonly previous?: JobSnapshot<Raw>;
}

/** A vendor's pace of polling, in milliseconds. */
export interface Pace {
  /** Wait before the second call. */
  readonly first: number;
  /** Wait that the pace grows to. */
  readonly most: number;
}
