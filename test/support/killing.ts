/** Processes of the command line that are killed (SIGKILL) at random points, against a sandbox of their own. */
import type { ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { startSandbox, type RecordedRequest, type Sandbox } from "../../src/sandbox/index.ts";
import { command, type Run } from "./command.ts";

/** Random points of each phase at each vendor. */
export const POINTS = 20;
/** Milliseconds that a test of them may take. */
export const LONG = 300_000;

/** Where the processes of a test file work. */
export interface Scene {
  readonly sandbox: Sandbox;
  /** A path in a folder that is gone in the end. */
  readonly path: (name: string) => string;
  readonly run: (args: readonly string[], onStart?: (child: ChildProcess) => void) => Promise<Run>;
  /** Kills a process some milliseconds after the sandbox has had that many requests more. */
  readonly killAfter: (requests: number, milliseconds: number) => (child: ChildProcess) => void;
  /** Requests of an operation since the sandbox had that many. */
  readonly sent: (operation: string, since: number) => readonly RecordedRequest[];
}

/** Sets up a scene for the tests of a file, and takes it down; ask for it inside of tests. */
export function scene(): () => Scene {
  let found: Scene | undefined;
  let folder = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "specwire-kill-"));
    found = sceneOf(await startSandbox(), folder);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await found?.sandbox.close();
  });
  return () => {
    if (found === undefined) throw new Error("A scene is there inside of tests alone.");
    return found;
  };
}

function sceneOf(sandbox: Sandbox, folder: string): Scene {
  return {
    sandbox,
    path: (name) => join(folder, name),
    run: (args, onStart) => command(args, sandbox.environment(), onStart),
    killAfter: (requests, milliseconds) => {
      const until = sandbox.requests.length + requests;
      return (child) => {
        const timer = setInterval(() => {
          if (sandbox.requests.length < until) return;
          clearInterval(timer);
          setTimeout(() => child.kill("SIGKILL"), milliseconds);
        }, 1);
        child.once("close", () => clearInterval(timer));
      };
    },
    sent: (operation, since) => sandbox.requests.slice(since).filter((one) => one.operation === operation),
  };
}

/** What a file has in it, in short. */
export function digestOf(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
