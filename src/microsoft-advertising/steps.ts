/** Single calls of the Bulk service, each repeated where that is safe. */
import type {
  ArrayOfCampaignScope,
  BulkService,
  ResponseMode,
  UploadEntityRecordsResponse,
} from "../../generated/microsoft-advertising/bulk-service.ts";
import { callOptions, dataOf } from "../jobs/answer.ts";
import type { Calls } from "../jobs/calls.ts";
import type { FileSource, TransferProgress } from "../jobs/source.ts";
import type { VerbOptions } from "../jobs/submit.ts";
import { JobError } from "../runtime/errors.ts";
import type { SoapClient } from "../runtime/service.ts";
import { readyFile, type ReadyFile } from "./file.ts";
import { refusalOf } from "./refusal.ts";
import { checkDownload, idOf, limits, type BulkCampaign, type BulkDownload, type BulkRecords } from "./request.ts";
import type { Transfer } from "./transfer.ts";

/** Where to upload a file to: one file, within 15 minutes. */
export interface UploadPlace {
  readonly requestId: string;
  /** A secret: it carries the permission to upload. */
  readonly url: string;
}

/** How a file is uploaded. */
export interface SendOptions extends VerbOptions {
  readonly onProgress?: (progress: TransferProgress) => void;
}

/** The steps that `submit` is made of, each callable alone. */
export interface MicrosoftAdvertisingSteps {
  /** Asks for an address to upload a file to. An address that is not used does nothing. */
  uploadUrl(
    request?: { readonly accountId?: string; readonly responseMode?: ResponseMode },
    options?: VerbOptions,
  ): Promise<UploadPlace>;
  /**
   * Sends a file to such an address, after the checks of `submit`. Never repeated where it may have arrived: whether it has, the
   * upload's status tells.
   */
  sendFile(url: string, file: FileSource, options?: SendOptions): Promise<void>;
  /** Asks for a download; answers its DownloadRequestId. Never repeated where it may have been carried out. */
  startDownload(request: BulkDownload, options?: VerbOptions): Promise<string>;
  /** Sends a few records. Never repeated where they may have been dealt with. */
  sendRecords(request: BulkRecords, options?: VerbOptions): Promise<UploadEntityRecordsResponse>;
}

/** What the steps need of the facade. */
export interface Stepping {
  readonly client: SoapClient<BulkService>;
  readonly calls: Calls;
  readonly transfer: Transfer;
  readonly accountId: string | undefined;
  readonly environment: keyof typeof limits.rows;
}

/** Makes the steps. */
export function stepsOf(facade: Stepping): MicrosoftAdvertisingSteps {
  const { client, calls } = facade;
  return {
    uploadUrl: (request = {}, options = {}) =>
      calls.repeated(async () => {
        const { accountId = facade.accountId, responseMode: ResponseMode = "ErrorsAndResults" } = request;
        const body = { ResponseMode, AccountId: idOf("account", accountId) };
        const answer = dataOf(await client.GetBulkUploadUrl({ body }, callOptions(options)), refusalOf);
        const { RequestId: requestId, UploadUrl: url } = answer;
        if (requestId && url) return { requestId, url };
        throw new JobError("job.refused", "The Bulk service's answer names no address to upload to");
      }, options),
    sendFile: async (url, file, options = {}) => {
      const ready = await readyFile({ kind: "upload", file }, limits.rows[facade.environment], options.signal);
      await sendReady(facade, url, ready, options);
    },
    startDownload: async (request, options = {}) => {
      checkDownload(request);
      const id = await calls.carefully(() => startDownload(facade, request, options), options);
      if (id) return id;
      throw new JobError("job.refused", "The Bulk service's answer names no download");
    },
    sendRecords: (request, options = {}) =>
      calls.carefully(async () => {
        const { records, accountId = facade.accountId, responseMode: ResponseMode = "ErrorsAndResults" } = request;
        const body = { EntityRecords: records, ResponseMode, AccountId: idOf("account", accountId) };
        return dataOf(await client.UploadEntityRecords({ body }, callOptions(options)), refusalOf);
      }, options),
  };
}

/** Sends a file that is ready. */
export function sendReady(
  { calls, transfer }: Stepping,
  url: string,
  file: ReadyFile,
  options: SendOptions,
): Promise<void> {
  return calls.carefully(() => transfer.send(url, file, callOptions(options), options.onProgress), options);
}

async function startDownload(
  { client, accountId }: Stepping,
  request: BulkDownload,
  options: VerbOptions,
): Promise<string | null | undefined> {
  const { campaigns, accountIds = accountId === undefined ? [] : [accountId] } = request;
  const common = {
    CompressionType: request.compression ?? "Zip",
    DataScope: request.dataScope ?? ["EntityData"],
    DownloadEntities: request.entities,
    DownloadFileType: request.fileType ?? "Csv",
    FormatVersion: request.formatVersion ?? "6.0",
    ...(request.lastSyncTime === undefined ? {} : { LastSyncTimeInUTC: request.lastSyncTime }),
  } as const;
  const ends = callOptions(options);
  if (campaigns !== undefined) {
    const body = { Campaigns: scopesOf(campaigns), ...common };
    return dataOf(await client.DownloadCampaignsByCampaignIds({ body }, ends), refusalOf).DownloadRequestId;
  }
  const body = { AccountIds: accountIds.map((id) => idOf("account", id)), ...common };
  return dataOf(await client.DownloadCampaignsByAccountIds({ body }, ends), refusalOf).DownloadRequestId;
}

function scopesOf(campaigns: readonly BulkCampaign[]): ArrayOfCampaignScope {
  return campaigns.map(({ campaignId, parentAccountId }) => ({
    CampaignId: idOf("campaign", campaignId),
    ParentAccountId: idOf("account", parentAccountId),
  }));
}
