/** `npm run conformance`: the processor against the test suite of the standard. */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { corpus } from "../support/corpora.ts";
import { deviations, deviationsText, readExpected } from "./expected.ts";
import { runOptions, usage, type RunOptions } from "./options.ts";
import { lineOf } from "./outcome.ts";
import { markdown, terminalText } from "./report.ts";
import { runCases } from "./run.ts";
import { readSuite, selected } from "./suite.ts";
import { scored } from "./tally.ts";

const root = join(import.meta.dirname, "..", "..");

/** Milliseconds that a case may take. */
const patience = 20_000;

async function main(options: RunOptions): Promise<void> {
  const folder = options.xsts === undefined ? corpus("xsts") : resolve(options.xsts);
  if (folder === undefined) {
    console.log("Nothing was judged: the test suite is not at hand. SPECWIRE_CORPORA or --xsts names its folder.");
    return;
  }
  const cases = selected(readSuite(folder), options);
  const started = performance.now();
  const outcomes = await runCases(cases, {
    folder,
    threads: options.threads,
    patience,
    onProgress: progress,
    ...(options.verdicts ? {} : { modules: join(root, ".cache", "conformance", "modules") }),
  });
  const seconds = (performance.now() - started) / 1000;
  if (options.out !== undefined) {
    writeFileSync(options.out, outcomes.map((outcome) => `${lineOf(outcome)}\n`).join(""));
  }
  console.log(`${terminalText(outcomes)}\n${cases.length} cases in ${seconds.toFixed(1)} s`);
  const whole = options.filter === undefined && options.fraction === 1 && !options.verdicts;
  if (whole) writeFileSync(join(root, "CONFORMANCE.md"), markdown(outcomes));
  const expected = readExpected(join(import.meta.dirname, "expected.yaml"));
  const wrong = deviationsText(deviations(scored(outcomes), expected, whole));
  if (wrong === "") return;
  console.log(`\nOtherwise than in test/conformance/expected.yaml:\n${wrong}`);
  process.exitCode = 1;
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
