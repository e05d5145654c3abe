import {
  ARRAY,
  CONSTANT,
  DONE,
  DONE_ARRAY,
  FIRST,
  ITEM,
  MEMBER,
  NONE,
  OBJECT,
  isSame,
  markupOf,
  probeOf,
  type State,
  type Step,
  type TextReading,
} from "../xml/automaton.ts";
import type { Spot } from "../xml/automaton-reader.ts";
import { END, START, TEXT, type XmlReader } from "../xml/reader.ts";
import { isSimpleTable, tableOf, type Table, type TableRef } from "./erased.ts";
import { XSI_NAMESPACE } from "./namespaces.ts";
import { elementPlan, planOf, type ContentPlan, type ElementPlan, type StructPlan } from "./plan.ts";
import { applySpace, isBlank, trimSpace } from "./scalars/whitespace.ts";
import { simpleOf, type Simple } from "./simple.ts";
import type { Name, ReadContext } from "./table.ts";

/** What an automaton knows. */
export interface Learnt {
  /** States by what the document's rest depends on there. */
  readonly states: Map<string, State>;
  /** Numbers for what is compared by identity. */
  readonly ids: Map<object, number>;
  edges: number;
  /** Bytes of their markup. */
  bytes: number;
  /** How deep elements are nested below the first. */
  levels: number;
}

/** Thrown where an element is none that an automaton can read. */
export const NOT_LEARNT: unique symbol = Symbol("not learnt");

const mostEdges = 512;
const mostBytes = 128 * 1024;
/** Elements that are open at once: a lesson calls itself for each. */
const deepest = 64;

/** An element that is open in a lesson, and how far its children have come. */
interface Frame {
  readonly id: string;
  place: string;
}

/**
 * Goes through an element that has been decoded, and enters into an automaton what it has not met yet. It takes what the strict
 * decoder takes of a sequence of elements; whatever else there is in an element, it is not learned.
 */
export class Lesson {
  readonly #reader: XmlReader;
  readonly #learnt: Learnt;
  readonly #frames: Frame[] = [];
  #state: State = { text: undefined, edges: [] };
  /** Where the current markup began. */
  #from: Spot;
  #steps: Step[] = [];

  constructor(reader: XmlReader, learnt: Learnt) {
    this.#reader = reader;
    this.#learnt = learnt;
    this.#from = reader.spot;
  }

  /** Enters the element at whose start the reader stands. */
  take(entry: State, plan: StructPlan): void {
    this.#state = entry;
    this.#struct(plan);
    this.#edge(this.#reader.spot, undefined);
  }

  #struct(plan: StructPlan): void {
    if (!isLearnable(plan)) throw NOT_LEARNT;
    const frame = this.#open(plan);
    this.#sequence(plan, frame);
    for (const content of plan.contents) if (content.many && !content.absent) this.#step(NONE, content.key);
    this.#frames.pop();
  }

  #open(type: object): Frame {
    const { written, inside } = this.#reader;
    if (written === undefined || this.#frames.length >= deepest) throw NOT_LEARNT;
    const id = `${this.#idOf(type)}.${this.#idOf(written)}.${this.#idOf(inside)}`;
    const frame: Frame = { id, place: "" };
    this.#frames.push(frame);
    this.#learnt.levels = Math.max(this.#learnt.levels, this.#frames.length);
    return frame;
  }

  /** Children in the order of the content model (XSD part 1, 3.8.4). */
  #sequence(plan: StructPlan, frame: Frame): void {
    const reader = this.#reader;
    const { contents } = plan;
    let cursor = 0;
    let count = 0;
    for (let event = reader.next(); event !== END; event = reader.next()) {
      if (event === TEXT && isBlank(reader.text)) continue;
      if (event !== START) throw NOT_LEARNT;
      const at = placeOf(contents, cursor, count, reader);
      const content = contents[at];
      if (content?.kind !== "element" || content.key === "__proto__") throw NOT_LEARNT;
      count = at === cursor ? count + 1 : 1;
      cursor = at;
      // Beyond what is required, it makes no difference how many have come, unless there is a bound.
      const had = content.max === Number.POSITIVE_INFINITY ? Math.min(count, Math.max(content.min, 2)) : count;
      frame.place = `${cursor}.${had}`;
      this.#element(content);
      if (!content.many) this.#step(MEMBER, content.key);
      else this.#step(count === 1 ? FIRST : ITEM, content.key);
    }
    for (let at = cursor; at < contents.length; at++) {
      if ((at === cursor ? count : 0) < (contents[at]?.min ?? 0)) throw NOT_LEARNT;
    }
  }

  /** An element: its value is the innermost one afterwards. */
  #element(plan: ElementPlan): void {
    if (plan.emptyText !== undefined || plan.keys !== undefined) throw NOT_LEARNT;
    const table = typeOf(plan.type);
    const said = this.#attributes(plan);
    if (said.nil) return this.#nil(table, said.type);
    const type = table.kind === "poly" ? alternative(table, said.type) : table;
    if (type === undefined || !mayBe(said.type, nameIn(type))) throw NOT_LEARNT;
    if (isSimpleTable(type)) return this.#simple(simpleOf(type));
    if (type.kind === "wrapper") return this.#wrapper(type);
    if (type.kind !== "struct") throw NOT_LEARNT;
    const inner = planOf(type);
    this.#step(OBJECT, inner.tag ?? "");
    this.#struct(inner);
    this.#step(DONE);
  }

  /** An array is there from the beginning, and each item goes to its end. */
  #wrapper(table: Table & { readonly kind: "wrapper" }): void {
    const reader = this.#reader;
    const frame = this.#open(table);
    const item = elementPlan("item", table.item, 0, table.name[0]);
    let count = 0;
    this.#step(ARRAY);
    for (let event = reader.next(); event !== END; event = reader.next()) {
      if (event === TEXT && isBlank(reader.text)) continue;
      if (event !== START || !isNamed(item, reader) || ++count > item.max) throw NOT_LEARNT;
      frame.place = String(item.max === Number.POSITIVE_INFINITY ? Math.min(count, item.min) : count);
      this.#element(item);
      this.#step(ITEM);
    }
    if (count < item.min) throw NOT_LEARNT;
    this.#frames.pop();
    this.#step(DONE_ARRAY);
  }

  #nil(table: Table, said: Name | undefined): void {
    if (said !== undefined) throw NOT_LEARNT;
    const isBare = isSimpleTable(table) || table.kind === "wrapper";
    if (!isBare && !(table.kind === "struct" && planOf(table).attributes.length === 0)) throw NOT_LEARNT;
    if (this.#reader.next() !== END) throw NOT_LEARNT;
    this.#step(CONSTANT, "", null);
  }

  #simple(simple: Simple): void {
    const reader = this.#reader;
    if (simple.identifies) throw NOT_LEARNT;
    const reading = readingOf(simple);
    // An element of one tag: its markup says all of it.
    if (reader.unusual) {
      const value = reading.read("");
      // One value stands for all: nobody must be able to change it.
      if (value === undefined || typeof value === "object" || !reader.leaf()) throw NOT_LEARNT;
      this.#step(CONSTANT, "", value);
      return;
    }
    this.#open(simple);
    if (!reader.leaf()) throw NOT_LEARNT;
    const [start, end] = reader.textSpots;
    const key = this.#frames.map(({ id, place }) => `${id}:${place}`).join("/");
    let next = this.#learnt.states.get(key);
    if (next === undefined) {
      next = { text: reading, edges: [] };
      this.#learnt.states.set(key, next);
    }
    this.#edge(start, next);
    this.#state = next;
    this.#from = end;
    this.#frames.pop();
  }

  /** Enters the markup that ends at a place. */
  #edge(to: Spot, next: State | undefined): void {
    const learnt = this.#learnt;
    const steps = this.#steps;
    this.#steps = [];
    const bytes = this.#reader.bytesBetween(this.#from, to);
    const markup = markupOf(bytes);
    const { edges } = this.#state;
    let probe = 0;
    for (const edge of edges) {
      if (isSame(edge.markup, markup)) return;
      edge.probe = probe = probeOf(edge.markup, markup);
    }
    learnt.edges++;
    learnt.bytes += bytes.length;
    if (learnt.edges > mostEdges || learnt.bytes > mostBytes) throw NOT_LEARNT;
    const [only] = steps;
    const member = steps.length === 1 && only?.code === MEMBER ? only.key : undefined;
    const surplus = to.shift - this.#from.shift;
    edges.push({ markup, probe, surplus, steps, member, next });
  }

  #step(code: Step["code"], key = "", value: unknown = undefined): void {
    this.#steps.push({ code, key, value });
  }

  /** What the attributes of an element say; only those of xsi may stand there. */
  #attributes(plan: ElementPlan): { readonly nil: boolean; readonly type: Name | undefined } {
    const reader = this.#reader;
    let nil = false;
    let type: Name | undefined;
    for (let i = 0; i < reader.attributeCount; i++) {
      if (reader.attributeNamespace(i) !== XSI_NAMESPACE) throw NOT_LEARNT;
      const name = reader.attributeLocalName(i);
      const value = trimSpace(reader.attributeValue(i));
      if (name === "nil" && plan.nil) nil = value === "true" || value === "1";
      else if (name === "type" && plan.block.length === 0) type = nameOf(value, reader);
      else if (name !== "schemaLocation" && name !== "noNamespaceSchemaLocation") throw NOT_LEARNT;
    }
    return { nil, type };
  }

  #idOf(one: object): number {
    const { ids } = this.#learnt;
    let id = ids.get(one);
    if (id === undefined) {
      id = ids.size;
      ids.set(one, id);
    }
    return id;
  }
}

/** Whether all that a struct has is a sequence of elements. */
export function isLearnable(plan: StructPlan): boolean {
  return (
    plan.model === undefined &&
    plan.text === undefined &&
    plan.mixed === undefined &&
    plan.attributes.length === 0 &&
    plan.attributeWildcard === undefined
  );
}

/** The field that an element belongs to, behind what has come. */
function placeOf(contents: readonly ContentPlan[], cursor: number, count: number, reader: XmlReader): number {
  let had = count;
  for (let at = cursor; at < contents.length; at++) {
    const content = contents[at];
    if (content?.kind !== "element") break;
    if (had < content.max && isNamed(content, reader)) return at;
    if (had < content.min) break;
    had = 0;
  }
  throw NOT_LEARNT;
}

function isNamed({ namespace, local }: ElementPlan, reader: XmlReader): boolean {
  return reader.localName === local && reader.namespace === namespace;
}

function typeOf(ref: TableRef): Table {
  const table = tableOf(ref);
  return table.kind === "element" ? typeOf(table.type) : table;
}

/** The struct that xsi:type says. */
function alternative(table: Table & { readonly kind: "poly" }, said: Name | undefined): Table | undefined {
  if (said === undefined && table.abstract === true) return undefined;
  const [namespace, local] = said ?? table.name;
  return Object.values(table.types)
    .map(tableOf)
    .find((type) => type.kind === "struct" && type.name[0] === namespace && type.name[1] === local);
}

function nameOf(text: string, reader: XmlReader): Name {
  const colon = text.indexOf(":");
  const namespace = reader.lookup(colon < 0 ? "" : text.slice(0, colon));
  if (namespace === undefined) throw NOT_LEARNT;
  return [namespace, text.slice(colon + 1)];
}

/** Name of a type that xsi:type may say although no other one is derived from it. */
function nameIn(table: Table): Name | undefined {
  if (table.kind === "struct") return planOf(table).typeName;
  return isSimpleTable(table) ? simpleOf(table).name : undefined;
}

function mayBe(said: Name | undefined, name: Name | undefined): boolean {
  return said === undefined || (said[0] === name?.[0] && said[1] === name[1]);
}

/** Reads a text as `convert` does where it finds nothing to say. */
function readingOf(simple: Simple): TextReading {
  const { scan, stands, space, check } = simple;
  let asked = false;
  const blind: ReadContext = {
    namespaceOf: () => {
      asked = true;
      return undefined;
    },
  };
  const read = (raw: string): unknown => {
    const text = space === "preserve" ? raw : applySpace(raw, space);
    asked = false;
    const value = simple.read(text, blind);
    return asked || (value !== undefined && check?.(value, text) !== undefined) ? undefined : value;
  };
  return { scan, stands, read };
}
