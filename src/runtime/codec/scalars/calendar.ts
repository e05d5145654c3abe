/**
 * The lexical forms of the calendar types (XSD part 2, 3.2.7 to 3.2.14), checked on bytes and without allocating anything: a message may
 * hold hundreds of thousands of dates. Every function takes the place of its part and answers the place after it, or -1 where the
 * part is not there. What stands at the end of the bytes belongs to no date: it stops what would go on.
 */

const MINUS = 45;
const COLON = 58;
const T = 84;
const Z = 90;

/** A check of the bytes from a place to another. */
export type BytesCheck = (bytes: Uint8Array, start: number, end: number) => boolean;

const scratch = new Uint8Array(64);

/** The same check of a text. */
export function ofText(check: BytesCheck): (text: string) => boolean {
  return (text) => {
    const { length } = text;
    // Only a year or a fraction of a second without a sensible end is longer.
    const bytes = length < scratch.length ? scratch : new Uint8Array(length + 1);
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code > 0x7f) return false;
      bytes[i] = code;
    }
    bytes[length] = 0;
    return check(bytes, 0, length);
  };
}

/** Whether bytes are an xs:dateTime. */
export function isDateTimeAt(bytes: Uint8Array, start: number, end: number): boolean {
  const year = yearEnd(bytes, start);
  const day = monthAndDayEnd(bytes, year, isLeapYear(bytes, year));
  return day > 0 && bytes[day] === T && isZone(bytes, timeEnd(bytes, day + 1), end);
}

/** Whether bytes are an xs:date. */
export function isDateAt(bytes: Uint8Array, start: number, end: number): boolean {
  const year = yearEnd(bytes, start);
  return isZone(bytes, monthAndDayEnd(bytes, year, isLeapYear(bytes, year)), end);
}

/** Whether bytes are an xs:time. */
export function isTimeAt(bytes: Uint8Array, start: number, end: number): boolean {
  return isZone(bytes, timeEnd(bytes, start), end);
}

/** Whether a text is an xs:dateTime. */
export const isDateTime: (text: string) => boolean = ofText(isDateTimeAt);

/** Whether a text is an xs:date. */
export const isDate: (text: string) => boolean = ofText(isDateAt);

/** Whether a text is an xs:time. */
export const isTime: (text: string) => boolean = ofText(isTimeAt);

/** Whether a text is an xs:gYearMonth. */
export const isYearMonth: (text: string) => boolean = ofText((bytes, start, end) =>
  isZone(bytes, monthEnd(bytes, yearEnd(bytes, start)), end),
);

/** Whether a text is an xs:gYear. */
export const isYear: (text: string) => boolean = ofText((bytes, start, end) =>
  isZone(bytes, yearEnd(bytes, start), end),
);

/** Whether a text is an xs:gMonthDay. */
export const isMonthDay: (text: string) => boolean = ofText(
  (bytes, start, end) => bytes[start] === MINUS && isZone(bytes, monthAndDayEnd(bytes, start + 1, true), end),
);

/** Whether a text is an xs:gMonth. */
export const isMonth: (text: string) => boolean = ofText(
  (bytes, start, end) => bytes[start] === MINUS && isZone(bytes, monthEnd(bytes, start + 1), end),
);

/** Whether a text is an xs:gDay. */
export const isDay: (text: string) => boolean = ofText((bytes, start, end) => {
  if (bytes[start] !== MINUS || bytes[start + 1] !== MINUS || bytes[start + 2] !== MINUS) return false;
  const day = twoDigits(bytes, start + 3);
  return day >= 1 && day <= 31 && isZone(bytes, start + 5, end);
});

/** Four digits, or more without a leading zero; a minus sign may stand before them; there is no year 0000. */
function yearEnd(bytes: Uint8Array, from: number): number {
  const start = bytes[from] === MINUS ? from + 1 : from;
  let end = start;
  let zero = true;
  for (let digit = digitAt(bytes, end); digit >= 0; digit = digitAt(bytes, ++end)) if (digit > 0) zero = false;
  const length = end - start;
  return zero || length < 4 || (length > 4 && bytes[start] === 48) ? -1 : end;
}

/** 10 000 is a multiple of 400, so the last four digits decide. */
function isLeapYear(bytes: Uint8Array, end: number): boolean {
  if (end < 0) return false;
  const tail = twoDigits(bytes, end - 2);
  return tail === 0 ? twoDigits(bytes, end - 4) % 4 === 0 : tail % 4 === 0;
}

function monthEnd(bytes: Uint8Array, at: number): number {
  if (at < 0 || bytes[at] !== MINUS) return -1;
  const month = twoDigits(bytes, at + 1);
  return month >= 1 && month <= 12 ? at + 3 : -1;
}

function monthAndDayEnd(bytes: Uint8Array, at: number, leap: boolean): number {
  const dash = monthEnd(bytes, at);
  if (dash < 0 || bytes[dash] !== MINUS) return -1;
  const day = twoDigits(bytes, dash + 1);
  return day >= 1 && (day <= 28 || day <= daysIn(twoDigits(bytes, at + 1), leap)) ? dash + 3 : -1;
}

function daysIn(month: number, leap: boolean): number {
  if (month === 2) return leap ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** 24:00:00 is the first instant of the following day; there are no leap seconds (XSD part 2, 3.2.7.1). */
function timeEnd(bytes: Uint8Array, at: number): number {
  const hour = twoDigits(bytes, at);
  if (hour < 0 || hour > 24 || bytes[at + 2] !== COLON) return -1;
  const minute = twoDigits(bytes, at + 3);
  if (minute < 0 || minute > 59 || bytes[at + 5] !== COLON) return -1;
  const second = twoDigits(bytes, at + 6);
  if (second < 0 || second > 59) return -1;
  let end = at + 8;
  let zero = minute === 0 && second === 0;
  if (bytes[end] === 46) {
    const point = end++;
    for (let digit = digitAt(bytes, end); digit >= 0; digit = digitAt(bytes, ++end)) if (digit > 0) zero = false;
    if (end === point + 1) return -1;
  }
  return hour === 24 && !zero ? -1 : end;
}

/** Whether the rest is a zone of at most 14 hours, or nothing. */
function isZone(bytes: Uint8Array, at: number, end: number): boolean {
  if (at < 0) return false;
  if (at === end) return true;
  const sign = bytes[at];
  if (sign === Z) return at + 1 === end;
  if ((sign !== MINUS && sign !== 43) || end !== at + 6 || bytes[at + 3] !== COLON) return false;
  const hours = twoDigits(bytes, at + 1);
  const minutes = twoDigits(bytes, at + 4);
  return hours >= 0 && minutes >= 0 && (hours < 14 ? minutes <= 59 : hours === 14 && minutes === 0);
}

function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = digitAt(bytes, at);
  const ones = digitAt(bytes, at + 1);
  return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
}

function digitAt(bytes: Uint8Array, at: number): number {
  const digit = (bytes[at] ?? 0) - 48;
  return digit >= 0 && digit <= 9 ? digit : -1;
}
