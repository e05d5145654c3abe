/** What all printers of a module share: names, references, imports. */
import type { Name } from "../../src/runtime/codec/table.ts";
import type { ElementDef, Model, RootRef, ServiceDef, TypeRef } from "../model/model.ts";
import { assignNames, type Names } from "../model/names.ts";
import { declarationOrder } from "../model/order.ts";
import { tagsIn } from "../model/tags.ts";
import { print, quoted, type Literal, type Members } from "./literal.ts";
import { importable, Imports, Namespaces } from "./names-in-module.ts";
import { scalarNames } from "./scalars.ts";

/** One module while it is printed. */
export class ModuleContext {
  readonly model: Model;
  readonly imports: Imports = new Imports();
  readonly namespaces: Namespaces;
  /** Structs that stand in a union told apart by xsi:type. */
  readonly tags: ReadonlyMap<number, "required" | "optional">;
  /** Ids of the types in the order of declaration. */
  readonly order: readonly number[];
  readonly #places: ReadonlyMap<number, number>;
  readonly #names: Names;

  constructor(model: Model) {
    this.model = model;
    const taken = importable(model);
    this.#names = assignNames(model, taken);
    const { types, elements, services } = this.#names;
    this.namespaces = new Namespaces(
      model.targetNamespace,
      new Set([...types, ...elements.values(), ...services.values(), ...taken]),
    );
    this.order = declarationOrder(model);
    this.#places = new Map(this.order.map((id, place) => [id, place]));
    this.tags = tagsIn(model);
  }

  /** Name of a type and of its table. */
  name(id: number): string {
    const name = this.#names.types[id];
    if (name === undefined) throw new Error(`the type ${id} has no name`);
    return name;
  }

  elementName(element: ElementDef): string {
    const name = this.#names.elements.get(element);
    if (name === undefined) throw new Error(`the element ${element.name[1]} has no name`);
    return name;
  }

  serviceName(service: ServiceDef): string {
    return this.#names.services.get(service) ?? service.name;
  }

  /** The TypeScript type of values. */
  typeText(ref: TypeRef): string {
    if (ref.kind === "type") return this.name(ref.id);
    if (ref.kind === "anyType") return this.imports.type("XmlElement");
    const { type, imported } = scalarNames(ref.name);
    if (imported) for (const word of type.split(/\W+/)) if (word !== "" && word !== "readonly") this.imports.type(word);
    return type;
  }

  /** The type of an array's items, in parentheses where it needs them. */
  itemText(ref: TypeRef, nil: boolean): string {
    const text = this.typeText(ref);
    if (nil) return `(${text} | null)`;
    return text.includes(" ") ? `(${text})` : text;
  }

  /** Code that names a codec, from the table of the type `from`: what is declared later needs a thunk. */
  codecText(ref: TypeRef, from?: number): string {
    if (ref.kind === "anyType") return this.imports.value("anyType");
    if (ref.kind === "scalar") return this.imports.value(scalarNames(ref.name).codec);
    const name = this.name(ref.id);
    const later = from !== undefined && (this.#places.get(ref.id) ?? 0) >= (this.#places.get(from) ?? 0);
    return later ? `() => ${name}` : name;
  }

  /** The TypeScript type of a message. */
  rootType(root: RootRef): string {
    if (root.kind === "struct") return this.name(root.id);
    return root.element.nil ? `${this.typeText(root.element.type)} | null` : this.typeText(root.element.type);
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
    const start = `export const ${name}: ${annotation} = `;
    return `${start}${print({ members }, "", start.length - start.lastIndexOf("\n") - 1)};\n`;
  }
}
