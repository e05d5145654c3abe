/** Result files of eBay's jobs. */
import type { GetJobStatusResponse } from "../../generated/ebay/bulk-data-exchange.ts";
import { callOptions } from "../jobs/answer.ts";
import type { Calls } from "../jobs/calls.ts";
import type { JobHandle, JobSnapshot } from "../jobs/model.ts";
import { unzipped } from "../jobs/unzip.ts";
import { downloaded, type JobResults, type ReadOptions, type ResultFile } from "../jobs/results.ts";
import { chunksOf, streamOf } from "../jobs/source.ts";
import type { VerbOptions } from "../jobs/submit.ts";
import { JobError } from "../runtime/errors.ts";
import { ebayRows, type EbayRow } from "./rows.ts";
import type { FileTransfer } from "./transfer.ts";

/** What reading results needs of the facade. */
export interface Reading {
  readonly calls: Calls;
  readonly transfer: FileTransfer;
  status(handle: JobHandle<"ebay", "job">, options: VerbOptions): Promise<JobSnapshot<GetJobStatusResponse>>;
}

/**
 * The result of a job: one file, answers or a report.
 *
 * @throws JobError `job.no-results` where there is none (yet)
 */
export async function resultsOf(
  facade: Reading,
  handle: JobHandle<"ebay", "job">,
  options: VerbOptions,
): Promise<JobResults<EbayRow>> {
  const { calls, transfer } = facade;
  const snapshot = await calls.repeated(() => facade.status(handle, callOptions(options)), options);
  const locator = snapshot.results.find(({ kind }) => kind === "reference");
  if (locator?.kind !== "reference") {
    throw new JobError("job.no-results", `The job ${handle.id} is ${snapshot.rawState}: it has no result file`);
  }
  const name = `job-${handle.id}.xml`;
  const reference = { jobId: handle.id, fileReferenceId: locator.id };
  const bytes = (read: ReadOptions = {}): ReadableStream<Uint8Array> => {
    const packed = downloaded({
      ...read,
      name,
      retryDelay: calls.retryDelay,
      sleep: calls.sleep,
      // The service knows no ranges: what was there before a break is passed over.
      open: () => calls.once(() => transfer.download(reference, callOptions(read)), read.signal),
    });
    return streamOf(unzipped(chunksOf(packed, read.signal), name));
  };
  const file: ResultFile<EbayRow> = {
    name,
    bytes,
    rows: (read = {}) => ebayRows(chunksOf(bytes(read), read.signal), name),
  };
  return { files: [file] };
}
