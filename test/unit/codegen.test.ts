/** `npm run codegen` in a copy of the project, and what decides between the formats of contracts. */
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { apis } from "../../scripts/apis.ts";
import { base, outcomeOf, schema } from "../support/contracts.ts";

const root = resolve(import.meta.dirname, "..", "..");
let copy = "";

beforeAll(() => {
  mkdirSync(join(root, ".cache"), { recursive: true });
  copy = mkdtempSync(join(root, ".cache", "codegen-"));
  for (const entry of ["scripts", "src", "package.json"])
    cpSync(join(root, entry), join(copy, entry), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

beforeEach(() => {
  for (const entry of ["specs", "generated"]) {
    rmSync(join(copy, entry), { recursive: true, force: true });
    cpSync(join(root, entry), join(copy, entry), { recursive: true });
  }
});

/** Runs codegen in the copy, from another folder than its root. */
function codegen(
  ...options: string[]
): Promise<{ readonly code: number; readonly output: string; readonly errors: string }> {
  return new Promise((done) => {
    const script = join(copy, "scripts", "codegen.ts");
    execFile(
      process.execPath,
      [script, ...options],
      { cwd: join(copy, "src"), maxBuffer: 1 << 26 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
        done({ code, output: stdout, errors: stderr });
      },
    );
  });
}

const file = (path: string): string => join(copy, path);
const read = (path: string): string => readFileSync(file(path), "utf8");
const bulk = "generated/microsoft-advertising/bulk-service.ts";

describe("codegen", () => {
  test("changes nothing where everything is up to date", async () => {
    const before = read(bulk);
    expect(await codegen()).toEqual({
      code: 0,
      output: `generated/ is up to date: ${apis.length} files\n`,
      errors: "",
    });
    expect(read(bulk)).toBe(before);
    expect((await codegen("--check")).code).toBe(0);
  });

  test("writes what is missing, the folder itself included, byte for byte", async () => {
    rmSync(file("generated"), { recursive: true });
    const { code, output } = await codegen();
    expect(code).toBe(0);
    expect(output.trim().split("\n")).toHaveLength(apis.length);
    for (const api of apis)
      expect(read(`generated/${api.output}`)).toBe(readFileSync(join(root, "generated", api.output), "utf8"));
  });

  test("writes an edited file again, and removes one that no contract asks for", async () => {
    const good = read(bulk);
    writeFileSync(file(bulk), `${good}// edited\n`);
    writeFileSync(file("generated/ebay/gone.ts"), "// Generated from specs/ebay/gone.xsd\n");
    expect(await codegen()).toEqual({
      code: 0,
      output: `removed generated/ebay/gone.ts\nwrote ${bulk}\n`,
      errors: "",
    });
    expect(read(bulk)).toBe(good);
    expect(existsSync(file("generated/ebay/gone.ts"))).toBe(false);
  });

  test("leaves a file alone that it did not write, and says so", async () => {
    writeFileSync(file("generated/notes.txt"), "mine\n");
    const { code, errors } = await codegen();
    expect(code).toBe(1);
    expect(errors).toBe("generated/notes.txt is no generated file: move it away\n");
    expect(read("generated/notes.txt")).toBe("mine\n");
  });

  test("says every mistake of every contract, with its line, and writes nothing", async () => {
    const contracts = ["specs/ebay/file-transfer.xsd", "specs/exacttarget/batch.xsd"];
    for (const path of contracts)
      writeFileSync(file(path), read(path).replaceAll('type="xs:string"', 'type="xs:strin"'));
    writeFileSync(file(bulk), "");
    const { code, errors } = await codegen();
    expect(code).toBe(1);
    for (const path of contracts)
      expect(errors).toMatch(new RegExp(`^${path}:\\d+:\\d+ error src-resolve: .*xs:|strin`, "m"));
    expect(errors).toMatch(/^ +\d+ \| .*type="xs:strin"/m);
    expect(errors).toMatch(/^ +\| +\^$/m);
    expect(read(bulk)).toBe("");
  });

  test("knows one option", async () => {
    expect(await codegen("--chek")).toEqual({ code: 2, output: "", errors: "usage: codegen [--check]\n" });
  });
});

describe("codegen --check", () => {
  test.each([
    [
      "an edited generated file",
      bulk,
      (text: string) => text.replace("count: ", "count:  "),
      /^-.*count: {2}.*\n\+.*count: /m,
    ],
    [
      "an edited contract",
      "specs/microsoft-advertising/bulk-service.wsdl",
      (text: string) => text.replaceAll('name="PercentComplete"', 'name="Percent"'),
      /^-.*PercentComplete[\s\S]*^\+.*Percent\b/m,
    ],
    [
      "an edited operations table",
      "specs/ebay/file-transfer.operations.yaml",
      (text: string) => text.replace("X-EBAY-SOA-OPERATION-NAME: uploadFile", "X-EBAY-SOA-OPERATION-NAME: upload"),
      /^-.*"uploadFile",\n\+.*"upload",$/m,
    ],
  ])("says what differs in %s, and leaves it", async (_what, path, change, diff) => {
    const changed = change(read(path));
    expect(changed).not.toBe(read(path));
    writeFileSync(file(path), changed);
    const { code, output } = await codegen("--check");
    expect(code).toBe(1);
    expect(output).toMatch(diff);
    expect(output).toMatch(/generated\/ and specs\/ disagree in 1 file: run npm run codegen\n$/);
    expect(read(path)).toBe(changed);
  });

  test("says what is missing and what is there for nothing", async () => {
    rmSync(file(bulk));
    writeFileSync(file("generated/ebay/gone.ts"), "// Generated from specs/ebay/gone.xsd\n");
    const { code, output } = await codegen("--check");
    expect(code).toBe(1);
    expect(output).toContain("-// Generated from specs/ebay/gone.xsd\n");
    expect(output).toContain("+// Generated from specs/microsoft-advertising/bulk-service.wsdl\n");
    expect(output).toMatch(/disagree in 2 files/);
    expect(existsSync(file(bulk))).toBe(false);
    expect(existsSync(file("generated/ebay/gone.ts"))).toBe(true);
  });
});

describe("the format of a contract is what is in it", () => {
  const openapi = JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Tasks", version: "1" },
    servers: [{ url: "https://t.example/" }],
    paths: { "/task": { get: { responses: { "200": { description: "Done." } } } } },
  });

  test("whatever its address", async () => {
    const found = await outcomeOf({ "api-docs": openapi });
    expect(found.code).toContain("export const ApiDocsApi: RestService<paths>");
    const xsd = await outcomeOf({ "service?xsd": `\uFEFF\n${schema('<xs:element name="a" type="xs:int"/>')}` });
    expect(xsd.said).toEqual([]);
    expect(xsd.code).toContain("export const a: ElementCodec<Int>");
  });

  test("and it is refused where it is none", async () => {
    const page = await outcomeOf({ "service.wsdl": "<html><body>Not found</body></html>" });
    expect(page.said).toEqual(["service.wsdl:1:1 source.format: this is neither a WSDL nor an XSD: its root is html"]);
    const text = await outcomeOf({ "service.wsdl": "Not found" });
    expect(text.code).toBeUndefined();
    expect(text.said).toHaveLength(1);
  });

  test("and its absence is said once", async () => {
    const { said, code } = await outcomeOf({});
    expect(code).toBeUndefined();
    expect(said).toHaveLength(1);
    expect(said[0]).toContain("source.missing");
    expect(base).toMatch(/^https:/);
  });
});
