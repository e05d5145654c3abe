import { readElement } from "../xml/node.ts";
import { alternativeOf, checkBareAttributes } from "./decode-attributes.ts";
import { readNil, saysNil } from "./decode-simple.ts";
import type { Decoding } from "./decoding.ts";
import { isSimpleTable, tableOf, type Table, type TableRef } from "./erased.ts";
import { IdentityTracker } from "./identity.ts";
import { excerpt } from "./labels.ts";
import { XSI_NAMESPACE } from "./namespaces.ts";
import { fixedValue, planOf, textTypeOf, type AttributePlan, type ElementPlan, type StructPlan } from "./plan.ts";
import { anySimpleType } from "./scalars/text.ts";
import { simpleOf } from "./simple.ts";
import { readAttributes } from "./struct-attributes.ts";

/** Decodes an element of a type: the reader stands at its start, and at its end afterwards. */
export type Decode = (context: Decoding, emptyText: string | undefined) => unknown;

/** The decoder of a type; made on first use, so that types may refer to each other in cycles. */
export interface TypeDecoder {
  decode: Decode;
}

/** What a field's decoder answers for an element that counts as absent. */
export const ABSENT: unique symbol = Symbol("absent");

/** Decodes the elements of one field. */
export interface FieldDecoder {
  readonly plan: ElementPlan;
  /** Null for xsi:nil, `ABSENT` for an element to be passed over. */
  readonly read: (context: Decoding) => unknown;
}

/** Makes the decoder of a field. */
export function fieldDecoder(plan: ElementPlan, type: TypeDecoder): FieldDecoder {
  const { emptyText, fixed } = plan;
  const read = (context: Decoding): unknown => {
    if (context.reader.attributeCount !== 0) {
      if (saysNil(context)) return nilValue(plan, context);
      if (context.strict && !plan.nil) refuseNil(plan, context);
    }
    if (plan.block.length > 0) context.schema?.refuseBlocked(plan, context);
    const value = type.decode(context, emptyText);
    if (fixed !== undefined) checkFixed(plan, fixed, value, context);
    return value;
  };
  const begins = plan.keys !== undefined;
  return {
    plan,
    read: (context) =>
      context.identity === undefined && !(begins && context.strict) ? read(context) : readTracked(plan, read, context),
  };
}

/** An element that has identity constraints, or is inside of one that has. */
function readTracked(plan: ElementPlan, read: (context: Decoding) => unknown, context: Decoding): unknown {
  const tracker = (context.identity ??= new IdentityTracker());
  tracker.enter(context, plan.namespace, plan.local, plan.keys, plan.nil);
  const value = read(context);
  if (tracker.leave(context)) context.identity = undefined;
  return value;
}

/**
 * An element with xsi:nil="true". Where the contract does not allow it, an optional one is taken as absent when decoding
 * tolerantly; for a required one there is no honest value.
 */
function nilValue(plan: ElementPlan, context: Decoding): unknown {
  if (plan.nil) {
    if (context.strict) checkNil(plan, context);
    const declared = tableOf(plan.type);
    const attributes = nilAttributes(context.schema?.typeOf(plan, context) ?? plan.type, context);
    if (declared.kind === "anyType") return nilAny(context);
    readNil(context);
    return attributes !== undefined && hasAttributes(declared) ? attributes : null;
  }
  const message = `xsi:nil on ${plan.local}, which is not nillable`;
  if (context.strict || plan.many || plan.min > 0) {
    context.fail("xml.unexpected", message, "an element with a value", 'xsi:nil="true"');
  }
  context.refuse("nil", message, "an element with a value", 'xsi:nil="true"');
  readElement(context.reader);
  return ABSENT;
}

/** A nil element of xs:anyType is null like every other, unless it has attributes that null has no place for: then it is kept as it stands. */
function nilAny(context: Decoding): unknown {
  const { reader } = context;
  if (!saysMore(context)) return readNil(context);
  const element = readElement(reader);
  if (element.children.length === 0) return element;
  return context.fail("xml.unexpected", "Content in an element with xsi:nil", "an empty element", "content");
}

/** Whether an element has other attributes than xsi:nil and the addresses of schemas. */
function saysMore({ reader }: Decoding): boolean {
  for (let i = 0; i < reader.attributeCount; i++) {
    const says = reader.attributeNamespace(i) !== XSI_NAMESPACE || reader.attributeLocalName(i) === "type";
    if (says) return true;
  }
  return false;
}

/** An element that is not nillable has no attribute xsi:nil, not even one that says false (XSD part 1, 3.3.4). */
function refuseNil(plan: ElementPlan, context: Decoding): void {
  const { reader } = context;
  for (let i = 0; i < reader.attributeCount; i++) {
    if (reader.attributeLocalName(i) !== "nil" || reader.attributeNamespace(i) !== XSI_NAMESPACE) continue;
    const received = `xsi:nil=${excerpt(reader.attributeValue(i))}`;
    context.fail("xml.unexpected", `xsi:nil on ${plan.local}, which is not nillable`, "no xsi:nil", received);
  }
}

/** A nil element has no content, and none that is fixed (XSD part 1, 3.3.4). */
function checkNil(plan: ElementPlan, context: Decoding): void {
  if (plan.fixed !== undefined) {
    context.fail("xml.unexpected", `xsi:nil on ${plan.local}, which has a fixed value`, excerpt(plan.fixed), "nil");
  }
}

/** The attributes of a nil element are still those of its type (XSD part 1, 3.3.4); undefined where it says none. */
function nilAttributes(type: TableRef, context: Decoding): Nilled | undefined {
  const table = tableOf(type);
  if (table.kind === "anySimpleText") return nilAttributes(anySimpleType, context);
  if (table.kind === "poly") {
    const found = alternativeOf(table, context);
    return found === undefined ? undefined : nilAttributes(found, context);
  }
  if (isSimpleTable(table) || (table.kind === "struct" && planOf(table).text !== undefined)) context.identity?.nil();
  if (isSimpleTable(table)) checkBareAttributes(context, simpleOf(table).name);
  else if (table.kind === "struct") return nilledStruct(planOf(table), context);
  else if (table.kind === "wrapper") checkBareAttributes(context, table.name);
  return undefined;
}

/** What is kept of a nil element that has attributes. */
type Nilled = Record<string, unknown>;

function nilledStruct(plan: StructPlan, context: Decoding): Nilled | undefined {
  const value: Nilled = { $nil: true };
  if (plan.tag !== undefined) value["$type"] = plan.tag;
  const says = plan.attributes.some((attribute) => isSaid(attribute, context));
  readAttributes(plan, value, context, context.strict);
  const wildcard = plan.attributeWildcard === undefined ? undefined : value[plan.attributeWildcard.key];
  return says || (Array.isArray(wildcard) && wildcard.length > 0) ? value : undefined;
}

/** Whether an attribute stands there, and not only its default. */
function isSaid({ namespace, local }: AttributePlan, { reader }: Decoding): boolean {
  for (let i = 0; i < reader.attributeCount; i++) {
    if (reader.attributeLocalName(i) === local && reader.attributeNamespace(i) === namespace) return true;
  }
  return false;
}

/** Whether values of a type have a place for attributes. */
function hasAttributes(table: Table): boolean {
  return table.kind === "struct" || table.kind === "poly";
}

function checkFixed(plan: ElementPlan, fixed: string, value: unknown, context: Decoding): void {
  const text = textTypeOf(plan.type);
  if (text === undefined) return;
  const found = text.textOf(value);
  const wanted = fixedValue(text.simple, fixed);
  if (text.simple.equal(found, wanted)) return;
  const received = excerpt(text.simple.write(found, { prefixOf: () => "" }) ?? "");
  context.refuse("facet", `${plan.local} has a fixed value`, excerpt(fixed), received, context.textOffset);
}
