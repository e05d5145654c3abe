/** eBay's recurring jobs: reports at regular times. Their clock does not run: activating one runs it once. */
import type { EbayJob } from "./ebay-jobs.ts";
import { EbayRefusal } from "./ebay-messages.ts";
import { field, optional, type Field } from "./fields.ts";
import { childText, type Element } from "./xml.ts";

/** The operations. */
export const recurringOperations = [
  "abortRecurringJobExecution",
  "activateRecurringJob",
  "createRecurringJob",
  "deleteRecurringJob",
  "getRecurringJobExecutionHistory",
  "getRecurringJobExecutionStatus",
  "getRecurringJobs",
  "suspendRecurringJob",
] as const;

/** One of them. */
export type RecurringOperation = (typeof recurringOperations)[number];

interface RecurringJob {
  readonly id: string;
  readonly type: string;
  readonly created: Date;
  readonly frequency: string | undefined;
  readonly runs: EbayJob[];
  active: boolean;
}

/** The recurring jobs of a seller. */
export class RecurringJobs {
  readonly #run: (type: string) => EbayJob;
  readonly #jobs = new Map<string, RecurringJob>();
  readonly #byUuid = new Map<string, string>();

  /** `run` starts a report of a type. */
  constructor(run: (type: string) => EbayJob) {
    this.#run = run;
  }

  /** The fields of an answer. Throws EbayRefusal. */
  perform(operation: RecurringOperation, request: Element): readonly Field[] {
    if (operation === "createRecurringJob") return [field("recurringJobId", this.#create(request))];
    if (operation === "getRecurringJobs") return [...this.#jobs.values()].map(detailOf);
    const id = childText(request, "recurringJobId") ?? "";
    const job = this.#jobs.get(id);
    if (job === undefined) throw refusal(`There is no recurring job ${id}`);
    switch (operation) {
      case "deleteRecurringJob":
        this.#jobs.delete(id);
        return [];
      case "activateRecurringJob":
        job.active = true;
        job.runs.push(this.#run(job.type));
        return [];
      case "suspendRecurringJob":
        job.active = false;
        return [];
      case "abortRecurringJobExecution":
        job.runs.at(-1)?.walk.end("Aborted");
        return [];
      case "getRecurringJobExecutionStatus":
        return job.runs.slice(-1).map((run) => run.profile(run.walk.look("status")));
      case "getRecurringJobExecutionHistory":
        return job.runs.map((run) => run.profile(run.walk.here()));
    }
  }

  #create(request: Element): string {
    const type = childText(request, "downloadJobType");
    const uuid = childText(request, "UUID");
    if (type === undefined || uuid === undefined) throw refusal("downloadJobType and UUID are required");
    const id = this.#byUuid.get(uuid) ?? String(9_000_001 + this.#byUuid.size);
    this.#byUuid.set(uuid, id);
    const frequency = childText(request, "frequencyInMinutes");
    this.#jobs.set(id, { id, type, created: new Date(), frequency, runs: [], active: true });
    return id;
  }
}

function detailOf({ id, type, created, frequency, active }: RecurringJob): Field {
  return field("recurringJobDetail", [
    field("recurringJobId", id),
    field("creationTime", created.toISOString()),
    ...optional("frequencyInMinutes", frequency),
    field("downloadJobType", type),
    field("jobStatus", active ? "Active" : "Suspended"),
  ]);
}

function refusal(message: string): EbayRefusal {
  return new EbayRefusal({ errorId: 4, domain: "Marketplace", category: "Application", message });
}
