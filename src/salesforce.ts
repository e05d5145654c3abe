/**
 * Jobs and batches of Salesforce's Bulk API 1.0, plain XML over HTTP.
 *
 * API versions before 31.0 are gone; those before 41.0 are unsupported from summer 2027 and removed in summer 2028. SOAP
 * `login()` ends on 1 June 2027: take OAuth access tokens for sessions. Bulk API 2.0 is its successor.
 */
import { AsyncApi, type BatchInfo, type BatchInfoList, type JobInfo } from "../generated/salesforce/async-api.ts";
import { callOptions, dataOf } from "./jobs/answer.ts";
import type { CallBudget } from "./jobs/budget.ts";
import { Calls } from "./jobs/calls.ts";
import type { Clock } from "./jobs/clock.ts";
import { jobsOf, type Jobs } from "./jobs/facade.ts";
import type { JobHandle, JobSnapshot, Pace, StatusOptions } from "./jobs/model.ts";
import type { JobResults } from "./jobs/results.ts";
import { snapshotOf, type Reading } from "./jobs/states.ts";
import type { JobCanceller, JobSubmitter, ResultSource, VerbOptions } from "./jobs/submit.ts";
import { createClient } from "./runtime/client.ts";
import { JobError } from "./runtime/errors.ts";
import type { ClientOptions, Secret, XmlClient } from "./runtime/service.ts";
import { batchReading } from "./salesforce/batch.ts";
import { batchListReading, jobReading } from "./salesforce/job.ts";
import { jsonAnswers } from "./salesforce/json-answers.ts";
import { asyncRetryDelay, refusalOf } from "./salesforce/refusal.ts";
import type { SalesforceRequest } from "./salesforce/request.ts";
import { resultsOf } from "./salesforce/results.ts";
import type { SalesforceRow } from "./salesforce/rows.ts";
import { stepsOf, type SalesforceSteps } from "./salesforce/steps.ts";
import { resumeJob, submitJob } from "./salesforce/submit.ts";
import { checkedVersion, endpointOf, versionWarning } from "./salesforce/version.ts";

/** What the facade takes, beside the options of every client. */
export interface SalesforceOptions extends ClientOptions {
  /** Id of the session, or an OAuth access token. A function is asked before every call, and once more when it has ended. */
  readonly session: Secret;
  /** Address with `/services/async/` and the version, in place of `instance` and `version`. */
  readonly endpoint?: string | URL;
  /** Address of the organization: `https://MyDomainName.my.salesforce.com`. */
  readonly instance?: string | URL;
  /** Version of the API, the one that the jobs were created with: `67.0`, which is the default. */
  readonly version?: string;
  /** Calls that may be made; no limit where absent: Salesforce documents none but batches a day. */
  readonly budget?: CallBudget;
  /** Time and chance, for tests. */
  readonly clock?: Clock;
}

/** A job and its batches: what the state of a job is derived from. */
export interface JobWithBatches {
  readonly job: JobInfo;
  readonly batches: BatchInfoList;
}

/** What the API answers for each kind of job. */
export interface SalesforceRaws {
  readonly batch: BatchInfo;
  readonly "batch-list": BatchInfoList;
  readonly job: JobWithBatches;
}

/** A handle of a job. */
type JobOf<Kind extends keyof SalesforceRaws> = JobHandle<typeof vendor, Kind>;

/** Jobs and batches of Salesforce's Bulk API 1.0. */
export interface Salesforce
  extends
    Jobs<typeof vendor, SalesforceRaws>,
    SalesforceSteps,
    JobSubmitter<SalesforceRequest, JobOf<"job">>,
    JobCanceller<JobOf<"job">, JobWithBatches>,
    ResultSource<JobOf<"job"> | JobOf<"batch"> | JobOf<"batch-list">, SalesforceRow> {
  /** The batches of a job. There is no list of jobs in this API. */
  list(query: { readonly jobId: string }, options?: VerbOptions): AsyncIterable<JobSnapshot<BatchInfo>>;
  /** The generated client, its credentials set. */
  readonly client: XmlClient<AsyncApi>;
  /** One batch of a job. */
  batch(jobId: string, batchId: string): JobHandle<typeof vendor, "batch">;
  /** All batches of a job as they are now; it has ended when they have, though the job may still take more. */
  batchList(jobId: string): JobHandle<typeof vendor, "batch-list">;
  /** A job: it has ended when it is closed and its batches have ended, or when it has failed or was aborted. */
  job(jobId: string): JobHandle<typeof vendor, "job">;
}

const vendor = "salesforce";

/** Salesforce names no pace; its own clients ask every five seconds. */
const pace: Pace = { first: 2000, most: 20_000 };

/**
 * Connects to an organization.
 *
 * @throws RangeError for a version of the API that Salesforce has removed, and where neither endpoint nor instance is given
 */
export function salesforce(options: SalesforceOptions): Salesforce {
  const { session, instance, version, endpoint, budget, clock, interceptors = [], ...common } = options;
  const address = endpointOf({ endpoint, instance, version });
  const warnings = versionWarning(checkedVersion(address));
  const client = createClient(AsyncApi, {
    ...common,
    endpoint: address,
    interceptors: [jsonAnswers, ...interceptors],
    parameters: { session },
  });
  const retryDelay = asyncRetryDelay(session);
  const calls = new Calls({ retryDelay, budget, clock });
  // For calls that keep within the budget by themselves.
  const asked = new Calls({ retryDelay, clock });
  const steps = stepsOf(client, calls);
  const snapshot = <Raw>(handle: JobHandle, reading: Reading<Raw>, asked: StatusOptions): JobSnapshot<Raw> =>
    snapshotOf(handle, { ...reading, problems: [...(reading.problems ?? []), ...warnings] }, asked);
  // A job takes two calls: each takes its own turn in the budget.
  const list = (jobId: string, options: VerbOptions): Promise<BatchInfoList> =>
    calls.once(
      async () => dataOf(await client.listBatches({ path: { jobId } }, callOptions(options)), refusalOf),
      options.signal,
    );
  const jobs = jobsOf<typeof vendor, SalesforceRaws>(
    vendor,
    {
      batch: async (handle, asked) => {
        const path = { jobId: parentOf(handle), batchId: handle.id };
        const call = async (): Promise<BatchInfo> =>
          dataOf(await client.getBatch({ path }, callOptions(asked)), refusalOf);
        const info = await calls.once(call, asked.signal);
        return snapshot(handle, batchReading(info), asked);
      },
      "batch-list": async (handle, asked) => snapshot(handle, batchListReading(await list(handle.id, asked)), asked),
      job: async (handle, asked) => {
        const path = { jobId: handle.id };
        const call = async (): Promise<JobInfo> => dataOf(await client.getJob({ path }, callOptions(asked)), refusalOf);
        const [job, batches] = await Promise.all([calls.once(call, asked.signal), list(handle.id, asked)]);
        return snapshot(handle, jobReading({ job, batches }), asked);
      },
    },
    pace,
    retryDelay,
  );
  const submitting = { client, calls, steps };
  return {
    ...jobs,
    ...steps,
    client,
    submit: (request, submitOptions = {}) => submitJob(submitting, request, submitOptions),
    resume: (handle, request, submitOptions = {}) => resumeJob(submitting, handle, request, submitOptions),
    cancel: async (handle, verbOptions = {}) => {
      await steps.abortJob(handle.id, verbOptions);
      return asked.repeated(() => jobs.status(handle, callOptions(verbOptions)), verbOptions);
    },
    async *list(query, verbOptions = {}) {
      const { batchInfo } = await asked.repeated(() => list(query.jobId, verbOptions), verbOptions);
      for (const info of batchInfo) {
        yield snapshot({ vendor, kind: "batch", id: info.id, parent: query.jobId }, batchReading(info), {});
      }
    },
    results: (handle, verbOptions = {}): Promise<JobResults<SalesforceRow>> =>
      resultsOf(submitting, handle, verbOptions),
    batch: (parent, id) => ({ vendor, kind: "batch", id, parent }),
    batchList: (id) => ({ vendor, kind: "batch-list", id }),
    job: (id) => ({ vendor, kind: "job", id }),
  };
}

export type {
  PkChunking,
  SalesforceFormat,
  SalesforceQuery,
  SalesforceRequest,
  SalesforceUpload,
} from "./salesforce/request.ts";
export type { SalesforceRow } from "./salesforce/rows.ts";
export type { SalesforceSteps } from "./salesforce/steps.ts";

function parentOf({ id, parent }: JobHandle): string {
  if (parent !== undefined && parent !== "") return parent;
  throw new JobError("job.handle", `The handle of the batch ${id} names no job`);
}
