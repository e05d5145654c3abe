/** `specwire watch`: follows a job to its end, or to a deadline. */
import { Option, type Command } from "commander";
import { defaultDeadline, type JobOutcome } from "../../src/jobs/follow.ts";
import { stringifyHandle } from "../../src/jobs/handle.ts";
import type { JobHandle, JobSource } from "../../src/jobs/model.ts";
import { waitForJob } from "../../src/jobs/wait.ts";
import { TransportError } from "../../src/runtime/errors.ts";
import { formatDuration, parseDuration } from "./duration.ts";
import { oneLine } from "./errors.ts";
import { exitCodeOf, exitCodes } from "./exit-codes.ts";
import { interruptible } from "./interrupt.ts";
import { namedJob, withJobArguments, type JobOptions } from "./job-arguments.ts";
import { plainProgress, progressOn, type Progress } from "./progress.ts";
import { MOST_ROWS } from "./results.ts";
import { printFailedRows } from "./rows.ts";
import { json, snapshotBlock, snapshotJson } from "./snapshot-text.ts";
import type { CommandVerbs } from "./verbs.ts";

/** How a job is followed. */
export interface WatchOptions extends JobOptions {
  readonly deadline?: number;
  readonly every?: number;
  /** Whether the rows that failed are printed; they are where absent. */
  readonly rows?: boolean;
}

/** Adds the command to a program. */
export function registerWatch(program: Command): void {
  const command = program.command("watch").description("Follow a job to its end, at the vendor's pace.");
  withJobArguments(command)
    .addOption(
      new Option("--deadline <time>", "how long to follow it: 30m, 90s, 1h30m, none")
        .argParser(parseDuration)
        .default(defaultDeadline, "1h"),
    )
    .option("--every <time>", "ask this often, in place of the vendor's pace", parseDuration)
    .option("--no-rows", "do not print the rows that failed")
    .action(async (vendor: string | undefined, id: string | undefined, options: WatchOptions) => {
      const { handle, verbs } = namedJob(vendor, id, options);
      process.exitCode = await interruptible((signal) => watchToEnd(verbs, handle, options, signal));
    });
}

/** Follows a job to its end or a deadline; answers the exit code. */
export async function watchToEnd(
  verbs: CommandVerbs,
  handle: JobHandle,
  options: WatchOptions,
  signal: AbortSignal,
): Promise<number> {
  const { stdout, stderr } = process;
  const progress =
    options.json === true ? plainProgress(stdout, stderr, snapshotJson) : progressOn([handle], stdout, stderr);
  try {
    const outcome = await follow(verbs.source, handle, options, progress, signal);
    const code = tell(outcome, options);
    if (code === exitCodes.partiallyFailed && options.rows !== false) await tellRows(verbs, handle, options, signal);
    return code;
  } catch (error) {
    progress.done();
    if (!signal.aborted || !(error instanceof TransportError)) throw error;
    printHandle(handle, options, "interrupted");
    return exitCodes.interrupted;
  }
}

/** The rows that failed, where the vendor has results of rows. */
async function tellRows(
  verbs: CommandVerbs,
  handle: JobHandle,
  options: WatchOptions,
  signal: AbortSignal,
): Promise<void> {
  if (verbs.results === undefined) return;
  const asJson = options.json === true;
  try {
    const results = await verbs.results(handle, { signal });
    await printFailedRows(results, process.stdout, { json: asJson, most: asJson ? Infinity : MOST_ROWS, signal });
  } catch (error) {
    // How the job ended is told already, and stays what the command exits with.
    process.stderr.write(
      `The rows could not be read: ${oneLine(error instanceof Error ? error.message : String(error))}\n`,
    );
  }
}

async function follow(
  source: JobSource,
  handle: JobHandle,
  { deadline = defaultDeadline, every }: WatchOptions,
  progress: Progress,
  signal: AbortSignal,
): Promise<JobOutcome> {
  const outcome = await waitForJob(source, handle, {
    signal,
    deadline,
    ...(every === undefined ? {} : { pace: { first: every, most: every } }),
    onSnapshot: progress.show,
    onRetry: (error, delay) => progress.retry(handle, error, delay),
  });
  progress.done();
  return outcome;
}

function tell(outcome: JobOutcome, options: WatchOptions): number {
  if (outcome.kind === "finished") {
    if (options.json !== true) process.stdout.write(`${snapshotBlock(outcome.snapshot)}\n`);
    return exitCodeOf(outcome.snapshot);
  }
  const { error } = outcome;
  if (error !== undefined) {
    process.stderr.write(`The last call failed: ${oneLine(error instanceof Error ? error.message : String(error))}\n`);
  }
  printHandle(outcome.handle, options, "still-running");
  return exitCodes.stillRunning;
}

/** The handle alone on the last line of the output, so that it can be taken from there. */
function printHandle(handle: JobHandle, options: WatchOptions, why: "still-running" | "interrupted"): void {
  if (options.json === true) {
    process.stdout.write(`${json({ outcome: why, handle })}\n`);
    return;
  }
  const reason =
    why === "interrupted" ? "Interrupted" : `Not ended after ${formatDuration(options.deadline ?? defaultDeadline)}`;
  process.stderr.write(`${reason}; the job goes on. Go on watching with: specwire watch --handle '…'\n`);
  process.stdout.write(`${stringifyHandle(handle)}\n`);
}
