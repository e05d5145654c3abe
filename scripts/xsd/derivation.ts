/** What types and elements say about being derived from (part 1, 3.3.6, 3.4.6 and 3.14.6). */
import type { DiagnosticCode, Diagnostics } from "../diagnostics.ts";
import { anySimpleType, anyType, builtinBase, builtinSimpleTypes } from "./builtins.ts";
import type { ComplexType, ElementDeclaration, SchemaSet, SimpleType, TypeDefinition } from "./components.ts";
import type { ComplexTypeSyntax, Derivation, ElementSyntax, SimpleTypeSyntax } from "./syntax.ts";

/** Reports a type that is derived in a way that its base rules out. */
export function checkFinal(
  type: SimpleTypeSyntax | ComplexTypeSyntax,
  base: SimpleTypeSyntax | ComplexTypeSyntax,
  diagnostics: Diagnostics,
): void {
  const derivation: Derivation = type.kind === "simpleType" ? type.variety.kind : type.content.derivation;
  if (!base.final.has(derivation)) return;
  const message = `the type ${base.name?.[1] ?? ""} is final: it is not for derivation by ${derivation}`;
  diagnostics.report(finalCode(type, derivation), type.at, message);
}

/** The constraint that says how a final type may be used (3.4.6, 3.14.6). */
function finalCode(type: SimpleTypeSyntax | ComplexTypeSyntax, derivation: Derivation): DiagnosticCode {
  if (type.kind === "simpleType") return derivation === "restriction" ? "st-props-correct" : "cos-st-restricts";
  return derivation === "extension" ? "cos-ct-extends" : "derivation-ok-restriction";
}

/** Reports a member of a substitution group whose type is not derived from its head's, or in a way ruled out there. */
export function checkSubstitution(element: ElementDeclaration, head: ElementSyntax, diagnostics: Diagnostics): void {
  if (element.substitutes === undefined) return;
  const { at } = element;
  const [name, headName] = [element.name[1], element.substitutes.name[1]];
  if (!derives(element.type, element.substitutes.type, new Set())) {
    const message = `the type of ${name} is not derived from that of ${headName}, which it stands for nevertheless`;
    diagnostics.report("e-props-correct", at, message);
  } else if (!derives(element.type, element.substitutes.type, head.final)) {
    diagnostics.report("e-props-correct.4", at, `the element ${headName} is final: ${name} cannot stand for it`);
  }
}

/** The steps by which a type is derived from another (3.4.6 and 3.14.6); undefined where it is not. */
export function stepsTo(type: TypeDefinition, ancestor: TypeDefinition): readonly Derivation[] | undefined {
  if (type === ancestor || ancestor === anyType) return [];
  if (ancestor.kind === "simple" && ancestor.variety.kind === "union") {
    const member = ancestor.variety.members.find((candidate) => stepsTo(type, candidate) !== undefined);
    if (member !== undefined) return ["restriction"];
  }
  const base = baseOf(type);
  const rest = base === undefined ? undefined : stepsTo(base, ancestor);
  return rest === undefined ? undefined : [type.kind === "complex" ? type.derivation : "restriction", ...rest];
}

/**
 * Whether a type is another one, or derived from it by no step that is excluded (Type Derivation OK, 3.4.6 and 3.14.6).
 *
 * @param tried unions that were looked into: not again.
 */
export function derives(
  type: TypeDefinition,
  ancestor: TypeDefinition,
  excluded: ReadonlySet<Derivation>,
  tried: Set<TypeDefinition> = new Set(),
): boolean {
  let members = ancestor.kind === "simple" && !tried.has(ancestor) ? membersOf(ancestor) : [];
  tried.add(ancestor);
  for (let current: TypeDefinition | undefined = type; current !== undefined; current = parentOf(current)) {
    if (current === ancestor) return true;
    const step: TypeDefinition = current;
    if (step.kind === "simple") {
      if (members.some((member) => derives(step, member, excluded, tried))) return true;
      members = [];
    }
    if (excluded.has(step.kind === "complex" ? step.derivation : "restriction")) return false;
  }
  return false;
}

/** The type above: that of every simple type is xs:anyType in the end. */
function parentOf(type: TypeDefinition): TypeDefinition | undefined {
  return type === anySimpleType ? anyType : baseOf(type);
}

/** The member types of a union, restricted or not. */
function membersOf({ variety }: SimpleType): readonly SimpleType[] {
  if (variety.kind === "union") return variety.members;
  return variety.kind === "restriction" ? membersOf(variety.base) : [];
}

/** The type that a type is derived from. */
export function baseOf(type: TypeDefinition): TypeDefinition | undefined {
  return type.kind === "complex" ? type.base : simpleBaseOf(type);
}

function simpleBaseOf({ variety }: SimpleType): SimpleType | undefined {
  if (variety.kind === "restriction") return variety.base;
  if (variety.kind !== "builtin") return anySimpleType;
  const base = builtinBase(variety.builtin);
  return base === undefined ? undefined : builtinSimpleTypes.get(base);
}

/** What may not stand in an element's place: as the element says, and its declared type (3.4.6, type derivation OK). */
export function blockOf({ block, type }: ElementDeclaration): ReadonlySet<Derivation> {
  const ofType = type.kind === "complex" ? type.block : undefined;
  return new Set([...block, ...(ofType ?? [])]);
}

/** The complex types that are derived from each type, in any number of steps. */
export function derivedTypes(set: SchemaSet): ReadonlyMap<TypeDefinition, readonly ComplexType[]> {
  const derived = new Map<TypeDefinition, ComplexType[]>();
  for (const type of set.types.values()) {
    if (type.kind !== "complex") continue;
    for (let { base } = type; base !== undefined; base = base.kind === "complex" ? base.base : undefined) {
      const known = derived.get(base);
      if (known === undefined) derived.set(base, [type]);
      else known.push(type);
    }
  }
  return derived;
}
