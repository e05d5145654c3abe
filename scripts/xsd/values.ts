/** Values that schemas write down, facets and defaults, held against their types by the code that reads messages. */
import type { SimpleTable } from "../../src/runtime/codec/erased.ts";
import * as codecs from "../../src/runtime/codec/index.ts";
import { constraintValue } from "../../src/runtime/codec/constraint-value.ts";
import { applySpace } from "../../src/runtime/codec/scalars/whitespace.ts";
import { simpleOf, type Simple } from "../../src/runtime/codec/simple.ts";
import type { Diagnostics, Place } from "../diagnostics.ts";
import { scalarNames } from "../emit/scalars.ts";
import type { SimpleType } from "./components.ts";
import { words } from "./value-forms.ts";

const scalars: ReadonlyMap<string, unknown> = new Map(Object.entries(codecs));
const tables = new WeakMap<SimpleType, SimpleTable>();

function tableOf(type: SimpleType): SimpleTable {
  const known = tables.get(type);
  if (known !== undefined) return known;
  const table = makeTable(type);
  tables.set(type, table);
  return table;
}

function makeTable({ name, variety }: SimpleType): SimpleTable {
  const named = name === undefined ? {} : { name };
  switch (variety.kind) {
    case "builtin":
      // The runtime exports one table for each built-in simple type; a test holds it.
      return scalars.get(scalarNames(variety.builtin).codec) as SimpleTable;
    case "list":
      return { kind: "list", ...named, item: tableOf(variety.item) };
    case "union":
      return { kind: "union", ...named, members: variety.members.map(tableOf) };
    case "restriction": {
      const values = variety.enumeration?.map(({ value }) => value);
      const facets = values === undefined ? variety.facets : { ...variety.facets, enumeration: values };
      return { kind: "restriction", ...named, base: tableOf(variety.base), facets };
    }
  }
}

/** Prefixes are expanded elsewhere: here any is as good as another. */
const anyPrefix = { namespaceOf: () => "" } as const;

/** How the values of a type are read and compared. */
export function valuesOf(type: SimpleType): Simple {
  return simpleOf(tableOf(type));
}

/** What a type expects instead of a text; undefined where the text is one of its values. */
export function expectedOf(type: SimpleType, text: string): string | undefined {
  const simple = valuesOf(type);
  const processed = applySpace(text, simple.space);
  const value = simple.read(processed, anyPrefix);
  return value === undefined ? simple.label : simple.check?.(value, processed)?.expected;
}

/** Whether values of a type can be, or hold, qualified names: their prefixes mean something only where they stand. */
export function holdsNames({ variety }: SimpleType): boolean {
  switch (variety.kind) {
    case "builtin":
      return variety.builtin === "QName" || variety.builtin === "NOTATION";
    case "restriction":
      return holdsNames(variety.base);
    case "list":
      return holdsNames(variety.item);
    case "union":
      return variety.members.some(holdsNames);
  }
}

/** Whether a text has names in it, as its type reads it. */
function readsNames(simple: Simple, text: string): boolean {
  let names = false;
  const value = simple.read(applySpace(text, simple.space), {
    namespaceOf: () => {
      names = true;
      return "";
    },
  });
  return names && value !== undefined;
}

/** A value with what its type reads as names taken from the text in which all are expanded. */
function namesExpanded(simple: Simple, text: string, expanded: string): string {
  const names = words(expanded);
  return words(text)
    .map((word, index) => (readsNames(simple.item ?? simple, word) ? (names[index] ?? word) : word))
    .join(" ");
}

/** Whether a type is xs:ID or restricts it. */
export function isIdentifier({ variety }: SimpleType): boolean {
  return variety.kind === "builtin"
    ? variety.builtin === "ID"
    : variety.kind === "restriction" && isIdentifier(variety.base);
}

/**
 * Reports a default or fixed value that its type does not have. Names in it are expanded: in a message
 * their prefixes would mean something else.
 */
export function checkDefault(
  constraint: { default?: string; fixed?: string; readonly expanded?: string; readonly at: Place },
  type: SimpleType,
  declared: "element" | "attribute",
  diagnostics: Diagnostics,
): void {
  const [isValue, isIdentity] =
    declared === "element"
      ? (["e-props-correct.2", "e-props-correct.5"] as const)
      : (["a-props-correct.2", "a-props-correct.3"] as const);
  for (const kind of ["default", "fixed"] as const) {
    const value = constraint[kind];
    if (value === undefined) continue;
    if (isIdentifier(type)) {
      // It would stand in a document more than once (3.2.6 and 3.3.6, clauses 3 and 5).
      diagnostics.report(isIdentity, constraint.at, `what is of the type ID has no ${kind} value: it is left out`);
      delete constraint[kind];
      continue;
    }
    const expected = expectedOf(type, value);
    if (expected !== undefined) {
      const message = `the ${kind} value ${JSON.stringify(value)} is left out: it is not one of its type; ${expected} is expected`;
      diagnostics.report(isValue, constraint.at, message);
      delete constraint[kind];
    } else if (holdsNames(type) && readsNames(valuesOf(type), value)) {
      constraint[kind] = namesExpanded(valuesOf(type), value, constraint.expanded ?? value);
      if (constraintValue(valuesOf(type), constraint[kind]) !== undefined) continue;
      const message = `the ${kind} value ${JSON.stringify(value)} has a prefix that is not declared`;
      diagnostics.report("src-resolve", constraint.at, message);
    }
  }
}
