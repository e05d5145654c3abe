/** What the sandbox writes, judged by libxml2 against the vendors' originals and against our own specs. */
import { inflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseXmlDocument, serializeToWellFormedString } from "slimdom";
import { startSandbox, type Sandbox, type SandboxOutcome } from "../src/sandbox/index.ts";
import { bodyOf, headersOf, judgeBy, type Judge } from "./support/libxml2.ts";
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
} from "./support/sandbox-calls.ts";
import { sharedPath } from "./support/shared.ts";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(async () => {
  await sandbox.close();
});

const specs = join(import.meta.dirname, "..", "specs");

/** The schemas that are at hand to judge by: our own, and the vendor's. */
function schemas(
  own: string,
  ...original: readonly string[]
): readonly { readonly name: string; readonly path: string }[] {
  const shared = original.length === 0 ? undefined : sharedPath("originals", ...original);
  const ownPath = join(specs, own);
  return [
    ...(existsSync(ownPath) ? [{ name: `specs/${own}`, path: ownPath }] : []),
    ...(shared === undefined ? [] : [{ name: original.join("/"), path: shared }]),
  ];
}

/** What a SOAP envelope carries that the schemas declare: the headers, and the body or the fault's detail. */
function declaredParts(envelope: string): readonly string[] {
  const body = bodyOf(envelope);
  const detail = parseXmlDocument(body).documentElement?.children.find((child) => child.localName === "detail");
  return [...headersOf(envelope), ...(detail?.children.map((child) => serializeToWellFormedString(child)) ?? [body])];
}

describe.each(schemas("microsoft-advertising/bulk-service.wsdl", "microsoft-advertising", "BulkService-v13.wsdl"))(
  "Microsoft Advertising's answers are valid by $name",
  ({ path }) => {
    let judge: Judge;
    beforeAll(() => {
      judge = judgeBy(path);
    });

    const verdict = (envelope: string): readonly string[] => declaredParts(envelope).flatMap((part) => judge(part));

    test.each(["succeeded", "partially-failed", "failed", "aborted"] satisfies SandboxOutcome[])(
      "GetBulkUploadStatus until %s",
      async (outcome) => {
        const { id } = sandbox.addJob({ vendor: "microsoft-advertising", outcome });
        for (let call = 0; call < 5; call += 1) {
          const { text } = await bulkCall(sandbox, "GetBulkUploadStatus", `<RequestId>${id}</RequestId>`);
          expect(verdict(text)).toEqual([]);
        }
      },
    );

    test("every other operation and both faults", async () => {
      const arrays = 'xmlns:a="http://schemas.microsoft.com/2003/10/Serialization/Arrays"';
      const account = `<AccountId>${sandbox.credentials.microsoftAdvertising.accountId}</AccountId>`;
      const answers = [
        await bulkCall(
          sandbox,
          "DownloadCampaignsByAccountIds",
          `<AccountIds ${arrays}><a:long>1</a:long></AccountIds>`,
        ),
        await bulkCall(
          sandbox,
          "DownloadCampaignsByCampaignIds",
          "<Campaigns><CampaignScope><CampaignId>1</CampaignId></CampaignScope></Campaigns>",
        ),
        await bulkCall(sandbox, "GetBulkUploadUrl", `<ResponseMode>ErrorsOnly</ResponseMode>${account}`),
        await bulkCall(
          sandbox,
          "UploadEntityRecords",
          `<EntityRecords ${arrays}><a:string>a &amp; b</a:string><a:string/></EntityRecords>${account}`,
        ),
        await bulkCall(sandbox, "GetBulkUploadStatus", "<RequestId>1</RequestId>"),
        await bulkCall(sandbox, "GetBulkUploadStatus", "", { AuthenticationToken: "wrong" }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 500, 500]);
      expect(answers.map(({ text }) => verdict(text))).toEqual(answers.map(() => []));
      expect(answers[3]?.text).toContain("<a:string>a &amp; b,Error,Error Number</a:string>");
    });

    test("the judge sees what is wrong", () => {
      const body =
        '<GetBulkUploadUrlResponse xmlns="https://bingads.microsoft.com/CampaignManagement/v13"><X/></GetBulkUploadUrlResponse>';
      expect(judge(body)).not.toEqual([]);
    });
  },
);

test("Microsoft Advertising's TrackingId is of the adapi namespace inside ApiFaultDetail, of the service's in the header", async () => {
  const fault = await bulkCall(sandbox, "GetBulkUploadStatus", "<RequestId>1</RequestId>");
  expect(fault.text).toContain('<TrackingId xmlns="https://adapi.microsoft.com">');
  const { id } = sandbox.addJob({ vendor: "microsoft-advertising" });
  const answer = await bulkCall(sandbox, "GetBulkUploadStatus", `<RequestId>${id}</RequestId>`);
  const [header] = headersOf(answer.text);
  expect(parseXmlDocument(header ?? "").documentElement?.namespaceURI).toBe(
    "https://bingads.microsoft.com/CampaignManagement/v13",
  );
});

describe.each(schemas("ebay/bulk-data-exchange.xsd", "ebay", "BulkDataExchangeService-1.5.0.wsdl"))(
  "eBay's answers are valid by $name",
  ({ path }) => {
    let judge: Judge;
    beforeAll(() => {
      judge = judgeBy(path);
    });

    test("jobs to every end, lists, refusals", async () => {
      // A sandbox of its own: eBay allows one job of a type at a time.
      await using sandbox = await startSandbox();
      for (const outcome of ["succeeded", "partially-failed", "failed", "aborted"] satisfies SandboxOutcome[]) {
        const { id } = sandbox.addJob({ vendor: "ebay", outcome });
        for (let call = 0; call < 5; call += 1) {
          expect(judge((await ebayCall(sandbox, "getJobStatus", `<jobId>${id}</jobId>`)).text)).toEqual([]);
        }
      }
      const create = "<uploadJobType>EndItem</uploadJobType><UUID>u</UUID>";
      const answers = [
        await ebayCall(sandbox, "createUploadJob", create),
        await ebayCall(sandbox, "createUploadJob", create),
        await ebayCall(sandbox, "startDownloadJob", "<downloadJobType>SoldReport</downloadJobType><UUID>u</UUID>"),
        await ebayCall(sandbox, "getJobs", ""),
        await ebayCall(sandbox, "abortJob", "<jobId>1</jobId>"),
      ];
      expect(answers.map(({ text }) => elementText(text, "ack"))).toEqual([
        "Success",
        "Failure",
        "Success",
        "Success",
        "Failure",
      ]);
      expect(answers.map(({ text }) => judge(text))).toEqual(answers.map(() => []));
    });
  },
);

describe.each(schemas("ebay/file-transfer.xsd", "ebay", "FileTransferService-1.1.0.wsdl"))(
  "eBay's file answers are valid by $name",
  ({ path }) => {
    test("an upload and a refusal", async () => {
      const judge = judgeBy(path);
      const create = "<uploadJobType>RelistItem</uploadJobType><UUID>u</UUID>";
      const job = await ebayCall(sandbox, "createUploadJob", create);
      const [task, file] = ["jobId", "fileReferenceId"].map((name) => elementText(job.text, name));
      const content =
        `<taskReferenceId>${task}</taskReferenceId><fileReferenceId>${file}</fileReferenceId><fileFormat>gzip</fileFormat>` +
        "<fileAttachment><Size>8</Size><Data>QUJDMTIz</Data></fileAttachment>";
      const answers = [
        await ebayCall(sandbox, "uploadFile", content, {}, "ebayFiles"),
        await ebayCall(sandbox, "uploadFile", content, {}, "ebayFiles"),
      ];
      expect(answers.map(({ text }) => [elementText(text, "ack"), judge(text)])).toEqual([
        ["Success", []],
        ["Failure", []],
      ]);
      await ebayCall(sandbox, "abortJob", `<jobId>${task}</jobId>`);
    });
  },
);

describe.each(schemas("salesforce/async-api.xsd"))("Salesforce's answers are valid by $name", ({ path }) => {
  test("jobs, batches, results and errors", async () => {
    const judge = judgeBy(path);
    for (const outcome of ["succeeded", "partially-failed", "failed", "aborted"] satisfies SandboxOutcome[]) {
      const { id } = sandbox.addJob({ vendor: "salesforce", outcome, batches: 2 });
      for (let call = 0; call < 4; call += 1) {
        expect(judge((await salesforceCall(sandbox, `/job/${id}`)).text)).toEqual([]);
        expect(judge((await salesforceCall(sandbox, `/job/${id}/batch`)).text)).toEqual([]);
      }
    }
    const { id, parent } = sandbox.addJob({
      vendor: "salesforce",
      kind: "batch",
      outcome: "partially-failed",
      states: ["Completed"],
    });
    const answers = [
      await salesforceCall(sandbox, `/job/${parent}/batch/${id}`),
      await salesforceCall(sandbox, `/job/${parent}/batch/${id}/result`),
      await salesforceCall(sandbox, `/job/${parent}/batch/751`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 400]);
    expect(answers.map(({ text }) => judge(text))).toEqual([[], [], []]);
  });

  test("the rows of a query", async () => {
    const judge = judgeBy(path);
    const namespace = "http://www.force.com/2009/06/asyncapi/dataload";
    const info = `<jobInfo xmlns="${namespace}"><operation>query</operation><object>Account</object></jobInfo>`;
    const job = elementText((await salesforcePost(sandbox, "/job", info)).text, "id");
    const batch = elementText(
      (await salesforcePost(sandbox, `/job/${job}/batch`, "SELECT Id FROM Account")).text,
      "id",
    );
    for (let call = 0; call < 3; call += 1) await salesforceCall(sandbox, `/job/${job}/batch/${batch}`);
    const list = await salesforceCall(sandbox, `/job/${job}/batch/${batch}/result`);
    const id = elementText(list.text, "result");
    const rows = await salesforceCall(sandbox, `/job/${job}/batch/${batch}/result/${id}`);
    expect([judge(list.text), judge(rows.text)]).toEqual([[], []]);
    expect(rows.text.match(/<Id>/g)).toHaveLength(6);
  });
});

describe.each(schemas("exacttarget/batch.xsd"))("ExactTarget's answers are valid by $name", ({ path }) => {
  test("batches to both ends, acknowledgement, ping and errors", async () => {
    const judge = judgeBy(path);
    for (const outcome of ["succeeded", "failed"] satisfies SandboxOutcome[]) {
      const { id } = sandbox.addJob({ vendor: "exacttarget", outcome });
      for (let call = 0; call < 4; call += 1) expect(judge((await targetCall(sandbox, inquiry(id))).text)).toEqual([]);
    }
    const answers = [
      await targetCall(sandbox, "<system_name>tracking</system_name><action>BulkAsync</action>"),
      await targetCall(sandbox, "<system_name>diagnostics</system_name><action>Ping</action>"),
      await targetCall(sandbox, inquiry("1")),
      await targetCall(sandbox, inquiry("1"), "wrong"),
    ];
    expect(answers.map(({ text }) => judge(text))).toEqual([[], [], [], []]);
  });
});

describe("Microsoft Advertising's files", () => {
  /** Submits an upload and answers its id and the address for the file. */
  async function submitted(): Promise<{ readonly id: string; readonly url: string }> {
    const account = `<AccountId>${sandbox.credentials.microsoftAdvertising.accountId}</AccountId>`;
    const { text } = await bulkCall(sandbox, "GetBulkUploadUrl", `<ResponseMode>ErrorsOnly</ResponseMode>${account}`);
    return { id: elementText(text, "RequestId") ?? "", url: elementText(text, "UploadUrl") ?? "" };
  }

  function post(url: string, token: string, files: number): Promise<Response> {
    const form = new FormData();
    for (let file = 0; file < files; file += 1)
      form.append(`file${file}`, new Blob(["\uFEFFType,Id\r\n"]), "upload.csv");
    const { developerToken } = sandbox.credentials.microsoftAdvertising;
    return fetch(url, {
      method: "POST",
      body: form,
      headers: { AuthenticationToken: token, DeveloperToken: developerToken },
    });
  }

  test("an upload waits for its file, runs, and has a result", async () => {
    const { authenticationToken: token } = sandbox.credentials.microsoftAdvertising;
    const { id, url } = await submitted();
    const status = async (): Promise<string> =>
      (await bulkCall(sandbox, "GetBulkUploadStatus", `<RequestId>${id}</RequestId>`)).text;
    expect(elementText(await status(), "RequestStatus")).toBe("PendingFileUpload");
    expect(elementText(await status(), "RequestStatus")).toBe("PendingFileUpload");
    expect((await post(url, "wrong", 1)).status).toBe(401);
    const codes: unknown[] = [];
    for (const files of [0, 2]) codes.push(member(await (await post(url, token, files)).text(), "Code"));
    expect(codes).toEqual([3221, 3222]);
    expect((await post(url, token, 1)).status).toBe(200);
    expect(member(await (await post(url, token, 1)).text(), "ErrorCode")).toBe("BulkServiceUrlAlreadyUsedForUpload");
    const words: unknown[] = [];
    for (let call = 0; call < 4; call += 1) words.push(elementText(await status(), "RequestStatus"));
    expect(words).toEqual(["FileUploaded", "InProgress", "InProgress", "Completed"]);
    const result = await fetch(elementText(await status(), "ResultFileUrl") ?? "");
    const bytes = Buffer.from(await result.arrayBuffer());
    expect(unzipped(bytes).toString("utf8")).toMatch(/^\uFEFFType,Status,Id,Client Id,/);
  });

  test("a download's file is of the kind that was asked for", async () => {
    const arrays = 'xmlns:a="http://schemas.microsoft.com/2003/10/Serialization/Arrays"';
    const { text } = await bulkCall(
      sandbox,
      "DownloadCampaignsByAccountIds",
      `<AccountIds ${arrays}><a:long>1</a:long></AccountIds><CompressionType>GZip</CompressionType><DownloadFileType>Tsv</DownloadFileType>`,
    );
    const id = elementText(text, "DownloadRequestId");
    let url: string | undefined;
    for (let call = 0; call < 3; call += 1) {
      url = elementText(
        (await bulkCall(sandbox, "GetBulkDownloadStatus", `<RequestId>${id}</RequestId>`)).text,
        "ResultFileUrl",
      );
    }
    const stream = (await fetch(url ?? "")).body?.pipeThrough(new DecompressionStream("gzip"));
    expect(await new Response(stream).text()).toContain("Type\tStatus\tId\tClient Id\t");
  });
});

describe("eBay's files", () => {
  test("an attachment goes up, the job starts, the archive comes down", async () => {
    const created = await ebayCall(sandbox, "createUploadJob", "<uploadJobType>OrderAck</uploadJobType><UUID>u</UUID>");
    const [job, file] = ["jobId", "fileReferenceId"].map((name) => elementText(created.text, name));
    const start = (): Promise<string | undefined> =>
      ebayCall(sandbox, "startUploadJob", `<jobId>${job}</jobId>`).then(({ text }) => elementText(text, "ack"));
    expect(await start()).toBe("Failure");
    const uploaded = await fetch(sandbox.endpoints.ebayFiles, {
      method: "POST",
      headers: {
        "content-type":
          'multipart/related; boundary="b"; type="application/xop+xml"; start="<r>"; start-info="text/xml"',
        "x-ebay-soa-operation-name": "uploadFile",
        "x-ebay-soa-security-token": sandbox.credentials.ebay.token,
      },
      body: [
        '--b\r\nContent-Type: application/xop+xml\r\nContent-ID: <r>\r\n\r\n<uploadFileRequest xmlns="http://www.ebay.com/marketplace/services">',
        `<taskReferenceId>${job}</taskReferenceId><fileReferenceId>${file}</fileReferenceId><fileFormat>gzip</fileFormat>`,
        '<fileAttachment><Size>6</Size><Data><x:Include xmlns:x="http://www.w3.org/2004/08/xop/include" href="cid:a%40b"/></Data>',
        "</fileAttachment></uploadFileRequest>\r\n--b\r\nContent-ID: <a@b>\r\n\r\nABC123\r\n--b--\r\n",
      ].join(""),
    });
    expect(elementText(await uploaded.text(), "ack")).toBe("Success");
    expect(await start()).toBe("Success");
    let profile = "";
    for (let call = 0; call < 5; call += 1) {
      profile = (await ebayCall(sandbox, "getJobStatus", `<jobId>${job}</jobId>`)).text;
    }
    const result = elementText(profile, "fileReferenceId") ?? "";
    expect([elementText(profile, "jobStatus"), result !== file]).toEqual(["Completed", true]);
    const response = await fetch(sandbox.endpoints.ebayFiles, {
      method: "POST",
      headers: {
        "content-type": "text/xml",
        "x-ebay-soa-operation-name": "downloadFile",
        "x-ebay-soa-security-token": sandbox.credentials.ebay.token,
      },
      body: `<downloadFileRequest xmlns="http://www.ebay.com/marketplace/services"><taskReferenceId>${job}</taskReferenceId><fileReferenceId>${result}</fileReferenceId></downloadFileRequest>`,
    });
    expect(response.headers.get("content-type")).toMatch(/^multipart\/related; boundary=MIMEBoundaryurn_uuid_/);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(unzipped(bytes.subarray(bytes.indexOf("PK\x03\x04", 0, "latin1"))).toString()).toContain(
      "<OrderAckResponse",
    );
  });
});

describe("Salesforce's life of a job", () => {
  const info = (content: string): string =>
    `<jobInfo xmlns="http://www.force.com/2009/06/asyncapi/dataload">${content}</jobInfo>`;

  test("CSV: open, fill, close, fetch the result", async () => {
    const created = await salesforcePost(
      sandbox,
      "/job",
      info("<operation>insert</operation><object>Account</object><contentType>CSV</contentType>"),
    );
    expect(created.status).toBe(201);
    expect(created.text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?><jobInfo\n {3}xmlns=/);
    const job = elementText(created.text, "id");
    const batch = await salesforcePost(sandbox, `/job/${job}/batch`, "Name\nA\nB\n", "text/csv; charset=UTF-8");
    expect([batch.status, elementText(batch.text, "state")]).toEqual([201, "Queued"]);
    const id = elementText(batch.text, "id");
    expect(elementText((await salesforceCall(sandbox, `/job/${job}/batch/${id}/result`)).text, "exceptionCode")).toBe(
      "InvalidBatch",
    );
    expect(
      elementText((await salesforcePost(sandbox, `/job/${job}`, info("<state>Closed</state>"))).text, "state"),
    ).toBe("Closed");
    for (let call = 0; call < 3; call += 1) await salesforceCall(sandbox, `/job/${job}/batch/${id}`);
    expect((await salesforceCall(sandbox, `/job/${job}/batch/${id}/request`)).text).toBe("Name\nA\nB\n");
    const lines = (await salesforceCall(sandbox, `/job/${job}/batch/${id}/result`)).text.split("\n");
    expect([lines.length, lines[0], lines[1]?.endsWith('","true","true",""')]).toEqual([
      4,
      '"Id","Success","Created","Error"',
      true,
    ]);
  });

  test("JSON: numbers are numbers, dates have +0000, lists are arrays", async () => {
    const body = JSON.stringify({ operation: "query", object: "Account", contentType: "JSON" });
    const created = await salesforcePost(sandbox, "/job", body, "application/json");
    const job = String(member(created.text, "id"));
    expect([member(created.text, "apiVersion"), member(created.text, "numberBatchesTotal")]).toEqual([67, 0]);
    expect(member(created.text, "createdDate")).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/);
    const batch = await salesforcePost(
      sandbox,
      `/job/${job}/batch`,
      "SELECT Id, Name FROM Account",
      "application/json",
    );
    const id = String(member(batch.text, "id"));
    for (let call = 0; call < 3; call += 1) await salesforceCall(sandbox, `/job/${job}/batch/${id}`);
    const list = member((await salesforceCall(sandbox, `/job/${job}/batch`)).text, "batchInfo");
    expect(Array.isArray(list) && list.length).toBe(1);
    const results: unknown = JSON.parse((await salesforceCall(sandbox, `/job/${job}/batch/${id}/result`)).text);
    expect(results).toEqual([expect.stringMatching(/^752.{12}$/)]);
    const [result] = Array.isArray(results) ? results : [];
    const rows: unknown = JSON.parse(
      (await salesforceCall(sandbox, `/job/${job}/batch/${id}/result/${String(result)}`)).text,
    );
    expect(rows).toHaveLength(3);
    expect(rows).toContainEqual({ attributes: expect.anything(), Id: expect.stringMatching(/^001/), Name: "Name 3" });
  });

  test("aborting lets batches that run go on, and stops those that wait", async () => {
    const created = await salesforcePost(
      sandbox,
      "/job",
      info("<operation>insert</operation><object>Account</object>"),
    );
    const job = elementText(created.text, "id");
    const first = elementText((await salesforcePost(sandbox, `/job/${job}/batch`, "<sObjects/>")).text, "id");
    await salesforceCall(sandbox, `/job/${job}/batch/${first}`);
    const second = elementText((await salesforcePost(sandbox, `/job/${job}/batch`, "<sObjects/>")).text, "id");
    await salesforcePost(sandbox, `/job/${job}`, info("<state>Aborted</state>"));
    const state = async (id: string | undefined): Promise<string | undefined> =>
      elementText((await salesforceCall(sandbox, `/job/${job}/batch/${id}`)).text, "state");
    expect([await state(first), await state(second)]).toEqual(["InProgress", "NotProcessed"]);
  });
});

describe("SuperOffice's tasks", () => {
  test("start, list, stop, change and delete", async () => {
    const json = { "content-type": "application/json" };
    const started = await superOfficeCall(sandbox, "/BatchTask", {
      method: "POST",
      headers: json,
      body: '{"Name":"Export","Description":"mine"}',
    });
    expect([started.status, /^\d+$/.test(started.text)]).toEqual([200, true]);
    const path = `/BatchTask/${started.text}`;
    const task = await superOfficeCall(sandbox, path);
    expect([member(task.text, "State"), member(task.text, "Name"), member(task.text, "TableRight")]).toEqual([
      "New",
      "Export",
      null,
    ]);
    expect(member(task.text, "LastStarted")).toBe("0001-01-01T00:00:00");
    expect(member(task.text, "Created")).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    const utc = await superOfficeCall(sandbox, path, { headers: { "so-timezone": "UTC" } });
    expect(member(utc.text, "Created")).toMatch(/Z$/);
    const updated = await superOfficeCall(sandbox, path, {
      method: "PUT",
      headers: json,
      body: '{"Description":"new","Name":"x"}',
    });
    expect([member(updated.text, "Description"), member(updated.text, "Name")]).toEqual(["new", "Export"]);
    expect((await superOfficeCall(sandbox, `${path}/Stop`, { method: "POST" })).text).toBe("true");
    expect(member((await superOfficeCall(sandbox, path)).text, "State")).toBe("Failed");
    expect((await superOfficeCall(sandbox, `${path}/Stop`, { method: "POST" })).text).toBe("false");
    const failed: unknown = JSON.parse((await superOfficeCall(sandbox, "/BatchTask/Failed")).text);
    expect(Array.isArray(failed) && failed.length).toBe(1);
    const all: unknown = JSON.parse((await superOfficeCall(sandbox, "/BatchTask/All")).text);
    expect(all).toEqual(failed);
    expect((await superOfficeCall(sandbox, "/BatchTask/Nonsense")).status).toBe(400);
    const rows = member((await superOfficeCall(sandbox, "/BatchTask?$select=state&$top=1")).text, "value");
    expect(rows).toEqual([{ PrimaryKey: started.text, EntityName: "batchTask", state: 5 }]);
    expect((await superOfficeCall(sandbox, path, { method: "DELETE" })).status).toBe(204);
    const gone = await superOfficeCall(sandbox, path);
    expect([gone.status, member(gone.text, "Error"), member(gone.text, "ErrorType")]).toEqual([
      404,
      true,
      "SoNotFoundException",
    ]);
  });
});

/** The content of the first file of a ZIP archive. */
function unzipped(archive: Buffer): Buffer {
  const name = archive.readUInt16LE(26);
  const end = archive.indexOf("PK\x05\x06", 0, "latin1");
  expect(end).toBeGreaterThan(0);
  const directory = archive.indexOf("PK\x01\x02", 0, "latin1");
  expect(directory + archive.readUInt32LE(end + 12)).toBe(end);
  const content = archive.subarray(30 + name, 30 + name + archive.readUInt32LE(directory + 20));
  return archive.readUInt16LE(8) === 0 ? content : inflateRawSync(content);
}
