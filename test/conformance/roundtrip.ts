/** A document through generated code and back: decoded strictly, encoded, and compared with what it was. */
import type { SchemaSet } from "../../scripts/xsd/components.ts";
import { decode, encode } from "../../src/runtime/codec/index.ts";
import { XmlError } from "../../src/runtime/errors.ts";
import { limits } from "./hints.ts";
import { firstDifference } from "./infoset.ts";
import type { Libxml2 } from "./libxml2.ts";
import type { Message } from "./modules.ts";
import type { Finding } from "./outcome.ts";

/** Sends a document through a module's codec. `judge` is libxml2 where it takes schema and document. */
export function roundTrip(
  set: SchemaSet,
  { codec, schema }: Message,
  text: string,
  judge: Libxml2 | undefined,
): Finding {
  const check = "roundtrip";
  let value: unknown;
  let encoded: string;
  try {
    value = decode(codec, text, { mode: "strict", limits, ...(schema === undefined ? {} : { schema }) });
    encoded = encode(codec, value);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return { check, got: "refused", reason: `${error.code} ${error.message}` };
  }
  const difference = firstDifference(set, text, encoded);
  if (difference !== undefined) return { check, got: "different", reason: difference };
  // Where it does not take the original, its word says nothing about ours.
  const complaint = judge?.complaints(encoded) ?? "";
  if (complaint === "" || judge?.complaints(text) !== "") return { check, got: "equal", reason: "" };
  // It compares fixed names as they are written, prefixes and all.
  const again = encode(codec, value, { prefixes: prefixesIn(text) });
  if (firstDifference(set, text, again) === undefined && judge.complaints(again) === "")
    return { check, got: "equal", reason: "" };
  return { check, got: "invalid", reason: `libxml2: ${complaint}` };
}

/** The prefixes that a document declares anywhere, by their namespaces. */
function prefixesIn(text: string): Readonly<Record<string, string>> {
  const declared = text.matchAll(/\sxmlns:([\w.-]+)\s*=\s*(?:"([^"&]*)"|'([^'&]*)')/g);
  return Object.fromEntries([...declared].map(([, prefix = "", double, single = ""]) => [double ?? single, prefix]));
}
