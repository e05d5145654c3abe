/** Lists batch tasks: those of a state, or the rows of an OData search. */
import type { paths } from "../../generated/superoffice/batch-task.ts";
import { callOptions, dataOf } from "../jobs/answer.ts";
import type { Calls } from "../jobs/calls.ts";
import type { JobSnapshot, JobState } from "../jobs/model.ts";
import { snapshotOf } from "../jobs/states.ts";
import type { VerbOptions } from "../jobs/submit.ts";
import { JobError } from "../runtime/errors.ts";
import type { JsonValue } from "../runtime/codec/index.ts";
import type { RestClient } from "../runtime/rest/client-types.ts";
import type { ListedState, Task, TaskCalls } from "./calls.ts";
import { refusalOf } from "./refusal.ts";
import { stateOfWord, taskReading } from "./states.ts";

/** Tasks of one state. */
export interface TasksByState {
  readonly state: ListedState;
}

/** An OData search, in the columns of the archive (`name`, `state`, …), not the members of a task. */
export interface TaskSearch {
  /** `name begins 'Export'`. */
  readonly filter: string;
  /** Columns, separated by commas; the id comes by itself. */
  readonly select?: string;
  readonly orderBy?: string;
  /** Rows at the most; all where absent. */
  readonly top?: number;
  /** Rows asked for at once; 100 where absent. */
  readonly pageSize?: number;
}

/** A row of a search: columns by name. */
export type TaskRow = Readonly<Record<string, JsonValue>>;

/** The tasks of a state. */
export async function* tasksByState(
  calls: TaskCalls,
  { state }: TasksByState,
  options: VerbOptions,
): AsyncGenerator<JobSnapshot<Task>, void, undefined> {
  for (const task of await calls.byState(state, options)) {
    yield snapshotOf({ vendor: "superoffice", kind: "task", id: String(task.Id) }, taskReading(task));
  }
}

/** The rows of a search, page by page. The address of the next page is not followed: pages are counted here. */
export async function* tasksFound(
  client: RestClient<paths>,
  calls: Calls,
  search: TaskSearch,
  options: VerbOptions,
): AsyncGenerator<JobSnapshot<TaskRow>, void, undefined> {
  const { filter, select = "id,name,state", orderBy, top = Infinity, pageSize = 100 } = search;
  let skip = 0;
  while (skip < top) {
    const query = {
      $filter: filter,
      $select: select,
      ...(orderBy === undefined ? {} : { $orderBy: orderBy }),
      $top: Math.min(pageSize, top - skip),
      $skip: skip,
    };
    const page = await calls.repeated(async () => {
      const answer = await client.GET("/BatchTask", { params: { query }, ...callOptions(options) });
      return pageOf(dataOf(answer, refusalOf));
    }, options);
    for (const row of page.rows) yield found(row);
    skip += page.rows.length;
    if (page.rows.length === 0 || (!page.more && page.rows.length < query.$top)) return;
    if (!page.more) return;
  }
}

function pageOf(answer: unknown): { readonly rows: readonly TaskRow[]; readonly more: boolean } {
  const members = new Map<string, unknown>(Object.entries(answer ?? {}));
  const rows = members.get("value");
  if (!Array.isArray(rows)) throw new JobError("job.refused", "SuperOffice's answer has no rows");
  return { rows: rows as readonly TaskRow[], more: typeof members.get("odata.nextLink") === "string" };
}

/** States by their number in the archive; the spelling is the API's. */
export const taskStates = [
  "Unknown",
  "New",
  "Aquired",
  "Started",
  "Succeeded",
  "Failed",
  "SucceededManualCleanup",
] as const;

function found(row: TaskRow): JobSnapshot<TaskRow> {
  const columns = new Map(Object.entries(row).map(([name, value]) => [name.toLowerCase(), value]));
  const id = columns.get("id") ?? columns.get("primarykey");
  if (typeof id !== "number" && typeof id !== "string") {
    throw new JobError("job.refused", "A row of SuperOffice's answer has neither id nor PrimaryKey");
  }
  const value = columns.get("state");
  const rawState = typeof value === "number" ? (taskStates[value] ?? String(value)) : String(value ?? "");
  const state: JobState = stateOfWord(rawState);
  return snapshotOf({ vendor: "superoffice", kind: "task", id: String(id) }, { state, rawState, raw: row });
}
