/** Single calls for batch tasks, each repeated where that is safe. */
import type { components, paths } from "../../generated/superoffice/batch-task.ts";
import { callOptions, dataOf } from "../jobs/answer.ts";
import type { Calls } from "../jobs/calls.ts";
import type { VerbOptions } from "../jobs/submit.ts";
import { JobError } from "../runtime/errors.ts";
import type { RestClient } from "../runtime/rest/client-types.ts";
import { refusalOf } from "./refusal.ts";

/** A task, as the API answers it. */
export type Task = components["schemas"]["BatchTaskInfo"];

/** A task to start: its name and parameters say what it does. */
export type TaskFields = components["schemas"]["BatchTaskFields"];

/** What of a task can be changed. */
export type TaskChange = Pick<TaskFields, "State" | "Description" | "Response" | "Request">;

/** States that tasks are listed by. */
export type ListedState =
  | "Unknown"
  | "New"
  | "Aquired"
  | "Started"
  | "Succeeded"
  | "Failed"
  | "SucceededManualCleanup"
  | "All";

/** The calls. */
export interface TaskCalls {
  get(id: number, options: VerbOptions): Promise<Task>;
  byState(state: ListedState, options: VerbOptions): Promise<readonly Task[]>;
  /** Not repeated where it may have been carried out. */
  start(task: TaskFields, options: VerbOptions): Promise<number>;
  stop(id: number, options: VerbOptions): Promise<boolean>;
  update(id: number, change: TaskChange, options: VerbOptions): Promise<Task>;
  remove(id: number, options: VerbOptions): Promise<void>;
}

/** Makes the calls. */
export function taskCalls(client: RestClient<paths>, calls: Calls): TaskCalls {
  const get = (id: number, options: VerbOptions): Promise<Task> =>
    calls.repeated(async () => {
      const params = { path: { id } };
      return checked(dataOf(await client.GET("/BatchTask/{id}", { params, ...callOptions(options) }), refusalOf));
    }, options);
  return {
    get,
    byState: (state, options) =>
      calls.repeated(async () => {
        const answer: unknown = dataOf(await client.GET(`/BatchTask/${state}`, callOptions(options)), refusalOf);
        if (!Array.isArray(answer)) throw new JobError("job.refused", "SuperOffice's answer is no list of tasks");
        return answer.map(checked);
      }, options),
    start: (body, options) =>
      calls.carefully(async () => {
        const id: unknown = dataOf(await client.POST("/BatchTask", { body, ...callOptions(options) }), refusalOf);
        if (typeof id === "number") return id;
        throw new JobError("job.refused", "SuperOffice's answer is not the id of a task");
      }, options),
    stop: (id, options) =>
      calls.repeated(async () => {
        const params = { path: { id } };
        return (
          dataOf(await client.POST("/BatchTask/{id}/Stop", { params, ...callOptions(options) }), refusalOf) === true
        );
      }, options),
    update: async (id, change, options) => {
      // The body is the task as it shall be, of which four members count.
      const task = await get(id, options);
      return calls.repeated(async () => {
        const request = { params: { path: { id } }, body: { ...task, ...change }, ...callOptions(options) };
        return checked(dataOf(await client.PUT("/BatchTask/{id}", request), refusalOf));
      }, options);
    },
    remove: async (id, options) => {
      let repeatedOnce = false;
      await calls.repeated(async () => {
        const params = { path: { id } };
        try {
          dataOf(await client.DELETE("/BatchTask/{id}", { params, ...callOptions(options) }), refusalOf);
        } catch (error) {
          // The call before this one may have been carried out without its answer arriving.
          if (repeatedOnce && error instanceof JobError && error.code === "job.unknown") return;
          repeatedOnce = true;
          throw error;
        }
      }, options);
    },
  };
}

/**
 * The id of a task as a number. A word in its place would ask for something else: the tasks of a state.
 *
 * @throws JobError `job.handle`
 */
export function taskId(text: string): number {
  const id = Number(text);
  if (/^\d+$/.test(text) && id < 2 ** 31) return id;
  throw new JobError("job.handle", `Not the id of a task: ${text}`);
}

/**
 * JSON is checked for what the facade needs; the rest is as the contract says or is left out.
 *
 * @throws JobError `job.refused` where the answer is no task
 */
export function checked(value: unknown): Task {
  if (isTask(value)) return value;
  throw new JobError("job.refused", "SuperOffice's answer is no task: Id or State is missing");
}

function isTask(value: unknown): value is Task {
  if (typeof value !== "object" || value === null) return false;
  return "Id" in value && typeof value.Id === "number" && "State" in value && typeof value.State === "string";
}
