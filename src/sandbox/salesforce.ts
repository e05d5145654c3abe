/** Stand-in for Salesforce's Bulk API 1.0. */
import type { JobHandle, Vendor } from "../jobs/model.ts";
import type { Context } from "./context.ts";
import { credentials } from "./credentials.ts";
import { field, type Field } from "./fields.ts";
import { mediaType, type Answer, type Call, type CallHead, type StandIn } from "./http.ts";
import type { SandboxJob } from "./options.ts";
import { batchFields, jobFields, type Batch, type Job, type SalesforceFormat } from "./salesforce-jobs.ts";
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
import { collected, mediaTypes, SalesforceStore, salesforceVersion } from "./salesforce-store.ts";

const vendor = "salesforce";

/** Versions before it are switched off. */
const oldestVersion = 31;

const root = /^\/services\/async\/([^/]+)\/(.*)$/;

const operations: ReadonlySet<string> = new Set([
  "insert",
  "upsert",
  "update",
  "delete",
  "hardDelete",
  "query",
  "queryAll",
]);

/** Bytes of a batch above which it is taken in as it comes. */
const keptBytes = 1_000_000;

/** Stand-in for jobs, batches and their results. */
export class Salesforce implements StandIn {
  readonly vendor: Vendor = vendor;
  readonly #context: Context;
  readonly #store: SalesforceStore;

  constructor(context: Context) {
    this.#context = context;
    this.#store = new SalesforceStore(context);
  }

  addJob(asked: SandboxJob): JobHandle {
    return this.#store.addJob(asked);
  }

  owns(path: string): boolean {
    return root.test(path);
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
    const job = this.#store.jobs.get(steps[1] ?? "");
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
    const job = this.#store.jobs.get(steps[1] ?? "");
    if (job !== undefined) this.#store.addChunks(job, operation);
    if (job === undefined) throw new SalesforceError("InvalidJob", `Unable to find the job ${steps[1] ?? ""}`);
    switch (operation) {
      case "getJob":
        return this.#info("jobInfo", jobFields(job, this.#context, json), json);
      case "updateJob":
        this.#store.changeState(
          job,
          readJobInfo(this.#context, call.text, mediaType(call) === "application/json").get("state"),
        );
        return this.#info("jobInfo", jobFields(job, this.#context, json), json);
      case "createBatch":
        return this.#info(
          "batchInfo",
          batchFields(job, this.#store.submit(job, call), "batch", this.#context),
          json,
          201,
        );
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
    return this.#store.create(
      Object.fromEntries(info),
      version,
      undefined,
      chunking !== undefined && chunking !== "false",
    );
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

function requireCompleted(batch: Batch): void {
  if (batch.walk.here().word !== "Completed") throw new SalesforceError("InvalidBatch", "Batch not completed");
}

function recordsType(format: SalesforceFormat): string {
  return `${mediaTypes[format]};charset=UTF-8`;
}
