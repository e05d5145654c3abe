import { arrange } from "./arrange.ts";
import { encodeAttributes, encodeWildcard, nodeOf } from "./encode-node.ts";
import { encodeAttribute, encodeText } from "./encode-simple.ts";
import { describe, type Encoding } from "./encoding.ts";
import { memberOf, type TableRef } from "./erased.ts";
import { Matcher } from "./matcher.ts";
import { XSI_NAMESPACE } from "./namespaces.ts";
import type { Model } from "./particles.ts";
import {
  fixedValue,
  leavesLabel,
  textTypeOf,
  type ContentPlan,
  type ElementPlan,
  type Leaf,
  type OrderedPlan,
  type StructPlan,
} from "./plan.ts";

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
  /** Leaves of each field by the name that tagged values have; of an element field or a wildcard by its key. */
  readonly leaves: readonly ReadonlyMap<unknown, Leaf>[];
  /** By the leaf's id. */
  readonly types: readonly (TypeEncoder | undefined)[];
  readonly keys: ReadonlySet<string>;
}

/** Makes the encoder of a struct. */
export function structEncoder(plan: StructPlan, typeEncoder: (ref: TableRef) => TypeEncoder): Encode {
  const keys = new Set(plan.contents.map((content) => content.key));
  for (const attribute of plan.attributes) keys.add(attribute.key);
  if (plan.attributeWildcard !== undefined) keys.add(plan.attributeWildcard.key);
  if (plan.text !== undefined) keys.add(plan.text.key);
  const types = plan.leaves.map(({ item }) => (item.kind === "element" ? typeEncoder(item.type) : undefined));
  const leaves = plan.contents.map(() => new Map<unknown, Leaf>());
  for (const leaf of plan.leaves) leaves[leaf.content.index]?.set(leaf.item.key, leaf);
  const encoder: StructEncoder = { plan, leaves, types, keys };
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
  if (plan.model === undefined || plan.outer === undefined) encodeSequence(encoder, value, context);
  else encodeModel(encoder, plan.model, plan.outer, value, context);
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
  entry: unknown,
  index: number,
  context: Encoding,
): void {
  if (content.many) context.enter(index);
  const leaf = leafOf(encoder, content, entry, context);
  const tagged = leaf.item !== content;
  if (tagged) context.enter(leaf.item.key);
  const item = tagged ? memberOf(entry, "value") : entry;
  const type = encoder.types[leaf.id];
  if (leaf.item.kind === "wildcard") encodeWildcard(leaf.item.admits, item, context);
  else if (type !== undefined) encodeElement(leaf.item, type, item, context);
  if (tagged) context.leave();
  if (content.many) context.leave();
}

/** The declaration of a value: its field's only one, or the one that `$name` says. */
function leafOf(encoder: StructEncoder, content: ContentPlan, entry: unknown, context: Encoding): Leaf {
  const tagged = content.kind === "group" || content.kind === "ordered";
  const leaves = encoder.leaves[content.index];
  const name = tagged ? memberOf(entry, "$name") : content.key;
  const leaf = leaves?.get(name);
  if (leaf !== undefined) return leaf;
  const listed = [...(leaves?.keys() ?? [])].slice(0, 12).join(" or ");
  const expected = content.kind === "ordered" && content.mixed ? `a string, or $name ${listed}` : `$name ${listed}`;
  return context.fail(`Not an element of ${content.key}`, expected, describe(name ?? entry));
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

/** One thing to be written: a text of mixed content, or a value of a field, with the symbol of its declaration. */
interface Written {
  readonly content: ContentPlan;
  readonly entry: unknown;
  readonly index: number;
  /** undefined for a text. */
  readonly symbol: string | undefined;
}

/** Members in the order of the content model, whatever the order of the object's keys. */
function encodeModel(encoder: StructEncoder, model: Model, outer: Model, value: object, context: Encoding): void {
  const { name, leaves } = encoder.plan;
  const members = membersOf(encoder.plan, value, context);
  const occurrences = new Map([...members].map(([key, { content, items }]) => [key, occurrencesOf(content, items)]));
  const { order, surplus } = arrange(outer, occurrences);
  const written = inOrder(encoder, order, members, context);
  const symbols = written.flatMap(({ symbol }) => symbol ?? []);
  const matcher = new Matcher(model);
  const fits = symbols.every((symbol) => matcher.step(symbol)) && matcher.complete();
  if (!fits || surplus.length > 0) {
    const next = matcher.expected();
    const expected = leavesLabel(leaves.filter(({ symbol }) => next.has(symbol)));
    if (!fits) context.fail(`Members of ${name[1]} are missing, or not in order`, expected, symbolsText(symbols));
    context.fail(`Members of ${name[1]} exclude each other or are too many`, expected, surplus.join(", "));
  }
  for (const { content, entry, index, symbol } of written) {
    context.enter(content.key);
    if (symbol === undefined) context.sink.text(String(entry));
    else encodeItem(encoder, content, entry, index, context);
    context.leave();
  }
}

interface Member {
  readonly content: ContentPlan;
  readonly items: readonly unknown[];
}

/** The fields' occurrences; first those of the value in its own order, which is that of xs:all. */
function membersOf({ contents }: StructPlan, value: object, context: Encoding): ReadonlyMap<string, Member> {
  const byKey = new Map(contents.map((content) => [content.key, content]));
  const members = new Map<string, Member>();
  for (const key of new Set([...Object.keys(value), ...byKey.keys()])) {
    const content = byKey.get(key);
    if (content === undefined) continue;
    context.enter(key);
    members.set(key, { content, items: itemsOf(content, memberOf(value, key), context) });
    context.leave();
  }
  return members;
}

/** Ordered content stands in one place, with all that it holds. */
function occurrencesOf(content: ContentPlan, items: readonly unknown[]): number {
  return content.kind === "ordered" ? Math.min(items.length, 1) : items.length;
}

function inOrder(
  encoder: StructEncoder,
  order: readonly string[],
  members: ReadonlyMap<string, Member>,
  context: Encoding,
): readonly Written[] {
  const written: Written[] = [];
  const counts = new Map<string, number>();
  for (const key of order) {
    const member = members.get(key);
    if (member === undefined) continue;
    const { content, items } = member;
    if (content.kind === "ordered") {
      context.enter(key);
      items.forEach((entry, index) => written.push(orderedEntry(encoder, content, entry, index, context)));
      context.leave();
    } else {
      const index = counts.get(key) ?? 0;
      counts.set(key, index + 1);
      written.push({ content, entry: items[index], index, symbol: key });
    }
  }
  return written;
}

function orderedEntry(
  encoder: StructEncoder,
  content: OrderedPlan,
  entry: unknown,
  index: number,
  context: Encoding,
): Written {
  if (typeof entry === "string" && content.mixed) return { content, entry, index, symbol: undefined };
  context.enter(index);
  const { symbol } = leafOf(encoder, content, entry, context);
  context.leave();
  return { content, entry, index, symbol };
}

/** Symbols for an error: `$content/a` is `a` to the reader. */
function symbolsText(symbols: readonly string[]): string {
  if (symbols.length === 0) return "none";
  const shown = symbols.slice(0, 12).map((symbol) => symbol.slice(symbol.lastIndexOf("/") + 1));
  return shown.join(", ") + (symbols.length > shown.length ? ", …" : "");
}
