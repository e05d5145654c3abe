/** What all printers of a module share: names, references, imports. */
import type { Name } from "../../src/runtime/codec/table.ts";
import type { ElementDef, Model, RootRef, ServiceDef, TypeRef } from "../model/model.ts";
import { assignNames, type Names } from "../model/names.ts";
import { attributeKeys } from "../model/attribute-keys.ts";
import { declarationOrder } from "../model/order.ts";
import { tagsIn } from "../model/tags.ts";
import { print, quoted, type Literal, type Members } from "./literal.ts";
import { importable, Imports, Namespaces, Neighbours } from "./names-in-module.ts";
import { scalarNames } from "./scalars.ts";
import { Unions } from "./unions.ts";

/** What the modules of one contract share. */
export interface ContractContext {
  readonly model: Model;
  readonly names: Names;
  /** Names that are declared by any module, or may be imported. */
  readonly taken: ReadonlySet<string>;
  readonly tags: ReadonlyMap<number, "required" | "optional">;
  readonly order: readonly number[];
  /** Place of each type in the order. */
  readonly places: ReadonlyMap<number, number>;
}

/** Names and order for all modules of a contract. */
export function contractContext(model: Model): ContractContext {
  const imported = importable(model);
  const names = assignNames(model, imported);
  const taken = new Set([...imported, ...names.types, ...names.elements.values(), ...names.services.values()]);
  const order = declarationOrder(model);
  const places = new Map(order.map((id, place) => [id, place]));
  return { model, names, taken, tags: tagsIn(model), order, places };
}

/** Where a module of several finds what others declare: module specifiers by type and element; undefined for its own. */
export interface Surroundings {
  type(id: number): string | undefined;
  element(element: ElementDef): string | undefined;
}

const alone: Surroundings = { type: () => undefined, element: () => undefined };

/** One module while it is printed. */
export class ModuleContext {
  readonly model: Model;
  readonly imports: Imports = new Imports();
  readonly namespaces: Namespaces;
  readonly unions: Unions;
  /** Structs that stand in a union told apart by xsi:type. */
  readonly tags: ReadonlyMap<number, "required" | "optional">;
  /** Names of services by the text of their operations' types: what is bound twice is declared once. */
  readonly operationTypes: Map<string, string> = new Map();
  /** Ids of the types in the order of declaration. */
  readonly order: readonly number[];
  readonly #places: ReadonlyMap<number, number>;
  readonly #names: Names;
  readonly #surroundings: Surroundings;
  readonly #neighbours = new Neighbours();

  constructor(contract: ContractContext, surroundings: Surroundings = alone) {
    const { model, names, taken, tags, order, places } = contract;
    this.model = model;
    this.#names = names;
    this.#surroundings = surroundings;
    this.#places = places;
    this.order = order;
    this.tags = tags;
    this.namespaces = new Namespaces(model.targetNamespace, taken);
    this.unions = new Unions(taken);
  }

  /** The imports that what was printed needs. */
  importsText(runtime: string): string {
    return this.imports.print(runtime) + this.#neighbours.print();
  }

  /** Name of a type and of its table. */
  name(id: number): string {
    const name = this.#names.types[id];
    if (name === undefined) throw new Error(`the type ${id} has no name`);
    return this.#of(name, this.#surroundings.type(id));
  }

  elementName(element: ElementDef): string {
    const name = this.#names.elements.get(element);
    if (name === undefined) throw new Error(`the element ${element.name[1]} has no name`);
    return this.#of(name, this.#surroundings.element(element));
  }

  #of(name: string, neighbour: string | undefined): string {
    if (neighbour !== undefined) this.#neighbours.use(name, neighbour);
    return name;
  }

  serviceName(service: ServiceDef): string {
    return this.#names.services.get(service) ?? service.name;
  }

  /** The TypeScript type of values. */
  typeText(ref: TypeRef): string {
    if (ref.kind === "type") return this.name(ref.id);
    if (ref.kind === "anyType") return this.imports.type("XmlElement");
    const { type, imported } = scalarNames(ref.name, this.model);
    if (imported) for (const word of type.split(/\W+/)) if (word !== "" && word !== "readonly") this.imports.type(word);
    return type;
  }

  /** The TypeScript type of an element's values. */
  valueText(ref: TypeRef, nil: boolean): string {
    const text = this.typeText(ref);
    if (!nil) return text;
    const attributes = attributeKeys(ref, this.model);
    if (attributes.length === 0) return `${text} | null`;
    return `${text} | ${this.imports.type("Nilled")}<${text}, ${attributes.map(quoted).join(" | ")}> | null`;
  }

  /** The type of an array's items, in parentheses where it needs them. */
  itemText(ref: TypeRef, nil: boolean): string {
    const text = this.valueText(ref, nil);
    return text.includes(" ") ? `(${text})` : text;
  }

  /**
   * Code that names a codec, from the table of the type `from`: what is declared later needs a thunk. So does what another module
   * declares, because modules import each other in cycles.
   */
  codecText(ref: TypeRef, from?: number): string {
    if (ref.kind === "anyType") return this.imports.value("anyType");
    if (ref.kind === "scalar") return this.imports.value(scalarNames(ref.name, this.model).codec);
    const name = this.name(ref.id);
    const later = from !== undefined && (this.#places.get(ref.id) ?? 0) >= (this.#places.get(from) ?? 0);
    return later || this.#surroundings.type(ref.id) !== undefined ? `() => ${name}` : name;
  }

  /** The TypeScript type of a message. */
  rootType(root: RootRef): string {
    if (root.kind === "struct") return this.name(root.id);
    return this.valueText(root.element.type, root.element.nil);
  }

  /** Code that names the codec of a message. */
  rootCodec(root: RootRef): string {
    return root.kind === "struct" ? this.name(root.id) : this.elementName(root.element);
  }

  /** An expanded name as a literal. */
  wireName([namespace, localName]: Name): Literal {
    return { list: [this.namespaces.code(namespace), quoted(localName)] };
  }

  /** A table: a constant with an annotation that proves it. */
  table(name: string, annotation: string, members: Members): string {
    return tableText(`export const ${name}: ${annotation} = `, members);
  }

  /** A table for this module alone. */
  localTable(name: string, annotation: string, members: Members): string {
    return tableText(`const ${name}: ${annotation} = `, members);
  }
}

function tableText(start: string, members: Members): string {
  return `${start}${print({ members }, "", start.length - start.lastIndexOf("\n") - 1)};\n`;
}
