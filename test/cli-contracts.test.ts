/** `specwire generate`, `decode` and `encode`, as a user runs them. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from "node:fs";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const bulk = "specs/microsoft-advertising/bulk-service.wsdl";
const ebay = "specs/ebay/bulk-data-exchange.xsd";
let folder = "";

beforeAll(() => {
  mkdirSync(join(root, ".cache"), { recursive: true });
  folder = mkdtempSync(join(root, ".cache", "cli-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function specwire(args: readonly string[], input = ""): Promise<Run> {
  return new Promise((done) => {
    const child = execFile(process.execPath, ["scripts/cli.ts", ...args], { cwd: root }, (error, out, err) => {
      done({ code: error === null ? 0 : typeof error.code === "number" ? error.code : -1, out, err });
    });
    child.stdin?.end(input);
  });
}

const status = `<getJobStatusResponse xmlns="http://www.ebay.com/marketplace/services"><ack>Success</ack><extra/><jobProfile>
<jobId>9007199254740993</jobId><jobType>AddItem</jobType><jobStatus>Parked</jobStatus><creationTime>2026-01-01T00:00:00Z</creationTime><percentComplete>INF</percentComplete></jobProfile></getJobStatusResponse>`;

describe("decode and encode", () => {
  test("a message becomes JSON; what the contract does not have is told apart", async () => {
    const { code, out, err } = await specwire(["decode", ebay, "-"], status);
    expect(code, err).toBe(0);
    expect(JSON.parse(out)).toEqual({
      ack: "Success",
      jobProfile: [
        {
          jobId: "9007199254740993",
          jobType: "AddItem",
          jobStatus: "Parked",
          creationTime: "2026-01-01T00:00:00Z",
          percentComplete: "INF",
        },
      ],
    });
    expect(err).toContain("unknown-element");
    expect(err).toContain("unlisted-value");
    const json = await specwire(["decode", ebay, "-", "--json"], status);
    expect(json.out.trim().split("\n")).toHaveLength(1);
    expect(JSON.parse(json.out)).toMatchObject({
      root: "getJobStatusResponse",
      unexpected: [{ kind: "unknown-element" }, { kind: "unlisted-value", value: '"Parked"' }],
    });
  });

  test("--strict refuses it, with path, line, column and reason", async () => {
    const { code, out, err } = await specwire(["decode", ebay, "-", "--strict", "--json"], status);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      error: { code: "xml.unexpected", path: "/getJobStatusResponse/extra", line: 1 },
    });
    expect(err).toContain("xml.unexpected");
  });

  test("bad input is refused in one line", async () => {
    for (const [input, expected] of [
      ["", "no element"],
      ["<html><body>busy</body></html>", "xml.root"],
      ["<!DOCTYPE html><html></html>", "HTML"],
      [status.slice(0, 200), "xml.malformed"],
      ['<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>', "xml.doctype"],
    ] as const) {
      const { code, err } = await specwire(["decode", ebay, "-"], input);
      expect(code, input).toBe(1);
      expect(err).toContain(expected);
      expect(err.trim().split("\n")).toHaveLength(1);
    }
  });

  test("an envelope goes to JSON and back: 64 bits, nil, absent and empty", async () => {
    const value = {
      operation: "UploadEntityRecords",
      part: "request",
      headers: { AuthenticationToken: "t", CustomerId: null },
      body: { EntityRecords: ["a", null, ""], ResponseMode: "ErrorsOnly", AccountId: "9007199254740993" },
    };
    const encoded = await specwire(["encode", bulk, "-"], JSON.stringify(value));
    expect(encoded.code, encoded.err).toBe(0);
    expect(encoded.out).toContain(">9007199254740993<");
    const decoded = await specwire(["decode", bulk, "-", "--strict"], encoded.out);
    expect(JSON.parse(decoded.out)).toEqual(value);
  });

  test("encode names what is wrong; a root that does not exist is a mistake of usage", async () => {
    const wrong = await specwire(["encode", ebay, "-", "--root", "getJobStatusRequest"], '{"jobid":"1"}');
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringMatching(/xml\.(missing|unexpected).*jobI?d/i)]);
    const value = await specwire(["encode", bulk, "-", "--root", "GetBulkUploadUrlRequest"], '{"AccountId":"many"}');
    expect([value.code, value.err]).toEqual([1, expect.stringContaining("/GetBulkUploadUrlRequest/AccountId")]);
    expect((await specwire(["encode", ebay, "-", "--root", "nothing"], "{}")).code).toBe(2);
    expect((await specwire(["encode", ebay, "-"], "{}")).code).toBe(2);
    expect((await specwire(["encode", ebay, "-", "--root", "getJobStatusRequest"], "{")).code).toBe(2);
    expect((await specwire(["decode", "specs/superoffice/batch-task.openapi.yaml", "-"], "{}")).code).toBe(2);
    expect((await specwire(["decode", "specs/absent.xsd", "-"], "<a/>")).code).toBe(1);
  });
});

describe("generate", () => {
  test("writes a module for WSDL, XSD with its operations table, and OpenAPI", async () => {
    for (const [contract, name, expected] of [
      [bulk, "bulk-service", "export const BulkService: SoapService<BulkService>"],
      ["specs/salesforce/async-api.xsd", "async-api", "export const AsyncApi: XmlService<AsyncApi>"],
      ["specs/superoffice/batch-task.openapi.yaml", "batch-task", "export const BatchTaskApi: RestService<paths>"],
    ] as const) {
      const { code, out, err } = await specwire(["generate", contract, "--out", folder]);
      expect(code, err).toBe(0);
      expect(out).toBe(`wrote ${join(folder, `${name}.ts`)}\n`);
      const text = readFileSync(join(folder, `${name}.ts`), "utf8");
      expect(text).toContain(expected);
      expect(text).toContain('from "specwire/runtime"');
    }
  });

  test("reads a contract, and what it imports, from an address", async () => {
    const files: Readonly<Record<string, string>> = {
      "/a.xsd":
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:b="urn:b"><xs:import namespace="urn:b" schemaLocation="sub/b.xsd"/><xs:element name="a" type="b:B"/></xs:schema>',
      "/sub/b.xsd":
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:b"><xs:complexType name="B"><xs:attribute name="x" type="xs:int"/></xs:complexType></xs:schema>',
    };
    const server = createServer((request, response) => {
      const text = files[request.url ?? ""];
      response.writeHead(text === undefined ? 404 : 200).end(text);
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    try {
      const address = server.address();
      if (address === null || typeof address === "string") throw new Error("the server has no port");
      const url = `http://127.0.0.1:${address.port}`;
      const { code, err } = await specwire(["generate", `${url}/a.xsd`, "--out", folder]);
      expect(code, err).toBe(0);
      expect(readFileSync(join(folder, "a.ts"), "utf8")).toContain("export const a: ElementCodec<B>");
      const missing = await specwire(["generate", `${url}/nothing.xsd`, "--out", folder]);
      expect([missing.code, missing.err]).toEqual([1, expect.stringContaining("HTTP status 404")]);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });

  test("a protected contract is read with the header that it wants, which no message shows", async () => {
    const secret = "Bearer s3cret-of-the-test";
    const schema =
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="xs:int"/></xs:schema>';
    const server = createServer((request, response) => {
      const known = request.headers.authorization === secret;
      response.writeHead(known ? 200 : 401).end(known ? schema : "");
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    try {
      const address = server.address();
      if (address === null || typeof address === "string") throw new Error("the server has no port");
      const url = `http://127.0.0.1:${address.port}/a.xsd`;
      const message = join(folder, "message.xml");
      writeFileSync(message, "<a>7</a>");
      const header = ["--header", `Authorization: ${secret}`];
      expect(await specwire(["decode", url, message, ...header])).toMatchObject({ code: 0, out: "7\n" });
      const value = join(folder, "value.json");
      writeFileSync(value, "7");
      const encoded = await specwire(["encode", url, value, "--root", "a", ...header]);
      expect([encoded.code, encoded.out]).toEqual([0, expect.stringContaining("<a>7</a>")]);
      const refused = await specwire(["decode", url, message, "--header", "Authorization: other-secret"]);
      expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("401")]);
      expect(refused.out + refused.err).not.toContain("other-secret");
      const needless = await specwire(["decode", message, message, ...header]);
      expect([needless.code, needless.out + needless.err]).toEqual([2, expect.not.stringContaining("s3cret")]);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });

  test("errors come with a code frame and nothing is written", async () => {
    const contract = join(folder, "bad.xsd");
    writeFileSync(
      contract,
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">\n  <xs:element name="a" type="nope"/>\n</xs:schema>',
    );
    const { code, err } = await specwire(["generate", contract, "--out", folder]);
    expect(code).toBe(1);
    expect(err).toMatch(/bad\.xsd:2:3 error src-resolve: there is no type nope/);
    expect(err).toContain('     2 |   <xs:element name="a" type="nope"/>');
    expect(existsSync(join(folder, "bad.ts"))).toBe(false);
    const json = await specwire(["generate", contract, "--out", folder, "--json"]);
    expect(JSON.parse(json.out.split("\n")[0] ?? "")).toMatchObject({
      diagnostics: [{ code: "src-resolve", at: { line: 2, column: 3 } }],
    });
    expect((await specwire(["generate", contract])).code).toBe(2);
  });
});
