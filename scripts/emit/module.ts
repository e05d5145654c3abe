/** A model as TypeScript modules: types with their tables beside them, then elements, then services. */
import type { ElementDef, Model } from "../model/model.ts";
import { contractContext, ModuleContext, type Surroundings } from "./context.ts";
import { declaredText } from "./declared.ts";
import { keyMembers } from "./identity.ts";
import { jsdoc } from "./jsdoc.ts";
import { withWidth } from "./literal.ts";
import { partsOf, type Part } from "./parts.ts";
import { serviceText } from "./services.ts";
import { blockMembers, constraintMembers } from "./tables.ts";
import { typeText } from "./types.ts";

/** How modules are to be written. */
export interface EmitOptions {
  /** Module specifier of the runtime. */
  readonly runtime: string;
  /** Widest line; 120 when absent. */
  readonly width?: number;
  /** Types in one module; all when absent. */
  readonly split?: "auto" | "never" | number;
  /** How modules name each other; `ts` when absent. */
  readonly extension?: "ts" | "js" | "none";
}

/** First words of every generated file: `codegen` knows its own files by them. */
export const signature = "// Generated from ";

/** Prints one module. The text is the same for the same model. */
export function emitModule(model: Model, { runtime, width = 120 }: Pick<EmitOptions, "runtime" | "width">): string {
  const contract = contractContext(model);
  const all = { types: contract.order, elements: model.elements, ...atEnd(model) };
  const text = withWidth(width, () => moduleText(all, new ModuleContext(contract), runtime));
  // Without an export it would be no module.
  const isEmpty = all.types.length + all.elements.length + all.services.length === 0 && all.declared === undefined;
  return isEmpty ? `${text}\nexport {};\n` : text;
}

/**
 * Prints a contract as one module, or, where it has many types, as an entry module that exports all of its parts, which stand in a
 * folder of its name. Answers texts by path.
 */
export function emitModules(model: Model, name: string, options: EmitOptions): ReadonlyMap<string, string> {
  const contract = contractContext(model);
  const parts = partsOf(model, contract.order, options.split ?? "never");
  if (parts.length === 0) return new Map([[`${name}.ts`, emitModule(model, options)]]);
  const placed = new Placed(parts);
  const suffix = { ts: ".ts", js: ".js", none: "" }[options.extension ?? "ts"];
  const print = (content: Content, from: Part | undefined): string => {
    const folder = from === undefined ? `./${name}/` : "./";
    const module = new ModuleContext(
      contract,
      placed.from(from, (part) => `${folder}${part.name}${suffix}`),
    );
    return moduleText(content, module, options.runtime);
  };
  return withWidth(options.width ?? 120, () => {
    const modules = new Map<string, string>();
    const exported = parts.map((part) => `export * from ${JSON.stringify(`./${name}/${part.name}${suffix}`)};\n`);
    const entry = print({ types: [], elements: [], ...atEnd(model) }, undefined);
    modules.set(`${name}.ts`, `${entry}\n${exported.join("")}`);
    for (const part of parts) modules.set(`${name}/${part.name}.ts`, print({ ...part, services: [] }, part));
    return modules;
  });
}

/** What refers to types and elements, and is referred to by none. */
function atEnd({ services, declared }: Model): Pick<Model, "services" | "declared"> {
  return declared === undefined ? { services } : { services, declared };
}

/** What one module declares. */
type Content = Pick<Part, "types" | "elements"> & Pick<Model, "services" | "declared">;

/** Which part declares what. */
class Placed {
  readonly #types = new Map<number, Part>();
  readonly #elements = new Map<ElementDef, Part>();

  constructor(parts: readonly Part[]) {
    for (const part of parts) {
      for (const id of part.types) this.#types.set(id, part);
      for (const element of part.elements) this.#elements.set(element, part);
    }
  }

  /** What surrounds a part, or the entry module. */
  from(own: Part | undefined, specifier: (part: Part) => string): Surroundings {
    const other = (part: Part | undefined): string | undefined =>
      part === undefined || part === own ? undefined : specifier(part);
    return { type: (id) => other(this.#types.get(id)), element: (element) => other(this.#elements.get(element)) };
  }
}

function moduleText({ types, elements, services, declared }: Content, module: ModuleContext, runtime: string): string {
  const { model } = module;
  const declarations = [
    ...types.flatMap((id) => model.types[id] ?? []).map((type) => typeText(type, module)),
    ...elements.map((element) => elementText(element, module)),
    ...services.map((service) => serviceText(service, module)),
    declared === undefined ? "" : declaredText(declared, module),
  ];
  // Imports and namespaces are what the declarations have asked for.
  const parts = [
    headerOf(model.sources) + module.importsText(runtime),
    module.namespaces.print(),
    module.unions.print(),
    ...declarations,
  ];
  return parts.filter((part) => part !== "").join("\n");
}

/** From what a file was made. */
function headerOf(sources: Model["sources"]): string {
  const lines = sources.flatMap(({ uri, sha256 }) => [`${signature}${uri}`, `// sha256 ${sha256}`]);
  return `${[...lines, "// Do not edit: change the contract and generate again."].join("\n")}\n`;
}

function elementText(element: ElementDef, module: ModuleContext): string {
  const name = module.elementName(element);
  const annotation = `${module.imports.type("ElementCodec")}<${module.rootType({ kind: "element", element })}>`;
  const table = module.table(name, annotation, [
    ["kind", '"element"'],
    ["name", module.wireName(element.name)],
    ...(element.nil ? [["nil", "true"] as const] : []),
    ...blockMembers(element),
    ...constraintMembers(element),
    ...keyMembers(element, module),
    ["type", module.codecText(element.type)],
  ]);
  return jsdoc(element.doc, "") + table;
}
