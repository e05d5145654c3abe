/** Files to upload and the progress of carrying them. */
import { JobError } from "../runtime/errors.ts";

/**
 * A file to upload. It can be read several times, so that an upload can be repeated and limits be checked before: a `Blob` and a
 * `File` are one; `fs.openAsBlob` makes one of a file in Node without loading it.
 */
export interface FileSource {
  readonly name?: string;
  /** Bytes, where they are known before the file is read. */
  readonly size?: number;
  /** The content from its beginning. */
  stream(): ReadableStream<Uint8Array>;
}

/** How far carrying a file has come. */
export interface TransferProgress {
  readonly direction: "upload" | "download";
  /** Bytes carried so far, as they are on the wire: after compression. */
  readonly bytes: number;
  /** Bytes to carry, where that is known. */
  readonly total?: number;
  /** Rows or records among them, where they are counted on the way. */
  readonly rows?: number;
}

/** What the bytes of a file came to. */
export interface Measure {
  readonly bytes: number;
  /** Line ends outside of quotes; what stands behind the last one counts as a line. */
  readonly lines: number;
}

const QUOTE = 0x22;
const NEWLINE = 0x0a;

/** Counts bytes and lines of a delimited file in one pass, in constant memory. */
export async function measure(source: FileSource, signal?: AbortSignal): Promise<Measure> {
  let bytes = 0;
  let lines = 0;
  let quoted = false;
  let open = false;
  for await (const chunk of chunksOf(source.stream(), signal)) {
    bytes += chunk.byteLength;
    for (const byte of chunk) {
      if (byte === QUOTE) quoted = !quoted;
      if (byte === NEWLINE && !quoted) {
        lines += 1;
        open = false;
      } else open = true;
    }
  }
  return { bytes, lines: lines + (open ? 1 : 0) };
}

/** Chunks of a stream. Leaving the loop cancels the stream; so does the signal, whose reason is thrown. */
export async function* chunksOf(
  stream: ReadableStream<Uint8Array>,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader();
  const cancel = (): void => void reader.cancel(signal?.reason).catch(() => undefined);
  if (signal?.aborted === true) cancel();
  signal?.addEventListener("abort", cancel, { once: true });
  let ended = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      signal?.throwIfAborted();
      if (done) break;
      yield value;
    }
    ended = true;
  } finally {
    signal?.removeEventListener("abort", cancel);
    if (!ended) await reader.cancel().catch(() => undefined);
  }
}

/** Parts one after the other; a single one as it is. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [first, ...more] = parts;
  if (first === undefined || more.length === 0) return first ?? new Uint8Array();
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/** What somebody found at the beginning of chunks, which can be read from there afterwards. */
export interface Peeked<T> {
  /** Undefined where all of them have nothing of it. */
  readonly found: T | undefined;
  readonly whole: AsyncGenerator<Uint8Array, void, undefined>;
}

/** Hands chunks on until something is found in them. Where `look` throws, the chunks are let go of. */
export async function peeked<T>(
  chunks: AsyncIterable<Uint8Array>,
  look: (chunk: Uint8Array) => T | undefined,
): Promise<Peeked<T>> {
  const source = chunks[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let found: T | undefined;
  try {
    while (found === undefined) {
      const { done, value } = await source.next();
      if (done === true) break;
      head.push(value);
      found = look(value);
    }
  } catch (error) {
    await source.return?.();
    throw error;
  }
  async function* whole(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      yield* head;
      for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
    } finally {
      await source.return?.();
    }
  }
  return { found, whole: whole() };
}

/** A stream of chunks that are made as they are asked for. Cancelling it ends the generator. */
export function streamOf(chunks: AsyncIterator<Uint8Array, unknown, undefined>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await chunks.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => {
        await chunks.return?.(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/** The same stream, whoever is told of its progress. */
export function counted(
  stream: ReadableStream<Uint8Array>,
  tell: ((bytes: number) => void) | undefined,
): ReadableStream<Uint8Array> {
  if (tell === undefined) return stream;
  let bytes = 0;
  return stream.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        bytes += chunk.byteLength;
        controller.enqueue(chunk);
        tell(bytes);
      },
    }),
  );
}

/**
 * Checks a limit of the vendor before anything is sent.
 *
 * @param what the limit in the vendor's words: `bytes of a file`
 * @throws JobError `job.limit` naming limit and what was found
 */
export function checkLimit(vendor: string, what: string, limit: number, found: number | undefined): void {
  if (found === undefined || found <= limit) return;
  throw new JobError("job.limit", `${vendor} takes at most ${limit} ${what}, found ${found}; nothing was sent`);
}
