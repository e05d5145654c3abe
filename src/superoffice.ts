/**
 * Batch tasks of SuperOffice's web API, REST. The API is current; tasks are removed some time after they have ended.
 */
import { BatchTaskApi, type components, type paths } from "../generated/superoffice/batch-task.ts";
import { callOptions, dataOf } from "./jobs/answer.ts";
import type { CallBudget } from "./jobs/budget.ts";
import { Calls } from "./jobs/calls.ts";
import type { Clock } from "./jobs/clock.ts";
import { Credentials } from "./jobs/credentials.ts";
import { jobsOf, type Jobs } from "./jobs/facade.ts";
import type { JobHandle, JobSnapshot, Pace } from "./jobs/model.ts";
import { snapshotOf } from "./jobs/states.ts";
import type { JobCanceller, JobSubmitter, ResultSource, VerbOptions } from "./jobs/submit.ts";
import { createClient } from "./runtime/client.ts";
import { JobError } from "./runtime/errors.ts";
import { authorization } from "./runtime/interceptors.ts";
import type { RestClient } from "./runtime/rest/client-types.ts";
import type { ClientOptions, Interceptor, Secret } from "./runtime/service.ts";
import { checked, taskCalls, taskId, type Task, type TaskChange, type TaskFields } from "./superoffice/calls.ts";
import { refusalOf, taskRetryDelay } from "./superoffice/refusal.ts";
import { taskResults, type TaskText } from "./superoffice/results.ts";
import { tasksByState, tasksFound, type TaskRow, type TasksByState, type TaskSearch } from "./superoffice/search.ts";
import { resumeTask, startTask } from "./superoffice/start.ts";
import { goneTask, taskReading } from "./superoffice/states.ts";
import { stopTask, type StopOptions } from "./superoffice/stop.ts";
import { tenantMoves } from "./superoffice/tenant.ts";

/** What the facade takes, beside the options of every client. */
export interface SuperOfficeOptions extends ClientOptions {
  /** Address of the customer's API: `https://online.superoffice.com/Cust12345/api/v1`, or that of an own installation. */
  readonly endpoint: string | URL;
  /** What stands behind the scheme in the Authorization header. A function is asked before every call. */
  readonly token: Secret;
  /** Default `Bearer`. `Basic` wants `name:password` in base64. */
  readonly scheme?: "Bearer" | "SoTicket" | "Basic";
  /** Token of the application (SO-AppToken): SuperOffice Online wants it from servers. */
  readonly appToken?: Secret;
  /** Calls that may be made; no limit where absent: SuperOffice publishes none. */
  readonly budget?: CallBudget;
  /** Time and chance, for tests. */
  readonly clock?: Clock;
}

/** What the API answers. */
export interface SuperOfficeRaws {
  readonly task: components["schemas"]["BatchTaskInfo"];
}

type TaskHandle = JobHandle<typeof vendor, "task">;

/** Batch tasks of SuperOffice's web API. */
export interface SuperOffice
  extends
    Jobs<typeof vendor, SuperOfficeRaws>,
    JobSubmitter<TaskFields, TaskHandle>,
    JobCanceller<TaskHandle, Task>,
    ResultSource<TaskHandle, TaskText> {
  /** Stops a task, where its CancellationBehaviour lets it. A task that was stopped is `aborted` here. */
  cancel(handle: TaskHandle, options?: StopOptions): Promise<JobSnapshot<Task>>;
  /** Tasks of a state; or the rows of an OData search, which have columns of their own. */
  list(query: TasksByState, options?: VerbOptions): AsyncIterable<JobSnapshot<Task>>;
  list(query: TaskSearch, options?: VerbOptions): AsyncIterable<JobSnapshot<TaskRow>>;
  list(query: TasksByState | TaskSearch, options?: VerbOptions): AsyncIterable<JobSnapshot<Task | TaskRow>>;
  /** Changes a task. */
  update(handle: TaskHandle, change: TaskChange, options?: VerbOptions): Promise<JobSnapshot<Task>>;
  /** Deletes a task from the database. */
  remove(handle: TaskHandle, options?: VerbOptions): Promise<void>;
  /** The generated client, its credentials set. */
  readonly client: RestClient<paths>;
  /** A task by its id. */
  task(id: number | string): JobHandle<typeof vendor, "task">;
}

const vendor = "superoffice";

/** A running task reports once a minute; short ones have ended before that. */
const pace: Pace = { first: 2000, most: 60_000 };

/** Connects to a customer's API. Dates are asked for in UTC, so that they have a zone. */
export function superOffice(options: SuperOfficeOptions): SuperOffice {
  const { token, scheme = "Bearer", appToken, budget, clock, interceptors = [], headers, ...common } = options;
  const credentials = [authorization(scheme, token), ...(appToken === undefined ? [] : [applicationToken(appToken)])];
  const client = createClient(BatchTaskApi, {
    ...common,
    headers: { "SO-TimeZone": "UTC", ...headers },
    // The last one, so that asking for a move goes without the credentials.
    interceptors: [...interceptors, ...credentials, tenantMoves(options.endpoint)],
  });
  const retryDelay = taskRetryDelay(token);
  const calls = new Calls({ retryDelay, budget, clock });
  const tasks = taskCalls(client, calls);
  const jobs = jobsOf<typeof vendor, SuperOfficeRaws>(
    vendor,
    {
      task: async (handle, asked) => {
        const params = { path: { id: taskId(handle.id) } };
        try {
          const result = await client.GET("/BatchTask/{id}", { params, ...callOptions(asked) });
          return snapshotOf(handle, taskReading(checked(dataOf(result, refusalOf))), asked);
        } catch (error) {
          const unknown = error instanceof JobError && error.code === "job.unknown";
          if (!unknown || asked.previous === undefined) throw error;
          return snapshotOf(handle, goneTask(asked.previous), asked);
        }
      },
    },
    pace,
    retryDelay,
    calls,
  );
  return {
    ...jobs,
    client,
    task: (id) => ({ vendor, kind: "task", id: String(id) }),
    submit: (request, submitOptions = {}) => startTask(tasks, request, submitOptions),
    resume: (handle, request, submitOptions = {}) => resumeTask(tasks, handle, request, submitOptions),
    cancel: (handle, stopOptions = {}) => stopTask(tasks, handle, stopOptions),
    list: listOf(client, calls),
    update: async (handle, change, verbOptions = {}) => {
      return snapshotOf(handle, taskReading(await tasks.update(taskId(handle.id), change, verbOptions)));
    },
    remove: (handle, verbOptions = {}) => tasks.remove(taskId(handle.id), verbOptions),
    results: async (handle, verbOptions = {}) => {
      const task = await tasks.get(taskId(handle.id), verbOptions);
      return taskResults(handle, task, taskReading(task).state);
    },
  };
}

export type { ListedState, Task, TaskChange, TaskFields } from "./superoffice/calls.ts";
export type { TaskText } from "./superoffice/results.ts";
export type { TaskRow, TasksByState, TaskSearch } from "./superoffice/search.ts";
export type { StopOptions } from "./superoffice/stop.ts";

function listOf(client: RestClient<paths>, calls: Calls): SuperOffice["list"] {
  const tasks = taskCalls(client, calls);
  function list(query: TasksByState, options?: VerbOptions): AsyncIterable<JobSnapshot<Task>>;
  function list(query: TaskSearch, options?: VerbOptions): AsyncIterable<JobSnapshot<TaskRow>>;
  function list(
    query: TasksByState | TaskSearch,
    options: VerbOptions = {},
  ): AsyncIterable<JobSnapshot<Task | TaskRow>> {
    return "state" in query ? tasksByState(tasks, query, options) : tasksFound(client, calls, query, options);
  }
  return list;
}

/** Sends the application's token with every call. */
function applicationToken(token: Secret): Interceptor {
  const credentials = new Credentials(BatchTaskApi.name);
  return (next) => async (call) => {
    const headers = new Headers(call.headers);
    const value = await credentials.obtain(token, "application token");
    call.conceal(value);
    headers.set("SO-AppToken", value);
    return next({ ...call, headers });
  };
}
