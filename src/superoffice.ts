/**
 * Batch tasks of SuperOffice's web API, REST. The API is current; tasks are removed some time after they have ended.
 */
import { BatchTaskApi, type components, type paths } from "../generated/superoffice/batch-task.ts";
import { callOptions, dataOf } from "./jobs/answer.ts";
import { Credentials } from "./jobs/credentials.ts";
import { jobsOf, type Jobs } from "./jobs/facade.ts";
import type { JobHandle, Pace } from "./jobs/model.ts";
import { snapshotOf } from "./jobs/states.ts";
import { createClient } from "./runtime/client.ts";
import { JobError } from "./runtime/errors.ts";
import { authorization } from "./runtime/interceptors.ts";
import type { RestClient } from "./runtime/rest/client-types.ts";
import type { ClientOptions, Interceptor, Secret } from "./runtime/service.ts";
import { refusalOf, taskRetryDelay } from "./superoffice/refusal.ts";
import { goneTask, taskReading } from "./superoffice/states.ts";

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
}

/** What the API answers. */
export interface SuperOfficeRaws {
  readonly task: components["schemas"]["BatchTaskInfo"];
}

/** Batch tasks of SuperOffice's web API. */
export interface SuperOffice extends Jobs<typeof vendor, SuperOfficeRaws> {
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
  const { token, scheme = "Bearer", appToken, interceptors = [], headers, ...common } = options;
  const credentials = [authorization(scheme, token), ...(appToken === undefined ? [] : [applicationToken(appToken)])];
  const client = createClient(BatchTaskApi, {
    ...common,
    headers: { "SO-TimeZone": "UTC", ...headers },
    interceptors: [...interceptors, ...credentials],
  });
  const jobs = jobsOf<typeof vendor, SuperOfficeRaws>(
    vendor,
    {
      task: async (handle, asked) => {
        const params = { path: { id: taskId(handle.id) } };
        try {
          const result = await client.GET("/BatchTask/{id}", { params, ...callOptions(asked) });
          return snapshotOf(handle, taskReading(dataOf(result, refusalOf)), asked);
        } catch (error) {
          const unknown = error instanceof JobError && error.code === "job.unknown";
          if (!unknown || asked.previous === undefined) throw error;
          return snapshotOf(handle, goneTask(asked.previous), asked);
        }
      },
    },
    pace,
    taskRetryDelay(token),
  );
  return { ...jobs, client, task: (id) => ({ vendor, kind: "task", id: String(id) }) };
}

/** The id of a task as a number. A word in its place would ask for something else: the tasks of a state. */
function taskId(text: string): number {
  const id = Number(text);
  if (/^\d+$/.test(text) && id < 2 ** 31) return id;
  throw new JobError("job.handle", `Not the id of a task: ${text}`);
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
