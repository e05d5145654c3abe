/** What is asked of eBay's services, and their limits. */
import type {
  CreateRecurringJobRequest,
  DownloadRequestFilter,
  JobStatus,
} from "../../generated/ebay/bulk-data-exchange.ts";
import { gzipped } from "../jobs/packing.ts";
import { chunksOf, joined, type FileSource } from "../jobs/source.ts";
import { crc32 } from "../jobs/crc32.ts";
import { JobError } from "../runtime/errors.ts";

/** What to do where a job of the type is under way: eBay takes one at a time. */
export type WhenOpen =
  /** Reject with `job.refused`, which names the job. The default. */
  | "refuse"
  /** Abort that job first. */
  | "abort";

/** A file of requests, all of one type. */
export interface EbayUpload {
  readonly kind: "upload";
  /** What the requests are: `AddFixedPriceItem`, `ReviseInventoryStatus`, … */
  readonly type: string;
  /**
   * `BulkDataExchangeRequests` in XML, its Header first; packed with gzip before it is sent, unless it is gzip or a ZIP archive
   * already. At most 15 MiB when packed.
   */
  readonly file: FileSource;
  readonly whenOpen?: WhenOpen;
  /** How the file goes: as a part of its own (MTOM), or as base64 in the message. Default `attachment`. */
  readonly transfer?: "attachment" | "inline";
}

/** A report. */
export interface EbayDownload {
  readonly kind: "download";
  /** `ActiveInventoryReport`, `SoldReport`, `OrderReport`, `FeeSettlementReport`. */
  readonly type: string;
  readonly filter?: DownloadRequestFilter;
  readonly whenOpen?: WhenOpen;
}

/** Which jobs to list: those of the last 30 days where no time is given. */
export interface EbayJobQuery {
  readonly types?: readonly string[];
  readonly states?: readonly JobStatus[];
  readonly from?: string;
  readonly to?: string;
}

/** A report at regular times. */
export type EbayRecurring = Omit<CreateRecurringJobRequest, "UUID">;

/** Bytes that a file may have when it is packed. */
export const MOST_BYTES = 15_728_640;

/** A file as it is sent. It is small enough to be kept. */
export interface PackedFile {
  readonly format: "gzip" | "zip";
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Tells files apart. */
  readonly checksum: number;
}

/**
 * Packs a file.
 *
 * @throws JobError `job.limit` where it is too large, `job.request` where it is empty
 */
export async function packedFile(file: FileSource, signal: AbortSignal | undefined): Promise<PackedFile> {
  const head = await headOf(file);
  const format = head.startsWith("PK") ? "zip" : "gzip";
  const packed = format === "zip" || head.startsWith("\u001f\u008b") ? file.stream() : gzipped(file.stream());
  if (head === "") throw incomplete("the file is empty");
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(packed, signal)) {
    parts.push(chunk);
    size += chunk.length;
    if (size > MOST_BYTES) {
      const message = `eBay takes at most ${MOST_BYTES} bytes of a packed file, found more; nothing was sent`;
      throw new JobError("job.limit", message);
    }
  }
  const bytes = new Uint8Array(joined(parts));
  return { format, bytes, checksum: crc32(bytes, 0) };
}

async function headOf(file: FileSource): Promise<string> {
  for await (const chunk of chunksOf(file.stream())) {
    if (chunk.length > 0) return String.fromCharCode(...chunk.subarray(0, 2));
  }
  return "";
}

/** The error for a request that is not complete, or not right. */
export function incomplete(why: string): JobError {
  return new JobError("job.request", `Nothing was sent to eBay: ${why}`);
}
