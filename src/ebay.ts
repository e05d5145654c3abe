/**
 * Jobs of eBay's Large Merchant Services: Bulk Data Exchange 1.5.0 and File Transfer 1.1.0, plain XML over HTTP.
 *
 * eBay has taken both services out of use in 2022; the Sell Feed API came in their place. The facade is for archives, for
 * proxies that still speak the protocol, and for tests.
 */
import { BulkDataExchangeService, type GetJobStatusResponse } from "../generated/ebay/bulk-data-exchange.ts";
import { FileTransferService } from "../generated/ebay/file-transfer.ts";
import { fileRetryDelay, jobRetryDelay } from "./ebay/refusal.ts";
import { jobReading } from "./ebay/states.ts";
import type { EbayDownload, EbayJobQuery, EbayUpload } from "./ebay/request.ts";
import { resultsOf } from "./ebay/results.ts";
import type { EbayRow } from "./ebay/rows.ts";
import { answerOf, stepsOf, type EbaySteps } from "./ebay/steps.ts";
import { resumeJob, submitJob, type EbayHandle } from "./ebay/submit.ts";
import { FileTransfer } from "./ebay/transfer.ts";
import { callOptions } from "./jobs/answer.ts";
import type { CallBudget } from "./jobs/budget.ts";
import { Calls } from "./jobs/calls.ts";
import type { Clock } from "./jobs/clock.ts";
import { Credentials } from "./jobs/credentials.ts";
import { jobsOf, type Asks, type Jobs } from "./jobs/facade.ts";
import type { JobHandle, Pace } from "./jobs/model.ts";
import { snapshotOf } from "./jobs/states.ts";
import type { JobCanceller, JobLister, JobSubmitter, ResultSource } from "./jobs/submit.ts";
import { createClient } from "./runtime/client.ts";
import type { ClientOptions, Secret, XmlClient } from "./runtime/service.ts";

/** What the facade takes, beside the options of every client. */
export interface EbayOptions extends ClientOptions {
  /** The seller's Auth'n'Auth token. OAuth tokens are refused. */
  readonly token: Secret;
  /** Default `production`. Endpoints go before it. */
  readonly environment?: "production" | "sandbox";
  /** Address of the File Transfer service; `endpoint` is that of Bulk Data Exchange. */
  readonly filesEndpoint?: string | URL;
  /** Calls that may be made; no limit where absent. Share one between the facades of a seller. */
  readonly budget?: CallBudget;
  /** Time and chance, for tests. */
  readonly clock?: Clock;
}

/** What the service answers. */
export interface EbayRaws {
  readonly job: GetJobStatusResponse;
}

/** Jobs of eBay's Bulk Data Exchange service. */
export interface Ebay
  extends
    Jobs<typeof vendor, EbayRaws>,
    EbaySteps,
    JobSubmitter<EbayUpload | EbayDownload, EbayHandle>,
    JobCanceller<EbayHandle, GetJobStatusResponse>,
    JobLister<EbayJobQuery, GetJobStatusResponse>,
    ResultSource<EbayHandle, EbayRow> {
  /** The generated client of Bulk Data Exchange, its credentials set. */
  readonly client: XmlClient<BulkDataExchangeService>;
  /** The generated client of File Transfer, its credentials set. */
  readonly files: XmlClient<FileTransferService>;
  /** A job by its jobId, upload or download. */
  job(jobId: string): JobHandle<typeof vendor, "job">;
}

export type { EbayDownload, EbayJobQuery, EbayRecurring, EbayUpload, WhenOpen } from "./ebay/request.ts";
export type { EbayRow, EbayValue } from "./ebay/rows.ts";
export type { EbaySteps } from "./ebay/steps.ts";
export type { FileOptions, FileReference } from "./ebay/transfer.ts";

const vendor = "ebay";

const endpoints = {
  production: { jobs: BulkDataExchangeService.endpoint, files: FileTransferService.endpoint },
  sandbox: {
    jobs: "https://webservices.sandbox.ebay.com/BulkDataExchangeService",
    files: "https://storage.sandbox.ebay.com/FileTransferService",
  },
} as const;

/** eBay names no pace; jobs take minutes. */
const pace: Pace = { first: 2000, most: 60_000 };

/** Connects to both services. */
export function ebay(options: EbayOptions): Ebay {
  const { token, environment = "production", filesEndpoint, endpoint, budget, clock, ...common } = options;
  const { jobs: jobsEndpoint, files: defaultFiles } = endpoints[environment];
  const credentials = new Credentials(BulkDataExchangeService.name);
  const parameters = { token: credentials.learning(token, "token") };
  const client = createClient(BulkDataExchangeService, { ...common, endpoint: endpoint ?? jobsEndpoint, parameters });
  const files = createClient(FileTransferService, { ...common, endpoint: filesEndpoint ?? defaultFiles, parameters });
  const calls = new Calls({ retryDelay: jobRetryDelay, budget, clock });
  const ask: Asks<typeof vendor, EbayRaws>["job"] = async (handle, asked) => {
    const result = await client.getJobStatus({ body: { jobId: handle.id } }, callOptions(asked));
    return snapshotOf(handle, jobReading(answerOf(result, credentials), handle.id), asked);
  };
  const jobs = jobsOf<typeof vendor, EbayRaws>(vendor, { job: ask }, pace, jobRetryDelay, calls);
  const fileCalls = new Calls({ retryDelay: fileRetryDelay, budget, clock });
  const transfer = new FileTransfer(
    { ...common, endpoint: filesEndpoint ?? defaultFiles, parameters },
    fileCalls,
    credentials,
  );
  const steps = stepsOf({ client, calls, credentials, transfer });
  const submitting = { steps, calls, transfer };
  const reading = { calls: fileCalls, transfer, status: ask };
  return {
    ...jobs,
    ...steps,
    client,
    files,
    submit: (request, asked = {}) => submitJob(submitting, request, asked),
    resume: (handle, request, asked = {}) => resumeJob(submitting, handle, request, asked),
    cancel: async (handle, asked = {}) => {
      await steps.abortJob(handle.id, asked);
      return calls.repeated(() => ask(handle, callOptions(asked)), asked);
    },
    async *list(query = {}, asked = {}) {
      const answer = await steps.getJobs(query, asked);
      for (const profile of answer.jobProfile) {
        const handle: EbayHandle = { vendor, kind: "job", id: profile.jobId };
        yield snapshotOf(handle, jobReading({ ...answer, jobProfile: [profile] }, profile.jobId));
      }
    },
    results: (handle, asked = {}) => resultsOf(reading, handle, asked),
    job: (id) => ({ vendor, kind: "job", id }),
  };
}
