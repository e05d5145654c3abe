/** Stand-in for eBay's File Transfer service: files of bulk jobs, as attachments or in base64. */
import { randomUUID } from "node:crypto";
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
const xopNamespace = "http://www.w3.org/2004/08/xop/include";
const contentType = "text/xml;charset=UTF-8";

/** Answers a call to the service. Throws EbayFrameworkError and MalformedXml. */
export function answerFileTransfer(context: Context, call: Call, jobs: ReadonlyMap<string, EbayJob>): Answer {
  const operation = ebayOperation(call, "FileTransferService", ["uploadFile", "downloadFile"]);
  const parts = readParts(call.headers["content-type"] ?? "", call.body) ?? [];
  const [first] = parts;
  const request = context.xml.read(first === undefined ? call.text : new TextDecoder().decode(first.body));
  checkEbayRoot(request, operation);
  const answer = (fields: readonly Field[]): string => ebayDocument(context, `${operation}Response`, fields);
  try {
    const job = jobOf(request, jobs);
    if (operation === "uploadFile") {
      upload(request, parts, job);
      return { operation, status: 200, contentType, body: answer(acknowledged("Success", version)) };
    }
    return { operation, ...download(request, job, answer) };
  } catch (error) {
    if (!(error instanceof EbayRefusal)) throw error;
    return { operation, status: 200, contentType, body: answer(acknowledged("Failure", version, error.error)) };
  }
}

function jobOf(request: Element, jobs: ReadonlyMap<string, EbayJob>): EbayJob {
  const job = jobs.get(childText(request, "taskReferenceId") ?? "");
  if (job === undefined) throw refusal(1, "The task reference id is not valid");
  return job;
}

function upload(request: Element, parts: readonly Part[], job: EbayJob): void {
  const file = childText(request, "fileReferenceId");
  if (file === undefined || file !== job.inputFileId) throw refusal(2, "The file reference id is not valid");
  const format = childText(request, "fileFormat");
  if (format !== "gzip" && format !== "zip") throw refusal(11, "The file format is gzip or zip");
  if (job.uploaded) throw refusal(13, "The file has been uploaded before");
  if (sizeOf(request, parts) === 0) throw refusal(3, "The file attachment is missing or empty");
  job.uploaded = true;
}

/** Bytes of the file: of the part that an XOP reference names, or of the base64 text. */
function sizeOf(request: Element, parts: readonly Part[]): number {
  const attachment = child(request, "fileAttachment");
  const data = attachment && child(attachment, "Data");
  const include = data?.children.find((one) => one.name === "Include" && one.namespace === xopNamespace);
  if (include === undefined) return Buffer.from(data?.text ?? "", "base64").byteLength;
  return partById(parts, include.attributes.get("href") ?? "")?.body.byteLength ?? 0;
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
  const attachment = field("fileAttachment", [field("Size", file.byteLength), field("Data", [include])]);
  const xml = answer([...acknowledged("Success", version), attachment]);
  return { status: 200, ...writeParts(xml, file, id) };
}

function refusal(errorId: number, message: string): EbayRefusal {
  return new EbayRefusal({ errorId, domain: "FileTransfer", category: "Request", message });
}
