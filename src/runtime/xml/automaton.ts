/**
 * What messages of one type looked like so far, as a finite automaton: a state stands at the beginning of a text, an edge is the
 * markup from the end of that text to the beginning of the next one. Markup that comes again is compared, not read.
 */
export interface State {
  /** How the text is read that begins here; undefined where the automaton begins. */
  readonly text: TextReading | undefined;
  readonly edges: Edge[];
}

/**
 * Markup, to be compared eight bytes at a time as numbers: two of them are equal where their bytes are, but for zeros and what is no
 * number, which no text has.
 */
export interface Markup {
  readonly bytes: Uint8Array;
  readonly length: number;
  /** The last one ends where the markup does; none where it is too short for one. */
  readonly words: Float64Array;
}

/** Makes markup comparable. */
export function markupOf(bytes: Uint8Array): Markup {
  const { length } = bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  const words = new Float64Array(length < 8 ? 0 : Math.ceil(length / 8));
  for (let i = 0; i < words.length; i++) words[i] = view.getFloat64(Math.min(i * 8, length - 8), true);
  return { bytes, length, words };
}

/** Whether two are the same. */
export function isSame({ bytes: one }: Markup, { bytes: other }: Markup): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}

/** A whole word in which two differ that are not the same, if there is one: it tells them apart at a glance. */
export function probeOf(one: Markup, other: Markup): number {
  const most = Math.floor(Math.min(one.length, other.length) / 8);
  for (let i = 0; i < most; i++) if (one.words[i] !== other.words[i]) return i;
  return Math.max(0, most - 1);
}

/** Markup that was met at a state. */
export interface Edge {
  readonly markup: Markup;
  /** The word that is looked at first: it tells the edge from another one of the state. */
  probe: number;
  /** Bytes that it has more than it has units of a string. */
  readonly surplus: number;
  /** What it does with the values that have been read. */
  readonly steps: readonly Step[];
  /** The key, where all that it does is that the value becomes a member. */
  readonly member: string | undefined;
  /** Undefined where the element ends. */
  readonly next: State | undefined;
}

/** How a text becomes a value; undefined where it does not. */
export interface TextReading {
  /** From bytes without references, where the value needs no other check. */
  readonly scan: ((bytes: Uint8Array, start: number, end: number) => unknown) | undefined;
  /** Whether bytes without references are a value as they are. */
  readonly stands: ((bytes: Uint8Array, start: number, end: number) => boolean) | undefined;
  readonly read: (text: string) => unknown;
}

/** Becomes a member of the innermost object. */
export const MEMBER = 0;
/** Begins an array that is a member of the innermost object. */
export const FIRST = 1;
/** Goes to the end of the innermost object's array. */
export const ITEM = 2;
/** An object begins. */
export const OBJECT = 3;
/** The innermost object is complete: it is the value now. */
export const DONE = 4;
/** An empty array, where the innermost object has no such member. */
export const NONE = 5;
/** The value is one that the markup says. */
export const CONSTANT = 6;
/** An array begins that is no member of an object. */
export const ARRAY = 7;
/** That array is complete: it is the value now. */
export const DONE_ARRAY = 8;

/** One step in making values. */
export interface Step {
  readonly code: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
  /** Key of a member; `$type` of an object that begins, "" for none. */
  readonly key: string;
  readonly value: unknown;
}

/** Nothing has been read: the document is not one that the automaton knows. */
export const UNKNOWN: unique symbol = Symbol("unknown");
