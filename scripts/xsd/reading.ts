/** What the readers of a schema document share: target namespace and defaults, names, flags and documentation. */
import type { Name } from "../../src/runtime/codec/table.ts";
import type { DiagnosticCode, Diagnostics } from "../diagnostics.ts";
import { attribute, type XmlNode } from "../source/document.ts";
import { checkNode } from "./check.ts";
import type { Documented } from "./components.ts";
import type { RuleName } from "./grammar.ts";
import { xmlNamespace, xsdNamespace } from "./namespaces.ts";
import type { Derivation, TypeReference, UnimportedName } from "./syntax.ts";
import { collapse, words } from "./value-forms.ts";

/** How a schema is read that is not alone. */
export interface ReadOptions {
  /** Namespace of the including schema, for a schema without one (chameleon include, 4.2.1). */
  readonly adopted?: string;
  /**
   * Whether a schema may only name what it imports (4.2.3), or all namespaces are taken as imported. The schemas of one
   * WSDL are commonly written as if they saw each other. Default `required`.
   */
  readonly imports?: "required" | "assumed";
}

const derivations = ["extension", "restriction", "list", "union", "substitution"] as const;

/** One schema document while it is read. */
export class Reading {
  readonly target: string;
  readonly elementsQualified: boolean;
  readonly attributesQualified: boolean;
  readonly #diagnostics: Diagnostics;
  /** Names without a namespace are in the adopted one. */
  readonly #chameleon: boolean;
  readonly #finalDefault: string | undefined;
  readonly #blockDefault: string | undefined;
  /** Namespaces that may be named, or were once; undefined where all may. */
  readonly #visible: Set<string> | undefined;
  readonly #ids = new Set<string>();
  readonly #unimported: UnimportedName[] = [];

  constructor(schema: XmlNode, diagnostics: Diagnostics, { adopted, imports = "required" }: ReadOptions) {
    const own = attribute(schema, "targetNamespace");
    this.#diagnostics = diagnostics;
    this.target = own ?? adopted ?? "";
    this.#chameleon = own === undefined && adopted !== undefined && adopted !== "";
    this.elementsQualified = attribute(schema, "elementFormDefault")?.trim() === "qualified";
    this.attributesQualified = attribute(schema, "attributeFormDefault")?.trim() === "qualified";
    this.#finalDefault = attribute(schema, "finalDefault");
    this.#blockDefault = attribute(schema, "blockDefault");
    if (imports === "assumed") return;
    const imported = childrenOf(schema, "import").map((node) => attribute(node, "namespace") ?? "");
    this.#visible = new Set([this.target, xsdNamespace, xmlNamespace, ...imported]);
  }

  /** The first name of each namespace that is named without being imported. */
  get unimported(): readonly UnimportedName[] {
    return this.#unimported;
  }

  report(code: DiagnosticCode, node: XmlNode, message: string): void {
    this.#diagnostics.report(code, node.at, message);
  }

  /** As `report`, of what is a warning here. */
  tolerate(code: DiagnosticCode, node: XmlNode, message: string): void {
    this.#diagnostics.tolerate(code, node.at, message);
  }

  /** Holds an element against its rule. */
  check(node: XmlNode, rule: RuleName): void {
    checkNode(node, rule, this.#ids, this.#diagnostics);
  }

  /** A component's own name. */
  ownName(node: XmlNode, qualified = true): Name {
    return [qualified ? this.target : "", collapse(attribute(node, "name") ?? "")];
  }

  /** Expands a qualified name; undefined where it is none, which `check` has reported. */
  name(node: XmlNode, qualified: string): Name | undefined {
    const text = collapse(qualified);
    const expanded = expand(node, text) ?? this.#undeclared(node, text);
    if (expanded === undefined) return undefined;
    const name: Name = expanded[0] === "" && this.#chameleon ? [this.target, expanded[1]] : expanded;
    if (this.#visible?.has(name[0]) === false) {
      this.#visible.add(name[0]);
      this.#unimported.push({ namespace: name[0], name: text, at: node.at });
    }
    return name;
  }

  /** A name whose prefix nothing declares: it is taken for one of the target namespace. */
  #undeclared(node: XmlNode, text: string): Name | undefined {
    const [, prefix, localName] = /^([^\s:]+):([^\s:]+)$/.exec(text) ?? [];
    if (prefix === undefined || localName === undefined) return undefined;
    const taken = `it is taken for that of ${this.target === "" ? "no namespace" : this.target}`;
    this.tolerate("src-resolve", node, `the prefix ${prefix} of ${text} is not declared: ${taken}`);
    return [this.target, localName];
  }

  /** The name in an attribute, where there is one. */
  nameIn(node: XmlNode, attributeName: string): Name | undefined {
    const value = attribute(node, attributeName);
    return value === undefined ? undefined : this.name(node, value);
  }

  /** The type that an attribute names, where there is one. */
  typeNamedIn(node: XmlNode, attributeName: string): TypeReference | undefined {
    const name = this.nameIn(node, attributeName);
    return name === undefined ? undefined : { kind: "name", name, at: node.at };
  }

  /** What `final`, or the schema's default for it, rules out. */
  final(node: XmlNode): ReadonlySet<Derivation> {
    return derivationsIn(attribute(node, "final") ?? this.#finalDefault ?? "");
  }

  /** What `block`, or the schema's default for it, rules out. */
  block(node: XmlNode): ReadonlySet<Derivation> {
    return derivationsIn(attribute(node, "block") ?? this.#blockDefault ?? "");
  }
}

function derivationsIn(list: string): ReadonlySet<Derivation> {
  const listed = new Set(words(list));
  return new Set(derivations.filter((derivation) => listed.has(derivation) || listed.has("#all")));
}

/** Expands a qualified name with the prefixes in scope; undefined where it is none, or its prefix is not declared. */
export function expand(node: XmlNode, text: string): Name | undefined {
  const [prefix, localName, ...more] = text.includes(":") ? text.split(":") : ["", text];
  if (prefix === undefined || localName === undefined || localName === "" || more.length > 0) return undefined;
  const namespace = node.namespaceOf(prefix);
  return namespace === undefined ? undefined : [namespace, localName];
}

/** A built-in type, for what a schema leaves out. */
export function builtin(localName: string, { at }: XmlNode): TypeReference {
  return { kind: "name", name: [xsdNamespace, localName], at };
}

/** Children that are elements of XML Schema with one of these names. */
export function childrenOf(node: XmlNode, ...localNames: readonly string[]): XmlNode[] {
  return node.children.filter((child) => child.namespace === xsdNamespace && localNames.includes(child.localName));
}

/** The value of a flag; what is no flag is false. */
export function flag(node: XmlNode, name: string): boolean {
  // In capitals it was reported.
  const value = attribute(node, name)?.trim().toLowerCase();
  return value === "true" || value === "1";
}

/** Place and documentation of a component. */
export function documented(node: XmlNode): Documented {
  const doc = childrenOf(node, "annotation")
    .flatMap((annotation) => childrenOf(annotation, "documentation"))
    .map(({ content }) => tidy(content))
    .filter((text) => text !== "")
    .join("\n\n");
  return doc === "" ? { at: node.at } : { at: node.at, doc };
}

/** Documentation with its indentation removed; blank lines keep paragraphs apart. */
function tidy(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}
