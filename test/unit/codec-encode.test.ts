import { describe, expect, it } from "vitest";
import * as xs from "../../src/runtime/codec/index.ts";
import { XmlError } from "../../src/runtime/errors.ts";
import { Choice, Drawing, Job, Open, Pair, Problem, tns, type AnyShape } from "../support/tables.ts";

/** The error that encoding ends with; the value is of any shape, as callers without types pass it. */
function failure<T>(codec: xs.RootCodec<T>, value: unknown): XmlError {
  try {
    xs.encode(codec, value as T);
  } catch (error) {
    if (error instanceof XmlError) return error;
    throw error;
  }
  throw new Error("expected an XmlError");
}

/** What is decoded again from what is encoded, in both modes. */
function again<T>(codec: xs.RootCodec<T>, value: T): T {
  const xml = xs.encode(codec, value);
  expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>')).toBe(true);
  const decoded = xs.decode(codec, xml, { mode: "strict" });
  expect(xs.decode(codec, xml, { onUnexpected: () => expect.unreachable() })).toEqual(decoded);
  return decoded;
}

const full: Job = {
  child: { id: -1n, tags: [] },
  constructor_: false,
  ratio: Number.NaN,
  code: "ABC",
  score: 0,
  ref: { namespace: "urn:elsewhere", localName: "x" },
  level: 7,
  note: "<&>\r\n\t]]>",
  data: new Uint8Array([0xff, 0]),
  problems: [{ Code: 1, Message: null }, null, { Code: 2, Message: "" }],
  price: { $value: "-0.10", currency: 'a "b"\n', unit: 2, kind: "k" },
  size: "In Progress",
  scores: [],
  tags: ["a b", ""],
  created: "2012-06-02T21:03:56.1234567Z",
  status: "50%",
  name: null,
  version: "",
  id: 9007199254740993n,
};

describe("what leaves is what came", () => {
  it("round-trips every kind of member, in the order of the contract", () => {
    expect(again(Job, full)).toEqual(full);
    expect(Object.keys(again(Job, full)).slice(0, 4)).toEqual(["version", "id", "name", "status"]);
  });
  it.each([
    ["absent", {}, undefined],
    ["nil", { name: null }, null],
    ["empty", { name: "" }, ""],
    ["a value", { name: "x" }, "x"],
  ])("round-trips %s", (_what, part, name) => {
    const decoded = again(Job, { id: 1n, tags: [], ...part });
    expect(decoded.name).toBe(name);
    expect("name" in decoded).toBe(name !== undefined);
  });
  it("takes undefined as absent", () => {
    const value = { id: 1n, tags: [], name: undefined, status: undefined } as unknown;
    expect(again(Job, value as Job)).toEqual({ id: 1n, tags: [] });
  });
  it("writes nil for null", () => {
    expect(xs.encode(Job, { id: 1n, tags: [], name: null })).toMatch(/<(\w+):name [\w]+:nil="true"\/>/);
  });
  it("round-trips choices", () => {
    for (const value of [{ a: 1 }, { b: "" }, { c: [1, 2] }] as const)
      expect(again<Choice>(Choice, value)).toEqual(value);
  });
  it("round-trips nodes with their attributes and prefixes", () => {
    const xml = `<Open xmlns="${tns}" xmlns:x="urn:x" x:k="v"><first/><x:a p="1" x:q="2">t<x:b/>u</x:a><y xmlns="urn:y">x:name</y></Open>`;
    const value = xs.decode(Open, xml);
    const names = (node: xs.XmlElement): unknown => [
      node.name,
      node.attributes,
      node.children.map((child) => (typeof child === "string" ? child : names(child))),
    ];
    expect(again(Open, value).$any.map(names)).toEqual(value.$any.map(names));
    expect(again(Open, value).$attributes).toEqual(value.$attributes);
  });
  it("keeps the prefixes of nodes apart from its own", () => {
    const name = { namespace: "urn:a", localName: "x" };
    const attributes = [{ name: { namespace: "urn:b", localName: "k" }, value: "n3:v" }];
    const inner = { name: { namespace: "urn:c", localName: "y" }, attributes: [], children: [] };
    const value = {
      $attributes: [],
      $any: [{ name, attributes, children: [inner], namespaces: [["n3", "urn:meant"] as const] }],
    };
    const [node] = again(Open, value).$any;
    expect(node).toMatchObject({ name, attributes, children: [inner] });
    expect(node?.namespaces).toContainEqual(["n3", "urn:meant"]);
  });
  it("round-trips derived types, and xsi:type only where it is needed", () => {
    const shape: readonly AnyShape[] = [
      { label: "x" },
      { $type: "Shape" },
      { $type: "Circle", radius: 1 },
      { $type: "Square", side: 2 },
    ];
    const xml = xs.encode(Drawing, { shape, main: { $type: "Square", side: 1 } });
    expect(xml.match(/:type="/g)).toHaveLength(3);
    expect(xml).toMatch(/:type="\w+:SquareType"/);
    expect(again(Drawing, { shape })).toEqual({ shape: [{ $type: "Shape", label: "x" }, ...shape.slice(1)] });
  });
  it("writes nil and empty global elements", () => {
    const maybe: xs.ElementCodec<Problem | null> = { kind: "element", name: [tns, "maybe"], nil: true, type: Problem };
    expect(again(maybe, null)).toBeNull();
    expect(again(maybe, { Code: 1 })).toEqual({ Code: 1 });
  });
});

describe("what is refused", () => {
  const base = { id: 1n, tags: [] };
  it.each([
    ["a missing member", { tags: [] }, "/Job/id", "a value", "nothing"],
    ["null where it is not nillable", { ...base, id: null }, "/Job/id", "a value", "null"],
    ["an unknown member", { ...base, Id: 1n }, "/Job/Id", "no such member", "1n"],
    ["$type where there is none", { ...base, $type: "Job" }, "/Job/$type", "no such member", '"Job"'],
    ["a number for a bigint", { ...base, id: 1 }, "/Job/id", "xs:long", "1"],
    ["a bigint that is too large", { ...base, id: 2n ** 63n }, "/Job/id", "xs:long", "9223372036854775808n"],
    ["a number that is no int", { ...base, score: 7.5 }, "/Job/score", "Score", "7.5"],
    ["NaN for an int", { ...base, scores: [Number.NaN] }, "/Job/scores", "a list of xs:int", "an array of 1"],
    ["a text for a list", { ...base, scores: "1 2" }, "/Job/scores", "a list of xs:int", '"1 2"'],
    [
      "a list that is too long",
      { ...base, scores: [1, 2, 3, 4, 5] },
      "/Job/scores",
      "at most 4 items",
      "an array of 5",
    ],
    ["a text that is no date", { ...base, created: "now" }, "/Job/created", "xs:dateTime", '"now"'],
    ["a text that is no token", { ...base, tags: ["a", " b"] }, "/Job/tags[2]", "xs:token", '" b"'],
    ["one instead of many", { ...base, tags: "a" }, "/Job/tags", "an array", '"a"'],
    ["undefined in an array", { ...base, tags: [undefined] }, "/Job/tags[1]", "a value", "nothing"],
    [
      "an unlisted value",
      { ...base, status: "Paused" },
      "/Job/status",
      'one of "Queued", "In Progress", "50%"',
      '"Paused"',
    ],
    ["an unlisted value in a union", { ...base, size: "Paused" }, "/Job/size", "xs:int or Status", '"Paused"'],
    ["a broken bound", { ...base, score: 101 }, "/Job/score", "at most 100", "101"],
    ["a broken pattern", { ...base, code: "abc" }, "/Job/code", "a value matching ^[A-Z]{3}$", '"abc"'],
    ["another value than the fixed one", { ...base, level: 8 }, "/Job/level", '"7"', "8"],
    [
      "an empty text that would be read as the default",
      { ...base, note: "" },
      "/Job/note",
      "a value that is not empty",
      '""',
    ],
    ["a missing attribute", { ...base, price: { $value: "1" } }, "/Job/price/currency", "a value", "nothing"],
    [
      "an attribute that is no value",
      { ...base, price: { $value: "1", currency: 5 } },
      "/Job/price/currency",
      "xs:string",
      "5",
    ],
    ["missing text", { ...base, price: { currency: "x" } }, "/Job/price/$value", "xs:decimal", "nothing"],
    ["an object for a text", { ...base, name: {} }, "/Job/name", "xs:string", "an object"],
    ["a text for an object", { ...base, price: "1" }, "/Job/price", "an object", '"1"'],
    ["an object for a wrapper", { ...base, problems: {} }, "/Job/problems", "an array", "an object"],
    [
      "a problem deep inside",
      { ...base, problems: [null, { Code: 1 }, { Code: "x" }] },
      "/Job/problems[3]/Code",
      "xs:int",
      '"x"',
    ],
    ["bytes as a text", { ...base, data: "AAEC" }, "/Job/data", "xs:base64Binary", '"AAEC"'],
    ["a name that is none", { ...base, ref: "x" }, "/Job/ref", "xs:QName", '"x"'],
    ["nothing at all", undefined, "/Job", "a value", "nothing"],
    ["null at the root", null, "/Job", "a value", "null"],
    ["an array at the root", [base], "/Job", "an object", "an array of 1"],
  ])("%s", (_what, value, path, expected, received) => {
    expect(failure(Job, value)).toMatchObject({ code: "xml.encode", path, expected, received });
  });

  it("counts", () => {
    expect(failure(Pair, { a: 1, b: "", c: [] })).toMatchObject({ path: "/Pair/c", expected: "1 to 3 items" });
    expect(failure(Pair, { a: 1, b: "", c: [1, 2, 3, 4] })).toMatchObject({
      path: "/Pair/c",
      received: "an array of 4",
    });
  });
  it("wants exactly one branch of a choice", () => {
    expect(failure(Choice, {})).toMatchObject({ code: "xml.encode", expected: "a or b or c" });
    expect(failure(Choice, { a: 1, b: "x" })).toMatchObject({ code: "xml.encode", received: "b" });
    expect(failure(Choice, { c: [] })).toMatchObject({ code: "xml.encode" });
  });
  it("wants a type that the declared one may have", () => {
    expect(failure(Drawing, { shape: [], main: { radius: 1 } })).toMatchObject({
      path: "/Drawing/main",
      expected: "Circle or Square",
      received: "nothing",
    });
    expect(failure(Drawing, { shape: [{ $type: "Blob" }] })).toMatchObject({
      path: "/Drawing/shape[1]",
      received: '"Blob"',
    });
    expect(failure(Drawing, { shape: [{ $type: "Circle", radius: 1, side: 2 }] })).toMatchObject({
      path: "/Drawing/shape[1]/side",
    });
  });
  it("wants nodes that the wildcard admits", () => {
    const node = { name: { namespace: tns, localName: "x" }, attributes: [], children: [] };
    expect(failure(Open, { $any: [node], $attributes: [] })).toMatchObject({ path: "/Open/$any[1]" });
    expect(failure(Open, { $any: [{ name: "x" }], $attributes: [] })).toMatchObject({
      expected: "{ name, attributes, children }",
    });
    const attribute = { name: { namespace: "urn:y", localName: "k" }, value: "v" };
    expect(failure(Open, { $any: [], $attributes: [attribute] })).toMatchObject({ path: "/Open/$attributes[1]" });
    const other = { ...node, name: { namespace: tns, localName: "other" } };
    expect(failure(Drawing, { shape: [], extra: other })).toMatchObject({ path: "/Drawing/extra" });
  });
  it("refuses characters that XML cannot hold", () => {
    expect(failure(Job, { ...base, name: "a\u0000b" }).code).toBe("xml.encode");
  });
  it("does not run for ever on a value that contains itself", () => {
    const loop: { id: bigint; tags: string[]; child?: unknown } = { id: 1n, tags: [] };
    loop.child = loop;
    expect(failure(Job, loop).message).toContain("too deep");
    const children: unknown[] = [];
    const node = { name: { namespace: "urn:x", localName: "x" }, attributes: [], children };
    children.push(node);
    expect(failure(Open, { $any: [node], $attributes: [] }).message).toContain("too deep");
  });
  it("does not run for ever on an object whose keys change while it is written", () => {
    let asked = 0;
    const handler = {
      ownKeys: () => (asked++ === 0 ? ["id", "tags"] : ["tags", "id", "later"]),
      getOwnPropertyDescriptor: (_: object, key: string) => ({
        configurable: true,
        enumerable: true,
        value: key === "id" ? 1n : [],
      }),
      get: (_: object, key: string) => (key === "id" ? 1n : []),
    };
    expect(failure(Job, new Proxy({}, handler)).code).toBe("xml.encode");
  });
  it("writes members in the order of the contract, whatever the order and the kind of the object", () => {
    class Late {
      tags = ["a"];
      id = 1n;
    }
    const xml = xs.encode(Job, { id: 1n, tags: ["a"] });
    expect(xs.encode(Job, { tags: ["a"], id: 1n })).toBe(xml);
    expect(xs.encode(Job, new Late())).toBe(xml);
    const bare: Job = Object.assign(Object.create(null), { tags: ["a"], id: 1n });
    expect(xs.encode(Job, bare)).toBe(xml);
    // What an object inherits is no member of it.
    expect(failure(Job, Object.create({ id: 1n, tags: [] }))).toMatchObject({ path: "/Job/id" });
    expect(failure(Job, Object.assign(Object.create({ id: 1n }), { tags: [] }))).toMatchObject({ path: "/Job/id" });
  });
  it.each([
    "&",
    "<",
    ">",
    '"',
    "\t",
    "\n",
    "\r",
    "\u007f",
    "\u0085",
    "\u2028",
    "\ud7ff",
    "\ue000",
    "\ufffd",
    "\u{10ffff}",
  ])("writes %j so that it is read again, short and long, in texts and attributes", (character) => {
    for (const text of [character, `a${character}b`, `${"x".repeat(40)}${character}${character}y`]) {
      const value = { id: 1n, tags: [], name: text, price: { $value: "1", currency: text } };
      expect(again(Job, value)).toMatchObject({ name: text, price: { currency: text } });
    }
  });
  it.each(["\u0000", "\u0008", "\u000b", "\u001f", "\ud800", "\udc00", "\udc00\ud800", "\ufffe", "\uffff"])(
    "refuses %j, short and long, in texts and attributes",
    (character) => {
      for (const text of [character, `a&${character}b`, `${"x".repeat(40)}${character}`]) {
        expect(failure(Job, { ...base, name: text })).toMatchObject({ code: "xml.encode", path: "/Job/name" });
        expect(failure(Job, { ...base, price: { $value: "1", currency: text } })).toMatchObject({
          path: "/Job/price/currency",
        });
      }
    },
  );
  it("says where a node has a character that XML cannot hold", () => {
    const node = { name: { namespace: "urn:x", localName: "x" }, attributes: [], children: ["a\u0000"] };
    expect(failure(Open, { $any: [node], $attributes: [] })).toMatchObject({ path: "/Open/$any[1]" });
  });
  it("never shows more than a glimpse of a value", () => {
    const error = failure(Job, { ...base, created: "secret".repeat(1000) });
    expect(error.received?.length).toBeLessThan(90);
    expect(error.message.length).toBeLessThan(200);
  });
});

describe("a pattern that asks for another form of the value", () => {
  const type = (base: xs.Codec<number>, pattern: RegExp): xs.RestrictionCodec<number> => ({
    kind: "restriction",
    base,
    facets: { pattern: [pattern] },
  });
  const root = (pattern: RegExp): xs.ElementCodec<number> => ({
    kind: "element",
    name: ["", "a"],
    type: type(xs.double, pattern),
  });
  const digit: xs.RestrictionCodec<boolean> = {
    kind: "restriction",
    base: xs.boolean,
    facets: { pattern: [/^[01]$/] },
  };
  const flag: xs.ElementCodec<boolean> = { kind: "element", name: ["", "a"], type: digit };

  it.each<[RegExp, number, string]>([
    [/^\dE-\d{3}$/, 5e-7, "5E-007"],
    [/^\d\.\d{4}$/, 2.5, "2.5000"],
    [/^\d{5}$/, 42, "00042"],
    [/^\+\d$/, 4, "+4"],
    [/^\d{2}E-\d$/, 0.42, "42E-2"],
    [/^\.\d{2}E-\d$/, 0.000024, ".24E-4"],
    [/^\d{17}E\d$/, 1.5e20, "15000000000000000E4"],
  ])("%s", (pattern, value, text) => {
    const xml = xs.encode(root(pattern), value);
    expect(xml).toContain(`<a>${text}</a>`);
    expect(xs.decode(root(pattern), xml, { mode: "strict" })).toBe(value);
  });

  it("finds digits for a boolean", () => {
    expect(xs.encode(flag, true)).toContain("<a>1</a>");
    expect(xs.encode(flag, false)).toContain("<a>0</a>");
  });

  const list = <T>(item: xs.Codec<T>, pattern?: RegExp): xs.ElementCodec<readonly T[]> => {
    const type: xs.ListCodec<readonly T[]> = {
      kind: "list",
      item,
      ...(pattern === undefined ? {} : { facets: { pattern: [pattern] } }),
    };
    return { kind: "element", name: ["", "a"], type };
  };

  it.each<[string, xs.ElementCodec<readonly boolean[]>, readonly boolean[], string]>([
    [
      "one for each item",
      list(xs.boolean, /^(?:[1]{1} false true [0])$/),
      [true, false, true, false],
      "1 false true 0",
    ],
    ["one of two", list(xs.boolean, /^(?:[01]|[01] (?:true|false))$/), [true, true], "1 true"],
    ["all alike", list(xs.boolean, /^(?:[01] ?)+$/), [true, false, true], "1 0 1"],
    ["its item's own", list(digit), [true, false], "1 0"],
    ["none for no items", list(xs.boolean, /^(?:[01] [01])?$/), [], ""],
  ])("of a list: %s", (_, codec, value, text) => {
    const xml = xs.encode(codec, value);
    expect(xml).toContain(text === "" ? "<a/>" : `<a>${text}</a>`);
    expect(xs.decode(codec, xml, { mode: "strict" })).toEqual(value);
  });

  it("is one of its own for each number of a list", () => {
    const codec = list(xs.float, /^\dE-\d\d \.\d{2}E-\d \d{4}E\d\d$/);
    const xml = "<a>4E-11 .24E-4 9652E25</a>";
    expect(xs.encode(codec, xs.decode(codec, xml, { mode: "strict" }))).toContain(xml);
  });

  it("is not looked for without end", () => {
    const started = performance.now();
    const codec = list(xs.double, /^(?:x|y z)$/);
    expect(() =>
      xs.encode(
        codec,
        Array.from({ length: 100_000 }, (_, index) => index / 7),
      ),
    ).toThrow(/Not a value/);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it("is refused where no form has it", () => {
    expect(() => xs.encode(root(/^x$/), 1)).toThrow("Not a value");
  });
});

describe("a fixed value", () => {
  const root: xs.ElementCodec<number> = { kind: "element", name: ["", "a"], type: xs.double, fixed: "1.0e-2" };

  it("is written as the contract writes it", () => {
    expect(xs.encode(root, 0.01)).toContain("<a>1.0e-2</a>");
  });

  it("is the only one", () => {
    expect(() => xs.encode(root, 0.02)).toThrow(/fixed value/);
  });

  const either: xs.UnionCodec<[number, xs.QName]> = { kind: "union", members: [xs.double, xs.qname] };
  const list: xs.ListCodec<readonly (number | xs.QName)[]> = { kind: "list", item: either };
  const names: xs.ElementCodec<readonly (number | xs.QName)[]> = {
    kind: "element",
    name: ["", "a"],
    type: list,
    fixed: "{urn:a}b {}c 1",
  };

  it("has names whose prefixes the message declares", () => {
    const value = [{ namespace: "urn:a", localName: "b" }, { namespace: "", localName: "c" }, 1];
    const xml = '<a xmlns:p="urn:a">p:b c 1</a>';
    expect(xs.decode(names, xml, { mode: "strict" })).toEqual(value);
    expect(xs.decode(names, "<a/>", { mode: "strict" })).toEqual(value);
    expect(xs.decode(names, xs.encode(names, value), { mode: "strict" })).toEqual(value);
    expect(() => xs.decode(names, xml.replace("urn:a", "urn:b"), { mode: "strict" })).toThrow(/fixed value/);
    expect(() => xs.decode(names, "<a>{urn:a}b c 1</a>", { mode: "strict" })).toThrow(/Not a value/);
  });
});
