/** What is in the files of eBay's jobs: an answer for each request, or the lines of a report. */
import type { ResultRow, RowError } from "../jobs/results.ts";
import { peeked } from "../jobs/source.ts";
import { stream, type StructCodec, type XmlElement } from "../runtime/codec/index.ts";
import { JobError } from "../runtime/errors.ts";

/** Fields of an answer or a line: texts, records, and lists where a name came more than once. */
export interface EbayRow {
  readonly [name: string]: EbayValue;
}

/** A field. */
export type EbayValue = string | EbayRow | readonly EbayValue[];

/** Where the lines of a report are in it. Everything else is one row as a whole. */
const lines: Readonly<Record<string, string>> = {
  ActiveInventoryReport: "SKUDetails",
  SoldReport: "OrderDetails",
};

interface Node {
  readonly $any: readonly XmlElement[];
}
interface Report {
  readonly line: readonly Node[];
}
interface Answers {
  readonly item: readonly Node[];
}
interface Reports {
  readonly report: readonly Report[];
}

/** The rows of a result file. */
export async function* ebayRows(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<ResultRow<EbayRow>, void, undefined> {
  const { root, item, whole } = await begun(chunks, name);
  if (item === undefined) return;
  const line = lines[item.name];
  const nodes =
    line === undefined
      ? stream(answersOf(root, item), "item", whole)
      : stream(reportsOf(root, item, line), ["report", "line"], whole);
  let number = 0;
  for await (const { $any } of nodes) {
    number += 1;
    yield { number, ...judged(recordOf($any), line === undefined) };
  }
}

/** A name in a namespace. */
interface Tag {
  readonly name: string;
  readonly namespace: string;
}

function nodeOf({ name, namespace }: Tag): StructCodec<Node> {
  const fields = { $any: { any: "##any", count: "*", process: "skip" } } as const;
  return { kind: "struct", name: [namespace, name], fields };
}

function answersOf(root: Tag, item: Tag): StructCodec<Answers> {
  return {
    kind: "struct",
    name: [root.namespace, root.name],
    element: true,
    fields: { item: { el: item.name, ns: item.namespace, count: "*", type: nodeOf(item) } },
  };
}

function reportsOf(root: Tag, item: Tag, line: string): StructCodec<Reports> {
  const report: StructCodec<Report> = {
    kind: "struct",
    name: [item.namespace, item.name],
    fields: {
      line: { el: line, ns: item.namespace, count: "*", type: nodeOf({ name: line, namespace: item.namespace }) },
    },
  };
  return {
    kind: "struct",
    name: [root.namespace, root.name],
    element: true,
    fields: { report: { el: item.name, ns: item.namespace, count: "*", type: report } },
  };
}

function judged(row: EbayRow, answer: boolean): Omit<ResultRow<EbayRow>, "number"> {
  const { Ack: ack, ItemID: id, Errors: errors } = row;
  const failed = answer && ack === "Failure";
  const all = listOf(errors).flatMap((one) => (isRecord(one) ? [one] : []));
  const grave = all.filter(({ SeverityCode: severity }) => severity !== "Warning");
  return {
    row,
    outcome: failed ? "failed" : "succeeded",
    ...(typeof id === "string" && id !== "" ? { id } : {}),
    errors: failed && grave.length === 0 ? [{ message: "eBay gives no reason" }] : grave.map(errorOf),
  };
}

function errorOf({ ErrorCode: code, LongMessage: long, ShortMessage: short }: EbayRow): RowError {
  const message = [long, short].find((one) => typeof one === "string" && one !== "");
  return { ...(typeof code === "string" ? { code } : {}), message: typeof message === "string" ? message : "an error" };
}

function listOf(value: EbayValue | undefined): readonly EbayValue[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

function isList(value: EbayValue): value is readonly EbayValue[] {
  return Array.isArray(value);
}

function isRecord(value: EbayValue): value is EbayRow {
  return typeof value === "object" && !isList(value);
}

function recordOf(elements: readonly XmlElement[]): EbayRow {
  const record = new Map<string, EbayValue>();
  for (const element of elements) {
    const { localName } = element.name;
    const before = record.get(localName);
    const value = valueOf(element);
    record.set(localName, before === undefined ? value : [...listOf(before), value]);
  }
  return Object.fromEntries(record);
}

function valueOf({ children }: XmlElement): EbayValue {
  const elements = children.filter((child) => typeof child !== "string");
  return elements.length > 0 ? recordOf(elements) : children.filter((child) => typeof child === "string").join("");
}

/** Bytes in which the root and the first element in it begin. */
const HEAD = 64 * 1024;

/** Names that only the file knows: what comes depends on the type of its job. */
async function begun(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): Promise<{ readonly root: Tag; readonly item: Tag | undefined; readonly whole: AsyncIterable<Uint8Array> }> {
  const decoder = new TextDecoder();
  let text = "";
  const { found, whole } = await peeked(chunks, (chunk) => {
    if (text.length >= HEAD) throw foreign(name);
    text += decoder.decode(chunk, { stream: true });
    return tagsOf(text);
  });
  if (found === undefined) throw foreign(name);
  return { ...found, whole };
}

function foreign(name: string): JobError {
  return new JobError("job.results", `${name} cannot be read: it does not begin as a file of answers does`);
}

const tag = /<(?:([\w.-]+):)?([\w.-]+)((?:\s[^<>]*)?)\/?>/y;
const between = /(?:\s|<\?[^>]*\?>|<!--[\s\S]*?-->|\ufeff)*/y;

function tagsOf(text: string): { readonly root: Tag; readonly item: Tag | undefined } | undefined {
  const outer = tagAt(text, 0, new Map());
  if (outer === undefined) return undefined;
  if (outer.empty) return { root: outer.tag, item: undefined };
  const inner = tagAt(text, outer.end, outer.scope);
  if (inner !== undefined) return { root: outer.tag, item: inner.tag };
  between.lastIndex = outer.end;
  between.exec(text);
  const ended = text.startsWith("</", between.lastIndex);
  return ended ? { root: outer.tag, item: undefined } : undefined;
}

function tagAt(text: string, from: number, around: ReadonlyMap<string, string>) {
  between.lastIndex = from;
  between.exec(text);
  tag.lastIndex = between.lastIndex;
  const [whole, prefix = "", name, attributes = ""] = tag.exec(text) ?? [];
  if (whole === undefined || name === undefined) return undefined;
  const declared = attributes.matchAll(/\bxmlns(?::([\w.-]+))?\s*=\s*["']([^"']*)["']/g);
  const scope = new Map(around);
  for (const [, one = "", namespace = ""] of declared) scope.set(one, namespace);
  return {
    tag: { name, namespace: scope.get(prefix) ?? "" },
    empty: whole.endsWith("/>"),
    end: tag.lastIndex,
    scope,
  };
}
