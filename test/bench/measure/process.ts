/** Processes that do one thing, print JSON, and end. */
import { execFile } from "node:child_process";
import { resolve } from "node:path";

/** The repository. */
export const root: string = resolve(import.meta.dirname, "../../..");

/** What came of a process. */
export interface Outcome {
  readonly output: string;
  readonly seconds: number;
  readonly failed: boolean;
}

/** How to run a process. */
export interface Running {
  readonly cwd?: string;
  /** Options of node itself. */
  readonly node?: readonly string[];
  /** Seconds after which it is ended. Default 600. */
  readonly patience?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a script; its path is the repository's. */
export function run(script: string, args: readonly string[], running: Running = {}): Promise<Outcome> {
  const { cwd = root, node = [], patience = 600, env = {} } = running;
  const started = performance.now();
  return new Promise((done) => {
    const options = { cwd, maxBuffer: 1 << 28, timeout: patience * 1000, env: { ...process.env, ...env } };
    execFile(process.execPath, [...node, resolve(root, script), ...args], options, (error, stdout, stderr) => {
      done({ output: stdout + stderr, seconds: (performance.now() - started) / 1000, failed: error !== null });
    });
  });
}

/** The JSON at the end of what a script has printed; undefined where it failed. */
export function result<T>({ output, failed }: Outcome): T | undefined {
  const line = output.trim().split("\n").at(-1) ?? "";
  // Printed by a script of this folder, which declares the type.
  return failed || !line.startsWith("{") ? undefined : (JSON.parse(line) as T);
}

/** Why a script failed, short enough for a table. */
export function reason({ output }: Outcome): string {
  return /^(?:\w*Error|RangeError)\b.*$/m.exec(output)?.[0].slice(0, 80) ?? "failed";
}
