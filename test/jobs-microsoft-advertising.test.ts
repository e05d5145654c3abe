/** The whole life of Microsoft Advertising's jobs, against the stand-in over real HTTP. */
import { createHash } from "node:crypto";
import { inspect } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parseHandle, stringifyHandle, submissionOf, type JobHandle } from "../src/jobs/index.ts";
import type { ResultFile } from "../src/jobs/results.ts";
import { chunksOf } from "../src/jobs/source.ts";
import {
  microsoftAdvertising,
  type BulkRow,
  type BulkUpload,
  type MicrosoftAdvertising,
  type MicrosoftAdvertisingOptions,
} from "../src/microsoft-advertising.ts";
import { startSandbox, type Fault, type Sandbox } from "../src/sandbox/index.ts";
import { collect } from "./support/collect.ts";
import { instantClock } from "./support/instant-clock.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.fault([]));

type Handle = JobHandle<"microsoft-advertising", "upload">;

function facade(options: Partial<MicrosoftAdvertisingOptions> = {}): MicrosoftAdvertising {
  const { authenticationToken, developerToken, customerId, accountId } = sandbox.credentials.microsoftAdvertising;
  return microsoftAdvertising({
    endpoint: sandbox.endpoints.microsoftAdvertising,
    token: () => authenticationToken,
    developerToken,
    customerId,
    accountId,
    clock: instantClock(),
    ...options,
  });
}

const header = "Type,Status,Id,Client Id,Campaign\r\nFormat Version,,,,6.0\r\n";
const lines = Array.from({ length: 20 }, (_, index) => `Campaign,Active,,c${index},"Größe ${index}"\r\n`).join("");
const upload: BulkUpload = { kind: "upload", file: new Blob([header, lines]) };
const fast = { pace: { first: 1, most: 1 } };

function calls(operation: string): number {
  return sandbox.requests.filter((one) => one.operation === operation).length;
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await collect(chunksOf(stream)));
}

/** The one file of a job. */
async function fileOf(...of: Parameters<MicrosoftAdvertising["results"]>): Promise<ResultFile<BulkRow>> {
  const [file] = (await facade().results(...of)).files;
  if (file === undefined) throw new Error("no file");
  return file;
}

describe("upload", () => {
  test.each(["none", "zip"] as const)("submits a file, compression %s, and reads its result", async (compression) => {
    const bulk = facade();
    sandbox.fault([{ kind: "failed-rows" }]);
    const seen: Handle[] = [];
    const carried: number[] = [];
    const before = calls("uploadFile");
    const handle = await bulk.submit(
      { ...upload, compression },
      { onHandle: (one) => void seen.push(one), onProgress: ({ bytes }) => void carried.push(bytes) },
    );
    expect(seen.map(({ id, submission }) => [id !== "", submission?.stage])).toEqual([
      [false, "creating"],
      [true, "uploading"],
      [true, undefined],
    ]);
    expect(seen.map((one) => parseHandle(stringifyHandle(one)))).toEqual(seen);
    const request = sandbox.requests.findLast((one) => one.operation === "uploadFile");
    expect(calls("uploadFile") - before).toBe(1);
    expect(request?.headers["content-length"]).toBe(String(request?.bytes));
    expect(carried.at(-1)).toBe(request?.bytes);
    const outcome = await bulk.wait(handle, fast);
    expect(outcome).toMatchObject({ kind: "finished", snapshot: { state: "partially-failed" } });
    const rows = await collect((await fileOf(handle)).rows());
    expect(rows).toHaveLength(20);
    expect(rows[0]).toMatchObject({
      number: 1,
      outcome: "succeeded",
      id: "901",
      row: { Type: "Campaign" },
      errors: [],
    });
    expect(rows[19]).toMatchObject({
      outcome: "failed",
      row: { "Client Id": "c20" },
      errors: [{ code: "1100", message: "CampaignServiceInvalidRecord" }],
    });
  });

  test("takes an archive as it is", async () => {
    const { zipped } = await import("../src/jobs/packing.ts");
    const file = await zipped(new Blob(["\uFEFF", header, lines]), "a.csv");
    const bulk = facade();
    const outcome = await bulk.wait(await bulk.submit({ kind: "upload", file }), fast);
    expect(outcome).toMatchObject({ kind: "finished", snapshot: { state: "succeeded" } });
  });

  const huge = { size: 100 * 1024 * 1024 + 1, stream: (): ReadableStream<Uint8Array> => new Blob(["x"]).stream() };
  const manyRows = new Blob([header, "a\n".repeat(20_001)]);
  test.each([
    ["too many bytes", { file: huge }, "job.limit"],
    ["too many rows", { file: manyRows }, "job.limit"],
    ["too many rows in an archive", { file: manyRows, compression: "zip" }, "job.limit"],
    ["nothing", { file: new Blob([]) }, "job.request"],
    ["UTF-16", { file: new Blob([Uint8Array.of(0xff, 0xfe, 0x41, 0)]) }, "job.request"],
    ["no account", { accountId: "mine" }, "job.request"],
    ["a damaged archive", { file: new Blob(["PK\u0003\u0004", "x".repeat(100)]) }, "job.results"],
  ] as const)("refuses before anything is sent: %s", async (_, change, code) => {
    const before = sandbox.requests.length;
    const bulk = facade({ environment: "sandbox" });
    await expect(bulk.submit({ ...upload, ...change })).rejects.toMatchObject({ code });
    expect(sandbox.requests.length).toBe(before);
  });

  const passing: readonly [string, readonly Fault[], number][] = [
    ["a gateway that is overloaded", [{ kind: "busy", operation: "uploadFile", retryAfter: 2 }], 1],
    ["an answer that is lost", [{ kind: "answer-lost", operation: "uploadFile" }], 1],
    ["a connection that is cut", [{ kind: "cut-upload", operation: "uploadFile", at: 300 }], 2],
    ["an address that has expired", [{ kind: "expired-url", operation: "uploadFile" }], 2],
    ["a token that has expired", [{ kind: "expired-token", operation: "uploadFile" }], 1],
    ["a token that has expired before", [{ kind: "expired-token", operation: "GetBulkUploadUrl" }], 1],
    ["an answer that is lost before", [{ kind: "answer-lost", operation: "GetBulkUploadUrl" }], 2],
  ];
  test.each(passing)("goes on after %s", async (_, faults, addresses) => {
    const bulk = facade();
    sandbox.fault(faults);
    const before = calls("GetBulkUploadUrl");
    const handle = await bulk.submit(upload);
    const refused = faults[0]?.operation === "GetBulkUploadUrl" && faults[0].kind === "expired-token" ? 1 : 0;
    expect(calls("GetBulkUploadUrl") - before - refused).toBe(addresses);
    expect(await bulk.wait(handle, fast)).toMatchObject({ snapshot: { state: "succeeded" } });
  });

  test("credentials that are refused are tried once more, at the same address", async () => {
    sandbox.fault([{ kind: "expired-token", operation: "uploadFile", times: Infinity }]);
    const [addresses, uploads] = [calls("GetBulkUploadUrl"), calls("uploadFile")];
    await expect(facade().submit(upload)).rejects.toMatchObject({ code: "http.status", status: 401 });
    expect([calls("GetBulkUploadUrl") - addresses, calls("uploadFile") - uploads]).toEqual([1, 2]);
  });

  test("a refusal is the service's own words", async () => {
    const { requestId, url } = await facade().uploadUrl();
    const file = new Blob([header, lines]);
    await facade().sendFile(url, file);
    const error = await facade()
      .sendFile(url, file)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "job.refused", vendorCode: "3224" });
    expect(String(error)).toContain("3224 BulkServiceUrlAlreadyUsedForUpload");
    expect((await facade().status(facade().upload(requestId))).state).not.toBe("unknown");
  });

  test.each([
    ["creating", 0],
    ["uploading", 1],
  ] as const)("resumes what was killed while %s", async (stage, at) => {
    const bulk = facade();
    const seen: Handle[] = [];
    const stop = new AbortController();
    const onHandle = (one: Handle): void => {
      seen.push(one);
      if (seen.length === at + 1) stop.abort();
    };
    await expect(bulk.submit(upload, { onHandle, signal: stop.signal })).rejects.toThrow();
    const saved = seen.at(-1);
    if (saved === undefined) throw new Error("no handle");
    expect(saved.submission?.stage).toBe(stage);
    const before = calls("uploadFile");
    const handle = await bulk.resume(saved, upload);
    expect(calls("uploadFile") - before).toBe(1);
    expect(await bulk.wait(handle, fast)).toMatchObject({ snapshot: { state: "succeeded" } });
    await expect(bulk.resume(saved, { ...upload, file: new Blob(["another"]) })).rejects.toMatchObject({
      code: "job.request",
    });
  });

  test("resumes without sending twice what has arrived", async () => {
    const bulk = facade();
    const seen: Handle[] = [];
    const { id } = await bulk.submit(upload, { onHandle: (one) => void seen.push(one) });
    const [, uploading] = seen;
    if (uploading === undefined) throw new Error("no handle");
    const before = calls("uploadFile");
    expect(await bulk.resume(uploading, upload)).toEqual({ vendor: "microsoft-advertising", kind: "upload", id });
    expect(calls("uploadFile")).toBe(before);
    sandbox.fault([{ kind: "vanished", operation: "GetBulkUploadStatus" }]);
    const error = await bulk.resume(uploading, upload).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "job.submit-unknown" });
    expect(submissionOf(error)).toEqual(uploading);
  });
});

describe("download", () => {
  const request = { kind: "download", entities: ["Campaigns"] } as const;

  test.each([
    ["Zip", "Csv"],
    ["GZip", "Tsv"],
  ] as const)("submits, waits, reads %s of %s", async (compression, fileType) => {
    const bulk = facade();
    const handle = await bulk.submit({ ...request, compression, fileType });
    await expect(bulk.results(handle)).rejects.toMatchObject({ code: "job.no-results" });
    expect(await bulk.wait(handle, fast)).toMatchObject({ snapshot: { state: "succeeded" } });
    const rows = await collect((await fileOf(handle)).rows());
    expect(rows).toHaveLength(100);
    expect(rows[99]).toMatchObject({ number: 100, id: "9100", row: { Campaign: "Campaign 100" } });
  });

  test("of campaigns", async () => {
    const bulk = facade();
    const campaigns = [{ campaignId: "1", parentAccountId: "2" }];
    expect((await bulk.submit({ ...request, campaigns })).kind).toBe("download");
    const many = Array.from({ length: 1001 }, () => ({ campaignId: "1", parentAccountId: "2" }));
    await expect(bulk.submit({ ...request, campaigns: many })).rejects.toMatchObject({ code: "job.limit" });
  });

  test("whose answer is lost is not repeated", async () => {
    sandbox.fault([{ kind: "answer-lost", operation: "DownloadCampaignsByAccountIds" }]);
    const before = calls("DownloadCampaignsByAccountIds");
    const bulk = facade();
    const error = await bulk.submit(request).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "job.submit-unknown", handle: { kind: "download", id: "" } });
    expect(calls("DownloadCampaignsByAccountIds") - before).toBe(1);
    const { handle } = Object(error) as { readonly handle: JobHandle<"microsoft-advertising", "download"> };
    await expect(bulk.resume(handle, request)).rejects.toMatchObject({ code: "job.submit-unknown" });
  });

  test("goes on where it broke, from new addresses", async () => {
    const bulk = facade();
    const added = sandbox.addJob({
      vendor: "microsoft-advertising",
      kind: "download",
      resultRows: 50_000,
      states: ["Completed"],
    });
    const handle = bulk.download(added.id);
    const file = await fileOf(handle);
    const whole = await bytesOf(file.bytes());
    expect(whole.toString("utf8").split("\r\n")).toHaveLength(50_003);
    const digest = createHash("sha256").update(whole).digest("hex");
    sandbox.fault([
      { kind: "expired-url", times: 1 },
      { kind: "cut-download", operation: "downloadResultFile", at: 1_000_000, times: 2, after: 1 },
    ]);
    const before = calls("GetBulkDownloadStatus");
    const again = await bytesOf(file.bytes());
    expect(createHash("sha256").update(again).digest("hex")).toBe(digest);
    expect(calls("GetBulkDownloadStatus") - before).toBe(1);
    const ranges = sandbox.requests.flatMap(({ headers }) => headers["range"] ?? []);
    expect(ranges.length).toBeGreaterThanOrEqual(2);
    // No credential goes to the place of the file.
    const fetched = sandbox.requests.filter((one) => one.operation === "downloadResultFile");
    expect(fetched.every(({ headers }) => headers["authenticationtoken"] === undefined)).toBe(true);
  });
});

describe("a few records", () => {
  const records = (count: number): readonly string[] => [
    "Type,Client Id",
    "Format Version,",
    ...Array.from({ length: count }, (_, index) => `Campaign,c${index}`),
  ];

  test("are dealt with at once", async () => {
    sandbox.fault([{ kind: "failed-rows" }]);
    const outcome = await facade().uploadRecords({ records: records(4) });
    expect(outcome).toMatchObject({
      kind: "done",
      rows: [
        { outcome: "succeeded", row: { "Client Id": "c0" } },
        { outcome: "failed", errors: [{ code: "1100", message: "CampaignServiceInvalidRecord" }] },
        { outcome: "succeeded" },
        { outcome: "failed" },
      ],
    });
  });

  test("become a job", async () => {
    const bulk = facade();
    const outcome = await bulk.uploadRecords({ records: records(500) });
    if (outcome.kind !== "job") throw new Error("no job");
    expect(await bulk.wait(outcome.handle, fast)).toMatchObject({ snapshot: { state: "succeeded" } });
  });

  test("go as a file where the service does not take them", async () => {
    const fault = [
      `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultcode>s:Server</faultcode>`,
      `<faultstring>Invalid client data</faultstring><detail>`,
      `<ApiFaultDetail xmlns="https://bingads.microsoft.com/CampaignManagement/v13"><OperationErrors><OperationError>`,
      `<Code>1</Code><ErrorCode>OperationNotSupported</ErrorCode><Message>No</Message>`,
      `</OperationError></OperationErrors></ApiFaultDetail></detail></s:Fault></s:Body></s:Envelope>`,
    ].join("");
    const headers = { "content-type": "text/xml; charset=utf-8" };
    const bulk = facade({
      fetch: (input, init) => {
        const action = new Headers(init?.headers).get("soapaction") ?? "";
        if (!action.includes("UploadEntityRecords")) return globalThis.fetch(input, init);
        return Promise.resolve(new Response(fault, { status: 500, headers }));
      },
    });
    const before = calls("uploadFile");
    const outcome = await bulk.uploadRecords({ records: records(3) });
    if (outcome.kind !== "job") throw new Error("no job");
    expect(calls("uploadFile") - before).toBe(1);
    expect(await bulk.wait(outcome.handle, fast)).toMatchObject({ snapshot: { state: "succeeded" } });
    expect(await collect((await fileOf(outcome.handle)).rows())).toHaveLength(3);
  });

  test("are too many, too few, or lost", async () => {
    await expect(facade().uploadRecords({ records: records(999) })).rejects.toMatchObject({ code: "job.limit" });
    await expect(facade().uploadRecords({ records: ["Type"] })).rejects.toMatchObject({ code: "job.request" });
    sandbox.fault([{ kind: "answer-lost", operation: "UploadEntityRecords" }]);
    await expect(facade().uploadRecords({ records: records(2) })).rejects.toMatchObject({ code: "job.submit-unknown" });
  });
});

test("no error shows a credential or an address", async () => {
  const secrets = [
    sandbox.credentials.microsoftAdvertising.authenticationToken,
    sandbox.credentials.microsoftAdvertising.developerToken,
    "planted-address",
  ];
  const shown: string[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    const body = JSON.stringify({ Code: 3221, ErrorCode: "No", Message: headers.get("authenticationtoken") });
    return String(input).includes("planted")
      ? Promise.resolve(new Response(body, { status: 400, headers: { "content-type": "application/json" } }))
      : globalThis.fetch(input, init);
  };
  const show = (thrown: unknown): void => {
    shown.push(inspect(thrown, { depth: 20 }));
  };
  await facade({ fetch }).sendFile(`${sandbox.url}/upload?sig=planted-address`, upload.file).catch(show);
  sandbox.fault([{ kind: "answer-lost", times: Infinity }]);
  await facade().submit(upload).catch(show);
  sandbox.fault([{ kind: "busy", times: Infinity }]);
  await facade().submit(upload).catch(show);
  expect(shown).toHaveLength(3);
  for (const secret of secrets) expect(shown.filter((text) => text.includes(secret))).toEqual([]);
});
