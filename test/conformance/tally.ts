/** Counts outcomes: by test set, by kind of case, and those of the reference processors by the same rule. */
import { isRight, type Outcome } from "./outcome.ts";
import { expectedOf, references, unscored, type Case, type CaseKind, type Reference } from "./suite.ts";

/** How many of how many. */
export interface Count {
  readonly right: number;
  readonly all: number;
}

/** One line of a table: ours, and each reference. */
export interface Row {
  readonly label: string;
  readonly ours: Count;
  readonly references: Readonly<Record<Reference, Count>>;
}

/**
 * Whether a reference is right. Whatever it did not call valid it refused: where it could not load the schema, or read the document, it
 * gets the benefit of the doubt. Ours gets none: a crash is never right.
 */
export function referenceIsRight(test: Case, reference: Reference): boolean {
  const verdict = test.reference[reference] === "valid" ? "valid" : "invalid";
  return verdict === expectedOf(test);
}

/** Counts outcomes of cases that are scored. */
export function rowOf(label: string, outcomes: readonly Outcome[]): Row {
  const all = outcomes.length;
  const count = (reference: Reference): Count => ({
    right: outcomes.filter(({ test }) => referenceIsRight(test, reference)).length,
    all,
  });
  const [xmllint, xerces, pyxs] = references;
  return {
    label,
    ours: { right: outcomes.filter(isRight).length, all },
    references: { xmllint: count(xmllint), xerces: count(xerces), pyxs: count(pyxs) },
  };
}

/** The cases that count. */
export function scored(outcomes: readonly Outcome[]): readonly Outcome[] {
  return outcomes.filter(({ test }) => unscored(test) === undefined);
}

/** The four lines that a processor is measured by, and both kinds together. */
export function summaryRows(outcomes: readonly Outcome[]): readonly Row[] {
  const counted = scored(outcomes);
  const of = (kind: CaseKind): readonly Outcome[] => counted.filter(({ test }) => test.kind === kind);
  const other = (some: readonly Outcome[]): readonly Outcome[] => some.filter(({ test }) => test.set !== "nist");
  return [
    rowOf("schema tests", of("schema")),
    rowOf("schema tests without NIST", other(of("schema"))),
    rowOf("instance tests", of("instance")),
    rowOf("instance tests without NIST", other(of("instance"))),
    rowOf("all", counted),
    rowOf("all without NIST", other(counted)),
  ];
}

/** A line for each test set and kind of case. */
export function testSetRows(outcomes: readonly Outcome[]): readonly Row[] {
  const sets = Map.groupBy(scored(outcomes), ({ test }) => `${test.set} ${test.testSet}: ${test.kind}`);
  return [...sets].map(([label, of]) => rowOf(label, of));
}
