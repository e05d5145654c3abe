/** eBay's bulk jobs: profiles, states, files. */
import { strangeWord, type Context } from "./context.ts";
import { field, optional, type Field } from "./fields.ts";
import type { SandboxJob } from "./options.ts";
import { failedRecordsOf, recordsOf, statesOf, type Walks } from "./outcomes.ts";
import { joinedFiles, seededFile, type GeneratedFile } from "./send.ts";
import { Walk, type Position } from "./walk.ts";
import { deflatedFile, zippedFile } from "./zip.ts";

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
  readonly created: Date;
  /** Where an upload's file goes; undefined for downloads. */
  readonly inputFileId: string | undefined;
  readonly outputFileId: string;
  /** Whether the file that an upload needs has come. */
  uploaded = false;
  readonly #upload: boolean;
  readonly #rowBytes: number;
  #records: number;
  #failed: number;
  #completed: Date | undefined;

  /** `firstId` and the two numbers after it become the ids. An upload that a client makes is held until it is started. */
  constructor(
    type: string,
    firstId: number,
    job: SandboxJob,
    step: number,
    how: { upload: boolean; held: boolean; created: Date },
  ) {
    this.type = type;
    this.created = how.created;
    this.#upload = how.upload;
    this.#rowBytes = job.rowBytes ?? 0;
    this.id = String(firstId);
    this.inputFileId = how.upload ? String(firstId + 1) : undefined;
    this.outputFileId = String(firstId + 2);
    this.walk = new Walk(statesOf(job, walks), step, how.held);
    this.#records = job.resultRows ?? recordsOf(job);
    this.#failed = failedRecordsOf(job);
  }

  /** Takes the file of an upload. */
  received(requests: number, failed: number): void {
    this.uploaded = true;
    this.#records = requests;
    this.#failed = failed;
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

  /**
   * The result in a ZIP archive, whatever was uploaded: an answer for each request of an upload, stored; a report for others, deflated,
   * so that nobody knows its size before.
   */
  file(): { readonly content: AsyncIterable<Uint8Array>; readonly size?: number } {
    const name = `${this.id}_report.xml`;
    if (!this.#upload) return { content: deflatedFile(name, this.#report().from(0)) };
    const { size, from } = zippedFile(name, this.#answers());
    return { content: from(0), size };
  }

  #answers(): GeneratedFile {
    const good = this.#records - this.#failed;
    const open = `<${this.type}Response xmlns="${baseNamespace}">`;
    const close = `</${this.type}Response>\n`;
    const number = this.#numbers();
    const succeeded = seededFile({
      header: `<?xml version="1.0" encoding="UTF-8"?>\n<BulkDataExchangeResponses>\n`,
      count: good,
      line: (index) => `${open}<Ack>Success</Ack><ItemID>11${number(index)}</ItemID>${close}`,
    });
    const errors =
      "<Errors><ShortMessage>Missing.</ShortMessage><LongMessage>The title is missing.</LongMessage>" +
      "<ErrorCode>71</ErrorCode><SeverityCode>Error</SeverityCode></Errors>";
    const failed = seededFile({
      count: this.#failed,
      line: (index) =>
        `${open}<Ack>Failure</Ack><CorrelationID>${number(good + index)}</CorrelationID>${errors}${close}`,
    });
    return joinedFiles([
      succeeded,
      failed,
      seededFile({ header: "</BulkDataExchangeResponses>\n", count: 0, line: String }),
    ]);
  }

  #report(): GeneratedFile {
    const number = this.#numbers();
    const lines = seededFile({
      header:
        `<?xml version="1.0" encoding="UTF-8"?>\n<BulkDataExchangeResponses xmlns="${baseNamespace}">\n` +
        `<${this.type}><Timestamp>${this.created.toISOString()}</Timestamp><Ack>Success</Ack>\n`,
      count: this.#records,
      line: (index) => {
        const details = (sku: string): string =>
          `<SKUDetails><SKU>${sku}</SKU><Quantity>7</Quantity><ItemID>11${number(index)}</ItemID></SKUDetails>\n`;
        const sku = `sku-${number(index)}`;
        // The name is as long as the row has to be.
        return details(sku + ".".repeat(Math.max(0, this.#rowBytes - details(sku).length)));
      },
    });
    const end = seededFile({ header: `</${this.type}>\n</BulkDataExchangeResponses>\n`, count: 0, line: String });
    return joinedFiles([lines, end]);
  }

  /** Numbers of one length. */
  #numbers(): (index: number) => string {
    const digits = String(this.#records).length;
    return (index) => String(index + 1).padStart(digits, "0");
  }
}

const baseNamespace = "urn:ebay:apis:eBLBaseComponents";
