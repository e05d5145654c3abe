import { XmlWriter } from "../xml/writer.ts";
import { elementRest, type TypeEncoder } from "./encode-element.ts";
import { Failure } from "./encoding.ts";
import { encoderOf } from "./encoders.ts";
import { rootTable, type ElementTable, type StructTable } from "./erased.ts";
import { rootPlan, type ElementPlan } from "./plan.ts";
import { isNCName } from "./scalars/names.ts";
import type { RootCodec } from "./table.ts";

/** How a document is written. */
export interface EncodeOptions {
  /** Prefixes by namespace, for readers that ask for certain ones; those of other namespaces are made. */
  readonly prefixes?: Readonly<Record<string, string>>;
}

/**
 * Encodes a value as a whole document in UTF-8. Encoding is always strict: what leaves is valid.
 *
 * @throws XmlError `xml.encode` with the path of the value that the contract does not allow.
 * @throws TypeError where a prefix is none (Namespaces in XML, production 7).
 */
export function encode<T>(codec: RootCodec<T>, value: T, { prefixes }: EncodeOptions = {}): string {
  for (const prefix of Object.values(prefixes ?? {})) {
    if (!isNCName(prefix)) throw new TypeError(`${JSON.stringify(prefix)} is no prefix of a namespace.`);
  }
  const writer = new XmlWriter(prefixes);
  encodeElement(codec, value, writer);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writer.finish()}`;
}

/**
 * Writes a value as an element into a document that is under way. Errors as for `encode`.
 *
 * @param attributes further ones that its table does not have, as they stand behind the name
 */
export function encodeElement<T>(codec: RootCodec<T>, value: T, writer: XmlWriter, attributes = ""): void {
  const { plan, type } = rootEncoder(rootTable(codec));
  try {
    const name = writer.nameOf(plan.namespace, plan.local);
    writer.element(name, attributes + elementRest(plan, type, value, name, writer));
  } catch (thrown) {
    throw thrown instanceof Failure ? thrown.errorIn(plan.local) : thrown;
  }
}

/** An element that can stand at the root of a message, and the encoder of its type. */
export interface RootEncoder {
  readonly plan: ElementPlan;
  readonly type: TypeEncoder;
}

const roots = new WeakMap<ElementTable | StructTable, RootEncoder>();

/** The encoder of a root element; made once for each table. */
export function rootEncoder(root: ElementTable | StructTable): RootEncoder {
  let encoder = roots.get(root);
  if (encoder === undefined) {
    const plan = rootPlan(root);
    encoder = { plan, type: encoderOf(plan.type) };
    roots.set(root, encoder);
  }
  return encoder;
}
