import type { ElementItemEntry, StructTable } from "../codec/erased.ts";

/** A member of a compound value (SOAP 1.1, 5.1): an element that a struct's table has. */
export interface Accessor {
  readonly namespace: string;
  readonly local: string;
  readonly entry: ElementItemEntry;
  /** It has to be there, once. */
  readonly required: boolean;
}

/** The accessors of a struct, in the order of its table. */
export function accessorsOf({ name, fields }: StructTable): readonly Accessor[] {
  const accessor = (entry: ElementItemEntry, required: boolean): Accessor => ({
    namespace: entry.ns ?? name[0],
    local: entry.el,
    entry,
    required,
  });
  return Object.values(fields).flatMap((field): readonly Accessor[] => {
    if ("el" in field) return [accessor(field, field.count === "1")];
    if ("group" in field) return Object.values(field.group).map((entry) => accessor(entry, false));
    if (!("items" in field)) return [];
    return Object.values(field.items).flatMap((item) => ("el" in item ? [accessor(item, false)] : []));
  });
}
