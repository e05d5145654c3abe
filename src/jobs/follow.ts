import { untilAborted } from "../runtime/deadline.ts";
import { systemClock, type Clock } from "./clock.ts";
import { sleep, type End } from "./end.ts";
import type { JobHandle, JobSnapshot, JobSource, Pace } from "./model.ts";
import { Waits } from "./pace.ts";

/** How to follow a job. */
export interface FollowOptions {
  /** Stops following: the promise rejects with `transport.aborted`. The job itself is left alone. */
  readonly signal?: AbortSignal;
  /** Milliseconds to follow the job for; default one hour, `Infinity` for none. Reaching it is no failure. */
  readonly deadline?: number;
  /** Another pace than the vendor's. */
  readonly pace?: Partial<Pace>;
  /**
   * Whether a failed status call is repeated, and after how many milliseconds; undefined: following rejects with the error.
   * The vendor's own rules where this is absent. `attempt` counts the calls in a row that failed.
   */
  readonly retry?: (error: unknown, attempt: number) => number | undefined;
  /** Told of every failed status call that is going to be repeated. */
  readonly onRetry?: (error: unknown, delay: number) => void;
  /** Time and chance, for tests. */
  readonly clock?: Clock;
}

/** What became of following a job. A deadline is not a failure: the job goes on, and the handle follows it later. */
export type JobOutcome<H extends JobHandle = JobHandle, Raw = unknown> =
  | { readonly kind: "finished"; readonly snapshot: JobSnapshot<Raw> }
  | {
      readonly kind: "still-running";
      readonly handle: H;
      /** How the job stood when last seen; absent where no call said so before the deadline. */
      readonly snapshot?: JobSnapshot<Raw>;
      /** Why the last call said nothing, where it failed. */
      readonly error?: unknown;
    };

/** Milliseconds that a job is followed for where nothing else is said: one hour. */
export const defaultDeadline = 3_600_000;

/**
 * Asks for a job's state until it ends: yields the first snapshot, every one that differs from the one before it in more than
 * the time of asking, and the last. Returns undefined where the one who watches stopped it.
 */
export async function* follow<H extends JobHandle, Raw>(
  source: JobSource<H, Raw>,
  handle: H,
  options: FollowOptions,
  end: End,
): AsyncGenerator<JobSnapshot<Raw>, JobOutcome<H, Raw> | undefined, undefined> {
  const clock = options.clock ?? systemClock;
  const waits = new Waits({ ...source.pace, ...options.pace }, clock);
  let last: JobSnapshot<Raw> | undefined;
  let failure: { readonly error: unknown; readonly attempt: number } | undefined;
  try {
    for (;;) {
      const answer = await ask(source, handle, last, end);
      if (end.reason !== undefined) return outcomeAt(end.reason, handle, last, failure?.error);
      let wait: number;
      if ("error" in answer) {
        failure = { error: answer.error, attempt: (failure?.attempt ?? 0) + 1 };
        wait = retryDelay(source, options, failure);
      } else {
        failure = undefined;
        const changed = last === undefined || differ(last, answer.snapshot);
        last = answer.snapshot;
        if (changed || last.terminal) yield last;
        if (last.terminal) return { kind: "finished", snapshot: last };
        wait = waits.next();
      }
      await sleep(clock, wait, end.signal);
      if (end.reason !== undefined) return outcomeAt(end.reason, handle, last, failure?.error);
    }
  } finally {
    end.release();
  }
}

type Answer<Raw> = { readonly snapshot: JobSnapshot<Raw> } | { readonly error: unknown };

async function ask<H extends JobHandle, Raw>(
  source: JobSource<H, Raw>,
  handle: H,
  previous: JobSnapshot<Raw> | undefined,
  { signal }: End,
): Promise<Answer<Raw>> {
  try {
    const call = source.status(handle, previous === undefined ? { signal } : { signal, previous });
    return { snapshot: await untilAborted(call, signal) };
  } catch (error) {
    return { error };
  }
}

/** Milliseconds until the call is repeated. Throws the call's error where it is not to be. */
function retryDelay<H extends JobHandle, Raw>(
  source: JobSource<H, Raw>,
  { retry, onRetry }: FollowOptions,
  { error, attempt }: { readonly error: unknown; readonly attempt: number },
): number {
  const delay = retry === undefined ? source.retryDelay(error, attempt) : retry(error, attempt);
  if (delay === undefined) throw error;
  onRetry?.(error, delay);
  return delay;
}

function outcomeAt<H extends JobHandle, Raw>(
  reason: NonNullable<End["reason"]>,
  handle: H,
  snapshot: JobSnapshot<Raw> | undefined,
  error: unknown,
): JobOutcome<H, Raw> | undefined {
  if (reason === "watcher") return undefined;
  if (reason !== "deadline") throw reason;
  return {
    kind: "still-running",
    handle,
    ...(snapshot === undefined ? {} : { snapshot }),
    ...(error === undefined ? {} : { error }),
  };
}

/** Whether a snapshot tells something that the one before it does not. */
function differ(before: JobSnapshot, after: JobSnapshot): boolean {
  return told(before) !== told(after);
}

function told({ state, rawState, progress, counts, problems, results, hint }: JobSnapshot): string {
  return JSON.stringify([state, rawState, progress, counts, problems, results, hint]);
}
