/** Runs a work: every contender alone in a fresh process, round by round, and all of them together in one. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchOptions } from "../options.ts";
import type { Found } from "./one.ts";
import { reason, result, run } from "./process.ts";
import { median, type Manner } from "./sample.ts";
import { storedIn } from "./stored.ts";
import type { Size, Timed } from "./timed.ts";

/** What was found of a contender. */
export interface Figures {
  readonly name: string;
  /** Median seconds of a pass in each process of its own. */
  readonly alone: readonly number[];
  /** The same in processes that all contenders share. */
  readonly shared: readonly number[];
  /** Peak of memory of its own processes, in MB. */
  readonly memory: readonly number[];
  /** Why it could not be measured. */
  readonly failure?: string;
}

/** What was found of a work. */
export interface Measured {
  readonly size: Size;
  readonly contenders: readonly Figures[];
}

const thorough: Omit<Manner, "clock"> = { warm: 0.5, sample: 1.5, least: 3 };
const short: Omit<Manner, "clock"> = { warm: 0.3, sample: 0.3, least: 2 };

/** Measures. */
export async function measure(work: Timed, { rounds, quick, clock }: BenchOptions): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "specwire-bench-"));
  try {
    const size = await work.prepare(storedIn(folder));
    const figures = new Map(work.contenders.map((name) => [name, collecting()]));
    const manner = JSON.stringify({ ...(quick ? short : thorough), clock });
    const args = [work.name, folder, manner];
    for (let round = 0; round < rounds; round++) {
      for (const name of turned(work.contenders, round)) await note(figures, args, [name]);
      if (round % 2 === 0) await note(figures, args, work.contenders);
    }
    return { size, contenders: [...figures].map(([name, found]) => ({ name, ...found })) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a process with these contenders, and notes what it found. */
async function note(
  figures: ReadonlyMap<string, Collecting>,
  args: readonly string[],
  names: readonly string[],
): Promise<void> {
  const node = ["--expose-gc", "--max-old-space-size=4096"];
  const outcome = await run("test/bench/measure/one.ts", [...args, ...names], { node });
  const found = result<Found>(outcome);
  const where = names.length === 1 ? "alone" : "shared";
  for (const name of names) {
    const own = figures.get(name);
    if (own === undefined) continue;
    if (found === undefined) own.failure ??= reason(outcome);
    const time = found?.sampled.find((one) => one.name === name)?.seconds;
    if (time !== undefined) own[where].push(time);
    if (found !== undefined && where === "alone") own.memory.push(found.memory);
  }
}

interface Collecting {
  readonly alone: number[];
  readonly shared: number[];
  readonly memory: number[];
  failure?: string;
}

function collecting(): Collecting {
  return { alone: [], shared: [], memory: [] };
}

/** Every round begins with another one, so that none always comes after the same. */
function turned<T>(values: readonly T[], by: number): readonly T[] {
  const start = by % values.length;
  return [...values.slice(start), ...values.slice(0, start)];
}

/** The median of a contender's processes. */
export function seconds(figures: Figures | undefined, where: "alone" | "shared"): number {
  return median(figures?.[where] ?? []);
}
