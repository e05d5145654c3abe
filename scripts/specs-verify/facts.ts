/** Facts of a contract: single statements by path, so that two contracts can be compared line by line. */
import { short } from "./names.ts";
import type { Attribute, Declaration, Particle, Schemas, Type } from "./schema.ts";

/** What a contract says. */
export interface Facts {
  /** Statements by path: `type JobProfile/jobId` -> `xs:string 1..1`. */
  readonly values: ReadonlyMap<string, string>;
  /** Members in their order, by the path that they are under. */
  readonly orders: ReadonlyMap<string, readonly string[]>;
}

/** Joins facts of several kinds. */
export function joined(...all: readonly Facts[]): Facts {
  return {
    values: new Map(all.flatMap(({ values }) => Array.from(values))),
    orders: new Map(all.flatMap(({ orders }) => Array.from(orders))),
  };
}

/** The facts of schemas; names of the namespace `home` are written without it. */
export function schemaFacts(schemas: Schemas, home: string): Facts {
  const writer = new FactWriter(home);
  for (const [name, declaration] of schemas.elements)
    writer.declaration(`element ${short(name, home)}`, declaration, "");
  for (const [name, type] of schemas.types) writer.type(`type ${short(name, home)}`, type, "");
  for (const [name, attribute] of schemas.attributes) writer.attribute(`attribute ${short(name, home)}`, attribute);
  return writer;
}

/** Every particle and the path that it has in facts and exceptions. */
export function particlePaths(
  path: string,
  particles: readonly Particle[],
  home: string,
): readonly [string, Particle][] {
  const seen = new Map<string, number>();
  return particles.map((particle) => {
    const label = particle.term.kind === "element" ? short(particle.term.name, home) : particle.term.kind;
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return [`${path}/${label}${count === 1 ? "" : `#${count}`}`, particle];
  });
}

class FactWriter implements Facts {
  readonly values = new Map<string, string>();
  readonly orders = new Map<string, readonly string[]>();
  readonly #home: string;

  constructor(home: string) {
    this.#home = home;
  }

  declaration(path: string, { type, nillable, extras }: Declaration, occurs: string): void {
    const rest = [occurs, nillable ? "nillable" : "", ...extras];
    if (typeof type === "string") this.#say(path, this.#name(type), ...rest);
    else this.type(path, type, rest.filter((part) => part !== "").join(" "));
  }

  type(path: string, type: Type, rest: string): void {
    const from = type.from.map((one) => (typeof one === "string" ? this.#name(one) : "an anonymous type"));
    const flags = [type.abstract ? "abstract" : "", type.mixed ? "mixed" : ""];
    const derivation = type.derivation === "none" ? "" : `${type.derivation} of ${from.join(" ")}`;
    this.#say(path, type.kind, derivation, ...flags, ...type.facets, rest);
    for (const one of type.from) if (typeof one !== "string") this.type(`${path}/item`, one, "");
    for (const value of type.values) this.#say(`${path}/=${value}`, "value");
    if (type.values.length > 0) this.orders.set(`${path} values`, type.values);
    for (const attribute of type.attributes) this.attribute(`${path}/@${short(attribute.name, "")}`, attribute);
    this.#particles(path, type.content);
  }

  attribute(path: string, { type, extras }: Attribute): void {
    this.#say(path, this.#name(type), ...extras);
  }

  #particles(path: string, particles: readonly Particle[]): void {
    const named = particlePaths(path, particles, this.#home);
    for (const [at, { min, max, term }] of named) {
      const occurs = `${min}..${max === Infinity ? "*" : max}`;
      if (term.kind === "element") this.declaration(at, term, occurs);
      else if (term.kind === "any") this.#say(at, term.namespace, term.process, occurs);
      else {
        this.#say(at, occurs);
        this.#particles(at, term.particles);
      }
    }
    if (named.length > 0)
      this.orders.set(
        `${path} order`,
        named.map(([at]) => at),
      );
  }

  #name(name: string): string {
    return short(name, this.#home);
  }

  #say(path: string, ...parts: readonly string[]): void {
    this.values.set(path, parts.filter((part) => part !== "").join(" "));
  }
}
