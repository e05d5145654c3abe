import type { Limits } from "../codec/mode.ts";
import type { Atom } from "./atoms.ts";
import {
  ARRAY,
  CONSTANT,
  DONE,
  DONE_ARRAY,
  FIRST,
  ITEM,
  MEMBER,
  NONE,
  OBJECT,
  UNKNOWN,
  type Edge,
  type Markup,
  type State,
  type TextReading,
} from "./automaton.ts";
import { PLAIN, textClass } from "./classes.ts";
import { LeafReader } from "./leaf-reader.ts";
import type { Scope } from "./scope.ts";

/** A place in the document. */
export interface Spot {
  readonly at: number;
  readonly shift: number;
}

const nothing: Record<string, unknown> = {};
const none: unknown[] = [];

/** Reads elements whose markup is known as a whole: see `State`. */
export class AutomatonReader extends LeafReader {
  /** Values under construction, the innermost one last. */
  readonly #objects: Record<string, unknown>[] = [];
  readonly #arrays: unknown[][] = [];
  /** How many of them were used. */
  #used = 0;
  /** Where the last `follow` ended that read nothing. */
  protected reached = 0;

  /** How the name of the current tag is written. */
  get written(): Atom | undefined {
    return this.current;
  }

  /** The namespaces inside of the current start tag. */
  get inside(): Scope {
    return this.scope;
  }

  /** The limits that hold. */
  get bounds(): Limits {
    return this.limits;
  }

  /** Where the reader goes on. */
  get spot(): Spot {
    return { at: this.at, shift: this.shift };
  }

  /** Where the text begins and ends that `leaf` has read. */
  get textSpots(): readonly [start: Spot, end: Spot] {
    const { textShift } = this;
    return [
      { at: this.textOffset, shift: textShift },
      { at: this.textEnd, shift: textShift + this.textSurplus },
    ];
  }

  /** The bytes between two places. */
  bytesBetween(from: Spot, to: Spot): Uint8Array {
    return this.bytes.slice(from.at, to.at);
  }

  /** Whether the current element is written as one tag, or the document is one of XML 1.1: no automaton is asked then. */
  get unusual(): boolean {
    return this.pendingEnd || this.later;
  }

  /** How many bytes the last `follow` looked at in vain. */
  get wasted(): number {
    return this.reached - this.at;
  }

  /**
   * At a start tag: reads the element, and answers its value, where its markup is known; the reader is at its end then. `UNKNOWN`, and
   * nothing is read, where it is not.
   *
   * @param type value of the member `$type`, "" for none
   */
  follow(entry: State, type: string): unknown {
    const { bytes, at: start, shift } = this;
    const atom = this.current;
    const objects = this.#objects;
    let state = entry;
    let value: unknown;
    let top = 0;
    objects[0] = type === "" ? {} : { $type: type };
    for (;;) {
      const edge = this.#edgeOf(state);
      if (edge === undefined) return this.#back(start, shift);
      this.at += edge.markup.length;
      this.shift += edge.surplus;
      const { member, next } = edge;
      const object = objects[top];
      if (member !== undefined && object !== undefined) object[member] = value;
      else if (edge.steps.length > 0) top = this.#take(edge, top, value);
      if (next === undefined) break;
      state = next;
      const { text } = next;
      if (text === undefined) return this.#back(start, shift);
      if (this.at >= this.edge) this.slide();
      const from = this.at;
      let at = from;
      let byte = bytes[at] ?? 0;
      while (textClass[byte] === PLAIN) byte = bytes[++at] ?? 0;
      value = byte === 0x3c ? this.#plainValue(text, from, at) : this.#otherValue(text, from, at);
      if (value === undefined) return this.#back(start, shift);
    }
    // The element ends here: as `ends` leaves it.
    this.offset = this.at - (atom?.end.length ?? 0);
    this.attributeCount = 0;
    this.current = atom;
    this.pendingPop = true;
    const made = objects[0];
    this.forget();
    return made;
  }

  /** The edge whose markup comes next. */
  #edgeOf({ edges }: State): Edge | undefined {
    const { view, at } = this;
    for (const edge of edges) {
      const { markup, probe } = edge;
      const { length, words } = markup;
      if (at + length > view.byteLength) continue;
      if (length >= 8 && view.getFloat64(at + probe * 8, true) !== words[probe]) continue;
      if (stands(view, at, markup)) return edge;
    }
    return undefined;
  }

  /** Does what an edge says; answers the place of what is the innermost value then. */
  #take({ steps }: Edge, from: number, given: unknown): number {
    const objects = this.#objects;
    const arrays = this.#arrays;
    let top = from;
    let value = given;
    for (const { code, key, value: constant } of steps) {
      const object = objects[top];
      if (code === MEMBER && object !== undefined) object[key] = value;
      else if (code === ITEM) arrays[top]?.push(value);
      else if (code === OBJECT) objects[(top = this.#deeper(top))] = key === "" ? {} : { $type: key };
      else if (code === ARRAY) arrays[(top = this.#deeper(top))] = [];
      else if (code === FIRST && object !== undefined) object[key] = arrays[top] = [value];
      else if (code === NONE && object !== undefined && !Object.hasOwn(object, key)) object[key] = [];
      else if (code === CONSTANT) value = constant;
      else if (code === DONE) value = objects[top--];
      else if (code === DONE_ARRAY) value = arrays[top--];
    }
    return top;
  }

  /** The value of a text of ASCII without references, between two places. */
  #plainValue(reading: TextReading, from: number, to: number): unknown {
    const { bytes, shift } = this;
    if (to - from > this.limits.text) return undefined;
    this.at = to;
    if (reading.scan !== undefined) {
      const value = reading.scan(bytes, from, to);
      if (value !== undefined) return value;
    } else if (reading.stands?.(bytes, from, to) === true) return this.#text(from, to, shift);
    return reading.read(this.#text(from, to, shift));
  }

  /** The value of any other text that begins at a place. */
  #otherValue(reading: TextReading, from: number, until: number): unknown {
    const { shift } = this;
    this.textSurplus = 0;
    this.leafPlain = true;
    const to = this.textEndFrom(until);
    if (to < 0 || to - from > this.limits.text) return undefined;
    this.at = to;
    this.shift += this.textSurplus;
    if (this.leafPlain) return reading.read(this.#text(from, to, shift));
    try {
      return reading.read(this.resolved(from, to, shift, this.shift));
    } catch {
      // Whatever it is, the reader that goes token by token knows where it stands, and says so.
      return undefined;
    }
  }

  #deeper(top: number): number {
    if (top === this.#used) this.#used++;
    return top + 1;
  }

  /** Lets go of what has been read. */
  protected forget(): void {
    for (let i = this.#used; i >= 0; i--) {
      this.#objects[i] = nothing;
      this.#arrays[i] = none;
    }
    this.#used = 0;
  }

  #text(from: number, to: number, shift: number): string {
    return from === to ? "" : this.cut(from, to, shift, this.shift);
  }

  #back(at: number, shift: number): typeof UNKNOWN {
    this.reached = this.at;
    this.at = at;
    this.shift = shift;
    this.forget();
    return UNKNOWN;
  }
}

/** Whether markup stands at a place; its length has been looked at. */
function stands(view: DataView, at: number, { bytes, length, words }: Markup): boolean {
  const last = words.length - 1;
  for (let i = 0; i < last; i++) if (view.getFloat64(at + i * 8, true) !== words[i]) return false;
  if (last >= 0) return view.getFloat64(at + length - 8, true) === words[last];
  for (let i = 0; i < length; i++) if (view.getUint8(at + i) !== bytes[i]) return false;
  return true;
}
