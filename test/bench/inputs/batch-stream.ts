/** A list of batches of any size as a stream of bytes, made while it is read: a block of batches over and over. */
import { batchInfoXml, batchList, batchListEnd, batchListStart } from "./batch-list.ts";

const blockLength = 500;

/** Chunks of so many bytes, of a list of so many bytes at least. */
export function* batchChunks(bytes: number, chunk: number): Generator<Uint8Array<ArrayBuffer>, void> {
  const encoder = new TextEncoder();
  const block = encoder.encode(batchList(blockLength).batchInfo.map(batchInfoXml).join(""));
  let rest = encoder.encode(batchListStart);
  let isLast = false;
  for (let written = 0; !isLast; written += block.length) {
    isLast = written >= bytes;
    const next = isLast ? encoder.encode(batchListEnd) : block;
    const joined = new Uint8Array(rest.length + next.length);
    joined.set(rest);
    joined.set(next, rest.length);
    let at = 0;
    for (; at + chunk <= joined.length; at += chunk) yield joined.slice(at, at + chunk);
    rest = joined.slice(at);
  }
  yield rest;
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
