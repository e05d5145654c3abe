import type { Decoding } from "./decoding.ts";
import { tableOf, type PolyTable, type StructTable } from "./erased.ts";
import { excerpt, named, nameText } from "./labels.ts";
import { XML_NAMESPACE, XSD_NAMESPACE, XSI_NAMESPACE } from "./namespaces.ts";
import { isNCName } from "./scalars/names.ts";
import { trimSpace } from "./scalars/whitespace.ts";
import type { Name } from "./table.ts";

/** Attributes of an element whose type has none: only those of xsi may stand there. */
export function checkBareAttributes(context: Decoding, type: Name | undefined): void {
  const { reader } = context;
  for (let i = 0; i < reader.attributeCount; i++) checkUndeclared(context, i, type);
}

/** An attribute that the type does not declare. `type` is the name that xsi:type may have. */
export function checkUndeclared(context: Decoding, index: number, type: Name | undefined): void {
  const { reader, strict } = context;
  const namespace = reader.attributeNamespace(index);
  const localName = reader.attributeLocalName(index);
  if (namespace === XSI_NAMESPACE) {
    if (localName === "type") return checkType(context, index, type);
    if (localName === "nil" || localName === "schemaLocation" || localName === "noNamespaceSchemaLocation") return;
  }
  if (namespace === XML_NAMESPACE && !strict) return;
  context.attribute = localName;
  const message = `The attribute ${named(namespace, localName)} is not in the contract`;
  context.refuse("unknown-attribute", message, "no such attribute", excerpt(reader.attributeValue(index)));
  context.attribute = "";
}

/** Expanded name that xsi:type says. */
export function typeName(context: Decoding, index: number): Name {
  const text = trimSpace(context.reader.attributeValue(index));
  const colon = text.indexOf(":");
  const localName = text.slice(colon + 1);
  const namespace = context.reader.lookup(colon < 0 ? "" : text.slice(0, colon)) ?? (colon < 0 ? "" : undefined);
  if (namespace === undefined || !isNCName(localName)) {
    context.attribute = "xsi:type";
    context.fail("xml.invalid", "Not the name of a type", "xs:QName", excerpt(text));
  }
  return [namespace, localName];
}

/** What xsi:type says of the element at whose start the reader is; undefined where it is not there. */
export function xsiType(context: Decoding): Name | undefined {
  const { reader } = context;
  for (let i = 0; i < reader.attributeCount; i++) {
    if (reader.attributeLocalName(i) === "type" && reader.attributeNamespace(i) === XSI_NAMESPACE) {
      return typeName(context, i);
    }
  }
  return undefined;
}

/** The struct that xsi:type says, at the start of an element of a type with derived ones; undefined where there is none such. */
export function alternativeOf(table: PolyTable, context: Decoding): StructTable | undefined {
  const [namespace, local] = xsiType(context) ?? table.name;
  return Object.values(table.types)
    .map(tableOf)
    .find(
      (type): type is StructTable => type.kind === "struct" && type.name[0] === namespace && type.name[1] === local,
    );
}

/** xsi:type on an element whose declared type has no derived ones in the contract. */
function checkType(context: Decoding, index: number, declared: Name | undefined): void {
  if (context.typeKnown) {
    context.typeKnown = false;
    return;
  }
  const [namespace, localName] = typeName(context, index);
  if (declared !== undefined) {
    if (namespace === declared[0] && localName === declared[1]) return;
    // Every simple type is derived from xs:anySimpleType, so any is right; what that is derived from itself is none.
    const isBase = localName === "anyType" && namespace === XSD_NAMESPACE;
    if (declared[1] === "anySimpleType" && declared[0] === XSD_NAMESPACE && !isBase) return;
  }
  const expected = declared === undefined ? "no xsi:type: the type has no name" : nameText(declared);
  context.refuse(
    "unknown-type",
    "xsi:type names another type than the contract",
    expected,
    named(namespace, localName),
  );
}
