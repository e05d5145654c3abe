/** Salesforce's jobs and batches: states, counts, messages. */
import type { Context } from "./context.ts";
import { field, optional, type Field } from "./fields.ts";
import { salesforceId } from "./salesforce-ids.ts";
import { strangeWord } from "./context.ts";
import type { Walk } from "./walk.ts";

/** What the records of a job are written in. */
export type SalesforceFormat = "XML" | "CSV" | "JSON";

/** A batch of a job. */
export interface Batch {
  readonly id: string;
  readonly created: Date;
  readonly walk: Walk;
  readonly records: number;
  readonly failed: number;
  /** As it was sent; undefined where it was too much to be kept. */
  readonly request: string | undefined;
  /** Bytes of a row that a query finds, at the least. */
  readonly rowBytes?: number;
}

/** A job and its batches. */
export interface Job {
  readonly id: string;
  readonly created: Date;
  readonly version: string;
  readonly operation: string;
  readonly object: string;
  readonly externalIdFieldName: string | undefined;
  readonly concurrencyMode: string;
  readonly contentType: SalesforceFormat;
  readonly walk: Walk;
  readonly batches: Map<string, Batch>;
  /** Whether queries are split by primary key. */
  readonly chunking: boolean;
  /** Batches that PK chunking is about to add. */
  chunks: number;
}

/** How far a batch is, as a call sees it. */
interface BatchView {
  readonly word: string;
  readonly processed: number;
  readonly failed: number;
  readonly milliseconds: number;
}

function viewOf(batch: Batch, view: string, strange?: string): BatchView {
  const { word, progress } = batch.walk.look(view, strange);
  const ended = word === "Completed";
  const running = word === "InProgress" ? Math.floor(batch.records * progress) : 0;
  const processed = ended ? batch.records : running;
  return { word, processed, failed: ended ? batch.failed : 0, milliseconds: processed * 4 };
}

/** The fields of a batch. */
export function batchFields(job: Job, batch: Batch, view: string, context: Context): readonly Field[] {
  const { word, processed, failed, milliseconds } = viewOf(batch, view, strangeWord(context, "salesforce"));
  const message = "InvalidBatch : Failed to process the batch: the records could not be read";
  return [
    field("id", batch.id),
    field("jobId", job.id),
    field("state", word),
    ...optional("stateMessage", word === "Failed" ? message : undefined),
    field("createdDate", date(batch.created, job.contentType === "JSON")),
    ...optional("systemModstamp", date(new Date(), job.contentType === "JSON")),
    field("numberRecordsProcessed", processed),
    ...optional("numberRecordsFailed", failed),
    ...optional("totalProcessingTime", milliseconds),
    ...optional("apiActiveProcessingTime", Math.floor(milliseconds / 2)),
    ...optional("apexProcessingTime", 0),
  ];
}

/** The fields of a job. The contract has all of them optional: id, state and the numbers of batches are kept always. */
export function jobFields(job: Job, context: Context, json: boolean): readonly Field[] {
  const { word } = job.walk.look("job", strangeWord(context, "salesforce"));
  const views = [...job.batches.values()].map((batch) => viewOf(batch, "job"));
  const count = (state: string): number => views.filter((one) => one.word === state).length;
  const sum = (pick: (view: BatchView) => number): number => views.reduce((total, one) => total + pick(one), 0);
  const time = sum((one) => one.milliseconds);
  return [
    field("id", job.id),
    ...optional("operation", job.operation),
    ...optional("object", job.object),
    ...optional("createdById", salesforceId("005", 1)),
    ...optional("createdDate", date(job.created, json)),
    ...optional("systemModstamp", date(new Date(), json)),
    field("state", word),
    ...optional("externalIdFieldName", job.externalIdFieldName),
    ...optional("concurrencyMode", job.concurrencyMode),
    ...optional("contentType", job.contentType),
    field("numberBatchesQueued", count("Queued")),
    field("numberBatchesInProgress", count("InProgress")),
    field("numberBatchesCompleted", count("Completed")),
    field("numberBatchesFailed", count("Failed")),
    field("numberBatchesTotal", views.length),
    ...optional(
      "numberRecordsProcessed",
      sum((one) => one.processed),
    ),
    ...optional("numberRetries", 0),
    // Text in XML, a number in JSON.
    ...optional("apiVersion", json ? Number(job.version) : job.version),
    ...optional(
      "numberRecordsFailed",
      sum((one) => one.failed),
    ),
    ...optional("totalProcessingTime", time),
    ...optional("apiActiveProcessingTime", Math.floor(time / 2)),
    ...optional("apexProcessingTime", 0),
  ];
}

/** A date as the format has it: JSON's offset lacks the colon. */
function date(instant: Date, json: boolean): string {
  const text = instant.toISOString();
  return json ? text.replace("Z", "+0000") : text;
}

/** How many records a batch's body has; never none, so that a batch has something to do. */
export function countRecords(format: SalesforceFormat, body: string): number {
  if (format === "CSV") return Math.max(1, body.split(/\r?\n/).filter((line) => line !== "").length - 1);
  if (format === "XML") return Math.max(1, body.match(/<(?:\w+:)?sObject[\s>]/g)?.length ?? 0);
  const parsed: unknown = JSON.parse(body);
  return Array.isArray(parsed) ? Math.max(1, parsed.length) : 1;
}
