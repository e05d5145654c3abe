/** Order of calendar values (XSD part 2, 3.2.7.4): exact for any year and any number of fractional digits. */
import { stripTrailingZeros } from "./digits.ts";

const DATE_TIME =
  /^(-?[0-9]+)-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?(?:Z|([+-])([0-9]{2}):([0-9]{2}))?$/;

/** A point on the time line; where the zone is unknown, as if it were UTC. */
interface Instant {
  /** Since 0000-03-01. */
  readonly seconds: bigint;
  /** Digits after the point, without trailing zeros. */
  readonly fraction: string;
  readonly zoned: boolean;
}

/** Fourteen hours: zones reach that far to both sides of UTC. */
const WIDEST_ZONE = 50_400n;

/**
 * Order of two xs:dateTime values. Where only one has a zone they are comparable only if the answer is the same for
 * every zone that the other could have; otherwise the answer is undefined.
 */
export function compareDateTimes(left: string, right: string): number | undefined {
  const a = instantOf(left);
  const b = instantOf(right);
  if (a.zoned === b.zoned) return compareInstants(a, b);
  const unknown = a.zoned ? b : a;
  const earliest = shifted(unknown, -WIDEST_ZONE);
  const latest = shifted(unknown, WIDEST_ZONE);
  const first = a.zoned ? compareInstants(a, earliest) : compareInstants(earliest, b);
  const last = a.zoned ? compareInstants(a, latest) : compareInstants(latest, b);
  return first === last && first !== 0 ? first : undefined;
}

/** The same text for equal xs:dateTime values. */
export function instantKey(text: string): string {
  const { seconds, fraction, zoned } = instantOf(text);
  return `${seconds}.${fraction}${zoned ? "Z" : ""}`;
}

/** The zone at the end of a calendar value, "" where there is none. */
export function zoneOf(text: string): string {
  if (text.endsWith("Z")) return "Z";
  const sign = text.charAt(text.length - 6);
  return text.charAt(text.length - 3) === ":" && (sign === "+" || sign === "-") ? text.slice(-6) : "";
}

/** Days from 0000-03-01 to a day of the proleptic Gregorian calendar. */
export function daysBefore(year: bigint, month: number, day: number): bigint {
  const shiftedYear = month <= 2 ? year - 1n : year;
  const era = floorDivide(shiftedYear, 400n);
  const yearOfEra = shiftedYear - era * 400n;
  const dayOfYear = BigInt(Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1);
  return era * 146_097n + yearOfEra * 365n + yearOfEra / 4n - yearOfEra / 100n + dayOfYear;
}

/** Quotient rounded towards negative infinity. */
export function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend < 0n && quotient * divisor !== dividend ? quotient - 1n : quotient;
}

function instantOf(text: string): Instant {
  const [, year = "0", month, day, hour, minute, second, fraction = "", sign, zoneHours = "0", zoneMinutes = "0"] =
    DATE_TIME.exec(text) ?? [];
  const zone = (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === "-" ? -60 : 60);
  const ofDay = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  return {
    seconds: daysBefore(BigInt(year), Number(month), Number(day)) * 86_400n + BigInt(ofDay - zone),
    fraction: stripTrailingZeros(fraction),
    zoned: zoneOf(text) !== "",
  };
}

function compareInstants(left: Instant, right: Instant): number {
  if (left.seconds !== right.seconds) return left.seconds < right.seconds ? -1 : 1;
  if (left.fraction === right.fraction) return 0;
  return left.fraction < right.fraction ? -1 : 1;
}

function shifted(instant: Instant, seconds: bigint): Instant {
  return { seconds: instant.seconds + seconds, fraction: instant.fraction, zoned: true };
}
