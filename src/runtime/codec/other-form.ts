import { lexicalForms } from "./lexical-forms.ts";
import { itemPatterns } from "./list-pattern.ts";
import type { Simple } from "./simple.ts";
import type { ReadContext, WriteContext } from "./table.ts";

/**
 * Lexical form of a value that the form written as a rule does not fit, since a pattern asks for another one of the same value;
 * undefined where none is found. The search is bounded: not every form that a pattern could ask for is tried.
 */
export function otherForm(simple: Simple, value: unknown, context: WriteContext): string | undefined {
  const { item } = simple;
  const forms =
    item !== undefined && Array.isArray(value) ? listForms(simple, item, value, context) : lexicalForms(value);
  for (const form of forms) if (isForm(simple, value, form)) return form;
  return undefined;
}

const noPrefixes: ReadContext = { namespaceOf: () => undefined };

function isForm(simple: Simple, value: unknown, form: string): boolean {
  // The check is the one that mostly says no.
  if (simple.check?.(value, form) !== undefined) return false;
  const same = simple.read(form, noPrefixes);
  return same !== undefined && simple.equal(same, value);
}

/** Texts of a list: each item in the form that its own pattern asks for, then in that which its place in the list does. */
function* listForms(list: Simple, item: Simple, values: readonly unknown[], context: WriteContext): Generator<string> {
  const search: Search = { item, context, tries: mostTries };
  const own = joined(values, (value) => find(search, value, undefined));
  if (own !== undefined) yield own;
  for (const pattern of list.patterns) {
    for (const places of itemPatterns(pattern)) {
      if (places.length !== values.length) continue;
      const text = joined(values, (value, index) => find(search, value, places[index]));
      if (text !== undefined) yield text;
    }
  }
  // The same kind of form for all: digits for booleans, say.
  if (values.length > mostAlike) return;
  const forms = values.map((value) => [...lexicalForms(value)]);
  for (let kind = 0; kind < mostAlike; kind++) {
    const text = joined(values, (_, index) => forms[index]?.[kind]);
    if (text === undefined) return;
    yield text;
  }
}

/** Forms that are tried for the items of one list. */
const mostTries = 200_000;

/** Items, and kinds of forms, up to which a list is written in one kind of form. */
const mostAlike = 100;

interface Search {
  readonly item: Simple;
  readonly context: WriteContext;
  /** Forms that may still be tried. */
  tries: number;
}

function find(search: Search, value: unknown, place: RegExp | undefined): string | undefined {
  const { item, context } = search;
  const written = item.write(value, context);
  const fits = (form: string): boolean => (place === undefined || place.test(form)) && isForm(item, value, form);
  if (written !== undefined && fits(written)) return written;
  for (const form of lexicalForms(value)) {
    if (search.tries-- <= 0) return undefined;
    if (fits(form)) return form;
  }
  return undefined;
}

function joined(
  values: readonly unknown[],
  formOf: (value: unknown, index: number) => string | undefined,
): string | undefined {
  const forms: string[] = [];
  for (const [index, value] of values.entries()) {
    const form = formOf(value, index);
    if (form === undefined) return undefined;
    forms.push(form);
  }
  return forms.join(" ");
}
