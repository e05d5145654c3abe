/**
 * A contract that changes must break the compile where it should: copies of the specs are changed one at a time, code is
 * generated from them, and the compiler has to complain in the file that depends on what changed.
 */
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
let copy = "";

beforeAll(() => {
  mkdirSync(join(root, ".cache"), { recursive: true });
  copy = mkdtempSync(join(root, ".cache", "drift-"));
  for (const entry of ["specs", "scripts", "src", "generated", "package.json", "tsconfig.json"]) {
    cpSync(join(root, entry), join(copy, entry), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
});

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

/** Runs a script in the copy; answers exit code and output. */
function node(...args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd: copy, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
      done({ code, output: stdout + stderr });
    });
  });
}

/** Regenerates the copy and type-checks it; answers the files that the compiler complains about. */
async function brokenFiles(): Promise<readonly string[]> {
  const generated = await node("scripts/codegen.ts");
  expect(generated.code, generated.output).toBe(0);
  const checked = await node("node_modules/typescript-7/bin/tsc", "-p", "tsconfig.json", "--pretty", "false");
  const files = [...checked.output.matchAll(/^([^\s(]+)\(\d+,\d+\): error TS/gm)].map((match) => match[1] ?? "");
  return [...new Set(files)].sort();
}

interface Change {
  readonly what: string;
  readonly spec: string;
  readonly from: RegExp;
  readonly to: string;
  /** Every complaint must be in a file that matches; at least one must be there. */
  readonly breaks: RegExp;
}

const changes: readonly Change[] = [
  {
    what: "eBay's JobStatus gains a value",
    spec: "ebay/bulk-data-exchange.xsd",
    from: /(<xs:enumeration value="InProcess")/,
    to: '<xs:enumeration value="Paused"/>$1',
    breaks: /^src\/(ebay|jobs)/,
  },
  {
    what: "eBay's jobStatus of a profile is renamed",
    spec: "ebay/bulk-data-exchange.xsd",
    from: /name="jobStatus" type="(\w+:)?JobStatus"/,
    to: 'name="jobState" type="$1JobStatus"',
    breaks: /^src\/(ebay|jobs)/,
  },
  {
    what: "eBay's percentComplete becomes a string",
    spec: "ebay/bulk-data-exchange.xsd",
    from: /name="percentComplete" type="xs:double"/,
    to: 'name="percentComplete" type="xs:string"',
    breaks: /^src\/(ebay|jobs)/,
  },
  {
    what: "eBay's jobStatus becomes optional",
    spec: "ebay/bulk-data-exchange.xsd",
    from: /name="jobStatus" type="(\w+:)?JobStatus"/,
    to: 'name="jobStatus" type="$1JobStatus" minOccurs="0"',
    breaks: /^src\/(ebay|jobs)/,
  },
  {
    what: "Salesforce's batch state gains a value",
    spec: "salesforce/async-api.xsd",
    from: /(<xs:enumeration value="NotProcessed")/,
    to: '<xs:enumeration value="Paused"/>$1',
    breaks: /^src\/(salesforce|jobs)/,
  },
  {
    what: "Salesforce's job state gains a value",
    spec: "salesforce/async-api.xsd",
    from: /(<xs:enumeration value="Closed")/,
    to: '<xs:enumeration value="Paused"/>$1',
    breaks: /^src\/(salesforce|jobs)/,
  },
  {
    what: "Salesforce's numberRecordsFailed is renamed",
    spec: "salesforce/async-api.xsd",
    from: /name="numberRecordsFailed"/g,
    to: 'name="recordsFailed"',
    breaks: /^src\/(salesforce|jobs)/,
  },
  {
    what: "Microsoft's RequestStatus is renamed",
    spec: "microsoft-advertising/bulk-service.wsdl",
    from: /name="RequestStatus"/g,
    to: 'name="Status"',
    breaks: /^src\/(microsoft-advertising|jobs)/,
  },
  {
    what: "Microsoft's PercentComplete becomes a string",
    spec: "microsoft-advertising/bulk-service.wsdl",
    from: /name="PercentComplete"([^>]*)type="xs:int"/g,
    to: 'name="PercentComplete"$1type="xs:string"',
    breaks: /^src\/(microsoft-advertising|jobs)/,
  },
  {
    what: "Microsoft's error code becomes a list of codes",
    spec: "microsoft-advertising/bulk-service.wsdl",
    from: /name="ErrorCode"/g,
    to: 'maxOccurs="2" name="ErrorCode"',
    breaks: /^src\/(microsoft-advertising|jobs)/,
  },
  {
    what: "ExactTarget's status gains a value",
    spec: "exacttarget/batch.xsd",
    from: /(<xs:enumeration value="Processing")/,
    to: '<xs:enumeration value="Paused"/>$1',
    breaks: /^src\/(exacttarget|jobs)/,
  },
  {
    what: "ExactTarget's filename is renamed",
    spec: "exacttarget/batch.xsd",
    from: /name="filename"/g,
    to: 'name="file"',
    breaks: /^src\/(exacttarget|jobs)/,
  },
  {
    what: "SuperOffice's task state gains a value",
    spec: "superoffice/batch-task.openapi.yaml",
    from: /^( *)- Aquired$/m,
    to: "$1- Aquired\n$1- Paused",
    breaks: /^src\/(superoffice|jobs)/,
  },
  {
    what: "SuperOffice's ProgressPercent is renamed",
    spec: "superoffice/batch-task.openapi.yaml",
    from: /\bProgressPercent\b/g,
    to: "Progress",
    breaks: /^src\/(superoffice|jobs)/,
  },
];

describe("a changed contract breaks the compile where it should", () => {
  test("unchanged, the copy compiles", { timeout: 120_000 }, async () => {
    expect(await brokenFiles()).toEqual([]);
  });

  test.each(changes)("$what", { timeout: 120_000 }, async ({ spec, from, to, breaks }) => {
    const path = join(copy, "specs", spec);
    const original = readFileSync(path, "utf8");
    const changed = original.replace(from, to);
    expect(changed, "the change must change the contract").not.toBe(original);
    try {
      writeFileSync(path, changed);
      const broken = await brokenFiles();
      expect(broken.length).toBeGreaterThan(0);
      for (const file of broken) expect(file).toMatch(breaks);
    } finally {
      writeFileSync(path, original);
    }
  });
});
