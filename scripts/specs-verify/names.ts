/** Expanded names: `{namespace}local`. */
import type { Element } from "slimdom";

/** Namespace of XML Schema. */
export const xsd = "http://www.w3.org/2001/XMLSchema";

/** Expands a QName by the declarations in force at an element; one without prefix has the default namespace. */
export function expand(node: Element, qname: string): string {
  const [prefix, local] = qname.includes(":")
    ? [qname.slice(0, qname.indexOf(":")), qname.slice(qname.indexOf(":") + 1)]
    : [null, qname];
  const namespace = node.lookupNamespaceURI(prefix);
  if (namespace === null && prefix !== null) throw new Error(`The prefix of ${qname} is not declared`);
  return `{${namespace ?? ""}}${local}`;
}

/** A name as people read it: names of the contract's own namespace without it, those of XML Schema as `xs:`. */
export function short(name: string, home: string): string {
  if (name.startsWith(`{${home}}`)) return localOf(name);
  return name.startsWith(`{${xsd}}`) ? `xs:${localOf(name)}` : name;
}

/** Local part of an expanded name. */
export function localOf(name: string): string {
  return name.slice(name.indexOf("}") + 1);
}

/** Namespace of an expanded name. */
export function namespaceOf(name: string): string {
  return name.slice(1, name.indexOf("}"));
}
