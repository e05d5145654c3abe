/** Property keys that a user has chosen. */
import { claimKey } from "./keys.ts";
import type { Alternative, ElementField, FieldDef, ParticleDef, StructDef, WildcardField } from "./model.ts";
import { camelCase } from "./naming-words.ts";

/** What the keys of a struct's fields are to be. */
export interface KeyChoice {
  readonly style: "contract" | "typescript";
  /** The key that was chosen for a field; undefined where none was. */
  readonly chosen: (field: FieldDef) => string | undefined;
  /** Told of two fields that would have one key. */
  readonly clash: (key: string, one: FieldDef, other: FieldDef) => void;
}

/** A struct with its keys as they were chosen: in its fields, and in the content model over them. */
export function renameFields(type: StructDef, choice: KeyChoice): StructDef {
  const keys = keysOf(type.fields, choice);
  const fields = type.fields.map((field): FieldDef => {
    const key = keys.get(field.key) ?? field.key;
    switch (field.kind) {
      case "element":
      case "attribute":
        return { ...field, key };
      case "group":
        return { ...field, key, items: itemsOf(field.items, choice).items };
      case "content": {
        const { items, keys: inner } = itemsOf(field.items, choice);
        return { ...field, items, content: field.content && modelOf(field.content, inner) };
      }
      case "text":
      case "any":
      case "anyAttribute":
        return field;
    }
  });
  return {
    ...type,
    fields,
    content: type.content && modelOf(type.content, keys),
    alternatives: Array.isArray(type.alternatives)
      ? type.alternatives.map((alternative: Alternative) => renamed(alternative, keys))
      : type.alternatives,
  };
}

type Keys = ReadonlyMap<string, string>;

/** New keys by old ones. What was chosen comes first; what a style makes alike is told apart by a number. */
function keysOf(fields: readonly FieldDef[], { style, chosen, clash }: KeyChoice): Keys {
  const keys = new Map<string, string>();
  const owners = new Map<string, FieldDef>();
  for (const field of fields) {
    const key = chosen(field);
    if (key === undefined) continue;
    const owner = owners.get(key);
    if (owner !== undefined) clash(key, owner, field);
    owners.set(key, field);
    keys.set(field.key, key);
  }
  const taken = new Set(owners.keys());
  for (const field of fields) {
    if (keys.has(field.key)) continue;
    const wanted = style === "typescript" && !field.key.startsWith("$") ? camelCase(field.key) : field.key;
    const owner = owners.get(wanted);
    if (owner !== undefined) clash(wanted, owner, field);
    keys.set(field.key, claimKey(wanted, taken, ""));
  }
  return keys;
}

function itemsOf<Item extends ElementField | WildcardField>(
  items: readonly Item[],
  choice: KeyChoice,
): { readonly items: readonly Item[]; readonly keys: Keys } {
  const keys = keysOf(items, choice);
  return { keys, items: items.map((item) => ({ ...item, key: keys.get(item.key) ?? item.key })) };
}

function modelOf(particle: ParticleDef, keys: Keys): ParticleDef {
  if ("key" in particle) return { ...particle, key: keys.get(particle.key) ?? particle.key };
  return { ...particle, particles: particle.particles.map((inner) => modelOf(inner, keys)) };
}

function renamed(alternative: Alternative, keys: Keys): Alternative {
  return new Map([...alternative].map(([key, required]) => [keys.get(key) ?? key, required]));
}
