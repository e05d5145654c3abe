import type { Scalar } from "../table.ts";
import type { Float } from "../values.ts";

const FLOAT = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;

function readDouble(text: string): number | undefined {
  if (FLOAT.test(text)) return Number(text);
  if (text === "INF") return Number.POSITIVE_INFINITY;
  if (text === "-INF") return Number.NEGATIVE_INFINITY;
  return text === "NaN" ? Number.NaN : undefined;
}

function readFloat(text: string): number | undefined {
  const value = readDouble(text);
  return value === undefined ? undefined : Math.fround(value);
}

function writeDouble(value: number): string | undefined {
  if (typeof value !== "number") return undefined;
  if (value === Number.POSITIVE_INFINITY) return "INF";
  if (value === Number.NEGATIVE_INFINITY) return "-INF";
  return Object.is(value, -0) ? "-0" : String(value);
}

/** The shortest text that reads as the same single; a number beyond the range of singles is refused. */
function writeFloat(value: number): string | undefined {
  if (typeof value !== "number") return undefined;
  const single = Math.fround(value);
  if (!Number.isFinite(single)) return Number.isFinite(value) ? undefined : writeDouble(value);
  for (let precision = 6; precision <= 9; precision++) {
    const short = Number(single.toPrecision(precision));
    if (Math.fround(short) === single) return writeDouble(short);
  }
  return writeDouble(single);
}

/** NaN equals itself and is not comparable with anything else (XSD part 2, 3.2.4.1). */
function order(left: number, right: number): number | undefined {
  if (left === right) return 0;
  if (left < right) return -1;
  if (left > right) return 1;
  return Number.isNaN(left) && Number.isNaN(right) ? 0 : undefined;
}

/** xs:double, `INF`, `-INF` and `NaN` included (XSD part 2, 3.2.5). */
export const double: Scalar<number> = {
  kind: "scalar",
  name: "double",
  space: "collapse",
  read: readDouble,
  write: writeDouble,
  order,
};

/** xs:float: rounded to single precision when read (XSD part 2, 3.2.4). */
export const float: Scalar<Float> = {
  kind: "scalar",
  name: "float",
  space: "collapse",
  read: readFloat,
  write: writeFloat,
  order,
};
