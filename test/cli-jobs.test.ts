/** `submit`, `resume`, `list`, `cancel` and `results` as a user has them, for Salesforce, SuperOffice and ExactTarget. */
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startSandbox, type Sandbox } from "../src/sandbox/index.ts";
import { command, eventsIn, type Run } from "./support/command.ts";

let sandbox: Sandbox;
let folder: string;
const runs: Run[] = [];

beforeAll(async () => {
  sandbox = await startSandbox();
  folder = mkdtempSync(join(tmpdir(), "specwire-"));
});

afterAll(async () => {
  for (const { args, stdout, stderr } of runs) {
    for (const secret of secrets()) expect(stdout + stderr, args.join(" ")).not.toContain(secret);
  }
  for (const name of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!name.isFile()) continue;
    const text = readFileSync(join(name.parentPath, name.name), "utf8");
    for (const secret of secrets()) expect(text, name.name).not.toContain(secret);
  }
  rmSync(folder, { recursive: true });
  await sandbox.close();
});

beforeEach(() => sandbox.fault([]));

function secrets(): readonly string[] {
  const { salesforce, superOffice, exactTarget } = sandbox.credentials;
  return [salesforce.sessionId, superOffice.token, superOffice.appToken, exactTarget.password, "planted-secret"];
}

async function cli(...args: readonly string[]): Promise<Run> {
  const run = await command(args, sandbox.environment());
  runs.push(run);
  return run;
}

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const csv = "Name,City\n" + Array.from({ length: 25 }, (_, index) => `Name ${index},Köln\n`).join("");
const insert = ["--set", "operation=insert", "--set", "object=Account", "--set", "recordsPerBatch=10"];

describe("Salesforce", () => {
  test("submit --wait, with rows that fail: they are told, and the exit code is 68", async () => {
    const file = fileOf("accounts.csv", csv);
    sandbox.fault([{ kind: "failed-rows" }]);
    const run = await cli("submit", "salesforce", "--file", file, ...insert, "--wait", "--every", "5ms");
    expect(run).toMatchObject({ code: 68 });
    expect(run.stdout).toContain("partially-failed");
    expect(run.stdout).toMatch(
      /\.csv:6  failed  REQUIRED_FIELD_MISSING: Required fields are missing: \[LastName\] \(LastName\)  \{"Name":"Name 5","City":"Köln"\}/,
    );
    expect(run.stdout.split("\n").filter((line) => line.includes("  failed  "))).toHaveLength(5);
    expect(run.stderr).toMatch(/↑ accounts\.csv {2}\d+ B of \d+ B {2}25 rows {2}/);
  });

  test("a submission that breaks off: 69, a handle in the file, resume goes on", async () => {
    const file = fileOf("more.csv", csv);
    const handle = join(folder, "handle.json");
    sandbox.fault([{ kind: "expired-token", operation: "createBatch", after: 1 }]);
    const broken = await cli("submit", "salesforce", "--file", file, ...insert, "--handle", handle, "--json");
    expect(broken.code).toBe(69);
    expect(eventsIn(broken).at(-1)).toMatchObject({
      event: "broken-off",
      error: { code: "job.submit-stopped" },
      handle: { submission: { stage: "uploading", marks: { sent: 1 } } },
    });
    expect(JSON.parse(readFileSync(handle, "utf8"))).toMatchObject({
      vendor: "salesforce",
      request: { object: "Account" },
    });
    const resumed = await cli("resume", "--handle", handle, "--wait", "--every", "5ms", "--json");
    expect(resumed, resumed.stdout).toMatchObject({ code: 0 });
    const { id } = JSON.parse(readFileSync(handle, "utf8")) as { readonly id: string };
    const listed = await cli("list", "salesforce", "--set", `job=${id}`);
    expect(listed.stdout.trim().split("\n")).toHaveLength(3);
    // The file names the job for every other command.
    expect(await cli("status", "--handle", handle)).toMatchObject({ code: 0 });
    expect((await cli("cancel", "--handle", handle)).stdout).toContain("aborted");
  });

  test("an interrupt: 130, and the handle goes on", async () => {
    const rows = Array.from({ length: 400 }, (_, index) => `Name ${index}`).join("\n");
    const file = fileOf("interrupted.csv", `Name\n${rows}\n`);
    const handle = join(folder, "interrupted.json");
    const before = sandbox.requests.length;
    const set = ["--set", "operation=insert", "--set", "object=Account", "--set", "recordsPerBatch=4"];
    const run = await command(
      ["submit", "salesforce", "--file", file, ...set, "--handle", handle],
      sandbox.environment(),
      (child) => {
        const timer = setInterval(() => {
          if (sandbox.requests.length - before <= 10) return;
          clearInterval(timer);
          child.kill("SIGINT");
        }, 2);
        child.once("close", () => clearInterval(timer));
      },
    );
    runs.push(run);
    expect(run, run.stderr).toMatchObject({ code: 130 });
    expect(run.stderr).toContain(`specwire resume --handle ${handle}`);
    expect(await cli("resume", "--handle", handle)).toMatchObject({ code: 0 });
    const batches = sandbox.requests.slice(before).filter(({ operation }) => operation === "createBatch");
    expect(batches.flatMap(({ body }) => body.trimEnd().split("\n").slice(1)).join("\n")).toBe(rows);
  });

  test("a deadline: 69, and the handle on the last line", async () => {
    const states = Array.from({ length: 10_000 }, () => "InProgress");
    const { id, parent } = sandbox.addJob({ vendor: "salesforce", kind: "batch", states });
    const run = await cli("watch", "salesforce", `${parent ?? ""}/${id}`, "--deadline", "300ms", "--every", "20ms");
    expect(run.code).toBe(69);
    expect(JSON.parse(run.stdout.trim().split("\n").at(-1) ?? "")).toEqual({
      vendor: "salesforce",
      kind: "batch",
      id,
      parent,
    });
  });

  test("results --out: files, their digests, what failed", async () => {
    const { id } = sandbox.addJob({ vendor: "salesforce", states: ["Closed"], resultRows: 50_000 });
    await cli("watch", "salesforce", id, "--every", "5ms");
    const out = join(folder, "out");
    sandbox.fault([{ kind: "cut-download", operation: "getQueryResult", at: 100_000 }]);
    const run = await cli("results", "salesforce", id, "--out", out, "--json");
    expect(run.code).toBe(0);
    const [name = ""] = readdirSync(out);
    const bytes = readFileSync(join(out, name));
    const file = eventsIn(run).find(({ event }) => event === "file");
    expect(file).toMatchObject({ bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
    expect(eventsIn(run).findLast(({ event }) => event === "progress")).toMatchObject({
      direction: "download",
      bytes: bytes.length,
      total: bytes.length,
    });
    expect(eventsIn(run).some(({ event }) => event === "retry")).toBe(true);
    expect(bytes.toString().trimEnd().split("\n")).toHaveLength(50_001);
  });

  test.each([
    ["no object", ["--set", "operation=insert"], "The request lacks object"],
    ["an unknown operation", ["--set", "operation=merge"], "operation has to be one of"],
    [
      "something else",
      [...insert, "--set", "colour=red", "--file", "package.json"],
      "colour, which this job does not take",
    ],
    ["no file", insert, "The job needs a file"],
    ["a file that is not there", [...insert, "--file", "none.csv"], "none.csv cannot be read"],
    ["no pair", ["--set", "x"], "--set is written name=value"],
    ["no JSON", ["--request", "{"], "--request has to be JSON"],
  ])("%s is wrong usage", async (_, args, message) => {
    const run = await cli("submit", "salesforce", ...args);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(message);
  });

  test("what no batch can hold is refused before anything is sent", async () => {
    const file = fileOf("large.csv", `Name\n${"x".repeat(10_000_001)}\n`);
    const before = sandbox.requests.length;
    const run = await cli("submit", "salesforce", "--file", file, ...insert);
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toContain("job.limit");
    expect(sandbox.requests.length).toBe(before);
  });
});

describe("SuperOffice", () => {
  test("submit, list, cancel, results", async () => {
    const submitted = await cli("submit", "superoffice", "--set", "Name=Export");
    expect(submitted.code).toBe(0);
    const handle = submitted.stdout.trim();
    expect((await cli("list", "superoffice", "--set", "state=New")).stdout).toContain("queued (New)");
    expect((await cli("list", "superoffice", "--set", "filter=name begins 'Ex'", "--json")).stdout).toContain(
      '"Export"',
    );
    const cancelled = await cli("cancel", "--handle", handle);
    expect(cancelled).toMatchObject({ code: 0 });
    expect(cancelled.stdout).toContain("aborted (Failed)");
    const results = await cli("results", "--handle", handle, "--out", join(folder, "task"));
    expect(results.code).toBe(68);
    expect(readdirSync(join(folder, "task"))).toHaveLength(2);
  });

  test("where nobody knows, that is said, with exit code 1 and the handle", async () => {
    sandbox.fault([{ kind: "cut-upload", operation: "startBatchTask" }]);
    const run = await cli("submit", "superoffice", "--set", "Name=Unknown");
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("job.submit-unknown");
    expect(JSON.parse(run.stdout)).toMatchObject({ id: "", submission: { stage: "creating" } });
  });

  test("a task that is not to be stopped without force", async () => {
    const { id } = sandbox.addJob({ vendor: "superoffice", cancellation: "CancelWithWarning" });
    expect(await cli("cancel", "superoffice", id)).toMatchObject({ code: 1 });
    expect(await cli("cancel", "superoffice", id, "--force")).toMatchObject({ code: 0 });
  });
});

describe("ExactTarget", () => {
  test("submit, watch, and where the file is", async () => {
    const handle = join(folder, "export.json");
    const set = [
      "--set",
      "system=tracking",
      "--set",
      "subAction=all_jobs_ToFTP",
      "--set",
      "start=2010-01-01",
      "--set",
      "end=2010-02-01",
    ];
    const submitted = await cli("submit", "exacttarget", ...set, "--handle", handle, "--wait", "--every", "5ms");
    expect(submitted.code, submitted.stderr).toBe(0);
    const located = await cli("results", "--handle", handle);
    expect(located.stdout).toMatch(/host +ftp1\.exacttarget\.com/);
    expect(await cli("list", "exacttarget")).toMatchObject({ code: 2 });
    expect(await cli("cancel", "--handle", handle)).toMatchObject({ code: 2 });
  });
});

test("no run that is refused prints the credential", async () => {
  const file = fileOf("secret.csv", csv);
  const planted = "planted-secret-0123456789";
  const environment = {
    ...sandbox.environment(),
    SPECWIRE_SALESFORCE_TOKEN: planted,
    SPECWIRE_SUPEROFFICE_TOKEN: planted,
    SPECWIRE_EXACTTARGET_PASSWORD: planted,
    SPECWIRE_DEBUG: "1",
  };
  const wrong = async (...args: readonly string[]): Promise<void> => {
    const run = await command([...args, "--json"], environment);
    expect(run.code, args.join(" ")).toBe(1);
    expect(run.stdout + run.stderr, args.join(" ")).not.toContain(planted);
    expect(run.stdout).toContain("job.refused");
  };
  await wrong("submit", "salesforce", "--file", file, ...insert, "--handle", join(folder, "refused.json"));
  await wrong("list", "salesforce", "--set", "job=750D00000000001IAA");
  await wrong("cancel", "salesforce", "750D00000000001IAA");
  await wrong("results", "salesforce", "750D00000000001IAA", "--out", folder);
  await wrong("submit", "superoffice", "--set", "Name=Export");
  await wrong("list", "superoffice");
  await wrong("submit", "exacttarget", "--set", "system=list", "--set", "subAction=Subs_ToFTP");
  await wrong("results", "exacttarget", "7");
});
