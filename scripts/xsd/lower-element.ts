/** What element declarations say beside their type: values, identity constraints, blocked derivations. */
import type { KeyConstraint } from "../../src/runtime/codec/identity-table.ts";
import type { ElementField } from "../model/model.ts";
import { anyType } from "./builtins.ts";
import type { ElementDeclaration } from "./components.ts";

/** Default and fixed value of an element, and its identity constraints. */
export function constraintOf(element: ElementDeclaration): Pick<ElementField, "default" | "fixed" | "keys"> {
  return {
    ...(element.identity.length === 0 ? {} : { keys: element.identity.map(keyOfConstraint) }),
    ...(element.default === undefined ? {} : { default: element.default }),
    ...(element.fixed === undefined ? {} : { fixed: element.fixed }),
  };
}

/** An identity constraint without its place. */
function keyOfConstraint({ kind, name, selector, fields, refer }: KeyConstraint): KeyConstraint {
  return { kind, name, selector, fields, ...(refer === undefined ? {} : { refer }) };
}

/** What xsi:type may not do; of complex types the union of those that are allowed says it. */
export function blocking(element: ElementDeclaration): Pick<ElementField, "block"> {
  if (element.type.kind !== "simple" && element.type !== anyType) return {};
  const block = (["restriction", "extension"] as const).filter((step) => element.block.has(step));
  return block.length === 0 ? {} : { block };
}
