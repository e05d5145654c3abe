/** Documents that leave part by part: the bytes of `encode`, in memory that does not grow. */
import { describe, expect, expectTypeOf, test } from "vitest";
import { batchInfoList, type BatchInfo } from "../../generated/salesforce/async-api.ts";
import {
  GetBulkUploadStatusResponse,
  type OperationError,
} from "../../generated/microsoft-advertising/bulk-service.ts";
import * as xs from "../../src/runtime/codec/index.ts";
import { XmlError } from "../../src/runtime/errors.ts";
import { Choice, Drawing, Job, Open, Pair, tns, type AnyShape } from "../support/tables.ts";

const batch = (number: number): BatchInfo => ({
  id: `751${String(number).padStart(15, "0")}`,
  jobId: "750x00000000001AAA",
  state: number % 2 === 0 ? "Completed" : "Failed",
  ...(number % 2 === 0 ? {} : { stateMessage: `a < b & ü 😀 ${number}` }),
  createdDate: "2026-01-02T03:04:05.000Z",
  systemModstamp: "2026-01-02T03:04:05.000Z",
  numberRecordsProcessed: number,
  numberRecordsFailed: 0,
  totalProcessingTime: 1n,
  apiActiveProcessingTime: 2n,
  apexProcessingTime: 3n,
});

const batches = (count: number): BatchInfo[] => Array.from({ length: count }, (_, i) => batch(i));

/** What a source has been asked for, and whether it was ended before it had given all. */
interface Watched {
  given: number;
  ended: boolean;
}

async function* watched<T>(items: Iterable<T>, seen: Watched): AsyncGenerator<T, void, void> {
  let complete = false;
  try {
    for (const item of items) {
      seen.given++;
      yield item;
    }
    complete = true;
  } finally {
    seen.ended = !complete;
  }
}

function* endless(): Generator<BatchInfo, void, void> {
  for (let i = 0; ; i++) yield batch(i);
}

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(stream.pipeThrough(new TransformStream())).text();
}

async function failure(stream: ReadableStream<Uint8Array>): Promise<unknown> {
  try {
    await textOf(stream);
  } catch (error) {
    return error;
  }
  throw new Error("expected the stream to fail");
}

const fresh = (): Watched => ({ given: 0, ended: false });

describe("the bytes of encode", () => {
  test.each([0, 1, 2, 40, 500])("%d items", async (count) => {
    const items = batches(count);
    const whole = xs.encode(batchInfoList, { batchInfo: items });
    for (const batchInfo of [items, new Set(items), watched(items, fresh())]) {
      expect(await textOf(xs.encodeStream(batchInfoList, { batchInfo }))).toBe(whole);
    }
    expect(
      await textOf(xs.encodeStream(batchInfoList, { batchInfo: watched(items, fresh()) }, { highWaterMark: 1 })),
    ).toBe(whole);
  });

  test("read a byte at a time into the reader's own buffer", async () => {
    const items = batches(60);
    const reader = xs.encodeStream(batchInfoList, { batchInfo: watched(items, fresh()) }).getReader({ mode: "byob" });
    const bytes: number[] = [];
    for (;;) {
      const { done, value } = await reader.read(new Uint8Array(1));
      if (done) break;
      bytes.push(...value);
    }
    expect(new TextDecoder().decode(Uint8Array.from(bytes))).toBe(xs.encode(batchInfoList, { batchInfo: items }));
  });

  test("arrays that are an element's value, elements around them, attributes and what follows", async () => {
    const errors: OperationError[] = Array.from({ length: 300 }, (_, i) => ({ Code: i, Message: "m" }));
    const body = { PercentComplete: 5, RequestStatus: null };
    const whole = xs.encode(GetBulkUploadStatusResponse, { Errors: errors, ...body });
    const value = { Errors: watched(errors, fresh()), ...body };
    expect(await textOf(xs.encodeStream(GetBulkUploadStatusResponse, value))).toContain("<n1:Code>299</n1:Code>");
    // Namespaces that are needed after the first part are declared where they are needed: the same document, not the same bytes.
    const decoded = (xml: string): unknown => xs.decode(GetBulkUploadStatusResponse, xml, { mode: "strict" });
    const streamed = await textOf(xs.encodeStream(GetBulkUploadStatusResponse, { ...value, Errors: new Set(errors) }));
    expect(decoded(streamed)).toEqual(decoded(whole));
    expect(await textOf(xs.encodeStream(GetBulkUploadStatusResponse, { Errors: new Set(), ...body }))).toBe(
      xs.encode(GetBulkUploadStatusResponse, { Errors: [], ...body }),
    );
  });

  test("a source inside an element, and values without any source", async () => {
    const job = { version: "1", id: 1n, tags: ["a"], child: { id: 2n, tags: ["x", "y"] } };
    expect(await textOf(xs.encodeStream(Job, { ...job, child: { id: 2n, tags: new Set(["x", "y"]) } }))).toBe(
      xs.encode(Job, job),
    );
    expect(await textOf(xs.encodeStream(Job, { tags: ["a"], version: "1", id: 1n }))).toBe(
      xs.encode(Job, { version: "1", id: 1n, tags: ["a"] }),
    );
    for (const choice of [{ a: 1 }, { c: [1, 2] }]) {
      expect(await textOf(xs.encodeStream(Choice, choice))).toBe(xs.encode(Choice, choice));
    }
  });

  test("a prefix that is needed late is declared by each element that needs it", async () => {
    const shape: readonly AnyShape[] = Array.from({ length: 2000 }, (_, i) =>
      i < 1000 ? { label: "x".repeat(20) } : { $type: "Circle" as const, radius: i },
    );
    const xml = await textOf(xs.encodeStream(Drawing, { shape: new Set(shape) }));
    expect(xml.match(/xmlns:/g)?.length).toBe(1001);
    expect(xml.match(/xmlns:n2=/g)?.length).toBe(1000);
    const { shape: decoded } = xs.decode(Drawing, xml, { mode: "strict" });
    expect(decoded.slice(1000)).toEqual(shape.slice(1000));
  });

  test("nodes with prefixes of their own", async () => {
    const node = (number: number): xs.XmlElement => ({
      name: { namespace: `urn:${number % 7}`, localName: "x" },
      attributes: [{ name: { namespace: "urn:k", localName: "k" }, value: `q${number}:v` }],
      children: ["t"],
      namespaces: [[`q${number}`, "urn:q"]],
    });
    const $any = Array.from({ length: 1000 }, (_, i) => node(i));
    const xml = await textOf(xs.encodeStream(Open, { $any, $attributes: [] }));
    const plain = (open: Open): unknown => open.$any.map(({ name, attributes }) => [name, attributes]);
    expect(plain(xs.decode(Open, xml, { mode: "strict" }))).toEqual(plain({ $any, $attributes: [] }));
  });
});

describe("backpressure", () => {
  test("nothing is asked for before the reader asks, and no more than fills a part", async () => {
    const seen = fresh();
    const stream = xs.encodeStream(batchInfoList, { batchInfo: watched(endless(), seen) });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(seen.given).toBe(0);
    const reader = stream.getReader();
    await reader.read();
    const first = seen.given;
    expect(first).toBeGreaterThan(10);
    expect(first).toBeLessThan(60);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(seen.given).toBe(first);
    await reader.cancel();
    expect(seen).toEqual({ given: first, ended: true });
  });

  test("a reader that cancels before it reads ends nothing that has not begun", async () => {
    const seen = fresh();
    await xs.encodeStream(batchInfoList, { batchInfo: watched(endless(), seen) }).cancel("enough");
    expect(seen).toEqual({ given: 0, ended: false });
  });
});

describe("errors", () => {
  test("an item in the middle: its path, and the source is ended", async () => {
    const seen = fresh();
    const items = batches(400);
    items[300] = { ...batch(300), numberRecordsFailed: 0.5 };
    const error = await failure(xs.encodeStream(batchInfoList, { batchInfo: watched(items, seen) }));
    expect(error).toBeInstanceOf(XmlError);
    expect(error).toMatchObject({
      code: "xml.encode",
      path: "/batchInfoList/batchInfo[301]/numberRecordsFailed",
      expected: "xs:int",
      received: "0.5",
    });
    expect(seen).toEqual({ given: 301, ended: true });
  });

  test("what the source throws comes through", async () => {
    const lost = new Error("lost");
    async function* broken(): AsyncGenerator<BatchInfo, void, void> {
      yield batch(0);
      throw lost;
    }
    expect(await failure(xs.encodeStream(batchInfoList, { batchInfo: broken() }))).toBe(lost);
  });

  test.each<[string, unknown, string]>([
    ["too few items", { a: 1, b: "", c: new Set() }, "/Pair/c"],
    ["too many items", { a: 1, b: "", c: new Set([1, 2, 3, 4]) }, "/Pair/c"],
    ["a member that is missing", { a: 1, c: new Set([1]) }, "/Pair/b"],
    ["an unknown member", { a: 1, b: "", c: new Set([1]), d: 1 }, "/Pair/d"],
    ["a source for one value", { a: new Set([1]), b: "", c: [1] }, "/Pair/a"],
    ["a text for many", { a: 1, b: "", c: "12" }, "/Pair/c"],
    ["no object", "text", "/Pair"],
  ])("%s", async (_what, value, path) => {
    expect(await failure(xs.encodeStream(Pair, value as xs.Streamable<Pair>))).toMatchObject({
      code: "xml.encode",
      path,
    });
  });

  test("a list in one text, and a choice, cannot be written item by item", async () => {
    const job = { id: 1n, tags: [], scores: new Set([1]) };
    expect(await failure(xs.encodeStream(Job, job))).toMatchObject({ path: "/Job/scores" });
    expect(await failure(xs.encodeStream(Choice, { c: new Set([1, 2]) }))).toMatchObject({
      code: "xml.encode",
      path: "/Choice",
    });
  });

  test("a value that contains itself", async () => {
    const loop: { id: bigint; tags: Set<string>; child?: unknown } = { id: 1n, tags: new Set(["a"]) };
    loop.child = loop;
    expect(String(await failure(xs.encodeStream(Job, loop as xs.Streamable<Job>)))).toContain("too deep");
  });
});

test("what was taken from the source has left but for a part", async () => {
  const seen = fresh();
  let bytes = 0;
  let longest = 0;
  let ahead = 0;
  const least =
    xs.encode(batchInfoList, { batchInfo: [batch(0)] }).length - xs.encode(batchInfoList, { batchInfo: [] }).length;
  for await (const chunk of xs.encodeStream(batchInfoList, { batchInfo: watched(batches(20_000), seen) })) {
    bytes += chunk.length;
    longest = Math.max(longest, chunk.length);
    ahead = Math.max(ahead, (seen.given - 1) * (least - 8) - bytes);
  }
  expect(seen).toEqual({ given: 20_000, ended: false });
  expect(bytes).toBeGreaterThan(8_000_000);
  expect(longest).toBeLessThan(20_000);
  expect(ahead).toBeLessThanOrEqual(0);
});

test("the compiler takes sources for repeated elements alone", () => {
  expectTypeOf<{ batchInfo: AsyncIterable<BatchInfo> }>().toExtend<
    xs.Streamable<{ readonly batchInfo: readonly BatchInfo[] }>
  >();
  // @ts-expect-error an element that does not repeat
  void (() => xs.encodeStream(Pair, { a: new Set([1]), b: "", c: [1] }));
  // @ts-expect-error nodes are written at once
  void (() => xs.encodeStream(Open, { $any: new Set(), $attributes: [] }));
  expect(tns).not.toBe("");
});
