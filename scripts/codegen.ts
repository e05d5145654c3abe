/**
 * `npm run codegen`: the contracts in `specs/` to the code in `generated/`. A second run changes nothing; files that no contract asks for
 * any more are removed. `--check` writes nothing and fails with a diff where `generated/` and `specs/` disagree.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createTwoFilesPatch } from "diff";
import { apis } from "./apis.ts";
import { formatDiagnostics } from "./diagnostics-format.ts";
import { Diagnostics } from "./diagnostics.ts";
import { signature } from "./emit/module.ts";
import { generateModule } from "./pipeline.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, "generated");

/** Files in `generated/`, relative to it, with their text. */
function present(): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")];
    }),
  );
}

/** Generates everything; undefined, with the diagnostics printed, where a contract is wrong. */
async function generate(): Promise<ReadonlyMap<string, string> | undefined> {
  const diagnostics = new Diagnostics();
  const wanted = new Map<string, string>();
  const sources = new Map<string, string>();
  for (const { contract, output, ...service } of apis) {
    const entry = join(root, "specs", contract);
    const own = new Diagnostics();
    const generated = await generateModule({ entry, runtime: "../../src/runtime/index.ts", ...service }, own);
    for (const { code, at, message } of own.all) diagnostics.report(code, at, message);
    for (const [uri, text] of generated.sources) sources.set(uri, text);
    if (generated.code !== undefined) wanted.set(output, generated.code);
  }
  if (diagnostics.all.length > 0) {
    process.stderr.write(formatDiagnostics(diagnostics.all, sources, { color: process.stderr.isTTY }));
  }
  return diagnostics.hasErrors ? undefined : wanted;
}

/** A file that differs: the text it has, and the text it should have. */
interface Difference {
  readonly path: string;
  readonly has?: string;
  readonly should?: string;
}

function differences(wanted: ReadonlyMap<string, string>): readonly Difference[] {
  const files = present();
  const changed = [...wanted].flatMap(([path, should]) => {
    const has = files.get(path);
    return has === should ? [] : [{ path, should, ...(has === undefined ? {} : { has }) }];
  });
  const stale = [...files].flatMap(([path, has]) => (wanted.has(path) ? [] : [{ path, has }]));
  return [...changed, ...stale].sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** Says what differs; answers the exit code. */
function check(found: readonly Difference[], count: number): number {
  for (const { path, has = "", should = "" } of found) {
    process.stdout.write(createTwoFilesPatch(`generated/${path}`, `generated/${path} (from specs)`, has, should));
  }
  const files = found.length === 1 ? "1 file" : `${found.length} files`;
  const summary = `generated/ and specs/ disagree in ${files}: run npm run codegen\n`;
  process.stdout.write(found.length === 0 ? `generated/ agrees with specs/: ${count} files\n` : summary);
  return found.length === 0 ? 0 : 1;
}

/** Writes and removes files; answers the exit code. */
function write(found: readonly Difference[], count: number): number {
  let foreign = 0;
  for (const { path, has = "", should } of found) {
    const target = join(folder, path);
    if (should !== undefined) {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, should);
      process.stdout.write(`wrote generated/${path}\n`);
    } else if (has.startsWith(signature)) {
      rmSync(target);
      process.stdout.write(`removed generated/${path}\n`);
    } else {
      foreign++;
      process.stderr.write(`generated/${path} is no generated file: move it away\n`);
    }
  }
  if (found.length === 0) process.stdout.write(`generated/ is up to date: ${count} files\n`);
  return foreign === 0 ? 0 : 1;
}

/** Runs; answers the exit code. */
async function main(options: readonly string[]): Promise<number> {
  const [option, ...others] = options;
  if (others.length > 0 || (option !== undefined && option !== "--check")) {
    process.stderr.write("usage: codegen [--check]\n");
    return 2;
  }
  process.chdir(root);
  const wanted = await generate();
  if (wanted === undefined) return 1;
  const found = differences(wanted);
  return option === "--check" ? check(found, wanted.size) : write(found, wanted.size);
}

// A reader that has seen enough (`--check | head`) closes the pipe.
process.stdout.on("error", () => process.exit(1));
process.exitCode = await main(process.argv.slice(2));
