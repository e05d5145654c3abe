/** What a document says beside its types: the address of the service, and which error answers have a body. */
import { isObject, type OpenApiDocument } from "./document.ts";

/** Address of the first server; "/" where the document names none (OpenAPI 3.1, 4.8.1). */
export function endpointOf({ root }: OpenApiDocument): string {
  const server: unknown = Array.isArray(root["servers"]) ? root["servers"][0] : undefined;
  return isObject(server) && typeof server["url"] === "string" ? server["url"] : "/";
}

/** Statuses of error answers with a body, by operation (`GET /path`), in the order of the document. */
export function errorsOf({ root }: OpenApiDocument): Readonly<Record<string, readonly string[]>> {
  const errors: Record<string, readonly string[]> = {};
  for (const [path, item] of membersOf(root["paths"])) {
    for (const [method, operation] of membersOf(resolved(root, item))) {
      if (!METHODS.has(method)) continue;
      const statuses = membersOf(isObject(operation) ? operation["responses"] : undefined)
        .filter(([status, response]) => !status.startsWith("2") && hasBody(resolved(root, response)))
        .map(([status]) => status.replace(/xx$/i, "XX"));
      if (statuses.length > 0) errors[`${method.toUpperCase()} ${path}`] = statuses;
    }
  }
  return errors;
}

/** What the document says of itself: its description, or its title. */
export function summaryOf({ root }: OpenApiDocument): string {
  const info = isObject(root["info"]) ? root["info"] : {};
  return String(info["description"] ?? info["summary"] ?? info["title"] ?? "");
}

/** Names of the document's schemas. */
export function schemaNames({ root }: OpenApiDocument): readonly string[] {
  const components = root["components"];
  return membersOf(isObject(components) ? components["schemas"] : undefined).map(([name]) => name);
}

/** Description of a schema; undefined where it has none. */
export function descriptionOf({ root }: OpenApiDocument, schema: string): string | undefined {
  const target = resolved(root, { $ref: `#/components/schemas/${schema.replaceAll("~", "~0").replaceAll("/", "~1")}` });
  const text = isObject(target) ? (target["description"] ?? target["title"]) : undefined;
  return typeof text === "string" ? text : undefined;
}

const METHODS: ReadonlySet<string> = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

function hasBody(response: unknown): boolean {
  return isObject(response) && membersOf(response["content"]).length > 0;
}

function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}

/** What a reference inside the document leads to; anything else as it is. */
function resolved(root: unknown, value: unknown, hops = 0): unknown {
  if (!isObject(value) || typeof value["$ref"] !== "string" || !value["$ref"].startsWith("#/") || hops > 32)
    return value;
  let target: unknown = root;
  for (const segment of value["$ref"].slice(2).split("/")) {
    const key = decodeURIComponent(segment).replaceAll("~1", "/").replaceAll("~0", "~");
    target = isObject(target) ? target[key] : undefined;
  }
  return resolved(root, target, hops + 1);
}
