/** What the facades' types promise: the vendor's own answer by kind of job, and a state that has to be handled whole. */
import { expectTypeOf } from "vitest";
import type { GetJobStatusResponse, JobStatus } from "../../generated/ebay/bulk-data-exchange.ts";
import type { Message } from "../../generated/exacttarget/batch.ts";
import type {
  GetBulkDownloadStatusResponse,
  GetBulkUploadStatusResponse,
} from "../../generated/microsoft-advertising/bulk-service.ts";
import type { BatchInfo, BatchInfoList, BatchStateEnum, JobInfo } from "../../generated/salesforce/async-api.ts";
import type { components } from "../../generated/superoffice/batch-task.ts";
import { ebay } from "../../src/ebay.ts";
import { exactTarget } from "../../src/exacttarget.ts";
import {
  waitForJob,
  watchJob,
  type JobHandle,
  type JobOutcome,
  type JobSnapshot,
  type JobSource,
  type JobState,
} from "../../src/jobs/index.ts";
import { microsoftAdvertising } from "../../src/microsoft-advertising.ts";
import type { Listed, Unrecognized } from "../../src/runtime/index.ts";
import { salesforce } from "../../src/salesforce.ts";
import { superOffice } from "../../src/superoffice.ts";

declare const signal: AbortSignal;

const ms = microsoftAdvertising({
  token: async () => "t",
  developerToken: "d",
  customerId: "1",
  environment: "sandbox",
});
const shop = ebay({ token: "t" });
const sf = salesforce({ session: () => "s", instance: "https://example.my.salesforce.com", version: "67.0" });
const so = superOffice({ endpoint: "https://online.superoffice.com/Cust12345/api/v1", token: "t", scheme: "SoTicket" });
const et = exactTarget({ username: "u", password: "p" });

// The raw answer is the vendor's own, by kind of job.
expectTypeOf(ms.status(ms.upload("u"))).resolves.toEqualTypeOf<JobSnapshot<GetBulkUploadStatusResponse>>();
expectTypeOf(ms.status(ms.download("d"))).resolves.toEqualTypeOf<JobSnapshot<GetBulkDownloadStatusResponse>>();
expectTypeOf(shop.status(shop.job("7"))).resolves.toEqualTypeOf<JobSnapshot<GetJobStatusResponse>>();
expectTypeOf(sf.status(sf.batch("750", "751"))).resolves.toEqualTypeOf<JobSnapshot<BatchInfo>>();
expectTypeOf(sf.status(sf.batchList("750"))).resolves.toEqualTypeOf<JobSnapshot<BatchInfoList>>();
expectTypeOf((await sf.status(sf.job("750"))).raw).toEqualTypeOf<{
  readonly job: JobInfo;
  readonly batches: BatchInfoList;
}>();
expectTypeOf((await so.status(so.task(212))).raw).toEqualTypeOf<components["schemas"]["BatchTaskInfo"]>();
expectTypeOf(et.status(et.batch("1"))).resolves.toEqualTypeOf<JobSnapshot<Message>>();

// So it is where jobs are waited for and watched.
expectTypeOf(
  ms.wait(ms.upload("u"), { signal, deadline: 1000, onSnapshot: ({ raw }) => raw.RequestStatus }),
).resolves.toEqualTypeOf<JobOutcome<JobHandle<"microsoft-advertising", "upload">, GetBulkUploadStatusResponse>>();
for await (const snapshot of sf.watch(sf.batch("750", "751"))) expectTypeOf(snapshot.raw).toEqualTypeOf<BatchInfo>();

// An outcome has to be looked at before there is a snapshot for sure.
const outcome = await shop.wait(shop.job("7"));
// @ts-expect-error a job that still runs may have no snapshot
void outcome.snapshot.state;
if (outcome.kind === "still-running") {
  expectTypeOf(outcome.handle).toEqualTypeOf<JobHandle<"ebay", "job">>();
  expectTypeOf(outcome.snapshot).toEqualTypeOf<JobSnapshot<GetJobStatusResponse> | undefined>();
} else {
  expectTypeOf(outcome.snapshot.state).toEqualTypeOf<JobState>();
}

// Handles of other vendors and kinds are refused.
// @ts-expect-error a job of another vendor
ms.status(shop.job("7"));
// @ts-expect-error a kind that the vendor does not have
shop.status({ vendor: "ebay", kind: "batch", id: "7" });
// @ts-expect-error a batch needs its job
sf.batch("751");
// @ts-expect-error a task is named by a number or its text
so.task({});
// @ts-expect-error the field is called State
void (await so.status(so.task(212))).raw.Status;

// Credentials and addresses that a vendor needs cannot be forgotten.
// @ts-expect-error the developer token is missing
microsoftAdvertising({ token: "t", customerId: "1" });
// @ts-expect-error the customer's address is missing
superOffice({ token: "t" });
// @ts-expect-error the password is missing
exactTarget({ username: "u" });
// @ts-expect-error no such environment
ebay({ token: "t", environment: "staging" });

// Every facade can be followed by the functions that take any source; a saved handle fits too.
const sources: readonly JobSource[] = [ms, shop, sf, so, et];
declare const saved: JobHandle;
for (const source of sources) {
  expectTypeOf(waitForJob(source, saved)).resolves.toEqualTypeOf<JobOutcome<JobHandle, unknown>>();
  expectTypeOf(watchJob(source, saved).next()).resolves.toHaveProperty("value");
}

// A switch over the states has to be whole.
export function describe(state: JobState): string {
  switch (state) {
    case "queued":
    case "running":
    case "unknown":
      return "not ended";
    case "succeeded":
    case "partially-failed":
    case "failed":
    case "aborted":
      return "ended";
  }
}
// @ts-expect-error a state is missing: the function may answer nothing
export function incomplete(state: JobState): string {
  switch (state) {
    case "queued":
    case "running":
    case "unknown":
    case "succeeded":
    case "failed":
    case "aborted":
      return "";
  }
}

// The state tables are maps over the contracts' own enumerations, without what is not listed.
expectTypeOf<Listed<JobStatus>>().toEqualTypeOf<
  "Created" | "Scheduled" | "InProcess" | "Completed" | "Aborted" | "Failed"
>();
expectTypeOf<Extract<JobStatus, Unrecognized>>().toEqualTypeOf<Unrecognized>();
expectTypeOf<Listed<BatchStateEnum>>().toEqualTypeOf<
  "Queued" | "InProgress" | "Completed" | "Failed" | "NotProcessed"
>();
// @ts-expect-error a table that misses a value does not compile
({ Queued: "queued" }) satisfies Readonly<Record<Listed<BatchStateEnum>, JobState>>;
