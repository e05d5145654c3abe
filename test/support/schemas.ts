/** Schemas for tests: written in the test, read and resolved by the pipeline's own stages, without a file. */
import { Diagnostics, type Diagnostic } from "../../scripts/diagnostics.ts";
import { Loader } from "../../scripts/source/load.ts";
import { resolveSchemas } from "../../scripts/xsd/resolve.ts";
import {
  keyOf,
  type ComplexType,
  type ElementDeclaration,
  type ModelGroup,
  type Particle,
  type SchemaSet,
  type SimpleType,
} from "../../scripts/xsd/components.ts";

/** Target namespace of the schemas that `schema` writes. */
export const target = "urn:t";

/** A schema of `urn:t`; the body begins in line 2. */
export function schema(body: string, attributes = 'targetNamespace="urn:t" elementFormDefault="qualified"'): string {
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" ${attributes}>\n${body}\n</xs:schema>`;
}

/** What became of schemas: the set, everything that was said, and the loader. */
export interface Resolved {
  readonly set: SchemaSet;
  readonly found: readonly Diagnostic[];
  readonly loader: Loader;
}

/** Address of a file of the test. */
export function address(file: string): string {
  return `https://schemas.test/${file}`;
}

/** Resolves the first of several files, by name; the others are there for it to refer to. */
export async function resolveFiles(
  files: Readonly<Record<string, string>>,
  catalog?: ReadonlyMap<string, string>,
): Promise<Resolved> {
  const diagnostics = new Diagnostics();
  const texts = new Map(Object.entries(files).map(([name, text]) => [address(name), text]));
  const fetch = async (url: string): Promise<Uint8Array> => {
    const text = texts.get(url);
    if (text === undefined) throw new Error("404");
    return new TextEncoder().encode(text);
  };
  const loader = new Loader(diagnostics, catalog === undefined ? { fetch } : { fetch, catalog });
  const [entry = ""] = texts.keys();
  const document = await loader.document(entry, { uri: "test", line: 1, column: 1 });
  const schemas = document === undefined ? [] : await loader.schemas(document, entry);
  return { set: resolveSchemas(schemas, diagnostics), found: diagnostics.all, loader };
}

/** Resolves one schema. */
export function resolveBody(body: string): Promise<Resolved> {
  return resolveFiles({ "main.xsd": schema(body) });
}

/** The findings as `code line:column message`, in the order in which they were reported. */
export function told(found: readonly Diagnostic[]): readonly string[] {
  return found.map(({ code, at, message }) => `${code} ${at.line}:${at.column} ${message}`);
}

/** A global element of `urn:t`. */
export function elementOf(set: SchemaSet, name: string, namespace: string = target): ElementDeclaration {
  const found = set.elements.get(keyOf([namespace, name]));
  if (found === undefined) throw new Error(`there is no element ${name}`);
  return found;
}

/** A complex type of `urn:t`. */
export function complexOf(set: SchemaSet, name: string, namespace: string = target): ComplexType {
  const found = set.types.get(keyOf([namespace, name]));
  if (found?.kind !== "complex") throw new Error(`there is no complex type ${name}`);
  return found;
}

/** A simple type of `urn:t`. */
export function simpleOf(set: SchemaSet, name: string): SimpleType {
  const found = set.types.get(keyOf([target, name]));
  if (found?.kind !== "simple") throw new Error(`there is no simple type ${name}`);
  return found;
}

/** The content of a complex type in short: `sequence(a, b{0,1}, choice{1,*}(c, any))`. */
export function contentOf({ content }: ComplexType): string {
  if (content.kind === "empty") return "empty";
  if (content.kind === "simple") return `simple ${typeName(content.type)}`;
  return particleOf(content.particle);
}

function particleOf({ term, min, max }: Particle): string {
  const count = min === 1 && max === 1 ? "" : `{${min},${max === Infinity ? "*" : max}}`;
  if (term.kind === "element") return term.name[1] + count;
  if (term.kind === "wildcard") return `any${count}`;
  return groupOf(term, count);
}

function groupOf({ kind, particles }: ModelGroup, count: string): string {
  return `${kind}${count}(${particles.map(particleOf).join(", ")})`;
}

/** The attributes of a complex type in short: `a, b!` (required), with the default or fixed value of the use. */
export function attributesOf({ attributes }: ComplexType): string {
  return attributes
    .map(({ attribute, required, default: standard, fixed }) => {
      const value = standard === undefined ? (fixed === undefined ? "" : `==${fixed}`) : `=${standard}`;
      return `${attribute.name[1]}${required ? "!" : ""}${value}`;
    })
    .join(", ");
}

/** A simple type's own name, or that of the nearest named type that it restricts. */
export function typeName(type: SimpleType): string {
  if (type.name !== undefined) return type.name[1];
  return type.variety.kind === "restriction" ? `${typeName(type.variety.base)}*` : type.variety.kind;
}
