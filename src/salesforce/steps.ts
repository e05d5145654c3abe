/** Single calls of Salesforce's Bulk API, each repeated where that is safe. */
import type { AsyncApi, BatchInfo, JobInfo } from "../../generated/salesforce/async-api.ts";
import { callOptions, dataOf } from "../jobs/answer.ts";
import type { Calls } from "../jobs/calls.ts";
import type { VerbOptions } from "../jobs/submit.ts";
import { JobError } from "../runtime/errors.ts";
import type { XmlClient } from "../runtime/service.ts";
import { refusalOf } from "./refusal.ts";
import { chunkingHeader, isQuery, type SalesforceFormat, type SalesforceRequest } from "./request.ts";

/** The steps that `submit` is made of, each callable alone. */
export interface SalesforceSteps {
  /** Creates a job: open, without batches. What belongs to its data (`file`, `query`) is not looked at. */
  createJob(request: SalesforceRequest, options?: VerbOptions): Promise<JobInfo>;
  /**
   * Adds a batch as it is: at most 10,000 records and 10,000,000 bytes. Never repeated where it may have been carried out; whether
   * it was, `listBatches` of the client tells.
   */
  addBatch(
    jobId: string,
    contentType: SalesforceFormat,
    content: string | Uint8Array<ArrayBuffer>,
    options?: VerbOptions,
  ): Promise<BatchInfo>;
  /** Says that no batches will follow. A job that is closed already is answered as it is. */
  closeJob(jobId: string, options?: VerbOptions): Promise<JobInfo>;
  /** Aborts a job. Batches that are in progress run to their end. A job that is aborted already is answered as it is. */
  abortJob(jobId: string, options?: VerbOptions): Promise<JobInfo>;
}

const mediaTypes: Readonly<Record<SalesforceFormat, string>> = {
  CSV: "text/csv; charset=UTF-8",
  XML: "application/xml; charset=UTF-8",
  JSON: "application/json; charset=UTF-8",
};

/** Makes the steps. */
export function stepsOf(client: XmlClient<AsyncApi>, calls: Calls): SalesforceSteps {
  const changeState = (jobId: string, state: "Closed" | "Aborted", options: VerbOptions): Promise<JobInfo> =>
    calls.repeated(async () => {
      const path = { jobId };
      try {
        return dataOf(await client.updateJob({ path, body: { state } }, callOptions(options)), refusalOf);
      } catch (error) {
        // The call before this one may have been carried out without its answer arriving.
        if (!(error instanceof JobError) || error.vendorCode !== "InvalidJobState") throw error;
        const info = dataOf(await client.getJob({ path }, callOptions(options)), refusalOf);
        if (info.state === state) return info;
        throw error;
      }
    }, options);
  return {
    createJob: (request, options = {}) =>
      calls.carefully(async () => {
        const call = { body: jobInfoOf(request), headers: headersOf(request) };
        return dataOf(await client.createJob(call, callOptions(options)), refusalOf);
      }, options),
    addBatch: (jobId, contentType, content, options = {}) =>
      calls.carefully(() => sendBatch(client, jobId, contentType, content, options), options),
    closeJob: (jobId, options = {}) => changeState(jobId, "Closed", options),
    abortJob: (jobId, options = {}) => changeState(jobId, "Aborted", options),
  };
}

/** Milliseconds for a batch of 10 MB over a slow line. */
const UPLOAD_DEADLINE = 600_000;

/** The one call that adds a batch. */
export async function sendBatch(
  client: XmlClient<AsyncApi>,
  jobId: string,
  contentType: SalesforceFormat,
  content: string | Uint8Array<ArrayBuffer>,
  options: VerbOptions,
): Promise<BatchInfo> {
  const body = { contentType: mediaTypes[contentType], content };
  const ends = callOptions({ deadline: UPLOAD_DEADLINE, ...options });
  return dataOf(await client.addBatch({ path: { jobId }, body }, ends), refusalOf);
}

function jobInfoOf(request: SalesforceRequest): JobInfo {
  const { operation, object, contentType = "CSV", concurrencyMode } = request;
  const { externalIdFieldName, assignmentRuleId } = isQuery(request) ? {} : request;
  return {
    operation,
    object,
    contentType,
    ...(concurrencyMode === undefined ? {} : { concurrencyMode }),
    ...(externalIdFieldName === undefined ? {} : { externalIdFieldName }),
    ...(assignmentRuleId === undefined ? {} : { assignmentRuleId }),
  };
}

function headersOf(request: SalesforceRequest): AsyncApi["createJob"]["headers"] {
  if (isQuery(request)) {
    return request.pkChunking === undefined ? {} : { pkChunking: chunkingHeader(request.pkChunking) };
  }
  return {
    ...(request.disableBatchRetry === true ? { disableBatchRetry: "TRUE" } : {}),
    ...(request.lineEnding === undefined ? {} : { lineEnding: request.lineEnding }),
  };
}
