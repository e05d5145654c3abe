/** `specwire list` and `specwire cancel`. */
import { Argument, Option, type Command } from "commander";
import { isVendor, vendors } from "../../src/jobs/handle.ts";
import { UsageError } from "./errors.ts";
import { exitCodeOf, exitCodes } from "./exit-codes.ts";
import { interruptible } from "./interrupt.ts";
import { namedJob, withJobArguments, type JobOptions } from "./job-arguments.ts";
import { snapshotBlock, snapshotJson, snapshotLine } from "./snapshot-text.ts";
import { requestMembers, Values } from "./values.ts";
import { connect } from "./vendors.ts";

interface ListOptions {
  readonly set: readonly string[];
  readonly json?: boolean;
}

/** Adds `list` to a program. */
export function registerList(program: Command): void {
  const collect = (pair: string, before: readonly string[]): readonly string[] => [...before, pair];
  program
    .command("list")
    .description("List jobs at a vendor, a line for each.")
    .addArgument(new Argument("<vendor>", "who has the jobs").choices(vendors))
    .addOption(new Option("--set <name=value>", "which jobs").argParser(collect).default([], "none"))
    .addOption(new Option("--json", "one JSON object a line"))
    .addHelpText(
      "after",
      "\nsalesforce: job=<id>, whose batches are listed; superoffice: state=Started, or filter, select, orderBy, top;\n" +
        "ebay: status, type, from, to.",
    )
    .action(async (vendor: string, options: ListOptions) => {
      if (!isVendor(vendor)) throw new UsageError(`No vendor is called ${vendor}`);
      const verbs = connect(vendor, process.env);
      if (verbs.list === undefined) throw new UsageError(`${vendor} has no list of jobs`);
      const values = new Values(requestMembers(undefined, options.set));
      const print = options.json === true ? snapshotJson : snapshotLine;
      await interruptible(async (signal) => {
        for await (const snapshot of verbs.list?.(values, { signal }) ?? [])
          process.stdout.write(`${print(snapshot)}\n`);
      });
      process.exitCode = exitCodes.succeeded;
    });
}

/** Adds `cancel` to a program. */
export function registerCancel(program: Command): void {
  withJobArguments(program.command("cancel").description("Ask a vendor to stop a job; tells how it stands after that."))
    .option("--force", "even where the vendor warns of it")
    .action(
      async (
        vendor: string | undefined,
        id: string | undefined,
        options: JobOptions & { readonly force?: boolean },
      ) => {
        const { handle, verbs } = namedJob(vendor, id, options);
        if (verbs.cancel === undefined) throw new UsageError(`${handle.vendor} cannot stop a job`);
        const snapshot = await verbs.cancel(handle, { force: options.force === true });
        process.stdout.write(`${options.json === true ? snapshotJson(snapshot) : snapshotBlock(snapshot)}\n`);
        process.exitCode = snapshot.state === "aborted" ? exitCodes.succeeded : exitCodeOf(snapshot);
      },
    );
}
