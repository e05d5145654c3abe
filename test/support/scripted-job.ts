/** A job that answers what a test says, one status call after the other; the last answer stays. */
import type { JobHandle, JobSnapshot, JobSource, JobState, StatusOptions } from "../../src/jobs/index.ts";

export const handle: JobHandle = { vendor: "ebay", kind: "job", id: "7" };

/** A snapshot with the vendor's word, as a facade makes it. */
export function snapshot(state: JobState, rawState: string = state, more: Partial<JobSnapshot> = {}): JobSnapshot {
  return {
    handle,
    state,
    terminal: !["queued", "running", "unknown"].includes(state),
    rawState,
    since: "2026-01-01T00:00:00.000Z",
    counts: {},
    times: {},
    problems: [],
    results: [],
    raw: undefined,
    ...more,
  };
}

/** What one status call does: answers, fails, or never ends. */
export type Step = JobSnapshot | Error | "stall";

export interface Scripted extends JobSource {
  /** The options of every call so far. */
  readonly calls: readonly StatusOptions[];
}

/** Failed calls are repeated after 500 ms, two times in a row; an error named `Fatal` is not. */
export function scripted(...steps: readonly [Step, ...Step[]]): Scripted {
  const calls: StatusOptions[] = [];
  return {
    calls,
    pace: { first: 1000, most: 10_000 },
    retryDelay: (error, attempt) =>
      attempt > 2 || (error instanceof Error && error.name === "Fatal") ? undefined : 500,
    status: (_handle, options = {}) => {
      const step = steps[Math.min(calls.length, steps.length - 1)] ?? steps[0];
      calls.push(options);
      if (step === "stall") return new Promise(() => undefined);
      return step instanceof Error ? Promise.reject(step) : Promise.resolve(step);
    },
  };
}
