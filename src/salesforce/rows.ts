/** Records of Salesforce and what became of them, in CSV, XML and JSON. */
import {
  queryResult,
  results as resultsRoot,
  sObjects,
  type RecordFields,
} from "../../generated/salesforce/async-api.ts";
import { csvBlocks, csvRows } from "../jobs/csv.ts";
import { jsonItems } from "../jobs/json-items.ts";
import type { ResultRow, RowError } from "../jobs/results.ts";
import { stream, type JsonValue, type XmlElement } from "../runtime/codec/index.ts";
import { JobError } from "../runtime/errors.ts";
import type { SalesforceFormat } from "./request.ts";

/** A record or a row: texts where the job speaks CSV or XML, values of JSON where it speaks that. */
export type SalesforceRow = Readonly<Record<string, JsonValue>>;

/** What became of one record. */
export type Verdict = Pick<ResultRow<unknown>, "outcome" | "id" | "errors">;

/** What became of the records of a batch, in their order. */
export async function* verdictsOf(
  format: SalesforceFormat,
  name: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Verdict, void, undefined> {
  if (format === "XML") {
    for await (const result of stream(resultsRoot, "result", chunks)) {
      const errors = result.errors.map(({ statusCode, message, fields }) => errorOf(statusCode, message, fields));
      yield verdict(result.success, result.id, errors);
    }
    return;
  }
  const rows = format === "CSV" ? csvRows(chunks, { name }) : jsonRecords(chunks, name);
  for await (const row of rows) yield format === "CSV" ? csvVerdict(row, name) : jsonVerdict(row, name);
}

function verdict(success: boolean, id: string | undefined, errors: readonly RowError[]): Verdict {
  return { outcome: success ? "succeeded" : "failed", ...(id ? { id } : {}), errors };
}

function errorOf(code: string, message: string, fields: readonly (string | null)[]): RowError {
  const names = fields.filter((field) => field !== null && field !== "").join(", ");
  return { code, message, ...(names === "" ? {} : { field: names }) };
}

function csvVerdict({ Id: id, Success: success, Error: error = "" }: SalesforceRow, name: string): Verdict {
  if (success !== "true" && success !== "false") throw notResults(name, "Success is neither true nor false");
  return verdict(success === "true", typeof id === "string" ? id : undefined, csvErrors(String(error)));
}

/** `STATUS_CODE:message:fields --`; several errors stand one after the other. */
function csvErrors(text: string): readonly RowError[] {
  const parts = text.split(/\s--(?:;|,|\s|$)+/).filter((part) => part !== "");
  return parts.map((part) => {
    const [, code, message, fields] = /^([A-Z][A-Z0-9_]*):([\s\S]*?)(?::([^:]*))?$/.exec(part) ?? [];
    return code === undefined ? { message: part } : errorOf(code, message ?? "", [fields ?? null]);
  });
}

function jsonVerdict({ success, id, errors }: SalesforceRow, name: string): Verdict {
  if (typeof success !== "boolean") throw notResults(name, "success is neither true nor false");
  const list = Array.isArray(errors) ? errors.filter(isRecord) : [];
  const found = list.map(({ statusCode, message, fields }) => {
    const names = Array.isArray(fields) ? fields.map((field) => (typeof field === "string" ? field : null)) : [];
    return errorOf(String(statusCode ?? ""), String(message ?? ""), names);
  });
  return verdict(success, typeof id === "string" ? id : undefined, found);
}

/** Whether records were sent in a batch, or found by a query: in XML they look different. */
export type RecordKind = "sent" | "found";

/** The records of a file in their order, some at once. */
export function recordBlocks(
  format: SalesforceFormat,
  kind: RecordKind,
  name: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncIterable<readonly SalesforceRow[]> {
  if (format === "CSV") return csvBlocks(chunks, { name });
  return single(format === "JSON" ? jsonRecords(chunks, name) : xmlRecords(kind, chunks));
}

async function* single(rows: AsyncIterable<SalesforceRow>): AsyncGenerator<readonly SalesforceRow[], void, undefined> {
  for await (const row of rows) yield [row];
}

async function* jsonRecords(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<SalesforceRow, void, undefined> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const item of jsonItems(chunks, name)) {
    let value: JsonValue;
    try {
      value = JSON.parse(decoder.decode(item)) as JsonValue;
    } catch (cause) {
      throw notResults(name, "an item is no JSON", cause);
    }
    if (!isRecord(value)) throw notResults(name, "an item is no object");
    // What Salesforce says of the record (type, url) is none of its fields.
    const { attributes: _, ...fields } = value;
    yield fields;
  }
}

async function* xmlRecords(
  kind: RecordKind,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<SalesforceRow, void, undefined> {
  if (kind === "sent") {
    for await (const record of stream(sObjects, "sObject", chunks)) yield fieldsOf(record);
    return;
  }
  for await (const { Id, $any } of stream(queryResult, "records", chunks)) {
    yield { ...(Id === null ? {} : { Id }), ...fieldsOf({ $any }) };
  }
}

function fieldsOf({ $any }: RecordFields): SalesforceRow {
  return Object.fromEntries($any.map((element) => [element.name.localName, valueOf(element)]));
}

/** The text of a field; a relationship is a record again, and nil is null. */
function valueOf({ attributes, children }: XmlElement): JsonValue {
  const nil = attributes.some(({ name, value }) => name.localName === "nil" && value.trim() === "true");
  if (nil) return null;
  const elements = children.filter((child): child is XmlElement => typeof child !== "string");
  return elements.length === 0 ? children.join("") : fieldsOf({ $any: elements });
}

function isRecord(value: JsonValue): value is { readonly [name: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function notResults(name: string, why: string, cause?: unknown): JobError {
  return new JobError(
    "job.results",
    `${name} has no results of Salesforce: ${why}`,
    cause === undefined ? {} : { cause },
  );
}
