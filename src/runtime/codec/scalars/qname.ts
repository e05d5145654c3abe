import type { ReadContext, Scalar, WriteContext } from "../table.ts";
import type { QName } from "../values.ts";
import { isNCName } from "./names.ts";

/** Without a prefix the default namespace applies (XSD part 2, 3.2.18); an unbound prefix is not in the lexical space. */
function readName(text: string, context: ReadContext): QName | undefined {
  const colon = text.indexOf(":");
  const localName = text.slice(colon + 1);
  if (!isNCName(localName)) return undefined;
  if (colon < 0) return { namespace: context.namespaceOf("") ?? "", localName };
  const prefix = text.slice(0, colon);
  const namespace = isNCName(prefix) ? context.namespaceOf(prefix) : undefined;
  return namespace === undefined ? undefined : { namespace, localName };
}

/** What is written never relies on a default namespace, so a name without a prefix has no namespace. */
function writeName(value: QName, context: WriteContext): string | undefined {
  if (typeof value !== "object" || value === null || typeof value.namespace !== "string") return undefined;
  if (typeof value.localName !== "string" || !isNCName(value.localName)) return undefined;
  return value.namespace === "" ? value.localName : `${context.prefixOf(value.namespace)}:${value.localName}`;
}

function equal(left: QName, right: QName): boolean {
  return left.localName === right.localName && left.namespace === right.namespace;
}

/** xs:QName, its prefix resolved (XSD part 2, 3.2.18). */
export const qname: Scalar<QName> = {
  kind: "scalar",
  name: "QName",
  space: "collapse",
  read: readName,
  write: writeName,
  equal,
};

/** xs:NOTATION: the qualified name of a notation (XSD part 2, 3.2.19). */
export const notation: Scalar<QName> = {
  kind: "scalar",
  name: "NOTATION",
  space: "collapse",
  read: readName,
  write: writeName,
  equal,
};
