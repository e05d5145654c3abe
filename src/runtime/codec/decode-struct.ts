import { UNKNOWN } from "../xml/automaton.ts";
import { readElement } from "../xml/node.ts";
import { END, START, TEXT, type TokenKind, type XmlReader } from "../xml/reader.ts";
import { tagOf, type Tag } from "../xml/tag.ts";
import { Automaton } from "./automata.ts";
import { ABSENT, fieldDecoder, type Decode, type TypeDecoder } from "./decode-field.ts";
import { readContent } from "./decode-simple.ts";
import type { Decoding } from "./decoding.ts";
import { isSimpleTable, tableOf, type TableRef } from "./erased.ts";
import { simpleOf, type Simple } from "./simple.ts";
import { named } from "./labels.ts";
import { missingFromModel } from "./model-check.ts";
import { expectedHere, Leaves, orderOf, SequenceOrder, type Order } from "./order.ts";
import { isLearnable } from "./lesson.ts";
import { admits, leavesLabel, type ContentPlan, type Leaf, type StructPlan } from "./plan.ts";
import { readAttributes } from "./struct-attributes.ts";

/** A value under construction. */
type Values = Record<string, unknown>;

/** A leaf, ready to decode. */
export interface LeafDecoder {
  readonly leaf: Leaf;
  /** How documents write its name; none for a wildcard. */
  readonly tag: Tag | undefined;
  /** Null for xsi:nil, `ABSENT` for an element to be passed over. */
  readonly read: (context: Decoding) => unknown;
}

/** A field of one element declaration, as the fast way through a sequence wants it. */
interface PlainField {
  readonly tag: Tag;
  readonly index: number;
  readonly key: string;
  readonly many: boolean;
  readonly min: number;
  readonly max: number;
  readonly leaf: LeafDecoder;
  /** Of a simple type, without anything that its declaration adds: what an element without attributes is read as. */
  readonly simple: Simple | undefined;
  readonly read: (context: Decoding) => unknown;
}

/** A struct, ready to decode. */
export interface StructDecoder {
  readonly plan: StructPlan;
  readonly leaves: Leaves;
  /** By the leaf's id. */
  readonly decoders: readonly LeafDecoder[];
  /** By place among the contents; undefined where a field has several leaves, or is a wildcard. */
  readonly fields: readonly (PlainField | undefined)[];
  /** Required fields, where the content model is the sequence of the fields. */
  readonly required: number;
  readonly arrays: readonly ContentPlan[];
  /** The shapes that the first values had. They are never let go, for the reason that `Decoding` keeps one of itself. */
  readonly shapes: Values[];
  /** Where all that values have is a sequence of elements. */
  readonly automaton: Automaton | undefined;
}

/** Makes the decoder of a struct. */
export function structDecoder(plan: StructPlan, typeDecoder: (ref: TableRef) => TypeDecoder): Decode {
  const decoder = structParts(plan, typeDecoder);
  const { automaton } = decoder;
  if (automaton === undefined) return (context, emptyText) => decodeStruct(decoder, context, emptyText);
  return (context) => decodeKnown(decoder, automaton, context);
}

/** A struct whose markup has been met before, or is learned now. */
function decodeKnown(decoder: StructDecoder, automaton: Automaton, context: Decoding): unknown {
  const { reader } = context;
  if (context.schema !== undefined || context.identity !== undefined) return decodeStruct(decoder, context, undefined);
  if (reader.attributeCount !== 0) readAttributes(decoder.plan, {}, context);
  const known = automaton.read(reader);
  if (known !== UNKNOWN) return known;
  const before = automaton.prepare(reader);
  const value = decodeContent(decoder, context);
  if (before !== undefined) automaton.learn(before, reader.spot.at);
  return value;
}

function decodeContent(decoder: StructDecoder, context: Decoding): Values {
  const value: Values = {};
  if (decoder.plan.tag !== undefined) value["$type"] = decoder.plan.tag;
  readSequence(decoder, value, context);
  for (const { key } of decoder.arrays) if (!Object.hasOwn(value, key)) value[key] = [];
  if (decoder.shapes.length < fewShapes) decoder.shapes.push(shapeOf(value));
  return value;
}

/** What a struct's decoder is made of. */
export function structParts(plan: StructPlan, typeDecoder: (ref: TableRef) => TypeDecoder): StructDecoder {
  const decoders = plan.leaves.map((leaf) => leafDecoder(leaf, typeDecoder));
  const required = plan.contents.filter(isRequired);
  const byContent = new Map<ContentPlan, LeafDecoder>();
  // The first leaf of a content.
  for (const one of decoders) if (!byContent.has(one.leaf.content)) byContent.set(one.leaf.content, one);
  return {
    plan,
    leaves: new Leaves(plan),
    decoders,
    fields: plan.contents.map((content) => plainField(content, byContent.get(content))),
    required: plan.model === undefined ? required.length : 0,
    arrays: plan.contents.filter((content) => content.many && !content.absent),
    shapes: [],
    automaton: isLearnable(plan) ? new Automaton(plan) : undefined,
  };
}

function plainField(content: ContentPlan, leaf: LeafDecoder | undefined): PlainField | undefined {
  if (content.kind !== "element" || leaf?.tag === undefined) return undefined;
  const { index, key, many, min, max } = content;
  const table = tableOf(content.type);
  const isPlain = isSimpleTable(table) && content.emptyText === undefined && content.keys === undefined;
  const simple = isPlain ? simpleOf(table) : undefined;
  return { tag: leaf.tag, index, key, many, min, max, leaf, simple, read: leaf.read };
}

function leafDecoder(leaf: Leaf, typeDecoder: (ref: TableRef) => TypeDecoder): LeafDecoder {
  const { item, content } = leaf;
  if (item.kind === "wildcard") return { leaf, tag: undefined, read: (context) => readWildcard(item.process, context) };
  // What is in a group or in ordered content is absent where its field is.
  const place = item === content ? item : { ...item, many: true };
  return { leaf, tag: tagOf(item.namespace), read: fieldDecoder(place, typeDecoder(item.type)).read };
}

/** An element of a wildcard is kept as it stands; where the schema is at hand, it is checked as the wildcard says (3.10.1). */
function readWildcard(process: "lax" | "skip" | "strict", context: Decoding): unknown {
  const { schema, reader } = context;
  if (schema !== undefined && process !== "skip") {
    if (context.checking) return schema.checkElement(context, process);
    schema.checkElement(context.ahead(), process);
  }
  return readElement(reader);
}

function decodeStruct(decoder: StructDecoder, context: Decoding, emptyText: string | undefined): Values {
  const { plan } = decoder;
  const value: Values = {};
  if (plan.tag !== undefined) value["$type"] = plan.tag;
  readAttributes(plan, value, context);
  if (plan.text !== undefined) value[plan.text.key] = readContent(plan.text.simple, context, emptyText);
  else if (plan.model === undefined) readSequence(decoder, value, context);
  else if (context.strict) readModel(decoder, value, context);
  else readTolerant(decoder, value, context, -1, undefined);
  for (const content of decoder.arrays) if (!Object.hasOwn(value, content.key)) value[content.key] = [];
  if (plan.mixed !== undefined && emptyText !== undefined) putDefault(value, plan.mixed, emptyText);
  if (decoder.shapes.length < fewShapes) decoder.shapes.push(shapeOf(value));
  return value;
}

const fewShapes = 8;

/** An object that got the same keys in the same order, without the values. */
function shapeOf(value: Values): Values {
  const shape: Values = {};
  for (const key of Object.keys(value)) shape[key] = undefined;
  return shape;
}

/** The default of an element with mixed content stands for no content at all (XSD part 1, 3.3.4). */
function putDefault(value: Values, key: string, emptyText: string): void {
  const content = value[key];
  if (Array.isArray(content) && content.length === 0) value[key] = [emptyText];
}

/** Any content model but the sequence of all fields, strictly. */
function readModel(decoder: StructDecoder, value: Values, context: Decoding): void {
  const { reader } = context;
  const order = orderOf(decoder.plan, decoder.leaves);
  for (;;) {
    const event = reader.next();
    if (event === START) {
      const leaf = order.take(reader.namespace, reader.localName);
      if (leaf === undefined) return refuseHere(order, context);
      put(value, leaf, decoder.decoders[leaf.id]?.read(context));
    } else if (event === END) {
      if (!order.complete()) missingHere(order, context);
      return;
    } else if (event === TEXT) {
      putText(decoder.plan, value, context);
    }
  }
}

/**
 * The sequence of all fields. The tag that is expected next is compared as it stands; names are looked up only where that was not it.
 */
function readSequence(decoder: StructDecoder, value: Values, context: Decoding): void {
  const { reader } = context;
  const { fields } = decoder;
  let cursor = 0;
  let count = 0;
  let list: unknown[] | undefined;
  // The field whose element is looked for before all others.
  let expected = 0;
  for (;;) {
    const next = fields[expected];
    if (next !== undefined && reader.expect(next.tag)) {
      const found =
        next.simple !== undefined && context.identity === undefined
          ? readContent(next.simple, context, undefined)
          : next.read(context);
      if (found === ABSENT) continue;
      if (next.index !== cursor) {
        cursor = next.index;
        count = 0;
        list = undefined;
      }
      count++;
      if (count === next.max) expected++;
      if (!next.many) value[next.key] = found;
      else if (list === undefined) value[next.key] = list = [found];
      else list.push(found);
      continue;
    }
    let event: TokenKind | undefined = reader.ahead();
    if (event === START) {
      let at = cursor;
      let had = count;
      let taken = 0;
      let field = fields[at];
      while (field !== undefined) {
        if (had < field.max) {
          taken = reader.take(field.tag);
          if (taken !== 0) break;
        }
        if (had < field.min) break;
        had = 0;
        field = fields[++at];
      }
      if (taken === 1 && field !== undefined) {
        const { simple } = field;
        const found =
          simple !== undefined && reader.attributeCount === 0 && context.identity === undefined
            ? readContent(simple, context, undefined)
            : field.read(context);
        if (found === ABSENT) continue;
        cursor = at;
        count = had + 1;
        expected = count < field.max ? cursor : cursor + 1;
        if (!field.many) value[field.key] = found;
        else if (count > 1 && list !== undefined) list.push(found);
        else value[field.key] = list = [found];
        continue;
      }
      if (taken === 0) event = reader.next();
    } else event ??= reader.next();
    if (event === START && !context.strict) {
      // From here on elements may stand in any order.
      return readTolerant(decoder, value, context, count > 0 ? cursor : cursor - 1, event);
    }
    if (event === START) {
      const order = new SequenceOrder(decoder.plan, decoder.leaves, cursor, count);
      const leaf = order.take(reader.namespace, reader.localName);
      const one = leaf && decoder.decoders[leaf.id];
      if (leaf === undefined || one === undefined) return refuseHere(order, context);
      const { index, many } = leaf.content;
      if (one.tag !== undefined) reader.learn(one.tag);
      put(value, leaf, one.read(context));
      count = index === cursor ? count + 1 : 1;
      cursor = index;
      expected = count < leaf.content.max ? cursor : cursor + 1;
      list = many ? listOf(value, leaf.content) : undefined;
    } else if (event === END) {
      if (!isComplete(decoder, cursor, count)) {
        if (!context.strict)
          return countMissing(decoder, value) > 0 ? missingField(decoder, value, context) : undefined;
        missingHere(new SequenceOrder(decoder.plan, decoder.leaves, cursor, count), context);
      }
      return;
    } else if (event === TEXT) putText(decoder.plan, value, context);
  }
}

/** Whether a sequence may end at a field that has had a number of elements. */
function isComplete({ plan: { contents } }: StructDecoder, cursor: number, count: number): boolean {
  let had = count;
  for (let i = cursor; i < contents.length; i++) {
    if (had < (contents[i]?.min ?? 0)) return false;
    had = 0;
  }
  return true;
}

function put(value: Values, { content, item }: Leaf, found: unknown): void {
  const { key } = content;
  const entry = item === content ? found : { $name: item.key, value: found };
  if (!content.many) {
    value[key] = entry;
    return;
  }
  const list = Object.hasOwn(value, key) ? value[key] : undefined;
  if (Array.isArray(list)) list.push(entry);
  else value[key] = [entry];
}

/** Text between elements: part of mixed content, and nothing but white space elsewhere. */
function putText({ mixed }: StructPlan, value: Values, context: Decoding): void {
  if (mixed === undefined) return context.refuseText();
  const { text } = context.reader;
  if (text === "") return;
  const list = Object.hasOwn(value, mixed) ? value[mixed] : undefined;
  if (!Array.isArray(list)) {
    value[mixed] = [text];
    return;
  }
  // One text may come in pieces, around a comment or a CDATA section.
  const last: unknown = list.at(-1);
  if (typeof last === "string") list[list.length - 1] = last + text;
  else list.push(text);
}

/** Ends with an error: the element where the reader stands may not stand there. */
export function refuseHere(order: Order, context: Decoding): never {
  const { namespace, localName } = context.reader;
  const expected = expectedHere(order, namespace, localName);
  return context.fail("xml.unexpected", `Unexpected element ${localName}`, expected, named(namespace, localName));
}

/** Ends with an error: the element must not end where it does. */
export function missingHere(order: Order, context: Decoding): never {
  const expected = leavesLabel(order.expected());
  return context.fail("xml.missing", `Missing element ${expected}`, expected, "the end of the element");
}

/**
 * Elements in any order; the field after the last one is tried first, so that documents in order cost no look-up. Fields up to `passed`
 * may have been read already; `given` is the token that the reader is at.
 */
function readTolerant(
  decoder: StructDecoder,
  value: Values,
  context: Decoding,
  passed: number,
  given: TokenKind | undefined,
): void {
  const { reader } = context;
  const { plan } = decoder;
  let order = plan.model === undefined || context.report === undefined ? undefined : orderOf(plan, decoder.leaves);
  let cursor = passed;
  let list: unknown[] | undefined;
  let missing = given === undefined ? decoder.required : countMissing(decoder, value);
  for (let event = given ?? reader.next(); ; event = reader.next()) {
    if (event === START) {
      const found = find(decoder, cursor, value, reader);
      const admitted = order?.take(reader.namespace, reader.localName);
      if (order !== undefined && admitted === undefined && found !== undefined) {
        outOfOrder(expectedHere(order, reader.namespace, reader.localName), context);
        // One report says it: what follows is compared with nothing.
        order = undefined;
      }
      // The content model knows best which of several places an element is at.
      const field = admitted === undefined ? found : decoder.decoders[admitted.id];
      const content = field?.leaf.content;
      if (field?.tag !== undefined) reader.learn(field.tag);
      if (field === undefined || content === undefined) {
        readUnknown(decoder, context);
      } else if (content.index > cursor) {
        cursor = content.index;
        list = undefined;
        const item = field.read(context);
        if (item === ABSENT) continue;
        if (isRequired(content)) missing--;
        put(value, field.leaf, item);
        list = content.kind === "element" ? listOf(value, content) : undefined;
      } else if (list !== undefined && content.index === cursor && list.length < content.max) {
        list.push(field.read(context));
      } else {
        readAgain(field, value, context, plan.model === undefined && content.index < cursor);
        if (isRequired(content)) missing = countMissing(decoder, value);
      }
    } else if (event === END) {
      if (missing > 0) missingField(decoder, value, context);
      checkModel(plan, value, context);
      return;
    } else if (event === TEXT) {
      putText(plan, value, context);
    }
  }
}

/** The array of a field that has one. */
function listOf(value: Values, { key, many }: ContentPlan): unknown[] | undefined {
  const list = many && Object.hasOwn(value, key) ? value[key] : undefined;
  return Array.isArray(list) ? list : undefined;
}

function find(decoder: StructDecoder, cursor: number, value: Values, reader: XmlReader): LeafDecoder | undefined {
  const next = decoder.fields[cursor + 1]?.leaf;
  if (next !== undefined && isNamed(next.leaf, reader)) return next;
  const current = decoder.fields[cursor]?.leaf;
  if (current !== undefined && current.leaf.content.many && isNamed(current.leaf, reader)) return current;
  const candidates = decoder.leaves.named(reader.localName).filter((leaf) => isNamed(leaf, reader));
  // Of several places the first that has room, be it a wildcard's.
  const leaf = candidates.find(({ content }) => content.many || !Object.hasOwn(value, content.key));
  if (leaf !== undefined) return decoder.decoders[leaf.id];
  const [declared] = candidates;
  return findWildcard(decoder, reader) ?? (declared && decoder.decoders[declared.id]);
}

function isNamed({ item }: Leaf, { localName, namespace }: XmlReader): boolean {
  return item.kind === "element" && item.local === localName && item.namespace === namespace;
}

function findWildcard(decoder: StructDecoder, { namespace }: XmlReader): LeafDecoder | undefined {
  const leaf = decoder.leaves.wildcards.find(({ item }) => item.kind === "wildcard" && admits(item.admits, namespace));
  return leaf && decoder.decoders[leaf.id];
}

/** An element of a field that the reader has already passed, or has had enough of. */
function readAgain({ leaf, read }: LeafDecoder, value: Values, context: Decoding, late: boolean): void {
  const { content } = leaf;
  const list = listOf(value, content);
  const count = list?.length ?? Number(Object.hasOwn(value, content.key));
  if (count >= content.max) {
    const name = context.reader.localName;
    const message = `More than ${content.max} times ${name}`;
    if (!content.many) return context.refuseElement("too-many", message, `at most ${content.max}`);
    // An array has room for what is too many.
    context.refuse("too-many", message, `at most ${content.max}`, name);
  }
  if (late && content.kind !== "wildcard") outOfOrder("the order of the contract", context);
  const item = read(context);
  if (item !== ABSENT) put(value, leaf, item);
}

function outOfOrder(expected: string, context: Decoding): void {
  const { localName } = context.reader;
  context.refuse("out-of-order", `${localName} stands out of order: expected ${expected}`, expected, localName);
}

function readUnknown(decoder: StructDecoder, context: Decoding): void {
  const { namespace, localName } = context.reader;
  const expected = leavesLabel(decoder.plan.leaves, { namespace, local: localName });
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
  const missing = decoder.plan.leaves.filter(({ content }) => isMissing(content, value));
  const expected = leavesLabel(missing);
  return context.fail("xml.missing", `Missing element ${expected}`, expected, "the end of the element");
}

/** What a wildcard asks for is not missed when decoding tolerantly. */
export function isRequired({ kind, min }: ContentPlan): boolean {
  return (kind === "element" || kind === "group") && min > 0;
}

function isMissing(content: ContentPlan, value: Values): boolean {
  return isRequired(content) && !Object.hasOwn(value, content.key);
}

/** What is required by a content model must be there whatever the order of the elements. */
function checkModel(plan: StructPlan, value: Values, context: Decoding): void {
  const expected = missingFromModel(plan, value);
  if (expected !== undefined)
    context.fail("xml.missing", `Missing element ${expected}`, expected, "the end of the element");
}
