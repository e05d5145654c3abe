import type { Limits } from "./mode.ts";
import type { Atom } from "../xml/atoms.ts";
import { UNKNOWN, type State } from "../xml/automaton.ts";
import type { XmlReader } from "../xml/reader.ts";
import type { Scope } from "../xml/scope.ts";
import { Lesson, NOT_LEARNT, type Learnt } from "./lesson.ts";
import type { StructPlan } from "./plan.ts";

/** Elements that are learned from, for each type. */
const mostLessons = 32;
/** Bytes of the longest of them. */
const longestLesson = 16 * 1024;
/** Bytes that may be looked at in vain before anything is known to come again. */
const firstCredit = 16 * 1024;
/** What is gained by messages that come again is not gathered without end. */
const mostCredit = 256 * 1024;
/** A failure costs something even where it is seen at once. */
const leastCost = 64;

/** Where an automaton begins: how the start tag is written, and the namespaces inside of it. */
interface Entry {
  readonly atom: Atom;
  readonly scope: Scope;
  readonly state: State;
}

/**
 * Reads the elements of one type whose markup has been met before (`State`), in one go, and learns that of others after they have been
 * decoded. What is looked at in vain is paid by what was read before: the time stays linear in the size of the messages, whoever
 * writes them.
 */
export class Automaton {
  readonly learnt: Learnt = { states: new Map(), ids: new Map(), edges: 0, bytes: 0, levels: 0 };
  readonly #plan: StructPlan;
  #entries: Entry[] = [];
  #lessons = mostLessons;
  /** Nothing is learned from the first element: programs exist that read one, and start for it. */
  #isFirst = true;
  #credit = firstCredit;
  /** The limits under which everything has been learned. */
  #limits: Limits | undefined;

  constructor(plan: StructPlan) {
    this.#plan = plan;
  }

  /** The value of the element at whose start the reader stands, which is at its end then; `UNKNOWN` where nothing has been read. */
  read(reader: XmlReader): unknown {
    const entry = this.#entryAt(reader);
    if (entry === undefined || this.#credit <= 0 || reader.unusual || !this.#isWithin(reader)) return UNKNOWN;
    const from = reader.spot.at;
    const value = reader.follow(entry.state, this.#plan.tag ?? "");
    if (value === UNKNOWN) this.#credit -= Math.max(leastCost, 2 * reader.wasted);
    else this.#credit = Math.min(mostCredit, this.#credit + reader.spot.at - from);
    return value;
  }

  /** What is to be learned from, where there is something left to learn: a reader at the same place. */
  prepare(reader: XmlReader): XmlReader | undefined {
    if (this.#isFirst) {
      this.#isFirst = false;
      return undefined;
    }
    if (this.#lessons === 0 || reader.unusual) return undefined;
    this.#lessons--;
    return reader.fork();
  }

  /** Learns from an element that has been decoded; `end` is the place behind it. */
  learn(reader: XmlReader, end: number): void {
    if (end - reader.spot.at > longestLesson) return;
    const { written: atom, inside: scope, bounds } = reader;
    if (atom === undefined) return;
    const before = this.#entryAt(reader);
    const entry: Entry = before ?? { atom, scope, state: { text: undefined, edges: [] } };
    try {
      new Lesson(reader, this.learnt).take(entry.state, this.#plan);
    } catch (error) {
      if (error === NOT_LEARNT) return;
      throw error;
    }
    if (before === undefined) this.#entries.push(entry);
    this.#limits = this.#limits === undefined ? bounds : larger(this.#limits, bounds);
  }

  #entryAt({ written, inside }: XmlReader): Entry | undefined {
    for (const entry of this.#entries) if (entry.atom === written && entry.scope === inside) return entry;
    return undefined;
  }

  #isWithin({ bounds, depth }: XmlReader): boolean {
    const limits = this.#limits;
    if (limits === undefined || depth + this.learnt.levels > bounds.depth) return false;
    if (bounds === limits) return true;
    const { attributes, name, text } = limits;
    return bounds.attributes >= attributes && bounds.name >= name && bounds.text >= Math.min(text, longestLesson);
  }
}

function larger(one: Limits, other: Limits): Limits {
  return {
    ...one,
    attributes: Math.max(one.attributes, other.attributes),
    name: Math.max(one.name, other.name),
    text: Math.max(one.text, other.text),
  };
}
