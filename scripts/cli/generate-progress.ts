/** How far a long run has come: one line on a terminal, nothing anywhere else. */
import { createLogUpdate } from "log-update";
import { oneLine } from "./errors.ts";
import type { Output } from "./progress.ts";

/** Shows stages of work, one at a time. */
export interface StageDisplay {
  show(stage: string): void;
  /** Takes the line away. */
  done(): void;
}

/** A display for an output. The line is drawn when a stage begins: most stages keep the thread to themselves. */
export function stageDisplay(output: Output): StageDisplay {
  if (output.isTTY !== true) return { show: () => undefined, done: () => undefined };
  const update = createLogUpdate(output);
  return { show: (stage) => update(`… ${oneLine(stage)}`), done: () => update.clear() };
}
