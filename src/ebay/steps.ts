/** Single calls of Bulk Data Exchange and File Transfer, each repeated where that is safe. */
import type {
  BulkDataExchangeService,
  GetJobsResponse,
  JobProfile,
  RecurringJobDetail,
} from "../../generated/ebay/bulk-data-exchange.ts";
import { callOptions, dataOf } from "../jobs/answer.ts";
import type { Calls } from "../jobs/calls.ts";
import type { Credentials } from "../jobs/credentials.ts";
import type { FileSource } from "../jobs/source.ts";
import type { VerbOptions } from "../jobs/submit.ts";
import { JobError, type SpecwireError } from "../runtime/errors.ts";
import type { CallError, Result, XmlClient } from "../runtime/service.ts";
import { refusalIn, refusalOf } from "./refusal.ts";
import { packedFile, type EbayDownload, type EbayJobQuery, type EbayRecurring } from "./request.ts";
import type { FileOptions, FileReference, FileTransfer } from "./transfer.ts";

/** The steps that `submit` is made of, each callable alone. */
export interface EbaySteps {
  /** Creates a job that waits for its file. `uuid` is the caller's: no other request of his has it. */
  createUploadJob(type: string, uuid?: string, options?: VerbOptions): Promise<FileReference>;
  /** Uploads the file of a job, packed, after the checks of `submit`. Safe to repeat. */
  uploadFile(reference: FileReference, file: FileSource, options?: FileOptions): Promise<void>;
  /** Starts a job whose file was uploaded. A job that was started is left as it is. */
  startUploadJob(jobId: string, options?: VerbOptions): Promise<void>;
  /** Starts a report; answers its jobId. Never repeated where it may have been carried out. */
  startDownloadJob(
    request: Omit<EbayDownload, "kind" | "whenOpen">,
    uuid?: string,
    options?: VerbOptions,
  ): Promise<string>;
  /** Aborts a job. A job that has ended is left as it is. */
  abortJob(jobId: string, options?: VerbOptions): Promise<void>;
  /** Jobs and when eBay said so. */
  getJobs(query?: EbayJobQuery, options?: VerbOptions): Promise<GetJobsResponse>;
  /** Creates a job that runs at regular times; answers its id. Never repeated where it may have been carried out. */
  createRecurringJob(request: EbayRecurring, uuid?: string, options?: VerbOptions): Promise<string>;
  getRecurringJobs(options?: VerbOptions): Promise<readonly RecurringJobDetail[]>;
  deleteRecurringJob(recurringJobId: string, options?: VerbOptions): Promise<void>;
  activateRecurringJob(recurringJobId: string, options?: VerbOptions): Promise<void>;
  suspendRecurringJob(recurringJobId: string, options?: VerbOptions): Promise<void>;
  abortRecurringJobExecution(recurringJobId: string, options?: VerbOptions): Promise<void>;
  /** The run of a recurring job that is under way, or was the last one. */
  getRecurringJobExecutionStatus(recurringJobId: string, options?: VerbOptions): Promise<JobProfile | undefined>;
  /** Runs of a recurring job: their jobs have results as others have. */
  getRecurringJobExecutionHistory(recurringJobId: string, options?: VerbOptions): Promise<readonly JobProfile[]>;
}

/** What the steps need of the facade. */
export interface Stepping {
  readonly client: XmlClient<BulkDataExchangeService>;
  readonly calls: Calls;
  readonly credentials: Credentials;
  readonly transfer: FileTransfer;
}

type Failure = Parameters<typeof refusalOf>[0] | CallError;

/** The answer of a call, which is one where it says so. */
export function answerOf<Answer extends Parameters<typeof refusalIn>[0]>(
  result: Result<Answer | null, Failure>,
  credentials: Credentials,
): Answer {
  const answer = dataOf(result, (error): SpecwireError => refusalOf(error));
  if (answer === null) throw new JobError("job.refused", "eBay's answer says nothing");
  const refusal = refusalIn(answer, credentials.redact);
  if (refusal !== undefined) throw refusal;
  return answer;
}

/** Makes the steps. */
export function stepsOf(facade: Stepping): EbaySteps {
  const { client, calls, credentials, transfer } = facade;
  const named = (text: string | undefined, what: string): string => {
    if (text) return text;
    throw new JobError("job.refused", `eBay's answer names no ${what}`);
  };
  const getJobs: EbaySteps["getJobs"] = ({ types = [], states = [], from, to } = {}, options = {}) => {
    const body = {
      ...(from === undefined ? {} : { creationTimeFrom: from }),
      ...(to === undefined ? {} : { creationTimeTo: to }),
      jobType: types,
      jobStatus: states,
    };
    return calls.repeated(
      async () => answerOf(await client.getJobs({ body }, callOptions(options)), credentials),
      options,
    );
  };
  const stateOf = async (jobId: string, options: VerbOptions): Promise<string | undefined> => {
    const answer = answerOf(await client.getJobStatus({ body: { jobId } }, callOptions(options)), credentials);
    return answer.jobProfile.find((one) => one.jobId === jobId)?.jobStatus;
  };
  /** Changes a job; what a job is already needs no change, whether by an earlier try or by itself. */
  const changed = (jobId: string, name: "startUploadJob" | "abortJob", options: VerbOptions): Promise<void> =>
    calls.repeated(async () => {
      try {
        answerOf(await client[name]({ body: { jobId } }, callOptions(options)), credentials);
      } catch (error) {
        if (!(error instanceof JobError) || error.retryable) throw error;
        const state = await stateOf(jobId, options).catch(() => undefined);
        const done = name === "abortJob" ? state !== undefined && isEnd(state) : isStarted(state);
        if (!done) throw error;
      }
    }, options);
  return {
    createUploadJob: (type, uuid = crypto.randomUUID(), options = {}) =>
      calls.carefully(async () => {
        const body = { uploadJobType: type, UUID: uuid, fileType: "XML" } as const;
        const answer = answerOf(await client.createUploadJob({ body }, callOptions(options)), credentials);
        const jobId = named(answer.jobId, "job");
        return { jobId, fileReferenceId: named(answer.fileReferenceId, "place for the file") };
      }, options),
    uploadFile: async (reference, file, options = {}) =>
      transfer.upload(reference, await packedFile(file, options.signal), options),
    startUploadJob: (jobId, options = {}) => changed(jobId, "startUploadJob", options),
    startDownloadJob: ({ type, filter }, uuid = crypto.randomUUID(), options = {}) =>
      calls.carefully(async () => {
        const filtered = filter === undefined ? {} : { downloadRequestFilter: filter };
        const body = { downloadJobType: type, UUID: uuid, ...filtered };
        return named(answerOf(await client.startDownloadJob({ body }, callOptions(options)), credentials).jobId, "job");
      }, options),
    abortJob: (jobId, options = {}) => changed(jobId, "abortJob", options),
    getJobs,
    ...recurringSteps(facade),
  };
}

type RecurringSteps = Pick<EbaySteps, Extract<keyof EbaySteps, `${string}Recurring${string}`>>;

function recurringSteps({ client, calls, credentials }: Stepping): RecurringSteps {
  const done =
    (name: "deleteRecurringJob" | "activateRecurringJob" | "suspendRecurringJob" | "abortRecurringJobExecution") =>
    async (recurringJobId: string, options: VerbOptions = {}): Promise<void> => {
      await calls.repeated(async () => {
        return answerOf(await client[name]({ body: { recurringJobId } }, callOptions(options)), credentials);
      }, options);
    };
  return {
    createRecurringJob: (request, uuid = crypto.randomUUID(), options = {}) =>
      calls.carefully(async () => {
        const body = { ...request, UUID: uuid };
        const answer = answerOf(await client.createRecurringJob({ body }, callOptions(options)), credentials);
        if (answer.recurringJobId) return answer.recurringJobId;
        throw new JobError("job.refused", "eBay's answer names no recurring job");
      }, options),
    getRecurringJobs: (options = {}) =>
      calls.repeated(async () => {
        return answerOf(await client.getRecurringJobs({ body: {} }, callOptions(options)), credentials)
          .recurringJobDetail;
      }, options),
    deleteRecurringJob: done("deleteRecurringJob"),
    activateRecurringJob: done("activateRecurringJob"),
    suspendRecurringJob: done("suspendRecurringJob"),
    abortRecurringJobExecution: done("abortRecurringJobExecution"),
    getRecurringJobExecutionStatus: (recurringJobId, options = {}) =>
      calls.repeated(async () => {
        const call = { body: { recurringJobId } };
        return answerOf(await client.getRecurringJobExecutionStatus(call, callOptions(options)), credentials)
          .jobProfile;
      }, options),
    getRecurringJobExecutionHistory: (recurringJobId, options = {}) =>
      calls.repeated(async () => {
        const call = { body: { recurringJobId, jobStatus: [] } };
        return answerOf(await client.getRecurringJobExecutionHistory(call, callOptions(options)), credentials)
          .jobProfile;
      }, options),
  };
}

/** Whether a job does not leave a state. */
export function isEnd(state: string): boolean {
  return state === "Completed" || state === "Failed" || state === "Aborted";
}

function isStarted(state: string | undefined): boolean {
  return state !== undefined && state !== "Created" && state !== "Aborted";
}
