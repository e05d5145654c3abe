/** JSON text of a request body. A bigint is written as the integer that it is, where the engine can; as its digits in a string elsewhere. */
export function jsonText(body: unknown): string {
  return JSON.stringify(body, (_key, value: unknown) => (typeof value === "bigint" ? integer(value) : value));
}

/** `JSON.rawJSON` is younger than the TypeScript library that describes JSON here. */
function integer(value: bigint): unknown {
  const rawJson: unknown = Reflect.get(JSON, "rawJSON");
  return typeof rawJson === "function" ? rawJson(String(value)) : String(value);
}
