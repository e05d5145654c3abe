/**
 * Schema components (XSD 1.0 part 1, 2.2): what `resolve` makes of the schema documents. References are links, groups and
 * attribute groups are expanded into particles and attribute uses, chameleon includes and redefinitions are settled,
 * derivations are followed. Closed unions, plain data; cycles run through the links.
 */
import type { Place } from "../diagnostics.ts";
import type { KeyConstraint } from "../../src/runtime/codec/identity-table.ts";
import type { Facets, Name, NamespaceConstraint } from "../../src/runtime/codec/table.ts";

/** Documentation carried from xs:annotation: text of xs:documentation, white space tidied; undefined where there is none. */
export interface Documented {
  readonly doc?: string;
  readonly at: Place;
}

/** All components of a set of schema documents, global ones by expanded name (`{namespace}local`). */
export interface SchemaSet {
  readonly types: ReadonlyMap<string, TypeDefinition>;
  readonly elements: ReadonlyMap<string, ElementDeclaration>;
  readonly attributes: ReadonlyMap<string, AttributeDeclaration>;
  /** Target namespaces in the order in which they were met, the entry document's first. */
  readonly namespaces: readonly string[];
  /** Those of them of which a document is missing. */
  readonly incomplete: ReadonlySet<string>;
}

/** Key of a component in a `SchemaSet`. */
export function keyOf([namespace, localName]: Name): string {
  return `{${namespace}}${localName}`;
}

export type TypeDefinition = SimpleType | ComplexType;

/** A simple type definition (part 1, 3.14). Mutable only while `resolve` ties cycles. */
export interface SimpleType extends Documented {
  readonly kind: "simple";
  /** undefined for an anonymous type. */
  readonly name: Name | undefined;
  /** The built-in type itself has `builtin`; every other type says what it is made of in `variety`. */
  readonly variety:
    | { readonly kind: "builtin"; readonly builtin: string }
    /** Restriction of an atomic type, a list or a union: only the facets of this step. */
    | {
        readonly kind: "restriction";
        readonly base: SimpleType;
        readonly facets: Facets;
        /** Of these facets, those that further steps may not change. */
        readonly fixed?: ReadonlySet<FixableFacet>;
        readonly enumeration?: readonly EnumerationValue[];
      }
    | { readonly kind: "list"; readonly item: SimpleType }
    | { readonly kind: "union"; readonly members: readonly SimpleType[] };
}

/** A facet that can be fixed (part 2, 4.3): all but patterns and enumerations. */
export type FixableFacet = Exclude<keyof Facets, "pattern" | "enumeration">;

/** One xs:enumeration, with its documentation. */
export interface EnumerationValue extends Documented {
  readonly value: string;
}

/** A complex type definition (part 1, 3.4). */
export interface ComplexType extends Documented {
  readonly kind: "complex";
  readonly name: Name | undefined;
  /** xs:anyType has itself as base here: undefined. */
  readonly base: TypeDefinition | undefined;
  readonly derivation: "extension" | "restriction";
  readonly abstract: boolean;
  /** Derivations of this type that may not stand in its place, by xsi:type or substitution; blockDefault applied (3.4.2). */
  readonly block: ReadonlySet<"extension" | "restriction">;
  /** Ways in which no type may be derived from this one; finalDefault applied. */
  readonly final: ReadonlySet<"extension" | "restriction">;
  readonly mixed: boolean;
  /** The effective attribute uses, inherited ones first; prohibited ones are gone. */
  readonly attributes: readonly AttributeUse[];
  readonly attributeWildcard: Wildcard | undefined;
  /** The effective content, inherited particles first (extension) or replaced (restriction). */
  readonly content:
    | { readonly kind: "empty" }
    | { readonly kind: "simple"; readonly type: SimpleType }
    | { readonly kind: "elements"; readonly particle: Particle };
}

/** A particle (part 1, 3.9). */
export interface Particle extends Documented {
  readonly min: number;
  /** `Infinity` for unbounded. */
  readonly max: number;
  readonly term: ElementDeclaration | ModelGroup | Wildcard;
}

/** A model group (part 1, 3.8); a reference to a named group is replaced by its particles. */
export interface ModelGroup extends Documented {
  readonly kind: "sequence" | "choice" | "all";
  readonly particles: readonly Particle[];
}

/** An element declaration (part 1, 3.3), global or local. A reference is a link to the global declaration. */
export interface ElementDeclaration extends Documented {
  readonly kind: "element";
  /** The namespace is "" for an unqualified local element. */
  readonly name: Name;
  readonly global: boolean;
  readonly type: TypeDefinition;
  readonly nillable: boolean;
  readonly abstract: boolean;
  /** What may not stand in its place: derived types by xsi:type, members of its substitution group (3.3.2). */
  readonly block: ReadonlySet<"extension" | "restriction" | "substitution">;
  readonly default?: string;
  readonly fixed?: string;
  /** The default or fixed value with the names in it expanded, should its type have names. */
  readonly expanded?: string;
  /** What has to be unique in it, or to refer to something unique (3.11). */
  readonly identity: readonly IdentityConstraint[];
  /** Head of the substitution group that this element is a member of. */
  readonly substitutes?: ElementDeclaration;
}

/** An identity constraint (part 1, 3.11). */
export interface IdentityConstraint extends Documented, KeyConstraint {}

/** An attribute declaration (part 1, 3.2). */
export interface AttributeDeclaration extends Documented {
  readonly kind: "attribute";
  readonly name: Name;
  readonly type: SimpleType;
  readonly default?: string;
  readonly fixed?: string;
  /** The default or fixed value with the names in it expanded, should its type have names. */
  readonly expanded?: string;
}

/** An attribute use (part 1, 3.5). */
export interface AttributeUse extends Documented {
  readonly required: boolean;
  readonly attribute: AttributeDeclaration;
  readonly default?: string;
  readonly fixed?: string;
  /** The default or fixed value with the names in it expanded, should its type have names. */
  readonly expanded?: string;
}

/** A wildcard (part 1, 3.10). */
export interface Wildcard extends Documented {
  readonly kind: "wildcard";
  readonly namespaces: NamespaceConstraint;
  readonly process: "strict" | "lax" | "skip";
}
