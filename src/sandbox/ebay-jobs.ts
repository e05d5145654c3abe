/** eBay's bulk jobs: profiles, states, files. */
import { strangeWord, type Context } from "./context.ts";
import { field, optional, type Field } from "./fields.ts";
import type { SandboxJob } from "./options.ts";
import { failedRecordsOf, recordsOf, statesOf, type Walks } from "./outcomes.ts";
import { Walk, type Position } from "./walk.ts";
import { zipped } from "./zip.ts";

const walks: Walks = {
  succeeded: ["Created", "Scheduled", "InProcess", "InProcess", "Completed"],
  // There is no word for it: completed, with errors counted.
  "partially-failed": ["Created", "Scheduled", "InProcess", "InProcess", "Completed"],
  failed: ["Created", "Scheduled", "InProcess", "Failed"],
  aborted: ["Created", "Scheduled", "Aborted"],
};

/** States that a job does not leave. */
const final: ReadonlySet<string> = new Set(["Completed", "Failed", "Aborted"]);

/** A job with its two files. */
export class EbayJob {
  readonly id: string;
  readonly type: string;
  readonly walk: Walk;
  readonly created: Date = new Date();
  /** Where an upload's file goes; undefined for downloads. */
  readonly inputFileId: string | undefined;
  readonly outputFileId: string;
  /** Whether the file that an upload needs has come. */
  uploaded = false;
  readonly #records: number;
  readonly #failed: number;
  #completed: Date | undefined;

  /** `firstId` and the two numbers after it become the ids. An upload that a client makes is held until it is started. */
  constructor(type: string, firstId: number, job: SandboxJob, step: number, how: { upload: boolean; held: boolean }) {
    this.type = type;
    this.id = String(firstId);
    this.inputFileId = how.upload ? String(firstId + 1) : undefined;
    this.outputFileId = String(firstId + 2);
    this.walk = new Walk(statesOf(job, walks), step, how.held);
    this.#records = recordsOf(job);
    this.#failed = failedRecordsOf(job);
  }

  /** Whether the job is over. */
  get ended(): boolean {
    return final.has(this.walk.here().word);
  }

  /** Whether the job's result can be fetched. */
  get hasResult(): boolean {
    return this.walk.here().word === "Completed";
  }

  /** What a status call sees. */
  look(context: Context, view: string): Position {
    return this.walk.look(view, strangeWord(context, "ebay"));
  }

  /** The job's profile at a position. */
  profile({ word, progress }: Position): Field {
    const ended = final.has(word);
    if (ended) this.#completed ??= new Date();
    return field("jobProfile", [
      field("jobId", this.id),
      field("jobType", this.type),
      field("jobStatus", word),
      field("creationTime", this.created.toISOString()),
      ...optional("completionTime", ended ? this.#completed?.toISOString() : undefined),
      ...optional("errorCount", ended ? this.#failed : 0),
      ...optional("percentComplete", (progress * 100).toFixed(1)),
      ...optional("fileReferenceId", word === "Completed" ? this.outputFileId : undefined),
      ...optional("inputFileReferenceId", this.inputFileId),
    ]);
  }

  /** The result: an answer for each record, in a ZIP archive whatever was uploaded. */
  file(): Uint8Array {
    const answers = Array.from({ length: this.#records }, (_, index) => {
      const ack = index >= this.#records - this.#failed ? "Failure" : "Success";
      return `<${this.type}Response xmlns="urn:ebay:apis:eBLBaseComponents"><Ack>${ack}</Ack></${this.type}Response>`;
    });
    const text = `<BulkDataExchangeResponses>${answers.join("")}</BulkDataExchangeResponses>`;
    return zipped(`${this.id}_report.xml`, Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${text}`, "utf8"));
  }
}
