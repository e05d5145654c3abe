import { constraintValue } from "./constraint-value.ts";
import type { KeyConstraint } from "./identity-table.ts";
import {
  boundsOf,
  isMany,
  isSimpleTable,
  memberOf,
  tableOf,
  type AttributeEntry,
  type ContentEntry,
  type ElementEntry,
  type ElementItemEntry,
  type ElementTable,
  type GroupEntry,
  type StructTable,
  type TableRef,
} from "./erased.ts";
import { leaf, modelOf, sequenceOf, type KeyModel, type Model } from "./particles.ts";
import { string } from "./scalars/text.ts";
import { simpleOf, type Simple } from "./simple.ts";
import type {
  AttributeWildcardField,
  Count,
  Name,
  NamespaceConstraint,
  Particle,
  WildcardField,
  WildcardItem,
} from "./table.ts";

/** What a field has in common that holds elements. */
interface Place {
  /** Place among the struct's contents. */
  readonly index: number;
  readonly key: string;
  readonly many: boolean;
  /** An array that is left out where it would be empty. */
  readonly absent: boolean;
  readonly min: number;
  readonly max: number;
}

/** An element field of a struct, or one of the elements of a group or of ordered content. */
export interface ElementPlan extends Place {
  readonly kind: "element";
  readonly namespace: string;
  readonly local: string;
  readonly type: TableRef;
  readonly nil: boolean;
  /** Derivations that xsi:type may not use here. */
  readonly block: readonly string[];
  /** Identity constraints. */
  readonly keys: readonly KeyConstraint[] | undefined;
  /** Text that stands for the text of an empty element. */
  readonly emptyText: string | undefined;
  readonly fixed: string | undefined;
}

/** An element wildcard: always an array. */
export interface WildcardPlan extends Place {
  readonly kind: "wildcard";
  readonly admits: NamespaceConstraint;
  readonly process: WildcardField["process"];
}

/** A substitution group: one of several elements. */
export interface GroupPlan extends Place {
  readonly kind: "group";
  readonly items: readonly PlacedItem[];
}

/** Ordered or mixed content: an array of elements, and of strings where there is text. */
export interface OrderedPlan extends Place {
  readonly kind: "ordered";
  readonly items: readonly PlacedItem[];
  readonly mixed: boolean;
  /** What may stand there; undefined for text alone. */
  readonly model: Model | undefined;
}

/** What stands at one place of a content model. */
export type ContentPlan = ElementPlan | WildcardPlan | GroupPlan | OrderedPlan;

/** An element declaration or a wildcard, and what the content model calls it. */
interface PlacedItem {
  /** The key of its field; in ordered content with the item's name behind it. */
  readonly symbol: string;
  /** The field itself, or the item of a group or of ordered content. */
  readonly item: ElementPlan | WildcardPlan;
}

/** One element declaration or wildcard that a content admits. */
export interface Leaf extends PlacedItem {
  /** Place among the struct's leaves. */
  readonly id: number;
  /** The field that it belongs to. */
  readonly content: ContentPlan;
}

/** An attribute field of a struct. */
export interface AttributePlan {
  readonly key: string;
  readonly namespace: string;
  readonly local: string;
  readonly required: boolean;
  readonly simple: Simple;
  /** Value where the attribute is absent. */
  readonly default: string | undefined;
  readonly fixed: string | undefined;
}

/** A struct, its fields sorted by kind. */
export interface StructPlan {
  readonly name: Name;
  /** Name that xsi:type may have; none where the type is anonymous. */
  readonly typeName: Name | undefined;
  readonly tag: string | undefined;
  readonly contents: readonly ContentPlan[];
  readonly leaves: readonly Leaf[];
  readonly attributes: readonly AttributePlan[];
  readonly attributeWildcard:
    | {
        readonly key: string;
        readonly admits: NamespaceConstraint;
        readonly process: AttributeWildcardField["process"];
      }
    | undefined;
  readonly text: { readonly key: string; readonly simple: Simple } | undefined;
  /** Key of the content that text may stand in, between the elements. */
  readonly mixed: string | undefined;
  /** Content model where it is more than the sequence of `contents`: over the symbols of the leaves. */
  readonly model: Model | undefined;
  /** The same over the keys of the fields, ordered content being one of them. */
  readonly outer: Model | undefined;
}

const plans = new WeakMap<StructTable, StructPlan>();

/** Sorts the fields of a struct; once for each table. */
export function planOf(table: StructTable): StructPlan {
  let plan = plans.get(table);
  if (plan === undefined) {
    plan = makePlan(table);
    plans.set(table, plan);
  }
  return plan;
}

function makePlan(table: StructTable): StructPlan {
  const contents: ContentPlan[] = [];
  const attributes: AttributePlan[] = [];
  let attributeWildcard: StructPlan["attributeWildcard"];
  let text: StructPlan["text"];
  let mixed: string | undefined;
  const [namespace] = table.name;
  for (const [key, entry] of Object.entries(table.fields)) {
    const index = contents.length;
    if ("el" in entry) {
      contents.push(elementPlan(key, entry, index, namespace));
    } else if ("at" in entry) {
      attributes.push(attributePlan(key, entry));
    } else if ("any" in entry) {
      contents.push(wildcardPlan(key, entry, entry.count, index));
    } else if ("group" in entry) {
      contents.push(groupPlan(key, entry, index, namespace));
    } else if ("items" in entry) {
      contents.push(orderedPlan(key, entry, index, namespace));
      if (entry.mixed === true) mixed = key;
    } else if ("text" in entry) {
      text = { key, simple: simpleTypeOf(entry.type) };
    } else {
      const { anyAttribute, process } = entry satisfies AttributeWildcardField;
      attributeWildcard = { key, admits: anyAttribute, process };
    }
  }
  return {
    name: table.name,
    typeName: table.element === true ? undefined : table.name,
    tag: table.tag,
    contents,
    leaves: leavesOf(contents),
    attributes,
    attributeWildcard,
    text,
    mixed,
    ...modelsOf(table, contents),
  };
}

/** A plan of a content of its own: the type of a wrapper, which has one repeated element. */
export function onePlan(name: Name, item: ElementPlan): StructPlan {
  return {
    name,
    typeName: name,
    tag: undefined,
    contents: [item],
    leaves: leavesOf([item]),
    attributes: [],
    attributeWildcard: undefined,
    text: undefined,
    mixed: undefined,
    model: undefined,
    outer: undefined,
  };
}

function leavesOf(contents: readonly ContentPlan[]): readonly Leaf[] {
  const leaves: Leaf[] = [];
  for (const content of contents) {
    const placed = "items" in content ? content.items : [{ symbol: content.key, item: content }];
    for (const one of placed) leaves.push({ ...one, id: leaves.length, content });
  }
  return leaves;
}

function modelsOf(table: StructTable, contents: readonly ContentPlan[]): Pick<StructPlan, "model" | "outer"> {
  const ordered = contents.filter((content) => content.kind === "ordered");
  if (table.content === undefined && ordered.length === 0) return { model: undefined, outer: undefined };
  const particle = table.content ?? { sequence: contents.map(({ key }) => key) };
  const inner = (key: string): Model | undefined => ordered.find((content) => content.key === key)?.model;
  const simple: KeyModel = (key, inChoice, own) => {
    const count = own ?? countOf(table, key);
    return leaf(key, own === undefined && inChoice && count === "?" ? "1" : count);
  };
  const isOrdered = (key: string): boolean => ordered.some((content) => content.key === key);
  return {
    model: modelOf(particle, (key, inChoice, count) =>
      isOrdered(key) ? (inner(key) ?? sequenceOf([])) : simple(key, inChoice, count),
    ),
    outer: modelOf(particle, (key, inChoice, count) =>
      isOrdered(key) ? leaf(key, inner(key)?.nullable === false ? "1" : "?") : simple(key, inChoice, count),
    ),
  };
}

/** The one place of an element: as a plan of its own, or for the item of a wrapper. */
export function elementPlan(key: string, entry: ElementEntry, index: number, namespace: string): ElementPlan {
  return { ...itemPlan(key, entry, namespace), ...placeOf(key, entry.count, index, entry.absent) };
}

/** The place of a root element. */
export function rootPlan(root: ElementTable | StructTable): ElementPlan {
  const [namespace, local] = root.name;
  const rest = root.kind === "element" ? root : { type: root };
  return elementPlan(local, { ...rest, el: local, count: "1" }, 0, namespace);
}

function placeOf(key: string, count: Count, index: number, absent: true | undefined): Place {
  const [min, max] = boundsOf(count);
  return { index, key, many: isMany(count), absent: absent === true, min, max };
}

function itemPlan(key: string, entry: ElementItemEntry, namespace: string): ElementPlan {
  return {
    kind: "element",
    ...placeOf(key, "1", 0, undefined),
    namespace: entry.ns ?? namespace,
    local: entry.el,
    type: entry.type,
    nil: entry.nil === true,
    block: entry.block ?? [],
    keys: entry.keys,
    emptyText: entry.fixed ?? entry.default,
    fixed: entry.fixed,
  };
}

function wildcardPlan(key: string, entry: WildcardItem, count: Count, index: number): WildcardPlan {
  const place = { ...placeOf(key, count, index, undefined), many: true };
  return { kind: "wildcard", ...place, admits: entry.any, process: entry.process };
}

function itemsOf(
  entries: Readonly<Record<string, ElementItemEntry | WildcardItem>>,
  namespace: string,
  symbolOf: (name: string) => string,
): PlacedItem[] {
  return Object.entries(entries).map(([name, entry]) => {
    const item = "any" in entry ? wildcardPlan(name, entry, "1", 0) : itemPlan(name, entry, namespace);
    return { symbol: symbolOf(name), item };
  });
}

function groupPlan(key: string, entry: GroupEntry, index: number, namespace: string): GroupPlan {
  const place = placeOf(key, entry.count, index, entry.absent);
  return { kind: "group", ...place, items: itemsOf(entry.group, namespace, () => key) };
}

function orderedPlan(key: string, entry: ContentEntry, index: number, namespace: string): OrderedPlan {
  const place = placeOf(key, "*", index, undefined);
  const symbolOf = (name: string): string => `${key}/${name}`;
  const model =
    entry.content === undefined
      ? undefined
      : modelOf(qualified(entry.content, symbolOf), (name, _, count = "1") => leaf(name, count));
  return {
    kind: "ordered",
    ...place,
    items: itemsOf(entry.items, namespace, symbolOf),
    mixed: entry.mixed === true,
    model,
  };
}

/** A content model over items, as one over the symbols of leaves. */
function qualified(particle: Particle<string>, symbolOf: (name: string) => string): Particle<string> {
  if (typeof particle === "string") return symbolOf(particle);
  if ("key" in particle) return { ...particle, key: symbolOf(particle.key) };
  const all = (parts: readonly Particle<string>[]): readonly Particle<string>[] =>
    parts.map((part) => qualified(part, symbolOf));
  if ("sequence" in particle) return { ...particle, sequence: all(particle.sequence) };
  return "choice" in particle ? { ...particle, choice: all(particle.choice) } : { ...particle, all: all(particle.all) };
}

function attributePlan(key: string, entry: AttributeEntry): AttributePlan {
  return {
    key,
    namespace: entry.ns ?? "",
    local: entry.at,
    required: entry.count === "1",
    simple: simpleTypeOf(entry.type),
    default: entry.fixed ?? entry.default,
    fixed: entry.fixed,
  };
}

/** The simple type that a reference names. */
function simpleTypeOf(ref: TableRef): Simple {
  const table = tableOf(ref);
  if (!isSimpleTable(table))
    throw new TypeError(`Attributes and text need a simple type, not a table of the kind ${table.kind}.`);
  return simpleOf(table);
}

/** The text of an element: its simple type, and how to get at it from the element's value. */
export interface ElementText {
  readonly simple: Simple;
  readonly textOf: (value: unknown) => unknown;
}

/** The text of elements of a type: of a simple type, or of a struct with simple content; undefined where it has none. */
export function textTypeOf(ref: TableRef): ElementText | undefined {
  const table = tableOf(ref);
  if (isSimpleTable(table)) return { simple: simpleOf(table), textOf: (value) => value };
  if (table.kind === "anyType") {
    return { simple: simpleTypeOf(string), textOf: (value) => onlyText(memberOf(value, "children")) };
  }
  if (table.kind === "anySimpleText") return { simple: simpleTypeOf(string), textOf: textOfAnySimple };
  if (table.kind !== "struct") return undefined;
  const { text, mixed } = planOf(table);
  if (text !== undefined) return { simple: text.simple, textOf: (value) => memberOf(value, text.key) };
  return mixed === undefined
    ? undefined
    : { simple: simpleTypeOf(string), textOf: (value) => onlyText(memberOf(value, mixed)) };
}

/** The text of an element of xs:anySimpleType, whether it says its type or not. */
export function textOfAnySimple(value: unknown): unknown {
  return typeof value === "object" ? memberOf(value, "$value") : value;
}

/** The text of mixed content that has no elements (XSD part 1, 3.3.4: a fixed value is the whole of it). */
function onlyText(content: unknown): unknown {
  if (!Array.isArray(content)) return content;
  return content.every((item) => typeof item === "string") ? content.join("") : content;
}

/** The value that a fixed value constraint stands for. */
export function fixedValue(simple: Simple, fixed: string): unknown {
  return constraintValue(simple, fixed);
}

function countOf(table: StructTable, key: string): Count {
  const entry = table.fields[key];
  if (entry === undefined || !("count" in entry)) {
    throw new TypeError(`The content model of ${table.name[1]} names ${key}, which is no element field.`);
  }
  return entry.count;
}

/** Whether a wildcard admits a namespace (XSD part 1, 3.10.4). */
export function admits(constraint: NamespaceConstraint, namespace: string): boolean {
  if (constraint === "##any") return true;
  // A negated wildcard does not admit unqualified names either.
  if ("not" in constraint) return namespace !== "" && namespace !== constraint.not;
  return constraint.includes(namespace);
}

/** Readable list of what could stand somewhere. */
export function leavesLabel(leaves: readonly Leaf[], received = { namespace: "", local: "" }): string {
  if (leaves.length === 0) return "nothing more";
  const items = leaves.map(({ item }) => item);
  // Expanded names only where the namespace is what differs.
  const expanded = items.some((item) => item.kind === "element" && item.local === received.local);
  const labels = new Set(items.map((item) => label(item, expanded)));
  const shown = [...labels].slice(0, mostShown);
  return shown.join(" or ") + (labels.size > shown.length ? ` or ${labels.size - shown.length} others` : "");
}

/** Names in one message: a choice may have thousands. */
const mostShown = 12;

function label(plan: ElementPlan | WildcardPlan, expanded: boolean): string {
  if (plan.kind === "wildcard") return "any element that the wildcard admits";
  return expanded ? `{${plan.namespace}}${plan.local}` : plan.local;
}
