/** One call at a time is enough for every verb of every vendor: no call waits for a turn that its own verb has taken. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { ebay } from "../src/ebay.ts";
import { exactTarget } from "../src/exacttarget.ts";
import { callBudget, type CallBudget, type JobResults } from "../src/jobs/index.ts";
import { microsoftAdvertising } from "../src/microsoft-advertising.ts";
import { salesforce } from "../src/salesforce.ts";
import { startSandbox, type Sandbox } from "../src/sandbox/index.ts";
import { superOffice } from "../src/superoffice.ts";
import { collect } from "./support/collect.ts";
import { instantClock } from "./support/instant-clock.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const fast = { pace: { first: 1, most: 1 } };

function one(): CallBudget {
  return callBudget({ calls: 1000, per: 1, burst: 1000, concurrent: 1 });
}

/** How often there was a call while another one was under way. */
function counted(): { readonly fetch: typeof globalThis.fetch; readonly most: () => number } {
  let under = 0;
  let most = 0;
  return {
    most: () => most,
    fetch: async (input, init) => {
      under += 1;
      most = Math.max(most, under);
      try {
        return await globalThis.fetch(input, init);
      } finally {
        under -= 1;
      }
    },
  };
}

async function rowsOf(results: Promise<JobResults<unknown>>): Promise<number> {
  let rows = 0;
  for (const file of (await results).files) rows += (await collect(file.rows())).length;
  return rows;
}

// What waits for itself waits for ever: the test's own deadline says so.
test("Microsoft Advertising", async () => {
  const { authenticationToken, developerToken, customerId, accountId } = sandbox.credentials.microsoftAdvertising;
  const { fetch, most } = counted();
  const account = { token: authenticationToken, developerToken, customerId, accountId };
  const endpoint = sandbox.endpoints.microsoftAdvertising;
  const bulk = microsoftAdvertising({ ...account, endpoint, fetch, budget: one(), clock: instantClock() });
  const handle = await bulk.submit({ kind: "upload", file: new Blob(["Type,Client Id\r\nCampaign,c\r\n"]) });
  expect(await bulk.wait(handle, fast)).toMatchObject({ snapshot: { state: "succeeded" } });
  expect(await rowsOf(bulk.results(handle))).toBeGreaterThan(0);
  const download = await bulk.submit({ kind: "download", entities: ["Campaigns"] });
  expect(await bulk.wait(download, fast)).toMatchObject({ snapshot: { state: "succeeded" } });
  expect(await rowsOf(bulk.results(download))).toBeGreaterThan(0);
  expect(most()).toBe(1);
});

test("eBay", async () => {
  const { ebay: endpoint, ebayFiles: filesEndpoint } = sandbox.endpoints;
  const { fetch, most } = counted();
  const { token } = sandbox.credentials.ebay;
  const shop = ebay({ endpoint, filesEndpoint, token, fetch, budget: one(), clock: instantClock() });
  const file = new Blob(["<BulkDataExchangeRequests><Header/><EndItemRequest/></BulkDataExchangeRequests>"]);
  const handle = await shop.submit({ kind: "upload", type: "EndItem", file });
  expect(await shop.wait(handle, fast)).toMatchObject({ snapshot: { state: "succeeded" } });
  expect(await rowsOf(shop.results(handle))).toBeGreaterThan(0);
  const report = await shop.submit({ kind: "download", type: "SoldReport" });
  expect(await collect(shop.list({ types: ["SoldReport"] }))).toHaveLength(1);
  expect(await shop.cancel(report)).toMatchObject({ state: "aborted" });
  expect(most()).toBe(1);
});

test("Salesforce", async () => {
  const { fetch, most } = counted();
  const session = sandbox.credentials.salesforce.sessionId;
  const endpoint = sandbox.endpoints.salesforce;
  const sf = salesforce({ endpoint, session, fetch, budget: one(), clock: instantClock() });
  const upload = { operation: "insert", object: "Account", recordsPerBatch: 1 } as const;
  const handle = await sf.submit({ ...upload, file: new Blob(["Name\nA\nB\n"]) });
  expect(await sf.wait(handle, fast)).toMatchObject({ snapshot: { state: "succeeded" } });
  expect(await collect(sf.list({ jobId: handle.id }))).toHaveLength(2);
  expect(await rowsOf(sf.results(handle))).toBe(2);
  const other = await sf.submit({ ...upload, file: new Blob(["Name\nA\n"]) });
  expect(await sf.cancel(other)).toMatchObject({ state: "aborted" });
  expect(most()).toBe(1);
});

test("SuperOffice", async () => {
  const { fetch, most } = counted();
  const { token } = sandbox.credentials.superOffice;
  const endpoint = sandbox.endpoints.superOffice;
  const so = superOffice({ endpoint, token, fetch, budget: one(), clock: instantClock() });
  const handle = await so.submit({ Name: "Export" });
  expect(await so.wait(handle, fast)).toMatchObject({ snapshot: { state: "succeeded" } });
  expect(await rowsOf(so.results(handle))).toBeGreaterThan(0);
  const other = await so.submit({ Name: "Other" });
  await so.update(other, { Description: "late" });
  expect((await collect(so.list({ state: "All" }))).length).toBeGreaterThan(0);
  expect(await so.cancel(other)).toMatchObject({ handle: { id: other.id } });
  await so.remove(other);
  expect(most()).toBe(1);
});

test("ExactTarget", async () => {
  const { fetch, most } = counted();
  const { username, password } = sandbox.credentials.exactTarget;
  const endpoint = sandbox.endpoints.exactTarget;
  const et = exactTarget({ endpoint, username, password, fetch, budget: one(), clock: instantClock() });
  const handle = await et.submit({ system: "list", subAction: "Subs_ToFTP", searchType: "listid", searchValue: "7" });
  expect(await et.wait(handle, fast)).toMatchObject({ snapshot: { state: "succeeded" } });
  expect(await et.locate(handle)).toBeDefined();
  expect(most()).toBe(1);
});
