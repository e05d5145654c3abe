import { describe, type Encoding } from "./encoding.ts";
import { lexicalForms } from "./lexical-forms.ts";
import { fixedValue, type AttributePlan } from "./plan.ts";
import type { Simple } from "./simple.ts";
import type { ReadContext } from "./table.ts";

/** Lexical form of a value; a value that the contract does not allow is refused. */
function lexical(simple: Simple, value: unknown, context: Encoding): string {
  const text = simple.write(value, context.sink);
  if (text === undefined) return context.fail(`Not a value of ${simple.label}`, simple.label, describe(value));
  const violation = simple.check?.(value, text);
  if (violation === undefined) return text;
  // A pattern may ask for another form of the same value.
  for (const form of lexicalForms(value)) {
    const same = simple.read(form, noPrefixes);
    if (same !== undefined && simple.equal(same, value) && simple.check?.(value, form) === undefined) return form;
  }
  return context.fail(`Not a value of ${simple.label}`, violation.expected, describe(value));
}

const noPrefixes: ReadContext = { namespaceOf: () => undefined };

/** Writes the text of an element. */
export function encodeText(simple: Simple, value: unknown, context: Encoding): void {
  const text = lexical(simple, value, context);
  if (text !== "") context.sink.text(text);
}

/** Writes an attribute, unless it is absent and may be. */
export function encodeAttribute(plan: AttributePlan, value: unknown, context: Encoding): void {
  const { simple, fixed } = plan;
  if (value === undefined && !plan.required) return;
  context.enter(plan.key);
  if (value === undefined) context.fail(`Missing ${plan.key}`, "a value", describe(value));
  const text = lexical(simple, value, context);
  if (fixed !== undefined && !simple.equal(value, fixedValue(simple, fixed))) {
    context.fail(`${plan.key} has a fixed value`, describe(fixed), describe(value));
  }
  context.sink.attribute(plan.namespace, plan.local, text);
  context.leave();
}
