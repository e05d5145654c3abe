/** The operations of a binding: which of the port type's each one is, and its key. */
import { claimKey } from "../model/keys.ts";
import type { BindingOperationSyntax, BindingSyntax, OperationSyntax, PortTypeSyntax } from "./syntax.ts";

/** An operation of a binding; `declared` is undefined where the port type has none of its name. */
export interface MatchedOperation {
  readonly key: string;
  readonly operation: BindingOperationSyntax;
  readonly declared: OperationSyntax | undefined;
}

/**
 * Pairs the operations of a binding with those of its port type. Overloaded ones (WSDL 1.1, 2.5) are told apart by the names of
 * their messages, or else by their order; their keys are the names of their inputs, or the operation's name and a number.
 */
export function matchedOperations(binding: BindingSyntax, portType: PortTypeSyntax): readonly MatchedOperation[] {
  const free = Map.groupBy(portType.operations, ({ name }) => name);
  const counts = new Map<string, number>();
  const matched = binding.operations.map((operation) => {
    const candidates = free.get(operation.name) ?? [];
    const place = Math.max(
      candidates.findIndex((candidate) => isNamed(candidate, operation)),
      0,
    );
    const [declared] = candidates.splice(place, 1);
    counts.set(operation.name, (counts.get(operation.name) ?? 0) + 1);
    return { operation, declared };
  });
  const taken = new Set<string>();
  return matched.map(({ operation, declared }) => {
    const inputName = operation.inputName ?? declared?.input?.name ?? "";
    const wanted = (counts.get(operation.name) ?? 0) > 1 && inputName !== "" ? inputName : operation.name;
    return { key: claimKey(taken.has(wanted) ? operation.name : wanted, taken, ""), operation, declared };
  });
}

/** Whether the messages that a binding names are the operation's. */
function isNamed({ input, output }: OperationSyntax, { inputName, outputName }: BindingOperationSyntax): boolean {
  const inputFits = inputName === undefined || inputName === input?.name;
  return inputFits && (outputName === undefined || outputName === output?.name);
}
