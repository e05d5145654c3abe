/** The places where Microsoft Advertising takes upload files and keeps result files. */
import { credentials } from "./credentials.ts";
import type { Answer, Call } from "./http.ts";
import type { BulkJob } from "./microsoft-advertising-jobs.ts";

/** Below it are `upload/` and `results/`. */
export const filesPath = "/bulk-files/";

/** Answers a request for a file or with a file. */
export async function answerFile(call: Call, jobs: ReadonlyMap<string, BulkJob>): Promise<Answer> {
  const [place, name] = call.path.slice(filesPath.length).split("/");
  if (place === "results" && call.method === "GET") return result(name ?? "", jobs);
  const job = jobs.get(name ?? "");
  if (place === "upload" && call.method === "POST" && job !== undefined) return upload(call, job);
  return { operation: "unknown", status: 404, contentType: "text/plain", body: "Not Found" };
}

/** The address carries its own permission: no credentials are asked for. */
function result(name: string, jobs: ReadonlyMap<string, BulkJob>): Answer {
  const operation = "downloadResultFile";
  const job = [...jobs.values()].find((one) => one.fileName === name);
  if (job === undefined || !job.walk.here().ended) {
    return { operation, status: 404, contentType: "text/plain", body: "Not Found" };
  }
  return { operation, status: 200, contentType: "application/octet-stream", body: job.file() };
}

async function upload(call: Call, job: BulkJob): Promise<Answer> {
  const operation = "uploadFile";
  const accepted = credentials.microsoftAdvertising;
  const { authenticationtoken, developertoken } = call.headers;
  if (authenticationtoken !== accepted.authenticationToken || developertoken !== accepted.developerToken) {
    return { operation, status: 401, contentType: "text/plain", body: "Unauthorized" };
  }
  if (job.walk.here().word !== "PendingFileUpload") {
    return refusal(job, 3224, "BulkServiceUrlAlreadyUsedForUpload", "This URL took a file before.");
  }
  const files = await filesOf(call);
  if (files === 0) return refusal(job, 3221, "BulkServiceNoFileFound", "The request carries no file.");
  if (files > 1) return refusal(job, 3222, "BulkServiceMultipleFilesFound", "The request carries several files.");
  job.walk.release();
  return { operation, status: 200, contentType: "text/plain", body: "" };
}

/** How many files a form carries; none where the body is not such a form. */
async function filesOf(call: Call): Promise<number> {
  try {
    const form = await new Response(call.body, { headers: { ...call.headers } }).formData();
    return [...form.values()].filter((value) => typeof value !== "string").length;
  } catch {
    return 0;
  }
}

function refusal(job: BulkJob, code: number, symbol: string, message: string): Answer {
  const body = { TrackingId: job.id, RequestId: job.id, Code: code, ErrorCode: symbol, Message: message };
  return { operation: "uploadFile", status: 400, contentType: "application/json", body: JSON.stringify(body) };
}
