/** Files that are larger than memory may be, and files at the vendors' limits. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream, mkdtempSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { build } from "esbuild";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startSandbox, type Sandbox } from "../src/sandbox/index.ts";
import type { Carried } from "./support/jobs/carry.ts";

/** What a process may take to carry a file, in MB. */
const MOST_MEMORY = 200;
const ROWS = 1_000_000;
const ROW_BYTES = 200;

const root = resolve(import.meta.dirname, "..");
let sandbox: Sandbox;
let folder: string;
let program: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  folder = mkdtempSync(join(tmpdir(), "specwire-large-"));
  program = join(folder, "carry.mjs");
  // Bundled, because what Node needs to strip types would be in the memory.
  const entryPoints = [join(root, "test/support/jobs/carry.ts")];
  await build({ entryPoints, outfile: program, bundle: true, platform: "node", format: "esm", logLevel: "error" });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await sandbox.close();
});
beforeEach(() => sandbox.fault([]));

async function carried(vendor: string, what: string, subject: string): Promise<Carried> {
  const args = ["--expose-gc", program, vendor, what, JSON.stringify(sandbox.environment()), subject];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  const [code] = await once(child, "close");
  expect(code, errors).toBe(0);
  return JSON.parse(output) as Carried;
}

/** What lines come to, made here a second time. */
function expected(header: string, line: (number: string) => string, end: string): { sha256: string; bytes: number } {
  const hash = createHash("sha256").update(header);
  let bytes = Buffer.byteLength(header) + end.length;
  for (let index = 1; index <= ROWS; index += 1000) {
    const numbers = Array.from({ length: 1000 }, (_, offset) => String(index + offset).padStart(7, "0"));
    const block = numbers.map(line).join("");
    hash.update(block);
    bytes += block.length;
  }
  return { sha256: hash.update(end).digest("hex"), bytes };
}

test("a result of Microsoft Advertising, from two addresses and in three pieces", async () => {
  const { id } = sandbox.addJob({
    vendor: "microsoft-advertising",
    kind: "download",
    states: ["Completed"],
    resultRows: ROWS,
    rowBytes: ROW_BYTES,
  });
  sandbox.fault([
    { kind: "cut-download", operation: "downloadResultFile", at: 70_000_000, times: 3 },
    { kind: "expired-url", operation: "downloadResultFile", after: 1 },
  ]);
  const before = sandbox.requests.length;
  const found = await carried("microsoft-advertising", "bytes", id);
  const asked = sandbox.requests
    .slice(before)
    .map(({ operation, headers }) => `${operation} ${headers["range"] ?? ""}`);
  expect(asked).toEqual([
    "GetBulkDownloadStatus ",
    "downloadResultFile ",
    expect.stringMatching(/^downloadResultFile bytes=\d+-$/),
    "GetBulkDownloadStatus ",
    expect.stringMatching(/^downloadResultFile bytes=\d+-$/),
    expect.stringMatching(/^downloadResultFile bytes=\d+-$/),
  ]);
  const header = "\uFEFFType,Status,Id,Client Id,Campaign,Error,Error Number\r\nFormat Version,,,,6.0,,\r\n";
  const line = (number: string): string => {
    const begun = `Campaign,Active,9${number},c${number},Campaign ${number}`;
    return `${begun}${".".repeat(ROW_BYTES - begun.length - 4)},,\r\n`;
  };
  expect(found).toMatchObject(expected(header, line, ""));
  expect(found.peak).toBeLessThan(MOST_MEMORY);
});

test("a report of eBay", async () => {
  const job = { vendor: "ebay", states: ["Completed"], resultRows: ROWS, rowBytes: ROW_BYTES } as const;
  const { id } = sandbox.addJob(job);
  const found = await carried("ebay", "bytes", id);
  expect(found.bytes).toBeGreaterThan(ROWS * ROW_BYTES);
  expect(found.peak).toBeLessThan(MOST_MEMORY);
  const { bytes, sha256 } = expected(
    "",
    (number) => {
      const end = `</SKU><Quantity>7</Quantity><ItemID>11${number}</ItemID></SKUDetails>\n`;
      const begun = `<SKUDetails><SKU>sku-${number}`;
      return `${begun}${".".repeat(ROW_BYTES - begun.length - end.length)}${end}`;
    },
    "",
  );
  // The time of the report is in its head: what is compared are the lines.
  expect(found.linesSha256).toBe(sha256);
  expect(bytes).toBe(ROWS * ROW_BYTES);
});

test("an upload to Microsoft Advertising at its limit, and one byte beyond it", async () => {
  const path = join(folder, "upload.csv");
  const header = "\uFEFFType,Client Id\r\n";
  const line = `Campaign,${"c".repeat(89)}\r\n`;
  const limit = 100 * 1024 * 1024;
  function* content(): Generator<string> {
    yield header;
    for (let size = 0; size < limit; size += line.length * 1000) yield line.repeat(1000);
  }
  await pipeline(Readable.from(content()), createWriteStream(path));
  truncateSync(path, limit);
  const found = await carried("microsoft-advertising", "upload", path);
  expect(found.peak).toBeLessThan(MOST_MEMORY);
  // Nothing of the file stays behind, whatever garbage there was on the way.
  expect(found.kept).toBeLessThan(8);
  const request = sandbox.requests.findLast((one) => one.operation === "uploadFile");
  const boundary = /boundary=(\S+)/.exec(request?.headers["content-type"] ?? "")?.[1];
  const hash = createHash("sha256");
  const disposition = 'Content-Disposition: form-data; name="file"; filename="upload.csv"';
  hash.update(`--${boundary}\r\n${disposition}\r\nContent-Type: text/csv\r\n\r\n`);
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  expect(request?.sha256).toBe(hash.update(`\r\n--${boundary}--\r\n`).digest("hex"));

  truncateSync(path, limit + 1);
  const before = sandbox.requests.length;
  const args = [program, "microsoft-advertising", "upload", JSON.stringify(sandbox.environment()), path];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  expect((await once(child, "close"))[0]).not.toBe(0);
  expect(errors).toContain("takes at most 104857600 bytes in a file, found 104857601; nothing was sent");
  expect(sandbox.requests.length).toBe(before);
});

test("an upload to eBay at its limit", async () => {
  const path = join(folder, "upload.gz");
  // What is packed goes as it is.
  const stream = createWriteStream(path);
  stream.end(Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.alloc(15_728_638, 7)]));
  await once(stream, "close");
  const found = await carried("ebay", "upload", path);
  expect(found.bytes).toBeGreaterThan(15_728_640);
  expect(found.peak).toBeLessThan(MOST_MEMORY);
});
