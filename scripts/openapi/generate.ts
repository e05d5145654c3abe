/** OpenAPI document in, one TypeScript module out. */
import type { Diagnostics } from "../diagnostics.ts";
import { sha256 } from "../source/document.ts";
import { readDocument, type OpenApiDocument } from "./document.ts";
import { descriptionOf, endpointOf, errorsOf, schemaNames, summaryOf } from "./service.ts";
import { typesOf } from "./types.ts";

/** What to generate from. */
export interface OpenApiInput {
  /** As the header and diagnostics name it. */
  readonly path: string;
  readonly text: string;
  /** Name of the service descriptor: `BatchTaskApi`. */
  readonly service: string;
  /** Module that the generated code imports: `../../src/runtime/index.ts`. */
  readonly runtime: string;
}

/**
 * The module for a document: openapi-typescript's types, an alias for every schema, and the service descriptor. Undefined,
 * with what is wrong reported, where the document is not valid OpenAPI 3.0 or 3.1.
 */
export async function generateOpenApi(input: OpenApiInput, diagnostics: Diagnostics): Promise<string | undefined> {
  const document = readDocument(input.path, input.text, diagnostics);
  if (document === undefined) return undefined;
  const types = await typesOf(document, input.text, diagnostics);
  if (types === undefined) return undefined;
  const parts = [
    header(input),
    imports(input, types),
    types,
    ...aliases(document, input.service),
    descriptor(document, input),
  ];
  return `${parts.join("\n\n")}\n`;
}

function header({ path, text }: OpenApiInput): string {
  return `// Generated from ${path}\n// sha256 ${sha256(text)}\n// Do not edit: change the contract and generate again.`;
}

function imports({ runtime }: OpenApiInput, types: string): string {
  const unrecognized = /\bUnrecognized\b/.test(types) ? ", type Unrecognized" : "";
  return `import { rest, type RestService${unrecognized} } from ${JSON.stringify(runtime)};`;
}

/** `export type Task = components["schemas"]["Task"]`: users name a schema as the document does. */
function aliases(document: OpenApiDocument, service: string): readonly string[] {
  const taken = new Set([
    "paths",
    "components",
    "operations",
    "webhooks",
    "rest",
    "RestService",
    "Unrecognized",
    service,
  ]);
  return schemaNames(document).map((schema) => {
    const alias = freeName(identifierOf(schema), taken);
    return `${docComment(descriptionOf(document, schema) ?? "")}export type ${alias} = components["schemas"][${JSON.stringify(schema)}];`;
  });
}

/** A schema's name as an identifier; of a dotted one (`Vendor.Service.Task`) only the last part. */
function identifierOf(schema: string): string {
  const last = schema.split(".").findLast((part) => part !== "") ?? schema;
  const name = last.replace(/[^\w$]+/g, "_");
  return /^[0-9]/.test(name) ? `_${name}` : name;
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let count = 1; taken.has(name); count++) name = count === 1 ? `${wanted}Schema` : `${wanted}Schema${count}`;
  taken.add(name);
  return name;
}

function descriptor(document: OpenApiDocument, { service }: OpenApiInput): string {
  const errors = Object.entries(errorsOf(document));
  const lines = [
    `${docComment(summaryOf(document))}export const ${service}: RestService<paths> = {`,
    "  protocol: rest,",
    `  name: ${JSON.stringify(service)},`,
    `  endpoint: ${JSON.stringify(endpointOf(document))},`,
    "  errors: {",
    ...errors.map(([operation, statuses]) => {
      return `    ${JSON.stringify(operation)}: [${statuses.map((status) => JSON.stringify(status)).join(", ")}],`;
    }),
    "  },",
    "};",
  ];
  return lines.join("\n").replace("  errors: {\n  },", "  errors: {},");
}

/** A doc comment with the lines as the document has them, and the line end behind it; nothing for no text. */
function docComment(text: string): string {
  const lines = text.trim().replaceAll("*/", "*\\/").split(/\r?\n/);
  if (lines.length > 1) return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
  return text.trim() === "" ? "" : `/** ${lines.join("")} */\n`;
}
