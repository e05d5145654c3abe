/** Delimited files as streams: cut between records, read by papaparse. */
import type { ParseResult } from "papaparse";
import { JobError } from "../runtime/errors.ts";
import { itemsOf } from "./blocks.ts";
import { optionalPackage } from "./packages.ts";
import { joined } from "./source.ts";

const QUOTE = 0x22;
const NEWLINE = 0x0a;

/** Bytes that one record may have. */
const LONGEST_RECORD = 64 * 1024 * 1024;

/** How a file is written. */
export interface CsvOptions {
  /** Default a comma. */
  readonly delimiter?: string;
  /** What the file is, for errors. */
  readonly name: string;
}

/**
 * Cuts a file between its records (RFC 4180: a line end inside quotes is part of a cell): pieces of whole records, at least one
 * each, about as large as the chunks are. The last one may lack its line end.
 *
 * @throws JobError `job.results` for a record that is larger than 64 MiB: a quote that is never closed
 */
export async function* wholeRecords(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  let pending: Uint8Array[] = [];
  let size = 0;
  let quoted = false;
  for await (const chunk of chunks) {
    let end = -1;
    for (let index = 0; index < chunk.length; index++) {
      const byte = chunk[index];
      if (byte === QUOTE) quoted = !quoted;
      else if (byte === NEWLINE && !quoted) end = index;
    }
    if (end >= 0) {
      yield joined([...pending, chunk.subarray(0, end + 1)]);
      pending = [];
      size = 0;
    }
    pending.push(chunk.slice(end + 1));
    size += chunk.length - end - 1;
    if (size > LONGEST_RECORD) throw damaged(name, `a record has more than ${LONGEST_RECORD} bytes`);
  }
  if (size > 0) yield joined(pending);
}

/** The records of a delimited file as cells, its header the first of them, as many at once as a chunk has. */
async function* recordBlocks(
  chunks: AsyncIterable<Uint8Array>,
  { delimiter = ",", name }: CsvOptions,
): AsyncGenerator<readonly (readonly string[])[], void, undefined> {
  const { default: papa } = await optionalPackage("papaparse", "Reading delimited files", () => import("papaparse"));
  // The decoder takes the byte order mark away.
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let lines = 0;
  let newline: "\n" | "\r\n" | undefined;
  for await (const piece of wholeRecords(chunks, name)) {
    const text = decoded(decoder, piece, name, lines);
    newline ??= /\r\n/.test(text.slice(0, text.indexOf("\n") + 1)) ? "\r\n" : "\n";
    // The parser alone: what `parse` puts around it takes six times as long, and keeps its garbage.
    const { data: all, errors }: ParseResult<string[]> = new papa.Parser({ delimiter, newline }).parse(text, 0, false);
    const data = all.filter((cells) => cells.length > 1 || cells[0] !== "");
    const [error] = errors;
    if (error !== undefined) {
      const before = all.slice(0, error.row ?? 0).reduce((sum, cells) => sum + linesOf(cells), 0);
      throw damaged(name, `it is no delimited file: ${error.message} (at line ${lines + before + 1})`);
    }
    yield data;
    lines += countLines(piece);
  }
}

function decoded(decoder: TextDecoder, piece: Uint8Array, name: string, lines: number): string {
  try {
    return decoder.decode(piece, { stream: true });
  } catch (cause) {
    throw damaged(name, `it is not in UTF-8 (after line ${lines})`, cause);
  }
}

/** Lines that a record takes. */
function linesOf(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 1);
}

/** A row by the names in the header. */
export type CsvRow = Readonly<Record<string, string>>;

/**
 * Rows by the names in the header. Cells beyond the header are an error; cells that are missing are absent. A byte order mark is
 * passed over; empty lines are no rows.
 *
 * @throws JobError `job.package` without papaparse, `job.results` where the file is not what it says
 */
export function csvRows(
  chunks: AsyncIterable<Uint8Array>,
  options: CsvOptions,
): AsyncIterableIterator<CsvRow, undefined> {
  return itemsOf(csvBlocks(chunks, options));
}

/** The same rows, as many at once as a chunk has. */
export async function* csvBlocks(
  chunks: AsyncIterable<Uint8Array>,
  options: CsvOptions,
): AsyncGenerator<readonly CsvRow[], void, undefined> {
  let header: readonly string[] | undefined;
  let number = 0;
  for await (const records of recordBlocks(chunks, options)) {
    const first = header === undefined ? 1 : 0;
    const names: readonly string[] = header ?? records[0] ?? [];
    if (records.length > 0) header = names;
    yield records.slice(first).map((cells) => {
      number += 1;
      if (cells.length <= names.length) return rowOf(names, cells);
      throw damaged(options.name, `row ${number} has ${cells.length} cells, the header ${names.length}`);
    });
  }
}

function rowOf(names: readonly string[], cells: readonly string[]): CsvRow {
  const row: Record<string, string> = {};
  for (let index = 0; index < cells.length; index++) {
    const name = names[index] ?? "";
    const value = cells[index] ?? "";
    // A column of that name is a column like any other.
    if (name === "__proto__") Object.defineProperty(row, name, { value, enumerable: true });
    else row[name] = value;
  }
  return row;
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte === NEWLINE) count += 1;
  return count;
}

function damaged(name: string, why: string, cause?: unknown): JobError {
  return new JobError("job.results", `${name} cannot be read: ${why}`, cause === undefined ? {} : { cause });
}
