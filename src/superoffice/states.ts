/** What the words of SuperOffice's batch tasks mean. */
import type { components } from "../../generated/superoffice/batch-task.ts";
import type { JobProblem, JobSnapshot, JobState, ResultLocator } from "../jobs/model.ts";
import { fraction, stateOf, type Reading } from "../jobs/states.ts";
import { JobError } from "../runtime/errors.ts";

type Task = components["schemas"]["BatchTaskInfo"];

/** `Aquired` is the API's spelling. `All` is for searches, but the vendor's own sample has it in an answer. */
const states = {
  Unknown: "unknown",
  New: "queued",
  Aquired: "queued",
  Started: "running",
  Succeeded: "succeeded",
  SucceededManualCleanup: "succeeded",
  Failed: "failed",
  All: "unknown",
} as const satisfies Readonly<Record<components["schemas"]["BatchTaskState"], JobState>>;

/**
 * How a task stands.
 *
 * @throws JobError `job.refused` where the answer is no task
 */
export function taskReading(raw: Task | undefined): Reading<Task> {
  if (!isTask(raw)) throw new JobError("job.refused", "SuperOffice's answer is no task: Id or State is missing");
  const state = stateOf(states, raw.State);
  return {
    state,
    rawState: raw.State,
    progress: state === "failed" ? undefined : fraction(raw.ProgressPercent),
    times: { created: date(raw.Created), started: date(raw.LastStarted) },
    problems: state === "failed" ? problemsOf(raw) : [],
    results: resultsOf(raw.FileName, state),
    raw,
  };
}

/** How a task stands that was there before and is not any more: tasks that have ended are removed. What it ended as is lost. */
export function goneTask({ rawState, raw }: JobSnapshot<Task>): Reading<Task> {
  return { state: "unknown", rawState, hint: "gone", raw };
}

/** JSON is checked for what the facade needs; the rest is as the contract says or is left out. */
function isTask(value: unknown): value is Task {
  if (typeof value !== "object" || value === null) return false;
  return "Id" in value && typeof value.Id === "number" && "State" in value && typeof value.State === "string";
}

/** The year 0001 stands for no date, in whatever zone it is written. */
function date(text: string | null | undefined): string | undefined {
  return typeof text === "string" && text !== "" && !/^000[01]-/.test(text) ? text : undefined;
}

/** A task that has failed says why in its texts, if at all. */
function problemsOf({ Result, Response }: Task): readonly JobProblem[] {
  const texts = new Set([Result, Response].filter((text): text is string => typeof text === "string" && text !== ""));
  return [...texts].map((message) => ({ message, severity: "error" }));
}

function resultsOf(name: string | null | undefined, state: JobState): readonly ResultLocator[] {
  return state === "succeeded" && name ? [{ kind: "file", name }] : [];
}
