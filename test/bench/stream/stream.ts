/** Reading 1 GB of batches item by item, in constant memory. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ours } from "../contenders/ours.ts";
import { bundled, withFolder } from "../client/programs.ts";
import { reason, result, root, run } from "../measure/process.ts";
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

async function section(folder: string, { rounds, quick }: BenchOptions): Promise<Section> {
  // Bundled, because what Node needs to strip types would be in the memory of every contender.
  const program = join(folder, "one.cjs");
  writeFileSync(program, await bundled(join(root, "test/bench/stream/one.ts"), false));
  const size = quick ? 50_000_000 : 1_000_000_000;
  const figures = streamContenders.map(({ name }): Figures => ({ name, runs: [] }));
  for (let round = 0; round < Math.min(rounds, mostRounds); round++) {
    for (const one of figures) {
      const outcome = await run(program, [one.name, String(size), "65536"]);
      const found = result<Streamed>(outcome);
      if (found === undefined) one.failure = reason(outcome);
      else one.runs.push(found);
    }
  }
  const title = `Stream ${size / 1e6} MB of batchInfo, item by item`;
  const bars = figures.filter(({ runs }) => runs.length > 0).map((one) => ({ name: one.name, value: speed(one) }));
  return {
    name: "stream",
    title,
    notes: [
      `A web stream of chunks of 64 KB, made while it is read. At most ${mostRounds} rounds. fast-xml-parser, node-soap and JSON.parse ` +
        "have to have the whole document in memory.",
      ...(streamContenders.some(({ name }) => name === ours)
        ? []
        : [`${ours} is not measured: it does not read streams yet.`]),
    ],
    tables: [
      {
        head: ["", "MB/s", "× saxes", "items", "MB after a tenth", "MB at the end", "peak MB"],
        rows: figures.map((one) => row(one, figures)),
      },
    ],
    goals: goals(figures, title),
    bars: { title, unit: "MB/s", values: bars },
    figures,
  };
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
  const most = peak(own);
  return [
    { what: `${title}: against saxes' events`, goal: "≥ 2 ×", figure: times(ratio), reached: ratio >= 2 },
    { what: `${title}: peak memory`, goal: "< 120 MB", figure: `${most.toFixed(0)} MB`, reached: most < 120 },
  ];
}
