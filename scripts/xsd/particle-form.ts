/**
 * Content models in the form in which a restriction is compared with its base (XSD part 1, 3.9.6): without groups that say
 * nothing, heads of substitution groups as choices among their members.
 */
import type { Place } from "../diagnostics.ts";
import type { ElementDeclaration, ModelGroup, Particle, Wildcard } from "./components.ts";
import { effectiveRange, times } from "./effective-range.ts";
import type { Bounds } from "./occurrence.ts";
import type { SubstitutionGroups } from "./substitution-groups.ts";

interface Counted {
  readonly min: number;
  readonly max: number;
  /** Effective total range. */
  readonly total: Bounds;
  readonly at: Place;
}

export interface ElementForm extends Counted {
  readonly kind: "element";
  readonly element: ElementDeclaration;
}

export interface WildcardForm extends Counted {
  readonly kind: "wildcard";
  readonly wildcard: Wildcard;
}

export interface GroupForm extends Counted {
  readonly kind: ModelGroup["kind"];
  readonly parts: readonly Form[];
}

/** A particle as restriction sees it. */
export type Form = ElementForm | WildcardForm | GroupForm;

/** Content models that come to more particles than this are not compared. */
const largest = 200_000;

/** Thrown where a content model is too large to be compared. */
export class TooLarge extends Error {}

/** Makes forms, one for each particle. */
export class Forms {
  readonly #groups: SubstitutionGroups;
  readonly #made = new Map<Particle, Form>();
  #count = 0;

  constructor(groups: SubstitutionGroups) {
    this.#groups = groups;
  }

  /** @throws TooLarge where the groups inside come to too many particles. */
  of(particle: Particle): Form {
    const known = this.#made.get(particle);
    if (known !== undefined) return known;
    const form = this.#make(particle);
    this.#made.set(particle, form);
    return form;
  }

  #make(particle: Particle): Form {
    const { min, max, term, at } = particle;
    const total = effectiveRange(particle);
    const counted = { min, max, total, at };
    if (term.kind === "wildcard") return { kind: "wildcard", wildcard: term, ...counted };
    if (term.kind === "element") return this.#element(term, counted);
    const parts = term.particles.flatMap((inner) => partsWithin(this.of(inner), term.kind));
    this.#count += parts.length;
    if (this.#count > largest) throw new TooLarge();
    const [only] = parts;
    // A branch that was left out because it is empty makes the choice one that may be.
    const skips = term.kind === "choice" && total[0] === 0 && min > 0 && parts.every((part) => part.total[0] > 0);
    if (parts.length === 1 && only !== undefined && min === 1 && max === 1 && !skips) return only;
    return { kind: term.kind, parts, ...counted };
  }

  #element(element: ElementDeclaration, counted: Counted): Form {
    const members = this.#groups.of(element);
    if (members.length === 1) return { kind: "element", element, ...counted };
    const { at } = counted;
    const parts = members.map(
      (member) => ({ kind: "element", element: member, min: 1, max: 1, total: [1, 1], at }) as const,
    );
    return { kind: "choice", parts, ...counted };
  }
}

/** What a form comes to inside of a group: a sequence in a sequence, or a choice in a choice, is no group of its own. */
function partsWithin(form: Form, kind: ModelGroup["kind"]): readonly Form[] {
  if (form.kind === "element" || form.kind === "wildcard") return [form];
  if (form.parts.length === 0 && (form.kind !== "choice" || form.min === 0)) return [];
  return form.kind === kind && form.min === 1 && form.max === 1 ? form.parts : [form];
}

/** One element as a group of a kind (RecurseAsIfGroup). */
export function asGroup(form: Form, kind: ModelGroup["kind"]): GroupForm {
  return { kind, min: 1, max: 1, total: form.total, at: form.at, parts: [form] };
}

/** A sequence as a choice of its members, taken one after the other (MapAndSum). */
export function summed({ min, max, parts }: GroupForm): Bounds {
  return [min * parts.length, times(max, parts.length)];
}
