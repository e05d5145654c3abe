import { readElement } from "../xml/node.ts";
import { END, START, TEXT, type XmlReader } from "../xml/reader.ts";
import { ABSENT, fieldDecoder, type Decode, type FieldDecoder, type TypeDecoder } from "./decode-field.ts";
import { readContent } from "./decode-simple.ts";
import type { Decoding } from "./decoding.ts";
import type { TableRef } from "./erased.ts";
import { named } from "./labels.ts";
import { missingFromModel } from "./model-check.ts";
import { expectedHere, orderOf, type Order } from "./order.ts";
import { admits, contentLabel, type ContentPlan, type ElementPlan, type StructPlan } from "./plan.ts";
import { readAttributes } from "./struct-attributes.ts";

/** A value under construction. */
type Values = Record<string, unknown>;

/** A struct, ready to decode. */
interface StructDecoder {
  readonly plan: StructPlan;
  /** By place among the contents; undefined for the wildcard. */
  readonly fields: readonly (FieldDecoder | undefined)[];
  /** By local name; several where namespaces tell them apart. */
  readonly named: ReadonlyMap<string, readonly FieldDecoder[]>;
  readonly declared: (namespace: string, local: string) => ElementPlan | undefined;
  /** Required fields, where the content model is the sequence of the fields. */
  readonly required: number;
  readonly arrays: readonly ContentPlan[];
}

/** Makes the decoder of a struct. */
export function structDecoder(plan: StructPlan, typeDecoder: (ref: TableRef) => TypeDecoder): Decode {
  const fields = plan.contents.map((content) =>
    content.kind === "element" ? fieldDecoder(content, typeDecoder(content.type)) : undefined,
  );
  const byName = new Map<string, FieldDecoder[]>();
  for (const field of fields) {
    if (field !== undefined) byName.set(field.plan.local, [...(byName.get(field.plan.local) ?? []), field]);
  }
  const required = plan.contents.filter((content) => content.kind === "element" && content.min > 0);
  const decoder: StructDecoder = {
    plan,
    fields,
    named: byName,
    declared: (namespace, local) => byName.get(local)?.find((field) => field.plan.namespace === namespace)?.plan,
    required: plan.model === undefined ? required.length : 0,
    arrays: plan.contents.filter((content) => content.many && !content.absent),
  };
  return (context, emptyText) => decodeStruct(decoder, context, emptyText);
}

function decodeStruct(decoder: StructDecoder, context: Decoding, emptyText: string | undefined): Values {
  const { plan } = decoder;
  const value: Values = {};
  if (plan.tag !== undefined) value["$type"] = plan.tag;
  readAttributes(plan, value, context);
  if (plan.text !== undefined) value[plan.text.key] = readContent(plan.text.simple, context, emptyText);
  else if (context.strict) readStrict(decoder, value, context);
  else readTolerant(decoder, value, context);
  for (const content of decoder.arrays) if (!Object.hasOwn(value, content.key)) value[content.key] = [];
  return value;
}

function readStrict(decoder: StructDecoder, value: Values, context: Decoding): void {
  const { reader } = context;
  const order = orderOf(decoder.plan, decoder.declared);
  for (;;) {
    const event = reader.next();
    if (event === START) {
      const content = order.take(reader.namespace, reader.localName);
      if (content === undefined) refuseHere(order, context);
      put(value, content, readItem(decoder, content, context));
    } else if (event === END) {
      if (!order.complete()) missingHere(order, context);
      return;
    } else if (event === TEXT) {
      context.refuseText();
    }
  }
}

function readItem(decoder: StructDecoder, content: ContentPlan, context: Decoding): unknown {
  const field = decoder.fields[content.index];
  return field === undefined ? readElement(context.reader) : field.read(context);
}

function put(value: Values, content: ContentPlan, item: unknown): void {
  const { key } = content;
  if (!content.many) {
    value[key] = item;
    return;
  }
  const list = Object.hasOwn(value, key) ? value[key] : undefined;
  if (Array.isArray(list)) list.push(item);
  else value[key] = [item];
}

function refuseHere(order: Order, context: Decoding): never {
  const { namespace, localName } = context.reader;
  const expected = expectedHere(order, namespace, localName);
  return context.fail("xml.unexpected", `Unexpected element ${localName}`, expected, named(namespace, localName));
}

function missingHere(order: Order, context: Decoding): never {
  const expected = contentLabel(order.expected(), { namespace: "", local: "" });
  return context.fail("xml.missing", `Missing element ${expected}`, expected, "the end of the element");
}

/** Elements in any order; the field after the last one is tried first, so that documents in order cost no look-up. */
function readTolerant(decoder: StructDecoder, value: Values, context: Decoding): void {
  const { reader } = context;
  const { plan } = decoder;
  let order = plan.model === undefined || context.report === undefined ? undefined : orderOf(plan, decoder.declared);
  let cursor = -1;
  let list: unknown[] | undefined;
  let missing = decoder.required;
  for (;;) {
    const event = reader.next();
    if (event === START) {
      const field = find(decoder, cursor, reader);
      const admitted = order === undefined || order.take(reader.namespace, reader.localName) !== undefined;
      if (order !== undefined && !admitted && field !== undefined) {
        outOfOrder(expectedHere(order, reader.namespace, reader.localName), context);
        // One report says it: what follows is compared with nothing.
        order = undefined;
      }
      if (field === undefined) {
        readUnknown(decoder, value, context);
      } else if (field.plan.index > cursor) {
        cursor = field.plan.index;
        list = undefined;
        const item = field.read(context);
        if (item === ABSENT) continue;
        if (field.plan.min > 0) missing--;
        if (field.plan.many) value[field.plan.key] = list = [item];
        else value[field.plan.key] = item;
      } else if (list !== undefined && field.plan.index === cursor && list.length < field.plan.max) {
        list.push(field.read(context));
      } else {
        readAgain(field, value, context, plan.model === undefined && field.plan.index < cursor);
        if (field.plan.min > 0) missing = countMissing(decoder, value);
      }
    } else if (event === END) {
      if (missing > 0) missingField(decoder, value, context);
      checkModel(plan, value, context);
      return;
    } else if (event === TEXT) {
      context.refuseText();
    }
  }
}

function find(decoder: StructDecoder, cursor: number, reader: XmlReader): FieldDecoder | undefined {
  const { localName } = reader;
  const next = decoder.fields[cursor + 1];
  if (next !== undefined && next.plan.local === localName && next.plan.namespace === reader.namespace) return next;
  const current = decoder.fields[cursor];
  if (current !== undefined && current.plan.local === localName && current.plan.namespace === reader.namespace)
    return current;
  const candidates = decoder.named.get(localName);
  if (candidates === undefined) return undefined;
  const { namespace } = reader;
  return candidates.find((candidate) => candidate.plan.namespace === namespace);
}

/** An element of a field that the reader has already passed, or has had enough of. */
function readAgain(field: FieldDecoder, value: Values, context: Decoding, late: boolean): void {
  const { plan } = field;
  const list = Object.hasOwn(value, plan.key) ? value[plan.key] : undefined;
  const count = Array.isArray(list) && plan.many ? list.length : Number(list !== undefined);
  if (count >= plan.max) {
    const message = `More than ${plan.max} times ${plan.local}`;
    if (!plan.many) return context.refuseElement("too-many", message, `at most ${plan.max}`);
    // An array has room for what is too many.
    context.refuse("too-many", message, `at most ${plan.max}`, plan.local);
  }
  if (late) outOfOrder("the order of the contract", context);
  const item = field.read(context);
  if (item !== ABSENT) put(value, plan, item);
}

function outOfOrder(expected: string, context: Decoding): void {
  const { localName } = context.reader;
  context.refuse("out-of-order", `${localName} stands out of order: expected ${expected}`, expected, localName);
}

function readUnknown(decoder: StructDecoder, value: Values, context: Decoding): void {
  const { reader } = context;
  const { wildcard, contents } = decoder.plan;
  if (wildcard !== undefined && admits(wildcard.admits, reader.namespace)) {
    put(value, wildcard, readElement(reader));
    return;
  }
  const { namespace, localName } = reader;
  const expected = contentLabel(contents, { namespace, local: localName });
  context.refuseElement(
    "unknown-element",
    `The element ${named(namespace, localName)} is not in the contract`,
    expected,
  );
}

function countMissing(decoder: StructDecoder, value: Values): number {
  if (decoder.required === 0) return 0;
  return decoder.plan.contents.filter((content) => isMissing(content, value)).length;
}

function missingField(decoder: StructDecoder, value: Values, context: Decoding): never {
  const missing = decoder.plan.contents.filter((content) => isMissing(content, value));
  const expected = missing.map((content) => (content.kind === "element" ? content.local : "")).join(", ");
  return context.fail("xml.missing", `Missing element ${expected}`, expected, "the end of the element");
}

function isMissing(content: ContentPlan, value: Values): boolean {
  return content.kind === "element" && content.min > 0 && !Object.hasOwn(value, content.key);
}

/** What is required by a content model must be there whatever the order of the elements. */
function checkModel(plan: StructPlan, value: Values, context: Decoding): void {
  const expected = missingFromModel(plan, value);
  if (expected !== undefined)
    context.fail("xml.missing", `Missing element ${expected}`, expected, "the end of the element");
}
