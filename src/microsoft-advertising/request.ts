/** What is asked of the Bulk service, and its limits. */
import type {
  CompressionType,
  DataScope,
  DownloadEntity,
  DownloadFileType,
  ResponseMode,
} from "../../generated/microsoft-advertising/bulk-service.ts";
import { checkLimit, type FileSource } from "../jobs/source.ts";
import { JobError } from "../runtime/errors.ts";

/** A file with changes for one account. */
export interface BulkUpload {
  readonly kind: "upload";
  /**
   * The file: comma- or tab-separated text in UTF-8, with or without a byte order mark (it is added), or a ZIP archive with such a
   * file. At most 100 MiB and 4,000,000 rows (20,000 in the sandbox of the service).
   */
  readonly file: FileSource;
  /** Account that the file is for; that of the facade where it is absent. */
  readonly accountId?: string;
  /** `zip` has the file packed before it is sent (needs the package `@zip.js/zip.js`). Default `none`. */
  readonly compression?: "none" | "zip";
  /** Default `ErrorsAndResults`: the result has all rows. */
  readonly responseMode?: ResponseMode;
}

/** A campaign of an account. */
export interface BulkCampaign {
  readonly campaignId: string;
  readonly parentAccountId: string;
}

/** A download of campaigns: of accounts (that of the facade where neither is given) or one by one, at most 1,000. */
export interface BulkDownload {
  readonly kind: "download";
  /** Uploads have one. */
  readonly file?: never;
  readonly accountIds?: readonly string[];
  readonly campaigns?: readonly BulkCampaign[];
  readonly entities: readonly DownloadEntity[];
  /** Default `EntityData`. */
  readonly dataScope?: DataScope;
  /** Default `Zip`. Results are unpacked while they are read. */
  readonly compression?: CompressionType;
  /** Default `Csv`. */
  readonly fileType?: DownloadFileType;
  /** Default `6.0`. */
  readonly formatVersion?: string;
  /** Only what has changed since: the Sync Time of the account's record in the download before. At most 30 days ago. */
  readonly lastSyncTime?: string;
}

/** A few records, dealt with at once where the service can. */
export interface BulkRecords {
  /** Lines of a file, its header and its Format Version among them; at most 1,000. */
  readonly records: readonly string[];
  readonly accountId?: string;
  /** Default `ErrorsAndResults`. */
  readonly responseMode?: ResponseMode;
}

/** Limits that the documentation names. */
export const limits: {
  readonly bytes: number;
  readonly rows: Readonly<Record<"production" | "sandbox", number>>;
  readonly campaigns: number;
  readonly records: number;
} = {
  bytes: 100 * 1024 * 1024,
  rows: { production: 4_000_000, sandbox: 20_000 },
  campaigns: 1000,
  records: 1000,
};

/**
 * Checks a download before anything is sent.
 *
 * @throws JobError `job.request`, `job.limit`
 */
export function checkDownload({ entities, campaigns, accountIds }: BulkDownload): void {
  if (entities.length === 0) throw incomplete("a download names the entities that it is to have");
  if (campaigns !== undefined && accountIds !== undefined)
    throw incomplete("a download is of accounts, or of campaigns");
  checkLimit("Microsoft Advertising", "campaigns in a download", limits.campaigns, campaigns?.length);
}

/**
 * An id as the contract has it.
 *
 * @param what whose id it is, for the error
 * @throws JobError `job.request` where it is none
 */
export function idOf(what: string, text: string | undefined): bigint {
  if (text !== undefined && /^\d{1,19}$/.test(text)) return BigInt(text);
  throw incomplete(text === undefined ? `no id of the ${what} is given` : `${text} is no id of the ${what}`);
}

/** The error for a request that is not complete, or not right. */
export function incomplete(why: string): JobError {
  return new JobError("job.request", `Nothing was sent to Microsoft Advertising: ${why}`);
}
