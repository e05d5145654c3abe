import type { Simple } from "./simple.ts";

/**
 * A text that two values have in common exactly where they are equal (XSD part 2, 4.2.1): values of different primitive types never
 * are, 1.0 and 1.00 are.
 */
export function comparable(simple: Simple, value: unknown): string {
  if (simple.item !== undefined && Array.isArray(value)) {
    const { item } = simple;
    return JSON.stringify(value.map((entry) => comparable(item, entry)));
  }
  const member = simple.memberOf?.(value);
  if (member !== undefined) return comparable(member, value);
  return `${simple.primitive}:${valueText(simple, value)}`;
}

function valueText(simple: Simple, value: unknown): string {
  if (simple.key !== undefined) return simple.key(value);
  if (typeof value !== "object" || value === null) return String(value);
  // Bytes have one form each, and so have names whose namespace is spelt out.
  return simple.write(value, { prefixOf: (namespace) => `{${namespace}}` }) ?? "";
}
