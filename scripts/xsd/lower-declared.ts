/** What a schema declares globally, for looking up what stands in wildcards and what xsi:type names. */
import type { Name } from "../../src/runtime/codec/table.ts";
import type { DeclaredDef, DeclaredType, TypeRef } from "../model/model.ts";
import type { SchemaSet, TypeDefinition } from "./components.ts";
import { baseOf } from "./derivation.ts";
import { xsdNamespace } from "./namespaces.ts";

/** The global declarations; `typeOf` lowers a type by reference. */
export function declaredIn(
  { elements, attributes, types }: SchemaSet,
  typeOf: (type: TypeDefinition, hint: string) => TypeRef,
): DeclaredDef {
  return {
    abstract: [...elements.values()].filter((element) => element.abstract).map((element) => element.name),
    attributes: [...attributes.values()].map(({ name, type, fixed }) => ({
      name,
      type: typeOf(type, name[1]),
      ...(fixed === undefined ? {} : { fixed }),
    })),
    types: [...types.values()].map((type) => declaredType(type, typeOf)),
  };
}

function declaredType(type: TypeDefinition, typeOf: (type: TypeDefinition, hint: string) => TypeRef): DeclaredType {
  const { name: base, by } = namedBase(type);
  const concrete = type.kind === "simple" || !type.abstract;
  return { name: type.name ?? ["", ""], base, by, type: concrete ? typeOf(type, "") : undefined };
}

/** The nearest type with a name that a type is derived from, and how. */
function namedBase(type: TypeDefinition): { readonly name: Name; readonly by: DeclaredType["by"] } {
  const by: ("restriction" | "extension")[] = [];
  let current: TypeDefinition | undefined = type;
  do {
    by.push(current.kind === "complex" ? current.derivation : "restriction");
    current = baseOf(current);
  } while (current !== undefined && current.name === undefined);
  return { name: current?.name ?? [xsdNamespace, "anyType"], by };
}
