import { memberOf } from "./erased.ts";
import { nameFromJson } from "./json-nodes.ts";
import type { JsonReading } from "./json-reading.ts";
import { decodeBase64 } from "./scalars/base64.ts";
import { plainDigits } from "./scalars/digits.ts";
import { applySpace } from "./scalars/whitespace.ts";
import type { Simple } from "./simple.ts";
import type { ReadContext, WriteContext } from "./table.ts";

const NO_NAMESPACES: ReadContext = { namespaceOf: () => undefined };
const NO_PREFIXES: WriteContext = { prefixOf: () => "" };

/** A zone without a colon, as some services write it: no xs:dateTime, but nothing else either. */
const BARE_ZONE = /(T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?[+-][0-9]{2})([0-9]{2})$/;

/** Reads a simple value from its JSON form, or from the forms that services send instead. */
export function fromSimple(simple: Simple, json: unknown, reading: JsonReading): unknown {
  const { item } = simple;
  const value =
    item !== undefined && Array.isArray(json)
      ? json.map((entry, i) => reading.within(i, () => fromSimple(item, entry, reading)))
      : readSimple(simple, json, reading);
  if (value === undefined) reading.fail("xml.invalid", `Not a value of ${simple.label}`, simple.label, json);
  const violation = simple.check?.(value, simple.write(value, NO_PREFIXES) ?? "");
  if (violation !== undefined) {
    reading.refuse(violation.kind, "xml.invalid", `Not a value of ${simple.label}`, violation.expected, json);
  }
  return value;
}

function readSimple(simple: Simple, json: unknown, reading: JsonReading): unknown {
  if (simple.json === "base64") return typeof json === "string" ? decodeBase64(json) : undefined;
  if (simple.json === "name") return nameFromJson(json);
  if (typeof json === "string") return readText(simple, json);
  if (typeof json === "bigint") return readText(simple, String(json));
  if (typeof json === "number") return readNumber(simple, json, reading);
  return typeof json === "boolean" && simple.write(json, NO_PREFIXES) !== undefined ? json : undefined;
}

function readText(simple: Simple, text: string): unknown {
  const value = simple.read(applySpace(text, simple.space), NO_NAMESPACES);
  return value === undefined && BARE_ZONE.test(text) ? readText(simple, text.replace(BARE_ZONE, "$1:$2")) : value;
}

function readNumber(simple: Simple, json: number, reading: JsonReading): unknown {
  const text = simple.write(json, NO_PREFIXES);
  if (text !== undefined) return readText(simple, text);
  if (Number.isInteger(json) && !Number.isSafeInteger(json)) {
    const message =
      "The number has lost digits when the JSON was parsed: pass the source text, or parse it with parseJson";
    reading.fail("xml.invalid", message, simple.label, json);
  }
  return readText(simple, String(json)) ?? readText(simple, plainDigits(json));
}

/**
 * Parses JSON without rounding: integers beyond 2^53 become bigints, where the engine lets a reviver see the source text.
 * Where it does not, they stay rounded numbers, and `fromJson` refuses them for types that would hold them exactly.
 *
 * @throws SyntaxError where the text is no JSON.
 */
export function parseJson(text: string): unknown {
  return JSON.parse(text, (_key: string, value: unknown, context?: unknown): unknown => {
    if (typeof value !== "number" || Number.isSafeInteger(value)) return value;
    const source = memberOf(context, "source");
    return typeof source === "string" && /^-?[0-9]+$/.test(source) ? BigInt(source) : value;
  });
}
