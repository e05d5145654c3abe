/** The package's own readers, as they are tried: one row for each way to read a document. */
import type { Limits } from "../../src/runtime/codec/mode.ts";
import { XmlError } from "../../src/runtime/errors.ts";
import { decodeText, readable } from "../../src/runtime/xml/encoding.ts";
import { closeReader, END, EOF, openReader, START, TEXT, type XmlReader } from "../../src/runtime/xml/reader.ts";
import { tagOf, type Tag } from "../../src/runtime/xml/tag.ts";
import { ChunkReader } from "../../src/runtime/xml/chunk-reader.ts";
import { MORE } from "../../src/runtime/xml/scanner.ts";
import { checkPlaces } from "./places.ts";
import { attributeOf, declarationOf, Infoset, type Reading, type ReaderUnderTest } from "./reading.ts";

/** Bytes up to which a document is cut as small as is asked for. Longer ones are cut into a few hundred pieces: each begins a token anew. */
const shortDocument = 4000;
const fewPieces = 200;

/** The events of a reader, whatever it reads from. */
type Events = Pick<
  XmlReader,
  | "next"
  | "namespace"
  | "localName"
  | "text"
  | "attributeCount"
  | "attributeNamespace"
  | "attributeLocalName"
  | "attributeValue"
  | "namespacesHere"
>;

/** Tokens from bytes, as messages come. */
export const ourReader: ReaderUnderTest = { name: "tokens over bytes", read: (document) => readTokens(document) };

/** Every way to read. */
export const readersUnderTest: readonly ReaderUnderTest[] = [
  ourReader,
  {
    name: "tokens over a string",
    // A mark that is decoded away must not let a second one pass for it.
    read: (document) =>
      refusalOr(() => over(typeof document === "string" ? document : `\ufeff${decodeText(document)}`, walk)),
  },
  {
    name: "tokens with their places",
    read: (document) =>
      refusalOr(() => {
        checkPlaces(source(document));
        return over(source(document), walk);
      }),
  },
  ...[1, 2, 3, 7, 64, Infinity].map((size) => ({
    name: size === Infinity ? "pieces: the whole" : `pieces of ${size}`,
    read: (document: string | Uint8Array) => readPieces(document, size),
  })),
  { name: "forks", read: (document) => refusalOr(() => over(source(document), walkForks)) },
  { name: "short ways", ignorable: true, read: (document) => refusalOr(() => over(source(document), walkShortly)) },
];

/** Reads a whole document token by token. */
export function readTokens(document: string | Uint8Array, limits?: Partial<Limits>): Reading {
  return refusalOr(() => over(source(document), walk, limits));
}

/** In pieces of so many bytes; of more where a document is long. */
export function readPieces(document: string | Uint8Array, size: number, limits?: Partial<Limits>): Reading {
  return refusalOr(() => {
    const given = source(document);
    // What is half a character cannot come as bytes.
    if (typeof given === "string" && !given.isWellFormed()) return over(given, walk, limits);
    const bytes = typeof given === "string" ? new TextEncoder().encode(given) : given;
    return walkPieces(
      bytes,
      bytes.length <= shortDocument ? size : Math.max(size, Math.ceil(bytes.length / fewPieces)),
      new ChunkReader(limits),
    );
  });
}

function walkPieces(bytes: Uint8Array, size: number, reader: ChunkReader): string {
  const infoset = new Infoset();
  let at = 0;
  for (;;) {
    const token = reader.attempt(() => reader.next());
    if (token === MORE) {
      if (at >= bytes.length && at > 0) throw new Error("there is no more");
      const end = Math.min(bytes.length, at + size);
      reader.feed(bytes.subarray(at, end), end === bytes.length);
      at = Math.max(1, end);
    } else if (token === EOF) return infoset.finish();
    else if (token === START) infoset.start(reader.namespace, reader.localName, attributesOf(reader));
    else if (token === TEXT) infoset.text(reader.text);
    else if (token === END) infoset.end();
  }
}

/** A document as messages come: text goes its own way only where a test has nothing else. */
function source(document: string | Uint8Array): string | Uint8Array {
  return typeof document === "string" ? document : readable(document);
}

function over(document: string | Uint8Array, read: (reader: XmlReader) => string, limits?: Partial<Limits>): string {
  const reader = openReader(document, limits);
  try {
    return read(reader);
  } finally {
    closeReader(reader);
  }
}

/** What a refusal is; other errors are crashes and go on. */
function refusalOr(read: () => string): Reading {
  try {
    return { verdict: "read", infoset: read() };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return { verdict: "refused", reason: error.message, code: error.code };
  }
}

function walk(reader: Events): string {
  const infoset = new Infoset();
  for (;;) {
    const token = reader.next();
    if (token === EOF) return infoset.finish();
    if (token === START) infoset.start(reader.namespace, reader.localName, attributesOf(reader));
    else if (token === TEXT) infoset.text(reader.text);
    else if (token === END) infoset.end();
  }
}

/** As decoders read: names compared with those that were met before, texts of elements at once, white space between tags passed. */
function walkShortly(reader: XmlReader): string {
  const infoset = new Infoset();
  const tags: Tag[] = [];
  let depth = 0;
  const ended = (): void => {
    depth--;
    infoset.end();
  };
  const started = (): void => {
    depth++;
    infoset.start(reader.namespace, reader.localName, attributesOf(reader));
    if (reader.attributeCount > 0) return;
    if (!reader.leaf()) return;
    infoset.text(reader.leafText());
    ended();
  };
  for (;;) {
    const ahead = depth > 0 ? reader.ahead() : undefined;
    if (ahead === END) ended();
    else if (ahead === START && tags.some((tag) => reader.take(tag) !== 0)) started();
    else {
      const token = reader.next();
      if (token === EOF) return infoset.finish();
      if (token === TEXT) infoset.text(reader.text);
      else if (token === END) ended();
      else {
        const tag = tagOf(reader.namespace);
        reader.learn(tag);
        if (tags.unshift(tag) > 8) tags.pop();
        started();
      }
    }
  }
}

/** As readers of alternatives do: another reader goes on at each start tag, while the one before reads something else. */
function walkForks(first: XmlReader): string {
  const infoset = new Infoset();
  let reader = first;
  for (;;) {
    const token = reader.next();
    if (token === EOF) return infoset.finish();
    if (token === TEXT) infoset.text(reader.text);
    else if (token === END) infoset.end();
    else if (token === START) {
      const before = reader;
      reader = before.fork();
      stray(before);
      infoset.start(reader.namespace, reader.localName, attributesOf(reader));
    }
  }
}

/** Reads on a little; what is wrong there is told by the reader that counts. */
function stray(reader: XmlReader): void {
  try {
    for (let left = 3; left > 0 && reader.next() !== EOF; left--);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
  }
}

function attributesOf(reader: Events): readonly string[] {
  const attributes = reader.namespacesHere().map(([prefix, namespace]) => declarationOf(prefix, namespace));
  for (let index = 0; index < reader.attributeCount; index++) {
    attributes.push(
      attributeOf(reader.attributeNamespace(index), reader.attributeLocalName(index), reader.attributeValue(index)),
    );
  }
  return attributes;
}
