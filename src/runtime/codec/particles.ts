import { boundsOf } from "./erased.ts";
import type { Count, Particle } from "./table.ts";

/** A content model with its counts resolved: what the matcher and the writer walk. */
export interface Model {
  readonly kind: "key" | "sequence" | "choice" | "all";
  /** What a leaf stands for, "" elsewhere: a field's key, or an item of ordered content (`$content/item`). */
  readonly key: string;
  readonly parts: readonly Model[];
  readonly min: number;
  readonly max: number;
  /** Whether it may match nothing at all. */
  readonly nullable: boolean;
}

/**
 * What a key of a content model stands for: a leaf, or the whole model of ordered content. Without a count of its own a key occurs as
 * often as its field.
 */
export type KeyModel = (key: string, inChoice: boolean, count: Count | undefined) => Model;

/** Resolves a content model. */
export function modelOf(particle: Particle<string>, keyModel: KeyModel, inChoice = false): Model {
  if (typeof particle === "string") return keyModel(particle, inChoice, undefined);
  if ("key" in particle) return keyModel(particle.key, inChoice, particle.count ?? "1");
  if ("choice" in particle) {
    const parts = particle.choice.map((part) => modelOf(part, keyModel, true));
    // A choice of nothing matches nothing, not even the empty content (XSD part 1, 3.8.4).
    return group(
      "choice",
      parts,
      particle.count,
      parts.some((part) => part.nullable),
    );
  }
  const kind = "all" in particle ? "all" : "sequence";
  const parts = ("all" in particle ? particle.all : particle.sequence).map((part) => modelOf(part, keyModel));
  return group(
    kind,
    parts,
    particle.count,
    parts.every((part) => part.nullable),
  );
}

/** One key, as often as a count says. */
export function leaf(key: string, count: Count): Model {
  const [min, max] = boundsOf(count);
  return { kind: "key", key, parts: [], min, max, nullable: min === 0 };
}

/** Models one after the other. */
export function sequenceOf(parts: readonly Model[]): Model {
  return group(
    "sequence",
    parts,
    "1",
    parts.every((part) => part.nullable),
  );
}

function group(kind: Model["kind"], parts: readonly Model[], count: Count = "1", bodyNullable: boolean): Model {
  const [min, max] = boundsOf(count);
  return { kind, key: "", parts, min, max, nullable: min === 0 || bodyNullable };
}
