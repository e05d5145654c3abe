/** Sampling within a process. */

/** What time is: that of the world, or that of the processor in the thread that works. */
export type Clock = "wall" | "processor";

/** How long, and how often, to measure. */
export interface Manner {
  readonly clock: Clock;
  /** Seconds of warming up. */
  readonly warm: number;
  /** Seconds of samples. */
  readonly sample: number;
  /** Samples at least, however long one takes. */
  readonly least: number;
}

/** Something to measure: one pass over its inputs. */
export interface Task {
  readonly name: string;
  readonly run: () => unknown;
}

/** What a process found of one task. */
export interface Sampled {
  readonly name: string;
  /** Median seconds of a pass. */
  readonly seconds: number;
  readonly samples: number;
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}

/** What the last pass gave: kept, so that no work is optimised away. */
const kept: { last: unknown } = { last: undefined };

/** Seconds that a sample should take at least; some systems count a processor's time in steps of 10 ms. */
const leastSample: { readonly [C in Clock]: number } = { wall: 0.1, processor: 0.3 };

/** Samples that are enough, however short they are: each costs a collection of garbage beside it. */
const mostSamples = 50;

/** Measures tasks by turns. Garbage is collected between samples, so that none pays for another's. */
export function sample(tasks: readonly Task[], manner: Manner): readonly Sampled[] {
  const collect = globalThis.gc;
  if (collect === undefined) throw new Error("Measuring needs node --expose-gc");
  const counts = tasks.map((task) => warmUp(task, manner));
  const times = tasks.map((): number[] => []);
  const spent = tasks.map(() => 0);
  const isOpen = (index: number): boolean => {
    const count = times[index]?.length ?? 0;
    return count < manner.least || ((spent[index] ?? 0) < manner.sample && count < mostSamples);
  };
  while (tasks.some((_, index) => isOpen(index))) {
    for (const [index, task] of tasks.entries()) {
      if (!isOpen(index)) continue;
      kept.last = undefined;
      void collect();
      const count = counts[index] ?? 1;
      const seconds = passes(task, count, manner.clock);
      // Warming up went slowly, because the machine was busy: too short a sample for the clock.
      if (seconds < leastSample[manner.clock] / 3) {
        counts[index] = 2 * count;
        continue;
      }
      times[index]?.push(seconds / count);
      spent[index] = (spent[index] ?? 0) + seconds;
    }
  }
  return tasks.map(({ name }, index) => {
    const own = times[index] ?? [];
    return { name, seconds: median(own), samples: own.length };
  });
}

/** Answers how many passes make a sample that the clock measures well. */
function warmUp(task: Task, { warm, clock }: Manner): number {
  let last = 0;
  for (let spent = 0; spent < warm; spent += last) last = passes(task, 1, "wall");
  return Math.max(1, Math.round(leastSample[clock] / last));
}

/** Seconds of so many passes. */
function passes({ run }: Task, count: number, clock: Clock): number {
  const started = now(clock);
  for (let pass = 0; pass < count; pass++) kept.last = run();
  return now(clock) - started;
}

/** A clock by its name; the wall's for any other name. */
export function clockOf(name: string): Clock {
  return name === "processor" ? name : "wall";
}

/** Seconds since some moment. */
export function now(clock: Clock): number {
  if (clock === "wall") return performance.now() / 1000;
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e6;
}
