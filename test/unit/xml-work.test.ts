/** What documents cost that are meant to cost more than they weigh: work is counted, not timed. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { XmlElement } from "../../src/runtime/codec/values.ts";
import { hostileDocuments } from "../support/hostile-xml.ts";
import { WorkCounter } from "../support/work.ts";
import type { ReaderUnderTest } from "../xml/reading.ts";

const unlimited = { depth: 1e9, attributes: 1e9, name: 1e9, text: 1e9, size: 1e9 };
const counter = new WorkCounter("/src/runtime/xml/");
let keepChildren: (document: string) => readonly XmlElement[];
let readTokens: (document: string, limits: typeof unlimited) => ReturnType<ReaderUnderTest["read"]>;

beforeAll(async () => {
  await counter.start();
  ({ readTokens } = await import("../xml/ours.ts"));
  const { closeReader, openReader, START } = await import("../../src/runtime/xml/reader.ts");
  const { readElement } = await import("../../src/runtime/xml/node.ts");
  keepChildren = (document) => {
    const reader = openReader(document);
    const children: XmlElement[] = [];
    reader.next();
    while (reader.next() === START) children.push(readElement(reader));
    closeReader(reader);
    return children;
  };
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

test("elements that are kept do not each list what is declared around them", async () => {
  const kept = (declared: number) => () => {
    const names = Array.from({ length: declared }, (_, index) => `xmlns:p${index}="u"`).join(" ");
    return keepChildren(`<a ${names}>${"<b xmlns:q='v'/>".repeat(500)}</a>`);
  };
  expect(kept(900)().map(({ namespaces }) => namespaces?.length)).toEqual(Array.from({ length: 500 }, () => 901));
  expect(keepChildren(`<a><b/></a>`)).toMatchObject([{ name: { localName: "b" } }]);
  expect(keepChildren(`<a xmlns="u"><b xmlns=""/></a>`)[0]).not.toHaveProperty("namespaces");
  for (const declared of [10, 900]) kept(declared)();
  const [few, many] = [await counter.of(kept(10)), await counter.of(kept(900))];
  // The 890 declarations that are more are read once.
  expect(many - few).toBeLessThan(890 * 200);
});

test("the counter counts", async () => {
  const text = (length: number) => () => readTokens(`<a>${"&lt;".repeat(length)}</a>`, unlimited);
  const [less, more] = [await counter.of(text(100)), await counter.of(text(1100))];
  expect(more - less).toBeGreaterThan(1000);
  expect(await counter.of(text(100))).toBe(less);
});
