/** Which module of a large contract declares what: by namespace, and by number where a namespace has many types. */
import type { ElementDef, Model, TypeDef } from "../model/model.ts";
import { lastWord } from "../model/names.ts";

/** One module of types and elements. */
export interface Part {
  /** File name without extension. */
  readonly name: string;
  /** Ids of types, in the order of declaration. */
  readonly types: readonly number[];
  readonly elements: readonly ElementDef[];
}

/** From how many types on a contract is split, and how many types then stand in one module, where nothing else is asked for. */
const automatic = { from: 600, most: 200 };

/** The parts of a model; none where it stays one module. */
export function partsOf(model: Model, order: readonly number[], split: "auto" | "never" | number): readonly Part[] {
  const count = order.length + model.elements.length;
  const most = typeof split === "number" ? split : automatic.most;
  if (split === "never" || count <= (split === "auto" ? automatic.from : most)) return [];
  const groups = [...byNamespace(model, order)].flatMap(([namespace, items]) =>
    slices(items, most).map((slice) => ({ namespace, items: slice })),
  );
  return named(packed(groups, most), new Map(order.map((id, place) => [id, place])));
}

type Item = number | ElementDef;

interface Group {
  readonly namespace: string;
  readonly items: readonly Item[];
}

function byNamespace(model: Model, order: readonly number[]): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  const add = (namespace: string, item: Item): void => {
    const group = groups.get(namespace);
    if (group === undefined) groups.set(namespace, [item]);
    else group.push(item);
  };
  // A type without a name stands before the one that it is a part of: both go into one module.
  let waiting: number[] = [];
  for (const id of order) {
    waiting.push(id);
    const namespace = namespaceOf(model.types[id]);
    if (namespace === undefined) continue;
    for (const item of waiting) add(namespace, item);
    waiting = [];
  }
  for (const item of waiting) add(model.targetNamespace, item);
  for (const element of model.elements) add(element.name[0], element);
  return groups;
}

function namespaceOf(type: TypeDef | undefined): string | undefined {
  if (type?.name !== undefined) return type.name[0];
  return type?.kind === "struct" && type.root ? type.wireName[0] : undefined;
}

function slices<T>(items: readonly T[], most: number): readonly (readonly T[])[] {
  // Slices of one size: a last one with a single type would be a module for nothing.
  const size = Math.ceil(items.length / Math.ceil(items.length / most));
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** Namespaces with few types share a module. */
function packed(groups: readonly Group[], most: number): readonly Group[] {
  const full: Group[] = [];
  for (const group of groups) {
    const last = full.at(-1);
    if (last !== undefined && last.items.length + group.items.length <= most) {
      full[full.length - 1] = { namespace: last.namespace, items: [...last.items, ...group.items] };
    } else full.push(group);
  }
  return full;
}

function named(groups: readonly Group[], places: ReadonlyMap<number, number>): readonly Part[] {
  const taken = new Set<string>();
  return groups.map(({ namespace, items }) => {
    const word = (lastWord(namespace) ?? "types").toLowerCase();
    let name = word;
    for (let number = 2; taken.has(name); number++) name = `${word}-${number}`;
    taken.add(name);
    return {
      name,
      // A group of several namespaces is in their order: what a table refers to has to stand before it.
      types: items
        .filter((item): item is number => typeof item === "number")
        .toSorted((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0)),
      elements: items.filter((item): item is ElementDef => typeof item !== "number"),
    };
  });
}
