/** The places where Microsoft Advertising takes upload files and keeps result files. */
import type { Context } from "./context.ts";
import { credentials } from "./credentials.ts";
import type { Answer, Call, CallHead } from "./http.ts";
import type { BulkJob } from "./microsoft-advertising-jobs.ts";
import { receivedFile, type ReceivedFile } from "./microsoft-advertising-upload.ts";

/** Below it are `upload/` and `results/`. */
export const filesPath = "/bulk-files/";

const vendor = "microsoft-advertising";

/** What a request for a file is called in the record. */
export function fileOperation(head: CallHead): string | undefined {
  if (!head.path.startsWith(filesPath)) return undefined;
  return head.method === "POST" ? "uploadFile" : "downloadResultFile";
}

/** Answers a request for a file or with a file. */
export async function answerFile(context: Context, call: Call, jobs: ReadonlyMap<string, BulkJob>): Promise<Answer> {
  const [place, name] = call.path.slice(filesPath.length).split("/");
  if (place === "results" && call.method === "GET") return result(context, call, name ?? "", jobs);
  const job = jobs.get(name ?? "");
  if (place === "upload" && call.method === "POST" && job !== undefined) return upload(context, call, job);
  return { operation: "unknown", status: 404, contentType: "text/plain", body: "Not Found" };
}

/** The address carries its own permission: no credentials are asked for. */
function result(context: Context, call: Call, name: string, jobs: ReadonlyMap<string, BulkJob>): Answer {
  const operation = "downloadResultFile";
  const job = [...jobs.values()].find((one) => one.fileName === name);
  if (job === undefined || !job.walk.here().ended) {
    return { operation, status: 404, contentType: "text/plain", body: "Not Found" };
  }
  if (context.faults.take("expired-url", vendor, operation) !== undefined) {
    // What the storage behind the service says.
    const body = `<?xml version="1.0" encoding="utf-8"?><Error><Code>AuthenticationFailed</Code></Error>`;
    return { operation, status: 403, contentType: "application/xml", body };
  }
  return { operation, contentType: "application/octet-stream", ...job.file(call.headers["range"]) };
}

async function upload(context: Context, call: Call, job: BulkJob): Promise<Answer> {
  const operation = "uploadFile";
  const accepted = credentials.microsoftAdvertising;
  const { authenticationtoken, developertoken } = call.headers;
  const expired = context.faults.take("expired-token", vendor, operation) !== undefined;
  if (expired || authenticationtoken !== accepted.authenticationToken || developertoken !== accepted.developerToken) {
    return { operation, status: 401, contentType: "text/plain", body: "Unauthorized" };
  }
  if (context.faults.take("expired-url", vendor, operation) !== undefined) {
    return refusal(job, 3226, "BulkServiceUrlExpired", "This URL has expired.");
  }
  if (job.walk.here().word !== "PendingFileUpload") {
    return refusal(job, 3224, "BulkServiceUrlAlreadyUsedForUpload", "This URL took a file before.");
  }
  const file = await receivedFile(call);
  if (file === undefined) return refusal(job, 3221, "BulkServiceNoFileFound", "The request carries no file.");
  if (file.files > 1) return refusal(job, 3222, "BulkServiceMultipleFilesFound", "The request carries several files.");
  const half = context.faults.take("failed-rows", vendor, operation) !== undefined;
  job.received({ rows: file.rows, failed: half ? Math.floor(file.rows / 2) : 0, ...statesFor(file) });
  const body = { TrackingId: job.id, RequestId: job.id };
  return { operation, status: 200, contentType: "application/json", body: JSON.stringify(body) };
}

/** What becomes of files that the service does not take. */
function statesFor({ readable, rows }: ReceivedFile): { readonly states?: readonly string[] } {
  if (!readable) return { states: ["FileUploaded", "UploadFileFormatNotSupported"] };
  return rows > 4_000_000 ? { states: ["FileUploaded", "UploadFileRowCountExceeded"] } : {};
}

function refusal(job: BulkJob, code: number, symbol: string, message: string): Answer {
  const body = { TrackingId: job.id, RequestId: job.id, Code: code, ErrorCode: symbol, Message: message };
  return { operation: "uploadFile", status: 400, contentType: "application/json", body: JSON.stringify(body) };
}
