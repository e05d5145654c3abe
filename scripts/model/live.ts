/**
 * A model as live codecs, without writing code: the tables that `emit` would print, built in memory. `specwire decode` and `encode` use them,
 * so what they show is what generated code does.
 */
import * as codecs from "../../src/runtime/codec/index.ts";
import type { AnyRef, RootCodec, Schema, StructCodec } from "../../src/runtime/codec/table.ts";
import { importable } from "../emit/names-in-module.ts";
import { scalarNames } from "../emit/scalars.ts";
import type {
  ElementField,
  FieldDef,
  Model,
  ParticleDef,
  RootRef,
  StructDef,
  TypeDef,
  TypeRef,
  WildcardField,
} from "./model.ts";
import { assignNames, type Names } from "./names.ts";
import { tableName, tagsIn } from "./tags.ts";

/** An object that is a table: its kind says which. The runtime reads tables by kind, so their types are asserted where they leave. */
type Table = Readonly<Record<string, unknown>> & { readonly kind: string };

const scalars: ReadonlyMap<string, unknown> = new Map(Object.entries(codecs));

/** Makes the codecs of a model. */
export class LiveCodecs {
  readonly #model: Model;
  readonly #names: Names;
  readonly #tags: ReadonlyMap<number, unknown>;
  readonly #types = new Map<number, unknown>();

  constructor(model: Model) {
    this.#model = model;
    this.#names = assignNames(model, importable(model));
    this.#tags = tagsIn(model);
  }

  /** What can stand at the root of a message, by local name; several where namespaces tell them apart. */
  roots(): readonly { readonly namespace: string; readonly localName: string; readonly codec: RootCodec<unknown> }[] {
    const structs = this.#model.types.filter((type): type is StructDef => type.kind === "struct" && type.root);
    return [
      ...structs.map((type) => ({ name: type.wireName, codec: this.root({ kind: "struct", id: type.id }) })),
      ...this.#model.elements.map((element) => ({
        name: element.name,
        codec: this.root({ kind: "element", element }),
      })),
    ].map(({ name: [namespace, localName], codec }) => ({ namespace, localName, codec }));
  }

  /** The codec of a message. */
  root(root: RootRef): RootCodec<unknown> {
    if (root.kind === "struct") return this.#type(root.id) as RootCodec<unknown>;
    const { name, nil, type, block } = root.element;
    const table: unknown = {
      kind: "element",
      name,
      ...(nil ? { nil: true } : {}),
      ...(block === undefined ? {} : { block }),
      ...(root.element.keys === undefined ? {} : { keys: root.element.keys }),
      ...constraintOf(root.element),
      type: this.#ref(type),
    };
    return table as RootCodec<unknown>;
  }

  /** The global declarations, for strict decoding to look up. */
  schema(): Schema {
    const { abstract = [], attributes = [], types = [] } = this.#model.declared ?? {};
    return {
      elements: numbered(this.roots().map(({ codec }) => codec)),
      abstract,
      attributes: numbered(attributes.map((attribute) => ({ ...attribute, type: this.#any(attribute.type) }))),
      types: numbered(
        types.map(({ type, ...said }) => ({ ...said, ...(type === undefined ? {} : { type: this.#any(type) }) })),
      ),
    };
  }

  #any(ref: TypeRef): AnyRef {
    return this.#ref(ref) as AnyRef;
  }

  /** The codec of a struct by id: header entries. */
  struct(id: number): StructCodec<object> {
    return this.#type(id) as StructCodec<object>;
  }

  #ref(ref: TypeRef): unknown {
    if (ref.kind === "anyType") return codecs.anyType;
    if (ref.kind === "type") return () => this.#type(ref.id);
    const { codec } = scalarNames(ref.name, this.#model);
    const found = scalars.get(codec);
    if (typeof found !== "object" || found === null || !("kind" in found))
      throw new Error(`no codec for xs:${ref.name}`);
    return found;
  }

  #type(id: number): unknown {
    const done = this.#types.get(id);
    if (done !== undefined) return done;
    const type = this.#model.types[id];
    if (type === undefined) throw new Error(`no type ${id}`);
    const table = this.#table(type, this.#names.types[id] ?? "");
    this.#types.set(id, table);
    return table;
  }

  #table(type: TypeDef, name: string): Table {
    const named = type.name === undefined ? {} : { name: type.name };
    switch (type.kind) {
      case "enum":
        return {
          kind: "enum",
          ...named,
          values: Object.fromEntries(type.values.map(({ value }) => [value, true])),
          ...facetsOf(type),
        };
      case "restriction":
        return { kind: "restriction", ...named, base: this.#ref(type.base), facets: type.facets };
      case "list":
        return { kind: "list", ...named, item: this.#ref(type.item), ...facetsOf(type) };
      case "union":
        return { kind: "union", ...named, members: type.members.map((member) => this.#ref(member)) };
      case "wrapper":
        return {
          kind: "wrapper",
          name: type.wireName,
          ...(type.array === true ? { array: true } : {}),
          item: this.#element(type.item),
        };
      case "poly": {
        const types = Object.fromEntries(type.members.map((id) => [this.#names.types[id] ?? "", () => this.#type(id)]));
        return { kind: "poly", name: type.wireName, ...(type.abstract ? { abstract: true } : {}), types };
      }
      case "struct":
        return {
          kind: "struct",
          name: tableName(type, name),
          ...(type.root ? { element: true } : {}),
          ...(this.#tags.has(type.id) ? { tag: name } : {}),
          fields: Object.fromEntries(type.fields.map((field) => [field.key, this.#field(field)])),
          ...(type.content === undefined ? {} : { content: particle(type.content) }),
        };
    }
  }

  #field(field: FieldDef): object {
    switch (field.kind) {
      case "element":
        return this.#element(field);
      case "group":
        return {
          group: Object.fromEntries(field.items.map((item) => [item.key, this.#item(item)])),
          count: field.count,
          ...(field.absent === true ? { absent: true } : {}),
        };
      case "content":
        return {
          items: Object.fromEntries(
            field.items.map((item) => [item.key, item.kind === "any" ? wildcardItem(item) : this.#item(item)]),
          ),
          ...(field.mixed ? { mixed: true } : {}),
          ...(field.content === undefined ? {} : { content: particle(field.content) }),
        };
      case "attribute":
        return {
          at: field.name[1],
          ...(field.name[0] === "" ? {} : { ns: field.name[0] }),
          count: field.required ? "1" : "?",
          ...constraintOf(field),
          type: this.#ref(field.type),
        };
      case "text":
        return { text: true, type: this.#ref(field.type) };
      case "any":
        return { ...wildcardItem(field), count: field.count };
      case "anyAttribute":
        return { anyAttribute: field.namespaces, process: field.process };
    }
  }

  #element(field: ElementField): object {
    return { ...this.#item(field), count: field.count, ...(field.absent === true ? { absent: true } : {}) };
  }

  #item(field: ElementField): object {
    return {
      el: field.name[1],
      ns: field.name[0],
      ...(field.nil ? { nil: true } : {}),
      ...(field.block === undefined ? {} : { block: field.block }),
      ...(field.keys === undefined ? {} : { keys: field.keys }),
      ...constraintOf(field),
      type: this.#ref(field.type),
    };
  }
}

/** A list as an object: what the keys are does not matter here. */
function numbered<T>(list: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(list.entries());
}

function wildcardItem({ namespaces, process }: WildcardField): object {
  return { any: namespaces, process };
}

function particle(def: ParticleDef): unknown {
  if ("key" in def) return { key: def.key, count: def.count };
  return { [def.kind]: def.particles.map((inner) => particle(inner)), count: def.count };
}

function facetsOf({ facets }: { readonly facets: object }): object {
  return Object.keys(facets).length === 0 ? {} : { facets };
}

function constraintOf(field: { readonly default?: string; readonly fixed?: string }): object {
  return {
    ...(field.default === undefined ? {} : { default: field.default }),
    ...(field.fixed === undefined ? {} : { fixed: field.fixed }),
  };
}
