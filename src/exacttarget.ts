/**
 * Batch file exports of ExactTarget's XML API.
 *
 * The API is legacy: ExactTarget is Salesforce Marketing Cloud now, whose REST and SOAP APIs are to be preferred, and
 * Enterprise 2.0 accounts cannot call it.
 */
import { XmlApi, type Message } from "../generated/exacttarget/batch.ts";
import { resumeExport, startExport, type ExactTargetExport, type Send } from "./exacttarget/export.ts";
import { locatorOf, type ExportLocator } from "./exacttarget/locator.ts";
import { batchReading } from "./exacttarget/states.ts";
import { callOptions, dataOf } from "./jobs/answer.ts";
import { callBudget, type CallBudget } from "./jobs/budget.ts";
import { Calls } from "./jobs/calls.ts";
import type { Clock } from "./jobs/clock.ts";
import { Credentials } from "./jobs/credentials.ts";
import { jobsOf, type Jobs } from "./jobs/facade.ts";
import type { JobHandle, JobSnapshot, Pace } from "./jobs/model.ts";
import { callRetryDelay } from "./jobs/retry.ts";
import { snapshotOf } from "./jobs/states.ts";
import type { JobSubmitter, VerbOptions } from "./jobs/submit.ts";
import { createClient } from "./runtime/client.ts";
import type { ClientOptions, Secret, XmlClient } from "./runtime/service.ts";

/** What the facade takes, beside the options of every client. */
export interface ExactTargetOptions extends ClientOptions {
  /** Name and password of the API user. They travel inside the message. */
  readonly username: Secret;
  readonly password: Secret;
  /** Where absent, calls are made one after the other, as the API asks for. Share one between all facades of an account. */
  readonly budget?: CallBudget;
  /** Time and chance, for tests. */
  readonly clock?: Clock;
}

/** What the API answers. */
export interface ExactTargetRaws {
  readonly batch: Message;
}

/** Batch file exports of ExactTarget's XML API. */
export interface ExactTarget
  extends Jobs<typeof vendor, ExactTargetRaws>, JobSubmitter<ExactTargetExport, JobHandle<typeof vendor, "batch">> {
  /**
   * Where the file of an export is to be fetched, by FTP over SSL or SFTP. Rejects with `job.no-results` where there is none (yet).
   */
  locate(handle: JobHandle<typeof vendor, "batch">, options?: VerbOptions): Promise<ExportLocator>;
  /** The generated client. Messages carry their credentials themselves: `authorization()` has them. */
  readonly client: XmlClient<XmlApi>;
  /** What goes into a message's `authorization`. Rejects with `transport.credentials` where a function failed. */
  authorization(): Promise<{ readonly username: string; readonly password: string }>;
  /** An export by the batchID of its acknowledgement. */
  batch(batchId: string): JobHandle<typeof vendor, "batch">;
}

const vendor = "exacttarget";

/** Exports take minutes, and calls are to be made one after the other. */
const pace: Pace = { first: 5000, most: 60_000 };

/** A call that fails more often in a row can lock the API user. */
const ATTEMPTS = 3;

/** Connects to the API. Accounts of other instances than the first have another `endpoint`. */
export function exactTarget(options: ExactTargetOptions): ExactTarget {
  const { username, password, budget, clock, ...common } = options;
  const client = createClient(XmlApi, common);
  const credentials = new Credentials(XmlApi.name);
  const authorization = async (): Promise<{ readonly username: string; readonly password: string }> => ({
    username: await credentials.obtain(username, "user name"),
    password: await credentials.obtain(password, "password"),
  });
  const retryDelay = (error: unknown, attempt: number): number | undefined => callRetryDelay(error, attempt, ATTEMPTS);
  const own = callBudget({ calls: Infinity, per: 1, concurrent: 1 }, clock);
  // What follows a job waits for as long as Retry-After says by itself: a budget that nobody shares has not to.
  const serial = budget ?? { take: (signal?: AbortSignal) => own.take(signal), pause: () => undefined };
  const calls = new Calls({ retryDelay, budget: serial, clock });
  const send: Send = (system, verbOptions) =>
    calls.carefully(async () => {
      const body = { authorization: await authorization(), system };
      return dataOf(await client.startExport({ body }, callOptions(verbOptions)), (error) => error);
    }, verbOptions);
  const jobs = jobsOf<typeof vendor, ExactTargetRaws>(
    vendor,
    {
      batch: async (handle, asked) => {
        const system = { system_name: "batch", action: "inquire", search_type: "batchid", search_value: handle.id };
        const body = { authorization: await authorization(), system };
        const answer = dataOf(await client.inquireBatch({ body }, callOptions(asked)), (error) => error);
        return snapshotOf(handle, batchReading(answer, handle.id, credentials.redact), asked);
      },
    },
    pace,
    retryDelay,
    calls,
  );
  return {
    ...jobs,
    client,
    authorization,
    batch: (id) => ({ vendor, kind: "batch", id }),
    submit: (request, submitOptions = {}) => startExport(send, request, submitOptions, credentials.redact),
    resume: async (handle) => resumeExport(handle),
    locate: async (handle, verbOptions = {}) => {
      const ask = (): Promise<JobSnapshot> => jobs.status(handle, callOptions(verbOptions));
      // Status calls keep within the budget by themselves.
      return locatorOf(await new Calls({ retryDelay, clock }).repeated(ask, verbOptions));
    },
  };
}

export type { ExactTargetExport, ExportDays } from "./exacttarget/export.ts";
export type { ExportLocator } from "./exacttarget/locator.ts";
