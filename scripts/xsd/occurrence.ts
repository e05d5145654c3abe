/** How often things occur (XSD part 1, 3.9.1), as bounds and in the words of the tables. */
import type { Count } from "../../src/runtime/codec/table.ts";

/** Least and greatest number of occurrences. */
export type Bounds = readonly [min: number, max: number];

/** Bounds in the words of the tables. */
export function countOf([min, max]: Bounds): Count {
  if (max <= 1) return min === 0 ? "?" : "1";
  if (max === Infinity && min <= 1) return min === 0 ? "*" : "+";
  return [min, max];
}

/** Bounds that a count stands for. */
export function boundsOf(count: Count): Bounds {
  if (count === "1") return [1, 1];
  if (count === "?") return [0, 1];
  if (count === "*") return [0, Infinity];
  return count === "+" ? [1, Infinity] : count;
}

/** Whether a count makes an array. */
export function isMany(count: Count): boolean {
  return count !== "1" && count !== "?";
}

/** Both, one after the other. */
export function sum([min, max]: Bounds, [otherMin, otherMax]: Bounds): Bounds {
  return [min + otherMin, max + otherMax];
}

/** One or the other. */
export function either([min, max]: Bounds, [otherMin, otherMax]: Bounds): Bounds {
  return [Math.min(min, otherMin), Math.max(max, otherMax)];
}

/**
 * Bounds of something that occurs within `inner` each time that the group around it does, within `outer`; undefined where the
 * numbers in between have gaps: `(a a)*` is not `a*`.
 */
export function product([min, max]: Bounds, [outerMin, outerMax]: Bounds): Bounds | undefined {
  if (max === 0 || outerMax === 0) return [0, 0];
  // Where one or none is enough for a round, no number is left out; neither is one where the number of rounds is fixed.
  return min <= 1 || outerMin === outerMax ? [min * outerMin, max * outerMax] : undefined;
}
