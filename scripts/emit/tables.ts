/** Parts of tables as literals. */
import type { Count, Facets, NamespaceConstraint } from "../../src/runtime/codec/table.ts";
import type { Block } from "../model/model.ts";
import { quoted, type Literal, type Members } from "./literal.ts";
import type { Namespaces } from "./names-in-module.ts";

/** An occurrence. */
export function countLiteral(count: Count): Literal {
  return typeof count === "string" ? quoted(count) : { list: count.map(String) };
}

/** The namespaces that a wildcard admits. */
export function namespacesLiteral(constraint: NamespaceConstraint, namespaces: Namespaces): Literal {
  if (constraint === "##any") return '"##any"';
  if ("not" in constraint) return { members: [["not", namespaces.code(constraint.not)]] };
  return { list: constraint.map((namespace) => namespaces.code(namespace)) };
}

/** The default or fixed value of an element or attribute. */
export function constraintMembers(field: { readonly default?: string; readonly fixed?: string }): Members {
  return [
    ...(field.default === undefined ? [] : [["default", quoted(field.default)] as const]),
    ...(field.fixed === undefined ? [] : [["fixed", quoted(field.fixed)] as const]),
  ];
}

/** Derivations that xsi:type may not use. */
export function blockMembers({ block }: { readonly block?: Block }): Members {
  return block === undefined ? [] : [["block", { list: block.map(quoted) }]];
}

/** Facets as a member, where there are any. */
export function facetsMember(facets: Facets): Members {
  return Object.keys(facets).length === 0 ? [] : [["facets", facetsLiteral(facets)]];
}

/** Facets. */
export function facetsLiteral(facets: Facets): Literal {
  return {
    members: Object.entries(facets).map(([name, value]: [string, unknown]): readonly [string, Literal] => [
      name,
      Array.isArray(value) ? { list: value.map(facetLiteral) } : facetLiteral(value),
    ]),
  };
}

function facetLiteral(value: unknown): string {
  return value instanceof RegExp || typeof value === "number" ? String(value) : quoted(String(value));
}
