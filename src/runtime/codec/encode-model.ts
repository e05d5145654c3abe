import type { XmlWriter } from "../xml/writer.ts";
import { arrange } from "./arrange.ts";
import { entryEncoder, itemsOf, leafOf, type LeafEncoder } from "./encode-field.ts";
import { mixedText, type Encode } from "./encode-simple.ts";
import { fail, located } from "./encoding.ts";
import { memberOf } from "./erased.ts";
import { Matcher } from "./matcher.ts";
import type { Model } from "./particles.ts";
import { leavesLabel, type ContentPlan, type OrderedPlan, type StructPlan } from "./plan.ts";

type Leaves = ReadonlyMap<unknown, LeafEncoder>;

/** One thing to be written: a text of mixed content, or a value of a field, with the symbol of its declaration. */
interface Written {
  readonly content: ContentPlan;
  readonly entry: unknown;
  readonly index: number;
  /** undefined for a text. */
  readonly symbol: string | undefined;
}

interface Member {
  readonly content: ContentPlan;
  readonly items: readonly unknown[];
}

/** Makes the encoder of a content model: members in its order, whatever the order of the object's keys. */
export function modelEncoder(plan: StructPlan, model: Model, outer: Model, leaves: readonly Leaves[]): Encode {
  const fields: readonly Encode[] = plan.contents.map((content) =>
    entryEncoder(content, leaves[content.index] ?? new Map()),
  );
  return (value, writer) => {
    const members = presentMembers(plan, value);
    const occurrences = new Map([...members].map(([key, { content, items }]) => [key, occurrencesOf(content, items)]));
    const { order, surplus } = arrange(outer, occurrences);
    const written = inOrder(order, members, leaves);
    checkModel(plan, model, written, surplus);
    let xml = "";
    for (const one of written) xml += encodeWritten(one, fields[one.content.index], writer);
    return xml;
  };
}

function checkModel(
  { name, leaves }: StructPlan,
  model: Model,
  written: readonly Written[],
  surplus: readonly string[],
): void {
  const symbols = written.flatMap(({ symbol }) => symbol ?? []);
  const matcher = new Matcher(model);
  const fits = symbols.every((symbol) => matcher.step(symbol)) && matcher.complete();
  if (fits && surplus.length === 0) return;
  const next = matcher.expected();
  const expected = leavesLabel(leaves.filter(({ symbol }) => next.has(symbol)));
  if (!fits) fail(`Members of ${name[1]} are missing, or not in order`, expected, symbolsText(symbols));
  fail(`Members of ${name[1]} exclude each other or are too many`, expected, surplus.join(", "));
}

function encodeWritten({ content, entry, index, symbol }: Written, one: Encode | undefined, writer: XmlWriter): string {
  return within(content.key, () => {
    if (symbol === undefined || one === undefined) return mixedText(String(entry));
    return content.many ? within(index, () => one(entry, writer)) : one(entry, writer);
  });
}

function within<T>(key: string | number, run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    throw located(thrown, key);
  }
}

/** The fields' occurrences; first those of the value in its own order, which is that of xs:all. */
function presentMembers({ contents }: StructPlan, value: unknown): ReadonlyMap<string, Member> {
  const byKey = new Map(contents.map((content) => [content.key, content]));
  const members = new Map<string, Member>();
  for (const key of new Set([...Object.keys(Object(value)), ...byKey.keys()])) {
    const content = byKey.get(key);
    if (content === undefined) continue;
    members.set(key, { content, items: within(key, () => itemsOf(content, memberOf(value, key))) });
  }
  return members;
}

/** Ordered content stands in one place, with all that it holds. */
function occurrencesOf(content: ContentPlan, items: readonly unknown[]): number {
  return content.kind === "ordered" ? Math.min(items.length, 1) : items.length;
}

function inOrder(
  order: readonly string[],
  members: ReadonlyMap<string, Member>,
  leaves: readonly Leaves[],
): readonly Written[] {
  const written: Written[] = [];
  const counts = new Map<string, number>();
  for (const key of order) {
    const member = members.get(key);
    if (member === undefined) continue;
    const { content, items } = member;
    if (content.kind === "ordered") {
      const own = leaves[content.index] ?? new Map();
      within(key, () => items.forEach((entry, index) => written.push(orderedEntry(own, content, entry, index))));
    } else {
      const index = counts.get(key) ?? 0;
      counts.set(key, index + 1);
      written.push({ content, entry: items[index], index, symbol: key });
    }
  }
  return written;
}

function orderedEntry(leaves: Leaves, content: OrderedPlan, entry: unknown, index: number): Written {
  if (typeof entry === "string" && content.mixed) return { content, entry, index, symbol: undefined };
  const { leaf } = within(index, () => leafOf(content, leaves, entry));
  return { content, entry, index, symbol: leaf.symbol };
}

/** Symbols for an error: `$content/a` is `a` to the reader. */
function symbolsText(symbols: readonly string[]): string {
  if (symbols.length === 0) return "none";
  const shown = symbols.slice(0, 12).map((symbol) => symbol.slice(symbol.lastIndexOf("/") + 1));
  return shown.join(", ") + (symbols.length > shown.length ? ", …" : "");
}
