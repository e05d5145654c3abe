/** The checks that our tables ask for, written by hand for one purpose: what the contenders that are given them have to do. */

/** Says what is wrong; a checking contender stops there. */
export function refuse(message: string): never {
  throw new Error(message);
}

/** A text that has to be there. */
export function text(value: unknown, name: string): string {
  return typeof value === "string" ? value : refuse(`${name} is no text`);
}

const states = new Set(["Queued", "InProgress", "Completed", "Failed", "NotProcessed"]);

/** A state of a batch. */
export function state(value: unknown): string {
  return typeof value === "string" && states.has(value) ? value : refuse("state is not listed");
}

/** An xs:int as a number of JSON. */
export function int(value: unknown, name: string): number {
  return typeof value === "number" && (value | 0) === value ? value : refuse(`${name} is no int`);
}

/** An xs:long as a number of JSON, as far as those are exact. */
export function long(value: unknown, name: string): number {
  return typeof value === "number" && Number.isSafeInteger(value) ? value : refuse(`${name} is no long`);
}

/** An xs:int as text. */
export function intOf(value: string, name: string): number {
  const number = Number(value);
  return value !== "" && (number | 0) === number ? number : refuse(`${name} is no int`);
}

/** An xs:long as text. */
export function longOf(value: string, name: string): bigint {
  if (!/^[+-]?\d{1,19}$/.test(value)) return refuse(`${name} is no long`);
  const number = BigInt(value);
  return BigInt.asIntN(64, number) === number ? number : refuse(`${name} is no long`);
}

/** An xs:dateTime, zone optional. */
export function dateTime(value: unknown, name: string): string {
  return typeof value === "string" && isDateTime(value) ? value : refuse(`${name} is no dateTime`);
}

function isDateTime(value: string): boolean {
  const month = two(value, 5);
  const day = two(value, 8);
  return (
    value.length >= 19 &&
    two(value, 0) >= 0 &&
    two(value, 2) >= 0 &&
    value.charCodeAt(4) === 0x2d &&
    value.charCodeAt(7) === 0x2d &&
    value.charCodeAt(10) === 0x54 &&
    value.charCodeAt(13) === 0x3a &&
    value.charCodeAt(16) === 0x3a &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysOf(two(value, 0) * 100 + two(value, 2), month) &&
    isTime(two(value, 11), two(value, 14), two(value, 17)) &&
    isEnd(value)
  );
}

function isTime(hour: number, minute: number, second: number): boolean {
  return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59;
}

/** What follows the seconds: a fraction, then a zone; both optional. */
function isEnd(value: string): boolean {
  let at = 19;
  if (value.charCodeAt(at) === 0x2e) {
    const digits = at + 1;
    for (at = digits; isDigit(value.charCodeAt(at)); at++);
    if (at === digits) return false;
  }
  if (at === value.length) return true;
  const sign = value.charCodeAt(at);
  if (sign === 0x5a) return at + 1 === value.length;
  if ((sign !== 0x2b && sign !== 0x2d) || at + 6 !== value.length || value.charCodeAt(at + 3) !== 0x3a) return false;
  const hours = two(value, at + 1);
  const minutes = two(value, at + 4);
  return hours >= 0 && minutes >= 0 && minutes <= 59 && hours * 60 + minutes <= 840;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Two digits; negative where there are none. */
function two(value: string, at: number): number {
  const tens = value.charCodeAt(at);
  const ones = value.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - 0x30) * 10 + ones - 0x30 : -100_000;
}

function daysOf(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}
