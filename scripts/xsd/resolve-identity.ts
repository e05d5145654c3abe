/** Identity constraints as components (part 1, 3.11.6), and what is wrong with them. */
import type { Diagnostics } from "../diagnostics.ts";
import { keyOf, type ElementDeclaration, type IdentityConstraint } from "./components.ts";
import type { Symbols } from "./symbols.ts";

/**
 * Checks the constraints of all elements of a set: their names are unique in a symbol space of their own (2.5), a keyref
 * refers to a key or unique that is there, and has as many fields.
 */
export function checkIdentity(
  elements: readonly ElementDeclaration[],
  symbols: Symbols,
  diagnostics: Diagnostics,
): void {
  const constraints = elements.flatMap(({ identity }) => identity);
  const byName = new Map<string, IdentityConstraint>();
  for (const constraint of constraints) {
    const key = keyOf(constraint.name);
    const first = byName.get(key);
    if (first === undefined) byName.set(key, constraint);
    else {
      const { uri, line } = first.at;
      const message = `the identity constraint ${constraint.name[1]} is declared twice, first at ${uri}:${line}`;
      // Each holds for its own element.
      diagnostics.tolerate("sch-props-correct", constraint.at, message);
    }
  }
  for (const constraint of constraints) checkRefer(constraint, byName, symbols, diagnostics);
}

function checkRefer(
  { name, refer, fields, at }: IdentityConstraint,
  byName: ReadonlyMap<string, IdentityConstraint>,
  symbols: Symbols,
  diagnostics: Diagnostics,
): void {
  if (refer === undefined || symbols.isAbsent(refer[0])) return;
  const key = byName.get(keyOf(refer));
  if (key === undefined) {
    const where = refer[0] === "" ? "no namespace" : refer[0];
    diagnostics.report(
      "src-resolve",
      at,
      `${name[1]} refers to ${refer[1]}: there is no such key or unique in ${where}`,
    );
  } else if (key.kind === "keyref") {
    diagnostics.report("c-props-correct", at, `${name[1]} refers to ${refer[1]}, which is a keyref itself`);
  } else if (key.fields.length !== fields.length) {
    const message = `${name[1]} has ${fields.length} fields, but ${refer[1]} has ${key.fields.length}`;
    diagnostics.report("c-props-correct", at, message);
  }
}

/** Whether a restriction of an element has no constraints but those of what it restricts (3.9.6, rcase-NameAndTypeOK). */
export function keepsIdentity(restricted: ElementDeclaration, base: ElementDeclaration): boolean {
  const names = new Set(base.identity.map(({ name }) => keyOf(name)));
  return restricted.identity.every(({ name }) => names.has(keyOf(name)));
}
