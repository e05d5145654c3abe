import { describe, expect, it } from "vitest";
import * as xs from "../../src/runtime/codec/index.ts";
import { XmlError } from "../../src/runtime/errors.ts";
import { Choice, Drawing, Job, jobXml, Open, Pair, Problem, tns } from "../support/tables.ts";

const XSI = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/** The error that a call ends with. */
function failure(run: () => unknown): XmlError {
  try {
    run();
  } catch (error) {
    if (error instanceof XmlError) return error;
    throw error;
  }
  throw new Error("expected an XmlError");
}

/** Decodes tolerantly and collects what is reported. */
function tolerant<T>(codec: xs.RootCodec<T>, xml: string): { value: T; reports: xs.Unexpected[] } {
  const reports: xs.Unexpected[] = [];
  return { value: xs.decode(codec, xml, { onUnexpected: (unexpected) => reports.push(unexpected) }), reports };
}

function strict<T>(codec: xs.RootCodec<T>, xml: string): T {
  return xs.decode(codec, xml, { mode: "strict", onUnexpected: () => expect.unreachable() });
}

/** Both modes agree on a message that follows the contract. */
function both<T>(codec: xs.RootCodec<T>, xml: string): T {
  const { value, reports } = tolerant(codec, xml);
  expect(reports).toEqual([]);
  expect(strict(codec, xml)).toEqual(value);
  return value;
}

function pairXml(content: string): string {
  return `<Pair xmlns="${tns}"${XSI}>${content}</Pair>`;
}

describe("what follows the contract", () => {
  it("decodes every kind of member", () => {
    const xml = jobXml(
      `<id>9007199254740993</id><name> n </name><status>50%</status><created> 2012-06-02T21:03:56.000Z </created>
       <tag>  a  b </tag><scores>1 2\n3</scores><size>12</size><price currency="EUR" xmlns:q="urn:q" q:kind="k">10.50</price>
       <problems><Problem><Code>1</Code></Problem><Problem xsi:nil="true"/></problems><data>AAEC</data><note xmlns="">x</note>
       <level>7</level><ref>t:x</ref><score>100</score><code>ABC</code><ratio>-INF</ratio><constructor>1</constructor><child><id>2</id></child>`,
      ' version="3"',
    );
    expect(both(Job, xml)).toEqual({
      version: "3",
      id: 9007199254740993n,
      name: " n ",
      status: "50%",
      created: "2012-06-02T21:03:56.000Z",
      tags: ["a b"],
      scores: [1, 2, 3],
      size: 12,
      price: { currency: "EUR", unit: 1, kind: "k", $value: "10.50" },
      problems: [{ Code: 1 }, null],
      data: new Uint8Array([0, 1, 2]),
      note: "x",
      level: 7,
      ref: { namespace: tns, localName: "x" },
      score: 100,
      code: "ABC",
      ratio: Number.NEGATIVE_INFINITY,
      constructor_: true,
      child: { id: 2n, tags: [] },
    });
  });

  it("keeps absent, nil, empty and value apart", () => {
    const id = "<id>1</id>";
    expect(both(Job, jobXml(id))).not.toHaveProperty("name");
    expect(both(Job, jobXml(`${id}<name xsi:nil="true"/>`)).name).toBeNull();
    expect(both(Job, jobXml(`${id}<name xsi:nil="1"></name>`)).name).toBeNull();
    expect(both(Job, jobXml(`${id}<name/>`)).name).toBe("");
    expect(both(Job, jobXml(`${id}<name xsi:nil="false"/>`)).name).toBe("");
    expect(both(Job, jobXml(`${id}<name>x</name>`)).name).toBe("x");
    expect(both(Job, jobXml(`${id}<problems xsi:nil="true"/>`)).problems).toBeNull();
    expect(both(Job, jobXml(`${id}<problems/>`)).problems).toEqual([]);
    expect(both(Job, jobXml(id))).not.toHaveProperty("problems");
  });

  it("makes arrays of one and of none", () => {
    expect(both(Job, jobXml("<id>1</id><tag>x</tag>")).tags).toEqual(["x"]);
    expect(both(Job, jobXml("<id>1</id>")).tags).toEqual([]);
  });

  it("gives an empty element its default or fixed value, an absent one nothing", () => {
    expect(both(Job, jobXml('<id>1</id><note xmlns=""/><level/>'))).toMatchObject({ note: "none", level: 7 });
    expect(both(Job, jobXml("<id>1</id>"))).toEqual({ id: 1n, tags: [] });
  });

  it("joins text around comments and CDATA", () => {
    expect(both(Job, jobXml("<id>1</id><name>a<!-- c -->b<![CDATA[<c>]]>&amp;</name>")).name).toBe("ab<c>&");
  });

  it("has no trouble with names that every object inherits", () => {
    expect(both(Job, jobXml("<id>1</id>"))).not.toHaveProperty("constructor_");
    const inherited: xs.StructCodec<{ readonly constructor: string; readonly toString: readonly string[] }> = {
      kind: "struct",
      name: ["", "x"],
      element: true,
      fields: {
        constructor: { el: "constructor", count: "1", type: xs.string },
        toString: { el: "toString", count: "*", type: xs.string },
      },
    };
    expect(Object.entries(both(inherited, "<x><constructor>a</constructor></x>"))).toEqual([
      ["constructor", "a"],
      ["toString", []],
    ]);
    expect(failure(() => xs.decode(inherited, "<x/>")).code).toBe("xml.missing");
  });

  it("reads bytes, with the encoding that they declare", () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?>${jobXml("<id>1</id><name>ü</name>")}`;
    expect(xs.decode(Job, new TextEncoder().encode(xml)).name).toBe("ü");
  });

  it("decodes while another document is being decoded", () => {
    const names: unknown[] = [];
    const inner = jobXml("<id>2</id><name>inner</name>");
    const outer = xs.decode(Job, jobXml("<id>1</id><bogus/><name>outer</name>"), {
      onUnexpected: () => names.push(xs.decode(Job, inner).name),
    });
    expect([outer.name, ...names]).toEqual(["outer", "inner"]);
  });
});

describe("roots", () => {
  it("names the expected and the found root", () => {
    const error = failure(() => xs.decode(Job, "<Jab/>"));
    expect(error).toMatchObject({ code: "xml.root", expected: `{${tns}}Job`, received: "Jab", line: 1, column: 1 });
  });
  it.each([
    ["", "empty"],
    ["  \n ", "empty"],
    ["<!DOCTYPE html><html><body>502</body></html>", "HTML"],
    ["<html><head></head></html>", "HTML"],
  ])("says plainly that %j is no message", (xml, word) => {
    const error = failure(() => xs.decode(Job, xml));
    expect(error.code).toBe("xml.root");
    expect(error.message).toContain(word);
  });
  it("refuses what is no document", () => {
    expect(failure(() => xs.decode(Job, jobXml("<id>1</id>").slice(0, -3))).code).toBe("xml.malformed");
    expect(failure(() => xs.decode(Job, `${jobXml("<id>1</id>")}<x/>`)).code).toBe("xml.malformed");
    expect(failure(() => xs.decode(Job, jobXml("<id>1</id>"), { limits: { depth: 1 } })).code).toBe("xml.limit");
  });
  const maybe: xs.ElementCodec<Problem | null> = { kind: "element", name: [tns, "maybe"], nil: true, type: Problem };
  it("decodes global elements, nil ones too", () => {
    expect(both(maybe, `<maybe xmlns="${tns}"><Code>1</Code></maybe>`)).toEqual({ Code: 1 });
    expect(both(maybe, `<maybe xmlns="${tns}"${XSI} xsi:nil="true"/>`)).toBeNull();
    expect(failure(() => xs.decode(Job, jobXml("", ' xsi:nil="true"'))).code).toBe("xml.unexpected");
  });
});

describe("values that are never guessed", () => {
  it.each(["strict", "tolerant"] as const)("refuses a wrong number when %s, with path, line and column", (mode) => {
    const xml = jobXml(
      "<id>1</id>\n<problems><Problem><Code>1</Code></Problem><Problem>\n  <Code>ValueHere</Code></Problem></problems>",
    );
    expect(failure(() => xs.decode(Job, xml, { mode }))).toMatchObject({
      code: "xml.invalid",
      path: "/Job/problems/Problem[2]/Code",
      line: 3,
      column: 9,
      expected: "xs:int",
      received: '"ValueHere"',
    });
  });
  it.each([
    ["<id/>", "/Job/id"],
    ["<id>1.0</id>", "/Job/id"],
    ["<id>1</id><created>2012-02-30T00:00:00</created>", "/Job/created"],
    ["<id>1</id><scores>1 x</scores>", "/Job/scores"],
    ["<id>1</id><data>A</data>", "/Job/data"],
    ["<id>1</id><ref>nope:x</ref>", "/Job/ref"],
    ['<id>1</id><price currency="x" unit="?">1</price>', "/Job/price/@unit"],
    ['<id>1</id><name xsi:nil="maybe"/>', "/Job/name/@xsi:nil"],
  ])("refuses %s", (content, path) => {
    for (const mode of ["strict", "tolerant"] as const) {
      expect(failure(() => xs.decode(Job, jobXml(content), { mode }))).toMatchObject({ code: "xml.invalid", path });
    }
  });
  it("refuses a message without a required member", () => {
    for (const mode of ["strict", "tolerant"] as const) {
      expect(failure(() => xs.decode(Job, jobXml("<name/>"), { mode })).code).toMatch(/xml\.(missing|unexpected)/);
      expect(failure(() => xs.decode(Pair, pairXml("<a>1</a><b/>"), { mode }))).toMatchObject({
        code: "xml.missing",
        expected: "c",
      });
      expect(failure(() => xs.decode(Job, jobXml("<id>1</id><price>1</price>"), { mode }))).toMatchObject({
        code: "xml.missing",
        path: "/Job/price",
        expected: "the attribute currency",
      });
    }
  });
  it("refuses content in an element that says it is nil", () => {
    for (const mode of ["strict", "tolerant"] as const) {
      for (const content of ["x", "<x/>", " "]) {
        const xml = jobXml(`<id>1</id><name xsi:nil="true">${content}</name>`);
        const error = failure(() => xs.decode(Job, xml, { mode }));
        expect(error).toMatchObject({ code: "xml.unexpected", expected: "an empty element" });
        expect(error.path).toMatch(/^\/Job\/name/);
      }
    }
  });
  it("checks the attributes of nil elements when strict", () => {
    for (const content of ['<name xsi:nil="true" x="1"/>', '<problems xsi:nil="true" x="1"/>']) {
      expect(failure(() => strict(Job, jobXml(`<id>1</id>${content}`)))).toMatchObject({ code: "xml.unexpected" });
    }
    expect(strict(Job, jobXml('<id>1</id><problems xsi:nil="true" xsi:type="t:Problems"/>')).problems).toBeNull();
  });
  it("refuses nil where a value is required", () => {
    const error = failure(() => xs.decode(Job, jobXml('<id xsi:nil="true"/>')));
    expect(error).toMatchObject({ code: "xml.unexpected", path: "/Job/id" });
  });
  it("cuts what it shows of a long value", () => {
    const error = failure(() => xs.decode(Job, jobXml(`<id>${"x".repeat(5000)}</id>`)));
    expect(error.received?.length).toBeLessThan(100);
    expect(error.message.length).toBeLessThan(200);
  });
});

/** What strict refuses and tolerant reports. */
describe("where strict and tolerant differ", () => {
  const id = "<id>1</id>";
  const cases: readonly [
    what: string,
    content: string,
    kind: xs.Unexpected["kind"],
    code: string,
    rest: Partial<Job>,
  ][] = [
    ["an unknown element", `${id}<bogus a="1">x</bogus>`, "unknown-element", "xml.unexpected", {}],
    [
      "an element of another namespace",
      `${id}<name xmlns="urn:other">x</name>`,
      "unknown-element",
      "xml.unexpected",
      {},
    ],
    ["an unknown attribute", `<id x="1">1</id>`, "unknown-attribute", "xml.unexpected", {}],
    ["elements out of order", `<name>x</name>${id}`, "out-of-order", "xml.unexpected", { name: "x" }],
    ["a second occurrence", `${id}<name>x</name><name>y</name>`, "too-many", "xml.unexpected", { name: "x" }],
    [
      "an unlisted value",
      `${id}<status>Paused</status>`,
      "unlisted-value",
      "xml.invalid",
      { status: "Paused" as xs.Unrecognized },
    ],
    [
      "an unlisted value in a union",
      `${id}<size>Paused</size>`,
      "unlisted-value",
      "xml.invalid",
      { size: "Paused" as xs.Unrecognized },
    ],
    ["a broken bound", `${id}<score>101</score>`, "facet", "xml.invalid", { score: 101 }],
    ["a broken pattern", `${id}<code>abc</code>`, "facet", "xml.invalid", { code: "abc" }],
    ["a list that is too long", `${id}<scores>1 2 3 4 5</scores>`, "facet", "xml.invalid", { scores: [1, 2, 3, 4, 5] }],
    ["another value than the fixed one", `${id}<level>8</level>`, "facet", "xml.invalid", { level: 8 }],
    ["stray text", `${id} x `, "stray-text", "xml.unexpected", {}],
    ["an element in a simple value", `${id}<name>a<b/>c</name>`, "unknown-element", "xml.unexpected", { name: "ac" }],
    [
      "xsi:type with another type",
      `${id}<price currency="x" xsi:type="t:Other">1</price>`,
      "unknown-type",
      "xml.invalid",
      { price: { currency: "x", unit: 1, $value: "1" } },
    ],
    [
      "xsi:nil on an optional element that is not nillable",
      `${id}<created xsi:nil="true"/>`,
      "nil",
      "xml.unexpected",
      {},
    ],
  ];
  it.each(cases)("%s", (_what, content, kind, code, rest) => {
    const { value, reports } = tolerant(Job, jobXml(content));
    expect(value).toEqual({ id: 1n, tags: [], ...rest });
    expect(reports.map((report) => report.kind)).toEqual([kind]);
    expect(reports[0]?.line).toBe(1);
    expect(reports[0]?.path).toMatch(/^\/Job/);
    const error = failure(() => strict(Job, jobXml(content)));
    expect(error.code).toBe(code);
    expect(error.expected).toBeTruthy();
    expect(error.received).toBeTruthy();
    // Without a listener nothing changes.
    expect(xs.decode(Job, jobXml(content))).toEqual(value);
  });

  it("hands unknown and surplus elements over as they came", () => {
    const { reports } = tolerant(
      Job,
      jobXml('<id>1</id><b:bogus xmlns:b="urn:b" a="1">x<b:y/></b:bogus><name>1</name><name>2</name>'),
    );
    expect(reports[0]?.element).toMatchObject({
      name: { namespace: "urn:b", localName: "bogus" },
      attributes: [{ name: { namespace: "", localName: "a" }, value: "1" }],
      children: ["x", { name: { namespace: "urn:b", localName: "y" }, children: [] }],
    });
    expect(reports[1]?.element?.children).toEqual(["2"]);
  });

  it("says in strict mode what could have come", () => {
    const error = failure(() => strict(Job, jobXml("<id>1</id><id>2</id>")));
    expect(error.path).toBe("/Job/id[2]");
    expect(error.expected).toContain("name or status or created or tag");
    expect(error.received).toContain("id");
    expect(failure(() => strict(Pair, pairXml("<b/>")))).toMatchObject({ expected: "a" });
    expect(failure(() => strict(Pair, pairXml("<a>1</a><b/><c>1</c><c>1</c><c>1</c><c>1</c>"))).expected).toBe(
      "nothing more",
    );
  });

  it("keeps what is too many where there is room for it", () => {
    const { value, reports } = tolerant(Pair, pairXml("<a>1</a><b/><c>1</c><c>2</c><c>3</c><c>4</c>"));
    expect(value.c).toEqual([1, 2, 3, 4]);
    expect(reports.map((report) => report.kind)).toEqual(["too-many"]);
  });

  it("collects an array whose elements do not stand together", () => {
    const { value, reports } = tolerant(
      Job,
      jobXml("<tag>a</tag><id>1</id><tag>b</tag><child><id>2</id></child><tag>c</tag>"),
    );
    expect(value).toEqual({ id: 1n, tags: ["a", "b", "c"], child: { id: 2n, tags: [] } });
    expect(reports.map((report) => report.kind)).toEqual(["out-of-order", "out-of-order"]);
  });

  it("takes listed values between spaces when tolerant only", () => {
    expect(tolerant(Job, jobXml("<id>1</id><status> Queued\n</status>"))).toEqual({
      value: { id: 1n, tags: [], status: "Queued" },
      reports: [],
    });
    expect(failure(() => strict(Job, jobXml("<id>1</id><status> Queued</status>"))).code).toBe("xml.invalid");
  });

  it("leaves xmlns, xsi and xml attributes alone", () => {
    const xml = jobXml(
      '<id xsi:type="xs:long" xmlns:xs="http://www.w3.org/2001/XMLSchema">1</id>',
      ' xsi:schemaLocation="a b" xml:lang="en"',
    );
    expect(tolerant(Job, xml)).toEqual({ value: { id: 1n, tags: [] }, reports: [] });
    expect(failure(() => strict(Job, xml)).message).toContain("lang");
    expect(strict(Job, xml.replace(' xml:lang="en"', ""))).toEqual({ id: 1n, tags: [] });
  });
});

describe("choices", () => {
  const xml = (content: string): string => `<Choice xmlns="${tns}">${content}</Choice>`;
  it("has the chosen branch alone", () => {
    expect(both(Choice, xml("<a>1</a>"))).toEqual({ a: 1 });
    expect(both(Choice, xml("<b/>"))).toEqual({ b: "" });
    expect(both(Choice, xml("<c>1</c><c>2</c>"))).toEqual({ c: [1, 2] });
  });
  it("refuses a choice that is not made", () => {
    for (const mode of ["strict", "tolerant"] as const) {
      expect(failure(() => xs.decode(Choice, xml(""), { mode }))).toMatchObject({
        code: "xml.missing",
        expected: "a or b or c",
      });
    }
  });
  it("reports a second branch", () => {
    expect(failure(() => strict(Choice, xml("<a>1</a><b/>")))).toMatchObject({
      code: "xml.unexpected",
      expected: "nothing more",
    });
    expect(tolerant(Choice, xml("<a>1</a><b/>")).reports).toHaveLength(1);
  });
});

describe("wildcards", () => {
  const xml = (content: string, attributes = ""): string =>
    `<Open xmlns="${tns}" xmlns:x="urn:x"${attributes}>${content}</Open>`;
  it("keeps elements and attributes in document order", () => {
    const value = both(
      Open,
      xml("<first>1</first><x:a>1</x:a><b xmlns='urn:b'/><x:a/><last>2</last>", ' x:k="v" plain="p"'),
    );
    expect(value).toMatchObject({ first: "1", last: "2" });
    expect(value.$any.map((element) => element.name.localName)).toEqual(["a", "b", "a"]);
    expect(value.$attributes).toEqual([
      { name: { namespace: "urn:x", localName: "k" }, value: "v" },
      { name: { namespace: "", localName: "plain" }, value: "p" },
    ]);
    expect(both(Open, xml(""))).toEqual({ $any: [], $attributes: [] });
  });
  it("holds the namespace constraint", () => {
    for (const content of ["<bogus/>", "<bogus xmlns=''/>"]) {
      expect(tolerant(Open, xml(content)).reports).toMatchObject([{ kind: "unknown-element" }]);
      expect(failure(() => strict(Open, xml(content))).code).toBe("xml.unexpected");
    }
    expect(tolerant(Open, xml("", ' xmlns:y="urn:y" y:k="v"')).reports).toMatchObject([{ kind: "unknown-attribute" }]);
  });
  it("has a place in strict mode, none in tolerant mode", () => {
    const misplaced = xml("<last>2</last><x:a/>");
    expect(failure(() => strict(Open, misplaced)).code).toBe("xml.unexpected");
    expect(tolerant(Open, misplaced).value.$any).toHaveLength(1);
  });
});

describe("xsi:type", () => {
  it("names any simple type in the place of xs:anySimpleType, and not what that is derived from", () => {
    const Value: xs.ElementCodec<xs.AnySimple> = { kind: "element", name: ["", "v"], type: xs.anySimpleType };
    const typed = (type: string): string =>
      `<v${XSI} xmlns:xs="http://www.w3.org/2001/XMLSchema" xsi:type="xs:${type}">1</v>`;
    for (const type of ["int", "anySimpleType"]) expect(strict(Value, typed(type))).toBe("1");
    expect(failure(() => strict(Value, typed("anyType")))).toMatchObject({ code: "xml.invalid" });
  });
  const xml = (content: string): string => `<Drawing xmlns="${tns}" xmlns:t="${tns}"${XSI}>${content}</Drawing>`;
  it("tells derived types apart", () => {
    const value = both(
      Drawing,
      xml(`<shape><label>x</label></shape><shape xsi:type="t:Circle"><radius>1</radius></shape>
           <shape xsi:type="SquareType"><side>2</side></shape><shape xsi:type=" t:Shape "/><main xsi:type="t:Circle"><radius>3</radius></main>`),
    );
    expect(value).toEqual({
      shape: [
        { $type: "Shape", label: "x" },
        { $type: "Circle", radius: 1 },
        { $type: "Square", side: 2 },
        { $type: "Shape" },
      ],
      main: { $type: "Circle", radius: 3 },
    });
  });
  it("wants to know the type of an abstract element", () => {
    for (const mode of ["strict", "tolerant"] as const) {
      expect(failure(() => xs.decode(Drawing, xml("<main/>"), { mode }))).toMatchObject({
        code: "xml.missing",
        expected: "Circle or SquareType",
      });
      const unknown = xml('<main xsi:type="t:Blob"/>');
      expect(failure(() => xs.decode(Drawing, unknown, { mode }))).toMatchObject({
        code: "xml.invalid",
        received: `{${tns}}Blob`,
      });
      expect(failure(() => xs.decode(Drawing, xml('<shape xsi:type="u:Blob"/>'), { mode })).code).toBe("xml.invalid");
    }
  });
  it("decodes an unknown type as the declared one when tolerant", () => {
    const { value, reports } = tolerant(Drawing, xml('<shape xsi:type="t:Blob"><label>x</label><blob/></shape>'));
    expect(value.shape).toEqual([{ $type: "Shape", label: "x" }]);
    expect(reports.map((report) => report.kind)).toEqual(["unknown-type", "unknown-element"]);
    expect(failure(() => strict(Drawing, xml('<shape xsi:type="t:Blob"/>'))).code).toBe("xml.invalid");
  });
  describe("a nil element of xs:anyType", () => {
    const free: xs.ElementCodec<xs.XmlElement | null> = {
      kind: "element",
      name: ["", "a"],
      type: xs.anyType,
      nil: true,
    };
    const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

    it("is null", () => {
      expect(xs.decode(free, `<a ${xsi} xsi:nil="true"/>`, { mode: "strict" })).toBe(null);
    });

    it("is kept with its attributes", () => {
      const value = xs.decode(free, `<a ${xsi} xsi:nil="true" at="1"/>`, { mode: "strict" });
      expect(value).toMatchObject({ attributes: [{ name: { localName: "nil" } }, { value: "1" }], children: [] });
      const again = xs.decode(free, xs.encode(free, value), { mode: "strict" });
      expect(again?.attributes).toEqual(value?.attributes);
    });

    it("is empty all the same", () => {
      expect(() => xs.decode(free, `<a ${xsi} xsi:nil="true" at="1">x</a>`)).toThrow(
        /Content in an element with xsi:nil/,
      );
    });
  });

  it("keeps xs:anyType as it stands", () => {
    expect(both(Drawing, xml('<extra xsi:type="t:int">5<x/></extra>')).extra).toMatchObject({
      name: { namespace: tns, localName: "extra" },
      children: ["5", { name: { localName: "x" } }],
    });
  });
});

describe("xop:Include", () => {
  const include = (href: string): string =>
    jobXml(`<id>1</id><data><x:Include xmlns:x="http://www.w3.org/2004/08/xop/include" href="${href}"/></data>`);
  const attachments = new Map([["part 1@example.org", new Uint8Array([1, 2])]]);
  it("takes the bytes of the other part", () => {
    for (const mode of ["strict", "tolerant"] as const) {
      expect(xs.decode(Job, include("cid:part%201@example.org"), { attachments, mode }).data).toEqual(
        new Uint8Array([1, 2]),
      );
    }
  });
  it.each(["cid:other", "http://example.org/", ""])("misses %j", (href) => {
    expect(failure(() => xs.decode(Job, include(href), { attachments }))).toMatchObject({
      code: "xml.missing",
      path: "/Job/data/Include",
    });
  });
  it("is not looked for in other types", () => {
    const xml = jobXml(
      '<id>1</id><name><x:Include xmlns:x="http://www.w3.org/2004/08/xop/include" href="cid:a"/></name>',
    );
    expect(tolerant(Job, xml).reports).toMatchObject([{ kind: "unknown-element" }]);
  });
});

describe("long documents", () => {
  // A cost that grew with the square of the length would not come to an end here.
  it("of many elements come to an end", () => {
    expect(strict(Job, jobXml(`<id>1</id>${"<tag>x</tag>".repeat(50_000)}`)).tags).toHaveLength(50_000);
  });
  it("of many elements come to an end, whatever is reported", () => {
    const lines: (number | undefined)[] = [];
    const onUnexpected = ({ line }: xs.Unexpected): number => lines.push(line);
    xs.decode(Job, jobXml(`<id>1</id>${"\n<bogus/>".repeat(50_000)}`), { onUnexpected });
    expect(lines.at(-1)).toBe(50_001);
  });
});

it("delivers what is no address when decoding tolerantly, and reports it", () => {
  const codec: xs.RootCodec<xs.AnyURI> = { kind: "element", name: ["", "a"], type: xs.anyURI };
  const found: xs.Unexpected[] = [];
  expect(xs.decode(codec, "<a>192.168.0.1:8080</a>", { onUnexpected: (one) => found.push(one) })).toBe(
    "192.168.0.1:8080",
  );
  expect(found).toMatchObject([{ kind: "facet", path: "/a" }]);
  expect(() => xs.decode(codec, "<a>192.168.0.1:8080</a>", { mode: "strict" })).toThrow("Not a value of xs:anyURI");
  expect(() => xs.encode(codec, "192.168.0.1:8080")).toThrow("xs:anyURI");
});
