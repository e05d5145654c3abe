/** What happens to a model between `lower` and `emit`: pure steps, in this order. */
import { spreadChoices } from "./alternatives.ts";
import type { Model } from "./model.ts";
import { unwrapArrays } from "./wrappers.ts";

/** Choices that a user may make. */
export interface ModelOptions {
  /** Which types that only wrap one repeated element become the array itself: those named ArrayOf…, or none. */
  readonly wrappers: "ArrayOf" | "none";
}

type Pass = (model: Model, options: ModelOptions) => Model;

const passes: readonly Pass[] = [
  // First, because an array has no alternatives.
  (model, { wrappers }) => (wrappers === "ArrayOf" ? unwrapArrays(model) : model),
  // Last, because it reads content models as they will be printed.
  spreadChoices,
];

/** Runs all passes. */
export function applyPasses(model: Model, options: ModelOptions): Model {
  return passes.reduce((before, pass) => pass(before, options), model);
}
