/** What documents cost that are meant to cost more than they weigh: work is counted, not timed. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hostileDocuments } from "../support/hostile-xml.ts";
import { WorkCounter } from "../support/work.ts";
import type { ReaderUnderTest } from "../xml/reading.ts";

const unlimited = { depth: 1e9, attributes: 1e9, name: 1e9, text: 1e9, size: 1e9 };
const counter = new WorkCounter("/src/runtime/xml/");
let readTokens: (document: string, limits: typeof unlimited) => ReturnType<ReaderUnderTest["read"]>;

beforeAll(async () => {
  await counter.start();
  ({ readTokens } = await import("../xml/ours.ts"));
});
afterAll(() => counter.stop());

describe("twice the size is twice the work", () => {
  test.each(Object.entries(hostileDocuments))("%s", async (_, make) => {
    const [once, twice] = [make(2000), make(4000)];
    // What is kept from one document to the next is there for both.
    for (const document of [once, twice]) readTokens(document, unlimited);
    const less = await counter.of(() => readTokens(once, unlimited));
    const more = await counter.of(() => readTokens(twice, unlimited));
    expect(less).toBeGreaterThan(20);
    expect(more).toBeLessThan(2.3 * less + 500);
  });
});

test("the counter counts", async () => {
  const text = (length: number) => () => readTokens(`<a>${"&lt;".repeat(length)}</a>`, unlimited);
  const [less, more] = [await counter.of(text(100)), await counter.of(text(1100))];
  expect(more - less).toBeGreaterThan(1000);
  expect(await counter.of(text(100))).toBe(less);
});
