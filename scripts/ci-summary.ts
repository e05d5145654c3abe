/** Prints the closing line of a CI run from vitest's JSON report: `N passed, N failed, N skipped`. */
import { readFileSync } from "node:fs";

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("usage: ci-summary <vitest JSON report>");

const report: unknown = JSON.parse(readFileSync(path, "utf8"));

function count(key: string): number {
  const value = typeof report === "object" && report !== null ? Reflect.get(report, key) : undefined;
  if (typeof value !== "number") throw new Error(`${path} has no ${key}: not a vitest JSON report`);
  return value;
}

// A file that could not be loaded fails without a test of its own.
const failed = Math.max(count("numFailedTests"), count("numFailedTestSuites") > 0 ? 1 : 0);
console.log(`${count("numPassedTests")} passed, ${failed} failed, ${count("numPendingTests")} skipped`);
