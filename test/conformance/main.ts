/** `npm run conformance`: the processor against the test suite of the standard. */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { corpus } from "../support/corpora.ts";
import { runOptions, usage, type RunOptions } from "./options.ts";
import { lineOf, type Outcome } from "./outcome.ts";
import { judgeAll } from "./pool.ts";
import { markdown, terminalText } from "./report.ts";
import { fullName, inFraction, readSuite, type Case } from "./suite.ts";
import { scored } from "./tally.ts";

/** Milliseconds that a case may take. */
const patience = 20_000;

async function main(options: RunOptions): Promise<void> {
  const folder = options.xsts === undefined ? corpus("xsts") : resolve(options.xsts);
  if (folder === undefined) {
    console.log("Nothing was judged: the test suite is not at hand. SPECWIRE_CORPORA or --xsts names its folder.");
    return;
  }
  const cases = readSuite(folder).filter((test) => isWanted(test, options));
  const started = performance.now();
  const outcomes = await judgeAll(cases, { folder, threads: options.threads, patience, onProgress: progress });
  const seconds = (performance.now() - started) / 1000;
  if (options.out !== undefined) writeFileSync(options.out, outcomes.map((outcome) => `${lineOf(outcome)}\n`).join(""));
  console.log(`${terminalText(outcomes)}\n${cases.length} cases in ${seconds.toFixed(1)} s`);
  const broken = scored(outcomes).filter(({ got }) => got === "hang" || got === "crash");
  for (const outcome of broken.slice(0, 10)) console.log(`${outcome.got}: ${describe(outcome)}`);
  if (broken.length > 10) console.log(`and ${broken.length - 10} others that crash or hang`);
  const whole = options.filter === undefined && options.fraction === 1;
  if (whole) writeFileSync(join(import.meta.dirname, "..", "..", "CONFORMANCE.md"), markdown(outcomes));
}

function isWanted(test: Case, { filter, fraction }: RunOptions): boolean {
  const name = fullName(test);
  if (fraction > 1 && !inFraction(`${test.testSet}/${test.group}`, fraction)) return false;
  return filter === undefined || [name, test.instance ?? "", ...test.schemas].some((text) => filter.test(text));
}

function describe({ test, reason }: Outcome): string {
  return `${fullName(test)} (${test.instance ?? test.schemas.join(" ")}) ${reason}`;
}

function progress(done: number, all: number): void {
  if (process.stderr.isTTY && (done % 100 === 0 || done === all)) process.stderr.write(`\r${done} of ${all}`);
  if (process.stderr.isTTY && done === all) process.stderr.write("\n");
}

try {
  await main(runOptions(process.argv.slice(2)));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 2;
}
