/** Submits uploads and reports; and goes on where that broke off. */
import type { JobProfile } from "../../generated/ebay/bulk-data-exchange.ts";
import type { Calls } from "../jobs/calls.ts";
import type { JobHandle, Submission } from "../jobs/model.ts";
import { brokenOff, fateOf, submissionOf, type SubmitOptions } from "../jobs/submit.ts";
import { JobError } from "../runtime/errors.ts";
import { incomplete, packedFile, type EbayDownload, type EbayUpload, type PackedFile } from "./request.ts";
import type { EbaySteps } from "./steps.ts";
import type { FileReference, FileTransfer } from "./transfer.ts";

/** A handle of a job. */
export type EbayHandle = JobHandle<"ebay", "job">;

/** What submitting needs of the facade. */
export interface Submitting {
  readonly steps: EbaySteps;
  readonly calls: Calls;
  readonly transfer: FileTransfer;
}

type Marks = Submission["marks"];

/** States of jobs that are under way: eBay takes one of a type. */
const open = ["Created", "Scheduled", "InProcess"] as const;

/** Milliseconds after which a job that has not turned up has not been made. */
const SETTLED = 2000;

/** Submits a job. See `JobSubmitter`. */
export async function submitJob(
  facade: Submitting,
  request: EbayUpload | EbayDownload,
  options: SubmitOptions<EbayHandle>,
): Promise<EbayHandle> {
  const run = await runOf(facade, request, options);
  return run.begin();
}

/** Goes on with a job. See `JobSubmitter`. */
export async function resumeJob(
  facade: Submitting,
  handle: EbayHandle,
  request: EbayUpload | EbayDownload,
  options: SubmitOptions<EbayHandle>,
): Promise<EbayHandle> {
  if (handle.submission === undefined) return handle;
  const run = await runOf(facade, request, options);
  return run.proceed(handle, handle.submission);
}

async function runOf(
  facade: Submitting,
  request: EbayUpload | EbayDownload,
  options: SubmitOptions<EbayHandle>,
): Promise<Run> {
  if (request.type === "") throw incomplete("the type of the job is empty");
  const file = request.kind === "upload" ? await packedFile(request.file, options.signal) : undefined;
  return new Run(facade, request, file, options);
}

/** One submission under way. */
class Run {
  readonly #facade: Submitting;
  readonly #request: EbayUpload | EbayDownload;
  readonly #file: PackedFile | undefined;
  readonly #options: SubmitOptions<EbayHandle>;
  /** What every handle carries. */
  #marks: Marks;

  constructor(
    facade: Submitting,
    request: EbayUpload | EbayDownload,
    file: PackedFile | undefined,
    options: SubmitOptions<EbayHandle>,
  ) {
    this.#facade = facade;
    this.#request = request;
    this.#file = file;
    this.#options = options;
    const { kind, type } = request;
    this.#marks = { kind, type, ...(file === undefined ? {} : { checksum: file.checksum }) };
  }

  /** Makes room, and creates the job. */
  async begin(): Promise<EbayHandle> {
    const { type } = this.#request;
    const { jobProfile, timestamp } = await this.#facade.steps.getJobs({ types: [type], states: open }, this.#options);
    await this.#makeRoom(jobProfile);
    // The moment is by eBay's clock, so that it does not matter what the clock here says.
    const before = jobProfile.map(({ jobId }) => jobId);
    const since = timestamp === undefined ? {} : { since: timestamp };
    this.#marks = { ...this.#marks, uuid: crypto.randomUUID(), before, ...since };
    return this.#create();
  }

  /** Goes on where a handle says. */
  async proceed(handle: EbayHandle, { stage, marks }: Submission): Promise<EbayHandle> {
    for (const [name, mark] of Object.entries(this.#marks)) {
      if (marks[name] === mark) continue;
      throw incomplete(`this is not what the submission began with: ${name} is ${String(mark)}`);
    }
    this.#marks = marks;
    if (stage === "creating") {
      const found = await this.#find(handle);
      return found === undefined ? this.#create() : this.#continue(found);
    }
    const { fileReferenceId } = marks;
    if (typeof fileReferenceId !== "string") throw incomplete("the handle names no place for the file");
    return this.#carry({ jobId: handle.id, fileReferenceId }, stage === "starting");
  }

  async #makeRoom(profiles: readonly JobProfile[]): Promise<void> {
    const { type, whenOpen = "refuse" } = this.#request;
    const ids = profiles.map(({ jobId, jobStatus }) => `${jobId} (${jobStatus})`);
    if (ids.length === 0) return;
    if (whenOpen === "refuse") {
      const message = `eBay takes one job of a type at a time: ${ids.join(", ")} of type ${type} has not ended; nothing was sent`;
      throw new JobError("job.refused", message, { vendorCode: "7" });
    }
    for (const { jobId } of profiles) await this.#facade.steps.abortJob(jobId, this.#options);
  }

  /** Creates the job; where the outcome is unknown, looks for it: there can be one only. */
  async #create(): Promise<EbayHandle> {
    const at = this.#handle("", "creating");
    for (let attempt = 1; ; attempt += 1) {
      await this.#options.onHandle?.(at);
      try {
        return await this.#createOnce();
      } catch (error) {
        if (submissionOf(error) !== undefined || fateOf(error) !== "unknown") throw error;
        if (this.#options.signal?.aborted === true) {
          throw brokenOff("job.submit-stopped", at, "whether the job was created is unknown", error);
        }
        const found = await this.#find(at);
        if (found !== undefined) return this.#continue(found);
        const delay = this.#facade.calls.retryDelay(error, attempt);
        if (delay === undefined) throw brokenOff("job.submit-stopped", at, "no job was created", error);
        this.#options.onRetry?.(error, delay);
        await this.#facade.calls.sleep(delay, this.#options.signal);
      }
    }
  }

  async #createOnce(): Promise<EbayHandle> {
    const { steps } = this.#facade;
    const request = this.#request;
    const { uuid } = this.#marks;
    if (request.kind === "download") {
      return this.#done(await steps.startDownloadJob(request, String(uuid), this.#options));
    }
    return this.#carry(await steps.createUploadJob(request.type, String(uuid), this.#options), false);
  }

  /** A job that was created without our knowing. */
  async #continue({ jobId, jobStatus, inputFileReferenceId }: JobProfile): Promise<EbayHandle> {
    if (this.#request.kind === "download" || jobStatus !== "Created") return this.#done(jobId);
    if (inputFileReferenceId !== undefined) return this.#carry({ jobId, fileReferenceId: inputFileReferenceId }, false);
    const at = this.#handle("", "creating");
    const known = `the job ${jobId} was created, and eBay does not say where its file goes: abort it, and submit again`;
    throw brokenOff("job.submit-unknown", at, known, undefined);
  }

  /** Uploads the file and starts the job. Both can be repeated: eBay says what it has. */
  async #carry(reference: FileReference, uploaded: boolean): Promise<EbayHandle> {
    const { jobId, fileReferenceId } = reference;
    const { steps, transfer } = this.#facade;
    this.#marks = { ...this.#marks, fileReferenceId };
    let at = this.#handle(jobId, uploaded ? "starting" : "uploading");
    try {
      await this.#options.onHandle?.(at);
      if (!uploaded && this.#file !== undefined) {
        const inline = this.#request.kind === "upload" ? this.#request.transfer : undefined;
        const carrying = inline === undefined ? this.#options : { ...this.#options, transfer: inline };
        await transfer.upload(reference, this.#file, carrying);
        at = this.#handle(jobId, "starting");
        await this.#options.onHandle?.(at);
      }
      await steps.startUploadJob(jobId, this.#options);
    } catch (error) {
      const where = at.submission?.stage === "starting" ? "the file is there, the job" : "the job is there, its file";
      throw brokenOff("job.submit-stopped", at, `${where} may be waiting`, error);
    }
    return this.#done(jobId);
  }

  /** The job that was made since the submission began; asked for again after a while: it may just be coming in. */
  async #find(at: EbayHandle): Promise<JobProfile | undefined> {
    const found = await this.#candidates();
    const all = found.length > 0 ? found : await this.#afterAWhile();
    if (all.length <= 1) return all[0];
    const ids = all.map(({ jobId }) => jobId).join(", ");
    throw brokenOff("job.submit-unknown", at, `several jobs of the type were made since: ${ids}`, undefined);
  }

  async #afterAWhile(): Promise<readonly JobProfile[]> {
    await this.#facade.calls.sleep(SETTLED, this.#options.signal);
    return this.#candidates();
  }

  async #candidates(): Promise<readonly JobProfile[]> {
    const { since, before } = this.#marks;
    const when = typeof since === "string" ? { from: since } : { states: open };
    const query = { types: [this.#request.type], ...when };
    const { jobProfile } = await this.#facade.steps.getJobs(query, this.#options);
    return jobProfile.filter(({ jobId }) => !(Array.isArray(before) && before.includes(jobId)));
  }

  #handle(id: string, stage: Submission["stage"]): EbayHandle {
    return { vendor: "ebay", kind: "job", id, submission: { stage, marks: this.#marks } };
  }

  async #done(id: string): Promise<EbayHandle> {
    const handle: EbayHandle = { vendor: "ebay", kind: "job", id };
    await this.#options.onHandle?.(handle);
    return handle;
  }
}
