/** The algebra of wildcards, held against what each admits: of names of one namespace, of none, and of any other. */
import { describe, expect, test } from "vitest";
import type { NamespaceConstraint } from "../../src/runtime/codec/table.ts";
import { admits, intersection, overlap, union } from "../../scripts/xsd/wildcards.ts";

const constraints: readonly NamespaceConstraint[] = [
  "##any",
  { not: "" },
  { not: "urn:a" },
  { not: "urn:b" },
  [],
  [""],
  ["urn:a"],
  ["", "urn:a"],
  ["urn:a", "urn:b"],
  ["", "urn:a", "urn:b", "urn:c"],
];
const namespaces = ["", "urn:a", "urn:b", "urn:c", "urn:any-other"];
const pairs = constraints.flatMap((one) => constraints.map((other) => [one, other] as const));

describe.each(pairs)("%j and %j", (one, other) => {
  const held = (both: NamespaceConstraint | undefined, expected: (namespace: string) => boolean): void => {
    if (both === undefined) return;
    expect(namespaces.filter((namespace) => admits(both, namespace))).toEqual(namespaces.filter(expected));
  };
  test("together", () => {
    held(union(one, other), (namespace) => admits(one, namespace) || admits(other, namespace));
    held(intersection(one, other), (namespace) => admits(one, namespace) && admits(other, namespace));
    expect(overlap(one, other)).toBe(
      namespaces.some((namespace) => admits(one, namespace) && admits(other, namespace)),
    );
  });
});

test("what has no name", () => {
  const unnamed = (operation: typeof union): string[] =>
    pairs.filter(([one, other]) => operation(one, other) === undefined).map((pair) => JSON.stringify(pair));
  expect(unnamed(intersection)).toEqual(['[{"not":"urn:a"},{"not":"urn:b"}]', '[{"not":"urn:b"},{"not":"urn:a"}]']);
  expect(unnamed(union)).toEqual([
    '[{"not":"urn:a"},[""]]',
    '[{"not":"urn:b"},[""]]',
    '[{"not":"urn:b"},["","urn:a"]]',
    '[[""],{"not":"urn:a"}]',
    '[[""],{"not":"urn:b"}]',
    '[["","urn:a"],{"not":"urn:b"}]',
  ]);
});

test("##other admits neither its namespace nor names without one", () => {
  expect(namespaces.filter((namespace) => admits({ not: "urn:a" }, namespace))).toEqual([
    "urn:b",
    "urn:c",
    "urn:any-other",
  ]);
});
