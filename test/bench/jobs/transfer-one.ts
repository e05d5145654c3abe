/** A process that carries one file: `results|upload <file with what the sandbox has> <path>`. Prints what it took as JSON. */
import { createHash } from "node:crypto";
import { openAsBlob, readFileSync } from "node:fs";
import { salesforce } from "../../../src/salesforce.ts";
import type { Played } from "./sandbox-one.ts";

/** What carrying came to. */
export interface Carried {
  readonly bytes: number;
  readonly rows: number;
  readonly sha256?: string;
  readonly seconds: number;
  readonly peak: number;
}

async function main(): Promise<void> {
  const [what = "", file = "", path = ""] = process.argv.slice(2);
  const { environment, jobs } = JSON.parse(readFileSync(file, "utf8")) as Played;
  const sf = salesforce({
    endpoint: environment["SPECWIRE_SALESFORCE_ENDPOINT"] ?? "",
    session: environment["SPECWIRE_SALESFORCE_TOKEN"] ?? "",
  });
  const started = performance.now();
  let bytes = 0;
  let rows = 0;
  let sha256: string | undefined;
  if (what === "upload") {
    const onProgress = (progress: { readonly bytes: number; readonly rows?: number }): void => {
      ({ bytes, rows = 0 } = progress);
    };
    await sf.submit({ operation: "insert", object: "Account", file: await openAsBlob(path) }, { onProgress });
  } else {
    const [job] = jobs;
    if (job === undefined) throw new Error("There is no job");
    const handle = sf.job(job.handle.id);
    await sf.wait(handle, { pace: { first: 1, most: 1 } });
    const { files } = await sf.results(handle);
    const hash = createHash("sha256");
    for (const one of files) {
      if (what === "rows") for await (const { row } of one.rows()) rows += row["Id"] === "" ? 0 : 1;
      else
        for await (const chunk of one.bytes()) {
          hash.update(chunk);
          bytes += chunk.byteLength;
        }
    }
    sha256 = hash.digest("hex");
  }
  const seconds = (performance.now() - started) / 1000;
  const peak = process.resourceUsage().maxRSS / 1024;
  const carried: Carried = { bytes, rows, seconds, peak, ...(sha256 === undefined ? {} : { sha256 }) };
  process.stdout.write(`${JSON.stringify(carried)}\n`);
}

void main();
