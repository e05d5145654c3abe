/** From a contract to a model, and from a model to a module: what `codegen`, `generate`, `decode` and `encode` share. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Diagnostics } from "./diagnostics.ts";
import { emitModule } from "./emit/module.ts";
import type { Model } from "./model/model.ts";
import { generateOpenApi } from "./openapi/generate.ts";
import { lowerOperations } from "./operations/lower.ts";
import { readOperations } from "./operations/read.ts";
import { attribute, sha256, type SourceDocument } from "./source/document.ts";
import { displayName, Loader, urlOf, type LoadOptions } from "./source/load.ts";
import { lowerWsdl } from "./wsdl/lower.ts";
import { readWsdl, wsdlNamespace } from "./wsdl/read.ts";
import type { WsdlSyntax } from "./wsdl/syntax.ts";
import { Lowering } from "./xsd/lower.ts";
import { xsdNamespace } from "./xsd/read.ts";
import { resolveSchemas } from "./xsd/resolve.ts";

/** A contract and the choices about its output. */
export interface Contract {
  /** Path or URL of the WSDL, the XSD, or the OpenAPI document. */
  readonly entry: string;
  /** The service descriptor's name, for an OpenAPI document, which has none. */
  readonly service?: string;
  /** Module specifier of the runtime in the generated code. */
  readonly runtime: string;
  /** Which wrapper types become arrays. Default `ArrayOf`. */
  readonly wrappers?: "ArrayOf" | "none";
}

/** What was generated, and the texts that diagnostics speak of. */
export interface Generated {
  readonly code: string | undefined;
  readonly sources: ReadonlyMap<string, string>;
}

/** Generates one module. `code` is undefined where a diagnostic says why. */
export async function generateModule(
  contract: Contract,
  diagnostics: Diagnostics,
  options: LoadOptions = {},
): Promise<Generated> {
  const loader = new Loader(diagnostics, options);
  const url = urlOf(contract.entry);
  const at = { uri: displayName(url), line: 1, column: 1 };
  if (isOpenApi(contract.entry)) {
    const text = await loader.text(url, at);
    const sources = new Map(text === undefined ? [] : [[at.uri, text]]);
    if (text === undefined) return { code: undefined, sources };
    const { service = serviceName(at.uri), runtime } = contract;
    const code = await generateOpenApi({ path: at.uri, text, service, runtime }, diagnostics);
    return { code: diagnostics.hasErrors ? undefined : code, sources };
  }
  const { model, sources } = await buildModel(contract, diagnostics, loader);
  if (model === undefined || diagnostics.hasErrors) return { code: undefined, sources };
  return { code: emitModule(model, { runtime: contract.runtime }), sources };
}

/** Builds the model of a WSDL, or of an XSD and the operations table beside it. */
export async function buildModel(
  contract: Pick<Contract, "entry" | "wrappers">,
  diagnostics: Diagnostics,
  loader: Loader = new Loader(diagnostics),
): Promise<{ readonly model: Model | undefined; readonly sources: ReadonlyMap<string, string> }> {
  const url = urlOf(contract.entry);
  const at = { uri: displayName(url), line: 1, column: 1 };
  const entry = await loader.document(url, at);
  const texts = new Map<string, string>();
  const build = async (): Promise<Model | undefined> => {
    if (entry === undefined) return undefined;
    const { namespace, localName } = entry.root;
    const options = { wrappers: contract.wrappers ?? "ArrayOf" } as const;
    if (namespace === wsdlNamespace && localName === "definitions")
      return wsdlModel(entry, url, options, loader, diagnostics);
    if (namespace === xsdNamespace && localName === "schema")
      return xsdModel(entry, url, options, loader, diagnostics, texts);
    diagnostics.report("source.format", entry.root.at, `this is neither a WSDL nor an XSD: its root is ${localName}`);
    return undefined;
  };
  const model = await build();
  for (const { uri, text } of loader.documents) texts.set(uri, text);
  return { model, sources: texts };
}

interface ModelOptions {
  readonly wrappers: "ArrayOf" | "none";
}

async function wsdlModel(
  entry: SourceDocument,
  url: string,
  options: ModelOptions,
  loader: Loader,
  diagnostics: Diagnostics,
): Promise<Model> {
  const documents: WsdlSyntax[] = [];
  const schemas = [...(await loader.schemas(entry, url))];
  const queue = [{ document: entry, url }];
  const seen = new Set([url]);
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const wsdl = readWsdl(next.document.root, diagnostics);
    documents.push(wsdl);
    for (const reference of wsdl.imports) {
      const target = new URL(reference.location, next.url).href;
      if (seen.has(target)) continue;
      seen.add(target);
      const imported = await loader.document(target, reference.at);
      if (imported === undefined) continue;
      schemas.push(...(await loader.schemas(imported, target)));
      if (imported.root.namespace === wsdlNamespace) queue.push({ document: imported, url: target });
    }
  }
  const set = resolveSchemas(schemas, diagnostics);
  const lowering = new Lowering(set, diagnostics, options);
  const services = lowerWsdl(documents, set, lowering, diagnostics);
  const targetNamespace = targetOf(entry);
  return { sources: sourcesOf(loader), targetNamespace, types: lowering.types, elements: lowering.elements, services };
}

async function xsdModel(
  entry: SourceDocument,
  url: string,
  options: ModelOptions,
  loader: Loader,
  diagnostics: Diagnostics,
  texts: Map<string, string>,
): Promise<Model> {
  const set = resolveSchemas(await loader.schemas(entry, url), diagnostics);
  const lowering = new Lowering(set, diagnostics, options);
  lowering.everything();
  const shared = {
    sources: sourcesOf(loader),
    targetNamespace: targetOf(entry),
    types: lowering.types,
    elements: lowering.elements,
  };
  const tableUrl = url.replace(/\.xsd$/i, "") + ".operations.yaml";
  if (!tableUrl.startsWith("file:") || !existsSync(fileURLToPath(tableUrl))) return { ...shared, services: [] };
  const uri = displayName(tableUrl);
  const text = await loader.text(tableUrl, entry.root.at);
  if (text === undefined) return { ...shared, services: [] };
  texts.set(uri, text);
  const table = readOperations(uri, text, diagnostics);
  const services = table === undefined ? [] : [lowerOperations(table, set, lowering, diagnostics)];
  return { ...shared, sources: [...shared.sources, { uri, sha256: sha256(text) }], services };
}

function targetOf({ root }: SourceDocument): string {
  return attribute(root, "targetNamespace") ?? "";
}

function sourcesOf(loader: Loader): Model["sources"] {
  return loader.documents.map((document) => ({ uri: document.uri, sha256: document.sha256 }));
}

/** OpenAPI documents are YAML or JSON; the others are XML. */
export function isOpenApi(entry: string): boolean {
  return /\.(ya?ml|json)$/i.test(entry.replace(/[?#].*$/, ""));
}

/** `batch-task.openapi.yaml` describes BatchTask. */
function serviceName(path: string): string {
  const [stem = ""] = path.slice(path.lastIndexOf("/") + 1).split(".");
  const words = stem.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return /^[A-Za-z]/.test(name) ? `${name}Api` : "Api";
}
