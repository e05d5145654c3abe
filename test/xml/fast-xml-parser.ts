/** fast-xml-parser, as it is tried beside our readers: it has no namespaces, so that its names are qualified names. */
import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { Document, Element, Node } from "slimdom";
import { refusalOr, textOf } from "./peers.ts";
import { attributeOf, Infoset, type ReaderUnderTest } from "./reading.ts";

/** The parser alone, set to keep what a document says: attributes, order, white space, texts as they stand. */
export const fastXmlParser: ReaderUnderTest = {
  name: "fast-xml-parser",
  read: (document) => refusalOr(() => infosetOf(unmarked(document))),
};

/** With the validator before it that its documentation tells of. */
export const validatedFastXmlParser: ReaderUnderTest = {
  name: "fast-xml-parser with XMLValidator",
  read: (document) =>
    refusalOr(() => {
      const text = unmarked(document);
      const found = XMLValidator.validate(text);
      if (found !== true) throw new Error(found.err.msg);
      return infosetOf(text);
    }),
};

/** It takes a byte order mark for text. */
function unmarked(document: string | Uint8Array): string {
  return textOf(document).replace(/^\ufeff/, "");
}

function infosetOf(text: string): string {
  const unlimited = { enabled: true, maxTotalExpansions: Infinity, maxExpandedLength: Infinity };
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    htmlEntities: true,
    processEntities: unlimited,
    cdataPropName: "#cdata",
    ignoreDeclaration: true,
    ignorePiTags: true,
  });
  const nodes: unknown = parser.parse(text);
  const infoset = new Infoset();
  addNodes(infoset, nodes);
  return infoset.finish();
}

/** Its nodes are objects with one name, and ":@" for attributes. */
function addNodes(infoset: Infoset, nodes: unknown, inside = false): void {
  if (!Array.isArray(nodes)) return;
  for (const node of nodes) {
    const { ":@": attributes, ...content } = recordOf(node);
    for (const [name, value] of Object.entries(content)) {
      if (name === "#text") {
        if (inside) infoset.text(String(value));
      } else if (name === "#cdata") addNodes(infoset, value, inside);
      else {
        const pairs = Object.entries(recordOf(attributes));
        infoset.start(
          "",
          name,
          pairs.map(([key, text]) => attributeOf("", key, String(text))),
        );
        addNodes(infoset, value, true);
        infoset.end();
      }
    }
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** A tree's content without namespaces: names as they are written, declarations as attributes. */
export function lexicalInfoset(document: Document): string {
  const infoset = new Infoset();
  const visit = (node: Node): void => {
    if (isElement(node)) {
      const { nodeName, attributes } = node;
      infoset.start(
        "",
        nodeName,
        attributes.map(({ name, value }) => attributeOf("", name, value)),
      );
      for (const child of node.childNodes) visit(child);
      infoset.end();
    } else if (node.nodeType === 3 || node.nodeType === 4) infoset.text(node.nodeValue ?? "");
  };
  if (document.documentElement !== null) visit(document.documentElement);
  return infoset.finish();
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
