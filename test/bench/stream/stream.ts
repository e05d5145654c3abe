/** Reading 1 GB of batches item by item, in constant memory. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ours } from "../contenders/ours.ts";
import { bundled, withFolder } from "../client/programs.ts";
import { reason, result, root, run, type Outcome } from "../measure/process.ts";
import { median } from "../measure/sample.ts";
import type { BenchOptions } from "../options.ts";
import type { Benchmark, GoalOutcome, Section } from "../report/section.ts";
import { number, times } from "../report/timed-section.ts";
import { streamContenders } from "./contenders.ts";
import type { Streamed } from "./one.ts";

/** The benchmark. */
export const streaming: Benchmark = {
  name: "stream",
  run: (options) => withFolder((folder) => section(folder, options)),
};

/** Most of the stream's length is waiting for more of the same: two rounds say enough. */
const mostRounds = 2;

interface Figures {
  readonly name: string;
  readonly runs: Streamed[];
  failure?: string;
}

async function section(folder: string, { rounds, quick, clock }: BenchOptions): Promise<Section> {
  // Bundled, because what Node needs to strip types would be in the memory of every contender.
  const bundle = async (name: string): Promise<string> => {
    const program = join(folder, `${name}.cjs`);
    writeFileSync(program, await bundled(join(root, `test/bench/stream/${name}.ts`), false));
    return program;
  };
  const [reading, writing] = [await bundle("one"), await bundle("write-one")];
  const size = quick ? 50_000_000 : 1_000_000_000;
  const figures = streamContenders.map(({ name }): Figures => ({ name, runs: [] }));
  const written: Figures = { name: ours, runs: [] };
  for (let round = 0; round < Math.min(rounds, mostRounds); round++) {
    for (const one of figures) note(one, await run(reading, [one.name, String(size), "65536", clock]));
    note(written, await run(writing, [String(size), clock]));
  }
  const title = `Stream ${size / 1e6} MB of batchInfo, item by item`;
  const bars = figures.filter(({ runs }) => runs.length > 0).map((one) => ({ name: one.name, value: speed(one) }));
  return {
    name: "stream",
    title,
    notes: [
      `A web stream of chunks of 64 KB, made while it is read. At most ${mostRounds} rounds. fast-xml-parser, node-soap and JSON.parse ` +
        "have to have the whole document in memory.",
    ],
    tables: [
      {
        head: ["", "MB/s", "× saxes", "items", "MB after a tenth", "MB at the end", "peak MB"],
        rows: figures.map((one) => row(one, figures)),
      },
      {
        caption: "The same written from an iterable of batches, which nobody else can:",
        head: ["", "MB/s", "× saxes reading", "items", "MB after a tenth", "MB at the end", "peak MB"],
        rows: [row(written, figures)],
      },
    ],
    goals: [...goals(figures, title), memoryGoal(written, `Write ${size / 1e6} MB of batchInfo, item by item`)],
    bars: { title, unit: "MB/s", values: bars },
    figures: { read: figures, written },
  };
}

function note(figures: Figures, outcome: Outcome): void {
  const found = result<Streamed>(outcome);
  if (found === undefined) figures.failure = reason(outcome);
  else figures.runs.push(found);
}

/** MB a second. */
function speed({ runs }: Figures): number {
  return median(runs.map(({ bytes, seconds }) => bytes / 1e6 / seconds));
}

function row(one: Figures, all: readonly Figures[]): readonly string[] {
  const [first] = one.runs;
  if (first === undefined) return [one.name, one.failure ?? "", "", "", "", "", ""];
  const [base] = all;
  return [
    one.name,
    number(speed(one)),
    base === undefined ? "" : times(speed(one) / speed(base)),
    String(first.items),
    (first.memory[0] ?? 0).toFixed(0),
    (first.memory.at(-1) ?? 0).toFixed(0),
    peak(one).toFixed(0),
  ];
}

function peak({ runs }: Figures): number {
  return Math.max(...runs.map((run) => run.peak));
}

function goals(figures: readonly Figures[], title: string): readonly GoalOutcome[] {
  const own = figures.find(({ name }) => name === ours);
  const [saxes] = figures;
  if (own === undefined || saxes === undefined) return [];
  const ratio = speed(own) / speed(saxes);
  return [
    { what: `${title}: against saxes' events`, goal: "≥ 2 ×", figure: times(ratio), reached: ratio >= 2 },
    memoryGoal(own, title),
  ];
}

function memoryGoal(own: Figures, title: string): GoalOutcome {
  const most = peak(own);
  const figure = own.runs.length === 0 ? "not measured" : `${most.toFixed(0)} MB`;
  return { what: `${title}: peak memory`, goal: "< 120 MB", figure, reached: own.runs.length > 0 && most < 120 };
}
