/** What came out of a case. */
import { expectedOf, type Case, type Verdict } from "./suite.ts";

/** What was found: a verdict, or why there is none. */
export interface Finding {
  readonly got: Verdict | "crash" | "hang" | "unsupported";
  /** Why: the first diagnostics or errors; empty where nothing was wrong. */
  readonly reason: string;
}

/** A case with its finding. */
export interface Outcome extends Finding {
  readonly test: Case;
}

/** Whether a case came out as the suite expects. */
export function isRight({ test, got }: Outcome): boolean {
  return got === expectedOf(test);
}

/** One line of the file that `--out` writes. */
export function lineOf({ test, got, reason }: Outcome): string {
  const { set, testSet, group, kind, name, instance, schemas } = test;
  const expected = expectedOf(test);
  return JSON.stringify({
    suite: "xsts",
    set,
    testSet,
    group,
    kind,
    name,
    path: instance ?? schemas[0],
    expected,
    got,
    reason,
  });
}

/** Text of an error that no part of the product means to raise. */
export function crashText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [`${error.name}: ${error.message}`, ...frames.slice(0, 3).map((line) => line.trim())].join(" ");
}
