/** Particles to fields and a content model over their keys (XSD part 1, 3.8 and 3.9). */
import { claimKey } from "../model/keys.ts";
import type { ContentField, ElementField, FieldDef, GroupField, ParticleDef, WildcardField } from "../model/model.ts";
import type { ElementDeclaration, Particle, Wildcard } from "./components.ts";
import { OrderedLowering, wildcardKey, wildcardOf } from "./lower-ordered.ts";
import { boundsOf, countOf, either, isMany, product, sum, type Bounds } from "./occurrence.ts";

/** What a content becomes. */
export interface LoweredContent {
  readonly fields: readonly FieldDef[];
  /** The content model, where it is more than the sequence of the fields. */
  readonly content: ParticleDef | undefined;
}

/** What lowering a content asks for. */
export interface ContentParts {
  /** The field of an element, as it occurs at one place. */
  field(particle: Particle, element: ElementDeclaration): ElementField;
  /** The elements that may stand where one is asked for: itself, and those that substitute for it (3.3.4). */
  substitutes(element: ElementDeclaration): readonly ElementDeclaration[];
}

/**
 * Lowers the content of one complex type. Each element becomes a field of its own. What fields cannot say, because the order
 * of several elements varies or text stands between them, becomes an array in the order of the document, `$content`.
 */
export function lowerContent(particle: Particle | undefined, mixed: boolean, parts: ContentParts): LoweredContent {
  if (mixed) {
    const ordered = new OrderedLowering(parts).lower(particle, "$content", true);
    return { fields: [ordered], content: undefined };
  }
  if (particle === undefined) return { fields: [], content: undefined };
  const merged = new ContentLowering(parts, new Set());
  const content = merged.lower(particle);
  if (merged.ambiguous.size === 0) return content;
  return new ContentLowering(parts, merged.ambiguous).lower(particle);
}

type Group = Extract<ParticleDef, { readonly kind: string }>;
type PlacedField = ElementField | GroupField | WildcardField;

class ContentLowering {
  /** Names whose occurrences at several places cannot be told apart in one field. */
  readonly ambiguous = new Set<string>();
  readonly #parts: ContentParts;
  /** Names that become a field at each of their places. */
  readonly #apart: ReadonlySet<string>;
  readonly #fields = new Map<string, PlacedField | ContentField>();
  /** Keys by expanded name: two elements of one local name in two namespaces are two fields. */
  readonly #keys = new Map<string, string>();
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #occurrences = new Map<ParticleDef, Occurrences>();

  constructor(parts: ContentParts, apart: ReadonlySet<string>) {
    this.#parts = parts;
    this.#apart = apart;
  }

  lower(particle: Particle): LoweredContent {
    const model = this.#particle(particle);
    const within = model === undefined ? undefined : occurrencesIn(model, this.#occurrences);
    const fields = [...this.#fields.values()].map((field) => occurring(field, within));
    const plain = model === undefined || isPlainSequence(model);
    return { fields, content: plain ? undefined : model };
  }

  #particle(particle: Particle): ParticleDef | undefined {
    const { term, min, max } = particle;
    if (max === 0) return undefined;
    if (term.kind === "element") return this.#element(particle, term);
    if (term.kind === "wildcard") return this.#wildcard(particle, term);
    if (max > 1) return this.#repeated(particle);
    const particles = term.particles
      .flatMap((inner) => this.#particle(inner) ?? [])
      .flatMap((inner) => (isInline(inner, term.kind) ? inner.particles : [inner]));
    const group: Group = { kind: term.kind, particles, count: countOf([min, max]) };
    if (term.kind !== "choice") this.#checkRepetition(group);
    return unwrapped(group);
  }

  /** A repeated group of one particle is that particle, repeated; of others the order matters. */
  #repeated(particle: Particle): ParticleDef | undefined {
    const { term, min, max } = particle;
    if (term.kind === "element" || term.kind === "wildcard") return this.#particle(particle);
    const [only, ...others] = term.particles.filter((inner) => inner.max > 0);
    if (only === undefined) return undefined;
    const bounds = others.length === 0 ? product([only.min, only.max], [min, max]) : undefined;
    if (bounds !== undefined) return this.#particle({ ...only, min: bounds[0], max: bounds[1] });
    const key = this.#claim("$content", "");
    this.#fields.set(key, new OrderedLowering(this.#parts).lower(particle, key, false));
    return { key, count: "1" };
  }

  #wildcard({ min, max }: Particle, wildcard: Wildcard): ParticleDef {
    const count = countOf([min, max]);
    return this.#place(wildcardKey(wildcard), wildcardOf(wildcard, "$any", count));
  }

  #element(particle: Particle, element: ElementDeclaration): ParticleDef | undefined {
    const [only, ...others] = this.#parts.substitutes(element);
    const expanded = `{${element.name[0]}}${element.name[1]}`;
    const field = this.#parts.field(particle, element);
    if (only === element && others.length === 0) return this.#place(expanded, field);
    const { key, items } = new OrderedLowering(this.#parts).group(particle, element);
    const { count, at, doc } = field;
    const group: GroupField = { kind: "group", key, count, items, at, ...(doc === undefined ? {} : { doc }) };
    return this.#place(`group ${expanded}`, group);
  }

  /** Puts a field where one of its name is already, or gives it a key of its own. */
  #place(name: string, field: PlacedField): ParticleDef {
    const known = this.#apart.has(name) ? undefined : this.#keys.get(name);
    if (known !== undefined) {
      if (!isSame(this.#fields.get(known), field)) this.ambiguous.add(name);
      return { key: known, count: field.count };
    }
    const key = this.#claim(field.key, this.#keys.has(name) || field.kind === "any" ? "" : "Element");
    this.#keys.set(name, key);
    this.#names.set(key, name);
    this.#fields.set(key, { ...field, key });
    return { key, count: field.count };
  }

  #claim(wanted: string, suffix: string): string {
    return claimKey(wanted, this.#taken, suffix);
  }

  /**
   * An element that stands at several places of a sequence is one array. Which item belongs to which place can be told where
   * all places but the last take a fixed number of them.
   */
  #checkRepetition({ particles }: Group): void {
    const places = new Map<string, Bounds[]>();
    for (const part of particles) {
      for (const [key, { bounds }] of occurrencesIn(part, this.#occurrences)) {
        const known = places.get(key);
        if (known === undefined) places.set(key, [bounds]);
        else known.push(bounds);
      }
    }
    for (const [key, all] of places) {
      const taking = all.filter(([, max]) => max > 0);
      const name = this.#names.get(key);
      if (name !== undefined && !taking.slice(0, -1).every(([min, max]) => min === max)) this.ambiguous.add(name);
    }
  }
}

/** A field with the occurrence that it has in the type as a whole: what a choice may leave out is optional. */
function occurring(field: PlacedField | ContentField, within: ReadonlyMap<string, Occurrence> | undefined): FieldDef {
  if (field.kind === "content" || within === undefined) return field;
  const { bounds, always } = within.get(field.key) ?? never;
  const count = countOf(bounds);
  if (field.kind === "any") return { ...field, count };
  return isMany(count) && !always ? { ...field, count, absent: true } : { ...field, count };
}

/** How a key occurs in the values of a content model. */
interface Occurrence {
  readonly bounds: Bounds;
  /** Every value goes through a place of the key. */
  readonly always: boolean;
}

const never: Occurrence = { bounds: [0, 0], always: false };

/** The occurrences of all keys in one walk. Models are shared between groups: each is walked once. */
function occurrencesIn(particle: ParticleDef, known: Map<ParticleDef, Occurrences>): Occurrences {
  const done = known.get(particle);
  if (done !== undefined) return done;
  const found = "key" in particle ? ofKey(particle) : ofGroup(particle, known);
  known.set(particle, found);
  return found;
}

type Occurrences = ReadonlyMap<string, Occurrence>;

function ofKey({ key, count }: Extract<ParticleDef, { readonly key: string }>): Occurrences {
  return new Map([[key, { bounds: boundsOf(count), always: true }]]);
}

function ofGroup({ kind, particles, count }: Group, known: Map<ParticleDef, Occurrences>): Occurrences {
  const merged = new Map<string, Occurrence>();
  const parts = new Map<string, number>();
  for (const part of particles) {
    for (const [key, one] of occurrencesIn(part, known)) {
      const other = merged.get(key);
      parts.set(key, (parts.get(key) ?? 0) + 1);
      merged.set(key, other === undefined ? one : kind === "choice" ? eitherOf(other, one) : bothOf(other, one));
    }
  }
  for (const [key, one] of merged) {
    const left = kind === "choice" && parts.get(key) !== particles.length;
    if (left || count === "?") merged.set(key, { bounds: [0, one.bounds[1]], always: false });
  }
  return merged;
}

function eitherOf(one: Occurrence, other: Occurrence): Occurrence {
  return { bounds: either(one.bounds, other.bounds), always: one.always && other.always };
}

function bothOf(one: Occurrence, other: Occurrence): Occurrence {
  return { bounds: sum(one.bounds, other.bounds), always: one.always || other.always };
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

function isSame(one: PlacedField | ContentField | undefined, other: PlacedField): boolean {
  if (one === undefined || one.kind !== other.kind) return false;
  if (one.kind !== "element" || other.kind !== "element") return true;
  const facts = ({ type, nil, default: standard, fixed }: ElementField): string =>
    JSON.stringify([type, nil, standard, fixed]);
  return facts(one) === facts(other);
}
