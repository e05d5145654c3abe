/**
 * Arrays of SOAP's encoding (SOAP 1.1, 5.4.2; WSDL 1.1, 2.2): a type derived from soapenc:Array says in wsdl:arrayType, on a
 * reference to soapenc:arrayType, what its items are. It is read as one repeated element, whose name means nothing on the wire.
 */
import { attribute, type XmlNode } from "../source/document.ts";
import { isEncodingNamespace, soapArray } from "./builtins.ts";
import type { TypeDefinition } from "./components.ts";
import { builtin, expand, type Reading } from "./reading.ts";
import type { ComplexTypeSyntax, ElementSyntax, TypeReference } from "./syntax.ts";
import { collapse } from "./value-forms.ts";

const wsdlNamespace = "http://schemas.xmlsoap.org/wsdl/";

/** Far more than any service has, and few enough for names and types in a line. */
const mostRanks = 16;

/** What the derivation step of an array says, in place of what is written; undefined where it is no array's. */
export function readSoapArray(
  reading: Reading,
  step: XmlNode,
): Pick<ComplexTypeSyntax, "content" | "attributes"> | undefined {
  const base = reading.typeNamedIn(step, "base");
  if (base?.kind !== "name" || !isEncodingNamespace(base.name[0]) || base.name[1] !== "Array") return undefined;
  const described = descendant(step, (node) => node.localName === "attribute" && arrayTypeOf(node) !== undefined);
  const element = descendant(step, ({ localName }) => localName === "element");
  const ownType = element === undefined ? undefined : reading.typeNamedIn(element, "type");
  const item = (described && itemType(reading, described)) ?? ownType ?? builtin("anyType", step);
  const name = element === undefined ? undefined : attribute(element, "name");
  return arrayOf(item, step, base, name === undefined ? "item" : collapse(name));
}

/** Whether a type is an array of SOAP's encoding. */
export function isSoapArray(type: TypeDefinition): boolean {
  if (type === soapArray) return true;
  return type.kind === "complex" && type.base?.kind === "complex" && isSoapArray(type.base);
}

function arrayOf(
  type: TypeReference,
  { at }: XmlNode,
  base: TypeReference,
  name: string,
): Pick<ComplexTypeSyntax, "content" | "attributes"> {
  const element: ElementSyntax = {
    kind: "element",
    name: ["", name],
    min: 0,
    max: Infinity,
    type,
    // Any value may be null in this encoding (5.1, rule 9).
    nillable: true,
    abstract: false,
    identity: [],
    final: new Set(),
    block: new Set(),
    at,
  };
  const particle = { kind: "sequence", min: 1, max: 1, particles: [element], at } as const;
  return { content: { kind: "complex", derivation: "restriction", base, particle }, attributes: { uses: [] } };
}

/** The type of the items: `t:Point[]` is of points, `t:Point[][]` of arrays of points, whose type has no name. */
function itemType(reading: Reading, node: XmlNode): TypeReference | undefined {
  const text = arrayTypeOf(node) ?? "";
  const open = text.indexOf("[");
  const qualified = open < 0 ? text : text.slice(0, open);
  const name = expand(node, qualified);
  if (name === undefined) return undefined;
  let type: TypeReference = { kind: "name", name, at: node.at };
  const ranks = open < 0 ? 1 : (text.slice(open).match(/\[/g)?.length ?? 1);
  if (ranks > mostRanks) {
    reading.report("xsd.unsupported", node, `arrays in arrays are carried ${mostRanks} deep, not ${ranks}`);
    return undefined;
  }
  for (let rank = 1; rank < ranks; rank++) {
    const base: TypeReference = { kind: "name", name: [soapArray.name?.[0] ?? "", "Array"], at: node.at };
    const flags = { final: new Set<never>(), block: new Set<never>(), abstract: false, mixed: false } as const;
    type = { kind: "complexType", at: node.at, ...flags, ...arrayOf(type, node, base, "item") };
  }
  return type;
}

function arrayTypeOf(node: XmlNode): string | undefined {
  const found = node.attributes.find(
    ({ namespace, localName }) => namespace === wsdlNamespace && localName === "arrayType",
  );
  return found === undefined ? undefined : collapse(found.value);
}

function descendant(node: XmlNode, wanted: (candidate: XmlNode) => boolean): XmlNode | undefined {
  for (const child of node.children) {
    const found = wanted(child) ? child : descendant(child, wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}
