/**
 * Processes that are killed (SIGKILL) at random points of an upload to Microsoft Advertising and eBay: what they leave behind goes on,
 * and nothing is submitted twice.
 */
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startSandbox, type Sandbox } from "../src/sandbox/index.ts";
import { command } from "./support/command.ts";

const POINTS = 10;
const LONG = 300_000;

let sandbox: Sandbox;
let folder: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  folder = mkdtempSync(join(tmpdir(), "specwire-kill-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await sandbox.close();
});

/** Kills the process some milliseconds after the sandbox has had that many requests more. */
function killAfter(requests: number, milliseconds: number): (child: ChildProcess) => void {
  const until = sandbox.requests.length + requests;
  return (child) => {
    const timer = setInterval(() => {
      if (sandbox.requests.length < until) return;
      clearInterval(timer);
      setTimeout(() => child.kill("SIGKILL"), milliseconds);
    }, 1);
    child.once("close", () => clearInterval(timer));
  };
}

function run(args: readonly string[], onStart?: (child: ChildProcess) => void): ReturnType<typeof command> {
  return command(args, sandbox.environment(), onStart);
}

/** Answers of an operation since the sandbox had that many requests. */
function taken(operation: string, since: number): number {
  return sandbox.requests.slice(since).filter((one) => one.operation === operation).length;
}

const cases = [
  {
    vendor: "microsoft-advertising",
    name: "campaigns.csv",
    // Megabytes, so that it is cut in the middle.
    content: `Type,Client Id\n${`Campaign,${"c".repeat(80)}\n`.repeat(200_000)}`,
    set: [],
    calls: 2,
    start: "GetBulkUploadUrl",
  },
  {
    vendor: "ebay",
    name: "items.xml",
    content: `<BulkDataExchangeRequests><Header/>${"<AddItemRequest/>".repeat(1000)}</BulkDataExchangeRequests>`,
    set: ["--set", "type=AddItem", "--set", "whenOpen=abort"],
    calls: 4,
    start: "createUploadJob",
  },
] as const;

test.each(cases)(
  "uploads to $vendor: a file is taken once",
  async ({ vendor, name, content, set, calls, start }) => {
    const file = join(folder, name);
    writeFileSync(file, content);
    let killed = 0;
    for (let point = 0; point < POINTS; point++) {
      const handle = join(folder, `${vendor}-${point}.json`);
      const before = sandbox.requests.length;
      // Spread evenly over the calls, and over the time that one takes.
      const kill = killAfter(point % calls, (point * 37) % 60);
      const first = await run(["submit", vendor, "--file", file, ...set, "--handle", handle], kill);
      if (first.code === null) killed += 1;
      if (!existsSync(handle)) {
        expect(taken(start, before)).toBe(0);
        continue;
      }
      const resumed = await run(["resume", "--handle", handle]);
      expect(resumed, `point ${point}: ${resumed.stderr}`).toMatchObject({ code: 0 });
      // What was sent again had not arrived: of all addresses and jobs one has a file.
      const { id } = JSON.parse(readFileSync(handle, "utf8")) as { readonly id: string };
      const watched = await run(["watch", "--handle", handle, "--every", "2ms"]);
      expect(watched, watched.stdout).toMatchObject({ code: 0 });
      if (vendor === "microsoft-advertising") {
        expect(uploads(before)).toEqual([id]);
      } else {
        expect(taken("createUploadJob", before)).toBe(1);
        expect(taken("uploadFile", before)).toBeLessThanOrEqual(2);
      }
    }
    expect(killed).toBeGreaterThan(POINTS / 2);
  },
  LONG,
);

/** Ids of uploads whose file has come as a whole. */
function uploads(since: number): readonly string[] {
  const sent = sandbox.requests.slice(since).filter((one) => one.operation === "uploadFile");
  const whole = sent.filter(({ bytes, headers }) => String(bytes) === headers["content-length"]);
  return whole.map(({ path }) => path.split("/").at(-1) ?? "");
}
