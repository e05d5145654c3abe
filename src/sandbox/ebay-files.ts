/** Stand-in for eBay's File Transfer service: files of bulk jobs, as attachments or in base64. */
import { randomUUID } from "node:crypto";
import { gunzipSync, inflateRawSync } from "node:zlib";
import type { Context } from "./context.ts";
import type { EbayJob } from "./ebay-jobs.ts";
import { acknowledged, checkEbayRoot, ebayDocument, ebayOperation, EbayRefusal } from "./ebay-messages.ts";
import { field, type Field } from "./fields.ts";
import type { Answer, Call } from "./http.ts";
import { partById, readParts, writeParts, type Part } from "./multipart.ts";
import { child, childText, type Element } from "./xml.ts";

/** Path of the service, as in production. */
export const fileTransferPath = "/FileTransferService";

const version = "1.1.0";
/** Bytes that a file may have. */
const mostBytes = 15_728_640;
const xopNamespace = "http://www.w3.org/2004/08/xop/include";
const contentType = "text/xml;charset=UTF-8";

/** Answers a call to the service. Throws EbayFrameworkError and MalformedXml. */
export function answerFileTransfer(context: Context, call: Call, jobs: ReadonlyMap<string, EbayJob>): Answer {
  const operation = ebayOperation(context, call, "FileTransferService", ["uploadFile", "downloadFile"]);
  const parts = readParts(call.headers["content-type"] ?? "", call.body) ?? [];
  const [first] = parts;
  const request = context.xml.read(first === undefined ? call.text : new TextDecoder().decode(first.body));
  checkEbayRoot(request, operation);
  const answer = (fields: readonly Field[]): string => ebayDocument(context, `${operation}Response`, fields);
  try {
    const job = jobOf(context, operation, request, jobs);
    if (operation === "uploadFile") {
      upload(context, request, parts, job);
      return { operation, status: 200, contentType, body: answer(acknowledged("Success", version)) };
    }
    return { operation, ...download(request, job, answer) };
  } catch (error) {
    if (!(error instanceof EbayRefusal)) throw error;
    return { operation, status: 200, contentType, body: answer(acknowledged("Failure", version, error.error)) };
  }
}

function jobOf(context: Context, operation: string, request: Element, jobs: ReadonlyMap<string, EbayJob>): EbayJob {
  const job = jobs.get(childText(request, "taskReferenceId") ?? "");
  if (job === undefined || context.faults.take("vanished", "ebay", operation) !== undefined)
    throw refusal(1, "The task reference id is not valid");
  return job;
}

function upload(context: Context, request: Element, parts: readonly Part[], job: EbayJob): void {
  const file = childText(request, "fileReferenceId");
  if (file === undefined || file !== job.inputFileId) throw refusal(2, "The file reference id is not valid");
  const format = childText(request, "fileFormat");
  if (format !== "gzip" && format !== "zip") throw refusal(11, "The file format is gzip or zip");
  if (job.uploaded) throw refusal(13, "The file has been uploaded before");
  const bytes = dataOf(request, parts);
  if (bytes.byteLength === 0) throw refusal(3, "The file attachment is missing or empty");
  if (bytes.byteLength > mostBytes) throw refusal(7, "The file is larger than the maximum");
  const half = context.faults.take("failed-rows", "ebay", "uploadFile") !== undefined;
  const requests = requestsIn(bytes, format, job.type);
  job.received(requests, half ? Math.floor(requests / 2) : 0);
}

/** Bytes of the file: of the part that an XOP reference names, or of the base64 text. */
function dataOf(request: Element, parts: readonly Part[]): Uint8Array {
  const attachment = child(request, "fileAttachment");
  const data = attachment && child(attachment, "Data");
  const include = data?.children.find((one) => one.name === "Include" && one.namespace === xopNamespace);
  if (include === undefined) return Buffer.from(data?.text ?? "", "base64");
  return partById(parts, include.attributes.get("href") ?? "")?.body ?? new Uint8Array();
}

/** How many requests a file has; one where it cannot be read. */
function requestsIn(bytes: Uint8Array, format: "gzip" | "zip", type: string): number {
  try {
    const text = (format === "gzip" ? gunzipSync(bytes) : inflateRawSync(bytes.subarray(contentAt(bytes)))).toString();
    return Math.max(1, text.split(`<${type}Request`).length - 1);
  } catch {
    return 1;
  }
}

/** Where the first file of an archive begins. */
function contentAt(bytes: Uint8Array): number {
  const header = Buffer.from(bytes.subarray(0, 30));
  return 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

function download(
  request: Element,
  job: EbayJob,
  answer: (fields: readonly Field[]) => string,
): Omit<Answer, "operation"> {
  if (childText(request, "fileReferenceId") !== job.outputFileId || !job.hasResult) {
    throw refusal(2, "The file reference id is not valid");
  }
  const file = job.file();
  const id = randomUUID().replaceAll("-", "").toUpperCase();
  const include = field("xop:Include", [], { "xmlns:xop": xopNamespace, href: `cid:urn:uuid:${id}` });
  const size = file.size === undefined ? [] : [field("Size", file.size)];
  const attachment = field("fileAttachment", [...size, field("Data", [include])]);
  const xml = answer([...acknowledged("Success", version), attachment]);
  return { status: 200, ...writeParts(xml, file, id) };
}

function refusal(errorId: number, message: string): EbayRefusal {
  return new EbayRefusal({ errorId, domain: "FileTransfer", category: "Request", message });
}
