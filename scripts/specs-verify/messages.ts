/** Messages made from a contract: the smallest, the largest, one for every listed value, and random ones. */
import { particlePaths, type Facts } from "./facts.ts";
import { localOf, namespaceOf, short } from "./names.ts";
import type { Declaration, Particle, Schemas, Type } from "./schema.ts";
import { valuesOf } from "./values.ts";

/** How the messages of one kind are made. */
interface Plan {
  /** How often a particle occurs, between its bounds. */
  readonly count: (min: number, max: number) => number;
  /** Which of so many things to take. */
  readonly pick: (many: number) => number;
  readonly isNil: (place: Place) => boolean;
}

/** Where an element stands: it is the message, it has elements in it, or only text. */
type Place = "root" | "branch" | "leaf";

/** What messages must not have, because the other contract is known not to allow it. */
export interface Limits {
  /** Occurrences by the particle's path. */
  readonly occurs: ReadonlyMap<string, { readonly min: number; readonly max: number }>;
  /** Paths of global elements and of listed values. */
  readonly without: ReadonlySet<string>;
}

const xsi = "http://www.w3.org/2001/XMLSchema-instance";
const unbounded = 3;
/** From here on types that contain themselves are as small as they can be. */
const deep = 12;
const randomMessages = 40;

/** Messages of every global element, by its name. The same seed gives the same messages. */
export function messagesOf(schemas: Schemas, home: string, limits: Limits, seed: number): readonly string[] {
  const wanted = [...schemas.elements.values()].filter(
    ({ name }) => !limits.without.has(`element ${short(name, home)}`),
  );
  const plans = [...fixedPlans(longestList(schemas)), ...randomPlans(seed)];
  const messages = wanted.flatMap((declaration) =>
    plans.map((plan) => new Writer(schemas, home, limits, plan).message(declaration)),
  );
  return [...new Set(messages)];
}

/** The smallest, those with all and with the innermost nil, and as many large ones as it takes to have every listed value. */
function fixedPlans(largest: number): readonly Plan[] {
  const least = (min: number): number => min;
  const most = (_: number, max: number): number => Math.min(max, unbounded);
  return [
    { count: least, pick: () => 0, isNil: () => false },
    { count: most, pick: () => 0, isNil: (place) => place !== "root" },
    { count: most, pick: () => 0, isNil: (place) => place === "leaf" },
    { count: most, pick: (many) => many - 1, isNil: (place) => place === "leaf" },
    ...Array.from({ length: largest }, (_, turn) => ({
      count: most,
      pick: (many: number) => turn % many,
      isNil: () => false,
    })),
  ];
}

function randomPlans(seed: number): readonly Plan[] {
  return Array.from({ length: randomMessages }, (_, turn) => {
    const random = generator(seed + turn);
    const pick = (many: number): number => Math.floor(random() * many);
    return {
      count: (min, max) => min + pick(Math.min(max, min + unbounded) - min + 1),
      pick,
      isNil: () => random() < 0.2,
    };
  });
}

function longestList(schemas: Schemas): number {
  const lengths = [...schemas.types.values()].map(({ values, from }) => {
    const items = from.filter((one) => typeof one !== "string").map((one) => one.values.length);
    return Math.max(values.length, ...items);
  });
  return Math.max(1, ...lengths);
}

/** mulberry32: small, and the same everywhere. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

class Writer {
  readonly #schemas: Schemas;
  readonly #home: string;
  readonly #limits: Limits;
  readonly #plan: Plan;
  #depth = 0;

  constructor(schemas: Schemas, home: string, limits: Limits, plan: Plan) {
    this.#schemas = schemas;
    this.#home = home;
    this.#limits = limits;
    this.#plan = plan;
  }

  message(declaration: Declaration): string {
    return this.#element(declaration, `element ${short(declaration.name, this.#home)}`);
  }

  #element(declaration: Declaration, path: string): string {
    this.#depth += 1;
    const written = this.#written(declaration, path);
    this.#depth -= 1;
    return written;
  }

  #written({ name, type, nillable }: Declaration, path: string): string {
    const local = localOf(name);
    const open = `<${local} xmlns="${namespaceOf(name)}" xmlns:xsi="${xsi}"`;
    if (nillable && this.#plan.isNil(this.#place(type))) return `${open} xsi:nil="true"/>`;
    if (typeof type !== "string") return `${open}${this.#content(type, path)}</${local}>`;
    const definition = this.#schemas.types.get(type);
    if (definition === undefined) return `${open}>${escaped(this.#one(valuesOf(type)))}</${local}>`;
    const choices = this.#substitutes(type);
    const chosen = choices[this.#plan.pick(choices.length)] ?? type;
    const named = chosen === type ? "" : ` xmlns:t="${namespaceOf(chosen)}" xsi:type="t:${localOf(chosen)}"`;
    const actual = this.#schemas.types.get(chosen) ?? definition;
    return `${open}${named}${this.#content(actual, `type ${short(chosen, this.#home)}`)}</${local}>`;
  }

  #place(type: Declaration["type"]): Place {
    if (this.#depth === 1) return "root";
    const definition = typeof type === "string" ? this.#schemas.types.get(type) : type;
    return definition?.kind === "complex" ? "branch" : "leaf";
  }

  /** Attributes, `>` and what is inside. */
  #content(type: Type, path: string): string {
    if (type.kind === "simple") return `>${escaped(this.#value(type, path))}`;
    const chain = this.#chain(type, path);
    const attributes = chain
      .flatMap(([one]) => one.attributes)
      .map(({ name, type: of }) => {
        const isThere = this.#plan.count(0, 1) === 1;
        return isThere ? ` ${localOf(name)}="${escaped(this.#one(valuesOf(of)))}"` : "";
      });
    const simple = chain[0]?.[0].from[0];
    const text = typeof simple === "string" && !this.#schemas.types.has(simple) ? this.#one(valuesOf(simple)) : "";
    const particles = chain.map(([one, at]) => this.#particles(one.content, at));
    return `${attributes.join("")}>${escaped(text)}${particles.join("")}`;
  }

  /** A complex type and its bases, the outermost base first. */
  #chain(type: Type, path: string): readonly (readonly [Type, string])[] {
    const [base] = type.from;
    const outer = typeof base === "string" ? this.#schemas.types.get(base) : undefined;
    if (typeof base !== "string" || outer === undefined) return [[type, path]];
    return [...this.#chain(outer, `type ${short(base, this.#home)}`), [type, path]];
  }

  #particles(particles: readonly Particle[], path: string): string {
    const written = particlePaths(path, particles, this.#home).map(([at, { min, max, term }]) => {
      const limit = this.#limits.occurs.get(at) ?? { min, max };
      const count = this.#depth > deep ? limit.min : this.#plan.count(limit.min, limit.max);
      return Array.from({ length: count }, () => this.#term(term, at)).join("");
    });
    return written.join("");
  }

  #term(term: Particle["term"], path: string): string {
    switch (term.kind) {
      case "element":
        return this.#element(term, path);
      case "any":
        return `<Extra xmlns="${term.namespace === "##targetNamespace" ? this.#home : "urn:example:extension"}"/>`;
      case "choice": {
        const chosen = term.particles[this.#plan.pick(term.particles.length)];
        return chosen === undefined ? "" : this.#particles([chosen], path);
      }
      case "sequence":
      case "all":
        return this.#particles(term.particles, path);
    }
  }

  #value(type: Type, path: string): string {
    const [from = ""] = type.from;
    const allowed = type.values.filter((value) => !this.#limits.without.has(`${path}/=${value}`));
    if (allowed.length > 0) return this.#one(allowed);
    const item = typeof from === "string" ? this.#schemas.types.get(from) : from;
    const at = typeof from === "string" ? `type ${short(from, this.#home)}` : `${path}/item`;
    const value = (): string =>
      item === undefined ? this.#one(matching(valuesOf(String(from)), type)) : this.#value(item, at);
    if (type.derivation !== "list") return value();
    return Array.from({ length: this.#plan.count(0, unbounded) }, value).join(" ");
  }

  /** A type and all that are derived from it, without abstract ones. */
  #substitutes(name: string): readonly string[] {
    const derived = [...this.#schemas.types].filter(([, { kind, from }]) => kind === "complex" && from.includes(name));
    const own = this.#schemas.types.get(name)?.abstract === true ? [] : [name];
    return [...own, ...derived.flatMap(([one]) => this.#substitutes(one))];
  }

  #one(values: readonly string[]): string {
    return values[this.#plan.pick(values.length)] ?? "";
  }
}

/** Values that a pattern allows, or eighteen letters and digits: the one pattern of the contracts asks for them. */
function matching(values: readonly string[], { facets }: Type): readonly string[] {
  const patterns = facets
    .filter((facet) => facet.startsWith("pattern="))
    .map((facet) => facet.slice("pattern=".length));
  if (patterns.length === 0) return values;
  const candidates = [...values, "001D000000ISUr3IAH"];
  return candidates.filter((value) => patterns.every((pattern) => new RegExp(`^(?:${pattern})$`, "u").test(value)));
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/**
 * Limits that keep messages inside of both contracts where they are known to differ: at the paths of exceptions, a particle
 * occurs as often as both allow, and what only one side has is left out.
 */
export function limitsOf(paths: readonly string[], own: Facts, other: Facts): Limits {
  const occurs = new Map<string, { min: number; max: number }>();
  for (const path of paths) {
    const [left, right] = [own, other].map(({ values }) => bounds(values.get(path)));
    if (left === undefined) continue;
    const both = right ?? { min: 0, max: 0 };
    occurs.set(path, { min: Math.max(left.min, both.min), max: Math.min(left.max, both.max) });
  }
  return { occurs, without: new Set(paths.filter((path) => own.values.has(path) && !other.values.has(path))) };
}

function bounds(fact: string | undefined): { readonly min: number; readonly max: number } | undefined {
  const match = /(\d+)\.\.(\d+|\*)/.exec(fact ?? "");
  return match === null ? undefined : { min: Number(match[1]), max: match[2] === "*" ? Infinity : Number(match[2]) };
}
