/** Constraints on content models as wholes (XSD part 1, 3.8.6): where an all may stand, and elements of one name. */
import type { Diagnostics, Place } from "../diagnostics.ts";
import { keyOf, type ComplexType, type ElementDeclaration, type ModelGroup, type Particle } from "./components.ts";
import type { SubstitutionGroups } from "./substitution-groups.ts";

/** Reports content models, of types and of named groups, that have an all inside, or elements of one name and two types. */
export function checkContentModels(
  types: readonly ComplexType[],
  named: Iterable<ModelGroup>,
  groups: SubstitutionGroups,
  diagnostics: Diagnostics,
): void {
  const report = once(diagnostics);
  for (const { content, at } of types) {
    if (content.kind !== "elements") continue;
    const { term, max } = content.particle;
    if (term.kind === "element" || term.kind === "wildcard") continue;
    if (term.kind === "all" && max > 1) report("cos-all-limited", at, "an all occurs at most once");
    checkGroup(term, groups, report);
  }
  for (const group of named) checkGroup(group, groups, report);
}

type Report = (code: "cos-all-limited" | "cos-element-consistent", at: Place, message: string) => void;

/** Says the same of a place once: types share the content of their groups and bases. */
function once(diagnostics: Diagnostics): Report {
  const said = new Set<string>();
  return (code, at, message) => {
    const key = `${code} ${at.uri} ${at.line} ${at.column}`;
    if (!said.has(key)) diagnostics.report(code, at, message);
    said.add(key);
  };
}

function checkGroup(group: ModelGroup, groups: SubstitutionGroups, report: Report): void {
  const byName = new Map<string, ElementDeclaration>();
  const seen = new Set<ModelGroup>([group]);
  for (const { particles } of seen) {
    for (const particle of particles) {
      const { term } = particle;
      if (term.kind === "wildcard") continue;
      if (term.kind === "element") checkConsistency(particle, groups.of(term), byName, report);
      else {
        if (term.kind === "all") report("cos-all-limited", particle.at, "an all is not part of another group");
        // Groups in groups are found on the way: a set goes on with what is added to it.
        seen.add(term);
      }
    }
  }
}

/** Element Declarations Consistent: elements of one name in one content model have one type. */
function checkConsistency(
  { at }: Particle,
  members: readonly ElementDeclaration[],
  byName: Map<string, ElementDeclaration>,
  report: Report,
): void {
  for (const element of members) {
    const key = keyOf(element.name);
    const first = byName.get(key);
    if (first === undefined) byName.set(key, element);
    else if (first !== element && first.type !== element.type) {
      const message = `the element ${element.name[1]} has another type than the one at ${first.at.uri}:${first.at.line}`;
      report("cos-element-consistent", at, `${message}: in one content model they have the same`);
    }
  }
}
