/**
 * The model: what `lower` makes of components and what `emit` prints. It mirrors the runtime's tables
 * (src/runtime/codec/table.ts), with documentation, places and names added. Closed unions, plain data; types refer to each other by id.
 */
import type { KeyConstraint } from "../../src/runtime/codec/identity-table.ts";
import type { Count, Counts, Facets, Name, NamespaceConstraint } from "../../src/runtime/codec/table.ts";
import type { Documented } from "../xsd/components.ts";

/** Everything that one output module says. */
export interface Model {
  /** Documents that the model was made from, the entry document first. */
  readonly sources: readonly { readonly uri: string; readonly sha256: string }[];
  /** Target namespace of the entry document; "" for none. */
  readonly targetNamespace: string;
  /** Index is the id. */
  readonly types: readonly TypeDef[];
  readonly elements: readonly ElementDef[];
  readonly services: readonly ServiceDef[];
  /** Codecs that a user has chosen in place of those of built-in types, by the types' local names. */
  readonly representations?: ReadonlyMap<string, string>;
  /** Names that a user has chosen for types, by id, and for elements. */
  readonly chosen?: {
    readonly types: ReadonlyMap<number, string>;
    readonly elements: ReadonlyMap<ElementDef, string>;
  };
  /** How names are written that nobody has chosen; as in the contract when absent. */
  readonly style?: "contract" | "typescript";
  /** What strict decoding looks up, where the module offers it. */
  readonly declared?: DeclaredDef;
}

/** The global declarations of a contract beside its elements that can stand in a message. */
export interface DeclaredDef {
  /** Elements that are abstract. */
  readonly abstract: readonly Name[];
  readonly attributes: readonly { readonly name: Name; readonly type: TypeRef; readonly fixed?: string }[];
  readonly types: readonly DeclaredType[];
}

/** A named type, the nearest named one that it is derived from, and the steps in between. */
export interface DeclaredType {
  readonly name: Name;
  readonly base: Name;
  readonly by: readonly ("restriction" | "extension")[];
  /** undefined for an abstract type. */
  readonly type: TypeRef | undefined;
}

/** A type by reference. A scalar is a built-in type, or `anySimpleText`, an element of xs:anySimpleType: it may say its type. */
export type TypeRef =
  | { readonly kind: "scalar"; readonly name: string }
  | { readonly kind: "anyType" }
  | { readonly kind: "type"; readonly id: number };

interface Def extends Documented {
  readonly id: number;
  /** Name in the contract; undefined for an anonymous type. */
  readonly name: Name | undefined;
  /** The name that it should have in TypeScript, if it is free. */
  readonly hint: string;
}

export type TypeDef = StructDef | EnumDef | RestrictionDef | ListDef | UnionDef | WrapperDef | PolyDef;

/** A complex type. */
export interface StructDef extends Def {
  readonly kind: "struct";
  /** What the table is named on the wire: the type, or the global element whose anonymous type it is. */
  readonly wireName: Name;
  /** `wireName` is a global element's. */
  readonly root: boolean;
  readonly abstract: boolean;
  readonly fields: readonly FieldDef[];
  /** The content model, where it is more than the sequence of the fields. */
  readonly content: ParticleDef | undefined;
  /** Which fields occur together, where a choice keeps them apart: each alternative is a member of a union. */
  readonly alternatives: readonly Alternative[] | "too many" | undefined;
}

/** Derivations that xsi:type may not use. */
export type Block = readonly ("restriction" | "extension")[];

/** Keys of the element fields that may occur in one alternative, and whether they must. */
export type Alternative = ReadonlyMap<string, boolean>;

export type ParticleDef =
  | { readonly key: string; readonly count: Count }
  | { readonly kind: "sequence" | "choice" | "all"; readonly particles: readonly ParticleDef[]; readonly count: Count };

export type FieldDef =
  | ElementField
  | GroupField
  | ContentField
  | AttributeField
  | TextField
  | WildcardField
  | AttributeWildcardField;

/** One of several elements that may stand in one place: a substitution group. */
export interface GroupField extends Documented {
  readonly kind: "group";
  readonly key: string;
  readonly count: Count;
  readonly absent?: true;
  readonly items: readonly ElementField[];
}

/** Content whose order matters, or that is mixed with text. */
export interface ContentField extends Documented {
  readonly kind: "content";
  readonly key: string;
  readonly mixed: boolean;
  /** Their keys are the `$name`s of values; how often they occur is for `content` to say. */
  readonly items: readonly (ElementField | WildcardField)[];
  /** undefined for text alone. */
  readonly content: ParticleDef | undefined;
}

export interface ElementField extends Documented {
  readonly kind: "element";
  readonly key: string;
  readonly name: Name;
  readonly count: Count;
  /** A repeated element of a choice: no element means that the member is missing. */
  readonly absent?: true;
  readonly nil: boolean;
  readonly block?: Block;
  readonly keys?: readonly KeyConstraint[];
  readonly type: TypeRef;
  readonly default?: string;
  readonly fixed?: string;
}

export interface AttributeField extends Documented {
  readonly kind: "attribute";
  readonly key: string;
  readonly name: Name;
  readonly required: boolean;
  readonly type: TypeRef;
  readonly default?: string;
  readonly fixed?: string;
}

export interface TextField extends Documented {
  readonly kind: "text";
  readonly key: "$value";
  readonly type: TypeRef;
}

export interface WildcardField extends Documented {
  readonly kind: "any";
  /** `$any`, and `$any2` for the next. */
  readonly key: string;
  readonly namespaces: NamespaceConstraint;
  readonly count: Count;
  readonly process: "strict" | "lax" | "skip";
}

export interface AttributeWildcardField extends Documented {
  readonly kind: "anyAttribute";
  readonly key: "$attributes";
  readonly namespaces: NamespaceConstraint;
  readonly process: "strict" | "lax" | "skip";
}

/** A string type with listed values. */
export interface EnumDef extends Def {
  readonly kind: "enum";
  readonly values: readonly (Documented & { readonly value: string })[];
  readonly facets: Facets;
}

/** A simple type with facets. */
export interface RestrictionDef extends Def {
  readonly kind: "restriction";
  readonly base: TypeRef;
  readonly facets: Facets;
}

export interface ListDef extends Def {
  readonly kind: "list";
  readonly item: TypeRef;
  readonly facets: Facets;
}

export interface UnionDef extends Def {
  readonly kind: "union";
  readonly members: readonly TypeRef[];
}

/** A type that only wraps one repeated element. */
export interface WrapperDef extends Def {
  readonly kind: "wrapper";
  readonly wireName: Name;
  /** An array of SOAP's encoding. */
  readonly array?: true;
  readonly item: ElementField & { readonly count: Counts };
}

/** A declared type and those derived from it. */
export interface PolyDef extends Def {
  readonly kind: "poly";
  readonly wireName: Name;
  readonly abstract: boolean;
  readonly members: readonly number[];
}

/** A global element whose type has a name of its own. */
export interface ElementDef extends Documented {
  readonly default?: string;
  readonly fixed?: string;
  readonly block?: Block;
  readonly keys?: readonly KeyConstraint[];
  readonly name: Name;
  readonly hint: string;
  readonly nil: boolean;
  readonly type: TypeRef;
}

/** What can stand at the root of a message: an element, or a struct that is one. */
export type RootRef =
  | { readonly kind: "element"; readonly element: ElementDef }
  | { readonly kind: "struct"; readonly id: number };

export type ServiceDef = SoapServiceDef | XmlServiceDef;

export interface SoapServiceDef extends Documented {
  readonly kind: "soap";
  readonly name: string;
  readonly version: "1.1" | "1.2";
  /** Whether requests have, or may have, the header entries of WS-Addressing. */
  readonly addressing: "required" | "optional" | undefined;
  readonly endpoint: string;
  readonly operations: readonly SoapOperationDef[];
}

export interface SoapOperationDef extends Documented {
  /** Its key in the service: overloaded operations have one each. */
  readonly name: string;
  /** Its name in the contract. */
  readonly wireName: string;
  readonly action: string;
  /** The action of the request in WS-Addressing. */
  readonly addressingAction: string;
  /** The service answers nothing, or nothing that matters. */
  readonly oneWay: boolean;
  /** The elements in the body are the operation's own, around the parts (WSDL 1.1, 3.5). */
  readonly rpc: boolean;
  /** Messages are of SOAP's encoding (SOAP 1.1, 5). */
  readonly encoded: boolean;
  /** undefined for an empty body; a struct that is no element stands for its fields, one after the other. */
  readonly input: RootRef | undefined;
  /** Id of the struct of header entries. */
  readonly headers: number | undefined;
  readonly output: RootRef | undefined;
  readonly outputHeaders: number | undefined;
  readonly faults: readonly { readonly name: string; readonly root: RootRef }[];
  readonly attachments: readonly AttachmentDef[];
  readonly outputAttachments: readonly AttachmentDef[];
}

/** A part of a message that travels beside the envelope. */
export interface AttachmentDef {
  readonly name: string;
  /** Media types that it may have; empty where the contract says none. */
  readonly types: readonly string[];
  readonly doc?: string | undefined;
}

export interface XmlServiceDef extends Documented {
  readonly kind: "xml";
  readonly name: string;
  readonly endpoint: string;
  /** Parameters of every operation. */
  readonly parameters: readonly ParameterDef[];
  readonly operations: readonly XmlOperationDef[];
}

export interface ParameterDef extends Documented {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "form";
  /** Name on the wire. */
  readonly wireName: string;
  readonly required: boolean;
  readonly secret: boolean;
  /** Default "string". */
  readonly type?: "string" | "number" | "boolean" | "strings";
}

export interface XmlOperationDef extends Documented {
  readonly name: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly parameters: readonly ParameterDef[];
  readonly headers: Readonly<Record<string, string>>;
  readonly form: { readonly field: string; readonly fields: Readonly<Record<string, string>> } | undefined;
  readonly input: RootRef | "raw" | undefined;
  readonly output: RootRef | "raw" | undefined;
  readonly errors: readonly { readonly name: string; readonly root: RootRef }[];
}
