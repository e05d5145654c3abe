import { digitsOf } from "./scalars/digits.ts";
import { applySpace } from "./scalars/whitespace.ts";
import type { Simple } from "./simple.ts";
import type { Facets, ReadContext } from "./table.ts";

/** What a value breaks. */
interface Violation {
  readonly kind: "facet" | "unlisted-value";
  /** What the contract wants, for people. */
  readonly expected: string;
}

/** Looks for what a value breaks; `text` is its lexical form after white space processing. */
export type Check = (value: unknown, text: string) => Violation | undefined;

/** Both checks, the first violation wins. */
export function combine(first: Check | undefined, second: Check | undefined): Check | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return (value, text) => first(value, text) ?? second(value, text);
}

/** Compiles constraining facets over a base type (XSD part 2, 4.3); undefined where there is nothing to check. */
export function checkOf(facets: Facets, base: Simple): Check | undefined {
  const checks = [...lengthChecks(facets, base), ...boundChecks(facets, base), ...digitChecks(facets)];
  for (const pattern of facets.pattern ?? []) {
    checks.push(rule(`a value matching ${pattern.source}`, (_value, text) => pattern.test(text)));
  }
  if (facets.enumeration !== undefined) checks.push(enumerationCheck(facets.enumeration, base));
  return checks.reduce<Check | undefined>(combine, undefined);
}

function rule(expected: string, holds: (value: unknown, text: string) => boolean): Check {
  const violation: Violation = { kind: "facet", expected };
  return (value, text) => (holds(value, text) ? undefined : violation);
}

function lengthChecks(facets: Facets, base: Simple): Check[] {
  const { size, unit } = base;
  const { length, minLength, maxLength } = facets;
  if (size === undefined) return [];
  const checks: Check[] = [];
  if (length !== undefined) checks.push(rule(`${length} ${unit}`, (value) => size(value) === length));
  if (minLength !== undefined) checks.push(rule(`at least ${minLength} ${unit}`, (value) => size(value) >= minLength));
  if (maxLength !== undefined) checks.push(rule(`at most ${maxLength} ${unit}`, (value) => size(value) <= maxLength));
  return checks;
}

/** A value that cannot be compared with a bound does not satisfy it. */
function boundChecks(facets: Facets, base: Simple): Check[] {
  const checks: Check[] = [];
  const bound = (text: string | undefined, label: string, holds: (sign: number) => boolean): void => {
    const { order } = base;
    if (text === undefined || order === undefined) return;
    const limit = facetValue(text, base);
    checks.push(rule(`${label} ${text}`, (value) => holds(order(value, limit) ?? Number.NaN)));
  };
  bound(facets.minInclusive, "at least", (sign) => sign >= 0);
  bound(facets.maxInclusive, "at most", (sign) => sign <= 0);
  bound(facets.minExclusive, "more than", (sign) => sign > 0);
  bound(facets.maxExclusive, "less than", (sign) => sign < 0);
  return checks;
}

function digitChecks(facets: Facets): Check[] {
  const { totalDigits, fractionDigits } = facets;
  const checks: Check[] = [];
  if (totalDigits !== undefined) {
    checks.push(
      rule(`at most ${totalDigits} digits`, (_value, text) => {
        const { whole, fraction } = digitsOf(text);
        return whole.length + fraction.length <= totalDigits;
      }),
    );
  }
  if (fractionDigits !== undefined) {
    const expected = `at most ${fractionDigits} fraction digits`;
    checks.push(rule(expected, (_value, text) => digitsOf(text).fraction.length <= fractionDigits));
  }
  return checks;
}

function enumerationCheck(texts: readonly string[], base: Simple): Check {
  const values = texts.map((text) => facetValue(text, base));
  const violation: Violation = { kind: "unlisted-value", expected: `one of ${texts.slice(0, 12).join(", ")}` };
  return (value) => (values.some((listed) => base.equal(value, listed)) ? undefined : violation);
}

const NO_NAMESPACES: ReadContext = { namespaceOf: () => undefined };

/** Value of a facet. Qualified names stand as `{namespace}local`, since a table has no prefixes. */
function facetValue(text: string, base: Simple): unknown {
  const qualified = /^\{([^}]*)\}(.+)$/.exec(text);
  const value =
    base.read(applySpace(text, base.space), NO_NAMESPACES) ??
    (qualified === null ? undefined : base.read(`q:${qualified[2]}`, { namespaceOf: () => qualified[1] }));
  if (value === undefined)
    throw new TypeError(`The facet value ${JSON.stringify(text)} is not a value of ${base.label}.`);
  return value;
}
