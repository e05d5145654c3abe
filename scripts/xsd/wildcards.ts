/** The algebra of wildcards (part 1, 3.10.6). `{ not: n }` admits neither n nor names without a namespace. */
import type { NamespaceConstraint } from "../../src/runtime/codec/table.ts";

/** Whether a wildcard admits a namespace ("" for none). */
export function admits(constraint: NamespaceConstraint, namespace: string): boolean {
  if (constraint === "##any") return true;
  if (isList(constraint)) return constraint.includes(namespace);
  return namespace !== "" && namespace !== constraint.not;
}

/** What both admit; undefined where that cannot be expressed. */
export function intersection(one: NamespaceConstraint, other: NamespaceConstraint): NamespaceConstraint | undefined {
  if (one === "##any") return other;
  if (other === "##any") return one;
  if (isList(one)) return one.filter((namespace) => admits(other, namespace));
  if (isList(other)) return other.filter((namespace) => admits(one, namespace));
  if (one.not === other.not || other.not === "") return one;
  return one.not === "" ? other : undefined;
}

/** What one of them admits; undefined where that cannot be expressed. */
export function union(one: NamespaceConstraint, other: NamespaceConstraint): NamespaceConstraint | undefined {
  if (one === "##any" || other === "##any") return "##any";
  if (isList(one)) return isList(other) ? [...new Set([...one, ...other])] : withListed(other.not, one);
  if (isList(other)) return withListed(one.not, other);
  return one.not === other.not ? one : { not: "" };
}

/** All but one namespace, together with those listed. */
function withListed(not: string, listed: readonly string[]): NamespaceConstraint | undefined {
  const absent = listed.includes("");
  if (not === "") return absent ? "##any" : { not };
  if (listed.includes(not)) return absent ? "##any" : { not: "" };
  return absent ? undefined : { not };
}

/** Whether two wildcards admit a namespace in common. */
export function overlap(one: NamespaceConstraint, other: NamespaceConstraint): boolean {
  if (isList(one)) return one.some((namespace) => admits(other, namespace));
  if (isList(other)) return other.some((namespace) => admits(one, namespace));
  return true;
}

/** Whether everything that a wildcard admits is admitted by another one (cos-ns-subset). */
export function isSubset(one: NamespaceConstraint, other: NamespaceConstraint): boolean {
  if (other === "##any") return true;
  if (one === "##any") return false;
  if (isList(one)) return one.every((namespace) => admits(other, namespace));
  return !isList(other) && (one.not === other.not || other.not === "");
}

function isList(constraint: NamespaceConstraint): constraint is readonly string[] {
  return Array.isArray(constraint);
}
