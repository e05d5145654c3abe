/** Substitution groups (XSD part 1, 2.2.2.2 and 3.3.6). */
import type { ElementDeclaration, SchemaSet } from "./components.ts";

/** Answers which elements may stand where another one is asked for. */
export class Substitutes {
  readonly #members = new Map<ElementDeclaration, ElementDeclaration[]>();
  readonly #known = new Map<ElementDeclaration, readonly ElementDeclaration[]>();

  constructor(set: SchemaSet) {
    for (const element of set.elements.values()) {
      const { substitutes: head } = element;
      if (head === undefined) continue;
      const members = this.#members.get(head);
      if (members === undefined) this.#members.set(head, [element]);
      else members.push(element);
    }
  }

  /** The elements that are not abstract: the one that is asked for first, then those that substitute for it, at any distance. */
  of(element: ElementDeclaration): readonly ElementDeclaration[] {
    const known = this.#known.get(element);
    if (known !== undefined) return known;
    const found = new Set([element]);
    // Members of members are found on the way: a set goes on with what is added to it.
    for (const head of found) for (const member of this.#members.get(head) ?? []) found.add(member);
    const concrete = [...found].filter(({ abstract }) => !abstract);
    this.#known.set(element, concrete);
    return concrete;
  }
}
