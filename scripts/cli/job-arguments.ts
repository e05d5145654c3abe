/** What `status` and `watch` share: which job is meant, and how to reach its vendor. */
import { Argument, Option, type Command } from "commander";
import { isVendor, vendors } from "../../src/jobs/handle.ts";
import type { JobHandle, JobSource } from "../../src/jobs/model.ts";
import { UsageError } from "./errors.ts";
import { handleArgument } from "./saved.ts";
import type { CommandVerbs } from "./verbs.ts";
import { commandVendors, connect, handleOf, variablePrefix } from "./vendors.ts";

/** Options that name a job. */
export interface JobOptions {
  readonly kind?: string;
  readonly handle?: string;
  readonly json?: boolean;
}

/** A job and where to ask for it. */
export interface NamedJob {
  readonly handle: JobHandle;
  readonly source: JobSource;
  readonly verbs: CommandVerbs;
}

/** Gives a command the arguments and options that name a job. */
export function withJobArguments(command: Command): Command {
  return command
    .addArgument(new Argument("[vendor]", "who has the job").choices(vendors))
    .argument("[id]", "the vendor's id of the job; a batch of Salesforce is <job id>/<batch id>")
    .option("--kind <kind>", "what the id is of; the vendor's first kind when absent")
    .option(
      "--handle <json>",
      "the job as an earlier command printed it, or the file that keeps it; in place of vendor and id",
    )
    .addOption(new Option("--json", "one JSON object a line"))
    .addHelpText("after", `\n${jobHelp()}`);
}

/** The job that is meant. Throws UsageError where that cannot be told, or the environment lacks something. */
export function namedJob(vendor: string | undefined, id: string | undefined, options: JobOptions): NamedJob {
  const handle =
    options.handle === undefined ? writtenHandle(vendor, id, options.kind) : handleArgument(options.handle);
  if (options.handle !== undefined && vendor !== undefined) {
    throw new UsageError("Name the job by --handle, or by vendor and id, not by both");
  }
  const verbs = connect(handle.vendor, process.env);
  return { handle, source: verbs.source, verbs };
}

function writtenHandle(vendor: string | undefined, id: string | undefined, kind: string | undefined): JobHandle {
  if (!isVendor(vendor)) throw new UsageError(`Name a vendor (${vendors.join(", ")}) and an id, or a --handle`);
  if (id === undefined) throw new UsageError(`Name the id of the job at ${vendor}`);
  return handleOf(vendor, id, kind);
}

function jobHelp(): string {
  const lines = vendors.flatMap((vendor) => [
    `  ${vendor.padEnd(21)} ${commandVendors[vendor].kinds.join(", ")}`,
    `  ${"".padEnd(21)} ${variablePrefix(vendor)} ${commandVendors[vendor].variables.join(", ")}`,
  ]);
  return [
    "Vendors, their kinds of job, and the environment variables that hold endpoint and credentials:",
    ...lines,
    "",
    "Exit codes: 0 succeeded, or gone as vendors remove jobs that have ended; 1 failed, aborted, or an error;",
    "2 wrong usage; 68 partially failed; 69 not ended yet.",
  ].join("\n");
}
