/** What the commands can do at a vendor. Verbs that a vendor lacks are absent. */
import type { JobHandle, JobSnapshot, JobSource } from "../../src/jobs/model.ts";
import type { JobResults } from "../../src/jobs/results.ts";
import type { FileSource } from "../../src/jobs/source.ts";
import type { SubmitOptions, VerbOptions } from "../../src/jobs/submit.ts";
import { UsageError } from "./errors.ts";
import type { Values } from "./values.ts";

/** A job to submit, as the command line has it. */
export interface SubmitInput {
  /** The vendor's kind of job; its first where absent. */
  readonly kind: string | undefined;
  readonly values: Values;
  readonly file: FileSource | undefined;
}

/** A vendor, connected. */
export interface CommandVerbs {
  readonly source: JobSource;
  submit?(input: SubmitInput, options: SubmitOptions): Promise<JobHandle>;
  resume?(handle: JobHandle, input: SubmitInput, options: SubmitOptions): Promise<JobHandle>;
  list?(values: Values, options: VerbOptions): AsyncIterable<JobSnapshot>;
  /** `force`: despite what the vendor warns of. */
  cancel?(handle: JobHandle, options: VerbOptions & { readonly force: boolean }): Promise<JobSnapshot>;
  results?(handle: JobHandle, options: VerbOptions): Promise<JobResults<unknown>>;
  /** Where results are to be fetched by other means. */
  locate?(handle: JobHandle, options: VerbOptions): Promise<object>;
}

/** The file of a job that needs one. Throws UsageError. */
export function requiredFile({ file }: SubmitInput): FileSource {
  if (file === undefined) throw new UsageError("The job needs a file: --file <path>");
  return file;
}
