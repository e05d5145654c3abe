/**
 * The lexical forms of the calendar types (XSD part 2, 3.2.7 to 3.2.14), checked without allocating anything: a message
 * may hold hundreds of thousands of dates. Every function takes the place of its part and answers the place after it,
 * or -1 where the part is not there.
 */

const MINUS = 45;
const COLON = 58;

/** Whether a text is an xs:dateTime. */
export function isDateTime(text: string): boolean {
  const year = yearEnd(text);
  const day = monthAndDayEnd(text, year, isLeapYear(text, year));
  return day > 0 && text.charCodeAt(day) === 84 && isZone(text, timeEnd(text, day + 1));
}

/** Whether a text is an xs:date. */
export function isDate(text: string): boolean {
  const year = yearEnd(text);
  return isZone(text, monthAndDayEnd(text, year, isLeapYear(text, year)));
}

/** Whether a text is an xs:time. */
export function isTime(text: string): boolean {
  return isZone(text, timeEnd(text, 0));
}

/** Whether a text is an xs:gYearMonth. */
export function isYearMonth(text: string): boolean {
  return isZone(text, monthEnd(text, yearEnd(text)));
}

/** Whether a text is an xs:gYear. */
export function isYear(text: string): boolean {
  return isZone(text, yearEnd(text));
}

/** Whether a text is an xs:gMonthDay. */
export function isMonthDay(text: string): boolean {
  return text.charCodeAt(0) === MINUS && isZone(text, monthAndDayEnd(text, 1, true));
}

/** Whether a text is an xs:gMonth. */
export function isMonth(text: string): boolean {
  return text.charCodeAt(0) === MINUS && isZone(text, monthEnd(text, 1));
}

/** Whether a text is an xs:gDay. */
export function isDay(text: string): boolean {
  if (!text.startsWith("---")) return false;
  const day = twoDigits(text, 3);
  return day >= 1 && day <= 31 && isZone(text, 5);
}

/** Four digits, or more without a leading zero; a minus sign may stand before them; there is no year 0000. */
function yearEnd(text: string): number {
  const start = text.charCodeAt(0) === MINUS ? 1 : 0;
  let end = start;
  let zero = true;
  for (let digit = digitAt(text, end); digit >= 0; digit = digitAt(text, ++end)) if (digit > 0) zero = false;
  const length = end - start;
  return zero || length < 4 || (length > 4 && text.charCodeAt(start) === 48) ? -1 : end;
}

/** 10 000 is a multiple of 400, so the last four digits decide. */
function isLeapYear(text: string, end: number): boolean {
  const year = Number(text.slice(Math.max(0, end - 4), end));
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function monthEnd(text: string, at: number): number {
  if (at < 0 || text.charCodeAt(at) !== MINUS) return -1;
  const month = twoDigits(text, at + 1);
  return month >= 1 && month <= 12 ? at + 3 : -1;
}

function monthAndDayEnd(text: string, at: number, leap: boolean): number {
  const dash = monthEnd(text, at);
  if (dash < 0 || text.charCodeAt(dash) !== MINUS) return -1;
  const day = twoDigits(text, dash + 1);
  return day >= 1 && day <= daysIn(twoDigits(text, at + 1), leap) ? dash + 3 : -1;
}

function daysIn(month: number, leap: boolean): number {
  if (month === 2) return leap ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** 24:00:00 is the first instant of the following day; there are no leap seconds (XSD part 2, 3.2.7.1). */
function timeEnd(text: string, at: number): number {
  const hour = twoDigits(text, at);
  const minute = twoDigits(text, at + 3);
  const second = twoDigits(text, at + 6);
  if (hour < 0 || minute < 0 || second < 0 || hour > 24 || minute > 59 || second > 59) return -1;
  if (text.charCodeAt(at + 2) !== COLON || text.charCodeAt(at + 5) !== COLON) return -1;
  let end = at + 8;
  let zero = minute === 0 && second === 0;
  if (text.charCodeAt(end) === 46) {
    const point = end++;
    for (let digit = digitAt(text, end); digit >= 0; digit = digitAt(text, ++end)) if (digit > 0) zero = false;
    if (end === point + 1) return -1;
  }
  return hour === 24 && !zero ? -1 : end;
}

/** Whether the rest of a text is a zone of at most 14 hours, or nothing. */
function isZone(text: string, at: number): boolean {
  if (at < 0) return false;
  if (at === text.length) return true;
  const sign = text.charCodeAt(at);
  if (sign === 90) return at + 1 === text.length;
  if ((sign !== MINUS && sign !== 43) || text.length !== at + 6 || text.charCodeAt(at + 3) !== COLON) return false;
  const hours = twoDigits(text, at + 1);
  const minutes = twoDigits(text, at + 4);
  return hours >= 0 && minutes >= 0 && (hours < 14 ? minutes <= 59 : hours === 14 && minutes === 0);
}

function twoDigits(text: string, at: number): number {
  const tens = digitAt(text, at);
  const ones = digitAt(text, at + 1);
  return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
}

function digitAt(text: string, at: number): number {
  const digit = text.charCodeAt(at) - 48;
  return digit >= 0 && digit <= 9 ? digit : -1;
}
