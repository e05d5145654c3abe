/** xs:schema elements to syntax (XSD 1.0 part 1, 3 and part 2, 4.3). What is not allowed where it stands is reported with its place. */
import type { Facets, Name, NamespaceConstraint } from "../../src/runtime/codec/table.ts";
import type { Diagnostics, Place } from "../diagnostics.ts";
import { attribute, type XmlNode } from "../source/document.ts";
import type { Documented } from "./components.ts";
import { translatePattern } from "./pattern.ts";
import type {
  AttributeGroupReference,
  AttributesSyntax,
  AttributeSyntax,
  ComplexTypeSyntax,
  ElementSyntax,
  FacetsSyntax,
  ModelSyntax,
  Occurrence,
  ParticleSyntax,
  SchemaReference,
  SchemaSyntax,
  SimpleTypeSyntax,
  TypeReference,
  WildcardSyntax,
} from "./syntax.ts";

/** Namespace of XML Schema. */
export const xsdNamespace = "http://www.w3.org/2001/XMLSchema";

/**
 * Reads one xs:schema.
 *
 * @param adopted namespace of the including schema, for a schema without one (chameleon include, 4.2.1).
 */
export function readSchema(node: XmlNode, diagnostics: Diagnostics, adopted?: string): SchemaSyntax {
  return new SchemaReader(node, diagnostics, adopted).read();
}

const annotated = ["annotation"];
const models = ["sequence", "choice", "all", "group"];
const attributeUses = ["attribute", "attributeGroup", "anyAttribute"];
const facetNames = [
  "enumeration",
  "pattern",
  "length",
  "minLength",
  "maxLength",
  "minInclusive",
  "maxInclusive",
  "minExclusive",
  "maxExclusive",
  "totalDigits",
  "fractionDigits",
  "whiteSpace",
];

class SchemaReader {
  readonly #node: XmlNode;
  readonly #diagnostics: Diagnostics;
  readonly #target: string;
  readonly #chameleon: boolean;
  readonly #elementsQualified: boolean;
  readonly #attributesQualified: boolean;

  constructor(node: XmlNode, diagnostics: Diagnostics, adopted: string | undefined) {
    this.#node = node;
    this.#diagnostics = diagnostics;
    const own = attribute(node, "targetNamespace");
    this.#target = own ?? adopted ?? "";
    this.#chameleon = own === undefined && adopted !== undefined && adopted !== "";
    this.#elementsQualified = attribute(node, "elementFormDefault") === "qualified";
    this.#attributesQualified = attribute(node, "attributeFormDefault") === "qualified";
  }

  read(): SchemaSyntax {
    const node = this.#node;
    this.#allow(
      node,
      [
        "targetNamespace",
        "version",
        "id",
        "elementFormDefault",
        "attributeFormDefault",
        "blockDefault",
        "finalDefault",
      ],
      [
        "import",
        "include",
        "redefine",
        "annotation",
        "element",
        "attribute",
        "simpleType",
        "complexType",
        "group",
        "attributeGroup",
        "notation",
      ],
    );
    const named = (localName: string): XmlNode[] => this.#children(node, localName);
    return {
      at: node.at,
      targetNamespace: this.#target,
      elementsQualified: this.#elementsQualified,
      attributesQualified: this.#attributesQualified,
      references: node.children.flatMap((child) => this.#reference(child)),
      types: [
        ...named("simpleType").map((child) => this.#simpleType(child, true)),
        ...named("complexType").map((child) => this.#complexType(child, true)),
      ],
      elements: named("element").map((child) => this.#element(child, true)),
      attributes: named("attribute").map((child) => this.#attribute(child, true)),
      groups: named("group").flatMap((child) => {
        this.#allow(child, ["name"], [...annotated, "sequence", "choice", "all"]);
        const [model] = this.#models(child);
        if (model === undefined || model.kind === "group" || model.kind === "wildcard" || model.kind === "element") {
          this.#report("xsd.element", child, "a group has one sequence, choice or all");
          return [];
        }
        return [{ ...this.#documented(child), name: this.#ownName(child), model }];
      }),
      attributeGroups: named("attributeGroup").map((child) => {
        this.#allow(child, ["name"], [...annotated, ...attributeUses]);
        return { ...this.#documented(child), name: this.#ownName(child), attributes: this.#attributes(child) };
      }),
    };
  }

  #reference(node: XmlNode): SchemaReference[] {
    const kind = node.namespace === xsdNamespace ? node.localName : "";
    if (kind !== "import" && kind !== "include" && kind !== "redefine") return [];
    const namespace = attribute(node, "namespace");
    const location = attribute(node, "schemaLocation");
    return [
      {
        kind,
        at: node.at,
        ...(namespace === undefined ? {} : { namespace }),
        ...(location === undefined ? {} : { location: location.trim() }),
      },
    ];
  }

  // ---- types ----------------------------------------------------------------------------------------------------------

  #simpleType(node: XmlNode, global: boolean): SimpleTypeSyntax {
    this.#allow(node, global ? ["name", "final"] : [], [...annotated, "restriction", "list", "union"]);
    const content = node.children.find((child) => ["restriction", "list", "union"].includes(child.localName));
    const shared = {
      kind: "simpleType",
      ...this.#documented(node),
      ...(global ? { name: this.#ownName(node) } : {}),
    } as const;
    if (content === undefined) {
      this.#report("xsd.element", node, "a simple type has a restriction, list or union");
      return { ...shared, variety: { kind: "restriction", base: this.#builtin("string", node), facets: noFacets } };
    }
    return { ...shared, variety: this.#variety(content) };
  }

  #variety(node: XmlNode): SimpleTypeSyntax["variety"] {
    switch (node.localName) {
      case "list":
        this.#allow(node, ["itemType"], [...annotated, "simpleType"]);
        return { kind: "list", item: this.#typeFrom(node, "itemType") ?? this.#builtin("anySimpleType", node) };
      case "union": {
        this.#allow(node, ["memberTypes"], [...annotated, "simpleType"]);
        const names = (attribute(node, "memberTypes") ?? "").split(/\s+/).filter((name) => name !== "");
        return {
          kind: "union",
          members: [
            ...names.map((name) => ({ kind: "name", name: this.#name(node, name), at: node.at }) as const),
            ...this.#children(node, "simpleType").map((child) => this.#simpleType(child, false)),
          ],
        };
      }
      default:
        this.#allow(node, ["base"], [...annotated, "simpleType", ...facetNames]);
        return {
          kind: "restriction",
          base: this.#typeFrom(node, "base") ?? this.#builtin("anySimpleType", node),
          facets: this.#facets(node),
        };
    }
  }

  #facets(node: XmlNode): FacetsSyntax {
    const facets: { -readonly [K in keyof Facets]: Facets[K] } = {};
    const enumeration: (Documented & { value: string })[] = [];
    const patterns: string[] = [];
    for (const child of node.children) {
      if (child.namespace !== xsdNamespace || !facetNames.includes(child.localName)) continue;
      this.#allow(child, ["value", "fixed"], annotated);
      const value = attribute(child, "value");
      if (value === undefined) {
        this.#report("xsd.attribute", child, `${child.localName} needs a value`);
        continue;
      }
      switch (child.localName) {
        case "enumeration":
          enumeration.push({ ...this.#documented(child), value });
          break;
        case "pattern":
          patterns.push(this.#pattern(child, value));
          break;
        case "whiteSpace":
          if (value === "preserve" || value === "replace" || value === "collapse") facets.space = value;
          else this.#report("xsd.value", child, `whiteSpace is preserve, replace or collapse, not ${value}`);
          break;
        case "minInclusive":
        case "maxInclusive":
        case "minExclusive":
        case "maxExclusive":
          facets[child.localName] = value.trim();
          break;
        case "length":
        case "minLength":
        case "maxLength":
        case "totalDigits":
        case "fractionDigits":
          facets[child.localName] = this.#count(child, value);
          break;
      }
    }
    // Patterns of one step are alternatives (part 2, 4.3.4.3).
    if (patterns.length > 0) facets.pattern = [new RegExp(`^(?:${patterns.join("|")})$`, "u")];
    return { facets, enumeration };
  }

  #pattern(node: XmlNode, value: string): string {
    const translated = translatePattern(value);
    if ("source" in translated) return translated.source;
    this.#report(
      "xsd.value",
      node,
      `the pattern ${value} is not a regular expression of XML Schema: ${translated.reason}`,
    );
    return "[^]*";
  }

  #count(node: XmlNode, value: string): number {
    if (/^\s*\+?\d+\s*$/.test(value)) return Number(value);
    this.#report("xsd.value", node, `${node.localName} is a number, not ${value}`);
    return 0;
  }

  #complexType(node: XmlNode, global: boolean): ComplexTypeSyntax {
    this.#allow(
      node,
      [...(global ? ["name", "abstract", "block", "final"] : []), "mixed"],
      [...annotated, "simpleContent", "complexContent", ...models, ...attributeUses],
    );
    const shared = {
      kind: "complexType",
      ...this.#documented(node),
      ...(global ? { name: this.#ownName(node) } : {}),
      abstract: this.#flag(node, "abstract"),
    } as const;
    const [simple] = this.#children(node, "simpleContent");
    const [complex] = this.#children(node, "complexContent");
    const mixed = this.#flag(
      complex !== undefined && attribute(complex, "mixed") !== undefined ? complex : node,
      "mixed",
    );
    const step = this.#derivation(simple ?? complex);
    if (step === undefined) {
      const [particle] = this.#models(node);
      return {
        ...shared,
        mixed,
        content: { kind: "complex", derivation: "restriction", ...(particle === undefined ? {} : { particle }) },
        attributes: this.#attributes(node),
      };
    }
    const derivation = step.localName === "extension" ? "extension" : "restriction";
    const base = this.#typeFrom(step, "base", false) ?? this.#builtin("anyType", step);
    if (simple !== undefined) {
      this.#allow(step, ["base"], [...annotated, "simpleType", ...facetNames, ...attributeUses]);
      const [inline] = this.#children(step, "simpleType").map((child) => this.#simpleType(child, false));
      const content = {
        kind: "simple",
        derivation,
        base,
        facets: this.#facets(step),
        ...(inline === undefined ? {} : { inline }),
      } as const;
      return { ...shared, mixed: false, content, attributes: this.#attributes(step) };
    }
    this.#allow(step, ["base"], [...annotated, ...models, ...attributeUses]);
    const [particle] = this.#models(step);
    const content = { kind: "complex", derivation, base, ...(particle === undefined ? {} : { particle }) } as const;
    return { ...shared, mixed, content, attributes: this.#attributes(step) };
  }

  #derivation(content: XmlNode | undefined): XmlNode | undefined {
    if (content === undefined) return undefined;
    this.#allow(content, ["mixed"], [...annotated, "restriction", "extension"]);
    const step = content.children.find((child) => child.localName === "restriction" || child.localName === "extension");
    if (step === undefined)
      this.#report("xsd.element", content, `${content.localName} has a restriction or an extension`);
    return step;
  }

  // ---- particles ------------------------------------------------------------------------------------------------------

  #models(node: XmlNode): ParticleSyntax[] {
    return node.children.flatMap((child) => (models.includes(child.localName) ? this.#particle(child) : []));
  }

  #particle(node: XmlNode): ParticleSyntax[] {
    if (node.namespace !== xsdNamespace) return [];
    switch (node.localName) {
      case "element":
        return [this.#element(node, false)];
      case "any": {
        this.#allow(node, ["namespace", "processContents", "minOccurs", "maxOccurs"], annotated);
        return [{ ...this.#wildcard(node), ...this.#occurrence(node) }];
      }
      case "group": {
        this.#allow(node, ["ref", "minOccurs", "maxOccurs"], annotated);
        const ref = attribute(node, "ref");
        if (ref === undefined) {
          this.#report("xsd.attribute", node, "a group in a content model is a reference: ref is missing");
          return [];
        }
        return [{ kind: "group", ref: this.#name(node, ref), ...this.#documented(node), ...this.#occurrence(node) }];
      }
      case "sequence":
      case "choice":
      case "all":
        return [this.#model(node, node.localName)];
      default:
        return [];
    }
  }

  #model(node: XmlNode, kind: ModelSyntax["kind"]): ModelSyntax {
    this.#allow(
      node,
      ["minOccurs", "maxOccurs"],
      [...annotated, "element", ...(kind === "all" ? [] : ["any", "group", "sequence", "choice"])],
    );
    return {
      kind,
      ...this.#documented(node),
      ...this.#occurrence(node),
      particles: node.children.flatMap((child) => this.#particle(child)),
    };
  }

  #element(node: XmlNode, global: boolean): ElementSyntax {
    this.#allow(
      node,
      [
        "name",
        "type",
        "default",
        "fixed",
        "nillable",
        "block",
        ...(global ? ["abstract", "final", "substitutionGroup"] : ["ref", "form", "minOccurs", "maxOccurs"]),
      ],
      [...annotated, "simpleType", "complexType", "unique", "key", "keyref"],
    );
    for (const constraint of node.children) {
      if (["unique", "key", "keyref"].includes(constraint.localName)) {
        this.#report("xsd.ignored", constraint, `the identity constraint ${constraint.localName} is not checked`);
      }
    }
    const ref = attribute(node, "ref");
    const substitutes = attribute(node, "substitutionGroup");
    const type = this.#typeFrom(node, "type");
    const form = attribute(node, "form");
    const qualified = global || (form === undefined ? this.#elementsQualified : form === "qualified");
    if ((ref === undefined) === (attribute(node, "name") === undefined)) {
      this.#report("xsd.attribute", node, "an element has either a name or a ref");
    }
    return {
      kind: "element",
      ...this.#documented(node),
      ...this.#occurrence(node),
      ...(ref === undefined ? { name: this.#ownName(node, qualified) } : { ref: this.#name(node, ref) }),
      ...(type === undefined ? {} : { type }),
      ...(substitutes === undefined ? {} : { substitutes: this.#name(node, substitutes) }),
      ...this.#constraint(node),
      nillable: this.#flag(node, "nillable"),
      abstract: this.#flag(node, "abstract"),
    };
  }

  #occurrence(node: XmlNode): Occurrence {
    const read = (name: string): number => {
      const value = attribute(node, name)?.trim();
      if (value === undefined) return 1;
      if (value === "unbounded" && name === "maxOccurs") return Infinity;
      if (/^\+?\d+$/.test(value)) return Number(value);
      this.#report(
        "xsd.value",
        node,
        `${name} is a number${name === "maxOccurs" ? " or unbounded" : ""}, not ${value}`,
      );
      return 1;
    };
    const min = read("minOccurs");
    const max = read("maxOccurs");
    if (min > max) this.#report("xsd.value", node, `minOccurs ${min} is more than maxOccurs ${max}`);
    return { min, max };
  }

  #wildcard(node: XmlNode): WildcardSyntax {
    const process = attribute(node, "processContents") ?? "strict";
    if (process !== "strict" && process !== "lax" && process !== "skip") {
      this.#report("xsd.value", node, `processContents is strict, lax or skip, not ${process}`);
    }
    return {
      kind: "wildcard",
      ...this.#documented(node),
      namespaces: this.#constraintOf(attribute(node, "namespace") ?? "##any"),
      process: process === "lax" || process === "skip" ? process : "strict",
    };
  }

  #constraintOf(value: string): NamespaceConstraint {
    const words = value.split(/\s+/).filter((word) => word !== "");
    if (words[0] === "##any") return "##any";
    if (words[0] === "##other") return { not: this.#target };
    return words.map((word) => (word === "##targetNamespace" ? this.#target : word === "##local" ? "" : word));
  }

  // ---- attributes -----------------------------------------------------------------------------------------------------

  #attributes(node: XmlNode): AttributesSyntax {
    const uses: (AttributeSyntax | AttributeGroupReference)[] = [];
    let wildcard: WildcardSyntax | undefined;
    for (const child of node.children) {
      if (child.namespace !== xsdNamespace) continue;
      if (child.localName === "attribute") uses.push(this.#attribute(child, false));
      else if (child.localName === "attributeGroup") {
        this.#allow(child, ["ref"], annotated);
        uses.push({ kind: "attributeGroup", ref: this.#name(child, attribute(child, "ref") ?? ""), at: child.at });
      } else if (child.localName === "anyAttribute") {
        this.#allow(child, ["namespace", "processContents"], annotated);
        wildcard = this.#wildcard(child);
      }
    }
    return { uses, ...(wildcard === undefined ? {} : { wildcard }) };
  }

  #attribute(node: XmlNode, global: boolean): AttributeSyntax {
    this.#allow(
      node,
      ["name", "type", "default", "fixed", ...(global ? [] : ["ref", "use", "form"])],
      [...annotated, "simpleType"],
    );
    const ref = attribute(node, "ref");
    const type = this.#typeFrom(node, "type");
    const use = attribute(node, "use") ?? "optional";
    const form = attribute(node, "form");
    const qualified = global || (form === undefined ? this.#attributesQualified : form === "qualified");
    if (use !== "optional" && use !== "required" && use !== "prohibited") {
      this.#report("xsd.value", node, `use is optional, required or prohibited, not ${use}`);
    }
    return {
      kind: "attribute",
      ...this.#documented(node),
      ...(ref === undefined ? { name: this.#ownName(node, qualified) } : { ref: this.#name(node, ref) }),
      ...(type === undefined ? {} : { type }),
      use: use === "required" || use === "prohibited" ? use : "optional",
      ...this.#constraint(node),
    };
  }

  #constraint(node: XmlNode): { default?: string; fixed?: string } {
    const standard = attribute(node, "default");
    const fixed = attribute(node, "fixed");
    if (standard !== undefined && fixed !== undefined) {
      this.#report("xsd.attribute", node, "default and fixed exclude each other");
    }
    return { ...(standard === undefined ? {} : { default: standard }), ...(fixed === undefined ? {} : { fixed }) };
  }

  // ---- names, flags, documentation ------------------------------------------------------------------------------------

  /** The type that an attribute names, or that a child spells out. */
  #typeFrom(node: XmlNode, attributeName: string, inlined = true): TypeReference | undefined {
    const name = attribute(node, attributeName);
    if (name !== undefined) return { kind: "name", name: this.#name(node, name), at: node.at };
    if (!inlined) return undefined;
    const [simple] = this.#children(node, "simpleType");
    if (simple !== undefined) return this.#simpleType(simple, false);
    const [complex] = this.#children(node, "complexType");
    return complex === undefined ? undefined : this.#complexType(complex, false);
  }

  #builtin(name: string, node: XmlNode): TypeReference {
    return { kind: "name", name: [xsdNamespace, name], at: node.at };
  }

  /** Expands a qualified name. */
  #name(node: XmlNode, qualified: string): Name {
    const text = qualified.trim();
    const colon = text.indexOf(":");
    const prefix = colon < 0 ? "" : text.slice(0, colon);
    const namespace = node.namespaceOf(prefix);
    if (namespace === undefined) {
      this.#report("src-resolve", node, `the prefix ${prefix} of ${text} is not declared`);
      return ["", text.slice(colon + 1)];
    }
    return [namespace === "" && this.#chameleon ? this.#target : namespace, text.slice(colon + 1)];
  }

  #ownName(node: XmlNode, qualified = true): Name {
    const name = attribute(node, "name")?.trim() ?? "";
    if (name === "" && attribute(node, "ref") === undefined)
      this.#report("xsd.attribute", node, `${node.localName} needs a name`);
    return [qualified ? this.#target : "", name];
  }

  #flag(node: XmlNode, name: string): boolean {
    const value = attribute(node, name)?.trim();
    if (value === undefined || value === "false" || value === "0") return false;
    if (value === "true" || value === "1") return true;
    this.#report("xsd.value", node, `${name} is true or false, not ${value}`);
    return false;
  }

  #documented(node: XmlNode): Documented {
    const doc = this.#children(node, "annotation")
      .flatMap((annotation) => this.#children(annotation, "documentation"))
      .map((documentation) => tidy(textOf(documentation)))
      .filter((text) => text !== "")
      .join("\n\n");
    return { at: node.at, ...(doc === "" ? {} : { doc }) };
  }

  #children(node: XmlNode, localName: string): XmlNode[] {
    return node.children.filter((child) => child.namespace === xsdNamespace && child.localName === localName);
  }

  /** Reports attributes and children that XML Schema does not have here; those of other namespaces are anybody's. */
  #allow(node: XmlNode, attributes: readonly string[], children: readonly string[]): void {
    for (const { namespace, localName } of node.attributes) {
      if (namespace === "" && localName !== "id" && !attributes.includes(localName)) {
        this.#report("xsd.attribute", node, `${node.localName} has no attribute ${localName}`);
      }
    }
    for (const child of node.children) {
      if (child.namespace === xsdNamespace ? !children.includes(child.localName) : true) {
        this.#report("xsd.element", child, `${child.localName} is not allowed in ${node.localName}`);
      }
    }
  }

  #report(code: Parameters<Diagnostics["report"]>[0], node: { readonly at: Place }, message: string): void {
    this.#diagnostics.report(code, node.at, message);
  }
}

const noFacets: FacetsSyntax = { facets: {}, enumeration: [] };

function textOf(node: XmlNode): string {
  return node.text + node.children.map(textOf).join(" ");
}

/** Documentation with its indentation removed; blank lines keep paragraphs apart. */
function tidy(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}
