/**
 * `npm run codegen`: the contracts in `specs/` to the code in `generated/`. A second run changes nothing; files that no contract asks for
 * any more are removed. `--check` writes nothing and fails with a diff where `generated/` and `specs/` disagree.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createTwoFilesPatch } from "diff";
import { apis } from "./apis.ts";
import { formatDiagnostics } from "./diagnostics-format.ts";
import { Diagnostics } from "./diagnostics.ts";
import { generateModule } from "./pipeline.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, "generated");

/** What generated files begin with: nothing else in the folder is ours to remove. */
const signature = "// Generated from ";

/** Files in `generated/`, relative to it, with their text. */
function present(): ReadonlyMap<string, string> {
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

/** Every file that differs, with the text it has and the text it should have. */
function differences(wanted: ReadonlyMap<string, string>): readonly { path: string; has?: string; should?: string }[] {
  const files = present();
  const changed = [...wanted].flatMap(([path, should]) => {
    const has = files.get(path);
    return has === should ? [] : [{ path, should, ...(has === undefined ? {} : { has }) }];
  });
  const stale = [...files].flatMap(([path, has]) => (wanted.has(path) ? [] : [{ path, has }]));
  return [...changed, ...stale];
}

/** Runs; answers the exit code. */
async function main(check: boolean): Promise<number> {
  process.chdir(root);
  const wanted = await generate();
  if (wanted === undefined) return 1;
  const found = differences(wanted);
  if (check) {
    for (const { path, has = "", should = "" } of found) {
      process.stdout.write(createTwoFilesPatch(`generated/${path}`, `generated/${path} (from specs)`, has, should));
    }
    const summary = `generated/ and specs/ disagree in ${found.length} file${found.length === 1 ? "" : "s"}: run npm run codegen\n`;
    process.stdout.write(found.length === 0 ? `generated/ agrees with specs/: ${wanted.size} files\n` : summary);
    return found.length === 0 ? 0 : 1;
  }
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
  if (found.length === 0) process.stdout.write(`generated/ is up to date: ${wanted.size} files\n`);
  return foreign === 0 ? 0 : 1;
}

const [option, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (option !== undefined && option !== "--check")) {
  process.stderr.write("usage: codegen [--check]\n");
  process.exitCode = 2;
} else process.exitCode = await main(option === "--check");
