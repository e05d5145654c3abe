/**
 * Schema documents to components (XSD 1.0 part 1, 3): references become links, groups their particles, derived types
 * their effective content. Everything that cannot be resolved is reported; what stands in its place is xs:anyType.
 */
import type { Name } from "../../src/runtime/codec/table.ts";
import type { DiagnosticCode, Diagnostics, Place } from "../diagnostics.ts";
import { xsdNamespace } from "./namespaces.ts";
import { checkAmbiguity } from "./ambiguity.ts";
import { anySimpleType, anyType, builtinElement, builtinNamed, undeclaredNamed } from "./builtins.ts";
import type {
  AttributeDeclaration,
  ComplexType,
  ElementDeclaration,
  ModelGroup,
  SchemaSet,
  SimpleType,
  TypeDefinition,
} from "./components.ts";
import { checkRestrictions } from "./check-types.ts";
import { checkContentModels } from "./content-models.ts";
import { checkFinal, checkSubstitution } from "./derivation.ts";
import { checkRedefinitions } from "./redefinitions.ts";
import type { Resolution } from "./resolution.ts";
import { declareAttribute, resolveAttributes, type AttributesOf } from "./resolve-attributes.ts";
import { resolveComplexType } from "./resolve-complex.ts";
import { checkIdentity } from "./resolve-identity.ts";
import { declareElement, resolveModel } from "./resolve-particles.ts";
import { checkNotationUse, resolveSimpleType } from "./resolve-simple.ts";
import { simpleTypeOf } from "./same-value.ts";
import { SubstitutionGroups } from "./substitution-groups.ts";
import { Symbols } from "./symbols.ts";
import type {
  AttributeGroupSyntax,
  AttributeSyntax,
  ComplexTypeSyntax,
  ElementSyntax,
  GroupSyntax,
  SchemaSyntax,
  SimpleTypeSyntax,
  TypeReference,
} from "./syntax.ts";
import { checkElementDefault } from "./element-defaults.ts";
import { checkDefault } from "./values.ts";

/** Resolves all schemas of a set together. */
export function resolveSchemas(schemas: readonly SchemaSyntax[], diagnostics: Diagnostics): SchemaSet {
  return new Resolver(schemas, diagnostics).resolve();
}

/** Components in the making at one time: far beyond what contracts have, and within what the stack holds. */
const deepest = 300;
/** Components that one may consist of, each counted as often as it is used: groups that double from step to step grow without limit. */
const heaviest = 1_000_000;

/** How much a component is built upon. */
interface Measure {
  height: number;
  weight: number;
}

type TypeSyntax = SimpleTypeSyntax | ComplexTypeSyntax;

class Resolver implements Resolution {
  readonly symbols: Symbols;
  readonly diagnostics: Diagnostics;
  /** What was made, by what it was made from. */
  readonly #types = new Map<TypeSyntax, TypeDefinition>();
  readonly #elements = new Map<ElementSyntax, ElementDeclaration>();
  readonly #attributes = new Map<AttributeSyntax, AttributeDeclaration>();
  readonly #groups = new Map<GroupSyntax, ModelGroup>();
  readonly #attributeGroups = new Map<AttributeGroupSyntax, AttributesOf>();
  /** What is being made: met again, it is circular. */
  readonly #making = new Set<object>();
  /** Elements whose types are still to be linked. */
  readonly #pending: { readonly element: ElementDeclaration; readonly syntax: ElementSyntax }[] = [];
  readonly #complexTypes: ComplexType[] = [];
  /** Of types, groups and attribute groups that were made, and of the one that is being made. */
  readonly #measures = new Map<object, Measure>();
  readonly #refused = new Set<object>();
  #measure: Measure | undefined;

  constructor(schemas: readonly SchemaSyntax[], diagnostics: Diagnostics) {
    this.symbols = new Symbols(schemas, diagnostics);
    this.diagnostics = diagnostics;
  }

  resolve(): SchemaSet {
    const { symbols, diagnostics } = this;
    const types = new Map([...symbols.types.entries].map(([key, syntax]) => [key, this.#type(syntax)]));
    const elements = new Map<string, ElementDeclaration>();
    for (const [key, syntax] of symbols.elements.entries) {
      const element = this.element(syntax, true);
      if (element !== undefined) elements.set(key, element);
    }
    const attributes = new Map<string, AttributeDeclaration>();
    for (const [key, syntax] of symbols.attributes.entries) {
      const attribute = this.attribute(syntax);
      if (attribute !== undefined) attributes.set(key, attribute);
    }
    // Groups that nothing refers to are looked at, too: for what is wrong with them.
    for (const [, group] of symbols.groups.entries) this.group(group);
    for (const [, group] of symbols.attributeGroups.entries) this.attributeGroup(group);
    this.#link();
    checkIdentity(
      this.#pending.map(({ element }) => element),
      symbols,
      diagnostics,
    );
    const groups = new SubstitutionGroups(elements.values());
    checkAmbiguity(this.#complexTypes, groups, diagnostics);
    checkRedefinitions(this, groups);
    checkContentModels(this.#complexTypes, this.#groups.values(), groups, diagnostics);
    checkRestrictions(this.#complexTypes, groups, diagnostics);
    symbols.missing.report();
    return { types, elements, attributes, namespaces: symbols.namespaces, incomplete: symbols.missing.namespaces };
  }

  type(reference: TypeReference): TypeDefinition {
    if (reference.kind !== "name") return this.#type(reference);
    const builtin = builtinNamed(reference.name);
    if (builtin !== undefined) return builtin;
    const syntax = this.symbols.types.get(reference.name);
    if (syntax !== undefined) return this.#type(syntax);
    const undeclared = undeclaredNamed(reference.name);
    if (undeclared !== undefined) return undeclared;
    const [namespace, localName] = reference.name;
    const meant = namespace === "" ? builtinNamed([xsdNamespace, localName]) : undefined;
    if (meant !== undefined) {
      const message = `there is no type ${localName} in no namespace: the built-in one is taken`;
      this.diagnostics.tolerate("src-resolve", reference.at, message);
      return meant;
    }
    this.symbols.unresolved(this.symbols.types, reference.name, reference.at);
    return anyType;
  }

  base(of: TypeSyntax, reference: TypeReference): TypeDefinition {
    const { types } = this.symbols;
    if (reference.kind !== "name" || types.get(reference.name) === undefined) return this.type(reference);
    const base = types.meant(reference.name, of);
    // A redefinition of what is not there: that was reported.
    if (base === undefined) return anyType;
    checkFinal(of, base, this.diagnostics);
    return this.#type(base);
  }

  simple(type: TypeDefinition, at: Place): SimpleType {
    if (type.kind === "simple") return type;
    if (type !== anyType) {
      this.diagnostics.report("src-resolve", at, `${type.name?.[1] ?? "the type"} is not a simple type`);
    }
    return anySimpleType;
  }

  element(syntax: ElementSyntax, global: boolean): ElementDeclaration | undefined {
    return this.#once(
      this.#elements,
      syntax,
      () => declareElement(this, syntax, global),
      { code: "e-props-correct.6", message: () => `the element ${syntax.name?.[1]} is in its own substitution group` },
      (made) => this.#pending.push({ element: made, syntax }),
    );
  }

  elementNamed(name: Name, at: Place): ElementDeclaration | undefined {
    const syntax = this.symbols.elements.get(name);
    if (syntax !== undefined) return this.element(syntax, true);
    const builtin = builtinElement(name);
    if (builtin !== undefined) return builtin;
    this.symbols.unresolved(this.symbols.elements, name, at);
    return this.symbols.isAbsent(name[0]) ? absentElement(name, at) : undefined;
  }

  attribute(syntax: AttributeSyntax): AttributeDeclaration | undefined {
    return this.#once(
      this.#attributes,
      syntax,
      () => declareAttribute(this, syntax, true),
      {
        code: "st-props-correct.2",
        message: () => `the type of the attribute ${syntax.name?.[1]} has that attribute itself`,
      },
      (made) => checkDefault(made, made.type, "attribute", this.diagnostics),
    );
  }

  group(syntax: GroupSyntax): ModelGroup | undefined {
    return this.#once(this.#groups, syntax, () => resolveModel(this, syntax.model, syntax), {
      code: "mg-props-correct.2",
      message: () => `the group ${syntax.name[1]} contains itself`,
    });
  }

  attributeGroup(syntax: AttributeGroupSyntax): AttributesOf | undefined {
    return this.#once(this.#attributeGroups, syntax, () => resolveAttributes(this, syntax.attributes, syntax), {
      code: "src-attribute_group.3",
      message: () => `the attribute group ${syntax.name[1]} contains itself`,
    });
  }

  #type(syntax: TypeSyntax): TypeDefinition {
    const name = this.symbols.types.isReplaced(syntax) ? undefined : syntax.name;
    const type = this.#once<TypeSyntax, TypeDefinition>(
      this.#types,
      syntax,
      () =>
        syntax.kind === "simpleType" ? resolveSimpleType(this, syntax, name) : resolveComplexType(this, syntax, name),
      {
        code: circularCode(syntax),
        message: () => `the type ${syntax.name?.[1] ?? ""} is derived from itself`,
      },
      (made) => made.kind === "complex" && this.#complexTypes.push(made),
    );
    return type ?? (syntax.kind === "simpleType" ? anySimpleType : anyType);
  }

  /** Makes a component on first use. */
  #once<S extends { readonly at: Place }, C>(
    made: Map<S, C>,
    syntax: S,
    make: () => C,
    circular: Circular,
    finish: (component: C) => unknown = () => undefined,
  ): C | undefined {
    const known = made.get(syntax);
    if (known !== undefined) {
      this.#use(this.#measures.get(syntax));
      return known;
    }
    if (this.#refused.has(syntax)) return undefined;
    if (this.#making.has(syntax)) {
      this.diagnostics.report(circular.code, syntax.at, circular.message());
      return undefined;
    }
    if (this.#making.size >= deepest) {
      const message = `components are built upon each other more than ${deepest} deep: that is not carried`;
      this.diagnostics.report("xsd.unsupported", syntax.at, message);
      return undefined;
    }
    const outer = this.#measure;
    const own = { height: 1, weight: 1 };
    this.#measure = own;
    this.#making.add(syntax);
    const component = make();
    this.#making.delete(syntax);
    this.#measure = outer;
    // An element's type is linked later: it is not built from what its substitution group is built from.
    const isElement = made === (this.#elements as ReadonlyMap<unknown, unknown>);
    if (isElement) Object.assign(own, { height: 0, weight: 1 });
    if (own.height > deepest || own.weight > heaviest) {
      this.#refused.add(syntax);
      const message = `it is built from more than ${heaviest} components, or more than ${deepest} one upon the other: that is not carried`;
      this.diagnostics.report("xsd.unsupported", syntax.at, message);
      return undefined;
    }
    this.#measures.set(syntax, own);
    this.#use(own);
    made.set(syntax, component);
    finish(component);
    return component;
  }

  /** What is being made is higher and heavier by what it uses: twice the same group counts twice, as it will stand there twice. */
  #use(part: Measure | undefined): void {
    if (part === undefined || this.#measure === undefined) return;
    this.#measure.height = Math.max(this.#measure.height, part.height + 1);
    this.#measure.weight += part.weight;
  }

  /** Links the types of all elements, those that come up on the way included. */
  #link(): void {
    for (const { element, syntax } of this.#pending) {
      const { type } = element;
      const head = syntax.substitutes === undefined ? undefined : this.symbols.elements.get(syntax.substitutes);
      if (head !== undefined) checkSubstitution(element, head, this.diagnostics);
      checkElementDefault(element, this.diagnostics);
      const simple = simpleTypeOf(type);
      if (simple === undefined) continue;
      checkDefault(element, simple, "element", this.diagnostics);
      if (type.kind === "simple") checkNotationUse(simple, element.at, this.diagnostics);
    }
  }
}

/** What stands for an element whose declaration is absent: it may have any content. */
export function absentElement(name: Name, at: Place): ElementDeclaration {
  const flags = { global: true, nillable: false, abstract: false, block: new Set<never>(), identity: [] };
  return { kind: "element", ...flags, name, type: anyType, at };
}

/** What is wrong where a component is built upon itself. */
interface Circular {
  readonly code: DiagnosticCode;
  readonly message: () => string;
}

function circularCode(syntax: TypeSyntax): DiagnosticCode {
  if (syntax.kind !== "simpleType") return "ct-props-correct.3";
  return syntax.variety.kind === "union" ? "src-simple-type.4" : "st-props-correct.2";
}
