/**
 * Conversions between lexical values and JavaScript's own types. They are functions of their own, because each of them
 * can lose something that the lexical form keeps: digits, the zone, years beyond four digits.
 */
import { XmlError } from "../errors.ts";
import { describe } from "./encoding.ts";
import { memberOf } from "./erased.ts";
import { isDate, isDateTime, isTime } from "./scalars/calendar.ts";
import { isDecimal, plainDigits } from "./scalars/digits.ts";
import { duration } from "./scalars/duration.ts";
import { zoneOf } from "./scalars/instants.ts";
import type { CalendarDate, DateTime, Decimal, Duration, Time } from "./values.ts";

const NOWHERE = { namespaceOf: (): undefined => undefined };

function refuse(expected: string, received: unknown): never {
  throw new XmlError("xml.invalid", `Expected ${expected}, received ${describe(received)}`, {
    path: "",
    expected,
    received: describe(received),
  });
}

/** A zone for a value that has none: "Z", or hours and minutes east of UTC as in "+02:00". */
export type Zone = "Z" | `${"+" | "-"}${string}:${string}`;

/**
 * The Date of an xs:dateTime, cut to milliseconds. A value without a zone names no instant: say which zone to assume.
 *
 * @throws XmlError `xml.invalid` where the value is no dateTime, has no zone and none is assumed, or lies beyond what a
 * Date can hold.
 */
export function dateTimeToDate(value: DateTime, assumedZone?: Zone): Date {
  if (!isDateTime(value)) refuse("an xs:dateTime", value);
  const zone = zoneOf(value) || assumedZone;
  if (zone === undefined) refuse("an xs:dateTime with a zone", value);
  const zoned = zoneOf(value) === "" ? value + zone : value;
  if (!isDateTime(zoned)) refuse("a zone such as Z or +02:00", zone);
  const date = new Date(isoOf(zoned, zone));
  return Number.isNaN(date.getTime()) ? refuse("an xs:dateTime within the range of Date", value) : date;
}

function isoOf(value: string, zone: string): string {
  const local = value.slice(0, value.length - zone.length);
  return isoYear(local.replace(/\.([0-9]+)$/, (_, digits: string) => `.${digits.padEnd(3, "0").slice(0, 3)}`)) + zone;
}

/** ISO 8601 wants six digits and a sign for years beyond four digits, and counts 1 BC as year 0. */
function isoYear(value: string): string {
  const year = /^-?[0-9]+/.exec(value)?.[0] ?? "";
  if (/^[0-9]{4}$/.test(year)) return value;
  const astronomical = year.startsWith("-") ? Number(year) + 1 : Number(year);
  const sign = astronomical < 0 ? "-" : "+";
  return `${sign}${String(Math.abs(astronomical)).padStart(6, "0")}${value.slice(year.length)}`;
}

/**
 * The xs:dateTime of a Date, in UTC with milliseconds.
 *
 * @throws XmlError `xml.invalid` for an invalid Date.
 */
export function dateToDateTime(value: Date): DateTime {
  if (Number.isNaN(value.getTime())) refuse("a valid Date", "an invalid Date");
  const iso = value.toISOString();
  const year = value.getUTCFullYear();
  if (year >= 1 && year <= 9999) return iso;
  const rest = iso.slice(/^[+-]?[0-9]+/.exec(iso)?.[0].length ?? 0);
  const lexical = year <= 0 ? `-${String(1 - year).padStart(4, "0")}` : String(year);
  return lexical + rest;
}

/**
 * The number nearest to an xs:decimal; digits beyond a double's 15 to 17 are lost.
 *
 * @throws XmlError `xml.invalid` where the value is no decimal.
 */
export function decimalToNumber(value: Decimal): number {
  return isDecimal(value) ? Number(value) : refuse("an xs:decimal", value);
}

/**
 * The xs:decimal of a number, in plain digits.
 *
 * @throws XmlError `xml.invalid` for NaN and the infinities, which xs:decimal does not have.
 */
export function numberToDecimal(value: number): Decimal {
  return Number.isFinite(value) ? plainDigits(value) : refuse("a finite number", value);
}

/** A type of Temporal, where the compiler knows it; its common members elsewhere. */
export type TemporalOf<Type extends string> = typeof globalThis extends {
  readonly Temporal: { readonly [K in Type]: { from(text: string): infer Value } };
}
  ? Value
  : { toString(): string; toJSON(): string };

/**
 * The Temporal.Instant of an xs:dateTime with a zone.
 *
 * @throws XmlError `xml.invalid` where the value has no zone or the engine has no Temporal.
 */
export function dateTimeToInstant(value: DateTime): TemporalOf<"Instant"> {
  if (!isDateTime(value) || zoneOf(value) === "") refuse("an xs:dateTime with a zone", value);
  return temporal("Instant", isoYear(nineDigits(value)));
}

/** The Temporal.PlainDateTime of an xs:dateTime; its zone, if any, is left out. Errors as for `dateTimeToInstant`. */
export function dateTimeToPlainDateTime(value: DateTime): TemporalOf<"PlainDateTime"> {
  if (!isDateTime(value)) refuse("an xs:dateTime", value);
  return temporal("PlainDateTime", isoYear(nineDigits(value.slice(0, value.length - zoneOf(value).length))));
}

/** The Temporal.PlainDate of an xs:date; its zone, if any, is left out. Errors as for `dateTimeToInstant`. */
export function dateToPlainDate(value: CalendarDate): TemporalOf<"PlainDate"> {
  if (!isDate(value)) refuse("an xs:date", value);
  return temporal("PlainDate", isoYear(nineDigits(value.slice(0, value.length - zoneOf(value).length))));
}

/** The Temporal.PlainTime of an xs:time; its zone, if any, is left out. Errors as for `dateTimeToInstant`. */
export function timeToPlainTime(value: Time): TemporalOf<"PlainTime"> {
  if (!isTime(value)) refuse("an xs:time", value);
  return temporal("PlainTime", nineDigits(value.slice(0, value.length - zoneOf(value).length)));
}

/** The Temporal.Duration of an xs:duration. Errors as for `dateTimeToInstant`. */
export function durationToTemporal(value: Duration): TemporalOf<"Duration"> {
  if (duration.read(value, NOWHERE) === undefined) refuse("an xs:duration", value);
  return temporal("Duration", nineDigits(value));
}

/** Temporal holds nanoseconds: further digits are cut. */
function nineDigits(text: string): string {
  return text.replace(/(\.[0-9]{9})[0-9]+/, "$1");
}

function temporal<Type extends string>(type: Type, text: string): TemporalOf<Type> {
  const constructor = memberOf(Reflect.get(globalThis, "Temporal"), type);
  const parse: unknown = typeof constructor === "function" ? Reflect.get(constructor, `from`) : undefined;
  if (typeof parse !== "function") return refuse(`an engine that has Temporal.${type}`, undefined);
  try {
    // `from` of a constructor answers an instance of it.
    return Reflect.apply(parse, constructor, [text]) as TemporalOf<Type>;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return refuse(`a value within the range of Temporal.${type}`, text);
  }
}
