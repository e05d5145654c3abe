/** Progress on a terminal, and the texts that it is made of. */
import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { formatDuration, parseDuration } from "../scripts/cli/duration.ts";
import { oneLine, reportOf } from "../scripts/cli/errors.ts";
import { stageDisplay } from "../scripts/cli/generate-progress.ts";
import { progressOn } from "../scripts/cli/progress.ts";
import { cut, snapshotBlock } from "../scripts/cli/snapshot-text.ts";
import { XmlError } from "../src/runtime/errors.ts";
import { handle, snapshot } from "./support/scripted-job.ts";

/** A terminal of that width that keeps what is written to it. */
function terminal(): PassThrough & { readonly isTTY: boolean; readonly columns: number } {
  return Object.assign(new PassThrough({ encoding: "utf8" }), { isTTY: true, columns: 200, rows: 50 });
}

function written(stream: PassThrough): string {
  return stripVTControlCharacters(String(stream.read() ?? ""));
}

describe("on a terminal", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("a row for each job is drawn at once and anew, until it is done; no timer is left", () => {
    const [output, errors] = [terminal(), terminal()];
    const other = {
      vendor: "salesforce",
      kind: "batch",
      id: "751".padEnd(18, "x"),
      parent: "750".padEnd(30, "y"),
    } as const;
    const progress = progressOn([handle, other], output, errors);
    expect(written(output)).toMatch(/ebay job 7 .*asking.*\n.*salesforce batch 750yyyyy…yyyyyyyy\/751x+ /);
    progress.show(snapshot("running", "InProcess", { progress: 0.5, counts: { processed: 7, failed: 1 } }));
    expect(written(output)).toContain("██████░░░░░░  running (InProcess)  50 %  7 records, 1 failed");
    progress.retry(handle, new Error("no\u001b[31m route\nhome"), 2000);
    expect(written(output)).toContain("asking again in 2.0 s: no [31m route home");
    vi.advanceTimersByTime(500);
    expect(written(output)).not.toBe("");
    progress.show(snapshot("partially-failed", "Completed", { progress: 1 }));
    const last = written(output);
    expect(last).toContain("▲  ebay job 7");
    expect(last).not.toContain("asking again");
    progress.done();
    expect(vi.getTimerCount()).toBe(0);
    expect(written(errors)).toBe("");
  });
});

describe("stages of a generation", () => {
  test("are one line on a terminal that goes away, and nothing in a pipe", () => {
    const output = terminal();
    const stages = stageDisplay(output);
    stages.show("orders: fetching https://example.com/a\u001b[31m.xsd");
    expect(written(output)).toContain("orders: fetching https://example.com/a [31m.xsd");
    stages.done();
    const pipe = new PassThrough({ encoding: "utf8" });
    stageDisplay(pipe).show("reading");
    expect(pipe.read()).toBeNull();
  });
});

describe("texts", () => {
  test("a snapshot as a block; control characters of vendors do not reach the terminal", () => {
    const text = stripVTControlCharacters(
      snapshotBlock(
        snapshot("failed", "Fai\u0007led", {
          times: { created: "2026-01-01T00:00:00Z" },
          problems: [{ code: "7", message: "bad\u001b]0;title\u0007", severity: "error" }],
          results: [
            { kind: "file", name: "a.zip" },
            { kind: "url", url: "https://example.com/r" },
          ],
        }),
      ),
    );
    expect(text.split("\n")).toEqual([
      "ebay job 7",
      "  state     failed (Fai led)",
      "  created   2026-01-01T00:00:00Z",
      "  problem   7: bad ]0;title",
      "  result    a.zip",
      "  result    https://example.com/r",
    ]);
  });

  test("long texts are cut in the middle", () => {
    expect(cut("short", 5)).toBe("short");
    expect(cut("0123456789", 7)).toBe("012…789");
  });

  test.each([
    ["30m", 1_800_000],
    ["1h30m", 5_400_000],
    ["500ms", 500],
    ["1.5s", 1500],
    ["1d", 86_400_000],
    ["none", Infinity],
  ])("%s is %d milliseconds", (text, expected) => {
    expect(parseDuration(text)).toBe(expected);
  });

  test.each(["", "30", "m", "30 m", "-5m", "5m!", "1h 5m"])("'%s' is no span of time", (text) => {
    expect(() => parseDuration(text)).toThrow("Write it as 30m");
  });

  test.each([
    [300, "0.3 s"],
    [59_400, "59 s"],
    [200_000, "3 min 20 s"],
    [7_500_000, "2 h 05 min"],
  ])("%d milliseconds: %s", (milliseconds, expected) => {
    expect(formatDuration(milliseconds)).toBe(expected);
  });

  test("errors: where in a message; on one line", () => {
    const error = new XmlError("xml.invalid", "Not an int", { path: "/a/b", line: 3, column: 9 });
    expect(reportOf(error)).toMatchObject({ code: "xml.invalid", path: "/a/b", line: 3, column: 9 });
    expect(reportOf("thrown text")).toEqual({ code: "internal", message: "thrown text" });
    expect(oneLine(" a\n\tb\u0085c ")).toBe("a b c");
  });
});
