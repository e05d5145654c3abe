/** Substitution groups (XSD part 1, 2.2.2.2 and 3.3.6). */
import type { ElementDeclaration, SchemaSet } from "./components.ts";
import { stepsTo } from "./derivation.ts";
import type { Derivation } from "./syntax.ts";

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
    const concrete = [...found].filter((member) => !member.abstract && isAllowed(member, element));
    this.#known.set(element, concrete);
    return concrete;
  }
}

/** Whether a member of a substitution group may stand for its head: neither blocks it (3.3.6, substitution group OK). */
function isAllowed(member: ElementDeclaration, head: ElementDeclaration): boolean {
  if (member === head) return true;
  const blocked = blockOf(head);
  if (blocked.has("substitution")) return false;
  return !(stepsTo(member.type, head.type) ?? []).some((step) => blocked.has(step));
}

/** What may not stand in an element's place: as the element says, and its declared type (3.4.6, type derivation OK). */
export function blockOf({ block, type }: ElementDeclaration): ReadonlySet<Derivation> {
  const ofType = type.kind === "complex" ? type.block : undefined;
  return new Set([...block, ...(ofType ?? [])]);
}
