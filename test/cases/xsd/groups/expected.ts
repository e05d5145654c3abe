// Generated from test/cases/xsd/groups/schema.xsd
// sha256 aab70e3af3a3b5c27dc1c85333285faeccedb968b945e8402151ac8b9d219dbd
// Do not edit: change the contract and generate again.
import {
  ID,
  boolean,
  gYear,
  string,
  type GYear,
  type Schema,
  type StructCodec,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";

export type home =
  | {
      readonly id: ID;
      readonly seen?: boolean;
      readonly street: string;
      readonly city: string;
      readonly village?: never;
      readonly since?: GYear;
    }
  | {
      readonly id: ID;
      readonly seen?: boolean;
      readonly street: string;
      readonly city?: never;
      readonly village: string;
      readonly since?: GYear;
    };
export const home: StructCodec<home> = {
  kind: "struct",
  name: [tns, "home"],
  element: true,
  fields: {
    id: { at: "id", count: "1", type: ID },
    seen: { at: "seen", count: "?", type: boolean },
    street: { el: "street", count: "1", type: string },
    city: { el: "city", count: "?", type: string },
    village: { el: "village", count: "?", type: string },
    since: { el: "since", count: "?", type: gYear },
  },
  content: { sequence: ["street", { choice: ["city", "village"] }, "since"] },
};

export type visit =
  | { readonly street: string; readonly city: string; readonly village?: never }
  | { readonly street: string; readonly city?: never; readonly village: string }
  | { readonly street?: never; readonly city?: never; readonly village?: never };
export const visit: StructCodec<visit> = {
  kind: "struct",
  name: [tns, "visit"],
  element: true,
  fields: {
    street: { el: "street", count: "?", type: string },
    city: { el: "city", count: "?", type: string },
    village: { el: "village", count: "?", type: string },
  },
  content: { sequence: [{ key: "street" }, { choice: ["city", "village"] }], count: "?" },
};

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = { elements: { home, visit }, attributes: {}, types: {} };
