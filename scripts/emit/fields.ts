/** Fields and content models in tables. */
import type { ElementField, FieldDef, ParticleDef } from "../model/model.ts";
import type { ModuleContext } from "./context.ts";
import { quoted, type Literal } from "./literal.ts";
import { constraintMembers, countLiteral, namespacesLiteral } from "./tables.ts";

/** The table that a field stands in: its type, and the namespace that need not be said again. */
export interface Owner {
  readonly id: number;
  readonly namespace: string;
}

/** A field's entry. */
export function fieldLiteral(field: FieldDef, owner: Owner, module: ModuleContext): Literal {
  switch (field.kind) {
    case "element":
      return elementLiteral(field, owner, module);
    case "attribute":
      return {
        members: [
          ["at", quoted(field.name[1])],
          ...(field.name[0] === "" ? [] : [["ns", module.namespaces.code(field.name[0])] as const]),
          ["count", field.required ? '"1"' : '"?"'],
          ...constraintMembers(field),
          ["type", module.codecText(field.type, owner.id)],
        ],
      };
    case "text":
      return {
        members: [
          ["text", "true"],
          ["type", module.codecText(field.type, owner.id)],
        ],
      };
    case "any":
      return {
        members: [
          ["any", namespacesLiteral(field.namespaces, module.namespaces)],
          ["count", countLiteral(field.count)],
          ["process", quoted(field.process)],
        ],
      };
    case "anyAttribute":
      return {
        members: [
          ["anyAttribute", namespacesLiteral(field.namespaces, module.namespaces)],
          ["process", quoted(field.process)],
        ],
      };
  }
}

/** The entry of an element. */
export function elementLiteral(field: ElementField, owner: Owner, module: ModuleContext): Literal {
  const [namespace, localName] = field.name;
  return {
    members: [
      ["el", quoted(localName)],
      ...(namespace === owner.namespace ? [] : [["ns", module.namespaces.code(namespace)] as const]),
      ["count", countLiteral(field.count)],
      ...(field.absent === true ? [["absent", "true"] as const] : []),
      ...(field.nil ? [["nil", "true"] as const] : []),
      ...constraintMembers(field),
      ["type", module.codecText(field.type, owner.id)],
    ],
  };
}

/** A content model; a bare key where it occurs as its field says. */
export function particleLiteral(particle: ParticleDef, fields: readonly FieldDef[], inChoice = false): Literal {
  const count = particle.count === "1" ? [] : [["count", countLiteral(particle.count)] as const];
  if ("key" in particle) {
    const field = fields.find((candidate) => candidate.key === particle.key);
    const own = field !== undefined && "count" in field ? field.count : "1";
    const bare = inChoice && own === "?" ? "1" : own;
    if (JSON.stringify(bare) === JSON.stringify(particle.count)) return quoted(particle.key);
    return { members: [["key", quoted(particle.key)], ...count] };
  }
  const list = particle.particles.map((part) => particleLiteral(part, fields, particle.kind === "choice"));
  return { members: [[particle.kind, { list }], ...count] };
}
