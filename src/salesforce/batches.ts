/** Splits records into batches by the limits of the API, in memory that one batch needs. */
import { sObjects, type RecordFields } from "../../generated/salesforce/async-api.ts";
import { wholeRecords } from "../jobs/csv.ts";
import { jsonItems } from "../jobs/json-items.ts";
import { joined } from "../jobs/source.ts";
import { encode, stream } from "../runtime/codec/index.ts";
import { JobError, XmlError } from "../runtime/errors.ts";
import { incomplete, limits, type SalesforceFormat } from "./request.ts";

/** A batch to be sent. */
export interface BatchBody {
  /** Holds until the next batch is asked for: its memory is used again. */
  readonly content: Uint8Array<ArrayBuffer>;
  readonly records: number;
}

const encoder = new TextEncoder();

/**
 * The batches of a file. The same file makes the same batches.
 *
 * @throws JobError `job.limit` for a record that no batch can hold, `job.request` for a file that is not of the format
 */
export async function* batchesOf(
  format: SalesforceFormat,
  chunks: AsyncIterable<Uint8Array>,
  recordsPerBatch: number,
): AsyncGenerator<BatchBody, void, undefined> {
  try {
    yield* format === "XML"
      ? xmlBatches(chunks, recordsPerBatch)
      : textBatches(makers[format](chunks), recordsPerBatch);
  } catch (error) {
    // Written for results; here it is the caller's own file.
    if (error instanceof JobError && error.code === "job.results") throw incomplete(error.message);
    if (error instanceof XmlError) throw incomplete(`the file is no sObjects: ${error.message}`);
    throw error;
  }
}

async function* textBatches(parts: AsyncIterable<Part>, most: number): AsyncGenerator<BatchBody> {
  const batch = new Batch(most);
  for await (const part of parts) {
    if ("around" in part) batch.wrap(part.around, part.separator);
    else {
      if (!batch.fits(part.record)) yield batch.take();
      batch.add(part.record);
    }
  }
  if (batch.records > 0) yield batch.take();
}

/** Records are read and written again: what their root declares would be missing in other batches. */
async function* xmlBatches(chunks: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<BatchBody> {
  let records: RecordFields[] = [];
  let bytes = 0;
  const take = (): BatchBody => {
    const content = encoder.encode(encode(sObjects, { sObject: records }));
    const body = { content, records: records.length };
    records = [];
    bytes = 0;
    return body;
  };
  for await (const record of stream(sObjects, "sObject", chunks)) {
    // A document of its own is larger than its part in the batch.
    const size = encoder.encode(encode(sObjects, { sObject: [record] })).length;
    checkRecord(size);
    if (records.length === most || bytes + size > limits.bytesPerBatch) yield take();
    records.push(record);
    bytes += size;
  }
  if (records.length > 0) yield take();
}

function checkRecord(bytes: number): void {
  if (bytes <= limits.bytesPerBatch) return;
  const message = `Salesforce takes at most ${limits.bytesPerBatch} bytes a batch, one record alone makes ${bytes}`;
  throw new JobError("job.limit", message);
}

/** What stands around the records, first; then the records. */
type Part =
  | { readonly around: readonly [before: Uint8Array, after: Uint8Array]; readonly separator: Uint8Array }
  | { readonly record: Uint8Array };

const makers: Readonly<Record<"CSV" | "JSON", (chunks: AsyncIterable<Uint8Array>) => AsyncGenerator<Part>>> = {
  CSV: csvParts,
  JSON: jsonParts,
};

const NEWLINE = 0x0a;
const QUOTE = 0x22;
const none = new Uint8Array();

async function* csvParts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Part> {
  let header = true;
  for await (const piece of wholeRecords(chunks, "The file")) {
    let start = 0;
    let quoted = false;
    for (let index = 0; index < piece.length; index++) {
      if (piece[index] === QUOTE) quoted = !quoted;
      const ends = (piece[index] === NEWLINE && !quoted) || index === piece.length - 1;
      if (!ends) continue;
      const record = piece.subarray(start, index + 1);
      start = index + 1;
      if (isBlank(record)) continue;
      // The last record may lack its line end; in a batch more records may come behind it.
      const line = record.at(-1) === NEWLINE ? record : joined([record, encoder.encode("\n")]);
      if (header) yield { around: [withoutMark(line), none], separator: none };
      else yield { record: line };
      header = false;
    }
  }
}

async function* jsonParts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Part> {
  yield { around: [encoder.encode("["), encoder.encode("]")], separator: encoder.encode(",") };
  for await (const record of jsonItems(chunks, "The file")) yield { record };
}

/** Bytes that gather until a batch is full, in memory that all batches share. */
class Batch {
  readonly #most: number;
  readonly #buffer = new Uint8Array(limits.bytesPerBatch);
  #before: Uint8Array = none;
  #after: Uint8Array = none;
  #separator: Uint8Array = none;
  #bytes = 0;
  records = 0;

  constructor(recordsPerBatch: number) {
    this.#most = recordsPerBatch;
  }

  wrap([before, after]: readonly [Uint8Array, Uint8Array], separator: Uint8Array): void {
    // Chunks are the reader's: what is kept is a copy.
    this.#before = before.slice();
    this.#after = after;
    this.#separator = separator;
  }

  fits(record: Uint8Array): boolean {
    if (this.records === 0) return true;
    const bytes = this.#bytes + this.#separator.length + record.length + this.#after.length;
    return this.records < this.#most && bytes <= limits.bytesPerBatch;
  }

  add(record: Uint8Array): void {
    checkRecord(this.#before.length + record.length + this.#after.length);
    this.#append(this.records === 0 ? this.#before : this.#separator);
    this.#append(record);
    this.records += 1;
  }

  take(): BatchBody {
    this.#append(this.#after);
    const body = { content: this.#buffer.subarray(0, this.#bytes), records: this.records };
    this.records = 0;
    this.#bytes = 0;
    return body;
  }

  #append(part: Uint8Array): void {
    this.#buffer.set(part, this.#bytes);
    this.#bytes += part.length;
  }
}

function isBlank(line: Uint8Array): boolean {
  return line.every((byte) => byte === NEWLINE || byte === 0x0d);
}

/** A header without the byte order mark that files may begin with. */
function withoutMark(line: Uint8Array): Uint8Array {
  return line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? line.subarray(3) : line;
}
