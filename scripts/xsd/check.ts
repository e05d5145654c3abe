/**
 * Holds an element of a schema document against its rule. What is plain in spite of its place is a warning, the rest an
 * error.
 */
import { isNCName } from "../../src/runtime/codec/scalars/names.ts";
import type { Diagnostics } from "../diagnostics.ts";
import { attribute, type XmlNode } from "../source/document.ts";
import { derivedContent, laterElements, rules, type Rule, type RuleName, type Slot } from "./grammar.ts";
import { xmlNamespace, xsdNamespace } from "./namespaces.ts";
import { nearest } from "./nearest.ts";
import { collapse, expectedInstead, type ValueForm } from "./value-forms.ts";

/**
 * Reports attributes, values and children that XML Schema does not have there; other namespaces are anybody's.
 *
 * @param ids those of the schema that were met, to which those of the element are added.
 */
export function checkNode(node: XmlNode, ruleName: RuleName, ids: Set<string>, diagnostics: Diagnostics): void {
  const rule: Rule = rules[ruleName];
  checkAttributes(node, rule, ids, diagnostics);
  const derived = node.children.some(
    ({ localName }) => localName === "simpleContent" || localName === "complexContent",
  );
  checkChildren(node, derived && ruleName.endsWith("ComplexType") ? derivedContent : rule.content, ids, diagnostics);
  if (node.text.trim() !== "") {
    diagnostics.report(
      "s4s-elt-character",
      node.at,
      `${node.localName} has no text: ${JSON.stringify(excerpt(node.text))}`,
    );
  }
}

/** An id (xs:ID) is a name, once in a document. Nothing refers to it: the schema is clear without. */
function checkId(node: XmlNode, id: string, ids: Set<string>, diagnostics: Diagnostics): void {
  if (!isNCName(id)) {
    diagnostics.tolerate("s4s-att-invalid-value", node.at, `the id ${JSON.stringify(id)} is no name`);
  } else if (ids.has(id)) {
    diagnostics.tolerate("s4s-att-invalid-value", node.at, `the id ${id} stands twice in one schema`);
  }
  ids.add(id);
}

function checkAttributes(
  node: XmlNode,
  { attributes, required }: Rule,
  ids: Set<string>,
  diagnostics: Diagnostics,
): void {
  const present = new Set<string>();
  for (const { namespace, localName, value } of node.attributes) {
    if (namespace === xsdNamespace) {
      const message = `the attribute ${localName} has no prefix in XML Schema: it is ignored`;
      diagnostics.report("s4s-att-not-allowed", node.at, message);
    }
    if (namespace !== "") continue;
    if (localName === "id") {
      checkId(node, collapse(value), ids, diagnostics);
      continue;
    }
    present.add(localName);
    const form = attributes[localName];
    if (form === undefined) {
      const near = nearest(localName, Object.keys(attributes));
      const hint = near === undefined ? "" : `; did you mean ${near}?`;
      const message = `${node.localName} has no attribute ${localName} here: it is ignored${hint}`;
      diagnostics.report("s4s-att-not-allowed", node.at, message);
      continue;
    }
    const expected = expectedInstead(form, value);
    if (expected === undefined) continue;
    const message = `${localName} of ${node.localName} is ${expected}, not ${JSON.stringify(excerpt(value))}`;
    if (isClear(form, value)) diagnostics.tolerate("s4s-att-invalid-value", node.at, message);
    else diagnostics.report("s4s-att-invalid-value", node.at, message);
  }
  for (const name of required) {
    if (!present.has(name))
      diagnostics.report("s4s-att-must-appear", node.at, `${node.localName} needs the attribute ${name}`);
  }
}

/** Whether it is clear what a value of the wrong form means: namespaces are compared as texts, and True is true. */
function isClear(form: ValueForm, value: string): boolean {
  return form === "uri" || (form === "boolean" && /^(?:true|false)$/i.test(collapse(value)));
}

/** Goes through the slots in order; reports a child that fits none that is left, and a slot that stays empty. */
function checkChildren(node: XmlNode, slots: readonly Slot[], ids: Set<string>, diagnostics: Diagnostics): void {
  const filled = slots.map(() => 0);
  let current = 0;
  for (const child of node.children) {
    if (child.namespace !== xsdNamespace) {
      diagnostics.report("s4s-elt-schema-ns", child.at, `${child.localName} is not of XML Schema: it is ignored`);
      continue;
    }
    const place = slots.findIndex(
      ({ names, count }, index) =>
        index >= current && names.has(child.localName) && (count === "*" || count === "+" || filled[index] === 0),
    );
    if (child.localName === "annotation") checkAnnotation(child, ids, diagnostics);
    if (place < 0) reportChild(child, node, slots, diagnostics);
    else {
      filled[place] = (filled[place] ?? 0) + 1;
      current = place;
    }
  }
  for (const [index, { names, count }] of slots.entries()) {
    if ((count !== "1" && count !== "+") || (filled[index] ?? 0) > 0) continue;
    if (node.children.some((child) => names.has(child.localName))) continue;
    diagnostics.report("s4s-elt-must-match.2", node.at, `${node.localName} needs ${[...names].join(" or ")}`);
  }
}

/** What an annotation holds beside its documentation says nothing, but it has a place of its own (part 1, 3.13). */
function checkAnnotation(node: XmlNode, ids: Set<string>, diagnostics: Diagnostics): void {
  checkAttributes(node, rules.annotation, ids, diagnostics);
  if (node.text.trim() !== "") {
    diagnostics.report("s4s-elt-character", node.at, "an annotation has no text: its documentation has");
  }
  for (const child of node.children) {
    const other = child.attributes.find(({ namespace, localName }) => namespace === "" && localName !== "source");
    if (other !== undefined) {
      const message = `${child.localName} has no attribute ${other.localName} here: it is ignored`;
      diagnostics.report("s4s-att-not-allowed", child.at, message);
    }
    if (child.localName !== "documentation" && child.localName !== "appinfo") {
      diagnostics.tolerate(
        "s4s-elt-must-match.1",
        child.at,
        `${child.localName} has no place in an annotation: it is ignored`,
      );
    }
    const source = attribute(child, "source");
    const address = source === undefined ? undefined : expectedInstead("uri", source);
    if (source !== undefined && address !== undefined) {
      const message = `source of ${child.localName} is ${address}, not ${JSON.stringify(excerpt(source))}`;
      diagnostics.tolerate("s4s-att-invalid-value", child.at, message);
    }
    const language = child.attributes.find(
      ({ namespace, localName }) => namespace === xmlNamespace && localName === "lang",
    );
    if (language === undefined || languageTag.test(collapse(language.value))) continue;
    const message = `xml:lang is a language tag, not ${JSON.stringify(excerpt(language.value))}`;
    diagnostics.tolerate("s4s-att-invalid-value", child.at, message);
  }
}

const languageTag = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/;

/** Whether a particle can stand in a model only. */
export function isLoose({ namespace, localName }: XmlNode): boolean {
  return namespace === xsdNamespace && (localName === "element" || localName === "any");
}

/** Whether there is a content model (part 1, 3.4.2) among the children of a complex type. */
function hasModel({ children }: XmlNode): boolean {
  return children.some((child) => child.namespace === xsdNamespace && models.has(child.localName));
}

const models: ReadonlySet<string> = new Set(["sequence", "choice", "all", "group"]);

function reportChild(child: XmlNode, parent: XmlNode, slots: readonly Slot[], diagnostics: Diagnostics): void {
  const { localName: name, at } = child;
  const later = laterElements[name];
  if (later === "restricts") {
    diagnostics.report("xsd.ignored", at, `${name} is of XSD 1.1: it is not checked`);
    return;
  }
  if (later === "changes") {
    diagnostics.report("s4s-elt-must-match.1", at, `${name} is of XSD 1.1, which is not carried`);
    return;
  }
  const slot = slots.find(({ names }) => names.has(name));
  if (isLoose(child) && slots.some(({ names }) => names.has("sequence")) && !hasModel(parent)) {
    const message = `${name} is not allowed in ${parent.localName}: it is taken as if a sequence stood around it`;
    diagnostics.tolerate("s4s-elt-must-match.1", at, message);
  } else if (slot === undefined) {
    diagnostics.report("s4s-elt-must-match.1", at, `${name} is not allowed in ${parent.localName}`);
  } else if (name === "annotation" || slot.count === "*") {
    diagnostics.tolerate("s4s-elt-must-match.1", at, `${name} stands too late in ${parent.localName}`);
  } else {
    const others = parent.children.filter((sibling) => slot.names.has(sibling.localName));
    const only = `there is only one ${[...slot.names].join(" or ")} in ${parent.localName}`;
    if (others.length > 1) diagnostics.report("s4s-elt-must-match.1", at, only);
    else diagnostics.tolerate("s4s-elt-must-match.1", at, `${name} stands too late in ${parent.localName}`);
  }
}

function excerpt(text: string): string {
  const tidy = text.trim().replace(/\s+/g, " ");
  return tidy.length > 40 ? `${tidy.slice(0, 40)}…` : tidy;
}
