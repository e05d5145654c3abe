/** Content models as unions: which elements occur together (XSD part 1, 3.8). */
import type { Alternative, Model, ParticleDef, TypeDef } from "./model.ts";

/** A union of more members says less than a sentence: beyond this the fields are optional, and the codec checks the model. */
const most = 32;
/** Each member of the union says all fields: types of hundreds of fields would be megabytes long. */
const mostMembers = 1024;
/** Combinations before those that others cover are left out. */
const mostCombinations = 512;

/** Gives every struct whose content model keeps fields apart its alternatives. */
export function spreadChoices(model: Model): Model {
  return { ...model, types: model.types.map(spread) };
}

function spread(type: TypeDef): TypeDef {
  if (type.kind !== "struct" || type.content === undefined) return type;
  const found = alternativesOf(type.content);
  if (found === undefined || found.length * type.fields.length > mostMembers)
    return { ...type, alternatives: "too many" };
  return found.length < 2 ? type : { ...type, alternatives: found };
}

/** The alternatives of a content model; undefined where they are too many. */
export function alternativesOf(particle: ParticleDef): readonly Alternative[] | undefined {
  const all = expand(particle);
  if (all === undefined) return undefined;
  // Of two that say the same the first one stays.
  const found = all.filter(
    (one, index) =>
      !all.some((other, place) => place !== index && covers(other, one) && (place < index || !covers(one, other))),
  );
  return found.length > most ? undefined : found;
}

function expand(particle: ParticleDef): readonly Alternative[] | undefined {
  if ("key" in particle) return [new Map([[particle.key, isRequired(particle)]])];
  const parts: (readonly Alternative[])[] = [];
  for (const part of particle.particles) {
    const alternatives = expand(part);
    if (alternatives === undefined) return undefined;
    parts.push(alternatives);
  }
  const inner = particle.kind === "choice" ? parts.flat() : combined(parts);
  if (inner === undefined || inner.length > mostCombinations) return undefined;
  return particle.count === "?" ? [...inner, new Map()] : inner;
}

/** One alternative of each part, in every combination. */
function combined(parts: readonly (readonly Alternative[])[]): readonly Alternative[] | undefined {
  let found: readonly Map<string, boolean>[] = [new Map()];
  for (const part of parts) {
    const [only, ...others] = part;
    if (only !== undefined && others.length === 0) {
      for (const one of found) add(one, only);
      continue;
    }
    if (found.length * part.length > mostCombinations) return undefined;
    found = found.flatMap((one) => part.map((other) => both(one, other)));
  }
  return found;
}

function both(one: Alternative, other: Alternative): Map<string, boolean> {
  const joined = new Map(one);
  add(joined, other);
  return joined;
}

function add(to: Map<string, boolean>, other: Alternative): void {
  for (const [key, required] of other) to.set(key, required || to.get(key) === true);
}

/** Whether every value of the second alternative is one of the first. */
function covers(wide: Alternative, narrow: Alternative): boolean {
  for (const [key, required] of narrow) if (!wide.has(key) || (!required && wide.get(key) === true)) return false;
  for (const [key, required] of wide) if (required && !narrow.has(key)) return false;
  return true;
}

function isRequired({ count }: Extract<ParticleDef, { readonly key: string }>): boolean {
  return count === "1" || count === "+" || (Array.isArray(count) && count[0] > 0);
}
