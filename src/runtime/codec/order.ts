import { admits, leavesLabel, type Leaf, type StructPlan } from "./plan.ts";
import { Matcher } from "./matcher.ts";
import type { Model } from "./particles.ts";

/** Follows the elements of one struct against its content model (XSD part 1, 3.8.4). */
export interface Order {
  /** What an element is at this place, or undefined where it may not stand here; then the place stays the same. */
  take(namespace: string, local: string): Leaf | undefined;
  /** What could stand here. */
  expected(): readonly Leaf[];
  /** Whether the content may end here. */
  complete(): boolean;
}

/** The leaves of a struct, found by the names of elements. */
export class Leaves {
  readonly all: readonly Leaf[];
  readonly wildcards: readonly Leaf[];
  readonly #named = new Map<string, Leaf[]>();
  /** Leaves of each field, by its place. */
  readonly #ofField: Leaf[][] = [];

  constructor({ contents, leaves }: StructPlan) {
    this.all = leaves;
    this.wildcards = leaves.filter(({ item }) => item.kind === "wildcard");
    for (const _ of contents) this.#ofField.push([]);
    for (const leaf of leaves) {
      this.#ofField[leaf.content.index]?.push(leaf);
      if (leaf.item.kind === "wildcard") continue;
      const known = this.#named.get(leaf.item.local);
      if (known === undefined) this.#named.set(leaf.item.local, [leaf]);
      else known.push(leaf);
    }
  }

  /** Declarations of elements with a local name; namespaces tell them apart. */
  named(local: string): readonly Leaf[] {
    return this.#named.get(local) ?? [];
  }

  ofField(index: number): readonly Leaf[] {
    return this.#ofField[index] ?? [];
  }
}

/** Begins to follow a struct. */
export function orderOf(plan: StructPlan, leaves: Leaves): Order {
  return plan.model === undefined ? new SequenceOrder(plan, leaves) : new ModelOrder(plan.model, leaves);
}

/** Whether a leaf is the declaration of an element of that name. */
function declares({ item }: Leaf, namespace: string, local: string): boolean {
  return item.kind === "element" && item.local === local && item.namespace === namespace;
}

/** The sequence of all fields, which most types are: a cursor and a count. */
export class SequenceOrder implements Order {
  readonly #plan: StructPlan;
  readonly #leaves: Leaves;
  #cursor: number;
  #count: number;

  /** Goes on at a field that has had a number of elements. */
  constructor(plan: StructPlan, leaves: Leaves, cursor = 0, count = 0) {
    this.#plan = plan;
    this.#leaves = leaves;
    this.#cursor = cursor;
    this.#count = count;
  }

  take(namespace: string, local: string): Leaf | undefined {
    const { contents } = this.#plan;
    let count = this.#count;
    for (let i = this.#cursor; i < contents.length; i++) {
      const plan = contents[i];
      if (plan === undefined) return undefined;
      const leaf = count < plan.max ? this.#match(i, namespace, local, count < plan.min) : undefined;
      if (leaf !== undefined) {
        this.#cursor = i;
        this.#count = count + 1;
        return leaf;
      }
      if (count < plan.min) return undefined;
      count = 0;
    }
    return undefined;
  }

  expected(): readonly Leaf[] {
    const expected: Leaf[] = [];
    let count = this.#count;
    for (const plan of this.#plan.contents.slice(this.#cursor)) {
      if (count < plan.max) expected.push(...this.#leaves.ofField(plan.index));
      if (count < plan.min) break;
      count = 0;
    }
    return expected;
  }

  complete(): boolean {
    const { contents } = this.#plan;
    let count = this.#count;
    for (let i = this.#cursor; i < contents.length; i++) {
      if (count < (contents[i]?.min ?? 0)) return false;
      count = 0;
    }
    return true;
  }

  /** The declaration of an element in a field; `needed` where the field has not had all that it must have. */
  #match(field: number, namespace: string, local: string, needed: boolean): Leaf | undefined {
    const leaves = this.#leaves.ofField(field);
    for (const leaf of leaves) {
      const { item } = leaf;
      if (item.kind === "element") {
        if (item.local === local && item.namespace === namespace) return leaf;
      } else if (admits(item.admits, namespace) && (needed || !this.#declaredLater(field, namespace, local))) {
        return leaf;
      }
    }
    return undefined;
  }

  /** An element declaration that follows is preferred to the wildcard. */
  #declaredLater(field: number, namespace: string, local: string): boolean {
    return this.#leaves.named(local).some((leaf) => leaf.content.index > field && declares(leaf, namespace, local));
  }
}

/** Any other content model. */
class ModelOrder implements Order {
  readonly #matcher: Matcher;
  readonly #leaves: Leaves;

  constructor(model: Model, leaves: Leaves) {
    this.#matcher = new Matcher(model);
    this.#leaves = leaves;
  }

  /** Element declarations are preferred to wildcards. */
  take(namespace: string, local: string): Leaf | undefined {
    const declared = this.#leaves
      .named(local)
      .find((leaf) => declares(leaf, namespace, local) && this.#matcher.step(leaf.symbol));
    return (
      declared ??
      this.#leaves.wildcards.find(
        ({ item, symbol }) => item.kind === "wildcard" && admits(item.admits, namespace) && this.#matcher.step(symbol),
      )
    );
  }

  expected(): readonly Leaf[] {
    const symbols = this.#matcher.expected();
    return this.#leaves.all.filter((leaf) => symbols.has(leaf.symbol));
  }

  complete(): boolean {
    return this.#matcher.complete();
  }
}

/** Readable list of what could stand at this place. */
export function expectedHere(order: Order, namespace: string, local: string): string {
  const leaves = order.expected();
  const list = leavesLabel(leaves, { namespace, local });
  return order.complete() && leaves.length > 0 ? `${list} or the end` : list;
}
