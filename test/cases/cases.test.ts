/**
 * One folder for each construct of a format: its contract, what is generated from it, and messages. What is generated is as expected
 * (`UPDATE=1` writes it), compiles with every strict flag, decodes the samples and writes them again as they were; libxml2 agrees about
 * what is valid. A contract with a construct that is not carried yet has the expected diagnostics in place of code.
 */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { XmlError } from "../../src/runtime/errors.ts";
import { decode, encode, fromJson, parseJson, toJson, type RootCodec } from "../../src/runtime/index.ts";
import { Diagnostics } from "../../scripts/diagnostics.ts";
import { LiveCodecs } from "../../scripts/model/live.ts";
import { buildModel, generateModule } from "../../scripts/pipeline.ts";
import { judgeBy, type Judge } from "../support/libxml2.ts";
import { slimdom, type DomElement } from "../support/dom.ts";

const root = resolve(import.meta.dirname, "..", "..");
const update = process.env["UPDATE"] !== undefined;

/** What libxml2 cannot judge: it has no schema of SOAP's encoding. */
const unjudged = new Set(["wsdl/rpc-encoded"]);

function judgeOf({ name, contract }: Case): Judge {
  return unjudged.has(name) ? () => [] : judgeBy(join(root, contract));
}

interface Case {
  readonly name: string;
  readonly folder: string;
  /** Relative to the root of the repository, as it stands in generated code. */
  readonly contract: string;
}

const cases: readonly Case[] = ["xsd", "wsdl"].flatMap((format) =>
  readdirSync(join(import.meta.dirname, format)).map((feature) => {
    const folder = join(import.meta.dirname, format, feature);
    const contract = readdirSync(folder).find((file) => /^(schema\.xsd|service\.wsdl)$/.test(file));
    if (contract === undefined) throw new Error(`${folder} has no contract`);
    return { name: `${format}/${feature}`, folder, contract: relative(root, join(folder, contract)) };
  }),
);

const carried = cases.filter(({ name }) => !name.includes("/unsupported-"));
const refused = cases.filter(({ name }) => name.includes("/unsupported-"));

/** Generates a case's module; answers the diagnostics, a line each. */
async function generate({ contract }: Case): Promise<{ readonly code: string | undefined; readonly said: string }> {
  const diagnostics = new Diagnostics();
  const runtime = "../../../../src/runtime/index.ts";
  const { code } = await generateModule({ entry: contract, runtime }, diagnostics);
  const lines = diagnostics.all.map(
    ({ at, severity, code: kind, message }) => `${at.uri}:${at.line}:${at.column} ${severity} ${kind}: ${message}\n`,
  );
  return { code, said: lines.join("") };
}

/** Holds a text against a file, or writes the file. */
function agrees(path: string, text: string): void {
  if (update) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(existsSync(path) ? readFileSync(path, "utf8") : "");
}

function messages(folder: string, kind: "samples" | "invalid"): readonly { readonly file: string; readonly text: string }[] {
  const path = join(folder, kind);
  if (!existsSync(path)) return [];
  return readdirSync(path).map((file) => ({ file, text: readFileSync(join(path, file), "utf8") }));
}

/** Root codecs that a module exports, by expanded name. */
async function rootsOf(folder: string): Promise<ReadonlyMap<string, RootCodec<unknown>>> {
  const module = (await import(join(folder, "expected.ts"))) as Readonly<Record<string, unknown>>;
  const roots = new Map<string, RootCodec<unknown>>();
  for (const table of Object.values(module)) {
    if (typeof table !== "object" || table === null || !("kind" in table) || !("name" in table)) continue;
    if (!Array.isArray(table.name) || !(table.kind === "element" || "element" in table)) continue;
    roots.set(`{${String(table.name[0])}}${String(table.name[1])}`, table as RootCodec<unknown>);
  }
  return roots;
}

function nameIn(message: string): string {
  const { namespace, localName } = slimdom(message);
  return `{${namespace}}${localName}`;
}

/** The infoset without what does not count: prefixes, white space between elements. */
function infoset(element: DomElement): unknown {
  const attributes = element.attributes
    .filter(({ namespace }) => namespace !== "http://www.w3.org/2000/xmlns/")
    .map(({ namespace, localName, value }) => `{${namespace}}${localName}=${unprefixed(value)}`);
  const content = element.children.length === 0 ? unprefixed(element.text) : element.children.map(infoset);
  // Beside elements all text counts where any does.
  const mixed = element.children.length > 0 && element.texts.some((text) => text.trim() !== "") ? element.texts : [];
  return [`{${element.namespace}}${element.localName}`, attributes.sort(), content, mixed];
}

/** Qualified names may have another prefix when they are written again. */
function unprefixed(text: string): string {
  return text.replace(/^\s*[A-Za-z_][\w.-]*:(?=[A-Za-z_][\w.-]*\s*$)/, "");
}

/** Kept nodes remember the prefixes of their document. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  const isNode = "children" in value && "namespaces" in value;
  const members = Object.entries(value).filter(([key]) => !isNode || key !== "namespaces");
  return Object.fromEntries(members.map(([key, member]: [string, unknown]) => [key, bare(member)]));
}

describe.each(carried)("$name", (one) => {
  test("generates what is expected", async () => {
    const { code, said } = await generate(one);
    expect(code, said).toBeDefined();
    agrees(join(one.folder, "expected.ts"), code ?? "");
    if (said !== "" || existsSync(join(one.folder, "warnings.txt"))) agrees(join(one.folder, "warnings.txt"), said);
  });

  test("samples are decoded, and written again as they were", async () => {
    const samples = messages(one.folder, "samples");
    expect(samples.length).toBeGreaterThan(0);
    const judge = judgeOf(one);
    const roots = await rootsOf(one.folder);
    const { model } = await buildModel({ entry: one.contract }, new Diagnostics());
    if (model === undefined) throw new Error("the contract has errors");
    const live = new Map(
      new LiveCodecs(model).roots().map(({ namespace, localName, codec }) => [`{${namespace}}${localName}`, codec]),
    );
    expect([...live.keys()].sort()).toEqual([...roots.keys()].sort());
    for (const { file, text } of samples) {
      expect(judge(text), file).toEqual([]);
      const codec = roots.get(nameIn(text));
      const alive = live.get(nameIn(text));
      if (codec === undefined || alive === undefined) throw new Error(`${file}: no codec for ${nameIn(text)}`);
      const value = decode(codec, text, { mode: "strict" });
      expect(decode(codec, text), file).toEqual(value);
      expect(decode(alive, text, { mode: "strict" }), file).toEqual(value);
      const json = join(one.folder, "values", file.replace(/\.xml$/, ".json"));
      agrees(json, `${JSON.stringify(toJson(codec, value), undefined, 2)}\n`);
      expect(bare(fromJson(codec, parseJson(readFileSync(json, "utf8")), { mode: "strict" }))).toEqual(bare(value));
      const written = encode(codec, value);
      expect(judge(written), file).toEqual([]);
      expect(infoset(slimdom(written)), file).toEqual(infoset(slimdom(text)));
      expect(bare(decode(codec, written, { mode: "strict" })), file).toEqual(bare(value));
    }
  });

  test("what libxml2 refuses is refused", async () => {
    const judge = judgeOf(one);
    const roots = await rootsOf(one.folder);
    for (const { file, text } of messages(one.folder, "invalid")) {
      expect(judge(text), file).not.toEqual([]);
      const codec = roots.get(nameIn(text));
      if (codec === undefined) throw new Error(`${file}: no codec for ${nameIn(text)}`);
      expect(() => decode(codec, text, { mode: "strict" }), file).toThrow(XmlError);
    }
  });
});

describe.each(refused)("$name", (one) => {
  test("is reported, and nothing is generated", async () => {
    const { code, said } = await generate(one);
    agrees(join(one.folder, "expected.txt"), said);
    expect(code).toBeUndefined();
    expect(said).not.toBe("");
  });
});

describe("all cases together", () => {
  const cache = join(root, ".cache");
  const config = join(cache, `tsconfig.cases-${process.pid}.json`);
  afterAll(() => rmSync(config, { force: true }));

  test.each(["typescript", "typescript-6", "typescript-7"])("compile with every strict flag: %s", async (compiler) => {
    const compilerOptions = {
      noEmit: true,
      target: "es2022",
      module: "nodenext",
      lib: ["es2022", "dom", "dom.iterable"],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noPropertyAccessFromIndexSignature: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      isolatedModules: true,
      isolatedDeclarations: true,
      declaration: true,
      erasableSyntaxOnly: true,
      verbatimModuleSyntax: true,
      allowImportingTsExtensions: true,
    };
    const files = carried.map(({ folder }) => join(folder, "expected.ts"));
    mkdirSync(cache, { recursive: true });
    writeFileSync(config, JSON.stringify({ compilerOptions, files }));
    const tsc = join(root, "node_modules", compiler, "bin", "tsc");
    const output = await new Promise<string>((done) => {
      execFile(process.execPath, [tsc, "-p", config, "--pretty", "false"], { cwd: root }, (_error, stdout, stderr) =>
        done(stdout + stderr),
      );
    });
    expect(output).toBe("");
  });

  test("no line is wider than 120 characters", () => {
    const wide = carried.flatMap(({ name, folder }) =>
      readFileSync(join(folder, "expected.ts"), "utf8")
        .split("\n")
        .flatMap((line) => (line.length > 120 ? [`${name}: ${line}`] : [])),
    );
    expect(wide).toEqual([]);
  });
});
