/** What Salesforce's jobs are asked to do, and what of that is refused before anything is sent. */
import type { FileSource } from "../jobs/source.ts";
import { checkLimit } from "../jobs/source.ts";
import { JobError } from "../runtime/errors.ts";

/** Formats of records. Archives with attachments (ZIP_XML, …) are sent by the steps alone. */
export type SalesforceFormat = "CSV" | "XML" | "JSON";

/** What every job has. */
interface JobRequest {
  /** API name of the object whose records are processed: `Account`, `Order__c`. */
  readonly object: string;
  /** Format of records and results; CSV where absent. */
  readonly contentType?: SalesforceFormat;
  /** `Serial` where records that share a parent lock each other out. */
  readonly concurrencyMode?: "Parallel" | "Serial";
}

/** Records to be written. */
export interface SalesforceUpload extends JobRequest {
  readonly operation: "insert" | "upsert" | "update" | "delete" | "hardDelete";
  /** Field by which an upsert recognizes records. */
  readonly externalIdFieldName?: string;
  /** Id of the assignment rule that cases or leads are put through. */
  readonly assignmentRuleId?: string;
  /** The records: CSV with a header, an array in JSON, or `sObjects` in XML. Split into batches by the limits of the API. */
  readonly file: FileSource;
  /** Records of a batch at the most: 10,000, which is the limit, where absent. Fewer where batches take too long. */
  readonly recordsPerBatch?: number;
  /** Keeps Salesforce from queueing a batch again that took too long. */
  readonly disableBatchRetry?: boolean;
  /** Line ends of long text in the data. */
  readonly lineEnding?: "LF" | "CRLF";
}

/** Records to be read. */
export interface SalesforceQuery extends JobRequest {
  readonly operation: "query" | "queryAll";
  /** The query, in SOQL. */
  readonly query: string;
  /** Splits the query by primary key into batches of their own. */
  readonly pkChunking?: true | PkChunking;
}

/** How a query is split. */
export interface PkChunking {
  /** Rows of a batch: 100,000 where absent, at most 250,000. */
  readonly chunkSize?: number;
  /** Object whose sharing rows belong to: for queries of sharing objects. */
  readonly parent?: string;
  /** Id of the record to begin with. */
  readonly startRow?: string;
}

/** A job to submit. */
export type SalesforceRequest = SalesforceUpload | SalesforceQuery;

/** Documented limits of the API. */
export const limits = {
  recordsPerBatch: 10_000,
  bytesPerBatch: 10_000_000,
  batchesPerDay: 15_000,
  chunkSize: 250_000,
} as const;

/** Whether a job reads. */
export function isQuery(request: SalesforceRequest): request is SalesforceQuery {
  return request.operation === "query" || request.operation === "queryAll";
}

/**
 * Checks what can be seen without the file.
 *
 * @throws JobError `job.request`, `job.limit`
 */
export function checkRequest(request: SalesforceRequest): void {
  if (request.object === "") throw incomplete("it names no object");
  if (isQuery(request)) {
    if (request.query.trim() === "") throw incomplete("its query is empty");
    const { chunkSize } = typeof request.pkChunking === "object" ? request.pkChunking : {};
    if (chunkSize !== undefined) {
      wholeNumber("chunkSize", chunkSize);
      checkLimit("Salesforce", "rows in a chunk", limits.chunkSize, chunkSize);
    }
    return;
  }
  if (request.operation === "upsert" && !request.externalIdFieldName) {
    throw incomplete("an upsert needs externalIdFieldName");
  }
  if (request.recordsPerBatch !== undefined) {
    wholeNumber("recordsPerBatch", request.recordsPerBatch);
    checkLimit("Salesforce", "records in a batch", limits.recordsPerBatch, request.recordsPerBatch);
  }
  checkLimit("Salesforce", "bytes in 24 hours", limits.batchesPerDay * limits.bytesPerBatch, request.file.size);
}

/** The header that asks for chunking. */
export function chunkingHeader(chunking: true | PkChunking): string {
  if (chunking === true) return "true";
  const { chunkSize, parent, startRow } = chunking;
  const parts = Object.entries({ chunkSize, parent, startRow }).filter(([, value]) => value !== undefined);
  return parts.length === 0 ? "true" : parts.map(([name, value]) => `${name}=${String(value)}`).join("; ");
}

function wholeNumber(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) throw incomplete(`${name} has to be a whole number from 1 on`);
}

/** A request that cannot be carried out. */
export function incomplete(why: string): JobError {
  return new JobError("job.request", `The job cannot be submitted: ${why}`);
}
