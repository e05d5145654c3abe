/** A process that writes a list of batches as a stream, and prints what it took as JSON: `<bytes> <clock>`. */
import { batchInfoList, type BatchInfo } from "../../../generated/salesforce/async-api.ts";
import { encodeStream } from "../../../src/runtime/index.ts";
import { batchList } from "../inputs/batch-list.ts";
import { clockOf, now, type Clock } from "../measure/sample.ts";
import type { Streamed } from "./one.ts";
import { Tenths } from "./tenths.ts";

/** Batches until so many bytes are written. */
function* batches(isEnough: () => boolean): Generator<BatchInfo> {
  const block = batchList(500).batchInfo;
  while (!isEnough()) yield* block;
}

async function written(size: number, clock: Clock): Promise<Streamed> {
  const tenths = new Tenths(size);
  let items = 0;
  let records = 0;
  function* counted(): Generator<BatchInfo> {
    for (const batch of batches(() => tenths.bytes >= size)) {
      items += 1;
      records += batch.numberRecordsProcessed;
      yield batch;
    }
  }
  const started = now(clock);
  for await (const chunk of encodeStream(batchInfoList, { batchInfo: counted() })) tenths.add(chunk.length);
  const seconds = now(clock) - started;
  const peak = process.resourceUsage().maxRSS / 1024;
  return { items, records, bytes: tenths.bytes, seconds, memory: tenths.memory, peak };
}

async function main(): Promise<void> {
  const [size = "0", clock = "wall"] = process.argv.slice(2);
  // What has to be compiled is compiled before.
  await written(5_000_000, "wall");
  process.stdout.write(`${JSON.stringify(await written(Number(size), clockOf(clock)))}\n`);
}

void main();
