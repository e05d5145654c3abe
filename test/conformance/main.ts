/** `npm run conformance`: the processor against the test suites of the standards. */
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { corpus } from "../support/corpora.ts";
import { ourReader, readersUnderTest } from "../xml/ours.ts";
import { deviations, deviationsText, readExpected } from "./expected.ts";
import { runOptions, usage, type RunOptions } from "./options.ts";
import { lineOf, nameOf, type Outcome } from "./outcome.ts";
import { markdown, terminalText, wildText } from "./report.ts";
import { runSuite, runWild } from "./run.ts";
import { readSuite, selected, type SuiteOutcome } from "./suite.ts";
import { scored } from "./tally.ts";
import { readWild, selectedSets } from "./wild.ts";
import { runXml, withXmlPart, xmlCases, xmlText } from "./xml/run.ts";
import { xmlMarkdown } from "./xml/table.ts";

const root = join(import.meta.dirname, "..", "..");
const report = join(root, "CONFORMANCE.md");

/** Milliseconds that a case may take. */
const patience = 20_000;

async function main(options: RunOptions): Promise<void> {
  const { only } = options;
  const xsts = only === undefined || only === "xsts" ? folderOf("xsts", options.xsts) : undefined;
  const wild = only === undefined || only === "wild" ? folderOf("wild", options.wild) : undefined;
  const good = only === undefined || only === "xml" ? overXml(options) : true;
  if (only === "xml") {
    process.exitCode = good ? 0 : 1;
    return;
  }
  if (xsts === undefined && wild === undefined) {
    console.log("No schema was judged: no corpus is at hand. SPECWIRE_CORPORA, --xsts or --wild name their folders.");
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
  if (isWhole(options) && xsts !== undefined) {
    writeFileSync(report, withXmlPart(markdown(suite, real), xmlMarkdown(xmlCases(), ourReader)));
  }
  const ours = outcomes.filter(({ set }) => set !== "bulk");
  const others = outcomes.filter(({ set }) => set === "bulk");
  const kept = holds(ours, "expected.yaml", whole) && good;
  // Of fixtures only what was run is held: together they take too long.
  if (!holds(others, "expected-fixtures.yaml", false) || !kept) process.exitCode = 1;
}

/** Judges the readers by the XML suite; says whether all came out as the list has it. */
function overXml(options: RunOptions): boolean {
  const { filter, out, only } = options;
  const cases = xmlCases();
  const outcomes = runXml(cases, readersUnderTest).filter((outcome) => filter?.test(nameOf(outcome)) !== false);
  if (only === "xml" && out !== undefined) writeFileSync(out, outcomes.map((one) => `${lineOf(one)}\n`).join(""));
  console.log(xmlText(outcomes));
  if (only === "xml" && filter === undefined) {
    writeFileSync(report, withXmlPart(readFileSync(report, "utf8"), xmlMarkdown(cases, ourReader)));
  }
  return holds(outcomes, "expected-xml.yaml", filter === undefined);
}

function holds(outcomes: readonly Outcome[], list: string, whole: boolean): boolean {
  const expected = readExpected(join(import.meta.dirname, list));
  const wrong = deviationsText(deviations(outcomes, expected, whole));
  if (wrong !== "") console.log(`\nOtherwise than in test/conformance/${list}:\n${wrong}`);
  return wrong === "";
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
  return runWild(selectedSets(readWild(folder, options.fixtures), options), {
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
