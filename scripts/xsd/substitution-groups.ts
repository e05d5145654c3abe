/** Substitution groups as content models see them (XSD part 1, 3.3.6): who may stand in whose place, block applied. */
import type { ElementDeclaration, TypeDefinition } from "./components.ts";
import { derives } from "./derivation.ts";

/** Members of substitution groups, by their heads. */
export class SubstitutionGroups {
  readonly #direct = new Map<ElementDeclaration, ElementDeclaration[]>();
  readonly #known = new Map<ElementDeclaration, readonly ElementDeclaration[]>();

  constructor(elements: Iterable<ElementDeclaration>) {
    for (const element of elements) {
      const { substitutes: head } = element;
      if (head === undefined) continue;
      const members = this.#direct.get(head);
      if (members === undefined) this.#direct.set(head, [element]);
      else members.push(element);
    }
  }

  /** The element itself, and everything that may stand in its place, at any distance; abstract ones included. */
  of(head: ElementDeclaration): readonly ElementDeclaration[] {
    if (!this.#direct.has(head) || !head.global) return [head];
    const known = this.#known.get(head);
    if (known !== undefined) return known;
    const found = new Set([head]);
    if (!head.block.has("substitution")) {
      // Members of members are found on the way: a set goes on with what is added to it.
      for (const one of found) for (const member of this.#direct.get(one) ?? []) found.add(member);
    }
    const members = [...found].filter((member) => member === head || isSubstitutable(member, head));
    this.#known.set(head, members);
    return members;
  }
}

/** Whether the derivation of a member's type is none that the head or the types on the way block (cos-equiv-derived-ok-rec). */
function isSubstitutable(member: ElementDeclaration, head: ElementDeclaration): boolean {
  const blocked = new Set<"extension" | "restriction">();
  const add = (type: TypeDefinition | undefined): void => {
    for (const way of type?.kind === "complex" ? type.block : []) blocked.add(way);
  };
  for (const way of head.block) if (way !== "substitution") blocked.add(way);
  // What the types between the two, the head's included, prohibit.
  for (let type: TypeDefinition | undefined = member.type; type?.kind === "complex" && type !== head.type;) {
    type = type.base;
    add(type);
  }
  return blocked.size === 0 || derives(member.type, head.type, blocked);
}
