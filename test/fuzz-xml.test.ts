/** Random documents, held against saxes and slimdom: a fixed part of what `npm run fuzz` goes on with. */
import { expect, test } from "vitest";
import { compare } from "./fuzz/compare.ts";
import { knownErrors } from "./fuzz/known-errors.ts";
import { runSeed, tally } from "./fuzz/run.ts";
import { ourReader, readersUnderTest } from "./xml/ours.ts";
import { saxes, slimdom } from "./xml/peers.ts";
import { agrees, type ReaderUnderTest } from "./xml/reading.ts";

test("the same verdict and the same content as saxes and slimdom", { timeout: 120_000 }, () => {
  const found = tally();
  for (let seed = 20_261_123; seed < 20_261_127; seed++) runSeed(seed, 500, readersUnderTest, found);
  expect(found.differences.slice(0, 5)).toEqual([]);
  // A run says something only while there is much of both, and somebody to be held against.
  expect(found.read).toBeGreaterThan(0.4 * found.documents);
  expect(found.refused).toBeGreaterThan(0.3 * found.documents);
  expect(found.unjudged).toBeLessThan(0.02 * found.documents);
});

test("a reader that is wrong is found out", () => {
  const careless: ReaderUnderTest = {
    ...saxes,
    name: "careless",
    read: (document) => saxes.read(String(document).trim()),
  };
  const broken: ReaderUnderTest = {
    name: "broken",
    read: () => {
      throw new TypeError("broken");
    },
  };
  expect(compare(" <?xml version='1.0'?><a/>", [careless]).differences).toMatchObject([{ reader: "careless" }]);
  expect(compare("<a>\ud800b</a>", [saxes]).differences).toMatchObject([{ reader: "saxes" }]);
  expect(compare("<a/>", [broken]).differences).toMatchObject([{ ours: expect.stringContaining("TypeError: broken") }]);
  expect(compare("<a/>", readersUnderTest).differences).toEqual([]);
});

/** For each known error a document that shows it: the peer is wrong there, and one that it gets right is not taken for it. */
const shown: readonly (readonly [wrong: string, right: string])[] = [
  ["<a xmlns:p='u' p:1='x'/>", "<a xmlns:p='u' p:b='x'/>"],
  ["<?xml version='1.1'?><a>\u0085</a>", "<?xml version='1.0'?><a>\u0085</a>"],
  ["<a>\ud800b</a>", "<a>\u{10000}</a>"],
  ["<a xmlns=' u '/>", "<a xmlns='u' b=' c '/>"],
  ["<?xml version='1.2'?><a>\u0085</a>", "<?xml version='1.0'?><a>\u0085</a>"],
  ["<?p?q ?><a/>", "<?p q?><a/>"],
  ["<?xml version='1.1'?><a xmlns:p='' p:b=''/>", "<?xml version='1.1'?><a xmlns:p='u' p:b=''/>"],
];

test("errors that peers are known for are theirs, and are still there", () => {
  expect(shown.length).toBe(knownErrors.length);
  for (const [index, { peers, applies, reason }] of knownErrors.entries()) {
    const [wrong, right] = shown[index] ?? ["", ""];
    for (const peer of [slimdom, saxes].filter(({ name }) => peers.some((known) => known === name))) {
      expect(agrees(peer, peer.read(wrong), ourReader.read(wrong)), reason).toBe(false);
      expect(agrees(peer, peer.read(right), ourReader.read(right)), reason).toBe(true);
      expect(applies(wrong, peer.read(wrong)), reason).toBe(true);
      expect(applies(right, peer.read(right)), reason).toBe(false);
    }
  }
});
