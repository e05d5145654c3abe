import { writeElement } from "../xml/node.ts";
import { XmlWriter } from "../xml/writer.ts";
import { encodeElement as writeField } from "./encode-struct.ts";
import { Encoding } from "./encoding.ts";
import { encoderOf } from "./encoders.ts";
import { rootTable } from "./erased.ts";
import { rootPlan } from "./plan.ts";
import type { RootCodec } from "./table.ts";

/**
 * Encodes a value as a whole document in UTF-8. Encoding is always strict: what leaves is valid.
 *
 * @throws XmlError `xml.encode` with the path of the value that the contract does not allow.
 */
export function encode<T>(codec: RootCodec<T>, value: T): string {
  const writer = new XmlWriter();
  encodeElement(codec, value, writer);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writer.finish()}`;
}

/** Writes a value as an element into a document that is under way. Errors as for `encode`. */
export function encodeElement<T>(codec: RootCodec<T>, value: T, writer: XmlWriter): void {
  const root = rootTable(codec);
  const [, local] = root.name;
  const context = new Encoding(writer, (element) => writeElement(writer, element), local);
  const plan = rootPlan(root);
  writeField(plan, encoderOf(plan.type), value, context);
}
