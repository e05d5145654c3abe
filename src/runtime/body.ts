import { TransportError } from "./errors.ts";

/** What reading a body needs to know of its call. */
export interface BodyContext {
  /** What the call is, for messages. */
  readonly name: string;
  readonly signal: AbortSignal;
  /** Turns what a broken connection throws into a `TransportError`. */
  readonly broken: (cause?: unknown) => TransportError;
}

/**
 * Reads a body to its end, and no further than the limit: what is beyond is cancelled, not stored.
 *
 * @throws TransportError `transport.size`, `transport.connection`, or the reason of the signal
 */
export async function readBody(response: Response, maxBytes: number, context: BodyContext): Promise<Uint8Array> {
  if (response.body === null) return new Uint8Array();
  const reader = response.body.getReader();
  const announced = announcedLength(response);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const cancel = cancelOnAbort(reader, context.signal);
  try {
    if (announced !== undefined && announced > maxBytes) throw tooLarge(context.name, maxBytes, announced);
    for (;;) {
      const { done, value } = await readChunk(reader, context);
      if (done) break;
      size += value.byteLength;
      if (size > maxBytes) throw tooLarge(context.name, maxBytes);
      chunks.push(value);
    }
  } catch (error) {
    // The connection is closed instead of read to its end; that it was broken already is no news.
    reader.cancel(error).catch(() => undefined);
    throw error;
  } finally {
    cancel.release();
  }
  if (announced !== undefined && size < announced) throw context.broken();
  return joined(chunks, size);
}

/**
 * A body handed to the caller as a stream: not limited in size, errors as `TransportError`, aborted by the call's signal.
 *
 * @param clean what the caller gets to see of an error
 * @param ended told when nothing more will come
 */
export function streamBody(
  response: Response,
  context: BodyContext,
  clean: (thrown: unknown) => Error,
  ended: () => void,
): ReadableStream<Uint8Array> {
  const reader = (response.body ?? new Blob([]).stream()).getReader();
  const cancel = cancelOnAbort(reader, context.signal);
  const end = (): void => {
    cancel.release();
    ended();
  };
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const { done, value } = await readChunk(reader, context);
          if (!done) return controller.enqueue(value);
          end();
          controller.close();
        } catch (error) {
          end();
          throw clean(error);
        }
      },
      cancel: (reason) => {
        end();
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

type Reader = ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;

async function readChunk(reader: Reader, { signal, broken }: BodyContext): ReturnType<Reader["read"]> {
  try {
    const chunk = await reader.read();
    // A cancelled stream looks like one at its end.
    signal.throwIfAborted();
    return chunk;
  } catch (error) {
    signal.throwIfAborted();
    throw broken(error);
  }
}

/** Makes a pending read end when the signal fires, also for streams that know nothing of the signal. */
function cancelOnAbort(reader: Reader, signal: AbortSignal): { release(): void } {
  const cancel = (): void => {
    reader.cancel(signal.reason).catch(() => undefined);
  };
  if (signal.aborted) cancel();
  signal.addEventListener("abort", cancel, { once: true });
  return { release: () => signal.removeEventListener("abort", cancel) };
}

/**
 * Content-Length, where it counts the bytes that are delivered: a compressed body is delivered unpacked. Of answers from
 * another origin browsers show the length, but not whether they are compressed.
 */
function announcedLength({ headers, type }: Response): number | undefined {
  const length = headers.get("content-length");
  if (length === null || !/^\d+$/.test(length) || headers.has("content-encoding") || type === "cors") return undefined;
  return Number(length);
}

function tooLarge(name: string, maxBytes: number, announced?: number): TransportError {
  const size = announced === undefined ? "more" : `${announced} bytes`;
  return new TransportError("transport.size", `${name}: the answer has ${size}, the limit is ${maxBytes} bytes`);
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
