/** Submits jobs: creates one, adds its batches, closes it; and goes on where that broke off. */
import type { AsyncApi } from "../../generated/salesforce/async-api.ts";
import { callOptions, dataOf } from "../jobs/answer.ts";
import type { Calls } from "../jobs/calls.ts";
import type { JobHandle, Submission } from "../jobs/model.ts";
import { checkLimit, chunksOf, type FileSource } from "../jobs/source.ts";
import { brokenOff, fateOf, submissionOf, type SubmitOptions, type VerbOptions } from "../jobs/submit.ts";
import { JobError } from "../runtime/errors.ts";
import type { XmlClient } from "../runtime/service.ts";
import { batchesOf, type BatchBody } from "./batches.ts";
import { refusalOf } from "./refusal.ts";
import { checkRequest, incomplete, isQuery, limits, type SalesforceFormat, type SalesforceRequest } from "./request.ts";
import { sendBatch, type SalesforceSteps } from "./steps.ts";

type Handle = JobHandle<"salesforce", "job">;
type Marks = Submission["marks"];

/** What submitting needs of the facade. */
export interface Submitting {
  readonly client: XmlClient<AsyncApi>;
  readonly calls: Calls;
  readonly steps: SalesforceSteps;
}

/** Milliseconds after which a batch that has not turned up has not been added. */
const SETTLED = 2000;

/** Submits a job. See `JobSubmitter`. */
export async function submitJob(
  facade: Submitting,
  request: SalesforceRequest,
  options: SubmitOptions<Handle>,
): Promise<Handle> {
  checkRequest(request);
  const plan = await planOf(request, options);
  return create(new Run(facade, request, plan, options));
}

/** Goes on with a job. See `JobSubmitter`. */
export async function resumeJob(
  facade: Submitting,
  handle: Handle,
  request: SalesforceRequest,
  options: SubmitOptions<Handle>,
): Promise<Handle> {
  const { submission } = handle;
  if (submission === undefined) return handle;
  checkRequest(request);
  const plan = await planOf(request, options);
  const run = new Run(facade, request, plan, options);
  for (const [name, mark] of Object.entries(plan)) {
    if (submission.marks[name] === mark) continue;
    throw incomplete(`this is not what the submission began with: ${name} is ${mark}, not ${submission.marks[name]}`);
  }
  // A job that was created without our knowing is empty and open: it does nothing, and is gone in a week.
  if (submission.stage === "creating") return create(run);
  return run.proceed(handle.id, Number(submission.marks["sent"] ?? 0), "asked");
}

/** What makes a file the same as the one that a submission began with. */
interface Plan extends Marks {
  readonly batches: number;
  readonly records: number;
  readonly recordsPerBatch: number;
  readonly fingerprint: number;
}

/** Goes through the file once: everything that can be refused is refused before a call is made. */
async function planOf(request: SalesforceRequest, { signal }: VerbOptions): Promise<Plan> {
  if (isQuery(request)) {
    const fingerprint = hash(new TextEncoder().encode(request.query), START);
    return { batches: 1, records: 0, recordsPerBatch: 0, fingerprint };
  }
  let batches = 0;
  let records = 0;
  let fingerprint = START;
  const { file, contentType = "CSV", recordsPerBatch = limits.recordsPerBatch } = request;
  for await (const body of batchesOf(contentType, chunksOf(file.stream(), signal), recordsPerBatch)) {
    batches += 1;
    records += body.records;
    fingerprint = hash(body.content, fingerprint);
  }
  if (batches === 0) throw incomplete("the file has no records");
  checkLimit("Salesforce", "batches in 24 hours", limits.batchesPerDay, batches);
  return { batches, records, recordsPerBatch, fingerprint };
}

async function create(run: Run): Promise<Handle> {
  const nameless = run.handle("", "creating", 0);
  await run.options.onHandle?.(nameless);
  let id: string | undefined;
  try {
    ({ id } = await run.facade.steps.createJob(run.request, run.options));
  } catch (error) {
    if (fateOf(error) !== "unknown") throw error;
    const known = "no records were sent; whether an empty job was created is unknown";
    throw brokenOff("job.submit-stopped", nameless, known, error);
  }
  if (id === undefined) throw new JobError("job.refused", "Salesforce's answer names no job");
  return run.proceed(id, 0, "known");
}

/** One submission under way. */
class Run {
  readonly facade: Submitting;
  readonly request: SalesforceRequest;
  readonly plan: Plan;
  readonly options: SubmitOptions<Handle>;

  constructor(facade: Submitting, request: SalesforceRequest, plan: Plan, options: SubmitOptions<Handle>) {
    this.facade = facade;
    this.request = request;
    this.plan = plan;
    this.options = options;
  }

  handle(id: string, stage: Submission["stage"], sent: number): Handle {
    return { vendor: "salesforce", kind: "job", id, submission: { stage, marks: { ...this.plan, sent } } };
  }

  /** Sends what is missing and closes the job. */
  async proceed(id: string, sent: number, how: "known" | "asked"): Promise<Handle> {
    const done: Handle = { vendor: "salesforce", kind: "job", id };
    let at = this.handle(id, sent === 0 ? "created" : "uploading", sent);
    try {
      if (how === "asked") {
        if (await this.#isClosed(at)) return await this.#told(done);
        sent = await this.#carriedOut(at, sent);
      }
      let number = 0;
      let bytes = 0;
      let rows = 0;
      for await (const body of this.#bodies()) {
        number += 1;
        rows += body.records;
        bytes += body.content.byteLength;
        if (number <= sent) continue;
        at = this.handle(id, "uploading", number - 1);
        await this.options.onHandle?.(at);
        await this.#send(at, number, body);
        this.options.onProgress?.({ direction: "upload", bytes, ...this.#total(), rows });
      }
      at = this.handle(id, "uploaded", this.plan.batches);
      await this.options.onHandle?.(at);
      await this.facade.steps.closeJob(id, this.options);
      return await this.#told(done);
    } catch (error) {
      if (submissionOf(error) !== undefined || (error instanceof JobError && error.code === "job.unknown")) throw error;
      const { sent: batches } = at.submission?.marks ?? {};
      const known = `${String(batches)} of ${this.plan.batches} batches are there, the job is not closed as far as known`;
      throw brokenOff("job.submit-stopped", at, known, error);
    }
  }

  async #told(handle: Handle): Promise<Handle> {
    await this.options.onHandle?.(handle);
    return handle;
  }

  #bodies(): AsyncIterable<Formatted> {
    const { request, options } = this;
    const { contentType: format = "CSV" } = request;
    if (isQuery(request)) return oneBody(request.query, format);
    return withFormat(
      batchesOf(format, chunksOf(request.file.stream(), options.signal), this.plan.recordsPerBatch),
      format,
    );
  }

  #total(): { readonly total?: number } {
    const { file }: { readonly file?: FileSource } = isQuery(this.request) ? {} : this.request;
    return file?.size === undefined ? {} : { total: file.size };
  }

  /** Adds a batch; where it may have been added although the call failed, asks whether it is there. */
  async #send(at: Handle, number: number, { content, format }: Formatted): Promise<void> {
    const { client, calls } = this.facade;
    const { signal, onRetry } = this.options;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await calls.once(() => sendBatch(client, at.id, format, content, this.options), signal);
        return;
      } catch (error) {
        if (signal?.aborted === true) throw error;
        if (mayBeThere(error) && (await this.#carriedOut(at, number - 1)) === number) return;
        const delay = calls.retryDelay(error, attempt);
        if (delay === undefined) throw error;
        onRetry?.(error, delay);
        await calls.sleep(delay, signal);
      }
    }
  }

  /**
   * How many batches Salesforce has: those that were known, or one more. Asked again after a while where that one is not there, it
   * may just be coming in.
   */
  async #carriedOut(at: Handle, known: number): Promise<number> {
    let found = await this.#batchesOf(at.id);
    if (found === known) {
      await this.facade.calls.sleep(SETTLED, this.options.signal);
      found = await this.#batchesOf(at.id);
    }
    // Chunks of a query are batches of Salesforce's own.
    if (isQuery(this.request)) return Math.min(found, 1);
    if (found === known || found === known + 1) return found;
    const text = `the job has ${found} batches, ${known} were sent: somebody else adds some, or the handle is an old one`;
    throw brokenOff("job.submit-unknown", at, text, undefined);
  }

  async #batchesOf(jobId: string): Promise<number> {
    const { client, calls } = this.facade;
    const ask = async (): Promise<number> => {
      const answer = await client.listBatches({ path: { jobId } }, callOptions(this.options));
      return dataOf(answer, refusalOf).batchInfo.length;
    };
    return calls.repeated(ask, this.options);
  }

  async #isClosed(at: Handle): Promise<boolean> {
    const { client, calls } = this.facade;
    const ask = async (): Promise<string | undefined> =>
      dataOf(await client.getJob({ path: { jobId: at.id } }, callOptions(this.options)), refusalOf).state;
    const state = await calls.repeated(ask, this.options);
    if (state === "Open") return false;
    if (state === "Closed") {
      const found = await this.#batchesOf(at.id);
      if (found >= this.plan.batches) return true;
      const text = `somebody closed the job, which has ${found} of ${this.plan.batches} batches`;
      throw brokenOff("job.submit-unknown", at, text, undefined);
    }
    throw brokenOff("job.submit-unknown", at, `the job is ${state ?? "in no state"}: it takes no batches`, undefined);
  }
}

type Formatted = BatchBody & { readonly format: SalesforceFormat };

/** An error of the service's own (InternalServerError, Timeout) says as little as a broken connection. */
function mayBeThere(error: unknown): boolean {
  return fateOf(error) === "unknown" || (error instanceof JobError && error.retryable);
}

async function* oneBody(query: string, format: SalesforceFormat): AsyncGenerator<Formatted> {
  yield { content: new TextEncoder().encode(query), records: 0, format };
}

async function* withFormat(bodies: AsyncIterable<BatchBody>, format: SalesforceFormat): AsyncGenerator<Formatted> {
  for await (const body of bodies) yield { ...body, format };
}

const START = 0x811c9dc5;

/** FNV-1a: tells files apart, no more than that. */
function hash(bytes: Uint8Array, before: number): number {
  let value = before;
  for (const byte of bytes) value = Math.imul(value ^ byte, 0x01000193);
  return value >>> 0;
}
