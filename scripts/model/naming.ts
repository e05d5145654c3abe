/** Names that a user has chosen: a style for all of them, and overrides for single ones. */
import type { NameOverrides } from "../../src/config.ts";
import type { Diagnostics } from "../diagnostics.ts";
import { importable } from "../emit/names-in-module.ts";
import type { ElementDef, FieldDef, Model, ServiceDef, StructDef, TypeDef } from "./model.ts";
import { identifier, isReserved } from "./names.ts";
import { renameFields } from "./naming-fields.ts";
import { camelCase, pascalCase } from "./naming-words.ts";

/** Choices about names. */
export interface NamingOptions {
  /** As in the contract, or as TypeScript writes them. */
  readonly naming: "contract" | "typescript";
  readonly names: NameOverrides;
}

/** Gives types, properties and operations the names that a user wants. What cannot be is reported as `model.name`. */
export function giveNames(model: Model, { naming, names }: NamingOptions, diagnostics: Diagnostics): Model {
  const wanted = Object.values(names).some((some: Readonly<Record<string, string>>) => Object.keys(some).length > 0);
  if (naming === "contract" && !wanted) return model;
  return new Naming(model, { naming, names }, diagnostics).apply();
}

class Naming {
  readonly #model: Model;
  readonly #options: NamingOptions;
  readonly #diagnostics: Diagnostics;
  /** Overrides that something was found for. */
  readonly #used = new Set<string>();

  constructor(model: Model, options: NamingOptions, diagnostics: Diagnostics) {
    this.#model = model;
    this.#options = options;
    this.#diagnostics = diagnostics;
  }

  apply(): Model {
    const { types, elements } = this.#model;
    const named = types.map((type) => this.#styled(type));
    const chosen = this.#chosen(named, elements);
    const result: Model = {
      ...this.#model,
      types: named.map((type) => (type.kind === "struct" ? this.#withKeys(type) : type)),
      services: this.#model.services.map((service) => this.#withOperations(service)),
      chosen,
      style: this.#options.naming,
    };
    this.#reportUnused();
    return result;
  }

  #styled(type: TypeDef): TypeDef {
    return this.#options.naming === "typescript" ? { ...type, hint: pascalCase(type.hint) } : type;
  }

  // ---- types and elements ---------------------------------------------------------------------------------------------

  #chosen(types: readonly TypeDef[], elements: readonly ElementDef[]): NonNullable<Model["chosen"]> {
    const overrides = this.#options.names.types ?? {};
    const chosen = { types: new Map<number, string>(), elements: new Map<ElementDef, string>() };
    const owners = new Map<string, string>();
    const choose = (label: string, name: string, set: () => void): void => {
      this.#used.add(`types ${label}`);
      const owner = owners.get(name);
      if (owner !== undefined) this.#refuse(`${owner} and ${label} would both be called ${name}`);
      else if (this.#isImpossible(name))
        this.#refuse(`${label} cannot be called ${name}: generated code needs that name`);
      else owners.set(name, label);
      set();
    };
    for (const type of types) {
      const label = labelOf(type);
      const name = label === undefined ? undefined : own(overrides, label);
      if (label !== undefined && name !== undefined) choose(label, name, () => chosen.types.set(type.id, name));
    }
    for (const element of elements) {
      const label = expanded(element.name);
      const name = this.#used.has(`types ${label}`) ? undefined : own(overrides, label);
      if (name !== undefined) choose(label, name, () => chosen.elements.set(element, name));
    }
    this.#refuseOthers(types, elements, chosen, owners);
    return chosen;
  }

  /** What was not renamed keeps its name: nothing else may be called so. */
  #refuseOthers(
    types: readonly TypeDef[],
    elements: readonly ElementDef[],
    chosen: NonNullable<Model["chosen"]>,
    owners: ReadonlyMap<string, string>,
  ): void {
    const check = (label: string, hint: string): void => {
      const name = identifier(hint);
      const owner = owners.get(name);
      if (owner !== undefined) this.#refuse(`${owner} cannot be called ${name}: that is the name of ${label}`);
    };
    for (const type of types) {
      const label = labelOf(type);
      if (label !== undefined && !chosen.types.has(type.id)) check(label, type.hint);
    }
    for (const element of elements) {
      const { hint } = element;
      const styled = this.#options.naming === "typescript" ? pascalCase(hint) : hint;
      if (!chosen.elements.has(element)) check(`the element ${expanded(element.name)}`, styled);
    }
    for (const { name } of this.#model.services) check(`the service ${name}`, name);
  }

  #isImpossible(name: string): boolean {
    return identifier(name) !== name || isReserved(name) || importable(this.#model).has(name);
  }

  // ---- properties -----------------------------------------------------------------------------------------------------

  #withKeys(type: StructDef): StructDef {
    const owner = labelOf(type);
    return renameFields(type, {
      style: this.#options.naming,
      chosen: (field) => this.#keyOf(owner, field),
      clash: (key, one, other) => {
        const place = owner ?? type.hint;
        this.#refuse(`${wireLabel(one)} and ${wireLabel(other)} of ${place} would both be the property ${key}`);
      },
    });
  }

  #keyOf(owner: string | undefined, field: FieldDef): string | undefined {
    if (field.kind !== "element" && field.kind !== "attribute") return undefined;
    const overrides = this.#options.names.fields ?? {};
    const label = wireLabel(field);
    for (const key of [...(owner === undefined ? [] : [`${owner}/${label}`]), label]) {
      const name = own(overrides, key);
      if (name === undefined) continue;
      this.#used.add(`fields ${key}`);
      // What begins with $ is the codec's own.
      if (!name.startsWith("$")) return name;
      this.#refuse(`${label} cannot be the property ${name}: names with $ are those of the codec`);
    }
    return undefined;
  }

  // ---- operations -----------------------------------------------------------------------------------------------------

  #withOperations(service: ServiceDef): ServiceDef {
    const owners = new Map<string, string>();
    const names = service.operations.map(({ name: operation }) => {
      const styled = this.#options.naming === "typescript" ? camelCase(operation) : operation;
      const name = this.#operationName(service.name, operation) ?? styled;
      const owner = owners.get(name);
      if (owner !== undefined) this.#refuse(`the operations ${owner} and ${operation} would both be called ${name}`);
      owners.set(name, operation);
      return name;
    });
    const named = <T extends { readonly name: string }>(operations: readonly T[]): readonly T[] =>
      operations.map((operation, index) => ({ ...operation, name: names[index] ?? operation.name }));
    return service.kind === "soap"
      ? { ...service, operations: named(service.operations) }
      : { ...service, operations: named(service.operations) };
  }

  #operationName(service: string, operation: string): string | undefined {
    const overrides = this.#options.names.operations ?? {};
    for (const key of [`${service}.${operation}`, operation]) {
      const name = own(overrides, key);
      if (name === undefined) continue;
      this.#used.add(`operations ${key}`);
      return name;
    }
    return undefined;
  }

  // ---- what is wrong --------------------------------------------------------------------------------------------------

  /** A name that nothing has is a mistake, or of an older contract. */
  #reportUnused(): void {
    for (const [kind, overrides] of Object.entries(this.#options.names)) {
      for (const key of Object.keys(overrides as object)) {
        if (!this.#used.has(`${kind} ${key}`))
          this.#refuse(`there is nothing called ${key} among the ${kind} to rename`);
      }
    }
  }

  #refuse(message: string): void {
    const uri = this.#model.sources[0]?.uri ?? "";
    this.#diagnostics.report("model.name", { uri, line: 1, column: 1 }, message);
  }
}

/** `{namespace}Name` of a type, or of the global element whose type it is. */
function labelOf(type: TypeDef): string | undefined {
  if (type.name !== undefined) return expanded(type.name);
  return type.kind === "struct" && type.root ? expanded(type.wireName) : undefined;
}

function expanded([namespace, localName]: readonly [string, string]): string {
  return `{${namespace}}${localName}`;
}

/** `name` of an element, `@name` of an attribute. */
function wireLabel(field: FieldDef): string {
  if (field.kind === "attribute") return `@${field.name[1]}`;
  return field.kind === "element" ? field.name[1] : field.key;
}

function own(record: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
