/** Submits uploads, downloads and records; and goes on where that broke off. */
import type { JobHandle, Submission } from "../jobs/model.ts";
import { brokenOff, fateOf, submissionOf, type SubmitOptions, type VerbOptions } from "../jobs/submit.ts";
import { callOptions, dataOf } from "../jobs/answer.ts";
import { HttpError, JobError } from "../runtime/errors.ts";
import { readyFile, type ReadyFile } from "./file.ts";
import { ALREADY_UPLOADED, isDeadAddress, refusalOf } from "./refusal.ts";
import { checkDownload, idOf, incomplete, limits, type BulkDownload, type BulkUpload } from "./request.ts";
import { sendReady, type MicrosoftAdvertisingSteps, type Stepping } from "./steps.ts";

/** A handle of an upload. */
export type UploadHandle = JobHandle<"microsoft-advertising", "upload">;
/** A handle of a download. */
export type DownloadHandle = JobHandle<"microsoft-advertising", "download">;

/** What submitting needs of the facade. */
export interface Submitting extends Stepping {
  readonly steps: MicrosoftAdvertisingSteps;
}

const vendor = "microsoft-advertising";

/** Milliseconds after which a file that has not turned up has not arrived. */
const SETTLED = 2000;
/** Addresses that are asked for in a row because the one before was dead at once. */
const ADDRESSES = 3;

/** Uploads a file. See `JobSubmitter`. */
export async function submitUpload(
  facade: Submitting,
  request: BulkUpload,
  options: SubmitOptions<UploadHandle>,
): Promise<UploadHandle> {
  return new Upload(facade, request, await ready(facade, request, options), options).submit();
}

/** Goes on with an upload. See `JobSubmitter`. */
export async function resumeUpload(
  facade: Submitting,
  handle: UploadHandle,
  request: BulkUpload,
  options: SubmitOptions<UploadHandle>,
): Promise<UploadHandle> {
  const { submission } = handle;
  if (submission === undefined) return handle;
  const file = await ready(facade, request, options);
  const upload = new Upload(facade, request, file, options);
  const began = submission.marks["checksum"];
  if (began !== file.checksum || submission.marks["size"] !== file.size) {
    throw incomplete("this is not the file that the submission began with");
  }
  return submission.stage === "creating" ? upload.submit() : upload.proceed(handle.id);
}

function ready(facade: Submitting, request: BulkUpload, { signal }: VerbOptions): Promise<ReadyFile> {
  idOf("account", request.accountId ?? facade.accountId);
  return readyFile(request, limits.rows[facade.environment], signal);
}

/** One upload under way. */
class Upload {
  readonly #facade: Submitting;
  readonly #request: BulkUpload;
  readonly #file: ReadyFile;
  readonly #options: SubmitOptions<UploadHandle>;

  constructor(facade: Submitting, request: BulkUpload, file: ReadyFile, options: SubmitOptions<UploadHandle>) {
    this.#facade = facade;
    this.#request = request;
    this.#file = file;
    this.#options = options;
  }

  /** Asks for an address and sends the file there; for another one where that is dead, or the file did not arrive. */
  async submit(): Promise<UploadHandle> {
    for (let attempt = 1; ; attempt += 1) {
      const nameless = this.#at("", "creating");
      await this.#options.onHandle?.(nameless);
      const { requestId, url } = await this.#facade.steps.uploadUrl(this.#request, this.#options);
      const at = this.#at(requestId, "uploading");
      await this.#options.onHandle?.(at);
      try {
        await sendReady(this.#facade, url, this.#file, this.#options);
        return await this.#done(requestId);
      } catch (error) {
        if (submissionOf(error) !== undefined) throw error;
        if (await this.#arrivedAfter(error, at)) return this.#done(requestId);
        await this.#again(error, attempt, at);
      }
    }
  }

  /** Goes on with an upload whose file may have arrived. */
  async proceed(id: string): Promise<UploadHandle> {
    const at = this.#at(id, "uploading");
    return (await this.#arrived(at)) ? this.#done(id) : this.submit();
  }

  #at(id: string, stage: Submission["stage"]): UploadHandle {
    const { size, checksum, rows } = this.#file;
    return { vendor, kind: "upload", id, submission: { stage, marks: { size, checksum, rows } } };
  }

  async #done(id: string): Promise<UploadHandle> {
    const handle: UploadHandle = { vendor, kind: "upload", id };
    await this.#options.onHandle?.(handle);
    return handle;
  }

  /** Whether the file is there, though sending it ended in an error. */
  async #arrivedAfter(error: unknown, at: UploadHandle): Promise<boolean> {
    if (this.#options.signal?.aborted === true) {
      throw brokenOff("job.submit-stopped", at, "whether the file has arrived is unknown", error);
    }
    if (error instanceof JobError && error.vendorCode === ALREADY_UPLOADED) return true;
    return fateOf(error) === "unknown" && this.#arrived(at);
  }

  /** Waits until another address may be asked for. Throws the error where that would not help. */
  async #again(error: unknown, attempt: number, at: UploadHandle): Promise<void> {
    // Credentials that are refused are not the address's fault.
    const refused = error instanceof HttpError && error.status === 401;
    const dead = isDeadAddress(error) && !refused && attempt < ADDRESSES;
    const unknown = fateOf(error) === "unknown";
    if (!dead && !unknown) throw error;
    const delay = dead ? 0 : this.#facade.calls.retryDelay(error, attempt);
    if (delay === undefined) throw brokenOff("job.submit-stopped", at, "the file has not arrived", error);
    this.#options.onRetry?.(error, delay);
    await this.#facade.calls.sleep(delay, this.#options.signal);
  }

  /** Whether the service has the file. Asked again after a while: it may just be coming in. */
  async #arrived(at: UploadHandle): Promise<boolean> {
    const { calls } = this.#facade;
    try {
      if (await this.#isThere(at.id)) return true;
      await calls.sleep(SETTLED, this.#options.signal);
      return await this.#isThere(at.id);
    } catch (error) {
      const lost = error instanceof JobError && error.code === "job.unknown";
      const known = lost
        ? "the service does not know the upload any more: whether it took the file before is unknown"
        : "whether the file has arrived is unknown";
      throw brokenOff(lost ? "job.submit-unknown" : "job.submit-stopped", at, known, error);
    }
  }

  async #isThere(id: string): Promise<boolean> {
    const { client, calls } = this.#facade;
    const ask = async (): Promise<string> => {
      const result = await client.GetBulkUploadStatus({ body: { RequestId: id } }, callOptions(this.#options));
      return dataOf(result, refusalOf).RequestStatus ?? "";
    };
    const state = await calls.repeated(ask, this.#options);
    // An upload that has expired never had its file.
    return state !== "PendingFileUpload" && state !== "Expired" && state !== "";
  }
}

/** Asks for a download. See `JobSubmitter`. */
export async function submitDownload(
  { steps, accountId }: Submitting,
  request: BulkDownload,
  options: SubmitOptions<DownloadHandle>,
): Promise<DownloadHandle> {
  checkDownload(request);
  if (request.campaigns === undefined && request.accountIds === undefined) idOf("account", accountId);
  const nameless: DownloadHandle = { vendor, kind: "download", id: "", submission: { stage: "creating", marks: {} } };
  await options.onHandle?.(nameless);
  let id: string;
  try {
    id = await steps.startDownload(request, options);
  } catch (error) {
    if (fateOf(error) !== "unknown") throw error;
    throw brokenOff("job.submit-unknown", nameless, downloadUnknown, error);
  }
  const handle: DownloadHandle = { vendor, kind: "download", id };
  await options.onHandle?.(handle);
  return handle;
}

/** A download that was asked for has a handle without a submission; of any other nobody knows. */
export function resumeDownload(handle: DownloadHandle): DownloadHandle {
  if (handle.submission === undefined) return handle;
  throw brokenOff("job.submit-unknown", handle, downloadUnknown, undefined);
}

const downloadUnknown =
  "whether the service prepares a download is unknown, and it lists none; nothing is changed by one: submit again";
