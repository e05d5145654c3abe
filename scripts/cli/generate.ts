/** `specwire generate <contract …>`: types, codecs and clients for a user's own contracts. */
import { dirname } from "node:path";
import type { Command } from "commander";
import { ContractError, UsageError } from "./errors.ts";
import { loadConfig } from "./generate-config.ts";
import { jobsOf, type GenerateCommandOptions } from "./generate-jobs.ts";
import { stageDisplay } from "./generate-progress.ts";
import { reportJson, reportText, type JobResult } from "./generate-report.ts";
import { runJobs } from "./generate-run.ts";
import {
  addHeader,
  addNames,
  addNaming,
  moduleNameOf,
  oneOf,
  parseExtension,
  parseSplit,
  wholeNumber,
} from "./generate-values.ts";

/** Adds the command to a program. Defaults stand in `generate-jobs.ts`: a configuration comes between them and these options. */
export function registerGenerate(program: Command): void {
  const command = program
    .command("generate")
    .description(
      "Generate TypeScript modules from contracts: WSDL, XSD (with the operations table beside it) or OpenAPI.",
    )
    .argument("[contract...]", "files, URLs, or names of the configuration; all of the configuration when absent");
  addSourceOptions(command);
  addOutputOptions(command);
  command
    .option("--strict", "refuse contracts that break a standard, also where what they mean is clear")
    .option("--all-diagnostics", "show every diagnostic, not only the first of each code")
    .option("--json", "one JSON object on one line for each contract")
    .action(async (entries: readonly string[], options: GenerateCommandOptions) => {
      const jobs = jobsOf(entries, options, await loadConfig(options.config));
      const stages = stageDisplay(process.stderr);
      try {
        const results = await runJobs(jobs, modeOf(options), stages.show);
        stages.done();
        for (const result of results) tell(result, options);
        const failed = results.filter(({ files }) => files === undefined).map(({ job }) => job.entry);
        if (failed.length > 0)
          throw new ContractError(`nothing was written: ${failed.join(", ")} ${have(failed)} errors`);
      } finally {
        stages.done();
      }
    });
}

function addSourceOptions(command: Command): void {
  command
    .option("--config <file>", "configuration; specwire.config.ts of the working directory when absent")
    .option(
      "--header <'Name: value'>",
      "header for a protected address, repeatable; sent to its origin only",
      addHeader,
    )
    .option("--operation <names>", "generate these operations only, and what they reach; repeatable", addNames)
    .option("--allow-missing", "go on where documents are absent: what they would declare is unknown")
    .option("--bundle <dir>", "folder for documents from the web; <out>/<name>.bundle when absent")
    .option("--locked", "fetch nothing: fail where the bundle lacks a document or differs from its lock file")
    .option("--update", "fetch every document anew");
}

function addOutputOptions(command: Command): void {
  command
    .option("--out <dir>", "folder that modules are written to")
    .option("--name <name>", "name of the module; that of the contract when absent", moduleNameOf)
    .option("--service <name>", "name of the service descriptor, for an OpenAPI document")
    .option("--runtime <specifier>", "what modules import; specwire/runtime when absent")
    .option("--wrappers <which>", "types that become arrays: ArrayOf (default) or none", oneOf("ArrayOf", "none"))
    .option(
      "--int64 <type>",
      "64-bit integers: bigint (default), string or number",
      oneOf("bigint", "string", "number"),
    )
    .option("--dates <type>", "xs:dateTime: string (default) or Date", oneOf("string", "Date"))
    .option("--naming <style>", "contract (default) or typescript; or '{namespace}Name=NewName', repeatable", addNaming)
    .option("--extension <which>", "how modules name each other: .js (default), .ts or none", parseExtension)
    .option("--width <columns>", "width of lines; 120 when absent", wholeNumber(60, 400))
    .option("--split <types>", "types in one module: auto (default), never or a number", parseSplit);
}

function modeOf({ locked, update }: GenerateCommandOptions): "use" | "locked" | "update" {
  if (locked === true && update === true) throw new UsageError("--locked fetches nothing, and --update everything");
  if (locked === true) return "locked";
  return update === true ? "update" : "use";
}

function tell(result: JobResult, { json, allDiagnostics }: GenerateCommandOptions): void {
  if (json === true) process.stdout.write(`${reportJson(result)}\n`);
  else {
    process.stderr.write(reportText(result, { all: allDiagnostics === true, color: process.stderr.isTTY }));
    const [entry, ...parts] = result.files ?? [];
    const rest = parts.length === 0 ? "" : ` and ${parts.length} modules in ${dirname(parts[0] ?? "")}`;
    if (entry !== undefined) process.stdout.write(`wrote ${entry}${rest}\n`);
  }
}

function have(entries: readonly string[]): string {
  return entries.length === 1 ? "has" : "have";
}
