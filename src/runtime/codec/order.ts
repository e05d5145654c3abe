import { admits, contentLabel, type ContentPlan, type ElementPlan, type StructPlan } from "./plan.ts";
import { Matcher } from "./matcher.ts";
import type { Model } from "./particles.ts";

/** Follows the elements of one struct against its content model (XSD part 1, 3.8.4). */
export interface Order {
  /** What an element is at this place, or undefined where it may not stand here; then the place stays the same. */
  take(namespace: string, local: string): ContentPlan | undefined;
  /** What could stand here. */
  expected(): readonly ContentPlan[];
  /** Whether the content may end here. */
  complete(): boolean;
}

/** Begins to follow a struct. `declared` finds the field of an element by its name. */
export function orderOf(
  plan: StructPlan,
  declared: (namespace: string, local: string) => ElementPlan | undefined,
): Order {
  return plan.model === undefined ? new SequenceOrder(plan, declared) : new ModelOrder(plan, plan.model, declared);
}

/** The sequence of all fields, which most types are: a cursor and a count. */
class SequenceOrder implements Order {
  readonly #contents: readonly ContentPlan[];
  readonly #declared: (namespace: string, local: string) => ElementPlan | undefined;
  #cursor = 0;
  #count = 0;

  constructor(plan: StructPlan, declared: (namespace: string, local: string) => ElementPlan | undefined) {
    this.#contents = plan.contents;
    this.#declared = declared;
  }

  take(namespace: string, local: string): ContentPlan | undefined {
    let count = this.#count;
    for (let i = this.#cursor; i < this.#contents.length; i++) {
      const plan = this.#contents[i];
      if (plan === undefined) return undefined;
      if (count < plan.max && this.#matches(plan, namespace, local)) {
        this.#cursor = i;
        this.#count = count + 1;
        return plan;
      }
      if (count < plan.min) return undefined;
      count = 0;
    }
    return undefined;
  }

  expected(): readonly ContentPlan[] {
    const plans: ContentPlan[] = [];
    let count = this.#count;
    for (const plan of this.#contents.slice(this.#cursor)) {
      if (count < plan.max) plans.push(plan);
      if (count < plan.min) break;
      count = 0;
    }
    return plans;
  }

  complete(): boolean {
    let count = this.#count;
    for (let i = this.#cursor; i < this.#contents.length; i++) {
      if (count < (this.#contents[i]?.min ?? 0)) return false;
      count = 0;
    }
    return true;
  }

  #matches(plan: ContentPlan, namespace: string, local: string): boolean {
    if (plan.kind === "element") return plan.local === local && plan.namespace === namespace;
    if (!admits(plan.admits, namespace)) return false;
    // An element declaration that follows is preferred to the wildcard.
    return (this.#declared(namespace, local)?.index ?? -1) <= plan.index;
  }
}

/** Any other content model. */
class ModelOrder implements Order {
  readonly #plan: StructPlan;
  readonly #matcher: Matcher;
  readonly #declared: (namespace: string, local: string) => ElementPlan | undefined;

  constructor(plan: StructPlan, model: Model, declared: (namespace: string, local: string) => ElementPlan | undefined) {
    this.#plan = plan;
    this.#matcher = new Matcher(model);
    this.#declared = declared;
  }

  take(namespace: string, local: string): ContentPlan | undefined {
    const element = this.#declared(namespace, local);
    if (element !== undefined && this.#matcher.step(element.key)) return element;
    const { wildcard } = this.#plan;
    if (wildcard === undefined || !admits(wildcard.admits, namespace)) return undefined;
    return this.#matcher.step(wildcard.key) ? wildcard : undefined;
  }

  expected(): readonly ContentPlan[] {
    const keys = this.#matcher.expected();
    return this.#plan.contents.filter((plan) => keys.has(plan.key));
  }

  complete(): boolean {
    return this.#matcher.complete();
  }
}

/** Readable list of what could stand at this place. */
export function expectedHere(order: Order, namespace: string, local: string): string {
  const plans = order.expected();
  const list = contentLabel(plans, { namespace, local });
  return order.complete() && plans.length > 0 ? `${list} or the end` : list;
}
