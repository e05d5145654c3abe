import { describe, expect, it } from "vitest";
import { arrange } from "../../src/runtime/codec/arrange.ts";
import { Matcher } from "../../src/runtime/codec/matcher.ts";
import { leaf, modelOf } from "../../src/runtime/codec/particles.ts";
import type { Particle } from "../../src/runtime/codec/table.ts";

function model(particle: Particle<string>): ReturnType<typeof modelOf> {
  // Lower case keys occur once, upper case ones are optional, in a choice too they are once what they are.
  return modelOf(particle, (key, inChoice, count) =>
    leaf(key, count ?? (inChoice || key === key.toLowerCase() ? "1" : "?")),
  );
}

/** Whether a word of one-letter keys matches. */
function matches(particle: Particle<string>, word: string): boolean {
  const matcher = new Matcher(model(particle));
  return [...word].every((key) => matcher.step(key)) && matcher.complete();
}

/** All words over some letters up to a length. */
function words(letters: readonly string[], length: number): readonly string[] {
  if (length === 0) return [""];
  const shorter = words(letters, length - 1);
  const longest = shorter.filter((word) => word.length === length - 1);
  return [...shorter, ...longest.flatMap((word) => letters.map((letter) => word + letter))];
}

describe.each<[string, Particle<string>, RegExp]>([
  ["a sequence", { sequence: ["a", "B", "c"] }, /^aB?c$/],
  ["a repeated sequence", { sequence: ["a", "B"], count: "*" }, /^(aB?)*$/],
  ["a choice", { choice: ["a", "b"] }, /^[ab]$/],
  ["optional keys in a choice occur once", { choice: ["A", "B"] }, /^[AB]$/],
  ["a repeated choice", { choice: ["a", "b"], count: [1, 3] }, /^[ab]{1,3}$/],
  ["a choice of sequences", { choice: [{ sequence: ["a", "c"] }, { sequence: ["b", "c"] }] }, /^(ac|bc)$/],
  ["nested counts", { sequence: [{ key: "a", count: [2, 2] }, "B"], count: [1, 2] }, /^(aaB?){1,2}$/],
  [
    "counts that can be split in several ways",
    { sequence: [{ key: "a", count: [2, 3] }], count: [2, 2] },
    /^(a{2,3}){2}$/,
  ],
  ["all in any order", { all: ["a", "b", "C"] }, /^(?=[^a]*a[^a]*$)(?=[^b]*b[^b]*$)(?!.*C.*C)[abC]*$/],
  ["an optional all", { all: ["a", "b"], count: "?" }, /^(ab|ba)?$/],
  [
    "groups in groups",
    { sequence: ["a", { choice: ["b", { sequence: ["c", { choice: ["a", "b"], count: "?" }] }], count: "+" }] },
    /^a(b|c[ab]?)+$/,
  ],
  [
    "an optional group whose content may be empty",
    { sequence: [{ sequence: ["A", "B"], count: [3, 3] }, "c"] },
    /^(A?B?){3}c$/,
  ],
  ["nothing", { sequence: [] }, /^$/],
  ["a key that may not occur", { sequence: ["a", { key: "b", count: [0, 0] }] }, /^a$/],
])("%s", (_what, particle, expected) => {
  it("accepts exactly its language", () => {
    const letters = [...new Set(expected.source.match(/[A-Ca-c]/g) ?? []), "x"];
    const wrong = words(letters, 6).filter((word) => matches(particle, word) !== expected.test(word));
    expect(wrong).toEqual([]);
  });
});

it("says what could come", () => {
  const matcher = new Matcher(model({ sequence: ["a", "B", { choice: ["c", "d"] }, "E"] }));
  expect([...matcher.expected()]).toEqual(["a"]);
  matcher.step("a");
  expect([...matcher.expected()]).toEqual(["B", "c", "d"]);
  expect(matcher.step("E")).toBe(false);
  expect([...matcher.expected()]).toEqual(["B", "c", "d"]);
  matcher.step("d");
  expect([...matcher.expected()]).toEqual(["E"]);
});

it("stays linear where counts nest", () => {
  const particle: Particle<string> = {
    sequence: [{ sequence: [{ key: "a", count: [1, 4] }], count: [1, 4] }],
    count: "*",
  };
  const matcher = new Matcher(model(particle));
  const start = performance.now();
  for (let i = 0; i < 20_000; i++) if (!matcher.step("a")) expect.unreachable();
  expect(matcher.complete()).toBe(true);
  expect(performance.now() - start).toBeLessThan(5000);
});

it("counts far without unfolding", () => {
  const matcher = new Matcher(model({ sequence: [{ key: "a", count: [100_000, 1_000_000] }, "b"] }));
  for (let i = 0; i < 100_000; i++) matcher.step("a");
  expect(matcher.step("b") && matcher.complete()).toBe(true);
});

describe("arranging", () => {
  const order = (particle: Particle<string>, counts: Record<string, number>): [string, string] => {
    const { order: keys, surplus } = arrange(model(particle), new Map(Object.entries(counts)));
    return [keys.join(""), surplus.join("")];
  };
  it.each<[Particle<string>, Record<string, number>, string, string]>([
    [{ sequence: ["a", "B", "c"] }, { c: 1, a: 1 }, "ac", ""],
    [{ sequence: ["a", "b"], count: "*" }, { b: 2, a: 2 }, "abab", ""],
    [{ choice: ["a", "b"] }, { a: 1, b: 1 }, "a", "b"],
    [{ choice: [{ sequence: ["a", "c"] }, { sequence: ["b", "c"] }] }, { c: 1, b: 1 }, "bc", ""],
    [{ choice: [{ sequence: ["A", "c"] }, "d"] }, { c: 1 }, "c", ""],
    [{ choice: ["a", "b"], count: "*" }, { b: 2, a: 1 }, "abb", ""],
    [{ all: ["a", "b"] }, { b: 1, a: 1 }, "ba", ""],
    [{ sequence: ["a"] }, { a: 2 }, "a", "a"],
    [{ choice: [{ sequence: ["a", "b"] }, "c"] }, { b: 1 }, "b", ""],
  ])("%j with %j is %s", (particle, counts, expected, surplus) => {
    expect(order(particle, counts)).toEqual([expected, surplus]);
  });
});
