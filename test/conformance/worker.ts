/** A thread that judges groups of tasks, one after another, and says which one it is at: the pool watches for hangs. */
import { parentPort, workerData } from "node:worker_threads";
import { Judging } from "./judging.ts";
import type { Finding } from "./outcome.ts";
import type { Case } from "./suite.ts";
import { WildJudging } from "./wild-judging.ts";
import type { WildSet } from "./wild.ts";

/** What a thread is started with. */
export interface Setup {
  /** What the tasks are: cases of the W3C's suite, or sets of real contracts. */
  readonly suite: "xsts" | "wild";
  readonly folder: string;
  /** Folder for generated modules; without one only verdicts are asked for. */
  readonly modules?: string;
}

/** What a thread is asked: the tasks of a group, by number. */
export interface Work {
  readonly tasks: readonly (readonly [number: number, task: Case | WildSet])[];
}

/** What a thread says: it begins with a task, it is done with one, it wants more. */
export type Told =
  | { readonly begin: number }
  | { readonly done: number; readonly findings: readonly Finding[] }
  | { readonly idle: true };

const judge = judgeOf(workerData as Setup);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const tell = (told: Told): void => parentPort?.postMessage(told);

parentPort?.on("message", ({ tasks }: Work) => void work(tasks));
tell({ idle: true });

async function work(tasks: Work["tasks"]): Promise<void> {
  for (const [number, task] of tasks) {
    tell({ begin: number });
    tell({ done: number, findings: await judge(task) });
  }
  tell({ idle: true });
}

function judgeOf({ suite, folder, modules }: Setup): (task: Case | WildSet) => Promise<readonly Finding[]> {
  const options = { folder, ...(modules === undefined ? {} : { modules }) };
  if (suite === "wild") {
    const wild = new WildJudging(options);
    // The pool sends what the suite has.
    return (task) => wild.judge(task as WildSet);
  }
  const judging = new Judging(options);
  return (task) => judging.judge(task as Case);
}
