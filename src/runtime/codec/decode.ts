import { XmlError } from "../errors.ts";
import { readable } from "../xml/encoding.ts";
import { closeReader, EOF, openReader, START, type XmlReader } from "../xml/reader.ts";
import { Decoding } from "./decoding.ts";
import { fieldDecoder } from "./decode-field.ts";
import { decoderOf } from "./decoders.ts";
import { rootTable, type ElementTable, type StructTable } from "./erased.ts";
import { excerpt, named, nameText } from "./labels.ts";
import type { DecodeOptions } from "./mode.ts";
import { rootPlan } from "./plan.ts";
import { isBlank } from "./scalars/whitespace.ts";
import type { RootCodec } from "./table.ts";

/**
 * Decodes a document. Bytes may be UTF-8 or UTF-16, as their byte order mark or XML declaration says.
 *
 * @throws XmlError `xml.malformed`, `xml.doctype`, `xml.encoding`, `xml.limit` where it is no document; `xml.root`,
 * `xml.unexpected`, `xml.missing`, `xml.invalid` where it is not the contract's.
 */
export function decode<T>(codec: RootCodec<T>, xml: string | Uint8Array, options: DecodeOptions = {}): T {
  const root = rootTable(codec);
  const document = typeof xml === "string" ? xml : readable(xml);
  let reader: XmlReader | undefined;
  try {
    reader = openReader(document, options.limits);
    while (reader.next() !== START);
    const value = decodeElement(codec, reader, options);
    while (reader.next() !== EOF);
    return value;
  } catch (error) {
    refuseNonXml(root, document);
    throw error;
  } finally {
    if (reader !== undefined) closeReader(reader);
  }
}

/** Decodes the element at whose start the reader stands; at its end afterwards. Errors as for `decode`. */
export function decodeElement<T>(codec: RootCodec<T>, reader: XmlReader, options: DecodeOptions = {}): T {
  const context = new Decoding(reader, options);
  const value = decodeRoot(codec, context);
  context.identities?.check(context);
  return value;
}

/** The same as a part of a larger run, which checks at its end that references lead somewhere. */
export function decodeRoot<T>(codec: RootCodec<T>, context: Decoding): T {
  const { reader } = context;
  const root = rootTable(codec);
  const [namespace, local] = root.name;
  if (reader.localName !== local || reader.namespace !== namespace) {
    const received = named(reader.namespace, reader.localName);
    context.fail(
      "xml.root",
      `Expected the root element ${nameText(root.name)}, found ${received}`,
      nameText(root.name),
      received,
    );
  }
  let read = roots.get(root);
  if (read === undefined) {
    const plan = rootPlan(root);
    ({ read } = fieldDecoder(plan, decoderOf(plan.type)));
    roots.set(root, read);
  }
  try {
    // What the table's annotation promises: a value of its type.
    return read(context) as T;
  } catch (error) {
    throw context.thrown(error);
  }
}

/** Decoders of root elements, made when they are first used. */
const roots = new WeakMap<ElementTable | StructTable, (context: Decoding) => unknown>();

/** Empty bodies and HTML pages are what services send most often instead of a message: they deserve a plain word. */
function refuseNonXml(root: ElementTable | StructTable, document: string | Uint8Array): void {
  const start =
    typeof document === "string" ? document.slice(0, 512) : new TextDecoder().decode(document.subarray(0, 512));
  const html = /^\s*(?:<!doctype\s+html|<html)\b/i.test(start);
  if (!html && !(start.length < 512 && isBlank(start))) return;
  const expected = nameText(root.name);
  const received = html ? excerpt(start.trim()) : "nothing";
  const found = html ? "an HTML page" : "an empty body";
  throw new XmlError("xml.root", `Expected the root element ${expected}, found ${found}`, {
    path: "/",
    line: 1,
    column: 1,
    expected,
    received,
  });
}
