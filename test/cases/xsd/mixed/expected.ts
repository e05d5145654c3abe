// Generated from test/cases/xsd/mixed/schema.xsd
// sha256 11244fbebcb327bdb93d2f705ef2c314b91a342db74ef28b4db6f7a5ad0d7bcc
// Do not edit: change the contract and generate again.
import {
  int,
  language,
  string,
  token,
  type ElementCodec,
  type Int,
  type Language,
  type Schema,
  type StructCodec,
  type Tagged,
  type Token,
  type XmlElement,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";
const xsNamespace = "http://www.w3.org/2001/XMLSchema";

export interface Inline {
  readonly lang?: Language;
  readonly $content: readonly (
    | string
    | Tagged<"b", Inline>
    | Tagged<"code", Token | null>
    | Tagged<"$any", XmlElement>
  )[];
}
export const Inline: StructCodec<Inline> = {
  kind: "struct",
  name: [tns, "Inline"],
  fields: {
    lang: { at: "lang", count: "?", type: language },
    $content: {
      mixed: true,
      items: {
        b: { el: "b", type: () => Inline },
        code: { el: "code", nil: true, type: token },
        $any: { any: { not: tns }, process: "lax" },
      },
      content: { choice: ["b", "code", "$any"], count: "*" },
    },
  },
};

export interface Note {
  readonly $content: readonly (string | Tagged<"title", string> | Tagged<"by", string>)[];
}
export const Note: StructCodec<Note> = {
  kind: "struct",
  name: [tns, "Note"],
  element: true,
  fields: {
    $content: {
      mixed: true,
      items: { title: { el: "title", type: string }, by: { el: "by", type: string } },
      content: { sequence: ["title", { key: "by", count: "?" }] },
    },
  },
};

export interface Bare {
  readonly id?: Int;
  readonly $content: readonly string[];
}
export const Bare: StructCodec<Bare> = {
  kind: "struct",
  name: [tns, "Bare"],
  element: true,
  fields: { id: { at: "id", count: "?", type: int }, $content: { mixed: true, items: {} } },
};

export const Text: ElementCodec<Inline> = { kind: "element", name: [tns, "Text"], type: Inline };

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = {
  elements: { Note, Bare, Text },
  attributes: {},
  types: { Inline: { name: [tns, "Inline"], base: [xsNamespace, "anyType"], by: ["restriction"], type: Inline } },
};
