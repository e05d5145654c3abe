/** Results of Salesforce's jobs: what became of records, and what queries have found. */
import type { AsyncApi, BatchInfo, JobInfo } from "../../generated/salesforce/async-api.ts";
import { callOptions, dataOf } from "../jobs/answer.ts";
import { itemsOf } from "../jobs/blocks.ts";
import type { Calls } from "../jobs/calls.ts";
import type { JobHandle } from "../jobs/model.ts";
import {
  downloaded,
  rangeOf,
  type JobResults,
  type ReadOptions,
  type ResultFile,
  type ResultRow,
} from "../jobs/results.ts";
import { chunksOf } from "../jobs/source.ts";
import type { VerbOptions } from "../jobs/submit.ts";
import { JobError } from "../runtime/errors.ts";
import type { Result, XmlClient } from "../runtime/service.ts";
import { refusalOf } from "./refusal.ts";
import type { SalesforceFormat } from "./request.ts";
import { recordBlocks, verdictsOf, type RecordKind, type SalesforceRow } from "./rows.ts";

/** What reading results needs of the facade. */
export interface Reading {
  readonly client: XmlClient<AsyncApi>;
  readonly calls: Calls;
}

type File = ResultFile<SalesforceRow>;

/**
 * Results of a job, of all its batches, or of one batch.
 *
 * @throws JobError `job.no-results` where there are none (yet)
 */
export async function resultsOf(
  facade: Reading,
  handle: JobHandle<"salesforce">,
  options: VerbOptions,
): Promise<JobResults<SalesforceRow>> {
  const { client, calls } = facade;
  const jobId = handle.kind === "batch" ? (handle.parent ?? "") : handle.id;
  if (handle.submission !== undefined || jobId === "") {
    throw new JobError("job.handle", `The handle names no ${handle.kind} that could have results`);
  }
  const path = { jobId };
  const ends = callOptions(options);
  const job = await calls.repeated(async () => dataOf(await client.getJob({ path }, ends), refusalOf), options);
  const list = await calls.repeated(async () => dataOf(await client.listBatches({ path }, ends), refusalOf), options);
  const batches = list.batchInfo.filter(({ id }) => handle.kind !== "batch" || id === handle.id);
  const files: File[] = [];
  for (const batch of batches) files.push(...(await batchFiles(facade, job, batch, options)));
  if (files.length > 0) return { files };
  throw new JobError("job.no-results", `The ${handle.kind} ${handle.id} has no results (yet)`);
}

/** Files of one batch. */
async function batchFiles(
  facade: Reading,
  job: JobInfo,
  batch: BatchInfo,
  options: VerbOptions,
): Promise<readonly File[]> {
  const format = formatOf(job);
  const path = { jobId: batch.jobId, batchId: batch.id };
  const query = job.operation === "query" || job.operation === "queryAll";
  const { client } = facade;
  if (batch.state === "Completed" && query) {
    const list = await facade.calls.repeated(
      async () => dataOf(await client.getQueryResultList({ path }, callOptions(options)), refusalOf),
      options,
    );
    return list.result.map((resultId) => {
      const whole = { ...path, resultId };
      const open = (read: ReadOptions): Promise<Fetched> => client.getQueryResultFile({ path: whole }, signalOf(read));
      return fileOf(facade, `${batch.id}-${resultId}${endings[format]}`, open, (chunks) =>
        found(format, "found", resultId, chunks),
      );
    });
  }
  const request = (read: ReadOptions): Promise<Fetched> => client.getBatchRequest({ path }, signalOf(read));
  const sent = fileOf(facade, `${batch.id}-request${endings[format]}`, request, (chunks) =>
    found(format, "sent", batch.id, chunks),
  );
  if (hasResults(batch)) {
    const open = (read: ReadOptions): Promise<Fetched> => client.getBatchResultFile({ path }, signalOf(read));
    const name = `${batch.id}${endings[format]}`;
    return [fileOf(facade, name, open, (chunks, read) => judged(format, name, chunks, sent, read))];
  }
  if (query || (batch.state !== "Failed" && batch.state !== "NotProcessed")) return [];
  const why = batch.stateMessage ?? `The batch is ${batch.state}`;
  const name = `${batch.id}-unprocessed${endings[format]}`;
  return [fileOf(facade, name, request, (chunks) => unprocessed(format, batch.id, chunks, why))];
}

/** A failed batch has results too, where some of its records were processed before it failed. */
function hasResults({ state, numberRecordsProcessed }: BatchInfo): boolean {
  return state === "Completed" || (state === "Failed" && numberRecordsProcessed > 0);
}

const endings: Readonly<Record<SalesforceFormat, string>> = { CSV: ".csv", XML: ".xml", JSON: ".json" };

function formatOf({ contentType }: JobInfo): SalesforceFormat {
  const format = (["CSV", "XML", "JSON"] as const).find((one) => one === contentType);
  if (format !== undefined) return format;
  throw new JobError(
    "job.no-results",
    `Results of the content type ${contentType ?? "none"} are read by the client alone`,
  );
}

type Fetched = Result<ReadableStream<Uint8Array>, Parameters<typeof refusalOf>[0]>;

function signalOf({ signal }: ReadOptions): { readonly signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}

function fileOf(
  { calls }: Reading,
  name: string,
  open: (options: ReadOptions) => Promise<Fetched>,
  rows: (chunks: AsyncIterable<Uint8Array>, options: ReadOptions) => AsyncIterable<ResultRow<SalesforceRow>>,
): File {
  const bytes = (options: ReadOptions = {}): ReadableStream<Uint8Array> =>
    downloaded({
      ...options,
      name,
      retryDelay: calls.retryDelay,
      sleep: calls.sleep,
      // The API knows no ranges: what was there before a break is passed over.
      open: async () => {
        const answer = await calls.once(async () => {
          const result = await open(options);
          return { stream: dataOf(result, refusalOf), response: result.response };
        }, options.signal);
        return { stream: answer.stream, ...rangeOf(answer.response) };
      },
    });
  return { name, bytes, rows: (options = {}) => rows(chunksOf(bytes(options), options.signal), options) };
}

/** Rows of a query: there is nothing wrong with them. */
function found(
  format: SalesforceFormat,
  kind: RecordKind,
  name: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncIterable<ResultRow<SalesforceRow>> {
  return itemsOf(foundBlocks(recordBlocks(format, kind, name, chunks)));
}

async function* foundBlocks(
  blocks: AsyncIterable<readonly SalesforceRow[]>,
): AsyncGenerator<readonly ResultRow<SalesforceRow>[], void, undefined> {
  let number = 0;
  for await (const rows of blocks) {
    yield rows.map((row): ResultRow<SalesforceRow> => {
      number += 1;
      const { Id: id } = row;
      const named = typeof id === "string" && id !== "" ? { id } : {};
      return { number, row, outcome: "succeeded", ...named, errors: [] };
    });
  }
}

/** Records of a batch that came to nothing. */
async function* unprocessed(
  format: SalesforceFormat,
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  message: string,
): AsyncGenerator<ResultRow<SalesforceRow>, void, undefined> {
  for await (const { number, row } of found(format, "sent", name, chunks)) {
    yield { number, row, outcome: "unprocessed", errors: [{ message }] };
  }
}

/** Records as they were sent, with what became of them: results have the order of the batch. */
async function* judged(
  format: SalesforceFormat,
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  sent: File,
  options: ReadOptions,
): AsyncGenerator<ResultRow<SalesforceRow>, void, undefined> {
  const { onProgress: _, ...quiet } = options;
  const records = sent.rows(quiet)[Symbol.asyncIterator]();
  try {
    let number = 0;
    for await (const verdict of verdictsOf(format, name, chunks)) {
      number += 1;
      const record = await records.next().catch(notThere);
      const row = record.done === true ? {} : record.value.row;
      yield { number, row, ...verdict };
    }
  } finally {
    await records.return?.();
  }
}

/** Salesforce has the verdicts, but not the records (any more): rows are empty then. */
function notThere(error: unknown): IteratorReturnResult<undefined> {
  if (error instanceof JobError && error.code !== "job.results") return { done: true, value: undefined };
  throw error;
}
