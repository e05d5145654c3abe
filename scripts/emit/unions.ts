/** Unions of many elements, declared once in a module: a substitution group stands in as many places as its head is referred to. */
import type { ElementField, WildcardField } from "../model/model.ts";
import { identifier } from "../model/names.ts";
import type { ModuleContext } from "./context.ts";
import { itemLiteral } from "./fields.ts";
import { propertyKey, quoted } from "./literal.ts";

/** Elements that may stand in one place. */
export type Items = readonly (ElementField | WildcardField)[];

/** Up to so many are written where they stand. */
const few = 6;

/** Of type references in tables that stand before all types: those are declared later. */
const beforeAll = -1;

/** The unions of one module. They are not exported: parts of a contract may have unions of the same names. */
export class Unions {
  readonly #taken: ReadonlySet<string>;
  readonly #used = new Set<string>();
  /** Names by what they stand for. */
  readonly #types = new Map<string, string>();
  readonly #tables = new Map<string, string>();
  readonly #texts: string[] = [];

  constructor(taken: ReadonlySet<string>) {
    this.#taken = taken;
  }

  /** Members of the union of what may stand in a place; a single name where they are many. */
  members(items: Items, title: string, module: ModuleContext): readonly string[] {
    const members = items.map((item) => taggedText(item, module));
    return items.length <= few ? members : [this.#typeOf(members, title)];
  }

  /** Code for the table of the same items, where they have a name. */
  table(items: Items, title: string, namespace: string, module: ModuleContext): string | undefined {
    if (items.length <= few) return undefined;
    const type = this.#typeOf(
      items.map((item) => taggedText(item, module)),
      title,
    );
    const known = `${type} ${namespace}`;
    let name = this.#tables.get(known);
    if (name !== undefined) return name;
    name = this.#free(`${type.charAt(0).toLowerCase()}${type.slice(1)}`);
    this.#tables.set(known, name);
    const owner = { id: beforeAll, namespace };
    const members = items.map((item) => [propertyKey(item.key), itemLiteral(item, owner, module)] as const);
    const annotation = `${module.imports.type("GroupField")}<${type}, "1">["group"]`;
    this.#texts.push(module.localTable(name, annotation, members));
    return name;
  }

  /** All that were asked for. */
  print(): string {
    return this.#texts.join("\n");
  }

  #typeOf(members: readonly string[], title: string): string {
    const text = members.join("\n  | ");
    let name = this.#types.get(text);
    if (name === undefined) {
      const word = identifier(title);
      name = this.#free(`Any${word.charAt(0).toUpperCase()}${word.slice(1)}`);
      this.#types.set(text, name);
      this.#texts.push(`type ${name} =\n  | ${text};\n`);
    }
    return name;
  }

  #free(wanted: string): string {
    // Constants of namespaces end like that.
    const base = wanted.endsWith("Namespace") ? `${wanted}Element` : wanted;
    let name = base;
    for (let number = 2; this.#used.has(name) || this.#taken.has(name); number++) name = `${base}${number}`;
    this.#used.add(name);
    return name;
  }
}

function taggedText(item: ElementField | WildcardField, module: ModuleContext): string {
  const value = item.kind === "any" ? module.imports.type("XmlElement") : module.valueText(item.type, item.nil);
  return `${module.imports.type("Tagged")}<${quoted(item.key)}, ${value}>`;
}
