/** A process that reads one stream, and prints what it took as JSON: `<contender> <bytes> <chunk> <clock>`. */
import { batchStream } from "../inputs/batch-stream.ts";
import { clockOf, now } from "../measure/sample.ts";
import { streamContenders, type Counted } from "./contenders.ts";
import { Tenths } from "./tenths.ts";

/** What reading or writing a stream took. */
export interface Streamed extends Counted {
  readonly bytes: number;
  readonly seconds: number;
  /** Resident memory in MB after each tenth of the stream. */
  readonly memory: readonly number[];
  /** Its peak over the whole life of the process. */
  readonly peak: number;
}

async function main(): Promise<void> {
  const [name = "", size = "0", chunk = "65536", clock = "wall"] = process.argv.slice(2);
  const contender = streamContenders.find((one) => one.name === name);
  if (contender === undefined) throw new Error(`There is no contender ${name}`);
  // What has to be compiled is compiled before the clock starts.
  await contender.read(batchStream(5_000_000, 65_536));
  const tenths = new Tenths(Number(size));
  const watched = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      tenths.add(piece.length);
      controller.enqueue(piece);
    },
  });
  const started = now(clockOf(clock));
  const counted = await contender.read(batchStream(Number(size), Number(chunk)).pipeThrough(watched));
  const seconds = now(clockOf(clock)) - started;
  const peak = process.resourceUsage().maxRSS / 1024;
  const streamed: Streamed = { ...counted, bytes: tenths.bytes, seconds, memory: tenths.memory, peak };
  process.stdout.write(`${JSON.stringify(streamed)}\n`);
}

void main();
