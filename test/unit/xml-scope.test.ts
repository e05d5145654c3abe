/** Namespace declarations by the hundred: each prefix means what the nearest declaration says, and asking costs little. */
import { expect, test } from "vitest";
import { pick, randomFrom, whole } from "../bench/inputs/random.ts";
import { rootScope, type Scope } from "../../src/runtime/xml/scope.ts";
import { ourReader, readersUnderTest } from "../xml/ours.ts";
import { slimdom } from "../xml/peers.ts";

/** Elements with many declarations in each other, that use prefixes of all of them. */
function document(seed: number): string {
  const random = randomFrom(seed);
  const prefixes = Array.from({ length: 60 }, (_, index) => `p${index}`);
  const element = (scope: readonly string[], depth: number): string => {
    const declared = new Set(Array.from({ length: pick(random, [0, 1, 1, 12, 40]) }, () => pick(random, prefixes)));
    const all = [...new Set([...scope, ...declared])];
    const declarations = [...declared].map((prefix) => ` xmlns:${prefix}="u${whole(random, 0, 3)}"`).join("");
    const name = all.length === 0 ? "a" : `${pick(random, all)}:a`;
    const children = Array.from({ length: depth > 5 ? 0 : whole(random, 1, 3) }, () => element(all, depth + 1)).join(
      "",
    );
    return `<${name}${declarations}>${children}</${name}>`;
  };
  return element([], 0);
}

test.each(readersUnderTest)("$name: prefixes mean what is declared nearest", ({ read }) => {
  for (let seed = 1; seed <= 20; seed++) {
    const xml = document(seed);
    expect(read(xml)).toEqual(slimdom.read(xml));
  }
});

test("a prefix that is declared twice is found among few and among many", () => {
  for (const count of [1, 8, 15, 16, 17, 40, 300]) {
    const declarations = Array.from({ length: count }, (_, index) => `xmlns:p${index}='u'`).join(" ");
    expect(ourReader.read(`<a ${declarations}><b ${declarations}/><b ${declarations}/></a>`).verdict).toBe("read");
    for (const twice of [0, count >> 1, count - 1]) {
      expect(ourReader.read(`<a ${declarations}><b ${declarations} xmlns:p${twice}='v'/></a>`)).toMatchObject({
        verdict: "refused",
        reason: expect.stringContaining(`xmlns:p${twice} twice`),
      });
    }
  }
});

test("what is not bound is asked for again, and stays unbound", () => {
  let scope: Scope = rootScope;
  for (let index = 0; index < 50; index++) scope = scope.declare(rootScope, `p${index}`, `u${index}`);
  for (let round = 0; round < 2; round++) {
    expect(scope.lookup("q")).toBeUndefined();
    for (const index of [0, 49, 20]) expect(scope.lookup(`p${index}`)).toBe(`u${index}`);
  }
  const taken = scope.declare(scope, "p0", "");
  expect(taken.lookup("p0")).toBeUndefined();
  expect(taken.lookup("p1")).toBe("u1");
});
