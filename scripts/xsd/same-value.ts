/** Whether two texts are one value (XSD part 2, 4.2.1): what fixed values are compared by. */
import { constraintValue } from "../../src/runtime/codec/constraint-value.ts";
import { applySpace } from "../../src/runtime/codec/scalars/whitespace.ts";
import type { SimpleType, TypeDefinition } from "./components.ts";
import { valuesOf } from "./values.ts";

const anyPrefix = { namespaceOf: () => "" } as const;

/** Whether two texts are the same value of a type; texts of mixed content are compared as they are. */
export function isSameValue(type: TypeDefinition, one: string, other: string): boolean {
  if (one === other) return true;
  const simple = simpleTypeOf(type);
  if (simple === undefined) return false;
  const values = valuesOf(simple);
  const [left, right] = [one, other].map(
    (text) => constraintValue(values, text) ?? values.read(applySpace(text, values.space), anyPrefix),
  );
  return left !== undefined && right !== undefined && values.equal(left, right);
}

/** The simple type of what an element of a type holds; undefined where that is elements. */
export function simpleTypeOf(type: TypeDefinition): SimpleType | undefined {
  if (type.kind === "simple") return type;
  return type.content.kind === "simple" ? type.content.type : undefined;
}
