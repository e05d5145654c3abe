/**
 * The places of the Bulk service's files: outside of its WSDL, so their descriptor is written by hand. Addresses are given out for
 * minutes and carry a permission of their own.
 */
import { Credentials } from "../jobs/credentials.ts";
import { fileForm } from "../jobs/form.ts";
import { rangeOf, type Download } from "../jobs/results.ts";
import { chunksOf, counted, joined, type TransferProgress } from "../jobs/source.ts";
import { createClient } from "../runtime/client.ts";
import { JobError, type SpecwireError } from "../runtime/errors.ts";
import { xml } from "../runtime/plain/protocol.ts";
import type { CallOptions, ClientOptions, Interceptor, Secret, XmlService } from "../runtime/service.ts";
import { dataOf } from "../jobs/answer.ts";
import type { ReadyFile } from "./file.ts";
import { passes } from "./refusal.ts";
import { readUploadError, type UploadError } from "./upload-error.ts";

interface Bare {
  readonly path: undefined;
  readonly query: undefined;
  readonly output: ReadableStream<Uint8Array>;
  readonly errors: {};
}

/** The two calls. */
interface BulkFiles {
  readonly uploadFile: Bare & {
    readonly headers: {
      readonly token: string;
      readonly developerToken: string;
      readonly customerId: string;
      readonly accountId?: string;
      readonly contentLength?: string;
    };
    readonly input: {
      readonly contentType: string;
      readonly content: ReadableStream<Uint8Array>;
    };
  };
  readonly downloadFile: Bare & { readonly headers: { readonly range?: string }; readonly input: undefined };
}

const BulkFiles: XmlService<BulkFiles> = {
  protocol: xml,
  name: "BulkFiles",
  endpoint: "",
  operations: {
    uploadFile: {
      method: "POST",
      path: "",
      parameters: {
        token: { in: "header", name: "AuthenticationToken", required: true, secret: true },
        developerToken: { in: "header", name: "DeveloperToken", required: true, secret: true },
        customerId: { in: "header", name: "CustomerId", required: true },
        accountId: { in: "header", name: "AccountId" },
        contentLength: { in: "header", name: "Content-Length" },
      },
      input: "raw",
      output: "raw",
      errors: {},
    },
    downloadFile: {
      method: "GET",
      path: "",
      parameters: { range: { in: "header", name: "Range" } },
      output: "raw",
      errors: {},
    },
  },
};

/** Milliseconds that a transfer may take: no longer than the address is good for. */
const DEADLINE = 15 * 60_000;
/** Bytes that a refusal may have. */
const MOST = 64 * 1024;

/** What sending a file needs. */
export interface TransferOptions {
  readonly common: ClientOptions;
  readonly token: Secret;
  readonly developerToken: Secret;
  readonly customerId: string;
  readonly accountId: string | undefined;
}

/** Sends and fetches files, one call each. */
export class Transfer {
  readonly #options: TransferOptions;
  readonly #credentials = new Credentials(BulkFiles.name);

  constructor(options: TransferOptions) {
    this.#options = options;
  }

  /**
   * Sends a file to an upload address.
   *
   * @throws JobError `job.refused` in the service's own words, or the error of the call
   */
  async send(
    url: string,
    file: ReadyFile,
    options: CallOptions,
    onProgress: ((progress: TransferProgress) => void) | undefined,
  ): Promise<void> {
    const { common, token, developerToken, customerId, accountId } = this.#options;
    const refused: Refused = {};
    const interceptors = [refusals(refused), ...(common.interceptors ?? [])];
    const client = createClient(BulkFiles, { deadline: DEADLINE, ...common, endpoint: url, interceptors });
    const form = fileForm(file, "file", file.mediaType);
    const total = form.size;
    const tell =
      onProgress &&
      ((bytes: number): void => onProgress({ direction: "upload", bytes, ...(total === undefined ? {} : { total }) }));
    const headers = {
      token: await this.#credentials.obtain(token, "token"),
      developerToken: await this.#credentials.obtain(developerToken, "developer token"),
      customerId,
      ...(accountId === undefined ? {} : { accountId }),
      // Without it the body goes in chunks, which not every server takes. Browsers set it themselves, or not at all.
      ...(total === undefined ? {} : { contentLength: String(total) }),
    };
    const body = { contentType: form.contentType, content: counted(form.stream(), tell) };
    const result = await client.uploadFile({ headers, body }, options);
    const answer = dataOf(result, (error) => this.#refusal(error, refused.text));
    await answer.cancel();
  }

  /** Asks for a result file from a byte on. The address is its own permission: no credentials go along. */
  async fetch(url: string, from: number, options: CallOptions): Promise<Download> {
    const { headers: _, ...common } = this.#options.common;
    const client = createClient(BulkFiles, { ...common, endpoint: url });
    const headers = from === 0 ? {} : { range: `bytes=${from}-` };
    const result = await client.downloadFile({ headers }, options);
    return { stream: dataOf(result, (error) => error), ...rangeOf(result.response) };
  }

  #refusal(error: SpecwireError, text: string | undefined): SpecwireError {
    const refusal = text === undefined ? undefined : read(text);
    if (refusal === undefined) return error;
    const { Code, ErrorCode, Message } = refusal;
    const what = [[Code, ErrorCode].filter((part) => part).join(" "), Message].filter((part) => part).join(": ");
    return new JobError("job.refused", this.#credentials.redact(`The Bulk service took no file: ${what}`), {
      retryable: passes(Code),
      vendorCode: String(Code),
    });
  }
}

/** The text of an answer that refuses. */
interface Refused {
  text?: string;
}

/** Keeps the JSON of a refusal: an error of the call has its beginning only. */
function refusals(kept: Refused): Interceptor {
  return (next) => async (call) => {
    const response = await next(call);
    if (response.status !== 400 || response.body === null) return response;
    kept.text = await beginningOf(response.body, call.signal);
    const headers = new Headers(response.headers);
    headers.delete("content-length");
    headers.delete("content-encoding");
    return new Response(kept.text, { status: 400, headers });
  };
}

async function beginningOf(body: ReadableStream<Uint8Array>, signal: AbortSignal): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(body, signal)) {
    parts.push(chunk);
    size += chunk.length;
    if (size > MOST) break;
  }
  return new TextDecoder().decode(joined(parts));
}

function read(text: string): UploadError | undefined {
  try {
    return readUploadError(text);
  } catch {
    return undefined;
  }
}
