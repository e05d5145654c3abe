/**
 * Operations tables: the YAML document beside an XSD that says which of its messages go where, so that plain XML over HTTP has a
 * contract. Unknown keys and values of another kind are reported with their place.
 */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Pair, type YAMLMap } from "yaml";
import type { Diagnostics, Place } from "../diagnostics.ts";
import type { Documented } from "../xsd/components.ts";

/** An operations table as it is written. */
export interface OperationsSyntax extends Documented {
  readonly service: string;
  /** Location of the schema, relative to the table. */
  readonly schema: string;
  readonly namespace: string;
  readonly endpoint: string;
  readonly parameters: ReadonlyMap<string, ParameterSyntax>;
  readonly headers: Readonly<Record<string, string>>;
  readonly operations: readonly OperationSyntax[];
}

export interface ParameterSyntax extends Documented {
  readonly in: "path" | "query" | "header";
  readonly name: string;
  readonly required: boolean;
  readonly secret: boolean;
  readonly everywhere: boolean;
}

export interface OperationSyntax extends Documented {
  readonly name: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly parameters: readonly (Documented & { readonly name: string })[];
  readonly headers: Readonly<Record<string, string>>;
  readonly form: { readonly field: string; readonly fields: Readonly<Record<string, string>> } | undefined;
  readonly request: ElementReference | undefined;
  readonly response: ElementReference | undefined;
  readonly errors: readonly ElementReference[];
}

/** The local name of a global element, or `raw`. */
export interface ElementReference {
  readonly name: string;
  readonly at: Place;
}

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
const places = ["path", "query", "header"] as const;

/** Reads a table; undefined, with the reasons reported, where it is none. */
export function readOperations(uri: string, text: string, diagnostics: Diagnostics): OperationsSyntax | undefined {
  return new TableReader(uri, text, diagnostics).read();
}

class TableReader {
  readonly #uri: string;
  readonly #text: string;
  readonly #diagnostics: Diagnostics;
  readonly #lines = new LineCounter();

  constructor(uri: string, text: string, diagnostics: Diagnostics) {
    this.#uri = uri;
    this.#text = text;
    this.#diagnostics = diagnostics;
  }

  read(): OperationsSyntax | undefined {
    const document = parseDocument(this.#text, { lineCounter: this.#lines, uniqueKeys: true });
    for (const error of document.errors)
      this.#report(this.#place(error.pos[0]), error.message.split("\n")[0] ?? error.message);
    if (document.errors.length > 0) return undefined;
    const root = document.contents;
    if (!isMap(root)) {
      this.#report(this.#place(0), "an operations table is a mapping");
      return undefined;
    }
    this.#allow(root, ["service", "schema", "namespace", "doc", "servers", "parameters", "headers", "operations"]);
    const servers = this.#items(root, "servers").flatMap(
      (server) => this.#map(server, "a server", ["url", "doc"]) ?? [],
    );
    const [first] = servers;
    if (first === undefined) this.#report(this.#at(root), "servers needs at least one url");
    const operations = this.#entries(root, "operations");
    if (operations.length === 0) this.#report(this.#at(root), "operations needs at least one");
    return {
      ...this.#documented(root),
      service: this.#required(root, "service"),
      schema: this.#required(root, "schema"),
      namespace: this.#string(root, "namespace") ?? "",
      endpoint: first === undefined ? "" : this.#required(first, "url"),
      parameters: new Map(this.#entries(root, "parameters").map(([name, node]) => [name, this.#parameter(name, node)])),
      headers: this.#record(root, "headers"),
      operations: operations.map(([name, node]) => this.#operation(name, node)),
    };
  }

  #parameter(name: string, node: YAMLMap): ParameterSyntax {
    this.#allow(node, ["in", "name", "required", "secret", "everywhere", "doc"]);
    return {
      ...this.#documented(node),
      in: this.#oneOf(node, "in", places) ?? "query",
      name: this.#string(node, "name") ?? name,
      required: this.#flag(node, "required"),
      secret: this.#flag(node, "secret"),
      everywhere: this.#flag(node, "everywhere"),
    };
  }

  #operation(name: string, node: YAMLMap): OperationSyntax {
    this.#allow(node, ["doc", "method", "path", "parameters", "headers", "request", "form", "response", "errors"]);
    const form = node.has("form") ? this.#map(node.get("form", true), "form", ["field", "fields"]) : undefined;
    const names = (key: string): ElementReference[] =>
      this.#items(node, key).flatMap((item) => {
        if (isScalar(item) && typeof item.value === "string") return [{ name: item.value, at: this.#at(item) }];
        this.#report(this.#at(item), `${key} is a list of names`);
        return [];
      });
    const method = this.#oneOf(node, "method", methods) ?? "POST";
    if (method === "GET" && node.has("request")) this.#report(this.#at(node), `${name} is a GET: it has no request`);
    if (form !== undefined && !node.has("request")) this.#report(this.#at(form), "form needs a request to carry");
    return {
      ...this.#documented(node),
      name,
      method,
      path: this.#string(node, "path") ?? "",
      parameters: names("parameters"),
      headers: this.#record(node, "headers"),
      form: form && { field: this.#required(form, "field"), fields: this.#record(form, "fields") },
      request: this.#element(node, "request"),
      response: this.#element(node, "response"),
      errors: names("errors"),
    };
  }

  #element(node: YAMLMap, key: string): ElementReference | undefined {
    const name = this.#string(node, key);
    return name === undefined ? undefined : { name, at: this.#at(node.get(key, true) ?? node) };
  }

  // ---- values of one kind ---------------------------------------------------------------------------------------------

  #string(node: YAMLMap, key: string): string | undefined {
    const value = node.get(key);
    if (value === undefined) return undefined;
    if (typeof value === "string" || typeof value === "number") return String(value);
    this.#report(this.#at(node.get(key, true) ?? node), `${key} is a string`);
    return undefined;
  }

  #required(node: YAMLMap, key: string): string {
    const value = this.#string(node, key);
    if (value === undefined) this.#report(this.#at(node), `${key} is missing`);
    return value ?? "";
  }

  #flag(node: YAMLMap, key: string): boolean {
    const value = node.get(key);
    if (value !== undefined && typeof value !== "boolean")
      this.#report(this.#at(node.get(key, true) ?? node), `${key} is true or false`);
    return value === true;
  }

  #oneOf<T extends string>(node: YAMLMap, key: string, allowed: readonly T[]): T | undefined {
    const value = this.#required(node, key);
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined && value !== "") {
      this.#report(this.#at(node.get(key, true) ?? node), `${key} is one of ${allowed.join(", ")}, not ${value}`);
    }
    return found;
  }

  #record(node: YAMLMap, key: string): Readonly<Record<string, string>> {
    if (!node.has(key)) return {};
    const map = this.#map(node.get(key, true), key);
    if (map === undefined) return {};
    return Object.fromEntries(map.items.map((pair) => [keyText(pair), this.#string(map, keyText(pair)) ?? ""]));
  }

  #items(node: YAMLMap, key: string): readonly unknown[] {
    const list = node.get(key);
    if (list === undefined) return [];
    if (isSeq(list)) return list.items;
    this.#report(this.#at(node.get(key, true) ?? node), `${key} is a list`);
    return [];
  }

  #entries(node: YAMLMap, key: string): readonly (readonly [string, YAMLMap])[] {
    if (!node.has(key)) return [];
    const map = this.#map(node.get(key, true), key);
    return (map?.items ?? []).flatMap((pair) => {
      if (isMap(pair.value)) return [[keyText(pair), pair.value] as const];
      this.#report(this.#at(pair.key), `${keyText(pair)} is a mapping`);
      return [];
    });
  }

  #map(node: unknown, what: string, keys?: readonly string[]): YAMLMap | undefined {
    if (!isMap(node)) {
      this.#report(this.#at(node), `${what} is a mapping`);
      return undefined;
    }
    if (keys !== undefined) this.#allow(node, keys);
    return node;
  }

  #documented(node: YAMLMap): Documented {
    const doc = (this.#string(node, "doc") ?? "")
      .trim()
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
      .join("\n\n");
    return doc === "" ? { at: this.#at(node) } : { at: this.#at(node), doc };
  }

  #allow(node: YAMLMap, keys: readonly string[]): void {
    for (const pair of node.items) {
      const key = keyText(pair);
      if (!keys.includes(key))
        this.#report(this.#at(pair.key), `${key} is not known here; known are ${keys.join(", ")}`);
    }
  }

  #at(node: unknown): Place {
    const range: unknown =
      typeof node === "object" && node !== null && "range" in node ? (node as Node).range : undefined;
    return this.#place(Array.isArray(range) && typeof range[0] === "number" ? range[0] : 0);
  }

  #place(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset);
    return { uri: this.#uri, line, column: col };
  }

  #report(at: Place, message: string): void {
    this.#diagnostics.report("operations.invalid", at, message);
  }
}

function keyText(pair: Pair<unknown, unknown>): string {
  return isScalar(pair.key) ? String(pair.key.value) : "";
}
