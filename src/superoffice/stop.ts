/** Stops batch tasks, those that can be. */
import type { JobHandle, JobSnapshot } from "../jobs/model.ts";
import { snapshotOf } from "../jobs/states.ts";
import type { VerbOptions } from "../jobs/submit.ts";
import { JobError } from "../runtime/errors.ts";
import { taskId, type Task, type TaskCalls } from "./calls.ts";
import { goneTask, taskReading } from "./states.ts";

/** How to stop a task. */
export interface StopOptions extends VerbOptions {
  /** Stops a task of which the API warns (CancelWithWarning): what it has done so far may be left half done. */
  readonly despiteWarning?: boolean;
}

/**
 * Stops a task; answers how it stands after that. A task that was stopped has failed, or is not there any more: both are `aborted`
 * here. One that still runs is being stopped.
 */
export async function stopTask(
  calls: TaskCalls,
  handle: JobHandle<"superoffice", "task">,
  options: StopOptions,
): Promise<JobSnapshot<Task>> {
  const id = taskId(handle.id);
  const before = await calls.get(id, options);
  const standing = snapshotOf(handle, taskReading(before));
  if (standing.terminal) return standing;
  checkBehaviour(before, options);
  const accepted = await calls.stop(id, options);
  let after: JobSnapshot<Task>;
  try {
    after = snapshotOf(handle, taskReading(await calls.get(id, options)), { previous: standing });
  } catch (error) {
    if (!(error instanceof JobError) || error.code !== "job.unknown") throw error;
    after = { ...snapshotOf(handle, goneTask(standing)), state: "aborted", terminal: true };
  }
  if (accepted) return after.state === "failed" ? { ...after, state: "aborted" } : after;
  if (after.terminal) return after;
  throw new JobError("job.refused", `SuperOffice does not stop the task ${id}, which is ${after.rawState}`);
}

function checkBehaviour({ Id, CancellationBehaviour: behaviour }: Task, { despiteWarning = false }: StopOptions): void {
  if (behaviour === "CannotCancel") throw new JobError("job.refused", `The task ${Id} cannot be cancelled`);
  if (behaviour === "CancelWithWarning" && !despiteWarning) {
    throw new JobError("job.refused", `SuperOffice warns of cancelling the task ${Id}: say despiteWarning to do it`);
  }
}
