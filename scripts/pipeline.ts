/** From a contract to a model, and from a model to a module: what `codegen`, `generate`, `decode` and `encode` share. */
import { existsSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import type { Diagnostics, Place } from "./diagnostics.ts";
import { emitModule, emitModules, type EmitOptions } from "./emit/module.ts";
import type { Model, ServiceDef } from "./model/model.ts";
import { applyPasses, defaultModelOptions, type ModelOptions } from "./model/passes.ts";
import { generateOpenApi } from "./openapi/generate.ts";
import { Selection } from "./model/selection.ts";
import { lowerOperations } from "./operations/lower.ts";
import { readOperations } from "./operations/read.ts";
import { attribute, sha256, type SourceDocument } from "./source/document.ts";
import { displayName, Loader, urlOf, type Fetched, type LoadOptions } from "./source/load.ts";
import { loadWsdl } from "./wsdl/load.ts";
import { lowerWsdl } from "./wsdl/lower.ts";
import { wsdlNamespace } from "./wsdl/reading.ts";
import type { SchemaSet } from "./xsd/components.ts";
import { Lowering } from "./xsd/lower.ts";
import { xsdNamespace } from "./xsd/namespaces.ts";
import { resolveSchemas } from "./xsd/resolve.ts";

/** A contract and the choices about its output. */
export interface Contract extends Partial<ModelOptions> {
  /** Path or URL of the WSDL, the XSD, or the OpenAPI document. */
  readonly entry: string;
  /** The service descriptor's name, for an OpenAPI document, which has none. */
  readonly service?: string;
  /** Module specifier of the runtime in the generated code. */
  readonly runtime: string;
  /** Names of the operations to generate; all when absent. */
  readonly operations?: readonly string[];
  /** Go on without documents that are absent: what they would declare is `unknown`. */
  readonly allowMissing?: boolean;
  /** Told when a part of the work begins. */
  readonly onStage?: (stage: string) => void;
}

/** A contract whose code may be several modules. */
export interface SplitContract extends Contract, EmitOptions {
  /** Name of the entry module. */
  readonly name: string;
}

/** Modules by path, the entry module first; undefined where a diagnostic says why. */
export interface GeneratedModules {
  readonly modules: ReadonlyMap<string, string> | undefined;
  readonly sources: ReadonlyMap<string, string>;
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
  const { code, sources } = await generate(contract, diagnostics, options, (model) =>
    emitModule(model, { runtime: contract.runtime }),
  );
  return { code, sources };
}

/** Generates the modules of a contract: one, or several where it is large. */
export async function generateModules(
  contract: SplitContract,
  diagnostics: Diagnostics,
  options: LoadOptions = {},
): Promise<GeneratedModules> {
  const { code, sources } = await generate(contract, diagnostics, options, (model) =>
    emitModules(model, contract.name, contract),
  );
  return { modules: typeof code === "string" ? new Map([[`${contract.name}.ts`, code]]) : code, sources };
}

/** What `emit` makes of the model, or the text of an OpenAPI document's module. */
async function generate<T>(
  contract: Contract,
  diagnostics: Diagnostics,
  options: LoadOptions,
  emit: (model: Model) => T,
): Promise<{ readonly code: T | string | undefined; readonly sources: ReadonlyMap<string, string> }> {
  const loader = new Loader(diagnostics, remembering(options));
  const url = urlOf(contract.entry);
  const at = placeOf(url);
  const text = await loader.text(url, at);
  if (text === undefined) return { code: undefined, sources: new Map() };
  if (isXml(text)) {
    const { model, sources } = await buildModel(contract, diagnostics, loader);
    if (model === undefined || diagnostics.hasErrors) return { code: undefined, sources };
    contract.onStage?.("printing");
    return { code: emit(model), sources };
  }
  const { service = serviceName(at.uri), runtime } = contract;
  const code = await generateOpenApi({ path: at.uri, text, service, runtime }, diagnostics);
  return { code: diagnostics.hasErrors ? undefined : code, sources: new Map([[at.uri, text]]) };
}

/** Builds the model of a WSDL, or of an XSD and the operations table beside it. */
export async function buildModel(
  contract: Omit<Contract, "runtime" | "service">,
  diagnostics: Diagnostics,
  loader: Loader = new Loader(diagnostics),
): Promise<{ readonly model: Model | undefined; readonly sources: ReadonlyMap<string, string> }> {
  const url = urlOf(contract.entry);
  const document = await loader.document(url, placeOf(url));
  if (contract.allowMissing === true) diagnostics.allowMissing();
  const entry = document === undefined ? undefined : await lowerEntry(document, url, loader, diagnostics, contract);
  const sources = new Map(loader.documents.map(({ uri, text }) => [uri, text]));
  if (entry?.table !== undefined) sources.set(entry.table.uri, entry.table.text);
  const model =
    entry === undefined ? undefined : applyPasses(entry.model, { ...defaultModelOptions, ...contract }, diagnostics);
  return { model, sources };
}

/** An operations table as a text. */
interface TableText {
  readonly uri: string;
  readonly text: string;
}

interface Entry {
  readonly model: Model;
  readonly table?: TableText;
}

async function lowerEntry(
  document: SourceDocument,
  url: string,
  loader: Loader,
  diagnostics: Diagnostics,
  { onStage: stage = (): void => undefined, operations: selected }: Pick<Contract, "onStage" | "operations">,
): Promise<Entry | undefined> {
  const { namespace, localName, at } = document.root;
  const finish = (lowering: Lowering, services: readonly ServiceDef[]): Model => ({
    sources: loader.documents.map(({ uri, sha256 }) => ({ uri, sha256 })),
    targetNamespace: attribute(document.root, "targetNamespace") ?? "",
    types: lowering.types,
    elements: lowering.elements,
    services,
  });
  if (namespace === wsdlNamespace && localName === "definitions") {
    stage("reading");
    const { documents, schemas } = await loadWsdl(document, url, loader, diagnostics);
    stage(`resolving ${schemas.length} schemas`);
    const set = resolveSchemas(schemas, diagnostics);
    const lowering = new Lowering(set, diagnostics);
    const services = lowerWsdl(documents, set, lowering, diagnostics, selected);
    return { model: finish(lowering, services) };
  }
  if (namespace === xsdNamespace && localName === "schema") {
    stage("reading");
    const schemas = await loader.schemas(document, url);
    stage(`resolving ${schemas.length} schemas`);
    const set = resolveSchemas(schemas, diagnostics);
    const lowering = new Lowering(set, diagnostics);
    const table = await operationsBeside(url, loader, document);
    if (selected === undefined) lowering.everything();
    else if (table === undefined) new Selection(selected).report(at, diagnostics);
    if (table === undefined) {
      // First the declarations: they may reach types that nothing else does.
      const { declared } = lowering;
      const model = finish(lowering, []);
      return { model: model.types.length + model.elements.length === 0 ? model : { ...model, declared } };
    }
    const services = operationsOf(table, document.uri, set, lowering, diagnostics, selected);
    const model = finish(lowering, services);
    const sources = [...model.sources, { uri: table.uri, sha256: sha256(table.text) }];
    return { model: { ...model, sources }, table };
  }
  diagnostics.report("source.format", at, `this is neither a WSDL nor an XSD: its root is ${localName}`);
  return undefined;
}

/** `batch.operations.yaml` beside `batch.xsd`, where there is one. */
async function operationsBeside(url: string, loader: Loader, schema: SourceDocument): Promise<TableText | undefined> {
  const table = url.replace(/\.xsd$/i, "") + ".operations.yaml";
  if (!table.startsWith("file:") || !existsSync(fileURLToPath(table))) return undefined;
  const text = await loader.text(table, schema.root.at);
  return text === undefined ? undefined : { uri: displayName(table), text };
}

function operationsOf(
  { uri, text }: TableText,
  schema: string,
  set: SchemaSet,
  lowering: Lowering,
  diagnostics: Diagnostics,
  selected: readonly string[] | undefined,
): readonly ServiceDef[] {
  const table = readOperations(uri, text, diagnostics);
  if (table === undefined) return [];
  if (posix.join(posix.dirname(uri), table.schema) !== schema) {
    diagnostics.report("operations.invalid", table.at, `the schema is ${schema}, not ${table.schema}`);
  }
  const selection = new Selection(selected);
  const operations = table.operations.filter(({ name }) => selection.takes(table.service, name));
  selection.report(table.at, diagnostics);
  return [lowerOperations({ ...table, operations }, set, lowering, diagnostics)];
}

function placeOf(url: string): Place {
  return { uri: displayName(url), line: 1, column: 1 };
}

/** Contracts in XML begin with markup; OpenAPI documents are YAML or JSON. */
function isXml(text: string): boolean {
  return text.trimStart().startsWith("<");
}

/** Fetches each document once: what it is shows only when it is there. */
function remembering(options: LoadOptions): LoadOptions {
  const { fetch } = options;
  if (fetch === undefined) return options;
  const fetched = new Map<string, Promise<Fetched | Uint8Array>>();
  return {
    ...options,
    fetch: (url) => {
      const known = fetched.get(url) ?? fetch(url);
      fetched.set(url, known);
      return known;
    },
  };
}

/** `batch-task.openapi.yaml` describes BatchTask. */
function serviceName(path: string): string {
  const [stem = ""] = path.slice(path.lastIndexOf("/") + 1).split(".");
  const words = stem.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return /^[A-Za-z]/.test(name) ? `${name}Api` : "Api";
}
