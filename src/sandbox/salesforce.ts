/** Stand-in for Salesforce's Bulk API 1.0. */
import type { JobHandle, Vendor } from "../jobs/model.ts";
import type { Context } from "./context.ts";
import { credentials } from "./credentials.ts";
import { field, type Field } from "./fields.ts";
import { mediaType, type Answer, type Call, type CallHead, type StandIn } from "./http.ts";
import type { SandboxJob } from "./options.ts";
import { failedRecordsOf, kindOf, outcomeOf, recordsOf, statesOf, type Walks } from "./outcomes.ts";
import { salesforceId } from "./salesforce-ids.ts";
import {
  batchFields,
  countRecords,
  jobFields,
  type Batch,
  type Job,
  type SalesforceFormat,
} from "./salesforce-jobs.ts";
import {
  contentType,
  errorAnswer,
  jsonMessage,
  readJobInfo,
  SalesforceError,
  xmlMessage,
} from "./salesforce-messages.ts";
import {
  isQuery,
  queryCsv,
  queryFields,
  queryJson,
  queryResultId,
  resultCsv,
  resultFields,
  resultJson,
} from "./salesforce-results.ts";
import { fileAnswer } from "./send.ts";
import { salesforceOperation } from "./salesforce-routes.ts";
import { Walk } from "./walk.ts";

const vendor = "salesforce";

/** Version of the API that the sandbox's endpoint names. */
export const salesforceVersion = "67.0";

/** Versions before it are switched off. */
const oldestVersion = 31;

const root = /^\/services\/async\/([^/]+)\/(.*)$/;

const batchWalks: Walks = {
  succeeded: ["Queued", "InProgress", "InProgress", "Completed"],
  "partially-failed": ["Queued", "InProgress", "InProgress", "Completed"],
  failed: ["Queued", "InProgress", "Failed"],
  aborted: ["Queued", "NotProcessed"],
};

const operations: ReadonlySet<string> = new Set([
  "insert",
  "upsert",
  "update",
  "delete",
  "hardDelete",
  "query",
  "queryAll",
]);

/** Rows that every query finds. */
const queryRows = 3;

/** Limits of a batch. */
const mostRecords = 10_000;
const mostBytes = 10_000_000;

/** Bytes of a batch above which it is taken in as it comes, and of all batches that are kept. */
const keptBytes = 1_000_000;
const keptInAll = 50_000_000;

/** Stand-in for jobs, batches and their results. */
export class Salesforce implements StandIn {
  readonly vendor: Vendor = vendor;
  readonly #context: Context;
  readonly #jobs = new Map<string, Job>();
  #nextId = 1;
  /** Characters of batches that are kept. */
  #kept = 0;

  constructor(context: Context) {
    this.#context = context;
  }

  owns(path: string): boolean {
    return root.test(path);
  }

  addJob(asked: SandboxJob): JobHandle {
    const kind = kindOf(asked, ["job", "batch", "batch-list"]);
    const { states, ...rest } = asked;
    const aborted = outcomeOf(asked) === "aborted";
    const jobStates = (kind === "job" ? states : undefined) ?? (aborted ? ["Open", "Aborted"] : ["Closed"]);
    const job = this.#create(
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
    const job = this.#create({ operation: "query", object: "Account", contentType: "CSV" }, salesforceVersion, [
      "Closed",
    ]);
    const batch = { ...this.#addBatch(job, states, rows, 0, "SELECT Id, Name FROM Account"), rowBytes };
    job.batches.set(batch.id, batch);
    return kind === "batch" ? { vendor, kind, id: batch.id, parent: job.id } : { vendor, kind, id: job.id };
  }

  /** Large batches are counted and let go of. */
  streams(head: CallHead): boolean {
    const length = Number(head.headers["content-length"] ?? Infinity);
    return this.operationOf(head) === "createBatch" && length > keptBytes;
  }

  operationOf({ method, path }: CallHead): string {
    const [, , rest] = root.exec(path) ?? [];
    return salesforceOperation(method, (rest ?? "").split("/"));
  }

  async answer(call: Call): Promise<Answer> {
    const [, version, rest] = root.exec(call.path) ?? [];
    const steps = (rest ?? "").split("/");
    const operation = salesforceOperation(call.method, steps);
    const job = this.#jobs.get(steps[1] ?? "");
    const json = job === undefined ? mediaType(call) === "application/json" : job.contentType === "JSON";
    try {
      this.#admit(call, version ?? "", job, operation);
      const content = call.content === undefined ? undefined : await collected(call.content);
      const whole = content === undefined ? call : { ...call, text: content };
      return { operation, ...this.#perform(operation, whole, version ?? "", steps, json) };
    } catch (error) {
      if (!(error instanceof SalesforceError)) throw error;
      return errorAnswer(this.#context, operation, error, json);
    }
  }

  #admit(call: Call, version: string, job: Job | undefined, operation: string): void {
    const number = /^\d+\.0$/.test(version) ? Number(version) : 0;
    if (number < oldestVersion || number > Number(salesforceVersion)) {
      throw new SalesforceError("InvalidVersion", `The API version ${version} is not supported`);
    }
    const { faults } = this.#context;
    const expired = faults.take("expired-token", vendor, operation) !== undefined;
    if (expired || call.headers["x-sfdc-session"] !== credentials.salesforce.sessionId) {
      throw new SalesforceError("InvalidSessionId", "Invalid session id");
    }
    if (job !== undefined && faults.take("vanished", vendor, operation) !== undefined) {
      throw new SalesforceError("InvalidJob", `Unable to find the job ${job.id}`);
    }
    if (job !== undefined && job.version !== version) {
      throw new SalesforceError("InvalidVersion", `The job was made with the API version ${job.version}`);
    }
  }

  #perform(
    operation: string,
    call: Call,
    version: string,
    steps: readonly string[],
    json: boolean,
  ): Omit<Answer, "operation"> {
    if (operation === "createJob")
      return this.#info("jobInfo", jobFields(this.#createJob(call, version, json), this.#context, json), json, 201);
    const job = this.#jobs.get(steps[1] ?? "");
    if (job !== undefined) this.#addChunks(job, operation);
    if (job === undefined) throw new SalesforceError("InvalidJob", `Unable to find the job ${steps[1] ?? ""}`);
    switch (operation) {
      case "getJob":
        return this.#info("jobInfo", jobFields(job, this.#context, json), json);
      case "updateJob":
        this.#changeState(
          job,
          readJobInfo(this.#context, call.text, mediaType(call) === "application/json").get("state"),
        );
        return this.#info("jobInfo", jobFields(job, this.#context, json), json);
      case "createBatch":
        return this.#info("batchInfo", batchFields(job, this.#submit(job, call), "batch", this.#context), json, 201);
      case "listBatches": {
        const batches = [...job.batches.values()];
        const fields = batches.map((batch) => field("batchInfo", batchFields(job, batch, "list", this.#context)));
        return this.#info("batchInfoList", fields, json);
      }
    }
    const batch = job.batches.get(steps[3] ?? "");
    if (batch === undefined) throw new SalesforceError("InvalidBatch", `Unable to find the batch ${steps[3] ?? ""}`);
    switch (operation) {
      case "getBatch":
        return this.#info("batchInfo", batchFields(job, batch, "batch", this.#context), json);
      case "getBatchRequest":
        if (batch.request === undefined)
          throw new SalesforceError("InvalidBatch", "The sandbox has not kept the request");
        return { status: 200, contentType: recordsType(job.contentType), body: batch.request };
      case "getBatchResult":
        requireCompleted(batch);
        return this.#result(job, batch, json);
      case "getQueryResult":
        requireCompleted(batch);
        if (steps[5] !== queryResultId(batch)) throw new SalesforceError("InvalidBatch", "Unable to find the result");
        return this.#rows(job, batch, json, call.headers["range"]);
      default:
        throw new SalesforceError("InvalidUrl", `Destination URL not reset: ${call.method} ${call.path}`);
    }
  }

  #info(name: string, fields: readonly Field[], json: boolean, status = 200): Omit<Answer, "operation"> {
    const body = json ? jsonMessage(this.#context, fields) : xmlMessage(this.#context, name, fields);
    return { status, contentType: contentType(json), body };
  }

  #createJob(call: Call, version: string, json: boolean): Job {
    const info = readJobInfo(this.#context, call.text, json);
    const operation = info.get("operation") ?? "";
    if (!operations.has(operation)) throw new SalesforceError("InvalidJob", `Invalid operation: ${operation}`);
    if (!info.get("object")) throw new SalesforceError("InvalidJob", "The job names no object");
    if (operation === "upsert" && !info.get("externalIdFieldName")) {
      throw new SalesforceError("InvalidJob", "An upsert needs externalIdFieldName");
    }
    const chunking = call.headers["sforce-enable-pkchunking"];
    return this.#create(Object.fromEntries(info), version, undefined, chunking !== undefined && chunking !== "false");
  }

  #create(
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
    this.#jobs.set(job.id, job);
    return job;
  }

  #changeState(job: Job, state: string | undefined): void {
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

  #submit(job: Job, call: Call): Batch {
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
  #addChunks(job: Job, operation: string): void {
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

  #rows(job: Job, batch: Batch, json: boolean, range: string | undefined): Omit<Answer, "operation"> {
    if (job.contentType === "CSV") return { contentType: "text/csv", ...fileAnswer(queryCsv(batch), range) };
    const body = json ? queryJson(job, batch) : xmlMessage(this.#context, "queryResult", queryFields(job, batch));
    return { status: 200, contentType: contentType(json), body };
  }

  #result(job: Job, batch: Batch, json: boolean): Omit<Answer, "operation"> {
    if (isQuery(job)) {
      const id = queryResultId(batch);
      const body = json ? JSON.stringify([id]) : xmlMessage(this.#context, "result-list", [field("result", id)]);
      return { status: 200, contentType: contentType(json), body };
    }
    if (job.contentType === "CSV") return { status: 200, contentType: "text/csv", body: resultCsv(batch) };
    const body = json ? resultJson(batch) : xmlMessage(this.#context, "results", resultFields(batch));
    return { status: 200, contentType: contentType(json), body };
  }
}

const mediaTypes: Readonly<Record<SalesforceFormat, string>> = {
  XML: "application/xml",
  CSV: "text/csv",
  JSON: "application/json",
};

function requireCompleted(batch: Batch): void {
  if (batch.walk.here().word !== "Completed") throw new SalesforceError("InvalidBatch", "Batch not completed");
}

function recordsType(format: SalesforceFormat): string {
  return `${mediaTypes[format]};charset=UTF-8`;
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
async function collected(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.byteLength;
    if (size <= mostBytes) chunks.push(piece);
  }
  if (size > mostBytes) throw new SalesforceError("InvalidBatch", `The batch has more than ${mostBytes} bytes`);
  return Buffer.concat(chunks).toString("utf8");
}
