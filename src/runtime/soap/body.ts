import { decodeElement } from "../codec/decode.ts";
import type { Decoding } from "../codec/decoding.ts";
import { describe } from "../codec/encoding.ts";
import { encodeElement } from "../codec/encode.ts";
import { rootTable } from "../codec/erased.ts";
import type { DecodeOptions } from "../codec/mode.ts";
import type { RootCodec } from "../codec/table.ts";
import { XmlError } from "../errors.ts";
import type { XmlWriter } from "../xml/writer.ts";
import type { SoapEncoding } from "./encoded/section5.ts";
import { decodeEntries, encodeEntries } from "./entries.ts";
import type { SoapVersion } from "./namespaces.ts";
import { nextChild } from "./walk.ts";

/**
 * Writes what stands in the body: nothing, one element, or one element for each part.
 *
 * @throws XmlError `xml.encode`
 */
export function encodeBody<Body>(
  codec: RootCodec<Body> | undefined,
  value: Body,
  writer: XmlWriter,
  encoding: { readonly encoded: SoapEncoding | undefined; readonly version: SoapVersion },
): void {
  if (codec !== undefined) {
    if (encoding.encoded !== undefined) encoding.encoded.encode(codec, value, writer, encoding.version);
    else if (isElement(codec)) encodeElement(codec, value, writer);
    else encodeEntries(codec, value, writer, false);
  } else if (value !== undefined) {
    const place = { path: "", expected: "undefined", received: describe(value) };
    throw new XmlError("xml.encode", "The message has an empty body", place);
  }
}

/**
 * Reads the body that the reader stands on. `readFault` consumes the element that the reader stands on if it
 * is a fault. The value means nothing then; it is undefined where the message has no body.
 */
export function decodeBody<Body>(
  codec: RootCodec<Body> | undefined,
  context: Decoding,
  options: DecodeOptions,
  readFault: () => boolean,
): Body {
  const single = codec !== undefined && isElement(codec) ? codec : undefined;
  let found: { readonly body: unknown } | undefined;
  if (codec !== undefined && single === undefined) {
    const manner = { unknown: "The contract has no such part", twice: "The part stands there twice", optional: false };
    return decodeEntries(codec, context, options, { ...manner, instead: readFault }) as Body;
  } else {
    while (nextChild(context)) {
      if (found !== undefined) context.refuseElement("too-many", "The body has more than one element", "one element");
      else if (readFault()) found = { body: undefined };
      else if (single !== undefined) found = { body: decodeElement(single, context.reader, options) };
      else context.refuseElement("unknown-element", "The body is empty in the contract", "nothing");
    }
  }
  if (found === undefined && single !== undefined)
    context.fail("xml.missing", "The body is empty", single.name[1], "nothing");
  // What the table's annotation promises; without a table the type of the body is undefined.
  return found?.body as Body;
}

/** Whether a table is an element's: another struct stands for the elements of its fields. */
function isElement<T>(codec: RootCodec<T>): boolean {
  const table = rootTable(codec);
  return table.kind === "element" || table.element === true;
}
