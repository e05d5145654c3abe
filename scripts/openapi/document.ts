/** An OpenAPI document as data, with the place of every part of it. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document } from "yaml";
import type { Diagnostics, Place } from "../diagnostics.ts";

/** A document that was read; YAML and JSON alike. */
export interface OpenApiDocument {
  readonly uri: string;
  /** The document as plain data. */
  readonly root: Readonly<Record<string, unknown>>;
  /** Place of what a JSON pointer (RFC 6901) leads to, or of the nearest part around it. */
  placeOf(pointer: string): Place;
}

/** Reads a document; answers undefined, and reports why, where it is none of OpenAPI 3. */
export function readDocument(uri: string, text: string, diagnostics: Diagnostics): OpenApiDocument | undefined {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { uri, line: Math.max(1, line), column: Math.max(1, col) };
  };
  for (const { pos, message } of yaml.errors) diagnostics.report("source.malformed", place(pos[0]), message);
  if (yaml.errors.length > 0) return undefined;
  const root: unknown = yaml.toJS();
  const placeOf = (pointer: string): Place => place(offsetOf(yaml, segmentsOf(pointer)));
  if (!isObject(root)) {
    diagnostics.report("openapi.invalid", place(0), "The document is not an object");
    return undefined;
  }
  const document = { uri, root, placeOf };
  reportVersion(document, diagnostics);
  reportRemoteReferences(yaml, place, diagnostics);
  return diagnostics.hasErrors ? undefined : document;
}

/** Whether a value is an object with members. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function reportVersion({ root, placeOf }: OpenApiDocument, diagnostics: Diagnostics): void {
  const { openapi, swagger } = root;
  if (swagger !== undefined) {
    const message = `Swagger ${String(swagger)} is not carried yet; convert the document to OpenAPI 3.0 or 3.1`;
    diagnostics.report("openapi.invalid", placeOf("/swagger"), message);
  } else if (openapi === undefined) {
    diagnostics.report("openapi.invalid", placeOf(""), 'Not an OpenAPI document: it has no member "openapi"');
  } else if (!/^3\.[01]\./.test(String(openapi))) {
    const message = `OpenAPI ${String(openapi)} is not carried; 3.0 and 3.1 are`;
    diagnostics.report("openapi.invalid", placeOf("/openapi"), message);
  }
}

/** The generator does not use the network: what a document needs has to lie beside it. */
function reportRemoteReferences(yaml: Document, place: (offset: number) => Place, diagnostics: Diagnostics): void {
  visit(yaml, {
    Pair: (_, { key, value }) => {
      if (!isScalar(key) || key.value !== "$ref" || !isScalar(value) || !/^https?:/.test(String(value.value))) return;
      const message = `The reference ${String(value.value)} leads to the network; put the document beside this one`;
      diagnostics.report("openapi.invalid", place(value.range?.[0] ?? 0), message);
    },
  });
}

/** Members that a JSON pointer names, with or without the `#` of a reference. */
function segmentsOf(pointer: string): readonly string[] {
  return pointer
    .replace(/^#?\/?/, "")
    .split("/")
    .filter((segment) => segment !== "")
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Offset of the key that leads to a part; of the part itself in a list. */
function offsetOf(yaml: Document, segments: readonly string[]): number {
  let node: unknown = yaml.contents;
  let offset = 0;
  for (const segment of segments) {
    if (isAlias(node)) node = node.resolve(yaml);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === segment);
      if (pair === undefined) return offset;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(segment)];
      if (isScalar(node) || isMap(node) || isSeq(node)) offset = node.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}
