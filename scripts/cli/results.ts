/** `specwire results`: what a job has left behind, into files. */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Command } from "commander";
import type { JobSnapshot } from "../../src/jobs/model.ts";
import type { JobResults, ResultFile } from "../../src/jobs/results.ts";
import { chunksOf } from "../../src/jobs/source.ts";
import { UsageError } from "./errors.ts";
import { exitCodeOf, exitCodes } from "./exit-codes.ts";
import { interruptible } from "./interrupt.ts";
import { namedJob, withJobArguments, type JobOptions, type NamedJob } from "./job-arguments.ts";
import { printFailedRows } from "./rows.ts";
import { json } from "./snapshot-text.ts";
import { transfersOn } from "./transfer.ts";

interface ResultsOptions extends JobOptions {
  readonly out?: string;
  readonly rows: boolean;
}

/** Rows that are printed of a job, at the most. */
export const MOST_ROWS = 100;

/** Adds the command to a program. */
export function registerResults(program: Command): void {
  withJobArguments(
    program.command("results").description("Fetch what a job has left behind; tell the rows that failed."),
  )
    .option("--out <folder>", "where to write the files; made where it is not there")
    .option("--no-rows", "do not read the rows")
    .action(async (vendor: string | undefined, id: string | undefined, options: ResultsOptions) => {
      const job = namedJob(vendor, id, options);
      process.exitCode = await interruptible((signal) => fetchAll(job, options, signal));
    });
}

async function fetchAll({ handle, verbs }: NamedJob, options: ResultsOptions, signal: AbortSignal): Promise<number> {
  if (verbs.locate !== undefined) {
    const locator = await verbs.locate(handle, { signal });
    process.stdout.write(options.json === true ? `${json({ event: "locator", ...locator })}\n` : lines(locator));
    return exitCodes.succeeded;
  }
  if (verbs.results === undefined) throw new UsageError(`${handle.vendor} has no results that could be fetched`);
  const results = await verbs.results(handle, { signal });
  if (options.out !== undefined) await download(results, options.out, options, signal);
  else for (const file of results.files) tellFile(file, options);
  if (!options.rows) return exitCodes.succeeded;
  const snapshot = await verbs.source.status(handle, { signal });
  if (snapshot.state === "succeeded") return exitCodes.succeeded;
  return failedRows(results, snapshot, options, signal);
}

async function failedRows(
  results: JobResults<unknown>,
  snapshot: JobSnapshot,
  options: ResultsOptions,
  signal: AbortSignal,
): Promise<number> {
  const asJson = options.json === true;
  const counts = await printFailedRows(results, process.stdout, {
    json: asJson,
    most: asJson ? Infinity : MOST_ROWS,
    signal,
  });
  if (asJson) process.stdout.write(`${json({ event: "rows", ...counts })}\n`);
  else
    process.stdout.write(`${counts.succeeded} succeeded, ${counts.failed} failed, ${counts.unprocessed} unprocessed\n`);
  return counts.failed + counts.unprocessed > 0 ? exitCodes.partiallyFailed : exitCodeOf(snapshot);
}

async function download(
  { files }: JobResults<unknown>,
  folder: string,
  options: ResultsOptions,
  signal: AbortSignal,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const transfers = transfersOn(process.stdout, process.stderr, options.json === true);
  for (const file of files) {
    // The name is the vendor's: whatever it says, the file stays in the folder.
    const path = join(folder, basename(file.name).replace(/^\.+/, "") || "result");
    const part = `${path}.part`;
    const hash = createHash("sha256");
    let bytes = 0;
    const stream = file.bytes({
      signal,
      onProgress: (progress) => transfers.show(file.name, progress),
      onRetry: transfers.retry,
    });
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunksOf(stream, signal)) {
        hash.update(chunk);
        bytes += chunk.byteLength;
        yield chunk;
      }
    };
    await pipeline(counted, createWriteStream(part), { signal });
    await rename(part, path);
    transfers.done();
    const sha256 = hash.digest("hex");
    if (options.json === true)
      process.stdout.write(`${json({ event: "file", name: file.name, path, bytes, sha256 })}\n`);
    else process.stdout.write(`${path}  ${bytes} bytes  sha256 ${sha256}\n`);
  }
}

function tellFile({ name, size }: ResultFile<unknown>, { json: asJson }: ResultsOptions): void {
  if (asJson === true) process.stdout.write(`${json({ event: "file", name, size })}\n`);
  else process.stdout.write(`${name}${size === undefined ? "" : `  ${size} bytes`}\n`);
}

function lines(locator: object): string {
  return Object.entries(locator)
    .map(([name, value]) => `  ${name.padEnd(12)} ${String(value)}\n`)
    .join("");
}
