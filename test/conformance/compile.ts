/** Compiles generated modules with TypeScript under every strict flag of ours. */
import { execFile } from "node:child_process";
import { statSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { filesOf } from "./modules.ts";

const root = join(import.meta.dirname, "..", "..");

/** Modules in one program, and bytes of them: all of a suite's would need more memory than a small machine has. */
const most = { files: 3000, bytes: 20_000_000 };

/** Milliseconds that a program may take. */
const patience = 90_000;

/** What is wrong with modules, by file name: compile errors. Modules that are good are not in it. */
export async function compileModules(folder: string, files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wrong = new Map<string, string>();
  const queue = programsOf(folder, files);
  for (let program = queue.pop(); program !== undefined; program = queue.pop()) {
    const errors = await compileProgram(folder, program);
    if (errors !== undefined) for (const [file, error] of errors) wrong.set(file, wrong.get(file) ?? error);
    else if (program.length === 1) wrong.set(program[0] ?? "", `the compiler takes more than ${patience / 1000} s`);
    // One of them is too much for the compiler: the halves tell which.
    else queue.push(program.slice(0, program.length / 2), program.slice(program.length / 2));
  }
  return wrong;
}

/** Programs of about equal size, large modules last: the ones before them fill up. */
function programsOf(folder: string, files: readonly string[]): string[][] {
  const programs: string[][] = [];
  const sized = files.map((file) => ({ file, size: sizeOf(filesOf(folder, file)) }));
  let bytes = Infinity;
  for (const { file, size } of sized.toSorted((one, other) => one.size - other.size)) {
    const last = programs.at(-1);
    if (last === undefined || last.length >= most.files || bytes + size > most.bytes) {
      programs.push([file]);
      bytes = size;
    } else {
      last.push(file);
      bytes += size;
    }
  }
  return programs;
}

function sizeOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(file).size, 0);
}

/** Errors by the entry's file name, the last of a file first; undefined where the compiler takes too long. */
async function compileProgram(
  folder: string,
  files: readonly string[],
): Promise<readonly (readonly [file: string, error: string])[] | undefined> {
  const config = join(folder, "tsconfig.json");
  const base = relative(folder, join(root, "tsconfig.json")).replaceAll("\\", "/");
  const types = { typeRoots: [relative(folder, join(root, "node_modules", "@types"))] };
  writeFileSync(config, JSON.stringify({ extends: `./${base}`, compilerOptions: types, files, include: [] }));
  const output = await compilerOutput(config);
  if (output === undefined) return undefined;
  const errors = output.split("\n").flatMap((line) => {
    const match = /^(.+?)\(\d+,\d+\): error (TS.*)$/.exec(line);
    return match === null ? [] : [[entryOf(relative(folder, resolve(root, match[1] ?? ""))), match[2] ?? ""] as const];
  });
  if (errors.length === 0 && output.includes("error TS")) throw new Error(`the compiler: ${output.slice(0, 500)}`);
  return errors;
}

/** The entry module that a file, by its path in the folder, belongs to: parts stand in a folder of its name. */
function entryOf(file: string): string {
  const [first = "", ...below] = file.split(/[\\/]/);
  return below.length === 0 ? first : `${first}.ts`;
}

function compilerOutput(config: string): Promise<string | undefined> {
  const compiler = join(root, "node_modules", "typescript-7", "bin", "tsc");
  const command = [compiler, "-p", config, "--pretty", "false"];
  // It names files relative to where it runs.
  const options = { cwd: root, maxBuffer: 1 << 28, timeout: patience, killSignal: "SIGKILL" } as const;
  return new Promise((done, reject) => {
    execFile(process.execPath, command, options, (error, out, err) => {
      if (error?.killed === true) done(undefined);
      // It exits with 1 or 2 where it finds errors; anything else is no verdict.
      else if (error !== null && typeof error.code !== "number") reject(error);
      else if (error !== null && !out.includes("error TS")) reject(new Error(`the compiler: ${out}${err}`));
      else done(out);
    });
  });
}
