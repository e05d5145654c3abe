/** Contracts of real services and fixtures of other tools: what the corpus says of them, and what is expected. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { manifest } from "../support/corpora.ts";
import type { Finding, Outcome } from "./outcome.ts";
import { isRight } from "./outcome.ts";
import { inFraction, type Selection } from "./suite.ts";
import type { Count } from "./tally.ts";

/** A message of a set, and who calls it valid. */
export interface Sample {
  readonly file: string;
  readonly xmllint?: string | null;
  readonly xerces?: string | null;
}

/** One contract, or several that belong together. Paths are relative to the corpus. */
export interface WildSet {
  readonly name: string;
  readonly kind: "wsdl" | "xsd";
  readonly entries: readonly string[];
  /** Where documents are that the contract calls by address or namespace. */
  readonly catalog: readonly { readonly namespace: string; readonly location: string; readonly file: string }[];
  /** Whether all documents are at hand. */
  readonly complete: boolean;
  readonly reference: { readonly xerces?: string; readonly xmllint?: string };
  readonly samples?: readonly Sample[];
  readonly soapSamples?: readonly { readonly file: string }[];
  /** The folder of fixtures that it is of; absent for a real service. */
  readonly bulk?: string;
}

/** The sets of the manifest, and those of the manifest of fixtures where they are asked for. */
export function readWild(folder: string, fixtures: boolean): readonly WildSet[] {
  if (!existsSync(join(folder, "manifest.jsonl"))) throw new Error(`${folder} has no manifest.jsonl`);
  const bulk =
    fixtures && existsSync(join(folder, "manifest-bulk.jsonl")) ? manifest<WildSet>(folder, "manifest-bulk.jsonl") : [];
  return [...manifest<WildSet>(folder), ...bulk];
}

/** The sets of a selection. */
export function selectedSets(sets: readonly WildSet[], { filter, fraction }: Selection): readonly WildSet[] {
  return sets.filter(({ name, entries }) => {
    if (fraction > 1 && !inFraction(name, fraction)) return false;
    return filter === undefined || [name, ...entries].some((text) => filter.test(text));
  });
}

/** Findings about a set: of its entries, and of its messages, which have names of their own. */
export function outcomesOf(set: WildSet, findings: readonly Finding[]): readonly Outcome[] {
  const { name, kind, bulk, entries } = set;
  return findings.map((finding) => {
    const path = finding.about ?? entries[0] ?? name;
    const of = {
      suite: "wild",
      set: bulk === undefined ? "real" : "bulk",
      testSet: bulk ?? kind,
      group: name,
    } as const;
    return { ...of, name: path, path, expected: expectedFor(set, finding, path), ...finding };
  });
}

/** Real contracts have to generate, fixtures where another processor loads them; messages that both references call valid come back. */
function expectedFor(set: WildSet, { check, trusted }: Finding, path: string): string | undefined {
  if (check === "code") {
    const loads = set.reference.xerces === "valid" || set.reference.xmllint === "valid";
    return set.bulk === undefined || loads ? "compiles" : undefined;
  }
  const sample = set.samples?.find(({ file }) => file === path);
  const valid = sample === undefined ? trusted === true : sample.xmllint === "valid" && sample.xerces === "valid";
  return valid ? "equal" : undefined;
}

/** How many came out as expected. */
export function wildCounts(outcomes: readonly Outcome[]): readonly (readonly [label: string, count: Count])[] {
  const count = (label: string, set: string, check: string): readonly (readonly [string, Count])[] => {
    const of = outcomes.filter((one) => one.set === set && one.check === check && one.expected !== undefined);
    return of.length === 0 ? [] : [[label, { right: of.filter(isRight).length, all: of.length }]];
  };
  return [
    ...count("real contracts: code that compiles", "real", "code"),
    ...count("fixtures that another processor loads: code that compiles", "bulk", "code"),
    ...count("messages of real contracts: the same after a round trip", "real", "roundtrip"),
  ];
}
