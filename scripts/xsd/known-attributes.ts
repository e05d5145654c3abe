/**
 * Attributes that everybody knows: those of XML itself and of XLink (1.1, 3.2 to 3.6). Schemas name them without their own
 * schemas at hand.
 */
import type { Name } from "../../src/runtime/codec/table.ts";
import type { Place } from "../diagnostics.ts";
import { anySimpleType, builtinSimpleTypes } from "./builtins.ts";
import type { AttributeDeclaration, SimpleType } from "./components.ts";
import { xmlNamespace } from "./namespaces.ts";

const xlinkNamespace = "http://www.w3.org/1999/xlink";
const at: Place = { uri: xlinkNamespace, line: 1, column: 1 };

/** One of the built-in types, or of the tokens that are listed. */
function typeOf(type: string): SimpleType {
  const builtin = builtinSimpleTypes.get(type);
  if (builtin !== undefined) return builtin;
  const base = builtinSimpleTypes.get("token") ?? anySimpleType;
  const enumeration = type.split(" ").map((value) => ({ value, at }));
  return { kind: "simple", name: undefined, at, variety: { kind: "restriction", base, facets: {}, enumeration } };
}

const known: Readonly<Record<string, ReadonlyMap<string, SimpleType> | undefined>> = {
  [xmlNamespace]: new Map([
    // Empty where a language is taken back: not xs:language.
    ["lang", typeOf("string")],
    ["base", typeOf("anyURI")],
    ["id", typeOf("ID")],
    ["space", typeOf("NCName")],
  ]),
  [xlinkNamespace]: new Map([
    ["type", typeOf("simple extended title resource locator arc none")],
    ...["href", "role", "arcrole"].map((name) => [name, typeOf("anyURI")] as const),
    ["title", typeOf("string")],
    ["show", typeOf("new replace embed other none")],
    ["actuate", typeOf("onLoad onRequest other none")],
    ...["label", "from", "to"].map((name) => [name, typeOf("NCName")] as const),
  ]),
};

/** The declaration of an attribute that is known without a schema; undefined for all others. */
export function knownAttribute(name: Name, place: Place): AttributeDeclaration | undefined {
  const type = known[name[0]]?.get(name[1]);
  return type === undefined ? undefined : { kind: "attribute", name, type, at: place };
}
