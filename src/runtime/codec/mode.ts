import type { XmlElement } from "./values.ts";
import type { XmlPlace } from "../errors.ts";
import type { SchemaIndex } from "./schema-index.ts";

/**
 * How a message is decoded. `strict`: everything the contract says, order, occurrence, facets and types. `tolerant`: order,
 * unknown elements and attributes, and unlisted enumeration values are accepted and reported; what would make a typed value
 * a lie (a missing required field, a value that is no number) is an error in both.
 */
export type Mode = "strict" | "tolerant";

/** Something in a message that the contract does not have, and a tolerant decoder let pass. */
export interface Unexpected extends XmlPlace {
  readonly kind:
    | "unknown-element"
    | "unknown-attribute"
    | "out-of-order"
    | "too-many"
    | "unlisted-value"
    | "facet"
    | "unknown-type"
    | "stray-text"
    /** xsi:nil (JSON: null) on an optional element that the contract does not make nillable: taken as absent. */
    | "nil";
  readonly message: string;
  /** The element that was not expected, as it came. */
  readonly element?: XmlElement;
  /** The value or text that was not expected, as errors show it: in quotes, cut to a readable length. */
  readonly value?: string;
}

/** Bounds on what a document may cost. */
export interface Limits {
  /** Nested elements. Default 256; decoding calls itself for each level, and some thousand exhaust the stack. */
  readonly depth: number;
  /** The whole document: its bytes, or the characters of a string. Default 64 Mi. */
  readonly size: number;
  /** Attributes of one element, namespace declarations included. Default 1 024. */
  readonly attributes: number;
  /** Characters of one name. Default 4 096. */
  readonly name: number;
  /** Characters of one text or attribute value. Default 32 Mi. */
  readonly text: number;
}

/** Options of decoding. */
export interface DecodeOptions {
  /** Default `tolerant`. */
  readonly mode?: Mode;
  readonly onUnexpected?: (unexpected: Unexpected) => void;
  readonly limits?: Partial<Limits>;
  /**
   * Strict only: the contract's global declarations (`schemaIndex`). With them, what stands in wildcards and in xs:anyType is checked
   * against its declarations, and xsi:type may name any type that is derived from the declared one.
   */
  readonly schema?: SchemaIndex;
  /** The other parts of a multipart message by content id, without angle brackets: what xop:Include refers to. */
  readonly attachments?: ReadonlyMap<string, Uint8Array>;
}
