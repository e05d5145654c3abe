/** Components to the model: what a schema says becomes what TypeScript and the tables say. */
import type { Count, Counts, Facets, Name } from "../../src/runtime/codec/table.ts";
import type { Diagnostics } from "../diagnostics.ts";
import { alternativesOf } from "../model/alternatives.ts";
import type {
  AttributeField,
  ElementDef,
  ElementField,
  EnumDef,
  FieldDef,
  ParticleDef,
  PolyDef,
  RootRef,
  StructDef,
  TypeDef,
  TypeRef,
} from "../model/model.ts";
import {
  keyOf,
  type AttributeUse,
  type ComplexType,
  type Documented,
  type ElementDeclaration,
  type Particle,
  type SchemaSet,
  type SimpleType,
  type TypeDefinition,
} from "./components.ts";
import { xsdNamespace } from "./read.ts";

/** Choices that a user may make. */
export interface LowerOptions {
  /** Which types that only wrap one repeated element become the array itself: those named ArrayOf…, or none. */
  readonly wrappers: "ArrayOf" | "none";
}

/** Built-in types whose enumerations become unions of literals. */
const textual = new Set(
  "string normalizedString token language NMTOKEN Name NCName ID IDREF ENTITY anyURI anySimpleType".split(" "),
);

/** Lowers what is asked for, and all that it reaches. */
export class Lowering {
  readonly #set: SchemaSet;
  readonly #diagnostics: Diagnostics;
  readonly #options: LowerOptions;
  readonly #types: TypeDef[] = [];
  readonly #ids = new Map<TypeDefinition, number>();
  readonly #polys = new Map<TypeDefinition, number>();
  readonly #roots = new Map<ElementDeclaration, RootRef>();
  readonly #elements: ElementDef[] = [];
  readonly #derived: ReadonlyMap<TypeDefinition, readonly ComplexType[]>;
  readonly #substituted: ReadonlySet<ElementDeclaration>;

  constructor(set: SchemaSet, diagnostics: Diagnostics, options: LowerOptions) {
    this.#set = set;
    this.#diagnostics = diagnostics;
    this.#options = options;
    this.#derived = derivedTypes(set);
    const heads = [...set.elements.values()].flatMap((element) => element.substitutes ?? []);
    this.#substituted = new Set(heads);
  }

  get types(): readonly TypeDef[] {
    return this.#types;
  }

  get elements(): readonly ElementDef[] {
    return this.#elements;
  }

  /** Lowers all global elements and named types. */
  everything(): void {
    for (const element of this.#set.elements.values()) this.root(element);
    for (const type of this.#set.types.values()) this.type(type, type.name?.[1] ?? "");
  }

  /** A struct that is not in the schema: SOAP header entries. Equal ones are one. */
  struct(hint: string, fields: readonly FieldDef[], place: Documented): number {
    const same = this.#types.find(
      (type): type is StructDef =>
        type.kind === "struct" && type.name === undefined && type.hint === hint && sameFields(type.fields, fields),
    );
    if (same !== undefined) return same.id;
    return this.#add((id) => ({
      kind: "struct",
      id,
      name: undefined,
      hint,
      ...documented(place),
      wireName: ["", ""],
      root: false,
      abstract: false,
      fields,
      content: undefined,
      alternatives: undefined,
    }));
  }

  /**
   * A global element as the root of a message. `never` keeps nil out: nothing is said by a fault detail that is nil, whatever the
   * declaration allows.
   */
  root(element: ElementDeclaration, nil: "declared" | "never" = "declared"): RootRef {
    const done = this.#roots.get(element);
    if (done !== undefined) return done;
    const { type } = element;
    if (type.kind === "complex" && type.name === undefined && !element.nillable) {
      const ref = this.type(type, element.name[1], element);
      const lowered = ref.kind === "type" ? this.#types[ref.id] : undefined;
      if (lowered?.kind === "struct") return this.#remember(element, { kind: "struct", id: lowered.id });
    }
    const def: ElementDef = {
      name: element.name,
      hint: element.name[1],
      nil: element.nillable && nil === "declared",
      type: this.elementType(element, pascal(element.name[1])),
      ...documented(element),
    };
    this.#elements.push(def);
    return this.#remember(element, { kind: "element", element: def });
  }

  #remember(element: ElementDeclaration, root: RootRef): RootRef {
    this.#roots.set(element, root);
    return root;
  }

  /** The type of an element's values: the union of the declared type and those derived from it, where there are any. */
  elementType(element: ElementDeclaration, hint: string): TypeRef {
    const { type } = element;
    if (element.abstract || this.#substituted.has(element)) {
      this.#unsupported(element, `the substitution group of ${element.name[1]} is not carried yet`);
    }
    const derived = this.#derived.get(type) ?? [];
    if (type.kind === "complex" && type.name !== undefined && type.name[0] !== xsdNamespace && derived.length > 0) {
      return { kind: "type", id: this.#poly(type, derived) };
    }
    return this.type(type, hint, element.global ? element : undefined);
  }

  #poly(type: ComplexType, derived: readonly ComplexType[]): number {
    const done = this.#polys.get(type);
    if (done !== undefined) return done;
    const name: Name = type.name ?? ["", ""];
    const id = this.#add((own) => ({
      kind: "poly",
      id: own,
      name: undefined,
      hint: `Any${name[1]}`,
      wireName: name,
      abstract: type.abstract,
      members: [],
      doc: `${name[1]}, or a type derived from it: \`$type\` tells which.`,
      at: type.at,
    }));
    this.#polys.set(type, id);
    const concrete = [type, ...derived].filter((candidate) => !candidate.abstract);
    const members = concrete.flatMap((member) => {
      const ref = this.type(member, member.name?.[1] ?? "");
      return ref.kind === "type" ? [ref.id] : [];
    });
    const poly = this.#types[id];
    if (poly?.kind === "poly") this.#types[id] = { ...poly, members } satisfies PolyDef;
    return id;
  }

  /** A type by reference. `of` is the global element whose anonymous type it is. */
  type(type: TypeDefinition, hint: string, of?: ElementDeclaration): TypeRef {
    if (type.kind === "complex" && type.name?.[0] === xsdNamespace && type.name[1] === "anyType")
      return { kind: "anyType" };
    if (type.kind === "simple" && type.variety.kind === "builtin")
      return { kind: "scalar", name: type.variety.builtin };
    const done = this.#ids.get(type);
    if (done !== undefined) return { kind: "type", id: done };
    return type.kind === "simple"
      ? this.#simple(type, type.name?.[1] ?? hint)
      : this.#complex(type, type.name?.[1] ?? hint, of);
  }

  #add(make: (id: number) => TypeDef): number {
    const id = this.#types.length;
    this.#types.push(make(id));
    return id;
  }

  // ---- simple types ---------------------------------------------------------------------------------------------------

  #simple(type: SimpleType, hint: string): TypeRef {
    const { base, facets, enumeration } = flattened(type);
    const def = { name: type.name, hint: pascalIfAnonymous(type, hint), ...documented(type) };
    const { variety } = base;
    const remember = (id: number): TypeRef => {
      this.#ids.set(type, id);
      return { kind: "type", id };
    };
    switch (variety.kind) {
      case "builtin": {
        if (enumeration !== undefined && textual.has(variety.builtin)) {
          const values = [...new Map(enumeration.map((value) => [value.value, value])).values()];
          return remember(this.#add((id): EnumDef => ({ kind: "enum", id, ...def, values, facets })));
        }
        const all =
          enumeration === undefined ? facets : { ...facets, enumeration: enumeration.map(({ value }) => value) };
        const scalar: TypeRef = { kind: "scalar", name: variety.builtin };
        if (Object.keys(all).length === 0) return scalar;
        return remember(this.#add((id) => ({ kind: "restriction", id, ...def, base: scalar, facets: all })));
      }
      case "list": {
        const item = this.type(variety.item, `${hint}Item`);
        const all =
          enumeration === undefined ? facets : { ...facets, enumeration: enumeration.map(({ value }) => value) };
        return remember(this.#add((id) => ({ kind: "list", id, ...def, item, facets: all })));
      }
      case "union": {
        const members = variety.members.map((member, index) => this.type(member, `${hint}Member${index + 1}`));
        if (enumeration !== undefined || Object.keys(facets).length > 0) {
          this.#unsupported(type, "facets of a union are not carried yet");
        }
        return remember(this.#add((id) => ({ kind: "union", id, ...def, members })));
      }
      case "restriction":
        throw new Error("a flattened simple type has no restriction as its base");
    }
  }

  // ---- complex types --------------------------------------------------------------------------------------------------

  #complex(type: ComplexType, hint: string, of: ElementDeclaration | undefined): TypeRef {
    const name = pascalIfAnonymous(type, hint);
    const id = this.#add((own) => ({
      kind: "struct",
      id: own,
      name: type.name,
      hint: of === undefined || type.name !== undefined ? name : of.name[1],
      wireName: type.name ?? of?.name ?? ["", ""],
      root: type.name === undefined && of !== undefined,
      abstract: type.abstract,
      fields: [],
      content: undefined,
      alternatives: undefined,
      ...documented(type.doc === undefined && type.name === undefined && of !== undefined ? of : type),
    }));
    this.#ids.set(type, id);
    const struct = this.#types[id];
    if (struct?.kind !== "struct") throw new Error("a struct was just added");
    if (type.mixed) this.#unsupported(type, "mixed content is not carried yet");
    const wrapped = this.#wrapped(type, name);
    if (wrapped !== undefined) {
      this.#types[id] = {
        kind: "wrapper",
        id,
        name: type.name,
        hint: name,
        wireName: struct.wireName,
        item: wrapped,
        ...documented(type),
      };
      return { kind: "type", id };
    }
    this.#types[id] = { ...struct, ...this.#members(type, name) };
    return { kind: "type", id };
  }

  /** The repeated element, where a type has nothing else. */
  #wrapped(type: ComplexType, owner: string): (ElementField & { readonly count: Counts }) | undefined {
    if (this.#options.wrappers === "none" || type.name === undefined || !type.name[1].startsWith("ArrayOf"))
      return undefined;
    if (type.attributes.length > 0 || type.attributeWildcard !== undefined || type.abstract) return undefined;
    if ((this.#derived.get(type) ?? []).length > 0 || type.derivation === "extension") return undefined;
    if (type.content.kind !== "elements") return undefined;
    const { term, min, max } = type.content.particle;
    if (term.kind !== "sequence" || min !== 1 || max !== 1 || term.particles.length !== 1) return undefined;
    const [only] = term.particles;
    if (only === undefined || only.term.kind !== "element" || only.max <= 1) return undefined;
    const count = countOf(only.min, only.max);
    return count === "1" || count === "?" ? undefined : { ...this.#elementField(only, only.term, owner), count };
  }

  #members(type: ComplexType, owner: string): Pick<StructDef, "fields" | "content" | "alternatives"> {
    const attributes = type.attributes.map((use) => this.#attributeField(use, owner));
    const anyAttribute: FieldDef[] =
      type.attributeWildcard === undefined
        ? []
        : [
            {
              kind: "anyAttribute",
              key: "$attributes",
              namespaces: type.attributeWildcard.namespaces,
              process: type.attributeWildcard.process,
              ...documented(type.attributeWildcard),
            },
          ];
    if (type.content.kind === "simple") {
      const text: FieldDef = {
        kind: "text",
        key: "$value",
        type: this.type(type.content.type, `${owner}Value`),
        at: type.at,
      };
      return { fields: [...attributes, text, ...anyAttribute], content: undefined, alternatives: undefined };
    }
    if (type.content.kind === "empty") {
      return { fields: [...attributes, ...anyAttribute], content: undefined, alternatives: undefined };
    }
    const contents = new ContentLowering((particle, element) => this.#elementField(particle, element, owner));
    const particle = contents.lower(type.content.particle);
    for (const problem of contents.problems) this.#unsupported(problem, problem.doc ?? "");
    const named = contents.fields();
    const taken = new Set(named.map((field) => field.key));
    const unique = attributes.map((field) =>
      taken.has(field.key) ? { ...field, key: `${field.key}Attribute` } : field,
    );
    const plain = particle === undefined || isPlainSequence(particle);
    const alternatives = plain ? undefined : alternativesOf(particle);
    return {
      fields: [...unique, ...occurring(named, particle), ...anyAttribute],
      content: plain ? undefined : particle,
      alternatives: alternatives !== undefined && alternatives.length > 1 ? alternatives : undefined,
    };
  }

  #attributeField({ attribute, required, ...use }: AttributeUse, owner: string): AttributeField {
    const standard = use.default ?? attribute.default;
    const fixed = use.fixed ?? attribute.fixed;
    return {
      kind: "attribute",
      key: attribute.name[1],
      name: attribute.name,
      required,
      type: this.type(attribute.type, `${owner}${pascal(attribute.name[1])}`),
      ...(standard === undefined ? {} : { default: standard }),
      ...(fixed === undefined ? {} : { fixed }),
      ...documented(use.doc === undefined ? attribute : use),
    };
  }

  #elementField(particle: Particle, element: ElementDeclaration, owner: string): ElementField {
    return {
      kind: "element",
      key: element.name[1],
      name: element.name,
      count: countOf(particle.min, particle.max),
      nil: element.nillable,
      type: this.elementType(element, `${owner}${pascal(element.name[1])}`),
      ...(element.default === undefined ? {} : { default: element.default }),
      ...(element.fixed === undefined ? {} : { fixed: element.fixed }),
      ...documented(particle.doc === undefined ? element : particle),
    };
  }

  #unsupported({ at }: Documented, message: string): void {
    this.#diagnostics.report("model.unsupported", at, message);
  }
}

/** Turns the particles of one type into fields and a content model over their keys. */
class ContentLowering {
  readonly problems: Documented[] = [];
  readonly #field: (particle: Particle, element: ElementDeclaration) => ElementField;
  readonly #fields = new Map<string, FieldDef>();
  /** Keys by expanded name: two elements of one local name in two namespaces are two fields. */
  readonly #keys = new Map<string, string>();

  constructor(field: (particle: Particle, element: ElementDeclaration) => ElementField) {
    this.#field = field;
  }

  fields(): readonly FieldDef[] {
    return [...this.#fields.values()];
  }

  lower(particle: Particle): ParticleDef | undefined {
    const { term, min, max } = particle;
    if (term.kind === "element") return this.#element(particle, term);
    if (term.kind === "wildcard") {
      if (this.#fields.has("$any")) this.#problem(particle, "a second wildcard in one type is not carried yet");
      const count = countOf(min, max);
      const { namespaces, process } = term;
      this.#fields.set("$any", { kind: "any", key: "$any", namespaces, count, process, ...documented(term) });
      return { key: "$any", count };
    }
    if (max > 1) return this.#repeated(particle);
    const particles = term.particles.flatMap((inner) => this.lower(inner) ?? []);
    const flat = particles.flatMap((inner) => (isInline(inner, term.kind) ? inner.particles : [inner]));
    const keys = term.kind === "choice" ? [] : flat.flatMap(keysIn);
    for (const key of keys.filter((candidate, index) => keys.indexOf(candidate) !== index)) {
      this.#problem(particle, `${key} stands twice in one sequence: that is not carried yet`);
    }
    return { kind: term.kind, particles: flat, count: countOf(min, max) };
  }

  /** A repeated group of one element is that element, repeated; others have no plain type yet. */
  #repeated(particle: Particle): ParticleDef | undefined {
    const { term, min, max } = particle;
    if (term.kind === "element" || term.kind === "wildcard") return this.lower(particle);
    const [only, ...others] = term.particles;
    if (only !== undefined && others.length === 0) {
      const product = { ...only, min: min * only.min, max: only.max === 0 ? 0 : max * only.max };
      // (2..2){0..n} is not 0..2n of one: only what multiplies evenly is carried.
      if (only.min <= 1 && (only.max === 1 || only.max === Infinity)) return this.lower(product);
    }
    this.#problem(particle, `a repeated ${term.kind} of several elements is not carried yet`);
    return undefined;
  }

  #element(particle: Particle, element: ElementDeclaration): ParticleDef {
    const expanded = keyOf(element.name);
    const known = this.#keys.get(expanded);
    const field = this.#field(particle, element);
    if (known !== undefined) {
      const first = this.#fields.get(known);
      if (
        first?.kind !== "element" ||
        !sameType(first.type, field.type) ||
        isMany(first.count) !== isMany(field.count)
      ) {
        this.#problem(
          particle,
          `${element.name[1]} stands in two branches with different types: that is not carried yet`,
        );
      }
      // Optional in one branch is optional in the type.
      if (first?.kind === "element" && field.count === "?") this.#fields.set(known, { ...first, count: "?" });
      return { key: known, count: field.count };
    }
    let key = element.name[1];
    for (let number = 2; this.#fields.has(key); number++) key = `${element.name[1]}_${number}`;
    this.#keys.set(expanded, key);
    this.#fields.set(key, { ...field, key });
    return { key, count: field.count };
  }

  #problem({ at }: Documented, doc: string): void {
    this.problems.push({ at, doc });
  }
}

/** Fields with the occurrence that they have in the type as a whole: what a choice may leave out is optional. */
function occurring(fields: readonly FieldDef[], particle: ParticleDef | undefined): readonly FieldDef[] {
  if (particle === undefined || isPlainSequence(particle)) return fields;
  const always = alwaysIn(particle);
  return fields.map((field) => {
    if (field.kind !== "element" || always.has(field.key)) return field;
    return isMany(field.count) ? { ...field, absent: true } : { ...field, count: "?" };
  });
}

/** Keys whose particles every value goes through. */
function alwaysIn(particle: ParticleDef): ReadonlySet<string> {
  if ("key" in particle) return new Set([particle.key]);
  if (particle.count === "?") return new Set();
  const [first = new Set<string>(), ...others] = particle.particles.map(alwaysIn);
  if (particle.kind !== "choice") return new Set([first, ...others].flatMap((keys) => [...keys]));
  return new Set([...first].filter((key) => others.every((keys) => keys.has(key))));
}

function isPlainSequence(particle: ParticleDef): boolean {
  if ("key" in particle) return true;
  return particle.kind === "sequence" && particle.count === "1" && particle.particles.every((inner) => "key" in inner);
}

/** A group that adds nothing to the one around it. */
function isInline(
  particle: ParticleDef,
  around: "sequence" | "choice" | "all",
): particle is Extract<ParticleDef, { readonly kind: string }> {
  if ("key" in particle || particle.count !== "1") return false;
  return particle.kind === around || particle.particles.length === 1;
}

function keysIn(particle: ParticleDef): string[] {
  if ("key" in particle) return [particle.key];
  const keys = particle.particles.flatMap(keysIn);
  return particle.kind === "choice" ? [...new Set(keys)] : keys;
}

/** How often something occurs, in the words of the tables. */
export function countOf(min: number, max: number): Count {
  if (max === 1) return min === 0 ? "?" : "1";
  if (max === Infinity && min <= 1) return min === 0 ? "*" : "+";
  return [min, max];
}

function isMany(count: Count): boolean {
  return count !== "1" && count !== "?";
}

/** A simple type's base without restrictions, and the facets of all steps together (part 2, 4.3). */
function flattened(type: SimpleType): {
  readonly base: SimpleType;
  readonly facets: Facets;
  readonly enumeration: readonly (Documented & { readonly value: string })[] | undefined;
} {
  if (type.variety.kind !== "restriction") return { base: type, facets: {}, enumeration: undefined };
  const inner = flattened(type.variety.base);
  const { facets, enumeration } = type.variety;
  const pattern = [...(inner.facets.pattern ?? []), ...(facets.pattern ?? [])];
  return {
    base: inner.base,
    facets: { ...inner.facets, ...facets, ...(pattern.length === 0 ? {} : { pattern }) },
    enumeration: enumeration ?? inner.enumeration,
  };
}

function derivedTypes(set: SchemaSet): ReadonlyMap<TypeDefinition, readonly ComplexType[]> {
  const derived = new Map<TypeDefinition, ComplexType[]>();
  for (const type of set.types.values()) {
    if (type.kind !== "complex") continue;
    for (let base = type.base; base !== undefined && base.kind === "complex"; base = base.base) {
      derived.set(base, [...(derived.get(base) ?? []), type]);
    }
  }
  return derived;
}

function sameType(one: TypeRef, other: TypeRef): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function sameFields(one: readonly FieldDef[], other: readonly FieldDef[]): boolean {
  const facts = (fields: readonly FieldDef[]): string =>
    JSON.stringify(fields.map((field) => ({ ...field, at: undefined, doc: undefined })));
  return facts(one) === facts(other);
}

function documented({ at, doc }: Documented): Documented {
  return doc === undefined ? { at } : { at, doc };
}

function pascalIfAnonymous(type: TypeDefinition, hint: string): string {
  return type.name === undefined ? pascal(hint) : hint;
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
