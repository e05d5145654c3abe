/** What a struct's table is called, and which structs carry `$type`. */
import type { Name } from "../../src/runtime/codec/table.ts";
import type { FieldDef, Model, StructDef } from "./model.ts";

/** Structs that stand in a union told apart by xsi:type; for the declared type of one, `$type` may be left out. */
export function tagsIn(model: Model): ReadonlyMap<number, "required" | "optional"> {
  const tagged = new Map<number, "required" | "optional">();
  for (const poly of model.types) {
    if (poly.kind !== "poly") continue;
    for (const id of poly.members) {
      const member = model.types[id];
      const declared = member?.name?.[0] === poly.wireName[0] && member.name[1] === poly.wireName[1];
      tagged.set(id, declared && tagged.get(id) !== "required" ? "optional" : "required");
    }
  }
  return tagged;
}

/** Name in a struct's table. An anonymous type has the namespace of its elements, so that its fields need not name it. */
export function tableName(type: StructDef, typeScriptName: string): Name {
  if (type.wireName[1] !== "") return type.wireName;
  const elements = type.fields.flatMap((field): readonly FieldDef[] => ("items" in field ? field.items : [field]));
  const first = elements.find((field) => field.kind === "element");
  return [first?.name[0] ?? "", typeScriptName];
}
