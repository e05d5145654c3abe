/** The whole life of ExactTarget's exports, against the stand-in over real HTTP. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { exactTarget, type ExactTarget, type ExactTargetExport } from "../src/exacttarget.ts";
import { parseHandle, stringifyHandle, submissionOf, type JobHandle } from "../src/jobs/index.ts";
import { startSandbox, type Sandbox } from "../src/sandbox/index.ts";
import { instantClock } from "./support/instant-clock.ts";

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

type Handle = JobHandle<"exacttarget", "batch">;

function facade(password: string = sandbox.credentials.exactTarget.password): ExactTarget {
  const { username } = sandbox.credentials.exactTarget;
  return exactTarget({ endpoint: sandbox.endpoints.exactTarget, username, password, clock: instantClock() });
}

const fast = { pace: { first: 1, most: 1 } };

const request: ExactTargetExport = {
  system: "tracking",
  subAction: "all_jobs_ToFTP",
  days: { start: "2010-08-31", end: "9/1/2010" },
  jobDays: { start: "2010-01-01", end: "2010-12-31" },
};

/** Documents that were sent. */
function sent(): readonly string[] {
  return sandbox.requests.map(({ body }) => new URLSearchParams(body).get("xml") ?? "");
}

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

test("starts an export, follows it, and says where its file is", async () => {
  const et = facade();
  const seen: Handle[] = [];
  const handle = await et.submit(request, { onHandle: (one) => void seen.push(one) });
  expect(seen).toMatchObject([{ id: "", submission: { stage: "creating" } }, { id: handle.id }]);
  expect(sent()[0]).toContain(
    "<system_name>tracking</system_name><action>BulkAsync</action><sub_action>all_jobs_ToFTP</sub_action><search_type/>" +
      "<daterange><startdate>8/31/2010</startdate><enddate>9/1/2010</enddate></daterange>" +
      "<jobdaterange><startdate>1/1/2010</startdate><enddate>12/31/2010</enddate></jobdaterange>",
  );
  expect(await failure(et.locate(handle))).toMatchObject({ code: "job.no-results" });
  expect(await et.wait(handle, fast)).toMatchObject({ kind: "finished", snapshot: { state: "succeeded" } });
  expect(await et.locate(handle)).toMatchObject({
    kind: "sftp",
    host: "ftp1.exacttarget.com",
    name: /^bulkasync_\d+_\d{17}_1\.zip$/,
    keptHours: 72,
  });
});

test("lists are exported in lower case", async () => {
  await facade().submit({ system: "list", subAction: "Subs_ToFTP", searchType: "listid", searchValue: "7" });
  expect(sent()[0]).toContain("<action>bulkasync</action>");
});

test.each([
  ["no sub action", { subAction: " " }],
  ["no day", { days: { start: "yesterday", end: "2010-01-01" } }],
])("is refused before anything is sent: %s", async (_, change) => {
  expect(await failure(facade().submit({ ...request, ...change }))).toMatchObject({ code: "job.request" });
  expect(sandbox.requests).toEqual([]);
});

test("a lost answer is not repeated: what is unknown is said, with the handle", async () => {
  const et = facade();
  sandbox.fault([{ kind: "answer-lost" }]);
  const error = await failure(et.submit(request));
  expect(error).toMatchObject({ code: "job.submit-unknown" });
  expect(sandbox.requests).toHaveLength(1);
  const handle = parseHandle(stringifyHandle(submissionOf(error) ?? et.batch("1"))) as Handle;
  expect(handle.submission?.marks).toEqual({ system: "tracking", subAction: "all_jobs_ToFTP" });
  expect(await failure(et.resume(handle, request))).toMatchObject({ code: "job.submit-unknown" });
  expect(await et.resume(et.batch("7"), request)).toEqual(et.batch("7"));
});

test("a call that was turned away is made again, three times at the most", async () => {
  sandbox.fault([{ kind: "busy", retryAfter: 2, times: 2 }]);
  const delays: number[] = [];
  await facade().submit(request, { onRetry: (_, delay) => void delays.push(delay) });
  expect(delays).toEqual([2000, 2000]);
  sandbox.fault([{ kind: "busy", times: Infinity }]);
  const before = sandbox.requests.length;
  expect(await failure(facade().submit(request))).toMatchObject({ code: "http.status" });
  expect(sandbox.requests.length - before).toBe(4);
});

test("calls are made one after the other", async () => {
  const et = facade();
  let under = 0;
  let most = 0;
  const counting = exactTarget({
    endpoint: sandbox.endpoints.exactTarget,
    ...sandbox.credentials.exactTarget,
    interceptors: [
      (next) => async (call) => {
        under += 1;
        most = Math.max(most, under);
        const response = await next(call);
        under -= 1;
        return response;
      },
    ],
  });
  const handles = await Promise.all([et.submit(request), et.submit(request), et.submit(request)]);
  await Promise.all(handles.map((handle) => counting.status(handle)));
  expect(most).toBe(1);
});

test("an export that is gone, and one that failed", async () => {
  const et = facade();
  const handle = await et.submit(request);
  sandbox.fault([{ kind: "vanished" }]);
  expect(await failure(et.locate(handle))).toMatchObject({ code: "job.unknown" });
  const { id } = sandbox.addJob({ vendor: "exacttarget", states: ["Error"] });
  expect(await failure(et.locate(et.batch(id)))).toMatchObject({ code: "job.no-results" });
});

test("no error shows the password", async () => {
  const password = "planted-exacttarget-password";
  const et = facade(password);
  for (const error of await Promise.all([failure(et.submit(request)), failure(et.locate(et.batch("1")))])) {
    expect(error).toMatchObject({ code: "job.refused" });
    expect(String(error) + JSON.stringify(error)).not.toContain(password);
  }
});
