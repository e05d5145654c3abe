/** Schemas, and those that they import, include or redefine, each read once for each namespace that it stands in. */
import type { Name } from "../../src/runtime/codec/table.ts";
import type { Diagnostics } from "../diagnostics.ts";
import { readSchema, xsdNamespace } from "../xsd/read.ts";
import type { SchemaReference, SchemaSyntax } from "../xsd/syntax.ts";
import { attribute, type Loaded, type SourceDocument, type XmlNode } from "./document.ts";

/** What the collector asks of a loader. */
interface Documents {
  load(url: string): Promise<Loaded>;
  ahead(urls: readonly string[]): void;
  locate(location: string, base: string): string | undefined;
  listed(key: string): string | undefined;
}

/** A schema that was found and is still to be read. */
interface Found {
  readonly node: XmlNode;
  readonly url: string;
  /** Namespace that a schema without one takes from the schema that includes it (part 1, 4.2.1). */
  readonly adopted?: string;
  /** It stands in the types section of a WSDL, whose schemas see each other. */
  readonly embedded: boolean;
}

/** Walks from schema to schema; remembers across calls what it has answered. */
export class SchemaCollector {
  readonly #documents: Documents;
  readonly #diagnostics: Diagnostics;
  /** The documents that a document redefines, and of what names. */
  readonly #redefined = new Map<string, { readonly names: readonly string[]; readonly urls: Set<string> }>();
  readonly #seen = new Set<string>();
  readonly #namespaces = new Set<string>();

  constructor(documents: Documents, diagnostics: Diagnostics) {
    this.#documents = documents;
    this.#diagnostics = diagnostics;
  }

  /** The schemas of a document and all that they refer to, in the order in which they are met. */
  async collect(entry: SourceDocument, url: string): Promise<readonly SchemaSyntax[]> {
    const collected: SchemaSyntax[] = [];
    if (!isContract(entry.root)) this.#reportFormat(entry.root);
    const queue: Found[] = schemasIn(entry.root).map((node) => ({ node, url, embedded: node !== entry.root }));
    const unmet = new Map<string, SchemaReference>();
    for (;;) {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        if (!next.embedded && !this.#isNew(next)) continue;
        const schema = this.#read(next);
        this.#namespaces.add(schema.targetNamespace);
        const references: SchemaReference[] = [];
        this.#documents.ahead(schema.references.flatMap((reference) => this.#located(reference, next.url) ?? []));
        for (const reference of schema.references) {
          const { missing, found } = await this.#follow(reference, next.url, schema.targetNamespace);
          references.push(missing === undefined ? reference : { ...reference, missing });
          if (found !== undefined && reference.kind === "redefine")
            this.#noteRedefinition(next.url, schema, found.url, reference);
          if (found !== undefined) queue.push(found);
          else if (reference.kind === "import") unmet.set(reference.namespace ?? "", reference);
        }
        collected.push({ ...schema, references });
      }
      const listed = await this.#listed(unmet);
      if (listed === undefined) return collected;
      queue.push(listed);
    }
  }

  /** Reports a document that redefines what it is to be redefined in itself, however far apart. */
  #noteRedefinition(from: string, schema: SchemaSyntax, to: string, { at }: SchemaReference): void {
    const own = this.#redefined.get(from) ?? { names: namesIn(schema.redefinitions), urls: new Set() };
    this.#redefined.set(from, own);
    own.urls.add(to);
    const reached = new Set([to]);
    // What is redefined by what is redefined is found on the way: a set goes on with what is added to it.
    for (const url of reached) for (const next of this.#redefined.get(url)?.urls ?? []) reached.add(next);
    if (!reached.delete(from)) return;
    const twice = own.names.find((name) => [...reached].some((url) => this.#redefined.get(url)?.names.includes(name)));
    if (twice === undefined) return;
    this.#diagnostics.report(
      "src-redefine",
      at,
      `the document that is redefined redefines ${twice} of this one in turn`,
    );
  }

  #read({ node, adopted, embedded }: Found): SchemaSyntax {
    return readSchema(node, this.#diagnostics, {
      ...(adopted === undefined ? {} : { adopted }),
      imports: embedded ? "assumed" : "required",
    });
  }

  /** What the catalog has for a namespace that is imported and provided by no document that was met. */
  async #listed(unmet: Map<string, SchemaReference>): Promise<Found | undefined> {
    for (const [namespace, reference] of unmet) {
      unmet.delete(namespace);
      const url = this.#namespaces.has(namespace) ? undefined : this.#documents.listed(namespace);
      const followed = url === undefined ? {} : await this.#open(url, reference, namespace);
      if (followed.found !== undefined) return followed.found;
    }
    return undefined;
  }

  /** A document is another schema for each namespace that adopts it. */
  #isNew({ node, url, adopted }: Found): boolean {
    const key = `${url} ${attribute(node, "targetNamespace") ?? adopted ?? ""}`;
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }

  async #follow(reference: SchemaReference, base: string, target: string): Promise<Followed> {
    if (reference.location === undefined || isBuiltIn(reference)) return {};
    const url = this.#located(reference, base);
    if (url !== undefined) return this.#open(url, reference, target);
    return { missing: { url: reference.location, reason: "it is not an address" } };
  }

  #located(reference: SchemaReference, base: string): string | undefined {
    if (reference.location === undefined || isBuiltIn(reference)) return undefined;
    return this.#documents.locate(reference.location, base);
  }

  #reportFormat({ localName, namespace, at }: XmlNode): void {
    this.#diagnostics.report("source.format", at, `a schema is expected, not ${localName} of ${named(namespace)}`);
  }

  async #open(url: string, { kind, namespace, at }: SchemaReference, target: string): Promise<Followed> {
    const loaded = await this.#documents.load(url);
    if ("missing" in loaded) return { missing: { url, reason: loaded.missing } };
    if (loaded.document === undefined) return { missing: { url, reason: "it is malformed" } };
    const { root } = loaded.document;
    if (root.namespace !== xsdNamespace || root.localName !== "schema") {
      this.#reportFormat(root);
      return {};
    }
    const own = attribute(root, "targetNamespace");
    if (kind === "import") {
      if ((own ?? "") === (namespace ?? "")) return { found: { node: root, url, embedded: false } };
      // It is clear which document is meant, and its components are in the namespace that it says itself.
      const message = `${root.at.uri} is the schema of ${named(own)}, not of ${named(namespace)}`;
      this.#diagnostics.report("src-import", at, message);
      return { found: { node: root, url, embedded: false } };
    }
    if (own === undefined || own === target) return { found: { node: root, url, adopted: target, embedded: false } };
    const message = `${root.at.uri} is the schema of ${own}, not of ${named(target)}: it is imported instead`;
    this.#diagnostics.report("src-include", at, message);
    return { found: { node: root, url, embedded: false } };
  }
}

/** The built-in types are at hand; their own schema, which has a document type, would say the same. */
function isBuiltIn({ kind, namespace }: SchemaReference): boolean {
  return kind === "import" && namespace === xsdNamespace;
}

/** What is redefined, each with its kind. */
function namesIn({ types, groups, attributeGroups }: SchemaSyntax["redefinitions"]): readonly string[] {
  const named = (kind: string, components: readonly { readonly name?: Name }[]): readonly string[] =>
    components.map(({ name }) => `the ${kind} ${name?.[1] ?? ""}`);
  return [...named("type", types), ...named("group", groups), ...named("attribute group", attributeGroups)];
}

interface Followed {
  readonly found?: Found;
  readonly missing?: { readonly url: string; readonly reason: string };
}

function named(namespace: string | undefined): string {
  return namespace === undefined || namespace === "" ? "no namespace" : namespace;
}

/** Whether a document has schemas, or may have some: it is one, or a WSDL. */
function isContract({ namespace, localName }: XmlNode): boolean {
  return (namespace === xsdNamespace && localName === "schema") || localName === "definitions";
}

/** The xs:schema elements of a document: its root, or those in the types section of a WSDL. */
function schemasIn(root: XmlNode): XmlNode[] {
  if (root.namespace === xsdNamespace) return [root];
  const sections = root.children.filter((child) => child.localName === "types");
  return sections
    .flatMap((types) => types.children)
    .filter((child) => child.namespace === xsdNamespace && child.localName === "schema");
}
