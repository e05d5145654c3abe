/** Elements kept as they stood: content of wildcards and of xs:anyType, and what a tolerant decoder did not expect. */
import type { XmlAttribute, XmlElement } from "../codec/values.ts";
import { END, EOF, START, TEXT, type XmlReader } from "./reader.ts";
import type { XmlWriter } from "./writer.ts";

interface Draft {
  readonly element: XmlElement;
  readonly children: (XmlElement | string)[];
}

/** Reads the element that the reader stands on, and moves to its end. */
export function readElement(reader: XmlReader): XmlElement {
  const open: Draft[] = [draft(reader, true)];
  for (;;) {
    const token = reader.next();
    const current = open.at(-1);
    if (current === undefined || token === EOF)
      return reader.fail("xml.malformed", "the document ends inside an element");
    if (token === TEXT) current.children.push(reader.text);
    else if (token === START) {
      const next = draft(reader, false);
      current.children.push(next.element);
      open.push(next);
    } else if (token === END) {
      open.pop();
      if (open.length === 0) return current.element;
    }
  }
}

/** Moves to the end of the element that the reader stands on. */
export function skipElement(reader: XmlReader): void {
  let depth = 1;
  while (depth > 0) {
    const token = reader.next();
    if (token === START) depth++;
    else if (token === END) depth--;
    else if (token === EOF) reader.fail("xml.malformed", "the document ends inside an element");
  }
}

function draft(reader: XmlReader, outermost: boolean): Draft {
  const attributes: XmlAttribute[] = [];
  for (let index = 0; index < reader.attributeCount; index++) {
    attributes.push({
      name: { namespace: reader.attributeNamespace(index), localName: reader.attributeLocalName(index) },
      value: reader.attributeValue(index),
    });
  }
  const children: (XmlElement | string)[] = [];
  const name = { namespace: reader.namespace, localName: reader.localName };
  if (!outermost) {
    const namespaces = reader.namespacesHere();
    return { element: { name, attributes, children, ...(namespaces.length === 0 ? {} : { namespaces }) }, children };
  }
  const inScope = reader.namespacesInScope();
  if (inScope === undefined) return { element: { name, attributes, children }, children };
  const element = {
    name,
    attributes,
    children,
    get namespaces() {
      return inScope();
    },
  };
  return { element, children };
}

/** Writes an element as it was read, with the prefixes that its text may refer to. */
export function writeElement(writer: XmlWriter, element: XmlElement): void {
  writer.start(element.name.namespace, element.name.localName);
  for (const [prefix, namespace] of element.namespaces ?? []) writer.declare(prefix, namespace);
  for (const { name, value } of element.attributes) writer.attribute(name.namespace, name.localName, value);
  for (const child of element.children) {
    if (typeof child === "string") writer.text(child);
    else writeElement(writer, child);
  }
  writer.end();
}
