/** A process that measures, and prints what it found as JSON: `<work> <folder of inputs> <manner> <contender> …`. */
import { works } from "../works/index.ts";
import type { Manner, Sampled } from "./sample.ts";
import { storedIn } from "./stored.ts";

/** What a process found. */
export interface Found {
  readonly sampled: readonly Sampled[];
  /** Peak of the process's memory, in MB; its input and Node itself are in it. */
  readonly memory: number;
}

const [name = "", folder = "", manner = "{}", ...contenders] = process.argv.slice(2);
const work = works.find((one) => one.name === name);
if (work === undefined) throw new Error(`There is no work ${name}`);
// Printed by the process that starts this one.
const sampled = await work.measure(contenders, JSON.parse(manner) as Manner, storedIn(folder));
const found: Found = { sampled, memory: process.resourceUsage().maxRSS / 1024 };
process.stdout.write(`${JSON.stringify(found)}\n`);
