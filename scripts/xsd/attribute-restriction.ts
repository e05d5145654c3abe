/** Attributes of a restriction held against those of its base (XSD part 1, 3.4.6, Derivation Valid (Restriction), 2 to 4). */
import type { Diagnostics, Place } from "../diagnostics.ts";
import { keyOf, type AttributeUse, type Wildcard } from "./components.ts";
import { derives } from "./derivation.ts";
import { isSameValue } from "./same-value.ts";
import { admits, isSubset } from "./wildcards.ts";

/** What a type or an attribute group says of attributes. */
export interface AttributeRules {
  readonly uses: readonly AttributeUse[];
  readonly wildcard: Wildcard | undefined;
}

/** How much of what a wildcard admits is checked: a restriction checks the same or more. */
export const strength = { strict: 2, lax: 1, skip: 0 } as const;

const nothing: ReadonlySet<never> = new Set();

/** Reports attributes and wildcards by which more is allowed than by the base. `code`: the constraint that asks for it. */
export function checkAttributeRestriction(
  derived: AttributeRules,
  base: AttributeRules,
  code: "derivation-ok-restriction" | "src-redefine",
  at: Place,
  diagnostics: Diagnostics,
): void {
  const inherited = new Map(base.uses.map((use) => [keyOf(use.attribute.name), use]));
  const own = new Set(derived.uses.map((use) => keyOf(use.attribute.name)));
  for (const use of derived.uses) {
    const known = inherited.get(keyOf(use.attribute.name));
    if (known === use) continue;
    const [namespace, name] = use.attribute.name;
    const broken =
      known !== undefined
        ? brokenBy(use, known)
        : base.wildcard === undefined || !admits(base.wildcard.namespaces, namespace)
          ? `the base has no attribute ${name}, and no wildcard that admits it`
          : undefined;
    if (broken !== undefined) diagnostics.report(code, use.at, broken);
  }
  for (const [key, { required, attribute }] of inherited) {
    if (required && !own.has(key)) {
      diagnostics.report(code, at, `the attribute ${attribute.name[1]}, which the base requires, is left out`);
    }
  }
  const broken = brokenWildcard(derived.wildcard, base.wildcard);
  if (broken !== undefined) diagnostics.report(code, derived.wildcard?.at ?? at, broken);
}

function brokenBy(use: AttributeUse, base: AttributeUse): string | undefined {
  const name = use.attribute.name[1];
  if (base.required && !use.required) return `the attribute ${name} is optional, and the base requires it`;
  if (!derives(use.attribute.type, base.attribute.type, nothing)) {
    return `the type of the attribute ${name} is not derived from its type in the base`;
  }
  const fixed = fixedBy(base);
  const own = fixedBy(use);
  if (fixed === undefined || (own !== undefined && isSameValue(base.attribute.type, own, fixed))) return undefined;
  return `the attribute ${name} is fixed to ${fixed} in the base`;
}

/** The value that a use fixes, itself or by what it refers to. */
function fixedBy({ fixed, default: standard, attribute }: AttributeUse): string | undefined {
  return fixed ?? (standard === undefined ? attribute.fixed : undefined);
}

function brokenWildcard(derived: Wildcard | undefined, base: Wildcard | undefined): string | undefined {
  if (derived === undefined) return undefined;
  if (base === undefined) return "the base has no attribute wildcard to restrict";
  if (!isSubset(derived.namespaces, base.namespaces)) return "the attribute wildcard admits more than that of the base";
  if (strength[derived.process] >= strength[base.process]) return undefined;
  return `the attribute wildcard is processed ${derived.process}, and that of the base ${base.process}`;
}
