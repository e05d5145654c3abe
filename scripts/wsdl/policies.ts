/** Which policies hold for a port: references are followed, assertions are named. They are reported, and nothing enforces them. */
import { addressingIn } from "./addressing.ts";
import type { BoundPort } from "./ports.ts";
import type { AssertionSyntax, PolicySyntax } from "./syntax.ts";

/** The policies of a port. */
export interface PortPolicies {
  readonly assertions: readonly AssertionSyntax[];
  /** References that lead nowhere. */
  readonly missing: readonly string[];
}

/** Follows the references of a port's and its binding's policies; each policy counts once, however often it is referred to. */
export function policiesOf({ policies }: BoundPort, declared: ReadonlyMap<string, PolicySyntax>): PortPolicies {
  const assertions: AssertionSyntax[] = [];
  const missing = new Set<string>();
  const seen = new Set<PolicySyntax>();
  const queue = [...policies];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    assertions.push(...next.assertions);
    for (const reference of next.references) {
      const found = declared.get(reference);
      if (found === undefined) missing.add(reference);
      else queue.push(found);
    }
  }
  return { assertions, missing: [...missing] };
}

/** What the comment of a service says of its policies; undefined where it has none. */
export function policyDoc({ assertions, missing }: PortPolicies): string | undefined {
  // What the client does itself is nothing to see to.
  const others = assertions.filter((assertion) => addressingIn([assertion]) === undefined);
  const names = [...new Set(others.map(({ name, optional }) => (optional ? `${name[1]} (optional)` : name[1])))];
  const unknown = missing.map((reference) => `${reference} (not at hand)`);
  const all = [...names, ...unknown];
  return all.length === 0
    ? undefined
    : `The contract asks for these policies, which the caller has to see to: ${all.join(", ")}.`;
}
