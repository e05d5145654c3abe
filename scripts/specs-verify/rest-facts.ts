/** Facts of a REST contract, Swagger 2.0 or OpenAPI 3: operations, parameters, answers, members of schemas. */
import { parse } from "yaml";
import type { Facts } from "./facts.ts";

type Data = Readonly<Record<string, unknown>>;

const methods = ["get", "put", "post", "delete", "patch", "head", "options"];

/**
 * What a REST contract says. Names of path parameters are not on the wire, so a template is known by its shape; a parameter
 * with listed values is a path for each of them. What every operation has is said once.
 */
export function restFacts(text: string): Facts {
  const document = new Document(dataOf(parse(text)));
  const operations = document.operations();
  const values = new Map<string, string>(operations.flatMap((operation) => [...operation.facts(document)]));
  liftCommon(
    values,
    operations.map(({ key }) => key),
  );
  const orders = new Map<string, readonly string[]>();
  for (const [name, schema] of document.schemas()) document.sayMembers(name, schema, values, orders);
  return { values, orders };
}

class Document {
  readonly #root: Data;

  constructor(root: Data) {
    this.#root = root;
  }

  operations(): readonly Operation[] {
    return entriesOf(this.#root["paths"]).flatMap(([path, reference]) => {
      const item = this.resolved(reference);
      return methods.flatMap((method) => {
        if (item[method] === undefined) return [];
        const operation = dataOf(item[method]);
        const parameters = [...listOf(item["parameters"]), ...listOf(operation["parameters"])];
        const resolved = parameters.map((parameter) => this.resolved(parameter));
        return this.#paths(path, resolved).map(
          (shape) => new Operation(`${method.toUpperCase()} ${shape}`, operation, resolved),
        );
      });
    });
  }

  /** Schemas by the last part of their name, those of the document's two places. */
  schemas(): readonly (readonly [string, Data])[] {
    const places = [this.#root["definitions"], dataOf(this.#root["components"] ?? {})["schemas"]];
    return places.flatMap(entriesOf).map(([name, schema]) => [lastPart(name), dataOf(schema)] as const);
  }

  sayMembers(name: string, schema: Data, values: Map<string, string>, orders: Map<string, readonly string[]>): void {
    const path = `schema ${name}`;
    const { properties, required } = this.#members(schema);
    if (Object.keys(properties).length === 0) return;
    values.set(path, "object");
    values.set(`${path}/required`, required.join(" "));
    orders.set(`${path} order`, Object.keys(properties));
    for (const [member, value] of entriesOf(properties)) {
      values.set(`${path}/${member}`, this.typeOf(value));
      values.set(`${path}/${member} null`, this.#isNullable(dataOf(value)) ? "allowed" : "");
    }
  }

  /** A schema in words: `string date-time`, `array of TableRight`, `one of Zip Gzip`. Null is not said here. */
  typeOf(value: unknown): string {
    const named = dataOf(value)["$ref"];
    const schema = this.resolved(value);
    const options = listOf(schema["anyOf"])
      .map(dataOf)
      .filter((option) => option["type"] !== "null");
    if (options.length === 1) return this.typeOf(options[0]);
    const listed = listOf(schema["enum"]).filter((one) => one !== null);
    if (listed.length > 0) return `one of ${listed.join(" ")}`;
    if (typeof named === "string") return lastPart(named);
    const type = [schema["type"]]
      .flat()
      .filter((one) => one !== "null")
      .join(" ");
    if (type === "array") return `array of ${this.typeOf(schema["items"])}`;
    const rest = schema["additionalProperties"];
    if (type === "object" && rest !== undefined) return `map of ${rest === true ? "object" : this.typeOf(rest)}`;
    return [type, schema["format"] ?? ""].join(" ").trim();
  }

  resolved(value: unknown): Data {
    const data = dataOf(value);
    const reference = data["$ref"];
    if (typeof reference !== "string") return data;
    const segments = reference.replace(/^#\//, "").split("/");
    return this.resolved(segments.reduce<unknown>((target, segment) => dataOf(target)[segment], this.#root));
  }

  #members(value: Data): { readonly properties: Data; readonly required: readonly unknown[] } {
    const schema = this.resolved(value);
    const inherited = listOf(schema["allOf"]).map((part) => this.#members(dataOf(part)));
    return {
      properties: Object.assign(
        {},
        ...inherited.map(({ properties }) => properties),
        dataOf(schema["properties"] ?? {}),
      ),
      required: [...inherited.flatMap(({ required }) => required), ...listOf(schema["required"])],
    };
  }

  #isNullable(value: Data): boolean {
    const schema = this.resolved(value);
    return [schema["type"], ...listOf(schema["anyOf"]).map((option) => dataOf(option)["type"])].flat().includes("null");
  }

  #paths(path: string, parameters: readonly Data[]): readonly string[] {
    const bare = path.replace(/^\/api\/v1/, "");
    const listed = parameters.find(({ in: place, enum: values }) => place === "path" && values !== undefined);
    const shape = (one: string): string => one.replaceAll(/\{[^}]*\}/g, "{}");
    if (listed === undefined) return [shape(bare)];
    return listOf(listed["enum"]).map((value) => shape(bare.replace(`{${String(listed["name"])}}`, String(value))));
  }
}

class Operation {
  readonly key: string;
  readonly #operation: Data;
  readonly #parameters: readonly Data[];

  constructor(key: string, operation: Data, parameters: readonly Data[]) {
    this.key = key;
    this.#operation = operation;
    this.#parameters = parameters;
  }

  facts(document: Document): ReadonlyMap<string, string> {
    const facts = new Map([[this.key, "operation"]]);
    const bodies = [this.#operation["requestBody"], ...this.#parameters.filter(({ in: place }) => place === "body")];
    for (const body of bodies.filter((one) => one !== undefined)) {
      facts.set(`${this.key}/request`, document.typeOf(schemaOf(document.resolved(body))));
    }
    for (const parameter of this.#parameters) {
      const { in: place, name, required } = parameter;
      if (place === "body" || (place === "path" && !this.key.includes("{}"))) continue;
      const label = place === "path" ? "path parameter" : `${String(place)} parameter ${String(name)}`;
      const type = document.typeOf(parameter["schema"] ?? parameter);
      facts.set(`${this.key}/${label}`, `${type}${required === true ? " required" : ""}`);
    }
    for (const [status, response] of entriesOf(this.#operation["responses"])) {
      const schema = schemaOf(document.resolved(response));
      facts.set(`${this.key}/response ${status}`, schema === undefined ? "no body" : document.typeOf(schema));
    }
    return facts;
  }
}

/** The schema of a body: Swagger has it at hand, OpenAPI by media type, of which JSON counts here. */
function schemaOf(body: Data): unknown {
  return body["schema"] ?? dataOf(dataOf(body["content"] ?? {})["application/json"] ?? {})["schema"];
}

/** What all operations have in common becomes one statement. */
function liftCommon(values: Map<string, string>, operations: readonly string[]): void {
  const [first = ""] = operations;
  const parts = [...values.keys()].filter((path) => path.startsWith(`${first}/`) && !operations.includes(path));
  for (const part of parts.map((path) => path.slice(first.length + 1))) {
    const said = operations.map((key) => values.get(`${key}/${part}`));
    if (new Set(said).size !== 1 || said[0] === undefined) continue;
    values.set(`every operation/${part}`, said[0]);
    for (const key of operations) values.delete(`${key}/${part}`);
  }
}

function lastPart(name: string): string {
  return name.slice(Math.max(name.lastIndexOf("."), name.lastIndexOf("/")) + 1);
}

function dataOf(value: unknown): Data {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Data;
  throw new Error(`An object was expected, not ${JSON.stringify(value)}`);
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return value === undefined ? [] : Object.entries(dataOf(value));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
