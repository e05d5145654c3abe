/**
 * Bulk jobs of Microsoft Advertising (Bing Ads), Bulk service v13 over SOAP.
 *
 * Microsoft has announced that the SOAP services end on 31 January 2027; the REST services of the same version have the same
 * operations and states.
 */
import {
  BulkService,
  type GetBulkDownloadStatusResponse,
  type GetBulkUploadStatusResponse,
} from "../generated/microsoft-advertising/bulk-service.ts";
import { callOptions, dataOf } from "./jobs/answer.ts";
import type { CallBudget } from "./jobs/budget.ts";
import { Calls } from "./jobs/calls.ts";
import { systemClock, type Clock } from "./jobs/clock.ts";
import { jobsOf, type Jobs } from "./jobs/facade.ts";
import type { JobHandle, Pace } from "./jobs/model.ts";
import { snapshotOf } from "./jobs/states.ts";
import type { JobSubmitter, ResultSource, SubmitOptions } from "./jobs/submit.ts";
import { uploadRecords, type RecordsOutcome } from "./microsoft-advertising/records.ts";
import { bulkRetryDelay, refusalOf } from "./microsoft-advertising/refusal.ts";
import type { BulkDownload, BulkRecords, BulkUpload } from "./microsoft-advertising/request.ts";
import { resultsOf } from "./microsoft-advertising/results.ts";
import type { BulkRow } from "./microsoft-advertising/rows.ts";
import { downloadReading, expiredUpload, uploadReading } from "./microsoft-advertising/states.ts";
import { stepsOf, type MicrosoftAdvertisingSteps } from "./microsoft-advertising/steps.ts";
import {
  resumeDownload,
  resumeUpload,
  submitDownload,
  submitUpload,
  type DownloadHandle,
  type UploadHandle,
} from "./microsoft-advertising/submit.ts";
import { Transfer } from "./microsoft-advertising/transfer.ts";
import { createClient } from "./runtime/client.ts";
import { JobError } from "./runtime/errors.ts";
import type { ClientOptions, Secret, SoapClient } from "./runtime/service.ts";

export type { RecordsOutcome } from "./microsoft-advertising/records.ts";
export type { BulkCampaign, BulkDownload, BulkRecords, BulkUpload } from "./microsoft-advertising/request.ts";
export type { BulkRow } from "./microsoft-advertising/rows.ts";
export type { MicrosoftAdvertisingSteps, SendOptions, UploadPlace } from "./microsoft-advertising/steps.ts";
export { readUploadError, type UploadError } from "./microsoft-advertising/upload-error.ts";

/** What the facade takes, beside the options of every client. */
export interface MicrosoftAdvertisingOptions extends ClientOptions {
  /** OAuth access token of the user. A function is asked before every call, and once more when the token has expired. */
  readonly token: Secret;
  readonly developerToken: Secret;
  /** Id of the customer (manager account) that the calls are made for. */
  readonly customerId: string;
  /** Id of the advertiser account. */
  readonly accountId?: string;
  /** Default `production`. An `endpoint` goes before it. */
  readonly environment?: "production" | "sandbox";
  /** Calls that may be made; no limit where absent. Share one between the facades of a customer. */
  readonly budget?: CallBudget;
  /** Time and chance, for tests. */
  readonly clock?: Clock;
}

/** What the service answers for each kind of job. */
export interface MicrosoftAdvertisingRaws {
  readonly upload: GetBulkUploadStatusResponse;
  readonly download: GetBulkDownloadStatusResponse;
}

/** What is submitted for each kind of job. */
export interface BulkRequests {
  readonly upload: BulkUpload;
  readonly download: BulkDownload;
}

/** How each kind of job is submitted. */
type Ways = {
  readonly [K in keyof BulkRequests]: {
    readonly submit: (
      request: BulkRequests[K],
      options: SubmitOptions<JobHandle<typeof vendor, K>>,
    ) => Promise<JobHandle<typeof vendor, K>>;
    readonly resume: (
      handle: JobHandle<typeof vendor, K>,
      request: BulkRequests[K],
      options: SubmitOptions<JobHandle<typeof vendor, K>>,
    ) => Promise<JobHandle<typeof vendor, K>>;
  };
};

/** Jobs of Microsoft Advertising's Bulk service. */
export interface MicrosoftAdvertising
  extends
    Jobs<typeof vendor, MicrosoftAdvertisingRaws>,
    MicrosoftAdvertisingSteps,
    JobSubmitter<BulkUpload | BulkDownload, UploadHandle | DownloadHandle>,
    ResultSource<UploadHandle | DownloadHandle, BulkRow> {
  submit<K extends keyof BulkRequests>(
    request: BulkRequests[K] & { readonly kind: K },
    options?: SubmitOptions<JobHandle<typeof vendor, K>>,
  ): Promise<JobHandle<typeof vendor, K>>;
  resume<K extends keyof BulkRequests>(
    handle: JobHandle<typeof vendor, K>,
    request: BulkRequests[NoInfer<K>] & { readonly kind: NoInfer<K> },
    options?: SubmitOptions<JobHandle<typeof vendor, K>>,
  ): Promise<JobHandle<typeof vendor, K>>;
  /** Sends a few records: the answer says what became of them, or names the job that deals with them. */
  uploadRecords(request: BulkRecords, options?: SubmitOptions<UploadHandle>): Promise<RecordsOutcome>;
  /** The generated client, its credentials set. */
  readonly client: SoapClient<BulkService>;
  /** An upload by its RequestId. It waits 15 minutes for its file; after that it is lost. */
  upload(requestId: string): JobHandle<typeof vendor, "upload">;
  /** A download by its DownloadRequestId, which is good for two days. */
  download(requestId: string): JobHandle<typeof vendor, "download">;
}

const vendor = "microsoft-advertising";

const endpoints = {
  production: BulkService.endpoint,
  sandbox: "https://bulk.api.sandbox.bingads.microsoft.com/Api/Advertiser/CampaignManagement/v13/BulkService.svc",
} as const;

/** Asked for: 15 to 20 seconds between calls; Microsoft's own SDKs begin with one. */
const pace: Pace = { first: 1000, most: 20_000 };

/** Connects to the Bulk service. */
export function microsoftAdvertising(options: MicrosoftAdvertisingOptions): MicrosoftAdvertising {
  const {
    token,
    developerToken,
    customerId,
    accountId,
    environment = "production",
    budget,
    clock,
    ...common
  } = options;
  const client = createClient(BulkService, {
    endpoint: endpoints[environment],
    ...common,
    soapHeaders: {
      AuthenticationToken: token,
      DeveloperToken: developerToken,
      CustomerId: customerId,
      CustomerAccountId: accountId,
    },
  });
  const retryDelay = bulkRetryDelay(token);
  const calls = new Calls({ retryDelay, budget, clock });
  const jobs = jobsOf<typeof vendor, MicrosoftAdvertisingRaws>(
    vendor,
    {
      upload: async (handle, asked) => {
        const result = await client.GetBulkUploadStatus({ body: { RequestId: handle.id } }, callOptions(asked));
        try {
          return snapshotOf(handle, uploadReading(dataOf(result, refusalOf), asked.previous), asked);
        } catch (error) {
          const unknown = error instanceof JobError && error.code === "job.unknown";
          const expired = unknown ? expiredUpload(asked.previous) : undefined;
          if (expired === undefined) throw error;
          return snapshotOf(handle, expired, asked);
        }
      },
      download: async (handle, asked) => {
        const result = await client.GetBulkDownloadStatus({ body: { RequestId: handle.id } }, callOptions(asked));
        return snapshotOf(handle, downloadReading(dataOf(result, refusalOf)), asked);
      },
    },
    pace,
    retryDelay,
    calls,
  );
  const { endpoint: _, ...shared } = common;
  const transfer = new Transfer({ common: shared, token, developerToken, customerId, accountId });
  const stepping = { client, calls, transfer, accountId, environment, clock: clock ?? systemClock };
  const steps = stepsOf(stepping);
  const submitting = { ...stepping, steps };
  const ways: Ways = {
    upload: {
      submit: (request, asked) => submitUpload(submitting, request, asked),
      resume: (handle, request, asked) => resumeUpload(submitting, handle, request, asked),
    },
    download: {
      submit: (request, asked) => submitDownload(submitting, request, asked),
      resume: async (handle) => resumeDownload(handle),
    },
  };
  return {
    ...jobs,
    ...steps,
    client,
    submit: (request, asked = {}) => ways[request.kind].submit(request, asked),
    resume: (handle, request, asked = {}) => ways[handle.kind].resume(handle, request, asked),
    uploadRecords: (request, asked = {}) => uploadRecords(submitting, request, asked),
    results: (handle, asked = {}) => resultsOf(stepping, handle, asked),
    upload: (id) => ({ vendor, kind: "upload", id }),
    download: (id) => ({ vendor, kind: "download", id }),
  };
}
