/** How many elements a particle can stand for (XSD part 1, 3.8.6, effective total range). */
import type { ModelGroup, Particle } from "./components.ts";
import type { Bounds } from "./occurrence.ts";

const known = new WeakMap<ModelGroup, Bounds>();

/** Least and greatest number of elements that a particle takes. */
export function effectiveRange({ min, max, term }: Particle): Bounds {
  if (term.kind === "element" || term.kind === "wildcard") return [min, max];
  const [least, most] = rangeOf(term);
  return [min * least, times(max, most)];
}

/** Whether a particle takes nothing at all, too (3.9.6, Particle Emptiable). */
export function isEmptiable(particle: Particle): boolean {
  return effectiveRange(particle)[0] === 0;
}

function rangeOf(group: ModelGroup): Bounds {
  const range = known.get(group);
  if (range !== undefined) return range;
  const parts = group.particles.map(effectiveRange);
  const made: Bounds =
    group.kind === "choice"
      ? [parts.reduce((least, [min]) => Math.min(least, min), parts.length === 0 ? 0 : Infinity), mostOf(parts)]
      : [parts.reduce((sum, [min]) => sum + min, 0), parts.reduce((sum, [, max]) => sum + max, 0)];
  known.set(group, made);
  return made;
}

function mostOf(parts: readonly Bounds[]): number {
  return parts.reduce((most, [, max]) => Math.max(most, max), 0);
}

/** Nothing, without end, is nothing. */
export function times(count: number, each: number): number {
  return count === 0 || each === 0 ? 0 : count * each;
}
