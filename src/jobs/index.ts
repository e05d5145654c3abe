/**
 * One model for the bulk jobs of all vendors, and what follows a job to its end. Vendors come from their own entries
 * (`specwire/ebay`, …); anything that implements `JobSource` can be followed.
 */
export { callBudget, type BudgetLimits, type CallBudget } from "./budget.ts";
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
  Submission,
  SubmissionMark,
  SubmissionStage,
  TerminalState,
  Vendor,
} from "./model.ts";
export type { JobResults, ReadOptions, ResultFile, ResultRow, RowError } from "./results.ts";
export type { FileSource, TransferProgress } from "./source.ts";
export { isTerminal } from "./states.ts";
export {
  submissionOf,
  type JobCanceller,
  type JobLister,
  type JobSubmitter,
  type ResultSource,
  type SubmitOptions,
  type VerbOptions,
} from "./submit.ts";
export type { Jobs } from "./facade.ts";
export { waitForJob, type WaitOptions } from "./wait.ts";
export { watchJob, type JobWatch } from "./watch.ts";
