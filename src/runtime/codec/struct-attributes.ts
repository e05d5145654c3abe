import { checkUndeclared } from "./decode-attributes.ts";
import { convert, convertConstraint } from "./decode-simple.ts";
import type { Decoding } from "./decoding.ts";
import { excerpt } from "./labels.ts";
import { XSI_NAMESPACE } from "./namespaces.ts";
import { admits, fixedValue, type AttributePlan, type StructPlan } from "./plan.ts";
import type { XmlAttribute } from "./values.ts";

/**
 * Reads the attributes of a struct; the reader stands at the start of the element.
 *
 * @param complete the ones that are required have to be there.
 */
export function readAttributes(
  plan: StructPlan,
  value: Record<string, unknown>,
  context: Decoding,
  complete = true,
): void {
  const { reader } = context;
  const kept: XmlAttribute[] | undefined = plan.attributeWildcard && [];
  for (let i = 0; i < reader.attributeCount; i++) {
    const namespace = reader.attributeNamespace(i);
    const localName = reader.attributeLocalName(i);
    const declared = plan.attributes.find(
      (attribute) => attribute.local === localName && attribute.namespace === namespace,
    );
    if (declared !== undefined) {
      value[declared.key] = readAttribute(declared, reader.attributeValue(i), context);
    } else if (kept !== undefined && namespace !== XSI_NAMESPACE && keeps(plan, namespace)) {
      kept.push({ name: { namespace, localName }, value: reader.attributeValue(i) });
      if (context.schema !== undefined)
        context.schema.checkAttribute(context, i, plan.attributeWildcard?.process ?? "lax");
    } else {
      checkUndeclared(context, i, plan.typeName);
    }
  }
  for (const attribute of plan.attributes) {
    if (!Object.hasOwn(value, attribute.key)) readAbsent(attribute, value, context, complete);
  }
  if (plan.attributeWildcard !== undefined) value[plan.attributeWildcard.key] = kept;
}

function keeps(plan: StructPlan, namespace: string): boolean {
  return plan.attributeWildcard !== undefined && admits(plan.attributeWildcard.admits, namespace);
}

function readAttribute(attribute: AttributePlan, text: string, context: Decoding): unknown {
  const { simple, fixed, local } = attribute;
  context.attribute = local;
  context.textOffset = context.reader.offset;
  const value = convert(simple, text, context);
  if (fixed !== undefined && !simple.equal(value, fixedValue(simple, fixed))) {
    context.refuse("facet", `${local} has a fixed value`, excerpt(fixed), excerpt(text));
  }
  context.identity?.attribute(attribute.namespace, local, simple, value);
  context.attribute = "";
  return value;
}

/** An absent attribute has its default value (XSD part 1, 3.4.5.1), or is absent from the value too. */
function readAbsent(
  attribute: AttributePlan,
  value: Record<string, unknown>,
  context: Decoding,
  complete: boolean,
): void {
  if (attribute.required && complete && (context.strict || attribute.default === undefined)) {
    const { local } = attribute;
    context.fail("xml.missing", `Missing attribute ${local}`, `the attribute ${local}`, "no such attribute");
  }
  if (attribute.default === undefined) return;
  const standard = convertConstraint(attribute.simple, attribute.default, context);
  context.identity?.attribute(attribute.namespace, attribute.local, attribute.simple, standard);
  value[attribute.key] = standard;
}
