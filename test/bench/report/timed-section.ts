/** A work's figures as a part of the report. */
import { ours } from "../contenders/ours.ts";
import { measure, seconds, type Figures, type Measured } from "../measure/rounds.ts";
import { median } from "../measure/sample.ts";
import type { Timed } from "../measure/timed.ts";
import type { Benchmark, GoalOutcome, Section, Table } from "./section.ts";

type Described = Pick<Timed, "name" | "title" | "unit" | "goals">;

/** A work as a benchmark of the suite. */
export function benchmarkOf(work: Timed): Benchmark {
  return { name: work.name, run: async (options) => sectionOf(work, await measure(work, options)) };
}

/** What is said of a work's figures. */
export function sectionOf(work: Described, measured: Measured): Section {
  const values = measured.contenders
    .filter(({ failure }) => failure === undefined)
    .map((figures) => ({ name: figures.name, value: rate(work, measured, seconds(figures, "alone")) }));
  return {
    name: work.name,
    title: work.title,
    notes: [],
    tables: [table(work, measured)],
    goals: work.goals.map((goal) => {
      const { ours: own = ours, other, atLeast } = goal;
      return outcome(measured, { own, other, atLeast, title: work.title });
    }),
    bars: { title: work.title, unit: unitOf(work), values },
    figures: measured,
  };
}

function unitOf(work: Described): string {
  return work.unit === "bytes" ? "MB/s" : "documents/s";
}

/** MB of XML, or documents, a second. */
function rate(work: Described, { size }: Measured, time: number): number {
  return work.unit === "bytes" ? size.bytes / 1e6 / time : size.documents / time;
}

function table(work: Described, measured: Measured): Table {
  const own = measured.contenders.find(({ name }) => name === ours);
  const row = (figures: Figures): readonly string[] => {
    if (figures.failure !== undefined) return [figures.name, figures.failure, "", "", "", ""];
    const alone = seconds(figures, "alone");
    const shared = seconds(figures, "shared");
    return [
      figures.name,
      number(rate(work, measured, alone)),
      times(alone / seconds(own, "alone")),
      number(rate(work, measured, shared)),
      times(shared / seconds(own, "shared")),
      median(figures.memory).toFixed(0),
    ];
  };
  const unit = unitOf(work);
  const faster = `${ours} × as fast`;
  return {
    head: ["", `alone: ${unit}`, faster, `shared: ${unit}`, faster, "peak MB"],
    rows: measured.contenders.map(row),
  };
}

/** A rate with three digits that count. */
export function number(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString("en").replaceAll(",", " ");
  return value.toPrecision(3);
}

/** A ratio. */
export function times(ratio: number): string {
  return `${ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(ratio >= 1 ? 3 : 2)} ×`;
}

interface Pair {
  readonly own: string;
  readonly other: string;
  readonly atLeast: number;
  readonly title: string;
}

function outcome({ contenders }: Measured, { own, other, atLeast, title }: Pair): GoalOutcome {
  const find = (name: string): number =>
    seconds(
      contenders.find((one) => one.name === name),
      "alone",
    );
  const ratio = find(other) / find(own);
  const figure = atLeast >= 1 ? times(ratio) : `${times(1 / ratio)} its time`;
  return {
    what: `${title}: ${own} against ${other}`,
    goal: atLeast >= 1 ? `≥ ${atLeast} ×` : `within ${(1 / atLeast).toPrecision(2)} × of its time`,
    figure: Number.isNaN(ratio) ? "not measured" : figure,
    reached: ratio >= atLeast,
  };
}
