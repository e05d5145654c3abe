/**
 * How Salesforce's jobs stand. The job's own record does not tell: Closed only means that no batches will follow, and its
 * counters miss batches that failed as a whole. The batches tell.
 */
import type { BatchInfo, BatchInfoList, JobInfo, JobStateEnum } from "../../generated/salesforce/async-api.ts";
import type { JobCounts, JobState } from "../jobs/model.ts";
import { isTerminal, stateOf, type Reading } from "../jobs/states.ts";
import type { Listed } from "../runtime/codec/table.ts";
import { batchProblems, batchResults, batchState } from "./batch.ts";

/** What the job's own word means. `open` and `closed` leave it to the batches; an open job may get more of them, so it has not ended. */
const states = {
  Open: "open",
  Closed: "closed",
  Aborted: "aborted",
  Failed: "failed",
  // Of Bulk API 2.0, whose jobs share the enumeration.
  UploadComplete: "queued",
  InProgress: "running",
  JobComplete: "closed",
} as const satisfies Readonly<Record<Listed<JobStateEnum>, JobState | "open" | "closed">>;

/** How a job stands, from itself and its batches. */
export function jobReading(raw: {
  readonly job: JobInfo;
  readonly batches: BatchInfoList;
}): Reading<{ readonly job: JobInfo; readonly batches: BatchInfoList }> {
  const { job, batches } = raw;
  const working = withoutChunked(batches.batchInfo);
  return {
    ...fromBatches(working),
    state: jobState(job, working),
    rawState: job.state ?? "",
    times: { created: job.createdDate, updated: job.systemModstamp },
    raw,
  };
}

/** How the batches of a job stand together. */
export function batchListReading(raw: BatchInfoList): Reading<BatchInfoList> {
  const working = withoutChunked(raw.batchInfo);
  const words = [...new Set(working.map(({ state }) => state))];
  return { ...fromBatches(working), state: together(working.map(batchState)), rawState: words.join(", "), raw };
}

function jobState({ state: word, numberRecordsFailed = 0 }: JobInfo, batches: readonly BatchInfo[]): JobState {
  if (word === undefined || !isListed(word)) return stateOf(legacyStates, word ?? "");
  const own = states[word];
  const state = together(batches.map(batchState));
  if (own === "open") return isTerminal(state) ? "running" : state;
  if (own !== "closed") return own;
  if (batches.length > 0) return state;
  return numberRecordsFailed > 0 ? "partially-failed" : "succeeded";
}

function isListed(word: string): word is keyof typeof states {
  return Object.hasOwn(states, word);
}

/** Words that clients have met in place of a job's state. */
const legacyStates: Readonly<Record<string, JobState>> = { NotProcessed: "aborted" };

/** Worst of all, where they agree; `partially-failed` where some succeeded and some did not. */
function together(all: readonly JobState[]): JobState {
  const has = (state: JobState): boolean => all.includes(state);
  if (has("unknown")) return "unknown";
  if (has("running")) return "running";
  if (has("queued")) return all.every((state) => state === "queued") ? "queued" : "running";
  if (all.length === 0) return "queued";
  if (all.every((state) => state === all[0])) return all[0] ?? "queued";
  return has("succeeded") || has("partially-failed") ? "partially-failed" : "failed";
}

/**
 * The batches that do the work. PK chunking replaces the batch of a query by smaller ones that are created later, and leaves
 * it as NotProcessed: that is no failure. Batches of an aborted job are NotProcessed too, but the first one is the last to be.
 */
function withoutChunked(batches: readonly BatchInfo[]): readonly BatchInfo[] {
  const first = batches.toSorted((left, right) => time(left) - time(right))[0];
  const chunked = first?.state === "NotProcessed" && batches.length > 1;
  return chunked ? batches.filter((one) => one !== first) : batches;
}

function time({ createdDate }: BatchInfo): number {
  return Date.parse(createdDate);
}

function fromBatches(
  batches: readonly BatchInfo[],
): Pick<Reading<unknown>, "progress" | "counts" | "problems" | "results"> {
  const ended = batches.filter((one) => isTerminal(batchState(one))).length;
  return {
    progress: batches.length === 0 ? undefined : ended / batches.length,
    counts: countsOf(batches),
    problems: batches.flatMap(batchProblems),
    results: batches.flatMap(batchResults),
  };
}

function countsOf(batches: readonly BatchInfo[]): JobCounts {
  const sum = (pick: (batch: BatchInfo) => number): number => batches.reduce((total, one) => total + pick(one), 0);
  return {
    processed: sum((one) => one.numberRecordsProcessed),
    failed: sum((one) => one.numberRecordsFailed ?? 0),
  };
}
