/** What ExactTarget's answers mean. */
import type { BatchStatus, Message } from "../../generated/exacttarget/batch.ts";
import type { JobState } from "../jobs/model.ts";
import { stateOf, type Reading } from "../jobs/states.ts";
import { JobError } from "../runtime/errors.ts";
import type { Listed } from "../runtime/codec/table.ts";

/** The documentation has Complete, recorded answers have Completed. */
const states = {
  Scheduled: "queued",
  Processing: "running",
  Complete: "succeeded",
  Completed: "succeeded",
  Error: "failed",
} as const satisfies Readonly<Record<Listed<BatchStatus>, JobState>>;

/** Errors by number, as far as they are known: there is no list. */
const NOT_FOUND = 1;

/**
 * How an export stands. The id in the answer is not compared with the one that was asked for: recorded answers differ there.
 *
 * @param redact takes credentials out of a text of the API's
 * @throws JobError where the answer is an error, under whatever system's element: `job.unknown` for an export that is not
 * found, `job.refused` else
 */
export function batchReading(raw: Message, batchId: string, redact: (text: string) => string): Reading<Message> {
  const failure = failureIn(raw, redact);
  if (failure !== undefined) throw failure;
  const { Batch: batch } = raw.system;
  if (batch?.status === undefined) {
    throw new JobError("job.refused", `ExactTarget's answer says nothing about the batch ${batchId}`);
  }
  return {
    state: stateOf(states, canonical(batch.status)),
    rawState: batch.status,
    // An export that is done may name no file: it had nothing to export.
    results: batch.filename ? [{ kind: "file", name: batch.filename }] : [],
    raw,
  };
}

/** The error that an answer is, under whatever system's element. */
export function failureIn({ system }: Message, redact: (text: string) => string): JobError | undefined {
  const { Batch: batch, tracking, subscriber, list, diagnostics } = system;
  const failure = [batch, tracking, subscriber, list, diagnostics].find((one) => one?.error !== undefined);
  return failure?.error === undefined ? undefined : refusal(failure.error, redact(failure.error_description));
}

/** The word as the table has it: the API is careless about case. */
function canonical(word: string): string {
  return Object.keys(states).find((known) => known.toLowerCase() === word.toLowerCase()) ?? word;
}

function refusal(code: number, description: string): JobError {
  return new JobError(
    code === NOT_FOUND ? "job.unknown" : "job.refused",
    `ExactTarget refused: ${code}: ${description}`,
    {
      vendorCode: String(code),
    },
  );
}
