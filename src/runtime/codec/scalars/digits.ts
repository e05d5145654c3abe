/** Arithmetic on decimals in their lexical form: exact whatever their precision. */

const DECIMAL = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/;

/** A decimal taken apart; zeros that carry no value are left out, and zero is not negative. */
export interface Digits {
  readonly negative: boolean;
  /** Digits before the point, without leading zeros: "" for zero. */
  readonly whole: string;
  /** Digits after the point, without trailing zeros: "" for none. */
  readonly fraction: string;
}

/** The number that some digits in UTF-8 are; undefined where anything else stands there, or too many of them. */
export function scanDigits(bytes: Uint8Array, start: number, end: number, most: number): number | undefined {
  if (start === end || end - start > most) return undefined;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

/** Whether a text is in the lexical space of xs:decimal. */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text);
}

/** Takes a decimal apart. */
export function digitsOf(text: string): Digits {
  const signed = text.startsWith("-") || text.startsWith("+");
  const point = text.indexOf(".");
  const whole = stripLeadingZeros(text.slice(signed ? 1 : 0, point < 0 ? text.length : point));
  const fraction = point < 0 ? "" : stripTrailingZeros(text.slice(point + 1));
  return { negative: text.startsWith("-") && whole + fraction !== "", whole, fraction };
}

/** The same text for equal decimals; that of an integer is its digits. */
export function decimalKey(text: string): string {
  const { negative, whole, fraction } = digitsOf(text);
  return `${negative ? "-" : ""}${whole === "" ? "0" : whole}${fraction === "" ? "" : `.${fraction}`}`;
}

/** Order of two decimals by value. */
export function compareDecimals(left: string, right: string): number {
  const a = digitsOf(left);
  const b = digitsOf(right);
  if (a.negative !== b.negative) return a.negative ? -1 : 1;
  const magnitude =
    compareTexts(a.whole, b.whole, a.whole.length - b.whole.length) || compareTexts(a.fraction, b.fraction);
  return a.negative ? -magnitude : magnitude;
}

function compareTexts(left: string, right: string, difference = 0): number {
  if (difference !== 0) return difference;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

// Loops instead of /0+$/, whose backtracking is quadratic on long runs of zeros.
function stripLeadingZeros(text: string): string {
  let start = 0;
  while (text.charCodeAt(start) === 48) start++;
  return text.slice(start);
}

/** Removes the zeros at the end of a run of digits. */
export function stripTrailingZeros(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === 48) end--;
  return text.slice(0, end);
}

/** A number without an exponent: `1e-7` is no xs:decimal. */
export function plainDigits(value: number): string {
  const [mantissa = "", exponent = "0"] = String(Math.abs(value)).split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  let text = digits.padEnd(point, "0");
  if (point <= 0) text = `0.${"0".repeat(-point)}${digits}`;
  else if (point < digits.length) text = `${digits.slice(0, point)}.${digits.slice(point)}`;
  return value < 0 ? `-${text}` : text;
}
