/** The built-in types (XSD 1.0 part 2, 3) as components. */
import type { ComplexType, Particle, SimpleType } from "./components.ts";
import { xsdNamespace } from "./read.ts";

const at = { uri: xsdNamespace, line: 1, column: 1 } as const;

/** Names of the built-in simple types, derived ones after their bases. */
const names: readonly string[] = [
  ..."anySimpleType string boolean decimal float double duration dateTime time date gYearMonth gYear gMonthDay gDay gMonth".split(
    " ",
  ),
  ..."hexBinary base64Binary anyURI QName NOTATION normalizedString token language NMTOKEN NMTOKENS Name NCName ID".split(
    " ",
  ),
  ..."IDREF IDREFS ENTITY ENTITIES integer nonPositiveInteger negativeInteger long int short byte".split(" "),
  ..."nonNegativeInteger unsignedLong unsignedInt unsignedShort unsignedByte positiveInteger".split(" "),
];

/** The built-in simple types by local name. */
export const builtinSimpleTypes: ReadonlyMap<string, SimpleType> = new Map(
  names.map((name): [string, SimpleType] => [
    name,
    { kind: "simple", name: [xsdNamespace, name], at, variety: { kind: "builtin", builtin: name } },
  ]),
);

const anything: Particle = {
  min: 0,
  max: Infinity,
  at,
  term: { kind: "wildcard", namespaces: "##any", process: "lax", at },
};

/** xs:anyType (part 1, 3.4.7): mixed, any attributes, any elements. */
export const anyType: ComplexType = {
  kind: "complex",
  name: [xsdNamespace, "anyType"],
  at,
  base: undefined,
  derivation: "restriction",
  abstract: false,
  mixed: true,
  attributes: [],
  attributeWildcard: { kind: "wildcard", namespaces: "##any", process: "lax", at },
  content: {
    kind: "elements",
    particle: { min: 1, max: 1, at, term: { kind: "sequence", particles: [anything], at } },
  },
};
