/** From what a sandbox job asks for to states and counts. */
import type { SandboxJob, SandboxOutcome } from "./options.ts";

/** A vendor's usual ways through its states, for the outcomes that it has words for. */
export type Walks = Partial<Record<SandboxOutcome, readonly string[]>>;

/** The states that a job is to pass. Throws a RangeError for an outcome that the vendor has no word for. */
export function statesOf(job: SandboxJob, walks: Walks): readonly string[] {
  const states = job.states ?? walks[outcomeOf(job)];
  if (states === undefined) {
    throw new RangeError(
      `No ${job.kind ?? "job"} of ${job.vendor} ends ${outcomeOf(job)}: there are ${Object.keys(walks).join(", ")}`,
    );
  }
  return states;
}

/** The kind of a job, checked against those the vendor has; the first when none is named. */
export function kindOf<Kind extends string>(job: SandboxJob, kinds: readonly [Kind, ...Kind[]]): Kind {
  if (job.kind === undefined) return kinds[0];
  const found = kinds.find((kind) => kind === job.kind);
  if (found === undefined) throw new RangeError(`${job.vendor} has no ${job.kind}: there are ${kinds.join(", ")}`);
  return found;
}

/** How a job is to end. */
export function outcomeOf(job: SandboxJob): SandboxOutcome {
  return job.outcome ?? "succeeded";
}

/** How many records a job has. */
export function recordsOf(job: SandboxJob): number {
  return job.records ?? 100;
}

/** How many of a job's records fail. */
export function failedRecordsOf(job: SandboxJob): number {
  if (job.failedRecords !== undefined) return job.failedRecords;
  if (outcomeOf(job) === "failed") return recordsOf(job);
  return outcomeOf(job) === "partially-failed" ? Math.min(3, recordsOf(job)) : 0;
}
