import { eachItem, elementEncoder, type TypeEncoders } from "./encode-element.ts";
import { encodeWildcard } from "./encode-node.ts";
import type { Encode } from "./encode-simple.ts";
import { describe, fail, located } from "./encoding.ts";
import { memberOf } from "./erased.ts";
import type { ContentPlan, Leaf, StructPlan } from "./plan.ts";

/** What may stand in a field: by `$name` where there are several, by the field's key where there is one. */
export interface LeafEncoder {
  readonly leaf: Leaf;
  readonly encode: Encode;
}

/** What may stand in each field of a struct. */
export function leafEncoders(
  plan: StructPlan,
  encoders: TypeEncoders,
  only?: ContentPlan,
): readonly ReadonlyMap<unknown, LeafEncoder>[] {
  const leaves = plan.contents.map(() => new Map<unknown, LeafEncoder>());
  for (const leaf of plan.leaves) {
    if (only !== undefined && leaf.content !== only) continue;
    leaves[leaf.content.index]?.set(leaf.item.key, { leaf, encode: leafEncoder(leaf, encoders) });
  }
  return leaves;
}

function leafEncoder({ item }: Leaf, encoders: TypeEncoders): Encode {
  if (item.kind === "wildcard") return (value, writer) => encodeWildcard(item.admits, value, writer);
  // Made on first use: a type may have hundreds of elements, and a value few of them.
  let encode: Encode = (value, writer) => {
    encode = elementEncoder(item, encoders);
    return encode(value, writer);
  };
  return (value, writer) => encode(value, writer);
}

/** The declaration of a value: its field's only one, or the one that `$name` says. */
export function leafOf(content: ContentPlan, leaves: ReadonlyMap<unknown, LeafEncoder>, entry: unknown): LeafEncoder {
  const tagged = content.kind === "group" || content.kind === "ordered";
  const name = tagged ? memberOf(entry, "$name") : content.key;
  const leaf = leaves.get(name);
  if (leaf !== undefined) return leaf;
  const listed = [...leaves.keys()].slice(0, 12).join(" or ");
  const expected = content.kind === "ordered" && content.mixed ? `a string, or $name ${listed}` : `$name ${listed}`;
  return fail(`Not an element of ${content.key}`, expected, describe(name ?? entry));
}

/** Makes the encoder of one entry of a field. */
export function entryEncoder(content: ContentPlan, leaves: ReadonlyMap<unknown, LeafEncoder>): Encode {
  const only = leaves.get(content.key);
  if (content.kind !== "group" && content.kind !== "ordered" && only !== undefined) return only.encode;
  return (entry, writer) => {
    const { leaf, encode } = leafOf(content, leaves, entry);
    try {
      return encode(memberOf(entry, "value"), writer);
    } catch (thrown) {
      throw located(thrown, leaf.item.key);
    }
  };
}

/** Makes the encoder of a field of a sequence: of the member that holds its value, undefined where it has none. */
export function fieldEncoder(plan: StructPlan, content: ContentPlan, encoders: TypeEncoders): Encode {
  const { many, min, max } = content;
  const absent = (): string => (min > 0 ? wrongCount(content, undefined) : "");
  if (content.kind === "element" && !many) return elementEncoder(content, encoders, absent);
  const one = content.kind === "element" ? elementEncoder(content, encoders) : entryOf(plan, content, encoders);
  if (!many) return (member, writer) => (member === undefined ? absent() : one(member, writer));
  const each = eachItem(one);
  return (member, writer) => {
    const items = itemsOf(content, member);
    if (items.length < min || items.length > max) wrongCount(content, member);
    return each(items, writer);
  };
}

function entryOf(plan: StructPlan, content: ContentPlan, encoders: TypeEncoders): Encode {
  return entryEncoder(content, leafEncoders(plan, encoders, content)[content.index] ?? new Map());
}

/** The occurrences of a field: one for each element that will be written. */
export function itemsOf(content: ContentPlan, member: unknown): readonly unknown[] {
  if (member === undefined) return [];
  if (!content.many) return [member];
  if (!Array.isArray(member)) fail(`Not a list of ${content.key}`, "an array", describe(member));
  return member;
}

/** Refuses a field that has too few items, or too many. */
export function wrongCount({ key, many, min, max }: ContentPlan, member: unknown): never {
  const wanted = max === Number.POSITIVE_INFINITY ? `at least ${min}` : `${min} to ${max}`;
  const message = member === undefined ? `Missing ${key}` : `Wrong number of ${key}`;
  return fail(message, many ? `${wanted} items` : "a value", describe(member));
}
