import type { Model, TypeRef } from "./model.ts";

/** The members of a type's values that are attributes, `$type` with them where it tells several types apart. */
export function attributeKeys(ref: TypeRef, model: Model): readonly string[] {
  const type = ref.kind === "type" ? model.types[ref.id] : undefined;
  if (type?.kind === "struct") {
    return type.fields.filter(({ kind }) => kind === "attribute" || kind === "anyAttribute").map(({ key }) => key);
  }
  if (type?.kind !== "poly") return [];
  const keys = new Set(type.members.flatMap((id) => attributeKeys({ kind: "type", id }, model)));
  return keys.size === 0 ? [] : ["$type", ...keys];
}
