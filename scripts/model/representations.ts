/** What holds the values of built-in types, where a user has chosen something other than what loses nothing. */

/** Choices about built-in types. */
export interface RepresentationOptions {
  /** Integers that a number does not hold exactly: bigint, their digits, or a number that refuses what is not safe. */
  readonly int64: "bigint" | "string" | "number";
  /** xs:dateTime: its lexical form, or a Date where it is a point in time. */
  readonly dates: "string" | "Date";
}

/** Built-in types with values beyond 2^53 (XSD part 2, 3.3.13 to 3.3.25). */
const wide = [
  "integer",
  "nonPositiveInteger",
  "negativeInteger",
  "long",
  "nonNegativeInteger",
  "unsignedLong",
  "positiveInteger",
] as const;

/** Names of the codecs in place of those of built-in types. */
export function representationsOf({ int64, dates }: RepresentationOptions): ReadonlyMap<string, string> {
  const suffix = { bigint: undefined, string: "AsString", number: "AsNumber" }[int64];
  return new Map([
    ...(suffix === undefined ? [] : wide.map((name) => [name, `${name}${suffix}`] as const)),
    ...(dates === "Date" ? [["dateTime", "dateTimeAsDate"] as const] : []),
  ]);
}
