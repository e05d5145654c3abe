import type { Atom } from "./atoms.ts";

/** An attribute of the current start tag. */
export interface Attribute {
  name: Atom;
  namespace: string;
  /** Where it stands. */
  offset: number;
  /** Bytes of the raw value, and how far they are from their characters. */
  start: number;
  end: number;
  startShift: number;
  endShift: number;
  /** The value with references resolved and white space normalised; undefined where the raw one is it, and nobody has asked yet. */
  value: string | undefined;
}
