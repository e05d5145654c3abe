/** The commands of `specwire`. */
import { Command, CommanderError } from "commander";
import packageFile from "../../package.json" with { type: "json" };
import { errorExitCode, reportOf } from "./errors.ts";
import { exitCodes } from "./exit-codes.ts";
import { registerSandbox } from "./sandbox-command.ts";
import { json } from "./snapshot-text.ts";
import { registerStatus } from "./status.ts";
import { registerWatch } from "./watch.ts";

/** Runs the command line; answers the exit code. Whatever goes wrong is told in one line. */
export async function run(args: readonly string[]): Promise<number> {
  const program = makeProgram();
  try {
    if (args.length === 0) program.help({ error: true });
    await program.parseAsync(args, { from: "user" });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    // Commander has printed its own errors; help and version are none.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage;
    tell(error, args);
    return errorExitCode(error);
  }
}

function makeProgram(): Command {
  const program = new Command("specwire")
    .description(packageFile.description)
    .version(packageFile.version)
    .option("--debug", "show where errors come from")
    .showHelpAfterError("(--help shows how it is called)")
    .exitOverride();
  registerStatus(program);
  registerWatch(program);
  registerSandbox(program);
  for (const command of program.commands) command.exitOverride();
  return program;
}

function tell(error: unknown, args: readonly string[]): void {
  const report = reportOf(error);
  if (args.includes("--json")) process.stdout.write(`${json({ error: report })}\n`);
  process.stderr.write(`specwire: ${report.code}: ${report.message}\n`);
  if (args.includes("--debug") && error instanceof Error) process.stderr.write(`${error.stack ?? ""}\n`);
}
