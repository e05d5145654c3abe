/** A process that reads one stream, and prints what it took as JSON: `<contender> <bytes> <chunk>`. */
import { batchStream } from "../inputs/batch-stream.ts";
import { streamContenders, type Counted } from "./contenders.ts";

/** What reading a stream took. */
export interface Streamed extends Counted {
  readonly bytes: number;
  readonly seconds: number;
  /** Resident memory in MB after each tenth of the stream. */
  readonly memory: readonly number[];
  /** Its peak over the whole life of the process. */
  readonly peak: number;
}

async function main(): Promise<void> {
  const [name = "", size = "0", chunk = "65536"] = process.argv.slice(2);
  const contender = streamContenders.find((one) => one.name === name);
  if (contender === undefined) throw new Error(`There is no contender ${name}`);
  // What has to be compiled is compiled before the clock starts.
  await contender.read(batchStream(5_000_000, 65_536));
  const watched = watching(Number(size));
  const started = performance.now();
  const counted = await contender.read(batchStream(Number(size), Number(chunk)).pipeThrough(watched.stream));
  const seconds = (performance.now() - started) / 1000;
  const peak = process.resourceUsage().maxRSS / 1024;
  const streamed: Streamed = { ...counted, bytes: watched.bytes(), seconds, memory: watched.memory, peak };
  process.stdout.write(`${JSON.stringify(streamed)}\n`);
}

/** Lets a stream of this size through, and notes the memory after each tenth. */
function watching(size: number): {
  readonly stream: TransformStream<Uint8Array, Uint8Array>;
  readonly memory: readonly number[];
  readonly bytes: () => number;
} {
  const memory: number[] = [];
  let bytes = 0;
  const stream = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      bytes += piece.length;
      while (bytes >= ((memory.length + 1) * size) / 10) memory.push(process.memoryUsage.rss() / 2 ** 20);
      controller.enqueue(piece);
    },
  });
  return { stream, memory, bytes: () => bytes };
}

void main();
