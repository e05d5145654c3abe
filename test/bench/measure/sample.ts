/** Sampling within a process. */

/** How long, and how often, to measure. */
export interface Manner {
  /** Seconds of warming up. */
  readonly warm: number;
  /** Seconds of samples. */
  readonly sample: number;
  /** Samples at least, however long one takes. */
  readonly least: number;
}

/** Something to measure: one pass over its inputs, so many times a sample. */
export interface Task {
  readonly name: string;
  readonly passes: number;
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

/** Measures tasks by turns. Garbage is collected between samples, so that none pays for another's. */
export function sample(tasks: readonly Task[], manner: Manner): readonly Sampled[] {
  const collect = globalThis.gc;
  if (collect === undefined) throw new Error("Measuring needs node --expose-gc");
  for (const task of tasks) warmUp(task, manner.warm);
  const times = tasks.map((): number[] => []);
  const spent = tasks.map(() => 0);
  const isOpen = (index: number): boolean =>
    (spent[index] ?? 0) < manner.sample || (times[index]?.length ?? 0) < manner.least;
  while (tasks.some((_, index) => isOpen(index))) {
    for (const [index, task] of tasks.entries()) {
      if (!isOpen(index)) continue;
      kept.last = undefined;
      void collect();
      const seconds = passes(task, task.passes);
      times[index]?.push(seconds / task.passes);
      spent[index] = (spent[index] ?? 0) + seconds;
    }
  }
  return tasks.map(({ name }, index) => {
    const own = times[index] ?? [];
    return { name, seconds: median(own), samples: own.length };
  });
}

function warmUp(task: Task, seconds: number): void {
  let spent = 0;
  while (spent < seconds) spent += passes(task, task.passes);
}

/** Seconds of so many passes. */
function passes({ run }: Task, count: number): number {
  const started = performance.now();
  for (let pass = 0; pass < count; pass++) kept.last = run();
  return (performance.now() - started) / 1000;
}
