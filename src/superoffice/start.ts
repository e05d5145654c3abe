/** Starts batch tasks. The API has nothing that would keep a call from being carried out twice. */
import type { JobHandle, SubmissionMark } from "../jobs/model.ts";
import { brokenOff, fateOf, type SubmitOptions } from "../jobs/submit.ts";
import { JobError } from "../runtime/errors.ts";
import type { Task, TaskCalls, TaskFields } from "./calls.ts";

type Handle = JobHandle<"superoffice", "task">;

/** Starts a task. See `JobSubmitter`. */
export async function startTask(
  calls: TaskCalls,
  request: TaskFields,
  options: SubmitOptions<Handle>,
): Promise<Handle> {
  if (!request.Name) throw new JobError("job.request", "The task has no Name, which says what it does");
  const before = (await calls.byState("All", options)).reduce((most, { Id }) => Math.max(most, Id), 0);
  const pending = handle("", { name: request.Name, after: before });
  await options.onHandle?.(pending);
  let id: number;
  try {
    id = await calls.start(request, options);
  } catch (error) {
    if (fateOf(error) !== "unknown") throw error;
    return found(calls, pending, request, options, error);
  }
  return started(id, options);
}

/**
 * Goes on with a task whose start broke off: looks for it. Where it is not there, it may have been started, ended and removed: that
 * is `job.submit-unknown`.
 */
export async function resumeTask(
  calls: TaskCalls,
  pending: Handle,
  request: TaskFields,
  options: SubmitOptions<Handle>,
): Promise<Handle> {
  if (pending.submission === undefined) return pending;
  return found(calls, pending, request, options, undefined);
}

async function started(id: number, options: SubmitOptions<Handle>): Promise<Handle> {
  const done: Handle = { vendor: "superoffice", kind: "task", id: String(id) };
  await options.onHandle?.(done);
  return done;
}

async function found(
  calls: TaskCalls,
  pending: Handle,
  request: TaskFields,
  options: SubmitOptions<Handle>,
  cause: unknown,
): Promise<Handle> {
  const after = Number(pending.submission?.marks["after"]);
  let candidates: readonly Task[];
  try {
    const tasks = await calls.byState("All", options);
    candidates = tasks.filter((task) => task.Id > after && isLike(task, request));
  } catch (error) {
    const known = "whether the task was started is unknown, and SuperOffice could not be asked";
    throw brokenOff("job.submit-unknown", pending, known, cause ?? error);
  }
  const [only, ...more] = candidates;
  if (only !== undefined && more.length === 0) return started(only.Id, options);
  const known =
    only === undefined
      ? `no task ${request.Name} is there that is newer than ${after}: it was not started, or it has ended and was removed`
      : `${candidates.length} tasks ${request.Name} are newer than ${after}: ${candidates.map(({ Id }) => Id).join(", ")}`;
  throw brokenOff("job.submit-unknown", pending, known, cause);
}

/** Whether a task is what was asked for, as far as the answer shows it. */
function isLike(task: Task, request: TaskFields): boolean {
  return (["Name", "Description", "Request", "AssociateId"] as const).every((name) => {
    const asked = request[name];
    return asked === undefined || asked === null || task[name] === asked;
  });
}

function handle(id: string, marks: Readonly<Record<string, SubmissionMark>>): Handle {
  return { vendor: "superoffice", kind: "task", id, submission: { stage: "creating", marks } };
}
