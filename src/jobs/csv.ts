/** Delimited files as streams: cut between records, read by csv-parse. */
import { JobError } from "../runtime/errors.ts";
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

/**
 * The records of a delimited file as cells, its header the first of them. A byte order mark is passed over; empty lines are no
 * records.
 *
 * @throws JobError `job.package` without csv-parse, `job.results` where the file is not what it says
 */
export async function* csvRecords(
  chunks: AsyncIterable<Uint8Array>,
  { delimiter = ",", name }: CsvOptions,
): AsyncGenerator<readonly string[], void, undefined> {
  const { parse, CsvError } = await optionalPackage("csv-parse", "Reading delimited files", () => {
    return import("csv-parse/browser/esm/sync");
  });
  // The decoder takes the byte order mark away.
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let lines = 0;
  for await (const piece of wholeRecords(chunks, name)) {
    let records: string[][];
    try {
      const text = decoder.decode(piece, { stream: true });
      records = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true });
    } catch (error) {
      const at = error instanceof CsvError && typeof error["lines"] === "number" ? lines + error["lines"] : lines + 1;
      const why = error instanceof CsvError ? error.code : "not UTF-8";
      throw damaged(name, `it is no delimited file: ${why} (at line ${at})`, error);
    }
    yield* records;
    lines += countLines(piece);
  }
}

/** Rows by the names in the header. Cells beyond the header are an error; cells that are missing are absent. */
export async function* csvRows(
  chunks: AsyncIterable<Uint8Array>,
  options: CsvOptions,
): AsyncGenerator<Readonly<Record<string, string>>, void, undefined> {
  let header: readonly string[] | undefined;
  let number = 0;
  for await (const cells of csvRecords(chunks, options)) {
    if (header === undefined) {
      header = cells;
      continue;
    }
    number += 1;
    if (cells.length > header.length) {
      throw damaged(options.name, `row ${number} has ${cells.length} cells, the header ${header.length}`);
    }
    const names = header;
    yield Object.fromEntries(cells.map((cell, index) => [names[index] ?? "", cell]));
  }
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte === NEWLINE) count += 1;
  return count;
}

function damaged(name: string, why: string, cause?: unknown): JobError {
  return new JobError("job.results", `${name} cannot be read: ${why}`, cause === undefined ? {} : { cause });
}
