import { escapedAttribute, escapedText, type Refusal } from "../xml/escape.ts";
import type { XmlWriter } from "../xml/writer.ts";
import { describe, fail, Failure, located } from "./encoding.ts";
import { isSimpleTable, tableOf, type TableRef } from "./erased.ts";
import { otherForm } from "./other-form.ts";
import { fixedValue, type AttributePlan } from "./plan.ts";
import type { Simple } from "./simple.ts";

/** Makes a part of the document of a value. */
export type Encode = (value: unknown, writer: XmlWriter) => string;

/** What is said of a character that XML has no way to write. */
export const refusal: Refusal = {
  refuse: (message) => {
    throw new Failure(message);
  },
};

/** Lexical form of a value that the form written as a rule does not fit; a value that the contract does not allow is refused. */
function formOf(simple: Simple, value: unknown, text: string | undefined, writer: XmlWriter): string {
  if (text === undefined) return fail(`Not a value of ${simple.label}`, simple.label, describe(value));
  const form = otherForm(simple, value, writer);
  if (form !== undefined) return form;
  const expected = simple.check?.(value, text)?.expected ?? simple.label;
  return fail(`Not a value of ${simple.label}`, expected, describe(value));
}

/** Makes the encoder of the text of an element of a simple type; `plain` says that nothing in it has to be escaped. */
export function textEncoder(simple: Simple, plain: boolean): Encode {
  const { write, check } = simple;
  return (value, writer) => {
    let text = write(value, writer);
    if (text === undefined || (check !== undefined && check(value, text) !== undefined)) {
      text = formOf(simple, value, text, writer);
    }
    return plain ? text : escapedText(text, refusal);
  };
}

/** Text of mixed content. */
export function mixedText(text: string): string {
  return escapedText(text, refusal);
}

/** An attribute: its name with its prefix, and its text, in which nothing is escaped yet. */
export function attributeText(name: string, text: string): string {
  return ` ${name}="${escapedAttribute(text, refusal)}"`;
}

/** Makes the encoder of an attribute, which is written unless it is absent and may be. */
export function attributeEncoder({ key, namespace, local, simple, required, fixed }: AttributePlan): Encode {
  const { write, check } = simple;
  const only = fixed === undefined ? undefined : fixedValue(simple, fixed);
  return (value, writer) => {
    if (value === undefined && !required) return "";
    try {
      if (value === undefined) fail(`Missing ${key}`, "a value", describe(value));
      let text = write(value, writer);
      if (text === undefined || check?.(value, text) !== undefined) text = formOf(simple, value, text, writer);
      if (fixed !== undefined && !simple.equal(value, only)) {
        fail(`${key} has a fixed value`, describe(fixed), describe(value));
      }
      return attributeText(writer.nameOf(namespace, local), text);
    } catch (thrown) {
      throw located(thrown, key);
    }
  };
}

const plainScalars =
  /^(?:boolean|float|double|duration|dateTime|time|date|g[MYD]\w+|hexBinary|base64Binary|decimal|\w*[iI]nteger|(?:unsigned)?(?:[lL]ong|[iI]nt|[sS]hort|[bB]yte))$/;

/** Whether no value of a simple type has anything that must be escaped. */
export function isPlain(ref: TableRef): boolean {
  const table = tableOf(ref);
  if (!isSimpleTable(table)) return false;
  if (table.kind === "scalar") return plainScalars.test(table.name);
  if (table.kind === "restriction") return isPlain(table.base);
  if (table.kind === "enum") return Object.keys(table.values).every((value) => /^[\w ./:;,+-]*$/.test(value));
  return table.kind === "list" ? isPlain(table.item) : table.members.every(isPlain);
}
