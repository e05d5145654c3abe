/**
 * Processes that are killed (SIGKILL) at random points of an upload, a wait and a download: what they leave behind goes on, or says
 * what is unknown; nothing is submitted twice.
 */
import type { ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startSandbox, type RecordedRequest, type Sandbox } from "../src/sandbox/index.ts";
import { command, eventsIn } from "./support/command.ts";

const POINTS = 20;
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

/** The same numbers in every run (mulberry32). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

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

/** Requests of an operation since the sandbox had that many. */
function sent(operation: string, since: number): readonly RecordedRequest[] {
  return sandbox.requests.slice(since).filter((one) => one.operation === operation);
}

test(
  "uploads to Salesforce: every record arrives once",
  async () => {
    const chance = chances(1);
    const names = Array.from({ length: 100 }, (_, index) => `Name ${index}`);
    const file = join(folder, "upload.csv");
    writeFileSync(file, `Name\n${names.join("\n")}\n`);
    let killed = 0;
    for (let point = 0; point < POINTS; point++) {
      const handle = join(folder, `upload-${point}.json`);
      const set = ["--set", "operation=insert", "--set", "object=Account", "--set", "recordsPerBatch=5"];
      const before = sandbox.requests.length;
      // Creating, twenty batches, closing.
      const kill = killAfter(Math.floor(chance() * 22), chance() * 8);
      const first = await run(["submit", "salesforce", "--file", file, ...set, "--handle", handle], kill);
      if (first.code === null) killed += 1;
      if (!existsSync(handle)) {
        expect(sent("createBatch", before)).toEqual([]);
        continue;
      }
      const resumed = await run(["resume", "--handle", handle]);
      expect(resumed, `point ${point}: ${resumed.stderr}`).toMatchObject({ code: 0 });
      const records = sent("createBatch", before).flatMap(({ body }) => body.trimEnd().split("\n").slice(1));
      expect(records, `point ${point}`).toEqual(names);
      const { id } = JSON.parse(readFileSync(handle, "utf8")) as { readonly id: string };
      expect(sent("updateJob", before).filter(({ path }) => path.endsWith(id)).length).toBeGreaterThan(0);
    }
    expect(killed).toBeGreaterThan(POINTS / 2);
  },
  LONG,
);

test.each([
  ["superoffice", ["--set", "Name=Export"], "startBatchTask"],
  ["exacttarget", ["--set", "system=tracking", "--set", "subAction=all_ToFTP"], "tracking.BulkAsync"],
] as const)(
  "starts at %s: once at the most, or what is unknown is said",
  async (vendor, set, operation) => {
    const chance = chances(2);
    let unknown = 0;
    for (let point = 0; point < POINTS; point++) {
      const handle = join(folder, `${vendor}-${point}.json`);
      const before = sandbox.requests.length;
      const kill = killAfter(Math.floor(chance() * 3), chance() * 4);
      await run(["submit", vendor, ...set, "--handle", handle], kill);
      const started = sent(operation, before).length;
      expect(started).toBeLessThanOrEqual(1);
      if (!existsSync(handle)) {
        expect(started).toBe(0);
        continue;
      }
      const resumed = await run(["resume", "--handle", handle, "--json"]);
      expect(sent(operation, before)).toHaveLength(started);
      if (resumed.code === 0) expect(started).toBe(1);
      else {
        unknown += 1;
        expect(eventsIn(resumed).at(-1)).toMatchObject({ event: "broken-off", error: { code: "job.submit-unknown" } });
      }
    }
    expect(unknown).toBeLessThan(POINTS);
  },
  LONG,
);

test(
  "waits at all three: whoever watches next sees the job to its end",
  async () => {
    const chance = chances(3);
    const middle = (word: string): readonly string[] => Array.from({ length: 40 }, () => word);
    const jobs = [
      { vendor: "salesforce", kind: "batch", states: [...middle("InProgress"), "Completed"] },
      { vendor: "superoffice", states: [...middle("Started"), "Succeeded"] },
      { vendor: "exacttarget", states: [...middle("Processing"), "Complete"] },
    ] as const;
    let killed = 0;
    for (let point = 0; point < POINTS; point++) {
      const job = jobs[point % jobs.length] ?? jobs[0];
      const handle = JSON.stringify(sandbox.addJob(job));
      const kill = killAfter(Math.floor(chance() * 38), chance() * 3);
      const watch = ["watch", "--handle", handle, "--every", "2ms"];
      const first = await run(watch, kill);
      if (first.code === null) killed += 1;
      expect(await run(watch), `point ${point}`).toMatchObject({ code: 0 });
    }
    expect(killed).toBeGreaterThan(POINTS / 2);
  },
  LONG,
);

test(
  "downloads from Salesforce: a file is whole, or not there",
  async () => {
    const chance = chances(4);
    const { id } = sandbox.addJob({ vendor: "salesforce", states: ["Closed"], resultRows: 300_000 });
    await run(["watch", "salesforce", id, "--every", "2ms"]);
    const whole = join(folder, "whole");
    await run(["results", "salesforce", id, "--out", whole]);
    const [name = ""] = readdirSync(whole);
    const digest = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");
    const expected = digest(join(whole, name));
    let killed = 0;
    for (let point = 0; point < POINTS; point++) {
      const out = join(folder, `download-${point}`);
      const fetchAll = ["results", "salesforce", id, "--out", out];
      // The job, its batches, the list of results, the rows.
      const kill = killAfter(Math.floor(chance() * 4), chance() * 100);
      const first = await run(fetchAll, kill);
      if (first.code === null) killed += 1;
      if (existsSync(join(out, name))) expect(digest(join(out, name))).toBe(expected);
      expect(await run(fetchAll)).toMatchObject({ code: 0 });
      expect(readdirSync(out)).toEqual([name]);
      expect(digest(join(out, name))).toBe(expected);
    }
    expect(killed).toBeGreaterThan(POINTS / 2);
  },
  LONG,
);
