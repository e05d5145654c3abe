/** The whole life of eBay's jobs, against the stand-ins over real HTTP. */
import { createHash } from "node:crypto";
import { inspect } from "node:util";
import { gunzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ebay, type Ebay, type EbayOptions, type EbayRow, type EbayUpload } from "../src/ebay.ts";
import { parseHandle, stringifyHandle, type JobHandle } from "../src/jobs/index.ts";
import type { ResultFile } from "../src/jobs/results.ts";
import { chunksOf } from "../src/jobs/source.ts";
import { startSandbox, type Fault, type Sandbox } from "../src/sandbox/index.ts";
import { collect } from "./support/collect.ts";
import { instantClock } from "./support/instant-clock.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.fault([]));

type Handle = JobHandle<"ebay", "job">;

function facade(options: Partial<EbayOptions> = {}): Ebay {
  const { token } = sandbox.credentials.ebay;
  return ebay({
    endpoint: sandbox.endpoints.ebay,
    filesEndpoint: sandbox.endpoints.ebayFiles,
    token: () => token,
    clock: instantClock(),
    ...options,
  });
}

/** One job of a type at a time: what a test leaves behind is aborted. */
afterEach(async () => {
  sandbox.fault([]);
  for await (const { handle } of facade().list({ states: ["Created", "Scheduled", "InProcess"] })) {
    await facade().abortJob(handle.id);
  }
});

const requests = Array.from({ length: 10 }, (_, index) => `<AddItemRequest><Title>T ${index}</Title></AddItemRequest>`);
const payload = `<BulkDataExchangeRequests><Header><SiteID>0</SiteID></Header>${requests.join("")}</BulkDataExchangeRequests>`;
const upload: EbayUpload = { kind: "upload", type: "AddItem", file: new Blob([payload]) };
const report = { kind: "download", type: "ActiveInventoryReport" } as const;
const fast = { pace: { first: 1, most: 1 } };

function calls(operation: string): number {
  return sandbox.requests.filter((one) => one.operation === operation).length;
}

async function fileOf(handle: Handle): Promise<ResultFile<EbayRow>> {
  const [file] = (await facade().results(handle)).files;
  if (file === undefined) throw new Error("no file");
  return file;
}

describe("upload", () => {
  test.each(["attachment", "inline"] as const)("as %s: uploads, starts, reads the answers", async (transfer) => {
    const shop = facade();
    sandbox.fault([{ kind: "failed-rows" }]);
    const seen: Handle[] = [];
    const handle = await shop.submit({ ...upload, transfer }, { onHandle: (one) => void seen.push(one) });
    expect(seen.map(({ submission }) => submission?.stage)).toEqual(["creating", "uploading", "starting", undefined]);
    expect(seen.map((one) => parseHandle(stringifyHandle(one)))).toEqual(seen);
    const sent = sandbox.requests.findLast((one) => one.operation === "uploadFile");
    expect(sent?.headers["content-type"]).toMatch(
      transfer === "inline" ? /^text\/xml/ : /^multipart\/related; boundary=/,
    );
    expect(sent?.headers["transfer-encoding"]).toBeUndefined();
    const outcome = await shop.wait(handle, fast);
    expect(outcome).toMatchObject({ snapshot: { state: "partially-failed", counts: { failed: 5 } } });
    const rows = await collect((await fileOf(handle)).rows());
    expect(rows).toHaveLength(10);
    expect(rows[0]).toMatchObject({ number: 1, outcome: "succeeded", id: "1101", row: { Ack: "Success" }, errors: [] });
    expect(rows[9]).toMatchObject({
      outcome: "failed",
      row: { CorrelationID: "10" },
      errors: [{ code: "71", message: "The title is missing." }],
    });
  });

  test("what is sent is the file", async () => {
    let body: Uint8Array | undefined;
    const fetch: typeof globalThis.fetch = (input, init) => {
      if (init?.body instanceof Uint8Array) body = init.body;
      return globalThis.fetch(input, init);
    };
    await facade({ fetch }).submit(upload);
    const bytes = Buffer.from(body ?? []);
    const from = bytes.indexOf("\u001f\u008b", 0, "latin1");
    const to = bytes.lastIndexOf("\r\n--", bytes.length - 5, "latin1");
    expect(gunzipSync(bytes.subarray(from, to)).toString()).toBe(payload);
  });

  test.each([
    ["nothing", { file: new Blob([]) }, "job.request"],
    ["no type", { type: "" }, "job.request"],
    ["too much", { file: new Blob([Buffer.from("PK"), new Uint8Array(15_728_640)]) }, "job.limit"],
  ] as const)("refuses before anything is sent: %s", async (_, change, code) => {
    const before = sandbox.requests.length;
    await expect(facade().submit({ ...upload, ...change })).rejects.toMatchObject({ code });
    expect(sandbox.requests.length).toBe(before);
  });

  test("one job of a type at a time: refused, or aborted first", async () => {
    const shop = facade();
    const first = await shop.submit(upload);
    await expect(shop.submit(upload)).rejects.toMatchObject({ code: "job.refused", vendorCode: "7" });
    await expect(shop.submit(upload)).rejects.toThrow(first.id);
    await expect(shop.createUploadJob("AddItem")).rejects.toMatchObject({ vendorCode: "7" });
    const second = await shop.submit({ ...upload, whenOpen: "abort" });
    expect(await shop.status(first)).toMatchObject({ state: "aborted" });
    expect(await shop.status(second)).toMatchObject({ state: "queued" });
  });

  const passing: readonly [string, Fault][] = [
    ["createUploadJob", { kind: "busy", retryAfter: 1 }],
    ["createUploadJob", { kind: "answer-lost" }],
    ["createUploadJob", { kind: "cut-upload", at: 20 }],
    ["uploadFile", { kind: "busy", status: 429 }],
    ["uploadFile", { kind: "answer-lost" }],
    ["uploadFile", { kind: "cut-upload", at: 200 }],
    ["startUploadJob", { kind: "answer-lost" }],
    ["getJobs", { kind: "answer-lost" }],
  ];
  test.each(passing)("goes on after %s, %o", async (operation, fault) => {
    const shop = facade();
    // eBay's clock is an hour ahead: a type of its own, so that other tests do not meet jobs of the future.
    const skewed = { ...upload, type: "ReviseItem" };
    const types = [skewed.type];
    sandbox.fault([
      { ...fault, operation },
      { kind: "clock-skew", times: Infinity },
    ]);
    const jobs = (await shop.getJobs({ types })).jobProfile.length;
    const handle = await shop.submit(skewed);
    expect((await shop.getJobs({ types })).jobProfile).toHaveLength(jobs + 1);
    expect(await shop.wait(handle, fast)).toMatchObject({ snapshot: { state: "succeeded" } });
  });

  test("a token that is not accepted is not tried again", async () => {
    sandbox.fault([{ kind: "expired-token", operation: "createUploadJob", times: Infinity }]);
    const before = sandbox.requests.length;
    await expect(facade().submit(upload)).rejects.toMatchObject({ code: "job.refused", vendorCode: "11002" });
    expect(sandbox.requests.length - before).toBe(2);
  });

  test.each([0, 1, 2])("resumes what was killed at handle %i", async (at) => {
    const shop = facade();
    const seen: Handle[] = [];
    const stop = new AbortController();
    const onHandle = (one: Handle): void => {
      seen.push(one);
      if (seen.length === at + 1) stop.abort();
    };
    await expect(shop.submit(upload, { onHandle, signal: stop.signal })).rejects.toThrow();
    const [saved] = seen.slice(at);
    if (saved === undefined) throw new Error("no handle");
    const jobs = (await shop.getJobs({ types: ["AddItem"] })).jobProfile.length;
    const handle = await shop.resume(saved, upload);
    expect((await shop.getJobs({ types: ["AddItem"] })).jobProfile).toHaveLength(jobs + (at === 0 ? 1 : 0));
    expect(await shop.wait(handle, fast)).toMatchObject({ snapshot: { state: "succeeded" } });
    // The handle is an old one by now: nothing is sent again.
    const before = calls("uploadFile");
    expect((await shop.resume(saved, upload)).id).toBe(handle.id);
    expect(calls("uploadFile") - before).toBe(at === 1 ? 1 : 0);
    expect((await shop.getJobs({ types: ["AddItem"] })).jobProfile).toHaveLength(jobs + (at === 0 ? 1 : 0));
    const other = { ...upload, file: new Blob(["another"]) };
    await expect(shop.resume(saved, other)).rejects.toMatchObject({ code: "job.request" });
  });
});

describe("reports", () => {
  test("starts, waits, reads the lines", async () => {
    const shop = facade();
    const filter = { activeInventoryReportFilter: { includeListingType: "FixedPrice" } } as const;
    const handle = await shop.submit({ ...report, filter });
    await expect(shop.results(handle)).rejects.toMatchObject({ code: "job.no-results" });
    expect(await shop.wait(handle, fast)).toMatchObject({ snapshot: { state: "succeeded" } });
    const rows = await collect((await fileOf(handle)).rows());
    expect(rows).toHaveLength(100);
    expect(rows[41]).toMatchObject({ number: 42, id: "11042", row: { SKU: "sku-042", Quantity: "7" }, errors: [] });
  });

  test("one that was started without its answer arriving is found", async () => {
    sandbox.fault([{ kind: "answer-lost", operation: "startDownloadJob" }]);
    const before = calls("startDownloadJob");
    const handle = await facade().submit(report);
    expect(calls("startDownloadJob") - before).toBe(1);
    expect(await facade().wait(handle, fast)).toMatchObject({ snapshot: { state: "succeeded" } });
  });

  test("a result that breaks off is passed over to where it broke", async () => {
    const added = sandbox.addJob({ vendor: "ebay", resultRows: 50_000, states: ["Completed"] });
    const file = await fileOf(facade().job(added.id));
    const digest = async (): Promise<string> => {
      const hash = createHash("sha256");
      for await (const chunk of chunksOf(file.bytes())) hash.update(chunk);
      return hash.digest("hex");
    };
    const whole = await digest();
    sandbox.fault([{ kind: "cut-download", operation: "downloadFile", at: 100_000, times: 2 }]);
    const before = calls("downloadFile");
    expect(await digest()).toBe(whole);
    expect(calls("downloadFile") - before).toBe(3);
  });

  test("what comes in place of an archive is no result", async () => {
    const added = sandbox.addJob({ vendor: "ebay", states: ["Completed"] });
    const shop = facade({
      fetch: async (input, init) => {
        const response = await globalThis.fetch(input, init);
        if (new Headers(init?.headers).get("x-ebay-soa-operation-name") !== "downloadFile") return response;
        const text = Buffer.from(await response.arrayBuffer()).toString("latin1");
        const from = text.indexOf("PK\u0003\u0004");
        const failure = `${text.slice(0, from)}Internal server error.${text.slice(text.lastIndexOf("\r\n--"))}`;
        return new Response(failure.replace(/<Size>\d+<\/Size>/, ""), { headers: response.headers });
      },
    });
    const [file] = (await shop.results(shop.job(added.id))).files;
    if (file === undefined) throw new Error("no file");
    await expect(collect(file.rows())).rejects.toMatchObject({ code: "job.results" });
  });

  test("a job whose file is gone", async () => {
    const added = sandbox.addJob({ vendor: "ebay", states: ["Completed"] });
    const file = await fileOf(facade().job(added.id));
    sandbox.fault([{ kind: "vanished", operation: "downloadFile" }]);
    await expect(collect(chunksOf(file.bytes()))).rejects.toMatchObject({ code: "job.refused", vendorCode: "1" });
  });
});

test("list and cancel", async () => {
  const shop = facade();
  const handle = await shop.submit({ ...upload, type: "EndItem" });
  const found = await collect(shop.list({ types: ["EndItem"] }));
  expect(found).toMatchObject([{ handle, state: "queued" }]);
  expect(await shop.cancel(handle)).toMatchObject({ state: "aborted", terminal: true });
  expect(await shop.cancel(handle)).toMatchObject({ state: "aborted" });
  await expect(shop.cancel(shop.job("7"))).rejects.toMatchObject({ code: "job.refused" });
});

test("recurring jobs", async () => {
  const shop = facade();
  const id = await shop.createRecurringJob({ downloadJobType: "SoldReport", frequencyInMinutes: 60 });
  expect(await shop.getRecurringJobs()).toMatchObject([{ recurringJobId: id, jobStatus: "Active" }]);
  await shop.suspendRecurringJob(id);
  expect(await shop.getRecurringJobs()).toMatchObject([{ jobStatus: "Suspended" }]);
  expect(await shop.getRecurringJobExecutionStatus(id)).toBeUndefined();
  await shop.activateRecurringJob(id);
  const run = await shop.getRecurringJobExecutionStatus(id);
  await shop.abortRecurringJobExecution(id);
  expect(await shop.getRecurringJobExecutionHistory(id)).toMatchObject([{ jobId: run?.jobId, jobStatus: "Aborted" }]);
  await shop.deleteRecurringJob(id);
  expect(await shop.getRecurringJobs()).toEqual([]);
  await expect(shop.deleteRecurringJob(id)).rejects.toMatchObject({ code: "job.refused" });
});

test("no error shows the token", async () => {
  const { token } = sandbox.credentials.ebay;
  const shown: string[] = [];
  const show = (thrown: unknown): void => {
    shown.push(inspect(thrown, { depth: 20 }));
  };
  const echo: typeof globalThis.fetch = (_, init) => {
    const said = new Headers(init?.headers).get("x-ebay-soa-security-token");
    const error = `<error><errorId>1</errorId><domain>M</domain><severity>Error</severity><category>Request</category><message>${said}</message></error>`;
    const name = new Headers(init?.headers).get("x-ebay-soa-operation-name");
    const namespace = "http://www.ebay.com/marketplace/services";
    return Promise.resolve(
      new Response(
        `<${name}Response xmlns="${namespace}"><ack>Failure</ack><errorMessage>${error}</errorMessage></${name}Response>`,
      ),
    );
  };
  const reference = { jobId: "1", fileReferenceId: "2" };
  await facade({ fetch: echo }).submit(upload).catch(show);
  await facade({ fetch: echo }).uploadFile(reference, upload.file).catch(show);
  for (const kind of ["answer-lost", "busy", "expired-token"] as const) {
    sandbox.fault([{ kind, times: Infinity }]);
    await facade().submit(upload).catch(show);
    await facade().uploadFile(reference, upload.file).catch(show);
  }
  expect(shown).toHaveLength(8);
  expect(shown.filter((text) => text.includes(token))).toEqual([]);
});
