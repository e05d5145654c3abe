/** Facets of one derivation step, held against the type that they restrict (part 2, 4.1.5 and 4.3). */
import { applySpace } from "../../src/runtime/codec/scalars/whitespace.ts";
import type { Diagnostics } from "../diagnostics.ts";
import { primitiveOf } from "./builtins.ts";
import { keyOf, type EnumerationValue, type SimpleType } from "./components.ts";
import { bounds, checkFacets, digits, lengths, type Draft } from "./facet-restrictions.ts";
import { documented } from "./resolution.ts";
import type { EnumerationSyntax, FacetsSyntax } from "./syntax.ts";
import { expectedOf, holdsNames, valuesOf } from "./values.ts";

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

type Restriction = Extract<SimpleType["variety"], { readonly kind: "restriction" }>;

/** The facets of a step as far as they apply and have values of the base; the others are reported and left out. */
export function resolveFacets(
  base: SimpleType,
  syntax: FacetsSyntax,
  diagnostics: Diagnostics,
): Pick<Restriction, "facets" | "fixed" | "enumeration"> {
  const nature = natureOf(base);
  const facets: Draft = { ...syntax.facets };
  if (nature !== "anySimpleType") {
    const admitted = applicable(nature);
    for (const name of [...bounds, ...lengths, ...digits, "space"] as const) {
      if (facets[name] === undefined || admitted.has(name)) continue;
      delete facets[name];
      const message = `${name === "space" ? "whiteSpace" : name} says nothing of a ${nature}: it is ignored`;
      diagnostics.report("cos-applicable-facets", syntax.at, message);
    }
    checkFacets(base, facets, syntax.at, diagnostics);
  }
  const stated = syntax.fixed.size === 0 ? { facets } : { facets, fixed: syntax.fixed };
  const [first] = syntax.enumeration;
  if (first === undefined) return stated;
  if (nature === "boolean") {
    const message = "enumeration says nothing of a boolean: a pattern says which of its values is meant";
    diagnostics.report("cos-applicable-facets", first.at, message);
  }
  if (holdsNames(base) && nature !== "QName" && nature !== "NOTATION") {
    // In a message their prefixes would mean something else.
    const message = "the listed values of a list or union that has qualified names in it are not checked";
    diagnostics.report("xsd.ignored", first.at, message);
    return stated;
  }
  const enumeration = syntax.enumeration.flatMap((listed) => resolveListed(base, nature, listed, diagnostics) ?? []);
  // Where no listed value is one of the base, any of the base is.
  return enumeration.length === 0 ? stated : { ...stated, enumeration };
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
    const message = `${JSON.stringify(listed.value)} is left out: it is not a value of the base type; ${expected} is expected`;
    diagnostics.report("enumeration-valid-restriction", listed.at, message);
    return undefined;
  }
  if (nature !== "QName" && nature !== "NOTATION") return { ...documented(listed), value };
  if (listed.qualified !== undefined) return { ...documented(listed), value: keyOf(listed.qualified) };
  diagnostics.report("src-resolve", listed.at, `the prefix of ${value} is not declared`);
  return undefined;
}
