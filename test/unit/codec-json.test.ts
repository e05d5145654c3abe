import { describe, expect, it } from "vitest";
import * as xs from "../../src/runtime/codec/index.ts";
import { XmlError } from "../../src/runtime/errors.ts";
import { Choice, Drawing, Job, jobXml, Open, Pair, Problem, Problems, tns } from "../support/tables.ts";

function failure(run: () => unknown): XmlError {
  try {
    run();
  } catch (error) {
    if (error instanceof XmlError) return error;
    throw error;
  }
  throw new Error("expected an XmlError");
}

/** Through text, as JSON travels. */
function again<T>(codec: xs.Codec<T>, value: T): T {
  const text = JSON.stringify(xs.toJson(codec, value));
  return xs.fromJson(codec, xs.parseJson(text), { mode: "strict" });
}

describe("the JSON form", () => {
  const xml = jobXml(
    `<id>9007199254740993</id><name xsi:nil="true"/><status>Queued</status><tag>a</tag><scores>1 2</scores><size>Queued</size>
     <price currency="EUR">1.50</price><problems><Problem xsi:nil="true"/></problems><data>AAEC</data><ref>t:x</ref><ratio>-INF</ratio>`,
  );
  const value = xs.decode(Job, xml);
  it("is documented", () => {
    expect(xs.toJson(Job, value)).toEqual({
      id: "9007199254740993",
      name: null,
      status: "Queued",
      tags: ["a"],
      scores: [1, 2],
      size: "Queued",
      price: { $value: "1.50", currency: "EUR", unit: 1 },
      problems: [null],
      data: "AAEC",
      ref: `{${tns}}x`,
      ratio: "-INF",
    });
  });
  it("comes back as it went", () => {
    expect(again(Job, value)).toEqual(value);
    for (const ratio of [Number.NaN, Number.POSITIVE_INFINITY, -0, 1e300, 5e-324]) {
      expect(again(Job, { id: 1n, tags: [], ratio }).ratio).toBe(ratio);
    }
    expect(again(Choice, { c: [1] })).toEqual({ c: [1] });
    expect(again(Choice, { a: 1 })).toEqual({ a: 1 });
    expect(again(Problems, [null, { Code: 1 }])).toEqual([null, { Code: 1 }]);
    expect(again(xs.hexBinary, new Uint8Array([255]))).toEqual(new Uint8Array([255]));
    const maybe: xs.ElementCodec<Problem | null> = { kind: "element", name: [tns, "m"], nil: true, type: Problem };
    expect(again(maybe, null)).toBeNull();
    expect(again(maybe, { Code: 1, Message: null })).toEqual({ Code: 1, Message: null });
  });
  it("keeps nodes, attributes and derived types", () => {
    const open = xs.decode(Open, `<Open xmlns="${tns}" xmlns:x="urn:x" x:k="v"><x:a p="1">t<x:b/></x:a></Open>`);
    expect(xs.toJson(Open, open)).toMatchObject({
      $any: [
        {
          name: "{urn:x}a",
          attributes: { p: "1" },
          children: ["t", { name: "{urn:x}b", attributes: {}, children: [] }],
        },
      ],
      $attributes: { "{urn:x}k": "v" },
    });
    expect(again(Open, open)).toEqual(open);
    const drawing = {
      shape: [{ $type: "Circle", radius: 1 }, { $type: "Shape" }],
      main: { $type: "Square", side: 2 },
    } as const;
    expect(again(Drawing, drawing)).toEqual(drawing);
    expect(xs.fromJson(Drawing, { shape: [{ label: "x" }] })).toEqual({ shape: [{ $type: "Shape", label: "x" }] });
  });
});

describe("what services send instead", () => {
  const read = (json: string): unknown => xs.fromJson(Job, xs.parseJson(json));
  it("takes numbers for bigints and texts", () => {
    expect(read('{"id": 5, "name": 42.5, "tags": [7]}')).toEqual({ id: 5n, name: "42.5", tags: ["7"] });
    expect(xs.fromJson(xs.decimal, 1e-7)).toBe("0.0000001");
    expect(xs.fromJson(xs.decimal, 12345.678)).toBe("12345.678");
    expect(xs.fromJson(xs.decimal, -1.5e-10)).toBe("-0.00000000015");
    expect(xs.fromJson(xs.int, "5")).toBe(5);
    expect(xs.fromJson(xs.boolean, "true")).toBe(true);
  });
  it("completes zones without a colon", () => {
    expect(read('{"id": 1, "created": "2015-12-15T22:52:49.000+0000"}')).toMatchObject({
      created: "2015-12-15T22:52:49.000+00:00",
    });
    expect(read('{"id": 1, "created": "2015-12-15T22:52:49-0530"}')).toMatchObject({
      created: "2015-12-15T22:52:49-05:30",
    });
  });
  it("takes a bare array for the only array", () => {
    interface Results {
      readonly result: readonly Problem[];
    }
    const Results: xs.StructCodec<Results> = {
      kind: "struct",
      name: ["", "results"],
      element: true,
      fields: { result: { el: "result", count: "*", type: Problem } },
    };
    expect(xs.fromJson(Results, [{ Code: 1 }])).toEqual({ result: [{ Code: 1 }] });
    expect(xs.fromJson(Results, [])).toEqual({ result: [] });
    expect(failure(() => xs.fromJson(Problem, [])).expected).toBe("an object");
  });
  it("never rounds a large integer", () => {
    expect(read('{"id": 9007199254740993}')).toMatchObject({ id: 9007199254740993n });
    expect(read('{"id": 1, "name": 9007199254740993}')).toMatchObject({ name: "9007199254740993" });
    for (const json of [{ id: 9007199254740992 }, { id: 1, name: 9007199254740992 }]) {
      const error = failure(() => xs.fromJson(Job, json));
      expect(error.code).toBe("xml.invalid");
      expect(error.message).toContain("parseJson");
    }
    expect(xs.fromJson(xs.double, 1e300)).toBe(1e300);
    expect(xs.parseJson('[9007199254740993, 1e30, 1.5, -9007199254740993, 12, "9007199254740993"]')).toEqual([
      9007199254740993n,
      1e30,
      1.5,
      -9007199254740993n,
      12,
      "9007199254740993",
    ]);
    expect(() => xs.parseJson("<html>")).toThrow(SyntaxError);
  });
});

describe("what is refused", () => {
  it.each<[string, unknown, string, string]>([
    ["a missing member", { tags: [] }, "/Job/id", "xml.missing"],
    ["a text that is no number", { id: "x" }, "/Job/id", "xml.invalid"],
    ["a fraction for an integer", { id: 1.5 }, "/Job/id", "xml.invalid"],
    ["null where it is required", { id: null }, "/Job/id", "xml.unexpected"],
    ["one instead of many", { id: 1, tags: "a" }, "/Job/tags", "xml.invalid"],
    ["a boolean for a text", { id: 1, name: true }, "/Job/name", "xml.invalid"],
    ["an object for a text", { id: 1, name: {} }, "/Job/name", "xml.invalid"],
    ["a text for an object", { id: 1, price: "1" }, "/Job/price", "xml.invalid"],
    ["a problem deep inside", { id: 1, problems: [null, { Code: "x" }] }, "/Job/problems[2]/Code", "xml.invalid"],
    ["null in an array", { id: 1, tags: [null] }, "/Job/tags[1]", "xml.unexpected"],
    ["text that is no base64", { id: 1, data: "A" }, "/Job/data", "xml.invalid"],
    ["a missing attribute", { id: 1, price: { $value: "1" } }, "/Job/price/currency", "xml.missing"],
    ["an item that is no number", { id: 1, scores: [1, "x"] }, "/Job/scores[2]", "xml.invalid"],
    ["nothing", undefined, "/Job", "xml.missing"],
  ])("%s", (_what, json, path, code) => {
    for (const mode of ["strict", "tolerant"] as const) {
      expect(failure(() => xs.fromJson(Job, json, { mode }))).toMatchObject({ code, path });
    }
  });
  it("wants what content models and counts require", () => {
    expect(failure(() => xs.fromJson(Choice, {}))).toMatchObject({ code: "xml.missing", expected: "a or b or c" });
    expect(failure(() => xs.fromJson(Pair, { a: 1, b: "", c: [] }))).toMatchObject({
      code: "xml.missing",
      path: "/Pair/c",
    });
    expect(failure(() => xs.fromJson(Drawing, { shape: [], main: {} }))).toMatchObject({
      code: "xml.invalid",
      path: "/Drawing/main",
    });
  });
  it.each<[string, object, xs.Unexpected["kind"], unknown]>([
    ["an unknown member", { id: 1, bogus: 1 }, "unknown-element", {}],
    ["an unlisted value", { id: 1, status: "Paused" }, "unlisted-value", { status: "Paused" }],
    ["a broken bound", { id: 1, score: 101 }, "facet", { score: 101 }],
    ["null on an optional member", { id: 1, created: null }, "nil", {}],
  ])("reports %s when tolerant", (_what, json, kind, rest) => {
    const reports: xs.Unexpected[] = [];
    expect(xs.fromJson(Job, json, { onUnexpected: (report) => reports.push(report) })).toEqual({
      id: 1n,
      tags: [],
      ...(rest as object),
    });
    expect(reports.map((report) => report.kind)).toEqual([kind]);
    expect(reports[0]?.path).toMatch(/^\/Job\/\w+$/);
    expect(failure(() => xs.fromJson(Job, json, { mode: "strict" })).path).toBe(reports[0]?.path);
  });
  it("does not mistake what objects inherit for members", () => {
    expect(xs.fromJson(Job, JSON.parse('{"id": 1, "__proto__": {"name": "x"}}'))).toEqual({ id: 1n, tags: [] });
  });
});
