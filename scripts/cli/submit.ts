/** `specwire submit` and `specwire resume`: jobs from their creation on. */
import { openAsBlob } from "node:fs";
import { basename, resolve } from "node:path";
import { Argument, Option, type Command } from "commander";
import { isVendor, stringifyHandle, vendors } from "../../src/jobs/handle.ts";
import type { JobHandle } from "../../src/jobs/model.ts";
import type { FileSource } from "../../src/jobs/source.ts";
import { submissionOf, type SubmitOptions } from "../../src/jobs/submit.ts";
import { JobError } from "../../src/runtime/errors.ts";
import { parseDuration } from "./duration.ts";
import { reportOf, UsageError } from "./errors.ts";
import { exitCodes } from "./exit-codes.ts";
import { interruptible } from "./interrupt.ts";
import { savedJob, saveJob } from "./saved.ts";
import { json } from "./snapshot-text.ts";
import { transfersOn, type Transfers } from "./transfer.ts";
import { requestMembers, Values } from "./values.ts";
import { commandVendors, connect, variablePrefix } from "./vendors.ts";
import type { CommandVerbs, SubmitInput } from "./verbs.ts";
import { watchToEnd, type WatchOptions } from "./watch.ts";

interface SubmitCommandOptions extends Partial<WatchOptions> {
  readonly kind?: string;
  readonly file?: string;
  readonly request?: string;
  readonly set: readonly string[];
  readonly handle?: string;
  readonly wait?: boolean;
  readonly json?: boolean;
}

/** Adds both commands to a program. */
export function registerSubmit(program: Command): void {
  const submit = program.command("submit").description("Create a job, upload its data and start it.");
  submit.addArgument(new Argument("<vendor>", "where to").choices(vendors));
  submit.option("--kind <kind>", "the vendor's kind of job; its first when absent");
  submit.option("--handle <file>", "keep the handle in this file, so that `resume` can go on");
  withRequest(submit).addHelpText("after", `\n${submitHelp()}`);
  submit.action(async (vendor: string, options: SubmitCommandOptions) => {
    if (!isVendor(vendor)) throw new UsageError(`No vendor is called ${vendor}`);
    const request = Object.fromEntries(requestMembers(options.request, options.set));
    const task = { vendor, request, file: options.file, options, handle: undefined };
    process.exitCode = await interruptible((signal) => run(task, signal));
  });
  const resume = program
    .command("resume")
    .description("Go on with a submission that broke off; nothing is sent twice.");
  resume.requiredOption("--handle <file>", "where `submit` kept the handle");
  withRequest(resume);
  resume.action(async (options: SubmitCommandOptions & { readonly handle: string }) => {
    const saved = savedJob(options.handle);
    const { handle } = saved;
    const request = { ...saved.request, ...Object.fromEntries(requestMembers(options.request, options.set)) };
    const task = { vendor: handle.vendor, request, file: options.file ?? saved.file, options, handle };
    process.exitCode = await interruptible((signal) => run(task, signal));
  });
}

function withRequest(command: Command): Command {
  const collect = (pair: string, before: readonly string[]): readonly string[] => [...before, pair];
  return command
    .option("--file <path>", "the data to upload")
    .option("--request <json>", "what the job is to do, in the vendor's own words")
    .addOption(new Option("--set <name=value>", "one of them, on top").argParser(collect).default([], "none"))
    .option("--wait", "follow the job to its end, as `watch` does")
    .addOption(new Option("--deadline <time>", "how long to follow it: 30m, 1h30m, none").argParser(parseDuration))
    .addOption(new Option("--every <time>", "ask this often").argParser(parseDuration))
    .addOption(new Option("--json", "one JSON object a line"));
}

interface Task {
  readonly vendor: JobHandle["vendor"];
  readonly request: Readonly<Record<string, unknown>>;
  readonly file: string | undefined;
  readonly options: SubmitCommandOptions;
  /** Where a submission broke off; undefined for a new one. */
  readonly handle: JobHandle | undefined;
}

async function run(task: Task, signal: AbortSignal): Promise<number> {
  const { vendor, request, options } = task;
  const verbs = connect(vendor, process.env);
  const file = task.file === undefined ? undefined : await fileAt(task.file);
  const input: SubmitInput = {
    kind: task.handle?.kind ?? options.kind,
    values: new Values(new Map(Object.entries(request))),
    file,
  };
  const transfers = transfersOn(process.stdout, process.stderr, options.json === true);
  const name = file?.name ?? vendor;
  const keep = (handle: JobHandle): void => {
    const { file: path } = task;
    if (options.handle !== undefined) {
      saveJob(options.handle, { handle, request, ...(path === undefined ? {} : { file: resolve(path) }) });
    }
    transfers.handle(handle);
  };
  const submitOptions: SubmitOptions = {
    signal,
    onHandle: keep,
    onProgress: (progress) => transfers.show(name, progress),
    onRetry: transfers.retry,
  };
  return started(verbs, task, input, submitOptions, transfers, signal);
}

async function started(
  verbs: CommandVerbs,
  { vendor, handle, options }: Task,
  input: SubmitInput,
  submitOptions: SubmitOptions,
  transfers: Transfers,
  signal: AbortSignal,
): Promise<number> {
  let job: JobHandle;
  try {
    if (verbs.submit === undefined || verbs.resume === undefined)
      throw new UsageError(`${vendor} takes no jobs from here`);
    job = await (handle === undefined
      ? verbs.submit(input, submitOptions)
      : verbs.resume(handle, input, submitOptions));
    transfers.done();
  } catch (error) {
    transfers.done();
    return brokenOff(error, options, signal);
  }
  if (options.wait === true) return watchToEnd(verbs, job, options, signal);
  if (options.json === true) process.stdout.write(`${json({ event: "submitted", handle: job })}\n`);
  else process.stdout.write(`${stringifyHandle(job)}\n`);
  return exitCodes.succeeded;
}

/** What is known goes to the output with the handle. Throws what carries none. */
function brokenOff(error: unknown, { json: asJson, handle: path }: SubmitCommandOptions, signal: AbortSignal): number {
  const handle = submissionOf(error);
  if (handle === undefined || !(error instanceof JobError)) throw error;
  const { code, message } = reportOf(error);
  if (asJson === true) process.stdout.write(`${json({ event: "broken-off", handle, error: { code, message } })}\n`);
  else {
    process.stderr.write(`specwire: ${code}: ${message}\n`);
    if (code === "job.submit-stopped" && path !== undefined) {
      process.stderr.write(`Go on with: specwire resume --handle ${path}\n`);
    }
    process.stdout.write(`${stringifyHandle(handle)}\n`);
  }
  if (signal.aborted) return exitCodes.interrupted;
  return code === "job.submit-stopped" ? exitCodes.stillRunning : exitCodes.failed;
}

/** A file that is read as it is sent. Throws UsageError. */
async function fileAt(path: string): Promise<FileSource> {
  try {
    const blob = await openAsBlob(path);
    return { name: basename(path), size: blob.size, stream: () => blob.stream() };
  } catch {
    throw new UsageError(`--file: ${path} cannot be read`);
  }
}

function submitHelp(): string {
  const lines = vendors.flatMap((vendor) => {
    const { kinds, values = [] } = commandVendors[vendor];
    if (values.length === 0) return [];
    const [first, ...more] = values.map((value) => `  ${value}`);
    return [
      `  ${vendor} (${kinds.join(", ")}; variables ${variablePrefix(vendor)}…)`,
      `  ${first ?? ""}`,
      ...more.map((one) => `  ${one}`),
    ];
  });
  return [
    "What jobs take, by --set or in --request:",
    ...lines,
    "",
    "Exit codes: 0 started (with --wait: succeeded); 1 refused, or nobody knows whether it was started; 2 wrong usage;",
    "68 some rows failed; 69 broke off, or not ended yet: the last line has the handle to go on with.",
  ].join("\n");
}
