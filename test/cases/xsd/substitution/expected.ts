// Generated from test/cases/xsd/substitution/schema.xsd
// sha256 4ddda87a54823c128fa2f450cc7a15f2e11dbdb100b7ff172b9ea1aa0e5fe331
// Do not edit: change the contract and generate again.
import {
  string,
  token,
  type ElementCodec,
  type Schema,
  type StructCodec,
  type Tagged,
  type Token,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";

export interface Drawing {
  readonly shape: readonly (
    | Tagged<"circle", string>
    | Tagged<"square", Token | null>
    | Tagged<"cube", Token>
  )[];
  readonly message: readonly (Tagged<"message", string> | Tagged<"greeting", string>)[];
  readonly nobody?: never;
}
export const Drawing: StructCodec<Drawing> = {
  kind: "struct",
  name: [tns, "Drawing"],
  element: true,
  fields: {
    shape: {
      group: {
        circle: { el: "circle", type: string },
        square: { el: "square", nil: true, type: token },
        cube: { el: "cube", type: token },
      },
      count: "+",
    },
    message: {
      group: { message: { el: "message", type: string }, greeting: { el: "greeting", type: string } },
      count: [1, 2],
    },
    nobody: { group: {}, count: "?" },
  },
  content: { sequence: ["shape", { key: "message" }, { key: "message", count: "?" }, "nobody"] },
};

export type Either =
  | {
      readonly shape:
        | Tagged<"circle", string>
        | Tagged<"square", Token | null>
        | Tagged<"cube", Token>;
      readonly message?: never;
    }
  | { readonly shape?: never; readonly message: readonly (Tagged<"message", string> | Tagged<"greeting", string>)[] };
export const Either: StructCodec<Either> = {
  kind: "struct",
  name: [tns, "Either"],
  element: true,
  fields: {
    shape: {
      group: {
        circle: { el: "circle", type: string },
        square: { el: "square", nil: true, type: token },
        cube: { el: "cube", type: token },
      },
      count: "?",
    },
    message: {
      group: { message: { el: "message", type: string }, greeting: { el: "greeting", type: string } },
      count: [0, 2],
      absent: true,
    },
  },
  content: { choice: ["shape", { key: "message", count: [1, 2] }] },
};

export const circle: ElementCodec<string> = { kind: "element", name: [tns, "circle"], type: string };

export const square: ElementCodec<Token | null> = { kind: "element", name: [tns, "square"], nil: true, type: token };

export const cube: ElementCodec<Token> = { kind: "element", name: [tns, "cube"], type: token };

export const message: ElementCodec<string> = { kind: "element", name: [tns, "message"], type: string };

export const greeting: ElementCodec<string> = { kind: "element", name: [tns, "greeting"], type: string };

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = {
  elements: { Drawing, Either, circle, square, cube, message, greeting },
  abstract: [[tns, "shape"], [tns, "nobody"]],
  attributes: {},
  types: {},
};
