/** Schema documents as a contract: loaded together, resolved, lowered, and ready to decode. */
import { join } from "node:path";
import { Diagnostics, type Diagnostic } from "../../scripts/diagnostics.ts";
import { LiveCodecs } from "../../scripts/model/live.ts";
import { schemaIndex, type Name, type RootCodec, type SchemaIndex } from "../../src/runtime/codec/index.ts";
import type { Model } from "../../scripts/model/model.ts";
import { applyPasses, defaultModelOptions } from "../../scripts/model/passes.ts";
import { Loader, urlOf } from "../../scripts/source/load.ts";
import type { SchemaSet } from "../../scripts/xsd/components.ts";
import { Lowering } from "../../scripts/xsd/lower.ts";
import { resolveSchemas } from "../../scripts/xsd/resolve.ts";
import type { SchemaSyntax } from "../../scripts/xsd/syntax.ts";

/** Schema documents, resolved as a strict run does it. */
export interface ResolvedSchemas {
  readonly set: SchemaSet;
  /** What keeps a strict run from going on; empty for a valid schema. */
  readonly errors: readonly Diagnostic[];
}

/** That a document is absent is no breach of the standard (part 1, 4.2.1 and 4.2.3): what needs it is, and is told on its own. */
const absent = "source.missing";

/** Reads and resolves schema documents together: what breaks the standard is an error. */
export async function resolveDocuments(
  folder: string,
  schemas: readonly string[],
  locations: readonly string[] = [],
): Promise<ResolvedSchemas> {
  const diagnostics = new Diagnostics({ strict: true });
  const loader = new Loader(diagnostics);
  const all: SchemaSyntax[] = [];
  for (const schema of schemas) {
    const url = urlOf(join(folder, schema));
    const loaded = await loader.load(url);
    if ("missing" in loaded) throw new Error(`${schema} of the suite: ${loaded.missing}`);
    if (loaded.document !== undefined) all.push(...(await loader.schemas(loaded.document, url)));
  }
  for (const url of locations) {
    // A hint that leads nowhere is no error (part 1, 4.3.2).
    const loaded = await loader.load(url);
    const document = "missing" in loaded ? undefined : loaded.document;
    if (document !== undefined) all.push(...(await loader.schemas(document, url)));
  }
  const set = resolveSchemas(all, diagnostics);
  return { set, errors: diagnostics.all.filter(({ severity, code }) => severity === "error" && code !== absent) };
}

/** What decodes documents by a schema. */
export interface Codecs {
  readonly model: Model;
  readonly live: LiveCodecs;
  /** The global declarations: what wildcards and xsi:type are checked by. */
  readonly schema: SchemaIndex;
  /** What the generator cannot carry yet; empty where the codecs are complete. */
  readonly unsupported: readonly Diagnostic[];
}

/** Lowers a schema and makes its codecs. */
export function codecsOf(set: SchemaSet): Codecs {
  const diagnostics = new Diagnostics();
  const lowering = new Lowering(set, diagnostics);
  lowering.everything();
  const lowered: Model = {
    sources: [],
    targetNamespace: set.namespaces[0] ?? "",
    types: lowering.types,
    elements: lowering.elements,
    services: [],
    ...(lowering.types.length + lowering.elements.length === 0 ? {} : { declared: lowering.declared }),
  };
  const model = applyPasses(lowered, defaultModelOptions, diagnostics);
  const unsupported = diagnostics.all.filter(({ severity }) => severity === "error");
  const live = new LiveCodecs(model);
  return { model, live, schema: schemaIndex(live.schema()), unsupported };
}

/** The codec of a document by the declaration of its root element; undefined where there is none. */
export function rootCodec({ live }: Codecs, [namespace, localName]: Name): RootCodec<unknown> | undefined {
  return live.roots().find((root) => root.namespace === namespace && root.localName === localName)?.codec;
}

/** Diagnostics in one line, the first three. */
export function toldShort(found: readonly Diagnostic[]): string {
  return found
    .slice(0, 3)
    .map(({ code, at, message }) => `${code} ${at.line}:${at.column} ${message}`)
    .join(" | ");
}
