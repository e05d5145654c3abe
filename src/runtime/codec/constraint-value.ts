import { applySpace } from "./scalars/whitespace.ts";
import type { Simple } from "./simple.ts";

/**
 * The value that a default or fixed value stands for (XSD part 1, 3.2.1 and 3.3.1). Qualified names in it are written as
 * `{namespace}local`: the prefixes of the contract mean nothing in a message. Undefined where the text is no value of the type.
 */
export function constraintValue(simple: Simple, constraint: string): unknown {
  const text = applySpace(constraint, simple.space);
  if (!text.includes("{")) return simple.read(text, { namespaceOf: () => undefined });
  const namespaces: string[] = [];
  const prefixed = text.replace(expanded, (_, namespace: string) => `q${namespaces.push(namespace) - 1}:`);
  let names = false;
  const value = simple.read(prefixed, {
    namespaceOf: (prefix) => {
      names = true;
      return namespaces[Number(prefix.slice(1))];
    },
  });
  // A text with braces of its own is no name.
  return names && value !== undefined ? value : simple.read(text, { namespaceOf: () => undefined });
}

/** The namespace of an expanded name, at the start of a text or of an item of a list. */
const expanded = /(?<=^| )\{([^{}]*)\}(?=[^ {}])/g;
