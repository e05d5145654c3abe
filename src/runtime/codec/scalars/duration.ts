import type { Scalar } from "../table.ts";
import type { Duration } from "../values.ts";
import { daysBefore, floorDivide } from "./instants.ts";

const DURATION =
  /^(-)?P(?=[0-9T])(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?(?:T(?=[0-9])(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)(?:\.([0-9]+))?S)?)?$/;

/** Starts that tell apart durations in months from durations in days (XSD part 2, 3.2.6.2). */
const REFERENCES = [
  [1696n, 9],
  [1697n, 2],
  [1903n, 3],
  [1903n, 7],
] as const;

interface Length {
  readonly months: bigint;
  /** In units of ten to the power of minus `digits`. */
  readonly seconds: bigint;
  readonly digits: number;
}

function lengthOf(text: string): Length {
  const [, sign, years = "0", months = "0", days = "0", hours = "0", minutes = "0", seconds = "0", fraction = ""] =
    DURATION.exec(text) ?? [];
  const direction = sign === undefined ? 1n : -1n;
  const whole = ((BigInt(days) * 24n + BigInt(hours)) * 60n + BigInt(minutes)) * 60n + BigInt(seconds);
  return {
    months: direction * (BigInt(years) * 12n + BigInt(months)),
    seconds: direction * BigInt(`${whole}${fraction}`),
    digits: fraction.length,
  };
}

/** Where a duration ends that begins on the first of a month, in units of ten to the power of minus `digits` seconds. */
function endOf(length: Length, year: bigint, month: number, digits: number): bigint {
  const scale = 10n ** BigInt(digits - length.digits);
  const monthIndex = year * 12n + BigInt(month - 1) + length.months;
  const endYear = floorDivide(monthIndex, 12n);
  const days = daysBefore(endYear, Number(monthIndex - endYear * 12n) + 1, 1);
  return days * 86_400n * 10n ** BigInt(digits) + length.seconds * scale;
}

/** Durations are ordered only where adding them to each of four dates gives the same order. */
function order(left: string, right: string): number | undefined {
  const a = lengthOf(left);
  const b = lengthOf(right);
  const digits = Math.max(a.digits, b.digits);
  let result: number | undefined;
  for (const [year, month] of REFERENCES) {
    const difference = endOf(a, year, month, digits) - endOf(b, year, month, digits);
    const sign = Number(difference > 0n) - Number(difference < 0n);
    if (result !== undefined && result !== sign) return undefined;
    result = sign;
  }
  return result;
}

/** The same text for equal durations: months and seconds do not convert into each other. */
function keyOf(text: string): string {
  const { months, seconds, digits } = lengthOf(text);
  const scaled = seconds.toString();
  let zeros = 0;
  while (zeros < digits && scaled.charAt(scaled.length - 1 - zeros) === "0") zeros++;
  return seconds === 0n ? `${months}` : `${months} ${scaled.slice(0, scaled.length - zeros)}e-${digits - zeros}`;
}

function isDuration(text: string): boolean {
  return DURATION.test(text);
}

/** xs:duration (XSD part 2, 3.2.6). */
export const duration: Scalar<Duration> = {
  kind: "scalar",
  name: "duration",
  space: "collapse",
  read: (text) => (isDuration(text) ? text : undefined),
  write: (value) => (typeof value === "string" && isDuration(value) ? value : undefined),
  order,
  key: keyOf,
};
