import { systemClock } from "./clock.ts";
import { setEnd, type End } from "./end.ts";
import { defaultDeadline, follow, type FollowOptions, type JobOutcome } from "./follow.ts";
import type { JobHandle, JobSnapshot, JobSource } from "./model.ts";

/** Snapshots of one job, as they come: for `for await`. */
export interface JobWatch<H extends JobHandle = JobHandle, Raw = unknown> {
  /** The next snapshot that tells something new; at the end, `done` with the outcome. */
  next(): Promise<IteratorResult<JobSnapshot<Raw>, JobOutcome<H, Raw> | undefined>>;
  /** Stops at once, a pending wait or call included: no timer is left, a pending `next` is `done`. The job is left alone. */
  return(): Promise<IteratorResult<JobSnapshot<Raw>, JobOutcome<H, Raw> | undefined>>;
  [Symbol.asyncIterator](): JobWatch<H, Raw>;
}

/**
 * Follows a job: the first snapshot as soon as the vendor has answered, then one whenever something about the job changed
 * (state, the vendor's word, progress, counts, problems, results), the last when it has ended. At the deadline it is done
 * without one. Nothing is asked before the first `next`.
 *
 * `next` rejects with a `SpecwireError` when a status call failed that is not to be repeated, and when `signal` fires.
 */
export function watchJob<H extends JobHandle, Raw>(
  source: JobSource<H, Raw>,
  handle: H,
  options: FollowOptions = {},
): JobWatch<H, Raw> {
  let end: End | undefined;
  let snapshots: ReturnType<typeof follow<H, Raw>> | undefined;
  const begin = (): ReturnType<typeof follow<H, Raw>> => {
    end = setEnd(options.clock ?? systemClock, options.deadline ?? defaultDeadline, options.signal);
    return follow(source, handle, options, end);
  };
  let stopped = false;
  const watch: JobWatch<H, Raw> = {
    next: async () => {
      if (stopped && snapshots === undefined) return { done: true, value: undefined };
      snapshots ??= begin();
      return snapshots.next();
    },
    return: async () => {
      stopped = true;
      end?.stop();
      return (await snapshots?.return(undefined)) ?? { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => watch,
  };
  return watch;
}
