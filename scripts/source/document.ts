/** Documents as positioned trees: what every format's `read` starts from. */
import { createHash } from "node:crypto";
import { XmlError } from "../../src/runtime/errors.ts";
import { closeReader, END, openReader, START, TEXT, type XmlReader } from "../../src/runtime/xml/reader.ts";
import type { Diagnostics, Place } from "../diagnostics.ts";
import { withoutDoctype } from "./doctype.ts";
import { PrefixRepair } from "./prefix-repair.ts";
import { isDraft, namespaceToday, namesType, typeToday } from "./schema-drafts.ts";

/** A document that was read. */
export interface SourceDocument {
  /** As diagnostics name it: a path relative to the working directory, or a URL. */
  readonly uri: string;
  readonly text: string;
  /** Of the bytes as they were found, in hexadecimal. */
  readonly sha256: string;
  readonly root: XmlNode;
}

/** What came of an attempt to read a document: `document` is undefined where it is malformed, which was reported. */
export type Loaded = { readonly document: SourceDocument | undefined } | { readonly missing: string };

/** An element with its place and the namespaces in scope. */
export interface XmlNode {
  readonly namespace: string;
  readonly localName: string;
  readonly at: Place;
  readonly attributes: readonly { readonly namespace: string; readonly localName: string; readonly value: string }[];
  readonly children: readonly XmlNode[];
  /** Character data directly inside, joined. */
  readonly text: string;
  /** Character data of the element and of all below it, in document order. */
  readonly content: string;
  /** Namespace bound to a prefix here; undefined where it is unbound. */
  namespaceOf(prefix: string): string | undefined;
}

/** SHA-256 in hexadecimal; of a text it is that of its UTF-8 bytes. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/**
 * Reads XML; answers undefined, and reports why, where it is not well-formed. Entities that the document declares are expanded.
 *
 * @param bytes what the text was decoded from, where it was.
 */
export function parseXml(
  uri: string,
  text: string,
  diagnostics: Diagnostics,
  bytes: string | Uint8Array = text,
): SourceDocument | undefined {
  const undeclared = withoutDoctype(text);
  if ("reason" in undeclared) {
    const line = text.slice(0, undeclared.offset).split("\n").length;
    diagnostics.report("source.malformed", { uri, line, column: 1 }, undeclared.reason);
    return undefined;
  }
  const prefixes = new PrefixRepair(undeclared.text);
  for (;;) {
    try {
      const drafts: Place[] = [];
      const root = rootOf(prefixes, uri, drafts);
      for (const { message, at } of prefixes.found) diagnostics.report("nsc-NSDeclared", { uri, ...at }, message);
      const [draft] = drafts;
      if (draft !== undefined) diagnostics.report("xsd.draft", draft, inDraft);
      return { uri, text, sha256: sha256(bytes), root };
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      if (prefixes.repair(error)) continue;
      const { line, column } = prefixes.placeIn({ line: error.line ?? 1, column: error.column ?? 1 });
      diagnostics.report("source.malformed", { uri, line, column }, reasonOf(error));
      return undefined;
    }
  }
}

const inDraft =
  "the namespace is that of a draft of XML Schema: it is read as the Recommendation, whose messages are sent";

/** @param drafts gets the places of elements in a draft of XML Schema */
function rootOf(prefixes: PrefixRepair, uri: string, drafts: Place[]): XmlNode {
  const reader = openReader(prefixes.text, { depth: 1000, attributes: 100_000 });
  try {
    reader.next();
    return readTree(reader, (position) => ({ uri, ...prefixes.placeIn(position) }), drafts);
  } finally {
    closeReader(reader);
  }
}

/** What an error says, without the place: a diagnostic has its own. */
function reasonOf(error: XmlError): string {
  return error.message.replace(/ \(line \d+, column \d+\)$/, "");
}

interface Growing {
  readonly node: XmlNode;
  readonly children: XmlNode[];
  text: string;
  content: string;
}

/** A place in the document as it was written, from one in what is read. */
type PlaceOf = (position: { readonly line: number; readonly column: number }) => Place;

function readTree(reader: XmlReader, placeOf: PlaceOf, drafts: Place[]): XmlNode {
  const begin = (parent: XmlNode | undefined): Growing => {
    const begun = growing(reader, placeOf, parent);
    if (isDraft(reader.namespace)) drafts.push(begun.node.at);
    return begun;
  };
  const root = begin(undefined);
  const open: Growing[] = [root];
  while (open.length > 0) {
    const token = reader.next();
    const current = open.at(-1);
    if (current === undefined) break;
    if (token === START) {
      const next = begin(current.node);
      current.children.push(next.node);
      open.push(next);
    } else if (token === TEXT) {
      current.text += reader.text;
      current.content += reader.text;
    } else if (token === END) {
      open.pop();
      const parent = open.at(-1);
      if (parent !== undefined) parent.content += current.content;
    }
  }
  // What follows the root has to be well-formed, too.
  while (reader.next() !== 0);
  return root.node;
}

function growing(reader: XmlReader, placeOf: PlaceOf, parent: XmlNode | undefined): Growing {
  const attributes: { namespace: string; localName: string; value: string }[] = [];
  for (let index = 0; index < reader.attributeCount; index++) {
    const localName = reader.attributeLocalName(index);
    const value = reader.attributeValue(index);
    attributes.push({
      namespace: reader.attributeNamespace(index),
      localName,
      value: namesType.has(localName) ? typeToday(value, (prefix) => reader.lookup(prefix)) : value,
    });
  }
  const here = new Map(reader.namespacesHere());
  const children: XmlNode[] = [];
  const grown: Growing = {
    children,
    text: "",
    content: "",
    node: {
      namespace: namespaceToday(reader.namespace),
      localName: reader.localName,
      // Asked for in document order, which makes the positions of all elements one pass over the text.
      at: placeOf(reader.position()),
      attributes,
      children,
      get text() {
        return grown.text;
      },
      get content() {
        return grown.content;
      },
      namespaceOf(prefix) {
        const bound = here.get(prefix);
        if (bound !== undefined) return namespaceToday(bound);
        if (parent !== undefined) return parent.namespaceOf(prefix);
        return prefix === "" ? "" : prefix === "xml" ? "http://www.w3.org/XML/1998/namespace" : undefined;
      },
    },
  };
  return grown;
}

/** Value of an attribute without a namespace. */
export function attribute(node: XmlNode, localName: string): string | undefined {
  return node.attributes.find((candidate) => candidate.namespace === "" && candidate.localName === localName)?.value;
}
