import { dateTimeToDate, dateToDateTime } from "../convert.ts";
import type { Scalar } from "../table.ts";
import type { DateTimeAsDate } from "../values.ts";
import { isDateTime } from "./calendar.ts";
import { compareDateTimes, instantKey, zoneOf } from "./instants.ts";

/** Years on both sides of 0 that a Date reaches in every zone: 271821 BC to 275760. */
const WIDEST_YEAR = 270_000;

function readDate(text: string): DateTimeAsDate | undefined {
  if (!isDateTime(text)) return undefined;
  const year = Number(/^-?[0-9]+/.exec(text)?.[0]);
  return zoneOf(text) === "" || Math.abs(year) > WIDEST_YEAR ? text : dateTimeToDate(text);
}

function lexical(value: DateTimeAsDate): string | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : dateToDateTime(value);
  return typeof value === "string" && isDateTime(value) ? value : undefined;
}

/**
 * xs:dateTime as a Date, cut to milliseconds (XSD part 2, 3.2.7). A value without a zone names no point in time, and one beyond the
 * years of a Date none that a Date holds: both stay strings in their lexical form. Dates are written in UTC.
 */
export const dateTimeAsDate: Scalar<DateTimeAsDate> = {
  kind: "scalar",
  name: "dateTime",
  space: "collapse",
  read: readDate,
  write: lexical,
  order: (left, right) => {
    const [one, other] = [lexical(left), lexical(right)];
    return one === undefined || other === undefined ? undefined : compareDateTimes(one, other);
  },
  key: (value) => instantKey(lexical(value) ?? ""),
};
