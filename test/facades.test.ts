/** The facades against the vendors' stand-ins: every outcome, every deviation that the stand-ins can play. */
import { afterEach, describe, expect, test } from "vitest";
import { ebay } from "../src/ebay.ts";
import { exactTarget } from "../src/exacttarget.ts";
import {
  waitForJob,
  type JobHandle,
  type JobSnapshot,
  type JobSource,
  type JobState,
  type Vendor,
} from "../src/jobs/index.ts";
import { microsoftAdvertising } from "../src/microsoft-advertising.ts";
import { salesforce } from "../src/salesforce.ts";
import { drifts, startSandbox, type Sandbox, type SandboxJob, type SandboxOptions } from "../src/sandbox/index.ts";
import type { Unexpected } from "../src/runtime/index.ts";
import { superOffice } from "../src/superoffice.ts";

const open: Sandbox[] = [];

async function sandboxWith(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  open.push(sandbox);
  return sandbox;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()));
});

/** Facades with the right credentials; what decoding lets pass is collected. */
function facades({ endpoints, credentials }: Sandbox, reported: Unexpected[] = []) {
  const onUnexpected = (unexpected: Unexpected): void => void reported.push(unexpected);
  const { authenticationToken, developerToken, customerId, accountId } = credentials.microsoftAdvertising;
  return {
    "microsoft-advertising": microsoftAdvertising({
      endpoint: endpoints.microsoftAdvertising,
      token: authenticationToken,
      developerToken,
      customerId,
      accountId,
      onUnexpected,
    }),
    ebay: ebay({ endpoint: endpoints.ebay, filesEndpoint: endpoints.ebayFiles, ...credentials.ebay, onUnexpected }),
    salesforce: salesforce({ endpoint: endpoints.salesforce, session: credentials.salesforce.sessionId, onUnexpected }),
    superoffice: superOffice({ endpoint: endpoints.superOffice, ...credentials.superOffice, onUnexpected }),
    exacttarget: exactTarget({ endpoint: endpoints.exactTarget, ...credentials.exactTarget, onUnexpected }),
  };
}

const fast = { first: 1, most: 2 } as const;

interface Followed {
  readonly seen: readonly JobSnapshot[];
  readonly last: JobSnapshot;
}

/** Follows a job to its end: everything that was seen on the way. */
async function followed(source: JobSource, handle: JobHandle): Promise<Followed> {
  const seen: JobSnapshot[] = [];
  const outcome = await waitForJob(source, handle, {
    pace: fast,
    deadline: 20_000,
    onSnapshot: (snapshot) => seen.push(snapshot),
  });
  if (outcome.kind !== "finished") throw new Error("the job has not ended", { cause: outcome.error });
  return { seen, last: outcome.snapshot };
}

const outcomes: readonly (readonly [SandboxJob, JobState])[] = [
  [{ vendor: "microsoft-advertising", kind: "upload", outcome: "succeeded" }, "succeeded"],
  [{ vendor: "microsoft-advertising", kind: "upload", outcome: "partially-failed" }, "partially-failed"],
  [{ vendor: "microsoft-advertising", kind: "upload", outcome: "failed" }, "failed"],
  [{ vendor: "microsoft-advertising", kind: "upload", outcome: "aborted" }, "aborted"],
  [{ vendor: "microsoft-advertising", kind: "download", outcome: "succeeded" }, "succeeded"],
  [{ vendor: "microsoft-advertising", kind: "download", outcome: "failed" }, "failed"],
  [{ vendor: "ebay", outcome: "succeeded" }, "succeeded"],
  [{ vendor: "ebay", outcome: "partially-failed" }, "partially-failed"],
  [{ vendor: "ebay", outcome: "failed" }, "failed"],
  [{ vendor: "ebay", outcome: "aborted" }, "aborted"],
  ...(["batch", "job", "batch-list"] as const).flatMap(
    (kind) =>
      [
        [{ vendor: "salesforce", kind, batches: 2, outcome: "succeeded" }, "succeeded"],
        [
          { vendor: "salesforce", kind, batches: 2, outcome: "partially-failed", failedRecords: 40 },
          "partially-failed",
        ],
        [{ vendor: "salesforce", kind, batches: 2, outcome: "failed" }, "failed"],
        [{ vendor: "salesforce", kind, batches: 2, outcome: "aborted" }, "aborted"],
      ] as const,
  ),
  [{ vendor: "superoffice", outcome: "succeeded" }, "succeeded"],
  [{ vendor: "superoffice", outcome: "failed" }, "failed"],
  [{ vendor: "exacttarget", outcome: "succeeded" }, "succeeded"],
  [{ vendor: "exacttarget", outcome: "failed" }, "failed"],
];

describe("jobs are followed to their end", () => {
  test.each(outcomes)("%j: %s", async (job, state) => {
    const sandbox = await sandboxWith();
    const reported: Unexpected[] = [];
    const handle = sandbox.addJob(job);
    const { seen, last } = await followed(facades(sandbox, reported)[job.vendor], handle);
    expect(last).toMatchObject({ state, terminal: true, handle });
    // On the way it was under way, and nothing in the answers was unexpected.
    expect(seen.slice(0, -1).map((one) => one.terminal)).not.toContain(true);
    expect(seen.length).toBeGreaterThan(1);
    expect(reported).toEqual([]);
  });

  test("what the end tells: results, counts, progress", async () => {
    const sandbox = await sandboxWith();
    const all = facades(sandbox);
    const end = async (job: SandboxJob): Promise<JobSnapshot> =>
      (await followed(all[job.vendor], sandbox.addJob(job))).last;
    const bing = await end({ vendor: "microsoft-advertising" });
    const [result] = bing.results;
    expect(bing.progress).toBe(1);
    expect(result).toMatchObject({ kind: "url", url: expect.stringMatching(/^http:\/\/127\.0\.0\.1/) });
    expect((await fetch(result?.kind === "url" ? result.url : "")).status).toBe(200);
    const profile = await end({ vendor: "ebay", outcome: "partially-failed", records: 10, failedRecords: 4 });
    expect(profile).toMatchObject({ progress: 1, counts: { failed: 4 }, results: [{ kind: "reference" }] });
    const batches = await end({
      vendor: "salesforce",
      kind: "job",
      batches: 3,
      records: 90,
      failedRecords: 9,
      outcome: "partially-failed",
    });
    expect(batches).toMatchObject({ progress: 1, counts: { processed: 90, failed: 9 } });
    expect(batches.results).toHaveLength(3);
    const task = await end({ vendor: "superoffice" });
    expect(task).toMatchObject({ progress: 1, results: [{ kind: "file" }] });
    expect(task.times.started).toMatch(/Z$/);
    expect((await end({ vendor: "exacttarget" })).results).toEqual([
      { kind: "file", name: expect.stringMatching(/\.zip$/) },
    ]);
  });
});

const { vendors } = drifts.slow;
const jobOf = (vendor: Vendor): SandboxJob => ({ vendor });

/** The deviations that leave a job's answer readable, with the vendors that they touch. */
const readable = (
  [
    "fault-200",
    "out-of-order",
    "unknown-value",
    "missing-fields",
    "extra-fields",
    "completed-word",
    "offset-dates",
  ] as const
).flatMap((drift) => drifts[drift].vendors.map((vendor) => [drift, vendor] as const));

describe("deviations from the contracts", () => {
  test.each(readable)("%s at %s: the job is followed to its end all the same", async (drift, vendor) => {
    const sandbox = await sandboxWith();
    sandbox.drift([drift], vendor);
    const reported: Unexpected[] = [];
    const { seen, last } = await followed(facades(sandbox, reported)[vendor], sandbox.addJob(jobOf(vendor)));
    expect(last.state).toBe("succeeded");
    const unknown = seen.filter(({ state }) => state === "unknown");
    expect(unknown).toHaveLength(drift === "unknown-value" ? 1 : 0);
    const inXml = vendor !== "superoffice";
    const kinds = new Set(reported.map(({ kind }) => kind));
    if (drift === "extra-fields" && inXml) expect(kinds).toContain("unknown-element");
    if (drift === "out-of-order") expect(kinds).toContain("out-of-order");
    if (drift === "completed-word") expect(last).toMatchObject({ rawState: "Completed", results: [] });
    if (drift === "offset-dates") expect(last.times.created).toMatch(/\.\d{7}\+02:00$/);
  });

  test("the word that no contract lists is told as it is", async () => {
    const sandbox = await sandboxWith({ drift: ["unknown-value"] });
    const { seen } = await followed(facades(sandbox).ebay, sandbox.addJob({ vendor: "ebay" }));
    expect(seen[0]).toMatchObject({ state: "unknown", terminal: false, rawState: "Paused" });
  });

  test("offset-dates: a task that has not been started has no date of it", async () => {
    const sandbox = await sandboxWith({ drift: ["offset-dates"] });
    const { superoffice } = facades(sandbox);
    const { times, raw } = await superoffice.status(superoffice.task(sandbox.addJob({ vendor: "superoffice" }).id));
    expect(raw.LastStarted).toBe("0001-01-01T01:00:00+01:00");
    expect(times).not.toHaveProperty("started");
  });

  test("gone: a task that is removed when it has ended", async () => {
    const sandbox = await sandboxWith({ drift: ["gone"] });
    const { last } = await followed(facades(sandbox).superoffice, sandbox.addJob({ vendor: "superoffice" }));
    expect(last).toMatchObject({ state: "unknown", hint: "gone", terminal: true, rawState: "Started" });
  });

  test.each(vendors)("html-error at %s: typed, and the wait outlives it", async (vendor) => {
    const sandbox = await sandboxWith({ drift: ["html-error"] });
    const source: JobSource = facades(sandbox)[vendor];
    const handle = sandbox.addJob(jobOf(vendor));
    await expect(source.status(handle)).rejects.toMatchObject({ code: "http.status", status: 503 });
    let failures = 0;
    const outcome = await waitForJob(source, handle, {
      pace: fast,
      retry: (error, attempt) => (source.retryDelay(error, attempt) === undefined ? undefined : 5),
      onRetry: () => {
        failures += 1;
        if (failures === 3) sandbox.drift([]);
      },
    });
    expect(outcome).toMatchObject({ kind: "finished", snapshot: { state: "succeeded" } });
    expect(failures).toBe(3);
  });

  test.each(vendors)("slow at %s: a deadline for the call, and one for the wait", async (vendor) => {
    const sandbox = await sandboxWith({ drift: ["slow"] });
    const source: JobSource = facades(sandbox)[vendor];
    const handle = sandbox.addJob(jobOf(vendor));
    await expect(source.status(handle, { deadline: 50 })).rejects.toMatchObject({ code: "transport.deadline" });
    const outcome = await waitForJob(source, handle, { deadline: 50 });
    expect(outcome).toEqual({ kind: "still-running", handle });
  });
});

describe("refusals", () => {
  test("jobs that are not there", async () => {
    const sandbox = await sandboxWith();
    const all = facades(sandbox);
    const missing: readonly (readonly [JobSource, JobHandle, string])[] = [
      [all["microsoft-advertising"], all["microsoft-advertising"].upload("nothing"), "job.unknown"],
      [all["microsoft-advertising"], all["microsoft-advertising"].download("nothing"), "job.unknown"],
      [all.ebay, all.ebay.job("1"), "job.refused"],
      [all.salesforce, all.salesforce.batch("750000000000000AAA", "751000000000000AAA"), "job.unknown"],
      [all.salesforce, all.salesforce.job("750000000000000AAA"), "job.unknown"],
      [all.salesforce, all.salesforce.batchList("750000000000000AAA"), "job.unknown"],
      [all.superoffice, all.superoffice.task(999), "job.unknown"],
      [all.exacttarget, all.exacttarget.batch("1"), "job.unknown"],
    ];
    for (const [source, handle, code] of missing) {
      await expect(source.status(handle), handle.vendor + handle.kind).rejects.toMatchObject({ code });
    }
  });

  test.each(["500", "200"])(
    "wrong credentials are told in the vendor's own words (faults under HTTP %s)",
    async (status) => {
      const sandbox = await sandboxWith({ drift: status === "200" ? ["fault-200"] : [] });
      const wrong = "planted-wrong-credential";
      const { authenticationToken, expiredAuthenticationToken, ...bing } = sandbox.credentials.microsoftAdvertising;
      const { endpoints } = sandbox;
      const sources: Readonly<Record<Vendor, readonly [JobSource, string]>> = {
        "microsoft-advertising": [
          microsoftAdvertising({
            endpoint: endpoints.microsoftAdvertising,
            ...bing,
            token: expiredAuthenticationToken,
          }),
          "109 AuthenticationTokenExpired",
        ],
        ebay: [ebay({ endpoint: endpoints.ebay, token: wrong }), "11002"],
        salesforce: [salesforce({ endpoint: endpoints.salesforce, session: wrong }), "InvalidSessionId"],
        superoffice: [superOffice({ endpoint: endpoints.superOffice, token: wrong }), "SoSessionException"],
        exacttarget: [
          exactTarget({ endpoint: endpoints.exactTarget, username: "u", password: wrong }),
          "ExactTarget refused",
        ],
      };
      expect(authenticationToken).not.toBe(expiredAuthenticationToken);
      for (const vendor of vendors) {
        const [source, text] = sources[vendor];
        const error: unknown = await source.status(sandbox.addJob(jobOf(vendor))).catch((reason: unknown) => reason);
        expect(error).toMatchObject({ code: "job.refused", retryable: false });
        expect(String(error)).toContain(text);
        expect(String(error)).not.toContain(wrong);
        expect(String(error)).not.toContain(expiredAuthenticationToken);
      }
    },
  );

  test("an expired token is asked for again, once", async () => {
    const sandbox = await sandboxWith();
    const { authenticationToken, expiredAuthenticationToken, ...bing } = sandbox.credentials.microsoftAdvertising;
    const tokens = [expiredAuthenticationToken, authenticationToken];
    const ms = microsoftAdvertising({
      endpoint: sandbox.endpoints.microsoftAdvertising,
      ...bing,
      token: async () => tokens.shift() ?? authenticationToken,
    });
    const { id } = sandbox.addJob({ vendor: "microsoft-advertising" });
    const outcome = await ms.wait(ms.upload(id), { pace: fast });
    expect(outcome).toMatchObject({ kind: "finished", snapshot: { state: "succeeded" } });
  });
});

test("what is sent to each vendor is what the vendor wants", async () => {
  const sandbox = await sandboxWith();
  const all = facades(sandbox);
  for (const vendor of vendors) await followed(all[vendor], sandbox.addJob(jobOf(vendor)));
  const sent = new Map(sandbox.requests.map((request) => [request.vendor, request]));
  expect([...sent.values()].map(({ operation }) => operation)).not.toContain("unknown");
  expect(sent.get("superoffice")?.headers).toMatchObject({ "so-timezone": "UTC" });
  expect(sent.get("microsoft-advertising")?.headers["soapaction"]).toMatch(/^"?GetBulkUploadStatus"?$/);
  const { customerId, accountId } = sandbox.credentials.microsoftAdvertising;
  expect(sent.get("microsoft-advertising")?.body).toMatch(
    new RegExp(`CustomerAccountId>${accountId}<.*CustomerId>${customerId}<.*RequestId>`, "s"),
  );
  expect(sent.get("ebay")?.headers).toMatchObject({ "x-ebay-soa-operation-name": "getJobStatus" });
});

test("every deviation is played here", () => {
  const played = new Set<string>([...readable.map(([drift]) => drift), "gone", "html-error", "slow"]);
  expect([...played].sort()).toEqual(Object.keys(drifts).sort());
});
