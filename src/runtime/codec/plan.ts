import {
  boundsOf,
  isMany,
  isSimpleTable,
  memberOf,
  tableOf,
  type AttributeEntry,
  type ElementEntry,
  type StructTable,
  type TableRef,
} from "./erased.ts";
import { modelOf, type Model } from "./particles.ts";
import { simpleOf, type Simple } from "./simple.ts";
import { applySpace } from "./scalars/whitespace.ts";
import type { AttributeWildcardField, Count, Name, NamespaceConstraint, ReadContext, WildcardField } from "./table.ts";

/** An element field, or the element wildcard, of a struct. */
export interface ElementPlan {
  readonly kind: "element";
  /** Place among the struct's elements. */
  readonly index: number;
  readonly key: string;
  readonly namespace: string;
  readonly local: string;
  readonly type: TableRef;
  readonly many: boolean;
  /** An array that is left out where it would be empty. */
  readonly absent: boolean;
  readonly min: number;
  readonly max: number;
  readonly nil: boolean;
  /** Text that stands for the text of an empty element. */
  readonly emptyText: string | undefined;
  readonly fixed: string | undefined;
}

/** The element wildcard of a struct: always an array. */
interface WildcardPlan {
  readonly kind: "wildcard";
  readonly index: number;
  readonly key: string;
  readonly admits: NamespaceConstraint;
  readonly many: true;
  readonly absent: false;
  readonly min: number;
  readonly max: number;
}

/** What stands at one place of a content model. */
export type ContentPlan = ElementPlan | WildcardPlan;

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
  readonly wildcard: WildcardPlan | undefined;
  readonly attributes: readonly AttributePlan[];
  readonly attributeWildcard: { readonly key: string; readonly admits: NamespaceConstraint } | undefined;
  readonly text: { readonly key: string; readonly simple: Simple } | undefined;
  /** Content model where it is more than the sequence of `contents`. */
  readonly model: Model | undefined;
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
  let wildcard: WildcardPlan | undefined;
  let attributeWildcard: StructPlan["attributeWildcard"];
  let text: StructPlan["text"];
  for (const [key, entry] of Object.entries(table.fields)) {
    if ("el" in entry) {
      contents.push(elementPlan(key, entry, contents.length, table.name[0]));
    } else if ("at" in entry) {
      attributes.push(attributePlan(key, entry));
    } else if ("any" in entry) {
      wildcard = wildcardPlan(key, entry, contents.length);
      contents.push(wildcard);
    } else if ("text" in entry) {
      text = { key, simple: simpleTypeOf(entry.type) };
    } else {
      attributeWildcard = { key, admits: (entry satisfies AttributeWildcardField).anyAttribute };
    }
  }
  return {
    name: table.name,
    typeName: table.element === true ? undefined : table.name,
    tag: table.tag,
    contents,
    wildcard,
    attributes,
    attributeWildcard,
    text,
    model: table.content === undefined ? undefined : modelOf(table.content, (key) => countOf(table, key)),
  };
}

/** The one place of an element: as a plan of its own, or for the item of a wrapper. */
export function elementPlan(key: string, entry: ElementEntry, index: number, namespace: string): ElementPlan {
  const [min, max] = boundsOf(entry.count);
  return {
    kind: "element",
    index,
    key,
    namespace: entry.ns ?? namespace,
    local: entry.el,
    type: entry.type,
    many: isMany(entry.count),
    absent: entry.absent === true,
    min,
    max,
    nil: entry.nil === true,
    emptyText: entry.fixed ?? entry.default,
    fixed: entry.fixed,
  };
}

function wildcardPlan(key: string, entry: WildcardField, index: number): WildcardPlan {
  const [min, max] = boundsOf(entry.count);
  return { kind: "wildcard", index, key, admits: entry.any, many: true, absent: false, min, max };
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
  const text = table.kind === "struct" ? planOf(table).text : undefined;
  return text && { simple: text.simple, textOf: (value) => memberOf(value, text.key) };
}

const NO_NAMESPACES: ReadContext = { namespaceOf: () => undefined };

/** The value that a fixed value constraint stands for. */
export function fixedValue(simple: Simple, fixed: string): unknown {
  return simple.read(applySpace(fixed, simple.space), NO_NAMESPACES);
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
export function contentLabel(contents: readonly ContentPlan[], received: { namespace: string; local: string }): string {
  if (contents.length === 0) return "nothing more";
  // Expanded names only where the namespace is what differs.
  const expanded = contents.some((plan) => plan.kind === "element" && plan.local === received.local);
  return contents.map((plan) => label(plan, expanded)).join(" or ");
}

function label(plan: ContentPlan, expanded: boolean): string {
  if (plan.kind === "wildcard") return "any element that the wildcard admits";
  return expanded ? `{${plan.namespace}}${plan.local}` : plan.local;
}
