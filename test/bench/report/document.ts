/** BENCHMARKS.md. */
import { cpus, totalmem } from "node:os";
import { goalsText, sectionText } from "./text.ts";
import type { Clock } from "../measure/sample.ts";
import type { BenchOptions } from "../options.ts";
import type { Section } from "./section.ts";

const method = `## Method

Every contender is measured **alone, in a fresh process**: what else a process has parsed, and when it last collected garbage, makes some
parsers several times slower. A process warms up, then takes samples of a tenth of a second or more, and collects all garbage before each
of them, so that none pays for another's; its figure is the median. Only one process runs at a time. Rounds are interleaved, a process of every contender in each, and
begin with another contender every time; the tables have medians over the rounds, and ratios of those. The columns "shared" are from
processes in which all contenders take turns.

All are given the same documents as bytes, and those that want a string decode them within the time. The inputs are made by code in
\`test/bench/inputs\`, the same in every run. A test holds them valid against their contracts, and all contenders that check to the
same values. *Checks* are those of strict decoding: names, namespaces, order, occurrence, unknown fields, enumerations, ranges,
dates. fast-xml-parser, node-soap and bare JSON.parse check nothing of it. saxes keeps one parser for all documents; with a new one for
each, V8 drops its optimised code at a full collection, and it is up to five times slower.

Peak memory is of the whole process: Node itself (about 45 MB), the library, the input and the result. Absolute figures are this
machine's, and it is shared with others: trust the ratios.`;

const clocks: { readonly [C in Clock]: string } = {
  wall: "Decoding and encoding are timed by the clock on the wall.",
  processor:
    "Decoding and encoding are timed by the processor time of the thread that works, which other programs of the machine blur less than the " +
    "clock on the wall; the threads with which V8 collects garbage and compiles beside it are not in it.",
};

/** What of a run's options the report tells. */
type Timing = Pick<BenchOptions, "rounds" | "clock">;

/** The whole report. */
export function documentText(sections: readonly Section[], { rounds, clock }: Timing): string {
  const goals = sections.flatMap((section) => section.goals);
  return [
    "# Benchmarks",
    "<!-- Written by `npm run bench`. -->",
    `\`npm run bench\` writes this page and the plot; \`npm run bench -- --help\` tells its options. ${machine()}, ${rounds} rounds.`,
    "![Bars of the figures below](bench.svg)",
    `## Goals\n\n${goalsText(goals)}`,
    `${method}\n\n${clocks[clock]}`,
    ...sections.map(sectionText),
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/, "\n");
}

/** The kind of machine. */
function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const kind = processors[0]?.model.trim() ?? process.arch;
  return `Node ${process.versions.node} on ${process.platform}, ${processors.length} cores (${kind}), ${memory} GB`;
}
