/** What the verbs promise: each only where the vendor has it, requests in the vendor's own words, handles that do not mix. */
import { expectTypeOf } from "vitest";
import type { BatchInfo, JobInfo } from "../../generated/salesforce/async-api.ts";
import type { GetJobStatusResponse } from "../../generated/ebay/bulk-data-exchange.ts";
import { ebay, type EbayRow } from "../../src/ebay.ts";
import { exactTarget } from "../../src/exacttarget.ts";
import type { JobHandle, JobResults, JobSnapshot } from "../../src/jobs/index.ts";
import { microsoftAdvertising, type BulkRow } from "../../src/microsoft-advertising.ts";
import { salesforce, type JobWithBatches, type SalesforceRow } from "../../src/salesforce.ts";
import { superOffice, type Task, type TaskRow } from "../../src/superoffice.ts";

const sf = salesforce({ session: "s", instance: "https://example.my.salesforce.com" });
const so = superOffice({ endpoint: "https://online.superoffice.com/Cust12345/api/v1", token: "t" });
const et = exactTarget({ username: "u", password: "p" });
const file = new Blob(["Name\nx\n"]);

// Salesforce: a job with batches, or a query; batches of a job are listed, jobs are not.
const job = await sf.submit({ operation: "insert", object: "Account", file });
expectTypeOf(job).toEqualTypeOf<JobHandle<"salesforce", "job">>();
expectTypeOf(sf.cancel(job)).resolves.toEqualTypeOf<JobSnapshot<JobWithBatches>>();
expectTypeOf(sf.results(job)).resolves.toEqualTypeOf<JobResults<SalesforceRow>>();
expectTypeOf(sf.closeJob("750")).resolves.toEqualTypeOf<JobInfo>();
for await (const { raw } of sf.list({ jobId: job.id })) expectTypeOf(raw).toEqualTypeOf<BatchInfo>();
// @ts-expect-error an upload needs a file
void sf.submit({ operation: "insert", object: "Account" });
// @ts-expect-error a query takes none
void sf.submit({ operation: "query", object: "Account", query: "SELECT Id FROM Account", file });
// @ts-expect-error there is no list of jobs
void sf.list();
// @ts-expect-error batches cannot be aborted alone
void sf.cancel(sf.batch("750", "751"));

// SuperOffice: tasks by state have the members of a task, a search has columns of its own.
const task = await so.submit({ Name: "Export" });
for await (const { raw } of so.list({ state: "Started" })) expectTypeOf(raw).toEqualTypeOf<Task>();
for await (const { raw } of so.list({ filter: "name begins 'E'" })) expectTypeOf(raw).toEqualTypeOf<TaskRow>();
void so.cancel(task, { despiteWarning: true });
// @ts-expect-error All is for lists, not a state to be stopped in
void so.cancel({ state: "All" });
// @ts-expect-error a handle of another vendor
void so.cancel(job);

// ExactTarget: exports are started and followed; there is neither list nor end, and the file lies elsewhere.
const batch = await et.submit({ system: "tracking", subAction: "all_ToFTP" });
expectTypeOf((await et.locate(batch)).host).toEqualTypeOf<string>();
// @ts-expect-error no list of exports
void et.list;
// @ts-expect-error no way to stop one
void et.cancel;
// @ts-expect-error no results over this API
void et.results;

// Microsoft Advertising: uploads and downloads have handles of their own; there is neither list nor end.
const ms = microsoftAdvertising({ token: "t", developerToken: "d", customerId: "1", accountId: "2" });
const upload = await ms.submit({ kind: "upload", file });
expectTypeOf(upload).toEqualTypeOf<JobHandle<"microsoft-advertising", "upload">>();
const download = await ms.submit({ kind: "download", entities: ["Campaigns"] });
expectTypeOf(download).toEqualTypeOf<JobHandle<"microsoft-advertising", "download">>();
expectTypeOf(ms.results(download)).resolves.toEqualTypeOf<JobResults<BulkRow>>();
const outcome = await ms.uploadRecords({ records: ["Type", "Campaign"] });
expectTypeOf(outcome.kind).toEqualTypeOf<"done" | "job">();
// @ts-expect-error no list of jobs
void ms.list;
// @ts-expect-error no way to stop one
void ms.cancel;
// @ts-expect-error a download takes no file
void ms.submit({ kind: "download", entities: ["Campaigns"], file });
// @ts-expect-error an entity that there is not
void ms.submit({ kind: "download", entities: ["Dogs"] });
// @ts-expect-error the request is not of the handle's kind
void ms.resume(upload, { kind: "download", entities: ["Campaigns"] });

// eBay: one kind of handle for both, and all verbs.
const shop = ebay({ token: "t" });
const sale = await shop.submit({ kind: "upload", type: "AddItem", file });
expectTypeOf(sale).toEqualTypeOf<JobHandle<"ebay", "job">>();
expectTypeOf(shop.cancel(sale)).resolves.toEqualTypeOf<JobSnapshot<GetJobStatusResponse>>();
expectTypeOf(shop.results(sale)).resolves.toEqualTypeOf<JobResults<EbayRow>>();
for await (const { raw } of shop.list({ states: ["Created"] })) expectTypeOf(raw).toEqualTypeOf<GetJobStatusResponse>();
// @ts-expect-error a report takes no file
void shop.submit({ kind: "download", type: "SoldReport", file });
// @ts-expect-error an upload needs its file
void shop.submit({ kind: "upload", type: "AddItem" });
