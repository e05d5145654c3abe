import type { Scalar } from "../table.ts";
import type { Decimal } from "../values.ts";
import { compareDecimals, decimalKey, isDecimal } from "./digits.ts";

function readDecimal(text: string): string | undefined {
  return typeof text === "string" && isDecimal(text) ? text : undefined;
}

/** xs:decimal, of any precision, kept in its lexical form (XSD part 2, 3.2.3). */
export const decimal: Scalar<Decimal> = {
  kind: "scalar",
  name: "decimal",
  space: "collapse",
  read: readDecimal,
  write: readDecimal,
  order: compareDecimals,
  key: decimalKey,
};
