/** Widest number that is tried: patterns of contracts ask for a fixed number of digits. */
const widest = 40;

/**
 * Other texts for a value than the one that is written as a rule, for patterns that ask for one of them (XSD part 2, 4.3.4): booleans as
 * digits, numbers with leading zeros, a sign, digits behind the point, or an exponent, with the point at any place.
 */
export function* lexicalForms(value: unknown): Generator<string> {
  if (typeof value === "boolean") yield value ? "1" : "0";
  else if (typeof value === "bigint") yield* integers(String(value));
  else if (typeof value === "number" && Number.isFinite(value)) {
    if (Number.isInteger(value) && Math.abs(value) < 1e21) yield* integers(String(BigInt(value)));
    yield* decimals(value);
    yield* exponents(value);
  }
}

function* integers(text: string): Generator<string> {
  const negative = text.startsWith("-");
  const digits = negative ? text.slice(1) : text;
  for (const sign of negative ? ["-"] : digits === "0" ? ["", "+", "-"] : ["", "+"]) {
    for (let width = digits.length; width <= widest; width++) yield sign + digits.padStart(width, "0");
  }
}

function* decimals(value: number): Generator<string> {
  for (let places = 0; places <= 20; places++) yield* signed(value.toFixed(places));
}

/** `1.50E+02`, `15E1`, `.15E3`: in each number of digits, with the point behind the first of them and then elsewhere. */
function* exponents(value: number): Generator<string> {
  const scientific = [...mantissas(value)];
  for (const { digits, power } of scientific) yield* pointed(value, digits, 1, power);
  for (const { digits, power } of scientific) {
    for (let point = 0; point <= digits.length; point++) {
      if (point !== 1) yield* pointed(value, digits, point, power);
    }
  }
}

/** The significant digits of a number and the power of the first of them, in each length that reads as the number. */
function* mantissas(value: number): Generator<{ readonly digits: string; readonly power: number }> {
  for (let places = 0; places <= 20; places++) {
    const text = value.toExponential(places);
    // A float has the digits that round to it.
    if (Number(text) !== value && Math.fround(Number(text)) !== value) continue;
    const [mantissa = "", exponent = ""] = text.split("e");
    yield { digits: mantissa.replace(/[-.]/g, ""), power: Number(exponent) };
  }
}

function* pointed(value: number, digits: string, point: number, power: number): Generator<string> {
  const sign = value < 0 ? "-" : "";
  const fraction = point === digits.length ? "" : `.${digits.slice(point)}`;
  for (const whole of point === 0 ? ["", "0"] : [digits.slice(0, point)]) {
    yield* powers(`${sign}${whole}${fraction}`, power + 1 - point);
  }
}

/** With a small or a capital letter, with and without sign and leading zeros. */
function* powers(mantissa: string, power: number): Generator<string> {
  for (const letter of ["E", "e"]) {
    for (const sign of power < 0 ? ["-"] : ["", "+"]) {
      for (let width = 1; width <= 3; width++) {
        yield* signed(`${mantissa}${letter}${sign}${String(Math.abs(power)).padStart(width, "0")}`);
      }
    }
  }
}

function* signed(text: string): Generator<string> {
  yield text;
  if (!text.startsWith("-")) yield `+${text}`;
}
