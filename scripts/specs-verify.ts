/**
 * Proves the contracts in `specs` equal to the vendors' own, by means that share nothing with the generator.
 *
 * The originals are their vendors' property and lie outside of the repository, in the folder that SPECWIRE_SHARED names or in
 * `../shared`. Exits with 1 on any difference that `source.json` does not list, and on any listed one that is none.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { isGood, verifyContracts } from "./specs-verify/contracts.ts";
import { report } from "./specs-verify/report.ts";

const root = resolve(import.meta.dirname, "..");
const originals = join(process.env["SPECWIRE_SHARED"] ?? join(root, "..", "shared"), "originals");

if (existsSync(originals)) {
  const results = verifyContracts(join(root, "specs"), originals);
  console.log(report(results));
  console.log(
    "Salesforce's schema may not be kept here and ExactTarget has none: test/specs-facts.test.ts checks those two.",
  );
  process.exitCode = results.every(isGood) ? 0 : 1;
} else {
  console.log(
    "Nothing was verified: the vendors' own contracts are not at hand. SPECWIRE_SHARED names the folder that has them.",
  );
}
