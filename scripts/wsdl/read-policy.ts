/** WS-Policy in a WSDL (WS-Policy 1.5 Attachment, 4): expressions and references to syntax. Nothing is normalised: assertions are named. */
import { attribute, type XmlNode } from "../source/document.ts";
import { addressingNamespaces } from "./addressing.ts";
import { wsdlNamespace } from "./reading.ts";
import type { PolicySyntax } from "./syntax.ts";

const namespaces: ReadonlySet<string> = new Set([
  "http://www.w3.org/ns/ws-policy",
  "http://www.w3.org/2006/07/ws-policy",
  "http://schemas.xmlsoap.org/ws/2004/09/policy",
  "http://schemas.xmlsoap.org/ws/2002/12/policy",
]);

/** Operators, whose children are what counts. */
const operators: ReadonlySet<string> = new Set(["Policy", "ExactlyOne", "All"]);

/** The policies that stand in an element, or below it at any depth where `deep`: those of a binding are those of its operations, too. */
export function readPolicies(node: XmlNode, deep = false): readonly PolicySyntax[] {
  return node.children.flatMap((child): readonly PolicySyntax[] => {
    if (!namespaces.has(child.namespace)) return deep ? readPolicies(child, true) : [];
    if (child.localName === "PolicyReference") return [{ ...empty, at: child.at, references: referenceOf(child) }];
    return child.localName === "Policy" ? [readPolicy(child)] : [];
  });
}

/** wsaw:UsingAddressing as an extension of a binding or port says the same as the assertion (WS-Addressing 1.0 WSDL Binding, 3.1). */
export function usingAddressing(node: XmlNode): readonly PolicySyntax[] {
  return node.children.flatMap(({ namespace, localName, attributes, at }): readonly PolicySyntax[] => {
    if (localName !== "UsingAddressing" || !addressingNamespaces.has(namespace)) return [];
    const required = attributes.find(
      (candidate) => candidate.namespace === wsdlNamespace && candidate.localName === "required",
    );
    const optional = !/^(?:true|1)$/.test(required?.value.trim() ?? "");
    return [{ ...empty, at, assertions: [{ name: [namespace, localName], optional }] }];
  });
}

const empty = { id: undefined, assertions: [], references: [] } as const;

function readPolicy(node: XmlNode): PolicySyntax {
  const assertions: { name: XmlNode; optional: boolean }[] = [];
  const references: string[] = [];
  const walk = ({ children }: XmlNode): void => {
    for (const child of children) {
      const own = namespaces.has(child.namespace);
      if (own && operators.has(child.localName)) walk(child);
      else if (own && child.localName === "PolicyReference") references.push(...referenceOf(child));
      else assertions.push({ name: child, optional: isOptional(child) });
    }
  };
  walk(node);
  const id = node.attributes.find(({ localName }) => localName === "Id" || localName === "id")?.value;
  return {
    at: node.at,
    id,
    references,
    assertions: assertions.map(({ name: { namespace, localName }, optional }) => ({
      name: [namespace, localName],
      optional,
    })),
  };
}

function isOptional({ attributes }: XmlNode): boolean {
  return attributes.some(
    ({ namespace, localName, value }) =>
      namespaces.has(namespace) && localName === "Optional" && /^(?:true|1)$/.test(value.trim()),
  );
}

/** What a reference names: the id in its fragment, or the whole URI of a document elsewhere. */
function referenceOf(node: XmlNode): readonly string[] {
  const uri = attribute(node, "URI")?.trim() ?? "";
  return uri === "" ? [] : [uri.replace(/^#/, "")];
}
