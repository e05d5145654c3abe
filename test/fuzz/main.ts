/** `npm run fuzz`: random documents for so many minutes, against saxes and slimdom. */
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import type { Difference, Tally } from "./run.ts";

/** Milliseconds that a batch may take: a few hundred of documents that take microseconds each. */
const patience = 30_000;

/** Differences that are shown. */
const most = 20;

const usage = `npm run fuzz -- [options]
  --minutes <n>  how long; 1 when absent
  --seed <n>     where to begin; a run says which seeds it tried, and the same seed gives the same documents`;

/** What the thread tells after a batch. */
export interface Told {
  readonly seed: number;
  readonly tally: Tally;
}

interface Options {
  readonly minutes: number;
  readonly seed: number;
}

function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({ args: [...args], options: { minutes: { type: "string" }, seed: { type: "string" } } });
  const minutes = Number(values.minutes ?? "1");
  const seed = Number(values.seed ?? "1");
  if (!(minutes > 0)) throw new Error(`--minutes is a number above 0, not ${values.minutes}`);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error(`--seed is a whole number, not ${values.seed}`);
  return { minutes, seed };
}

/** Tries seeds one after the other on a thread of their own, so that one that does not end can be told. */
function run({ minutes, seed: first }: Options): Promise<boolean> {
  const ends = Date.now() + minutes * 60_000;
  const worker = new Worker(new URL("worker.ts", import.meta.url));
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  let timer: NodeJS.Timeout | undefined;
  let [documents, read, refused, unjudged] = [0, 0, 0, 0];
  const differences: Difference[] = [];
  const finish = (seed: number, hung: boolean): void => {
    clearTimeout(timer);
    void worker.terminate();
    console.log(
      `seeds ${first} to ${seed}: ${documents} documents, ${read} read, ${refused} refused, ${unjudged} not judged`,
    );
    console.log(`${differences.length} differences${hung ? `; seed ${seed} does not end` : ""}`);
    for (const difference of differences.slice(0, most)) console.log(shown(difference));
    resolve(!hung && differences.length === 0);
  };
  const ask = (seed: number): void => {
    timer = setTimeout(() => finish(seed, true), patience);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(seed);
  };
  worker.on("error", reject);
  worker.on("message", ({ seed, tally }: Told) => {
    clearTimeout(timer);
    documents += tally.documents;
    read += tally.read;
    refused += tally.refused;
    unjudged += tally.unjudged;
    differences.push(...tally.differences);
    if (Date.now() < ends && differences.length < most) ask(seed + 1);
    else finish(seed, false);
  });
  ask(first);
  return promise;
}

function shown({ reader, document, ours, theirs }: Difference): string {
  const text =
    typeof document === "string"
      ? JSON.stringify(document)
      : `base64 ${Buffer.from(document).toString("base64")} (${JSON.stringify(new TextDecoder().decode(document))})`;
  return `\n${reader}: ${text}\n  ours: ${ours}\n  ${theirs}`;
}

try {
  process.exitCode = (await run(optionsOf(process.argv.slice(2)))) ? 0 : 1;
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 2;
}
