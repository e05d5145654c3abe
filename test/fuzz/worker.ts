/** The thread of `npm run fuzz`: tries one seed after the other, as it is asked. */
import { parentPort } from "node:worker_threads";
import { readersUnderTest } from "../xml/ours.ts";
import type { Told } from "./main.ts";
import { runSeed, tally } from "./run.ts";

/** Documents of one seed. */
const batch = 500;

parentPort?.on("message", (seed: number) => {
  const found = tally();
  runSeed(seed, batch, readersUnderTest, found);
  const told: Told = { seed, tally: found };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(told);
});
