/** Every deviation of the sandbox, switched on and seen on the wire. */
import { afterEach, describe, expect, test } from "vitest";
import { drifts, startSandbox, type Drift, type Sandbox, type SandboxOptions } from "../src/sandbox/index.ts";
import type { Vendor } from "../src/jobs/model.ts";
import {
  bulkCall,
  ebayCall,
  elementText,
  inquiry,
  member,
  salesforceCall,
  superOfficeCall,
  targetCall,
  type Reply,
} from "./support/sandbox-calls.ts";

const open: Sandbox[] = [];

async function sandboxOf(drift: Drift, options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ ...options, drift: [drift] });
  open.push(sandbox);
  return sandbox;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()));
});

/** A status call for a new job of each vendor, to be repeated. */
const statusCalls: Readonly<Record<Vendor, (sandbox: Sandbox, states?: readonly string[]) => () => Promise<Reply>>> = {
  "microsoft-advertising": (sandbox, states) => {
    const { id } = sandbox.addJob({ vendor: "microsoft-advertising", ...(states && { states }) });
    return () => bulkCall(sandbox, "GetBulkUploadStatus", `<RequestId>${id}</RequestId>`);
  },
  ebay: (sandbox, states) => {
    const { id } = sandbox.addJob({ vendor: "ebay", ...(states && { states }) });
    return () => ebayCall(sandbox, "getJobStatus", `<jobId>${id}</jobId>`);
  },
  salesforce: (sandbox, states) => {
    const { id, parent } = sandbox.addJob({ vendor: "salesforce", kind: "batch", ...(states && { states }) });
    return () => salesforceCall(sandbox, `/job/${parent}/batch/${id}`);
  },
  superoffice: (sandbox, states) => {
    const { id } = sandbox.addJob({ vendor: "superoffice", ...(states && { states }) });
    return () => superOfficeCall(sandbox, `/BatchTask/${id}`);
  },
  exacttarget: (sandbox, states) => {
    const { id } = sandbox.addJob({ vendor: "exacttarget", ...(states && { states }) });
    return () => targetCall(sandbox, inquiry(id));
  },
};

const vendors: readonly Vendor[] = ["microsoft-advertising", "ebay", "salesforce", "superoffice", "exacttarget"];
const stateNames: Readonly<Record<Vendor, string>> = {
  "microsoft-advertising": "RequestStatus",
  ebay: "jobStatus",
  salesforce: "state",
  superoffice: "State",
  exacttarget: "status",
};

function stateIn(vendor: Vendor, { text }: Reply): unknown {
  return vendor === "superoffice" ? member(text, "State") : elementText(text, stateNames[vendor]);
}

/** Names of the elements inside the first element of that name, in their order. */
function childNames(xml: string, parent: string): readonly string[] {
  const inner = new RegExp(`<${parent}[\\s>][\\s\\S]*?</${parent}>`).exec(xml)?.[0] ?? "";
  return [...inner.matchAll(/<(\w+)(?:\s[^>]*)?>/g)].slice(1).map((match) => match[1] ?? "");
}

test("every drift says what it does and whom it touches", () => {
  for (const [name, { what, vendors: touched }] of Object.entries(drifts)) {
    expect(what.length, name).toBeGreaterThan(20);
    expect(touched.length, name).toBeGreaterThan(0);
  }
});

test("fault-200: both of Microsoft's faults come under HTTP 200", async () => {
  const sandbox = await sandboxOf("fault-200");
  const unknown = await bulkCall(sandbox, "GetBulkUploadStatus", "<RequestId>1</RequestId>");
  const refused = await bulkCall(sandbox, "GetBulkUploadStatus", "", { AuthenticationToken: "wrong" });
  expect([unknown.status, refused.status]).toEqual([200, 200]);
  expect([elementText(unknown.text, "faultcode"), elementText(refused.text, "faultcode")]).toEqual([
    "s:Server",
    "s:Server",
  ]);
});

describe("out-of-order", () => {
  test("eBay and Salesforce: alphabetical", async () => {
    const sandbox = await sandboxOf("out-of-order");
    const profile = childNames((await statusCalls.ebay(sandbox)()).text, "jobProfile");
    const batch = childNames((await statusCalls.salesforce(sandbox)()).text, "batchInfo");
    expect(profile).toContain("creationTime");
    expect(profile).toEqual(profile.toSorted());
    expect(batch[0]).toBe("apexProcessingTime");
    expect(batch).toEqual(batch.toSorted());
  });

  test("Microsoft and ExactTarget, whose order is alphabetical or nearly so: not the contract's", async () => {
    const sandbox = await sandboxOf("out-of-order");
    const status = await statusCalls["microsoft-advertising"](sandbox)();
    expect(childNames(status.text, "GetBulkUploadStatusResponse")).toEqual([
      "ResultFileUrl",
      "RequestStatus",
      "PercentComplete",
      "ForwardCompatibilityMap",
      "Errors",
    ]);
    const fault = await bulkCall(sandbox, "GetBulkUploadStatus", "<RequestId>1</RequestId>");
    expect(childNames(fault.text, "ApiFaultDetail")[0]).toBe("OperationErrors");
    expect(childNames((await statusCalls.exacttarget(sandbox)()).text, "Batch")).toEqual([
      "batchid",
      "filename",
      "status",
    ]);
  });
});

test.each(vendors)("unknown-value: %s shows an unlisted state once, and goes on", async (vendor) => {
  const sandbox = await sandboxOf("unknown-value");
  const usual = await startSandbox();
  open.push(usual);
  const call = statusCalls[vendor](sandbox);
  const usualCall = statusCalls[vendor](usual);
  const strange = stateIn(vendor, await call());
  const first = stateIn(vendor, await usualCall());
  expect(strange).not.toBe(first);
  expect(strange).toMatch(/^[A-Z][a-z]+$/);
  expect(stateIn(vendor, await call())).toBe(first);
  expect(stateIn(vendor, await call())).toBe(stateIn(vendor, await usualCall()));
});

describe("missing-fields", () => {
  test("XML: id and state stay, with what the contract requires", async () => {
    const sandbox = await sandboxOf("missing-fields");
    const status = await statusCalls["microsoft-advertising"](sandbox)();
    expect(childNames(status.text, "GetBulkUploadStatusResponse")).toEqual(["RequestStatus"]);
    const profile = await statusCalls.ebay(sandbox)();
    expect(childNames(profile.text, "jobProfile")).toEqual(["jobId", "jobType", "jobStatus", "creationTime"]);
    expect(elementText(profile.text, "timestamp")).toBeUndefined();
    expect(childNames((await statusCalls.salesforce(sandbox)()).text, "batchInfo")).toEqual([
      "id",
      "jobId",
      "state",
      "createdDate",
      "numberRecordsProcessed",
    ]);
    expect(childNames((await statusCalls.exacttarget(sandbox)()).text, "Batch")).toEqual(["batchid", "status"]);
  });

  test("JSON: id and state stay", async () => {
    const { text } = await statusCalls.superoffice(await sandboxOf("missing-fields"))();
    expect(Object.keys(Object(JSON.parse(text)))).toEqual(["Id", "State"]);
  });
});

test.each(vendors)("extra-fields: %s sends something that the contract does not have", async (vendor) => {
  const { text } = await statusCalls[vendor](await sandboxOf("extra-fields"))();
  expect(text).toContain("SandboxExtension");
});

test("completed-word: `Completed`, and no file", async () => {
  const sandbox = await sandboxOf("completed-word");
  const call = statusCalls.exacttarget(sandbox, ["Complete"]);
  expect((await call()).text).toContain("<status>Completed</status><filename></filename>");
  sandbox.drift([]);
  expect((await call()).text).toMatch(/<status>Complete<\/status><filename>bulkasync_\d+_\d+_1\.zip<\/filename>/);
});

test("offset-dates: seven fractional digits and an offset, the null date too", async () => {
  const { text } = await statusCalls.superoffice(await sandboxOf("offset-dates"))();
  expect(member(text, "LastStarted")).toBe("0001-01-01T01:00:00+01:00");
  expect(member(text, "Created")).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}\+02:00$/);
  expect(Math.abs(Date.parse(String(member(text, "Created"))) - Date.now())).toBeLessThan(60_000);
});

test("gone: a task that ends is not found any more", async () => {
  const call = statusCalls.superoffice(await sandboxOf("gone"), ["Started", "Succeeded"]);
  expect([(await call()).status, (await call()).status, (await call()).status]).toEqual([200, 404, 404]);
});

test.each(vendors)("html-error: %s answers with a gateway's page", async (vendor) => {
  const sandbox = await sandboxOf("html-error");
  const { status, contentType, text } = await statusCalls[vendor](sandbox)();
  expect([status, contentType]).toEqual([503, "text/html; charset=utf-8"]);
  expect(text).toMatch(/^<!DOCTYPE html>/);
  expect(sandbox.requests[0]?.vendor).toBe(vendor);
});

test("slow: answers are held back as long as is said, for the vendor that is said", async () => {
  const sandbox = await sandboxOf("slow", { slowness: 300 });
  sandbox.drift([]);
  sandbox.drift(["slow"], "ebay");
  const timed = async (vendor: Vendor): Promise<number> => {
    const call = statusCalls[vendor](sandbox);
    const before = performance.now();
    expect((await call()).status).toBe(200);
    return performance.now() - before;
  };
  expect(await timed("exacttarget")).toBeLessThan(290);
  expect(await timed("ebay")).toBeGreaterThanOrEqual(295);
});

test("slow: a client that gives up ends the wait", async () => {
  const sandbox = await sandboxOf("slow");
  const { id } = sandbox.addJob({ vendor: "microsoft-advertising" });
  const content = `<RequestId>${id}</RequestId>`;
  const call = bulkCall(sandbox, "GetBulkUploadStatus", content, {}, { signal: AbortSignal.timeout(50) });
  await expect(call).rejects.toThrow("timeout");
});
