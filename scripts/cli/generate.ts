/** `specwire generate <file or URL> --out <dir>`: types, codecs and clients for a user's own contract. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { InvalidArgumentError, type Command } from "commander";
import { formatDiagnostics } from "../diagnostics-format.ts";
import { Diagnostics } from "../diagnostics.ts";
import { generateModule } from "../pipeline.ts";
import { ContractError } from "./errors.ts";
import { fetchDocument } from "./fetch-document.ts";

interface GenerateCommandOptions {
  readonly out: string;
  readonly name?: string;
  readonly service?: string;
  readonly runtime: string;
  readonly wrappers: "ArrayOf" | "none";
  readonly json?: boolean;
}

/** Adds the command to a program. */
export function registerGenerate(program: Command): void {
  program
    .command("generate")
    .description(
      "Generate a TypeScript module from a contract: WSDL, XSD (with the operations table beside it) or OpenAPI.",
    )
    .argument("<contract>", "a file or a URL")
    .requiredOption("--out <dir>", "folder that the module is written to")
    .option("--name <name>", "name of the module; that of the contract when absent", parseName)
    .option("--service <name>", "name of the service descriptor, for an OpenAPI document")
    .option("--runtime <specifier>", "what the module imports", "specwire/runtime")
    .option("--wrappers <which>", "types that become arrays: ArrayOf or none", parseWrappers, "ArrayOf")
    .option("--json", "one JSON object on one line")
    .action(async (entry: string, options: GenerateCommandOptions) => {
      const diagnostics = new Diagnostics();
      const { runtime, wrappers, service } = options;
      const load = /^https?:/.test(entry) ? { fetch: fetchDocument } : {};
      const contract = { entry, runtime, wrappers, ...(service === undefined ? {} : { service }) };
      const { code, sources } = await generateModule(contract, diagnostics, load);
      const file = join(options.out, `${options.name ?? moduleName(entry)}.ts`);
      if (code !== undefined) {
        mkdirSync(options.out, { recursive: true });
        writeFileSync(file, code);
      }
      if (options.json === true) {
        process.stdout.write(
          `${JSON.stringify({ ...(code === undefined ? {} : { file }), diagnostics: diagnostics.all })}\n`,
        );
      } else {
        const text = formatDiagnostics(diagnostics.all, sources, { color: process.stderr.isTTY });
        if (text !== "") process.stderr.write(text);
        if (code !== undefined) process.stdout.write(`wrote ${file}\n`);
      }
      if (code === undefined) throw new ContractError(`nothing was written: ${entry} has errors`);
    });
}

/** `specs/order-service.wsdl` makes order-service, `https://host/Service.svc?wsdl` Service. */
function moduleName(entry: string): string {
  const path = entry.replace(/[?#].*$/, "").replaceAll("\\", "/");
  const [stem = ""] = path.slice(path.lastIndexOf("/") + 1).split(".");
  return /^[\w-]+$/.test(stem) ? stem : "contract";
}

function parseName(text: string): string {
  if (/^[\w-]+$/.test(text)) return text;
  throw new InvalidArgumentError("It is made of letters, digits, _ and -.");
}

function parseWrappers(text: string): "ArrayOf" | "none" {
  if (text === "ArrayOf" || text === "none") return text;
  throw new InvalidArgumentError("It is ArrayOf or none.");
}
