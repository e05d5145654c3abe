/** What one module imports, and what its namespaces are called. */
import type { Model, ServiceDef } from "../model/model.ts";
import { declaredName, identifier, lastWord } from "../model/names.ts";
import { referencedRefs } from "../model/order.ts";
import { width } from "./literal.ts";
import { xsdNamespace } from "../xsd/namespaces.ts";
import { scalarNames } from "./scalars.ts";

/** Types of the runtime that tables and services are annotated with. */
const annotations = [
  "ElementCodec",
  "EnumCodec",
  "Flavored",
  "GroupField",
  "ListCodec",
  "Nilled",
  "PolyCodec",
  "RawBody",
  "RestrictionCodec",
  "Schema",
  "SoapService",
  "StructCodec",
  "Tagged",
  "UnionCodec",
  "Unrecognized",
  "WrapperCodec",
  "XmlElement",
  "XmlAttribute",
  "XmlService",
] as const;

/** Names that a module may import, whether or not this one does: no declaration may be called so. */
export function importable(model: Model): ReadonlySet<string> {
  const names = new Set<string>([...annotations, "section5", "soap", "soap12", "xml", "anyType", "tns"]);
  if (model.declared !== undefined) names.add(declaredName);
  if (model.services.some(hasAttachments)) for (const name of ["Attachment", "multipart"]) names.add(name);
  const typed = [...model.elements, ...(model.declared?.attributes ?? [])];
  for (const ref of model.types.flatMap(referencedRefs).concat(typed.map(({ type }) => type))) {
    if (ref.kind !== "scalar") continue;
    const { codec, type } = scalarNames(ref.name, model);
    names.add(codec);
    for (const word of type.split(/\W+/)) if (word !== "" && word !== "readonly") names.add(word);
  }
  return names;
}

function hasAttachments(service: ServiceDef): boolean {
  return (
    service.kind === "soap" &&
    service.operations.some(({ attachments, outputAttachments }) => attachments.length + outputAttachments.length > 0)
  );
}

/** Collects what is used, and prints the import. */
export class Imports {
  readonly #values = new Set<string>();
  readonly #types = new Set<string>();

  value(name: string): string {
    this.#values.add(name);
    return name;
  }

  type(name: string): string {
    this.#types.add(name);
    return name;
  }

  print(from: string): string {
    const types = [...this.#types].filter((name) => !this.#values.has(name)).map((name) => `type ${name}`);
    return importText([...[...this.#values].sort(), ...types.sort()], from);
  }
}

/** Collects what a module uses of others of the same contract. */
export class Neighbours {
  readonly #used = new Map<string, Set<string>>();

  /** @param from module specifier. */
  use(name: string, from: string): void {
    const names = this.#used.get(from);
    if (names === undefined) this.#used.set(from, new Set([name]));
    else names.add(name);
  }

  print(): string {
    const sorted = [...this.#used].sort(([one], [other]) => (one < other ? -1 : 1));
    return sorted.map(([from, names]) => importText([...names].sort(), from)).join("");
  }
}

function importText(names: readonly string[], from: string): string {
  if (names.length === 0) return "";
  const flat = `import { ${names.join(", ")} } from ${JSON.stringify(from)};\n`;
  if (flat.length <= width + 1) return flat;
  return `import {\n${names.map((name) => `  ${name},\n`).join("")}} from ${JSON.stringify(from)};\n`;
}

/** Constants for the namespaces of a model: the target namespace is `tns`. */
export class Namespaces {
  readonly #names = new Map<string, string>();
  readonly #used = new Set<string>();
  readonly #taken: ReadonlySet<string>;

  readonly #target: string;

  constructor(target: string, taken: ReadonlySet<string>) {
    this.#target = target;
    this.#taken = taken;
  }

  /** Code that stands for a namespace. */
  code(namespace: string): string {
    if (namespace === "") return '""';
    const known = this.#names.get(namespace);
    if (known !== undefined) return known;
    const name = namespace === this.#target ? "tns" : this.#free(namespace);
    this.#used.add(name);
    this.#names.set(namespace, name);
    return name;
  }

  #free(namespace: string): string {
    const word = namespace === xsdNamespace ? "xs" : identifier(lastWord(namespace) ?? "other");
    const base = `${word.charAt(0).toLowerCase()}${word.slice(1)}Namespace`;
    let name = base;
    for (let number = 2; this.#used.has(name) || this.#taken.has(name); number++) name = `${base}${number}`;
    return name;
  }

  print(): string {
    return [...this.#names].map(([namespace, name]) => `const ${name} = ${JSON.stringify(namespace)};\n`).join("");
  }
}
