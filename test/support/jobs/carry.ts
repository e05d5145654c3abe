/**
 * A process that carries one file, so that its memory can be told: `<vendor> bytes|rows|upload <JSON of the sandbox's environment> <id or
 * path>`. Prints what it took as JSON.
 */
import { createHash } from "node:crypto";
import { openAsBlob } from "node:fs";
import { ebay } from "../../../src/ebay.ts";
import type { FileSource, JobResults } from "../../../src/jobs/index.ts";
import { microsoftAdvertising } from "../../../src/microsoft-advertising.ts";

/** What carrying came to. */
export interface Carried {
  readonly bytes: number;
  readonly rows: number;
  readonly sha256: string;
  /** That of the lines of a report alone. */
  readonly linesSha256?: string;
  readonly seconds: number;
  /** Most resident memory in MB. */
  readonly peak: number;
  /** MB of bytes that are still held in the end; as many as there are where garbage cannot be collected. */
  readonly kept: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

async function main(): Promise<void> {
  const [vendor = "", what = "", text = "{}", subject = ""] = process.argv.slice(2);
  const environment: Environment = JSON.parse(text);
  const started = performance.now();
  const carried =
    what === "upload"
      ? await upload(vendor, environment, await openAsBlob(subject))
      : await fetched(vendor, what, environment, subject);
  const seconds = (performance.now() - started) / 1000;
  const peak = process.resourceUsage().maxRSS / 1024;
  globalThis.gc?.();
  const kept = process.memoryUsage().arrayBuffers / 1e6;
  process.stdout.write(JSON.stringify({ ...carried, seconds, peak, kept } satisfies Carried));
}

async function fetched(vendor: string, what: string, environment: Environment, id: string) {
  const hash = createHash("sha256");
  let bytes = 0;
  let rows = 0;
  const lines = new Lines();
  const { files } = await resultsOf(vendor, environment, id);
  for (const file of files) {
    if (what === "rows") for await (const { errors } of file.rows()) rows += errors.length === 0 ? 1 : 0;
    else {
      for await (const chunk of file.bytes()) {
        hash.update(chunk);
        lines.take(chunk);
        bytes += chunk.byteLength;
      }
    }
  }
  return { bytes, rows, sha256: hash.digest("hex"), linesSha256: lines.digest() };
}

/** The lines of a report between its head and its end, which are two lines each behind the declaration. */
class Lines {
  readonly #hash = createHash("sha256");
  #head = 3;
  #rest: Buffer<ArrayBufferLike> = Buffer.alloc(0);

  take(chunk: Uint8Array): void {
    let bytes: Buffer<ArrayBufferLike> = Buffer.concat([this.#rest, chunk]);
    for (let end = bytes.indexOf(10); this.#head > 0 && end >= 0; end = bytes.indexOf(10)) {
      bytes = bytes.subarray(end + 1);
      this.#head -= 1;
    }
    const kept = this.#head > 0 ? 0 : Math.max(0, bytes.length - 1024);
    this.#hash.update(bytes.subarray(0, kept));
    this.#rest = bytes.subarray(kept);
  }

  digest(): string {
    const last = this.#rest.toString("latin1").split("\n").slice(0, -3);
    return this.#hash.update(last.map((line) => `${line}\n`).join("")).digest("hex");
  }
}

function resultsOf(vendor: string, environment: Environment, id: string): Promise<JobResults<unknown>> {
  if (vendor === "ebay") {
    const shop = ebayOf(environment);
    return shop.results(shop.job(id));
  }
  const bulk = microsoftOf(environment);
  return bulk.results(bulk.download(id));
}

async function upload(vendor: string, environment: Environment, file: FileSource) {
  let bytes = 0;
  const onProgress = (progress: { readonly bytes: number }): void => {
    ({ bytes } = progress);
  };
  if (vendor === "ebay") await ebayOf(environment).submit({ kind: "upload", type: "AddItem", file }, { onProgress });
  else await microsoftOf(environment).submit({ kind: "upload", file }, { onProgress });
  return { bytes, rows: 0, sha256: "" };
}

function ebayOf(environment: Environment) {
  return ebay({
    endpoint: environment["SPECWIRE_EBAY_ENDPOINT"] ?? "",
    filesEndpoint: environment["SPECWIRE_EBAY_FILES_ENDPOINT"] ?? "",
    token: environment["SPECWIRE_EBAY_TOKEN"] ?? "",
  });
}

function microsoftOf(environment: Environment) {
  return microsoftAdvertising({
    endpoint: environment["SPECWIRE_MICROSOFT_ADVERTISING_ENDPOINT"] ?? "",
    token: environment["SPECWIRE_MICROSOFT_ADVERTISING_TOKEN"] ?? "",
    developerToken: environment["SPECWIRE_MICROSOFT_ADVERTISING_DEVELOPER_TOKEN"] ?? "",
    customerId: environment["SPECWIRE_MICROSOFT_ADVERTISING_CUSTOMER_ID"] ?? "",
    accountId: environment["SPECWIRE_MICROSOFT_ADVERTISING_ACCOUNT_ID"] ?? "",
  });
}

// Not awaited at the top: bundles of the benchmarks are CommonJS.
void main();
