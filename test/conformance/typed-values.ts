/**
 * Whether two texts are the same value of a simple type (XSD part 2, 3.2 and 4.2.2). Written apart from the codecs: it is what their
 * output is judged by.
 */
import type { SimpleType } from "../../scripts/xsd/components.ts";
import { primitiveOf } from "../../scripts/xsd/builtins.ts";
import { expectedOf } from "../../scripts/xsd/values.ts";
import { isOneSpace } from "./value-spaces.ts";

/** A text and what prefixes in it stand for; "" is the default namespace. */
export interface ScopedText {
  readonly text: string;
  readonly namespaceOf: (prefix: string) => string | undefined;
}

/** Whether two texts are one value. */
export function isSameValue(type: SimpleType, one: ScopedText, other: ScopedText): boolean {
  if (one.text === other.text && !bindsPrefixes(type)) return true;
  const atom = atomsOf(type);
  const [left, right] = [one, other].map((scoped) => ({ ...scoped, text: spaced(type, scoped.text) }));
  if (left === undefined || right === undefined) return false;
  if (atom.kind === "union") return isSameOfUnion(atom.members, left, right);
  if (atom.kind === "atomic") return isSameAtom(primitiveOf(atom.builtin), left, right);
  const [items, others] = [itemsOf(left), itemsOf(right)];
  return (
    items.length === others.length &&
    items.every((item, index) => isSameValue(atom.item, item, others[index] ?? { ...right, text: "" }))
  );
}

/** A text is a value of the first member that takes it (2.5.1.3): another member that would call both the same does not count. */
function isSameOfUnion(members: readonly SimpleType[], one: ScopedText, other: ScopedText): boolean {
  const [left, right] = [one, other].map(({ text }) => members.find((type) => expectedOf(type, text) === undefined));
  if (left === undefined || right === undefined) return one.text === other.text;
  return isOneSpace(left, right, other.text) && isSameValue(left, one, other);
}

type Variety =
  | { readonly kind: "atomic"; readonly builtin: string }
  | { readonly kind: "list"; readonly item: SimpleType }
  | { readonly kind: "union"; readonly members: readonly SimpleType[] };

const builtinLists = new Map([
  ["NMTOKENS", "NMTOKEN"],
  ["IDREFS", "IDREF"],
  ["ENTITIES", "ENTITY"],
]);

/** What a type is made of below its restrictions. */
function atomsOf(type: SimpleType): Variety {
  const { variety } = type;
  if (variety.kind === "restriction") return atomsOf(variety.base);
  if (variety.kind !== "builtin") return variety;
  const item = builtinLists.get(variety.builtin);
  if (item === undefined) return { kind: "atomic", builtin: variety.builtin };
  return { kind: "list", item: { ...type, variety: { kind: "builtin", builtin: item } } };
}

function bindsPrefixes(type: SimpleType): boolean {
  const atom = atomsOf(type);
  if (atom.kind === "list") return bindsPrefixes(atom.item);
  if (atom.kind === "union") return atom.members.some(bindsPrefixes);
  return atom.builtin === "QName" || atom.builtin === "NOTATION";
}

/** The text as the white space facet has it. */
function spaced(type: SimpleType, text: string): string {
  const space = spaceOf(type);
  if (space === "preserve") return text;
  const replaced = text.replace(/[\t\n\r]/g, " ");
  return space === "replace" ? replaced : replaced.replace(/ +/g, " ").replace(/^ | $/g, "");
}

function spaceOf({ variety }: SimpleType): "preserve" | "replace" | "collapse" {
  switch (variety.kind) {
    case "restriction":
      return variety.facets.space ?? spaceOf(variety.base);
    // Each member has its own.
    case "union":
      return "preserve";
    case "list":
      return "collapse";
    case "builtin":
      if (variety.builtin === "string" || variety.builtin === "anySimpleType") return "preserve";
      return variety.builtin === "normalizedString" ? "replace" : "collapse";
  }
}

function itemsOf({ text, namespaceOf }: ScopedText): readonly ScopedText[] {
  return text.split(" ").flatMap((item) => (item === "" ? [] : [{ text: item, namespaceOf }]));
}

function isSameAtom(primitive: string, one: ScopedText, other: ScopedText): boolean {
  const canonical = canonicals[primitive];
  if (canonical === undefined) return one.text === other.text;
  const [left, right] = [canonical(one), canonical(other)];
  return left !== undefined && left === right;
}

type Canonical = (scoped: ScopedText) => string | undefined;

const name: Canonical = ({ text, namespaceOf }) => {
  const colon = text.indexOf(":");
  const namespace = namespaceOf(colon < 0 ? "" : text.slice(0, colon));
  if (namespace === undefined && colon >= 0) return undefined;
  return `{${namespace ?? ""}}${text.slice(colon + 1)}`;
};

const moment: Canonical = ({ text }) => momentText(text);

/** Texts that are equal where values are; a primitive type without an entry is compared as it is written. */
const canonicals: Readonly<Record<string, Canonical>> = {
  boolean: ({ text }) => ({ true: "true", 1: "true", false: "false", 0: "false" })[text],
  decimal: ({ text }) => decimalText(text),
  double: ({ text }) => floatText(text, Number),
  float: ({ text }) => floatText(text, (value) => Math.fround(Number(value))),
  hexBinary: ({ text }) => text.toUpperCase(),
  base64Binary: ({ text }) => text.replace(/\s/g, ""),
  duration: ({ text }) => durationText(text),
  dateTime: moment,
  date: moment,
  time: moment,
  gYearMonth: moment,
  gYear: moment,
  gMonthDay: moment,
  gMonth: moment,
  gDay: moment,
  QName: name,
  NOTATION: name,
};

function decimalText(text: string): string | undefined {
  const match = /^([+-]?)0*(\d*?)(?:\.(\d*?)0*)?$/.exec(text);
  if (match === null || !/\d/.test(text)) return undefined;
  const [, sign = "", whole = "", fraction = ""] = match;
  const digits = `${whole === "" ? "0" : whole}${fraction === "" ? "" : `.${fraction}`}`;
  return sign === "-" && digits !== "0" ? `-${digits}` : digits;
}

function floatText(text: string, rounded: (text: string) => number): string | undefined {
  if (text === "INF" || text === "-INF" || text === "NaN") return text;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return undefined;
  const value = rounded(text);
  // What is beyond the range rounds to an infinity (XSD 1.1 part 2, 3.3.4.3).
  return Number.isFinite(value) ? String(value) : value > 0 ? "INF" : "-INF";
}

/** Months and seconds: they have no common measure (part 2, 3.2.6.2). */
function durationText(text: string): string | undefined {
  const match = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d*?)0*)?S)?)?$/.exec(
    text,
  );
  if (match === null) return undefined;
  const [years, months, days, hours, minutes, seconds] = [2, 3, 4, 5, 6, 7].map((group) => BigInt(match[group] ?? "0"));
  const all = (years ?? 0n) * 12n + (months ?? 0n);
  const time = (((days ?? 0n) * 24n + (hours ?? 0n)) * 60n + (minutes ?? 0n)) * 60n + (seconds ?? 0n);
  const fraction = match[8] ?? "";
  const zero = all === 0n && time === 0n && fraction === "";
  return `${zero ? "" : (match[1] ?? "")}${all} ${time}.${fraction}`;
}

/** Dates and times: midnight has two forms, seconds may end in zeros, and a zone moves the value (part 2, 3.2.7). */
function momentText(text: string): string | undefined {
  const zoned = /^(.+?)(Z|[+-]\d\d:\d\d)$/.exec(text);
  const [local, zone] =
    zoned === null || /^-{1,2}\d\d(?::|$)/.test(zoned[1] ?? "") ? [text, ""] : [zoned[1] ?? "", zoned[2] ?? ""];
  const match = /^(?:(-?\d{4,})-(\d\d)-(\d\d)T)?(\d\d):(\d\d):(\d\d)(?:\.(\d*?)0*)?$/.exec(local);
  const utc = zone === "-00:00" || zone === "+00:00" ? "Z" : zone;
  if (match === null) return `${local} ${utc}`;
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map((group) => Number(match[group] ?? 1));
  const [sign, zoneHour, zoneMinute] = utc === "Z" || utc === "" ? [0, 0, 0] : zoneParts(utc);
  const date = new Date(0);
  date.setUTCFullYear(match[1] === undefined ? 2000 : (year ?? 0), (month ?? 1) - 1, day ?? 1);
  date.setUTCHours((hour ?? 0) - sign * zoneHour, (minute ?? 0) - sign * zoneMinute, second ?? 0);
  const at = match[1] === undefined ? date.getTime() % 86_400_000 : date.getTime();
  // Years beyond what Date holds are compared as they are written.
  return `${Number.isNaN(at) ? local : at}.${match[7] ?? ""} ${utc === "" ? "" : "Z"}`;
}

function zoneParts(zone: string): readonly [sign: number, hour: number, minute: number] {
  return [zone.startsWith("-") ? -1 : 1, Number(zone.slice(1, 3)), Number(zone.slice(4, 6))];
}
