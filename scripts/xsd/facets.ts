/** Facets of one derivation step, held against the type that they restrict (part 2, 4.1.5 and 4.3). */
import { applySpace } from "../../src/runtime/codec/scalars/whitespace.ts";
import type { Facets } from "../../src/runtime/codec/table.ts";
import type { Diagnostics } from "../diagnostics.ts";
import { builtinFacets, primitiveOf } from "./builtins.ts";
import { keyOf, type EnumerationValue, type SimpleType } from "./components.ts";
import { documented } from "./resolution.ts";
import type { EnumerationSyntax, FacetsSyntax } from "./syntax.ts";
import { expectedOf, holdsNames, valuesOf } from "./values.ts";

type Draft = { -readonly [K in keyof Facets]: Facets[K] };

const bounds = ["minInclusive", "maxInclusive", "minExclusive", "maxExclusive"] as const;
const lengths = ["length", "minLength", "maxLength"] as const;
const digits = ["totalDigits", "fractionDigits"] as const;
const always = ["pattern", "enumeration", "space"] as const;

/** What a type is at bottom: the name of its primitive type, `list` or `union`. */
export function natureOf({ variety }: SimpleType): string {
  switch (variety.kind) {
    case "restriction":
      return natureOf(variety.base);
    case "builtin": {
      const primitive = primitiveOf(variety.builtin);
      return ["NMTOKENS", "IDREFS", "ENTITIES"].includes(primitive) ? "list" : primitive;
    }
    default:
      return variety.kind;
  }
}

const sized = new Set("string anyURI hexBinary base64Binary QName NOTATION list".split(" "));
const ordered = new Set(
  "decimal float double duration dateTime time date gYearMonth gYear gMonthDay gDay gMonth".split(" "),
);

function applicable(nature: string): ReadonlySet<string> {
  if (nature === "union") return new Set(["pattern", "enumeration"]);
  if (nature === "boolean") return new Set(["pattern", "space"]);
  return new Set([
    ...always,
    ...(sized.has(nature) ? lengths : []),
    ...(ordered.has(nature) ? bounds : []),
    ...(nature === "decimal" ? digits : []),
  ]);
}

/** The facets of a step as far as they apply and have values of the base; the others are reported and left out. */
export function resolveFacets(
  base: SimpleType,
  syntax: FacetsSyntax,
  diagnostics: Diagnostics,
): { readonly facets: Facets; readonly enumeration?: readonly EnumerationValue[] } {
  const nature = natureOf(base);
  const facets: Draft = { ...syntax.facets };
  if (nature !== "anySimpleType") {
    const admitted = applicable(nature);
    for (const name of [...bounds, ...lengths, ...digits, "space"] as const) {
      if (facets[name] === undefined || admitted.has(name)) continue;
      delete facets[name];
      const message = `${name === "space" ? "whiteSpace" : name} says nothing of a ${nature}: it is ignored`;
      diagnostics.report("xsd.misplaced", syntax.at, message);
    }
    checkBounds(base, facets, syntax, diagnostics);
    checkNumbers(facets, inheritedFacets(base), syntax, diagnostics);
  }
  const [first] = syntax.enumeration;
  if (first === undefined) return { facets };
  if (holdsNames(base) && nature !== "QName" && nature !== "NOTATION") {
    // In a message their prefixes would mean something else.
    const message = "the listed values of a list or union that has qualified names in it are not checked";
    diagnostics.report("xsd.ignored", first.at, message);
    return { facets };
  }
  const enumeration = syntax.enumeration.flatMap((listed) => resolveListed(base, nature, listed, diagnostics) ?? []);
  return { facets, enumeration };
}

/** A listed value as its type reads it: white space processed, a qualified name expanded. */
function resolveListed(
  base: SimpleType,
  nature: string,
  listed: EnumerationSyntax,
  diagnostics: Diagnostics,
): EnumerationValue | undefined {
  const value = applySpace(listed.value, valuesOf(base).space);
  const expected = expectedOf(base, value);
  if (expected !== undefined) {
    const message = `${JSON.stringify(listed.value)} is not a value of the base type: ${expected} is expected`;
    diagnostics.report("xsd.value", listed.at, message);
    return undefined;
  }
  if (nature !== "QName" && nature !== "NOTATION") return { ...documented(listed), value };
  if (listed.qualified !== undefined) return { ...documented(listed), value: keyOf(listed.qualified) };
  diagnostics.report("src-resolve", listed.at, `the prefix of ${value} is not declared`);
  return undefined;
}

function checkBounds(base: SimpleType, facets: Draft, { at }: FacetsSyntax, diagnostics: Diagnostics): void {
  const simple = valuesOf(base);
  for (const name of bounds) {
    const text = facets[name];
    const expected = text === undefined ? undefined : boundProblem(base, name, text);
    if (expected === undefined) continue;
    delete facets[name];
    diagnostics.report("xsd.value", at, `${name} ${text} is not a value of the base type: ${expected} is expected`);
  }
  // A bound of the base still holds where the step has none of that side.
  const inherited = inheritedFacets(base);
  const ownLower = facets.minInclusive ?? facets.minExclusive;
  const ownUpper = facets.maxInclusive ?? facets.maxExclusive;
  const lower = ownLower ?? inherited.minInclusive ?? inherited.minExclusive;
  const upper = ownUpper ?? inherited.maxInclusive ?? inherited.maxExclusive;
  if (facets.minInclusive !== undefined && facets.minExclusive !== undefined) {
    diagnostics.report("xsd.value", at, "minInclusive and minExclusive exclude each other");
  }
  if (facets.maxInclusive !== undefined && facets.maxExclusive !== undefined) {
    diagnostics.report("xsd.value", at, "maxInclusive and maxExclusive exclude each other");
  }
  if (lower === undefined || upper === undefined || (ownLower ?? ownUpper) === undefined) return;
  const read = (text: string): unknown => simple.read(applySpace(text, simple.space), { namespaceOf: () => "" });
  const sign = simple.order?.(read(lower), read(upper));
  const from = ownLower === undefined ? inherited : facets;
  const to = ownUpper === undefined ? inherited : facets;
  const half = (from.minInclusive === undefined) !== (to.maxInclusive === undefined);
  if (sign !== undefined && (sign > 0 || (sign === 0 && half))) {
    diagnostics.report("xsd.value", at, `nothing is between the bounds ${lower} and ${upper}`);
  }
}

/** A bound is a value of the base, or the base's own exclusive bound of the same kind. */
function boundProblem(base: SimpleType, name: (typeof bounds)[number], text: string): string | undefined {
  const expected = expectedOf(base, text);
  if (expected === undefined || !name.endsWith("Exclusive")) return expected;
  return inheritedFacets(base)[name] === text ? undefined : expected;
}

function checkNumbers(facets: Facets, inherited: Facets, { at }: FacetsSyntax, diagnostics: Diagnostics): void {
  const report = (message: string): void => diagnostics.report("xsd.value", at, message);
  // A step may repeat the bounds of its base beside a length (4.3.1.4).
  const isNew = (name: "minLength" | "maxLength"): boolean =>
    facets[name] !== undefined && facets[name] !== inherited[name];
  if (facets.length !== undefined && (isNew("minLength") || isNew("maxLength"))) {
    const message = "length says all that minLength and maxLength could say: one step has either";
    diagnostics.report("length-minLength-maxLength", at, message);
  }
  const all = { ...inherited, ...facets };
  for (const [low, high] of [
    ["minLength", "maxLength"],
    ["minLength", "length"],
    ["length", "maxLength"],
    ["fractionDigits", "totalDigits"],
  ] as const) {
    const [lower, upper] = [all[low], all[high]];
    if (lower !== undefined && upper !== undefined && lower > upper) {
      report(`${low} ${lower} is more than ${high} ${upper}`);
    }
  }
  const wider = (name: "minLength" | "maxLength" | "totalDigits" | "fractionDigits" | "length"): boolean => {
    const [own, before] = [facets[name], inherited[name]];
    if (own === undefined || before === undefined) return false;
    return name === "length" ? own !== before : name === "minLength" ? own < before : own > before;
  };
  for (const name of [...lengths, ...digits]) {
    if (wider(name)) report(`${name} ${facets[name]} does not restrict the base type's ${inherited[name]}`);
  }
  const spaces = ["preserve", "replace", "collapse"];
  if (facets.space !== undefined && spaces.indexOf(facets.space) < spaces.indexOf(inherited.space ?? "preserve")) {
    report(`whiteSpace ${facets.space} does not restrict the base type's ${inherited.space}`);
  }
  if (facets.totalDigits === 0) report("totalDigits is at least 1");
}

/** The facets that a type has from all its steps, white space included. */
function inheritedFacets(type: SimpleType): Facets {
  const { variety } = type;
  if (variety.kind !== "restriction") {
    const built = variety.kind === "builtin" ? builtinFacets(variety.builtin) : {};
    return natureOf(type) === "union" ? {} : { ...built, space: valuesOf(type).space };
  }
  return { ...inheritedFacets(variety.base), ...variety.facets };
}
