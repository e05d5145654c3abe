/** Complex types (part 1, 3.4): their effective content and attributes. */
import type { Diagnostics, Place } from "../diagnostics.ts";
import { anySimpleType, anyType, builtinNamed } from "./builtins.ts";
import type { ComplexType, SimpleType, TypeDefinition } from "./components.ts";
import { documented, type Resolution } from "./resolution.ts";
import { checkIdentifiers, deriveAttributes, deriveWildcard, resolveAttributes } from "./resolve-attributes.ts";
import { resolveParticle } from "./resolve-particles.ts";
import { resolveSimpleType, restrict } from "./resolve-simple.ts";
import type { ComplexTypeSyntax, Derivation } from "./syntax.ts";

type Content = ComplexType["content"];
type SimpleContentSyntax = Extract<ComplexTypeSyntax["content"], { readonly kind: "simple" }>;
type ComplexContentSyntax = Extract<ComplexTypeSyntax["content"], { readonly kind: "complex" }>;

/** Resolves a complex type; `name` is undefined for one that was redefined. */
export function resolveComplexType(
  resolution: Resolution,
  syntax: ComplexTypeSyntax,
  name: ComplexType["name"],
): ComplexType {
  const { diagnostics } = resolution;
  const { content, at } = syntax;
  const base = content.base === undefined ? anyType : resolution.base(syntax, content.base);
  // Every type without a base of its own restricts xs:anyType to what it says.
  const inherited =
    base.kind === "complex" && (base !== anyType || content.derivation === "extension") ? base : undefined;
  const own = resolveAttributes(resolution, syntax.attributes);
  checkMixed(syntax, base, diagnostics);
  const attributes = deriveAttributes(inherited, own, content.derivation, diagnostics);
  checkIdentifiers(attributes, "ct-props-correct", at, diagnostics);
  return {
    kind: "complex",
    name,
    ...documented(syntax),
    base,
    derivation: content.derivation,
    abstract: syntax.abstract,
    block: derivationsIn(syntax.block),
    final: derivationsIn(syntax.final),
    mixed: isMixed(syntax, inherited),
    attributes,
    attributeWildcard: deriveWildcard(inherited, own.wildcard, content.derivation, diagnostics),
    content:
      content.kind === "simple"
        ? simpleContent(resolution, content, base, at)
        : complexContent(resolution, content, base, at),
  };
}

/** Of the ways to derive, those that a complex type knows. */
function derivationsIn(listed: ReadonlySet<Derivation>): ReadonlySet<"extension" | "restriction"> {
  return new Set((["extension", "restriction"] as const).filter((derivation) => listed.has(derivation)));
}

/**
 * Reports an extension that makes mixed content of what is not, or the other way round (3.4.6, Derivation Valid (Extension),
 * 1.4.3.2). An extension that adds no content has that of its base, whatever it says.
 */
function checkMixed({ mixed, content, at }: ComplexTypeSyntax, base: TypeDefinition, diagnostics: Diagnostics): void {
  if (content.kind !== "complex" || content.derivation !== "extension" || base.kind !== "complex") return;
  // What stands for a type that could not be resolved says nothing of content.
  if (base === anyType && (content.base?.kind !== "name" || builtinNamed(content.base.name) !== anyType)) return;
  const adds = mixed || (content.particle !== undefined && content.particle.max > 0);
  const hasContent = base.mixed || base.content.kind === "elements";
  if (!adds || !hasContent || mixed === base.mixed) return;
  const [own, other] = mixed ? ["mixed", "not"] : ["not mixed", "mixed"];
  diagnostics.report("cos-ct-extends", at, `the content is ${own}, and that of the base ${labelOf(base)} is ${other}`);
}

function isMixed({ mixed, content }: ComplexTypeSyntax, inherited: ComplexType | undefined): boolean {
  return mixed || (content.kind === "complex" && content.derivation === "extension" && inherited?.mixed === true);
}

function simpleContent(resolution: Resolution, content: SimpleContentSyntax, base: TypeDefinition, at: Place): Content {
  const { inline, facets, derivation } = content;
  const inherited = simpleContentOf(base);
  if (base.kind === "simple" && derivation === "restriction") {
    const message = `simple content restricts a complex type, and ${labelOf(base)} is a simple one`;
    resolution.diagnostics.report("src-ct.2", at, message);
  }
  if (inherited === undefined && (inline === undefined || !(base.kind === "complex" && base.mixed))) {
    resolution.diagnostics.report("src-ct", at, `the base ${labelOf(base)} has no simple content`);
  }
  const says = Object.keys(facets.facets).length + facets.enumeration.length > 0;
  if (derivation === "restriction" && inline === undefined && inherited === anySimpleType && says) {
    const message = `the content of ${labelOf(base)} is of any simple type: it is restricted by another type, not by facets`;
    resolution.diagnostics.report("st-props-correct", at, message);
  }
  const type = inline === undefined ? (inherited ?? anySimpleType) : resolveSimpleType(resolution, inline, undefined);
  const nothing = Object.keys(facets.facets).length === 0 && facets.enumeration.length === 0;
  if (derivation === "extension" || nothing) return { kind: "simple", type };
  const variety = restrict(resolution, type, facets);
  return { kind: "simple", type: { kind: "simple", name: undefined, at, variety } };
}

function simpleContentOf(base: TypeDefinition): SimpleType | undefined {
  if (base.kind === "simple") return base;
  return base.content.kind === "simple" ? base.content.type : undefined;
}

function complexContent(
  resolution: Resolution,
  { particle: model, derivation, base: named }: ComplexContentSyntax,
  base: TypeDefinition,
  at: Place,
): Content {
  if (base.kind === "simple") {
    const message = `complex content derives from a complex type, and ${labelOf(base)} is a simple one`;
    resolution.diagnostics.report("src-ct", at, message);
  }
  const own = model === undefined ? undefined : resolveParticle(resolution, model);
  const before: Content = base.kind === "complex" && named !== undefined ? base.content : { kind: "empty" };
  if (derivation === "restriction" || before.kind === "empty") {
    return own === undefined ? { kind: "empty" } : { kind: "elements", particle: own };
  }
  if (own === undefined) return before;
  if (before.kind === "simple") {
    const message = `the base ${labelOf(base)} has simple content: an extension adds no elements`;
    resolution.diagnostics.report("cos-ct-extends.1", at, message);
    return before;
  }
  const term = { kind: "sequence", particles: [before.particle, own], at } as const;
  return { kind: "elements", particle: { min: 1, max: 1, at, term } };
}

function labelOf({ name }: TypeDefinition): string {
  return name?.[1] ?? "type";
}
