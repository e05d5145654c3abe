/** Simple types to the model: restrictions, unions of literals, lists and unions. */
import { applySpace } from "../../src/runtime/codec/scalars/whitespace.ts";
import type { Facets } from "../../src/runtime/codec/table.ts";
import type { EnumDef, TypeDef, TypeRef } from "../model/model.ts";
import type { SimpleType, TypeDefinition } from "./components.ts";
import { documented } from "./documentation.ts";
import { flattened, isTextual, spaceOf, type FlatSimpleType } from "./flat-simple-type.ts";

/** Where lowered types are kept. */
interface Types {
  /** A type by reference; `hint` is what it should be called where it has no name. */
  readonly type: (type: TypeDefinition, hint: string) => TypeRef;
  /** Adds what a type is lowered to. */
  readonly add: (type: TypeDefinition, make: (id: number) => TypeDef) => TypeRef;
}

/** Lowers a simple type and those that it is made of. */
export function lowerSimple(type: SimpleType, hint: string, types: Types): TypeRef {
  if (type.variety.kind === "builtin") return { kind: "scalar", name: type.variety.builtin };
  const flat = flattened(type);
  const def = { name: type.name, hint, ...documented(type) };
  const remember = (make: (id: number) => TypeDef): TypeRef => types.add(type, make);
  const facets = allFacets(flat);
  const { variety } = flat.base;
  switch (variety.kind) {
    case "builtin": {
      if (flat.enumeration !== undefined && isTextual(variety.builtin)) {
        return remember((id) => ({ kind: "enum", id, ...def, ...listed(flat, variety.builtin) }));
      }
      const base: TypeRef = { kind: "scalar", name: variety.builtin };
      // A type without facets of its own is its base; one that has a name is what xsi:type may call it.
      if (isEmpty(facets) && type.name === undefined) return base;
      return remember((id) => ({ kind: "restriction", id, ...def, base, facets }));
    }
    case "list": {
      const item = types.type(variety.item, `${hint}Item`);
      return remember((id) => ({ kind: "list", id, ...def, item, facets }));
    }
    case "union": {
      if (flat.base !== type) {
        const base = types.type(flat.base, `${hint}Base`);
        if (isEmpty(facets) && type.name === undefined) return base;
        return remember((id) => ({ kind: "restriction", id, ...def, base, facets }));
      }
      const members = variety.members.map((member, index) => types.type(member, `${hint}Member${index + 1}`));
      return remember((id) => ({ kind: "union", id, ...def, members }));
    }
    case "restriction":
      throw new Error("a flattened simple type has no restriction as its base");
  }
}

/** Listed values as they are after white space processing, each once, and the facets that hold beside them. */
function listed({ enumeration = [], facets }: FlatSimpleType, builtin: string): Pick<EnumDef, "values" | "facets"> {
  const space = facets.space ?? spaceOf(builtin);
  const values = enumeration.map((value) => ({ ...value, value: applySpace(value.value, space) }));
  const { space: _, ...others } = facets;
  return {
    values: [...new Map(values.toReversed().map((value) => [value.value, value])).values()].toReversed(),
    facets: space === "preserve" ? others : { ...others, space },
  };
}

function allFacets({ facets, enumeration }: FlatSimpleType): Facets {
  return enumeration === undefined ? facets : { ...facets, enumeration: enumeration.map(({ value }) => value) };
}

function isEmpty(facets: Facets): boolean {
  return Object.keys(facets).length === 0;
}
