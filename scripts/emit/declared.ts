/** The global declarations, for strict decoding to look up. */
import type { DeclaredDef, RootRef, StructDef, TypeRef } from "../model/model.ts";
import { claimKey } from "../model/keys.ts";
import { declaredName } from "../model/names.ts";
import type { ModuleContext } from "./context.ts";
import { jsdoc } from "./jsdoc.ts";
import { propertyKey, quoted, type Members } from "./literal.ts";
import { constraintMembers } from "./tables.ts";

const doc =
  "All global declarations of the contract: with `schemaIndex`, strict decoding looks up there what stands in wildcards and what " +
  "xsi:type names.";

/** A constant with the declarations. */
export function declaredText({ abstract, attributes, types }: DeclaredDef, module: ModuleContext): string {
  const { model } = module;
  const structs = model.types.filter((type): type is StructDef => type.kind === "struct" && type.root);
  const roots: readonly RootRef[] = [
    ...structs.map(({ id }) => ({ kind: "struct", id }) as const),
    ...model.elements.map((element) => ({ kind: "element", element }) as const),
  ];
  const codec = (ref: TypeRef): string => module.codecText(ref);
  const keys = { attributes: new Set<string>(), types: new Set<string>() };
  const table = module.table(declaredName, module.imports.type("Schema"), [
    ["elements", { members: roots.map((root) => [module.rootCodec(root), module.rootCodec(root)]) }],
    ...(abstract.length === 0 ? [] : [["abstract", { list: abstract.map((name) => module.wireName(name)) }] as const]),
    [
      "attributes",
      {
        members: attributes.map(({ name, type, ...fixed }): Members[number] => [
          propertyKey(claimKey(name[1], keys.attributes, "")),
          { members: [["name", module.wireName(name)], ...constraintMembers(fixed), ["type", codec(type)]] },
        ]),
      },
    ],
    [
      "types",
      {
        members: types.map(({ name, base, by, type }): Members[number] => {
          const members: Members = [
            ["name", module.wireName(name)],
            ["base", module.wireName(base)],
            ["by", { list: by.map(quoted) }],
            ...(type === undefined ? [] : [["type", codec(type)] as const]),
          ];
          return [propertyKey(claimKey(name[1], keys.types, "")), { members }];
        }),
      },
    ],
  ]);
  return jsdoc(doc, "") + table;
}
