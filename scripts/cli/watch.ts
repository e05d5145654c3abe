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
import { namedJob, withJobArguments, type JobOptions } from "./job-arguments.ts";
import { plainProgress, progressOn, type Progress } from "./progress.ts";
import { json, snapshotBlock, snapshotJson } from "./snapshot-text.ts";

interface WatchOptions extends JobOptions {
  readonly deadline: number;
  readonly every?: number;
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
    .action(async (vendor: string | undefined, id: string | undefined, options: WatchOptions) => {
      const { handle, source } = namedJob(vendor, id, options);
      process.exitCode = await watch(source, handle, options);
    });
}

async function watch(source: JobSource, handle: JobHandle, options: WatchOptions): Promise<number> {
  const { stdout, stderr } = process;
  const progress =
    options.json === true ? plainProgress(stdout, stderr, snapshotJson) : progressOn([handle], stdout, stderr);
  const interrupt = new AbortController();
  const onSignal = (): void => interrupt.abort();
  process.once("SIGINT", onSignal);
  process.once("SIGTERM", onSignal);
  try {
    const outcome = await follow(source, handle, options, progress, interrupt.signal);
    return tell(outcome, options);
  } catch (error) {
    progress.done();
    if (!interrupt.signal.aborted || !(error instanceof TransportError)) throw error;
    printHandle(handle, options, "interrupted");
    return exitCodes.interrupted;
  } finally {
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
  }
}

async function follow(
  source: JobSource,
  handle: JobHandle,
  { deadline, every }: WatchOptions,
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
  const reason = why === "interrupted" ? "Interrupted" : `Not ended after ${formatDuration(options.deadline)}`;
  process.stderr.write(`${reason}; the job goes on. Go on watching with: specwire watch --handle '…'\n`);
  process.stdout.write(`${stringifyHandle(handle)}\n`);
}
