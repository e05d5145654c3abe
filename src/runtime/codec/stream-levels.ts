import type { ChunkReader } from "../xml/chunk-reader.ts";
import { END, START, TEXT } from "../xml/reader.ts";
import { alternativeOf } from "./decode-attributes.ts";
import { decoderOf } from "./decoders.ts";
import { saysNil } from "./decode-simple.ts";
import { Decoding } from "./decoding.ts";
import { isRequired, missingHere, refuseHere, structParts, type StructDecoder } from "./decode-struct.ts";
import { tableOf, type TableRef } from "./erased.ts";
import { named } from "./labels.ts";
import type { DecodeOptions } from "./mode.ts";
import { orderOf, type Order } from "./order.ts";
import { elementPlan, leavesLabel, onePlan, planOf, type ContentPlan, type Leaf, type StructPlan } from "./plan.ts";
import { readAttributes } from "./struct-attributes.ts";

/** An element that is open while its children come one by one. */
interface Level {
  readonly parts: StructDecoder;
  readonly order: Order | undefined;
  /** Key of the field whose elements are gone into, or delivered. */
  readonly key: string;
  /** Place of the key that is looked for in those elements; beyond the last one they are delivered. */
  readonly next: number;
  /** The element is an array of its items, and no field. */
  readonly wrapper: boolean;
  readonly path: string;
  /** How many elements of that key there were. */
  count: number;
  readonly seen: Set<ContentPlan>;
  /** What the element that comes next is, where the content model has been asked already. */
  taken: Leaf | undefined;
}

/** Nothing to deliver: the document goes on. */
export const PASSED: unique symbol = Symbol("passed");
/** The root element has ended. */
export const ENDED: unique symbol = Symbol("ended");

/** Goes down to the elements of one field, and reads them one by one; what stands beside them is checked and dropped. */
export class Levels {
  readonly reader: ChunkReader;
  readonly context: Decoding;
  readonly #keys: readonly string[];
  readonly #levels: Level[] = [];

  constructor(reader: ChunkReader, options: DecodeOptions, keys: readonly string[]) {
    this.reader = reader;
    this.context = new Decoding(reader, options);
    this.#keys = keys;
  }

  /** Enters the element at whose start the reader stands; `next` is the place of the key that is looked for in it. */
  enter(type: TableRef, next = 0, around = ""): void {
    const { context, reader } = this;
    const plan = planIn(type, context);
    const parts = structParts(plan, decoderOf);
    const wrapper = isWrapper(type);
    const key = wrapper ? "item" : (this.#keys[next] ?? "");
    const content = plan.contents.find((one) => one.key === key);
    if (content === undefined || content.kind !== "element") {
      throw new TypeError(`${reader.localName} has no field ${key} of elements of one name.`);
    }
    readAttributes(plan, {}, context);
    const order = context.strict ? orderOf(plan, parts.leaves) : undefined;
    const path = `${around}/${reader.localName}`;
    const behind = wrapper ? next : next + 1;
    this.#levels.push({ parts, order, key, next: behind, wrapper, path, count: 0, seen: new Set(), taken: undefined });
  }

  /** Reads what comes next: an item, or something that is passed. */
  step(): unknown {
    const level = this.#levels.at(-1);
    if (level === undefined) return ENDED;
    const { reader, context } = this;
    const ahead = reader.ahead();
    const token = ahead === END ? END : reader.next();
    if (token === TEXT) context.refuseText();
    else if (token === END) this.#leave(level);
    else if (token === START) return this.#child(level);
    return PASSED;
  }

  #child(level: Level): unknown {
    const { reader, context } = this;
    level.taken ??= this.#leafOf(level);
    const leaf = level.taken;
    if (leaf === undefined) {
      const expected = leavesLabel(level.parts.plan.leaves);
      const name = named(reader.namespace, reader.localName);
      context.refuseElement("unknown-element", `The element ${name} is not in the contract`, expected);
      return PASSED;
    }
    const { item } = leaf;
    const wanted = leaf.content.key === level.key && item.kind === "element" ? item : undefined;
    if (wanted !== undefined && this.#isAround(level, wanted.type) && !saysNil(context)) {
      this.#met(level, leaf);
      this.enter(wanted.type, level.next, level.path);
      return PASSED;
    }
    if (wanted !== undefined) reader.within(level.path, reader.localName, level.count + 1);
    const value = this.#read(level, leaf);
    this.#met(level, leaf);
    return wanted === undefined || this.#isAround(level, wanted.type) ? PASSED : value;
  }

  #read(level: Level, leaf: Leaf): unknown {
    try {
      return level.parts.decoders[leaf.id]?.read(this.context);
    } catch (error) {
      throw this.context.thrown(error);
    }
  }

  /** Whether an element that was looked for is around what is to be delivered. */
  #isAround(level: Level, type: TableRef): boolean {
    return level.next < this.#keys.length || (!level.wrapper && isWrapper(type));
  }

  #met(level: Level, leaf: Leaf): void {
    if (leaf.content.key === level.key) level.count++;
    level.seen.add(leaf.content);
    level.taken = undefined;
  }

  #leafOf({ parts, order }: Level): Leaf | undefined {
    const { reader, context } = this;
    const { namespace, localName } = reader;
    if (order !== undefined) return order.take(namespace, localName) ?? refuseHere(order, context);
    return parts.leaves.named(localName).find(({ item }) => item.kind === "element" && item.namespace === namespace);
  }

  #leave(level: Level): void {
    const { context } = this;
    if (level.order !== undefined && !level.order.complete()) missingHere(level.order, context);
    const missing =
      level.parts.plan.model === undefined
        ? level.parts.plan.leaves.filter(({ content }) => isRequired(content) && !level.seen.has(content))
        : [];
    if (missing.length > 0) {
      const expected = leavesLabel(missing);
      context.fail("xml.missing", `Missing element ${expected}`, expected, "the end of the element");
    }
    this.#levels.pop();
  }
}

function isWrapper(type: TableRef): boolean {
  const table = tableOf(type);
  return table.kind === "element" ? isWrapper(table.type) : table.kind === "wrapper";
}

/** The plan of an element's children, as its start tag says. */
function planIn(type: TableRef, context: Decoding): StructPlan {
  const table = tableOf(type);
  if (table.kind === "element") return planIn(table.type, context);
  if (table.kind === "struct") return planOf(table);
  if (table.kind === "wrapper") return onePlan(table.name, elementPlan("item", table.item, 0, table.name[0]));
  const chosen = table.kind === "poly" ? alternativeOf(table, context) : undefined;
  if (chosen === undefined) throw new TypeError(`A table of the kind ${table.kind} has no elements to deliver.`);
  return planOf(chosen);
}
