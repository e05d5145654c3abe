/** Which failed status calls are repeated, vendor by vendor; and that no error shows a credential. */
import { describe, expect, test } from "vitest";
import { waitForJob, type JobHandle, type JobSource } from "../src/jobs/index.ts";
import { HttpError, JobError, ServiceError, SoapFault, TransportError } from "../src/runtime/index.ts";
import { FakeClock } from "./support/fake-clock.ts";
import {
  ebayWith,
  exactTargetWith,
  microsoftWith,
  planted,
  salesforceWith,
  superOfficeWith,
} from "./support/facades.ts";
import {
  adApiFault,
  answering,
  apiFault,
  batch,
  bulkStatus,
  ebayBareError,
  ebayJob,
  ebayRefusal,
  exactTargetAnswer,
  htmlPage,
  salesforceError,
  task,
  taskError,
  type Answer,
} from "./support/vendor-answers.ts";

/** The error that a status call rejects with. */
async function failure(source: JobSource, handle: JobHandle): Promise<unknown> {
  return source.status(handle).then(
    (snapshot) => {
      throw new Error(`no failure: ${snapshot.state}`);
    },
    (error: unknown) => error,
  );
}

/** Delays of the calls in a row, as many as there are. */
function delays(source: JobSource, error: unknown): readonly number[] {
  const found: number[] = [];
  for (let attempt = 1; attempt < 20; attempt += 1) {
    const delay = source.retryDelay(error, attempt);
    if (delay === undefined) break;
    found.push(delay);
  }
  return found;
}

describe("Microsoft Advertising", () => {
  const handle: JobHandle = { vendor: "microsoft-advertising", kind: "upload", id: "u-1" };
  const delaysFor = async (answer: Answer, token?: () => Promise<string>): Promise<readonly number[]> => {
    const ms = microsoftWith(answering(answer).fetch, token);
    return delays(ms, await failure(ms, handle));
  };

  test.each([
    [0, "InternalError", [1000, 2000, 4000, 8000]],
    [117, "CallRateExceeded", [60_000, 60_000, 60_000, 60_000]],
    [207, "ConcurrentRequestOverLimit", [60_000, 60_000, 60_000, 60_000]],
    [3227, "TooManyRequests", [1000, 2000, 4000, 8000]],
    [4204, "NoMoreCallsPermittedForTheTimePeriod", [900_000, 900_000, 900_000, 900_000]],
    [105, "InvalidCredentials", []],
    [106, "UserIsNotAuthorized", []],
    [3216, "InvalidRequestId", []],
    [3220, "InvalidBulkUploadUrl", []],
    [3224, "UrlAlreadyUsedForUpload", []],
    [3226, "UrlExpired", []],
    [4201, "FullSyncRequired", []],
  ])("%i %s: %j", async (code, symbol, expected) => {
    expect(await delaysFor(apiFault(code, symbol, "m"))).toEqual(expected);
    expect(await delaysFor(adApiFault(code, symbol, "m"))).toEqual(expected);
  });

  test("an expired token is worth one more call where it can be another one", async () => {
    const expired = adApiFault(109, "AuthenticationTokenExpired", "expired");
    expect(await delaysFor(expired)).toEqual([]);
    expect(await delaysFor(expired, async () => "t")).toEqual([0]);
  });

  test("the function is asked again, and the wait goes on with the new token", async () => {
    const { fetch, requests } = answering(
      adApiFault(109, "AuthenticationTokenExpired", "expired"),
      bulkStatus("Upload", "Completed"),
    );
    let asked = 0;
    const ms = microsoftWith(fetch, async () => `token-${(asked += 1)}`);
    const clock = new FakeClock();
    const wait = ms.wait(ms.upload("u-1"), { clock });
    await clock.advance(0);
    expect(await wait).toMatchObject({ kind: "finished", snapshot: { state: "succeeded" } });
    const sent = await Promise.all(requests.map((request) => request.text()));
    expect(sent[0]).toContain("token-1<");
    expect(sent[1]).toContain("token-2<");
  });

  test("what is told: code, symbol and text; the typed fault is the cause", async () => {
    const ms = microsoftWith(answering(apiFault(117, "CallRateExceeded", "slow down")).fetch);
    const error = await failure(ms, handle);
    expect(error).toBeInstanceOf(JobError);
    expect(error).toMatchObject({ code: "job.refused", retryable: true, vendorCode: "117" });
    expect(String(error)).toContain("117 CallRateExceeded: slow down for details");
    expect(error instanceof JobError && error.cause).toBeInstanceOf(SoapFault);
  });

  test("the fault decides under HTTP 200 too; one without a known detail stays as it is", async () => {
    expect(await delaysFor({ ...apiFault(117, "CallRateExceeded", "m"), status: 200 })).toHaveLength(4);
    const bare = apiFault(0, "", "").body.replace(/<detail>.*<\/detail>/, "");
    const ms = microsoftWith(answering({ body: bare, status: 500 }).fetch);
    const error = await failure(ms, handle);
    expect(error).toBeInstanceOf(SoapFault);
    expect(delays(ms, error)).toEqual([]);
  });
});

describe("eBay", () => {
  const handle: JobHandle = { vendor: "ebay", kind: "job", id: "7" };
  const failed = async (answer: Answer) => {
    const source = ebayWith(answering(answer).fetch);
    const error = await failure(source, handle);
    return { error, delays: delays(source, error) };
  };

  test("category System: as it is, twice", async () => {
    expect((await failed(ebayRefusal(5, "System", "busy"))).delays).toEqual([1000, 2000]);
    expect((await failed(ebayBareError(5, "System", "busy"))).delays).toEqual([1000, 2000]);
  });

  test.each(["Application", "Request"])("category %s: not", async (category) => {
    expect((await failed(ebayRefusal(1, category, "no"))).delays).toEqual([]);
    expect((await failed(ebayBareError(2000, category, "no"))).delays).toEqual([]);
  });

  test("a failed authentication is not repeated, though its category is System", async () => {
    expect((await failed(ebayBareError(11002, "System", "Authentication failed"))).delays).toEqual([]);
  });

  test("what is told", async () => {
    const { error } = await failed(ebayRefusal(7, "Application", "one job at a time"));
    expect(error).toMatchObject({ code: "job.refused", retryable: false, vendorCode: "7" });
    expect(String(error)).toContain("7 (Marketplace): one job at a time");
    const bare = await failed(ebayBareError(11002, "System", "Authentication failed"));
    expect(bare.error instanceof JobError && bare.error.cause).toBeInstanceOf(ServiceError);
  });

  test("a refusal is no end of the wait", async () => {
    const clock = new FakeClock();
    const source = ebayWith(
      answering(ebayJob("InProcess"), ebayRefusal(5, "System", "busy"), ebayJob("Completed")).fetch,
    );
    const wait = source.wait(source.job("7"), { clock });
    await clock.advance(60_000);
    expect(await wait).toMatchObject({ kind: "finished", snapshot: { state: "succeeded" } });
  });
});

describe("Salesforce", () => {
  const handle: JobHandle = { vendor: "salesforce", kind: "batch", id: "751a", parent: "750a" };
  const failed = async (answer: Answer, session?: () => Promise<string>) => {
    const source = salesforceWith(answering(answer).fetch, session);
    const error = await failure(source, handle);
    return { error, delays: delays(source, error) };
  };
  const doubling = [1000, 2000, 4000, 8000, 16_000];

  test.each(["Unknown", "InternalServerError", "Timeout", "TooManyLockFailure"])("%s: repeated", async (code) => {
    expect((await failed(salesforceError(code, "m"))).delays).toEqual(doubling);
  });

  test("ExceededQuota: repeated, but not soon", async () => {
    expect((await failed(salesforceError("ExceededQuota", "m"))).delays).toEqual(Array(5).fill(300_000));
  });

  test.each([
    "InvalidVersion",
    "FeatureNotEnabled",
    "InvalidJobState",
    "InvalidXml",
    "InvalidXML",
    "ClientInputError",
    "InvalidUrl",
    "InvalidUser",
    "constructor",
  ])("%s: not repeated", async (code) => {
    const { error, delays } = await failed(salesforceError(code, "m"));
    expect(delays).toEqual([]);
    expect(error).toMatchObject({ code: "job.refused", retryable: false, vendorCode: code });
  });

  test.each(["InvalidJob", "InvalidBatch", "Gone"])("%s: the job is not known", async (code) => {
    expect(await failed(salesforceError(code, "m"))).toMatchObject({ error: { code: "job.unknown" }, delays: [] });
  });

  test("an ended session is worth one more call where there can be another one", async () => {
    const ended = salesforceError("InvalidSessionId", "Invalid session id");
    expect((await failed(ended)).delays).toEqual([]);
    expect((await failed(ended, async () => "s")).delays).toEqual([0]);
  });

  test("a handle without its job", async () => {
    const source = salesforceWith(answering(batch("Queued")).fetch);
    await expect(source.status({ vendor: "salesforce", kind: "batch", id: "751a" })).rejects.toMatchObject({
      code: "job.handle",
    });
  });
});

describe("SuperOffice", () => {
  const handle: JobHandle = { vendor: "superoffice", kind: "task", id: "212" };
  const failed = async (answer: Answer, token?: () => Promise<string>) => {
    const source = superOfficeWith(answering(answer).fetch, token);
    const error = await failure(source, handle);
    return { error, delays: delays(source, error) };
  };

  test.each([429, 500, 502, 503, 504])("HTTP %i: repeated", async (status) => {
    expect((await failed(taskError(status, "SoException", "busy"))).delays).toEqual([1000, 2000, 4000, 8000]);
  });

  test.each([400, 403, 404, 421])("HTTP %i: not repeated", async (status) => {
    expect((await failed(taskError(status, "SoException", "no"))).delays).toEqual([]);
  });

  test("a refused credential is worth one more call where there can be another one", async () => {
    const refused = taskError(401, "SoSessionException", "no");
    expect((await failed(refused)).delays).toEqual([]);
    expect((await failed(refused, async () => "t")).delays).toEqual([0]);
    expect((await failed({ body: "<!DOCTYPE html>", status: 401 }, async () => "t")).delays).toEqual([0]);
  });

  test("what is told", async () => {
    const { error } = await failed(taskError(404, "SoNotFoundException", "BatchTask id 212 not found"));
    expect(error).toMatchObject({ code: "job.unknown", vendorCode: "SoNotFoundException" });
    expect(String(error)).toContain("SoNotFoundException: BatchTask id 212 not found (HTTP 404)");
  });
});

describe("ExactTarget", () => {
  test("an error in the answer is not repeated; a lost connection at most three times", async () => {
    const refused = exactTargetWith(
      answering(exactTargetAnswer("<error>39</error><error_description>bad XML</error_description>")).fetch,
    );
    const handle = refused.batch("1");
    const error = await failure(refused, handle);
    expect(delays(refused, error)).toEqual([]);
    expect(String(error)).toContain("39: bad XML");
    const broken = exactTargetWith(answering(new TypeError("fetch failed")).fetch);
    expect(delays(broken, await failure(broken, handle))).toEqual([1000, 2000, 4000]);
  });

  test("a credential that cannot be obtained", async () => {
    const source = exactTargetWith(answering(exactTargetAnswer("")).fetch, () => Promise.reject(new Error(planted)));
    const error = await failure(source, source.batch("1"));
    expect(error).toMatchObject({ code: "transport.credentials" });
    expect(String(error)).not.toContain(planted);
  });
});

const sources: readonly (readonly [string, (fetch: typeof globalThis.fetch) => JobSource, JobHandle, Answer])[] = [
  [
    "Microsoft Advertising",
    microsoftWith,
    { vendor: "microsoft-advertising", kind: "download", id: "d" },
    bulkStatus("Download", "Completed"),
  ],
  ["eBay", ebayWith, { vendor: "ebay", kind: "job", id: "7" }, ebayJob("Completed")],
  ["Salesforce", salesforceWith, { vendor: "salesforce", kind: "batch", id: "b", parent: "j" }, batch("Completed")],
  ["SuperOffice", superOfficeWith, { vendor: "superoffice", kind: "task", id: "212" }, task("Succeeded")],
  [
    "ExactTarget",
    exactTargetWith,
    { vendor: "exacttarget", kind: "batch", id: "1" },
    exactTargetAnswer("<batchid>1</batchid><status>Complete</status><filename/>"),
  ],
];

describe.each(sources)("%s, whatever the vendor", (_, connect, handle, success) => {
  test("a glitch of the network and a gateway's page do not kill the wait", async () => {
    const clock = new FakeClock();
    const source = connect(answering(new TypeError("fetch failed"), htmlPage(503), htmlPage(200), success).fetch);
    const wait = waitForJob(source, handle, { clock });
    await clock.advance(120_000);
    expect(await wait).toMatchObject({ kind: "finished", snapshot: { state: "succeeded" } });
  });

  test("Retry-After is waited for", async () => {
    const clock = new FakeClock();
    const { fetch, requests } = answering(htmlPage(503, { "Retry-After": "120" }), success);
    const wait = waitForJob(connect(fetch), handle, { clock });
    await clock.advance(119_999);
    expect(requests).toHaveLength(1);
    await clock.advance(1);
    expect(await wait).toHaveProperty("kind", "finished");
  });

  test("errors of the call come as they are, typed", async () => {
    expect(await failure(connect(answering(new TypeError("fetch failed")).fetch), handle)).toBeInstanceOf(
      TransportError,
    );
    expect(await failure(connect(answering(htmlPage(403)).fetch), handle)).toBeInstanceOf(HttpError);
  });

  test("a deadline and a signal hold for one call", async () => {
    const stalled: typeof globalThis.fetch = (_input, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
      });
    const source = connect(stalled);
    await expect(source.status(handle, { deadline: 20 })).rejects.toMatchObject({ code: "transport.deadline" });
    await expect(source.status(handle, { signal: AbortSignal.timeout(20) })).rejects.toMatchObject({
      code: "transport.aborted",
    });
  });

  test("a job of another vendor, or of a kind that there is none of, is not asked for", async () => {
    const { fetch, requests } = answering(success);
    const source = connect(fetch);
    const other = handle.vendor === "ebay" ? "salesforce" : "ebay";
    for (const wrong of [
      { ...handle, vendor: other },
      { ...handle, kind: "constructor" },
      { ...handle, id: "" },
    ] as const) {
      await expect(source.status(wrong)).rejects.toMatchObject({ code: "job.handle" });
    }
    expect(requests).toEqual([]);
  });

  test("a vendor that repeats the credentials in its refusal: they are not in the error", async () => {
    const escaped = planted.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    const text = `seen ${handle.vendor === "superoffice" ? planted : escaped}`;
    const refusals: Readonly<Record<string, Answer>> = {
      "microsoft-advertising": adApiFault(105, "InvalidCredentials", text),
      ebay: ebayRefusal(11002, "System", text),
      salesforce: salesforceError("InvalidSessionId", text),
      superoffice: taskError(401, "SoSessionException", text),
      exacttarget: exactTargetAnswer(`<error>5</error><error_description>${text}</error_description>`),
    };
    const { fetch, requests } = answering(refusals[handle.vendor] ?? htmlPage(500));
    const error = await failure(connect(fetch), handle);
    expect(requests).toHaveLength(1);
    const shown = inspectDeep(error);
    expect(shown).toContain("seen");
    expect(shown).not.toContain(planted);
    expect(shown).not.toContain(escaped);
  });
});

/** Everything that an error shows, its causes included. */
function inspectDeep(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 5) return String(error);
  const members = Object.entries(error).map(([name, value]) => `${name}=${JSON.stringify(value) ?? ""}`);
  return [error.message, error.stack ?? "", ...members, inspectDeep(error.cause, depth + 1)].join("\n");
}
