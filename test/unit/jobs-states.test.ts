/** What every word of every vendor means, through the facades: the rows of the state tables, the traps included. */
import { describe, expect, test, vi } from "vitest";
import type { JobSnapshot, JobState } from "../../src/jobs/index.ts";
import { ebayWith, exactTargetWith, microsoftWith, salesforceWith, superOfficeWith } from "../support/facades.ts";
import {
  adApiFault,
  answering,
  apiFault,
  batch,
  batchList,
  bulkStatus,
  ebayJob,
  exactTargetAnswer,
  salesforceJob,
  task,
  taskError,
  type Answer,
  type BatchFields,
} from "../support/vendor-answers.ts";

const terminal: Readonly<Record<JobState, boolean>> = {
  queued: false,
  running: false,
  succeeded: true,
  "partially-failed": true,
  failed: true,
  aborted: true,
  unknown: false,
};

function expectState(snapshot: JobSnapshot, state: JobState, word: string): void {
  expect(snapshot).toMatchObject({ state, rawState: word, terminal: terminal[state] });
}

type Rows = readonly (readonly [word: string, state: JobState])[];

describe("Microsoft Advertising", () => {
  const upload = (answer: Answer, previous?: JobSnapshot<never>) => {
    const ms = microsoftWith(answering(answer).fetch);
    return ms.status(ms.upload("u-1"), previous === undefined ? {} : { previous });
  };
  const download = (answer: Answer) => {
    const ms = microsoftWith(answering(answer).fetch);
    return ms.status(ms.download("d-1"));
  };

  const uploads: Rows = [
    ["PendingFileUpload", "queued"],
    ["FileUploaded", "queued"],
    ["InProgress", "running"],
    ["Completed", "succeeded"],
    ["CompletedWithErrors", "partially-failed"],
    ["Failed", "failed"],
    ["UploadFileRowCountExceeded", "failed"],
    ["UploadFileFormatNotSupported", "failed"],
    ["Aborted", "aborted"],
    ["Expired", "failed"],
    ["Throttled", "unknown"],
  ];
  test.each(uploads)("an upload that is %s: %s", async (word, state) => {
    expectState(await upload(bulkStatus("Upload", word)), state, word);
  });

  const downloads: Rows = [
    ["InProgress", "running"],
    ["Completed", "succeeded"],
    ["Failed", "failed"],
    ["FailedFullSyncRequired", "failed"],
    ["Unknown", "unknown"],
  ];
  test.each(downloads)("a download that is %s: %s", async (word, state) => {
    expectState(await download(bulkStatus("Download", word)), state, word);
  });

  test("no state at all: unknown, and not an end", async () => {
    const answer = bulkStatus("Upload", "");
    const nil = answer.body.replace(
      "<RequestStatus></RequestStatus>",
      '<RequestStatus i:nil="true" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"/>',
    );
    expectState(await upload({ body: nil }), "unknown", "");
    expectState(await upload({ body: answer.body.replace("<RequestStatus></RequestStatus>", "") }), "unknown", "");
  });

  test("hints: a full synchronisation is needed, the upload has expired", async () => {
    expect(await download(bulkStatus("Download", "FailedFullSyncRequired"))).toHaveProperty("hint", "full-sync");
    expect(await upload(bulkStatus("Upload", "Expired"))).toHaveProperty("hint", "expired");
    expect(await upload(bulkStatus("Upload", "Failed"))).not.toHaveProperty("hint");
  });

  test("the percentage, which says nothing of a job that failed", async () => {
    const inner = (percent: number): { inner: string } => ({ inner: `<PercentComplete>${percent}</PercentComplete>` });
    expect((await upload(bulkStatus("Upload", "InProgress", inner(35)))).progress).toBe(0.35);
    expect((await upload(bulkStatus("Upload", "Completed", inner(100)))).progress).toBe(1);
    expect(await upload(bulkStatus("Upload", "Failed", inner(0)))).not.toHaveProperty("progress");
    expect(await upload(bulkStatus("Upload", "InProgress"))).not.toHaveProperty("progress");
  });

  test("result address and errors of the job", async () => {
    const error =
      "<OperationError><Code>3225</Code><ErrorCode>RowCount</ErrorCode><Message>Too many</Message></OperationError>";
    const bare = "<OperationError><Code>7</Code></OperationError>";
    const url = "https://results.example.com/r.zip?sig=1&amp;x=2";
    const snapshot = await upload(
      bulkStatus("Upload", "Completed", { inner: `<Errors>${error}${bare}</Errors>`, url }),
    );
    expect(snapshot.results).toEqual([
      { kind: "url", url: "https://results.example.com/r.zip?sig=1&x=2", expiresAfter: 300_000 },
    ]);
    expect(snapshot.problems).toEqual([
      { code: "RowCount", message: "Too many", severity: "error" },
      { code: "7", message: "error 7", severity: "error" },
    ]);
    expect(snapshot.raw.ResultFileUrl).toContain("sig=1&x=2");
  });

  describe("an upload whose file never comes", () => {
    const pending = bulkStatus("Upload", "PendingFileUpload");

    test("is over 15 minutes after it was first seen to wait, whatever the service says", async () => {
      vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-01-01T00:00:00Z") });
      try {
        const ms = microsoftWith(answering(pending).fetch);
        const handle = ms.upload("u-1");
        const first = await ms.status(handle);
        expect(first.since).toBe("2026-01-01T00:00:00.000Z");
        vi.setSystemTime(Date.parse("2026-01-01T00:15:00Z"));
        const second = await ms.status(handle, { previous: first });
        expect(second).toMatchObject({ state: "queued", since: first.since });
        vi.setSystemTime(Date.parse("2026-01-01T00:15:01Z"));
        expect(await ms.status(handle, { previous: second })).toMatchObject({
          state: "failed",
          terminal: true,
          rawState: "PendingFileUpload",
          hint: "expired",
        });
      } finally {
        vi.useRealTimers();
      }
    });

    test("is over when the service has forgotten it", async () => {
      const ms = microsoftWith(answering(pending, apiFault(3216, "InvalidRequestId", "no such request")).fetch);
      const first = await ms.status(ms.upload("u-1"));
      expect(await ms.status(ms.upload("u-1"), { previous: first })).toMatchObject({
        state: "failed",
        terminal: true,
        hint: "expired",
      });
    });

    test("but one that was running and is forgotten, or never known, is an error", async () => {
      const fault = apiFault(3216, "InvalidRequestId", "no such request");
      const ms = microsoftWith(answering(bulkStatus("Upload", "InProgress"), fault).fetch);
      const previous = await ms.status(ms.upload("u-1"));
      await expect(ms.status(ms.upload("u-1"), { previous })).rejects.toMatchObject({ code: "job.unknown" });
      await expect(upload(fault)).rejects.toMatchObject({ code: "job.unknown", vendorCode: "3216" });
      await expect(upload(adApiFault(105, "InvalidCredentials", "no"))).rejects.toMatchObject({ code: "job.refused" });
    });
  });
});

describe("eBay", () => {
  const status = (answer: Answer) => {
    const client = ebayWith(answering(answer).fetch);
    return client.status(client.job("7"));
  };

  const words: Rows = [
    ["Created", "queued"],
    ["Scheduled", "queued"],
    ["InProcess", "running"],
    ["Completed", "succeeded"],
    ["Failed", "failed"],
    ["Aborted", "aborted"],
    ["Paused", "unknown"],
  ];
  test.each(words)("%s: %s", async (word, state) => {
    expectState(await status(ebayJob(word)), state, word);
  });

  test("Completed with errors counted is partially failed; errors of others change nothing", async () => {
    const errors = (count: number): string => `<errorCount>${count}</errorCount>`;
    expectState(await status(ebayJob("Completed", errors(1))), "partially-failed", "Completed");
    expectState(await status(ebayJob("Completed", errors(0))), "succeeded", "Completed");
    expectState(await status(ebayJob("InProcess", errors(2))), "running", "InProcess");
    expect((await status(ebayJob("Completed", errors(2)))).counts).toEqual({ failed: 2 });
  });

  test("progress is a double; times and the result's id", async () => {
    const running = await status(ebayJob("InProcess", "<percentComplete>12.5</percentComplete>"));
    expect(running.progress).toBe(0.125);
    expect(running.results).toEqual([]);
    const done = await status(
      ebayJob(
        "Completed",
        "<completionTime>2012-06-02T22:00:00.000Z</completionTime><fileReferenceId>99</fileReferenceId><inputFileReferenceId>98</inputFileReferenceId>",
      ),
    );
    expect(done.times).toEqual({ created: "2012-06-02T21:03:56.000Z", completed: "2012-06-02T22:00:00.000Z" });
    expect(done.results).toEqual([{ kind: "reference", id: "99", operation: "downloadFile" }]);
  });

  test("a warning beside the answer is a problem of the job", async () => {
    const warning =
      "<ack>Warning</ack><errorMessage><error><errorId>9007199254740993</errorId><domain>D</domain><severity>Warning</severity><category>Application</category><message>old version</message></error></errorMessage>";
    expect((await status(ebayJob("InProcess", "", warning))).problems).toEqual([
      { code: "9007199254740993", message: "old version", severity: "warning" },
    ]);
  });

  test("no profile: the job is not known", async () => {
    const answer = ebayJob("x").body.replace(/<jobProfile>.*<\/jobProfile>/, "");
    await expect(status({ body: answer })).rejects.toMatchObject({ code: "job.unknown" });
  });
});

describe("Salesforce", () => {
  const client = (...answers: readonly Answer[]) => salesforceWith(answering(...answers).fetch);
  const batchStatus = (word: string, fields?: BatchFields) => {
    const sf = client(batch(word, fields));
    return sf.status(sf.batch("750a", "751a"));
  };
  const jobStatus = (job: Answer, list: Answer) => {
    const byPath = (request: Request): Answer => (request.url.endsWith("/batch") ? list : job);
    const sf = salesforceWith(answering(byPath).fetch);
    return sf.status(sf.job("750a"));
  };
  const listStatus = (list: Answer) => {
    const sf = client(list);
    return sf.status(sf.batchList("750a"));
  };

  const words: Rows = [
    ["Queued", "queued"],
    ["InProgress", "running"],
    ["Completed", "succeeded"],
    ["Failed", "failed"],
    ["NotProcessed", "aborted"],
    ["Deferred", "unknown"],
  ];
  test.each(words)("a batch that is %s: %s", async (word, state) => {
    expectState(await batchStatus(word), state, word);
  });

  test("a completed batch with failed records: partially failed, failed if all", async () => {
    expectState(await batchStatus("Completed", { processed: 10, failed: 0 }), "succeeded", "Completed");
    expectState(await batchStatus("Completed", { processed: 10, failed: 1 }), "partially-failed", "Completed");
    expectState(await batchStatus("Completed", { processed: 2, failed: 2 }), "failed", "Completed");
    expect((await batchStatus("Completed", { processed: 10, failed: 1 })).counts).toEqual({ processed: 10, failed: 1 });
  });

  test("a batch that was not processed: its job tells the rest", async () => {
    expect(await batchStatus("NotProcessed")).toHaveProperty("hint", "follow-job");
  });

  test("a failed batch has results where records were processed; its message is a problem", async () => {
    const message = "InvalidBatch : Failed to process query: FUNCTIONALITY_NOT_ENABLED";
    const failed = await batchStatus("Failed", { processed: 3, message });
    expect(failed.results).toEqual([{ kind: "reference", id: "751a", operation: "getBatchResult" }]);
    expect(failed.problems).toEqual([{ code: "InvalidBatch", message, severity: "error" }]);
    expect((await batchStatus("Failed")).results).toEqual([]);
    expect((await batchStatus("Completed")).results).toHaveLength(1);
  });

  test.each([
    ["Open", batchList(), "queued"],
    ["Open", batchList(["Queued"]), "queued"],
    ["Open", batchList(["Queued"], ["Completed"]), "running"],
    // More may come: an open job has not ended.
    ["Open", batchList(["Completed"]), "running"],
    ["Open", batchList(["Failed"]), "running"],
    // Closed is not finished.
    ["Closed", batchList(["Queued"]), "queued"],
    ["Closed", batchList(["InProgress"], ["Completed"]), "running"],
    ["Closed", batchList(["Queued"], ["Completed"]), "running"],
    ["Closed", batchList(["Completed"], ["Completed"]), "succeeded"],
    ["Closed", batchList(["Completed"], ["Failed"]), "partially-failed"],
    ["Closed", batchList(["Completed", { processed: 9, failed: 1 }], ["Completed"]), "partially-failed"],
    ["Closed", batchList(["Completed", { processed: 9, failed: 9 }], ["Failed"]), "failed"],
    ["Closed", batchList(["Failed"], ["NotProcessed"]), "failed"],
    ["Closed", batchList(["NotProcessed"], ["NotProcessed"]), "aborted"],
    ["Closed", batchList(["Completed"], ["Deferred"]), "unknown"],
    ["Closed", batchList(), "succeeded"],
    ["Aborted", batchList(["InProgress"]), "aborted"],
    ["Failed", batchList(["Completed"]), "failed"],
    ["UploadComplete", batchList(), "queued"],
    ["InProgress", batchList(), "running"],
    ["JobComplete", batchList(), "succeeded"],
    ["NotProcessed", batchList(), "aborted"],
    ["Unknown", batchList(["Completed"]), "unknown"],
    ["Hibernating", batchList(["Completed"]), "unknown"],
  ] as const)("a job that is %s, by its batches %#: %s", async (word, list, state) => {
    expectState(await jobStatus(salesforceJob(word), list), state, word);
  });

  test("a completed job of the newer API with failed records", async () => {
    const job = salesforceJob("JobComplete", "<numberRecordsFailed>3</numberRecordsFailed>");
    expectState(await jobStatus(job, batchList()), "partially-failed", "JobComplete");
  });

  test("the job's counters are not believed: the batches are counted", async () => {
    const job = salesforceJob(
      "Closed",
      "<numberBatchesFailed>0</numberBatchesFailed><numberRecordsProcessed>1</numberRecordsProcessed>",
    );
    const list = batchList(
      ["Completed", { id: "751a", processed: 10, failed: 2 }],
      ["Failed", { id: "751b", processed: 0, message: "Timeout : too slow" }],
      ["InProgress", { id: "751c", processed: 5 }],
    );
    const snapshot = await jobStatus(job, list);
    expect(snapshot).toMatchObject({
      state: "running",
      progress: 2 / 3,
      counts: { processed: 15, failed: 2 },
      problems: [{ code: "Timeout", severity: "error" }],
      results: [{ id: "751a" }],
    });
    expect(snapshot.raw.job.numberBatchesFailed).toBe(0);
    expect(snapshot.raw.batches.batchInfo).toHaveLength(3);
  });

  test("PK chunking: the batch that was replaced is no failure", async () => {
    const list = batchList(
      ["NotProcessed", { id: "751a", created: "2012-06-02T21:00:00.000Z" }],
      ["Completed", { id: "751b", created: "2012-06-02T21:01:00.000Z", processed: 5 }],
      ["Completed", { id: "751c", created: "2012-06-02T21:01:00.000Z", processed: 5 }],
    );
    expect(await jobStatus(salesforceJob("Closed"), list)).toMatchObject({ state: "succeeded", progress: 1 });
    expect(await listStatus(list)).toMatchObject({ state: "succeeded", counts: { processed: 10 } });
  });

  test("a job that was aborted on its way: the last batches are NotProcessed, and that counts", async () => {
    const list = batchList(
      ["Completed", { id: "751a", created: "2012-06-02T21:00:00.000Z" }],
      ["NotProcessed", { id: "751b", created: "2012-06-02T21:01:00.000Z" }],
    );
    expect(await listStatus(list)).toMatchObject({ state: "partially-failed" });
  });

  test("two batches that were not processed: no PK chunking leaves that behind", async () => {
    const list = batchList(
      ["NotProcessed", { id: "751a", created: "2012-06-02T21:00:00.000Z" }],
      ["NotProcessed", { id: "751b", created: "2012-06-02T21:01:00.000Z" }],
      ["Completed", { id: "751c", created: "2012-06-02T21:02:00.000Z" }],
    );
    expect(await listStatus(list)).toMatchObject({ state: "partially-failed" });
  });

  test("a list of batches has ended when all of them have", async () => {
    expectState(await listStatus(batchList(["Completed"], ["InProgress"])), "running", "Completed, InProgress");
    expectState(await listStatus(batchList(["Completed"], ["Completed"])), "succeeded", "Completed");
    expectState(await listStatus(batchList()), "queued", "");
  });

  test("a version that is about to be removed is warned of, one that is gone is refused", async () => {
    const old = salesforceWith(answering(batch("Queued")).fetch, "s", "40.0");
    expect((await old.status(old.batch("750a", "751a"))).problems).toEqual([
      { code: "api-version", message: expect.stringContaining("40.0"), severity: "warning" },
    ]);
    const current = client(batch("Queued"));
    expect((await current.status(current.batch("750a", "751a"))).problems).toEqual([]);
    expect(() => salesforceWith(answering(batch("Queued")).fetch, "s", "30.0")).toThrow(RangeError);
  });
});

describe("SuperOffice", () => {
  const status = (...answers: readonly Answer[]) => {
    const so = superOfficeWith(answering(...answers).fetch);
    return so.status(so.task(212));
  };

  const words: Rows = [
    ["Unknown", "unknown"],
    ["New", "queued"],
    ["Aquired", "queued"],
    ["Started", "running"],
    ["Succeeded", "succeeded"],
    ["SucceededManualCleanup", "succeeded"],
    ["Failed", "failed"],
    ["All", "unknown"],
    ["Paused", "unknown"],
  ];
  test.each(words)("%s: %s", async (word, state) => {
    expectState(await status(task(word)), state, word);
  });

  test.each([
    "0001-01-01T00:00:00",
    "0001-01-01T00:00:00Z",
    "0001-01-01T01:00:00+01:00",
    "0000-12-31T23:00:00Z",
    null,
    undefined,
    "",
  ])("no date: %s", async (LastStarted) => {
    const { times } = await status(task("New", { LastStarted, Created: "2026-01-01T00:00:00.1234567+02:00" }));
    expect(times).toEqual({ created: "2026-01-01T00:00:00.1234567+02:00" });
  });

  test("progress, where it is a percentage; the samples of the documentation have others", async () => {
    expect((await status(task("Started", { ProgressPercent: 40 }))).progress).toBe(0.4);
    expect(await status(task("Started", { ProgressPercent: 759 }))).not.toHaveProperty("progress");
    expect(await status(task("Started", { ProgressPercent: null }))).not.toHaveProperty("progress");
  });

  test("the file of a task that succeeded, the texts of one that failed", async () => {
    const members = { FileName: "export.csv", Result: "3 rows failed", Response: "3 rows failed" };
    expect(await status(task("Succeeded", members))).toMatchObject({
      results: [{ kind: "file", name: "export.csv" }],
      problems: [],
    });
    expect(await status(task("Failed", members))).toMatchObject({
      results: [],
      problems: [{ message: "3 rows failed", severity: "error" }],
    });
  });

  test("a task that was seen and is not there any more has ended; one that was never seen is an error", async () => {
    const missing = taskError(404, "SoNotFoundException", "BatchTask not found");
    const so = superOfficeWith(answering(task("Started"), missing).fetch);
    const previous = await so.status(so.task(212));
    const gone = await so.status(so.task(212), { previous });
    expect(gone).toMatchObject({ state: "unknown", terminal: true, hint: "gone", rawState: "Started" });
    expect(gone.raw.Name).toBe("Export");
    await expect(status(missing)).rejects.toMatchObject({ code: "job.unknown" });
  });

  test.each(["{}", '{"Id":"212","State":"New"}', '{"Id":212}', '{"Id":212,"State":7}'])(
    "%s is no task",
    async (body) => {
      await expect(status({ body })).rejects.toMatchObject({ code: "job.refused" });
    },
  );

  test.each(["Started", "", "1.5", "-1", "99999999999", "212/Stop"])(
    "%s is no id: it is never put into an address",
    async (id) => {
      const { fetch, requests } = answering(task("New"));
      const so = superOfficeWith(fetch);
      await expect(so.status(so.task(id))).rejects.toMatchObject({ code: "job.handle" });
      expect(requests).toEqual([]);
    },
  );
});

describe("ExactTarget", () => {
  const status = (answer: Answer) => {
    const et = exactTargetWith(answering(answer).fetch);
    return et.status(et.batch("979804"));
  };
  const batchOf = (word: string, file = ""): Answer =>
    exactTargetAnswer(`<batchid>1</batchid><status>${word}</status><filename>${file}</filename>`);

  const words: Rows = [
    ["Scheduled", "queued"],
    ["Processing", "running"],
    ["Complete", "succeeded"],
    ["Completed", "succeeded"],
    ["complete", "succeeded"],
    ["Error", "failed"],
    ["Waiting", "unknown"],
  ];
  test.each(words)("%s: %s", async (word, state) => {
    expectState(await status(batchOf(word)), state, word);
  });

  test("a file, or none: success without one is a success; the id in the answer may be another", async () => {
    expect((await status(batchOf("Complete", "bulkasync_1.zip"))).results).toEqual([
      { kind: "file", name: "bulkasync_1.zip" },
    ]);
    const none = await status(batchOf("Completed"));
    expect(none).toMatchObject({ state: "succeeded", results: [], handle: { id: "979804" } });
  });

  test.each(["Batch", "list", "tracking", "subscriber"])("an error under <%s> is a refusal", async (system) => {
    const error = (code: number): Answer =>
      exactTargetAnswer(`<error>${code}</error><error_description>told</error_description>`, system);
    await expect(status(error(68))).rejects.toMatchObject({ code: "job.refused", vendorCode: "68" });
    await expect(status(error(1))).rejects.toMatchObject({ code: "job.unknown" });
  });
});
