// Generated from test/cases/xsd/defaults/schema.xsd
// sha256 ff0d825d0318f5c3c09b60bc7d16245ebb8a4a5490fa7fa38237d6136f28b40c
// Do not edit: change the contract and generate again.
import {
  decimal,
  int,
  string,
  type Decimal,
  type Int,
  type Schema,
  type StructCodec,
} from "../../../../src/runtime/index.ts";

const tns = "urn:cases";

export interface Config {
  readonly mode?: string;
  readonly api?: Decimal;
  readonly level: Int;
  readonly version?: string;
  readonly name?: string | null;
}
export const Config: StructCodec<Config> = {
  kind: "struct",
  name: [tns, "Config"],
  element: true,
  fields: {
    mode: { at: "mode", count: "?", default: "fast", type: string },
    api: { at: "api", count: "?", fixed: "2.0", type: decimal },
    level: { el: "level", count: "1", default: "3", type: int },
    version: { el: "version", count: "?", fixed: "1.0", type: string },
    name: { el: "name", count: "?", nil: true, default: "none \"yet\"", type: string },
  },
};

/**
 * All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards
 * and what xsi:type names.
 */
export const schema: Schema = { elements: { Config }, attributes: {}, types: {} };
