/** The types of a document, from openapi-typescript. */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type * as OpenApiTypeScript from "openapi-typescript";
import type TypeScript from "typescript";
import type { Diagnostics } from "../diagnostics.ts";
import type { OpenApiDocument } from "./document.ts";

/**
 * TypeScript of `paths`, `components` and `operations`; undefined, with what is wrong reported, where the document is not
 * valid.
 *
 * Everything is readonly. Enumerations of strings are open (`Unrecognized`), because services add values before their
 * documents do; an integer of the format int64 may be a bigint, which is what arrives where a number would be rounded.
 */
export async function typesOf(
  document: OpenApiDocument,
  text: string,
  diagnostics: Diagnostics,
): Promise<string | undefined> {
  const library = await loadLibrary();
  if (library === undefined) {
    const message = "OpenAPI documents need the packages openapi-typescript and typescript 5: install them";
    diagnostics.report("openapi.invalid", document.placeOf(""), message);
    return undefined;
  }
  const { default: openapiTS, astToString, ts, redocly } = library;
  const problems: string[] = [];
  try {
    const nodes = await collectingProblems(problems, () =>
      openapiTS(text, {
        // Files that it refers to are found from where it lies.
        cwd: pathToFileURL(document.uri),
        redocly,
        silent: true,
        immutable: true,
        transform: (schema) => (isInt64(schema) ? int64(ts, schema) : undefined),
        postTransform: (type) => (isListed(ts, type) ? opened(ts, type) : undefined),
      }),
    );
    return tidied(astToString(nodes));
  } catch (error) {
    if (problems.length === 0) problems.push(error instanceof Error ? error.message : String(error));
    for (const problem of problems) report(problem, document, diagnostics);
    return undefined;
  }
}

type Compiler = typeof TypeScript;
type TypeNode = TypeScript.TypeNode;
type Redocly = NonNullable<OpenApiTypeScript.OpenAPITSOptions["redocly"]>;
type Library = typeof OpenApiTypeScript & { readonly ts: Compiler; readonly redocly: Redocly };

/** Both packages are optional for users who generate from WSDL and XSD only. */
async function loadLibrary(): Promise<Library | undefined> {
  try {
    const [library, typescript] = await Promise.all([import("openapi-typescript"), import("typescript")]);
    return { ...library, ts: typescript.default, redocly: await rules() };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

/** openapi-typescript checks little by itself; the validator that it brings along checks the structure when it is told to. */
function rules(): Promise<Redocly> {
  const require = createRequire(import.meta.resolve("openapi-typescript"));
  const validator: { createConfig(config: object): Promise<Redocly> } = require("@redocly/openapi-core");
  const error = { struct: "error", "no-unresolved-refs": "error", "operation-operationId-unique": "error" };
  return validator.createConfig({ rules: error });
}

/** The document that is at work: one after the other, because they share the console. */
let turn: Promise<unknown> = Promise.resolve();

/** openapi-typescript prints all problems of a document and throws the last: all of them are wanted, none on the screen. */
function collectingProblems<T>(problems: string[], work: () => Promise<T>): Promise<T> {
  const mine = turn.then(() => withoutConsole(problems, work));
  turn = mine.catch(() => undefined);
  return mine;
}

async function withoutConsole<T>(problems: string[], work: () => Promise<T>): Promise<T> {
  const print = console.error;
  console.error = (message: unknown) => void problems.push(String(message));
  try {
    return await work();
  } finally {
    console.error = print;
  }
}

/** A problem reads `<mark> <message> at <JSON pointer>`, with terminal colours. */
function report(problem: string, document: OpenApiDocument, diagnostics: Diagnostics): void {
  const plain = problem.replace(/\u001b\[[0-9;]*m/g, "").replace(/^[\s✘]+/, "");
  const [, message = plain, pointer = ""] = /^(.*) at (#\/\S*)$/s.exec(plain) ?? [];
  diagnostics.report("openapi.invalid", document.placeOf(pointer), message.trim());
}

interface TypedSchema {
  readonly type?: unknown;
  readonly format?: unknown;
}

function isInt64(schema: TypedSchema): boolean {
  return schema.format === "int64" && [schema.type].flat().includes("integer");
}

function int64(ts: Compiler, schema: TypedSchema): TypeNode {
  const { NumberKeyword, BigIntKeyword } = ts.SyntaxKind;
  const types: TypeNode[] = [
    ts.factory.createKeywordTypeNode(NumberKeyword),
    ts.factory.createKeywordTypeNode(BigIntKeyword),
  ];
  if ([schema.type].flat().includes("null")) types.push(ts.factory.createLiteralTypeNode(ts.factory.createNull()));
  return ts.factory.createUnionTypeNode(types);
}

/** A union of strings, null among them or not: what openapi-typescript makes of an enumeration. */
function isListed(ts: Compiler, type: TypeNode): type is TypeScript.UnionTypeNode {
  if (!ts.isUnionTypeNode(type)) return false;
  // A string literal is there as an identifier whose text has the quotes.
  const strings = type.types.filter(
    (member: TypeScript.Node) => ts.isIdentifier(member) && member.text.startsWith('"'),
  );
  const nulls = type.types.filter(
    (member) => ts.isLiteralTypeNode(member) && member.literal.kind === ts.SyntaxKind.NullKeyword,
  );
  return strings.length > 0 && strings.length + nulls.length === type.types.length;
}

function opened(ts: Compiler, type: TypeScript.UnionTypeNode): TypeNode {
  return ts.factory.createUnionTypeNode([...type.types, ts.factory.createTypeReferenceNode("Unrecognized")]);
}

/** Two spaces instead of four, and none of the types that say that there is nothing. */
function tidied(source: string): string {
  return source
    .replace(/^(?: {4})+/gm, (indent) => " ".repeat(indent.length / 2))
    .replace(/^\}\n(?=export |type )/gm, "}\n\n")
    .replace(/^export type (?:webhooks|\$defs|operations) = Record<string, never>;\n/gm, "")
    .trimEnd();
}
