/** What README says of the packages that are peers here: measured on our contracts, so that the words stay true. */
import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { XMLParser } from "fast-xml-parser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decode } from "../src/runtime/index.ts";
import { getJobStatusRequest } from "../generated/ebay/bulk-data-exchange.ts";

const root = resolve(import.meta.dirname, "..");
let folder = "";

beforeAll(() => {
  mkdirSync(join(root, ".cache"), { recursive: true });
  folder = mkdtempSync(join(root, ".cache", "peers-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs code in a process of its own: the peers print, and write where they are. */
function run(code: string): Promise<string> {
  return new Promise((done) => {
    execFile(process.execPath, ["-e", code], { cwd: folder, maxBuffer: 1 << 26 }, (_error, stdout, stderr) =>
      done(stdout + stderr),
    );
  });
}

function textBelow(path: string): string {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
}

test(
  "wsdl-tsclient: enumerations are strings, nil, faults, headers and derived types are gone",
  { timeout: 60_000 },
  async () => {
    const contract = join(root, "specs/microsoft-advertising/bulk-service.wsdl");
    await run(`require("wsdl-tsclient").parseAndGenerate(${JSON.stringify(contract)}, "out", { quiet: true })`);
    const theirs = textBelow(join(folder, "out"));
    const ours = readFileSync(join(root, "generated/microsoft-advertising/bulk-service.ts"), "utf8");
    expect(theirs).toContain("CompressionType?: string;");
    expect(ours).toContain('| "GZip"');
    for (const word of ["| null", "ApiFaultDetail", "EditorialError", "TrackingId"]) {
      expect(ours, word).toContain(word);
      expect(theirs, word).not.toContain(word);
    }
  },
);

test("xsd2ts: its output of our XSD does not compile under strict", { timeout: 60_000 }, async () => {
  copyFileSync(join(root, "specs/ebay/bulk-data-exchange.xsd"), join(folder, "bulk.xsd"));
  mkdirSync(join(folder, "src"));
  await run('require("xsd2ts").generateTemplateClassesFromXSD("./bulk.xsd")');
  expect(textBelow(join(folder, "src"))).toContain("class JobProfile");
  const tsc = join(root, "node_modules/typescript-7/bin/tsc");
  const output = await new Promise<string>((done) => {
    const args = [tsc, "--noEmit", "--strict", "--ignoreConfig", "src/generated/bulk.ts"];
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1 << 26 }, (_error, stdout) => done(stdout));
  });
  expect(output.match(/error TS/g)?.length).toBeGreaterThan(50);
});

test("fast-xml-parser: no namespaces, numbers guessed, malformed documents accepted", () => {
  const parser = new XMLParser();
  const xml =
    '<getJobStatusRequest xmlns="http://www.ebay.com/marketplace/services"><jobId>00123</jobId></getJobStatusRequest>';
  expect(parser.parse(xml)).toEqual({ getJobStatusRequest: { jobId: 123 } });
  expect(decode(getJobStatusRequest, xml)).toEqual({ jobId: "00123" });
  for (const malformed of ["<p:a/>", "<a>&nope;</a>", "<a>]]></a>"]) {
    expect(() => parser.parse(malformed) as unknown).not.toThrow();
    expect(() => decode(getJobStatusRequest, malformed)).toThrow();
  }
});
