/**
 * Schemas as plain declarations, names expanded: what two contracts are compared by. Reads with slimdom and shares nothing
 * with the generator's own reader, so that a mistake there cannot hide here.
 */
import { parseXmlDocument, type Element } from "slimdom";
import { expand, xsd } from "./names.ts";

/** The declarations of a document: of an XSD, or of all schemas inside a WSDL. Keys are `{namespace}local`. */
export interface Schemas {
  readonly elements: ReadonlyMap<string, Declaration>;
  readonly types: ReadonlyMap<string, Type>;
  readonly attributes: ReadonlyMap<string, Attribute>;
}

/** An element declaration. */
export interface Declaration {
  readonly kind: "element";
  readonly name: string;
  /** Key of a named type, or the anonymous one. */
  readonly type: string | Type;
  readonly nillable: boolean;
  /** Default, fixed value and attributes of other namespaces, as `name=value`. */
  readonly extras: readonly string[];
}

/** A simple or complex type. */
export interface Type {
  readonly kind: "simple" | "complex";
  readonly derivation: "none" | "restriction" | "extension" | "list" | "union";
  /** Base, item or member types: keys, or anonymous ones. */
  readonly from: readonly (string | Type)[];
  readonly abstract: boolean;
  readonly mixed: boolean;
  /** The type's own particles, without those of its base. */
  readonly content: readonly Particle[];
  readonly attributes: readonly Attribute[];
  /** Facets other than enumerations, as `name=value`. */
  readonly facets: readonly string[];
  readonly values: readonly string[];
}

/** An attribute declaration or its use. */
export interface Attribute {
  readonly name: string;
  readonly type: string;
  readonly extras: readonly string[];
}

/** A particle; `max` is Infinity for unbounded. */
export interface Particle {
  readonly min: number;
  readonly max: number;
  readonly term: Declaration | Group | Wildcard;
}

/** A model group. */
interface Group {
  readonly kind: "sequence" | "choice" | "all";
  readonly particles: readonly Particle[];
}

/** A wildcard. */
interface Wildcard {
  readonly kind: "any";
  readonly namespace: string;
  readonly process: string;
}

/** Reads an XSD, or the schemas of a WSDL. */
export function readSchemas(text: string): Schemas {
  const root = parseXmlDocument(text).documentElement;
  if (root === null) throw new Error("The document is empty");
  const schemas = isXsd(root, "schema") ? [root] : root.getElementsByTagNameNS(xsd, "schema");
  const global = (kind: string): readonly Element[] => schemas.flatMap((schema) => childrenOf(schema, kind));
  const reader = new Reader(global("element"), global("group"));
  return {
    elements: keyed(global("element").map((node) => reader.element(node))),
    attributes: keyed(global("attribute").map((node) => reader.attribute(node))),
    types: new Map(
      [...global("simpleType"), ...global("complexType")].map((node) => [globalName(node), reader.type(node)]),
    ),
  };
}

class Reader {
  readonly #elements: ReadonlyMap<string, Element>;
  readonly #groups: ReadonlyMap<string, Element>;

  constructor(elements: readonly Element[], groups: readonly Element[]) {
    this.#elements = new Map(elements.map((node) => [globalName(node), node]));
    this.#groups = new Map(groups.map((node) => [globalName(node), node]));
  }

  element(node: Element): Declaration {
    const inline = childrenOf(node, "complexType")[0] ?? childrenOf(node, "simpleType")[0];
    const named = node.getAttribute("type");
    return {
      kind: "element",
      name: declaredName(node, "elementFormDefault"),
      type: named !== null ? expand(node, named) : inline !== undefined ? this.type(inline) : `{${xsd}}anyType`,
      nillable: isTrue(node.getAttribute("nillable")),
      extras: extrasOf(node),
    };
  }

  attribute(node: Element): Attribute {
    const ref = node.getAttribute("ref");
    return {
      name: ref === null ? declaredName(node, "attributeFormDefault") : expand(node, ref),
      type: ref === null ? expand(node, node.getAttribute("type") ?? "") : "",
      extras: [...extrasOf(node), ...(node.getAttribute("use") === "required" ? ["use=required"] : [])],
    };
  }

  type(node: Element): Type {
    return node.localName === "simpleType" ? this.#simple(node) : this.#complex(node);
  }

  #simple(node: Element): Type {
    const step = node.children.find((child) => ["restriction", "list", "union"].includes(child.localName));
    if (step === undefined) throw new Error(`${globalName(node)} has no content`);
    const from = step.getAttribute("base") ?? step.getAttribute("itemType") ?? step.getAttribute("memberTypes") ?? "";
    const anonymous = childrenOf(step, "simpleType").map((child) => this.#simple(child));
    const names = from.split(/\s+/).filter((name) => name !== "");
    const derivation = step.localName === "list" || step.localName === "union" ? step.localName : "restriction";
    return {
      ...empty,
      kind: "simple",
      derivation,
      from: [...names.map((name) => expand(step, name)), ...anonymous],
      ...facetsOf(step),
    };
  }

  #complex(node: Element): Type {
    const wrapper = childrenOf(node, "complexContent")[0] ?? childrenOf(node, "simpleContent")[0];
    const step = wrapper?.children.find(({ localName }) => localName === "extension" || localName === "restriction");
    const body = step ?? node;
    const base = step?.getAttribute("base") ?? null;
    return {
      ...empty,
      kind: "complex",
      derivation: step === undefined ? "none" : step.localName === "extension" ? "extension" : "restriction",
      from: base === null ? [] : [expand(body, base)],
      abstract: isTrue(node.getAttribute("abstract")),
      mixed: isTrue(wrapper?.getAttribute("mixed") ?? node.getAttribute("mixed")),
      content: body.children.flatMap((child) => this.#particle(child)).flatMap(flattened),
      attributes: childrenOf(body, "attribute").map((child) => this.attribute(child)),
    };
  }

  /** The particle that an element of the schema is; none for attributes and annotations. */
  #particle(node: Element): readonly Particle[] {
    if (node.namespaceURI !== xsd) return [];
    const occurs = { min: Number(node.getAttribute("minOccurs") ?? 1), max: maximum(node) };
    const ref = node.getAttribute("ref");
    switch (node.localName) {
      case "element": {
        const declared = ref === null ? node : found(this.#elements, expand(node, ref));
        return [{ ...occurs, term: this.element(declared) }];
      }
      case "group": {
        const group = found(this.#groups, expand(node, ref ?? ""));
        return group.children
          .flatMap((child) => this.#particle(child))
          .map(({ term }) => ({ min: occurs.min, max: occurs.max, term }));
      }
      case "sequence":
      case "choice":
      case "all": {
        const particles = node.children.flatMap((child) => this.#particle(child));
        return [{ ...occurs, term: { kind: node.localName, particles } }];
      }
      case "any": {
        const namespace = node.getAttribute("namespace") ?? "##any";
        return [
          { ...occurs, term: { kind: "any", namespace, process: node.getAttribute("processContents") ?? "strict" } },
        ];
      }
    }
    return [];
  }
}

const empty = { abstract: false, mixed: false, content: [], attributes: [], facets: [], values: [] } as const;

/** A sequence that occurs once is what is in it. */
function flattened(particle: Particle): readonly Particle[] {
  const { min, max, term } = particle;
  return term.kind === "sequence" && min === 1 && max === 1 ? term.particles.flatMap(flattened) : [particle];
}

function facetsOf(step: Element): Pick<Type, "facets" | "values"> {
  const facets = step.children.filter((child) => child.namespaceURI === xsd && child.hasAttribute("value"));
  const text = (child: Element): string => child.getAttribute("value") ?? "";
  return {
    values: facets.filter((child) => child.localName === "enumeration").map(text),
    facets: facets
      .filter((child) => child.localName !== "enumeration")
      .map((child) => `${child.localName}=${text(child)}`),
  };
}

const known = new Set(["name", "type", "ref", "minOccurs", "maxOccurs", "nillable", "form", "use"]);

function extrasOf(node: Element): readonly string[] {
  return node.attributes
    .filter(({ name, namespaceURI }) => namespaceURI !== "http://www.w3.org/2000/xmlns/" && !known.has(name))
    .map(({ namespaceURI, localName, value }) =>
      namespaceURI === null ? `${localName}=${value}` : `{${namespaceURI}}${localName}=${value}`,
    )
    .sort();
}

/** Global declarations are qualified; local ones as the form or the schema's default says. */
function declaredName(node: Element, defaulted: "elementFormDefault" | "attributeFormDefault"): string {
  const form = node.getAttribute("form") ?? schemaOf(node).getAttribute(defaulted) ?? "unqualified";
  if (isXsd(node.parentElement, "schema") || form === "qualified") return globalName(node);
  return `{}${node.getAttribute("name") ?? ""}`;
}

function globalName(node: Element): string {
  return `{${schemaOf(node).getAttribute("targetNamespace") ?? ""}}${node.getAttribute("name") ?? ""}`;
}

function schemaOf(node: Element): Element {
  let schema = node;
  while (!isXsd(schema, "schema") && schema.parentElement !== null) schema = schema.parentElement;
  return schema;
}

function childrenOf(node: Element, localName: string): readonly Element[] {
  return node.children.filter((child) => isXsd(child, localName));
}

function isXsd(node: Element | null, localName: string): boolean {
  return node !== null && node.namespaceURI === xsd && node.localName === localName;
}

function isTrue(value: string | null): boolean {
  return value === "true" || value === "1";
}

function maximum(node: Element): number {
  const max = node.getAttribute("maxOccurs") ?? "1";
  return max === "unbounded" ? Infinity : Number(max);
}

function keyed<T extends { readonly name: string }>(declarations: readonly T[]): ReadonlyMap<string, T> {
  return new Map(declarations.map((declaration) => [declaration.name, declaration]));
}

function found(map: ReadonlyMap<string, Element>, name: string): Element {
  const node = map.get(name);
  if (node === undefined) throw new Error(`${name} is not declared`);
  return node;
}
