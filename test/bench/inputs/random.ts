/** Numbers that are the same in every run and on every machine: the same input for every contender, every time. */

/** A source of numbers from 0 (included) to 1 (not included). */
export type Random = () => number;

/** The mulberry32 generator: 32 bits of state, good enough to vary test data. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from `least` to `most`, both included. */
export function whole(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** One of them. */
export function pick<T>(random: Random, values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new RangeError("There is nothing to pick from");
  return value;
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** So many letters and digits. */
export function characters(random: Random, length: number): string {
  let text = "";
  for (let index = 0; index < length; index++) text += letters.charAt(Math.floor(random() * letters.length));
  return text;
}

/** An xs:dateTime in 2026, with milliseconds, in UTC. */
export function instant(random: Random): string {
  return new Date(Date.UTC(2026, 0, 1) + Math.floor(random() * 31_000_000_000)).toISOString();
}

/** Text of an element or of an attribute in double quotes. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
