/** `submit`, `resume`, `list`, `cancel` and `results` as a user has them, for Microsoft Advertising and eBay. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startSandbox, type Sandbox } from "../src/sandbox/index.ts";
import { command, eventsIn, type Run } from "./support/command.ts";

let sandbox: Sandbox;
let folder: string;
let printed = "";

beforeAll(async () => {
  sandbox = await startSandbox();
  folder = mkdtempSync(join(tmpdir(), "specwire-"));
});
beforeEach(() => sandbox.fault([]));
afterAll(async () => {
  const { microsoftAdvertising, ebay } = sandbox.credentials;
  for (const name of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (name.isFile()) printed += readFileSync(join(name.parentPath, name.name), "utf8");
  }
  expect(printed.length).toBeGreaterThan(1000);
  for (const secret of [microsoftAdvertising.authenticationToken, microsoftAdvertising.developerToken, ebay.token]) {
    expect(printed).not.toContain(secret);
  }
  rmSync(folder, { recursive: true });
  await sandbox.close();
});

async function cli(...args: readonly string[]): Promise<Run> {
  const run = await command(args, sandbox.environment());
  printed += run.stdout + run.stderr;
  return run;
}

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const every = ["--every", "5ms"] as const;

test("Microsoft Advertising: an upload whose rows fail, one that breaks off, a download", async () => {
  const rows = Array.from({ length: 10 }, (_, index) => `Campaign,c${index}\n`).join("");
  const file = fileOf("campaigns.csv", `Type,Client Id\n${rows}`);
  sandbox.fault([{ kind: "failed-rows" }]);
  const failed = await cli("submit", "microsoft-advertising", "--file", file, "--wait", ...every);
  expect(failed, failed.stderr).toMatchObject({ code: 68 });
  expect(failed.stdout).toContain("CampaignServiceInvalidRecord");

  sandbox.fault([
    { kind: "busy", operation: "GetBulkUploadStatus", times: Infinity },
    { kind: "answer-lost", operation: "uploadFile" },
  ]);
  const handle = join(folder, "upload.json");
  const submitting = cli("submit", "microsoft-advertising", "--file", file, "--handle", handle, "--json");
  setTimeout(() => sandbox.fault([]), 1500);
  const submitted = await submitting;
  expect(submitted, submitted.stdout).toMatchObject({ code: 0 });
  expect(sandbox.requests.filter((one) => one.operation === "uploadFile")).toHaveLength(2);
  expect(await cli("watch", "--handle", handle, ...every)).toMatchObject({ code: 0 });

  const download = ["submit", "microsoft-advertising", "--kind", "download", "--set", "entities=Campaigns,AdGroups"];
  const saved = join(folder, "download.json");
  expect(await cli(...download, "--handle", saved, "--wait", ...every)).toMatchObject({ code: 0 });
  const out = join(folder, "out");
  const results = await cli("results", "--handle", saved, "--out", out, "--json");
  expect(results, results.stdout).toMatchObject({ code: 0 });
  expect(eventsIn(results).some(({ event }) => event === "file")).toBe(true);
  const [name = ""] = readdirSync(out);
  expect(readFileSync(join(out, name), "utf8")).toMatch(/^\uFEFFType,Status,Id/);
  expect((await cli(...download.slice(0, 4), "--set", "entities=Dogs")).stderr).toContain("no entity Dogs");
});

test("eBay: an upload that breaks off, its results, list, cancel, a report", async () => {
  const requests = "<AddItemRequest/>".repeat(4);
  const file = fileOf("items.xml", `<BulkDataExchangeRequests><Header/>${requests}</BulkDataExchangeRequests>`);
  const handle = join(folder, "items.json");
  sandbox.fault([{ kind: "expired-token", operation: "startUploadJob" }]);
  const submit = ["submit", "ebay", "--file", file, "--set", "type=AddItem"];
  const broken = await cli(...submit, "--handle", handle, "--json");
  expect(broken).toMatchObject({ code: 69 });
  expect(eventsIn(broken).at(-1)).toMatchObject({ event: "broken-off", handle: { submission: { stage: "starting" } } });
  const resumed = await cli("resume", "--handle", handle, "--wait", ...every, "--json");
  expect(resumed, resumed.stdout).toMatchObject({ code: 0 });
  expect(sandbox.requests.filter((one) => one.vendor === "ebay" && one.operation === "uploadFile")).toHaveLength(1);
  const results = await cli("results", "--handle", handle, "--out", join(folder, "items"));
  expect(results, results.stderr).toMatchObject({ code: 0 });

  const report = await cli("submit", "ebay", "--set", "type=SoldReport");
  expect(report, report.stderr).toMatchObject({ code: 0 });
  const listed = await cli("list", "ebay", "--set", "type=SoldReport", "--json");
  const [job] = eventsIn(listed);
  expect(job).toMatchObject({ handle: { vendor: "ebay", kind: "job" } });
  const { id } = Object(job?.["handle"]) as { readonly id: string };
  expect((await cli("cancel", "ebay", id)).stdout).toContain("aborted");
});
