/** Names that a user has chosen: a style, and overrides. */
import type { NameOverrides } from "../../src/config.ts";
import type { Diagnostics } from "../diagnostics.ts";
import type { Model } from "./model.ts";

/** Choices about names. */
export interface NamingOptions {
  /** As in the contract, or as TypeScript writes them. */
  readonly naming: "contract" | "typescript";
  readonly names: NameOverrides;
}

/** Gives types, properties and operations the names that a user wants. */
export function giveNames(model: Model, _options: NamingOptions, _diagnostics: Diagnostics): Model {
  return model;
}
