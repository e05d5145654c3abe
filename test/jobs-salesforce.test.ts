/** The whole life of Salesforce's jobs, against the stand-in over real HTTP. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { callBudget, parseHandle, stringifyHandle, submissionOf, type JobHandle } from "../src/jobs/index.ts";
import type { ResultRow } from "../src/jobs/results.ts";
import { JobError } from "../src/runtime/errors.ts";
import { salesforce, type Salesforce, type SalesforceRow, type SalesforceUpload } from "../src/salesforce.ts";
import { startSandbox, type Fault, type Sandbox } from "../src/sandbox/index.ts";
import { collect } from "./support/collect.ts";
import { instantClock } from "./support/instant-clock.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.fault([]));

type Handle = JobHandle<"salesforce", "job">;

function facade(): Salesforce {
  const { sessionId } = sandbox.credentials.salesforce;
  return salesforce({ endpoint: sandbox.endpoints.salesforce, session: () => sessionId, clock: instantClock() });
}

const csv = "Name,City\r\n" + Array.from({ length: 25 }, (_, index) => `"Müller, ${index}",Köln\r\n`).join("");

function upload(file: Blob = new Blob([csv]), recordsPerBatch = 10): SalesforceUpload {
  return { operation: "insert", object: "Account", file, recordsPerBatch };
}

/** Numbers of batches that the stand-in has for a job, and of calls that it took. */
async function batchesOf(sf: Salesforce, jobId: string): Promise<number> {
  return (await collect(sf.list({ jobId }))).length;
}

function calls(operation: string, from = 0): number {
  return sandbox.requests.slice(from).filter((one) => one.vendor === "salesforce" && one.operation === operation)
    .length;
}

const fast = { pace: { first: 1, most: 1 } };

async function rowsOf(sf: Salesforce, handle: Handle): Promise<readonly ResultRow<SalesforceRow>[]> {
  const { files } = await sf.results(handle);
  return (await Promise.all(files.map((file) => collect(file.rows())))).flat();
}

describe("submit", () => {
  test("creates a job, adds its batches, closes it", async () => {
    const sf = facade();
    const seen: Handle[] = [];
    const bytes: number[] = [];
    const handle = await sf.submit(upload(), {
      onHandle: (one) => void seen.push(one),
      onProgress: (progress) => void bytes.push(progress.rows ?? 0),
    });
    expect(seen.map(({ submission }) => submission && [submission.stage, submission.marks["sent"]])).toEqual([
      ["creating", 0],
      ["uploading", 0],
      ["uploading", 1],
      ["uploading", 2],
      ["uploaded", 3],
      undefined,
    ]);
    expect(seen.at(-1)).toEqual(handle);
    expect(bytes).toEqual([10, 20, 25]);
    expect(await batchesOf(sf, handle.id)).toBe(3);
    const outcome = await sf.wait(handle, fast);
    expect(outcome).toMatchObject({ kind: "finished", snapshot: { state: "succeeded", counts: { processed: 25 } } });
    const rows = await rowsOf(sf, handle);
    expect(rows).toHaveLength(25);
    expect(rows[11]).toMatchObject({ number: 2, outcome: "succeeded", row: { Name: "Müller, 11", City: "Köln" } });
  });

  const xml = (count: number): string =>
    `<sObjects xmlns="http://www.force.com/2009/06/asyncapi/dataload">${Array.from(
      { length: count },
      (_, index) => `<sObject><Name>M &amp; ${index}</Name></sObject>`,
    ).join("")}</sObjects>`;

  test.each([
    ["CSV", csv],
    ["JSON", JSON.stringify(Array.from({ length: 25 }, (_, index) => ({ Name: `M & ${index}`, Size: index })))],
    ["XML", xml(25)],
  ] as const)("in %s, with rows that fail", async (contentType, text) => {
    const sf = facade();
    sandbox.fault([{ kind: "failed-rows" }]);
    const handle = await sf.submit({ ...upload(new Blob([text])), contentType });
    const outcome = await sf.wait(handle, fast);
    expect(outcome).toMatchObject({ kind: "finished", snapshot: { state: "partially-failed" } });
    const rows = await rowsOf(sf, handle);
    expect(rows.map(({ outcome: one }) => one).filter((one) => one === "failed")).toHaveLength(5);
    expect(rows[9]).toMatchObject({
      outcome: "failed",
      row: { Name: contentType === "CSV" ? "Müller, 9" : "M & 9" },
      errors: [
        {
          code: "REQUIRED_FIELD_MISSING",
          message: "Required fields are missing: [LastName]",
          field: "LastName",
        },
      ],
    });
    expect(rows[0]?.id).toMatch(/^001/);
  });

  test.each([
    ["an upsert without its field", { operation: "upsert" }, "job.request"],
    ["too many records a batch", { recordsPerBatch: 10_001 }, "job.limit"],
    ["no records", { file: new Blob(["Name\n"]) }, "job.request"],
    ["a record that no batch holds", { file: new Blob([`Name\n${"x".repeat(10_000_001)}\n`]) }, "job.limit"],
    [
      "more than the API takes in a day",
      { file: { size: 150_000_000_001, stream: () => new Blob([]).stream() } },
      "job.limit",
    ],
    ["no array", { contentType: "JSON" }, "job.request"],
    ["no XML", { contentType: "XML" }, "job.request"],
  ] as const)("refuses before anything is sent: %s", async (_, change, code) => {
    const before = sandbox.requests.length;
    await expect(facade().submit({ ...upload(), ...change })).rejects.toMatchObject({ code });
    expect(sandbox.requests.length).toBe(before);
  });

  test("queries, chunked by primary key", async () => {
    const sf = facade();
    const query = "SELECT Id, Name FROM Account";
    const request = { operation: "query", object: "Account", query, pkChunking: { chunkSize: 250_000 } } as const;
    const handle = await sf.submit(request);
    expect(
      sandbox.requests.find((one) => one.operation === "createJob" && one.headers["sforce-enable-pkchunking"]),
    ).toMatchObject({
      headers: { "sforce-enable-pkchunking": "chunkSize=250000" },
    });
    const outcome = await sf.wait(handle, fast);
    expect(outcome).toMatchObject({ kind: "finished", snapshot: { state: "succeeded" } });
    const rows = await rowsOf(sf, handle);
    expect(rows).toHaveLength(6);
    expect(rows[0]).toMatchObject({ outcome: "succeeded", row: { Name: "Name 1" } });
    expect(rows[0]?.id).toBe(rows[0]?.row["Id"]);
  });

  test.each(["CSV", "JSON", "XML"] as const)("queries in %s", async (contentType) => {
    const sf = facade();
    const handle = await sf.submit({
      operation: "query",
      object: "Account",
      query: "SELECT Id, Name FROM Account",
      contentType,
    });
    await sf.wait(handle, fast);
    const rows = await rowsOf(sf, handle);
    expect(rows.map(({ row }) => row["Name"])).toEqual(["Name 1", "Name 2", "Name 3"]);
  });
});

describe("what breaks off", () => {
  const broken: readonly (readonly [string, Fault])[] = [
    ["the answer to a batch is lost", { kind: "answer-lost", operation: "createBatch", after: 1 }],
    ["a batch is cut", { kind: "cut-upload", operation: "createBatch", at: 50, after: 1 }],
    ["a batch is turned away", { kind: "busy", operation: "createBatch", status: 503, retryAfter: 7 }],
    ["the session ends", { kind: "expired-token", operation: "createBatch", after: 2 }],
    ["the answer to closing is lost", { kind: "answer-lost", operation: "updateJob" }],
  ];

  test.each(broken)("%s: nothing is sent twice", async (_, fault) => {
    const sf = facade();
    sandbox.fault([fault]);
    const retried: number[] = [];
    const handle = await sf.submit(upload(), { onRetry: (__, delay) => void retried.push(delay) });
    expect(await batchesOf(sf, handle.id)).toBe(3);
    expect((await sf.status(handle)).rawState).toBe("Closed");
    if (fault.retryAfter !== undefined) expect(retried).toEqual([7000]);
  });

  test.each(Array.from({ length: 6 }, (_, index) => index))("resumes from the handle of step %i", async (step) => {
    const sf = facade();
    const saved: string[] = [];
    const first = sf.submit(upload(), {
      onHandle: (handle) => {
        saved.push(stringifyHandle(handle));
        // What a killed process leaves behind: the handle is written, the call is not made.
        if (saved.length === step + 1) throw new Error("killed");
      },
    });
    await expect(first).rejects.toThrow("killed");
    const handle = parseHandle(saved.at(-1) ?? "") as Handle;
    const before = sandbox.requests.length;
    const resumed = await sf.resume(handle, upload());
    expect(resumed.submission).toBeUndefined();
    expect(await batchesOf(sf, resumed.id)).toBe(3);
    expect(calls("createBatch", before)).toBe(step < 2 ? 3 : 3 - Math.min(step - 1, 3));
    expect((await sf.status(resumed)).rawState).toBe("Closed");
  });

  test("does not go on with another file, nor where somebody else adds batches", async () => {
    const sf = facade();
    sandbox.fault([{ kind: "busy", operation: "createBatch", times: Infinity, after: 1 }]);
    const error = await sf.submit(upload()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "job.submit-stopped", retryable: true });
    const handle = submissionOf(error) as Handle;
    expect(handle.submission?.marks).toMatchObject({ sent: 1, batches: 3, records: 25 });
    sandbox.fault([]);
    const other = upload(new Blob([csv.replace("Köln", "Bonn")]));
    await expect(sf.resume(handle, other)).rejects.toMatchObject({ code: "job.request" });
    await sf.addBatch(handle.id, "CSV", "Name\nx\n");
    await sf.addBatch(handle.id, "CSV", "Name\nx\n");
    await expect(sf.resume(handle, upload())).rejects.toMatchObject({ code: "job.submit-unknown" });
  });

  test("a lost answer to creating leaves an empty job, and a handle that starts again", async () => {
    const sf = facade();
    sandbox.fault([{ kind: "answer-lost", operation: "createJob" }]);
    const error = await sf.submit(upload()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "job.submit-stopped" });
    expect(String(error)).toContain("no records were sent");
    const resumed = await sf.resume(submissionOf(error) as Handle, upload());
    expect(await batchesOf(sf, resumed.id)).toBe(3);
  });

  test("an abort says how far it came", async () => {
    const stop = new AbortController();
    const error = await facade()
      .submit(upload(), {
        signal: stop.signal,
        onHandle: ({ submission }) => void (submission?.marks["sent"] === 1 && stop.abort()),
      })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "job.submit-stopped", cause: { code: "transport.aborted" } });
    expect(submissionOf(error)?.submission).toMatchObject({ stage: "uploading", marks: { sent: 1 } });
  });
});

describe("cancel and results", () => {
  test("aborts a job, once or twice", async () => {
    const sf = facade();
    const handle = await sf.submit(upload());
    expect(await sf.cancel(handle)).toMatchObject({ state: "aborted", terminal: true });
    expect(await sf.cancel(handle)).toMatchObject({ state: "aborted" });
    const rows = await rowsOf(sf, handle);
    expect(rows).toHaveLength(25);
    expect(rows[0]).toMatchObject({
      outcome: "unprocessed",
      row: { City: "Köln" },
      errors: [{ message: /NotProcessed/ }],
    });
  });

  test("a job without results says so", async () => {
    const sf = facade();
    const handle = await sf.submit(upload());
    await expect(sf.results(handle)).rejects.toMatchObject({ code: "job.no-results" });
    sandbox.fault([{ kind: "vanished" }]);
    await expect(sf.results(handle)).rejects.toMatchObject({ code: "job.unknown" });
  });

  test("a large result comes in pieces, whole, though the connection breaks", async () => {
    const sf = facade();
    const { id } = sandbox.addJob({ vendor: "salesforce", states: ["Closed"], resultRows: 200_000 });
    const handle = sf.job(id);
    await sf.wait(handle, fast);
    sandbox.fault([{ kind: "cut-download", operation: "getQueryResult", at: 1_000_000, times: 2 }]);
    const { files } = await sf.results(handle);
    const [file] = files;
    const names = new Set<string>();
    let last: ResultRow<SalesforceRow> | undefined;
    for await (const row of file?.rows() ?? []) {
      names.add(String(row.row["Name"]));
      last = row;
    }
    expect(names.size).toBe(200_000);
    expect(last).toMatchObject({ number: 200_000, row: { Name: "Name 200000" } });
  });

  test("calls keep within the budget", async () => {
    const clock = instantClock();
    const { sessionId: session } = sandbox.credentials.salesforce;
    const budget = callBudget({ calls: 1, per: 1000 }, clock);
    const sf = salesforce({ endpoint: sandbox.endpoints.salesforce, session, clock, budget });
    const handle = await sf.submit(upload());
    // Five calls, the first at once.
    expect(clock.waited()).toBeGreaterThanOrEqual(4000);
    // A job takes two, and stopping it one more before.
    const before = clock.waited();
    await sf.cancel(handle);
    expect(clock.waited() - before).toBeGreaterThanOrEqual(3000);
  });
});

test("no error shows the session", async () => {
  const session = "00D-planted!session-token-1234567890";
  const sf = salesforce({ endpoint: sandbox.endpoints.salesforce, session, clock: instantClock() });
  const handle: Handle = { vendor: "salesforce", kind: "job", id: "750D000000000001" };
  const errors = await Promise.all(
    [sf.submit(upload()), sf.cancel(handle), sf.results(handle), collect(sf.list({ jobId: handle.id }))].map((verb) =>
      verb.then(
        () => undefined,
        (error: unknown) => error,
      ),
    ),
  );
  for (const error of errors) {
    expect(error).toBeInstanceOf(JobError);
    expect(JSON.stringify(error, [...Object.getOwnPropertyNames(error), "cause"]) + String(error)).not.toContain(
      session,
    );
  }
});
