/** Rows of the Bulk service's files, and what became of them. */
import { csvRows } from "../jobs/csv.ts";
import type { ResultRow, RowError } from "../jobs/results.ts";
import { peeked } from "../jobs/source.ts";

/** Cells by column. Columns are added at any time, and come in any order. */
export type BulkRow = Readonly<Record<string, string>>;

/** Ends the type of rows that tell of an error in the row before them. */
const ERROR = " Error";
/** The row that says what the file's format is: no record. */
const FORMAT = "Format Version";

const TAB = 0x09;
const NEWLINE = 0x0a;

/** The records of a result file, each with the rows of errors that follow it. */
export async function* bulkRows(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<ResultRow<BulkRow>, void, undefined> {
  const { delimiter, whole } = await sniffed(chunks);
  let number = 0;
  let open: Open | undefined;
  for await (const row of csvRows(whole, { name, delimiter })) {
    const { Type: type = "" } = row;
    if (type === FORMAT) continue;
    if (open !== undefined && type.endsWith(ERROR) && belongs(row, open.row)) {
      open.errors.push(errorOf(row));
      continue;
    }
    if (open !== undefined) yield finished(open);
    number += 1;
    open = { number, row, errors: type.endsWith(ERROR) || row["Error"] ? [errorOf(row)] : [] };
  }
  if (open !== undefined) yield finished(open);
}

/** A record whose errors may still come. */
interface Open {
  readonly number: number;
  readonly row: BulkRow;
  readonly errors: RowError[];
}

function finished({ number, row, errors }: Open): ResultRow<BulkRow> {
  const { Id: id } = row;
  return { number, row, outcome: errors.length === 0 ? "succeeded" : "failed", ...(id ? { id } : {}), errors };
}

/** Whether a row of an error is about a row: of the same kind, and with the same ids where both have them. */
function belongs(error: BulkRow, row: BulkRow): boolean {
  const same = (column: string): boolean => !error[column] || !row[column] || error[column] === row[column];
  const { Type: type = "" } = row;
  return (error["Type"] === `${type}${ERROR}` || error["Type"] === type) && same("Client Id") && same("Id");
}

function errorOf(row: BulkRow): RowError {
  const { Error: text, "Error Number": code, "Field Path": field } = row;
  const message = text || `error ${code || "without a text"}`;
  return { ...(code ? { code } : {}), message, ...(field ? { field } : {}) };
}

/** Tells commas from tabs by the first line. */
async function sniffed(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ readonly delimiter: string; readonly whole: AsyncIterable<Uint8Array> }> {
  const { found, whole } = await peeked(chunks, (chunk) => {
    const end = chunk.indexOf(NEWLINE);
    const line = end < 0 ? chunk : chunk.subarray(0, end);
    if (line.includes(TAB)) return "\t";
    return end < 0 ? undefined : ",";
  });
  return { delimiter: found ?? ",", whole };
}
