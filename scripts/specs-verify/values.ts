/** Values to fill messages with: of every built-in type that the contracts use, edge cases among them. */
import { xsd } from "./names.ts";

const values: Readonly<Record<string, readonly string[]>> = {
  string: ["text", "", '  spaced\u00a0 & <marked> "quoted" ', "Zürich 東京 \u{1f600}", "line\nline"],
  token: ["AddFixedPriceItem", "a b", "x"],
  boolean: ["true", "false", "1", "0"],
  int: ["0", "-1", "2147483647", "-2147483648", "+7"],
  long: ["0", "9007199254740993", "-9223372036854775808", "9223372036854775807"],
  double: ["100.0", "0", "-1.5E-3", "INF", "NaN"],
  dateTime: [
    "2008-11-05T03:37:19.304Z",
    "2022-05-31T06:00:52.097",
    "2009-09-21T14:34:02.7132229+02:00",
    "0001-01-01T00:00:00",
  ],
  time: ["08:30:00", "23:59:59.999Z", "00:00:00-08:00"],
  base64Binary: ["QUJDMTIz", "", "QU JD\nMTIz"],
};

/**
 * Values of a built-in type.
 *
 * @throws Error where the type is not known here: a contract that begins to use another one needs values for it
 */
export function valuesOf(type: string): readonly string[] {
  const known = values[type.replace(`{${xsd}}`, "")];
  if (known === undefined) throw new Error(`There are no values for ${type}`);
  return known;
}
