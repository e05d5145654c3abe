/** What the parts of `resolve` ask of each other. */
import type { Name } from "../../src/runtime/codec/table.ts";
import type { Diagnostics, Place } from "../diagnostics.ts";
import type {
  AttributeDeclaration,
  Documented,
  ElementDeclaration,
  ModelGroup,
  SimpleType,
  TypeDefinition,
} from "./components.ts";
import type { AttributesOf } from "./resolve-attributes.ts";
import type { Symbols } from "./symbols.ts";
import type {
  AttributeGroupSyntax,
  AttributeSyntax,
  ComplexTypeSyntax,
  ElementSyntax,
  GroupSyntax,
  SimpleTypeSyntax,
  TypeReference,
} from "./syntax.ts";

/** The set that is being resolved. Every component is made once; what is in the making and met again is circular. */
export interface Resolution {
  readonly symbols: Symbols;
  readonly diagnostics: Diagnostics;
  /** The type that is meant; xs:anyType where it cannot be resolved, which is reported. */
  type(reference: TypeReference): TypeDefinition;
  /** The type that a derivation starts from: what is redefined, where a redefinition names itself. */
  base(of: SimpleTypeSyntax | ComplexTypeSyntax, reference: TypeReference): TypeDefinition;
  /** A type that has to be simple; xs:anySimpleType where it is not, which is reported. */
  simple(type: TypeDefinition, at: Place): SimpleType;
  element(syntax: ElementSyntax, global: boolean): ElementDeclaration | undefined;
  elementNamed(name: Name, at: Place): ElementDeclaration | undefined;
  /** A global attribute. */
  attribute(syntax: AttributeSyntax): AttributeDeclaration | undefined;
  group(syntax: GroupSyntax): ModelGroup | undefined;
  attributeGroup(syntax: AttributeGroupSyntax): AttributesOf | undefined;
}

/** Place and documentation alone. */
export function documented({ at, doc }: Documented): Documented {
  return doc === undefined ? { at } : { at, doc };
}
