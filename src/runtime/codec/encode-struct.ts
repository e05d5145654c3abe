import { arrange } from "./arrange.ts";
import { encodeAttributes, encodeWildcard, nodeOf } from "./encode-node.ts";
import { encodeAttribute, encodeText } from "./encode-simple.ts";
import { describe, type Encoding } from "./encoding.ts";
import { memberOf, type TableRef } from "./erased.ts";
import { Matcher } from "./matcher.ts";
import { XSI_NAMESPACE } from "./namespaces.ts";
import type { Model } from "./particles.ts";
import { contentLabel, fixedValue, textTypeOf, type ContentPlan, type ElementPlan, type StructPlan } from "./plan.ts";

/** Writes attributes and content of an element that has been started. */
export type Encode = (value: unknown, context: Encoding) => void;

/** The encoder of a type; made on first use, so that types may refer to each other in cycles. */
export interface TypeEncoder {
  encode: Encode;
  /** The value is an element of its own (xs:anyType): it is written as it stands. */
  readonly whole: boolean;
}

interface StructEncoder {
  readonly plan: StructPlan;
  readonly types: readonly (TypeEncoder | undefined)[];
  readonly keys: ReadonlySet<string>;
}

/** Makes the encoder of a struct. */
export function structEncoder(plan: StructPlan, typeEncoder: (ref: TableRef) => TypeEncoder): Encode {
  const keys = new Set(plan.contents.map((content) => content.key));
  for (const attribute of plan.attributes) keys.add(attribute.key);
  if (plan.attributeWildcard !== undefined) keys.add(plan.attributeWildcard.key);
  if (plan.text !== undefined) keys.add(plan.text.key);
  const types = plan.contents.map((content) => (content.kind === "element" ? typeEncoder(content.type) : undefined));
  const encoder: StructEncoder = { plan, types, keys };
  return (value, context) => encodeStruct(encoder, value, context);
}

function encodeStruct(encoder: StructEncoder, value: unknown, context: Encoding): void {
  const { plan } = encoder;
  if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof Uint8Array) {
    context.fail(`Not a value of ${plan.name[1]}`, "an object", describe(value));
  }
  refuseUnknownKeys(encoder, value, context);
  for (const attribute of plan.attributes) encodeAttribute(attribute, memberOf(value, attribute.key), context);
  if (plan.attributeWildcard !== undefined) {
    const { key, admits } = plan.attributeWildcard;
    context.enter(key);
    encodeAttributes(admits, memberOf(value, key), context);
    context.leave();
  }
  if (plan.text !== undefined) {
    context.enter(plan.text.key);
    encodeText(plan.text.simple, memberOf(value, plan.text.key), context);
    context.leave();
  }
  if (plan.model === undefined) encodeSequence(encoder, value, context);
  else encodeModel(encoder, plan.model, value, context);
}

function refuseUnknownKeys(encoder: StructEncoder, value: object, context: Encoding): void {
  const { plan, keys } = encoder;
  for (const key of Object.keys(value)) {
    if (keys.has(key)) continue;
    const member = memberOf(value, key);
    if (member === undefined || (key === "$type" && plan.tag !== undefined && member === plan.tag)) continue;
    context.enter(key);
    const expected = key === "$type" && plan.tag !== undefined ? describe(plan.tag) : "no such member";
    context.fail(`${plan.name[1]} has no member ${key}`, expected, describe(member));
  }
}

function encodeSequence(encoder: StructEncoder, value: object, context: Encoding): void {
  for (const content of encoder.plan.contents) {
    const member = memberOf(value, content.key);
    context.enter(content.key);
    const items = itemsOf(content, member, context);
    if (items.length < content.min || items.length > content.max) wrongCount(content, member, context);
    for (let i = 0; i < items.length; i++) encodeItem(encoder, content, items[i], i, context);
    context.leave();
  }
}

/** The occurrences of a field: one for each element that will be written. */
function itemsOf(content: ContentPlan, member: unknown, context: Encoding): readonly unknown[] {
  if (member === undefined) return [];
  if (!content.many) return [member];
  if (!Array.isArray(member)) context.fail(`Not a list of ${content.key}`, "an array", describe(member));
  return member;
}

function wrongCount(content: ContentPlan, member: unknown, context: Encoding): never {
  const wanted =
    content.max === Number.POSITIVE_INFINITY ? `at least ${content.min}` : `${content.min} to ${content.max}`;
  const expected = content.many ? `${wanted} items` : "a value";
  return context.fail(
    member === undefined ? `Missing ${content.key}` : `Wrong number of ${content.key}`,
    expected,
    describe(member),
  );
}

function encodeItem(
  encoder: StructEncoder,
  content: ContentPlan,
  item: unknown,
  index: number,
  context: Encoding,
): void {
  if (content.many) context.enter(index);
  const type = encoder.types[content.index];
  if (content.kind === "element" && type !== undefined) encodeElement(content, type, item, context);
  else if (content.kind === "wildcard") encodeWildcard(content.admits, item, context);
  if (content.many) context.leave();
}

/** Writes one element of a field. */
export function encodeElement(plan: ElementPlan, type: TypeEncoder, item: unknown, context: Encoding): void {
  const { sink } = context;
  if (item === undefined) context.fail(`Missing ${plan.local}`, "a value", describe(item));
  if (type.whole && item !== null) return encodeWhole(plan, item, context);
  sink.start(plan.namespace, plan.local);
  if (item === null) {
    if (!plan.nil) context.fail(`${plan.local} is not nillable`, "a value", "null");
    sink.attribute(XSI_NAMESPACE, "nil", "true");
  } else {
    if (plan.emptyText !== undefined) checkConstraint(plan, item, context);
    type.encode(item, context);
  }
  sink.end();
}

/** A fixed value is the only one; an empty text would be read as the default (XSD part 1, 3.3.1). */
function checkConstraint(plan: ElementPlan, item: unknown, context: Encoding): void {
  const text = textTypeOf(plan.type);
  if (text === undefined) return;
  const found = text.textOf(item);
  if (plan.fixed !== undefined && !text.simple.equal(found, fixedValue(text.simple, plan.fixed))) {
    context.fail(`${plan.local} has a fixed value`, describe(plan.fixed), describe(found));
  }
  if (plan.fixed === undefined && plan.emptyText !== "" && text.simple.write(found, context.sink) === "") {
    context.fail(`An empty ${plan.local} would be read as its default`, "a value that is not empty", describe(found));
  }
}

function encodeWhole(plan: ElementPlan, item: unknown, context: Encoding): void {
  const element = nodeOf(item, context);
  if (element.name.localName !== plan.local || element.name.namespace !== plan.namespace) {
    context.fail(`Not an element ${plan.local}`, `{${plan.namespace}}${plan.local}`, describe(element.name.localName));
  }
  context.writeNode(element);
}

/** Members in the order of the content model, whatever the order of the object's keys. */
function encodeModel(encoder: StructEncoder, model: Model, value: object, context: Encoding): void {
  const { contents, name } = encoder.plan;
  const items = new Map<string, readonly unknown[]>();
  const occurrences = new Map<string, number>();
  for (const content of contents) {
    context.enter(content.key);
    const list = itemsOf(content, memberOf(value, content.key), context);
    context.leave();
    items.set(content.key, list);
    occurrences.set(content.key, list.length);
  }
  const { order, surplus } = arrange(model, occurrences);
  const matcher = new Matcher(model);
  const fits = order.every((key) => matcher.step(key)) && matcher.complete();
  if (!fits || surplus.length > 0) {
    const next = matcher.expected();
    const expected = contentLabel(
      contents.filter((content) => next.has(content.key)),
      { namespace: "", local: "" },
    );
    if (!fits) context.fail(`Members of ${name[1]} are missing`, expected, order.join(", ") || "none");
    context.fail(`Members of ${name[1]} exclude each other or are too many`, expected, surplus.join(", "));
  }
  const written = new Map<string, number>();
  for (const key of order) {
    const content = contents.find((candidate) => candidate.key === key);
    const index = written.get(key) ?? 0;
    written.set(key, index + 1);
    context.enter(key);
    if (content !== undefined) encodeItem(encoder, content, items.get(key)?.[index], index, context);
    context.leave();
  }
}
