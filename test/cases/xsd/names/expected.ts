// Generated from test/cases/xsd/names/schema.xsd
// sha256 5b761db1a345cd71b3676811df096129072196927fbbafa1ae480d295c3281d2
// Do not edit: change the contract and generate again.
import {
  int,
  string,
  token,
  type ElementCodec,
  type Int,
  type Schema,
  type StructCodec,
  type Token,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";
const xsNamespace = "http://www.w3.org/2001/XMLSchema";

export interface Error {
  readonly class: string;
}
export const Error: StructCodec<Error> = {
  kind: "struct",
  name: [tns, "Error"],
  fields: { class: { el: "class", count: "1", type: string } },
};

export interface stringType {
  readonly default: string;
}
export const stringType: StructCodec<stringType> = {
  kind: "struct",
  name: [tns, "string"],
  fields: { default: { el: "default", count: "1", type: string } },
};

export interface classType {
  readonly "odd-name": Int;
}
export const classType: StructCodec<classType> = {
  kind: "struct",
  name: [tns, "class"],
  fields: { "odd-name": { el: "odd-name", count: "1", type: int } },
};

export interface TokenType {
  readonly text: Token;
}
export const TokenType: StructCodec<TokenType> = {
  kind: "struct",
  name: [tns, "Token"],
  fields: { text: { el: "text", count: "1", type: token } },
};

export interface aBC {
  readonly "d.e": Int;
}
export const aBC: StructCodec<aBC> = {
  kind: "struct",
  name: [tns, "a-b.c"],
  fields: { "d.e": { el: "d.e", count: "1", type: int } },
};

export interface aBCCases {
  readonly f: Int;
}
export const aBCCases: StructCodec<aBCCases> = {
  kind: "struct",
  name: [tns, "aBC"],
  fields: { f: { el: "f", count: "1", type: int } },
};

export interface größe {
  readonly idAttribute?: Int;
  readonly idAttributeAttribute?: Int;
  readonly "data-x"?: Int;
  readonly $constructor?: Int;
  readonly $__proto__?: Int;
  readonly $toString?: string;
  readonly naïve?: string;
  readonly id?: string;
  readonly string?: stringType;
  readonly class?: classType;
  readonly token?: TokenType;
  readonly odd?: aBC;
  readonly other?: aBCCases;
}
export const größe: StructCodec<größe> = {
  kind: "struct",
  name: [tns, "größe"],
  element: true,
  fields: {
    idAttribute: { at: "id", count: "?", type: int },
    idAttributeAttribute: { at: "idAttribute", count: "?", type: int },
    "data-x": { at: "data-x", count: "?", type: int },
    $constructor: { el: "constructor", count: "?", type: int },
    $__proto__: { el: "__proto__", count: "?", type: int },
    $toString: { el: "toString", count: "?", type: string },
    naïve: { el: "naïve", count: "?", type: string },
    id: { el: "id", count: "?", type: string },
    string: { el: "string", count: "?", type: stringType },
    class: { el: "class", count: "?", type: classType },
    token: { el: "token", count: "?", type: TokenType },
    odd: { el: "odd", count: "?", type: aBC },
    other: { el: "other", count: "?", type: aBCCases },
  },
};

export interface StructCodecType {
  readonly tns: Int;
}
export const StructCodecType: StructCodec<StructCodecType> = {
  kind: "struct",
  name: [tns, "StructCodec"],
  fields: { tns: { el: "tns", count: "1", type: int } },
};

export interface tnsType {
  readonly x: Int;
}
export const tnsType: StructCodec<tnsType> = {
  kind: "struct",
  name: [tns, "tns"],
  fields: { x: { el: "x", count: "1", type: int } },
};

export const ErrorElement: ElementCodec<Error> = { kind: "element", name: [tns, "Error"], type: Error };

export const constElement: ElementCodec<Int> = { kind: "element", name: [tns, "const"], type: int };

export const intElement: ElementCodec<Int> = { kind: "element", name: [tns, "int"], type: int };

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = {
  elements: { größe, ErrorElement, constElement, intElement },
  attributes: {},
  types: {
    Error: { name: [tns, "Error"], base: [xsNamespace, "anyType"], by: ["restriction"], type: Error },
    string: { name: [tns, "string"], base: [xsNamespace, "anyType"], by: ["restriction"], type: stringType },
    Token: { name: [tns, "Token"], base: [xsNamespace, "anyType"], by: ["restriction"], type: TokenType },
    class: { name: [tns, "class"], base: [xsNamespace, "anyType"], by: ["restriction"], type: classType },
    "a-b.c": { name: [tns, "a-b.c"], base: [xsNamespace, "anyType"], by: ["restriction"], type: aBC },
    aBC: { name: [tns, "aBC"], base: [xsNamespace, "anyType"], by: ["restriction"], type: aBCCases },
    StructCodec: {
      name: [tns, "StructCodec"],
      base: [xsNamespace, "anyType"],
      by: ["restriction"],
      type: StructCodecType,
    },
    tns: { name: [tns, "tns"], base: [xsNamespace, "anyType"], by: ["restriction"], type: tnsType },
  },
};
