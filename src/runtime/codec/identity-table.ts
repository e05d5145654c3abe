/** Identity constraints in tables (XSD part 1, 3.11): plain data, as the tables they stand in. */
import type { Name } from "./table.ts";

/** xs:key, xs:unique or xs:keyref of an element. */
export interface KeyConstraint {
  readonly kind: "key" | "unique" | "keyref";
  readonly name: Name;
  /** Which descendants it is about: the union of the paths, from the element that has the constraint. */
  readonly selector: readonly KeyPath[];
  /** What makes one up, field by field: the union of the paths, from what the selector finds. */
  readonly fields: readonly (readonly KeyPath[])[];
  /** Name of the key that a keyref refers to. */
  readonly refer?: Name;
}

/** A path of the subset of XPath (3.11.6): steps down to children, and at the end possibly to an attribute. */
export interface KeyPath {
  /** It starts at the element or at any of its descendants (`.//`). */
  readonly anywhere?: true;
  readonly steps: readonly KeyStep[];
  readonly attribute?: KeyStep;
}

/** A name that is expanded, any name in a namespace (local name `*`), or any name. */
export type KeyStep = "*" | Name;
