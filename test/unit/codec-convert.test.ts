import { describe, expect, it } from "vitest";
import * as xs from "../../src/runtime/codec/index.ts";
import { XmlError } from "../../src/runtime/errors.ts";

describe("dates", () => {
  it.each([
    ["2012-06-02T21:03:56Z", "2012-06-02T21:03:56.000Z"],
    ["2012-06-02T21:03:56.1234567+02:00", "2012-06-02T19:03:56.123Z"],
    ["2012-06-02T21:03:56.5Z", "2012-06-02T21:03:56.500Z"],
    ["2012-06-02T24:00:00Z", "2012-06-03T00:00:00.000Z"],
    ["12012-06-02T00:00:00Z", "+012012-06-02T00:00:00.000Z"],
    ["-0001-01-01T00:00:00Z", "0000-01-01T00:00:00.000Z"],
  ])("%s is %s", (lexical, iso) => expect(xs.dateTimeToDate(lexical).toISOString()).toBe(iso));
  it("assumes a zone only when told", () => {
    expect(() => xs.dateTimeToDate("2012-06-02T21:03:56")).toThrow(XmlError);
    expect(xs.dateTimeToDate("2012-06-02T21:03:56", "Z").toISOString()).toBe("2012-06-02T21:03:56.000Z");
    expect(xs.dateTimeToDate("2012-06-02T21:03:56", "+02:00").toISOString()).toBe("2012-06-02T19:03:56.000Z");
    expect(xs.dateTimeToDate("2012-06-02T21:03:56Z", "+02:00").toISOString()).toBe("2012-06-02T21:03:56.000Z");
    expect(() => xs.dateTimeToDate("2012-06-02T21:03:56", "+99:00")).toThrow(/such as Z/);
  });
  it("refuses what is none", () => {
    expect(() => xs.dateTimeToDate("2012-02-30T00:00:00Z")).toThrow(/xs:dateTime/);
    expect(() => xs.dateTimeToDate("999999-01-01T00:00:00Z")).toThrow(/range/);
    expect(() => xs.dateToDateTime(new Date(Number.NaN))).toThrow(XmlError);
  });
  it.each([
    ["2012-06-02T21:03:56.123Z", "2012-06-02T21:03:56.123Z"],
    ["+012012-06-02T00:00:00Z", "12012-06-02T00:00:00.000Z"],
    ["0000-01-01T00:00:00Z", "-0001-01-01T00:00:00.000Z"],
    ["-000043-03-15T00:00:00Z", "-0044-03-15T00:00:00.000Z"],
  ])("%s becomes %s", (iso, lexical) => {
    expect(xs.dateToDateTime(new Date(iso))).toBe(lexical);
    expect(xs.dateTimeToDate(lexical)).toEqual(new Date(iso));
  });
});

describe("decimals", () => {
  it("convert", () => {
    expect(xs.decimalToNumber("-10.50")).toBe(-10.5);
    expect(() => xs.decimalToNumber("1e3")).toThrow(XmlError);
    expect(() => xs.numberToDecimal(Number.NaN)).toThrow(XmlError);
  });
  it.each([0, -0, 1.5, -1.5, 1e-7, 1.25e-9, 1e21, 1.234e25, 123456.789, 5e-324, Number.MAX_VALUE])(
    "%d stays itself",
    (value) => {
      const lexical = xs.numberToDecimal(value);
      expect(lexical).toMatch(/^-?[0-9]+(\.[0-9]+)?$/);
      expect(xs.decimalToNumber(lexical)).toBe(value === 0 ? 0 : value);
    },
  );
});

describe("Temporal", () => {
  const available = Reflect.has(globalThis, "Temporal");
  it.skipIf(available)("is asked for where the engine does not have it", () => {
    expect(() => xs.dateTimeToInstant("2012-06-02T21:03:56Z")).toThrow(/Temporal/);
  });
  it("gets texts that it reads", () => {
    const seen: string[] = [];
    const type = { from: (text: string): string => (seen.push(text), text) };
    const constructor = Object.assign(() => undefined, type);
    const before = Object.getOwnPropertyDescriptor(globalThis, "Temporal");
    const fake = {
      Instant: constructor,
      PlainDateTime: constructor,
      PlainDate: constructor,
      PlainTime: constructor,
      Duration: constructor,
    };
    Object.defineProperty(globalThis, "Temporal", { value: fake, configurable: true });
    try {
      xs.dateTimeToInstant("-0001-06-02T21:03:56.1234567891Z");
      xs.dateTimeToPlainDateTime("2012-06-02T21:03:56+02:00");
      xs.dateToPlainDate("12012-06-02Z");
      xs.timeToPlainTime("21:03:56Z");
      xs.durationToTemporal("-P1DT2H");
    } finally {
      Reflect.deleteProperty(globalThis, "Temporal");
      if (before !== undefined) Object.defineProperty(globalThis, "Temporal", before);
    }
    expect(seen).toEqual([
      "+000000-06-02T21:03:56.123456789Z",
      "2012-06-02T21:03:56",
      "+012012-06-02",
      "21:03:56",
      "-P1DT2H",
    ]);
  });
  it("wants a zone for an instant", () => {
    expect(() => xs.dateTimeToInstant("2012-06-02T21:03:56")).toThrow(/zone/);
    expect(() => xs.dateToPlainDate("2012-06-02T00:00:00")).toThrow(/xs:date/);
    expect(() => xs.timeToPlainTime("2012-06-02")).toThrow(/xs:time/);
    expect(() => xs.durationToTemporal("P")).toThrow(/xs:duration/);
  });
});
