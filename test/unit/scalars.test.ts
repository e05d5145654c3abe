import { describe, expect, it } from "vitest";
import * as xs from "../../src/runtime/codec/index.ts";
import { applySpace } from "../../src/runtime/codec/scalars/whitespace.ts";

const reading = { namespaceOf: (prefix: string): string | undefined => ({ a: "urn:a", "": "urn:default" })[prefix] };
const writing = { prefixOf: (namespace: string): string => (namespace === "" ? "" : "p") };

function read<T>(type: xs.Scalar<T>, text: string): T | undefined {
  return type.read(applySpace(text, type.space), reading);
}

/** Texts that a type takes, with their value, and texts that it does not take. */
function accepts<T>(type: xs.Scalar<T>, good: readonly (readonly [string, T])[], bad: readonly string[]): void {
  describe(`xs:${type.name}`, () => {
    it.each(good)("reads %j", (text, value) => expect(read(type, text)).toEqual(value));
    it.each(bad.map((text) => [text]))("refuses %j", (text) => expect(read(type, text)).toBeUndefined());
  });
}

/** Texts that a type takes and keeps as they are. */
function keeps(type: xs.Scalar<string>, good: readonly string[], bad: readonly string[]): void {
  accepts(
    type,
    good.map((text) => [text, text] as const),
    bad,
  );
}

accepts(
  xs.boolean,
  [
    ["true", true],
    ["1", true],
    [" false\n", false],
    ["0", false],
  ],
  ["True", "", "yes", "01"],
);
accepts(
  xs.int,
  [
    ["0", 0],
    ["-0", 0],
    ["+5", 5],
    ["007", 7],
    ["2147483647", 2147483647],
    ["-2147483648", -2147483648],
    ["00000000000000000000000000000000000001", 1],
  ],
  [
    "2147483648",
    "-2147483649",
    "",
    "+",
    "-",
    "1.0",
    "1e3",
    "0x10",
    "1 2",
    "٣",
    "99999999999999999999999999",
    "ValueHere",
  ],
);
it("reads -0 as 0", () => expect(Object.is(read(xs.int, "-0"), 0)).toBe(true));
accepts(
  xs.short,
  [
    ["32767", 32767],
    ["-32768", -32768],
  ],
  ["32768", "-32769"],
);
accepts(
  xs.byte,
  [
    ["127", 127],
    ["-128", -128],
  ],
  ["128", "-129"],
);
accepts(
  xs.unsignedInt,
  [
    ["4294967295", 4294967295],
    ["-0", 0],
  ],
  ["4294967296", "-1"],
);
accepts(xs.unsignedShort, [["65535", 65535]], ["65536", "-1"]);
accepts(xs.unsignedByte, [["255", 255]], ["256", "-1"]);
accepts(
  xs.long,
  [
    ["9223372036854775807", 9223372036854775807n],
    ["-9223372036854775808", -9223372036854775808n],
    ["+9007199254740993", 9007199254740993n],
  ],
  ["9223372036854775808", "-9223372036854775809", "", "1.0", "1n", "0x1", " "],
);
accepts(xs.unsignedLong, [["18446744073709551615", 18446744073709551615n]], ["18446744073709551616", "-1"]);
accepts(xs.integer, [["-123456789012345678901234567890", -123456789012345678901234567890n]], ["1.5", "--1"]);
accepts(xs.positiveInteger, [["1", 1n]], ["0", "-1"]);
accepts(
  xs.nonNegativeInteger,
  [
    ["0", 0n],
    ["-0", 0n],
  ],
  ["-1"],
);
accepts(
  xs.nonPositiveInteger,
  [
    ["0", 0n],
    ["-7", -7n],
  ],
  ["1"],
);
accepts(xs.negativeInteger, [["-1", -1n]], ["0", "1"]);
accepts(
  xs.double,
  [
    ["1", 1],
    ["-1.5E3", -1500],
    [".5", 0.5],
    ["5.", 5],
    ["INF", Infinity],
    ["-INF", -Infinity],
    ["NaN", NaN],
    ["1e400", Infinity],
    ["-0", -0],
  ],
  ["+INF", "Infinity", "nan", "", ".", "1e", "1e1.5", "0x1p3", "1_0"],
);
accepts(
  xs.float,
  [
    ["0.1", Math.fround(0.1)],
    ["1e40", Infinity],
    ["NaN", NaN],
  ],
  ["1d", ""],
);
keeps(
  xs.decimal,
  ["0", "-1.50", "+.5", "5.", "123456789012345678901234567890.123456789"],
  ["", ".", "1e3", "INF", "NaN", "1,5"],
);

keeps(
  xs.dateTime,
  [
    "2012-06-02T21:03:56.000Z",
    "2012-06-02T21:03:56",
    "2000-02-29T00:00:00",
    "1999-12-31T24:00:00Z",
    "1999-12-31T24:00:00.000",
    "-0044-03-15T00:00:00",
    "12345-01-01T00:00:00",
    "2012-06-02T21:03:56.1234567890123+14:00",
    "2012-06-02T21:03:56-13:59",
    "1600-02-29T00:00:00",
    "-0004-02-29T00:00:00",
    "20000-02-29T00:00:00",
  ],
  [
    "datetime",
    "",
    "2012-06-02",
    "2012-06-02 21:03:56",
    "2012-06-02T21:03",
    "2012-13-01T00:00:00",
    "2012-00-01T00:00:00",
    "2012-02-30T00:00:00",
    "2011-02-29T00:00:00",
    "1900-02-29T00:00:00",
    "2012-06-31T00:00:00",
    "2012-06-00T00:00:00",
    "0000-01-01T00:00:00",
    "-0000-01-01T00:00:00",
    "012345-01-01T00:00:00",
    "999-01-01T00:00:00",
    "+2012-01-01T00:00:00",
    "2012-06-02T24:00:01",
    "2012-06-02T24:00:00.1",
    "2012-06-02T25:00:00",
    "2012-06-02T21:60:00",
    "2012-06-02T21:03:60",
    "2012-06-02T21:03:56.",
    "2012-06-02T21:03:56z",
    "2012-06-02T21:03:56+14:01",
    "2012-06-02T21:03:56+15:00",
    "2012-06-02T21:03:56+0000",
    "2012-06-02T21:03:56+00",
    "2012-06-02T21:03:56Z ZZ",
    "2012-6-2T1:3:6",
  ],
);
keeps(
  xs.date,
  ["2012-06-02", "2012-06-02Z", "2012-06-02-05:00", "-0001-01-01"],
  ["2012-06-2", "2012-02-30", "2012-06-02T00:00:00", "0000-01-01"],
);
keeps(
  xs.time,
  ["21:03:56", "24:00:00", "00:00:00.5+01:00"],
  ["24:00:01", "1:00:00", "21:03", "21-03-56", "21:03:56,5"],
);
keeps(xs.gYear, ["2012", "-2012", "12012", "2012Z", "2012-05:00"], ["0000", "12", "02012", "2012-"]);
keeps(xs.gYearMonth, ["2012-06", "2012-06+01:00"], ["2012-13", "2012-6", "2012"]);
keeps(xs.gMonthDay, ["--06-02", "--02-29Z"], ["--02-30", "--6-2", "-06-02", "06-02"]);
keeps(xs.gMonth, ["--06", "--06Z"], ["--13", "--06--", "-06"]);
keeps(xs.gDay, ["---31", "---01+02:00"], ["---32", "---00", "--31"]);
keeps(
  xs.duration,
  ["P1Y2M3DT4H5M6.789S", "PT0S", "-P1D", "P0Y", "PT1H30M", "P1M"],
  ["P", "PT", "P1YT", "1Y", "P-1D", "PT1.5H", "P1S", "PT.5S", "P1D2H", "+P1D", "PT5.S"],
);
keeps(xs.language, ["en", "en-US", "zh-Hant-TW"], ["", "en_US", "abcdefghi", "en-"]);
keeps(xs.NMTOKEN, ["a:b", "-1", "été"], ["", "a b", "a,b"]);
keeps(xs.xmlName, ["a:b", "_x", "é"], ["1a", "-a", ""]);
keeps(xs.NCName, ["ab", "_x"], ["a:b", "1a", ".a"]);
keeps(xs.ID, ["id-1"], ["1", "a:b"]);
keeps(xs.IDREF, ["id-1"], ["1"]);
keeps(xs.ENTITY, ["e"], ["&e;"]);
accepts(
  xs.token,
  [
    ["  a \n b ", "a b"],
    ["", ""],
  ],
  [],
);
accepts(xs.normalizedString, [[" a\tb\n", " a b "]], []);
accepts(xs.string, [[" a\tb\n", " a\tb\n"]], []);
accepts(
  xs.anyURI,
  [
    [" http://a/ü?x=1#y ", "http://a/ü?x=1#y"],
    ["", ""],
    ["urn:a b", "urn:a b"],
    ["a/9:b", "a/9:b"],
    ["\\\\host\\a", "\\\\host\\a"],
    ["%C3%bc", "%C3%bc"],
  ],
  [],
);

it("knows which texts are no address", () => {
  for (const value of ["http://a/ü?x=1#y", "", "urn:a b", "a/9:b", "%C3%bc"])
    expect(xs.anyURI.valid?.(value)).toBe(true);
  for (const value of ["9a:b", ":a", "a:", "a%2", "100%"]) expect(xs.anyURI.valid?.(value)).toBe(false);
});

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
accepts(
  xs.base64Binary,
  [
    ["", bytes()],
    ["AA==", bytes(0)],
    ["AAE=", bytes(0, 1)],
    ["AAEC", bytes(0, 1, 2)],
    ["A A\nE\tC", bytes(0, 1, 2)],
    ["A A = =", bytes(0)],
    ["+/+/", bytes(0xfb, 0xff, 0xbf)],
  ],
  ["A", "AA", "AAA", "AA=", "AA===", "AB==", "AAF=", "AA==AA==", "A===", "====", "AAE=x", "AA-_", "AAé="],
);
accepts(
  xs.hexBinary,
  [
    ["", bytes()],
    ["0aFF", bytes(10, 255)],
  ],
  ["0", "0g", "0 a"],
);
accepts(
  xs.qname,
  [
    ["a:b", { namespace: "urn:a", localName: "b" }],
    ["b", { namespace: "urn:default", localName: "b" }],
  ],
  ["x:b", ":b", "a:", "a:b:c", "1", ""],
);

describe("writing", () => {
  it.each([
    [xs.int.write(5, writing), "5"],
    [xs.int.write(-0, writing), "0"],
    [xs.long.write(9007199254740993n, writing), "9007199254740993"],
    [xs.double.write(Number.NaN, writing), "NaN"],
    [xs.double.write(Number.NEGATIVE_INFINITY, writing), "-INF"],
    [xs.double.write(-0, writing), "-0"],
    [xs.double.write(1e21, writing), "1e+21"],
    [xs.float.write(Math.fround(0.1), writing), "0.1"],
    [xs.boolean.write(false, writing), "false"],
    [xs.base64Binary.write(bytes(0xfb, 0xff), writing), "+/8="],
    [xs.hexBinary.write(bytes(10, 255), writing), "0AFF"],
    [xs.qname.write({ namespace: "urn:a", localName: "b" }, writing), "p:b"],
  ])("%j is %j", (written, expected) => expect(written).toBe(expected));

  it("refuses numbers that are none of the type", () => {
    for (const value of [1.5, 2147483648, Number.NaN, Infinity]) expect(xs.int.write(value, writing)).toBeUndefined();
    for (const value of [-1, 256]) expect(xs.unsignedByte.write(value, writing)).toBeUndefined();
    expect(xs.long.write(9223372036854775808n, writing)).toBeUndefined();
    expect(xs.positiveInteger.write(0n, writing)).toBeUndefined();
    expect(xs.float.write(1e39, writing)).toBeUndefined();
  });
  it("refuses texts outside the lexical space", () => {
    expect(xs.dateTime.write("yesterday", writing)).toBeUndefined();
    expect(xs.token.write("a  b", writing)).toBeUndefined();
    expect(xs.token.write(" a", writing)).toBeUndefined();
    expect(xs.normalizedString.write("a\nb", writing)).toBeUndefined();
    expect(xs.decimal.write("1e3", writing)).toBeUndefined();
    expect(xs.qname.write({ namespace: "urn:a", localName: "a:b" }, writing)).toBeUndefined();
  });
  it("refuses values of another JavaScript type", () => {
    const every: readonly { readonly write: (value: never, context: xs.WriteContext) => string | undefined }[] = [
      xs.string,
      xs.token,
      xs.language,
      xs.NMTOKEN,
      xs.xmlName,
      xs.NCName,
      xs.decimal,
      xs.dateTime,
      xs.date,
      xs.time,
      xs.duration,
      xs.gYear,
      xs.anyURI,
      xs.anySimpleType,
      xs.base64Binary,
      xs.hexBinary,
      xs.qname,
      xs.boolean,
      xs.int,
      xs.long,
      xs.double,
      xs.float,
    ];
    for (const type of every) {
      const write = type.write as (value: unknown, context: xs.WriteContext) => string | undefined;
      for (const value of [{}, [], null, Symbol("x")]) expect(write(value, writing)).toBeUndefined();
    }
    const text = xs.NMTOKEN.write as (value: unknown, context: xs.WriteContext) => string | undefined;
    expect(text(5, writing)).toBeUndefined();
  });
});

describe("order", () => {
  const order = <T>(type: xs.Scalar<T>, left: T, right: T): number | undefined => {
    const result = type.order?.(left, right);
    return result === undefined ? undefined : Math.sign(result);
  };
  it.each([
    ["1.10", "1.1", 0],
    ["-0", "0", 0],
    ["9", "10", -1],
    ["-9", "-10", 1],
    ["0.12", "0.2", -1],
    [".5", "0.49999999999999999999999", 1],
    ["-1", "1", -1],
    ["+1", "01.0", 0],
  ])("decimal %s against %s", (left, right, expected) => expect(order(xs.decimal, left, right)).toBe(expected));
  it.each([
    ["2000-01-01T00:00:00Z", "2000-01-01T01:00:00+01:00", 0],
    ["1999-12-31T24:00:00Z", "2000-01-01T00:00:00Z", 0],
    ["2000-01-01T00:00:00.1Z", "2000-01-01T00:00:00.10Z", 0],
    ["2000-01-01T00:00:00.09Z", "2000-01-01T00:00:00.1Z", -1],
    ["2000-01-15T12:00:00", "2000-01-16T12:00:00Z", -1],
    ["2000-01-01T12:00:00", "1999-12-31T23:00:00Z", undefined],
    ["2000-01-16T12:00:00", "2000-01-16T12:00:00Z", undefined],
    ["2000-01-16T00:00:00", "2000-01-16T12:00:00Z", undefined],
    ["2000-01-15T00:00:00", "2000-02-15T00:00:00Z", -1],
    ["2000-02-15T00:00:00Z", "2000-01-15T00:00:00", 1],
    ["-0002-01-01T00:00:00Z", "-0001-01-01T00:00:00Z", -1],
    ["99999999999999999999-01-01T00:00:00Z", "99999999999999999998-12-31T00:00:00Z", 1],
  ])("dateTime %s against %s", (left, right, expected) => expect(order(xs.dateTime, left, right)).toBe(expected));
  it.each([
    [xs.date, "2000-02-29", "2000-03-01", -1],
    [xs.time, "24:00:00", "00:00:00", 0],
    [xs.time, "10:00:00Z", "11:00:00+01:00", 0],
    [xs.gYear, "-0001", "0001", -1],
    [xs.gYearMonth, "2000-02", "2000-01", 1],
    [xs.gMonthDay, "--02-29", "--03-01", -1],
    [xs.gMonth, "--02", "--10", -1],
    [xs.gDay, "---31", "---01", 1],
  ] as const)("%o %s against %s", (type, left, right, expected) =>
    expect(order<string>(type, left, right)).toBe(expected),
  );
  it.each([
    ["P1M", "P30D", undefined],
    ["P1M", "P27D", 1],
    ["P1M", "P32D", -1],
    ["P1Y", "P12M", 0],
    ["PT24H", "P1D", 0],
    ["-P1D", "P1D", -1],
    ["PT1.5S", "PT1.50S", 0],
    ["PT0.1S", "PT0.09S", 1],
    ["-PT1.5S", "-PT1S", -1],
    ["P1Y", "P365D", undefined],
    ["PT60S", "PT1M", 0],
  ])("duration %s against %s", (left, right, expected) => expect(order(xs.duration, left, right)).toBe(expected));
  it("cannot compare NaN with anything but itself", () => {
    expect(order(xs.double, Number.NaN, 1)).toBeUndefined();
    expect(order(xs.double, Number.NaN, Number.NaN)).toBe(0);
  });
});

describe("sizes", () => {
  it("counts code points and bytes", () => {
    expect(xs.string.size?.("a😀é")).toBe(3);
    expect(xs.string.size?.("\u{D83D}")).toBe(1);
    expect(xs.base64Binary.size?.(bytes(1, 2))).toBe(2);
  });
});

it("round-trips bytes of every length", () => {
  for (let length = 0; length < 70; length++) {
    const value = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 255);
    const text = xs.base64Binary.write(value, writing);
    expect(text).toBe(Buffer.from(value).toString("base64"));
    expect(read(xs.base64Binary, text ?? "")).toEqual(value);
  }
});
