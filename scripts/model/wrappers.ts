/** Types that only wrap one repeated element. */
import type { Counts } from "../../src/runtime/codec/table.ts";
import type { ElementField, Model, StructDef, TypeDef } from "./model.ts";

/** Makes types named ArrayOf… that have one repeated element and nothing else the array itself. */
export function unwrapArrays(model: Model): Model {
  const members = new Set(model.types.flatMap((type) => (type.kind === "poly" ? type.members : [])));
  return { ...model, types: model.types.map((type) => unwrapped(type, members)) };
}

/** A member of a union told apart by xsi:type stays an object: an array has no room for `$type`. */
function unwrapped(type: TypeDef, members: ReadonlySet<number>): TypeDef {
  if (type.kind !== "struct" || type.abstract || members.has(type.id)) return type;
  if (type.name?.[1].startsWith("ArrayOf") !== true) return type;
  const item = onlyItem(type);
  if (item === undefined) return type;
  const { id, name, hint, wireName, at, doc } = type;
  return { kind: "wrapper", id, name, hint, wireName, item, at, ...(doc === undefined ? {} : { doc }) };
}

function onlyItem({ fields, content }: StructDef): (ElementField & { readonly count: Counts }) | undefined {
  const [only, ...others] = fields;
  if (only?.kind !== "element" || others.length > 0 || content !== undefined) return undefined;
  const { count } = only;
  return count === "1" || count === "?" ? undefined : { ...only, count };
}
