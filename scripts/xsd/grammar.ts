/**
 * What the elements of a schema document may hold (XSD 1.0 part 1, appendix A, as facts): attributes with the form of
 * their values, and children in their order. One element has several rules where its place makes a difference.
 */
import type { ValueForm } from "./value-forms.ts";

/** What one element may hold. */
export interface Rule {
  readonly attributes: Readonly<Record<string, ValueForm>>;
  /** Attributes that cannot be left out. */
  readonly required: readonly string[];
  readonly content: readonly Slot[];
}

/** One place in an element's content: one of the names, as often as `count` says. */
export interface Slot {
  readonly names: ReadonlySet<string>;
  readonly count: "1" | "?" | "*" | "+";
}

/** Makes a rule; the content is written as in `annotation? group|all|choice|sequence? anyAttribute?`. */
function rule(attributes: Readonly<Record<string, ValueForm>>, required: string, content: string): Rule {
  return {
    attributes,
    required: required.split(" ").filter((name) => name !== ""),
    content: content.split(" ").map((slot) => {
      const [, names = "", count = ""] = /^([^?*+]+)([?*+]?)$/.exec(slot) ?? [];
      return { names: new Set(names.split("|")), count: count === "?" || count === "*" || count === "+" ? count : "1" };
    }),
  };
}

const occurrence = { minOccurs: "count", maxOccurs: "limit" } as const;
const value = { default: "text", fixed: "text" } as const;
const wildcard = { namespace: "namespaces", processContents: "process" } as const;
const attributes = "attribute|attributeGroup* anyAttribute?";
const members = `annotation? group|all|choice|sequence? ${attributes}`;
const typed = "annotation? simpleType|complexType? unique|key|keyref*";
const globals = "simpleType|complexType|group|attributeGroup|element|attribute|notation|annotation*";

/** Names of the facets, as elements. */
export const facetNames: readonly string[] = [
  ..."enumeration pattern whiteSpace length minLength maxLength totalDigits fractionDigits".split(" "),
  ..."minInclusive maxInclusive minExclusive maxExclusive".split(" "),
];
const facets = `${facetNames.join("|")}*`;

/** An element, with its place where that makes a difference. */
export type RuleName =
  | "schema"
  | "include"
  | "import"
  | "redefine"
  | "notation"
  | "globalElement"
  | "localElement"
  | "globalAttribute"
  | "localAttribute"
  | "globalSimpleType"
  | "localSimpleType"
  | "simpleRestriction"
  | "list"
  | "union"
  | "facet"
  | "globalComplexType"
  | "localComplexType"
  | "simpleContent"
  | "complexContent"
  | "simpleContentRestriction"
  | "simpleContentExtension"
  | "complexDerivation"
  | "groupDefinition"
  | "groupReference"
  | "sequence"
  | "choice"
  | "all"
  | "namedSequence"
  | "namedChoice"
  | "namedAll"
  | "any"
  | "anyAttribute"
  | "attributeGroupDefinition"
  | "attributeGroupReference"
  | "unique"
  | "key"
  | "keyref"
  | "path"
  | "annotation";

/** The rules by element and place. */
export const rules: Readonly<Record<RuleName, Rule>> = {
  schema: rule(
    {
      targetNamespace: "uri",
      version: "text",
      elementFormDefault: "form",
      attributeFormDefault: "form",
      blockDefault: "elementBlock",
      finalDefault: "schemaFinal",
    },
    "",
    `include|import|redefine|annotation* ${globals}`,
  ),
  include: rule({ schemaLocation: "uri" }, "schemaLocation", "annotation?"),
  import: rule({ namespace: "uri", schemaLocation: "uri" }, "", "annotation?"),
  redefine: rule(
    { schemaLocation: "uri" },
    "schemaLocation",
    "annotation|simpleType|complexType|group|attributeGroup*",
  ),
  notation: rule({ name: "name", public: "text", system: "uri" }, "name", "annotation?"),
  globalElement: rule(
    {
      name: "name",
      type: "qname",
      ...value,
      nillable: "boolean",
      abstract: "boolean",
      substitutionGroup: "qname",
      final: "elementFinal",
      block: "elementBlock",
    },
    "name",
    typed,
  ),
  localElement: rule(
    {
      name: "name",
      ref: "qname",
      type: "qname",
      ...value,
      nillable: "boolean",
      block: "elementBlock",
      form: "form",
      ...occurrence,
    },
    "",
    typed,
  ),
  globalAttribute: rule({ name: "name", type: "qname", ...value }, "name", "annotation? simpleType?"),
  localAttribute: rule(
    { name: "name", ref: "qname", type: "qname", use: "use", ...value, form: "form" },
    "",
    "annotation? simpleType?",
  ),
  globalSimpleType: rule({ name: "name", final: "simpleFinal" }, "name", "annotation? restriction|list|union"),
  localSimpleType: rule({}, "", "annotation? restriction|list|union"),
  simpleRestriction: rule({ base: "qname" }, "", `annotation? simpleType? ${facets}`),
  list: rule({ itemType: "qname" }, "", "annotation? simpleType?"),
  union: rule({ memberTypes: "qnames" }, "", "annotation? simpleType*"),
  facet: rule({ value: "text", fixed: "boolean" }, "value", "annotation?"),
  globalComplexType: rule(
    { name: "name", abstract: "boolean", mixed: "boolean", block: "typeDerivations", final: "typeDerivations" },
    "name",
    members,
  ),
  localComplexType: rule({ mixed: "boolean" }, "", members),
  simpleContent: rule({}, "", "annotation? restriction|extension"),
  complexContent: rule({ mixed: "boolean" }, "", "annotation? restriction|extension"),
  simpleContentRestriction: rule({ base: "qname" }, "base", `annotation? simpleType? ${facets} ${attributes}`),
  simpleContentExtension: rule({ base: "qname" }, "base", `annotation? ${attributes}`),
  complexDerivation: rule({ base: "qname" }, "base", members),
  groupDefinition: rule({ name: "name" }, "name", "annotation? all|choice|sequence"),
  groupReference: rule({ ref: "qname", ...occurrence }, "ref", "annotation?"),
  sequence: rule(occurrence, "", "annotation? element|group|choice|sequence|any*"),
  choice: rule(occurrence, "", "annotation? element|group|choice|sequence|any*"),
  all: rule(occurrence, "", "annotation? element*"),
  namedSequence: rule({}, "", "annotation? element|group|choice|sequence|any*"),
  namedChoice: rule({}, "", "annotation? element|group|choice|sequence|any*"),
  namedAll: rule({}, "", "annotation? element*"),
  any: rule({ ...wildcard, ...occurrence }, "", "annotation?"),
  anyAttribute: rule(wildcard, "", "annotation?"),
  attributeGroupDefinition: rule({ name: "name" }, "name", `annotation? ${attributes}`),
  attributeGroupReference: rule({ ref: "qname" }, "ref", "annotation?"),
  unique: rule({ name: "name" }, "name", "annotation? selector field+"),
  key: rule({ name: "name" }, "name", "annotation? selector field+"),
  keyref: rule({ name: "name", refer: "qname" }, "name refer", "annotation? selector field+"),
  path: rule({ xpath: "text" }, "xpath", "annotation?"),
  annotation: rule({}, "", "appinfo|documentation*"),
};

/** The content of a complex type that says what it is derived from in a child of its own. */
export const derivedContent: readonly Slot[] = rule({}, "", "annotation? simpleContent|complexContent").content;

/** Elements and attributes of XSD 1.1: those that only restrict further, and those that change what a type is. */
export const laterElements: Readonly<Record<string, "restricts" | "changes">> = {
  assert: "restricts",
  assertion: "restricts",
  explicitTimezone: "restricts",
  alternative: "changes",
  openContent: "changes",
  defaultOpenContent: "changes",
  override: "changes",
};
