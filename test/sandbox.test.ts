/** The sandbox as another client sees it: states, refusals, records of requests, life cycle. */
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import { startSandbox, type Sandbox, type SandboxJob, type SandboxOptions } from "../src/sandbox/index.ts";
import type { JobHandle } from "../src/jobs/model.ts";
import {
  bulkCall,
  ebayCall,
  elementText,
  inquiry,
  member,
  salesforceCall,
  salesforcePost,
  superOfficeCall,
  targetCall,
  targetDocument,
} from "./support/sandbox-calls.ts";

const open: Sandbox[] = [];

async function sandboxOf(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  open.push(sandbox);
  return sandbox;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()));
});

/** The vendor's word for a job's state. */
async function word(sandbox: Sandbox, handle: JobHandle): Promise<string | undefined> {
  const { vendor, kind, id, parent } = handle;
  switch (vendor) {
    case "microsoft-advertising": {
      const operation = kind === "upload" ? "GetBulkUploadStatus" : "GetBulkDownloadStatus";
      return elementText((await bulkCall(sandbox, operation, `<RequestId>${id}</RequestId>`)).text, "RequestStatus");
    }
    case "ebay":
      return elementText((await ebayCall(sandbox, "getJobStatus", `<jobId>${id}</jobId>`)).text, "jobStatus");
    case "salesforce": {
      const path = kind === "batch" ? `/job/${parent}/batch/${id}` : kind === "job" ? `/job/${id}` : `/job/${id}/batch`;
      return elementText((await salesforceCall(sandbox, path)).text, "state");
    }
    case "superoffice": {
      const state = member((await superOfficeCall(sandbox, `/BatchTask/${id}`)).text, "State");
      return typeof state === "string" ? state : undefined;
    }
    case "exacttarget":
      return elementText((await targetCall(sandbox, inquiry(id))).text, "status");
  }
}

async function walkOf(sandbox: Sandbox, job: SandboxJob, calls: number): Promise<readonly (string | undefined)[]> {
  const handle = sandbox.addJob(job);
  const words: (string | undefined)[] = [];
  for (let call = 0; call < calls; call += 1) words.push(await word(sandbox, handle));
  return words;
}

describe("jobs walk through the vendors' own states", () => {
  const walks: readonly { readonly job: SandboxJob; readonly words: readonly string[] }[] = [
    { job: { vendor: "microsoft-advertising" }, words: ["FileUploaded", "InProgress", "InProgress", "Completed"] },
    {
      job: { vendor: "microsoft-advertising", outcome: "partially-failed" },
      words: ["FileUploaded", "InProgress", "InProgress", "CompletedWithErrors"],
    },
    {
      job: { vendor: "microsoft-advertising", kind: "download", outcome: "failed" },
      words: ["InProgress", "InProgress", "Failed"],
    },
    { job: { vendor: "ebay" }, words: ["Created", "Scheduled", "InProcess", "InProcess", "Completed"] },
    { job: { vendor: "ebay", outcome: "aborted" }, words: ["Created", "Scheduled", "Aborted"] },
    { job: { vendor: "salesforce", kind: "batch" }, words: ["Queued", "InProgress", "InProgress", "Completed"] },
    { job: { vendor: "salesforce", kind: "batch-list", outcome: "failed" }, words: ["Queued", "InProgress", "Failed"] },
    { job: { vendor: "salesforce", outcome: "aborted" }, words: ["Open", "Aborted"] },
    { job: { vendor: "superoffice" }, words: ["New", "Aquired", "Started", "Started", "Succeeded"] },
    { job: { vendor: "superoffice", outcome: "failed" }, words: ["New", "Aquired", "Started", "Failed"] },
    { job: { vendor: "exacttarget" }, words: ["Scheduled", "Processing", "Processing", "Complete"] },
    { job: { vendor: "exacttarget", outcome: "failed" }, words: ["Scheduled", "Processing", "Error"] },
    { job: { vendor: "ebay", states: ["InProcess", "Failed"] }, words: ["InProcess", "Failed"] },
    {
      job: { vendor: "microsoft-advertising", states: ["UploadFileRowCountExceeded"] },
      words: ["UploadFileRowCountExceeded"],
    },
  ];

  test.each(walks)("by call: $job.vendor $job.kind $job.outcome $job.states", async ({ job, words }) => {
    // One call more than states: the last state stays.
    const last = words.at(-1);
    expect(await walkOf(await sandboxOf(), job, words.length + 1)).toEqual([...words, last]);
  });

  test("by time: a state lasts a step, however often it is asked for", async () => {
    const sandbox = await sandboxOf({ step: 400 });
    const handle = sandbox.addJob({ vendor: "exacttarget" });
    expect([await word(sandbox, handle), await word(sandbox, handle)]).toEqual(["Scheduled", "Scheduled"]);
    await sleep(450);
    expect(await word(sandbox, handle)).toBe("Processing");
    await sleep(1200);
    expect(await word(sandbox, handle)).toBe("Complete");
  });

  test("calls of one round of polling see the same state", async () => {
    const sandbox = await sandboxOf();
    const { id } = sandbox.addJob({ vendor: "salesforce", batches: 3 });
    const rounds: unknown[] = [];
    for (let round = 0; round < 4; round += 1) {
      const job = (await salesforceCall(sandbox, `/job/${id}`)).text;
      const list = (await salesforceCall(sandbox, `/job/${id}/batch`)).text;
      rounds.push([elementText(job, "numberBatchesInProgress"), list.match(/<state>InProgress</g)?.length ?? 0]);
    }
    expect(rounds).toEqual([
      ["0", 0],
      ["3", 3],
      ["3", 3],
      ["0", 0],
    ]);
  });

  test("outcomes and kinds that a vendor does not have are refused", async () => {
    const sandbox = await sandboxOf();
    expect(() => sandbox.addJob({ vendor: "superoffice", outcome: "partially-failed" })).toThrow(RangeError);
    expect(() => sandbox.addJob({ vendor: "exacttarget", outcome: "aborted" })).toThrow("there are succeeded, failed");
    expect(() => sandbox.addJob({ vendor: "ebay", kind: "batch" })).toThrow("ebay has no batch: there are job");
    expect(() => sandbox.addJob({ vendor: "ebay", states: [] })).toThrow(RangeError);
  });

  test("failed records are counted, spread over the batches", async () => {
    const sandbox = await sandboxOf();
    const job = {
      vendor: "salesforce",
      outcome: "partially-failed",
      records: 10,
      failedRecords: 3,
      batches: 2,
    } as const;
    const { id } = sandbox.addJob({ ...job, states: ["Closed"] });
    await salesforceCall(sandbox, `/job/${id}`);
    for (let call = 0; call < 3; call += 1) await salesforceCall(sandbox, `/job/${id}`);
    const { text } = await salesforceCall(sandbox, `/job/${id}`);
    expect(
      ["numberBatchesCompleted", "numberRecordsProcessed", "numberRecordsFailed"].map((name) =>
        elementText(text, name),
      ),
    ).toEqual(["2", "10", "3"]);
    const ebay = sandbox.addJob({
      vendor: "ebay",
      outcome: "partially-failed",
      failedRecords: 7,
      states: ["Completed"],
    });
    expect(elementText((await ebayCall(sandbox, "getJobStatus", `<jobId>${ebay.id}</jobId>`)).text, "errorCount")).toBe(
      "7",
    );
  });
});

describe("credentials are checked the way each vendor does it", () => {
  test("Microsoft Advertising: faults 105, 106 and 109 under HTTP 500", async () => {
    const sandbox = await sandboxOf();
    const { id } = sandbox.addJob({ vendor: "microsoft-advertising" });
    const { expiredAuthenticationToken } = sandbox.credentials.microsoftAdvertising;
    const code = async (headers: Record<string, string | undefined>): Promise<unknown> => {
      const { status, text } = await bulkCall(sandbox, "GetBulkUploadStatus", `<RequestId>${id}</RequestId>`, headers);
      return [status, elementText(text, "Code"), text.includes("<AdApiFaultDetail ")];
    };
    expect(await code({ AuthenticationToken: undefined })).toEqual([500, "105", true]);
    expect(await code({ AuthenticationToken: "wrong" })).toEqual([500, "105", true]);
    expect(await code({ DeveloperToken: "wrong" })).toEqual([500, "105", true]);
    expect(await code({ CustomerId: "1" })).toEqual([500, "106", true]);
    expect(await code({ AuthenticationToken: expiredAuthenticationToken })).toEqual([500, "109", true]);
  });

  test("Microsoft Advertising: headers of another namespace are not seen", async () => {
    const sandbox = await sandboxOf();
    const token = sandbox.credentials.microsoftAdvertising.authenticationToken;
    const xml = `<AuthenticationToken xmlns="urn:other">${token}</AuthenticationToken>`;
    const { text } = await bulkCall(sandbox, "GetBulkUploadStatus", "", { AuthenticationToken: undefined, Other: xml });
    expect(elementText(text, "Code")).toBe("105");
  });

  test("eBay: a bare errorMessage under HTTP 500, category System", async () => {
    const { status, text } = await ebayCall(await sandboxOf(), "getJobs", "", { "x-ebay-soa-security-token": "wrong" });
    expect([status, elementText(text, "errorId"), elementText(text, "category")]).toEqual([500, "11002", "System"]);
    expect(text).toMatch(/^<errorMessage /);
  });

  test("Salesforce: an error under HTTP 400, in JSON for a JSON job", async () => {
    const sandbox = await sandboxOf();
    const headers = { "x-sfdc-session": "wrong" };
    const xml = await salesforceCall(sandbox, "/job/750", { headers });
    expect([xml.status, elementText(xml.text, "exceptionCode")]).toEqual([400, "InvalidSessionId"]);
    const job = await salesforcePost(
      sandbox,
      "/job",
      '{"operation":"insert","object":"Account","contentType":"JSON"}',
      "application/json",
    );
    const json = await salesforceCall(sandbox, `/job/${String(member(job.text, "id"))}`, { headers });
    expect([json.status, member(json.text, "exceptionCode")]).toEqual([400, "InvalidSessionId"]);
  });

  test("SuperOffice: 401; a ticket wants the application token beside it, a bearer token does not", async () => {
    const sandbox = await sandboxOf();
    const { token } = sandbox.credentials.superOffice;
    const status = async (authorization: string, appToken: string): Promise<number> =>
      (await superOfficeCall(sandbox, "/BatchTask", { headers: { authorization, "so-apptoken": appToken } })).status;
    expect(await status("SoTicket wrong", sandbox.credentials.superOffice.appToken)).toBe(401);
    expect(await status(`SOTicket ${token}`, "")).toBe(401);
    expect(await status(`SOTicket ${token}`, sandbox.credentials.superOffice.appToken)).toBe(200);
    expect(await status(`Bearer ${token}`, "")).toBe(200);
    expect(await status(`Basic ${token}`, "")).toBe(401);
  });

  test("ExactTarget: an error inside HTTP 200", async () => {
    const { status, text } = await targetCall(await sandboxOf(), inquiry("1"), "wrong");
    expect([status, elementText(text, "error")]).toEqual([200, "2"]);
    expect(text).toContain("<Batch><error>");
  });
});

describe("what is sent has to be right", () => {
  test("Microsoft Advertising: action, content type, namespaces and order count", async () => {
    const sandbox = await sandboxOf();
    const account = `<AccountId>${sandbox.credentials.microsoftAdvertising.accountId}</AccountId>`;
    const { id } = sandbox.addJob({ vendor: "microsoft-advertising" });
    const request = `<RequestId>${id}</RequestId>`;
    const faultCode = async (...args: [string, string, RequestInit?]): Promise<string | undefined> =>
      elementText((await bulkCall(sandbox, args[0], args[1], {}, args[2])).text, "faultcode");

    expect(await faultCode("GetBulkUploadStatus", request, { headers: { soapaction: "" } })).toBe(
      "a:ActionNotSupported",
    );
    const other = await bulkCall(
      sandbox,
      "GetBulkUploadStatus",
      request,
      {},
      { headers: { soapaction: "GetBulkUploadUrl" } },
    );
    expect(elementText(other.text, "ErrorCode")).toBe("NullRequest");
    const charset = await bulkCall(
      sandbox,
      "GetBulkUploadStatus",
      request,
      {},
      { headers: { "content-type": "application/xml" } },
    );
    expect(charset.status).toBe(415);
    expect((await bulkCall(sandbox, "GetBulkUploadStatus", "<open>", {})).status).toBe(400);
    expect((await bulkCall(sandbox, "GetBulkUploadStatus", "<nobody:declared/>", {})).status).toBe(400);

    const unqualified = await bulkCall(sandbox, "GetBulkUploadStatus", request.replace(">", ' xmlns="">'));
    expect(elementText(unqualified.text, "ErrorCode")).toBe("BulkServiceInvalidRequestId");
    const nil = '<RequestId xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/>';
    expect(elementText((await bulkCall(sandbox, "GetBulkUploadStatus", nil)).text, "Code")).toBe("3216");

    // Elements in the wrong place are ignored in silence: the value of the one that comes late does not matter any more.
    const wrongMode = "<ResponseMode>Everything</ResponseMode>";
    expect((await bulkCall(sandbox, "GetBulkUploadUrl", account + wrongMode)).status).toBe(200);
    expect(await faultCode("GetBulkUploadUrl", wrongMode + account)).toBe("a:DeserializationFailed");
    const arrays = 'xmlns:a="http://schemas.microsoft.com/2003/10/Serialization/Arrays"';
    const ids = `<AccountIds ${arrays}><a:long>1</a:long></AccountIds>`;
    const scope = (words: string): string => `${ids}<DataScope>${words}</DataScope>`;
    expect(await faultCode("DownloadCampaignsByAccountIds", scope("EntityData,QualityScoreData"))).toBe(
      "a:DeserializationFailed",
    );
    expect(await faultCode("DownloadCampaignsByAccountIds", scope("EntityData QualityScoreData"))).toBeUndefined();
    const bare = "<AccountIds><long>1</long></AccountIds>";
    expect(elementText((await bulkCall(sandbox, "DownloadCampaignsByAccountIds", bare)).text, "Code")).toBe("100");
  });

  test("eBay: operation, service, content type and namespace count, order does not", async () => {
    const sandbox = await sandboxOf();
    const error = async (...args: Parameters<typeof ebayCall>): Promise<unknown> => {
      const { status, text } = await ebayCall(...args);
      return [status, elementText(text, "errorId")];
    };
    expect(await error(sandbox, "getJobz", "")).toEqual([500, "2000"]);
    expect(await error(sandbox, "getJobs", "", { "x-ebay-soa-service-name": "FileTransferService" })).toEqual([
      500,
      "2000",
    ]);
    expect(await error(sandbox, "getJobs", "", { "content-type": "text/xml; charset=utf-8" })).toEqual([500, "2001"]);
    expect(await error(sandbox, "getJobs", "", { "x-ebay-soa-operation-name": "abortJob" })).toEqual([500, "2002"]);
    expect(await error(sandbox, "getJobStatus", "<jobId>1</jobId>")).toEqual([200, "1"]);
    const unordered = await ebayCall(
      sandbox,
      "createUploadJob",
      "<UUID>u</UUID><uploadJobType>AddItem</uploadJobType>",
    );
    expect(elementText(unordered.text, "ack")).toBe("Success");
  });

  test("Salesforce: versions, namespaces and states count", async () => {
    const sandbox = await sandboxOf();
    const code = async (path: string, body: string, type?: string): Promise<unknown> =>
      elementText((await salesforcePost(sandbox, path, body, type)).text, "exceptionCode");
    const info = (content: string): string =>
      `<jobInfo xmlns="http://www.force.com/2009/06/asyncapi/dataload">${content}</jobInfo>`;
    const insert = "<operation>insert</operation><object>Account</object>";
    expect(await code("/../30.0/job", info(insert))).toBe("InvalidVersion");
    expect(await code("/job", "<jobInfo><operation>insert</operation></jobInfo>")).toBe("InvalidXml");
    expect(await code("/job", "<jobInfo")).toBe("InvalidXml");
    expect(await code("/job", info("<operation>INSERT</operation><object>Account</object>"))).toBe("InvalidJob");
    expect(await code("/job", info(`${insert}<contentType>PDF</contentType>`))).toBe("UnsupportedContentType");
    expect(await code("/job/750000000000000", info("<state>Closed</state>"))).toBe("InvalidJob");

    const { id } = sandbox.addJob({ vendor: "salesforce" });
    expect(await code(`/job/${id}`, info("<state>Closed</state>"))).toBe("InvalidJobState");
    expect(await code(`/job/${id}/batch`, "<sObjects/>")).toBe("InvalidJobState");
    expect(await code(`/../66.0/job/${id}`, info("<state>Closed</state>"))).toBe("InvalidVersion");
  });

  test("ExactTarget: the form, the document and the action count", async () => {
    const sandbox = await sandboxOf();
    const { exactTarget } = sandbox.endpoints;
    const post = (body: string | URLSearchParams): Promise<Response> => fetch(exactTarget, { method: "POST", body });
    expect((await post("<exacttarget/>")).status).toBe(400);
    expect((await post(new URLSearchParams({ xml: targetDocument(sandbox, inquiry("1")) }))).status).toBe(400);
    const unread = await post(new URLSearchParams({ qf: "xml", xml: "<exacttarget>" }));
    expect([unread.status, elementText(await unread.text(), "error")]).toEqual([200, "39"]);
    expect(elementText((await targetCall(sandbox, inquiry("1"))).text, "error")).toBe("1");
    const other = await targetCall(sandbox, "<system_name>weather</system_name><action>BulkAsync</action>");
    expect(other.text).toContain("<list><error>39</error>");
  });
});

describe("requests are recorded", () => {
  test("with their operation, and without any credential", async () => {
    const sandbox = await sandboxOf();
    const { credentials } = sandbox;
    await bulkCall(sandbox, "GetBulkUploadStatus", "<RequestId>1</RequestId>", { Password: "other-secret" });
    await ebayCall(sandbox, "getJobStatus", "<jobId>1</jobId>");
    await salesforceCall(sandbox, "/job/750");
    await superOfficeCall(sandbox, "/BatchTask/1");
    await targetCall(sandbox, inquiry("1"));
    await targetCall(sandbox, inquiry("1"), "other</b>secret");
    const query = new URLSearchParams({ qf: "xml", xml: targetDocument(sandbox, inquiry("1")) });
    expect((await fetch(`${sandbox.endpoints.exactTarget}?${query}`)).status).toBe(200);

    expect(sandbox.requests.map(({ vendor, operation, method }) => `${vendor} ${method} ${operation}`)).toEqual([
      "microsoft-advertising POST GetBulkUploadStatus",
      "ebay POST getJobStatus",
      "salesforce GET getJob",
      "superoffice GET getBatchTask",
      "exacttarget POST batch.inquire",
      "exacttarget POST batch.inquire",
      "exacttarget GET batch.inquire",
    ]);
    const kept = decodeURIComponent(JSON.stringify(sandbox.requests).replaceAll("+", " "));
    const secrets = [
      credentials.microsoftAdvertising.authenticationToken,
      credentials.microsoftAdvertising.developerToken,
      credentials.ebay.token,
      credentials.salesforce.sessionId,
      credentials.superOffice.token,
      credentials.superOffice.appToken,
      credentials.exactTarget.password,
      "secret",
    ];
    expect(secrets.filter((secret) => kept.includes(secret))).toEqual([]);
    expect(sandbox.requests[3]?.headers["authorization"]).toBe("SoTicket ***");
    expect(sandbox.requests[0]?.body).toContain("<RequestId>1</RequestId>");
  });
});

describe("life cycle", () => {
  test("two sandboxes at once do not share jobs or drift", async () => {
    const [one, two] = await Promise.all([sandboxOf({ drift: ["html-error"] }), sandboxOf()]);
    const handle = two.addJob({ vendor: "microsoft-advertising" });
    expect(one.url).not.toBe(two.url);
    expect(await word(two, handle)).toBe("FileUploaded");
    one.drift([]);
    const { text } = await bulkCall(one, "GetBulkUploadStatus", `<RequestId>${handle.id}</RequestId>`);
    expect(elementText(text, "Code")).toBe("3216");
  });

  test("close is prompt, with an answer held back and connections kept alive", async () => {
    const sandbox = await sandboxOf({ drift: ["slow"] });
    const held = ebayCall(sandbox, "getJobs", "").then(
      () => "answered",
      () => "dropped",
    );
    while (sandbox.requests.length === 0) await sleep(5);
    const before = performance.now();
    await sandbox.close();
    expect(performance.now() - before).toBeLessThan(1000);
    expect(await held).toBe("dropped");
    await sandbox.close();
    await expect(fetch(sandbox.url)).rejects.toThrow();
  });

  test("a port that is taken, an unknown drift and an unknown address are told", async () => {
    const sandbox = await sandboxOf();
    await expect(startSandbox({ port: Number(new URL(sandbox.url).port) })).rejects.toThrow("EADDRINUSE");
    expect(() => sandbox.drift(["fault-200"], "ebay")).toThrow("does not touch ebay");
    expect((await fetch(`${sandbox.url}/nowhere`)).status).toBe(404);
  });

  test("a package that is missing is named, with what to install", async () => {
    // A copy of the sandbox in a place that has no packages at all.
    const folder = mkdtempSync(join(tmpdir(), "sandbox-"));
    try {
      cpSync(join(import.meta.dirname, "..", "src", "sandbox"), join(folder, "sandbox"), { recursive: true });
      const script =
        'const { startSandbox } = await import("./sandbox/index.ts"); await startSandbox().catch((error) => console.log(error.message));';
      const options = { cwd: folder };
      const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], options);
      expect(stdout).toBe(
        "The sandbox needs the package soap, which is not installed: npm install --save-dev soap fast-xml-parser\n",
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("the environment names endpoints and credentials", async () => {
    const sandbox = await sandboxOf();
    const environment = sandbox.environment();
    expect(environment["SPECWIRE_SALESFORCE_ENDPOINT"]).toBe(`${sandbox.url}/services/async/67.0`);
    expect(environment["SPECWIRE_SUPEROFFICE_ENDPOINT"]).toBe(`${sandbox.url}/Cust12345/api/v1`);
    expect(environment["SPECWIRE_EBAY_FILES_ENDPOINT"]).toBe(sandbox.endpoints.ebayFiles);
    expect(Object.keys(environment).filter((name) => environment[name] === "")).toEqual([]);
    expect(Object.keys(environment)).toHaveLength(17);
  });
});
