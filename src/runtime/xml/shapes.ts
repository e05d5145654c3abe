import type { Attribute } from "./attribute.ts";
import type { Pattern } from "./pattern.ts";
import type { Scope } from "./scope.ts";

/**
 * What stands behind a name in a start tag, to its end. Tags with namespace declarations and attributes of xsi come again and again
 * as they are: comparing bytes is cheaper than reading them.
 */
export interface TagShape {
  readonly pattern: Pattern;
  /** Bytes that it has more than it has units of a string. */
  readonly surplus: number;
  /** The scope around the tag, and the one in it. */
  readonly outer: Scope;
  readonly inner: Scope;
  readonly attributes: readonly Attribute[];
  /** Namespace declarations. */
  readonly declarations: number;
  /** It is an empty-element tag. */
  readonly empty: boolean;
}

/** Bytes of the longest tag that is kept. */
export const longestShape = 512;
