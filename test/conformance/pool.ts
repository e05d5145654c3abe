/** Judges many tasks on several threads. One that hangs or takes its thread down counts as such, and the rest goes on. */
import { Worker } from "node:worker_threads";
import { crashText, type Check, type Finding } from "./outcome.ts";
import type { Case } from "./suite.ts";
import type { WildSet } from "./wild.ts";
import type { Setup, Told, Work } from "./worker.ts";

/** How to run. */
export interface PoolOptions {
  readonly setup: Setup;
  /** Number of threads. */
  readonly threads: number;
  /** Milliseconds after which a task counts as hanging, for each document that it is entered by. */
  readonly patience: number;
  /** Told after each task. */
  readonly onProgress?: (done: number, all: number) => void;
}

/**
 * Judges groups of tasks; each group stays on one thread. Answers the findings of each task.
 *
 * @param first what the task checks first: it is what fails when the thread goes down.
 */
export async function judgeAll<Task extends Case | WildSet>(
  groups: readonly (readonly Task[])[],
  first: (task: Task) => Check,
  options: PoolOptions,
): Promise<ReadonlyMap<Task, readonly Finding[]>> {
  const tasks = groups.flat();
  const findings = new Map<Task, readonly Finding[]>();
  const found: Found = (number, some) => {
    const task = tasks[number];
    if (task === undefined) return;
    findings.set(task, "fell" in some ? [{ check: first(task), got: some.fell, reason: some.reason }] : some);
    options.onProgress?.(findings.size, tasks.length);
  };
  let number = 0;
  const queue = groups.map((group) => group.map((task) => [number++, task] as const)).toReversed();
  const runner = async (): Promise<void> => {
    while (queue.length > 0) await runThread(queue, found, options);
  };
  await Promise.all(Array.from({ length: options.threads }, runner));
  return findings;
}

/** A task that took its thread down. */
interface Fall {
  readonly fell: "hang" | "crash";
  readonly reason: string;
}

/** Takes the findings of a task, by number, or how its thread went down. */
type Found = (number: number, findings: readonly Finding[] | Fall) => void;

/** Runs one thread until there is no more work, or until a task takes it down: what is left of its group goes back. */
function runThread(queue: Work["tasks"][], found: Found, options: PoolOptions): Promise<void> {
  const worker = new Worker(new URL("worker.ts", import.meta.url), {
    workerData: options.setup,
    resourceLimits: { maxOldGenerationSizeMb: 2048 },
  });
  return new Promise((resolve) => {
    let work: Work["tasks"] = [];
    let current: number | undefined;
    let since = Date.now();
    const stop = (got: "hang" | "crash", reason: string): void => {
      clearInterval(watch);
      worker.removeAllListeners();
      // What it still has to say is of no interest; without a listener an error would end the run.
      worker.on("error", () => undefined);
      const place = work.findIndex(([number]) => number === current);
      if (current !== undefined) found(current, { fell: got, reason });
      if (work.length > place + 1) queue.push(work.slice(place + 1));
      void worker.terminate().then(() => resolve());
    };
    const watch = setInterval(() => {
      const task = work.find(([number]) => number === current)?.[1];
      const patience = options.patience * (task !== undefined && "entries" in task ? task.entries.length : 1);
      if (current === undefined || Date.now() - since < patience) return;
      stop("hang", `nothing came out within ${patience / 1000} s`);
    }, 500);
    worker.on("message", (told: Told) => {
      if ("begin" in told) {
        current = told.begin;
        since = Date.now();
      } else if ("done" in told) {
        current = undefined;
        found(told.done, told.findings);
        work = work.filter(([number]) => number !== told.done);
      } else {
        const next = queue.pop();
        if (next === undefined) return stop("crash", "");
        work = next;
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        worker.postMessage({ tasks: next } satisfies Work);
      }
    });
    worker.on("error", (error) => stop("crash", crashText(error)));
    worker.on("exit", () => stop("crash", "the thread ended"));
  });
}
