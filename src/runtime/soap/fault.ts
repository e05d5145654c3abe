import { decodeElement } from "../codec/decode.ts";
import type { Decoding } from "../codec/decoding.ts";
import type { RootCodec } from "../codec/table.ts";
import type { QName, XmlElement } from "../codec/values.ts";
import { SoapFault, XmlError } from "../errors.ts";
import { readElement, skipElement } from "../xml/node.ts";
import { closeReader, END, openReader, START, type XmlReader } from "../xml/reader.ts";
import type { EnvelopeOptions } from "./envelope.ts";
import { SOAP_12_NAMESPACE } from "./namespaces.ts";

/** An entry of the detail: as it came, and where in the text. */
interface DetailEntry {
  readonly element: XmlElement;
  readonly offset: number;
}

/** What a fault says beside its detail. */
interface FaultFacts {
  faultCode: QName;
  faultSubcodes?: readonly QName[];
  faultString: string;
  faultActor?: string;
  faultNode?: string;
}

/** Reads the fault that the reader stands on (SOAP 1.1, 4.4; SOAP 1.2 part 1, 5.4). Whatever is odd about it, it stays a fault. */
export function readFault(
  faults: object,
  context: Decoding,
  {
    document,
    options,
    headers,
  }: { readonly document: string | Uint8Array; readonly options: EnvelopeOptions; readonly headers: object },
): SoapFault {
  const { reader } = context;
  const fault: FaultFacts = { faultCode: { namespace: "", localName: "" }, faultString: "" };
  let entries: readonly DetailEntry[] = [];
  const readPart = reader.namespace === SOAP_12_NAMESPACE ? readPart12 : readPart11;
  while (toChild(reader)) {
    if (reader.localName === "detail" || reader.localName === "Detail") entries = readDetail(reader);
    else if (readPart(fault, reader)) continue;
    else if (context.strict) skipElement(reader);
    else context.refuseElement("unknown-element", "A fault has no such part", "a code, a reason, an actor or a detail");
  }
  return new SoapFault({
    ...fault,
    detailEntries: entries.map(({ element }) => element),
    status: options.status ?? 200,
    ...(Object.keys(headers).length === 0 ? undefined : { headers }),
    ...decodeDetail(faults, entries, document, options),
  });
}

/** The parts are unqualified in SOAP 1.1; servers that qualify them are understood all the same. */
function readPart11(fault: FaultFacts, reader: XmlReader): boolean {
  if (reader.localName === "faultcode") fault.faultCode = qualified(readElement(reader));
  else if (reader.localName === "faultstring") fault.faultString = textOf(readElement(reader));
  else if (reader.localName === "faultactor") fault.faultActor = textOf(readElement(reader));
  else return false;
  return true;
}

function readPart12(fault: FaultFacts, reader: XmlReader): boolean {
  if (reader.localName === "Code") {
    const [code, ...subcodes] = codesOf(readElement(reader));
    if (code !== undefined) fault.faultCode = code;
    if (subcodes.length > 0) fault.faultSubcodes = subcodes;
  } else if (reader.localName === "Reason") fault.faultString = reasonOf(readElement(reader));
  else if (reader.localName === "Role") fault.faultActor = textOf(readElement(reader));
  else if (reader.localName === "Node") fault.faultNode = textOf(readElement(reader));
  else return false;
  return true;
}

/** The code, and the subcodes in it, from the outermost on; prefixes are looked up where they are declared. */
function codesOf(code: XmlElement): readonly QName[] {
  const found: QName[] = [];
  const scope = new Map<string, string>();
  for (let level: XmlElement | undefined = code; level !== undefined;) {
    for (const [prefix, namespace] of level.namespaces ?? []) scope.set(prefix, namespace);
    const children: readonly XmlElement[] = level.children.filter((child) => typeof child !== "string");
    const value = children.find(({ name }) => name.localName === "Value");
    if (value !== undefined) found.push(qualified(value, scope));
    level = children.find(({ name }) => name.localName === "Subcode");
  }
  return found;
}

/** The reason in English where there is one, or else the first (xml:lang, SOAP 1.2 part 1, 5.4.2.1). */
function reasonOf(reason: XmlElement): string {
  const texts = reason.children.filter((child) => typeof child !== "string");
  const english = texts.find(({ attributes }) =>
    attributes.some(({ name, value }) => name.localName === "lang" && /^en\b/i.test(value)),
  );
  const chosen = english ?? texts[0];
  return chosen === undefined ? "" : textOf(chosen);
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
  document: string | Uint8Array,
  options: EnvelopeOptions,
): { readonly detail?: unknown; readonly cause?: XmlError } {
  const declared: readonly [string, RootCodec<unknown>][] = Object.entries(faults);
  for (const { element, offset } of entries) {
    const { namespace, localName } = element.name;
    const match = declared.find(([, codec]) => codec.name[0] === namespace && codec.name[1] === localName);
    if (match === undefined) continue;
    try {
      return { detail: { name: match[0], value: decodeAt(match[1], document, offset, options) } };
    } catch (cause) {
      if (cause instanceof XmlError) return { cause };
      throw cause;
    }
  }
  return {};
}

/** Decodes the element at an offset of a document, so that errors name its true place. */
function decodeAt(
  codec: RootCodec<unknown>,
  document: string | Uint8Array,
  offset: number,
  options: EnvelopeOptions,
): unknown {
  const reader = openReader(document, options.limits);
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
function qualified(element: XmlElement, scope: ReadonlyMap<string, string> = new Map()): QName {
  const text = textOf(element);
  const colon = text.indexOf(":");
  const prefix = colon < 0 ? "" : text.slice(0, colon);
  const own = element.namespaces?.find(([declared]) => declared === prefix)?.[1];
  const namespace = own ?? scope.get(prefix);
  if (namespace === undefined) return { namespace: "", localName: text };
  return { namespace, localName: text.slice(colon + 1) };
}
