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
import { jobsOf, type Jobs } from "./jobs/facade.ts";
import type { JobHandle, Pace } from "./jobs/model.ts";
import { snapshotOf } from "./jobs/states.ts";
import { bulkRetryDelay, refusalOf } from "./microsoft-advertising/refusal.ts";
import { downloadReading, expiredUpload, uploadReading } from "./microsoft-advertising/states.ts";
import { createClient } from "./runtime/client.ts";
import { JobError } from "./runtime/errors.ts";
import type { ClientOptions, Secret, SoapClient } from "./runtime/service.ts";

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
}

/** What the service answers for each kind of job. */
export interface MicrosoftAdvertisingRaws {
  readonly upload: GetBulkUploadStatusResponse;
  readonly download: GetBulkDownloadStatusResponse;
}

/** Jobs of Microsoft Advertising's Bulk service. */
export interface MicrosoftAdvertising extends Jobs<typeof vendor, MicrosoftAdvertisingRaws> {
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
  const { token, developerToken, customerId, accountId, environment = "production", ...common } = options;
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
    bulkRetryDelay(token),
  );
  return {
    ...jobs,
    client,
    upload: (id) => ({ vendor, kind: "upload", id }),
    download: (id) => ({ vendor, kind: "download", id }),
  };
}
