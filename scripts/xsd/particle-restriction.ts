/**
 * Particle Valid (Restriction) (XSD part 1, 3.9.6): whether everything that a content model takes is taken by that of the base
 * type, by the rules of the specification, which look at how the models are written.
 */
import type { DiagnosticCode } from "../diagnostics.ts";
import type { Place } from "../diagnostics.ts";
import { strength } from "./attribute-restriction.ts";
import { keyOf, type ElementDeclaration } from "./components.ts";
import { derives } from "./derivation.ts";
import type { Bounds } from "./occurrence.ts";
import {
  asGroup,
  summed,
  TooLarge,
  type ElementForm,
  type Form,
  type GroupForm,
  type WildcardForm,
} from "./particle-form.ts";
import { keepsIdentity } from "./resolve-identity.ts";
import { isSameValue } from "./same-value.ts";
import { admits, isSubset } from "./wildcards.ts";

/** What a restriction breaks. */
export interface Failure {
  readonly code: DiagnosticCode;
  readonly at: Place;
  readonly message: string;
}

type Verdict = Failure | undefined;

/** Comparisons for one set of schemas; beyond, the rest is not looked at. */
const most = 3_000_000;

/** Compares content models with those of base types, and remembers what was compared. */
export class Restrictions {
  readonly #known = new Map<Form, Map<Form, Verdict>>();
  #compared = 0;

  /**
   * What keeps a particle from being a restriction of another one; undefined where it is one.
   *
   * @throws TooLarge where comparing takes too long.
   */
  compare(derived: Form, base: Form): Verdict {
    if (derived === base) return undefined;
    if (++this.#compared > most) throw new TooLarge();
    if (base.kind === "element" && derived.kind === "element") return nameAndType(derived, base);
    const verdicts = this.#known.get(derived) ?? new Map<Form, Verdict>();
    this.#known.set(derived, verdicts);
    if (verdicts.has(base)) return verdicts.get(base);
    const verdict = this.#decide(derived, base);
    verdicts.set(base, verdict);
    return verdict;
  }

  #decide(derived: Form, base: Form): Verdict {
    if (base.kind === "wildcard") return this.#underWildcard(derived, base);
    if (base.kind === "element" || derived.kind === "wildcard") return forbidden(derived, base);
    if (derived.kind === "element") return this.#groups(asGroup(derived, base.kind), base);
    return this.#groups(derived, base);
  }

  #groups(derived: GroupForm, base: GroupForm): Verdict {
    if (derived.kind === base.kind) {
      return this.#recurse(derived, base, derived.kind === "choice" ? "rcase-RecurseLossy" : "rcase-Recurse");
    }
    if (derived.kind === "sequence") {
      return base.kind === "all" ? this.#recurseUnordered(derived, base) : this.#mapAndSum(derived, base);
    }
    return forbidden(derived, base);
  }

  /** NSCompat, NSSubset and NSRecurseCheckCardinality. `counted`: whether occurrence is compared. */
  #underWildcard(derived: Form, base: WildcardForm, counted = true): Verdict {
    const { namespaces, process } = base.wildcard;
    if (derived.kind === "element") {
      const { name } = derived.element;
      if (!admits(namespaces, name[0])) {
        return failure(
          "rcase-NSCompat",
          derived,
          `the wildcard of the base (${lineOf(base)}) does not admit ${name[1]}`,
        );
      }
      return counted ? range("rcase-NSCompat", derived, base) : undefined;
    }
    if (derived.kind === "wildcard") {
      if (!isSubset(derived.wildcard.namespaces, namespaces)) {
        return failure("rcase-NSSubset", derived, `the wildcard admits more than that of the base (${lineOf(base)})`);
      }
      if (strength[derived.wildcard.process] < strength[process]) {
        const message = `the wildcard is processed ${derived.wildcard.process}, and that of the base ${process}`;
        return failure("rcase-NSSubset", derived, message);
      }
      return counted ? range("rcase-NSSubset", derived, base) : undefined;
    }
    for (const part of derived.parts) {
      const broken = this.#underWildcard(part, base, false);
      if (broken !== undefined) return { ...broken, code: "rcase-NSRecurseCheckCardinality" };
    }
    return counted ? range("rcase-NSRecurseCheckCardinality", derived, base, derived.total) : undefined;
  }

  /** Each part restricts one of the base, in the same order; what the base needs may be left out of a choice alone. */
  #recurse(derived: GroupForm, base: GroupForm, code: "rcase-Recurse" | "rcase-RecurseLossy"): Verdict {
    const counted = range(code, derived, base);
    if (counted !== undefined) return counted;
    const lossy = code === "rcase-RecurseLossy";
    let next = 0;
    for (const part of derived.parts) {
      let nearest: Verdict;
      for (;;) {
        const counterpart = base.parts[next++];
        if (counterpart === undefined) return nearest ?? unmatched(code, part, base);
        const broken = this.compare(part, counterpart);
        if (broken === undefined) break;
        if (isAlike(part, counterpart)) nearest ??= broken;
        if (!lossy && counterpart.total[0] > 0) return nearest ?? required(code, part, counterpart);
      }
    }
    const left = lossy ? undefined : base.parts.slice(next).find(({ total }) => total[0] > 0);
    return left === undefined ? undefined : missing(code, derived, left);
  }

  /** A sequence of what an all takes in any order: each part restricts another one of the base. */
  #recurseUnordered(derived: GroupForm, base: GroupForm): Verdict {
    const counted = range("rcase-RecurseUnordered", derived, base);
    if (counted !== undefined) return counted;
    const free = new Set(base.parts);
    for (const part of derived.parts) {
      const { found, nearest } = this.#counterpart(part, free);
      if (found === undefined) return nearest ?? unmatched("rcase-RecurseUnordered", part, base);
      free.delete(found);
    }
    const left = [...free].find(({ total }) => total[0] > 0);
    return left === undefined ? undefined : missing("rcase-RecurseUnordered", derived, left);
  }

  /** A sequence of branches of a choice that can be repeated as often. */
  #mapAndSum(derived: GroupForm, base: GroupForm): Verdict {
    for (const part of derived.parts) {
      const { found, nearest } = this.#counterpart(part, base.parts);
      if (found === undefined) return nearest ?? unmatched("rcase-MapAndSum", part, base);
    }
    return range("rcase-MapAndSum", derived, base, summed(derived));
  }

  #counterpart(part: Form, candidates: Iterable<Form>): { found?: Form; nearest?: Failure } {
    let nearest: Verdict;
    for (const found of candidates) {
      const broken = this.compare(part, found);
      if (broken === undefined) return { found };
      if (isAlike(part, found)) nearest ??= broken;
    }
    return nearest === undefined ? {} : { nearest };
  }
}

/** NameAndTypeOK: the same element, saying the same or less. */
function nameAndType(derived: ElementForm, base: ElementForm): Verdict {
  const [one, other] = [derived.element, base.element];
  const refuse = (message: string): Failure => failure("rcase-NameAndTypeOK", derived, message);
  const name = one.name[1];
  if (keyOf(one.name) !== keyOf(other.name)) {
    return refuse(`the element ${name} stands where the base has ${other.name[1]} (${lineOf(base)})`);
  }
  const counted = range("rcase-NameAndTypeOK", derived, base);
  if (counted !== undefined || one === other) return counted;
  if (one.nillable && !other.nillable) return refuse(`the element ${name} is nillable, and in the base it is not`);
  if (other.fixed !== undefined && !isFixedAlike(one, other)) {
    return refuse(`the element ${name} is fixed to ${other.fixed} in the base`);
  }
  const unblocked = [...other.block].find((way) => !one.block.has(way));
  if (unblocked !== undefined) return refuse(`the element ${name} blocks ${unblocked} in the base, and not here`);
  if (!keepsIdentity(one, other)) return refuse(`the element ${name} has identity constraints that the base has not`);
  if (derives(one.type, other.type, new Set(["extension", "list", "union"]))) return undefined;
  return refuse(`the type of ${name} is no restriction of its type in the base (${lineOf(base)})`);
}

function isFixedAlike({ fixed }: ElementDeclaration, { fixed: value, type }: ElementDeclaration): boolean {
  return fixed !== undefined && value !== undefined && isSameValue(type, fixed, value);
}

/** Occurrence Range OK. */
function range(code: DiagnosticCode, derived: Form, base: Form, total: Bounds = [derived.min, derived.max]): Verdict {
  if (total[0] >= base.min && total[1] <= base.max) return undefined;
  const message = `${labelOf(derived)} occurs ${said(total)}, and ${said([base.min, base.max])} in the base (${lineOf(base)})`;
  return failure(code, derived, message);
}

function forbidden(derived: Form, base: Form): Failure {
  const message = `${labelOf(derived)} cannot restrict ${labelOf(base)} of the base (${lineOf(base)})`;
  return failure("cos-particle-restrict", derived, message);
}

function unmatched(code: DiagnosticCode, part: Form, base: Form): Failure {
  return failure(code, part, `${labelOf(part)} has no counterpart in ${labelOf(base)} of the base (${lineOf(base)})`);
}

function required(code: DiagnosticCode, part: Form, left: Form): Failure {
  const message = `${labelOf(part)} stands where the base requires ${labelOf(left)} (${lineOf(left)})`;
  return failure(code, part, message);
}

function missing(code: DiagnosticCode, derived: Form, left: Form): Failure {
  return failure(code, derived, `${labelOf(left)}, which the base requires (${lineOf(left)}), is left out`);
}

function failure(code: DiagnosticCode, { at }: Form, message: string): Failure {
  return { code, at, message };
}

function isAlike(one: Form, other: Form): boolean {
  if (one.kind !== "element" || other.kind !== "element") return false;
  return one.element.name[1] === other.element.name[1] && one.element.name[0] === other.element.name[0];
}

function labelOf(form: Form): string {
  if (form.kind === "element") return `the element ${form.element.name[1]}`;
  return form.kind === "wildcard" ? "the wildcard" : `the ${form.kind}`;
}

function lineOf({ at }: Form): string {
  return `${at.uri}:${at.line}`;
}

function said([min, max]: Bounds): string {
  return max === Infinity ? `${min} times or more` : min === max ? `${min} times` : `${min} to ${max} times`;
}
