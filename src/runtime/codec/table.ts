/**
 * The codec tables: plain object literals that say how a TypeScript value and an XML element stand for each other.
 *
 * Generated code declares an interface and, beside it, a table annotated with one of the types below. The annotation is
 * the proof: a mapped type over the interface's keys makes the compiler reject a table that misses a field, has one too
 * many, names another codec, or counts it differently. Nothing here exists at run time; `compile.ts` turns tables into
 * closures on first use.
 */
import type { KeyConstraint } from "./identity-table.ts";
import type { FlavorOf, Tagged, Unrecognized } from "./values.ts";

declare const typed: unique symbol;
declare const flavored: unique symbol;

/** What every table has in common: its kind, and (for the compiler only) the TypeScript type of its values. */
export interface Codec<T> {
  readonly kind: string;
  readonly [typed]?: (value: T) => T;
  /** Keeps aliases apart that are assignable to each other: a table for xs:token cannot stand where xs:string belongs. */
  readonly [flavored]?: (flavor: FlavorOf<T>) => FlavorOf<T>;
}

/** The type of the values that a codec reads and writes. */
export type ValueOf<C> = C extends Codec<infer T> ? T : never;

/** A table, or a thunk of one where tables refer to each other in a cycle. */
export type Ref<T> = Codec<T> | (() => Codec<T>);

/** Expanded name: namespace name ("" for none) and local name. */
export type Name = readonly [namespace: string, localName: string];

/** The white space facet: what happens to a lexical value before it is read (XSD part 2, 4.3.6). */
export type WhiteSpace = "preserve" | "replace" | "collapse";

/** A built-in simple type. `read` takes the text after white space processing and answers undefined where it is not in the lexical space. */
export interface Scalar<T> extends Codec<T> {
  readonly kind: "scalar";
  /** The built-in type's local name, as in `xs:dateTime`: it stands in errors as what was expected. */
  readonly name: string;
  /** What errors say was expected, where it is less than the built-in type. */
  readonly label?: string;
  readonly space: WhiteSpace;
  readonly read: (text: string, context: ReadContext) => T | undefined;
  /**
   * Reads what most documents write straight from UTF-8; undefined where it is anything else, which `read` then looks at. What stands at
   * the end is no letter and no digit.
   */
  readonly scan?: (bytes: Uint8Array, start: number, end: number) => T | undefined;
  /** Of a type whose values are their texts: whether what stands in UTF-8 is one; where it is not, `read` looks at it. */
  readonly stands?: (bytes: Uint8Array, start: number, end: number) => boolean;
  /** Answers undefined where the value is not in the value space. */
  readonly write: (value: T, context: WriteContext) => string | undefined;
  /** Where more is asked of a value than that it can be read: strict decoding and encoding refuse what it answers false for. */
  readonly valid?: (value: T) => boolean;
  /** Order of two values: below zero, zero, above; undefined where they cannot be compared. Absent where none is defined. */
  readonly order?: (left: T, right: T) => number | undefined;
  /** Equality of two values, where neither `===` nor `order` says it (bytes, qualified names). */
  readonly equal?: (left: T, right: T) => boolean;
  /** The same text for equal values, where `String` is not: identity constraints compare many. */
  readonly key?: (value: T) => string;
  /** What the length facets count: code points of a string, bytes of binary data. Absent where they do not apply. */
  readonly size?: (value: T) => number;
}

/** What reading a lexical value may ask its surroundings for: the namespaces in scope (xs:QName, xs:NOTATION). */
export interface ReadContext {
  /** Namespace bound to a prefix ("" asks for the default namespace), or undefined where it is unbound. */
  namespaceOf(prefix: string): string | undefined;
}

/** What writing a lexical value may ask for: a prefix for a namespace. */
export interface WriteContext {
  prefixOf(namespace: string): string;
}

/** Constraining facets (XSD part 2, 4.3), in the lexical form of the base type where they are bounds. */
export interface Facets {
  readonly length?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Every one of these must match (each stands for one derivation step). Anchored, already translated from XSD's dialect. */
  readonly pattern?: readonly RegExp[];
  readonly enumeration?: readonly string[];
  readonly minInclusive?: string;
  readonly maxInclusive?: string;
  readonly minExclusive?: string;
  readonly maxExclusive?: string;
  readonly totalDigits?: number;
  readonly fractionDigits?: number;
  readonly space?: WhiteSpace;
}

/** A simple type restricted by facets other than an enumeration of strings. */
export interface RestrictionCodec<T extends Base, Base = T> extends Codec<T> {
  readonly kind: "restriction";
  readonly name?: Name;
  readonly base: Ref<Base>;
  readonly facets: Facets;
}

/** A string type with listed values. Open when decoding tolerantly: an unlisted value arrives as `Unrecognized`. */
export interface EnumCodec<T extends string> extends Codec<T> {
  readonly kind: "enum";
  readonly name?: Name;
  readonly values: { readonly [V in Listed<T>]: true };
  /** Facets that hold beside the enumeration. */
  readonly facets?: Facets;
}

/** The listed values of an open enumeration, without `Unrecognized`. */
export type Listed<T extends string> = T extends Unrecognized ? never : T;

/** A white-space separated list (xs:list). */
export interface ListCodec<T extends readonly unknown[]> extends Codec<T> {
  readonly kind: "list";
  readonly name?: Name;
  readonly item: Ref<T[number]>;
  readonly facets?: Facets;
}

/** A union (xs:union): the first member that accepts the text wins (XSD part 2, 2.5.1.3). */
export interface UnionCodec<Members extends readonly unknown[]> extends Codec<Members[number]> {
  readonly kind: "union";
  readonly name?: Name;
  readonly members: { readonly [I in keyof Members]: Ref<Members[I]> };
}

/** A complex type. Fields stand in the order of the content model, inherited ones first. */
export interface StructCodec<T> extends Codec<T> {
  readonly kind: "struct";
  /** Name of the type; of the global element where the type is that element's anonymous type (`element`). */
  readonly name: Name;
  /** Present where `name` is a global element's: the codec can stand at the root of a message. */
  readonly element?: true;
  /** Value of `$type` on decoded values, where the type takes part in a union told apart by xsi:type. */
  readonly tag?: string;
  readonly fields: Fields<T>;
  /** The content model where it is more than the sequence of the fields. */
  readonly content?: Particle<keyof T & string>;
}

/**
 * A content model over field keys (XSD part 1, 3.8 and 3.9). A bare key occurs as often as its field's count says, except
 * as a branch of a choice, where a bare key with the count `?` occurs once: branches that are left out are absent anyway.
 * `{ key, count }` says it where the two differ; `count` defaults to "1" everywhere.
 */
export type Particle<Key extends string> =
  | Key
  | { readonly key: Key; readonly count?: Count }
  | { readonly sequence: readonly Particle<Key>[]; readonly count?: Count }
  | { readonly choice: readonly Particle<Key>[]; readonly count?: Count }
  | { readonly all: readonly Particle<Key>[]; readonly count?: "1" | "?" };

/** Occurrence: exactly one, at most one, any number, at least one, or bounds (`Infinity` for unbounded). */
export type Count = "1" | "?" | Counts;
/** Occurrence of what becomes an array. */
export type Counts = "*" | "+" | readonly [min: number, max: number];

/** One table entry for each property of T, `$type` apart. */
export type Fields<T> = { readonly [K in Exclude<keyof T, "$type">]-?: FieldOf<T, K> };

/** The table entries that agree with property K of T. */
export type FieldOf<T, K extends keyof T> = K extends `$any${string}`
  ? WildcardField
  : K extends `$content${string}`
    ? ContentField<T[K]>
    : K extends "$attributes"
      ? AttributeWildcardField
      : K extends "$value"
        ? TextField<T[K]>
        : {} extends Pick<T, K>
          ? One<Exclude<T[K], undefined>, "?"> | OptionalMany<Exclude<T[K], undefined>>
          : One<T[K], "1"> | Many<T[K]>;

type One<V, C extends "1" | "?"> = [V] extends [never]
  ? // An abstract type without derived ones, or an abstract element that nothing substitutes for, has no values.
    GroupField<never, C> | SingleField<never, C>
  : IsTagged<V> extends true
    ? GroupField<V & AnyTagged, C>
    : SingleField<V, C> | (null extends V ? never : AttributeField<V, C>);
type Many<V> = V extends readonly unknown[]
  ? IsTagged<V[number]> extends true
    ? GroupField<V[number] & AnyTagged, Counts>
    : RepeatedField<V>
  : never;
type IsTagged<V> = [V] extends [AnyTagged] ? true : false;
/** In a branch of a choice an array that has no element is missing, so that the branches stay apart. */
type OptionalMany<V> = Many<V> & { readonly absent: true };

type AnyTagged = Tagged<string, unknown>;

/** The elements that a place admits, by `$name`: walks the members once, as a place may admit hundreds. */
type Items<I extends AnyTagged> = { readonly [M in I as M["$name"]]: ItemOf<M["$name"], M["value"]> };
type ItemOf<N extends string, V> = N extends `$any${string}` ? WildcardItem : ElementItem<V>;

/** One of the elements of a substitution group (XSD part 1, 3.3.4 and 2.2.2.2): `$name` says which one a value is. */
export interface GroupField<I extends AnyTagged, C extends Count> {
  readonly group: Items<I>;
  readonly count: C;
}

/** An element that stands in a content or a substitution group. */
export type ElementItem<V> = ElementPlace & Nillable<V>;

/** A wildcard that stands in a content. */
export type WildcardItem = Omit<WildcardField, "count">;

/**
 * Content whose order matters, or that is mixed with text (XSD part 1, 3.4.2): an array of elements, each with its `$name`, and
 * of strings where there is text.
 */
export type ContentField<V> = V extends readonly (infer I)[]
  ? {
      readonly items: Items<Extract<I, AnyTagged>>;
      readonly content?: Particle<Extract<I, AnyTagged>["$name"]>;
    } & (string extends I ? { readonly mixed: true } : { readonly mixed?: never })
  : never;

interface ElementPlace extends ValueConstraint {
  /** Local name of the element. */
  readonly el: string;
  /** Namespace, where it is not the struct's own; "" for an unqualified local element. */
  readonly ns?: string;
}

/** An element that occurs at most once. */
export type SingleField<V, C extends "1" | "?"> = ElementPlace & { readonly count: C } & Nillable<V>;
/** An element that becomes an array, whatever number of times it occurs. */
export type RepeatedField<V extends readonly unknown[]> = ElementPlace & { readonly count: Counts } & Nillable<
    V[number]
  >;

/** `nil: true` exactly where the value may be null (xsi:nil, XSD part 1, 2.6.2). */
type Nillable<V> = null extends V
  ? { readonly nil: true; readonly type: Ref<Exclude<V, Nil>> }
  : { readonly nil?: never; readonly type: Ref<V> };

/** What stands for an element that is nil: null, or its attributes. */
type Nil = null | { readonly $nil: true };

/** An attribute. */
export interface AttributeField<V, C extends "1" | "?"> {
  /** Local name of the attribute. */
  readonly at: string;
  /** Namespace of a qualified attribute; attributes are unqualified where this is absent. */
  readonly ns?: string;
  readonly count: C;
  readonly type: Ref<V>;
  readonly default?: string;
  readonly fixed?: string;
}

/** The text of an element with simple content. */
export interface TextField<V> {
  readonly text: true;
  readonly type: Ref<V>;
}

/** An element wildcard (xs:any): its elements are kept as nodes in `$any` (`$any2` for the next one), in document order. */
export interface WildcardField {
  readonly any: NamespaceConstraint;
  readonly count: Count;
  readonly process: "lax" | "skip" | "strict";
}

/** An attribute wildcard (xs:anyAttribute): its attributes are kept in `$attributes`. */
export interface AttributeWildcardField {
  readonly anyAttribute: NamespaceConstraint;
  readonly process: "lax" | "skip" | "strict";
}

/** Namespaces that a wildcard admits: all, all but one (and but none), or those listed ("" for none). */
export type NamespaceConstraint = "##any" | { readonly not: string } | readonly string[];

/** A complex type that only wraps one repeated element (`ArrayOfX`): its value is the array itself. */
export interface WrapperCodec<T extends readonly unknown[]> extends Codec<T> {
  readonly kind: "wrapper";
  readonly name: Name;
  /** An array of SOAP's encoding: names of items mean nothing (SOAP 1.1, 5.4.2). */
  readonly array?: true;
  readonly item: RepeatedField<T>;
}

/** A complex type with derived types: `$type` tells which one a value is, xsi:type does on the wire. */
export interface PolyCodec<T extends { readonly $type?: string }> extends Codec<T> {
  readonly kind: "poly";
  /** Name of the declared type: what an element without xsi:type is. */
  readonly name: Name;
  /** The declared type is abstract: an element without xsi:type is an error. */
  readonly abstract?: true;
  /** Walks the members once, where a lookup by tag would walk all of them for each: unions have hundreds. */
  readonly types: { readonly [M in T as NonNullable<M["$type"]>]: StructRef<M> };
}

type StructRef<T> = StructCodec<T> | (() => StructCodec<T>);

/** A global element: a codec that can stand at the root of a message. */
export interface ElementCodec<T> extends Codec<T>, ValueConstraint {
  readonly kind: "element";
  readonly name: Name;
  readonly nil?: null extends T ? true : never;
  readonly type: Ref<Exclude<T, Nil>>;
}

/** What an element says beside its type (XSD part 1, 3.3.1): a default or fixed value, and identity constraints. */
interface ValueConstraint {
  readonly default?: string;
  readonly fixed?: string;
  readonly keys?: readonly KeyConstraint[];
  /** Derivations that xsi:type may not use here (XSD part 1, 3.3.1 disallowed substitutions). */
  readonly block?: readonly ("restriction" | "extension")[];
}

/** A table without the type of its values, or a thunk of one. */
export type AnyRef = { readonly kind: string } | (() => { readonly kind: string });

/**
 * What a contract declares globally. Strict decoding looks up there what stands in wildcards and in xs:anyType, and the types that
 * xsi:type names (`schemaIndex`).
 */
export interface Schema {
  /** Codecs of the elements that can stand in a message. Objects, not arrays: the compiler makes no union of their types. */
  readonly elements: Readonly<Record<string, AnyRef>>;
  /** Names of the elements that are abstract. */
  readonly abstract?: readonly Name[];
  readonly attributes: Readonly<Record<string, SchemaAttribute>>;
  readonly types: Readonly<Record<string, SchemaType>>;
}

/** A global attribute. */
export interface SchemaAttribute {
  readonly name: Name;
  readonly type: AnyRef;
  readonly fixed?: string;
}

/** A named type, and how it is derived. */
export interface SchemaType {
  readonly name: Name;
  /** Nearest type with a name that it is derived from. */
  readonly base: Name;
  /** How, step by step. */
  readonly by: readonly ("restriction" | "extension")[];
  /** Absent for an abstract type. */
  readonly type?: AnyRef;
}

/** What can stand at the root of a message. */
export type RootCodec<T> = ElementCodec<T> | (StructCodec<T> & { readonly element?: true });
