/**
 * Schema documents as they are written (XSD 1.0 part 1, 3): names are expanded, occurrence is read, nothing is looked up
 * yet.
 */
import type { Facets, Name, NamespaceConstraint } from "../../src/runtime/codec/table.ts";
import type { KeyConstraint } from "../../src/runtime/codec/identity-table.ts";
import type { Place } from "../diagnostics.ts";
import type { Documented, FixableFacet } from "./components.ts";

/** One xs:schema. */
export interface SchemaSyntax {
  readonly at: Place;
  readonly targetNamespace: string;
  /** It stands in the types section of a WSDL. */
  readonly embedded: boolean;
  readonly references: readonly SchemaReference[];
  readonly types: readonly (SimpleTypeSyntax | ComplexTypeSyntax)[];
  readonly elements: readonly ElementSyntax[];
  readonly attributes: readonly AttributeSyntax[];
  readonly groups: readonly GroupSyntax[];
  readonly attributeGroups: readonly AttributeGroupSyntax[];
  readonly redefinitions: Redefinitions;
  readonly notations: readonly NotationSyntax[];
  readonly unimported: readonly UnimportedName[];
}

/** A notation (3.12): what a value of xs:NOTATION names. */
export interface NotationSyntax {
  readonly name: Name;
  readonly at: Place;
}

/** The first name of a namespace that a schema names and does not import. */
export interface UnimportedName {
  readonly namespace: string;
  /** As it is written. */
  readonly name: string;
  readonly at: Place;
}

/** What the schema's xs:redefine elements put in place of components of the same names (4.2.2). */
export interface Redefinitions {
  readonly types: readonly (SimpleTypeSyntax | ComplexTypeSyntax)[];
  readonly groups: readonly GroupSyntax[];
  readonly attributeGroups: readonly AttributeGroupSyntax[];
}

/** xs:import, xs:include or xs:redefine. */
export interface SchemaReference {
  readonly kind: "import" | "include" | "redefine";
  readonly at: Place;
  readonly namespace?: string;
  readonly location?: string;
  /** Why the document at the location could not be read. It matters where nothing else provides the namespace. */
  readonly missing?: { readonly url: string; readonly reason: string };
}

/** Ways to derive a type, or to use one element for another, that a component can rule out. */
export type Derivation = "extension" | "restriction" | "list" | "union" | "substitution";

/** A simple type, named or inside something. */
export interface SimpleTypeSyntax extends Documented {
  readonly kind: "simpleType";
  readonly name?: Name;
  readonly final: ReadonlySet<Derivation>;
  readonly variety:
    | { readonly kind: "restriction"; readonly base: TypeReference; readonly facets: FacetsSyntax }
    | { readonly kind: "list"; readonly item: TypeReference }
    | { readonly kind: "union"; readonly members: readonly TypeReference[] };
}

/** A type by name, or spelt out in place. */
export type TypeReference =
  | { readonly kind: "name"; readonly name: Name; readonly at: Place }
  | SimpleTypeSyntax
  | ComplexTypeSyntax;

/** Facets of one derivation step. */
export interface FacetsSyntax {
  readonly at: Place;
  readonly facets: Facets;
  /** Of these facets, those that further steps may not change. */
  readonly fixed: ReadonlySet<FixableFacet>;
  readonly enumeration: readonly EnumerationSyntax[];
}

/** One xs:enumeration. */
export interface EnumerationSyntax extends Documented {
  readonly value: string;
  /** The value as a qualified name, expanded with the prefixes in scope; undefined where it is none. */
  readonly qualified: Name | undefined;
}

/** A complex type, named or inside something. */
export interface ComplexTypeSyntax extends Documented {
  readonly kind: "complexType";
  readonly name?: Name;
  readonly final: ReadonlySet<Derivation>;
  readonly block: ReadonlySet<Derivation>;
  readonly abstract: boolean;
  readonly mixed: boolean;
  readonly content:
    | {
        readonly kind: "simple";
        readonly derivation: "extension" | "restriction";
        readonly base: TypeReference;
        readonly facets: FacetsSyntax;
        readonly inline?: SimpleTypeSyntax;
      }
    | {
        readonly kind: "complex";
        readonly derivation: "extension" | "restriction";
        readonly base?: TypeReference;
        readonly particle?: ParticleSyntax;
      };
  readonly attributes: AttributesSyntax;
}

/** Attribute uses, group references and the wildcard of a type or group. */
export interface AttributesSyntax {
  readonly uses: readonly (AttributeSyntax | AttributeGroupReference)[];
  readonly wildcard?: WildcardSyntax;
}

export interface AttributeGroupReference {
  readonly kind: "attributeGroup";
  readonly ref: Name;
  readonly at: Place;
}

/** An attribute declaration or use. */
export interface AttributeSyntax extends Documented {
  readonly kind: "attribute";
  readonly name?: Name;
  readonly ref?: Name;
  readonly type?: TypeReference;
  readonly use: "optional" | "required" | "prohibited";
  readonly default?: string;
  readonly fixed?: string;
  /** The default or fixed value with the names in it expanded, should its type have names. */
  readonly expanded?: string;
}

/** An element declaration or reference. */
export interface ElementSyntax extends Documented, Occurrence {
  readonly kind: "element";
  readonly name?: Name;
  readonly ref?: Name;
  readonly type?: TypeReference;
  readonly nillable: boolean;
  readonly abstract: boolean;
  readonly default?: string;
  readonly fixed?: string;
  /** The default or fixed value with the names in it expanded, should its type have names. */
  readonly expanded?: string;
  readonly substitutes?: Name;
  readonly identity: readonly IdentitySyntax[];
  readonly final: ReadonlySet<Derivation>;
  readonly block: ReadonlySet<Derivation>;
}

/** xs:key, xs:unique or xs:keyref, its paths read. */
export interface IdentitySyntax extends Documented, KeyConstraint {}

export interface Occurrence {
  readonly min: number;
  /** `Infinity` for unbounded. */
  readonly max: number;
}

export type ParticleSyntax = ElementSyntax | ModelSyntax | GroupReference | (WildcardSyntax & Occurrence);

/** xs:sequence, xs:choice or xs:all. */
export interface ModelSyntax extends Documented, Occurrence {
  readonly kind: "sequence" | "choice" | "all";
  readonly particles: readonly ParticleSyntax[];
}

export interface GroupReference extends Documented, Occurrence {
  readonly kind: "group";
  readonly ref: Name;
}

/** xs:any or xs:anyAttribute. */
export interface WildcardSyntax extends Documented {
  readonly kind: "wildcard";
  readonly namespaces: NamespaceConstraint;
  readonly process: "strict" | "lax" | "skip";
}

/** A named model group. */
export interface GroupSyntax extends Documented {
  readonly name: Name;
  readonly model: ModelSyntax;
}

/** A named attribute group. */
export interface AttributeGroupSyntax extends Documented {
  readonly name: Name;
  readonly attributes: AttributesSyntax;
}
