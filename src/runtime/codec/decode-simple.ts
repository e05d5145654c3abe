import { END, START, TEXT } from "../xml/reader.ts";
import { constraintValue } from "./constraint-value.ts";
import type { Decoding } from "./decoding.ts";
import type { SimpleTable } from "./erased.ts";
import { excerpt } from "./labels.ts";
import { XOP_NAMESPACE, XSI_NAMESPACE } from "./namespaces.ts";
import { applySpace, trimSpace } from "./scalars/whitespace.ts";
import type { Simple } from "./simple.ts";
import { checkBareAttributes } from "./decode-attributes.ts";

/** Turns a text into a value. Text outside the lexical space is an error in both modes: a wrong value is never guessed. */
export function convert(simple: Simple, raw: string, context: Decoding): unknown {
  const text = simple.space === "preserve" ? raw : applySpace(raw, simple.space);
  const value = simple.read(text, context);
  if (value === undefined) invalid(simple, raw, context);
  if (simple.identifies) context.identities?.note(simple, value, context);
  if (simple.check === undefined) return value;
  const violation = simple.check(value, text);
  if (violation === undefined) return value;
  if (simple.trims && !context.strict) {
    const trimmed = trimSpace(text);
    if (trimmed !== text && simple.check(trimmed, trimmed) === undefined) return trimmed;
  }
  const message =
    violation.kind === "facet" ? `Not a value of ${simple.label}` : `Not a listed value of ${simple.label}`;
  context.refuse(violation.kind, message, violation.expected, excerpt(raw), context.textOffset);
  return value;
}

/** The value that a default or fixed value stands for: names in it are expanded. */
export function convertConstraint(simple: Simple, text: string, context: Decoding): unknown {
  const named = text.includes("{") ? constraintValue(simple, text) : undefined;
  return named ?? convert(simple, text, context);
}

function invalid(simple: Simple, raw: string, context: Decoding): never {
  return context.fail("xml.invalid", `Not a value of ${simple.label}`, simple.label, excerpt(raw), context.textOffset);
}

/** Decodes an element of a simple type: the reader stands at its start, and at its end afterwards. */
export function decodeSimple(
  simple: Simple,
  context: Decoding,
  emptyText: string | undefined,
  table: SimpleTable,
): unknown {
  if (context.reader.attributeCount !== 0) {
    const instead = context.schema?.simpleInstead(table, context, emptyText);
    // The value is one of the declared type, too: every derived one is.
    if (instead !== undefined) return simple.read(applySpace(instead, simple.space), context);
    checkBareAttributes(context, simple.name);
  }
  return readContent(simple, context, emptyText);
}

/** The value of an element's text. `emptyText` stands for the text of an empty element (default and fixed values). */
export function readContent(simple: Simple, context: Decoding, emptyText: string | undefined): unknown {
  const { reader } = context;
  if (reader.leaf()) {
    const value = leafValue(simple, context, emptyText);
    if (context.identity !== undefined) context.identity.text(simple, value);
    return value;
  }
  let text = "";
  let offset = reader.offset;
  let included: Uint8Array | undefined;
  for (;;) {
    const event = reader.next();
    if (event === TEXT) {
      if (text === "") {
        offset = reader.offset;
        text = reader.text;
      } else {
        text += reader.text;
      }
    } else if (event === END) {
      break;
    } else if (event === START) {
      if (simple.xop && reader.localName === "Include" && reader.namespace === XOP_NAMESPACE)
        included = include(context);
      else context.refuseElement("unknown-element", "An element inside a simple value", simple.label);
    }
  }
  context.textOffset = offset;
  if (included !== undefined) return attached(simple, included, text, context);
  const isDefault = text === "" && emptyText !== undefined;
  const value = isDefault ? convertConstraint(simple, emptyText, context) : convert(simple, text, context);
  context.identity?.text(simple, value);
  return value;
}

/** The value of an element that has been read as a leaf: from its bytes, where they say it by themselves. */
function leafValue(simple: Simple, context: Decoding, emptyText: string | undefined): unknown {
  const { reader } = context;
  if (reader.leafEmpty && emptyText !== undefined) {
    context.textOffset = reader.textOffset;
    return convertConstraint(simple, emptyText, context);
  }
  if (!simple.identifies && reader.leafPlain) {
    if (simple.scan !== undefined) {
      const value = reader.leafBytes(simple.scan);
      if (value !== undefined) return value;
    } else if (simple.stands !== undefined && reader.leafBytes(simple.stands)) return reader.leafText();
  }
  return leafConverted(simple, reader.leafText(), context);
}

function leafConverted(simple: Simple, text: string, context: Decoding): unknown {
  context.textOffset = context.reader.textOffset;
  return convert(simple, text, context);
}

/** The bytes of an xop:Include; consumed. */
function include(context: Decoding): Uint8Array {
  const { reader } = context;
  let href = "";
  for (let i = 0; i < reader.attributeCount; i++) {
    if (reader.attributeLocalName(i) === "href" && reader.attributeNamespace(i) === "") href = reader.attributeValue(i);
  }
  const bytes = href.startsWith("cid:") ? context.attachments?.get(contentId(href)) : undefined;
  if (bytes === undefined) {
    context.fail("xml.missing", "A part of the message is missing", "the part that href names", excerpt(href));
  }
  for (let depth = 1; depth > 0;) {
    const event = reader.next();
    if (event === START) depth++;
    else if (event === END) depth--;
  }
  return bytes;
}

/** A cid URL is percent-encoded (RFC 2392, 2). */
function contentId(href: string): string {
  const id = href.slice(4);
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function attached(simple: Simple, bytes: Uint8Array, text: string, context: Decoding): unknown {
  if (trimSpace(text) !== "") {
    context.refuse("stray-text", "Text beside an xop:Include", "no text", excerpt(text), context.textOffset);
  }
  const violation = simple.check?.(bytes, "");
  if (violation !== undefined) {
    const received = `${bytes.length} bytes`;
    context.refuse(violation.kind, `Not a value of ${simple.label}`, violation.expected, received, context.textOffset);
  }
  context.identity?.text(simple, bytes);
  return bytes;
}

/** Whether an element says xsi:nil="true". */
export function saysNil(context: Decoding): boolean {
  const { reader } = context;
  for (let i = 0; i < reader.attributeCount; i++) {
    if (reader.attributeLocalName(i) !== "nil" || reader.attributeNamespace(i) !== XSI_NAMESPACE) continue;
    const value = trimSpace(reader.attributeValue(i));
    if (value === "true" || value === "1") return true;
    if (value === "false" || value === "0") return false;
    context.attribute = "xsi:nil";
    context.fail("xml.invalid", "Not a value of xs:boolean", "xs:boolean", excerpt(value));
  }
  return false;
}

/** Consumes an element that says xsi:nil="true": nothing may be in it (XSD part 1, 3.3.4, clause 3.2.1). */
export function readNil(context: Decoding): null {
  const { reader } = context;
  for (;;) {
    const event = reader.next();
    if (event === END) return null;
    if (event === START || reader.text !== "") {
      context.fail(
        "xml.unexpected",
        "Content in an element with xsi:nil",
        "an empty element",
        contentText(event, context),
      );
    }
  }
}

function contentText(event: number, context: Decoding): string {
  return event === TEXT ? excerpt(context.reader.text) : context.reader.localName;
}
