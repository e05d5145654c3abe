/**
 * Files of eBay's jobs: the two calls of the File Transfer service, their files as parts of their own (MTOM, XOP) that never stand in a
 * message as a whole.
 */
import {
  downloadFileResponse,
  FileTransferService,
  uploadFileRequest,
  uploadFileResponse,
  type DownloadFileResponse,
  type UploadFileResponse,
} from "../../generated/ebay/file-transfer.ts";
import { callOptions, dataOf } from "../jobs/answer.ts";
import type { Calls } from "../jobs/calls.ts";
import type { Credentials } from "../jobs/credentials.ts";
import { relatedParts } from "../jobs/related.ts";
import type { Download } from "../jobs/results.ts";
import { chunksOf, joined, streamOf, type TransferProgress } from "../jobs/source.ts";
import type { VerbOptions } from "../jobs/submit.ts";
import { createClient } from "../runtime/client.ts";
import { decode, encode, string, type StructCodec } from "../runtime/codec/index.ts";
import { JobError } from "../runtime/errors.ts";
import type { RawBody, XmlClientOptions, XmlService } from "../runtime/service.ts";
import { refusalIn, refusalOf } from "./refusal.ts";
import type { PackedFile } from "./request.ts";

const namespace = "http://www.ebay.com/marketplace/services";
const xop = "http://www.w3.org/2004/08/xop/include";

/** The service with files as they are on the wire. */
interface Wire {
  readonly uploadFile: Omit<FileTransferService["uploadFile"], "input"> & { readonly input: RawBody };
  readonly downloadFile: Omit<FileTransferService["downloadFile"], "output"> & {
    readonly output: ReadableStream<Uint8Array>;
  };
}

const { operations } = FileTransferService;
const Wire: XmlService<Wire> = {
  ...FileTransferService,
  operations: {
    uploadFile: { ...operations.uploadFile, input: "raw", output: uploadFileResponse },
    downloadFile: { ...operations.downloadFile, output: "raw" },
  },
};

/** Where the data is in the package (XOP 1.0, 2.1). */
interface Include {
  readonly href: string;
}
const include: StructCodec<Include> = {
  kind: "struct",
  name: [xop, "Include"],
  fields: { href: { at: "href", count: "1", type: string } },
};

interface Data {
  readonly Include: Include;
}
const data: StructCodec<Data> = {
  kind: "struct",
  name: [namespace, "Data"],
  fields: { Include: { el: "Include", ns: xop, count: "1", type: include } },
};

interface Attachment {
  readonly Size: string;
  readonly Data: Data;
}
const attachment: StructCodec<Attachment> = {
  kind: "struct",
  name: [namespace, "FileAttachment"],
  fields: { Size: { el: "Size", count: "1", type: string }, Data: { el: "Data", count: "1", type: data } },
};

/** An upload whose data is elsewhere in the package. */
interface Referring {
  readonly taskReferenceId: string;
  readonly fileReferenceId: string;
  readonly fileFormat: string;
  readonly fileAttachment: Attachment;
}
const referring: StructCodec<Referring> = {
  kind: "struct",
  name: [namespace, "uploadFileRequest"],
  element: true,
  fields: {
    taskReferenceId: { el: "taskReferenceId", count: "1", type: string },
    fileReferenceId: { el: "fileReferenceId", count: "1", type: string },
    fileFormat: { el: "fileFormat", count: "1", type: string },
    fileAttachment: { el: "fileAttachment", count: "1", type: attachment },
  },
};

/** Milliseconds that a transfer may take: clients have found less to be too short. */
const DEADLINE = 300_000;
/** Bytes that a message without its file may have. */
const MOST_MESSAGE = 1024 * 1024;
/** Bytes that a message with its file as text may have. */
const MOST_INLINE = 64 * 1024 * 1024;

/** Which file of which job. */
export interface FileReference {
  readonly jobId: string;
  readonly fileReferenceId: string;
}

/** How a file is uploaded. */
export interface FileOptions extends VerbOptions {
  readonly transfer?: "attachment" | "inline";
  readonly onProgress?: (progress: TransferProgress) => void;
}

/** The file has been uploaded before: the call is a repeated one. */
const ALREADY_UPLOADED = "13";

/** Carries files. */
export class FileTransfer {
  readonly #client: ReturnType<typeof connect>;
  readonly #calls: Calls;
  readonly #redact: Credentials["redact"];

  constructor(options: XmlClientOptions, calls: Calls, { redact }: Credentials) {
    this.#client = connect(options);
    this.#calls = calls;
    this.#redact = redact;
  }

  /** Uploads a file. Safe to repeat: eBay says where it has the file already. */
  async upload(reference: FileReference, file: PackedFile, options: FileOptions): Promise<void> {
    const body = options.transfer === "inline" ? inline(reference, file) : attached(reference, file);
    const total = typeof body.content === "string" ? body.content.length : body.content.byteLength;
    await this.#calls.repeated(async () => {
      const result = await this.#client.uploadFile({ body }, callOptions(options));
      const refusal = this.#refusal(dataOf(result, refusalOf));
      if (refusal !== undefined && refusal.vendorCode !== ALREADY_UPLOADED) throw refusal;
    }, options);
    // The message goes as a whole: eBay does not take it in chunks.
    options.onProgress?.({ direction: "upload", bytes: total, total });
  }

  /** Asks for a file: its packed bytes. */
  async download({ jobId, fileReferenceId }: FileReference, options: VerbOptions): Promise<Download> {
    const name = `The file ${fileReferenceId}`;
    const body = { taskReferenceId: jobId, fileReferenceId };
    const result = await this.#client.downloadFile({ body }, callOptions(options));
    const chunks = chunksOf(dataOf(result, refusalOf), options.signal);
    const contentType = result.response?.headers.get("content-type") ?? "";
    if (!/^\s*multipart\/related\b/i.test(contentType))
      return this.#fromText(await all(chunks, MOST_INLINE, name), name);
    const parts = relatedParts(contentType, chunks, name);
    const root = await parts.next();
    if (root.done === true) throw new JobError("job.results", `${name} came without a message`);
    const text = await all(root.value.content, MOST_MESSAGE, name);
    const id = contentIdOf(new TextDecoder().decode(text));
    if (id === undefined) return this.#fromText(text, name);
    const size = this.#sizeOf(text, id, name);
    return { stream: streamOf(partWith(parts, id, name)), from: 0, ...(size === undefined ? {} : { size }) };
  }

  #fromText(text: Uint8Array, name: string): Download {
    const answer = decode(downloadFileResponse, text);
    const refusal = this.#refusal(answer);
    if (refusal !== undefined) throw refusal;
    const data = answer?.fileAttachment?.Data;
    if (data === undefined) throw new JobError("job.results", `${name} came without data`, { retryable: true });
    return { stream: new Blob([new Uint8Array(data)]).stream(), from: 0, size: data.byteLength };
  }

  /** Bytes that the message says the file has; it is read as if the file were empty. */
  #sizeOf(text: Uint8Array, id: string, name: string): number | undefined {
    const answer = decode(downloadFileResponse, text, { attachments: new Map([[id, new Uint8Array()]]) });
    const refusal = this.#refusal(answer);
    if (refusal !== undefined) throw refusal;
    if (answer === null) throw new JobError("job.results", `${name} came without a message`);
    return answer.fileAttachment?.Size === undefined ? undefined : Number(answer.fileAttachment.Size);
  }

  #refusal(answer: UploadFileResponse | DownloadFileResponse | null): JobError | undefined {
    if (answer === null) return new JobError("job.refused", "eBay said nothing about the file", { retryable: true });
    return refusalIn(answer, this.#redact);
  }
}

function connect(options: XmlClientOptions) {
  return createClient(Wire, { deadline: DEADLINE, ...options });
}

/** A message as it is sent. */
interface Message extends RawBody {
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** The document with the file behind it (XOP 1.0, MTOM 1.0), as bytes: eBay takes no chunks. */
function attached({ jobId, fileReferenceId }: FileReference, { format, bytes }: PackedFile): Message {
  const id = crypto.randomUUID();
  const boundary = `MIMEBoundary-${id}`;
  const root = `<root.${id}@specwire>`;
  const document = encode(referring, {
    taskReferenceId: jobId,
    fileReferenceId,
    fileFormat: format,
    fileAttachment: { Size: String(bytes.byteLength), Data: { Include: { href: `cid:file.${id}@specwire` } } },
  });
  const encoder = new TextEncoder();
  const head =
    `--${boundary}\r\nContent-Type: application/xop+xml; charset=UTF-8; type="text/xml"\r\n` +
    `Content-Transfer-Encoding: binary\r\nContent-ID: ${root}\r\n\r\n${document}\r\n--${boundary}\r\n` +
    `Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\n` +
    `Content-ID: <file.${id}@specwire>\r\n\r\n`;
  const content = joined([encoder.encode(head), bytes, encoder.encode(`\r\n--${boundary}--\r\n`)]);
  const contentType = `multipart/related; boundary="${boundary}"; type="application/xop+xml"; start="${root}"; start-info="text/xml"`;
  return { contentType, content: new Uint8Array(content) };
}

/** The document with the file in base64. */
function inline({ jobId, fileReferenceId }: FileReference, { format, bytes }: PackedFile): Message {
  const content = encode(uploadFileRequest, {
    taskReferenceId: jobId,
    fileReferenceId,
    fileFormat: format,
    fileAttachment: { Size: BigInt(bytes.byteLength), Data: bytes, $any: [] },
  });
  return { contentType: "text/xml", content };
}

function contentIdOf(document: string): string | undefined {
  const [, id] = /\bInclude\b[^>]*\bhref\s*=\s*["']cid:([^"']+)["']/.exec(document) ?? [];
  return id === undefined ? undefined : decodeURIComponent(id);
}

async function* partWith(
  parts: AsyncGenerator<{ readonly headers: ReadonlyMap<string, string>; readonly content: AsyncIterable<Uint8Array> }>,
  id: string,
  name: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const { headers, content } of parts) {
    if ((headers.get("content-id") ?? "").replace(/^<(.*)>$/, "$1") === id) return yield* content;
    for await (const _ of content);
  }
  throw new JobError("job.results", `${name} came without the part that its message names`, { retryable: true });
}

async function all(chunks: AsyncIterable<Uint8Array>, most: number, name: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    size += chunk.length;
    if (size > most) throw new JobError("job.results", `${name} came in a message of more than ${most} bytes`);
  }
  return joined(parts);
}
