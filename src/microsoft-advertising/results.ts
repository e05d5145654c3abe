/** Result files of the Bulk service. */
import { callOptions, dataOf } from "../jobs/answer.ts";
import type { Clock } from "../jobs/clock.ts";
import type { JobHandle } from "../jobs/model.ts";
import { unpacked } from "../jobs/packing.ts";
import { downloaded, type Download, type JobResults, type ReadOptions, type ResultFile } from "../jobs/results.ts";
import { chunksOf, streamOf } from "../jobs/source.ts";
import type { VerbOptions } from "../jobs/submit.ts";
import { JobError } from "../runtime/errors.ts";
import { isDeadAddress, refusalOf } from "./refusal.ts";
import { bulkRows, type BulkRow } from "./rows.ts";
import { URL_LIFETIME } from "./states.ts";
import type { Stepping } from "./steps.ts";

type Handle = JobHandle<"microsoft-advertising", "upload" | "download">;

/** What reading results needs of the facade. */
export interface Reading extends Stepping {
  readonly clock: Clock;
}

/**
 * The result of a job: one file.
 *
 * @throws JobError `job.no-results` where there is none (yet)
 */
export async function resultsOf(facade: Reading, handle: Handle, options: VerbOptions): Promise<JobResults<BulkRow>> {
  if (handle.submission !== undefined) {
    throw new JobError("job.handle", `The handle names no ${handle.kind} that could have results`);
  }
  const address = new Address(facade, handle);
  await address.current(options);
  const name = `${handle.kind}-${handle.id}.csv`;
  const bytes = (read: ReadOptions = {}): ReadableStream<Uint8Array> => {
    const packed = downloaded({
      ...read,
      name,
      retryDelay: facade.calls.retryDelay,
      sleep: facade.calls.sleep,
      open: (from) => open(facade, address, from, read),
    });
    return streamOf(unpacked(chunksOf(packed, read.signal), name));
  };
  const file: ResultFile<BulkRow> = {
    name,
    bytes,
    rows: (read = {}) => bulkRows(chunksOf(bytes(read), read.signal), name),
  };
  return { files: [file] };
}

/** Fetches the file; once more from a new address where the one that was known is dead. */
async function open(facade: Reading, address: Address, from: number, options: ReadOptions): Promise<Download> {
  const get = async (url: string): Promise<Download> =>
    facade.calls.once(() => facade.transfer.fetch(url, from, callOptions(options)), options.signal);
  try {
    return await get(await address.current(options));
  } catch (error) {
    if (!isDeadAddress(error)) throw error;
    return get(await address.renewed(options));
  }
}

/** Milliseconds before its end at which an address is not used any more: a download has to begin. */
const MARGIN = 15_000;

/** The address of a result file, asked for again when it has aged. */
class Address {
  readonly #facade: Reading;
  readonly #handle: Handle;
  #url: string | undefined;
  #asked = 0;

  constructor(facade: Reading, handle: Handle) {
    this.#facade = facade;
    this.#handle = handle;
  }

  async current(options: ReadOptions): Promise<string> {
    const age = this.#facade.clock.now() - this.#asked;
    return this.#url === undefined || age > URL_LIFETIME - MARGIN ? this.renewed(options) : this.#url;
  }

  async renewed({ signal }: ReadOptions): Promise<string> {
    const ends = signal === undefined ? {} : { signal };
    const asked = this.#facade.clock.now();
    const { url, state } = await this.#facade.calls.repeated(() => this.#ask(ends), ends);
    const { kind, id } = this.#handle;
    if (!url) throw new JobError("job.no-results", `The ${kind} ${id} is ${state}: it has no result file`);
    this.#asked = asked;
    this.#url = url;
    return url;
  }

  async #ask(ends: ReadOptions): Promise<{ readonly url: string | null | undefined; readonly state: string }> {
    const { client } = this.#facade;
    const request = { body: { RequestId: this.#handle.id } };
    const { ResultFileUrl: url, RequestStatus: state } =
      this.#handle.kind === "upload"
        ? dataOf(await client.GetBulkUploadStatus(request, callOptions(ends)), refusalOf)
        : dataOf(await client.GetBulkDownloadStatus(request, callOptions(ends)), refusalOf);
    return { url, state: state ?? "in no state" };
  }
}
