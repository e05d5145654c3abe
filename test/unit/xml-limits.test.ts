/** Limits, each reached exactly; and documents that are meant to cost more than they weigh. */
import { describe, expect, test } from "vitest";
import type { Limits } from "../../src/runtime/codec/mode.ts";
import { decode, stream, type StructCodec } from "../../src/runtime/index.ts";
import { defaultLimits } from "../../src/runtime/xml/reader.ts";
import { hostileDocuments } from "../support/hostile-xml.ts";
import { readTokens } from "../xml/ours.ts";
import { slimdom } from "../xml/peers.ts";

/** Documents that have as much of something as a number says. */
const measures: readonly (readonly [what: string, limit: keyof Limits, make: (count: number) => string])[] = [
  ["elements in elements", "depth", (count) => `${"<a>".repeat(count)}${"</a>".repeat(count)}`],
  [
    "elements in elements, the last one empty",
    "depth",
    (count) => `${"<a>".repeat(count - 1)}<a/>${"</a>".repeat(count - 1)}`,
  ],
  ["attributes", "attributes", (count) => `<a ${numbered(count, (at) => `b${at}=''`)}/>`],
  [
    "attributes of the second element",
    "attributes",
    (count) => `<a><b/><b ${numbered(count, (at) => `b${at}=''`)}/></a>`,
  ],
  ["namespace declarations", "attributes", (count) => `<a ${numbered(count, (at) => `xmlns:b${at}='u'`)}/>`],
  ["both together", "attributes", (count) => `<a xmlns='u' ${numbered(count - 1, (at) => `b${at}=''`)}/>`],
  ["a name of an element", "name", (count) => `<${"n".repeat(count)}/>`],
  ["a name beyond ASCII", "name", (count) => `<${"é".repeat(count)}/>`],
  ["a name with a prefix", "name", (count) => `<p:${"n".repeat(count - 2)} xmlns:p='u'/>`],
  ["a name of an attribute", "name", (count) => `<a ${"n".repeat(count)}=''/>`],
  ["a target of a processing instruction", "name", (count) => `<?${"n".repeat(count)}?><a/>`],
  ["text", "text", (count) => `<a>${"x".repeat(count)}</a>`],
  ["text beyond ASCII", "text", (count) => `<a>${"é".repeat(count)}</a>`],
  [
    "text of two units a character",
    "text",
    (count) => `<a>${"\u{1f600}".repeat(count >> 1)}${"x".repeat(count & 1)}</a>`,
  ],
  ["text of references", "text", (count) => `<a>${"&amp;".repeat(count)}</a>`],
  ["text in sections", "text", (count) => `<a>${"<![CDATA[x]]>".repeat(count)}</a>`],
  ["text around comments", "text", (count) => `<a>${"x<!-- long -->".repeat(count)}</a>`],
  ["text before an element", "text", (count) => `<a>${"x".repeat(count)}<b/></a>`],
  ["a value", "text", (count) => `<a b='${"x".repeat(count)}'/>`],
  ["a value beyond ASCII", "text", (count) => `<a b='${"漢".repeat(count)}'/>`],
  ["a namespace name", "text", (count) => `<a xmlns='${"u".repeat(count)}'/>`],
  ["the document", "size", (count) => `<a>${"x".repeat(count - 7)}</a>`],
  ["the document with its comments", "size", (count) => `<a/><!--${"x".repeat(count - 11)}-->`],
];

function numbered(size: number, make: (at: number) => string): string {
  return Array.from({ length: size }, (_, at) => make(at)).join(" ");
}

describe.each(measures)("%s (limit: %s)", (_, limit, make) => {
  test.each([20, 21, 100])("%d pass, one more is refused", (most) => {
    for (const form of [(text: string) => text, (text: string) => Buffer.from(text)]) {
      expect(readTokens(form(make(most)), { [limit]: most })).toMatchObject({ verdict: "read" });
      expect(readTokens(form(make(most + 1)), { [limit]: most })).toMatchObject({
        verdict: "refused",
        code: "xml.limit",
        reason: expect.stringContaining(String(most)),
      });
    }
  });

  test("the default is what it is said to be", () => {
    // A text or a document of the longest size is tried once below.
    if (limit === "text" || limit === "size") return;
    const most = defaultLimits[limit];
    expect(readTokens(make(most))).toMatchObject({ verdict: "read" });
    expect(readTokens(make(most + 1))).toMatchObject({ verdict: "refused", code: "xml.limit" });
  });
});

test("the longest text and the longest document", () => {
  expect(defaultLimits).toEqual({ depth: 256, size: 2 ** 26, attributes: 1024, name: 4096, text: 2 ** 25 });
  const { text, size } = defaultLimits;
  const bytes = new Uint8Array(size + 1).fill(0x20);
  const put = (document: string): Uint8Array => {
    new TextEncoder().encodeInto(document, bytes);
    return bytes;
  };
  expect(readTokens(put("<a/>"))).toMatchObject({ verdict: "refused", code: "xml.limit" });
  expect(readTokens(put(`<a>${"x".repeat(text + 1)}</a>`).subarray(0, size))).toMatchObject({ code: "xml.limit" });
});

test("a limit holds for what was read before without it", () => {
  const xsi = "http://www.w3.org/2001/XMLSchema-instance";
  const document = `<abcdefgh xmlns:x="u" xmlns:xsi="${xsi}" xsi:type="x:abcdefgh">12345678</abcdefgh>`;
  const limits: readonly Partial<Limits>[] = [{ attributes: 2 }, { name: 7 }, { text: 7 }, { depth: 0 }, { size: 20 }];
  for (const limit of limits) {
    expect(readTokens(document).verdict).toBe("read");
    expect(readTokens(document, limit), JSON.stringify(limit)).toMatchObject({ code: "xml.limit" });
  }
});

test.each(Object.entries(hostileDocuments))("the verdict on what is hostile is right: %s", (_, make) => {
  const document = make(100);
  const ours = readTokens(document);
  if (document.startsWith("<!DOCTYPE")) expect(ours).toMatchObject({ code: "xml.doctype" });
  else expect(ours.verdict).toBe(slimdom.read(document).verdict);
});

interface Nest {
  readonly n: readonly Nest[];
}
const nest: StructCodec<Nest> = {
  kind: "struct",
  name: ["", "n"],
  element: true,
  fields: { n: { el: "n", count: "*", type: () => nest } },
};

test("a document that is deeper than the call stack is refused, whatever the limit", async () => {
  const deep = "<n>".repeat(100_000) + "</n>".repeat(100_000);
  const limits = { depth: Number.POSITIVE_INFINITY };
  const refused = expect.objectContaining({ name: "XmlError", code: "xml.limit" });
  for (const mode of ["strict", "tolerant"] as const) {
    expect(() => decode(nest, deep, { mode, limits })).toThrow(refused);
    await expect(stream(nest, "n", [new TextEncoder().encode(deep)], { mode, limits }).next()).rejects.toEqual(refused);
  }
});
