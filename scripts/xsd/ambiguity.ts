/**
 * Unique particle attribution (part 1, 3.8.6 and appendix H): whether each element of a message can be told by its name
 * alone to belong to one particle. Schemas in daily use break the rule, and messages can still be read: a finding is a
 * warning.
 */
import type { Diagnostics } from "../diagnostics.ts";
import { keyOf, type ComplexType, type ElementDeclaration, type Particle, type Wildcard } from "./components.ts";
import { xsdNamespace } from "./namespaces.ts";
import type { SubstitutionGroups } from "./substitution-groups.ts";
import { admits, overlap } from "./wildcards.ts";

/**
 * Steps for one content model. The lists of what can come next grow with the square of the optional elements that stand in a row;
 * everything else takes steps in proportion to its size.
 */
const most = 8_000_000;
/** Steps that a conflict counts for: where there are thousands, the first ones say enough. */
const perConflict = 1000;
/** Places in one content model. */
const largest = 200_000;

/** A place in a content model that takes an element. */
interface Position {
  /** Counts the places of a content model in the order of the document. */
  readonly index: number;
  readonly particle: Particle;
  /** Expanded names that it takes; undefined for a wildcard. */
  readonly names: ReadonlyMap<string, ElementDeclaration> | undefined;
  /** What can come next, one list for each way of going on. */
  readonly next: (readonly Position[])[];
}

/** Reports content models in which two particles compete for an element. */
export function checkAmbiguity(
  types: readonly ComplexType[],
  groups: SubstitutionGroups,
  diagnostics: Diagnostics,
): void {
  const reported = new Set<string>();
  for (const { content, at } of types) {
    if (content.kind !== "elements") continue;
    const model = new ContentModel(groups);
    for (const [one, other, name] of model.conflicts(content.particle)) {
      const [earlier, later] = one.index < other.index ? [one, other] : [other, one];
      const pair = [earlier, later].map(({ particle: { at } }) => `${at.uri}:${at.line}:${at.column}`);
      const key = pair.join(" ");
      // What is open by the nature of xs:anyType is nobody's mistake.
      if (reported.has(key) || earlier.particle.at.uri === xsdNamespace) continue;
      reported.add(key);
      diagnostics.report("cos-nonambig", later.particle.at, messageOf(earlier, later, name));
    }
    if (model.isTooLarge) {
      diagnostics.report("xsd.ignored", at, "the content model is too large to be searched for elements that compete");
    }
  }
}

function messageOf(earlier: Position, later: Position, name: string): string {
  const { at } = earlier.particle;
  if (earlier.particle === later.particle) {
    return `${labelOf(later)} can be come to in two ways: which one is meant cannot be told`;
  }
  const place = at.uri === later.particle.at.uri ? `in line ${at.line}` : `at ${at.uri}:${at.line}`;
  const both = `${labelOf(later)} and ${labelOf(earlier)} ${place}`;
  return `${both} can both take ${name}: which one is meant cannot be told`;
}

type Conflict = readonly [one: Position, other: Position, name: string];

/** What can begin and end a particle, and whether it can be empty. */
interface Ends {
  readonly nullable: boolean;
  readonly first: readonly Position[];
  readonly last: readonly Position[];
}

class ContentModel {
  readonly #groups: SubstitutionGroups;
  readonly #positions: Position[] = [];
  readonly #compared = new Map<readonly Position[], Set<readonly Position[]>>();
  /** Ways of going on that are open together, beside those of one place. */
  readonly #together: (readonly [readonly Position[], readonly Position[]])[] = [];
  #steps = 0;

  constructor(groups: SubstitutionGroups) {
    this.#groups = groups;
  }

  /** Whether the search was given up. */
  get isTooLarge(): boolean {
    return this.#positions.length > largest || this.#steps > most;
  }

  /** Pairs of places that take one element at one moment. */
  *conflicts(particle: Particle): Generator<Conflict> {
    const { first } = this.#visit(particle);
    for (const [one, other] of this.#together) yield* this.#compare(one, other);
    yield* this.#compare(first, first);
    for (const { next } of this.#positions) {
      if (this.isTooLarge) return;
      for (const [index, one] of next.entries())
        for (const other of next.slice(index)) yield* this.#compare(one, other);
    }
  }

  *#compare(one: readonly Position[], other: readonly Position[]): Generator<Conflict> {
    if (this.isTooLarge || !this.#isNew(one, other)) return;
    // Each wildcard is held against each place of the other list.
    this.#steps += one.length * (1 + wildcardsIn(other)) + other.length * (1 + wildcardsIn(one));
    if (this.isTooLarge) return;
    for (const conflict of competing(one, other)) {
      yield conflict;
      this.#steps += perConflict;
      if (this.isTooLarge) return;
    }
  }

  #isNew(one: readonly Position[], other: readonly Position[]): boolean {
    const compared = this.#compared.get(one) ?? new Set();
    if (compared.has(other)) return false;
    this.#compared.set(one, compared.add(other));
    return true;
  }

  #visit(particle: Particle): Ends {
    const ends = this.#once(particle);
    // What occurs a fixed number of times is never at the same moment to be repeated and to be left, unless a round can be empty.
    if (particle.max > 1 && particle.min === particle.max && !ends.nullable) this.#repeat(ends);
    else if (particle.max > 1) follow(ends.last, ends.first);
    return particle.min === 0 ? { ...ends, nullable: true } : ends;
  }

  /** Another round may begin where the one before could go on. */
  #repeat({ last, first }: Ends): void {
    for (const { next } of last) for (const way of next) this.#together.push([way, first]);
  }

  #once(particle: Particle): Ends {
    const { term } = particle;
    if (this.isTooLarge) return { nullable: true, first: [], last: [] };
    if (term.kind === "element" || term.kind === "wildcard") {
      const names = term.kind === "wildcard" ? undefined : this.#namesOf(term);
      const position: Position = { index: this.#positions.length, particle, names, next: [] };
      this.#positions.push(position);
      return { nullable: false, first: [position], last: [position] };
    }
    const parts = term.particles.map((inner) => this.#visit(inner));
    if (term.kind === "sequence") return this.#sequence(parts);
    const first = parts.flatMap((part) => part.first);
    const last = parts.flatMap((part) => part.last);
    if (term.kind === "all") {
      follow(last, first);
      return { nullable: parts.every((part) => part.nullable), first, last };
    }
    return { nullable: parts.length === 0 || parts.some((part) => part.nullable), first, last };
  }

  #sequence(parts: readonly Ends[]): Ends {
    let first: readonly Position[] = [];
    const last: Position[] = [];
    let nullable = true;
    // From the right: what can begin the rest of the sequence is what can follow the part before it.
    for (const part of parts.toReversed()) {
      if (this.isTooLarge) break;
      if (first.length > 0) follow(part.last, first);
      if (nullable) for (const position of part.last) last.push(position);
      this.#steps += part.nullable ? part.first.length + first.length : 0;
      first = part.nullable ? part.first.concat(first) : part.first;
      nullable &&= part.nullable;
    }
    return { nullable, first, last };
  }

  #namesOf(element: ElementDeclaration): ReadonlyMap<string, ElementDeclaration> {
    return new Map(this.#groups.of(element).map((one) => [keyOf(one.name), one]));
  }
}

function follow(last: readonly Position[], first: readonly Position[]): void {
  for (const position of last) position.next.push(first);
}

/** Pairs of places in two lists that take one element. */
function* competing(one: readonly Position[], other: readonly Position[]): Generator<Conflict> {
  const byName = new Map<string, Position>();
  const wildcards = one.filter(({ names }) => names === undefined);
  for (const position of one) for (const name of position.names?.keys() ?? []) firstOf(byName, name, position);
  for (const position of other) {
    for (const [key, element] of position.names ?? []) {
      const known = byName.get(key);
      if (known !== undefined && known !== position) yield [known, position, element.name[1]];
      const open = wildcards.find((wildcard) => admits(wildcardOf(wildcard).namespaces, element.name[0]));
      if (open !== undefined) yield [open, position, element.name[1]];
    }
    if (position.names === undefined) yield* competingWith(position, one);
  }
}

function* competingWith(wildcard: Position, others: readonly Position[]): Generator<Conflict> {
  const { namespaces } = wildcardOf(wildcard);
  for (const other of others) {
    if (other === wildcard) continue;
    const taken = [...(other.names?.values() ?? [])].find(({ name }) => admits(namespaces, name[0]));
    if (taken !== undefined) yield [other, wildcard, taken.name[1]];
    if (other.names === undefined && overlap(namespaces, wildcardOf(other).namespaces)) {
      yield [other, wildcard, "the same elements"];
    }
  }
}

function wildcardsIn(positions: readonly Position[]): number {
  return positions.reduce((count, { names }) => (names === undefined ? count + 1 : count), 0);
}

function firstOf(map: Map<string, Position>, name: string, position: Position): void {
  if (!map.has(name)) map.set(name, position);
}

function wildcardOf({ particle: { term } }: Position): Wildcard {
  if (term.kind !== "wildcard") throw new TypeError("a place without names is a wildcard");
  return term;
}

function labelOf({ particle: { term } }: Position): string {
  return term.kind === "element" ? `the element ${term.name[1]}` : "the wildcard";
}
