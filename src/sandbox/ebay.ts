/** Stand-in for eBay's Bulk Data Exchange service; the File Transfer service is beside it. */
import type { JobHandle, Vendor } from "../jobs/model.ts";
import type { Context } from "./context.ts";
import { answerFileTransfer, fileTransferPath } from "./ebay-files.ts";
import { EbayJob } from "./ebay-jobs.ts";
import {
  acknowledged,
  checkEbayRoot,
  ebayDocument,
  EbayFrameworkError,
  ebayNamespace,
  ebayOperation,
  EbayRefusal,
  frameworkAnswer,
} from "./ebay-messages.ts";
import { RecurringJobs, recurringOperations } from "./ebay-recurring.ts";
import { field, optional, type Field } from "./fields.ts";
import type { Answer, Call, CallHead, StandIn } from "./http.ts";
import type { SandboxJob } from "./options.ts";
import { kindOf } from "./outcomes.ts";
import { childText, MalformedXml, type Element } from "./xml.ts";

const vendor = "ebay";

/** Path of the service, as in production. */
export const bulkDataExchangePath = "/BulkDataExchangeService";

/** Highest size of a file in bytes: text on the wire. */
const maxFileSize = "15728640";

const operations = [
  "abortJob",
  "createUploadJob",
  "getJobs",
  "getJobStatus",
  "startDownloadJob",
  "startUploadJob",
  ...recurringOperations,
] as const;

/** Stand-in for both services. */
export class Ebay implements StandIn {
  readonly vendor: Vendor = vendor;
  readonly #context: Context;
  readonly #jobs = new Map<string, EbayJob>();
  readonly #recurring = new RecurringJobs((type) => this.#create(type, { upload: false, held: false }, { vendor }));
  #nextId = 50_000_000_266;

  constructor(context: Context) {
    this.#context = context;
  }

  owns(path: string): boolean {
    return path === bulkDataExchangePath || path === fileTransferPath;
  }

  operationOf(head: CallHead): string | undefined {
    return head.headers["x-ebay-soa-operation-name"];
  }

  /** A job of an upload; of a report where it has rows of a result. */
  addJob(job: SandboxJob): JobHandle {
    const kind = kindOf(job, ["job"]);
    const upload = job.resultRows === undefined;
    const type = upload ? "AddFixedPriceItem" : "ActiveInventoryReport";
    return { vendor, kind, id: this.#create(type, { upload, held: false }, job).id };
  }

  answer(call: Call): Answer {
    try {
      if (call.path === fileTransferPath) return answerFileTransfer(this.#context, call, this.#jobs);
      const operation = ebayOperation(this.#context, call, "BulkDataExchangeService", operations);
      return this.#serve(operation, this.#context.xml.read(call.text));
    } catch (error) {
      if (error instanceof EbayFrameworkError) return frameworkAnswer(this.#context, error.error);
      if (!(error instanceof MalformedXml)) throw error;
      const domain = "CoreRuntime";
      return frameworkAnswer(this.#context, { errorId: 2002, domain, category: "Request", message: error.message });
    }
  }

  #serve(operation: (typeof operations)[number], request: Element): Answer {
    checkEbayRoot(request, operation);
    let fields: readonly Field[];
    try {
      const own = this.#perform(operation, request);
      fields = [...acknowledged("Success", "1.5.0", undefined, this.#now()), ...own];
    } catch (error) {
      if (!(error instanceof EbayRefusal)) throw error;
      fields = acknowledged("Failure", "1.5.0", error.error);
    }
    const body = ebayDocument(this.#context, `${operation}Response`, fields);
    return { operation, status: 200, contentType: "text/xml;charset=UTF-8", body };
  }

  #perform(operation: (typeof operations)[number], request: Element): readonly Field[] {
    switch (operation) {
      case "getJobStatus": {
        const job = this.#job(request);
        if (this.#context.faults.take("vanished", vendor, operation) !== undefined) throw unknownJob(job.id);
        return [job.profile(job.look(this.#context, "status"))];
      }
      case "getJobs":
        return this.#listed(request);
      case "createUploadJob": {
        const job = this.#begin(request, "uploadJobType", { upload: true, held: true });
        return [
          field("jobId", job.id),
          ...(job.inputFileId === undefined ? [] : [field("fileReferenceId", job.inputFileId)]),
          ...optional("maxFileSize", maxFileSize),
        ];
      }
      case "startDownloadJob":
        return [field("jobId", this.#begin(request, "downloadJobType", { upload: false, held: false }).id)];
      case "startUploadJob": {
        const job = this.#job(request);
        if (!job.uploaded) throw refusal(2, `The file of job ${job.id} has not been uploaded`);
        job.walk.release();
        return [];
      }
      case "abortJob": {
        const job = this.#job(request);
        if (job.ended) throw refusal(8, `The job ${job.id} has ended`);
        job.walk.end("Aborted");
        return [];
      }
      default:
        return this.#recurring.perform(operation, request);
    }
  }

  /** By eBay's clock. */
  #now(): Date {
    const skewed = this.#context.faults.take("clock-skew", vendor, undefined) !== undefined;
    return new Date(Date.now() + (skewed ? 3_600_000 : 0));
  }

  #job(request: Element): EbayJob {
    const id = childText(request, "jobId") ?? "";
    const job = this.#jobs.get(id);
    if (job === undefined) throw unknownJob(id);
    return job;
  }

  /** Jobs by type, state and time of creation; those of the last 30 days where no time is given. */
  #listed(request: Element): readonly Field[] {
    const all = (name: string): readonly string[] =>
      request.children
        .filter((one) => one.name === name && one.namespace === ebayNamespace)
        .map((one) => one.text.trim());
    const [types, states] = [all("jobType"), all("jobStatus")];
    const from = instant(all("creationTimeFrom")[0]) ?? Date.now() - 30 * 24 * 3_600_000;
    const to = instant(all("creationTimeTo")[0]) ?? Number.POSITIVE_INFINITY;
    const chosen = [...this.#jobs.values()].filter((job) => {
      const created = job.created.getTime();
      return (types.length === 0 || types.includes(job.type)) && created >= from && created <= to;
    });
    const seen = chosen.map((job) => ({ job, position: job.look(this.#context, "list") }));
    return seen
      .filter(({ position }) => states.length === 0 || states.includes(position.word))
      .map(({ job, position }) => job.profile(position));
  }

  #begin(request: Element, typeName: string, how: { upload: boolean; held: boolean }): EbayJob {
    const type = childText(request, typeName) ?? "";
    if (type === "" || childText(request, "UUID") === undefined) throw refusal(3, `${typeName} and UUID are required`);
    const open = [...this.#jobs.values()].find((job) => job.type === type && !job.ended);
    if (open !== undefined) throw refusal(7, `Job ${open.id} of type ${type} has not ended: one at a time`);
    return this.#create(type, how, { vendor });
  }

  #create(type: string, how: { upload: boolean; held: boolean }, job: SandboxJob): EbayJob {
    const created = new EbayJob(type, this.#nextId, job, this.#context.step, { ...how, created: this.#now() });
    this.#nextId += 3;
    this.#jobs.set(created.id, created);
    return created;
  }
}

function unknownJob(id: string): EbayRefusal {
  return refusal(1, `There is no job ${id === "" ? "without an id" : id}`);
}

/** eBay never published its table of these numbers: 7 is known, the others are the sandbox's own. */
function refusal(errorId: number, message: string): EbayRefusal {
  return new EbayRefusal({ errorId, domain: "Marketplace", category: "Application", message });
}

function instant(text: string | undefined): number | undefined {
  const time = Date.parse(text ?? "");
  return Number.isNaN(time) ? undefined : time;
}
