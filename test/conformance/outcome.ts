/** What came out of a case: one outcome for each thing that is checked of it. */
import { expectedOf, type Case } from "./suite.ts";

/**
 * What is checked: the verdict on a schema or on a document; for a valid schema, the code that is generated from it; for a valid
 * document, whether it is the same after it was decoded and encoded.
 */
export type Check = "schema" | "instance" | "code" | "roundtrip";

/** What was found: a verdict, a result, or why there is neither. */
export interface Finding {
  readonly check: Check;
  readonly got:
    | "valid"
    | "invalid"
    | "compiles"
    | "equal"
    | "different"
    | "errors"
    | "refused"
    | "unsupported"
    | "crash"
    | "hang";
  /** Why: the first diagnostics or errors; empty where nothing was wrong. */
  readonly reason: string;
  /** The generated module that is still to be compiled: its file name. */
  readonly module?: string;
}

/** A finding with its case. */
export interface Outcome extends Finding {
  readonly test: Case;
}

/** What should be found; undefined where the suite does not say. */
export function expectedFor({ test, check }: Pick<Outcome, "test" | "check">): string | undefined {
  if (check === "code") return "compiles";
  return check === "roundtrip" ? "equal" : expectedOf(test);
}

/** Whether it came out as expected. */
export function isRight(outcome: Outcome): boolean {
  return outcome.got === expectedFor(outcome);
}

/** Full name, which is what the list of expected failures looks at: `test set/group/name check`. */
export function nameOf({ test, check }: Pick<Outcome, "test" | "check">): string {
  return `${test.testSet}/${test.group}/${test.name} ${check}`;
}

/** One line of the file that `--out` writes. */
export function lineOf(outcome: Outcome): string {
  const { set, testSet, group, name, instance, schemas } = outcome.test;
  const { check, got, reason } = outcome;
  const path = instance ?? schemas[0];
  const expected = expectedFor(outcome);
  return JSON.stringify({ suite: "xsts", set, testSet, group, name, check, path, expected, got, reason });
}

/** Text of an error that no part of the product means to raise. */
export function crashText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [`${error.name}: ${error.message}`, ...frames.slice(0, 3).map((line) => line.trim())].join(" ");
}
