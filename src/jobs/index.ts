/**
 * One model for the bulk jobs of all vendors, and what follows a job to its end. Vendors come from their own entries
 * (`specwire/ebay`, …); anything that implements `JobSource` can be followed.
 */
export type { Clock } from "./clock.ts";
export { defaultDeadline, type FollowOptions, type JobOutcome } from "./follow.ts";
export { handleFrom, isVendor, parseHandle, stringifyHandle, vendors } from "./handle.ts";
export type {
  JobCounts,
  JobHandle,
  JobProblem,
  JobSnapshot,
  JobSource,
  JobState,
  JobTimes,
  Pace,
  ResultLocator,
  StatusOptions,
  TerminalState,
  Vendor,
} from "./model.ts";
export { isTerminal } from "./states.ts";
export type { Jobs } from "./facade.ts";
export { waitForJob, type WaitOptions } from "./wait.ts";
export { watchJob, type JobWatch } from "./watch.ts";
