/** Types other than structs, each with its table below it. */
import type { EnumDef, ListDef, PolyDef, RestrictionDef, TypeDef, UnionDef, WrapperDef } from "../model/model.ts";
import type { ModuleContext } from "./context.ts";
import { elementLiteral } from "./fields.ts";
import { jsdoc } from "./jsdoc.ts";
import { propertyKey, quoted, tupleText, unionText, type Members } from "./literal.ts";
import { structText } from "./structs.ts";
import { facetsLiteral, facetsMember } from "./tables.ts";

/** A type and its table; nothing for an abstract type, which has no values of its own. */
export function typeText(type: TypeDef, module: ModuleContext): string {
  const name = module.name(type.id);
  switch (type.kind) {
    case "struct":
      return type.abstract ? "" : structText(type, name, module);
    case "enum":
      return enumText(type, name, module);
    case "restriction":
      return restrictionText(type, name, module);
    case "list":
      return listText(type, name, module);
    case "union":
      return unionTypeText(type, name, module);
    case "wrapper":
      return wrapperText(type, name, module);
    case "poly":
      return polyText(type, name, module);
  }
}

function enumText(type: EnumDef, name: string, module: ModuleContext): string {
  const values = type.values.map(({ value, doc }) => `${jsdoc(doc, "  ")}  | ${quoted(value)}\n`).join("");
  const declared = `${jsdoc(type.doc, "")}export type ${name} =\n${values}  | ${module.imports.type("Unrecognized")};\n`;
  const members = type.values.map(({ value }) => [propertyKey(value), "true"] as const);
  return (
    declared +
    module.table(name, `${module.imports.type("EnumCodec")}<${name}>`, [
      ["kind", '"enum"'],
      ...nameMember(type, module),
      ["values", { members }],
      ...facetsMember(type.facets),
    ])
  );
}

/** A restricted plain type is one of its own, so that the compiler keeps it apart from others. */
function restrictionText(type: RestrictionDef, name: string, module: ModuleContext): string {
  const base = module.typeText(type.base);
  const plain = ["string", "boolean", "number"].includes(base);
  const declared = plain ? `${module.imports.type("Flavored")}<${base}, ${quoted(name)}>` : base;
  const annotation = module.imports.type("RestrictionCodec") + (plain ? `<${name}, ${base}>` : `<${name}>`);
  const table = module.table(name, annotation, [
    ["kind", '"restriction"'],
    ...nameMember(type, module),
    ["base", module.codecText(type.base, type.id)],
    ["facets", facetsLiteral(type.facets)],
  ]);
  return `${jsdoc(type.doc, "")}export type ${name} = ${declared};\n${table}`;
}

function listText(type: ListDef, name: string, module: ModuleContext): string {
  const table = module.table(name, `${module.imports.type("ListCodec")}<${name}>`, [
    ["kind", '"list"'],
    ...nameMember(type, module),
    ["item", module.codecText(type.item, type.id)],
    ...facetsMember(type.facets),
  ]);
  return `${jsdoc(type.doc, "")}export type ${name} = readonly ${module.itemText(type.item, false)}[];\n${table}`;
}

function unionTypeText(type: UnionDef, name: string, module: ModuleContext): string {
  const members = type.members.map((member) => module.typeText(member));
  const start = `export const ${name}: ${module.imports.type("UnionCodec")}<`;
  const annotation = `UnionCodec<${tupleText(members, start.length)}>`;
  const table = module.table(name, annotation, [
    ["kind", '"union"'],
    ...nameMember(type, module),
    ["members", { list: type.members.map((member) => module.codecText(member, type.id)) }],
  ]);
  return jsdoc(type.doc, "") + aliasText(name, members) + table;
}

function wrapperText(type: WrapperDef, name: string, module: ModuleContext): string {
  const item = module.itemText(type.item.type, type.item.nil);
  const table = module.table(name, `${module.imports.type("WrapperCodec")}<${name}>`, [
    ["kind", '"wrapper"'],
    ["name", module.wireName(type.wireName)],
    ...(type.array === true ? [["array", "true"] as const] : []),
    ["item", elementLiteral(type.item, { id: type.id, namespace: type.wireName[0] }, module)],
  ]);
  return `${jsdoc(type.doc, "")}export type ${name} = readonly ${item}[];\n${table}`;
}

function polyText(type: PolyDef, name: string, module: ModuleContext): string {
  const types = type.members.map((id) => [module.name(id), module.codecText({ kind: "type", id }, type.id)] as const);
  const table = module.table(name, `${module.imports.type("PolyCodec")}<${name}>`, [
    ["kind", '"poly"'],
    ["name", module.wireName(type.wireName)],
    ...(type.abstract ? [["abstract", "true"] as const] : []),
    ["types", { members: types }],
  ]);
  const members = types.map(([member]) => member);
  return jsdoc(type.doc, "") + aliasText(name, members.length === 0 ? ["never"] : members) + table;
}

function aliasText(name: string, members: readonly string[]): string {
  const start = `export type ${name} =`;
  return `${start}${unionText(members, start.length)};\n`;
}

function nameMember(type: TypeDef, module: ModuleContext): Members {
  return type.name === undefined ? [] : [["name", module.wireName(type.name)]];
}
