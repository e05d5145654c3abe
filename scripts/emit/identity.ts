/** Identity constraints as literals. */
import type { KeyConstraint, KeyPath, KeyStep } from "../../src/runtime/codec/identity-table.ts";
import type { ModuleContext } from "./context.ts";
import { quoted, type Literal, type Members } from "./literal.ts";

/** The identity constraints of an element, if it has some. */
export function keyMembers({ keys }: { readonly keys?: readonly KeyConstraint[] }, module: ModuleContext): Members {
  return keys === undefined ? [] : [["keys", { list: keys.map((key) => constraintLiteral(key, module)) }]];
}

function constraintLiteral({ kind, name, refer, selector, fields }: KeyConstraint, module: ModuleContext): Literal {
  const paths = (all: readonly KeyPath[]): Literal => ({ list: all.map((path) => pathLiteral(path, module)) });
  return {
    members: [
      ["kind", quoted(kind)],
      ["name", module.wireName(name)],
      ...(refer === undefined ? [] : [["refer", module.wireName(refer)] as const]),
      ["selector", paths(selector)],
      ["fields", { list: fields.map(paths) }],
    ],
  };
}

function pathLiteral({ anywhere, steps, attribute }: KeyPath, module: ModuleContext): Literal {
  const test = (name: KeyStep): Literal => (name === "*" ? quoted(name) : module.wireName(name));
  return {
    members: [
      ...(anywhere === true ? [["anywhere", "true"] as const] : []),
      ["steps", { list: steps.map(test) }],
      ...(attribute === undefined ? [] : [["attribute", test(attribute)] as const]),
    ],
  };
}
