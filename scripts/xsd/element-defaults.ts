/** Which elements can have a default or fixed value (XSD part 1, 3.3.6, Element Default Valid and properties correct 5). */
import type { Diagnostics } from "../diagnostics.ts";
import { builtinSimpleTypes } from "./builtins.ts";
import type { ElementDeclaration, SimpleType } from "./components.ts";
import { derives } from "./derivation.ts";
import { isEmptiable } from "./effective-range.ts";
import { simpleTypeOf } from "./same-value.ts";

/** Reports a default or fixed value of an element that cannot consist of it. */
export function checkElementDefault(element: ElementDeclaration, diagnostics: Diagnostics): void {
  const { default: standard, fixed, type, at, name } = element;
  if (standard === undefined && fixed === undefined) return;
  const simple = simpleTypeOf(type);
  const kind = fixed === undefined ? "default" : "fixed";
  if (simple !== undefined) {
    if (isIdentifier(simple)) {
      diagnostics.report("e-props-correct", at, `the element ${name[1]} is an ID: it has no ${kind} value`);
    }
    return;
  }
  if (type.kind !== "complex") return;
  const { mixed, content } = type;
  if (mixed && (content.kind !== "elements" || isEmptiable(content.particle))) return;
  const message = `the element ${name[1]} cannot consist of text alone: its ${kind} value has no effect`;
  diagnostics.report("cos-valid-default", at, message);
}

/** Whether a type is xs:ID, or derived from it. */
export function isIdentifier(type: SimpleType): boolean {
  const id = builtinSimpleTypes.get("ID");
  return id !== undefined && derives(type, id, new Set());
}
