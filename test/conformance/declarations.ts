/** What a schema declares for an element or attribute of a document: enough to compare values by their types. */
import { anyType, builtinNamed } from "../../scripts/xsd/builtins.ts";
import {
  keyOf,
  type ComplexType,
  type ElementDeclaration,
  type ModelGroup,
  type Particle,
  type SchemaSet,
  type SimpleType,
  type TypeDefinition,
} from "../../scripts/xsd/components.ts";

/** What is known of an element: its type, and the values that it may have when it is empty. */
export interface Declared {
  readonly type: TypeDefinition;
  /** Several where particles of one name have different ones. */
  readonly values: readonly string[];
}

/** What nothing is known of. */
export const undeclared: Declared = { type: anyType, values: [] };

/** Declaration of the root element; undefined where there is none. */
export function declaredRoot(set: SchemaSet, namespace: string, localName: string): Declared | undefined {
  const element = set.elements.get(keyOf([namespace, localName]));
  return element === undefined ? undefined : declaredBy([element]);
}

/** Declaration of a child: one of the parent's content, or a global one where a wildcard or a substitution lets it in. */
export function declaredChild(set: SchemaSet, parent: TypeDefinition, namespace: string, localName: string): Declared {
  const local = parent.kind === "complex" ? localElements(parent).get(keyOf([namespace, localName])) : undefined;
  const global = set.elements.get(keyOf([namespace, localName]));
  return declaredBy(local ?? (global === undefined ? [] : [global]));
}

/** Type and default of an attribute; undefined where only a wildcard admits it, and nobody declares it. */
export function declaredAttribute(
  set: SchemaSet,
  parent: TypeDefinition,
  namespace: string,
  localName: string,
): { readonly type: SimpleType; readonly value?: string } | undefined {
  const uses = parent.kind === "complex" ? parent.attributes : [];
  const use = uses.find(({ attribute: { name } }) => name[0] === namespace && name[1] === localName);
  const attribute = use?.attribute ?? set.attributes.get(keyOf([namespace, localName]));
  if (attribute === undefined) return undefined;
  const value = use?.fixed ?? use?.default ?? attribute.fixed ?? attribute.default;
  return { type: attribute.type, ...(value === undefined ? {} : { value }) };
}

/** A type by its name: what xsi:type says. */
export function typeNamed(set: SchemaSet, namespace: string, localName: string): TypeDefinition | undefined {
  return builtinNamed([namespace, localName]) ?? set.types.get(keyOf([namespace, localName]));
}

/** Whether the children of a type stand in any order. */
export function isUnordered(type: TypeDefinition): boolean {
  if (type.kind !== "complex" || type.content.kind !== "elements") return false;
  const { term } = type.content.particle;
  if (term.kind === "all") return true;
  return term.kind === "sequence" && term.particles.length === 1 && term.particles[0]?.term.kind === "all";
}

/** The simple type of an element's text; undefined where it has none. */
export function simpleTypeOf(type: TypeDefinition): SimpleType | undefined {
  if (type.kind === "simple") return type;
  return type.content.kind === "simple" ? type.content.type : undefined;
}

function declaredBy(elements: readonly ElementDeclaration[]): Declared {
  const [first] = elements;
  if (first === undefined) return undeclared;
  return { type: first.type, values: elements.flatMap((element) => element.fixed ?? element.default ?? []) };
}

const known = new WeakMap<ComplexType, ReadonlyMap<string, readonly ElementDeclaration[]>>();

/** The element declarations in a content model: those of one name have one type (part 1, 3.8.6 cos-element-consistent). */
function localElements(type: ComplexType): ReadonlyMap<string, readonly ElementDeclaration[]> {
  const done = known.get(type);
  if (done !== undefined) return done;
  const found = new Map<string, ElementDeclaration[]>();
  const groups: (Particle | ModelGroup)[] = type.content.kind === "elements" ? [type.content.particle] : [];
  for (let next = groups.pop(); next !== undefined; next = groups.pop()) {
    const term = "term" in next ? next.term : next;
    if (term.kind === "element") found.set(keyOf(term.name), [...(found.get(keyOf(term.name)) ?? []), term]);
    else if (term.kind !== "wildcard") groups.push(...term.particles);
  }
  known.set(type, found);
  return found;
}
