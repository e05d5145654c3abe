import type { Model } from "./particles.ts";

/** The order in which the values of a struct go onto the wire. */
export interface Arrangement {
  /** Field keys in the order of the content model, one for each occurrence. */
  readonly order: readonly string[];
  /** Keys with values that the content model has no room for: the second branch of a choice, too many occurrences. */
  readonly surplus: readonly string[];
}

/**
 * Puts occurrences in the order of a content model. Greedy, which is exact where the model obeys Unique Particle
 * Attribution; whether the order is complete is for the matcher to say.
 */
export function arrange(model: Model, occurrences: ReadonlyMap<string, number>): Arrangement {
  const left = new Map(occurrences);
  const order: string[] = [];
  place(model, left, order);
  const surplus: string[] = [];
  for (const [key, count] of left) if (count > 0) surplus.push(key);
  return { order, surplus };
}

function place(model: Model, left: Map<string, number>, order: string[]): void {
  if (model.kind === "key") {
    const count = Math.min(left.get(model.key) ?? 0, model.max);
    left.set(model.key, (left.get(model.key) ?? 0) - count);
    for (let i = 0; i < count; i++) order.push(model.key);
    return;
  }
  for (let times = 0; times < model.max; times++) {
    const before = order.length;
    const parts = partsOf(model, left);
    for (const part of parts) place(part, left, order);
    if (order.length === before) return;
  }
}

/** The parts to place: of xs:all, which has no order of its own, in the order in which the values were given. */
function partsOf(model: Model, left: ReadonlyMap<string, number>): readonly Model[] {
  if (model.kind === "choice") return chosen(model, left);
  if (model.kind === "sequence") return model.parts;
  const ranks = new Map([...left.keys()].map((key, rank) => [key, rank]));
  return [...model.parts].sort((one, other) => (ranks.get(one.key) ?? 0) - (ranks.get(other.key) ?? 0));
}

/** The branch of a choice that the values belong to: the first that can begin with one of them, or else has one at all. */
function chosen(model: Model, left: ReadonlyMap<string, number>): readonly Model[] {
  const branch = model.parts.find((part) => begins(part, left)) ?? model.parts.find((part) => holds(part, left));
  return branch === undefined ? [] : [branch];
}

function begins(model: Model, left: ReadonlyMap<string, number>): boolean {
  if (model.kind === "key") return (left.get(model.key) ?? 0) > 0;
  for (const part of model.parts) {
    if (begins(part, left)) return true;
    if (model.kind === "sequence" && !part.nullable) return false;
  }
  return false;
}

function holds(model: Model, left: ReadonlyMap<string, number>): boolean {
  return (left.get(model.key) ?? 0) > 0 || model.parts.some((part) => holds(part, left));
}
