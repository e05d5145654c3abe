import { decodeElement } from "../codec/decode.ts";
import type { Decoding } from "../codec/decoding.ts";
import type { RootCodec } from "../codec/table.ts";
import type { QName, XmlElement } from "../codec/values.ts";
import { SoapFault, XmlError } from "../errors.ts";
import { readElement, skipElement } from "../xml/node.ts";
import { closeReader, END, openReader, START, type XmlReader } from "../xml/reader.ts";
import type { EnvelopeOptions } from "./envelope.ts";

/** An entry of the detail: as it came, and where in the text. */
interface DetailEntry {
  readonly element: XmlElement;
  readonly offset: number;
}

/** Reads the fault that the reader stands on (SOAP 1.1, 4.4). Whatever is odd about it, it stays a fault. */
export function readFault(faults: object, context: Decoding, text: string, options: EnvelopeOptions): SoapFault {
  const { reader } = context;
  const fault: { faultCode: QName; faultString: string; faultActor?: string } = {
    faultCode: { namespace: "", localName: "" },
    faultString: "",
  };
  let entries: readonly DetailEntry[] = [];
  while (toChild(reader)) {
    // The parts are unqualified; servers that qualify them are understood all the same.
    if (reader.localName === "faultcode") fault.faultCode = qualified(readElement(reader));
    else if (reader.localName === "faultstring") fault.faultString = textOf(readElement(reader));
    else if (reader.localName === "faultactor") fault.faultActor = textOf(readElement(reader));
    else if (reader.localName === "detail") entries = readDetail(reader);
    else if (context.strict) skipElement(reader);
    else
      context.refuseElement(
        "unknown-element",
        "A fault has no such part",
        "faultcode, faultstring, faultactor, detail",
      );
  }
  return new SoapFault({
    ...fault,
    detailEntries: entries.map(({ element }) => element),
    status: options.status ?? 200,
    ...decodeDetail(faults, entries, text, options),
  });
}

function readDetail(reader: XmlReader): readonly DetailEntry[] {
  const entries: DetailEntry[] = [];
  while (toChild(reader)) {
    const { offset } = reader;
    entries.push({ offset, element: readElement(reader) });
  }
  return entries;
}

/** The first entry that the operation declares, decoded; the reason where it cannot be. */
function decodeDetail(
  faults: object,
  entries: readonly DetailEntry[],
  text: string,
  options: EnvelopeOptions,
): { readonly detail?: unknown; readonly cause?: XmlError } {
  const declared: readonly [string, RootCodec<unknown>][] = Object.entries(faults);
  for (const { element, offset } of entries) {
    const { namespace, localName } = element.name;
    const match = declared.find(([, codec]) => codec.name[0] === namespace && codec.name[1] === localName);
    if (match === undefined) continue;
    try {
      return { detail: { name: match[0], value: decodeAt(match[1], text, offset, options) } };
    } catch (cause) {
      if (cause instanceof XmlError) return { cause };
      throw cause;
    }
  }
  return {};
}

/** Decodes the element at an offset of a document, so that errors name its true place. */
function decodeAt(codec: RootCodec<unknown>, text: string, offset: number, options: EnvelopeOptions): unknown {
  const reader = openReader(text, options.limits);
  try {
    while (reader.next() !== START || reader.offset !== offset);
    return decodeElement(codec, reader, options);
  } finally {
    closeReader(reader);
  }
}

/** Moves to the next child, whatever text stands between. */
function toChild(reader: XmlReader): boolean {
  for (;;) {
    const token = reader.next();
    if (token === START) return true;
    if (token === END) return false;
  }
}

function textOf(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === "string" ? child : textOf(child)))
    .join("")
    .trim();
}

/** The name that an element's text is (xs:QName); a prefix that nobody declared stays part of the local name. */
function qualified(element: XmlElement): QName {
  const text = textOf(element);
  const colon = text.indexOf(":");
  const prefix = colon < 0 ? "" : text.slice(0, colon);
  const namespace = element.namespaces?.find(([declared]) => declared === prefix)?.[1];
  if (namespace === undefined) return { namespace: "", localName: text };
  return { namespace, localName: text.slice(colon + 1) };
}
