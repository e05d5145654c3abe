/** Schemas that others wrote: the vendors' originals, services in daily use, the W3C's test suite. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseXmlDocument } from "slimdom";
import { describe, expect, test } from "vitest";
import { Diagnostics, type Diagnostic } from "../../scripts/diagnostics.ts";
import { attribute } from "../../scripts/source/document.ts";
import { Loader, urlOf } from "../../scripts/source/load.ts";
import type { SchemaSet } from "../../scripts/xsd/components.ts";
import { resolveSchemas } from "../../scripts/xsd/resolve.ts";
import type { SchemaSyntax } from "../../scripts/xsd/syntax.ts";
import { corpus, manifest } from "../support/corpora.ts";
import { told } from "../support/schemas.ts";
import { sharedPath } from "../support/shared.ts";

const noWhere = { uri: "test", line: 1, column: 1 };

/** Reads contracts by path, WSDLs with the WSDLs that they import, and resolves what they have together. */
async function resolvePaths(
  paths: readonly string[],
  { catalog, strict }: { readonly catalog?: ReadonlyMap<string, string>; readonly strict?: true } = {},
): Promise<{ readonly set: SchemaSet; readonly errors: readonly Diagnostic[] }> {
  const diagnostics = new Diagnostics({ strict });
  const loader = new Loader(diagnostics, catalog === undefined ? {} : { catalog });
  const schemas: SchemaSyntax[] = [];
  const urls = new Set(paths.map(urlOf));
  for (const url of urls) {
    const document = await loader.document(url, noWhere);
    if (document === undefined) continue;
    schemas.push(...(await loader.schemas(document, url)));
    for (const node of document.root.children) {
      const location = node.localName === "import" ? attribute(node, "location") : undefined;
      const target = location === undefined ? undefined : loader.locate(location, url);
      if (target !== undefined) urls.add(target);
    }
  }
  const set = resolveSchemas(schemas, diagnostics);
  return { set, errors: diagnostics.all.filter(({ severity }) => severity === "error") };
}

/** Global components of a contract's schemas, counted by another reader of XML. */
function counted(path: string, ...kinds: readonly string[]): number {
  const xsd = "http://www.w3.org/2001/XMLSchema";
  const schemas = parseXmlDocument(readFileSync(path, "utf8")).getElementsByTagNameNS(xsd, "schema");
  const names = schemas.flatMap((schema) =>
    schema.children
      .filter(({ localName }) => kinds.includes(localName))
      .map((child) => `${schema.getAttribute("targetNamespace")} ${child.getAttribute("name")}`),
  );
  return new Set(names).size;
}

describe("the vendors' originals resolve without an error (skipped where they are absent)", () => {
  const files = [
    "microsoft-advertising/BulkService-v13.wsdl",
    "ebay/BulkDataExchangeService-1.4.1.wsdl",
    "ebay/BulkDataExchangeService-1.5.0.wsdl",
    "ebay/FileTransferService-1.1.0.wsdl",
  ];
  const paths = files.flatMap((file) => sharedPath("originals", file) ?? []);
  // Without the originals their names stand for what is skipped.
  test.skipIf(paths.length === 0).each(paths.length === 0 ? files : paths)("%s", async (path) => {
    const { set, errors } = await resolvePaths([path]);
    expect(told(errors)).toEqual([]);
    expect(set.types.size).toBe(counted(path, "complexType", "simpleType"));
    expect(set.elements.size).toBe(counted(path, "element"));
    expect(set.elements.size).toBeGreaterThan(3);
  });
});

interface WildSet {
  readonly name: string;
  readonly entries: readonly string[];
  readonly catalog: readonly { readonly namespace: string; readonly location: string; readonly file: string }[];
  readonly unresolved: readonly unknown[];
  readonly reference: { readonly xerces: string };
}

const wild = corpus("wild");

describe.skipIf(wild === undefined)("services in daily use (skipped where the corpus is absent)", () => {
  const folder = wild ?? "";
  const sets = wild === undefined ? [] : manifest<WildSet>(folder);
  const read = (set: WildSet): ReturnType<typeof resolvePaths> => {
    const catalog = set.catalog.flatMap(({ namespace, location, file }) => {
      const path = join(folder, file);
      return [[location, path] as const, [namespace, path] as const];
    });
    return resolvePaths(
      set.entries.map((entry) => join(folder, entry)),
      { catalog: new Map(catalog) },
    );
  };

  /** Why a set that another processor takes is refused. */
  const refused = new Map([["cwmp-datamodel", "it is of XSD 1.1"]]);
  /** Sets that name nothing of the documents that they lack. */
  const complete = new Set(["x3d"]);

  test("are read without an error where all their documents are at hand", { timeout: 120_000 }, async () => {
    const started = performance.now();
    const unexpected: string[] = [];
    for (const set of sets) {
      if (performance.now() - started > 8_000) break;
      const { errors } = await read(set);
      const expected = (set.unresolved.length > 0 && !complete.has(set.name)) || refused.has(set.name);
      if (expected !== errors.length > 0) unexpected.push(`${set.name}: ${told(errors).slice(0, 3).join("; ")}`);
    }
    expect(unexpected).toEqual([]);
  });
});

interface SuiteTest {
  readonly kind: "schema" | "instance";
  readonly set: string;
  readonly schemas: readonly string[];
  readonly schemaExpected: string;
}

const suite = corpus("xsts");

describe.skipIf(suite === undefined)("the W3C's test suite (skipped where it is absent)", () => {
  const folder = suite ?? "";
  // NIST's schemas differ in their values alone.
  const tests =
    suite === undefined
      ? []
      : manifest<SuiteTest>(folder).filter(
          ({ kind, set, schemas }) => kind === "schema" && set !== "nist" && schemas.length > 0,
        );

  /** Why a valid schema is refused, by the beginning of its path. */
  const refused: readonly (readonly [path: RegExp, reason: string])[] = [
    [/saxonData\/Missing/, "what is named is not there; processors may wait until an instance needs it"],
    [/stE110/, "a union of itself; other processors refuse it, too"],
  ];

  test("valid schemas are read, invalid ones mostly refused, none is too much", { timeout: 120_000 }, async () => {
    const unexpected: string[] = [];
    let refusals = 0;
    for (const { schemas, schemaExpected } of tests) {
      const { errors } = await resolvePaths(
        schemas.map((path) => join(folder, path)),
        // Under a strict eye what is invalid is refused; what is valid is read in any case.
        schemaExpected === "invalid" ? { strict: true } : {},
      );
      if (schemaExpected === "invalid") refusals += errors.length > 0 ? 1 : 0;
      if (schemaExpected !== "valid" || errors.length === 0) continue;
      if (!refused.some(([path]) => schemas.some((schema) => path.test(schema)))) {
        unexpected.push(`${schemas.join(" ")}: ${told(errors).slice(0, 2).join("; ")}`);
      }
    }
    expect(unexpected).toEqual([]);
    expect(refusals).toBeGreaterThan(3330);
  });
});
