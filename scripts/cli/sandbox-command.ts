/** The command `specwire sandbox` and its options. */
import { InvalidArgumentError, type Command } from "commander";
import { parseDuration } from "./duration.ts";
import { UsageError } from "./errors.ts";
import { driftHelp, faultHelp, runSandbox, type SandboxCommandOptions } from "./sandbox.ts";

/** Adds the command to a program. */
export function registerSandbox(program: Command): void {
  program
    .command("sandbox")
    .description("Run stand-ins for all vendors on 127.0.0.1, with a job at each.")
    .option("--port <number>", "port to listen on; any free one when absent", parsePort)
    .option("--step <time>", "how long a job stays in each state; 0s: every status call moves it on", parseDuration)
    .option("--drift <name...>", "deviations from the contracts")
    .option(
      "--fault <name...>",
      "faults, `busy`, `cut-upload:createBatch@1000` or `answer-lost*3`: operation, byte, times",
    )
    .option("--no-jobs", "begin without jobs")
    .option("--json", "one JSON object on one line")
    .addHelpText("after", `\nDeviations:\n${driftHelp()}\n\nFaults:\n${faultHelp()}`)
    .action(async (options: SandboxCommandOptions) => {
      try {
        await runSandbox(options, process.stdout);
      } catch (error) {
        if (error instanceof RangeError) throw new UsageError(error.message);
        throw error;
      }
    });
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port < 65_536) return port;
  throw new InvalidArgumentError("It is a number from 0 to 65535.");
}
