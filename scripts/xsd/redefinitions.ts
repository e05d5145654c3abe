/** Redefinitions held against what they redefine (XSD part 1, 4.2.2, Redefinition Constraints 5 to 7). */
import type { Diagnostics } from "../diagnostics.ts";
import { checkAttributeRestriction } from "./attribute-restriction.ts";
import { keyOf } from "./components.ts";
import { Forms, TooLarge } from "./particle-form.ts";
import { Restrictions } from "./particle-restriction.ts";
import type { Resolution } from "./resolution.ts";
import type { SubstitutionGroups } from "./substitution-groups.ts";
import type {
  AttributeGroupSyntax,
  ComplexTypeSyntax,
  GroupReference,
  GroupSyntax,
  ModelSyntax,
  SimpleTypeSyntax,
} from "./syntax.ts";

/** Reports redefinitions that neither extend nor restrict what they redefine. */
export function checkRedefinitions(resolution: Resolution, groups: SubstitutionGroups): void {
  const { symbols, diagnostics } = resolution;
  for (const [type] of symbols.types.redefinitions) checkType(type, diagnostics);
  const forms = new Forms(groups);
  const restrictions = new Restrictions();
  for (const [group, original] of symbols.groups.redefinitions) {
    if (original !== undefined) checkGroup(resolution, group, original, forms, restrictions);
  }
  for (const [group, original] of symbols.attributeGroups.redefinitions) {
    if (original !== undefined) checkAttributeGroup(resolution, group, original);
  }
}

/** A type is derived from itself. */
function checkType(type: SimpleTypeSyntax | ComplexTypeSyntax, diagnostics: Diagnostics): void {
  const { name, at } = type;
  if (name === undefined) return;
  const base = baseOf(type);
  if (base?.kind === "name" && keyOf(base.name) === keyOf(name)) return;
  const how = type.kind === "simpleType" ? "restricts" : "extends or restricts";
  diagnostics.report("src-redefine", at, `a redefinition of ${name[1]} ${how} ${name[1]}, and this one does not`);
}

function baseOf(type: SimpleTypeSyntax | ComplexTypeSyntax): ComplexTypeSyntax["content"]["base"] {
  if (type.kind === "complexType") return type.content.base;
  return type.variety.kind === "restriction" ? type.variety.base : undefined;
}

/** A group refers once to itself, or restricts itself. */
function checkGroup(
  resolution: Resolution,
  group: GroupSyntax,
  original: GroupSyntax,
  forms: Forms,
  restrictions: Restrictions,
): void {
  const { diagnostics } = resolution;
  const { at, name } = group;
  const references = referencesTo(keyOf(name), group.model);
  const [reference, second] = references;
  if (reference !== undefined) {
    if (second !== undefined || reference.min !== 1 || reference.max !== 1) {
      const message = `a redefinition of the group ${name[1]} refers to it once, and does not repeat it`;
      diagnostics.report("src-redefine", (second ?? reference).at, message);
    }
    return;
  }
  const [derived, base] = [group, original].map((one) => {
    const term = resolution.group(one);
    return term === undefined ? undefined : forms.of({ min: 1, max: 1, term, at: one.at });
  });
  if (derived === undefined || base === undefined) return;
  try {
    const empty = derived.total[1] === 0 && base.total[0] === 0;
    const broken = empty ? undefined : restrictions.compare(derived, base);
    if (broken === undefined) return;
    const message = `${broken.message}: the group ${name[1]} neither contains nor restricts what it redefines`;
    diagnostics.report("src-redefine", broken.at, message);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    diagnostics.report("xsd.ignored", at, `the group ${name[1]} is too large to be compared with what it redefines`);
  }
}

function referencesTo(key: string, model: ModelSyntax): readonly GroupReference[] {
  return model.particles.flatMap((particle) => {
    if (particle.kind === "group") return keyOf(particle.ref) === key ? [particle] : [];
    return particle.kind === "element" || particle.kind === "wildcard" ? [] : referencesTo(key, particle);
  });
}

/** An attribute group refers once to itself, or restricts itself. */
function checkAttributeGroup(
  resolution: Resolution,
  group: AttributeGroupSyntax,
  original: AttributeGroupSyntax,
): void {
  const key = keyOf(group.name);
  const references = group.attributes.uses.filter((use) => use.kind === "attributeGroup" && keyOf(use.ref) === key);
  if (references.length > 1) {
    const message = `a redefinition of the attribute group ${group.name[1]} refers to it once`;
    resolution.diagnostics.report("src-redefine", group.at, message);
  }
  if (references.length > 0) return;
  const [derived, base] = [resolution.attributeGroup(group), resolution.attributeGroup(original)];
  if (derived === undefined || base === undefined) return;
  checkAttributeRestriction(derived, base, "src-redefine", group.at, resolution.diagnostics);
}
