/**
 * Documents that schemas refer to and that could not be read. The specification lets them be absent (part 1, 4.2.1 to 4.2.3)
 * as long as nothing is named from them; what is named from them has no meaning without them.
 */
import type { Diagnostics } from "../diagnostics.ts";
import { missingMessage } from "../source/load.ts";
import { isEncodingNamespace } from "./builtins.ts";
import { xmlNamespace } from "./namespaces.ts";
import type { SchemaReference, SchemaSyntax } from "./syntax.ts";

type Missing = SchemaReference & Required<Pick<SchemaReference, "missing">>;

/** What is missing, by the namespace that it would say something of. */
export class MissingDocuments {
  readonly #diagnostics: Diagnostics;
  readonly #missing = new Map<string, Missing[]>();
  readonly #needed = new Set<string>();

  constructor(schemas: readonly SchemaSyntax[], provided: readonly string[], diagnostics: Diagnostics) {
    this.#diagnostics = diagnostics;
    for (const { references, targetNamespace } of schemas) {
      for (const reference of references) this.#note(reference, targetNamespace, provided);
    }
    // Messages of a WSDL name elements and types, too, and are looked at later.
    if (schemas.some(({ embedded }) => embedded)) for (const namespace of this.#missing.keys()) this.needs(namespace);
  }

  /** A missing document matters unless another one provides what it was imported for. */
  #note(reference: SchemaReference, target: string, provided: readonly string[]): void {
    const { kind, namespace = "", missing } = reference;
    if (missing === undefined) return;
    const isKnown = namespace === xmlNamespace || isEncodingNamespace(namespace);
    if (kind === "import" && (provided.includes(namespace) || isKnown)) return;
    const about = kind === "import" ? namespace : target;
    const known = this.#missing.get(about) ?? [];
    this.#missing.set(about, known);
    known.push({ ...reference, missing });
  }

  /** The namespaces that something is missing of. */
  get namespaces(): ReadonlySet<string> {
    return new Set(this.#missing.keys());
  }

  /** Whether what is named from a namespace may stand in a document that is missing: then that is what is reported. */
  needs(namespace: string): boolean {
    if (!this.#missing.has(namespace)) return false;
    this.#needed.add(namespace);
    return true;
  }

  /** Whether something is named from a namespace of which a document is missing. */
  isNeeded(namespace: string): boolean {
    return this.#needed.has(namespace);
  }

  /** Reports everything that is missing: as an error where something is named from it. */
  report(): void {
    for (const [namespace, references] of this.#missing) {
      const isNeeded = this.#needed.has(namespace);
      for (const { missing, at } of references) {
        const message = missingMessage(missing.url, missing.reason);
        if (isNeeded) this.#diagnostics.report("source.missing", at, message);
        else this.#diagnostics.report("xsd.ignored", at, `${message}: it is not needed`);
      }
    }
  }
}
