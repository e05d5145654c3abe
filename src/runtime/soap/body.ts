import { decode, decodeRoot } from "../codec/decode.ts";
import type { Decoding } from "../codec/decoding.ts";
import { describe } from "../codec/encoding.ts";
import { encodeElement } from "../codec/encode.ts";
import { rootTable, type TableRef } from "../codec/erased.ts";
import { named } from "../codec/labels.ts";
import type { DecodeOptions } from "../codec/mode.ts";
import type { RootCodec } from "../codec/table.ts";
import type { XmlElement } from "../codec/values.ts";
import { XmlError } from "../errors.ts";
import { readElement, writeElement } from "../xml/node.ts";
import { XmlWriter } from "../xml/writer.ts";
import { accessorsOf } from "./accessors.ts";
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

/** How a body is read. */
export interface BodyManner {
  /** The name of its element means nothing. */
  readonly anyName: boolean;
  readonly options: DecodeOptions;
  /** Consumes the element that the reader stands on, if it is a fault. */
  readFault(): boolean;
}

/**
 * Reads the body that the reader stands on. `readFault` consumes the element that the reader stands on if it
 * is a fault. The value means nothing then; it is undefined where the message has no body.
 */
export function decodeBody<Body>(codec: RootCodec<Body> | undefined, context: Decoding, manner: BodyManner): Body {
  const single = codec !== undefined && isElement(codec) ? codec : undefined;
  let found = false;
  let body: unknown;
  if (codec !== undefined && single === undefined) {
    return decodeEntries(codec, context, manner.options, {
      unknown: "The contract has no such part",
      twice: "The part stands there twice",
      optional: false,
      instead: () => manner.readFault(),
    }) as Body;
  } else {
    while (nextChild(context)) {
      if (found) context.refuseElement("too-many", "The body has more than one element", "one element");
      else if (manner.readFault()) found = true;
      else if (single !== undefined) {
        body = decodeSingle(single, context, manner);
        found = true;
      } else context.refuseElement("unknown-element", "The body is empty in the contract", "nothing");
    }
  }
  if (!found && single !== undefined) context.fail("xml.missing", "The body is empty", single.name[1], "nothing");
  // What the table's annotation promises; without a table the type of the body is undefined.
  return body as Body;
}

/** The element in the body; where its name means nothing, another one is taken for it. */
function decodeSingle<T>(codec: RootCodec<T>, context: Decoding, { anyName, options }: BodyManner): T {
  const { reader } = context;
  const [namespace, localName] = codec.name;
  const isNamed = reader.namespace === namespace && reader.localName === localName;
  if (isNamed || !anyName || context.strict) return decodeRoot(codec, context);
  const message = "The element of the answer has another name than in the contract";
  context.refuse("unknown-element", message, localName, named(reader.namespace, reader.localName));
  const writer = new XmlWriter();
  writeElement(writer, renamed(codec, readElement(reader)));
  return decode(codec, writer.finish(), options);
}

/** An element of rpc with the names that the contract has: servers that call it otherwise qualify its parts as a rule, too. */
function renamed(codec: TableRef, element: XmlElement): XmlElement {
  const table = rootTable(codec);
  const accessors = table.kind === "struct" ? accessorsOf(table) : [];
  const children = element.children.map((child) => {
    const accessor =
      typeof child === "string" ? undefined : accessors.find(({ local }) => local === child.name.localName);
    if (typeof child === "string" || accessor === undefined) return child;
    return { ...child, name: { namespace: accessor.namespace, localName: accessor.local } };
  });
  return { ...element, name: { namespace: table.name[0], localName: table.name[1] }, children };
}

/** Whether a table is an element's: another struct stands for the elements of its fields. */
export function isElement<T>(codec: RootCodec<T>): boolean {
  const table = rootTable(codec);
  return table.kind === "element" || table.element === true;
}
