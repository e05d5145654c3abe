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

/** Where the customer lives after a move, before the path of the API. */
const newHome = "/online2";

/** Where the state of the customer is told. */
const statePath = "/api/state/Cust12345";

/** Stand-in for the customer's batch tasks. */
export class SuperOffice implements StandIn {
  readonly vendor: Vendor = vendor;
  readonly #context: Context;
  readonly #tasks = new Map<number, Task>();
  #nextId = 212;
  /** What stands before the path: the customer can move. */
  #home = "";
  /** Milliseconds since 1970 until which the customer is out of order; that is so until somebody has been told. */
  #paused = 0;

  constructor(context: Context) {
    this.#context = context;
  }

  owns(path: string): boolean {
    return path === statePath || path.replace(newHome, "").startsWith(`${superOfficePath}/`);
  }

  addJob(job: SandboxJob): JobHandle {
    return { vendor, kind: kindOf(job, ["task"]), id: String(this.#create(job, new Map()).id) };
  }

  operationOf(head: CallHead): string {
    if (head.path === statePath) return "tenantState";
    const path = head.path.replace(newHome, "");
    const [key, last] = path.slice(collection.length + 1).split("/");
    return operationOf({ ...head, path }, key ?? "", last);
  }

  answer(call: Call): Answer {
    const [key] = call.path
      .replace(newHome, "")
      .slice(collection.length + 1)
      .split("/");
    const operation = this.operationOf(call);
    const { faults } = this.#context;
    if (operation === "tenantState") return { operation, ...this.#tenantState() };
    if (faults.take("tenant-moved", vendor, operation) !== undefined) this.#home = this.#home === "" ? newHome : "";
    const paused = faults.take("tenant-paused", vendor, operation);
    if (paused !== undefined) this.#paused = Date.now() + (paused.retryAfter ?? 1) * 1000;
    const here = call.path.startsWith(`${this.#home}${superOfficePath}/`);
    if (!here || this.#paused > 0)
      return { operation, status: 421, contentType: "text/html", body: "Misdirected Request" };
    const expired = faults.take("expired-token", vendor, operation) !== undefined;
    const reply =
      !expired && authorized(call)
        ? this.#perform(operation, call, key ?? "")
        : failure(401, "SoSessionException", "Authentication failed: no valid credentials");
    return { operation, ...reply };
  }

  /** How the customer stands, and where. Nobody has to sign in for it. */
  #tenantState(): Reply {
    const until = this.#paused;
    const running = until === 0;
    this.#paused = 0;
    const home = `${this.#context.url}${this.#home}/Cust12345`;
    return json({
      ContextIdentifier: "Cust12345",
      Endpoint: home,
      State: running ? "Running" : "Backup",
      IsRunning: running,
      ValidUntil: new Date(running ? Date.now() + 900_000 : until).toISOString(),
      Api: `${home}/api`,
      Version: "11.7",
    });
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
    if (this.#context.faults.take("vanished", vendor, operation) !== undefined) return missing(key);
    if (task === undefined || (task.ended && this.#context.drift.has("gone", vendor))) return missing(key);
    return this.#onTask(operation, call, task);
  }

  #onTask(operation: string, call: Call, task: Task): Reply {
    switch (operation) {
      case "stopBatchTask": {
        if (task.ended) return json(false);
        if (task.cancellation === "CannotCancel") {
          return failure(400, "SoInvalidOperationException", `BatchTask id ${task.id} cannot be cancelled`);
        }
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
    const wanted = filterOf(call.query.get("$filter"));
    if (wanted === undefined) return failure(400, "SoInvalidArgumentException", "The $filter is not understood");
    const rows = [...this.#tasks.values()]
      .map((task) => task.row())
      .filter(wanted)
      .map((row) => Object.entries(row));
    if (/ desc\b/.test(call.query.get("$orderBy") ?? "")) rows.reverse();
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
    const skewed = this.#context.faults.take("clock-skew", vendor, "startBatchTask") !== undefined;
    const created = new Date(Date.now() + (skewed ? 3_600_000 : 0));
    const task = new Task(this.#nextId, job, this.#context.step, info, created);
    this.#nextId += 1;
    this.#tasks.set(task.id, task);
    return task;
  }
}

/** The test that a filter stands for: one comparison. Undefined where it is another. */
function filterOf(filter: string | null): ((row: Readonly<Record<string, string | number>>) => boolean) | undefined {
  if (filter === null) return () => true;
  const [, column = "", operator, quoted, number] =
    /^(\w+)\s+(begins|contains|is|=|eq|ge|le)\s+(?:'([^']*)'|(\d+))$/.exec(filter.trim()) ?? [];
  const value = quoted ?? Number(number);
  switch (operator) {
    case "begins":
      return (row) => String(row[column]).startsWith(String(value));
    case "contains":
      return (row) => String(row[column]).includes(String(value));
    case "ge":
      return (row) => Number(row[column]) >= Number(value);
    case "le":
      return (row) => Number(row[column]) <= Number(value);
    case undefined:
      return undefined;
    default:
      return (row) => row[column] === value;
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
