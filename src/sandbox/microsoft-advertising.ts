/** Stand-in for Microsoft Advertising's Bulk service: node-soap, fed with the WSDL of this package. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { WSDL } from "soap";
import type { JobHandle, Vendor } from "../jobs/model.ts";
import { strangeWord, type Context } from "./context.ts";
import { credentials } from "./credentials.ts";
import { field } from "./fields.ts";
import { mediaType, type Answer, type Call, type CallHead, type StandIn } from "./http.ts";
import { answerFile, fileOperation, filesPath } from "./microsoft-advertising-files.ts";
import {
  BulkFault,
  bulkNamespace,
  FrameworkFault,
  nil,
  operationError,
  oriented,
  type BulkError,
  type SoapObject,
} from "./microsoft-advertising-faults.ts";
import { BulkJob, type BulkJobKind } from "./microsoft-advertising-jobs.ts";
import {
  arrayParameter,
  campaignParameter,
  readBulkRequest,
  textParameter,
  type BulkOperation,
  type BulkRequest,
} from "./microsoft-advertising-request.ts";
import type { SandboxJob } from "./options.ts";
import { kindOf } from "./outcomes.ts";
import { packagedFile } from "./package-root.ts";
import { MalformedXml } from "./xml.ts";

const vendor = "microsoft-advertising";

/** Path of the service, as in production. */
export const bulkServicePath = "/Api/Advertiser/CampaignManagement/v13/BulkService.svc";

/** States in which a job has a result file. */
const withResult: ReadonlySet<string> = new Set(["Completed", "CompletedWithErrors"]);

/** What a job's own answer says about states that are failures. */
const jobErrors: Readonly<Record<string, BulkError>> = {
  Failed: { code: 0, symbol: "InternalError", message: "An unexpected error occurred while the file was processed." },
  UploadFileRowCountExceeded: {
    code: 3225,
    symbol: "BulkServiceFileRowCountExceeded",
    message: "The file has more rows than are allowed.",
  },
};

/** States that are failures: the percentage falls back to 0. */
const failures: ReadonlySet<string> = new Set([
  "Failed",
  "FailedFullSyncRequired",
  "UploadFileRowCountExceeded",
  "UploadFileFormatNotSupported",
  "Aborted",
  "Expired",
]);

/** Stand-in for the Bulk service and the places of its files. */
export class MicrosoftAdvertising implements StandIn {
  readonly vendor: Vendor = vendor;
  readonly #context: Context;
  readonly #wsdl: WSDL;
  readonly #jobs = new Map<string, BulkJob>();

  private constructor(context: Context, wsdl: WSDL) {
    this.#context = context;
    this.#wsdl = wsdl;
  }

  /** Reads the WSDL. Rejects where node-soap cannot. */
  static async start(context: Context): Promise<MicrosoftAdvertising> {
    const file = packagedFile("specs", "microsoft-advertising", "bulk-service.wsdl");
    const wsdl = new context.packages.soap.WSDL(readFileSync(file, "utf8"), file, {});
    await new Promise<void>((resolve, reject) => {
      wsdl.onReady((error?: Error | null) => {
        if (error) reject(error);
        else resolve();
      });
    });
    return new MicrosoftAdvertising(context, wsdl);
  }

  owns(path: string): boolean {
    return path === bulkServicePath || path.startsWith(filesPath);
  }

  operationOf(head: CallHead): string | undefined {
    return fileOperation(head) ?? (head.headers["soapaction"] ?? "").replace(/^"(.*)"$/, "$1");
  }

  streams(head: CallHead): boolean {
    return fileOperation(head) === "uploadFile";
  }

  addJob(job: SandboxJob): JobHandle {
    const kind = kindOf<BulkJobKind>(job, ["upload", "download"]);
    return { vendor, kind, id: this.#keep(new BulkJob(kind, job, this.#context.step)).id };
  }

  async answer(call: Call): Promise<Answer> {
    if (call.path !== bulkServicePath) return answerFile(this.#context, call, this.#jobs);
    if (call.method !== "POST") return plain(405, "Method Not Allowed");
    if (mediaType(call) !== "text/xml") return plain(415, "Unsupported Media Type");
    try {
      const request = readBulkRequest(this.#context.xml.read(call.text), call.headers["soapaction"]);
      return await this.#serve(request, call.text);
    } catch (error) {
      if (error instanceof MalformedXml) return plain(400, "Bad Request");
      if (!(error instanceof FrameworkFault)) throw error;
      const body = this.#context.xml.write(error.envelope(), { declaration: "" });
      return soapAnswer("unknown", body, this.#faultStatus());
    }
  }

  /** Has node-soap dispatch the request by its action, and write the answer that the operation returns or throws. */
  async #serve(request: BulkRequest, text: string): Promise<Answer> {
    const trackingId = randomUUID();
    const outcome: { thrown?: unknown } = {};
    const method = (): SoapObject => {
      try {
        this.#authorize(request, trackingId);
        return this.#perform(request, trackingId);
      } catch (error) {
        outcome.thrown = error;
        throw error;
      }
    };
    const services = this.#services(request.operation, method);
    const options = { path: bulkServicePath, services, envelopeKey: "s" };
    const server = new this.#context.packages.soap.Server(null, bulkServicePath, services, this.#wsdl, options);
    server.addSoapHeader(this.#trackingHeader(trackingId));
    const headers = { soapaction: request.operation };
    const answer = await server.processRequest(text, { url: bulkServicePath, headers });
    if (outcome.thrown !== undefined && !(outcome.thrown instanceof BulkFault)) throw outcome.thrown;
    const status = outcome.thrown === undefined ? answer.statusCode : this.#faultStatus();
    return soapAnswer(request.operation, answer.body, status);
  }

  /** The one method under the service's and the port's names in the WSDL. */
  #services(
    operation: BulkOperation,
    method: () => SoapObject,
  ): Record<string, Record<string, Record<string, () => SoapObject>>> {
    const services = Object.entries(this.#wsdl.definitions.services).map(([name, service]) => {
      const ports = Object.keys(service.ports).map((port) => [port, { [operation]: method }]);
      return [name, Object.fromEntries(ports)];
    });
    return Object.fromEntries(services);
  }

  #trackingHeader(trackingId: string): string {
    const header = field("h:TrackingId", trackingId, { "xmlns:h": bulkNamespace });
    return this.#context.xml.write(header, { declaration: "" });
  }

  #authorize({ headers, operation }: BulkRequest, trackingId: string): void {
    const accepted = credentials.microsoftAdvertising;
    const refuse = (code: number, symbol: string, message: string): never => {
      throw BulkFault.adApi({ code, symbol, message }, trackingId, this.#turned());
    };
    const token = headers.get("AuthenticationToken");
    const expired = this.#context.faults.take("expired-token", vendor, operation) !== undefined;
    if (expired || token === accepted.expiredAuthenticationToken) {
      refuse(109, "AuthenticationTokenExpired", "Authentication token expired.");
    }
    if (token !== accepted.authenticationToken || headers.get("DeveloperToken") !== accepted.developerToken) {
      refuse(
        105,
        "InvalidCredentials",
        "Authentication failed. Either supplied credentials are invalid or the account is inactive",
      );
    }
    const customer = headers.get("CustomerId") ?? accepted.customerId;
    const account = headers.get("CustomerAccountId") ?? accepted.accountId;
    if (customer !== accepted.customerId || account !== accepted.accountId) {
      refuse(106, "UserIsNotAuthorized", "The user is not authorized to perform this action.");
    }
  }

  #perform(request: BulkRequest, trackingId: string): SoapObject {
    const refuse = (code: number, symbol: string, message: string): never => {
      throw BulkFault.api({ code, symbol, message }, trackingId, this.#turned());
    };
    if (request.parameters === undefined) return refuse(100, "NullRequest", "The request message is null.");
    switch (request.operation) {
      case "GetBulkUploadStatus":
      case "GetBulkDownloadStatus": {
        const kind = request.operation === "GetBulkUploadStatus" ? "upload" : "download";
        const job = this.#jobs.get(textParameter(request, "RequestId") ?? "");
        const vanished = this.#context.faults.take("vanished", vendor, request.operation) !== undefined;
        if (vanished || job?.kind !== kind)
          return refuse(3216, "BulkServiceInvalidRequestId", "The request identifier is not valid.");
        return this.#status(job);
      }
      case "GetBulkUploadUrl": {
        this.#requireAccount(request, refuse);
        const job = this.#keep(
          new BulkJob("upload", { vendor }, this.#context.step, { pending: true, errorsOnly: errorsOnly(request) }),
        );
        return this.#drifted({ RequestId: job.id, UploadUrl: `${this.#context.url}${filesPath}upload/${job.id}` });
      }
      case "UploadEntityRecords": {
        this.#requireAccount(request, refuse);
        return this.#drifted(this.#records(request));
      }
      case "DownloadCampaignsByAccountIds":
      case "DownloadCampaignsByCampaignIds": {
        const ids = [...arrayParameter(request, "AccountIds"), ...campaignParameter(request)];
        if (ids.length === 0) return refuse(100, "NullRequest", "The request names nothing to download.");
        const compression = textParameter(request, "CompressionType");
        const fileType = textParameter(request, "DownloadFileType");
        const job = new BulkJob("download", { vendor }, this.#context.step, { compression, fileType });
        return this.#drifted({ DownloadRequestId: this.#keep(job).id });
      }
    }
  }

  /** Few records are dealt with at once; more become a job. */
  #records(request: BulkRequest): SoapObject {
    const lines = arrayParameter(request, "EntityRecords");
    const half = this.#context.faults.take("failed-rows", vendor, request.operation) !== undefined;
    const { first, dealt } = dealtWith(lines, half);
    if (dealt.length > atOnce) {
      const job = this.#keep(
        new BulkJob("upload", { vendor }, this.#context.step, { errorsOnly: errorsOnly(request) }),
      );
      const failed = half ? Math.floor(dealt.length / 2) : 0;
      job.received({ rows: dealt.length, failed });
      return { EntityRecords: nil, Errors: nil, RequestId: job.id, RequestStatus: "InProgress" };
    }
    const answered = [...first, ...dealt.flat()];
    const records = { attributes: arrays, "a:string": answered };
    return { EntityRecords: records, Errors: nil, RequestId: nil, RequestStatus: "Completed" };
  }

  /** The account in the body has to be that of the header. */
  #requireAccount(request: BulkRequest, refuse: (code: number, symbol: string, message: string) => never): void {
    if (textParameter(request, "AccountId") !== credentials.microsoftAdvertising.accountId) {
      refuse(106, "UserIsNotAuthorized", "The user is not authorized to access the account.");
    }
  }

  #status(job: BulkJob): SoapObject {
    const { word, progress } = job.walk.look("status", strangeWord(this.#context, vendor));
    const error = jobErrors[word];
    const url = `${this.#context.url}${filesPath}results/${job.fileName}`;
    return this.#drifted(
      {
        Errors: error === undefined ? nil : { OperationError: [operationError(error, this.#turned())] },
        ForwardCompatibilityMap: nil,
        PercentComplete: failures.has(word) ? 0 : Math.floor(progress * 100),
        RequestStatus: word,
        ResultFileUrl: withResult.has(word) ? url : nil,
      },
      ["RequestStatus"],
    );
  }

  /** An answer as the service would send it that deviates; `kept` is what a message without the optional elements still has. */
  #drifted(answer: SoapObject, kept: readonly string[] = Object.keys(answer)): SoapObject {
    const has = (drift: "missing-fields" | "extra-fields"): boolean => this.#context.drift.has(drift, vendor);
    const missing = has("missing-fields");
    const entries = Object.entries(answer).filter(([name]) => !missing || kept.includes(name));
    const extra = has("extra-fields") ? { SandboxExtension: "not in the contract" } : {};
    return oriented({ ...Object.fromEntries(entries), ...extra }, this.#turned());
  }

  #turned(): boolean {
    return this.#context.drift.has("out-of-order", vendor);
  }

  #faultStatus(): number {
    return this.#context.drift.has("fault-200", vendor) ? 200 : 500;
  }

  #keep(job: BulkJob): BulkJob {
    this.#jobs.set(job.id, job);
    return job;
  }
}

/** Records that are dealt with in a call. */
const atOnce = 100;

/** Lines before the records, and what is said of each record: every other one fails, or none. */
function dealtWith(
  lines: readonly string[],
  half: boolean,
): { readonly first: readonly string[]; readonly dealt: readonly (readonly string[])[] } {
  const format = lines[1]?.startsWith("Format Version") === true ? 2 : 1;
  const [header = ""] = lines;
  const columns = header.replace(/^\uFEFF/, "").split(",");
  const dealt = lines.slice(format).map((line, index) => {
    if (!half || index % 2 === 0) return [`${line},,`];
    const [type = ""] = line.split(",");
    return [`${line},,`, `${type} Error${",".repeat(columns.length)}CampaignServiceInvalidRecord,1100`];
  });
  const first = [`${header},Error,Error Number`, ...lines.slice(1, format).map((line) => `${line},,`)];
  return { first, dealt };
}

function errorsOnly(request: BulkRequest): boolean {
  return textParameter(request, "ResponseMode") === "ErrorsOnly";
}

const arrays = { "xmlns:a": "http://schemas.microsoft.com/2003/10/Serialization/Arrays" };

function soapAnswer(operation: string, body: string, status: number): Answer {
  return { operation, status, contentType: "text/xml; charset=utf-8", body };
}

function plain(status: number, body: string): Answer {
  return { operation: "unknown", status, contentType: "text/plain", body };
}
