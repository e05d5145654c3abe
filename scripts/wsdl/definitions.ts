/** The components of a set of WSDL documents by name (WSDL 1.1, 2.1). */
import type { Name } from "../../src/runtime/codec/table.ts";
import type { Diagnostics, Place } from "../diagnostics.ts";
import { keyOf, type Documented } from "../xsd/components.ts";
import type {
  BindingSyntax,
  MessageSyntax,
  PolicySyntax,
  PortTypeSyntax,
  ServiceSyntax,
  WsdlSyntax,
} from "./syntax.ts";

/** Messages, port types and bindings by `{namespace}name`, services in the order in which they were met. */
export interface Definitions {
  readonly messages: ReadonlyMap<string, MessageSyntax>;
  readonly portTypes: ReadonlyMap<string, PortTypeSyntax>;
  readonly bindings: ReadonlyMap<string, BindingSyntax>;
  readonly services: readonly ServiceSyntax[];
  /** By id. */
  readonly policies: ReadonlyMap<string, PolicySyntax>;
}

/**
 * Puts the components of all documents together. What is declared twice in the same words is one component; where the words differ,
 * the first counts, with a warning: two documents of one namespace are common where the deployed contract is a copy.
 */
export function definitionsOf(documents: readonly WsdlSyntax[], diagnostics: Diagnostics): Definitions {
  const index = <T extends Documented & { readonly name: Name }>(what: string, components: readonly T[]) => {
    const found = new Map<string, T>();
    for (const component of components) {
      const key = keyOf(component.name);
      const first = found.get(key);
      if (first === undefined) found.set(key, component);
      else if (written(first) !== written(component)) {
        const { uri, line } = first.at;
        const message = `the ${what} ${component.name[1]} is declared twice: the first one counts, at ${uri}:${line}`;
        diagnostics.report("wsdl.duplicate", component.at, message);
      }
    }
    return found;
  };
  const services = new Map<string, ServiceSyntax>();
  for (const service of documents.flatMap((document) => document.services)) {
    const key = written(service);
    if (!services.has(key)) services.set(key, service);
  }
  return {
    messages: index(
      "message",
      documents.flatMap((document) => document.messages),
    ),
    portTypes: index(
      "port type",
      documents.flatMap((document) => document.portTypes),
    ),
    bindings: index(
      "binding",
      documents.flatMap((document) => document.bindings),
    ),
    services: [...services.values()],
    policies: new Map(
      documents
        .flatMap(({ policies }) => policies)
        .flatMap((policy) => (policy.id === undefined ? [] : [[policy.id, policy]])),
    ),
  };
}

/**
 * A component by name. Where none has it, and a single one of another namespace has its local name, that one is meant: prefixes are
 * mistaken more often than names are missing.
 */
export function found<T extends { readonly name: Name | undefined }>(
  what: string,
  name: Name,
  components: ReadonlyMap<string, T>,
  at: Place,
  diagnostics: Diagnostics,
): T | undefined {
  const exact = components.get(keyOf(name));
  if (exact !== undefined) return exact;
  const [only, ...others] = [...components.values()].filter((component) => component.name?.[1] === name[1]);
  if (only?.name === undefined || others.length > 0) return undefined;
  const message = `there is no ${what} ${described(name)}: ${described(only.name)} is taken`;
  diagnostics.report("wsdl.resolve", at, message);
  return only;
}

/** What a component says, whatever its place and its comments. */
function written(component: object): string {
  return JSON.stringify(component, (key, value: unknown) => (key === "at" || key === "doc" ? undefined : value));
}

/** A name for people. */
export function described([namespace, localName]: Name): string {
  return `${localName} in ${namespace === "" ? "no namespace" : namespace}`;
}
