/** `specwire status`: how a job stands, asked once. */
import type { Command } from "commander";
import { exitCodeOf } from "./exit-codes.ts";
import { namedJob, withJobArguments, type JobOptions } from "./job-arguments.ts";
import { snapshotBlock, snapshotJson } from "./snapshot-text.ts";

/** Adds the command to a program. */
export function registerStatus(program: Command): void {
  withJobArguments(program.command("status").description("Ask a vendor once how a job stands.")).action(
    async (vendor: string | undefined, id: string | undefined, options: JobOptions) => {
      const { handle, source } = namedJob(vendor, id, options);
      const snapshot = await source.status(handle);
      process.stdout.write(`${options.json === true ? snapshotJson(snapshot) : snapshotBlock(snapshot)}\n`);
      process.exitCode = exitCodeOf(snapshot);
    },
  );
}
