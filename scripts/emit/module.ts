/** A model as one TypeScript module: types with their tables beside them, then elements, then services. */
import type { Count, Facets, NamespaceConstraint } from "../../src/runtime/codec/table.ts";
import type {
  ElementDef,
  ElementField,
  FieldDef,
  Model,
  ParticleDef,
  RootRef,
  StructDef,
  TypeDef,
  TypeRef,
} from "../model/model.ts";
import { assignNames, type Names } from "../model/names.ts";
import { declarationOrder } from "../model/order.ts";
import { tableName, tagsIn } from "../model/tags.ts";
import { jsdoc } from "./jsdoc.ts";
import { print, propertyKey, quoted, type Literal } from "./literal.ts";
import { importable, Imports, Namespaces } from "./names-in-module.ts";
import { scalarNames } from "./scalars.ts";
import { ServicePrinter } from "./services.ts";

/** How a module is to be written. */
export interface EmitOptions {
  /** Module specifier of the runtime. */
  readonly runtime: string;
}

/** Prints the module. The text is the same for the same model. */
export function emitModule(model: Model, options: EmitOptions): string {
  return new ModulePrinter(model, options).print();
}

/** First lines of every generated file: from what it was made. `codegen` knows its own files by them. */
export function headerOf(sources: Model["sources"]): string {
  const lines = sources.flatMap(({ uri, sha256 }) => [`// Generated from ${uri}`, `// sha256 ${sha256}`]);
  return `${[...lines, "// Do not edit: change the contract and generate again."].join("\n")}\n`;
}

/** Prints what types and services have in common: names, references, imports. */
export class ModulePrinter {
  readonly model: Model;
  readonly imports: Imports = new Imports();
  readonly namespaces: Namespaces;
  readonly #options: EmitOptions;
  readonly #names: Names;
  /** Place of each type in the order of declaration. */
  readonly #places: ReadonlyMap<number, number>;
  readonly #tagged: ReadonlyMap<number, "required" | "optional">;

  constructor(model: Model, options: EmitOptions) {
    this.model = model;
    this.#options = options;
    const taken = importable(model);
    this.#names = assignNames(model, taken);
    this.namespaces = new Namespaces(
      model.targetNamespace,
      new Set([...this.#names.types, ...this.#names.elements.values(), ...taken]),
    );
    this.#places = new Map(declarationOrder(model).map((id, place) => [id, place]));
    this.#tagged = tagsIn(model);
  }

  print(): string {
    const types = [...this.#places.keys()].flatMap((id) => {
      const type = this.model.types[id];
      // An abstract type has no values of its own: the union of the derived ones stands for it.
      return type === undefined || (type.kind === "struct" && type.abstract) ? [] : [this.#type(type)];
    });
    const elements = this.model.elements.map((element) => this.#element(element));
    const services = new ServicePrinter(this);
    const printed = this.model.services.map((service) => services.print(service));
    const parts = [
      `${headerOf(this.model.sources)}${this.imports.print(this.#options.runtime)}`,
      this.namespaces.print(),
      ...types,
      ...elements,
      ...printed,
    ];
    return parts.filter((part) => part !== "").join("\n");
  }

  // ---- references -----------------------------------------------------------------------------------------------------

  name(id: number): string {
    return this.#names.types[id] ?? "unknown";
  }

  typeText(ref: TypeRef): string {
    if (ref.kind === "type") return this.name(ref.id);
    if (ref.kind === "anyType") return this.imports.type("XmlElement");
    const { type, imported } = scalarNames(ref.name);
    if (imported) for (const word of type.split(/\W+/)) if (word !== "" && word !== "readonly") this.imports.type(word);
    return type;
  }

  /** Code that names a codec, from the table of the type `from`. */
  codecText(ref: TypeRef, from?: number): string {
    if (ref.kind === "anyType") return this.imports.value("anyType");
    if (ref.kind === "scalar") return this.imports.value(scalarNames(ref.name).codec);
    const name = this.name(ref.id);
    const later = from !== undefined && (this.#places.get(ref.id) ?? 0) >= (this.#places.get(from) ?? 0);
    return later ? `() => ${name}` : name;
  }

  rootType(root: RootRef): string {
    if (root.kind === "struct") return this.name(root.id);
    return root.element.nil ? `${this.typeText(root.element.type)} | null` : this.typeText(root.element.type);
  }

  rootCodec(root: RootRef): string {
    return root.kind === "struct" ? this.name(root.id) : (this.#names.elements.get(root.element) ?? "unknown");
  }

  // ---- types ----------------------------------------------------------------------------------------------------------

  #type(type: TypeDef): string {
    const name = this.name(type.id);
    switch (type.kind) {
      case "struct":
        return this.#struct(type, name);
      case "enum": {
        const values = type.values.map(({ value, doc }) => `${jsdoc(doc, "  ")}  | ${quoted(value)}\n`).join("");
        const declared = `${jsdoc(type.doc, "")}export type ${name} =\n${values}  | ${this.imports.type("Unrecognized")};\n`;
        const members: Literal = { members: type.values.map(({ value }) => [propertyKey(value), "true"] as const) };
        return (
          declared +
          this.#table(name, `${this.imports.type("EnumCodec")}<${name}>`, [
            ["kind", '"enum"'],
            ...this.#nameOf(type),
            ["values", members],
            ...facetsMember(type.facets),
          ])
        );
      }
      case "restriction": {
        const base = this.typeText(type.base);
        const own = ["string", "boolean", "number"].includes(base);
        const declared = own ? `${this.imports.type("Flavored")}<${base}, ${quoted(name)}>` : base;
        const annotation = this.imports.type("RestrictionCodec") + (own ? `<${name}, ${base}>` : `<${name}>`);
        return `${jsdoc(type.doc, "")}export type ${name} = ${declared};\n${this.#table(name, annotation, [
          ["kind", '"restriction"'],
          ...this.#nameOf(type),
          ["base", this.codecText(type.base, type.id)],
          ["facets", facetsLiteral(type.facets)],
        ])}`;
      }
      case "list":
        return `${jsdoc(type.doc, "")}export type ${name} = readonly ${this.#itemText(type.item, false)}[];\n${this.#table(
          name,
          `${this.imports.type("ListCodec")}<${name}>`,
          [
            ["kind", '"list"'],
            ...this.#nameOf(type),
            ["item", this.codecText(type.item, type.id)],
            ...facetsMember(type.facets),
          ],
        )}`;
      case "union": {
        const members = type.members.map((member) => this.typeText(member));
        const annotation = `${this.imports.type("UnionCodec")}<[${members.join(", ")}]>`;
        return `${jsdoc(type.doc, "")}export type ${name} = ${members.join(" | ")};\n${this.#table(name, annotation, [
          ["kind", '"union"'],
          ...this.#nameOf(type),
          ["members", { list: type.members.map((member) => this.codecText(member, type.id)) }],
        ])}`;
      }
      case "wrapper": {
        const item = this.#itemText(type.item.type, type.item.nil);
        return `${jsdoc(type.doc, "")}export type ${name} = readonly ${item}[];\n${this.#table(
          name,
          `${this.imports.type("WrapperCodec")}<${name}>`,
          [
            ["kind", '"wrapper"'],
            ["name", this.#wireName(type.wireName)],
            ["item", this.#elementField(type.item, type.id, type.wireName[0])],
          ],
        )}`;
      }
      case "poly": {
        const members = type.members.map((id) => this.name(id));
        const types: Literal = {
          members: type.members.map((id) => [this.name(id), this.codecText({ kind: "type", id }, type.id)] as const),
        };
        return `${jsdoc(type.doc, "")}export type ${name} = ${members.length === 0 ? "never" : members.join(" | ")};\n${this.#table(
          name,
          `${this.imports.type("PolyCodec")}<${name}>`,
          [
            ["kind", '"poly"'],
            ["name", this.#wireName(type.wireName)],
            ...(type.abstract ? [["abstract", "true"] as const] : []),
            ["types", types],
          ],
        )}`;
      }
    }
  }

  #struct(type: StructDef, name: string): string {
    const own = tableName(type, name);
    const members: (readonly [string, Literal])[] = [
      ["kind", '"struct"'],
      ["name", this.#wireName(own)],
      ...(type.root ? [["element", "true"] as const] : []),
      ...(this.#tagged.has(type.id) ? [["tag", quoted(name)] as const] : []),
      [
        "fields",
        { members: type.fields.map((field) => [propertyKey(field.key), this.#field(field, type.id, own[0])] as const) },
      ],
      ...(type.content === undefined ? [] : [["content", this.#particle(type.content, type)] as const]),
    ];
    return this.#structType(type, name) + this.#table(name, `${this.imports.type("StructCodec")}<${name}>`, members);
  }

  #structType(type: StructDef, name: string): string {
    const tag = this.#tagged.get(type.id);
    const discriminator =
      tag === undefined
        ? ""
        : `${jsdoc("Tells the types apart that can stand in one place.", "  ")}  readonly $type${tag === "optional" ? "?" : ""}: ${quoted(name)};\n`;
    const { alternatives } = type;
    if (alternatives === undefined) {
      const body = type.fields.map((field) => this.#member(field, "  ")).join("");
      return `${jsdoc(type.doc, "")}export interface ${name} {\n${discriminator}${body}}\n`;
    }
    const branches = alternatives.map((alternative) => {
      const body = type.fields.map((field) => {
        if (field.kind !== "element") return this.#member(field, "      ");
        const count = alternative.get(field.key);
        if (count === undefined) return `      readonly ${propertyKey(field.key)}?: never;\n`;
        return this.#member({ ...field, count }, "      ", count === "*" || (Array.isArray(count) && count[0] === 0));
      });
      return `  | {\n${discriminator.replace(/^ {2}/gm, "      ")}${body.join("")}    }`;
    });
    return `${jsdoc(type.doc, "")}export type ${name} =\n${branches.join("\n")};\n`;
  }

  /** One property of an interface. */
  #member(field: FieldDef, indent: string, absent = false): string {
    const start = `${jsdoc(field.doc, indent)}${indent}readonly ${propertyKey(field.key)}`;
    switch (field.kind) {
      case "any":
        return `${start}: readonly ${this.imports.type("XmlElement")}[];\n`;
      case "anyAttribute":
        return `${start}: readonly ${this.imports.type("XmlAttribute")}[];\n`;
      case "text":
        return `${start}: ${this.typeText(field.type)};\n`;
      case "attribute":
        return `${start}${field.required ? "" : "?"}: ${this.typeText(field.type)};\n`;
      case "element": {
        if (field.count === "1") return `${start}: ${this.#valueText(field)};\n`;
        if (field.count === "?") return `${start}?: ${this.#valueText(field)};\n`;
        const optional = absent || field.absent === true ? "?" : "";
        return `${start}${optional}: readonly ${this.#itemText(field.type, field.nil)}[];\n`;
      }
    }
  }

  #valueText(field: ElementField): string {
    return field.nil ? `${this.typeText(field.type)} | null` : this.typeText(field.type);
  }

  #itemText(type: TypeRef, nil: boolean): string {
    const text = this.typeText(type);
    return nil ? `(${text} | null)` : text.includes(" ") ? `(${text})` : text;
  }

  // ---- tables ---------------------------------------------------------------------------------------------------------

  #table(name: string, annotation: string, members: readonly (readonly [string, Literal])[]): string {
    const start = `export const ${name}: ${annotation} = `;
    return `${start}${print({ members }, "", start.length)};\n`;
  }

  #nameOf(type: TypeDef): readonly (readonly [string, Literal])[] {
    return type.name === undefined ? [] : [["name", this.#wireName(type.name)]];
  }

  #wireName([namespace, localName]: readonly [string, string]): Literal {
    return { list: [this.namespaces.code(namespace), quoted(localName)] };
  }

  #field(field: FieldDef, owner: number, namespace: string): Literal {
    switch (field.kind) {
      case "element":
        return this.#elementField(field, owner, namespace);
      case "attribute":
        return {
          members: [
            ["at", quoted(field.name[1])],
            ...(field.name[0] === "" ? [] : [["ns", this.namespaces.code(field.name[0])] as const]),
            ["count", field.required ? '"1"' : '"?"'],
            ...constraintMembers(field),
            ["type", this.codecText(field.type, owner)],
          ],
        };
      case "text":
        return {
          members: [
            ["text", "true"],
            ["type", this.codecText(field.type, owner)],
          ],
        };
      case "any":
        return {
          members: [
            ["any", this.#constraint(field.namespaces)],
            ["count", countLiteral(field.count)],
            ["process", quoted(field.process)],
          ],
        };
      case "anyAttribute":
        return {
          members: [
            ["anyAttribute", this.#constraint(field.namespaces)],
            ["process", quoted(field.process)],
          ],
        };
    }
  }

  #elementField(field: ElementField, owner: number, namespace: string): Literal {
    const [own, localName] = field.name;
    return {
      members: [
        ["el", quoted(localName)],
        ...(own === namespace ? [] : [["ns", this.namespaces.code(own)] as const]),
        ["count", countLiteral(field.count)],
        ...(field.absent === true ? [["absent", "true"] as const] : []),
        ...(field.nil ? [["nil", "true"] as const] : []),
        ...constraintMembers(field),
        ["type", this.codecText(field.type, owner)],
      ],
    };
  }

  #constraint(constraint: NamespaceConstraint): Literal {
    if (constraint === "##any") return '"##any"';
    if ("not" in constraint) return { members: [["not", this.namespaces.code(constraint.not)]] };
    return { list: constraint.map((namespace) => this.namespaces.code(namespace)) };
  }

  #particle(particle: ParticleDef, type: StructDef, inChoice = false): Literal {
    if ("key" in particle) {
      const field = type.fields.find((candidate) => candidate.key === particle.key);
      const own = field !== undefined && "count" in field ? field.count : "1";
      const same = !inChoice && JSON.stringify(own) === JSON.stringify(particle.count);
      if (same) return quoted(particle.key);
      const count = particle.count === "1" ? [] : [["count", countLiteral(particle.count)] as const];
      return { members: [["key", quoted(particle.key)], ...count] };
    }
    const inner = particle.particles.map((part) => this.#particle(part, type, particle.kind === "choice"));
    const count = particle.count === "1" ? [] : [["count", countLiteral(particle.count)] as const];
    return { members: [[particle.kind, { list: inner }], ...count] };
  }

  #element(element: ElementDef): string {
    const name = this.#names.elements.get(element) ?? "unknown";
    const value = element.nil ? `${this.typeText(element.type)} | null` : this.typeText(element.type);
    return (
      jsdoc(element.doc, "") +
      this.#table(name, `${this.imports.type("ElementCodec")}<${value}>`, [
        ["kind", '"element"'],
        ["name", this.#wireName(element.name)],
        ...(element.nil ? [["nil", "true"] as const] : []),
        ["type", this.codecText(element.type)],
      ])
    );
  }
}

function countLiteral(count: Count): Literal {
  return typeof count === "string" ? quoted(count) : { list: count.map(String) };
}

function constraintMembers(field: {
  readonly default?: string;
  readonly fixed?: string;
}): readonly (readonly [string, Literal])[] {
  return [
    ...(field.default === undefined ? [] : [["default", quoted(field.default)] as const]),
    ...(field.fixed === undefined ? [] : [["fixed", quoted(field.fixed)] as const]),
  ];
}

function facetsMember(facets: Facets): readonly (readonly [string, Literal])[] {
  return Object.keys(facets).length === 0 ? [] : [["facets", facetsLiteral(facets)]];
}

function facetsLiteral(facets: Facets): Literal {
  return {
    members: Object.entries(facets).map(([name, value]: [string, unknown]): readonly [string, Literal] => {
      if (Array.isArray(value)) {
        return [
          name,
          { list: value.map((item: unknown) => (item instanceof RegExp ? String(item) : quoted(String(item)))) },
        ];
      }
      return [name, typeof value === "number" ? String(value) : quoted(String(value))];
    }),
  };
}
