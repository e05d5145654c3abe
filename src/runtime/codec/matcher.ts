import type { Model } from "./particles.ts";

/**
 * Where a content model stands: the innermost particle that is being matched, and what follows it. States are immutable.
 * A content model that obeys Unique Particle Attribution (XSD part 1, 3.8.6) has one state after each element, or a few
 * where nested counts can be split in several ways; of states that another one covers none is kept, so the work per element stays
 * bounded.
 */
interface State {
  readonly model: Model;
  /** Times that the particle has begun. */
  readonly count: number;
  /** sequence: the part to try next. */
  readonly index: number;
  /** all: one bit for each part that has been seen, in words of 32. */
  readonly seen: readonly number[];
  readonly next: State | undefined;
}

/** Matches field keys, one by one, against a content model. */
export class Matcher {
  readonly #model: Model;
  #states: readonly State[] = [];
  #started = false;

  constructor(model: Model) {
    this.#model = model;
  }

  /** Takes the next key; answers false, and stays where it was, where the model does not allow it there. */
  step(key: string): boolean {
    const reached: State[] = [];
    if (!this.#started) enter(this.#model, key, undefined, reached);
    for (const state of this.#states) advance(state, key, reached);
    if (reached.length === 0) return false;
    this.#states = reached;
    this.#started = true;
    return true;
  }

  /** Whether the model may end here. */
  complete(): boolean {
    return this.#started ? this.#states.some(canEnd) : this.#model.nullable;
  }

  /** The keys that could come next, in the order of the model. */
  expected(): ReadonlySet<string> {
    const keys = new Set<string>();
    if (!this.#started) collectFirst(this.#model, keys);
    for (const state of this.#states) collectNext(state, keys);
    return keys;
  }
}

/** Begins a particle with a key. */
function enter(model: Model, key: string, next: State | undefined, reached: State[]): void {
  if (model.max === 0) return;
  if (model.kind === "key") {
    if (model.key === key) add(reached, { model, count: 1, index: 0, seen: [], next });
  } else {
    iterate({ model, count: 1, index: 0, seen: [], next }, key, reached);
  }
}

/** Goes on inside a group with a key: in the iteration that `state` is in. Answers whether the iteration may end there. */
function iterate(state: State, key: string, reached: State[]): boolean {
  const { model } = state;
  if (model.kind === "choice") {
    for (const part of model.parts) enter(part, key, state, reached);
    return true;
  }
  if (model.kind === "all") {
    let complete = true;
    model.parts.forEach((part, i) => {
      if (isSeen(state.seen, i)) return;
      enter(part, key, { ...state, seen: withSeen(state.seen, i) }, reached);
      complete &&= part.nullable;
    });
    return complete;
  }
  for (let i = state.index; i < model.parts.length; i++) {
    const part = model.parts[i];
    if (part === undefined) break;
    enter(part, key, { ...state, index: i + 1 }, reached);
    if (!part.nullable) return false;
  }
  return true;
}

/** All states that a key leads to. */
function advance(state: State, key: string, reached: State[]): void {
  const { model, count, next } = state;
  if (model.kind === "key") {
    if (model.key === key && count < model.max) add(reached, { ...state, count: oneMore(state) });
    if (count >= model.min && next !== undefined) advance(next, key, reached);
    return;
  }
  const iterationEnds = model.kind === "choice" || iterate(state, key, reached);
  if (!iterationEnds) return;
  if (count < model.max) iterate({ model, count: oneMore(state), index: 0, seen: [], next }, key, reached);
  if (mayStop(state) && next !== undefined) advance(next, key, reached);
}

/** Without an upper bound a count only matters until the lower one is reached: what differs beyond it is the same state. */
function oneMore({ model, count }: State): number {
  return model.max === Number.POSITIVE_INFINITY ? Math.min(count + 1, Math.max(model.min, 1)) : count + 1;
}

/** Whether a group, its iteration complete, has had enough of them: those that are missing may match nothing. */
function mayStop(state: State): boolean {
  return state.count >= state.model.min || bodyNullable(state.model);
}

function bodyNullable(model: Model): boolean {
  const { kind, parts } = model;
  return kind === "choice" ? parts.some((part) => part.nullable) : parts.every((part) => part.nullable);
}

function iterationComplete(state: State): boolean {
  const { model } = state;
  if (model.kind === "sequence") return model.parts.every((part, i) => i < state.index || part.nullable);
  return model.kind !== "all" || model.parts.every((part, i) => isSeen(state.seen, i) || part.nullable);
}

function canEnd(state: State): boolean {
  const enough =
    state.model.kind === "key" ? state.count >= state.model.min : iterationComplete(state) && mayStop(state);
  return enough && (state.next === undefined || canEnd(state.next));
}

function collectFirst(model: Model, keys: Set<string>): void {
  if (model.max === 0) return;
  if (model.kind === "key") keys.add(model.key);
  for (const part of model.parts) {
    collectFirst(part, keys);
    if (model.kind === "sequence" && !part.nullable) break;
  }
}

function collectNext(state: State, keys: Set<string>): void {
  const { model, count, next } = state;
  if (model.kind === "key") {
    if (count < model.max) keys.add(model.key);
    if (count >= model.min && next !== undefined) collectNext(next, keys);
    return;
  }
  for (let i = 0; i < model.parts.length; i++) {
    const part = model.parts[i];
    if (part === undefined || model.kind === "choice") break;
    if (model.kind === "all" ? isSeen(state.seen, i) : i < state.index) continue;
    collectFirst(part, keys);
    if (model.kind === "sequence" && !part.nullable) return;
  }
  if (!iterationComplete(state)) return;
  if (count < model.max) collectFirst(model, keys);
  if (mayStop(state) && next !== undefined) collectNext(next, keys);
}

function isSeen(seen: readonly number[], index: number): boolean {
  return ((seen[index >> 5] ?? 0) & (1 << (index & 31))) !== 0;
}

function withSeen(seen: readonly number[], index: number): readonly number[] {
  const words = [...seen];
  for (let i = words.length; i <= index >> 5; i++) words.push(0);
  words[index >> 5] = (words[index >> 5] ?? 0) | (1 << (index & 31));
  return words;
}

/** Adds a state, unless one that is reached already can do all that it can; those that it makes needless go. */
function add(reached: State[], state: State): void {
  if (reached.some((other) => covers(other, state))) return;
  let kept = 0;
  for (const other of reached) if (!covers(state, other)) reached[kept++] = other;
  reached.length = kept;
  reached.push(state);
}

/**
 * Whether one state can go on wherever another can: it stands at the same place, and has begun its particles as often, or less
 * often and yet often enough.
 */
function covers(one: State | undefined, other: State | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  if (one.model !== other.model || one.index !== other.index) return false;
  if (one.count !== other.count && !(one.count >= one.model.min && one.count <= other.count)) return false;
  return (
    one.seen.length === other.seen.length &&
    one.seen.every((word, i) => word === other.seen[i]) &&
    covers(one.next, other.next)
  );
}
