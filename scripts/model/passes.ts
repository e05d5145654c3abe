/** What happens to a model between `lower` and `emit`: pure steps, in this order. */
import type { Diagnostics } from "../diagnostics.ts";
import { spreadChoices } from "./alternatives.ts";
import type { Model } from "./model.ts";
import { giveNames, type NamingOptions } from "./naming.ts";
import { representationsOf, type RepresentationOptions } from "./representations.ts";
import { unwrapArrays } from "./wrappers.ts";

/** Choices that a user may make. */
export interface ModelOptions extends NamingOptions, RepresentationOptions {
  /** Which types that only wrap one repeated element become the array itself: those named ArrayOf…, or none. */
  readonly wrappers: "ArrayOf" | "none";
}

/** What is chosen where nobody chooses. */
export const defaultModelOptions: ModelOptions = {
  wrappers: "ArrayOf",
  naming: "contract",
  names: {},
  int64: "bigint",
  dates: "string",
};

type Pass = (model: Model, options: ModelOptions, diagnostics: Diagnostics) => Model;

const passes: readonly Pass[] = [
  (model, options) => ({ ...model, representations: representationsOf(options) }),
  // Before arrays lose their objects: overrides name what the contract declares.
  giveNames,
  // First of those that change shapes, because an array has no alternatives.
  (model, { wrappers }) => (wrappers === "ArrayOf" ? unwrapArrays(model) : model),
  // Last, because it reads content models as they will be printed.
  spreadChoices,
];

/** Runs all passes. */
export function applyPasses(model: Model, options: ModelOptions, diagnostics: Diagnostics): Model {
  return passes.reduce((before, pass) => pass(before, options, diagnostics), model);
}
