/** Content models as unions: which elements occur together (XSD part 1, 3.8). */
import type { Count } from "../../src/runtime/codec/table.ts";
import type { Alternative, ParticleDef } from "./model.ts";

/** A union of more members says less than a sentence: beyond this the fields are optional, and the codec checks the model. */
const most = 32;

/** The alternatives of a content model; undefined where they are too many. */
export function alternativesOf(particle: ParticleDef): readonly Alternative[] | undefined {
  const found = distinct(expand(particle));
  return found.length > most ? undefined : found;
}

function expand(particle: ParticleDef): Alternative[] {
  if ("key" in particle) return [new Map([[particle.key, particle.count]])];
  const inner =
    particle.kind === "choice"
      ? particle.particles.flatMap((branch) => expand(branch))
      : particle.particles.reduce<Alternative[]>((before, part) => product(before, expand(part)), [new Map()]);
  return particle.count === "?" ? [...inner, new Map()] : inner;
}

function product(left: Alternative[], right: Alternative[]): Alternative[] {
  if (left.length * right.length > most * most) return left;
  return left.flatMap((one) => right.map((other) => new Map([...one, ...other])));
}

function distinct(alternatives: readonly Alternative[]): Alternative[] {
  const seen = new Map<string, Alternative>();
  for (const alternative of alternatives) {
    const key = [...alternative].map(([name, count]) => `${name} ${String(count)}`).join(",");
    if (!seen.has(key) && ![...seen.values()].some((other) => covers(other, alternative))) seen.set(key, alternative);
  }
  return [...seen.values()];
}

/** Whether every value of the second alternative is one of the first. */
function covers(wide: Alternative, narrow: Alternative): boolean {
  for (const [key, count] of narrow) if (!wide.has(key) || (optional(count) && !optional(wide.get(key)))) return false;
  for (const [key, count] of wide) if (!narrow.has(key) && !optional(count)) return false;
  return true;
}

function optional(count: Count | undefined): boolean {
  return count === "?" || count === "*" || (Array.isArray(count) && count[0] === 0);
}
