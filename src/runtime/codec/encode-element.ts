import { escapedText } from "../xml/escape.ts";
import type { XmlWriter } from "../xml/writer.ts";
import { nodeOf, nodeRest } from "./encode-node.ts";
import { isPlain, refusal, textEncoder, type Encode } from "./encode-simple.ts";
import { deeper, describe, fail, located } from "./encoding.ts";
import { isSimpleTable, memberOf, tableOf, type TableRef } from "./erased.ts";
import { XSI_NAMESPACE } from "./namespaces.ts";
import { fixedValue, textTypeOf, type ElementPlan } from "./plan.ts";
import { applySpace } from "./scalars/whitespace.ts";
import { simpleOf } from "./simple.ts";

/** The encoder of a type; made on first use, so that types may refer to each other in cycles. */
export interface TypeEncoder {
  /** What stands behind the element's name, each with a space before it; undefined where there is never anything. */
  readonly attributes: Encode | undefined;
  /** What stands between the tags. */
  content: Encode;
  /** The value is an element of its own (xs:anyType): it is written as it stands. */
  readonly whole: boolean;
  /** What stands behind the name of an element that is nil and has attributes, xsi:nil apart. */
  readonly nilled: Encode;
}

/** Finds the encoder of a type. */
export type TypeEncoders = (ref: TableRef) => TypeEncoder;

/** Makes the encoder of one element of a field, its tags included; `absent` answers where there is none. */
export function elementEncoder(plan: ElementPlan, encoders: TypeEncoders, absent?: () => string): Encode {
  const simple = textElement(plan);
  return simple === undefined ? complexElement(plan, encoders(plan.type), absent) : simpleElement(simple, absent);
}

/** A fixed value is written as the contract writes it: readers exist that compare the text. Undefined where there is none. */
function fixedText({ fixed, type }: ElementPlan): string | undefined {
  const table = tableOf(type);
  if (fixed === undefined || table.kind === "anyType") return undefined;
  const simple = textTypeOf(type)?.simple;
  if (simple === undefined) return undefined;
  const text = applySpace(fixed, simple.space);
  // Expanded names get the prefixes of the message.
  return text.includes("{") ? undefined : escapedText(text, refusal);
}

/** An element of a simple type: its tags are kept with the prefix that the namespace had last, which is mostly the next one, too. */
export interface TextElement {
  readonly plan: ElementPlan;
  readonly text: Encode;
  readonly check: ((item: unknown, writer: XmlWriter) => void) | undefined;
  prefix: string | undefined;
  open: string;
  close: string;
  empty: string;
  /** The end tag that stood before it last, and the same with the start tag behind it. */
  before: string;
  joint: string;
}

/** How an element of a simple type is written; undefined for one of another type. */
export function textElement(plan: ElementPlan): TextElement | undefined {
  const table = tableOf(plan.type);
  if (!isSimpleTable(table)) return undefined;
  const fixed = fixedText(plan);
  const text = fixed === undefined ? textEncoder(simpleOf(table), isPlain(table)) : () => fixed;
  const check = constraintCheck(plan);
  return { plan, text, check, prefix: undefined, open: "", close: "", empty: "", before: "", joint: "" };
}

/** The text of an element of a simple type; its tags are those of the message afterwards. */
export function textOf(element: TextElement, item: unknown, writer: XmlWriter): string {
  const { plan, check } = element;
  const { namespace, local } = plan;
  const prefix = namespace === "" ? "" : writer.prefixOf(namespace);
  if (check !== undefined) check(item, writer);
  const text = element.text(item, writer);
  if (prefix !== element.prefix) {
    const name = prefix === "" ? local : `${prefix}:${local}`;
    element.prefix = prefix;
    element.before = "";
    element.joint = element.open = `<${name}>`;
    element.close = `</${name}>`;
    element.empty = `<${name}/>`;
  }
  return text;
}

/** What stands between the text before an element of a simple type and its own: kept, because mostly the same element comes before it. */
export function jointOf(element: TextElement, before: string): string {
  if (element.before !== before) {
    element.before = before;
    element.joint = inOnePiece(before + element.open);
  }
  return element.joint;
}

function simpleElement(element: TextElement, absent: (() => string) | undefined): Encode {
  return (item, writer) => {
    if (item === undefined && absent !== undefined) return absent();
    if (item === null || item === undefined) return absentElement(element.plan, item, writer);
    const content = textOf(element, item, writer);
    return content === "" ? element.empty : element.open + content + element.close;
  };
}

function complexElement(plan: ElementPlan, type: TypeEncoder, absent: (() => string) | undefined): Encode {
  const { namespace, local, nil } = plan;
  const { whole, attributes } = type;
  const check = constraintCheck(plan);
  const fixed = fixedText(plan);
  let known: string | undefined;
  let start = "";
  let open = "";
  let close = "";
  return (item, writer) => {
    if (item === undefined && absent !== undefined) return absent();
    if (item === null || item === undefined) return absentElement(plan, item, writer);
    const prefix = namespace === "" ? "" : writer.prefixOf(namespace);
    if (nil && isNilled(item)) return `<${writer.nameOf(namespace, local)}${nilledRest(type, item, writer)}`;
    if (whole) return `<${writer.nameOf(namespace, local)}${wholeRest(plan, item, writer)}`;
    if (check !== undefined) check(item, writer);
    deeper(writer);
    const attached = attributes === undefined ? "" : attributes(item, writer);
    const content = fixed ?? type.content(item, writer);
    writer.depth--;
    if (prefix !== known) {
      const name = prefix === "" ? local : `${prefix}:${local}`;
      known = prefix;
      start = `<${name}`;
      open = `<${name}>`;
      close = `</${name}>`;
    }
    if (attached === "" && content !== "") return open + content + close;
    return content === "" ? `${start}${attached}/>` : `${start}${attached}>${content}${close}`;
  };
}

/** What stands behind the name of one element, which the writer knows: the root, whose declarations come first. */
export function elementRest(
  plan: ElementPlan,
  type: TypeEncoder,
  item: unknown,
  name: string,
  writer: XmlWriter,
): string {
  if (item === null || item === undefined) return absentRest(plan, item, writer);
  if (plan.nil && isNilled(item)) return nilledRest(type, item, writer);
  if (type.whole) return wholeRest(plan, item, writer);
  constraintCheck(plan)?.(item, writer);
  deeper(writer);
  const attached = type.attributes === undefined ? "" : type.attributes(item, writer);
  const content = fixedText(plan) ?? type.content(item, writer);
  writer.depth--;
  return content === "" ? `${attached}/>` : `${attached}>${content}</${name}>`;
}

function absentElement(plan: ElementPlan, item: null | undefined, writer: XmlWriter): string {
  const name = writer.nameOf(plan.namespace, plan.local);
  return `<${name}${absentRest(plan, item, writer)}`;
}

function absentRest({ nil, local }: ElementPlan, item: null | undefined, writer: XmlWriter): string {
  if (item === undefined) fail(`Missing ${local}`, "a value", describe(item));
  if (!nil) fail(`${local} is not nillable`, "a value", "null");
  return `${nilAttribute(writer)}/>`;
}

function nilAttribute(writer: XmlWriter): string {
  return ` ${writer.prefixOf(XSI_NAMESPACE)}:nil="true"`;
}

/** Whether a value stands for an element that is nil and has attributes. */
export function isNilled(item: unknown): boolean {
  return memberOf(item, "$nil") === true;
}

function nilledRest(type: TypeEncoder, item: unknown, writer: XmlWriter): string {
  return `${nilAttribute(writer)}${type.nilled(item, writer)}/>`;
}

/** A fixed value is the only one; an empty text would be read as the default (XSD part 1, 3.3.1). */
function constraintCheck(plan: ElementPlan): ((item: unknown, writer: XmlWriter) => void) | undefined {
  const { local, fixed, emptyText } = plan;
  if (emptyText === undefined) return undefined;
  const text = textTypeOf(plan.type);
  if (text === undefined) return undefined;
  const { simple, textOf } = text;
  const only = fixed === undefined ? undefined : fixedValue(simple, fixed);
  return (item, writer) => {
    const found = textOf(item);
    if (fixed !== undefined && !simple.equal(found, only)) {
      fail(`${local} has a fixed value`, describe(fixed), describe(found));
    }
    if (fixed === undefined && emptyText !== "" && simple.write(found, writer) === "") {
      fail(`An empty ${local} would be read as its default`, "a value that is not empty", describe(found));
    }
  };
}

function wholeRest({ namespace, local }: ElementPlan, item: unknown, writer: XmlWriter): string {
  const element = nodeOf(item, writer);
  if (element.name.localName !== local || element.name.namespace !== namespace) {
    fail(`Not an element ${local}`, `{${namespace}}${local}`, describe(element.name.localName));
  }
  return nodeRest(element, writer);
}

/** Characters after which the text of repeated elements is made one piece. */
const piece = 4096;

/** Makes the encoder of elements that repeat, from that of one of them. */
export function eachItem(one: Encode): (items: readonly unknown[], writer: XmlWriter) => string {
  return (items, writer) => {
    let xml = "";
    let last = "";
    let i = 0;
    try {
      for (; i < items.length; i++) {
        last += one(items[i], writer);
        if (last.length < piece) continue;
        xml += inOnePiece(last);
        last = "";
      }
    } catch (thrown) {
      throw located(thrown, i);
    }
    return xml + last;
  };
}

/**
 * Strings that are put together are trees, until one of their characters is asked for. Kept to the end, the tree of a large document
 * costs the garbage collector far more than the copy costs that is made here.
 */
function inOnePiece(text: string): string {
  return text.charCodeAt(0) === 0 ? "" : text;
}
