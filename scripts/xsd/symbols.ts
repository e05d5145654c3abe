/** The named components of a set of schema documents, as written, and what to say of a name that is not among them. */
import type { Name } from "../../src/runtime/codec/table.ts";
import type { Diagnostics, Place } from "../diagnostics.ts";
import { builtinNamed, builtinSimpleTypes } from "./builtins.ts";
import { keyOf } from "./components.ts";
import { MissingDocuments } from "./missing-documents.ts";
import { nearest } from "./nearest.ts";
import { xsdNamespace } from "./namespaces.ts";
import type {
  AttributeGroupSyntax,
  AttributeSyntax,
  ComplexTypeSyntax,
  ElementSyntax,
  GroupSyntax,
  SchemaReference,
  SchemaSyntax,
  SimpleTypeSyntax,
} from "./syntax.ts";

interface Named {
  readonly name?: Name;
  readonly at: Place;
}

/** Named components of one kind. */
export class SymbolTable<T extends Named> {
  /** What diagnostics call the kind. */
  readonly what: string;
  readonly #diagnostics: Diagnostics;
  readonly #components = new Map<string, T>();
  /** What a redefinition stands in place of, and refers to by its own name (4.2.2). */
  readonly #originals = new Map<T, T | undefined>();
  readonly #replaced = new Set<T>();

  constructor(what: string, declared: readonly T[], redefined: readonly T[], diagnostics: Diagnostics) {
    this.what = what;
    this.#diagnostics = diagnostics;
    for (const component of declared) this.#declare(component);
    // Schemas are met from the outside in: a redefinition of a redefinition comes before what it redefines.
    for (const component of redefined.toReversed()) this.#redefine(component);
  }

  get entries(): Iterable<readonly [key: string, component: T]> {
    return this.#components;
  }

  /** Redefinitions, each with what it stands in place of. */
  get redefinitions(): Iterable<readonly [redefinition: T, original: T | undefined]> {
    return this.#originals;
  }

  get names(): readonly Name[] {
    return [...this.#components.values()].map(({ name }) => name).filter((name) => name !== undefined);
  }

  get(name: Name): T | undefined {
    return this.#components.get(keyOf(name));
  }

  /** What a component means by a name: by its own, a redefinition means what it redefines. */
  meant(name: Name, by: T | undefined): T | undefined {
    const itself = by?.name !== undefined && this.#originals.has(by) && keyOf(by.name) === keyOf(name);
    return itself ? this.#originals.get(by) : this.get(name);
  }

  /** Whether something was put in the component's place: it has no name any more. */
  isReplaced(component: T): boolean {
    return this.#replaced.has(component);
  }

  #declare(component: T): void {
    if (component.name === undefined || component.name[1] === "") return;
    const key = keyOf(component.name);
    const first = this.#components.get(key);
    if (first === undefined) this.#components.set(key, component);
    else this.#reportTwice(component, component.name, first);
  }

  /** Two declarations of one name are a mistake (sch-props-correct); what several documents have in common is often copied. */
  #reportTwice(component: T, name: Name, first: T): void {
    const { at } = component;
    const { uri, line, column } = first.at;
    // The same document, at hand by two addresses.
    if (at.uri === uri && at.line === line && at.column === column) return;
    const message = `the ${this.what} ${name[1]} is declared twice, first at ${uri}:${line}`;
    const differs = isSame(first, component) ? "" : ", where it says something else: that one counts";
    this.#diagnostics.tolerate("sch-props-correct", at, `${message}${differs}`);
  }

  #redefine(component: T): void {
    if (component.name === undefined) return;
    const key = keyOf(component.name);
    const original = this.#components.get(key);
    if (original === undefined) {
      const message = `there is no ${this.what} ${component.name[1]} to redefine`;
      this.#diagnostics.report("src-resolve", component.at, message);
    } else {
      this.#replaced.add(original);
      if (original.at.uri === component.at.uri) {
        const where = `at line ${original.at.line}`;
        const message = `what is redefined stands in another document: this one has a ${this.what} ${component.name[1]}`;
        this.#diagnostics.report("src-redefine", component.at, `${message} itself, ${where}`);
      }
    }
    this.#originals.set(component, original);
    this.#components.set(key, component);
  }
}

/** Whether two declarations say the same: a schema that is at hand twice is no contradiction. */
function isSame(one: Named, other: Named): boolean {
  return written(one) === written(other);
}

function written(component: Named): string {
  return JSON.stringify(component, (key, value: unknown) => {
    if (key === "at" || key === "doc") return undefined;
    if (value === Infinity) return "unbounded";
    if (value instanceof RegExp) return value.source;
    return value instanceof Set ? [...value] : value;
  });
}

/** All symbol tables of a set. */
export class Symbols {
  readonly types: SymbolTable<SimpleTypeSyntax | ComplexTypeSyntax>;
  readonly elements: SymbolTable<ElementSyntax>;
  readonly attributes: SymbolTable<AttributeSyntax>;
  readonly groups: SymbolTable<GroupSyntax>;
  readonly attributeGroups: SymbolTable<AttributeGroupSyntax>;
  /** Keys of the notations. */
  readonly notations: ReadonlySet<string>;
  readonly namespaces: readonly string[];
  readonly #diagnostics: Diagnostics;
  readonly #imports: readonly SchemaReference[];
  /** Documents that are missing: what is named from there is not reported on its own. */
  readonly missing: MissingDocuments;
  /** Namespaces that were reported as missing, with no document that should have had them. */
  readonly #reported = new Set<string>();

  constructor(schemas: readonly SchemaSyntax[], diagnostics: Diagnostics) {
    const table = <T extends Named>(
      what: string,
      declared: (schema: SchemaSyntax) => readonly T[],
      redefined: (schema: SchemaSyntax) => readonly T[] = () => [],
    ): SymbolTable<T> => new SymbolTable(what, schemas.flatMap(declared), schemas.flatMap(redefined), diagnostics);
    this.#diagnostics = diagnostics;
    this.types = table(
      "type",
      // The schema of XML Schema itself declares the built-in types, which are at hand.
      ({ types }) => types.filter(({ name }) => name === undefined || builtinNamed(name) === undefined),
      ({ redefinitions }) => redefinitions.types,
    );
    this.elements = table("element", ({ elements }) => elements);
    this.attributes = table("attribute", ({ attributes }) => attributes);
    this.groups = table(
      "group",
      ({ groups }) => groups,
      ({ redefinitions }) => redefinitions.groups,
    );
    this.attributeGroups = table(
      "attribute group",
      ({ attributeGroups }) => attributeGroups,
      ({ redefinitions }) => redefinitions.attributeGroups,
    );
    const notations = table("notation", (schema) => schema.notations);
    this.notations = new Set([...notations.entries].map(([key]) => key));
    this.namespaces = [...new Set(schemas.map(({ targetNamespace }) => targetNamespace))];
    this.#imports = schemas.flatMap(({ references }) => references.filter(({ kind }) => kind === "import"));
    this.missing = new MissingDocuments(schemas, this.namespaces, diagnostics);
    for (const { namespace, name, at } of schemas.flatMap(({ unimported }) => unimported)) {
      if (!this.namespaces.includes(namespace)) continue;
      const where = namespace === "" ? "no namespace" : namespace;
      diagnostics.report("src-resolve.4.2", at, `${name} is of ${where}, which this schema should import`);
    }
  }

  /** Whether what is named from a namespace stands in a document that is absent, and that is allowed. */
  isAbsent(namespace: string): boolean {
    if (!this.#diagnostics.allowsMissing || namespace === xsdNamespace) return false;
    return this.#reported.has(namespace) || this.missing.isNeeded(namespace) || !this.namespaces.includes(namespace);
  }

  /** Reports a name that no component has, and what may have been meant. */
  unresolved<T extends Named>({ what, names }: SymbolTable<T>, [namespace, localName]: Name, at: Place): void {
    if (this.missing.needs(namespace) || this.#reported.has(namespace)) return;
    const where = namespace === "" ? "no namespace" : namespace;
    const message = `there is no ${what} ${localName} in ${where}`;
    if (namespace !== xsdNamespace && !this.namespaces.includes(namespace)) {
      const imported = this.#imports.some((reference) => (reference.namespace ?? "") === namespace);
      const why = imported ? ", and its import says no location" : "";
      // One document that is absent, and all that is named from it.
      if (this.#diagnostics.allowsMissing) this.#reported.add(namespace);
      const code = this.#diagnostics.allowsMissing ? "source.missing" : "src-resolve";
      this.#diagnostics.report(code, at, `${message}: no schema of that namespace is at hand${why}`);
      return;
    }
    const builtins = namespace === xsdNamespace && what === "type" ? [...builtinSimpleTypes.keys(), "anyType"] : [];
    const here = names.filter((name) => name[0] === namespace).map((name) => name[1]);
    const near = nearest(localName, [...here, ...builtins]);
    const elsewhere = names.find((name) => name[1] === localName)?.[0];
    const hint =
      elsewhere !== undefined
        ? `; there is one in ${elsewhere === "" ? "no namespace" : elsewhere}`
        : near === undefined
          ? ""
          : `; did you mean ${near}?`;
    this.#diagnostics.report("src-resolve", at, `${message}${hint}`);
  }
}
