/** Judges many cases on several threads. A case that hangs or takes its thread down counts as such, and the rest goes on. */
import { Worker } from "node:worker_threads";
import { crashText, type Finding, type Outcome } from "./outcome.ts";
import { groupsOf, type Case } from "./suite.ts";
import type { JudgingOptions } from "./judging.ts";
import type { Told, Work } from "./worker.ts";

/** How to run. */
export interface PoolOptions extends JudgingOptions {
  /** Number of threads. */
  readonly threads: number;
  /** Milliseconds after which a case counts as hanging. */
  readonly patience: number;
  /** Told after each case. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** Judges all cases; answers in the order of the cases. */
export async function judgeAll(cases: readonly Case[], options: PoolOptions): Promise<readonly Outcome[]> {
  const numbers = new Map(cases.map((test, number) => [test, number]));
  const queue: Work["cases"][] = groupsOf(cases).map((group) => group.map((test) => [numbers.get(test) ?? 0, test]));
  queue.reverse();
  const findings = new Map<number, readonly Finding[]>();
  const found: Found = (number, some) => {
    findings.set(number, some);
    options.onProgress?.(findings.size, cases.length);
  };
  const runner = async (): Promise<void> => {
    while (queue.length > 0) await runThread(queue, found, options);
  };
  await Promise.all(Array.from({ length: options.threads }, runner));
  return cases.flatMap((test, number) => {
    const found = findings.get(number) ?? [{ check: test.kind, got: "crash", reason: "it was not judged" }];
    return found.map((finding) => ({ test, ...finding }));
  });
}

type Found = (number: number, findings: readonly Finding[]) => void;

/** What a thread is started with: it takes copies of plain data. */
function setupOf({ folder, modules }: JudgingOptions): JudgingOptions {
  return { folder, ...(modules === undefined ? {} : { modules }) };
}

/** Runs one thread until there is no more work, or until a case takes it down: what is left of its group goes back. */
function runThread(queue: Work["cases"][], found: Found, options: PoolOptions): Promise<void> {
  const worker = new Worker(new URL("worker.ts", import.meta.url), {
    workerData: setupOf(options),
    resourceLimits: { maxOldGenerationSizeMb: 2048 },
  });
  return new Promise((resolve) => {
    let work: Work["cases"] = [];
    let current: number | undefined;
    let since = Date.now();
    const stop = (got: "hang" | "crash", reason: string): void => {
      clearInterval(watch);
      worker.removeAllListeners();
      // What it still has to say is of no interest; without a listener an error would end the run.
      worker.on("error", () => undefined);
      const place = work.findIndex(([number]) => number === current);
      const test = work[place]?.[1];
      if (current !== undefined && test !== undefined) found(current, [{ check: test.kind, got, reason }]);
      if (work.length > place + 1) queue.push(work.slice(place + 1));
      void worker.terminate().then(() => resolve());
    };
    const watch = setInterval(() => {
      if (current === undefined || Date.now() - since < options.patience) return;
      stop("hang", `nothing came out within ${options.patience / 1000} s`);
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
        worker.postMessage({ cases: next } satisfies Work);
      }
    });
    worker.on("error", (error) => stop("crash", crashText(error)));
    worker.on("exit", () => stop("crash", "the thread ended"));
  });
}
