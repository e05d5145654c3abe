/** Schema documents as a contract: loaded together, resolved, lowered, and ready to decode. */
import { join } from "node:path";
import { Diagnostics, type Diagnostic } from "../../scripts/diagnostics.ts";
import { LiveCodecs } from "../../scripts/model/live.ts";
import type { RootCodec } from "../../src/runtime/codec/index.ts";
import type { Hints } from "./hints.ts";
import type { Model, TypeRef } from "../../scripts/model/model.ts";
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

/**
 * The codec of a document: by the declaration of its root element, or by the type that xsi:type gives it where there is none (part 1,
 * 5.2).
 */
export function rootCodec({ model, live }: Codecs, { root, type }: Hints): RootCodec<unknown> | undefined {
  const declared = live.roots().find(({ namespace, localName }) => namespace === root[0] && localName === root[1]);
  if (declared !== undefined || type === undefined) return declared?.codec;
  const named = model.types.find(({ name }) => name?.[0] === type[0] && name[1] === type[1]);
  const ref: TypeRef | undefined = named === undefined ? undefined : { kind: "type", id: named.id };
  if (ref === undefined) return undefined;
  const at = { uri: "", line: 1, column: 1 };
  return live.root({ kind: "element", element: { name: root, hint: root[1], nil: false, type: ref, at } });
}

/** Diagnostics in one line, the first three. */
export function toldShort(found: readonly Diagnostic[]): string {
  return found
    .slice(0, 3)
    .map(({ code, at, message }) => `${code} ${at.line}:${at.column} ${message}`)
    .join(" | ");
}
