/** The facets of a step held against each other and against those of its base (part 2, 4.3): the constraints that name facets. */
import { applySpace } from "../../src/runtime/codec/scalars/whitespace.ts";
import type { Facets } from "../../src/runtime/codec/table.ts";
import type { Diagnostics, Place } from "../diagnostics.ts";
import { builtinFacets } from "./builtins.ts";
import type { FixableFacet, SimpleType } from "./components.ts";
import { isSameValue } from "./same-value.ts";
import { expectedOf, valuesOf } from "./values.ts";

/** Facets while a step is being resolved: what is reported is taken away. */
export type Draft = { -readonly [K in keyof Facets]: Facets[K] };

/** Facets that bound ordered values. */
export const bounds = ["minInclusive", "maxInclusive", "minExclusive", "maxExclusive"] as const;
/** Facets that bound the length of a value. */
export const lengths = ["length", "minLength", "maxLength"] as const;
/** Facets that bound the digits of a decimal. */
export const digits = ["totalDigits", "fractionDigits"] as const;

type Bound = (typeof bounds)[number];
const spaces = ["preserve", "replace", "collapse"];

/** Reports what a step says that its base does not leave open, or that contradicts itself; unreadable bounds are taken away. */
export function checkFacets(base: SimpleType, facets: Draft, at: Place, diagnostics: Diagnostics): void {
  const inherited = inheritedFacets(base);
  checkFixed(base, facets, inherited, at, diagnostics);
  checkBounds(base, facets, inherited, at, diagnostics);
  checkLengths(base, facets, inherited, at, diagnostics);
  checkNumbers(facets, inherited, at, diagnostics);
}

/** The facets that a type has from all its steps, white space included. */
export function inheritedFacets(type: SimpleType): Facets {
  const { variety } = type;
  switch (variety.kind) {
    case "restriction":
      return { ...inheritedFacets(variety.base), ...variety.facets };
    case "union":
      return {};
    case "list":
      return { space: "collapse" };
    case "builtin":
      return { ...builtinFacets(variety.builtin), space: valuesOf(type).space };
  }
}

/** A facet that is fixed has the same value in all that is derived (4.3.1.1 and its kin). */
function checkFixed(base: SimpleType, facets: Draft, inherited: Facets, at: Place, diagnostics: Diagnostics): void {
  for (const name of fixedFacets(base)) {
    const [own, before] = [facets[name], inherited[name]];
    if (own === undefined || before === undefined || own === before) continue;
    if (isBound(name) && isSameValue(base, String(own), String(before))) continue;
    delete facets[name];
    const code = name === "space" ? "whiteSpace-valid-restriction" : (`${name}-valid-restriction` as const);
    diagnostics.report(code, at, `${labelOf(name)} is fixed to ${before} in the base type: ${own} is left out`);
  }
}

/** The facets that a step on the way to a type has fixed. */
function fixedFacets({ variety }: SimpleType): ReadonlySet<FixableFacet> {
  if (variety.kind !== "restriction") return new Set();
  return new Set([...(variety.fixed ?? []), ...fixedFacets(variety.base)]);
}

function isBound(name: string): name is Bound {
  return bounds.some((bound) => bound === name);
}

function labelOf(name: FixableFacet): string {
  return name === "space" ? "whiteSpace" : name;
}

function checkBounds(base: SimpleType, facets: Draft, inherited: Facets, at: Place, diagnostics: Diagnostics): void {
  for (const name of bounds) {
    const text = facets[name];
    const expected = text === undefined ? undefined : boundProblem(base, name, text, inherited);
    if (expected === undefined) continue;
    delete facets[name];
    const message = `${name} ${text} is left out: it is not a value of the base type; ${expected} is expected`;
    diagnostics.report(`${name}-valid-restriction`, at, message);
  }
  for (const [inclusive, exclusive] of [
    ["minInclusive", "minExclusive"],
    ["maxInclusive", "maxExclusive"],
  ] as const) {
    if (facets[inclusive] === undefined || facets[exclusive] === undefined) continue;
    const code = inclusive === "minInclusive" ? "minInclusive-minExclusive" : "maxInclusive-maxExclusive";
    diagnostics.report(code, at, `${inclusive} and ${exclusive} exclude each other`);
  }
  checkOrder(base, facets, inherited, at, diagnostics);
}

/** A bound is a value of the base, or the base's own exclusive bound of the same kind. */
function boundProblem(base: SimpleType, name: Bound, text: string, inherited: Facets): string | undefined {
  const expected = expectedOf(base, text);
  if (expected === undefined || !name.endsWith("Exclusive")) return expected;
  const before = inherited[name];
  return before !== undefined && isSameValue(base, text, before) ? undefined : expected;
}

/** Codes of bounds that leave nothing between them, by the lower and the upper one. */
const crossed = {
  minInclusive: {
    maxInclusive: "minInclusive-less-than-equal-to-maxInclusive",
    maxExclusive: "minInclusive-less-than-maxExclusive",
  },
  minExclusive: {
    maxInclusive: "minExclusive-less-than-maxInclusive",
    maxExclusive: "minExclusive-less-than-equal-to-maxExclusive",
  },
} as const;

/** Something has to be between the bounds; one of the base still holds where the step has none of that side. */
function checkOrder(base: SimpleType, facets: Draft, inherited: Facets, at: Place, diagnostics: Diagnostics): void {
  if (bounds.every((name) => facets[name] === undefined)) return;
  const lower = pick(facets, inherited, "minInclusive", "minExclusive");
  const upper = pick(facets, inherited, "maxInclusive", "maxExclusive");
  if (lower === undefined || upper === undefined) return;
  const simple = valuesOf(base);
  const [from, to] = [lower, upper].map(({ text }) =>
    simple.read(applySpace(text, simple.space), { namespaceOf: () => "" }),
  );
  const sign = simple.order?.(from, to);
  const half = lower.name.endsWith("Inclusive") !== upper.name.endsWith("Inclusive");
  if (sign === undefined || sign < 0 || (sign === 0 && !half)) return;
  for (const name of bounds) delete facets[name];
  const message = `nothing is between the bounds ${lower.text} and ${upper.text}: they are left out`;
  diagnostics.report(crossed[lower.name][upper.name], at, message);
}

function pick<N extends Bound>(
  facets: Facets,
  inherited: Facets,
  inclusive: N,
  exclusive: N,
): { readonly name: N; readonly text: string } | undefined {
  for (const source of [facets, inherited]) {
    for (const name of [inclusive, exclusive]) {
      const text = source[name];
      if (text !== undefined) return { name, text };
    }
  }
  return undefined;
}

/**
 * A step that says the length leaves no bounds of it to say, except those that its base had before (4.3.1.4); a bound that a
 * later step says, and that the length is within, is let pass (erratum E2-35).
 */
function checkLengths(base: SimpleType, facets: Facets, inherited: Facets, at: Place, diagnostics: Diagnostics): void {
  if (facets.length === undefined) return;
  for (const name of ["minLength", "maxLength"] as const) {
    const bound = facets[name] ?? inherited[name];
    if (bound === undefined || wasBefore(base, name, bound)) continue;
    const message = `length says all that ${name} could say: one step has either`;
    return diagnostics.report("length-minLength-maxLength", at, message);
  }
}

/** Whether a type on the way has a bound of this value, and no length yet. */
function wasBefore(type: SimpleType, name: "minLength" | "maxLength", value: number): boolean {
  for (let step: SimpleType | undefined = type; step !== undefined; step = baseOf(step)) {
    const facets = inheritedFacets(step);
    if (facets.length === undefined && facets[name] === value) return true;
  }
  return false;
}

function baseOf({ variety }: SimpleType): SimpleType | undefined {
  return variety.kind === "restriction" ? variety.base : undefined;
}

function checkNumbers(facets: Draft, inherited: Facets, at: Place, diagnostics: Diagnostics): void {
  const all = { ...inherited, ...facets };
  for (const [low, high, code] of [
    ["minLength", "maxLength", "minLength-less-than-equal-to-maxLength"],
    ["minLength", "length", "length-minLength-maxLength"],
    ["length", "maxLength", "length-minLength-maxLength"],
    ["fractionDigits", "totalDigits", "fractionDigits-totalDigits"],
  ] as const) {
    const [lower, upper] = [all[low], all[high]];
    const says = facets[low] !== undefined || facets[high] !== undefined;
    if (says && lower !== undefined && upper !== undefined && lower > upper) {
      delete facets[low];
      delete facets[high];
      diagnostics.report(
        code,
        at,
        `${low} ${lower} is more than ${high} ${upper}: what this step says of them is left out`,
      );
    }
  }
  for (const name of [...lengths, ...digits]) {
    const [own, before] = [facets[name], inherited[name]];
    if (own === undefined || before === undefined) continue;
    if (name === "length" ? own === before : name === "minLength" ? own >= before : own <= before) continue;
    delete facets[name];
    const message = `${name} ${own} is left out: it does not restrict the base type's ${before}`;
    diagnostics.report(`${name}-valid-restriction`, at, message);
  }
  if (facets.space !== undefined && spaces.indexOf(facets.space) < spaces.indexOf(inherited.space ?? "preserve")) {
    const message = `whiteSpace ${facets.space} is left out: it does not restrict the base type's ${inherited.space}`;
    delete facets.space;
    diagnostics.report("whiteSpace-valid-restriction", at, message);
  }
  if (facets.totalDigits === 0) {
    delete facets.totalDigits;
    diagnostics.tolerate("s4s-att-invalid-value", at, "totalDigits is at least 1: it is left out");
  }
}
