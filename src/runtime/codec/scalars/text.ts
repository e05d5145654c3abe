import type { ListCodec, Scalar } from "../table.ts";
import type {
  AnySimple,
  AnyURI,
  ENTITY as EntityName,
  ID as Identifier,
  IDREF as IdentifierReference,
  Language,
  NCName as NoColonName,
  NMTOKEN as NameToken,
  NormalizedString,
  Token,
  XmlNameString,
} from "../values.ts";
import { isName, isNCName, isNmtoken } from "./names.ts";
import { isCollapsed, isReplaced } from "./whitespace.ts";

const LANGUAGE = /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/;

function anyText(text: string): string {
  return text;
}

function writeText(value: string): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function writeCollapsed(value: string): string | undefined {
  return typeof value === "string" && isCollapsed(value) ? value : undefined;
}

/** Number of code points: what length facets count (XSD part 2, 4.3.1). */
function codePoints(value: string): number {
  let count = value.length;
  for (let i = 0; i + 1 < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code >= 0xd800 && code < 0xdc00 && (value.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      count--;
      i++;
    }
  }
  return count;
}

function readLanguage(text: string): string | undefined {
  return typeof text === "string" && LANGUAGE.test(text) ? text : undefined;
}

function readNmtoken(text: string): string | undefined {
  return typeof text === "string" && isNmtoken(text) ? text : undefined;
}

function readName(text: string): string | undefined {
  return typeof text === "string" && isName(text) ? text : undefined;
}

function readNCName(text: string): string | undefined {
  return typeof text === "string" && isNCName(text) ? text : undefined;
}

/** xs:string (XSD part 2, 3.2.1). */
export const string: Scalar<string> = {
  kind: "scalar",
  name: "string",
  space: "preserve",
  read: anyText,
  stands: () => true,
  write: writeText,
  size: codePoints,
};

/** xs:anySimpleType: the lexical form of any simple value (XSD part 1, 3.14.7). */
export const anySimpleType: Scalar<AnySimple> = {
  kind: "scalar",
  name: "anySimpleType",
  space: "preserve",
  read: anyText,
  stands: () => true,
  write: writeText,
};

/** xs:normalizedString: no tabs and line breaks (XSD part 2, 3.3.1). */
export const normalizedString: Scalar<NormalizedString> = {
  kind: "scalar",
  name: "normalizedString",
  space: "replace",
  read: anyText,
  write: (value) => (typeof value === "string" && isReplaced(value) ? value : undefined),
  size: codePoints,
};

/** xs:token: no leading, trailing or doubled spaces (XSD part 2, 3.3.2). */
export const token: Scalar<Token> = {
  kind: "scalar",
  name: "token",
  space: "collapse",
  read: anyText,
  write: writeCollapsed,
  size: codePoints,
};

/**
 * What no escaping makes a URI reference of (RFC 2396, 3 and 2.4.1): a first segment with a colon behind something that is no scheme,
 * a scheme with nothing behind it, a percent sign without two digits.
 */
const notURI = /^(?![A-Za-z][A-Za-z0-9+.-]*:[^])[^/?#]*:|%(?![0-9A-Fa-f]{2})/;

/**
 * xs:anyURI, an IRI reference; like the specification, lenient about its characters (XSD part 2, 3.2.17). Services send what is no
 * reference (`192.168.0.1:8080`): tolerant decoding delivers it and reports it.
 */
export const anyURI: Scalar<AnyURI> = {
  kind: "scalar",
  name: "anyURI",
  space: "collapse",
  read: anyText,
  write: writeCollapsed,
  valid: (value) => !notURI.test(value),
  size: codePoints,
};

/** xs:language: a language tag (XSD part 2, 3.3.3). */
export const language: Scalar<Language> = {
  kind: "scalar",
  name: "language",
  space: "collapse",
  read: readLanguage,
  write: readLanguage,
  size: codePoints,
};

/** A name token (xs:NMTOKEN). */
export type NMTOKEN = NameToken;

/** xs:NMTOKEN: one or more name characters (XSD part 2, 3.3.4). */
export const NMTOKEN: Scalar<NMTOKEN> = {
  kind: "scalar",
  name: "NMTOKEN",
  space: "collapse",
  read: readNmtoken,
  write: readNmtoken,
  size: codePoints,
};

/** xs:Name: an XML name (XSD part 2, 3.3.6). */
export const xmlName: Scalar<XmlNameString> = {
  kind: "scalar",
  name: "Name",
  space: "collapse",
  read: readName,
  write: readName,
  size: codePoints,
};

/** An XML name without a colon (xs:NCName). */
export type NCName = NoColonName;

/** xs:NCName: an XML name without a colon (XSD part 2, 3.3.7). */
export const NCName: Scalar<NCName> = {
  kind: "scalar",
  name: "NCName",
  space: "collapse",
  read: readNCName,
  write: readNCName,
  size: codePoints,
};

/** An identifier, unique in its document (xs:ID). */
export type ID = Identifier;

/** xs:ID (XSD part 2, 3.3.8). Uniqueness within the document is not checked. */
export const ID: Scalar<ID> = {
  kind: "scalar",
  name: "ID",
  space: "collapse",
  read: readNCName,
  write: readNCName,
  size: codePoints,
};

/** A reference to an identifier of the same document (xs:IDREF). */
export type IDREF = IdentifierReference;

/** xs:IDREF (XSD part 2, 3.3.9). Whether the identifier exists is not checked. */
export const IDREF: Scalar<IDREF> = {
  kind: "scalar",
  name: "IDREF",
  space: "collapse",
  read: readNCName,
  write: readNCName,
  size: codePoints,
};

/** The name of an unparsed entity (xs:ENTITY). */
export type ENTITY = EntityName;

/** xs:ENTITY (XSD part 2, 3.3.11). Documents with a DTD are refused, so no entity is ever declared. */
export const ENTITY: Scalar<ENTITY> = {
  kind: "scalar",
  name: "ENTITY",
  space: "collapse",
  read: readNCName,
  write: readNCName,
  size: codePoints,
};

/** xs:NMTOKENS: a list of at least one (XSD part 2, 3.3.5). */
export const NMTOKENS: ListCodec<readonly NMTOKEN[]> = { kind: "list", item: NMTOKEN, facets: { minLength: 1 } };

/** xs:IDREFS: a list of at least one (XSD part 2, 3.3.10). */
export const IDREFS: ListCodec<readonly IDREF[]> = { kind: "list", item: IDREF, facets: { minLength: 1 } };

/** xs:ENTITIES: a list of at least one (XSD part 2, 3.3.12). */
export const ENTITIES: ListCodec<readonly ENTITY[]> = { kind: "list", item: ENTITY, facets: { minLength: 1 } };
