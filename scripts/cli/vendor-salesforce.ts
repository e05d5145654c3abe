/** Salesforce on the command line. */
import type { JobHandle } from "../../src/jobs/model.ts";
import { salesforce, type Salesforce, type SalesforceFormat, type SalesforceRequest } from "../../src/salesforce.ts";
import { UsageError } from "./errors.ts";
import { given, type Values } from "./values.ts";
import { requiredFile, type CommandVerbs, type SubmitInput } from "./verbs.ts";

/** What a request has. */
export const salesforceValues: readonly string[] = [
  "operation=insert|upsert|update|delete|hardDelete, object=Account, --file records.csv|.json|.xml",
  "  externalIdFieldName, concurrencyMode, assignmentRuleId, recordsPerBatch, disableBatchRetry, lineEnding",
  "operation=query|queryAll, object=Account, query='SELECT …', contentType=CSV|XML|JSON, pkChunking=true|<rows>",
];

/** Connects to an organization. */
export function salesforceVerbs(options: Parameters<typeof salesforce>[0]): CommandVerbs {
  const facade = salesforce(options);
  return {
    source: facade,
    submit: (input, submitOptions) => facade.submit(requestOf(input), submitOptions),
    resume: (handle, input, submitOptions) => facade.resume(jobOf(facade, handle), requestOf(input), submitOptions),
    list: (values, verbOptions) => facade.list({ jobId: values.required("job") }, verbOptions),
    cancel: (handle, verbOptions) => facade.cancel(jobOf(facade, handle), verbOptions),
    results: (handle, verbOptions) => facade.results(anyOf(facade, handle), verbOptions),
  };
}

/** The handle as one of a job: others can neither be submitted nor aborted. */
function jobOf(facade: Salesforce, { kind, id, submission }: JobHandle): JobHandle<"salesforce", "job"> {
  if (kind !== "job") throw new UsageError(`This is done with a job, not with a ${kind}`);
  return { ...facade.job(id), ...given({ submission }) };
}

function anyOf(facade: Salesforce, handle: JobHandle): Parameters<Salesforce["results"]>[0] {
  if (handle.kind === "batch") return facade.batch(handle.parent ?? "", handle.id);
  return handle.kind === "batch-list" ? facade.batchList(handle.id) : jobOf(facade, handle);
}

function requestOf(input: SubmitInput): SalesforceRequest {
  const { values } = input;
  const operation = values.choice("operation", [...reading, ...writing]);
  if (operation === undefined) throw new UsageError("The request lacks operation: --set operation=insert");
  const common = {
    object: values.required("object"),
    ...given({
      contentType: values.choice("contentType", formats) ?? formatOf(input.file?.name),
      concurrencyMode: values.choice("concurrencyMode", ["Parallel", "Serial"]),
    }),
  };
  const read = reading.find((one) => one === operation);
  const request: SalesforceRequest =
    read === undefined
      ? { operation: written(operation), ...common, ...uploadOf(input) }
      : { operation: read, ...common, query: values.required("query"), ...chunkingOf(values) };
  values.end();
  return request;
}

const reading = ["query", "queryAll"] as const;
const writing = ["insert", "upsert", "update", "delete", "hardDelete"] as const;
const formats = ["CSV", "XML", "JSON"] as const;

function written(operation: string): (typeof writing)[number] {
  return writing.find((one) => one === operation) ?? "insert";
}

function uploadOf(input: SubmitInput) {
  const { values } = input;
  return {
    file: requiredFile(input),
    ...given({
      externalIdFieldName: values.text("externalIdFieldName"),
      assignmentRuleId: values.text("assignmentRuleId"),
      recordsPerBatch: values.number("recordsPerBatch"),
      disableBatchRetry: values.flag("disableBatchRetry"),
      lineEnding: values.choice("lineEnding", ["LF", "CRLF"]),
    }),
  };
}

function chunkingOf(values: Values): { readonly pkChunking?: true | { readonly chunkSize: number } } {
  const text = values.text("pkChunking");
  if (text === undefined || text === "false") return {};
  if (text === "true") return { pkChunking: true };
  if (/^\d+$/.test(text)) return { pkChunking: { chunkSize: Number(text) } };
  throw new UsageError("pkChunking has to be true, or rows of a chunk");
}

/** The format that a file's name tells. */
function formatOf(name: string | undefined): SalesforceFormat | undefined {
  const ending = name?.split(".").at(-1)?.toUpperCase();
  return formats.find((one) => one === ending);
}
