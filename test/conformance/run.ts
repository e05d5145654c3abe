/** A run over the suite: verdicts, code, round trips. */
import { rmSync } from "node:fs";
import { compileModules } from "./compile.ts";
import type { Finding, Outcome } from "./outcome.ts";
import { judgeAll, type PoolOptions } from "./pool.ts";
import type { Case } from "./suite.ts";

/** Judges cases and compiles what was generated from them. */
export async function runCases(cases: readonly Case[], options: PoolOptions): Promise<readonly Outcome[]> {
  const { modules } = options;
  // What an earlier version of the generator wrote is of no interest.
  if (modules !== undefined) rmSync(modules, { recursive: true, force: true });
  const outcomes = await judgeAll(cases, options);
  const files = new Set(outcomes.flatMap(({ module }) => module ?? []));
  if (modules === undefined || files.size === 0) return outcomes;
  const wrong = await compileModules(modules, [...files]);
  return outcomes.map((outcome) => ({ ...outcome, ...compiled(outcome, wrong) }));
}

function compiled({ module }: Finding, wrong: ReadonlyMap<string, string>): Partial<Finding> {
  const error = module === undefined ? undefined : wrong.get(module);
  return error === undefined ? {} : { got: "errors", reason: `${error} in ${module}` };
}
