/**
 * A fixed tenth of the W3C XML Schema Test Suite: verdicts on schemas and documents, code that compiles, and documents that come back
 * the same. `npm run conformance` runs all of it, and the contracts of real services.
 */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { deviations, deviationsText, readExpected } from "./conformance/expected.ts";
import { runSuite } from "./conformance/run.ts";
import { readSuite, selected } from "./conformance/suite.ts";
import { scored, summaryRows } from "./conformance/tally.ts";
import { corpus } from "./support/corpora.ts";

const folder = corpus("xsts");
const root = join(import.meta.dirname, "..");

describe.skipIf(folder === undefined)("the W3C's test suite (skipped where it is absent: SPECWIRE_CORPORA)", () => {
  test("a fixed tenth fails only where test/conformance/expected.yaml says so", { timeout: 300_000 }, async () => {
    const cases = selected(readSuite(folder ?? ""), { fraction: 10 });
    expect(cases.length).toBeGreaterThan(3000);
    const modules = join(root, ".cache", "conformance", "tenth");
    const outcomes = await runSuite(cases, {
      setup: { suite: "xsts", folder: folder ?? "", modules },
      threads: 2,
      patience: 20_000,
    });
    // The list is of use only while the suite really runs.
    const all = summaryRows(outcomes).find(({ label }) => label === "all");
    expect(all?.ours.right).toBeGreaterThan(0.95 * cases.length);
    const expected = readExpected(join(import.meta.dirname, "conformance", "expected.yaml"));
    expect(deviationsText(deviations(scored(outcomes), expected, false))).toBe("");
  });
});
