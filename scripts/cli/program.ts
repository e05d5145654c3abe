/** The commands of `specwire`. */
import { Command, CommanderError } from "commander";
import packageFile from "../../package.json" with { type: "json" };
import { registerDecode } from "./decode.ts";
import { registerEncode } from "./encode.ts";
import { errorExitCode, reportOf, UsageError } from "./errors.ts";
import { exitCodes } from "./exit-codes.ts";
import { registerGenerate } from "./generate.ts";
import { registerCancel, registerList } from "./list.ts";
import { registerResults } from "./results.ts";
import { registerSandbox } from "./sandbox-command.ts";
import { json } from "./snapshot-text.ts";
import { registerStatus } from "./status.ts";
import { registerSubmit } from "./submit.ts";
import { registerWatch } from "./watch.ts";

/** Runs the command line; answers the exit code. Whatever goes wrong is told in one line. */
export async function run(args: readonly string[]): Promise<number> {
  const program = makeProgram();
  try {
    if (args.length === 0) program.help({ error: true });
    await program.parseAsync(args, { from: "user" });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError && (error.exitCode === 0 || error.code === "commander.help")) {
      return error.exitCode === 0 ? exitCodes.succeeded : exitCodes.usage;
    }
    const told = error instanceof CommanderError ? new UsageError(error.message.replace(/^error: /, "")) : error;
    tell(told, args);
    return errorExitCode(told);
  }
}

/** Commands inherit what is set before they are added: errors are thrown, and told in one place. */
function makeProgram(): Command {
  const program = new Command("specwire")
    .description(packageFile.description)
    .version(packageFile.version)
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .addHelpText("after", "\nWith SPECWIRE_DEBUG set, errors show where they come from.");
  registerStatus(program);
  registerWatch(program);
  registerSubmit(program);
  registerList(program);
  registerCancel(program);
  registerResults(program);
  registerSandbox(program);
  registerGenerate(program);
  registerDecode(program);
  registerEncode(program);
  return program;
}

function tell(error: unknown, args: readonly string[]): void {
  const report = reportOf(error);
  if (args.includes("--json")) process.stdout.write(`${json({ error: report })}\n`);
  const hint = error instanceof UsageError ? " (--help shows how it is called)" : "";
  process.stderr.write(`specwire: ${report.code}: ${report.message}${hint}\n`);
  if (process.env["SPECWIRE_DEBUG"] && error instanceof Error) process.stderr.write(`${error.stack ?? ""}\n`);
}
