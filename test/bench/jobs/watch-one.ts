/** A process that watches jobs of five vendors at once: `<file with what the sandbox has>`. Prints what it saw as JSON. */
import { readFileSync } from "node:fs";
import { ebay } from "../../../src/ebay.ts";
import { exactTarget } from "../../../src/exacttarget.ts";
import {
  callBudget,
  waitForJob,
  type CallBudget,
  type Clock,
  type JobHandle,
  type JobSource,
} from "../../../src/jobs/index.ts";
import { microsoftAdvertising } from "../../../src/microsoft-advertising.ts";
import type { Interceptor } from "../../../src/runtime/index.ts";
import { salesforce } from "../../../src/salesforce.ts";
import { superOffice } from "../../../src/superoffice.ts";
import type { Played } from "./sandbox-one.ts";

/** What watching came to. */
export interface Watched {
  readonly jobs: number;
  /** Jobs that ended in another state than they were to. */
  readonly wrong: number;
  /** Jobs that were given up once, and watched again by their handles. */
  readonly again: number;
  readonly calls: number;
  /** Calls that failed and were repeated. */
  readonly repeated: number;
  /** Calls for a job that came sooner after the one before than the vendor's pace, or the wait after an error, allows. */
  readonly early: number;
  /** Calls under way at once to the vendor that wants one after the other. */
  readonly serial: number;
  readonly seconds: number;
  /** Resident memory in MB after each tenth of the jobs. */
  readonly memory: readonly number[];
  readonly peak: number;
}

/** Waits are this much shorter than in life, so that a run does not take hours. */
const HASTE = 20;

/** Milliseconds by which timers may be early; what a wait after an error is at the least. */
const TOLERANCE = 2 * HASTE;
const BACKOFF = 1000;

const clock: Clock = {
  now: () => performance.now() * HASTE,
  after: (milliseconds, callback) => {
    const timer = milliseconds === Infinity ? undefined : setTimeout(callback, milliseconds / HASTE);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};

let calls = 0;
let underWay = 0;
let serial = 0;

/** Counts what goes over the wire. */
const counting: Interceptor = (next) => (call) => {
  calls += 1;
  return next(call);
};

/** Counts what is under way at once. */
const counted: Interceptor = (next) => async (call) => {
  underWay += 1;
  serial = Math.max(serial, underWay);
  try {
    return await counting(next)(call);
  } finally {
    underWay -= 1;
  }
};

interface Common {
  readonly clock: Clock;
  readonly interceptors: readonly Interceptor[];
  readonly budget: CallBudget;
}

/** Connections are few: what waits, waits in the budget. */
const busy = { calls: Infinity, per: 1, concurrent: 24 } as const;

function sources(environment: Readonly<Record<string, string>>): Readonly<Record<string, JobSource>> {
  const value = (name: string): string => environment[`SPECWIRE_${name}`] ?? "";
  // Every vendor has a budget of its own.
  const common = (): Common => ({ clock, interceptors: [counting], budget: callBudget(busy, clock) });
  return {
    "microsoft-advertising": microsoftAdvertising({
      ...common(),
      endpoint: value("MICROSOFT_ADVERTISING_ENDPOINT"),
      token: value("MICROSOFT_ADVERTISING_TOKEN"),
      developerToken: value("MICROSOFT_ADVERTISING_DEVELOPER_TOKEN"),
      customerId: value("MICROSOFT_ADVERTISING_CUSTOMER_ID"),
      accountId: value("MICROSOFT_ADVERTISING_ACCOUNT_ID"),
    }),
    ebay: ebay({ ...common(), endpoint: value("EBAY_ENDPOINT"), token: value("EBAY_TOKEN") }),
    salesforce: salesforce({
      ...common(),
      endpoint: value("SALESFORCE_ENDPOINT"),
      session: value("SALESFORCE_TOKEN"),
    }),
    superoffice: superOffice({
      ...common(),
      endpoint: value("SUPEROFFICE_ENDPOINT"),
      token: value("SUPEROFFICE_TOKEN"),
    }),
    exacttarget: exactTarget({
      clock,
      interceptors: [counted],
      endpoint: value("EXACTTARGET_ENDPOINT"),
      username: value("EXACTTARGET_USERNAME"),
      password: value("EXACTTARGET_PASSWORD"),
    }),
  };
}

let early = 0;
let repeated = 0;
let again = 0;
let wrong = 0;

/** The source, with an eye on when it is asked. */
function observed(source: JobSource): JobSource {
  let answered = -Infinity;
  const least = Math.min(source.pace.first, BACKOFF) - TOLERANCE;
  return {
    pace: source.pace,
    retryDelay: (error, attempt) => source.retryDelay(error, attempt),
    status: async (handle, options) => {
      if (clock.now() - answered < least) early += 1;
      try {
        return await source.status(handle, options);
      } finally {
        answered = clock.now();
      }
    },
  };
}

async function watch(source: JobSource, handle: JobHandle, state: string): Promise<void> {
  const options = { clock, deadline: Infinity, onRetry: () => void (repeated += 1) };
  const one = observed(source);
  const outcome = await waitForJob(one, handle, options).catch(() => {
    // Too many errors in a row: what was saved of the job is its handle.
    again += 1;
    return waitForJob(one, handle, options);
  });
  const found = outcome.kind === "finished" ? outcome.snapshot.state : "still running";
  if (found !== state) wrong += 1;
}

async function main(): Promise<void> {
  const played = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Played;
  const all = sources(played.environment);
  const memory: number[] = [];
  const started = performance.now();
  let ended = 0;
  const tenth = Math.max(1, Math.floor(played.jobs.length / 10));
  const follow = async ({ handle, outcome }: Played["jobs"][number]): Promise<void> => {
    const source = all[handle.vendor];
    if (source === undefined) throw new Error(`There is no vendor ${handle.vendor}`);
    await watch(source, handle, outcome);
    ended += 1;
    if (ended % tenth === 0) memory.push(process.memoryUsage().rss / 1e6);
  };
  await Promise.all(played.jobs.map(follow));
  const watched: Watched = {
    jobs: played.jobs.length,
    wrong,
    again,
    calls,
    repeated,
    early,
    serial,
    seconds: (performance.now() - started) / 1000,
    memory,
    peak: process.resourceUsage().maxRSS / 1024,
  };
  process.stdout.write(`${JSON.stringify(watched)}\n`);
}

void main();
