/** Documents as positioned trees: what every format's `read` starts from. */
import { createHash } from "node:crypto";
import { XmlError } from "../../src/runtime/errors.ts";
import { closeReader, END, openReader, START, TEXT, type XmlReader } from "../../src/runtime/xml/reader.ts";
import type { Diagnostics, Place } from "../diagnostics.ts";

/** A document that was read. */
export interface SourceDocument {
  /** As diagnostics name it: a path relative to the working directory, or a URL. */
  readonly uri: string;
  readonly text: string;
  readonly sha256: string;
  readonly root: XmlNode;
}

/** An element with its place and the namespaces in scope. */
export interface XmlNode {
  readonly namespace: string;
  readonly localName: string;
  readonly at: Place;
  readonly attributes: readonly { readonly namespace: string; readonly localName: string; readonly value: string }[];
  readonly children: readonly XmlNode[];
  /** Character data directly inside, joined. */
  readonly text: string;
  /** Namespace bound to a prefix here; undefined where it is unbound. */
  namespaceOf(prefix: string): string | undefined;
}

/** SHA-256 of a document's text, in hexadecimal. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Reads XML; answers undefined, and reports why, where it is not well-formed. */
export function parseXml(uri: string, text: string, diagnostics: Diagnostics): SourceDocument | undefined {
  try {
    const reader = openReader(text, { depth: 1000, attributes: 100_000 });
    try {
      reader.next();
      return { uri, text, sha256: sha256(text), root: readTree(reader, placesIn(uri, text)) };
    } finally {
      closeReader(reader);
    }
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const at = { uri, line: error.line ?? 1, column: error.column ?? 1 };
    diagnostics.report("source.malformed", at, error.message);
    return undefined;
  }
}

interface Draft {
  readonly node: XmlNode;
  readonly children: XmlNode[];
  text: string;
}

function readTree(reader: XmlReader, place: (offset: number) => Place): XmlNode {
  const root = begin(reader, place, undefined);
  const open: Draft[] = [root];
  while (open.length > 0) {
    const token = reader.next();
    const current = open.at(-1);
    if (current === undefined) break;
    if (token === START) {
      const next = begin(reader, place, current.node);
      current.children.push(next.node);
      open.push(next);
    } else if (token === TEXT) current.text += reader.text;
    else if (token === END) open.pop();
  }
  // What follows the root has to be well-formed, too.
  while (reader.next() !== 0);
  return root.node;
}

function begin(reader: XmlReader, place: (offset: number) => Place, parent: XmlNode | undefined): Draft {
  const attributes: { namespace: string; localName: string; value: string }[] = [];
  for (let index = 0; index < reader.attributeCount; index++) {
    attributes.push({
      namespace: reader.attributeNamespace(index),
      localName: reader.attributeLocalName(index),
      value: reader.attributeValue(index),
    });
  }
  const here = new Map(reader.namespacesHere());
  const children: XmlNode[] = [];
  const draft: Draft = {
    children,
    text: "",
    node: {
      namespace: reader.namespace,
      localName: reader.localName,
      at: place(reader.offset),
      attributes,
      children,
      get text() {
        return draft.text;
      },
      namespaceOf(prefix) {
        const bound = here.get(prefix);
        if (bound !== undefined) return bound;
        if (parent !== undefined) return parent.namespaceOf(prefix);
        return prefix === "" ? "" : prefix === "xml" ? "http://www.w3.org/XML/1998/namespace" : undefined;
      },
    },
  };
  return draft;
}

/** Line and column of offsets, with the line starts worked out once. */
function placesIn(uri: string, text: string): (offset: number) => Place {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { uri, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** Value of an attribute without a namespace. */
export function attribute(node: XmlNode, localName: string): string | undefined {
  return node.attributes.find((candidate) => candidate.namespace === "" && candidate.localName === localName)?.value;
}
