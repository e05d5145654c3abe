/** Bulk jobs of Microsoft Advertising: their states, their files. */
import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { SandboxJob } from "./options.ts";
import { failedRecordsOf, recordsOf, statesOf, type Walks } from "./outcomes.ts";
import { Walk } from "./walk.ts";
import { zipped } from "./zip.ts";

/** The two kinds of job. */
export type BulkJobKind = "upload" | "download";

const walks: Readonly<Record<BulkJobKind, Walks>> = {
  upload: {
    succeeded: ["FileUploaded", "InProgress", "InProgress", "Completed"],
    "partially-failed": ["FileUploaded", "InProgress", "InProgress", "CompletedWithErrors"],
    failed: ["FileUploaded", "InProgress", "Failed"],
    aborted: ["FileUploaded", "InProgress", "Aborted"],
  },
  download: { succeeded: ["InProgress", "InProgress", "Completed"], failed: ["InProgress", "InProgress", "Failed"] },
};

/** A job and its file. */
export class BulkJob {
  readonly id: string = randomUUID();
  readonly kind: BulkJobKind;
  readonly walk: Walk;
  readonly #records: number;
  readonly #failed: number;
  readonly #compression: string;
  readonly #separator: string;

  /** An upload that waits for its file is held in `PendingFileUpload`. */
  constructor(
    kind: BulkJobKind,
    job: SandboxJob,
    step: number,
    how: {
      readonly pending?: boolean;
      readonly compression?: string | undefined;
      readonly fileType?: string | undefined;
    } = {},
  ) {
    const states = statesOf({ ...job, kind }, walks[kind]);
    const pending = how.pending === true;
    this.kind = kind;
    this.walk = new Walk(pending ? ["PendingFileUpload", ...states] : states, step, pending);
    this.#records = recordsOf(job);
    this.#failed = failedRecordsOf(job);
    this.#compression = how.compression ?? "Zip";
    this.#separator = how.fileType === "Tsv" ? "\t" : ",";
  }

  /** The name of the result file at the sandbox. */
  get fileName(): string {
    return `${this.id}.${this.#compression === "GZip" ? "csv.gz" : "zip"}`;
  }

  /** The result file: a row for each record, the failed ones with their error; UTF-8 with a byte order mark. */
  file(): Uint8Array {
    const rows = [
      ["Type", "Status", "Id", "Error"],
      ["Format Version", "", "6.0", ""],
    ];
    for (let record = 1; record <= this.#records; record += 1) {
      const error = record > this.#records - this.#failed ? "CampaignServiceInvalidRecord" : "";
      rows.push(["Campaign", "Active", String(record), error]);
    }
    const lines = rows.map((row) => `${row.join(this.#separator)}\r\n`);
    const content = Buffer.from(`\uFEFF${lines.join("")}`, "utf8");
    return this.#compression === "GZip" ? gzipSync(content) : zipped(`${this.id}.csv`, content);
  }
}
