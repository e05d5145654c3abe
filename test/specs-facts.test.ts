/**
 * The two contracts without an original to compare with. Salesforce's schema may not be kept, so its facts are noted here;
 * ExactTarget never had one. Sample messages are judged by libxml2.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { compare } from "../scripts/specs-verify/compare.ts";
import { schemaFacts, type Facts } from "../scripts/specs-verify/facts.ts";
import { judgeBy } from "../scripts/specs-verify/judge.ts";
import { messagesOf } from "../scripts/specs-verify/messages.ts";
import { readSchemas } from "../scripts/specs-verify/schema.ts";
import { exceptionsOf } from "../scripts/specs-verify/sources.ts";
import { sharedPath } from "./support/shared.ts";

const specs = resolve(import.meta.dirname, "..", "specs");
const read = (path: string): string => readFileSync(join(specs, path), "utf8");

const dataload = "http://www.force.com/2009/06/asyncapi/dataload";

/** `name type` by type or element, in order; `?` optional, `*` any number, `nil` nillable. */
const salesforce = `
jobInfo: JobInfo
batchInfo: BatchInfo
batchInfoList: BatchInfoList
error: Error
results: BatchResult
queryResult: QueryResult
result-list: QueryResultList
JobInfo { id? xs:string, operation? OperationEnum, object? xs:string, createdById? xs:string, createdDate? xs:dateTime,
  systemModstamp? xs:dateTime, state? JobStateEnum, externalIdFieldName? xs:string, concurrencyMode? ConcurrencyModeEnum,
  contentType? ContentType, numberBatchesQueued? xs:int, numberBatchesInProgress? xs:int, numberBatchesCompleted? xs:int,
  numberBatchesFailed? xs:int, numberBatchesTotal? xs:int, numberRecordsProcessed? xs:int, numberRetries? xs:int,
  apiVersion? xs:string, assignmentRuleId? xs:string, numberRecordsFailed? xs:int, totalProcessingTime? xs:long,
  apiActiveProcessingTime? xs:long, apexProcessingTime? xs:long }
BatchInfo { id xs:string, jobId xs:string, state BatchStateEnum, stateMessage? xs:string, createdDate xs:dateTime,
  systemModstamp? xs:dateTime, numberRecordsProcessed xs:int, numberRecordsFailed? xs:int, totalProcessingTime? xs:long,
  apiActiveProcessingTime? xs:long, apexProcessingTime? xs:long }
BatchInfoList { batchInfo* BatchInfo }
BatchResult { result* Result }
Result { errors* ResultError, id? xs:string, success xs:boolean, created xs:boolean }
ResultError { fields* xs:string nil, message xs:string, statusCode StatusCode }
Error { exceptionCode xs:string, exceptionMessage xs:string }
QueryResult { records* sObject }
sObject { type xs:string, Id ID nil, any* ##targetNamespace lax }
QueryResultList { result* xs:string }
OperationEnum = insert upsert update delete hardDelete query
JobStateEnum = Open Closed Aborted Failed
BatchStateEnum = Queued InProgress Completed Failed NotProcessed
ContentType = XML CSV ZIP_XML ZIP_CSV
ConcurrencyModeEnum = Parallel Serial
ID = pattern [a-zA-Z0-9]{18}
`;

/** The table above in the words of `schemaFacts`. */
function factsOf(table: string): Facts {
  const values = new Map<string, string>();
  const orders = new Map<string, readonly string[]>();
  for (const line of table
    .trim()
    .replaceAll(/,\s*\n\s*/g, ", ")
    .split("\n")) {
    const [, element, type] = /^([\w-]+): (\S+)$/.exec(line) ?? [];
    if (element !== undefined && type !== undefined) values.set(`element ${element}`, type);
    const [, name = "", equals = "", members = ""] = /^(\w+) (=|\{) (.*?)(?: \})?$/.exec(line) ?? [];
    if (equals === "=" && members.startsWith("pattern ")) {
      values.set(`type ${name}`, `simple restriction of xs:string ${members.replace(" ", "=")}`);
    } else if (equals === "=") {
      values.set(`type ${name}`, "simple restriction of xs:string");
      orders.set(`type ${name} values`, members.split(" "));
      for (const value of members.split(" ")) values.set(`type ${name}/=${value}`, "value");
    } else if (equals === "{") {
      values.set(`type ${name}`, "complex");
      const paths = members.split(", ").map((member) => {
        const [field = "", ...rest] = member.split(" ");
        const path = `type ${name}/${field.replace(/[?*]$/, "")}`;
        const occurs = field.endsWith("*") ? "0..*" : field.endsWith("?") ? "0..1" : "1..1";
        const nillable = rest.at(-1) === "nil";
        values.set(
          path,
          [...rest.filter((word) => word !== "nil"), occurs, ...(nillable ? ["nillable"] : [])].join(" "),
        );
        return path;
      });
      orders.set(`type ${name} order`, paths);
    }
  }
  return { values, orders };
}

describe("Salesforce", () => {
  const text = read("salesforce/async-api.xsd");
  const own = schemaFacts(readSchemas(text), dataload);
  const exceptions = exceptionsOf(specs, "salesforce/async-api.xsd");

  test("the contract says what the vendor's schema says, but for the listed exceptions", () => {
    const { unlisted, stale, compared } = compare(own, factsOf(salesforce), exceptions);
    expect(unlisted).toEqual([]);
    expect(stale).toEqual([]);
    expect(compared).toBe(109);
  });

  test("a changed field is seen", () => {
    const changed = text.replace('name="numberRetries" type="xs:int"', 'name="numberRetries" type="xs:long"');
    const facts = schemaFacts(readSchemas(changed), dataload);
    const { unlisted } = compare(facts, factsOf(salesforce), exceptions);
    expect(unlisted.map(({ path }) => path)).toEqual(["type JobInfo/numberRetries"]);
  });

  test("errors precede id, success and created in a result", () => {
    expect(own.orders.get("type Result order")).toEqual(
      ["errors", "id", "success", "created"].map((name) => `type Result/${name}`),
    );
  });

  test("status codes are unique and in their published spelling", () => {
    const codes = own.orders.get("type StatusCode values") ?? [];
    expect(codes.length).toBeGreaterThan(130);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(
      expect.arrayContaining([
        "MAX_TASK_DESCRIPTION_EXCEEEDED",
        "UNSUPPORTED_APEX_TRIGGER_OPERATON",
        "UNABLE_TO_LOCK_ROW",
      ]),
    );
    expect(codes.filter((code) => !/^[A-Z]+(_[A-Z]+)+$/.test(code))).toEqual([]);
  });

  const calls = [
    ["createJob", "POST", "job", "jobInfo", "jobInfo"],
    ["getJob", "GET", "job/{jobId}", undefined, "jobInfo"],
    ["updateJob", "POST", "job/{jobId}", "jobInfo", "jobInfo"],
    ["createMapping", "POST", "job/{jobId}/spec", "raw", undefined],
    ["addBatch", "POST", "job/{jobId}/batch", "raw", "batchInfo"],
    ["createBatch", "POST", "job/{jobId}/batch", "sObjects", "batchInfo"],
    ["listBatches", "GET", "job/{jobId}/batch", undefined, "batchInfoList"],
    ["getBatch", "GET", "job/{jobId}/batch/{batchId}", undefined, "batchInfo"],
    ["getBatchRequest", "GET", "job/{jobId}/batch/{batchId}/request", undefined, "raw"],
    ["getBatchResult", "GET", "job/{jobId}/batch/{batchId}/result", undefined, "results"],
    ["getBatchResultFile", "GET", "job/{jobId}/batch/{batchId}/result", undefined, "raw"],
    ["getQueryResultList", "GET", "job/{jobId}/batch/{batchId}/result", undefined, "result-list"],
    ["getQueryResult", "GET", "job/{jobId}/batch/{batchId}/result/{resultId}", undefined, "queryResult"],
    ["getQueryResultFile", "GET", "job/{jobId}/batch/{batchId}/result/{resultId}", undefined, "raw"],
  ];

  test("the operations table", () => {
    const { operations, parameters } = parse(read("salesforce/async-api.operations.yaml"));
    const rows = Object.keys(operations).map((name) => {
      const { method, path, request, response } = operations[name];
      return [name, method, path, request, response];
    });
    expect(rows).toEqual(calls);
    expect(parameters).toMatchObject({
      session: { in: "header", name: "X-SFDC-Session", secret: true, required: true, everywhere: true },
      pkChunking: { in: "header", name: "Sforce-Enable-PKChunking" },
      disableBatchRetry: { in: "header", name: "Sforce-Disable-Batch-Retry" },
      lineEnding: { in: "header", name: "Sforce-Line-Ending" },
    });
  });
});

describe("ExactTarget", () => {
  const { values, orders } = schemaFacts(readSchemas(read("exacttarget/batch.xsd")), "");

  test("the messages", () => {
    const said = [...values].map(([path, value]) => `${path}: ${value}`);
    expect(said).toEqual([
      "element exacttarget: Message",
      "element system: System",
      "type BatchStatus: simple restriction of xs:token",
      ...["Scheduled", "Processing", "Complete", "Completed", "Error"].map((one) => `type BatchStatus/=${one}: value`),
      "type Message: complex",
      "type Message/authorization: Authorization 0..1",
      "type Message/system: System 1..1",
      "type Authorization: complex",
      "type Authorization/username: xs:string 1..1",
      "type Authorization/password: xs:string 1..1",
      "type System: complex",
      "type System/choice: 1..1",
      "type System/choice/sequence: 1..1",
      "type System/choice/sequence/system_name: xs:string 1..1",
      "type System/choice/sequence/action: xs:string 1..1",
      "type System/choice/sequence/sub_action: xs:string 0..1",
      "type System/choice/sequence/search_type: xs:string 0..1",
      "type System/choice/sequence/search_value: xs:string 0..1",
      "type System/choice/sequence/search_value2: xs:string 0..1",
      "type System/choice/sequence/daterange: DateRange 0..1",
      "type System/choice/sequence/jobdaterange: DateRange 0..1",
      "type System/choice/Batch: BatchAnswer 1..1",
      "type System/choice/tracking: ExportAnswer 1..1",
      "type System/choice/subscriber: ExportAnswer 1..1",
      "type System/choice/list: ExportAnswer 1..1",
      "type System/choice/diagnostics: DiagnosticsAnswer 1..1",
      "type DateRange: complex",
      "type DateRange/startdate: xs:string 1..1",
      "type DateRange/enddate: xs:string 1..1",
      "type BatchAnswer: complex",
      "type BatchAnswer/choice: 1..1",
      "type BatchAnswer/choice/sequence: 1..1",
      "type BatchAnswer/choice/sequence/batchid: xs:string 1..1",
      "type BatchAnswer/choice/sequence/status: BatchStatus 1..1",
      "type BatchAnswer/choice/sequence/filename: xs:string 0..1",
      "type BatchAnswer/choice/sequence#2: 1..1",
      "type BatchAnswer/choice/sequence#2/error: xs:int 1..1",
      "type BatchAnswer/choice/sequence#2/error_description: xs:string 1..1",
      "type ExportAnswer: complex",
      "type ExportAnswer/choice: 1..1",
      "type ExportAnswer/choice/sequence: 1..1",
      "type ExportAnswer/choice/sequence/info: xs:string 1..1",
      "type ExportAnswer/choice/sequence/batchID: xs:string 1..1",
      "type ExportAnswer/choice/sequence#2: 1..1",
      "type ExportAnswer/choice/sequence#2/error: xs:int 1..1",
      "type ExportAnswer/choice/sequence#2/error_description: xs:string 1..1",
      "type DiagnosticsAnswer: complex",
      "type DiagnosticsAnswer/choice: 1..1",
      "type DiagnosticsAnswer/choice/Ping: xs:string 1..1",
      "type DiagnosticsAnswer/choice/sequence: 1..1",
      "type DiagnosticsAnswer/choice/sequence/error: xs:int 1..1",
      "type DiagnosticsAnswer/choice/sequence/error_description: xs:string 1..1",
    ]);
    expect(orders.get("type System/choice/sequence order")?.map((path) => path.replace(/.*\//, ""))).toEqual([
      "system_name",
      "action",
      "sub_action",
      "search_type",
      "search_value",
      "search_value2",
      "daterange",
      "jobdaterange",
    ]);
  });

  test("the operations table: a form, and no credentials outside of the message", () => {
    const table = parse(read("exacttarget/batch.operations.yaml"));
    expect(table.servers.map(({ url }: { readonly url: string }) => url)).toEqual(
      ["dc1", "s4", "s6"].map((instance) => `https://api.${instance}.exacttarget.com/integrate.aspx`),
    );
    expect(table.parameters).toBeUndefined();
    expect(Object.keys(table.operations)).toEqual(["inquireBatch", "startExport", "ping"]);
    for (const name of Object.keys(table.operations)) {
      expect(table.operations[name]).toMatchObject({
        method: "POST",
        path: "",
        form: { field: "xml", fields: { qf: "xml" } },
        request: "exacttarget",
        response: "exacttarget",
      });
    }
  });
});

describe("messages made from a contract are valid by it", () => {
  const contracts = [
    ["salesforce/async-api.xsd", dataload],
    ["exacttarget/batch.xsd", ""],
    ["ebay/bulk-data-exchange.xsd", "http://www.ebay.com/marketplace/services"],
    ["ebay/file-transfer.xsd", "http://www.ebay.com/marketplace/services"],
    ["microsoft-advertising/bulk-service.wsdl", "https://bingads.microsoft.com/CampaignManagement/v13"],
  ] as const;

  test.each(contracts)("%s", (contract, home) => {
    const judge = judgeBy(read(contract));
    const messages = messagesOf(readSchemas(read(contract)), home, { occurs: new Map(), without: new Set() }, 7);
    expect(messages.length).toBeGreaterThan(50);
    expect(messages.flatMap((message) => judge(message))).toEqual([]);
  });
});

const samples = sharedPath("samples");

describe.skipIf(samples === undefined)("sample messages (skipped: no samples at hand; set SPECWIRE_SHARED)", () => {
  const folders = [
    ["salesforce", "salesforce/async-api.xsd", ["seed_batchInfoList_completed.xml"]],
    ["exacttarget", "exacttarget/batch.xsd", []],
    ["ebay", "ebay/bulk-data-exchange.xsd", []],
  ] as const;

  test.each(folders)("of %s are valid by %s, but for placeholders", (folder, contract, invalid) => {
    const judge = judgeBy(read(contract));
    const names = readdirSync(join(samples ?? "", folder)).filter((name) => name.endsWith(".xml"));
    const refused = names.filter((name) => judge(readFileSync(join(samples ?? "", folder, name), "utf8")).length > 0);
    expect(names.length).toBeGreaterThan(5);
    expect(refused).toEqual(invalid);
  });
});
