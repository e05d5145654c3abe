/** Components to the model: what a schema says becomes what TypeScript and the tables say. */
import type { Name } from "../../src/runtime/codec/table.ts";
import type { Diagnostics } from "../diagnostics.ts";
import { claimKey } from "../model/keys.ts";
import type {
  AttributeField,
  DeclaredDef,
  ElementDef,
  ElementField,
  FieldDef,
  RootRef,
  StructDef,
  TypeDef,
  TypeRef,
} from "../model/model.ts";
import {
  type AttributeUse,
  type ComplexType,
  type Documented,
  type ElementDeclaration,
  type Particle,
  type SchemaSet,
  type TypeDefinition,
} from "./components.ts";
import { anySimpleType, anyType } from "./builtins.ts";
import { documented } from "./documentation.ts";
import { lowerContent } from "./lower-content.ts";
import { SubstitutionGroups } from "./substitution-groups.ts";
import { blockOf, derivedTypes, stepsTo } from "./derivation.ts";
import type { Derivation } from "./syntax.ts";
import { declaredIn } from "./lower-declared.ts";
import { blocking, constraintOf } from "./lower-element.ts";
import { lowerSimple } from "./lower-simple.ts";
import { countOf } from "./occurrence.ts";
import { isSoapArray } from "./soap-array.ts";

/** Types that are lowered one inside of the other. */
const deepest = 100;

/** Lowers what is asked for, and all that it reaches. What has no faithful type yet is reported as `model.unsupported`. */
export class Lowering {
  readonly #set: SchemaSet;
  readonly #diagnostics: Diagnostics;
  readonly #types: TypeDef[] = [];
  readonly #ids = new Map<TypeDefinition, number>();
  readonly #polys = new Map<string, number>();
  readonly #roots = new Map<ElementDeclaration, RootRef>();
  readonly #elements: ElementDef[] = [];
  readonly #derived: ReadonlyMap<TypeDefinition, readonly ComplexType[]>;
  readonly #groups: SubstitutionGroups;
  /** Ids of types by hint. */
  readonly #hinted = new Map<string, number[]>();
  /** Complex types that are being lowered, one inside of the other. */
  #depth = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(set: SchemaSet, diagnostics: Diagnostics) {
    this.#set = set;
    this.#diagnostics = diagnostics;
    this.#derived = derivedTypes(set);
    this.#groups = new SubstitutionGroups(set.elements.values());
  }

  get types(): readonly TypeDef[] {
    return this.#types;
  }

  get elements(): readonly ElementDef[] {
    return this.#elements;
  }

  /** Lowers all named types, and all global elements that can stand at the root of a message. */
  everything(): void {
    for (const element of this.#set.elements.values()) if (!element.abstract) this.root(element);
    for (const type of this.#set.types.values()) this.type(type, type.name?.[1] ?? "");
  }

  /** The global declarations. Of what was not lowered nothing is told. */
  get declared(): DeclaredDef {
    return declaredIn(this.#set, (type, hint) => this.type(type, hint));
  }

  /** A struct that is not in the schema: SOAP header entries. Equal ones are one; another of the same name is called `otherwise`. */
  struct(name: string, otherwise: string, fields: readonly FieldDef[], place: Documented): number {
    const hinted = [...this.#called(name), ...(name === otherwise ? [] : this.#called(otherwise))];
    const sameName = hinted.filter((type) => type.kind === "struct" && type.name === undefined);
    const same = sameName.find((type) => type.kind === "struct" && isSame(type.fields, fields));
    if (same !== undefined) return same.id;
    const hint = sameName.some((type) => type.hint === name) ? otherwise : name;
    return this.#add((id) => emptyStruct(id, hint, { ...place, fields }));
  }

  /** A message that is not in the schema: the element of an rpc operation, and the parts in it. Equal ones are one. */
  message(name: Name, hint: string, fields: readonly FieldDef[], place: Documented): RootRef {
    const same = this.#called(hint).find(
      (type) => type.kind === "struct" && type.root && isNamed(type, name) && isSame(type.fields, fields),
    );
    const shared = { ...place, wireName: name, root: true, fields };
    return { kind: "struct", id: same?.id ?? this.#add((id) => emptyStruct(id, hint, shared)) };
  }

  /**
   * A global element as the root of a message. `never` keeps nil out: nothing is said by a fault detail that is nil, whatever the
   * declaration allows.
   */
  root(element: ElementDeclaration, nil: "declared" | "never" = "declared"): RootRef {
    const done = this.#roots.get(element);
    if (done !== undefined) return done;
    if (element.abstract) this.#unsupported(element, `${element.name[1]} is abstract: it cannot stand in a message`);
    const type = this.#declaredType(element, pascal(element.name[1]));
    const struct = type.kind === "type" ? this.#types[type.id] : undefined;
    if (struct?.kind === "struct" && struct.root) return this.#remember(element, { kind: "struct", id: struct.id });
    const def: ElementDef = {
      name: element.name,
      hint: element.name[1],
      nil: element.nillable && nil === "declared",
      type,
      ...constraintOf(element),
      ...blocking(element),
      ...documented(element),
    };
    this.#elements.push(def);
    return this.#remember(element, { kind: "element", element: def });
  }

  #remember(element: ElementDeclaration, root: RootRef): RootRef {
    this.#roots.set(element, root);
    return root;
  }

  /** The type of an element that stands somewhere in a type or a header: other elements may not take its place. */
  elementType(element: ElementDeclaration, hint: string): TypeRef {
    if (this.#substitutes(element).some((other) => other !== element)) {
      this.#unsupported(element, `the substitution group of ${element.name[1]} is not carried in a header`);
    }
    return this.#declaredType(element, hint);
  }

  /** The elements that may stand where one is asked for; an abstract one stands nowhere. */
  #substitutes(element: ElementDeclaration): readonly ElementDeclaration[] {
    return this.#groups.of(element).filter((member) => !member.abstract);
  }

  /** The union of the declared type and those derived from it, where there are any. */
  #declaredType(element: ElementDeclaration, hint: string): TypeRef {
    const { type } = element;
    if (type === anySimpleType) return { kind: "scalar", name: "anySimpleText" };
    if (type.kind === "complex" && type.name !== undefined && type !== anyType && !isSoapArray(type)) {
      const known = this.#derived.get(type) ?? [];
      const blocked = blockOf(element);
      const isAllowed = (step: Derivation): boolean => !blocked.has(step);
      const derived = known.filter((candidate) => stepsTo(candidate, type)?.every(isAllowed));
      if (type.abstract || derived.length > 0) return { kind: "type", id: this.#poly(type, type.name, derived) };
    }
    // A struct is a message itself where its element says nothing beside its type.
    const plain = element.global && !element.nillable && Object.keys(constraintOf(element)).length === 0;
    return this.type(type, hint, plain ? element : undefined);
  }

  #poly(type: ComplexType, name: Name, derived: readonly ComplexType[]): number {
    // Elements that rule out other derivations have unions of their own.
    const key = JSON.stringify([name, derived.map((one) => one.name)]);
    const done = this.#polys.get(key);
    if (done !== undefined) return done;
    const shared = {
      kind: "poly",
      name: undefined,
      hint: `Any${name[1]}`,
      wireName: name,
      abstract: type.abstract,
      doc: `${name[1]}, or a type derived from it: \`$type\` tells which.`,
      at: type.at,
    } as const;
    const id = this.#add((own) => ({ ...shared, id: own, members: [] }));
    this.#polys.set(key, id);
    const concrete = [type, ...derived].filter((candidate) => !candidate.abstract);
    const refs = concrete.map((member) => this.type(member, member.name?.[1] ?? ""));
    this.#types[id] = { ...shared, id, members: refs.flatMap((ref) => (ref.kind === "type" ? [ref.id] : [])) };
    return id;
  }

  /** A type by reference. `of` is the global element whose anonymous type it is. */
  type(type: TypeDefinition, hint: string, of?: ElementDeclaration): TypeRef {
    const done = this.#ids.get(type);
    if (done !== undefined) return { kind: "type", id: done };
    const own = type.name?.[1] ?? pascal(hint);
    if (type.kind === "simple") return lowerSimple(type, own, this.#simple);
    if (type === anyType) return { kind: "anyType" };
    if (isSoapArray(type)) return { kind: "type", id: this.#soapArray(type, own) };
    return { kind: "type", id: this.#complex(type, own, type.name === undefined ? of : undefined) };
  }

  #add(make: (id: number) => TypeDef): number {
    const id = this.#types.length;
    const type = make(id);
    this.#types.push(type);
    const known = this.#hinted.get(type.hint);
    if (known === undefined) this.#hinted.set(type.hint, [id]);
    else known.push(id);
    return id;
  }

  /** Where simple types are kept. */
  readonly #simple: Parameters<typeof lowerSimple>[2] = {
    type: (type, hint) => this.type(type, hint),
    add: (type, make) => {
      const id = this.#add(make);
      this.#ids.set(type, id);
      return { kind: "type", id };
    },
  };

  /** Types by the name that they should have. */
  #called(hint: string): readonly TypeDef[] {
    return (this.#hinted.get(hint) ?? []).flatMap((id) => this.#types[id] ?? []);
  }

  // ---- arrays of SOAP's encoding --------------------------------------------------------------------------------------

  #soapArray(type: ComplexType, hint: string): number {
    const shared = { name: type.name, hint: type.name?.[1] === "Array" ? "SoapArray" : hint, ...documented(type) };
    const id = this.#add((own) => emptyStruct(own, hint, shared));
    this.#ids.set(type, id);
    const particle = type.content.kind === "elements" ? type.content.particle.term : undefined;
    const [first] = particle !== undefined && "particles" in particle ? particle.particles : [];
    const element = first?.term.kind === "element" ? first.term : undefined;
    const fixed = { kind: "element", key: "item", name: element?.name ?? ["", "item"], count: "*", nil: true } as const;
    const wireName = type.name ?? (["", ""] as const);
    this.#fill(() => {
      const itemType: TypeRef = element === undefined ? { kind: "anyType" } : this.elementType(element, `${hint}Item`);
      const item = { ...fixed, type: itemType, at: type.at };
      this.#types[id] = { kind: "wrapper", id, ...shared, wireName, item, array: true };
    });
    return id;
  }

  // ---- complex types --------------------------------------------------------------------------------------------------

  #complex(type: ComplexType, hint: string, of: ElementDeclaration | undefined): number {
    const shared = {
      name: type.name,
      wireName: type.name ?? of?.name ?? (["", ""] as const),
      root: of !== undefined,
      abstract: type.abstract,
      ...documented(type.doc === undefined && of !== undefined ? of : type),
    };
    const wanted = of?.name[1] ?? hint;
    const id = this.#add((own) => emptyStruct(own, wanted, shared));
    this.#ids.set(type, id);
    this.#fill(() => {
      this.#types[id] = { ...emptyStruct(id, wanted, shared), ...this.#members(type, hint) };
    });
    return id;
  }

  /** Types that lead to types go deeper than a call stack may: beyond a depth they wait until the outermost is done. */
  #fill(members: () => void): void {
    if (this.#depth >= deepest) {
      this.#waiting.push(members);
      return;
    }
    this.#depth += 1;
    members();
    if (this.#depth === 1)
      for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) next();
    this.#depth -= 1;
  }

  #members(type: ComplexType, owner: string): Pick<StructDef, "fields" | "content"> {
    const wildcard = type.attributeWildcard;
    const rest: readonly FieldDef[] =
      wildcard === undefined
        ? []
        : [
            {
              kind: "anyAttribute",
              key: "$attributes",
              namespaces: wildcard.namespaces,
              process: wildcard.process,
              ...documented(wildcard),
            },
          ];
    if (type.content.kind === "simple") {
      const value = this.type(type.content.type, `${owner}Value`);
      const text: FieldDef = { kind: "text", key: "$value", type: value, at: type.at };
      return { fields: [...this.#attributes(type, owner, new Set()), text, ...rest], content: undefined };
    }
    const particle = type.content.kind === "elements" ? type.content.particle : undefined;
    const { fields, content } = lowerContent(particle, type.mixed, {
      field: (place, element) => this.#elementField(place, element, owner),
      substitutes: (element) => this.#substitutes(element),
    });
    const attributes = this.#attributes(type, owner, new Set(fields.map((field) => field.key)));
    return { fields: [...attributes, ...fields, ...rest], content };
  }

  /** Attributes with keys that no element and no attribute of another namespace has. */
  #attributes(type: ComplexType, owner: string, taken: Set<string>): readonly AttributeField[] {
    return type.attributes.map((use) => {
      const field = this.#attributeField(use, owner);
      return { ...field, key: claimKey(field.key, taken, "Attribute") };
    });
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
      count: countOf([particle.min, particle.max]),
      nil: element.nillable,
      type: this.#declaredType(element, `${owner}${pascal(element.name[1])}`),
      ...constraintOf(element),
      ...blocking(element),
      ...documented(particle.doc === undefined ? element : particle),
    };
  }

  #unsupported({ at }: Documented, message: string): void {
    this.#diagnostics.report("model.unsupported", at, message);
  }
}

/** A struct with nothing said beside what is given. */
function emptyStruct(id: number, hint: string, given: Partial<StructDef> & Documented): StructDef {
  return {
    kind: "struct",
    id,
    name: undefined,
    hint,
    wireName: ["", ""],
    root: false,
    abstract: false,
    fields: [],
    content: undefined,
    alternatives: undefined,
    ...given,
  };
}

function isNamed({ wireName }: StructDef, [namespace, localName]: Name): boolean {
  return wireName[0] === namespace && wireName[1] === localName;
}

function isSame(one: readonly FieldDef[], other: readonly FieldDef[]): boolean {
  const facts = (fields: readonly FieldDef[]): string =>
    JSON.stringify(fields.map((field) => ({ ...field, at: undefined, doc: undefined })));
  return facts(one) === facts(other);
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
