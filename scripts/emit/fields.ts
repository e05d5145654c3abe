/** Fields and content models in tables. */
import type { ElementField, FieldDef, ParticleDef, WildcardField } from "../model/model.ts";
import type { ModuleContext } from "./context.ts";
import { keyMembers } from "./identity.ts";
import { propertyKey, quoted, type Literal, type Members } from "./literal.ts";
import { blockMembers, constraintMembers, countLiteral, namespacesLiteral } from "./tables.ts";
import type { Items } from "./unions.ts";

/** The table that a field stands in: its type, and the namespace that need not be said again. */
export interface Owner {
  readonly id: number;
  readonly namespace: string;
  /** Name of the type. */
  readonly name?: string;
}

/** A field's entry. */
export function fieldLiteral(field: FieldDef, owner: Owner, module: ModuleContext): Literal {
  switch (field.kind) {
    case "element":
      return elementLiteral(field, owner, module);
    case "group":
      return {
        members: [
          ["group", itemsLiteral(field.items, field.key, owner, module)],
          ["count", countLiteral(field.count)],
          ...(field.absent === true ? [["absent", "true"] as const] : []),
        ],
      };
    case "content":
      return {
        members: [
          ...(field.mixed ? [["mixed", "true"] as const] : []),
          ["items", itemsLiteral(field.items, `${owner.name ?? ""}Content`, owner, module)],
          ...(field.content === undefined ? [] : [["content", particleLiteral(field.content, [])] as const]),
        ],
      };
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
      return { members: wildcardMembers(field, module, [["count", countLiteral(field.count)]]) };
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
  return {
    members: [
      ...nameMembers(field, owner, module),
      ["count", countLiteral(field.count)],
      ...(field.absent === true ? [["absent", "true"] as const] : []),
      ...valueMembers(field, owner, module),
    ],
  };
}

/** What may stand in a group or in ordered content: the name of a table where they are many. */
function itemsLiteral(items: Items, title: string, owner: Owner, module: ModuleContext): Literal {
  const named = module.unions.table(items, title, owner.namespace, module);
  return named ?? { members: items.map((item) => [propertyKey(item.key), itemLiteral(item, owner, module)]) };
}

/** The entry of what stands in a group or in ordered content. */
export function itemLiteral(item: ElementField | WildcardField, owner: Owner, module: ModuleContext): Literal {
  if (item.kind === "any") return { members: wildcardMembers(item, module) };
  return { members: [...nameMembers(item, owner, module), ...valueMembers(item, owner, module)] };
}

function nameMembers({ name: [namespace, localName] }: ElementField, owner: Owner, module: ModuleContext): Members {
  return [
    ["el", quoted(localName)],
    ...(namespace === owner.namespace ? [] : [["ns", module.namespaces.code(namespace)] as const]),
  ];
}

function valueMembers(field: ElementField, owner: Owner, module: ModuleContext): Members {
  return [
    ...(field.nil ? [["nil", "true"] as const] : []),
    ...blockMembers(field),
    ...constraintMembers(field),
    ...keyMembers(field, module),
    ["type", module.codecText(field.type, owner.id)],
  ];
}

function wildcardMembers(field: WildcardField, module: ModuleContext, count: Members = []): Members {
  return [
    ["any", namespacesLiteral(field.namespaces, module.namespaces)],
    ...count,
    ["process", quoted(field.process)],
  ];
}

/** A content model; a bare key where it occurs as its field says. */
export function particleLiteral(particle: ParticleDef, fields: readonly FieldDef[]): Literal {
  return modelLiteral(particle, new Map(fields.map((field) => [field.key, field])), false);
}

function modelLiteral(particle: ParticleDef, fields: ReadonlyMap<string, FieldDef>, inChoice: boolean): Literal {
  const count = particle.count === "1" ? [] : [["count", countLiteral(particle.count)] as const];
  if ("key" in particle) {
    const field = fields.get(particle.key);
    const own = field !== undefined && "count" in field ? field.count : "1";
    const bare = inChoice && own === "?" ? "1" : own;
    if (JSON.stringify(bare) === JSON.stringify(particle.count)) return quoted(particle.key);
    return { members: [["key", quoted(particle.key)], ...count] };
  }
  const list = particle.particles.map((part) => modelLiteral(part, fields, particle.kind === "choice"));
  return { members: [[particle.kind, { list }], ...count] };
}
