import { JobError } from "../runtime/errors.ts";
import type { Calls } from "./calls.ts";
import type { FollowOptions, JobOutcome } from "./follow.ts";
import type { JobHandle, JobSnapshot, Pace, StatusOptions, Vendor } from "./model.ts";
import { waitForJob, type WaitOptions } from "./wait.ts";
import { watchJob, type JobWatch } from "./watch.ts";

/**
 * What every facade offers for its jobs. `Raws` has the vendor's own answer for each kind of job.
 */
export interface Jobs<V extends Vendor, Raws> {
  /**
   * Asks the vendor how a job stands.
   *
   * Rejects with a `SpecwireError`: an error of the call, or a `JobError` where the vendor refuses (`job.refused`), does not know
   * the job (`job.unknown`), or the handle is another facade's (`job.handle`).
   */
  status<K extends keyof Raws & string>(
    handle: JobHandle<V, K>,
    options?: StatusOptions<Raws[K]>,
  ): Promise<JobSnapshot<Raws[K]>>;
  /** Waits until a job has ended, or until the deadline: see `waitForJob`. */
  wait<K extends keyof Raws & string>(
    handle: JobHandle<V, K>,
    options?: WaitOptions<Raws[K]>,
  ): Promise<JobOutcome<JobHandle<V, K>, Raws[K]>>;
  /** Snapshots of a job until it has ended: see `watchJob`. */
  watch<K extends keyof Raws & string>(
    handle: JobHandle<V, K>,
    options?: FollowOptions,
  ): JobWatch<JobHandle<V, K>, Raws[K]>;
  /** How often the vendor wants to be asked. */
  readonly pace: Pace;
  /** Whether a failed status call may be repeated, and after how many milliseconds; undefined: do not. */
  retryDelay(error: unknown, attempt: number): number | undefined;
}

/** How a facade asks for each of its kinds of job. */
export type Asks<V extends Vendor, Raws> = {
  readonly [K in keyof Raws & string]: (
    handle: JobHandle<V, K>,
    options: StatusOptions<Raws[K]>,
  ) => Promise<JobSnapshot<Raws[K]>>;
};

/**
 * Makes what every facade offers out of what the vendor's own module knows.
 *
 * @param calls keeps status calls within the vendor's budget. They are not repeated here: what follows a job does that.
 */
export function jobsOf<V extends Vendor, Raws>(
  vendor: V,
  asks: Asks<V, Raws>,
  pace: Pace,
  retryDelay: (error: unknown, attempt: number) => number | undefined,
  calls?: Calls,
): Jobs<V, Raws> {
  const status = async <K extends keyof Raws & string>(
    handle: JobHandle<V, K>,
    options: StatusOptions<Raws[K]> = {},
  ): Promise<JobSnapshot<Raws[K]>> => {
    const known = handle.vendor === vendor && Object.hasOwn(asks, handle.kind) && handle.id !== "";
    if (!known)
      throw new JobError("job.handle", `${vendor} has no job ${handle.kind} ${handle.id} of ${handle.vendor}`);
    if (handle.submission !== undefined) {
      throw new JobError("job.handle", `The ${handle.kind} ${handle.id} has not been started: resume its submission`);
    }
    const ask = (): Promise<JobSnapshot<Raws[K]>> => asks[handle.kind](handle, options);
    return calls === undefined ? ask() : calls.once(ask, options.signal);
  };
  return {
    status,
    wait: (handle, options) => waitForJob({ status, pace, retryDelay }, handle, options),
    watch: (handle, options) => watchJob({ status, pace, retryDelay }, handle, options),
    pace,
    retryDelay,
  };
}
