/** The demo as a stranger runs it. */
import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");

test("the demo regenerates, follows a job at each vendor, prints one table and ends well", async () => {
  const started = performance.now();
  const { code, output } = await new Promise<{ code: unknown; output: string }>((done) => {
    const env = { PATH: process.env["PATH"], NO_COLOR: "1" };
    execFile(process.execPath, ["scripts/demo.ts"], { cwd: root, env }, (error, stdout, stderr) =>
      done({ code: error === null ? 0 : error.code, output: stdout + stderr }),
    );
  });
  expect(code, output).toBe(0);
  expect(performance.now() - started).toBeLessThan(20_000);
  const lines = output.trimEnd().split("\n");
  const head = lines.findIndex((line) => line.startsWith("vendor "));
  // Progress came before the table: every job was seen before it had ended.
  for (const word of ["FileUploaded", "Scheduled", "queued (Closed)", "Aquired", "Processing"]) {
    expect(lines.slice(0, head).join("\n")).toContain(word);
  }
  expect(lines.slice(head + 2).map((line) => line.split(/ {2,}/).slice(0, 5))).toEqual([
    ["microsoft-advertising", expect.stringMatching(/^upload /), "succeeded", "Completed", "100 %"],
    ["ebay", expect.stringMatching(/^job \d+$/), "partially-failed", "Completed", "100 %"],
    ["salesforce", expect.stringMatching(/^job 750/), "partially-failed", "Closed", "100 %"],
    ["superoffice", "task 212", "succeeded", "Succeeded", "100 %"],
    ["exacttarget", expect.stringMatching(/^batch \d+$/), "succeeded", "Complete", "–"],
  ]);
});
