import type { FollowOptions, JobOutcome } from "./follow.ts";
import type { JobHandle, JobSnapshot, JobSource } from "./model.ts";
import { watchJob } from "./watch.ts";

/** How to wait for a job. */
export interface WaitOptions<Raw = unknown> extends FollowOptions {
  /** Told of the first snapshot, of every one that tells something new, and of the last. */
  readonly onSnapshot?: (snapshot: JobSnapshot<Raw>) => void;
}

/**
 * Waits until a job has ended, or until the deadline: that is no failure, and the outcome has the handle to go on with.
 *
 * Asks at the vendor's pace, soon at first, then ever less often. Failed calls are repeated by the vendor's rules and have
 * nothing to do with the job's outcome; words that no contract lists do not end the wait. Rejects with a `SpecwireError` for a
 * call that is not to be repeated, and with `transport.aborted` when `signal` fires. The job itself is never touched.
 */
export async function waitForJob<H extends JobHandle, Raw>(
  source: JobSource<H, Raw>,
  handle: H,
  options: WaitOptions<Raw> = {},
): Promise<JobOutcome<H, Raw>> {
  const watch = watchJob(source, handle, options);
  try {
    for (;;) {
      const { done, value } = await watch.next();
      if (done !== true) options.onSnapshot?.(value);
      else if (value !== undefined) return value;
      else return { kind: "still-running", handle };
    }
  } finally {
    await watch.return();
  }
}
