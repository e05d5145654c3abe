/** What a job leaves behind: files of rows, streamed. */
import { JobError, TransportError } from "../runtime/errors.ts";
import { systemClock } from "./clock.ts";
import { chunksOf, streamOf, type TransferProgress } from "./source.ts";

/** Result files of a job. Nothing is fetched before a file is read. */
export interface JobResults<Row = Readonly<Record<string, string>>> {
  readonly files: readonly ResultFile<Row>[];
}

/** How to read a result file. */
export interface ReadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: TransferProgress) => void;
  /** Told of every break after which the file is taken up again. */
  readonly onRetry?: (error: unknown, delay: number) => void;
}

/** One result file. It may be read several times, as long as the vendor has it. */
export interface ResultFile<Row = Readonly<Record<string, string>>> {
  readonly name: string;
  /** Bytes of the content, where the vendor says before it is read. */
  readonly size?: number;
  /**
   * The content, decompressed as it comes, in constant memory. A file that is cut short or damaged ends in an error
   * (`transport.connection`, `job.results`), never as a shorter file.
   */
  bytes(options?: ReadOptions): ReadableStream<Uint8Array>;
  /** Its rows, one by one. Leaving the loop lets go of the file. */
  rows(options?: ReadOptions): AsyncIterable<ResultRow<Row>>;
}

/** What became of one row. */
export interface ResultRow<Row = Readonly<Record<string, string>>> {
  /** Counted from 1 in its file. */
  readonly number: number;
  readonly row: Row;
  readonly outcome: "succeeded" | "failed" | "unprocessed";
  /** Id that the vendor gave to the record. */
  readonly id?: string;
  readonly errors: readonly RowError[];
}

/** Why a row failed. */
export interface RowError {
  readonly code?: string;
  readonly message: string;
  /** Names of the fields that are at fault. */
  readonly field?: string;
}

/** One answer to a download. */
export interface Download {
  readonly stream: ReadableStream<Uint8Array>;
  /** Where in the file the stream begins: 0, or what was asked for where the server takes ranges. */
  readonly from: number;
  /** Bytes of the whole file, where the server says. */
  readonly size?: number;
}

/** How to get a file that may break off. */
export interface DownloadOptions extends ReadOptions {
  readonly name: string;
  /** Asks for the file from a byte on. A server that knows no ranges answers from 0: what was there already is passed over. */
  readonly open: (from: number) => Promise<Download>;
  /** Whether to go on after an error, and after how many milliseconds; `attempt` counts those without a byte between. */
  readonly retryDelay: (error: unknown, attempt: number) => number | undefined;
  /** Waits; rejects when the signal fires. */
  readonly sleep: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
  /** Milliseconds without a byte after which the connection counts as broken; one minute where absent. */
  readonly idle?: number;
}

const IDLE = 60_000;

/**
 * The bytes of a file, taken up again where the connection broke. Ends only after as many bytes as the server announced.
 *
 * @throws JobError `job.results` where there are fewer or more than that
 */
export function downloaded(options: DownloadOptions): ReadableStream<Uint8Array> {
  return streamOf(pieces(options));
}

async function* pieces(options: DownloadOptions): AsyncGenerator<Uint8Array, void, undefined> {
  const { name, open, retryDelay, sleep, signal, onProgress, onRetry, idle = IDLE } = options;
  let at = 0;
  let size: number | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const before = at;
    try {
      const download = await open(at);
      size = agreed(name, size, download.size);
      for await (const chunk of fromByte(download, at, patient(name, download.stream, idle, signal))) {
        at += chunk.byteLength;
        onProgress?.({ direction: "download", bytes: at, ...(size === undefined ? {} : { total: size }) });
        yield chunk;
      }
      if (size === undefined || at === size) return;
      throw new JobError("job.results", `${name} has ${at} bytes, ${size} were announced`, { retryable: at < size });
    } catch (error) {
      signal?.throwIfAborted();
      if (at > before) attempt = 1;
      const again = error instanceof JobError && error.retryable ? (attempt <= 3 ? 1000 : undefined) : undefined;
      const delay = again ?? retryDelay(error, attempt);
      if (delay === undefined) throw error;
      onRetry?.(error, delay);
      await sleep(delay, signal);
    }
  }
}

/** A file that changes its size while it is fetched is another file. */
function agreed(name: string, before: number | undefined, now: number | undefined): number | undefined {
  if (before !== undefined && now !== undefined && before !== now) {
    throw new JobError("job.results", `${name} changed while it was fetched: ${before} bytes, then ${now}`);
  }
  return now ?? before;
}

async function* fromByte(
  { from }: Download,
  at: number,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let position = from;
  for await (const chunk of chunks) {
    const skip = Math.min(Math.max(at - position, 0), chunk.byteLength);
    position += chunk.byteLength;
    if (skip < chunk.byteLength) yield chunk.subarray(skip);
  }
}

/** Chunks of a stream, as long as they keep coming. Time that the reader takes does not count. */
async function* patient(
  name: string,
  stream: ReadableStream<Uint8Array>,
  idle: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  const silence = new AbortController();
  const ends = signal === undefined ? silence.signal : AbortSignal.any([signal, silence.signal]);
  const chunks = chunksOf(stream, ends);
  const broken = (): void => {
    silence.abort(new TransportError("transport.deadline", `${name}: nothing came for ${idle} ms`));
  };
  try {
    for (;;) {
      const cancel = systemClock.after(idle, broken);
      const { done, value } = await chunks.next().finally(cancel);
      if (done === true) return;
      yield value;
    }
  } finally {
    await chunks.return();
  }
}

/** What a response to a ranged request carries (RFC 9110, 14). */
export function rangeOf(response: Response | undefined): { readonly from: number; readonly size?: number } {
  const headers = response?.headers;
  const [, start, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers?.get("content-range") ?? "") ?? [];
  if (response?.status === 206 && start !== undefined) {
    return { from: Number(start), ...(total === "*" || total === undefined ? {} : { size: Number(total) }) };
  }
  const length = headers?.get("content-length");
  const plain = length != null && /^\d+$/.test(length) && headers?.has("content-encoding") === false;
  return { from: 0, ...(plain ? { size: Number(length) } : {}) };
}
