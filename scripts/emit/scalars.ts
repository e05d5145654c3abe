import type { Model } from "../model/model.ts";

/** What generated code calls the built-in types: the name of the codec, and of the TypeScript type of its values. */
export interface ScalarNames {
  readonly codec: string;
  readonly type: string;
  /** The type is imported from the runtime. */
  readonly imported: boolean;
}

const plain: Readonly<Record<string, readonly [codec: string, type: string]>> = {
  string: ["string", "string"],
  boolean: ["boolean", "boolean"],
  double: ["double", "number"],
};

/** Built-in types whose codec or type is not named as XML Schema names it. */
const renamed: Readonly<Record<string, readonly [codec: string, type: string]>> = {
  QName: ["qname", "QName"],
  NOTATION: ["notation", "QName"],
  Name: ["xmlName", "XmlNameString"],
  date: ["date", "CalendarDate"],
  anySimpleType: ["anySimpleType", "AnySimple"],
  NMTOKENS: ["NMTOKENS", "readonly NMTOKEN[]"],
  IDREFS: ["IDREFS", "readonly IDREF[]"],
  ENTITIES: ["ENTITIES", "readonly ENTITY[]"],
};

/** Names for a built-in type's local name, in the representation that a model asks for. */
export function scalarNames(builtin: string, { representations }: Pick<Model, "representations"> = {}): ScalarNames {
  const same = plain[builtin];
  if (same !== undefined) return { codec: same[0], type: same[1], imported: false };
  const name = representations?.get(builtin) ?? builtin;
  const [codec, type] = renamed[name] ?? [name, name.charAt(0).toUpperCase() + name.slice(1)];
  return { codec, type, imported: true };
}
