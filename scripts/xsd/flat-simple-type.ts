/** Simple types with their derivation steps joined (XSD part 2, 4.1 and 4.3). */
import type { Facets, WhiteSpace } from "../../src/runtime/codec/table.ts";
import type { EnumerationValue, SimpleType } from "./components.ts";

/** A simple type's base without restrictions, and what all steps together say of it. */
export interface FlatSimpleType {
  /** A built-in type, a list or a union. */
  readonly base: SimpleType;
  readonly facets: Facets;
  /** Listed values of the last step that lists any. */
  readonly enumeration: readonly EnumerationValue[] | undefined;
}

/** Follows a type to its base. Bounds of a later step replace those of an earlier one; patterns hold together. */
export function flattened(type: SimpleType): FlatSimpleType {
  if (type.variety.kind !== "restriction") return { base: type, facets: {}, enumeration: undefined };
  const inner = flattened(type.variety.base);
  const { facets, enumeration } = type.variety;
  const pattern = [...(inner.facets.pattern ?? []), ...(facets.pattern ?? [])];
  return {
    base: inner.base,
    facets: { ...withoutOpposites(inner.facets, facets), ...facets, ...(pattern.length === 0 ? {} : { pattern }) },
    enumeration: enumeration ?? inner.enumeration,
  };
}

/** An inclusive bound gives way to an exclusive one of a later step, and the other way round (part 2, 4.3.7 to 4.3.10). */
function withoutOpposites(facets: Facets, later: Facets): Facets {
  const { minInclusive, minExclusive, maxInclusive, maxExclusive, ...others } = facets;
  const keepsMin = later.minInclusive === undefined && later.minExclusive === undefined;
  const keepsMax = later.maxInclusive === undefined && later.maxExclusive === undefined;
  return {
    ...others,
    ...(keepsMin && minInclusive !== undefined ? { minInclusive } : {}),
    ...(keepsMin && minExclusive !== undefined ? { minExclusive } : {}),
    ...(keepsMax && maxInclusive !== undefined ? { maxInclusive } : {}),
    ...(keepsMax && maxExclusive !== undefined ? { maxExclusive } : {}),
  };
}

/** Built-in types whose enumerations become unions of literals. */
const textual: ReadonlySet<string> = new Set(
  "string normalizedString token language NMTOKEN Name NCName ID IDREF ENTITY anyURI anySimpleType".split(" "),
);

/** Whether values of a built-in type are strings as they stand in the document, white space apart. */
export function isTextual(builtin: string): boolean {
  return textual.has(builtin);
}

/** The white space facet of a built-in textual type (part 2, 3.2.1, 3.3.1 and 3.3.2). */
export function spaceOf(builtin: string): WhiteSpace {
  if (builtin === "string" || builtin === "anySimpleType") return "preserve";
  return builtin === "normalizedString" ? "replace" : "collapse";
}
