/** What the commands exit with. */
import type { JobSnapshot } from "../../src/jobs/model.ts";

/** Exit codes by what became of the command. 69 is the code for "unavailable" of sysexits; 130 that of shells for SIGINT. */
export const exitCodes = {
  succeeded: 0,
  failed: 1,
  usage: 2,
  partiallyFailed: 68,
  stillRunning: 69,
  interrupted: 130,
} as const;

/** The exit code for how a job stands. A job that is gone has ended: that is no failure. */
export function exitCodeOf({ state, terminal }: Pick<JobSnapshot, "state" | "terminal">): number {
  switch (state) {
    case "succeeded":
      return exitCodes.succeeded;
    case "partially-failed":
      return exitCodes.partiallyFailed;
    case "failed":
    case "aborted":
      return exitCodes.failed;
    case "queued":
    case "running":
    case "unknown":
      return terminal ? exitCodes.succeeded : exitCodes.stillRunning;
  }
}
