/** Structs: an interface, or a union where a choice keeps members apart, and the table below it. */
import type { Alternative, FieldDef, StructDef } from "../model/model.ts";
import { tableName } from "../model/tags.ts";
import type { ModuleContext } from "./context.ts";
import { fieldLiteral, particleLiteral } from "./fields.ts";
import { jsdoc } from "./jsdoc.ts";
import { propertyKey, quoted, width, type Members } from "./literal.ts";

/** A struct's type and table. */
export function structText(type: StructDef, name: string, module: ModuleContext): string {
  const wireName = tableName(type, name);
  const owner = { id: type.id, namespace: wireName[0], name };
  const fields: Members = type.fields.map((field) => [propertyKey(field.key), fieldLiteral(field, owner, module)]);
  const table = module.table(name, `${module.imports.type("StructCodec")}<${name}>`, [
    ["kind", '"struct"'],
    ["name", module.wireName(wireName)],
    ...(type.root ? [["element", "true"] as const] : []),
    ...(module.tags.has(type.id) ? [["tag", quoted(name)] as const] : []),
    ["fields", { members: fields }],
    ...(type.content === undefined ? [] : [["content", particleLiteral(type.content, type.fields)] as const]),
  ]);
  return declarationText(type, name, module) + table;
}

/** One property of an interface. */
interface Member {
  readonly doc: string | undefined;
  readonly text: string;
}

function declarationText(type: StructDef, name: string, module: ModuleContext): string {
  const { alternatives, fields } = type;
  const tag = tagMember(type, name, module);
  if (alternatives === undefined || alternatives === "too many") {
    const body = [...tag, ...fields.map((field) => member(field, undefined, name, module))];
    const text = body.length === 0 ? "" : `\n${body.map((one) => lines(one, "  ")).join("")}`;
    return `${jsdoc(docOf(type), "")}export interface ${name} {${text}}\n`;
  }
  const branches = alternatives.map((alternative) => [
    ...tag,
    ...fields.map((field) => member(field, alternative, name, module)),
  ]);
  return `${jsdoc(type.doc, "")}export type ${name} =${choiceText(branches)};\n`;
}

/** What a union of too many members would say, in words. */
function docOf({ doc, alternatives }: StructDef): string | undefined {
  if (alternatives !== "too many") return doc;
  const note =
    "Not all of these members can stand together. There are too many combinations to list them as types: the codec alone " +
    "checks them.";
  return doc === undefined ? note : `${doc}\n\n${note}`;
}

/** So many lines are worth a type of their own for what all branches of a choice have. */
const manyLines = 16;

/** A choice: a union, whose members stand beside what they have in common where that would be repeated many times. */
function choiceText(branches: readonly (readonly Member[])[]): string {
  const [first = []] = branches;
  const isCommon = first.map(({ text }, place) => branches.every((members) => members[place]?.text === text));
  const common = first.filter((_, place) => isCommon[place]);
  if ((branches.length - 1) * common.length < manyLines) return `\n${branchesText(branches)}`;
  const rest = branches.map((members) => members.filter((_, place) => isCommon[place] !== true));
  return ` {\n${common.map((one) => lines(one, "  ")).join("")}} & (\n${branchesText(rest)}\n)`;
}

/** What is said of a member is said in the first branch that has it. */
function branchesText(branches: readonly (readonly Member[])[]): string {
  const said = new Set<number>();
  const quieter = ({ doc, text }: Member, place: number): Member => {
    const isKnown = said.has(place);
    if (doc !== undefined) said.add(place);
    return { doc: isKnown ? undefined : doc, text };
  };
  return branches.map((members) => branchText(members.map(quieter))).join("\n");
}

function branchText(members: readonly Member[]): string {
  const flat = `  | { ${members.map(({ text }) => text).join("; ")} }`;
  if (flat.length < width && members.every(({ doc }) => doc === undefined)) return flat;
  return `  | {\n${members.map((one) => lines(one, "      ")).join("")}    }`;
}

function lines({ doc, text }: Member, indent: string): string {
  return `${jsdoc(doc, indent)}${indent}${text.replaceAll("\n", `\n${indent}`)};\n`;
}

function tagMember(type: StructDef, name: string, module: ModuleContext): readonly Member[] {
  const tag = module.tags.get(type.id);
  if (tag === undefined) return [];
  const text = `readonly $type${tag === "optional" ? "?" : ""}: ${quoted(name)}`;
  return [{ doc: "Tells the types apart that can stand in one place.", text }];
}

function member(field: FieldDef, alternative: Alternative | undefined, owner: string, module: ModuleContext): Member {
  const { doc } = field;
  const key = `readonly ${propertyKey(field.key)}`;
  switch (field.kind) {
    case "any":
      return { doc, text: `${key}: readonly ${module.imports.type("XmlElement")}[]` };
    case "anyAttribute":
      return { doc, text: `${key}: readonly ${module.imports.type("XmlAttribute")}[]` };
    case "text":
      return { doc, text: `${key}: ${module.typeText(field.type)}` };
    case "attribute":
      return { doc, text: `${key}${field.required ? "" : "?"}: ${module.typeText(field.type)}` };
    case "content": {
      const names = module.unions.members(field.items, `${owner}Content`, module);
      return { doc, text: `${key}: ${arrayOf(field.mixed ? ["string", ...names] : names)}` };
    }
    case "group": {
      const required = alternative?.get(field.key);
      if (alternative !== undefined && required === undefined) return { doc: undefined, text: `${key}?: never` };
      const names = module.unions.members(field.items, field.key, module);
      if (field.count === "1" || field.count === "?") {
        return { doc, text: `${key}${(required ?? field.count === "1") ? "" : "?"}:${alternativesText(names)}` };
      }
      const mark = field.absent === true && required !== true ? "?" : "";
      return { doc, text: `${key}${mark}: ${arrayOf(names)}` };
    }
    case "element": {
      const required = alternative?.get(field.key);
      if (alternative !== undefined && required === undefined) return { doc: undefined, text: `${key}?: never` };
      if (field.count === "1" || field.count === "?") {
        const value = module.valueText(field.type, field.nil);
        return { doc, text: `${key}${(required ?? field.count === "1") ? "" : "?"}: ${value}` };
      }
      // No element is the empty array, except in a branch of a choice: there the member is missing.
      const mark = field.absent === true && required !== true ? "?" : "";
      return { doc, text: `${key}${mark}: readonly ${module.itemText(field.type, field.nil)}[]` };
    }
  }
}

/** A union behind the colon of a property: one member a line where there are many. */
function alternativesText(names: readonly string[]): string {
  if (names.length === 0) return " never";
  const flat = names.join(" | ");
  return flat.length <= 80 ? ` ${flat}` : `\n  | ${names.join("\n  | ")}`;
}

function arrayOf(names: readonly string[]): string {
  const text = alternativesText(names);
  if (text.startsWith("\n")) return `readonly (${text}\n)[]`;
  return names.length > 1 ? `readonly (${text.trim()})[]` : `readonly${text}[]`;
}
