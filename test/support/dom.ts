/** A second opinion on XML: documents as slimdom reads them, cut down to what tests compare. */
import { parseXmlDocument, type Element } from "slimdom";

/** An element as an independent parser sees it. */
export interface DomElement {
  readonly namespace: string;
  readonly localName: string;
  /** Text of the element and all below it. */
  readonly text: string;
  readonly attributes: readonly { readonly namespace: string; readonly localName: string; readonly value: string }[];
  readonly children: readonly DomElement[];
  /** Texts before, between and after the children. */
  readonly texts: readonly string[];
}

/** The document element, read by slimdom. */
export function slimdom(xml: string): DomElement {
  const root = parseXmlDocument(xml).documentElement;
  if (root === null) throw new Error("no document element");
  return plain(root);
}

function plain(element: Element): DomElement {
  return {
    namespace: element.namespaceURI ?? "",
    localName: element.localName,
    text: element.textContent ?? "",
    attributes: element.attributes
      .filter((attribute) => attribute.namespaceURI !== "http://www.w3.org/2000/xmlns/")
      .map((attribute) => ({
        namespace: attribute.namespaceURI ?? "",
        localName: attribute.localName,
        value: attribute.value,
      })),
    children: element.children.map(plain),
    texts: textsOf(element),
  };
}

function textsOf(element: Element): readonly string[] {
  const texts = [""];
  for (const node of element.childNodes) {
    if (node.nodeType === node.ELEMENT_NODE) texts.push("");
    else if (node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE) {
      texts.push((texts.pop() ?? "") + (node.nodeValue ?? ""));
    }
  }
  return texts;
}
