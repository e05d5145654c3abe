/** The W3C XML Schema Test Suite: its cases, what they expect, and which of them count. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { manifest } from "../support/corpora.ts";
import type { Finding, Outcome } from "./outcome.ts";

/** What a case is about: whether schema documents are a schema, or whether a document is valid by them. */
export type CaseKind = "schema" | "instance";

/** What the suite can expect of a case that counts. */
export type Verdict = "valid" | "invalid";

/** The processors whose verdicts the manifest keeps. */
export const references = ["xmllint", "xerces", "pyxs"] as const;

export type Reference = (typeof references)[number];

/** One test of the suite. Paths are relative to its folder. */
export interface Case {
  /** Who contributed it: `nist`, `ms`, `sun`, … */
  readonly set: string;
  readonly testSet: string;
  readonly group: string;
  readonly kind: CaseKind;
  readonly name: string;
  readonly schemas: readonly string[];
  readonly schemaExpected: string | null;
  readonly instance: string | null;
  readonly instanceExpected: string | null;
  readonly reference: { readonly [processor in Reference]?: string };
  /** The outcome depends on the version of Unicode. */
  readonly expectedByUnicode?: unknown;
  /** No reference agrees with the suite. */
  readonly contested?: boolean;
}

/** The outcome that the suite expects; undefined where it says that it is indeterminate, or that it depends on something. */
export function expectedOf({ kind, schemaExpected, instanceExpected }: Case): Verdict | undefined {
  const expected = kind === "schema" ? schemaExpected : instanceExpected;
  return expected === "valid" || expected === "invalid" ? expected : undefined;
}

/** What came out of a case of the suite. */
export interface SuiteOutcome extends Outcome {
  readonly test: Case;
}

/** A finding with its case. */
export function outcomeOf(test: Case, finding: Finding): SuiteOutcome {
  const { set, testSet, group, name, instance, schemas } = test;
  const verdict = expectedOf(test);
  const expected = finding.check === "code" ? "compiles" : finding.check === "roundtrip" ? "equal" : verdict;
  const path = instance ?? schemas[0] ?? "";
  return { suite: "xsts", set, testSet, group, name, path, expected, test, ...finding };
}

/** Why a case does not count; undefined where it does. */
export function unscored(test: Case): string | undefined {
  // The suite's description of itself imports documents from the W3C's server.
  if (test.testSet === "introspection") return "needs the network";
  if (test.expectedByUnicode !== undefined) return "depends on the version of Unicode";
  return expectedOf(test) === undefined ? "indeterminate" : undefined;
}

/** All cases for XSD 1.0, in the manifest's order. */
export function readSuite(folder: string): readonly Case[] {
  if (!existsSync(join(folder, "manifest.jsonl"))) throw new Error(`${folder} has no manifest.jsonl`);
  return manifest<Case>(folder);
}

/** Whether a name belongs to a fixed part of all: one in `fraction`, the same ones in every run. */
export function inFraction(name: string, fraction: number): boolean {
  // FNV-1a, 32 bits: spreads names that differ in one digit.
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % fraction === 0;
}

/** What of a suite is run. */
export interface Selection {
  /** Only the cases whose name (`test set/group/name kind`) or path it matches. */
  readonly filter?: RegExp;
  /** One group in so many. */
  readonly fraction: number;
}

/** The cases of a selection. */
export function selected(cases: readonly Case[], { filter, fraction }: Selection): readonly Case[] {
  return cases.filter((test) => {
    const { testSet, group, name, kind, instance, schemas } = test;
    if (fraction > 1 && !inFraction(`${testSet}/${group}`, fraction)) return false;
    const texts = [`${testSet}/${group}/${name} ${kind}`, instance ?? "", ...schemas];
    return filter === undefined || texts.some((text) => filter.test(text));
  });
}

/** The cases of each group beside each other: they share their schemas. */
export function groupsOf(cases: readonly Case[]): readonly (readonly Case[])[] {
  const groups = new Map<string, Case[]>();
  for (const test of cases) {
    const key = `${test.testSet}/${test.group}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [test]);
    else group.push(test);
  }
  return [...groups.values()];
}
