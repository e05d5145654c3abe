import { boundsOf } from "./erased.ts";
import type { Count, Particle } from "./table.ts";

/** A content model with its counts resolved: what the matcher and the writer walk. */
export interface Model {
  readonly kind: "key" | "sequence" | "choice" | "all";
  /** Field key of a leaf, "" elsewhere. */
  readonly key: string;
  readonly parts: readonly Model[];
  readonly min: number;
  readonly max: number;
  /** Whether it may match nothing at all. */
  readonly nullable: boolean;
}

/** Resolves a content model; `countOf` answers the count of a field. */
export function modelOf(particle: Particle<string>, countOf: (key: string) => Count, inChoice = false): Model {
  if (typeof particle === "string") {
    const count = countOf(particle);
    return leaf(particle, inChoice && count === "?" ? "1" : count);
  }
  if ("key" in particle) return leaf(particle.key, particle.count ?? "1");
  if ("choice" in particle) {
    const parts = particle.choice.map((part) => modelOf(part, countOf, true));
    return group("choice", parts, particle.count, parts.length === 0 || parts.some((part) => part.nullable));
  }
  const kind = "all" in particle ? "all" : "sequence";
  const parts = ("all" in particle ? particle.all : particle.sequence).map((part) => modelOf(part, countOf));
  return group(
    kind,
    parts,
    particle.count,
    parts.every((part) => part.nullable),
  );
}

function leaf(key: string, count: Count): Model {
  const [min, max] = boundsOf(count);
  return { kind: "key", key, parts: [], min, max, nullable: min === 0 };
}

function group(kind: Model["kind"], parts: readonly Model[], count: Count = "1", bodyNullable: boolean): Model {
  const [min, max] = boundsOf(count);
  return { kind, key: "", parts, min, max, nullable: min === 0 || bodyNullable };
}
