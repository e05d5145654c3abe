/** What the words of Salesforce's batches mean. */
import type { BatchInfo, BatchStateEnum } from "../../generated/salesforce/async-api.ts";
import type { JobProblem, JobState, ResultLocator } from "../jobs/model.ts";
import { stateOf, type Reading } from "../jobs/states.ts";
import type { Listed } from "../runtime/codec/table.ts";

const states = {
  Queued: "queued",
  InProgress: "running",
  Completed: "succeeded",
  Failed: "failed",
  NotProcessed: "aborted",
} as const satisfies Readonly<Record<Listed<BatchStateEnum>, JobState>>;

/** How a batch stands. */
export function batchReading(raw: BatchInfo): Reading<BatchInfo> {
  return {
    state: batchState(raw),
    rawState: raw.state,
    counts: { processed: raw.numberRecordsProcessed, failed: raw.numberRecordsFailed },
    times: { created: raw.createdDate, updated: raw.systemModstamp },
    problems: batchProblems(raw),
    results: batchResults(raw),
    hint: raw.state === "NotProcessed" ? "follow-job" : undefined,
    raw,
  };
}

/** A batch is completed even if some or all of its records failed: the counts say so. */
export function batchState({ state: word, numberRecordsProcessed, numberRecordsFailed = 0 }: BatchInfo): JobState {
  const state = stateOf(states, word);
  if (state !== "succeeded" || numberRecordsFailed === 0) return state;
  return numberRecordsFailed >= numberRecordsProcessed ? "failed" : "partially-failed";
}

/** What the batch says about itself; a completed one may say something too. */
export function batchProblems({ state, stateMessage }: BatchInfo): readonly JobProblem[] {
  if (!stateMessage) return [];
  const [, code] = /^(\w+)\s*:/.exec(stateMessage) ?? [];
  const severity = state === "Failed" ? "error" : "warning";
  return [{ ...(code === undefined ? {} : { code }), message: stateMessage, severity }];
}

/** A failed batch has results too, where some of its records were processed before it failed. */
export function batchResults({ id, state, numberRecordsProcessed }: BatchInfo): readonly ResultLocator[] {
  const has = state === "Completed" || (state === "Failed" && numberRecordsProcessed > 0);
  return has ? [{ kind: "reference", id, operation: "getBatchResult" }] : [];
}
