/** Counts outcomes: by test set, by kind of case, and those of the reference processors by the same rule. */
import { isRight } from "./outcome.ts";
import {
  expectedOf,
  references,
  unscored,
  type Case,
  type CaseKind,
  type Reference,
  type SuiteOutcome,
} from "./suite.ts";

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
 * Whether a reference is right. Whatever it did not call valid it refused, also where it could not load the schema or read the document;
 * only where it came to no end, or asked for the network, it is wrong. Ours gets no such benefit: a crash is never right.
 */
export function referenceIsRight(test: Case, reference: Reference): boolean {
  const said = test.reference[reference];
  if (said === "timeout" || said === "nonet") return false;
  return (said === "valid" ? "valid" : "invalid") === expectedOf(test);
}

/** Counts outcomes of cases that are scored. */
export function rowOf(label: string, outcomes: readonly SuiteOutcome[]): Row {
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
export function scored(outcomes: readonly SuiteOutcome[]): readonly SuiteOutcome[] {
  return outcomes.filter(({ test }) => unscored(test) === undefined);
}

/** The verdicts among them: what the references gave, too. */
export function verdicts(outcomes: readonly SuiteOutcome[]): readonly SuiteOutcome[] {
  return scored(outcomes).filter(({ check }) => check === "schema" || check === "instance");
}

/** How many of the valid schemas became code that compiles, and how many of their valid documents came back the same. */
export function bindingCounts(outcomes: readonly SuiteOutcome[]): readonly (readonly [label: string, count: Count])[] {
  return (["code", "roundtrip"] as const).flatMap((check) => {
    const of = scored(outcomes).filter((outcome) => outcome.check === check);
    const other = of.filter(({ test }) => test.set !== "nist");
    const label =
      check === "code" ? "valid schemas: code that compiles" : "valid documents: the same after a round trip";
    return [[label, countOf(of)] as const, [`${label}, without NIST`, countOf(other)] as const].filter(
      ([, { all }]) => all > 0,
    );
  });
}

function countOf(outcomes: readonly SuiteOutcome[]): Count {
  return { right: outcomes.filter(isRight).length, all: outcomes.length };
}

/** The four lines that a processor is measured by, and both kinds together. */
export function summaryRows(outcomes: readonly SuiteOutcome[]): readonly Row[] {
  const counted = verdicts(outcomes);
  const of = (kind: CaseKind): readonly SuiteOutcome[] => counted.filter(({ check }) => check === kind);
  const other = (some: readonly SuiteOutcome[]): readonly SuiteOutcome[] =>
    some.filter(({ test }) => test.set !== "nist");
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
export function testSetRows(outcomes: readonly SuiteOutcome[]): readonly Row[] {
  const sets = Map.groupBy(verdicts(outcomes), ({ test }) => `${test.set} ${test.testSet}: ${test.kind}`);
  return [...sets].map(([label, of]) => rowOf(label, of));
}
