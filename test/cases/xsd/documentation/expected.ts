// Generated from test/cases/xsd/documentation/schema.xsd
// sha256 aeb7df30618d7093856ab0a8438f5ec5e04d97813f17119ce46f190c6cbf92cb
// Do not edit: change the contract and generate again.
import {
  int,
  string,
  type ElementCodec,
  type EnumCodec,
  type Int,
  type Schema,
  type StructCodec,
  type Unrecognized,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";
const xsNamespace = "http://www.w3.org/2001/XMLSchema";

export type DocumentedKind =
  /** The first. */
  | "a"
  /** @deprecated Use a. */
  | "b"
  | Unrecognized;
export const DocumentedKind: EnumCodec<DocumentedKind> = { kind: "enum", values: { a: true, b: true } };

/**
 * Says *\/ what it is, with a `code` word, in more words than fit on one line of a hundred and twenty characters, so
 * that it has to be wrapped.
 *
 * A second paragraph. @param is no tag here.
 */
export interface Documented {
  /** Number. */
  readonly id?: Int;
  /**
   * The former name.
   * @deprecated Use `name`.
   */
  readonly old?: string;
  /** @deprecated */
  readonly older?: string;
  /**
   * One.
   *
   * Two.
   */
  readonly name?: string;
  readonly kind?: DocumentedKind;
}
export const Documented: StructCodec<Documented> = {
  kind: "struct",
  name: [tns, "Documented"],
  fields: {
    id: { at: "id", count: "?", type: int },
    old: { el: "old", count: "?", type: string },
    older: { el: "older", count: "?", type: string },
    name: { el: "name", count: "?", type: string },
    kind: { el: "kind", count: "?", type: DocumentedKind },
  },
};

/** A message. */
export const documented: ElementCodec<Documented> = { kind: "element", name: [tns, "documented"], type: Documented };

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = {
  elements: { documented },
  attributes: {},
  types: {
    Documented: { name: [tns, "Documented"], base: [xsNamespace, "anyType"], by: ["restriction"], type: Documented },
  },
};
