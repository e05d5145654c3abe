/** The jobs and batches that the stand-in for Salesforce has. */
import type { JobHandle } from "../jobs/model.ts";
import type { Context } from "./context.ts";
import { mediaType, type Call } from "./http.ts";
import type { SandboxJob } from "./options.ts";
import { failedRecordsOf, kindOf, outcomeOf, recordsOf, statesOf, type Walks } from "./outcomes.ts";
import { salesforceId } from "./salesforce-ids.ts";
import { countRecords, type Batch, type Job, type SalesforceFormat } from "./salesforce-jobs.ts";
import { SalesforceError } from "./salesforce-messages.ts";
import { isQuery } from "./salesforce-results.ts";
import { Walk } from "./walk.ts";

const vendor = "salesforce";

/** Version of the API that the sandbox's endpoint names. */
export const salesforceVersion = "67.0";

const batchWalks: Walks = {
  succeeded: ["Queued", "InProgress", "InProgress", "Completed"],
  "partially-failed": ["Queued", "InProgress", "InProgress", "Completed"],
  failed: ["Queued", "InProgress", "Failed"],
  aborted: ["Queued", "NotProcessed"],
};

/** Rows that every query finds. */
const queryRows = 3;

/** Limits of a batch. */
const mostRecords = 10_000;
const mostBytes = 10_000_000;

/** Characters of all batches that are kept. */
const keptInAll = 50_000_000;

/** Media types of records. */
export const mediaTypes: Readonly<Record<SalesforceFormat, string>> = {
  XML: "application/xml",
  CSV: "text/csv",
  JSON: "application/json",
};

/** Jobs and their batches, and what is done with them. Methods throw SalesforceError. */
export class SalesforceStore {
  readonly jobs: Map<string, Job> = new Map();
  readonly #context: Context;
  #nextId = 1;
  /** Characters of batches that are kept. */
  #kept = 0;

  constructor(context: Context) {
    this.#context = context;
  }

  /** See `Sandbox`. */
  addJob(asked: SandboxJob): JobHandle {
    const kind = kindOf(asked, ["job", "batch", "batch-list"]);
    const { states, ...rest } = asked;
    const aborted = outcomeOf(asked) === "aborted";
    const jobStates = (kind === "job" ? states : undefined) ?? (aborted ? ["Open", "Aborted"] : ["Closed"]);
    const job = this.create(
      { operation: "insert", object: "Account", contentType: "XML" },
      salesforceVersion,
      jobStates,
    );
    const batchStates = statesOf(kind === "job" || states === undefined ? rest : { ...rest, states }, batchWalks);
    if (asked.resultRows !== undefined) return this.#queryJob(asked, asked.resultRows, batchStates, kind);
    const batches = asked.batches ?? 1;
    for (let number = 0; number < batches; number += 1) {
      const share = (total: number): number =>
        Math.floor((total * (number + 1)) / batches) - Math.floor((total * number) / batches);
      this.#addBatch(job, batchStates, share(recordsOf(asked)), share(failedRecordsOf(asked)), undefined);
    }
    const batch = job.batches.keys().next().value;
    return kind === "batch" && batch !== undefined
      ? { vendor, kind, id: batch, parent: job.id }
      : { vendor, kind, id: job.id };
  }

  /** A job whose one batch has found that many rows. */
  #queryJob(
    { rowBytes = 0 }: SandboxJob,
    rows: number,
    states: readonly string[],
    kind: "job" | "batch" | "batch-list",
  ): JobHandle {
    const job = this.create({ operation: "query", object: "Account", contentType: "CSV" }, salesforceVersion, [
      "Closed",
    ]);
    const batch = { ...this.#addBatch(job, states, rows, 0, "SELECT Id, Name FROM Account"), rowBytes };
    job.batches.set(batch.id, batch);
    return kind === "batch" ? { vendor, kind, id: batch.id, parent: job.id } : { vendor, kind, id: job.id };
  }

  /** Makes a job. */
  create(
    info: Readonly<Record<string, string>>,
    version: string,
    states: readonly string[] | undefined,
    chunking = false,
  ): Job {
    const format = (["XML", "CSV", "JSON"] as const).find((one) => one === (info["contentType"] ?? "XML"));
    if (format === undefined)
      throw new SalesforceError("UnsupportedContentType", `Unsupported: ${info["contentType"] ?? ""}`);
    const job: Job = {
      id: salesforceId("750", this.#nextId),
      created: this.#now("createJob"),
      version,
      operation: info["operation"] ?? "",
      object: info["object"] ?? "",
      externalIdFieldName: info["externalIdFieldName"],
      concurrencyMode: info["concurrencyMode"] ?? "Parallel",
      contentType: format,
      walk: new Walk(states ?? ["Open"], this.#context.step),
      batches: new Map(),
      chunking,
      chunks: 0,
    };
    this.#nextId += 1;
    this.jobs.set(job.id, job);
    return job;
  }

  /** Closes or aborts a job. */
  changeState(job: Job, state: string | undefined): void {
    if (state !== "Closed" && state !== "Aborted")
      throw new SalesforceError("InvalidJobState", `Invalid state: ${state ?? ""}`);
    const { word } = job.walk.here();
    // A closed job may still be aborted.
    if (word !== "Open" && (state === "Closed" || word !== "Closed")) {
      throw new SalesforceError("InvalidJobState", "The job is not open");
    }
    job.walk.end(state);
    if (state === "Closed") return;
    // Batches that run already are let run to their end.
    for (const batch of job.batches.values()) if (batch.walk.here().word === "Queued") batch.walk.end("NotProcessed");
  }

  /** Takes a batch in. */
  submit(job: Job, call: Call): Batch {
    if (job.walk.here().word !== "Open") throw new SalesforceError("InvalidJobState", "The job is not open");
    if (mediaType(call) !== mediaTypes[job.contentType]) {
      throw new SalesforceError("ClientInputError", `The job's content type is ${job.contentType}`);
    }
    if (call.text.length > mostBytes)
      throw new SalesforceError("InvalidBatch", "The batch has more than 10000000 bytes");
    // A query comes as text in SOQL, whatever the content type says.
    if (isQuery(job)) return this.#submitQuery(job, call.text);
    const records = recordsIn(job.contentType, call.text);
    if (records > mostRecords) throw new SalesforceError("InvalidBatch", "Records exceeded max of 10000");
    const failing = this.#context.faults.take("failed-rows", vendor, "createBatch") !== undefined;
    const failed = failing ? Math.ceil(records / 2) : 0;
    const kept = this.#kept + call.text.length <= keptInAll ? call.text : undefined;
    this.#kept += kept?.length ?? 0;
    return this.#addBatch(job, statesOf({ vendor }, batchWalks), records, failed, kept);
  }

  #submitQuery(job: Job, query: string): Batch {
    if (job.chunking) job.chunks = 2;
    const states = job.chunking ? ["NotProcessed"] : statesOf({ vendor }, batchWalks);
    return this.#addBatch(job, states, job.chunking ? 0 : queryRows, 0, query);
  }

  /** Chunks join the job after a while: when its batches have been asked for once. */
  addChunks(job: Job, operation: string): void {
    if (operation !== "listBatches" && operation !== "getJob") return;
    const [first] = job.batches.values();
    for (; job.chunks > 0; job.chunks -= 1) {
      this.#addBatch(job, statesOf({ vendor }, batchWalks), queryRows, 0, first?.request);
    }
  }

  /** The clock of the organization. */
  #now(operation: string): Date {
    const skewed = this.#context.faults.take("clock-skew", vendor, operation) !== undefined;
    return new Date(Date.now() + (skewed ? 3_600_000 : 0));
  }

  #addBatch(job: Job, states: readonly string[], records: number, failed: number, request: string | undefined): Batch {
    const id = salesforceId("751", this.#nextId);
    this.#nextId += 1;
    const created = this.#now("createBatch");
    const batch = { id, created, walk: new Walk(states, this.#context.step), records, failed, request };
    job.batches.set(id, batch);
    return batch;
  }
}

/** Counts the records of a batch. Throws SalesforceError where they cannot be told. */
function recordsIn(format: SalesforceFormat, text: string): number {
  try {
    return countRecords(format, text);
  } catch {
    throw new SalesforceError("InvalidBatch", "The records could not be read");
  }
}

/** A body as text; what is beyond the limit of a batch is let go of. Throws SalesforceError. */
export async function collected(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.byteLength;
    if (size <= mostBytes) chunks.push(piece);
  }
  if (size > mostBytes) throw new SalesforceError("InvalidBatch", `The batch has more than ${mostBytes} bytes`);
  return Buffer.concat(chunks).toString("utf8");
}
