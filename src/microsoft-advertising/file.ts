/** Makes a file ready for upload: byte order mark, archive, limits. */
import { crc32 } from "../jobs/crc32.ts";
import { zipped } from "../jobs/packing.ts";
import { checkLimit, chunksOf, measure, streamOf, type FileSource } from "../jobs/source.ts";
import { unzipped } from "../jobs/unzip.ts";
import { incomplete, limits, type BulkUpload } from "./request.ts";

/** A file as it is sent. */
export interface ReadyFile extends FileSource {
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
  /** Rows without the header. */
  readonly rows: number;
  /** Tells files apart. */
  readonly checksum: number;
}

const mark = Uint8Array.of(0xef, 0xbb, 0xbf);

/**
 * Goes through the file and makes it ready. What the service would refuse is refused here.
 *
 * @param mostRows rows that the service takes
 * @throws JobError `job.request`, `job.limit`
 */
export async function readyFile(upload: BulkUpload, mostRows: number, signal?: AbortSignal): Promise<ReadyFile> {
  const { file, compression = "none" } = upload;
  const archive = "archive" === (await formOf(file));
  if (archive || compression === "none") checkBytes(file.size);
  const text = archive ? contentOf(file) : withMark(file, (await formOf(file)) === "marked");
  const { lines, bytes } = await measure(text, signal);
  if (bytes <= mark.length) throw incomplete("the file is empty");
  const rows = Math.max(0, lines - 1);
  checkLimit("Microsoft Advertising", "rows in a file", mostRows, rows);
  const packed = archive ? file : compression === "zip" ? await zipped(text, "upload.csv") : text;
  const { size, checksum } = await weighed(packed, signal);
  checkBytes(size);
  const zip = packed !== text;
  return {
    name: zip ? "upload.zip" : "upload.csv",
    mediaType: zip ? "application/zip" : "text/csv",
    size,
    rows,
    checksum,
    stream: () => packed.stream(),
  };
}

function checkBytes(found: number | undefined): void {
  checkLimit("Microsoft Advertising", "bytes in a file", limits.bytes, found);
}

/** What the first bytes of a file say. */
async function formOf(file: FileSource): Promise<"archive" | "marked" | "text"> {
  const head: number[] = [];
  for await (const chunk of chunksOf(file.stream())) {
    head.push(...chunk.subarray(0, 4));
    if (head.length >= 4) break;
  }
  const [one, two, three] = head;
  if ((one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff))
    throw incomplete("the file is UTF-16, not UTF-8");
  if (one === 0x50 && two === 0x4b && three === 0x03) return "archive";
  return one === mark[0] && two === mark[1] && three === mark[2] ? "marked" : "text";
}

/** The service takes UTF-8 for something else where there is no mark. */
function withMark(file: FileSource, marked: boolean): FileSource {
  if (marked) return file;
  async function* parts(): AsyncGenerator<Uint8Array, void, undefined> {
    yield mark;
    yield* chunksOf(file.stream());
  }
  return { stream: () => streamOf(parts()) };
}

function contentOf(file: FileSource): FileSource {
  return { stream: () => streamOf(unzipped(chunksOf(file.stream()), "The archive")) };
}

async function weighed(
  file: FileSource,
  signal: AbortSignal | undefined,
): Promise<{ readonly size: number; readonly checksum: number }> {
  let size = 0;
  let checksum = 0;
  for await (const chunk of chunksOf(file.stream(), signal)) {
    size += chunk.length;
    checksum = crc32(chunk, checksum);
  }
  return { size, checksum };
}
