import { XmlWriter } from "../xml/writer.ts";
import { rootEncoder } from "./encode.ts";
import { elementRest } from "./encode-element.ts";
import { entryEncoder, fieldEncoder, leafEncoders, wrongCount } from "./encode-field.ts";
import { Parts } from "./encode-parts.ts";
import type { Encode } from "./encode-simple.ts";
import { checkObject, refuseUnknown } from "./encode-struct.ts";
import { deeper, describe, fail, Failure, located } from "./encoding.ts";
import { chosenType, encoderOf } from "./encoders.ts";
import { memberOf, rootTable } from "./erased.ts";
import { elementPlan, onePlan, planOf, type ContentPlan, type ElementPlan, type StructPlan } from "./plan.ts";
import type { RootCodec } from "./table.ts";

/** What has no members of its own. */
type Leaf = string | number | bigint | boolean | null | undefined | Uint8Array | Date;

/**
 * A value whose repeated elements may come one by one: every array of elements may be an iterable or an async iterable instead, also
 * that of an element deeper inside, unless it stands in an array or in content whose order is told by `$content`. Arrays that are a
 * list in one text (xs:list) look the same to the compiler, and are refused when they are written.
 */
export type Streamable<T> = T extends Leaf
  ? T
  : T extends readonly (infer Item)[]
    ? T | Iterable<Item> | AsyncIterable<Item>
    : { readonly [K in keyof T]: K extends `$${string}` ? T[K] : Streamable<T[K]> };

/** Options of `encodeStream`. */
export interface EncodeStreamOptions {
  /** Bytes that are made before they are asked for. Default 0. */
  readonly highWaterMark?: number;
}

/**
 * Encodes a value as a whole document in UTF-8, part by part, in memory that does not grow with the number of items: the next ones are
 * taken from their source when the reader asks for more bytes, and the source is ended (`return`) when the reader cancels or an
 * item cannot be written. The bytes are those of `encode`, but that namespaces first needed after 16 KiB are declared on the elements
 * that need them, not on the root.
 *
 * The stream fails with an XmlError `xml.encode` as `encode` does, with the path of the item, and with what its source throws.
 */
export function encodeStream<T>(
  codec: RootCodec<T>,
  value: Streamable<NoInfer<T>>,
  options: EncodeStreamOptions = {},
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces = documentPieces(rootEncoder(rootTable(codec)).plan, value);
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      type: "bytes",
      async pull(controller) {
        const { done, value: text } = await pieces.next();
        if (done !== true) return controller.enqueue(encoder.encode(text));
        controller.close();
        // A reader that brought its own buffer is still waiting.
        controller.byobRequest?.respond(0);
      },
      async cancel() {
        await pieces.return();
      },
    },
    { highWaterMark: options.highWaterMark ?? 0 },
  );
}

async function* documentPieces(plan: ElementPlan, value: unknown): AsyncGenerator<string, void, void> {
  const parts = new Parts(new XmlWriter());
  let start = `<?xml version="1.0" encoding="UTF-8"?>\n`;
  try {
    for await (const piece of streamElement(plan, value, parts)) {
      yield start + piece;
      start = "";
    }
    yield start + parts.take();
  } catch (thrown) {
    throw thrown instanceof Failure ? thrown.errorIn(plan.local) : thrown;
  }
}

type Pieces = AsyncGenerator<string, void, void>;

/** Writes an element; a sequence of elements one by one, anything else at once. */
async function* streamElement(plan: ElementPlan, item: unknown, parts: Parts): Pieces {
  const { writer } = parts;
  const type = encoderOf(plan.type);
  const name = writer.nameOf(plan.namespace, plan.local);
  const sequence = sequenceOf(plan, item);
  if (sequence === undefined) return parts.whole(name, elementRest(plan, type, item, name, writer));
  deeper(writer);
  parts.open(name, type.attributes === undefined ? "" : type.attributes(item, writer));
  for (const { content, one, all, member, key } of sequence) {
    try {
      if (content.many && isSource(member)) yield* streamItems(content, one, member, parts);
      else if (content.kind === "element" && holdsSource(member)) yield* streamElement(content, member, parts);
      else parts.add(all(member, writer));
    } catch (thrown) {
      throw key === undefined ? thrown : located(thrown, key);
    }
  }
  parts.close(name);
  writer.depth--;
}

async function* streamItems(content: ContentPlan, one: Encode, source: Source, parts: Parts): Pieces {
  let count = 0;
  for await (const item of source) {
    if (count === content.max) fail(`Wrong number of ${content.key}`, `at most ${content.max} items`, "more");
    try {
      parts.add(one(item, parts.writer));
    } catch (thrown) {
      throw located(thrown, count);
    }
    count++;
    if (parts.isFull) yield parts.take();
  }
  if (count < content.min) wrongCount(content, Array.from({ length: count }));
}

/** A field of a sequence of elements, and what a value has for it. */
interface Field {
  readonly content: ContentPlan;
  /** Encodes an entry, and the whole field. */
  readonly one: Encode;
  readonly all: Encode;
  readonly member: unknown;
  /** In paths: undefined for the items of an array that is the value itself. */
  readonly key: string | undefined;
}

/** The fields of a value whose content is a sequence of elements; undefined where it is something else, and has to be written at once. */
function sequenceOf(plan: ElementPlan, item: unknown): readonly Field[] | undefined {
  if (item === undefined || item === null) return undefined;
  const table = chosenType(plan.type, item);
  if (table.kind === "wrapper") {
    const content = elementPlan("item", table.item, 0, table.name[0]);
    if (!isSource(item)) fail(`Not a value of ${table.name[1]}`, "an array or an iterable", describe(item));
    return fieldsOf(onePlan(table.name, content), () => item).map((field) => ({ ...field, key: undefined }));
  }
  if (table.kind === "struct") {
    const struct = planOf(table);
    if (struct.model === undefined && struct.text === undefined) {
      checkObject(struct, item);
      refuseUnknown(struct, item);
      return fieldsOf(struct, (key) => memberOf(item, key));
    }
  }
  if (!holdsSource(item)) return undefined;
  return fail(`${plan.local} cannot be written item by item`, "a sequence of elements", "another content");
}

function fieldsOf(plan: StructPlan, memberAt: (key: string) => unknown): readonly Field[] {
  const leaves = leafEncoders(plan, encoderOf);
  return plan.contents.map((content) => {
    const one = entryEncoder(content, leaves[content.index] ?? new Map());
    const all = fieldEncoder(plan, content, encoderOf);
    return { content, one, all, member: memberAt(content.key), key: content.key };
  });
}

type Source = Iterable<unknown> | AsyncIterable<unknown>;

function isSource(value: unknown): value is Source {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return false;
  return Symbol.asyncIterator in value || Symbol.iterator in value;
}

/** Whether there is a source in a value: not in arrays, whose items are written at once. */
function holdsSource(value: unknown): boolean {
  const seen = new Set<unknown>([value]);
  for (const one of seen) {
    if (typeof one !== "object" || one === null || Array.isArray(one) || one instanceof Uint8Array) continue;
    if (isSource(one)) return true;
    for (const member of Object.values(one)) seen.add(member);
  }
  return false;
}
