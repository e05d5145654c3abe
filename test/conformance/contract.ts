/** Schema documents as a contract: loaded together, resolved, lowered, and ready to decode. */
import { join } from "node:path";
import { Diagnostics, type Diagnostic } from "../../scripts/diagnostics.ts";
import { LiveCodecs } from "../../scripts/model/live.ts";
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
    const document = await loader.document(url, { uri: schema, line: 1, column: 1 });
    if (document !== undefined) all.push(...(await loader.schemas(document, url)));
  }
  for (const url of locations) {
    // A hint that leads nowhere is no error (part 1, 4.3.2).
    const loaded = await loader.load(url);
    const document = "missing" in loaded ? undefined : loaded.document;
    if (document !== undefined) all.push(...(await loader.schemas(document, url)));
  }
  const set = resolveSchemas(all, diagnostics);
  return { set, errors: diagnostics.all.filter(({ severity }) => severity === "error") };
}

/** What decodes documents by a schema. */
export interface Codecs {
  readonly model: Model;
  readonly live: LiveCodecs;
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
  };
  const model = applyPasses(lowered, defaultModelOptions, diagnostics);
  const unsupported = diagnostics.all.filter(({ severity }) => severity === "error");
  return { model, live: new LiveCodecs(model), unsupported };
}

/** Diagnostics in one line, the first three. */
export function toldShort(found: readonly Diagnostic[]): string {
  return found
    .slice(0, 3)
    .map(({ code, at, message }) => `${code} ${at.line}:${at.column} ${message}`)
    .join(" | ");
}
