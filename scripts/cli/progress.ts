/** Live progress of jobs: a picture on a terminal, plain lines everywhere else. */
import { createLogUpdate } from "log-update";
import pc from "./colors.ts";
import type { JobHandle, JobSnapshot } from "../../src/jobs/model.ts";
import { formatDuration } from "./duration.ts";
import { oneLine } from "./errors.ts";
import { countsText, cut, jobName, percentText, snapshotLine, stateText } from "./snapshot-text.ts";

/** What shows how jobs go on. */
export interface Progress {
  /** A job stands like this now. */
  show(snapshot: JobSnapshot): void;
  /** A call for a job failed and is going to be repeated. */
  retry(handle: JobHandle, error: unknown, delay: number): void;
  /** Nothing more will come. */
  done(): void;
}

/** Where progress goes. */
export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** Plain lines: one for each snapshot on the output, repeated calls on the one for errors. */
export function plainProgress(
  output: Output,
  errors: Output,
  line: (snapshot: JobSnapshot) => string = snapshotLine,
): Progress {
  return {
    show: (snapshot) => void output.write(`${line(snapshot)}\n`),
    retry: (handle, error, delay) => void errors.write(`${jobName(handle)}  ${retryText(error, delay)}\n`),
    done: () => undefined,
  };
}

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"] as const;
const FRAME_TIME = 120;
const BAR = 12;
const ID = 18;

interface Row {
  readonly handle: JobHandle;
  snapshot: JobSnapshot | undefined;
  trouble: string;
  readonly started: number;
  ended: number | undefined;
}

/** A picture that is drawn anew as the jobs go on, a row for each job. */
function liveProgress(handles: readonly JobHandle[], output: Output): Progress {
  const rows = new Map<string, Row>();
  for (const handle of handles) {
    rows.set(jobName(handle), {
      handle,
      snapshot: undefined,
      trouble: "",
      started: performance.now(),
      ended: undefined,
    });
  }
  const update = createLogUpdate(output);
  const width = Math.max(...handles.map((handle) => shortName(handle).length));
  let frame = 0;
  const draw = (): void => {
    const spinner = FRAMES[frame % FRAMES.length] ?? "";
    update([...rows.values()].map((row) => rowText(row, width, spinner)).join("\n"));
  };
  const timer = setInterval(() => {
    frame += 1;
    draw();
  }, FRAME_TIME);
  draw();
  return {
    show: (snapshot) => {
      const row = rows.get(jobName(snapshot.handle));
      if (row === undefined) return;
      row.snapshot = snapshot;
      row.trouble = "";
      if (snapshot.terminal) row.ended = performance.now();
      draw();
    },
    retry: (handle, error, delay) => {
      const row = rows.get(jobName(handle));
      if (row !== undefined) row.trouble = retryText(error, delay);
      draw();
    },
    done: () => {
      clearInterval(timer);
      draw();
      update.done();
    },
  };
}

/** Progress as the output can show it. */
export function progressOn(handles: readonly JobHandle[], output: Output, errors: Output): Progress {
  return output.isTTY === true ? liveProgress(handles, output) : plainProgress(output, errors);
}

function rowText({ handle, snapshot, trouble, started, ended }: Row, width: number, spinner: string): string {
  const mark = snapshot?.terminal === true ? markOf(snapshot) : pc.blue(spinner);
  const time = pc.dim(formatDuration((ended ?? performance.now()) - started));
  const name = shortName(handle).padEnd(width);
  if (snapshot === undefined) return [mark, name, trouble || pc.dim("asking"), time].join("  ");
  const parts = [
    mark,
    name,
    bar(snapshot),
    stateText(snapshot),
    percentText(snapshot),
    countsText(snapshot),
    trouble,
    time,
  ];
  return parts.filter((part) => part !== "").join("  ");
}

/** A job's name with a long id cut in its middle, so that a row fits a terminal. */
function shortName(handle: JobHandle): string {
  return jobName({ ...handle, id: cut(handle.id, ID), ...(handle.parent && { parent: cut(handle.parent, ID) }) });
}

function markOf({ state }: JobSnapshot): string {
  if (state === "succeeded") return pc.green("✔");
  return state === "partially-failed" || state === "unknown" ? pc.yellow("▲") : pc.red("✖");
}

function bar({ progress, state }: JobSnapshot): string {
  const part = progress ?? (state === "succeeded" ? 1 : 0);
  const full = Math.round(part * BAR);
  return pc.green("█".repeat(full)) + pc.dim("░".repeat(BAR - full));
}

function retryText(error: unknown, delay: number): string {
  const why = oneLine(error instanceof Error ? error.message : String(error));
  return pc.yellow(`asking again in ${formatDuration(delay)}: ${why}`);
}
