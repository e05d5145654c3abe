/** A codec of the same contract that has not met any document yet: what the runtime keeps beside tables is not known to copies. */
export function unmet<T extends object>(codec: T): T {
  return copied(codec, new Map());
}

function copied<T>(value: T, copies: Map<unknown, unknown>): T {
  if (typeof value === "function") {
    // Scalars have functions, tables that refer to each other have thunks.
    return (value.length === 0 ? () => copied((value as () => unknown)(), copies) : value) as T;
  }
  if (typeof value !== "object" || value === null || value instanceof RegExp) return value;
  if ("kind" in value && value.kind === "scalar") return value;
  const known = copies.get(value);
  if (known !== undefined) return known as T;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
  copies.set(value, copy);
  for (const [key, member] of Object.entries(value)) Reflect.set(copy, key, copied(member, copies));
  return copy as T;
}
