/** Built-in types in the representations that a user may choose in place of the faithful ones. */
import { describe, expect, it } from "vitest";
import * as xs from "../../src/runtime/codec/index.ts";
import { XmlError } from "../../src/runtime/errors.ts";

const reading = { namespaceOf: (): undefined => undefined };
const writing = { prefixOf: (): string => "" };

describe("integers as strings", () => {
  it.each([
    [xs.longAsString, "9223372036854775807", "9223372036854775807"],
    [xs.longAsString, "-007", "-7"],
    [xs.unsignedLongAsString, "+18446744073709551615", "18446744073709551615"],
    [xs.integerAsString, `1${"0".repeat(40)}`, `1${"0".repeat(40)}`],
    [xs.negativeIntegerAsString, "-1", "-1"],
  ])("reads and writes %#", (type, text, value) => {
    expect(type.read(text, reading)).toBe(value);
    expect(type.write(value, writing)).toBe(value);
  });

  it.each([
    [xs.longAsString, "9223372036854775808"],
    [xs.unsignedLongAsString, "-1"],
    [xs.positiveIntegerAsString, "0"],
    [xs.nonPositiveIntegerAsString, "1"],
    [xs.nonNegativeIntegerAsString, "-1"],
    [xs.integerAsString, "1.5"],
    [xs.integerAsString, ""],
  ])("refuses %# in both directions", (type, text) => {
    expect(type.read(text, reading)).toBeUndefined();
    expect(type.write(text, writing)).toBeUndefined();
  });

  it("compares by value, not by text", () => {
    expect(xs.longAsString.order?.("9", "10")).toBeLessThan(0);
    expect(xs.longAsString.order?.("10", "10")).toBe(0);
    expect(xs.longAsString.order?.("-9", "-10")).toBeGreaterThan(0);
  });
});

describe("integers as numbers", () => {
  it("takes what is safe, and refuses what would be rounded", () => {
    expect(xs.longAsNumber.read("9007199254740991", reading)).toBe(Number.MAX_SAFE_INTEGER);
    expect(xs.longAsNumber.read("9007199254740993", reading)).toBeUndefined();
    expect(xs.longAsNumber.write(2 ** 53, writing)).toBeUndefined();
    expect(xs.longAsNumber.write(1.5, writing)).toBeUndefined();
    expect(xs.unsignedLongAsNumber.write(-1, writing)).toBeUndefined();
    expect(xs.integerAsNumber.write(-5, writing)).toBe("-5");
  });

  it("says in errors what it takes", () => {
    const root: xs.ElementCodec<xs.LongAsNumber> = { kind: "element", name: ["", "n"], type: xs.longAsNumber };
    expect(() => xs.decode(root, "<n>9007199254740993</n>")).toThrow("xs:long within ±(2^53 - 1)");
    expect(xs.decode(root, "<n>42</n>")).toBe(42);
  });
});

describe("xs:dateTime as a Date", () => {
  const root: xs.ElementCodec<xs.DateTimeAsDate> = { kind: "element", name: ["", "at"], type: xs.dateTimeAsDate };

  it("is the point in time, written in UTC", () => {
    const value = xs.decode(root, "<at>2026-03-01T12:00:00.1239+02:00</at>");
    expect(value).toEqual(new Date("2026-03-01T10:00:00.123Z"));
    expect(xs.encode(root, value)).toContain(">2026-03-01T10:00:00.123Z<");
    expect(xs.toJson(root, value)).toBe("2026-03-01T10:00:00.123Z");
    expect(xs.fromJson(root, "2026-03-01T10:00:00.123Z")).toEqual(value);
  });

  it.each(["2026-03-01T12:00:00", "300000-01-01T00:00:00Z"])("stays %s where it is none that a Date holds", (text) => {
    const value = xs.decode(root, `<at>${text}</at>`);
    expect(value).toBe(text);
    expect(xs.encode(root, value)).toContain(`>${text}<`);
    expect(xs.fromJson(root, xs.toJson(root, value))).toBe(text);
  });

  it("refuses an invalid Date, and text that is no dateTime", () => {
    expect(() => xs.encode(root, new Date(Number.NaN))).toThrow(XmlError);
    expect(() => xs.encode(root, "yesterday")).toThrow(XmlError);
    expect(() => xs.decode(root, "<at>2026-02-30T00:00:00Z</at>")).toThrow(XmlError);
  });

  it("keeps bounds of a restriction", () => {
    const after: xs.RestrictionCodec<xs.DateTimeAsDate> = {
      kind: "restriction",
      base: xs.dateTimeAsDate,
      facets: { minInclusive: "2020-01-01T00:00:00Z" },
    };
    const recent: xs.ElementCodec<xs.DateTimeAsDate> = { kind: "element", name: ["", "at"], type: after };
    expect(xs.decode(recent, "<at>2020-01-01T01:00:00+01:00</at>")).toEqual(new Date("2020-01-01T00:00:00Z"));
    expect(() => xs.decode(recent, "<at>2019-12-31T23:59:59Z</at>", { mode: "strict" })).toThrow(XmlError);
  });
});

/** The compiler tells the representations apart: each line is refused where it says so. */
export const proofs: readonly (() => unknown)[] = [
  (): xs.Codec<xs.LongAsString> => xs.longAsString,
  // @ts-expect-error digits are no number
  (): xs.Codec<xs.LongAsString> => xs.longAsNumber,
  // @ts-expect-error a bigint is no string
  (): xs.Codec<xs.LongAsString> => xs.long,
  // @ts-expect-error the range is another
  (): xs.Codec<xs.LongAsNumber> => xs.unsignedLongAsNumber,
  // @ts-expect-error a lexical form is no Date
  (): xs.Codec<xs.DateTimeAsDate> => xs.dateTime,
  // @ts-expect-error a Date is no lexical form
  (): xs.Codec<xs.DateTime> => xs.dateTimeAsDate,
];
