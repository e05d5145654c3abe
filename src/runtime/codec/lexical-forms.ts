/** Widest number that is tried: patterns of contracts ask for a fixed number of digits. */
const widest = 40;

/**
 * Other texts for a value than the one that is written as a rule, for patterns that ask for one of them (XSD part 2, 4.3.4): booleans as
 * digits, numbers with leading zeros, a sign, digits behind the point, or an exponent.
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

/** `1.50E+02`, in each number of digits, with a small or a capital letter, with and without sign and leading zeros. */
function* exponents(value: number): Generator<string> {
  for (let places = 0; places <= 20; places++) {
    const [mantissa = "", exponent = ""] = value.toExponential(places).split("e");
    const power = Number(exponent);
    for (const letter of ["E", "e"]) {
      for (const sign of power < 0 ? ["-"] : ["", "+"]) {
        for (let width = 1; width <= 3; width++) {
          yield* signed(`${mantissa}${letter}${sign}${String(Math.abs(power)).padStart(width, "0")}`);
        }
      }
    }
  }
}

function* signed(text: string): Generator<string> {
  yield text;
  if (!text.startsWith("-")) yield `+${text}`;
}
