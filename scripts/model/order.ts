/** The order of declarations: what a table refers to stands before it, so that only cycles need a thunk. */
import type { FieldDef, Model, TypeDef, TypeRef } from "./model.ts";

/** Ids of the types in the order in which they are declared. */
export function declarationOrder(model: Model): readonly number[] {
  const order: number[] = [];
  const state = new Map<number, "open" | "done">();
  const visit = (start: number): void => {
    // Iterative: schemas nest deeper than a call stack may.
    const stack: { readonly id: number; readonly next: Iterator<number> }[] = [];
    const enter = (id: number): void => {
      const type = model.types[id];
      if (type === undefined || state.has(id)) return;
      state.set(id, "open");
      stack.push({ id, next: referenced(type)[Symbol.iterator]() });
    };
    enter(start);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const { done, value } = top.next.next();
      if (done === true) {
        state.set(top.id, "done");
        order.push(top.id);
        stack.pop();
      } else enter(value);
    }
  };
  for (const type of model.types) visit(type.id);
  return order;
}

/** Ids of the types that a type's table names. */
export function referenced(type: TypeDef): readonly number[] {
  if (type.kind === "poly") return type.members;
  return referencedRefs(type).flatMap((ref) => (ref.kind === "type" ? [ref.id] : []));
}

function refsOf(field: FieldDef): readonly TypeRef[] {
  if ("items" in field) return field.items.flatMap((item) => ("type" in item ? [item.type] : []));
  return "type" in field ? [field.type] : [];
}

/** All types that a type's table names, built-in ones included. */
export function referencedRefs(type: TypeDef): readonly TypeRef[] {
  switch (type.kind) {
    case "struct":
      return type.fields.flatMap(refsOf);
    case "wrapper":
      return [type.item.type];
    case "list":
      return [type.item];
    case "union":
      return type.members;
    case "restriction":
      return [type.base];
    case "poly":
      return type.members.map((id) => ({ kind: "type", id }));
    case "enum":
      return [];
  }
}
