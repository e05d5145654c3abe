/** Compiles generated modules with TypeScript under every strict flag of ours. */
import { execFile } from "node:child_process";
import { statSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";

const root = join(import.meta.dirname, "..", "..");

/** Modules in one program, and bytes of them: all of a suite's would need more memory than a small machine has. */
const batch = { files: 3000, bytes: 50_000_000 };

/** What is wrong with modules, by file name: compile errors. Modules that are good are not in it. */
export async function compileModules(folder: string, files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wrong = new Map<string, string>();
  let program: string[] = [];
  let bytes = 0;
  for (const [index, file] of files.entries()) {
    program.push(file);
    bytes += statSync(join(folder, file)).size;
    if (program.length < batch.files && bytes < batch.bytes && index < files.length - 1) continue;
    for (const [of, error] of await compileBatch(folder, program)) wrong.set(of, wrong.get(of) ?? error);
    program = [];
    bytes = 0;
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
