/** The strict parsers that our readers are held against. */
import { SaxesParser, type SaxesTagNS } from "saxes";
import { parseXmlDocument, type Document, type Element, type Node } from "slimdom";
import { attributeOf, declarationOf, Infoset, type Reading, type ReaderUnderTest } from "./reading.ts";

const xmlnsNamespace = "http://www.w3.org/2000/xmlns/";

/** A tree, XML 1.0 fifth edition with namespaces. */
export const slimdom: ReaderUnderTest = {
  name: "slimdom",
  read: (document) => refusalOr(() => slimdomInfoset(parseXmlDocument(textOf(document)))),
};

/** Events, with namespaces. */
export const saxes: ReaderUnderTest = {
  name: "saxes",
  read: (document) => refusalOr(() => saxesInfoset(textOf(document))),
};

/** A peer refuses by throwing whatever it likes. */
export function refusalOr(read: () => string): Reading {
  try {
    return { verdict: "read", infoset: read() };
  } catch (error) {
    return { verdict: "refused", reason: String(error) };
  }
}

/**
 * Text for parsers that take no bytes: by byte order mark, then by declaration, then UTF-8, as strictly as TextDecoder does it. The mark
 * stays: they take it away themselves.
 */
export function textOf(document: string | Uint8Array): string {
  if (typeof document === "string") return document;
  const [first, second] = document;
  const head = String.fromCharCode(...document.subarray(0, 100));
  const declared = /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"']+)/.exec(head)?.[1];
  const marked = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "";
  const label = marked === "" ? (first === 0xef ? "utf-8" : (declared ?? "utf-8")) : marked;
  return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(document);
}

/** The content of a tree. Nested deeply or not, it is walked without recursion. */
export function slimdomInfoset(document: Document): string {
  const infoset = new Infoset();
  let node: Node | null = document.documentElement;
  while (node !== null) {
    if (isElement(node)) infoset.start(node.namespaceURI ?? "", node.localName, slimdomAttributes(node));
    else if (node.nodeType === 3 || node.nodeType === 4) infoset.text(node.nodeValue ?? "");
    if (node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    while (node !== null && node !== document) {
      if (isElement(node)) infoset.end();
      if (node !== document.documentElement && node.nextSibling !== null) break;
      node = node === document.documentElement ? null : node.parentNode;
    }
    node = node?.nextSibling ?? null;
  }
  return infoset.finish();
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function slimdomAttributes({ attributes }: Element): readonly string[] {
  return attributes.map(({ namespaceURI, prefix, localName, value }) =>
    namespaceURI === xmlnsNamespace
      ? declarationOf(prefix === null ? "" : localName, value)
      : attributeOf(namespaceURI ?? "", localName, value),
  );
}

function saxesInfoset(text: string): string {
  const infoset = new Infoset();
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on("error", (error) => {
    throw error;
  });
  let depth = 0;
  parser.on("opentag", (tag) => {
    depth++;
    infoset.start(tag.uri, tag.local, saxesAttributes(tag));
  });
  // It tells of white space outside of the root too.
  const take = (part: string): void => {
    if (depth > 0) infoset.text(part);
  };
  parser.on("text", take);
  parser.on("cdata", take);
  parser.on("closetag", () => {
    depth--;
    infoset.end();
  });
  parser.write(text).close();
  return infoset.finish();
}

function saxesAttributes({ attributes }: SaxesTagNS): readonly string[] {
  return Object.values(attributes).map(({ uri, prefix, local, value }) =>
    prefix === "xmlns" || (prefix === "" && local === "xmlns")
      ? declarationOf(prefix === "xmlns" ? local : "", value)
      : attributeOf(uri, local, value),
  );
}
