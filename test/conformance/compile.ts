/** Compiles generated modules with TypeScript under every strict flag of ours, and looks for `any` in them. */
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import ts from "typescript";

const root = join(import.meta.dirname, "..", "..");

/** Modules in one program: all of the suite's would need more memory than a small machine has. */
const batchSize = 3000;

/** What is wrong with modules, by file name: compile errors, and places of `any`. Modules that are good are not in it. */
export async function compileModules(folder: string, files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wrong = new Map<string, string>();
  for (const file of files) {
    const found = anyIn(readFileSync(join(folder, file), "utf8"));
    if (found !== undefined) wrong.set(file, found);
  }
  for (let start = 0; start < files.length; start += batchSize) {
    for (const [file, error] of await compileBatch(folder, files.slice(start, start + batchSize))) {
      wrong.set(file, wrong.get(file) ?? error);
    }
  }
  return wrong;
}

async function compileBatch(folder: string, files: readonly string[]): Promise<readonly (readonly [string, string])[]> {
  const config = join(folder, "tsconfig.json");
  const base = relative(folder, join(root, "tsconfig.json")).replaceAll("\\", "/");
  const types = { typeRoots: [relative(folder, join(root, "node_modules", "@types"))] };
  writeFileSync(config, JSON.stringify({ extends: `./${base}`, compilerOptions: types, files, include: [] }));
  const output = await compilerOutput(config);
  const errors = output.split("\n").flatMap((line) => {
    const match = /^(.+?)\(\d+,\d+\): error (TS.*)$/.exec(line);
    return match === null ? [] : [[basename(match[1] ?? ""), match[2] ?? ""] as const];
  });
  if (errors.length === 0 && output.includes("error TS")) throw new Error(`the compiler: ${output.slice(0, 500)}`);
  return errors.toReversed();
}

function compilerOutput(config: string): Promise<string> {
  const compiler = join(root, "node_modules", "typescript-7", "bin", "tsc");
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [compiler, "-p", config, "--pretty", "false"],
      { maxBuffer: 1 << 28 },
      (error, out, err) => {
        // It exits with 1 or 2 where it finds errors; anything else is no verdict.
        if (error !== null && typeof error.code !== "number") reject(error);
        else if (error !== null && !out.includes("error TS")) reject(new Error(`the compiler: ${out}${err}`));
        else resolve(out);
      },
    );
  });
}

/** Place of the first type `any` in a module. */
function anyIn(code: string): string | undefined {
  if (!/\bany\b/.test(code)) return undefined;
  const source = ts.createSourceFile("module.ts", code, ts.ScriptTarget.Latest);
  const nodes: ts.Node[] = [source];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (node.kind === ts.SyntaxKind.AnyKeyword) {
      return `any at line ${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
    }
    ts.forEachChild(node, (child) => void nodes.push(child));
  }
  return undefined;
}
