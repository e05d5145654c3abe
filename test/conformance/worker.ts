/** A thread that judges groups of cases, one after another, and says which case it is at: the pool watches for hangs. */
import { parentPort, workerData } from "node:worker_threads";
import { Judging, type JudgingOptions } from "./judging.ts";
import type { Finding } from "./outcome.ts";
import type { Case } from "./suite.ts";

/** What a thread is asked: the cases of a group, by number. */
export interface Work {
  readonly cases: readonly (readonly [number: number, test: Case])[];
}

/** What a thread says: it begins with a case, it is done with one, it wants more. */
export type Told =
  | { readonly begin: number }
  | { readonly done: number; readonly findings: readonly Finding[] }
  | { readonly idle: true };

const judging = new Judging(workerData as JudgingOptions);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const tell = (told: Told): void => parentPort?.postMessage(told);

parentPort?.on("message", ({ cases }: Work) => void work(cases));
tell({ idle: true });

async function work(cases: Work["cases"]): Promise<void> {
  for (const [number, test] of cases) {
    tell({ begin: number });
    tell({ done: number, findings: await judging.judge(test) });
  }
  tell({ idle: true });
}
