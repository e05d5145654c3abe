/** Simple types (part 1, 3.14): what they are derived from, and by which facets. */
import type { Diagnostics, Place } from "../diagnostics.ts";
import type { SimpleType } from "./components.ts";
import { anySimpleType } from "./builtins.ts";
import { natureOf, resolveFacets } from "./facets.ts";
import { documented, type Resolution } from "./resolution.ts";
import type { FacetsSyntax, SimpleTypeSyntax } from "./syntax.ts";

/** Resolves a simple type; `name` is undefined for one that was redefined. */
export function resolveSimpleType(
  resolution: Resolution,
  syntax: SimpleTypeSyntax,
  name: SimpleType["name"],
): SimpleType {
  const shared = { kind: "simple", name, ...documented(syntax) } as const;
  const { variety, at } = syntax;
  switch (variety.kind) {
    case "list": {
      const item = resolution.simple(resolution.base(syntax, variety.item), at);
      if (isList(item))
        resolution.diagnostics.report("cos-list-of-atomic", at, "the items of a list are lists themselves");
      checkNotationUse(item, at, resolution.diagnostics);
      return { ...shared, variety: { kind: "list", item } };
    }
    case "union": {
      const members = variety.members.map((member) => resolution.simple(resolution.base(syntax, member), at));
      return { ...shared, variety: { kind: "union", members } };
    }
    case "restriction": {
      const named = resolution.base(syntax, variety.base);
      const base = resolution.simple(named, at);
      const { base: reference } = variety;
      if (reference.kind === "name" && /^any(?:Simple)?Type$/.test(reference.name[1]) && base === anySimpleType) {
        const message = `${named.name?.[1] ?? "the base"} is restricted by the built-in types alone`;
        resolution.diagnostics.report("st-props-correct", at, message);
      }
      return { ...shared, variety: restrict(resolution, base, variety.facets) };
    }
  }
}

/** Restricts a type by the facets of one step. */
export function restrict(resolution: Resolution, base: SimpleType, facets: FacetsSyntax): SimpleType["variety"] {
  const resolved = resolveFacets(base, facets, resolution.diagnostics);
  if (natureOf(base) === "NOTATION") {
    for (const { value, at } of resolved.enumeration ?? []) {
      if (resolution.symbols.notations.has(value)) continue;
      resolution.diagnostics.report("enumeration-valid-restriction", at, `there is no notation ${value}`);
    }
  }
  return { kind: "restriction", base, ...resolved };
}

/** Of notations, only types that list theirs are used (part 2, 3.2.19, enumeration-required-notation). */
export function checkNotationUse(type: SimpleType, at: Place, diagnostics: Diagnostics): void {
  if (natureOf(type) !== "NOTATION" || isListed(type)) return;
  const message = "xs:NOTATION is used by types that restrict it to an enumeration of notations, not as it stands";
  diagnostics.report("enumeration-required-notation", at, message);
}

function isListed({ variety }: SimpleType): boolean {
  return variety.kind === "restriction" && (variety.enumeration !== undefined || isListed(variety.base));
}

function isList({ variety }: SimpleType): boolean {
  if (variety.kind === "restriction") return isList(variety.base);
  if (variety.kind === "union") return variety.members.some(isList);
  return (
    variety.kind === "list" || (variety.kind === "builtin" && /^(?:NMTOKENS|IDREFS|ENTITIES)$/.test(variety.builtin))
  );
}
