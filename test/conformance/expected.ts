/** The list of expected failures: groups of cases with the reason why they fail. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { isRight, nameOf, type Outcome } from "./outcome.ts";

/** Cases that fail for one reason. */
export interface ExpectedFailures {
  readonly reason: string;
  /** Full names; between slashes: regular expressions that full names match. */
  readonly cases: readonly string[];
}

/** How a run compares with the list. */
export interface Deviations {
  /** Failures that the list does not have. */
  readonly unlisted: readonly Outcome[];
  /** Cases of the list that passed. */
  readonly passed: readonly Outcome[];
  /** Entries that no case of a whole run has. */
  readonly idle: readonly string[];
}

/** Reads the list. @throws Error where it is no such list */
export function readExpected(path: string): readonly ExpectedFailures[] {
  const groups: unknown = parse(readFileSync(path, "utf8")) ?? [];
  if (!Array.isArray(groups)) throw new Error(`${path} is no list of groups`);
  return groups.map((group: unknown) => {
    if (!isGroup(group)) throw new Error(`${path}: every group has a reason and a list of cases`);
    return group;
  });
}

function isGroup(group: unknown): group is ExpectedFailures {
  if (typeof group !== "object" || group === null || !("reason" in group) || !("cases" in group)) return false;
  const { reason, cases } = group;
  const told = typeof reason === "string" && reason !== "";
  return told && Array.isArray(cases) && cases.every((name: unknown) => typeof name === "string");
}

/** Holds a run against the list. `whole`: the run had every case, so that each entry has to be met. */
export function deviations(
  outcomes: readonly Outcome[],
  expected: readonly ExpectedFailures[],
  whole: boolean,
): Deviations {
  const entries = expected.flatMap(({ cases }) => cases);
  const names = new Set(entries.filter((entry) => !isPattern(entry)));
  const patterns = entries.filter(isPattern).map((entry) => ({ entry, pattern: new RegExp(entry.slice(1, -1)) }));
  const met = new Set<string>();
  const unlisted: Outcome[] = [];
  const passed: Outcome[] = [];
  for (const outcome of outcomes) {
    const name = nameOf(outcome);
    const found = patterns.filter(({ pattern }) => pattern.test(name)).map(({ entry }) => entry);
    if (names.has(name)) found.push(name);
    for (const entry of found) met.add(entry);
    if (isRight(outcome) && found.length > 0) passed.push(outcome);
    if (!isRight(outcome) && found.length === 0) unlisted.push(outcome);
  }
  return { unlisted, passed, idle: whole ? entries.filter((entry) => !met.has(entry)) : [] };
}

function isPattern(entry: string): boolean {
  return entry.length > 2 && entry.startsWith("/") && entry.endsWith("/");
}

/** What deviates, for people; empty where nothing does. */
export function deviationsText({ unlisted, passed, idle }: Deviations, most = 40): string {
  const failed = unlisted.map(
    (outcome) => `failed, and is not listed: ${nameOf(outcome)}: ${outcome.got} ${outcome.reason}`,
  );
  const good = passed.map((outcome) => `passed, and is listed as failing: ${nameOf(outcome)}`);
  const unmet = idle.map((entry) => `is listed, and no case has that name: ${entry}`);
  const lines = [...good, ...unmet, ...failed].map((line) => (line.length > 300 ? `${line.slice(0, 300)}…` : line));
  const more = lines.length > most ? [`and ${lines.length - most} others`] : [];
  return [...lines.slice(0, most), ...more].join("\n");
}
