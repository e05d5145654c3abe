/** Particles to fields and a content model over their keys (XSD part 1, 3.8 and 3.9). */
import { claimKey } from "../model/keys.ts";
import type { ElementField, FieldDef, ParticleDef } from "../model/model.ts";
import { keyOf, type Documented, type ElementDeclaration, type Particle } from "./components.ts";
import { boundsOf, countOf, either, isMany, product, sum, type Bounds } from "./occurrence.ts";

/** What a content becomes, and what of it has no faithful form yet. */
export interface LoweredContent {
  readonly fields: readonly FieldDef[];
  /** The content model, where it is more than the sequence of the fields. */
  readonly content: ParticleDef | undefined;
  readonly problems: readonly (Documented & { readonly message: string })[];
}

/** Makes the field of an element, as it occurs at one place. */
export type MakeField = (particle: Particle, element: ElementDeclaration) => ElementField;

/** Lowers the content of one complex type. */
export function lowerContent(particle: Particle, field: MakeField): LoweredContent {
  return new ContentLowering(field).lower(particle);
}

type Group = Extract<ParticleDef, { readonly kind: string }>;

class ContentLowering {
  readonly #problems: (Documented & { readonly message: string })[] = [];
  readonly #field: MakeField;
  readonly #fields = new Map<string, FieldDef>();
  /** Keys by expanded name: two elements of one local name in two namespaces are two fields. */
  readonly #keys = new Map<string, string>();

  constructor(field: MakeField) {
    this.#field = field;
  }

  lower(particle: Particle): LoweredContent {
    const model = this.#particle(particle);
    const fields = [...this.#fields.values()].map((field) => occurring(field, model));
    const plain = model === undefined || isPlainSequence(model);
    return { fields, content: plain ? undefined : model, problems: this.#problems };
  }

  #particle(particle: Particle): ParticleDef | undefined {
    const { term, min, max } = particle;
    if (term.kind === "element") return this.#element(particle, term);
    if (term.kind === "wildcard") {
      if (this.#fields.has("$any")) this.#problem(particle, "a second wildcard in one type is not carried yet");
      const count = countOf([min, max]);
      const { namespaces, process, at, doc } = term;
      const said = doc === undefined ? { at } : { at, doc };
      this.#fields.set("$any", { kind: "any", key: "$any", namespaces, count, process, ...said });
      return { key: "$any", count };
    }
    if (max > 1) return this.#repeated(particle);
    const particles = term.particles
      .flatMap((inner) => this.#particle(inner) ?? [])
      .flatMap((inner) => (isInline(inner, term.kind) ? inner.particles : [inner]));
    const group: Group = { kind: term.kind, particles, count: countOf([min, max]) };
    if (term.kind !== "choice") this.#checkRepetition(group, particle);
    return unwrapped(group);
  }

  /** A repeated group of one particle is that particle, repeated; others have no plain type yet. */
  #repeated(particle: Particle): ParticleDef | undefined {
    const { term, min, max } = particle;
    if (term.kind === "element" || term.kind === "wildcard") return this.#particle(particle);
    const [only, ...others] = term.particles.filter((inner) => !isNothing(inner));
    if (only === undefined) return undefined;
    // A choice with an empty branch may take its element or not.
    const least = others.length + 1 < term.particles.length && term.kind === "choice" ? 0 : only.min;
    const bounds = others.length === 0 ? product([least, only.max], [min, max]) : undefined;
    if (bounds !== undefined) return this.#particle({ ...only, min: bounds[0], max: bounds[1] });
    const what = others.length === 0 ? "that has several of one element each time" : "of several elements";
    this.#problem(particle, `a repeated ${term.kind} ${what} is not carried yet`);
    return undefined;
  }

  #element(particle: Particle, element: ElementDeclaration): ParticleDef {
    const expanded = keyOf(element.name);
    const field = this.#field(particle, element);
    const known = this.#keys.get(expanded);
    if (known !== undefined) {
      if (!isSame(this.#fields.get(known), field)) {
        const message = `${element.name[1]} stands twice in one type, and not as the same thing: that is not carried yet`;
        this.#problem(particle, message);
      }
      return { key: known, count: field.count };
    }
    const key = claimKey(element.name[1], new Set(this.#fields.keys()), "Element");
    this.#keys.set(expanded, key);
    this.#fields.set(key, { ...field, key });
    return { key, count: field.count };
  }

  /**
   * An element that stands at several places of a sequence is one array. Which item belongs to which place can be told where all
   * places but the last take a fixed number of them.
   */
  #checkRepetition({ particles }: Group, at: Documented): void {
    for (const key of new Set(particles.flatMap(keysIn))) {
      const places = particles.map((part) => boundsIn(part, key)).filter(([, max]) => max > 0);
      if (places.slice(0, -1).every(([min, max]) => min === max)) continue;
      this.#problem(
        at,
        `${key} stands twice in one sequence, and a number of times that varies: that is not carried yet`,
      );
    }
  }

  #problem({ at }: Documented, message: string): void {
    this.#problems.push({ at, message });
  }
}

function isNothing({ term }: Particle): boolean {
  return "particles" in term && term.particles.length === 0 && term.kind !== "choice";
}

/** A field with the occurrence that it has in the type as a whole: what a choice may leave out is optional. */
function occurring(field: FieldDef, model: ParticleDef | undefined): FieldDef {
  if (field.kind !== "element" || model === undefined) return field;
  const count = countOf(boundsIn(model, field.key));
  return isMany(count) && !isAlways(model, field.key) ? { ...field, count, absent: true } : { ...field, count };
}

/** How often a key occurs in a value of a content model. */
function boundsIn(particle: ParticleDef, key: string): Bounds {
  if ("key" in particle) return particle.key === key ? boundsOf(particle.count) : [0, 0];
  const parts = particle.particles.map((part) => boundsIn(part, key));
  const [first = [0, 0] as const, ...others] = parts;
  const bounds = others.reduce<Bounds>(particle.kind === "choice" ? either : sum, first);
  return particle.count === "?" ? [0, bounds[1]] : bounds;
}

/** Whether every value of a content model goes through a place of the key. */
function isAlways(particle: ParticleDef, key: string): boolean {
  if ("key" in particle) return particle.key === key;
  if (particle.count === "?") return false;
  const { particles } = particle;
  const always = (part: ParticleDef): boolean => isAlways(part, key);
  return particle.kind === "choice" ? particles.length > 0 && particles.every(always) : particles.some(always);
}

function isPlainSequence(particle: ParticleDef): boolean {
  if ("key" in particle) return true;
  const keys = particle.particles.flatMap((part) => ("key" in part ? [part.key] : []));
  return (
    particle.kind === "sequence" &&
    particle.count === "1" &&
    keys.length === particle.particles.length &&
    new Set(keys).size === keys.length
  );
}

/** A group that adds nothing to the one around it. */
function isInline(particle: ParticleDef, around: Group["kind"]): particle is Group {
  return !("key" in particle) && particle.count === "1" && particle.kind === around;
}

/** A group of one is what it holds. */
function unwrapped(group: Group): ParticleDef {
  const [only, ...others] = group.particles;
  if (only === undefined || others.length > 0) return group;
  if (group.count === "1") return only;
  if (!("key" in only)) return only.count === "?" ? only : { ...only, count: "?" };
  const bounds = product(boundsOf(only.count), [0, 1]);
  return bounds === undefined ? group : { key: only.key, count: countOf(bounds) };
}

function keysIn(particle: ParticleDef): readonly string[] {
  return "key" in particle ? [particle.key] : particle.particles.flatMap(keysIn);
}

function isSame(one: FieldDef | undefined, other: ElementField): boolean {
  if (one?.kind !== "element") return false;
  const facts = ({ type, nil, default: standard, fixed }: ElementField): string =>
    JSON.stringify([type, nil, standard, fixed]);
  return facts(one) === facts(other);
}
