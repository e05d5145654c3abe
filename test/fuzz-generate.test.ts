/** Damaged and excessive contracts and messages: a diagnostic or a typed error, never a hang, a crash or a full call stack. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { Diagnostics } from "../scripts/diagnostics.ts";
import { formatDiagnostics } from "../scripts/diagnostics-format.ts";
import { emitModules } from "../scripts/emit/module.ts";
import { LiveCodecs } from "../scripts/model/live.ts";
import { buildModel } from "../scripts/pipeline.ts";
import { Loader } from "../scripts/source/load.ts";
import { decode, encode, SpecwireError } from "../src/runtime/index.ts";
import { randomFrom } from "./bench/inputs/random.ts";
import { damaged, excess, schemaOf } from "./support/hostile.ts";

const root = resolve(import.meta.dirname, "..");
const base = "https://fuzz.example/";

/** Documents by name; the first is the contract. */
type Documents = Readonly<Record<string, string>>;

/** The whole way of a contract, and of messages through it. Answers the diagnostics' codes; whatever is thrown is a failure. */
async function survive(documents: Documents, messages: readonly string[] = []): Promise<readonly string[]> {
  const [entry = ""] = Object.keys(documents);
  const diagnostics = new Diagnostics();
  const fetch = (url: string): Promise<Uint8Array> => {
    const text = documents[url.slice(base.length)];
    return text === undefined ? Promise.reject(new Error("it is not there")) : Promise.resolve(Buffer.from(text));
  };
  const loader = new Loader(diagnostics, { fetch });
  const { model, sources } = await buildModel({ entry: base + entry }, diagnostics, loader);
  expect(formatDiagnostics(diagnostics.all.slice(0, 20), sources)).toBeTypeOf("string");
  if (model === undefined || diagnostics.hasErrors) {
    expect(diagnostics.hasErrors, "nothing is made without a reason").toBe(true);
    return diagnostics.all.map(({ code }) => code);
  }
  expect(emitModules(model, "fuzz", { runtime: "specwire/runtime", split: "auto" }).size).toBeGreaterThan(0);
  const roots = new LiveCodecs(model).roots();
  for (const message of messages) for (const { codec } of fitting(roots, message)) exchange(codec, message);
  return diagnostics.all.map(({ code }) => code);
}

type Roots = ReturnType<LiveCodecs["roots"]>;

/** The codec of a message's root, and one that it is not meant for. */
function fitting(roots: Roots, message: string): Roots {
  const name = /<(?:\w+:)?(\w+)/.exec(message)?.[1];
  const own = roots.find(({ localName }) => localName === name);
  return [...(own === undefined ? [] : [own]), ...roots.slice(0, 1)];
}

/** Decodes in both modes, and encodes what came out. */
function exchange(codec: Roots[number]["codec"], message: string): void {
  for (const mode of ["tolerant", "strict"] as const) {
    try {
      encode(codec, decode(codec, message, { mode }));
    } catch (error) {
      if (!(error instanceof SpecwireError)) throw error;
    }
  }
}

describe("excess", () => {
  test.each(Object.entries(excess))("%s", { timeout: 120_000 }, async (_name, make) => {
    const [schema, message] = make();
    await survive({ "a.xsd": schemaOf(schema) }, [
      message,
      message.slice(0, -3),
      message.replace(">", `>${"<x>".repeat(5000)}`),
    ]);
  });

  test("documents that import each other in a circle", async () => {
    const including = (name: string): string =>
      schemaOf(`<xs:include schemaLocation="${name}"/><xs:element name="e-${name.charAt(0)}" type="xs:int"/>`);
    expect(
      await survive({ "a.xsd": including("b.xsd"), "b.xsd": including("c.xsd"), "c.xsd": including("a.xsd") }),
    ).toEqual([]);
    const importing = (location: string): string =>
      `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" targetNamespace="urn:a"><import namespace="urn:a" location="${location}"/></definitions>`;
    await survive({ "a.wsdl": importing("b.wsdl"), "b.wsdl": importing("a.wsdl") });
  });

  test("2,000 documents, one after the other", { timeout: 60_000 }, async () => {
    const documents = Array.from({ length: 2000 }, (_, index) => [
      `${index}.xsd`,
      schemaOf(`<xs:include schemaLocation="${index + 1}.xsd"/><xs:element name="e${index}" type="xs:int"/>`),
    ]);
    expect(await survive(Object.fromEntries([...documents, ["2000.xsd", schemaOf("")]]))).toEqual([]);
  });
});

/** Contracts to damage, with their messages. */
function contracts(): readonly {
  readonly name: string;
  readonly documents: Documents;
  readonly messages: readonly string[];
}[] {
  const folders = ["xsd", "wsdl"].flatMap((kind) => {
    const folder = join(root, "test/cases", kind);
    return readdirSync(folder).map((name) => join(folder, name));
  });
  return folders.flatMap((folder) => {
    const files = readdirSync(folder).filter((name) => /\.(?:xsd|wsdl)$/.test(name));
    const main = files.find((name) => /^(?:schema|service)\./.test(name)) ?? files[0];
    if (main === undefined) return [];
    const ordered = [main, ...files.filter((name) => name !== main)];
    const documents = Object.fromEntries(ordered.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
    const samples = readdirSync(folder).includes("samples") ? readdirSync(join(folder, "samples")) : [];
    const messages = samples.map((name) => readFileSync(join(folder, "samples", name), "utf8"));
    return [{ name: folder.slice(folder.lastIndexOf("/") + 1), documents, messages }];
  });
}

/** More where somebody looks for more: `SPECWIRE_FUZZ=200 vitest run test/fuzz-generate.test.ts`. */
const rounds = Number(process.env["SPECWIRE_FUZZ"] ?? 6);

describe("damage", () => {
  test.each(contracts())("to the contract $name", { timeout: 600_000 }, async ({ name, documents, messages }) => {
    const [entry = ""] = Object.keys(documents);
    for (let seed = 0; seed < rounds; seed++) {
      const contract = damaged(documents[entry] ?? "", randomFrom(seed));
      await survive({ ...documents, [entry]: contract }, messages).catch((error: unknown) => {
        throw new Error(`${name}, seed ${seed}: ${contract}`, { cause: error });
      });
    }
  });

  test.each(contracts().filter(({ messages }) => messages.length > 0))(
    "to messages of $name",
    { timeout: 600_000 },
    async ({ documents, messages }) => {
      const broken = messages.flatMap((message, index) =>
        Array.from({ length: rounds * 3 }, (_, seed) => damaged(message, randomFrom(seed * 100 + index))),
      );
      await survive(documents, broken);
    },
  );
});
