/** SuperOffice's batch tasks: states, members, dates. */
import { strangeWord, type Context } from "./context.ts";
import { field, optional, type Field } from "./fields.ts";
import type { SandboxJob } from "./options.ts";
import { failedRecordsOf, outcomeOf, recordsOf, statesOf, type Walks } from "./outcomes.ts";
import { Walk, type Position } from "./walk.ts";

/** The states by their number in the archive; the spelling is the API's. */
export const taskStates: readonly string[] = [
  "Unknown",
  "New",
  "Aquired",
  "Started",
  "Succeeded",
  "Failed",
  "SucceededManualCleanup",
];

const walks: Walks = {
  succeeded: ["New", "Aquired", "Started", "Started", "Succeeded"],
  failed: ["New", "Aquired", "Started", "Failed"],
};

const ended: ReadonlySet<string> = new Set(["Succeeded", "Failed", "SucceededManualCleanup"]);

/** How dates are written, as the client's headers and the sandbox's drift want it. */
export type DateStyle = "local" | "utc" | "offset";

/** A task. */
export class Task {
  readonly id: number;
  readonly walk: Walk;
  readonly cancellation: string;
  readonly #created: Date;
  readonly #name: string;
  readonly #records: number;
  readonly #failed: number;
  #description: string | null;
  #request: string | null;
  #response: string | null = null;
  #started: Date | undefined;

  constructor(
    id: number,
    job: SandboxJob,
    step: number,
    info: ReadonlyMap<string, unknown> = new Map(),
    created: Date = new Date(),
  ) {
    this.id = id;
    this.cancellation = job.cancellation ?? "CanCancel";
    this.#created = created;
    this.walk = new Walk(statesOf(job, walks), step);
    this.#name = textOf(info, "Name") ?? "Email Campaign Export";
    this.#description = textOf(info, "Description");
    this.#request = textOf(info, "Request");
    this.#records = recordsOf(job);
    this.#failed = outcomeOf(job) === "failed" ? failedRecordsOf(job) : 0;
  }

  /** Whether the task is over. */
  get ended(): boolean {
    return ended.has(this.walk.here().word);
  }

  /** What a client may change afterwards: state, description, response and request. */
  update(info: ReadonlyMap<string, unknown>): void {
    const state = textOf(info, "State");
    if (state !== null && state !== this.walk.here().word) this.walk.end(state);
    this.#description = textOf(info, "Description") ?? this.#description;
    this.#response = textOf(info, "Response") ?? this.#response;
    this.#request = textOf(info, "Request") ?? this.#request;
  }

  /** What a status call sees. */
  look(context: Context, view: string): Position {
    return this.walk.look(view, strangeWord(context, "superoffice"));
  }

  /** The members at a position; most may be null, though the contract does not say so. */
  members({ word, progress }: Position, style: DateStyle): readonly Field[] {
    if (word !== "New") this.#started ??= new Date();
    const done = ended.has(word);
    const succeeded = done && word !== "Failed";
    const processed = `${this.#records} records, ${this.#failed} failed`;
    return [
      field("Id", this.id),
      ...optional("Name", this.#name),
      ...optional("AssociateId", 113),
      ...optional("DetailsTable", 0),
      ...optional("DetailsRecord", 0),
      ...optional("IsSystemTask", false),
      ...optional("IsInternalTask", false),
      ...optional("ParameterObject", null),
      ...optional("LastStarted", this.#started === undefined ? nullDate(style) : dateText(this.#started, style)),
      ...optional("Created", dateText(this.#created, style)),
      ...optional("StartCount", this.#started === undefined ? 0 : 1),
      ...optional("DatabaseSerialNumber", "1358843"),
      ...optional("Context", null),
      ...optional("Result", done ? processed : null),
      field("State", word),
      ...optional("Description", this.#description),
      ...optional("Response", done ? (this.#response ?? processed) : this.#response),
      ...optional("Request", this.#request),
      ...optional("ProgressDescription", word === "Started" ? "Processing records" : null),
      ...optional("ProgressPercent", Math.floor(progress * 100)),
      ...optional("FileName", succeeded ? `export_${this.id}.csv` : null),
      ...optional("CancellationBehaviour", this.cancellation),
      ...optional("TableRight", null),
      ...optional("FieldProperties", null),
    ];
  }

  /** The columns of the archive: other names and numbers than the task's own members. */
  row(): Readonly<Record<string, string | number>> {
    const state = taskStates.indexOf(this.walk.here().word);
    return { PrimaryKey: String(this.id), EntityName: "batchTask", id: this.id, name: this.#name, state };
  }
}

function textOf(info: ReadonlyMap<string, unknown>, name: string): string | null {
  const value = info.get(name);
  return typeof value === "string" ? value : null;
}

/** What stands for "no date": recognisable by its year alone. */
function nullDate(style: DateStyle): string {
  const suffix: Readonly<Record<DateStyle, string>> = { local: "", utc: "Z", offset: "+01:00" };
  return style === "offset" ? `0001-01-01T01:00:00${suffix.offset}` : `0001-01-01T00:00:00${suffix[style]}`;
}

function dateText(instant: Date, style: DateStyle): string {
  const seconds = instant.toISOString().slice(0, 19);
  if (style === "local") return seconds;
  if (style === "utc") return `${seconds}Z`;
  const twoHoursOn = new Date(instant.getTime() + 2 * 3_600_000).toISOString();
  return `${twoHoursOn.slice(0, 23)}0302+02:00`;
}
