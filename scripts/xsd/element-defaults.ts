/** Which elements can have a default or fixed value (XSD part 1, 3.3.6, Element Default Valid). */
import type { Diagnostics } from "../diagnostics.ts";
import type { ElementDeclaration } from "./components.ts";
import { isEmptiable } from "./effective-range.ts";

/** Reports a default or fixed value of an element that cannot consist of text alone. */
export function checkElementDefault(element: ElementDeclaration, diagnostics: Diagnostics): void {
  const { default: standard, fixed, type, at, name } = element;
  if ((standard === undefined && fixed === undefined) || type.kind !== "complex") return;
  const { mixed, content } = type;
  if (content.kind === "simple" || (mixed && (content.kind === "empty" || isEmptiable(content.particle)))) return;
  const kind = fixed === undefined ? "default" : "fixed";
  const message = `the element ${name[1]} cannot consist of text alone: its ${kind} value has no effect`;
  diagnostics.report("cos-valid-default", at, message);
}
