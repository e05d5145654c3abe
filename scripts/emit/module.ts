/** A model as one TypeScript module: types with their tables beside them, then elements, then services. */
import type { ElementDef, Model } from "../model/model.ts";
import { ModuleContext } from "./context.ts";
import { jsdoc } from "./jsdoc.ts";
import { serviceText } from "./services.ts";
import { typeText } from "./types.ts";

/** How a module is to be written. */
export interface EmitOptions {
  /** Module specifier of the runtime. */
  readonly runtime: string;
}

/** First words of every generated file: `codegen` knows its own files by them. */
export const signature = "// Generated from ";

/** Prints the module. The text is the same for the same model. */
export function emitModule(model: Model, { runtime }: EmitOptions): string {
  const module = new ModuleContext(model);
  const declarations = [
    ...module.order.flatMap((id) => model.types[id] ?? []).map((type) => typeText(type, module)),
    ...model.elements.map((element) => elementText(element, module)),
    ...model.services.map((service) => serviceText(service, module)),
  ];
  // Imports and namespaces are what the declarations have asked for.
  const parts = [headerOf(model.sources) + module.imports.print(runtime), module.namespaces.print(), ...declarations];
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
    ["type", module.codecText(element.type)],
  ]);
  return jsdoc(element.doc, "") + table;
}
