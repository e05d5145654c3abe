/** Schema documents and all that they import and include, each read once. The network is left alone unless it is asked for. */
import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { SpecwireError } from "../../src/runtime/errors.ts";
import { decodeText } from "../../src/runtime/xml/encoding.ts";
import type { Diagnostics, Place } from "../diagnostics.ts";
import { readSchema, xsdNamespace } from "../xsd/read.ts";
import type { SchemaSyntax } from "../xsd/syntax.ts";
import { parseXml, type SourceDocument } from "./document.ts";

/** How documents are found. */
export interface LoadOptions {
  /** Fetches documents from http and https addresses; without it they are reported as missing. */
  readonly fetch?: (url: string) => Promise<Uint8Array>;
}

/** Reads documents and remembers them; `documents` is everything that was read, in that order. */
export class Loader {
  readonly #diagnostics: Diagnostics;
  readonly #options: LoadOptions;
  readonly #documents = new Map<string, SourceDocument | undefined>();

  constructor(diagnostics: Diagnostics, options: LoadOptions = {}) {
    this.#diagnostics = diagnostics;
    this.#options = options;
  }

  get documents(): readonly SourceDocument[] {
    return [...this.#documents.values()].filter((document) => document !== undefined);
  }

  /** Reads a document by its URL; `from` is who asks for it. */
  async document(url: string, from: Place): Promise<SourceDocument | undefined> {
    if (this.#documents.has(url)) return this.#documents.get(url);
    const text = await this.text(url, from);
    const document = text === undefined ? undefined : parseXml(displayName(url), text, this.#diagnostics);
    this.#documents.set(url, document);
    return document;
  }

  /** Text of a document of any format. */
  async text(url: string, from: Place): Promise<string | undefined> {
    try {
      return decodeText(await this.#bytes(url));
    } catch (error) {
      const reason = error instanceof SpecwireError || error instanceof Error ? error.message : String(error);
      this.#diagnostics.report("source.missing", from, `${displayName(url)} cannot be read: ${reason}`);
      return undefined;
    }
  }

  async #bytes(url: string): Promise<Uint8Array> {
    if (url.startsWith("file:")) return readFileSync(fileURLToPath(url));
    if (this.#options.fetch === undefined)
      throw new Error("documents on the network are only read where that is asked for");
    return this.#options.fetch(url);
  }

  /**
   * The schemas of a document and of everything that they import or include with a location. A schema embedded in a WSDL sees the others
   * embedded there without a location; an import that finds its namespace in neither is reported.
   */
  async schemas(entry: SourceDocument, url: string): Promise<readonly SchemaSyntax[]> {
    const found: SchemaSyntax[] = [];
    const seen = new Set<string>();
    const queue = schemasIn(entry).map((node) => ({ node, url, adopted: undefined as string | undefined }));
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const schema = readSchema(next.node, this.#diagnostics, next.adopted);
      found.push(schema);
      for (const reference of schema.references) {
        if (reference.location === undefined) continue;
        const target = new URL(reference.location, next.url).href;
        const adopted = reference.kind === "import" ? undefined : schema.targetNamespace;
        // A chameleon is another schema for each namespace that adopts it.
        const key = `${target} ${adopted ?? ""}`;
        if (seen.has(key) || (target === url && reference.kind !== "import")) continue;
        seen.add(key);
        if (reference.kind === "redefine") {
          this.#diagnostics.report("xsd.unsupported", reference.at, "xs:redefine is not carried yet");
        }
        const document = await this.document(target, reference.at);
        if (document === undefined) continue;
        if (document.root.namespace !== xsdNamespace || document.root.localName !== "schema") {
          this.#diagnostics.report(
            "source.format",
            document.root.at,
            `a schema is expected, not ${document.root.localName}`,
          );
          continue;
        }
        queue.push({ node: document.root, url: target, adopted });
      }
    }
    this.#imported(found);
    return found;
  }

  #imported(schemas: readonly SchemaSyntax[]): void {
    const known = new Set([
      ...schemas.map((schema) => schema.targetNamespace),
      xsdNamespace,
      "http://www.w3.org/XML/1998/namespace",
    ]);
    for (const { references } of schemas) {
      for (const { kind, namespace, location, at } of references) {
        if (kind !== "import" || location !== undefined || known.has(namespace ?? "")) continue;
        this.#diagnostics.report(
          "src-import",
          at,
          `no schema of ${namespace ?? "no namespace"} is at hand, and the import says no location`,
        );
      }
    }
  }
}

/** The xs:schema elements of a document: its root, or those in the types section of a WSDL. */
function schemasIn({ root }: SourceDocument): SourceDocument["root"][] {
  if (root.namespace === xsdNamespace) return [root];
  return root.children
    .filter((child) => child.localName === "types")
    .flatMap((types) =>
      types.children.filter((child) => child.namespace === xsdNamespace && child.localName === "schema"),
    );
}

/** URL of a path or URL that a user wrote. */
export function urlOf(pathOrUrl: string): string {
  return /^https?:\/\//.test(pathOrUrl) ? pathOrUrl : pathToFileURL(resolve(pathOrUrl)).href;
}

/** How diagnostics and headers name a document: relative to the working directory, with forward slashes. */
export function displayName(url: string): string {
  if (!url.startsWith("file:")) return url;
  return relative(process.cwd(), fileURLToPath(url)).replaceAll("\\", "/");
}
