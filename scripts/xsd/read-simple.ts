/** Simple types and their facets to syntax (part 1, 3.14 and part 2, 4.3). */
import type { Facets } from "../../src/runtime/codec/table.ts";
import { attribute, type XmlNode } from "../source/document.ts";
import type { FixableFacet } from "./components.ts";
import { facetNames } from "./grammar.ts";
import { translatePattern } from "./pattern.ts";
import { builtin, childrenOf, documented, expand, type Reading } from "./reading.ts";
import type { EnumerationSyntax, FacetsSyntax, SimpleTypeSyntax } from "./syntax.ts";
import { collapse, expectedInstead, words } from "./value-forms.ts";

/** Reads a simple type, global or inside something. */
export function readSimpleType(reading: Reading, node: XmlNode, global: boolean): SimpleTypeSyntax {
  reading.check(node, global ? "globalSimpleType" : "localSimpleType");
  const [content] = childrenOf(node, "restriction", "list", "union");
  return {
    kind: "simpleType",
    ...documented(node),
    ...(global ? { name: reading.ownName(node) } : {}),
    final: reading.final(node),
    variety: content === undefined ? nothing(node) : variety(reading, content),
  };
}

/** What stands for a simple type that does not say what it is made of, which was reported. */
function nothing(node: XmlNode): SimpleTypeSyntax["variety"] {
  return {
    kind: "restriction",
    base: builtin("string", node),
    facets: { at: node.at, facets: {}, fixed: new Set(), enumeration: [] },
  };
}

function variety(reading: Reading, node: XmlNode): SimpleTypeSyntax["variety"] {
  const inline = childrenOf(node, "simpleType").map((child) => readSimpleType(reading, child, false));
  const one = (attributeName: string): SimpleTypeSyntax | ReturnType<Reading["typeNamedIn"]> => {
    const named = reading.typeNamedIn(node, attributeName);
    const count = inline.length + (attribute(node, attributeName) === undefined ? 0 : 1);
    if (count !== 1) {
      const code = node.localName === "list" ? "src-simple-type.3" : "src-simple-type.2";
      const message = `${node.localName} has either the attribute ${attributeName} or a simpleType`;
      if (count > 1) reading.tolerate(code, node, `${message}: the attribute counts`);
      else reading.report(code, node, message);
    }
    return named ?? inline[0];
  };
  if (node.localName === "list") {
    reading.check(node, "list");
    return { kind: "list", item: one("itemType") ?? builtin("string", node) };
  }
  if (node.localName === "union") {
    reading.check(node, "union");
    const named = words(attribute(node, "memberTypes") ?? "").flatMap((word) => {
      const name = reading.name(node, word);
      return name === undefined ? [] : [{ kind: "name", name, at: node.at } as const];
    });
    if (named.length + inline.length === 0) {
      reading.report("src-union-memberTypes-or-simpleTypes", node, "a union has at least one member");
    }
    return { kind: "union", members: [...named, ...inline] };
  }
  reading.check(node, "simpleRestriction");
  return {
    kind: "restriction",
    base: one("base") ?? builtin("string", node),
    facets: readFacets(reading, node),
  };
}

const fixable: readonly FixableFacet[] = [
  ...(["length", "minLength", "maxLength", "totalDigits", "fractionDigits", "space"] as const),
  ...(["minInclusive", "maxInclusive", "minExclusive", "maxExclusive"] as const),
];

/** Reads the facets of one derivation step. */
export function readFacets(reading: Reading, node: XmlNode): FacetsSyntax {
  const facets: { -readonly [K in keyof Facets]: Facets[K] } = {};
  const enumeration: EnumerationSyntax[] = [];
  const patterns: string[] = [];
  const seen = new Set<string>();
  const fixed = new Set<FixableFacet>();
  for (const child of childrenOf(node, ...facetNames)) {
    reading.check(child, "facet");
    const { localName: name } = child;
    const value = attribute(child, "value");
    if (value === undefined) continue;
    if (name === "enumeration") {
      enumeration.push({ ...documented(child), value, qualified: expand(child, collapse(value)) });
    } else if (name === "pattern") patterns.push(readPattern(reading, child, value));
    else {
      if (seen.has(name))
        reading.report("src-single-facet-value", child, `the facet ${name} stands twice: the last one counts`);
      seen.add(name);
      const read = readFacet(reading, child, value);
      Object.assign(facets, read);
      if (/^(?:true|1)$/.test(collapse(attribute(child, "fixed") ?? ""))) {
        for (const facet of fixable) if (read[facet] !== undefined) fixed.add(facet);
      }
    }
  }
  // Patterns of one step are alternatives (part 2, 4.3.4.3).
  if (patterns.length > 0) facets.pattern = [new RegExp(`^(?:${patterns.join("|")})$`, "u")];
  return { at: node.at, facets, fixed, enumeration };
}

function readFacet(reading: Reading, node: XmlNode, value: string): Facets {
  const text = collapse(value);
  switch (node.localName) {
    case "whiteSpace":
      if (text === "preserve" || text === "replace" || text === "collapse") return { space: text };
      reading.tolerate(
        "s4s-att-invalid-value",
        node,
        `whiteSpace is ${expectedInstead("whiteSpace", text) ?? ""}, not ${text}: it is left out`,
      );
      return {};
    case "minInclusive":
    case "maxInclusive":
    case "minExclusive":
    case "maxExclusive":
      return { [node.localName]: text };
    default:
      if (/^\+?\d+$/.test(text)) return { [node.localName]: Number(text) };
      reading.tolerate(
        "s4s-att-invalid-value",
        node,
        `${node.localName} is a number, not ${JSON.stringify(value)}: it is left out`,
      );
      return {};
  }
}

function readPattern(reading: Reading, node: XmlNode, value: string): string {
  const translated = translatePattern(value);
  if ("source" in translated) {
    const [foreign] = translated.foreign;
    if (foreign !== undefined) {
      const message = `${foreign} is not an escape of XML Schema: it is read as ${foreign.slice(1)}`;
      reading.tolerate("s4s-att-invalid-value", node, message);
    }
    return translated.source;
  }
  const why = `${translated.reason}; any text is taken`;
  const message = `the pattern ${value} is not a regular expression of XML Schema: ${why}`;
  reading.tolerate("s4s-att-invalid-value", node, message);
  return "[^]*";
}
