/** Bulk jobs of Microsoft Advertising: their states, their files. */
import { randomUUID } from "node:crypto";
import { pipeline } from "node:stream";
import { createGzip } from "node:zlib";
import type { SandboxJob } from "./options.ts";
import { failedRecordsOf, recordsOf, statesOf, type Walks } from "./outcomes.ts";
import { fileAnswer, joinedFiles, seededFile, type GeneratedFile } from "./send.ts";
import { Walk } from "./walk.ts";
import { zippedFile } from "./zip.ts";

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

/** How a job came to be. */
interface BulkJobOrigin {
  /** It waits for its file. */
  readonly pending?: boolean;
  readonly compression?: string | undefined;
  readonly fileType?: string | undefined;
  /** The result has failed rows only. */
  readonly errorsOnly?: boolean;
}

const columns = ["Type", "Status", "Id", "Client Id", "Campaign", "Error", "Error Number"];

/** A job and its file. */
export class BulkJob {
  readonly id: string = randomUUID();
  readonly kind: BulkJobKind;
  walk: Walk;
  readonly #step: number;
  readonly #origin: BulkJobOrigin;
  readonly #rowBytes: number;
  #records: number;
  #failed: number;

  /** An upload that waits for its file is held in `PendingFileUpload`. */
  constructor(kind: BulkJobKind, job: SandboxJob, step: number, origin: BulkJobOrigin = {}) {
    const states = statesOf({ ...job, kind }, walks[kind]);
    const pending = origin.pending === true;
    this.kind = kind;
    this.walk = new Walk(pending ? ["PendingFileUpload", ...states] : states, step, pending);
    this.#step = step;
    this.#origin = origin;
    this.#records = job.resultRows ?? recordsOf(job);
    this.#rowBytes = job.rowBytes ?? 0;
    this.#failed = failedRecordsOf(job);
  }

  /** The name of the result file at the sandbox. */
  get fileName(): string {
    return `${this.id}.${this.#origin.compression === "GZip" ? "csv.gz" : "zip"}`;
  }

  /** Takes the file that an upload waits for. */
  received({ rows, failed, states }: { rows: number; failed: number; states?: readonly string[] }): void {
    this.#records = rows;
    this.#failed = failed;
    const usual = statesOf(
      { vendor: "microsoft-advertising", outcome: failed > 0 ? "partially-failed" : "succeeded" },
      walks.upload,
    );
    this.walk = new Walk(states ?? usual, this.#step);
  }

  /** The result file: a row for each record, the failed ones with a row of their error; UTF-8 with a byte order mark. */
  file(range: string | undefined): ReturnType<typeof fileAnswer> {
    const content = this.#content();
    if (this.#origin.compression === "GZip") {
      const packed = pipeline(content.from(0), createGzip({ level: 1 }), () => undefined);
      return { status: 200, body: bytesOf(packed) };
    }
    return fileAnswer(zippedFile(`${this.id}.csv`, content), range);
  }

  #content(): GeneratedFile {
    const separator = this.#origin.fileType === "Tsv" ? "\t" : ",";
    const line = (cells: readonly string[]): string => `${cells.join(separator)}\r\n`;
    /** The campaign's name is as long as the row has to be. */
    const padded = (cells: readonly string[]): string => {
      const [type = "", state = "", id = "", client = "", campaign = "", ...errors] = cells;
      const missing = Math.max(0, this.#rowBytes - line(cells).length);
      return line([type, state, id, client, campaign + ".".repeat(missing), ...errors]);
    };
    const good = this.#records - this.#failed;
    const name = (number: number): string => String(number + 1).padStart(String(this.#records).length, "0");
    const header = `\uFEFF${line(columns)}${line(["Format Version", "", "", "", "6.0", "", ""])}`;
    const succeeded = seededFile({
      header,
      count: this.#origin.errorsOnly === true ? 0 : good,
      line: (index) =>
        padded(["Campaign", "Active", `9${name(index)}`, `c${name(index)}`, `Campaign ${name(index)}`, "", ""]),
    });
    const failed = seededFile({
      count: this.#failed,
      line: (index) => {
        const client = `c${name(good + index)}`;
        return (
          line(["Campaign", "Active", "", client, `Campaign ${name(good + index)}`, "", ""]) +
          line(["Campaign Error", "", "", client, "", "CampaignServiceInvalidRecord", "1100"])
        );
      },
    });
    return joinedFiles([succeeded, failed]);
  }
}

async function* bytesOf(stream: AsyncIterable<unknown>): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const piece of stream) if (piece instanceof Uint8Array) yield piece;
}
