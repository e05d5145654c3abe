/** What became of the records of a Salesforce batch, in the format of its job. */
import { field, type Field } from "./fields.ts";
import { seededFile, type GeneratedFile } from "./send.ts";
import { salesforceId } from "./salesforce-ids.ts";
import type { Batch, Job } from "./salesforce-jobs.ts";

/** Result of one record. */
interface RecordResult {
  readonly id: string;
  readonly success: boolean;
}

const failure = {
  code: "REQUIRED_FIELD_MISSING",
  field: "LastName",
  message: "Required fields are missing: [LastName]",
};

function recordResults(batch: Batch): readonly RecordResult[] {
  return Array.from({ length: batch.records }, (_, index) => {
    const success = index < batch.records - batch.failed;
    return { id: success ? salesforceId("001", index + 1) : "", success };
  });
}

/** Whether a job reads instead of writing: its batches have lists of results. */
export function isQuery(job: Job): boolean {
  return job.operation === "query" || job.operation === "queryAll";
}

/** The one result of a query's batch: 15 characters, unlike other ids. */
export function queryResultId(batch: Batch): string {
  return `752${batch.id.slice(3, 15)}`;
}

/** Results as fields of the root `results`. */
export function resultFields(batch: Batch): readonly Field[] {
  return recordResults(batch).map(({ id, success }) => {
    const { code, field: name, message } = failure;
    const errors = field("errors", [field("fields", name), field("message", message), field("statusCode", code)]);
    const own = success ? [field("id", id)] : [];
    return field("result", [
      ...(success ? [] : [errors]),
      ...own,
      field("success", success),
      field("created", success),
    ]);
  });
}

/** Results as CSV, all cells quoted. */
export function resultCsv(batch: Batch): string {
  const { code, field: name, message } = failure;
  const rows = recordResults(batch).map(({ id, success }) => {
    const error = success ? "" : `${code}:${message}:${name} --`;
    return [id, String(success), String(success), error];
  });
  return csv([["Id", "Success", "Created", "Error"], ...rows]);
}

/** Results as a bare JSON array. */
export function resultJson(batch: Batch): string {
  const { code, field: name, message } = failure;
  const results = recordResults(batch).map(({ id, success }) => ({
    success,
    created: success,
    id: success ? id : null,
    errors: success ? [] : [{ message, fields: [name], statusCode: code, extendedErrorDetails: null }],
  }));
  return JSON.stringify(results);
}

/** The rows of a query: two columns. */
function rowsOf(batch: Batch): readonly { readonly id: string; readonly name: string }[] {
  return recordResults(batch).map((_, index) => ({ id: salesforceId("001", index + 1), name: `Name ${index + 1}` }));
}

/** The rows of a query as CSV: made while they are sent. */
export function queryCsv(batch: Batch): GeneratedFile {
  const digits = String(batch.records).length;
  const line = (index: number, padding: string): string => {
    return csv([[salesforceId("001", index + 1), `Name ${String(index + 1).padStart(digits, "0")}${padding}`]]);
  };
  const padding = " x".repeat(Math.ceil(Math.max(0, (batch.rowBytes ?? 0) - line(0, "").length) / 2));
  return seededFile({ header: csv([["Id", "Name"]]), count: batch.records, line: (index) => line(index, padding) });
}

/** The rows of a query as fields of the root `queryResult`. The id comes twice: once of the type, once as it was asked for. */
export function queryFields(job: Job, batch: Batch): readonly Field[] {
  const type = { "xsi:type": "sObject", "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance" };
  return rowsOf(batch).map(({ id, name }) => {
    const columns = [field("type", job.object), field("Id", id), field("Id", id), field("Name", name)];
    return field("records", columns, type);
  });
}

/** The rows of a query as a bare JSON array. */
export function queryJson(job: Job, batch: Batch): string {
  const url = `/services/data/v${job.version}/sobjects/${job.object}`;
  const rows = rowsOf(batch).map(({ id, name }) => {
    return { attributes: { type: job.object, url: `${url}/${id}` }, Id: id, Name: name };
  });
  return JSON.stringify(rows);
}

function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\n`).join("");
}
