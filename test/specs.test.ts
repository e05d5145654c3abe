/** The contracts against the vendors' own. */
import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { isGood, verifyContracts } from "../scripts/specs-verify/contracts.ts";
import { report } from "../scripts/specs-verify/report.ts";
import { sharedPath } from "./support/shared.ts";

const root = resolve(import.meta.dirname, "..");
const specs = join(root, "specs");
const originals = sharedPath("originals");
const because = "(skipped: the vendors' contracts are not at hand; set SPECWIRE_SHARED)";

describe.skipIf(originals === undefined)(`the contracts and the vendors' own ${because}`, () => {
  const results = originals === undefined ? [] : verifyContracts(specs, originals);

  test.each(results)("$contract says what $original says", (result) => {
    expect(isGood(result), report([result])).toBe(true);
    expect(result.verdict?.comparison.compared).toBeGreaterThan(70);
  });

  test("messages go both ways", () => {
    const counts = results.map(({ contract, verdict, older }) => [
      contract,
      (verdict?.sent?.messages ?? 0) > 100,
      (verdict?.received?.messages ?? 0) > 100,
      (older?.messages ?? 0) > 100,
    ]);
    expect(counts).toEqual([
      ["microsoft-advertising/bulk-service.wsdl", true, true, false],
      ["ebay/bulk-data-exchange.xsd", true, true, true],
      ["ebay/file-transfer.xsd", true, true, false],
      ["superoffice/batch-task.openapi.yaml", false, false, false],
    ]);
  });
});

test("without the originals nothing is verified, and that is said", () => {
  const output = execFileSync(process.execPath, ["scripts/specs-verify.ts"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, SPECWIRE_SHARED: join(root, "no-such-folder") },
  });
  expect(output).toMatch(/^Nothing was verified/);
  expect(verifyContracts(specs, join(root, "no-such-folder")).map(({ verdict }) => verdict)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
