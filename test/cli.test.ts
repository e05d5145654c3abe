/** The command line as a user has it: its own process, its output, its exit codes. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JobHandle } from "../src/jobs/model.ts";
import { startSandbox, type Sandbox, type SandboxJob } from "../src/sandbox/index.ts";

const root = resolve(import.meta.dirname, "..");
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(async () => {
  // No output of any run had a credential in it, nor a stack.
  for (const { args, stdout, stderr } of runs) {
    const text = stdout + stderr;
    for (const secret of secrets()) expect(text, args.join(" ")).not.toContain(secret);
    expect(text, args.join(" ")).not.toMatch(/^\s+at .*\.(?:ts|js):\d+/m);
  }
  await sandbox.close();
});

interface Run {
  readonly args: readonly string[];
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const runs: Run[] = [];

interface How {
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Called with everything printed so far, whenever something is. */
  readonly onOutput?: (text: string, child: ReturnType<typeof spawn>) => void;
}

/** Runs the command line with the sandbox's environment, or another. */
async function cli(args: readonly string[], { environment = sandbox.environment(), onOutput }: How = {}): Promise<Run> {
  const child = spawn(process.execPath, ["scripts/cli.ts", ...args], {
    cwd: root,
    env: { PATH: process.env["PATH"], NO_COLOR: "1", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    onOutput?.(stdout, child);
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const [code] = await once(child, "close");
  const run = { args, code, stdout, stderr };
  runs.push(run);
  return run;
}

function secrets(): readonly string[] {
  const { microsoftAdvertising, ebay, salesforce, superOffice, exactTarget } = sandbox.credentials;
  return [
    microsoftAdvertising.authenticationToken,
    microsoftAdvertising.expiredAuthenticationToken,
    microsoftAdvertising.developerToken,
    ebay.token,
    salesforce.sessionId,
    superOffice.token,
    superOffice.appToken,
    exactTarget.password,
    "planted-secret",
  ];
}

/** The arguments that name a job. */
function named({ vendor, kind, id, parent }: JobHandle): readonly string[] {
  return [vendor, parent === undefined ? id : `${parent}/${id}`, "--kind", kind];
}

const fast = ["--every", "5ms"] as const;

describe("watch", () => {
  const jobs: readonly (readonly [SandboxJob, number])[] = [
    [{ vendor: "microsoft-advertising" }, 0],
    [{ vendor: "microsoft-advertising", kind: "download", outcome: "failed" }, 1],
    [{ vendor: "ebay", outcome: "partially-failed" }, 68],
    [{ vendor: "ebay", outcome: "aborted" }, 1],
    [{ vendor: "salesforce", kind: "batch" }, 0],
    [{ vendor: "salesforce", kind: "job", batches: 2, outcome: "partially-failed" }, 68],
    [{ vendor: "salesforce", kind: "batch-list", outcome: "failed" }, 1],
    [{ vendor: "superoffice" }, 0],
    [{ vendor: "superoffice", outcome: "failed" }, 1],
    [{ vendor: "exacttarget" }, 0],
    [{ vendor: "exacttarget", outcome: "failed" }, 1],
  ];
  test.each(jobs)("%j exits with %i", async (job, code) => {
    const run = await cli(["watch", ...named(sandbox.addJob(job)), ...fast]);
    expect(run, run.stderr).toMatchObject({ code, stderr: "" });
  });

  test("piped: a plain line for each snapshot, then what became of the job", async () => {
    const handle = sandbox.addJob({ vendor: "ebay", outcome: "partially-failed", records: 10, failedRecords: 2 });
    const { stdout } = await cli(["watch", ...named(handle), ...fast]);
    const lines = stdout.split("\n");
    expect(lines.slice(0, 5)).toEqual([
      `ebay job ${handle.id}  queued (Created)  0 %  0 failed`,
      `ebay job ${handle.id}  queued (Scheduled)  25 %  0 failed`,
      `ebay job ${handle.id}  running (InProcess)  50 %  0 failed`,
      `ebay job ${handle.id}  running (InProcess)  75 %  0 failed`,
      `ebay job ${handle.id}  partially-failed (Completed)  100 %  2 failed`,
    ]);
    expect(stdout).toContain("result    downloadFile ");
    expect(stdout).not.toContain("\u001b");
  });

  test("--json: one object a line, each a snapshot", async () => {
    const handle = sandbox.addJob({ vendor: "salesforce", kind: "batch", outcome: "partially-failed" });
    const { stdout, code } = await cli(["watch", ...named(handle), "--json", "--no-rows", ...fast]);
    const snapshots = stdout
      .trimEnd()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    expect(code).toBe(68);
    expect(snapshots.length).toBeGreaterThan(2);
    expect(snapshots.at(-1)).toMatchObject({
      state: "partially-failed",
      terminal: true,
      handle,
      // 64-bit integers are texts in JSON.
      raw: { totalProcessingTime: expect.stringMatching(/^\d+$/) },
    });
  });

  test("the deadline: 69, and the handle on the last line, to go on with", async () => {
    const handle = sandbox.addJob({ vendor: "ebay", states: ["InProcess"] });
    const late = await cli(["watch", ...named(handle), "--deadline", "300ms", ...fast]);
    expect(late.code).toBe(69);
    expect(late.stderr).toContain("specwire watch --handle");
    const last = late.stdout.trimEnd().split("\n").at(-1) ?? "";
    expect(JSON.parse(last)).toEqual(handle);
    const again = await cli(["status", "--handle", last]);
    expect(again.code).toBe(69);
    expect(again.stdout).toContain("running (InProcess)");
    const asJson = await cli(["watch", "--handle", last, "--deadline", "300ms", "--json", ...fast]);
    expect(asJson.code).toBe(69);
    expect(JSON.parse(asJson.stdout.trimEnd().split("\n").at(-1) ?? "")).toEqual({ outcome: "still-running", handle });
  });

  test("a deadline that passes while the vendor does not answer", async () => {
    const slow = await startSandbox({ drift: ["slow"] });
    try {
      const handle = slow.addJob({ vendor: "exacttarget" });
      const run = await cli(["watch", ...named(handle), "--deadline", "300ms"], { environment: slow.environment() });
      expect(run.code).toBe(69);
      expect(JSON.parse(run.stdout)).toEqual(handle);
    } finally {
      await slow.close();
    }
  });

  test("calls that fail are repeated, and told", async () => {
    const broken = await startSandbox({ drift: ["html-error"] });
    try {
      const handle = broken.addJob({ vendor: "superoffice" });
      const args = ["watch", ...named(handle), "--deadline", "1500ms", ...fast];
      const run = await cli(args, { environment: broken.environment() });
      expect(run.code).toBe(69);
      expect(run.stderr).toMatch(/asking again in 1\.0 s: .*HTTP 503/);
      expect(run.stderr).toContain("The last call failed");
    } finally {
      await broken.close();
    }
  });

  test("SIGINT stops it, and the handle is printed", async () => {
    const handle = sandbox.addJob({ vendor: "superoffice", states: ["Started"] });
    const run = await cli(["watch", ...named(handle), ...fast], {
      onOutput: (text, child) => {
        if (text.includes("Started") && !child.killed) child.kill("SIGINT");
      },
    });
    expect(run.code).toBe(130);
    expect(JSON.parse(run.stdout.trimEnd().split("\n").at(-1) ?? "")).toEqual(handle);
    expect(run.stderr).toContain("Interrupted");
  });

  test("a reader that goes away is no error", async () => {
    const handle = sandbox.addJob({ vendor: "ebay", states: ["InProcess", "Scheduled", "InProcess", "Scheduled"] });
    const run = await cli(["watch", ...named(handle), "--every", "50ms", "--deadline", "3s"], {
      onOutput: (_, child) => void child.stdout?.destroy(),
    });
    expect(run).toMatchObject({ code: 0, stderr: "" });
  });
});

describe("status", () => {
  test("asks once: text for people", async () => {
    const handle = sandbox.addJob({ vendor: "superoffice", states: ["Succeeded"] });
    const { stdout, code } = await cli(["status", "superoffice", handle.id]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^superoffice task \d+\n {2}state {5}succeeded\n {2}progress {2}100 %\n/);
    expect(stdout).toContain("result    export_");
  });

  test("a batch of Salesforce is written with its job", async () => {
    const handle = sandbox.addJob({ vendor: "salesforce", kind: "batch", states: ["Completed"] });
    const run = await cli(["status", "salesforce", `${handle.parent}/${handle.id}`, "--json"]);
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ handle, state: "succeeded" });
  });

  test("exit codes by state", async () => {
    const code = async (job: SandboxJob): Promise<number | null> =>
      (await cli(["status", ...named(sandbox.addJob(job))])).code;
    expect(await code({ vendor: "microsoft-advertising", states: ["CompletedWithErrors"] })).toBe(68);
    expect(await code({ vendor: "microsoft-advertising", states: ["Failed"] })).toBe(1);
    expect(await code({ vendor: "microsoft-advertising", states: ["InProgress"] })).toBe(69);
    expect(await code({ vendor: "microsoft-advertising", states: ["Throttled"] })).toBe(69);
  });
});

describe("what goes wrong", () => {
  test("the vendor refuses: one line, exit 1", async () => {
    const wrong = { ...sandbox.environment(), SPECWIRE_EBAY_TOKEN: "planted-secret" };
    const run = await cli(["status", "ebay", "1"], { environment: wrong });
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toMatch(/^specwire: job\.refused: eBay refused: 11002 .*\n$/);
    const asJson = await cli(["status", "ebay", "1", "--json"], { environment: wrong });
    expect(JSON.parse(asJson.stdout)).toEqual({
      error: { code: "job.refused", message: expect.stringContaining("11002") },
    });
  });

  test("the job is not there", async () => {
    expect((await cli(["status", "superoffice", "999"])).stderr).toContain("job.unknown");
  });

  test("nobody listens", async () => {
    const environment = { ...sandbox.environment(), SPECWIRE_EXACTTARGET_ENDPOINT: "http://127.0.0.1:9/" };
    const run = await cli(["status", "exacttarget", "1"], { environment });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/^specwire: transport\.connection: .*\n$/);
  });

  test.each([
    ["SPECWIRE_MICROSOFT_ADVERTISING_TOKEN", "microsoft-advertising"],
    ["SPECWIRE_MICROSOFT_ADVERTISING_DEVELOPER_TOKEN", "microsoft-advertising"],
    ["SPECWIRE_MICROSOFT_ADVERTISING_CUSTOMER_ID", "microsoft-advertising"],
    ["SPECWIRE_EBAY_TOKEN", "ebay"],
    ["SPECWIRE_SALESFORCE_TOKEN", "salesforce"],
    ["SPECWIRE_SALESFORCE_ENDPOINT", "salesforce"],
    ["SPECWIRE_SUPEROFFICE_TOKEN", "superoffice"],
    ["SPECWIRE_SUPEROFFICE_ENDPOINT", "superoffice"],
    ["SPECWIRE_EXACTTARGET_USERNAME", "exacttarget"],
    ["SPECWIRE_EXACTTARGET_PASSWORD", "exacttarget"],
  ])("%s is missing: exit 2, and its name", async (name, vendor) => {
    const run = await cli(["status", vendor, "1"], { environment: { ...sandbox.environment(), [name]: undefined } });
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(new RegExp(`^specwire: usage: The environment variable ${name} is not set .*\\n$`));
  });

  test.each([
    [["status", "ebay"], "Name the id"],
    [["status"], "Name a vendor"],
    [["status", "amazon", "1"], "Allowed choices"],
    [["status", "ebay", "1", "--kind", "batch"], "ebay has no batch; there is job"],
    [["status", "ebay", "1", "--token", "planted-secret"], "unknown option '--token'"],
    [["status", "ebay", "1", "2"], "too many arguments"],
    [["status", "salesforce", "750/"], "<job id>/<batch id>"],
    [["status", "salesforce", "750/751/752"], "<job id>/<batch id>"],
    [["status", "salesforce", "750/751", "--kind", "job"], "the id of the job alone"],
    [["status", "--handle", "{"], "Not a job handle"],
    [["status", "ebay", "1", "--handle", '{"vendor":"ebay","kind":"job","id":"1"}'], "not by both"],
    [["watch", "ebay", "1", "--deadline", "soon"], "Write it as 30m"],
    [["watch", "ebay", "1", "--deadline", "30"], "Write it as 30m"],
    [["sandbox", "--drift", "rain"], "No drift is called rain"],
    [["sandbox", "--port", "70000"], "65535"],
    [["fetch"], "unknown command 'fetch'"],
    [[], "Usage: specwire"],
  ])("%j: exit 2", async (args, text) => {
    const run = await cli(args);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain(text);
  });

  test("wrong usage, for machines", async () => {
    const run = await cli(["status", "ebay", "1", "--colour", "--json"]);
    expect(run.code).toBe(2);
    expect(JSON.parse(run.stdout)).toEqual({ error: { code: "usage", message: "unknown option '--colour'" } });
  });

  test("an endpoint that is none", async () => {
    const environment = { ...sandbox.environment(), SPECWIRE_SUPEROFFICE_ENDPOINT: "online.superoffice.com" };
    const run = await cli(["status", "superoffice", "1"], { environment });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("SPECWIRE_SUPEROFFICE_ENDPOINT cannot be used");
  });

  test("a version that Salesforce has removed", async () => {
    const SPECWIRE_SALESFORCE_ENDPOINT = "https://example.my.salesforce.com/services/async/30.0";
    const run = await cli(["status", "salesforce", "750"], {
      environment: { ...sandbox.environment(), SPECWIRE_SALESFORCE_ENDPOINT },
    });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("has removed version 30.0");
  });
});

describe("help", () => {
  test("of the program, of a command: exit 0", async () => {
    const program = await cli(["--help"]);
    expect(program.code).toBe(0);
    for (const command of ["status", "watch", "sandbox"]) expect(program.stdout).toContain(command);
    const watch = await cli(["watch", "--help"]);
    expect(watch.code).toBe(0);
    expect(watch.stdout).toContain("SPECWIRE_SALESFORCE_ TOKEN, ENDPOINT");
    expect(watch.stdout).toContain("Exit codes: 0 succeeded");
    expect((await cli(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
