import { digitsOf } from "./scalars/digits.ts";
import { instantText, zoneOf } from "./scalars/instants.ts";
import type { Simple } from "./simple.ts";
import { memberOf } from "./erased.ts";

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
  if (value instanceof Uint8Array) return value.join(",");
  if (typeof value === "object" && value !== null) {
    return `{${String(memberOf(value, "namespace"))}}${String(memberOf(value, "localName"))}`;
  }
  if (simple.primitive === "decimal") return decimalText(String(value));
  if (Object.is(value, -0)) return "0";
  return pointInTime(simple.primitive, String(value));
}

function decimalText(text: string): string {
  const { negative, whole, fraction } = digitsOf(text);
  return `${negative ? "-" : ""}${whole}.${fraction}`;
}

/** What has a zone may stand for the same time in another. */
function pointInTime(primitive: string, text: string): string {
  if (primitive === "dateTime") return instantText(text);
  const zone = zoneOf(text);
  if (primitive === "date") return instantText(`${text.slice(0, text.length - zone.length)}T00:00:00${zone}`);
  return primitive === "time" ? instantText(`1972-01-01T${text}`) : text;
}
