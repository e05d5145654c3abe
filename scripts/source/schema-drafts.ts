/** Drafts of XML Schema (1999, October 2000), which contracts of that time are written in. */
import { xsdNamespace } from "../xsd/namespaces.ts";

const drafts: ReadonlySet<string> = new Set([
  "http://www.w3.org/1999/XMLSchema",
  "http://www.w3.org/2000/10/XMLSchema",
]);

/** Built-in types that have other names in the Recommendation. */
const renamed: ReadonlyMap<string, string> = new Map([
  ["timeInstant", "dateTime"],
  ["timeDuration", "duration"],
  ["month", "gYearMonth"],
  ["year", "gYear"],
  ["recurringDate", "gMonthDay"],
  ["recurringDay", "gDay"],
  ["uriReference", "anyURI"],
  ["binary", "base64Binary"],
  ["CDATA", "normalizedString"],
  ["ur-type", "anyType"],
]);

/** Attributes of schemas and WSDLs that name one type. */
export const namesType: ReadonlySet<string> = new Set(["type", "base", "itemType"]);

/** Whether a namespace is that of a draft. */
export function isDraft(namespace: string | undefined): boolean {
  return namespace !== undefined && drafts.has(namespace);
}

/** A namespace as it is today: that of a draft is the Recommendation's. */
export function namespaceToday(namespace: string): string {
  return drafts.has(namespace) ? xsdNamespace : namespace;
}

/** A qualified name in an attribute as it is today. `bound` tells the namespace of a prefix as the document declares it. */
export function typeToday(value: string, bound: (prefix: string) => string | undefined): string {
  const name = value.trim();
  const colon = name.indexOf(":");
  const today = renamed.get(name.slice(colon + 1));
  if (today === undefined || !isDraft(bound(colon < 0 ? "" : name.slice(0, colon)))) return value;
  return name.slice(0, colon + 1) + today;
}
