/** A few records at once: dealt with in the call, or as an upload where the service says so. */
import type { JobProblem } from "../jobs/model.ts";
import type { ResultRow } from "../jobs/results.ts";
import { checkLimit } from "../jobs/source.ts";
import { brokenOff, fateOf, type SubmitOptions } from "../jobs/submit.ts";
import { isRefusedAs } from "./refusal.ts";
import { idOf, incomplete, limits, type BulkRecords } from "./request.ts";
import { bulkRows, type BulkRow } from "./rows.ts";
import { problemOf } from "./states.ts";
import { submitUpload, type Submitting, type UploadHandle } from "./submit.ts";

/** What became of records: done at once, or a job to follow. */
export type RecordsOutcome =
  | { readonly kind: "done"; readonly rows: readonly ResultRow<BulkRow>[]; readonly problems: readonly JobProblem[] }
  | { readonly kind: "job"; readonly handle: UploadHandle };

/**
 * Sends records; where the service does not deal with them at once, as the file of an upload.
 *
 * @throws JobError `job.request`, `job.limit`; `job.submit-unknown` where nobody can say whether they were dealt with
 */
export async function uploadRecords(
  facade: Submitting,
  request: BulkRecords,
  options: SubmitOptions<UploadHandle>,
): Promise<RecordsOutcome> {
  const { records, accountId = facade.accountId } = request;
  idOf("account", accountId);
  if (records.length < 2) throw incomplete("there are no records behind the header");
  checkLimit("Microsoft Advertising", "lines of records in a call", limits.records, records.length);
  const nameless = handleOf("");
  const unsent: UploadHandle = { ...nameless, submission: { stage: "creating", marks: { records: records.length } } };
  await options.onHandle?.(unsent);
  try {
    const answer = await facade.steps.sendRecords(request, options);
    if (answer.RequestId) {
      const handle = handleOf(answer.RequestId);
      await options.onHandle?.(handle);
      return { kind: "job", handle };
    }
    const lines = (answer.EntityRecords ?? []).flatMap((line) => (line === null ? [] : [line]));
    const problems = (answer.Errors ?? []).flatMap((error) => (error === null ? [] : [problemOf(error)]));
    return { kind: "done", rows: await rowsOf(lines), problems };
  } catch (error) {
    if (isRefusedAs(error, "OperationNotSupported")) return asFile(facade, request, options);
    if (fateOf(error) !== "unknown") throw error;
    throw brokenOff("job.submit-unknown", unsent, "whether the service dealt with the records is unknown", error);
  }
}

async function asFile(
  facade: Submitting,
  { records, accountId, responseMode }: BulkRecords,
  options: SubmitOptions<UploadHandle>,
): Promise<RecordsOutcome> {
  const file = new Blob(records.map((record) => `${record}\r\n`));
  const request = {
    kind: "upload",
    file,
    ...(accountId === undefined ? {} : { accountId }),
    ...(responseMode === undefined ? {} : { responseMode }),
  } as const;
  return { kind: "job", handle: await submitUpload(facade, request, options) };
}

function handleOf(id: string): UploadHandle {
  return { vendor: "microsoft-advertising", kind: "upload", id };
}

async function rowsOf(lines: readonly string[]): Promise<readonly ResultRow<BulkRow>[]> {
  const encoder = new TextEncoder();
  async function* chunks(): AsyncGenerator<Uint8Array, void, undefined> {
    yield encoder.encode(lines.map((line) => `${line}\r\n`).join(""));
  }
  const rows: ResultRow<BulkRow>[] = [];
  for await (const row of bulkRows(chunks(), "The answer")) rows.push(row);
  return rows;
}
