/** Complex types held against what they are derived from (XSD part 1, 3.4.6). */
import type { Diagnostics } from "../diagnostics.ts";
import { checkAttributeRestriction } from "./attribute-restriction.ts";
import { anyType } from "./builtins.ts";
import type { ComplexType, TypeDefinition } from "./components.ts";
import { derives } from "./derivation.ts";
import { isEmptiable } from "./effective-range.ts";
import { Forms, TooLarge } from "./particle-form.ts";
import { Restrictions } from "./particle-restriction.ts";
import { isSoapArray } from "./soap-array.ts";
import type { SubstitutionGroups } from "./substitution-groups.ts";

/** Reports complex types that are no restriction of their base although they say so. */
export function checkRestrictions(
  types: readonly ComplexType[],
  groups: SubstitutionGroups,
  diagnostics: Diagnostics,
): void {
  const forms = new Forms(groups);
  const restrictions = new Restrictions();
  for (const type of types) {
    const { base, derivation, at } = type;
    if (derivation !== "restriction" || base === undefined || base === anyType || isSoapArray(type)) continue;
    try {
      if (base.kind !== "complex") continue;
      const [own, inherited] = [type, base].map(({ attributes: uses, attributeWildcard: wildcard }) => ({
        uses,
        wildcard,
      }));
      if (own !== undefined && inherited !== undefined) {
        checkAttributeRestriction(own, inherited, "derivation-ok-restriction", at, diagnostics);
      }
      checkContent(type, base, forms, restrictions, diagnostics);
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      diagnostics.report(
        "xsd.ignored",
        at,
        `the restriction ${labelOf(type)} is too large to be compared with its base`,
      );
    }
  }
}

/** Derivation Valid (Restriction, Complex), clause 5. */
function checkContent(
  type: ComplexType,
  base: ComplexType,
  forms: Forms,
  restrictions: Restrictions,
  diagnostics: Diagnostics,
): void {
  const refuse = (message: string): void => diagnostics.report("derivation-ok-restriction", type.at, message);
  const [content, inherited] = [type.content, base.content];
  if (content.kind === "simple") {
    const isRestricted =
      inherited.kind === "simple" ? derives(content.type, inherited.type, new Set()) : base.mixed && isOptional(base);
    if (!isRestricted) refuse(`the simple content is no restriction of the content of ${labelOf(base)}`);
    return;
  }
  if (content.kind === "empty" && !type.mixed) {
    if (!isOptional(base)) refuse(`the content is empty, and that of ${labelOf(base)} cannot be`);
    return;
  }
  if (type.mixed && !base.mixed) refuse(`the content is mixed, and that of ${labelOf(base)} is not`);
  else if (inherited.kind === "simple") refuse(`elements cannot restrict the simple content of ${labelOf(base)}`);
  else if (content.kind === "empty") {
    if (!isOptional(base)) refuse(`the content has no elements, and that of ${labelOf(base)} needs some`);
  } else if (inherited.kind === "empty") {
    if (forms.of(content.particle).total[1] > 0) refuse(`the content of ${labelOf(base)} has no elements to restrict`);
  } else {
    const broken = restrictions.compare(forms.of(content.particle), forms.of(inherited.particle));
    if (broken !== undefined) {
      const message = `${broken.message}: ${labelOf(type)} is no restriction of ${labelOf(base)}`;
      diagnostics.report(broken.code, broken.at, message);
    }
  }
}

/** Whether the content of a type can be without elements. */
function isOptional({ content }: ComplexType): boolean {
  return content.kind === "empty" || (content.kind === "elements" && isEmptiable(content.particle));
}

function labelOf({ name }: TypeDefinition): string {
  return name?.[1] ?? "the type";
}
