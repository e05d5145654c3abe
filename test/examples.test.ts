/** The examples, run as they are against the stand-ins. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startSandbox, type Sandbox } from "../src/sandbox/index.ts";

const root = resolve(import.meta.dirname, "..");
const examples = readdirSync(join(root, "examples")).filter((name) => name.endsWith(".ts"));

let sandbox: Sandbox;
let folder: string;
beforeAll(async () => {
  // By time, so that waits at the vendors' own pace do not take long.
  sandbox = await startSandbox({ step: 200 });
  folder = mkdtempSync(join(tmpdir(), "specwire-examples-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await sandbox.close();
});

/** Runs an example; the package's own name leads to the sources. */
async function run(name: string, args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  const outfile = join(folder, name.replace(/\.ts$/, ".mjs"));
  await build({
    absWorkingDir: root,
    entryPoints: [join("examples", name)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  const child = spawn(process.execPath, [outfile, ...args], {
    cwd: folder,
    env: { PATH: process.env["PATH"], ...sandbox.environment() },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
  const [code] = await once(child, "close");
  return { code: Number(code), output };
}

/** What each needs, and what it has to print. */
const expected: Readonly<
  Record<string, { readonly args?: readonly string[]; readonly code?: number; readonly prints: RegExp }>
> = {
  "salesforce-upload.ts": {
    args: ["accounts.csv"],
    code: 68,
    prints: /row 2: failed[\s\S]*REQUIRED_FIELD_MISSING[\s\S]*Name: 'Two'/,
  },
  "microsoft-advertising-upload.ts": {
    args: ["campaigns.csv"],
    code: 68,
    prints: /bytes[\s\S]*partially-failed[\s\S]*row 2, Campaign c2:[\s\S]*CampaignServiceInvalidRecord/,
  },
  "microsoft-advertising-download.ts": { prints: /download-.*\.csv: \d+ bytes on the way/ },
  "ebay-upload.ts": {
    args: ["AddItem", "items.xml"],
    code: 68,
    prints: /Completed 100 %[\s\S]*2 failed {2}71: The title/,
  },
  "ebay-report.ts": { prints: /700 pieces/ },
  "salesforce-query.ts": { prints: /Name 1[\s\S]*6 accounts/ },
  "superoffice-task.ts": { prints: /succeeded 100 %[\s\S]*-result\.txt 100 records[\s\S]*Export 4/ },
  "exacttarget-export.ts": { prints: /sftp:\/\/ftp1\.exacttarget\.com\/bulkasync_.*zip, kept for 72 hours/ },
};

test.each(examples)("%s", async (name) => {
  writeFileSync(join(folder, "accounts.csv"), "Name\nOne\nTwo\n");
  writeFileSync(join(folder, "campaigns.csv"), "Type,Client Id\nCampaign,c1\nCampaign,c2\n");
  const items = "<AddItemRequest/><AddItemRequest/>";
  writeFileSync(join(folder, "items.xml"), `<BulkDataExchangeRequests>${items}</BulkDataExchangeRequests>`);
  sandbox.fault([{ kind: "failed-rows" }]);
  const { args = [], code = 0, prints } = expected[name] ?? { prints: /./ };
  const ran = await run(name, args);
  expect(ran.output).toMatch(prints);
  expect(ran.code, ran.output).toBe(code);
  const { salesforce, exactTarget, ebay, microsoftAdvertising } = sandbox.credentials;
  const tokens = [ebay.token, microsoftAdvertising.authenticationToken, microsoftAdvertising.developerToken];
  for (const secret of [salesforce.sessionId, exactTarget.password, ...tokens]) {
    expect(ran.output).not.toContain(secret);
  }
});
