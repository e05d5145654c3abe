/** The built-in types (XSD 1.0 part 2, 3) as components, and how they derive from each other. */
import type { Facets, Name } from "../../src/runtime/codec/table.ts";
import type { ComplexType, ElementDeclaration, Particle, SimpleType } from "./components.ts";
import { xsdNamespace } from "./namespaces.ts";

const at = { uri: xsdNamespace, line: 1, column: 1 } as const;

/** The built-in simple types, each with the one that it is derived from; those of xs:anySimpleType are primitive, or lists. */
const derivedFrom: ReadonlyMap<string, string> = new Map(
  [
    "anySimpleType: string boolean decimal float double",
    "anySimpleType: duration dateTime time date gYearMonth gYear gMonthDay gDay gMonth",
    "anySimpleType: hexBinary base64Binary anyURI QName NOTATION NMTOKENS IDREFS ENTITIES",
    "string: normalizedString",
    "normalizedString: token",
    "token: language NMTOKEN Name",
    "Name: NCName",
    "NCName: ID IDREF ENTITY",
    "decimal: integer",
    "integer: nonPositiveInteger long nonNegativeInteger",
    "nonPositiveInteger: negativeInteger",
    "long: int",
    "int: short",
    "short: byte",
    "nonNegativeInteger: unsignedLong positiveInteger",
    "unsignedLong: unsignedInt",
    "unsignedInt: unsignedShort",
    "unsignedShort: unsignedByte",
  ].flatMap((line) => {
    const [base = "", derived = ""] = line.split(": ");
    return derived.split(" ").map((name) => [name, base] as const);
  }),
);

function component(name: string): SimpleType {
  return { kind: "simple", name: [xsdNamespace, name], at, variety: { kind: "builtin", builtin: name } };
}

/** The type of every simple value: xs:anySimpleType. */
export const anySimpleType: SimpleType = component("anySimpleType");

/** The built-in simple types by local name. */
export const builtinSimpleTypes: ReadonlyMap<string, SimpleType> = new Map([
  ["anySimpleType", anySimpleType],
  ...[...derivedFrom.keys()].map((name) => [name, component(name)] as const),
]);

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
  block: new Set(),
  final: new Set(),
  mixed: true,
  attributes: [],
  attributeWildcard: { kind: "wildcard", namespaces: "##any", process: "lax", at },
  content: {
    kind: "elements",
    particle: { min: 1, max: 1, at, term: { kind: "sequence", particles: [anything], at } },
  },
};

/** Namespaces of SOAP's encoding: SOAP 1.1, section 5, and SOAP 1.2 part 2, section 3. */
const encodings = ["http://schemas.xmlsoap.org/soap/encoding/", "http://www.w3.org/2003/05/soap-encoding"] as const;

/** Drafts of SOAP 1.2. */
const encodingDrafts = /^http:\/\/www\.w3\.org\/200[12]\/\d\d\/soap-encoding$/;

/** Whether a namespace is that of SOAP's encoding or a draft of it, whose types are built in: it is imported without a location as a rule. */
export function isEncodingNamespace(namespace: string): boolean {
  return namespace === encodings[0] || namespace === encodings[1] || encodingDrafts.test(namespace);
}

/** soapenc:Array (SOAP 1.1, 5.4.2), of elements whatever they are; the types derived from it say which. */
export const soapArray: ComplexType = {
  ...anyType,
  name: [encodings[0], "Array"],
  base: anyType,
  mixed: false,
  attributeWildcard: undefined,
};

/**
 * Types of SOAP's encoding: for each built-in simple type one of its name, which only adds the attributes id and href
 * (SOAP 1.1, 5.2). Those are resolved before a type is looked at, so the simple type is what remains.
 */
function encodingType(localName: string): SimpleType | ComplexType | undefined {
  if (localName === "Array") return soapArray;
  if (localName === "base64") return builtinSimpleTypes.get("base64Binary");
  return localName === "Struct" ? anyType : builtinSimpleTypes.get(localName);
}

/** Types of Apache's first SOAP that contracts name, and no schema declares: maps and vectors of any values. */
export function undeclaredNamed([namespace]: Name): ComplexType | undefined {
  return namespace === "http://xml.apache.org/xml-soap" ? anyType : undefined;
}

/** The element xs:schema, which messages carry that bring their own schema: of any content here. */
const schemaElement: ElementDeclaration = {
  kind: "element",
  name: [xsdNamespace, "schema"],
  at,
  global: true,
  type: anyType,
  nillable: false,
  abstract: false,
  block: new Set(),
  identity: [],
};

/** The built-in element of a name, if it is one. */
export function builtinElement([namespace, localName]: Name): ElementDeclaration | undefined {
  return namespace === xsdNamespace && localName === "schema" ? schemaElement : undefined;
}

/** The built-in type of a name, if it is one. */
export function builtinNamed([namespace, localName]: Name): SimpleType | ComplexType | undefined {
  if (isEncodingNamespace(namespace)) return encodingType(localName);
  if (namespace !== xsdNamespace) return undefined;
  return localName === "anyType" ? anyType : builtinSimpleTypes.get(localName);
}

/** Local name of the type that a built-in simple type is derived from; undefined for xs:anySimpleType. */
export function builtinBase(localName: string): string | undefined {
  return derivedFrom.get(localName);
}

/** Local name of the primitive type that a built-in one comes from; of a built-in list its own. */
export function primitiveOf(localName: string): string {
  const base = derivedFrom.get(localName);
  return base === undefined || base === "anySimpleType" ? localName : primitiveOf(base);
}

/** Bounds of the built-in integer types (part 2, 3.3.13 to 3.3.25). */
const integerBounds: Readonly<Record<string, readonly [min: string | undefined, max: string | undefined]>> = {
  integer: [undefined, undefined],
  nonPositiveInteger: [undefined, "0"],
  negativeInteger: [undefined, "-1"],
  long: ["-9223372036854775808", "9223372036854775807"],
  int: ["-2147483648", "2147483647"],
  short: ["-32768", "32767"],
  byte: ["-128", "127"],
  nonNegativeInteger: ["0", undefined],
  unsignedLong: ["0", "18446744073709551615"],
  unsignedInt: ["0", "4294967295"],
  unsignedShort: ["0", "65535"],
  unsignedByte: ["0", "255"],
  positiveInteger: ["1", undefined],
};

/** The facets that a built-in type has, white space apart. */
export function builtinFacets(localName: string): Facets {
  if (["NMTOKENS", "IDREFS", "ENTITIES"].includes(localName)) return { minLength: 1 };
  const bounds = integerBounds[localName];
  if (bounds === undefined) return {};
  const [minInclusive, maxInclusive] = bounds;
  return {
    fractionDigits: 0,
    ...(minInclusive === undefined ? {} : { minInclusive }),
    ...(maxInclusive === undefined ? {} : { maxInclusive }),
  };
}
