/** What the words of SuperOffice's batch tasks mean. */
import type { components } from "../../generated/superoffice/batch-task.ts";
import type { JobProblem, JobSnapshot, JobState, ResultLocator } from "../jobs/model.ts";
import { fraction, stateOf, type Reading } from "../jobs/states.ts";

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

/** What a task's word means. */
export function stateOfWord(word: string): JobState {
  return stateOf(states, word);
}

/** How a task stands. */
export function taskReading(raw: Task): Reading<Task> {
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

/**
 * The year 0001 stands for no date, in whatever zone it is written. Offsets may lack their colon; what has no zone is left without
 * one: it is the installation's own.
 */
function date(text: string | null | undefined): string | undefined {
  if (typeof text !== "string" || text === "" || /^000[01]-/.test(text)) return undefined;
  return text.replace(/(T.*[+-]\d\d)(\d\d)$/, "$1:$2");
}

/** A task that has failed says why in its texts, if at all. */
function problemsOf({ Result, Response }: Task): readonly JobProblem[] {
  const texts = new Set([Result, Response].filter((text): text is string => typeof text === "string" && text !== ""));
  return [...texts].map((message) => ({ message, severity: "error" }));
}

function resultsOf(name: string | null | undefined, state: JobState): readonly ResultLocator[] {
  return state === "succeeded" && name ? [{ kind: "file", name }] : [];
}
