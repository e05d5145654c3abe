/** Runs over the suites: verdicts, code, round trips. */
import { rmSync } from "node:fs";
import { compileModules } from "./compile.ts";
import type { Outcome } from "./outcome.ts";
import { judgeAll, type PoolOptions } from "./pool.ts";
import { groupsOf, outcomeOf, type Case, type SuiteOutcome } from "./suite.ts";
import { outcomesOf, type WildSet } from "./wild.ts";

/** Judges cases of the W3C's suite and compiles what was generated from them. */
export async function runSuite(cases: readonly Case[], options: PoolOptions): Promise<readonly SuiteOutcome[]> {
  forget(options);
  const findings = await judgeAll(groupsOf(cases), ({ kind }) => kind, options);
  const outcomes = cases.flatMap((test) => (findings.get(test) ?? []).map((finding) => outcomeOf(test, finding)));
  return compiled(outcomes, options);
}

/** Generates, compiles and tries the contracts of real services. */
export async function runWild(sets: readonly WildSet[], options: PoolOptions): Promise<readonly Outcome[]> {
  forget(options);
  const groups = sets.map((set) => [set]);
  const findings = await judgeAll(groups, () => "code", options);
  return compiled(
    sets.flatMap((set) => outcomesOf(set, findings.get(set) ?? [])),
    options,
  );
}

/** What an earlier version of the generator wrote is of no interest. */
function forget({ setup: { modules } }: PoolOptions): void {
  if (modules !== undefined) rmSync(modules, { recursive: true, force: true });
}

async function compiled<O extends Outcome>(
  outcomes: readonly O[],
  { setup: { modules } }: PoolOptions,
): Promise<readonly O[]> {
  const files = new Set(outcomes.flatMap(({ module }) => module ?? []));
  if (modules === undefined || files.size === 0) return outcomes;
  const wrong = await compileModules(modules, [...files]);
  return outcomes.map((outcome) => {
    const error = outcome.module === undefined ? undefined : wrong.get(outcome.module);
    return error === undefined ? outcome : { ...outcome, got: "errors", reason: `${error} in ${outcome.module}` };
  });
}
