/** A list of batches of any size as a stream of bytes, made while it is read: a block of batches over and over. */
import { batchInfoXml, batchList, batchListEnd, batchListStart } from "./batch-list.ts";

const blockLength = 500;

/** Chunks of so many bytes, of a list of so many bytes at least. */
export function* batchChunks(bytes: number, chunk: number): Generator<Uint8Array<ArrayBuffer>, void> {
  const encoder = new TextEncoder();
  const block = encoder.encode(batchList(blockLength).batchInfo.map(batchInfoXml).join(""));
  const start = encoder.encode(batchListStart);
  const end = encoder.encode(batchListEnd);
  const total = start.length + Math.ceil(bytes / block.length) * block.length + end.length;
  // One buffer for each chunk, as a network has it: another for each would be this benchmark's own garbage.
  for (let at = 0; at < total; at += chunk) {
    const piece = new Uint8Array(Math.min(chunk, total - at));
    for (let filled = 0; filled < piece.length;) filled += fill(piece.subarray(filled), at + filled);
    yield piece;
  }

  /** Copies what stands at a place of the document; answers how many bytes that are. */
  function fill(target: Uint8Array, at: number): number {
    const tail = total - end.length;
    const [source, from] =
      at < start.length ? [start, at] : at >= tail ? [end, at - tail] : [block, (at - start.length) % block.length];
    const most = at >= tail || at < start.length ? source.length : Math.min(source.length, from + tail - at);
    const part = source.subarray(from, Math.min(most, from + target.length));
    target.set(part);
    return part.length;
  }
}

/** The chunks as a web stream that waits for its reader. */
export function batchStream(bytes: number, chunk: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  const chunks = batchChunks(bytes, chunk);
  return new ReadableStream(
    {
      pull(controller) {
        const next = chunks.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
    },
    { highWaterMark: 1 },
  );
}
