/** `specwire generate` in a stranger's project: contracts from the web, a configuration, and choices about the output. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readLock } from "../scripts/source/bundle-lock.ts";
import { redirect, startWeb, type Web } from "./support/web.ts";

const root = resolve(import.meta.dirname, "..");
const secret = "planted-secret";
let folder = "";
let web: Web;

beforeAll(() => mkdirSync(join(root, ".cache"), { recursive: true }));

beforeEach(async () => {
  // Inside of the repository, so that generated code and a configuration find the package.
  folder = mkdtempSync(join(root, ".cache", "generate-"));
  web = await startWeb({
    "/real/Orders.svc?wsdl": wsdl,
    "/real/Orders.svc?xsd=xsd0": schema,
  });
  web.pages.set("/Orders.svc?wsdl", redirect("/real/Orders.svc?wsdl"));
});

afterEach(async () => {
  await web.close();
  rmSync(folder, { recursive: true, force: true });
});

const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:orders" targetNamespace="urn:orders" elementFormDefault="qualified">
  <xs:complexType name="order"><xs:sequence>
    <xs:element name="Total" type="xs:long"/><xs:element name="Placed" type="xs:dateTime"/>
    <xs:element name="Parts" type="part" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence></xs:complexType>
  <xs:complexType name="part"><xs:sequence><xs:element name="Of" type="order" minOccurs="0"/></xs:sequence></xs:complexType>
  <xs:element name="Get" type="order"/>
  <xs:element name="GetResponse" type="order"/>
</xs:schema>`;

const wsdl =
  `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:o="urn:orders"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:orders" name="Orders">
  <types><xs:schema><xs:import namespace="urn:orders" schemaLocation="?xsd=xsd0"/></xs:schema></types>
  <message name="In"><part name="body" element="o:Get"/></message>
  <message name="Out"><part name="body" element="o:GetResponse"/></message>
  <portType name="Port"><operation name="Get"><input message="o:In"/><output message="o:Out"/></operation></portType>
  <binding name="Binding" type="o:Port"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
    <operation name="Get"><soap:operation soapAction="urn:get"/><input><soap:body use="literal"/></input>
      <output><soap:body use="literal"/></output></operation></binding>
  <service name="OrderService"><port name="Port" binding="o:Binding"><soap:address location="https://example.com/"/></port></service>
</definitions>`.replace('location="?xsd=xsd0"', 'location="Orders.svc?xsd=xsd0"');

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function generate(...args: readonly string[]): Promise<Run> {
  return new Promise((done) => {
    const argv = [join(root, "scripts/cli.ts"), "generate", ...args];
    execFile(process.execPath, argv, { cwd: folder }, (error, out, err) => {
      done({ code: error === null ? 0 : typeof error.code === "number" ? error.code : -1, out, err });
    });
  });
}

const runtime = join(root, "src/runtime/index.ts");

/** Type-checks what was generated, with all that is strict. */
function check(...files: readonly string[]): Promise<string> {
  const options = ["--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--verbatimModuleSyntax"];
  const modules = [
    "--module",
    "nodenext",
    "--target",
    "es2024",
    "--allowImportingTsExtensions",
    "--isolatedDeclarations",
    "--declaration",
  ];
  const argv = [
    join(root, "node_modules/typescript-7/bin/tsc"),
    "--noEmit",
    "--ignoreConfig",
    "--skipLibCheck",
    ...options,
    ...modules,
    ...files,
  ];
  return new Promise((done) =>
    execFile(process.execPath, argv, { cwd: folder }, (_error, out, err) => done(out + err)),
  );
}

const text = (...path: readonly string[]): string => readFileSync(join(folder, ...path), "utf8");

/** A schema that imports others, and one that does not exist. */
function spreadSchema(names: readonly string[]): string {
  const imports = names.map((name) => `<xs:import namespace="urn:${name}" schemaLocation="${name}.xsd"/>`);
  const fields = names.map((name) => `<xs:element name="${name}" type="${name}:T" xmlns:${name}="urn:${name}"/>`);
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:spread">${imports.join("")}
<xs:import namespace="urn:gone" schemaLocation="gone.xsd"/>
<xs:element name="All"><xs:complexType><xs:sequence>${fields.join("")}</xs:sequence></xs:complexType></xs:element></xs:schema>`;
}

describe("imports that are fetched side by side", () => {
  test("give the same lock file, module and findings in whatever order they are answered", async () => {
    const names = ["a", "b", "c", "d", "e"];
    const paths = [...names, "gone"].map((name) => `/${name}.xsd`);
    web.pages.set("/main.xsd", spreadSchema(names));
    let order: readonly string[] = [];
    const held = new Map<string, ServerResponse>();
    /** Answers when all have been asked for, which none would be that waits for another. */
    const hold = (path: string, response: ServerResponse): void => {
      held.set(path, response);
      if (held.size < paths.length) return;
      for (const [place, name] of order.entries()) {
        const body = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:${name.slice(1, 2)}">
<xs:simpleType name="T"><xs:restriction base="xs:string"><xs:maxLength value="${name.charCodeAt(1)}"/></xs:restriction></xs:simpleType></xs:schema>`;
        const answer = (): void =>
          void held
            .get(name)
            ?.writeHead(name === "/gone.xsd" ? 404 : 200)
            .end(body);
        setTimeout(answer, 30 * place);
      }
    };
    for (const path of paths) web.pages.set(path, (_request, response) => hold(path, response));
    const outcomes: unknown[] = [];
    for (const [run, turn] of [paths, paths.toReversed(), [...paths.slice(3), ...paths.slice(0, 3)]].entries()) {
      order = turn;
      held.clear();
      const { code, err } = await generate(
        `${web.origin}/main.xsd`,
        "--out",
        `gen${run}`,
        "--bundle",
        `kept${run}`,
        "--allow-missing",
      );
      expect(code, err).toBe(0);
      const lock = text(`kept${run}`, "specwire.lock.json");
      const listed = [...readLock(lock).keys()];
      expect(listed).toEqual(
        ["/a", "/b", "/c", "/d", "/e", "/gone", "/main"].map((name) => `${web.origin}${name}.xsd`),
      );
      const findings = err.split("\n").filter((line) => line.includes("warning"));
      expect(findings).toHaveLength(1);
      outcomes.push([lock, text(`gen${run}`, "main.ts").replaceAll(`kept${run}`, "kept"), findings]);
    }
    expect(outcomes[1]).toEqual(outcomes[0]);
    expect(outcomes[2]).toEqual(outcomes[0]);
  });
});

describe("a protected service behind a redirect", () => {
  test("is fetched once, with its imports, and never again", async () => {
    const first = await generate(
      `${web.origin}/Orders.svc?wsdl`,
      "--out",
      "gen",
      "--header",
      `Authorization: ${secret}`,
    );
    expect(first, first.err).toMatchObject({ code: 0, out: `wrote ${join("gen", "Orders.ts")}\n` });
    expect(web.requests.map(({ path, authorization }) => [path, authorization])).toEqual([
      ["/Orders.svc?wsdl", secret],
      ["/real/Orders.svc?wsdl", secret],
      ["/real/Orders.svc?xsd=xsd0", secret],
    ]);
    const module = text("gen", "Orders.ts");
    web.pages.clear();
    const again = await generate(`${web.origin}/Orders.svc?wsdl`, "--out", "gen", "--locked");
    expect(again.code, again.err).toBe(0);
    expect(text("gen", "Orders.ts")).toBe(module);
    expect(web.requests).toHaveLength(3);
    const everything = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const file of everything) expect(readFileSync(join(file.parentPath, file.name), "utf8")).not.toContain(secret);
    const update = await generate(`${web.origin}/Orders.svc?wsdl`, "--out", "gen", "--update");
    expect([update.code, update.err]).toEqual([1, expect.stringContaining("HTTP status 404")]);
  });

  test("--locked fails without a bundle, and writes nothing", async () => {
    const { code, err } = await generate(`${web.origin}/Orders.svc?wsdl`, "--out", "gen", "--locked");
    expect([code, err]).toEqual([1, expect.stringContaining("is not in the bundle")]);
    expect(existsSync(join(folder, "gen", "Orders.ts"))).toBe(false);
    expect(web.requests).toEqual([]);
  });

  test("--locked and --update exclude each other", async () => {
    const { code, err } = await generate("a.xsd", "--out", "gen", "--locked", "--update");
    expect([code, err]).toEqual([2, expect.stringContaining("--locked fetches nothing")]);
  });

  test("a password in the address is a header, and stands nowhere", async () => {
    const address = `${web.origin}/Orders.svc?wsdl`.replace("http://", `http://user:${secret}@`);
    const { code, out, err } = await generate(address, "--out", "gen", "--json");
    expect(code, err).toBe(0);
    expect(web.requests[0]?.authorization).toBe(`Basic ${Buffer.from(`user:${secret}`).toString("base64")}`);
    expect(out + err + text("gen", "Orders.ts")).not.toContain(secret);
  });

  test.each([
    ["a malformed header", ["http://127.0.0.1:1/a", "--header", secret]],
    ["a header with a line end", ["http://127.0.0.1:1/a", "--header", `A: b\r\n${secret}`]],
    ["a header for a file", ["a.wsdl", "--header", `A: ${secret}`]],
    ["a header for two servers", ["http://127.0.0.1:1/a", "http://127.0.0.1:2/b", "--header", `A: ${secret}`]],
  ])("%s is refused, and not shown", async (_name, args) => {
    const { code, out, err } = await generate(...args, "--out", "gen");
    expect([code, err]).toEqual([2, expect.stringContaining("--header")]);
    expect(out + err).not.toContain(secret);
  });

  test("a document on the web reads no file of this machine", async () => {
    writeFileSync(join(folder, "private.xsd"), schema);
    const include = `<xs:include schemaLocation="file://${join(folder, "private.xsd")}"/>`;
    web.pages.set(
      "/a.xsd",
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:orders">${include}</xs:schema>`,
    );
    const { out } = await generate(`${web.origin}/a.xsd`, "--out", "gen", "--json");
    expect(out).toContain("is not an address");
    const module = join(folder, "gen", "a.ts");
    expect(existsSync(module) ? readFileSync(module, "utf8") : "").not.toContain("GetResponse");
  });
});

describe("choices", () => {
  test("64-bit integers and dates are what was asked for, and the compiler proves the tables", async () => {
    writeFileSync(join(folder, "orders.xsd"), schema);
    for (const [int64, dates, total, placed] of [
      ["string", "Date", "LongAsString", "DateTimeAsDate"],
      ["number", "string", "LongAsNumber", "DateTime"],
      ["bigint", "string", "Long", "DateTime"],
    ] as const) {
      const args = ["--int64", int64, "--dates", dates, "--name", int64, "--runtime", runtime];
      const { code, err } = await generate("orders.xsd", "--out", "gen", ...args);
      expect(code, err).toBe(0);
      expect(text("gen", `${int64}.ts`)).toContain(`readonly Total: ${total};\n  readonly Placed: ${placed};`);
    }
    expect(await check("gen/string.ts", "gen/number.ts", "gen/bigint.ts")).toBe("");
  });

  test.each([
    ["ts", './orders/orders.ts"'],
    ["js", './orders/orders.js"'],
    ["none", './orders/orders"'],
  ])("a split contract names its parts with the extension %s", async (extension, specifier) => {
    writeFileSync(join(folder, "orders.xsd"), schema);
    const { code, err } = await generate("orders.xsd", "--out", "gen", "--split", "1", "--extension", extension);
    expect(code, err).toBe(0);
    expect(text("gen", "orders.ts")).toContain(`export * from "${specifier}`);
  });

  test("parts that refer to each other compile, load in any order, and are removed when they are none any more", async () => {
    writeFileSync(join(folder, "orders.xsd"), schema);
    const split = await generate(
      "orders.xsd",
      "--out",
      "gen",
      "--split",
      "1",
      "--runtime",
      runtime,
      "--extension",
      "ts",
      "--width",
      "80",
    );
    expect(split.out).toBe(`wrote ${join("gen", "orders.ts")} and 4 modules in ${join("gen", "orders")}\n`);
    expect(await check("gen/orders.ts")).toBe("");
    const parts = readdirSync(join(folder, "gen", "orders"));
    for (const part of parts) {
      const url = join(folder, "gen", "orders", part);
      const { code, err } = await new Promise<Run>((done) => {
        const program = `const { decode } = await import(${JSON.stringify(runtime)}); const part = await import(${JSON.stringify(url)});
          const all = await import(${JSON.stringify(join(folder, "gen", "orders.ts"))});
          const value = decode(all.Get, '<Get xmlns="urn:orders"><Total>1</Total><Placed>2026-01-01T00:00:00Z</Placed><Parts/></Get>');
          if (value.Parts.length !== 1 || Object.keys(part).length !== 1) throw new Error("not what was generated");`;
        execFile(process.execPath, ["--input-type=module", "-e", program], { cwd: root }, (error, out, err) => {
          done({ code: error === null ? 0 : 1, out, err });
        });
      });
      expect(code, err).toBe(0);
      for (const line of text("gen", "orders", part).split("\n")) expect(line.length).toBeLessThanOrEqual(120);
    }
    writeFileSync(join(folder, "gen", "orders", "mine.ts"), "// mine\n");
    await generate("orders.xsd", "--out", "gen", "--split", "never");
    expect(readdirSync(join(folder, "gen", "orders"))).toEqual(["mine.ts"]);
  });

  test("a file that was not generated is not overwritten", async () => {
    writeFileSync(join(folder, "orders.xsd"), schema);
    writeFileSync(join(folder, "orders.ts"), "export const mine = 1;\n");
    const { code, err } = await generate("orders.xsd", "--out", ".");
    expect([code, err]).toEqual([2, expect.stringContaining("is no generated file")]);
    expect(text("orders.ts")).toBe("export const mine = 1;\n");
  });
});

describe("contracts as they are", () => {
  const ambiguous = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType><xs:sequence>
    <xs:element name="b" type="xs:int" minOccurs="0"/><xs:any minOccurs="0"/></xs:sequence></xs:complexType></xs:element></xs:schema>`;

  test("what breaks a standard is a warning that names the constraint; --strict refuses it", async () => {
    writeFileSync(join(folder, "a.xsd"), ambiguous);
    const lenient = await generate("a.xsd", "--out", "gen");
    expect([lenient.code, lenient.err]).toEqual([0, expect.stringContaining("warning cos-nonambig")]);
    rmSync(join(folder, "gen"), { recursive: true });
    const strict = await generate("a.xsd", "--out", "gen", "--strict");
    expect([strict.code, strict.err]).toEqual([1, expect.stringContaining("error cos-nonambig")]);
    expect(existsSync(join(folder, "gen"))).toBe(false);
  });

  test("absent documents are errors, all at once; --allow-missing goes on, offline too", async () => {
    const needs = (name: string): string => `<xs:import namespace="urn:${name}" schemaLocation="${name}.xsd"/>`;
    web.pages.set(
      "/a.xsd",
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:x="urn:x">${needs("x")}${needs("y")}
        <xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" type="x:t"/></xs:sequence></xs:complexType></xs:element></xs:schema>`,
    );
    const absent = await generate(`${web.origin}/a.xsd`, "--out", "gen");
    expect(absent.code).toBe(1);
    expect(absent.err).toMatch(/x\.xsd cannot be read[\s\S]*y\.xsd cannot be read/);
    const allowed = await generate(`${web.origin}/a.xsd`, "--out", "gen", "--allow-missing", "--runtime", runtime);
    expect(allowed.code, allowed.err).toBe(0);
    expect(await check("gen/a.ts")).toBe("");
    const module = text("gen", "a.ts");
    web.pages.clear();
    const locked = await generate(
      `${web.origin}/a.xsd`,
      "--out",
      "gen",
      "--allow-missing",
      "--locked",
      "--runtime",
      runtime,
    );
    expect([locked.code, text("gen", "a.ts")]).toEqual([0, module]);
  });

  test("only operations that were asked for are generated, with what they reach", async () => {
    const one = await generate(
      `${web.origin}/Orders.svc?wsdl`,
      "--out",
      "gen",
      "--operation",
      "Get",
      "--naming",
      "typescript",
    );
    expect(one.code, one.err).toBe(0);
    expect(text("gen", "Orders.ts")).toContain("readonly get: {");
    const none = await generate(`${web.origin}/Orders.svc?wsdl`, "--out", "gen", "--operation", "Put,Delete");
    expect([none.code, none.err]).toEqual([1, expect.stringContaining("Put")]);
  });

  test("names are chosen on the command line, and refused where they clash", async () => {
    writeFileSync(join(folder, "orders.xsd"), schema);
    const good = await generate(
      "orders.xsd",
      "--out",
      "gen",
      "--naming",
      "{urn:orders}part=OrderPart",
      "--runtime",
      runtime,
    );
    expect(good.code, good.err).toBe(0);
    expect(text("gen", "orders.ts")).toContain("export interface OrderPart {");
    const bad = await generate("orders.xsd", "--out", "gen", "--naming", "{urn:orders}part=order");
    const message = "{urn:orders}part cannot be called order: that is the name of {urn:orders}order";
    expect([bad.code, bad.err]).toEqual([1, expect.stringContaining(message)]);
  });
});

describe("a configuration", () => {
  const config = (options: string): void => {
    writeFileSync(join(folder, "orders.xsd"), schema);
    const source = `import { defineConfig } from "${join(root, "src/config.ts")}";\nexport default defineConfig(${options});\n`;
    writeFileSync(join(folder, "specwire.config.ts"), source);
  };

  test("names several contracts; the command line overrides it", async () => {
    config(`{ out: "gen", int64: "string", contracts: [
      { contract: "orders.xsd" as string }, { contract: "orders.xsd", name: "numbers", int64: "number" } ] }`);
    const all = await generate();
    expect(all, all.err).toMatchObject({
      code: 0,
      out: `wrote ${join(folder, "gen/orders.ts")}\nwrote ${join(folder, "gen/numbers.ts")}\n`,
    });
    expect([text("gen", "orders.ts"), text("gen", "numbers.ts")]).toEqual([
      expect.stringContaining("LongAsString"),
      expect.stringContaining("LongAsNumber"),
    ]);
    const one = await generate("numbers", "--int64", "bigint");
    expect(one.out).toBe(`wrote ${join(folder, "gen/numbers.ts")}\n`);
    expect(text("gen", "numbers.ts")).toContain("readonly Total: Long;");
  });

  test.each([
    ['{ contracts: [{ contract: "a.xsd", int46: "string" }] } as never', "contracts[0]: there is no option int46"],
    [
      '{ contracts: [{ contract: "a.xsd", out: "o", headers: { A: "planted-secret\\n" } }] }',
      "contracts[0]: headers has a value",
    ],
    ['{ split: "sometimes", contracts: [] } as never', "split has a value that it cannot have"],
    ["{ contracts: [{}] } as never", "contracts[0] names no contract"],
    ['{ contracts: [{ contract: "orders.xsd" }] }', "--out is missing"],
    ['{ out: "o", contracts: [{ contract: "orders.xsd" }, { contract: "orders.xsd" }] }', "would both be"],
    ["{ contracts: [] }", "no contract is named"],
    ["oops", "cannot be loaded: oops is not defined"],
  ])("%s is refused", async (options, message) => {
    config(options);
    const { code, out, err } = await generate();
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
    expect(out + err).not.toContain(secret);
  });
});

describe("diagnostics", () => {
  const many = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${Array.from(
    { length: 40 },
    (_, index) => `\n<xs:element name="e${index}" type="nothing${index}"/>`,
  ).join("")}</xs:schema>`;

  test("are limited by code, and counted", async () => {
    writeFileSync(join(folder, "many.xsd"), many);
    const few = await generate("many.xsd", "--out", "gen");
    expect(few.err.match(/error src-resolve: there/g)).toHaveLength(10);
    expect(few.err).toContain("30 more: error src-resolve\n(--all-diagnostics shows them)");
    const all = await generate("many.xsd", "--out", "gen", "--all-diagnostics");
    expect(all.err.match(/error src-resolve: there/g)).toHaveLength(40);
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));
