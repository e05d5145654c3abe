/** Stand-in for the batch tasks of SuperOffice's web API. */
import type { JobHandle, Vendor } from "../jobs/model.ts";
import { fieldDrift, type Context } from "./context.ts";
import { credentials } from "./credentials.ts";
import { drifted, isFields, type FieldValue } from "./fields.ts";
import { mediaType, type Answer, type Call, type CallHead, type StandIn } from "./http.ts";
import type { SandboxJob } from "./options.ts";
import { kindOf } from "./outcomes.ts";
import { Task, taskStates, type DateStyle } from "./superoffice-tasks.ts";
import type { Position } from "./walk.ts";

const vendor = "superoffice";

/** Path of the API of the one customer. */
export const superOfficePath = "/Cust12345/api/v1";

const collection = `${superOfficePath}/BatchTask`;

type Reply = Omit<Answer, "operation">;

/** Stand-in for the customer's batch tasks. */
export class SuperOffice implements StandIn {
  readonly vendor: Vendor = vendor;
  readonly #context: Context;
  readonly #tasks = new Map<number, Task>();
  #nextId = 212;

  constructor(context: Context) {
    this.#context = context;
  }

  owns(path: string): boolean {
    return path.startsWith(`${superOfficePath}/`);
  }

  addJob(job: SandboxJob): JobHandle {
    return { vendor, kind: kindOf(job, ["task"]), id: String(this.#create(job, new Map()).id) };
  }

  operationOf(head: CallHead): string {
    const [key, last] = head.path.slice(collection.length + 1).split("/");
    return operationOf(head, key ?? "", last);
  }

  answer(call: Call): Answer {
    const [key] = call.path.slice(collection.length + 1).split("/");
    const operation = this.operationOf(call);
    const reply = authorized(call)
      ? this.#perform(operation, call, key ?? "")
      : failure(401, "SoSessionException", "Authentication failed: no valid credentials");
    return { operation, ...reply };
  }

  #perform(operation: string, call: Call, key: string): Reply {
    switch (operation) {
      case "listBatchTasks":
        return this.#archive(call);
      case "startBatchTask": {
        const info = membersOf(call);
        return info === undefined ? unreadable : json(this.#create({ vendor }, info).id);
      }
      case "getBatchTasksByState":
        return this.#byState(call, key);
      case "unknown":
        return failure(404, "SoNotFoundException", `No route for ${call.method} ${call.path}`);
    }
    const task = this.#tasks.get(Number(key));
    if (task === undefined || (task.ended && this.#context.drift.has("gone", vendor))) return missing(key);
    return this.#onTask(operation, call, task);
  }

  #onTask(operation: string, call: Call, task: Task): Reply {
    switch (operation) {
      case "stopBatchTask": {
        if (task.ended) return json(false);
        task.walk.end("Failed");
        return json(true);
      }
      case "updateBatchTask": {
        const info = membersOf(call);
        if (info === undefined) return unreadable;
        task.update(info);
        return json(this.#members(call, task, task.walk.here()));
      }
      case "deleteBatchTask":
        this.#tasks.delete(task.id);
        return { status: 204, body: "" };
      default:
        return this.#status(call, task);
    }
  }

  #status(call: Call, task: Task): Reply {
    const position = task.look(this.#context, "status");
    // With the drift, a task that this call finds at its end is removed instead of shown.
    if (position.ended && this.#context.drift.has("gone", vendor)) return missing(String(task.id));
    return json(this.#members(call, task, position));
  }

  #members(call: Call, task: Task, position: Position): unknown {
    return jsonValue(drifted(task.members(position, this.#dateStyle(call)), fieldDrift(this.#context, vendor)));
  }

  #byState(call: Call, state: string): Reply {
    // All is a word for queries only: no task is in it.
    if (state !== "All" && !taskStates.includes(state)) {
      return failure(400, "SoInvalidArgumentException", `The state ${state} is not known`);
    }
    const seen = [...this.#tasks.values()].map((task) => ({ task, position: task.look(this.#context, "list") }));
    const found = seen.filter(({ position }) => state === "All" || position.word === state);
    return json(found.map(({ task, position }) => this.#members(call, task, position)));
  }

  /** The archive's answer to an OData query: rows by `$top` and `$skip`, columns by `$select`. */
  #archive(call: Call): Reply {
    const skip = Number(call.query.get("$skip") ?? 0);
    const top = Number(call.query.get("$top") ?? this.#tasks.size);
    const columns = call.query
      .get("$select")
      ?.split(",")
      .map((one) => one.trim());
    const rows = [...this.#tasks.values()].map((task) => Object.entries(task.row()));
    const page = rows.slice(skip, skip + top).map((row) => {
      const chosen = row.filter(([name]) => columns === undefined || /^[A-Z]/.test(name) || columns.includes(name));
      return Object.fromEntries(chosen);
    });
    const more = skip + top < rows.length ? `${this.#context.url}${collection}?$skip=${skip + top}&$top=${top}` : null;
    return json({ "odata.metadata": `${this.#context.url}${collection}`, "odata.nextLink": more, value: page });
  }

  #dateStyle(call: Call): DateStyle {
    if (this.#context.drift.has("offset-dates", vendor)) return "offset";
    return call.headers["so-timezone"]?.toUpperCase() === "UTC" ? "utc" : "local";
  }

  #create(job: SandboxJob, info: ReadonlyMap<string, unknown>): Task {
    const task = new Task(this.#nextId, job, this.#context.step, info);
    this.#nextId += 1;
    this.#tasks.set(task.id, task);
    return task;
  }
}

/** Four templates share one shape: a number is an id, a word is a state. */
function operationOf(call: CallHead, key: string, last: string | undefined): string {
  if (call.path === collection) return { GET: "listBatchTasks", POST: "startBatchTask" }[call.method] ?? "unknown";
  if (!call.path.startsWith(`${collection}/`)) return "unknown";
  if (last !== undefined) return last === "Stop" && call.method === "POST" ? "stopBatchTask" : "unknown";
  const isId = /^-?\d+$/.test(key);
  const operations = isId
    ? { GET: "getBatchTask", PUT: "updateBatchTask", DELETE: "deleteBatchTask" }
    : { GET: "getBatchTasksByState" };
  return new Map(Object.entries(operations)).get(call.method) ?? "unknown";
}

function authorized(call: Call): boolean {
  const { token, appToken } = credentials.superOffice;
  const [scheme, given] = (call.headers["authorization"] ?? "").split(" ");
  if (given !== token) return false;
  const name = scheme?.toLowerCase();
  return name === "bearer" || (name === "soticket" && call.headers["so-apptoken"] === appToken);
}

/** The members of a JSON body; undefined where it is none. */
function membersOf(call: Call): ReadonlyMap<string, unknown> | undefined {
  if (mediaType(call) !== "application/json") return undefined;
  try {
    const parsed: unknown = JSON.parse(call.text);
    return typeof parsed === "object" && parsed !== null ? new Map(Object.entries(parsed)) : undefined;
  } catch {
    return undefined;
  }
}

function jsonValue(value: FieldValue): unknown {
  return isFields(value) ? Object.fromEntries(value.map((one) => [one.name, jsonValue(one.value)])) : value;
}

function json(value: unknown): Reply {
  return { status: 200, contentType: "application/json; charset=utf-8", body: JSON.stringify(value) };
}

function failure(status: number, type: string, message: string): Reply {
  const body = {
    Error: true,
    ErrorType: type,
    ErrorMessage: message,
    ErrorSource: "SuperOffice.Services.Implementation",
  };
  return { ...json(body), status };
}

function missing(key: string): Reply {
  return failure(404, "SoNotFoundException", `BatchTask id ${key} not found`);
}

const unreadable: Reply = failure(400, "SoInvalidArgumentException", "The body is not a JSON object");
