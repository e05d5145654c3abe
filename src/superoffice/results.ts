/** What a batch task leaves behind: two texts, and the name of a file. */
import type { JobHandle, JobState } from "../jobs/model.ts";
import type { JobResults, ReadOptions, ResultFile, ResultRow } from "../jobs/results.ts";
import { JobError } from "../runtime/errors.ts";
import type { Task } from "./calls.ts";

/** The text as the one row of its file. */
export type TaskText = Readonly<Record<"text", string>>;

/**
 * The texts of a task as files of one row each. The file that a task may have written lies in SuperOffice's temporary files, where
 * another API fetches it: its name is in the snapshot.
 *
 * @throws JobError `job.no-results` where the task says nothing (yet)
 */
export function taskResults({ id }: JobHandle, task: Task, state: JobState): JobResults<TaskText> {
  const texts = { result: task.Result, response: task.Response };
  const files = Object.entries(texts).flatMap(([name, text]) => {
    return typeof text === "string" && text !== "" ? [textFile(`${id}-${name}.txt`, text, state)] : [];
  });
  if (files.length > 0) return { files };
  throw new JobError("job.no-results", `The task ${id} has neither a result nor a response (${task.State})`);
}

function textFile(name: string, text: string, state: JobState): ResultFile<TaskText> {
  const content = new Blob([text]);
  const bytes = ({ onProgress }: ReadOptions = {}): ReadableStream<Uint8Array> => {
    onProgress?.({ direction: "download", bytes: content.size, total: content.size });
    return content.stream();
  };
  async function* rows(): AsyncGenerator<ResultRow<TaskText>, void, undefined> {
    const failed = state === "failed";
    const outcome = failed ? "failed" : state === "succeeded" ? "succeeded" : "unprocessed";
    yield { number: 1, row: { text }, outcome, errors: failed ? [{ message: text }] : [] };
  }
  return { name, size: content.size, bytes, rows };
}
