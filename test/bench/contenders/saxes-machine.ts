/** A state machine over the events of saxes: values and checks of strict decoding, for what the contracts of this benchmark need. */
import { refuse } from "./checks.ts";
import type { NamespaceParser } from "./saxes.ts";

/** How the content of an element is read: a text, children in their order, or a list of one kind of children. */
export type Shape =
  | { readonly kind: "text"; readonly read: (text: string, name: string) => unknown }
  | { readonly kind: "struct"; readonly fields: readonly Field[] }
  | { readonly kind: "list"; readonly item: Field; readonly each?: (value: unknown) => void };

/** An element that may come. */
export interface Field {
  readonly name: string;
  readonly uri: string;
  readonly shape: Shape;
  readonly required?: true;
  readonly nillable?: true;
}

const instance = "http://www.w3.org/2001/XMLSchema-instance";

/** An element that is open. */
interface Frame {
  readonly field: Field;
  readonly shape: Shape;
  /** Of a struct. */
  readonly fields: Record<string, unknown>;
  /** Of a list. */
  readonly items: unknown[];
  /** Index of the first field that may come. */
  next: number;
  text: string;
  nil: boolean;
}

const noFields: Record<string, unknown> = {};
const noItems: unknown[] = [];

/** Follows the events of documents with this root; answers what gives the value of the last one. */
export function follow(parser: NamespaceParser, root: Field): () => unknown {
  const open: Frame[] = [];
  let result: unknown;
  parser.on("opentag", (tag) => {
    const parent = open.at(-1);
    const field = parent === undefined ? root : expected(parent, tag.local, tag.uri);
    if (field.name !== tag.local || field.uri !== tag.uri) refuse(`${tag.name} is not the root`);
    const { shape } = field;
    const fields = shape.kind === "struct" ? {} : noFields;
    const items = shape.kind === "list" ? [] : noItems;
    const frame: Frame = { field, shape, fields, items, next: 0, text: "", nil: false };
    for (const name in tag.attributes) {
      const attribute = tag.attributes[name];
      if (attribute === undefined || attribute.prefix === "xmlns" || name === "xmlns") continue;
      if (attribute.uri !== instance || attribute.local !== "nil" || field.nillable !== true)
        refuse(`${name} is not known`);
      frame.nil = isTrue(attribute.value);
    }
    open.push(frame);
  });
  const text = (piece: string): void => {
    const frame = open.at(-1);
    if (frame?.shape.kind === "text") frame.text += piece;
    else if (/[^ \t\r\n]/.test(piece)) refuse("text between elements");
  };
  parser.on("text", text);
  parser.on("cdata", text);
  parser.on("closetag", () => {
    const frame = open.pop();
    if (frame === undefined) return;
    const value = valueOf(frame);
    const parent = open.at(-1);
    if (parent === undefined) result = value;
    else if (parent.shape.kind !== "list") parent.fields[frame.field.name] = value;
    else if (parent.shape.each === undefined) parent.items.push(value);
    else parent.shape.each(value);
  });
  return () => result;
}

function expected(parent: Frame, name: string, uri: string): Field {
  const { shape } = parent;
  if (parent.nil || shape.kind === "text") return refuse(`${name} is out of place`);
  if (shape.kind === "list") {
    return shape.item.name === name && shape.item.uri === uri ? shape.item : refuse(`${name} is not known`);
  }
  for (; ; parent.next++) {
    const field = shape.fields[parent.next];
    if (field === undefined) return refuse(`${name} is out of place`);
    if (field.name === name && field.uri === uri) {
      parent.next += 1;
      return field;
    }
    if (field.required === true) refuse(`${field.name} is missing`);
  }
}

function valueOf({ field, shape, nil, text, fields, items, next }: Frame): unknown {
  if (nil)
    return text === "" && next === 0 && items.length === 0 ? null : refuse(`${field.name} is nil, and has content`);
  if (shape.kind === "text") return shape.read(text, field.name);
  if (shape.kind === "list") return items;
  for (let index = next; index < shape.fields.length; index++)
    if (shape.fields[index]?.required === true) refuse(`${shape.fields[index]?.name} is missing`);
  return fields;
}

function isTrue(value: string): boolean {
  if (value === "true" || value === "1") return true;
  return value === "false" || value === "0" ? false : refuse("xsi:nil is no boolean");
}
