import type { Scalar } from "../table.ts";
import type { CalendarDate, DateTime, GDay, GMonth, GMonthDay, GYear, GYearMonth, Time } from "../values.ts";
import {
  isDate,
  isDateAt,
  isDateTime,
  isDateTimeAt,
  isDay,
  isMonth,
  isMonthDay,
  isTime,
  isTimeAt,
  isYear,
  isYearMonth,
} from "./calendar.ts";
import { compareDateTimes, instantKey, zoneOf } from "./instants.ts";

// Values of the other types are compared as the first instant of the period that they stand for, in a leap year and a
// long month where they do not name one.

/** Completes a value to an xs:dateTime: `before` and `after` go around it, its zone to the end. */
function complete(text: string, before: string, after: string): string {
  const zone = zoneOf(text);
  return before + text.slice(0, text.length - zone.length) + after + zone;
}

function compare(left: string, right: string, before: string, after: string): number | undefined {
  return compareDateTimes(complete(left, before, after), complete(right, before, after));
}

/** 24:00:00 is the same time of day as 00:00:00. */
function timeOfDay(text: string): string {
  return text.startsWith("24") ? `00${text.slice(2)}` : text;
}

/** Most dates and times that are written: four digits of a year, a day that all months have, universal time. */
const usual =
  /^(?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?Z$/;

/** xs:dateTime: a date and time of day, its zone optional (XSD part 2, 3.2.7). */
export const dateTime: Scalar<DateTime> = {
  kind: "scalar",
  name: "dateTime",
  space: "collapse",
  read: (text) => (isDateTime(text) ? text : undefined),
  stands: isDateTimeAt,
  write: (value) => (typeof value === "string" && (usual.test(value) || isDateTime(value)) ? value : undefined),
  order: compareDateTimes,
  key: instantKey,
};

/** xs:date: a calendar date, its zone optional (XSD part 2, 3.2.9). */
export const date: Scalar<CalendarDate> = {
  kind: "scalar",
  name: "date",
  space: "collapse",
  read: (text) => (isDate(text) ? text : undefined),
  stands: isDateAt,
  write: (value) => (typeof value === "string" && isDate(value) ? value : undefined),
  order: (left, right) => compare(left, right, "", "T00:00:00"),
  key: (value) => instantKey(complete(value, "", "T00:00:00")),
};

/** xs:time: a time of day, its zone optional (XSD part 2, 3.2.8). */
export const time: Scalar<Time> = {
  kind: "scalar",
  name: "time",
  space: "collapse",
  read: (text) => (isTime(text) ? text : undefined),
  stands: isTimeAt,
  write: (value) => (typeof value === "string" && isTime(value) ? value : undefined),
  order: (left, right) => compare(timeOfDay(left), timeOfDay(right), "1972-01-01T", ""),
  key: (value) => instantKey(complete(timeOfDay(value), "1972-01-01T", "")),
};

/** xs:gYearMonth: a month of a year (XSD part 2, 3.2.10). */
export const gYearMonth: Scalar<GYearMonth> = {
  kind: "scalar",
  name: "gYearMonth",
  space: "collapse",
  read: (text) => (isYearMonth(text) ? text : undefined),
  write: (value) => (typeof value === "string" && isYearMonth(value) ? value : undefined),
  order: (left, right) => compare(left, right, "", "-01T00:00:00"),
  key: (value) => instantKey(complete(value, "", "-01T00:00:00")),
};

/** xs:gYear: a calendar year (XSD part 2, 3.2.11). */
export const gYear: Scalar<GYear> = {
  kind: "scalar",
  name: "gYear",
  space: "collapse",
  read: (text) => (isYear(text) ? text : undefined),
  write: (value) => (typeof value === "string" && isYear(value) ? value : undefined),
  order: (left, right) => compare(left, right, "", "-01-01T00:00:00"),
  key: (value) => instantKey(complete(value, "", "-01-01T00:00:00")),
};

/** xs:gMonthDay: a day of any year (XSD part 2, 3.2.12). */
export const gMonthDay: Scalar<GMonthDay> = {
  kind: "scalar",
  name: "gMonthDay",
  space: "collapse",
  read: (text) => (isMonthDay(text) ? text : undefined),
  write: (value) => (typeof value === "string" && isMonthDay(value) ? value : undefined),
  order: (left, right) => compare(left.slice(1), right.slice(1), "1972", "T00:00:00"),
  key: (value) => instantKey(complete(value.slice(1), "1972", "T00:00:00")),
};

/** xs:gDay: a day of any month (XSD part 2, 3.2.13). */
export const gDay: Scalar<GDay> = {
  kind: "scalar",
  name: "gDay",
  space: "collapse",
  read: (text) => (isDay(text) ? text : undefined),
  write: (value) => (typeof value === "string" && isDay(value) ? value : undefined),
  order: (left, right) => compare(left.slice(2), right.slice(2), "1972-01", "T00:00:00"),
  key: (value) => instantKey(complete(value.slice(2), "1972-01", "T00:00:00")),
};

/** xs:gMonth: a month of any year (XSD part 2, 3.2.14). */
export const gMonth: Scalar<GMonth> = {
  kind: "scalar",
  name: "gMonth",
  space: "collapse",
  read: (text) => (isMonth(text) ? text : undefined),
  write: (value) => (typeof value === "string" && isMonth(value) ? value : undefined),
  order: (left, right) => compare(left.slice(1), right.slice(1), "1972", "-01T00:00:00"),
  key: (value) => instantKey(complete(value.slice(1), "1972", "-01T00:00:00")),
};
