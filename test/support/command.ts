/** The command line in a process of its own. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** What a run came to. */
export interface Run {
  readonly args: readonly string[];
  /** Null where it was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `specwire`. `onStart` gets the process, to kill it. */
export async function command(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  onStart?: (child: ChildProcess) => void,
): Promise<Run> {
  const child = spawn(process.execPath, ["scripts/cli.ts", ...args], {
    cwd: root,
    env: { PATH: process.env["PATH"], NO_COLOR: "1", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  onStart?.(child);
  const [code] = await once(child, "close");
  return { args, code: typeof code === "number" ? code : null, stdout, stderr };
}

/** The JSON objects that a run printed, a line each. */
export function eventsIn({ stdout }: Run): readonly Readonly<Record<string, unknown>>[] {
  return stdout
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
}
