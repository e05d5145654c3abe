/** `npm run conformance`: the processor against the test suite of the standard. */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { corpus } from "../support/corpora.ts";
import { deviations, deviationsText, readExpected } from "./expected.ts";
import { runOptions, usage, type RunOptions } from "./options.ts";
import { lineOf, type Outcome } from "./outcome.ts";
import { markdown, terminalText, wildText } from "./report.ts";
import { runSuite, runWild } from "./run.ts";
import { readSuite, selected, type SuiteOutcome } from "./suite.ts";
import { scored } from "./tally.ts";
import { readWild, selectedSets } from "./wild.ts";

const root = join(import.meta.dirname, "..", "..");

/** Milliseconds that a case may take. */
const patience = 20_000;

async function main(options: RunOptions): Promise<void> {
  const xsts = options.only === "wild" ? undefined : folderOf("xsts", options.xsts);
  const wild = options.only === "xsts" ? undefined : folderOf("wild", options.wild);
  if (xsts === undefined && wild === undefined) {
    console.log("Nothing was judged: no corpus is at hand. SPECWIRE_CORPORA, --xsts or --wild name their folders.");
    return;
  }
  const started = performance.now();
  const suite = xsts === undefined ? [] : await overSuite(xsts, options);
  const real = wild === undefined ? [] : await overWild(wild, options);
  const outcomes = [...scored(suite), ...real.filter(({ expected }) => expected !== undefined)];
  if (options.out !== undefined) {
    writeFileSync(options.out, [...suite, ...real].map((outcome) => `${lineOf(outcome)}\n`).join(""));
  }
  if (suite.length > 0) console.log(terminalText(suite));
  if (real.length > 0) console.log(wildText(real));
  console.log(`${outcomes.length} outcomes in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  const whole = isWhole(options) && xsts !== undefined && wild !== undefined;
  if (isWhole(options) && xsts !== undefined) writeFileSync(join(root, "CONFORMANCE.md"), markdown(suite, real));
  const expected = readExpected(join(import.meta.dirname, "expected.yaml"));
  const wrong = deviationsText(deviations(outcomes, expected, whole));
  if (wrong === "") return;
  console.log(`\nOtherwise than in test/conformance/expected.yaml:\n${wrong}`);
  process.exitCode = 1;
}

function folderOf(name: "xsts" | "wild", given: string | undefined): string | undefined {
  return given === undefined ? corpus(name) : resolve(given);
}

function isWhole({ filter, fraction, verdicts }: RunOptions): boolean {
  return filter === undefined && fraction === 1 && !verdicts;
}

function overSuite(folder: string, options: RunOptions): Promise<readonly SuiteOutcome[]> {
  return runSuite(selected(readSuite(folder), options), {
    setup: { suite: "xsts", folder, ...(options.verdicts ? {} : { modules: modulesOf("xsts") }) },
    threads: options.threads,
    patience,
    onProgress: progress,
  });
}

function overWild(folder: string, options: RunOptions): Promise<readonly Outcome[]> {
  return runWild(selectedSets(readWild(folder), options), {
    setup: { suite: "wild", folder, modules: modulesOf("wild") },
    threads: options.threads,
    // Some are hundreds of documents.
    patience: 3 * patience,
    onProgress: progress,
  });
}

function modulesOf(suite: string): string {
  return join(root, ".cache", "conformance", suite);
}

function progress(done: number, all: number): void {
  if (!process.stderr.isTTY || (done % 100 !== 0 && done !== all)) return;
  process.stderr.write(`\r${done} of ${all}${done === all ? "\n" : ""}`);
}

try {
  await main(runOptions(process.argv.slice(2)));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 2;
}
