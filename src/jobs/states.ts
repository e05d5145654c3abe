import type { JobHandle, JobSnapshot, JobState, StatusOptions } from "./model.ts";

/** Whether a job leaves the state. Exhaustive: a new state breaks the compile here. */
const ends = {
  queued: false,
  running: false,
  succeeded: true,
  "partially-failed": true,
  failed: true,
  aborted: true,
  unknown: false,
} as const satisfies Readonly<Record<JobState, boolean>>;

/** Whether a job does not leave the state any more. */
export function isTerminal(state: JobState): boolean {
  return ends[state];
}

/** What a vendor's word means by its table; `unknown` for a word that is not in it: vendors add words before contracts do. */
export function stateOf(table: Readonly<Record<string, JobState>>, word: string): JobState {
  return Object.hasOwn(table, word) ? (table[word] ?? "unknown") : "unknown";
}

/** What a facade reads from a vendor's answer. What it leaves out is not there. */
export interface Reading<Raw> extends Pick<JobSnapshot<Raw>, "state" | "rawState" | "raw"> {
  readonly progress?: number | undefined;
  readonly counts?: { readonly [K in keyof JobSnapshot["counts"]]?: number | undefined };
  readonly times?: { readonly [K in keyof JobSnapshot["times"]]?: string | undefined };
  readonly problems?: JobSnapshot["problems"];
  readonly results?: JobSnapshot["results"];
  readonly hint?: JobSnapshot["hint"] | undefined;
}

/** Makes the snapshot of a reading. */
export function snapshotOf<Raw>(
  handle: JobHandle,
  reading: Reading<Raw>,
  { previous }: StatusOptions = {},
): JobSnapshot<Raw> {
  const { state, rawState, progress, counts = {}, times = {}, problems = [], results = [], hint, raw } = reading;
  return {
    handle,
    state,
    terminal: isTerminal(state) || hint === "gone",
    rawState,
    since: previous?.rawState === rawState ? previous.since : new Date().toISOString(),
    ...(progress === undefined ? {} : { progress }),
    counts: present(counts),
    times: present(times),
    problems,
    results,
    ...(hint === undefined ? {} : { hint }),
    raw,
  };
}

/** Part of the whole that a percentage stands for; undefined where it is none: vendors' own samples have 759 of 100. */
export function fraction(percent: number | null | undefined): number | undefined {
  return typeof percent === "number" && percent >= 0 && percent <= 100 ? percent / 100 : undefined;
}

/** An object without the members that are undefined. */
function present<T>(members: { readonly [name: string]: T | undefined }): { readonly [name: string]: T } {
  return Object.fromEntries(Object.entries(members).filter((member): member is [string, T] => member[1] !== undefined));
}
