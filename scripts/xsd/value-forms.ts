/** Forms of attribute values in schema documents. Values are looked at with white space collapsed. */
import { isNCName } from "../../src/runtime/codec/scalars/names.ts";
import { anyURI } from "../../src/runtime/codec/scalars/text.ts";

/** What the value of an attribute may look like. */
export type ValueForm =
  | "text"
  | "uri"
  | "boolean"
  | "form"
  | "use"
  | "process"
  | "whiteSpace"
  | "name"
  | "qname"
  | "qnames"
  | "count"
  | "limit"
  | "namespaces"
  | "typeDerivations"
  | "elementFinal"
  | "elementBlock"
  | "simpleFinal"
  | "schemaFinal";

interface Form {
  readonly test: (value: string) => boolean;
  /** For people: what is expected. */
  readonly expected: string;
}

const forms: Readonly<Record<ValueForm, Form>> = {
  text: { test: () => true, expected: "a text" },
  uri: { test: (value) => anyURI.valid?.(value) !== false, expected: "an address" },
  boolean: oneOf("true", "false", "1", "0"),
  form: oneOf("qualified", "unqualified"),
  use: oneOf("optional", "required", "prohibited"),
  process: oneOf("strict", "lax", "skip"),
  whiteSpace: oneOf("preserve", "replace", "collapse"),
  name: { test: isNCName, expected: "a name without a colon" },
  qname: { test: isQualifiedName, expected: "a name, with a prefix or without" },
  qnames: { test: (value) => words(value).every(isQualifiedName), expected: "names, separated by spaces" },
  count: { test: (value) => /^\+?\d+$/.test(value), expected: "a number" },
  limit: { test: (value) => /^\+?\d+$/.test(value) || value === "unbounded", expected: "a number or unbounded" },
  namespaces: { test: areNamespaces, expected: "##any, ##other, or a list of namespaces" },
  typeDerivations: anyOf("extension", "restriction"),
  elementFinal: anyOf("extension", "restriction"),
  elementBlock: anyOf("extension", "restriction", "substitution"),
  simpleFinal: anyOf("list", "union", "restriction"),
  schemaFinal: anyOf("extension", "restriction", "list", "union"),
};

function oneOf(...values: readonly string[]): Form {
  const last = values.at(-1) ?? "";
  return { test: (value) => values.includes(value), expected: `${values.slice(0, -1).join(", ")} or ${last}` };
}

/** A list of ways to derive, or all of them (part 1, A, derivationSet and its kin). */
function anyOf(...ways: readonly string[]): Form {
  const known = new Set(ways);
  return {
    test: (value) => value === "#all" || words(value).every((word) => known.has(word)),
    expected: `#all, or a list of ${ways.slice(0, -1).join(", ")} and ${ways.at(-1) ?? ""}`,
  };
}

/** Whether a text is a name, with a prefix or without (Namespaces in XML, 4). */
export function isQualifiedName(value: string): boolean {
  const parts = value.split(":");
  return parts.length <= 2 && parts.every(isNCName);
}

function areNamespaces(value: string): boolean {
  if (value === "##any" || value === "##other") return true;
  return words(value).every((word) => !word.startsWith("##") || word === "##targetNamespace" || word === "##local");
}

/** What is expected instead of a value; undefined where the value has the form. */
export function expectedInstead(form: ValueForm, value: string): string | undefined {
  const { test, expected } = forms[form];
  return test(collapse(value)) ? undefined : expected;
}

/** A value with white space collapsed (part 2, 4.3.6). */
export function collapse(value: string): string {
  return value.replace(/[ \t\n\r]+/g, " ").replace(/^ | $/g, "");
}

/** The words of a list. */
export function words(value: string): readonly string[] {
  return value.split(/[ \t\n\r]+/).filter((word) => word !== "");
}
