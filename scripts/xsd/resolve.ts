/**
 * Schema documents to components (XSD 1.0 part 1, 3): references become links, groups their particles, derived types their effective
 * content. Types of elements are linked on first use, so recursion ties itself; `resolveSchemas` walks everything before it answers.
 */
import type { Name } from "../../src/runtime/codec/table.ts";
import type { Diagnostics, Place } from "../diagnostics.ts";
import { anyType, builtinSimpleTypes } from "./builtins.ts";
import {
  keyOf,
  type AttributeDeclaration,
  type AttributeUse,
  type ComplexType,
  type ElementDeclaration,
  type ModelGroup,
  type Particle,
  type SchemaSet,
  type SimpleType,
  type TypeDefinition,
  type Wildcard,
} from "./components.ts";
import { xsdNamespace } from "./read.ts";
import type {
  AttributeGroupSyntax,
  AttributesSyntax,
  AttributeSyntax,
  ComplexTypeSyntax,
  ElementSyntax,
  GroupSyntax,
  ParticleSyntax,
  SchemaSyntax,
  SimpleTypeSyntax,
  TypeReference,
} from "./syntax.ts";
import { nearest } from "./nearest.ts";

/** Resolves all schemas of a set together. Everything that cannot be resolved is reported; what stands in its place is xs:anyType. */
export function resolveSchemas(schemas: readonly SchemaSyntax[], diagnostics: Diagnostics): SchemaSet {
  return new Resolver(schemas, diagnostics).resolve();
}

type Named<T> = ReadonlyMap<string, T>;

class Resolver {
  readonly #schemas: readonly SchemaSyntax[];
  readonly #diagnostics: Diagnostics;
  readonly #types: Named<SimpleTypeSyntax | ComplexTypeSyntax>;
  readonly #elements: Named<ElementSyntax>;
  readonly #attributes: Named<AttributeSyntax>;
  readonly #groups: Named<GroupSyntax>;
  readonly #attributeGroups: Named<AttributeGroupSyntax>;
  readonly #doneTypes = new Map<string, TypeDefinition>();
  readonly #doneElements = new Map<string, ElementDeclaration>();
  readonly #doneAttributes = new Map<string, AttributeDeclaration>();
  /** What is being built: met again, it is circular. */
  readonly #building = new Set<string>();
  /** Elements whose types are still to be linked. */
  readonly #pending: ElementDeclaration[] = [];

  constructor(schemas: readonly SchemaSyntax[], diagnostics: Diagnostics) {
    this.#schemas = schemas;
    this.#diagnostics = diagnostics;
    this.#types = this.#index("type", (schema) => schema.types);
    this.#elements = this.#index("element", (schema) => schema.elements);
    this.#attributes = this.#index("attribute", (schema) => schema.attributes);
    this.#groups = this.#index("group", (schema) => schema.groups);
    this.#attributeGroups = this.#index("attribute group", (schema) => schema.attributeGroups);
  }

  resolve(): SchemaSet {
    const types = new Map<string, TypeDefinition>();
    for (const [key, syntax] of this.#types) {
      if (syntax.name !== undefined) types.set(key, this.#typeNamed(syntax.name, syntax.at));
    }
    const elements = new Map(
      [...this.#elements].map(([key, syntax]) => [key, this.#globalElement(key, syntax)] as const),
    );
    const attributes = new Map(
      [...this.#attributes].map(([key, syntax]) => [key, this.#globalAttribute(key, syntax)] as const),
    );
    for (let element = this.#pending.pop(); element !== undefined; element = this.#pending.pop()) void element.type;
    return {
      types,
      elements,
      attributes,
      namespaces: [...new Set(this.#schemas.map((schema) => schema.targetNamespace))],
    };
  }

  #index<T extends { readonly name?: Name; readonly at: Place }>(
    what: string,
    list: (schema: SchemaSyntax) => readonly T[],
  ): Named<T> {
    const index = new Map<string, T>();
    for (const component of this.#schemas.flatMap(list)) {
      if (component.name === undefined) continue;
      const key = keyOf(component.name);
      const first = index.get(key);
      if (first === undefined) index.set(key, component);
      else {
        const { uri, line } = first.at;
        this.#diagnostics.report(
          "xsd.duplicate",
          component.at,
          `the ${what} ${component.name[1]} is declared twice, first at ${uri}:${line}`,
        );
      }
    }
    return index;
  }

  #unresolved(what: string, name: Name, at: Place, known: Iterable<string>): void {
    const near = nearest(keyOf(name), known);
    const namespace = name[0] === "" ? "no namespace" : name[0];
    const hint = near === undefined ? "" : `; did you mean ${near}?`;
    this.#diagnostics.report("src-resolve", at, `there is no ${what} ${name[1]} in ${namespace}${hint}`);
  }

  // ---- types ----------------------------------------------------------------------------------------------------------

  #type(reference: TypeReference | undefined): TypeDefinition {
    if (reference === undefined) return anyType;
    if (reference.kind === "name") return this.#typeNamed(reference.name, reference.at);
    return reference.kind === "simpleType" ? this.#simpleType(reference) : this.#complexType(reference);
  }

  #typeNamed(name: Name, at: Place): TypeDefinition {
    if (name[0] === xsdNamespace) {
      const builtin = name[1] === "anyType" ? anyType : builtinSimpleTypes.get(name[1]);
      if (builtin !== undefined) return builtin;
    }
    const key = keyOf(name);
    const done = this.#doneTypes.get(key);
    if (done !== undefined) return done;
    const syntax = this.#types.get(key);
    if (syntax === undefined) {
      const names =
        name[0] === xsdNamespace
          ? [...builtinSimpleTypes.keys()].map((local) => keyOf([xsdNamespace, local]))
          : this.#types.keys();
      this.#unresolved("type", name, at, names);
      this.#doneTypes.set(key, anyType);
      return anyType;
    }
    if (this.#building.has(`type ${key}`)) {
      this.#diagnostics.report("xsd.circular", syntax.at, `the type ${name[1]} is derived from itself`);
      return anyType;
    }
    this.#building.add(`type ${key}`);
    const type = syntax.kind === "simpleType" ? this.#simpleType(syntax) : this.#complexType(syntax);
    this.#building.delete(`type ${key}`);
    this.#doneTypes.set(key, type);
    return type;
  }

  #simple(reference: TypeReference, at: Place): SimpleType {
    const type = this.#type(reference);
    if (type.kind === "simple") return type;
    if (type !== anyType)
      this.#diagnostics.report("src-resolve", at, `${type.name?.[1] ?? "the type"} is not a simple type`);
    return this.#anySimple();
  }

  #anySimple(): SimpleType {
    const type = builtinSimpleTypes.get("anySimpleType");
    if (type === undefined) throw new Error("anySimpleType is built in");
    return type;
  }

  #simpleType(syntax: SimpleTypeSyntax): SimpleType {
    const { variety, name } = syntax;
    const shared = { kind: "simple", name, ...documented(syntax) } as const;
    switch (variety.kind) {
      case "list":
        return { ...shared, variety: { kind: "list", item: this.#simple(variety.item, syntax.at) } };
      case "union":
        return {
          ...shared,
          variety: { kind: "union", members: variety.members.map((member) => this.#simple(member, syntax.at)) },
        };
      case "restriction": {
        const { facets, enumeration } = variety.facets;
        return {
          ...shared,
          variety: {
            kind: "restriction",
            base: this.#simple(variety.base, syntax.at),
            facets,
            ...(enumeration.length === 0 ? {} : { enumeration }),
          },
        };
      }
    }
  }

  #complexType(syntax: ComplexTypeSyntax): ComplexType {
    const base = syntax.content.base === undefined ? anyType : this.#type(syntax.content.base);
    const inherited = base.kind === "complex" && base !== anyType ? base : undefined;
    const own = this.#attributesOf(syntax.attributes, syntax.at);
    const { derivation } = syntax.content;
    return {
      kind: "complex",
      name: syntax.name,
      ...documented(syntax),
      base,
      derivation,
      abstract: syntax.abstract,
      mixed:
        syntax.mixed || (derivation === "extension" && inherited?.mixed === true && syntax.content.kind === "complex"),
      attributes: mergeAttributes(inherited?.attributes ?? [], own.uses, own.prohibited),
      attributeWildcard: derivation === "extension" ? (own.wildcard ?? inherited?.attributeWildcard) : own.wildcard,
      content:
        syntax.content.kind === "simple" ? this.#simpleContent(syntax, base) : this.#complexContent(syntax, inherited),
    };
  }

  #simpleContent(syntax: ComplexTypeSyntax, base: TypeDefinition): ComplexType["content"] {
    if (syntax.content.kind !== "simple") return { kind: "empty" };
    const { inline, facets, derivation } = syntax.content;
    const inherited = base.kind === "simple" ? base : base.content.kind === "simple" ? base.content.type : undefined;
    if (inherited === undefined && inline === undefined) {
      this.#diagnostics.report("src-resolve", syntax.at, `the base ${base.name?.[1] ?? "type"} has no simple content`);
    }
    const type = inline === undefined ? (inherited ?? this.#anySimple()) : this.#simpleType(inline);
    if (derivation === "extension" || (Object.keys(facets.facets).length === 0 && facets.enumeration.length === 0)) {
      return { kind: "simple", type };
    }
    const enumeration = facets.enumeration.length === 0 ? {} : { enumeration: facets.enumeration };
    const variety = { kind: "restriction", base: type, facets: facets.facets, ...enumeration } as const;
    return { kind: "simple", type: { kind: "simple", name: undefined, at: syntax.at, variety } };
  }

  #complexContent(syntax: ComplexTypeSyntax, inherited: ComplexType | undefined): ComplexType["content"] {
    if (syntax.content.kind !== "complex") return { kind: "empty" };
    const { particle: model, derivation } = syntax.content;
    const [own] = model === undefined ? [] : this.#particles(model);
    const before = inherited?.content;
    if (derivation === "extension" && before?.kind === "simple") {
      if (own === undefined) return before;
      this.#diagnostics.report(
        "src-resolve",
        syntax.at,
        `the base ${inherited?.name?.[1] ?? "type"} has simple content: it takes no elements`,
      );
    }
    if (derivation === "extension" && before?.kind === "elements") {
      if (own === undefined) return before;
      const term = { kind: "sequence", particles: [before.particle, own], at: syntax.at } as const;
      return { kind: "elements", particle: { min: 1, max: 1, at: syntax.at, term } };
    }
    return own === undefined ? { kind: "empty" } : { kind: "elements", particle: own };
  }

  // ---- particles ------------------------------------------------------------------------------------------------------

  /** A particle with its references followed; none where it cannot occur, or not be resolved. */
  #particles(syntax: ParticleSyntax): Particle[] {
    if (syntax.max === 0) return [];
    const { min, max } = syntax;
    switch (syntax.kind) {
      case "element": {
        const term =
          syntax.ref === undefined ? this.#element(syntax, false) : this.#elementNamed(syntax.ref, syntax.at);
        return term === undefined ? [] : [{ min, max, ...documented(syntax), term }];
      }
      case "wildcard": {
        const { namespaces, process } = syntax;
        return [
          { min, max, ...documented(syntax), term: { kind: "wildcard", namespaces, process, ...documented(syntax) } },
        ];
      }
      case "group": {
        const group = this.#groups.get(keyOf(syntax.ref));
        if (group === undefined) {
          this.#unresolved("group", syntax.ref, syntax.at, this.#groups.keys());
          return [];
        }
        const key = `group ${keyOf(syntax.ref)}`;
        if (this.#building.has(key)) {
          this.#diagnostics.report("xsd.circular", group.at, `the group ${syntax.ref[1]} contains itself`);
          return [];
        }
        this.#building.add(key);
        const particles = group.model.particles.flatMap((particle) => this.#particles(particle));
        this.#building.delete(key);
        return [
          { min, max, ...documented(syntax), term: { kind: group.model.kind, particles, ...documented(group.model) } },
        ];
      }
      default: {
        const particles = syntax.particles.flatMap((particle) => this.#particles(particle));
        const term: ModelGroup = { kind: syntax.kind, particles, ...documented(syntax) };
        return particles.length === 0 && syntax.kind !== "choice" ? [] : [{ min, max, ...documented(syntax), term }];
      }
    }
  }

  #elementNamed(name: Name, at: Place): ElementDeclaration | undefined {
    const key = keyOf(name);
    const syntax = this.#elements.get(key);
    if (syntax !== undefined) return this.#globalElement(key, syntax);
    this.#unresolved("element", name, at, this.#elements.keys());
    return undefined;
  }

  #globalElement(key: string, syntax: ElementSyntax): ElementDeclaration {
    const done = this.#doneElements.get(key);
    if (done !== undefined) return done;
    const element = this.#element(syntax, true);
    this.#doneElements.set(key, element);
    return element;
  }

  #element(syntax: ElementSyntax, global: boolean): ElementDeclaration {
    let type: TypeDefinition | undefined;
    const link = (): TypeDefinition => {
      if (syntax.type !== undefined) return this.#type(syntax.type);
      // Without a type of its own, a member of a substitution group has its head's (3.3.2).
      const head = syntax.substitutes === undefined ? undefined : this.#elements.get(keyOf(syntax.substitutes));
      return head === undefined || head === syntax
        ? anyType
        : this.#globalElement(keyOf(syntax.substitutes ?? ["", ""]), head).type;
    };
    const head = syntax.substitutes === undefined ? undefined : this.#elementNamed(syntax.substitutes, syntax.at);
    const element: ElementDeclaration = {
      kind: "element",
      name: syntax.name ?? ["", ""],
      global,
      get type() {
        return (type ??= link());
      },
      nillable: syntax.nillable,
      abstract: syntax.abstract,
      ...(syntax.default === undefined ? {} : { default: syntax.default }),
      ...(syntax.fixed === undefined ? {} : { fixed: syntax.fixed }),
      ...(head === undefined ? {} : { substitutes: head }),
      ...documented(syntax),
    };
    this.#pending.push(element);
    return element;
  }

  // ---- attributes -----------------------------------------------------------------------------------------------------

  #globalAttribute(key: string, syntax: AttributeSyntax): AttributeDeclaration {
    const done = this.#doneAttributes.get(key);
    if (done !== undefined) return done;
    const declared = this.#attributeDeclaration(syntax);
    this.#doneAttributes.set(key, declared);
    return declared;
  }

  #attributeDeclaration(syntax: AttributeSyntax): AttributeDeclaration {
    return {
      kind: "attribute",
      name: syntax.name ?? ["", ""],
      type: syntax.type === undefined ? this.#anySimple() : this.#simple(syntax.type, syntax.at),
      ...documented(syntax),
    };
  }

  #attributesOf(
    syntax: AttributesSyntax,
    at: Place,
  ): {
    readonly uses: readonly AttributeUse[];
    readonly prohibited: ReadonlySet<string>;
    readonly wildcard: Wildcard | undefined;
  } {
    const uses: AttributeUse[] = [];
    const prohibited = new Set<string>();
    let wildcard: Wildcard | undefined = syntax.wildcard;
    for (const use of syntax.uses) {
      if (use.kind === "attributeGroup") {
        const group = this.#attributeGroups.get(keyOf(use.ref));
        const key = `attributeGroup ${keyOf(use.ref)}`;
        if (group === undefined) this.#unresolved("attribute group", use.ref, use.at, this.#attributeGroups.keys());
        else if (this.#building.has(key))
          this.#diagnostics.report("xsd.circular", use.at, `the attribute group ${use.ref[1]} contains itself`);
        else {
          this.#building.add(key);
          const inner = this.#attributesOf(group.attributes, at);
          this.#building.delete(key);
          uses.push(...inner.uses);
          wildcard ??= inner.wildcard;
        }
        continue;
      }
      const declaration = this.#declarationOf(use);
      if (declaration === undefined) continue;
      if (use.use === "prohibited") prohibited.add(keyOf(declaration.name));
      else {
        uses.push({
          required: use.use === "required",
          attribute: declaration,
          ...(use.default === undefined ? {} : { default: use.default }),
          ...(use.fixed === undefined ? {} : { fixed: use.fixed }),
          ...documented(use),
        });
      }
    }
    return { uses, prohibited, wildcard };
  }

  #declarationOf(use: AttributeSyntax): AttributeDeclaration | undefined {
    if (use.ref === undefined) return this.#attributeDeclaration(use);
    const key = keyOf(use.ref);
    const syntax = this.#attributes.get(key);
    if (syntax !== undefined) return this.#globalAttribute(key, syntax);
    if (use.ref[0] === "http://www.w3.org/XML/1998/namespace") {
      return {
        kind: "attribute",
        name: use.ref,
        type: builtinSimpleTypes.get("string") ?? this.#anySimple(),
        at: use.at,
      };
    }
    this.#unresolved("attribute", use.ref, use.at, this.#attributes.keys());
    return undefined;
  }
}

function documented({ at, doc }: { readonly at: Place; readonly doc?: string }): {
  readonly at: Place;
  readonly doc?: string;
} {
  return doc === undefined ? { at } : { at, doc };
}

/** Inherited attribute uses, replaced or removed by the type's own (3.4.2). */
function mergeAttributes(
  inherited: readonly AttributeUse[],
  own: readonly AttributeUse[],
  prohibited: ReadonlySet<string>,
): readonly AttributeUse[] {
  const replaced = new Set(own.map((use) => keyOf(use.attribute.name)));
  const kept = inherited.filter(
    ({ attribute: { name } }) => !replaced.has(keyOf(name)) && !prohibited.has(keyOf(name)),
  );
  return [...kept, ...own];
}
