/** Snapshots as text: on one line, on several, and as JSON. */
import pc from "./colors.ts";
import type { JobHandle, JobSnapshot, JobState, ResultLocator } from "../../src/jobs/model.ts";
import { oneLine } from "./errors.ts";

type Paint = (text: string) => string;

const paints: Readonly<Record<JobState, Paint>> = {
  queued: pc.cyan,
  running: pc.blue,
  succeeded: pc.green,
  "partially-failed": pc.yellow,
  failed: pc.red,
  aborted: pc.red,
  unknown: pc.magenta,
};

/** A snapshot as JSON on one line: `bigint` as a string of digits. */
export function snapshotJson(snapshot: JobSnapshot): string {
  return json(snapshot);
}

/** Any value as JSON on one line: `bigint` as a string of digits. */
export function json(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => (typeof member === "bigint" ? String(member) : member));
}

/** How a job is called: `salesforce batch 750x/751x`. */
export function jobName({ vendor, kind, id, parent }: JobHandle): string {
  return oneLine(`${vendor} ${kind} ${parent === undefined ? id : `${parent}/${id}`}`);
}

/** State, the vendor's own word where it is another, and what to make of it. */
export function stateText({ state, rawState, hint }: JobSnapshot): string {
  const word = rawState !== "" && rawState.toLowerCase() !== state ? ` (${oneLine(rawState)})` : "";
  return `${paints[state](state)}${word}${hint === undefined ? "" : pc.dim(` ${hint}`)}`;
}

/** `33 %`, or nothing where the vendor says nothing. */
export function percentText({ progress }: JobSnapshot): string {
  return progress === undefined ? "" : `${Math.floor(progress * 100)} %`;
}

/** `100 records, 3 failed`, as far as the vendor says. */
export function countsText({ counts: { processed, failed, total } }: JobSnapshot): string {
  const records = processed === undefined ? [] : [`${processed}${total === undefined ? "" : ` of ${total}`} records`];
  return [...records, ...(failed === undefined ? [] : [`${failed} failed`])].join(", ");
}

/** Where a result is to be had. */
export function resultText(result: ResultLocator): string {
  switch (result.kind) {
    case "url":
      return oneLine(result.url);
    case "reference":
      return oneLine(`${result.operation} ${result.id}`);
    case "file":
      return oneLine(result.name);
  }
}

/** A snapshot on one line, for logs. */
export function snapshotLine(snapshot: JobSnapshot): string {
  const { handle, problems } = snapshot;
  const parts = [jobName(handle), stateText(snapshot), percentText(snapshot), countsText(snapshot)];
  const problem = problems[0] === undefined ? [] : [problemText(problems[0])];
  return [...parts, ...problem].filter((part) => part !== "").join("  ");
}

/** A snapshot on several lines, for people. */
export function snapshotBlock(snapshot: JobSnapshot): string {
  const { handle, times, problems, results } = snapshot;
  const rows: readonly (readonly [string, string])[] = [
    ["state", stateText(snapshot)],
    ["progress", percentText(snapshot)],
    ["records", countsText(snapshot)],
    ...Object.entries(times).map(([name, time]) => [name, oneLine(String(time))] as const),
    ...problems.map((problem) => ["problem", problemText(problem)] as const),
    ...results.map((result) => ["result", resultText(result)] as const),
  ];
  const lines = rows.filter(([, text]) => text !== "").map(([name, text]) => `  ${pc.dim(name.padEnd(9))} ${text}`);
  return [pc.bold(jobName(handle)), ...lines].join("\n");
}

function problemText({ code, message, severity }: JobSnapshot["problems"][number]): string {
  const text = oneLine(code === undefined || message.startsWith(code) ? message : `${code}: ${message}`);
  return severity === "warning" ? pc.yellow(text) : pc.red(text);
}

/** A long text cut in its middle. */
export function cut(text: string, length: number): string {
  const half = Math.floor((length - 1) / 2);
  return text.length <= length ? text : `${text.slice(0, half)}…${text.slice(-half)}`;
}
