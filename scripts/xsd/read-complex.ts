/** Elements, model groups and complex types to syntax (part 1, 3.3, 3.4, 3.7 and 3.8). */
import { attribute, type XmlNode } from "../source/document.ts";
import { checkNaming, readAttributes, readConstraint, readWildcard } from "./read-attributes.ts";
import { isLoose } from "./check.ts";
import { readIdentity } from "./read-identity.ts";
import { readFacets, readSimpleType } from "./read-simple.ts";
import { builtin, childrenOf, documented, flag, type Reading } from "./reading.ts";
import { readSoapArray } from "./soap-array.ts";
import type {
  ComplexTypeSyntax,
  ElementSyntax,
  GroupSyntax,
  ModelSyntax,
  Occurrence,
  ParticleSyntax,
  TypeReference,
} from "./syntax.ts";

/** Reads an element, global or a particle. */
export function readElement(reading: Reading, node: XmlNode, global: boolean): ElementSyntax {
  reading.check(node, global ? "globalElement" : "localElement");
  const ref = global ? undefined : reading.nameIn(node, "ref");
  const substitutes = global ? reading.nameIn(node, "substitutionGroup") : undefined;
  const type = readElementType(reading, node);
  const form = global ? undefined : attribute(node, "form")?.trim();
  const qualified = global || (form === undefined ? reading.elementsQualified : form === "qualified");
  if (!global) {
    const own = ["type", "nillable", "default", "fixed", "form", "block"];
    checkNaming(reading, node, own, ["simpleType", "complexType", "key", "keyref", "unique"]);
  }
  return {
    kind: "element",
    ...documented(node),
    ...(global ? { min: 1, max: 1 } : readOccurrence(reading, node)),
    ...(ref === undefined ? { name: reading.ownName(node, qualified) } : { ref }),
    ...(type === undefined ? {} : { type }),
    ...(substitutes === undefined ? {} : { substitutes }),
    ...readConstraint(reading, node),
    nillable: flag(node, "nillable"),
    abstract: global && flag(node, "abstract"),
    identity: readIdentity(reading, node),
    final: reading.final(node),
    block: reading.block(node),
  };
}

function readElementType(reading: Reading, node: XmlNode): TypeReference | undefined {
  const named = reading.typeNamedIn(node, "type");
  const [inline] = childrenOf(node, "simpleType", "complexType");
  if (inline !== undefined && attribute(node, "type") !== undefined) {
    const message = `an element has either the attribute type or a ${inline.localName}: the attribute counts`;
    reading.report("src-element.3", node, message);
  }
  if (inline === undefined || named !== undefined) return named;
  return inline.localName === "simpleType"
    ? readSimpleType(reading, inline, false)
    : readComplexType(reading, inline, false);
}

/** Reads a complex type, global or inside an element. */
export function readComplexType(reading: Reading, node: XmlNode, global: boolean): ComplexTypeSyntax {
  reading.check(node, global ? "globalComplexType" : "localComplexType");
  const [derived] = childrenOf(node, "simpleContent", "complexContent");
  const mixing = derived !== undefined && attribute(derived, "mixed") !== undefined ? derived : node;
  const shared = {
    kind: "complexType",
    ...documented(node),
    ...(global ? { name: reading.ownName(node) } : {}),
    final: reading.final(node),
    block: reading.block(node),
    abstract: flag(node, "abstract"),
    mixed: derived?.localName !== "simpleContent" && flag(mixing, "mixed"),
  } as const;
  if (derived !== undefined) {
    const simple = derived.localName === "simpleContent";
    reading.check(derived, simple ? "simpleContent" : "complexContent");
    const [step] = childrenOf(derived, "restriction", "extension");
    const array = step === undefined || simple ? undefined : readSoapArray(reading, step);
    if (array !== undefined) return { ...shared, ...array };
    if (step !== undefined) {
      return simple
        ? { ...shared, content: readSimpleContent(reading, step), attributes: readAttributes(reading, step) }
        : { ...shared, content: readComplexContent(reading, step), attributes: readAttributes(reading, step) };
    }
  }
  const particle = readModelOf(reading, node);
  return {
    ...shared,
    content: { kind: "complex", derivation: "restriction", ...(particle === undefined ? {} : { particle }) },
    attributes: readAttributes(reading, node),
  };
}

function readSimpleContent(reading: Reading, step: XmlNode): ComplexTypeSyntax["content"] {
  const derivation = step.localName === "extension" ? "extension" : "restriction";
  reading.check(step, derivation === "extension" ? "simpleContentExtension" : "simpleContentRestriction");
  const [inline] = childrenOf(step, "simpleType").map((child) => readSimpleType(reading, child, false));
  return {
    kind: "simple",
    derivation,
    base: reading.typeNamedIn(step, "base") ?? builtin("anyType", step),
    facets: readFacets(reading, step),
    ...(inline === undefined ? {} : { inline }),
  };
}

function readComplexContent(reading: Reading, step: XmlNode): ComplexTypeSyntax["content"] {
  reading.check(step, "complexDerivation");
  const particle = readModelOf(reading, step);
  return {
    kind: "complex",
    derivation: step.localName === "extension" ? "extension" : "restriction",
    base: reading.typeNamedIn(step, "base") ?? builtin("anyType", step),
    ...(particle === undefined ? {} : { particle }),
  };
}

// ---- particles ----------------------------------------------------------------------------------------------------------

function readModelOf(reading: Reading, node: XmlNode): ParticleSyntax | undefined {
  const [model] = childrenOf(node, "sequence", "choice", "all", "group");
  if (model !== undefined) return readParticle(reading, model);
  // Without the sequence that should be around them (`s4s-elt-must-match.1`).
  const particles = node.children.filter(isLoose).flatMap((child) => readParticle(reading, child) ?? []);
  return particles.length === 0 ? undefined : { kind: "sequence", at: node.at, min: 1, max: 1, particles };
}

function readParticle(reading: Reading, node: XmlNode): ParticleSyntax | undefined {
  switch (node.localName) {
    case "element":
      return readElement(reading, node, false);
    case "any":
      reading.check(node, "any");
      return { ...readWildcard(reading, node), ...readOccurrence(reading, node) };
    case "group": {
      reading.check(node, "groupReference");
      const ref = reading.nameIn(node, "ref");
      if (ref === undefined) return undefined;
      return { kind: "group", ref, ...documented(node), ...readOccurrence(reading, node) };
    }
    case "sequence":
    case "choice":
    case "all":
      return readModel(reading, node, node.localName);
    default:
      return undefined;
  }
}

/** The same models as the content of a named group, which says nothing of occurrence: its references do. */
const namedModels = { sequence: "namedSequence", choice: "namedChoice", all: "namedAll" } as const;

function readModel(reading: Reading, node: XmlNode, kind: ModelSyntax["kind"], named = false): ModelSyntax {
  reading.check(node, named ? namedModels[kind] : kind);
  const particles = childrenOf(node, "element", "any", "group", "sequence", "choice", "all").flatMap(
    (child) => readParticle(reading, child) ?? [],
  );
  const occurrence = readOccurrence(reading, node);
  if (kind === "all") {
    const repeated = particles.some(({ max }) => max > 1);
    if (repeated) {
      const message = "each element in an all occurs at most once: as in XSD 1.1, it may occur as often as it says";
      reading.report("cos-all-limited.2", node, message);
    }
    if (occurrence.max > 1) {
      reading.report("s4s-att-invalid-value", node, "an all occurs at most once");
    } else if (occurrence.max === 0) {
      reading.report("cos-all-limited", node, "an all occurs once, or is left out by minOccurs: maxOccurs is always 1");
    }
  }
  return { kind, ...documented(node), ...occurrence, particles };
}

/** Reads a named model group; undefined where it has no model, which was reported. */
export function readGroup(reading: Reading, node: XmlNode): GroupSyntax | undefined {
  reading.check(node, "groupDefinition");
  const [model] = childrenOf(node, "sequence", "choice", "all");
  if (model === undefined) return undefined;
  const kind = model.localName === "all" || model.localName === "choice" ? model.localName : "sequence";
  return { ...documented(node), name: reading.ownName(node), model: readModel(reading, model, kind, true) };
}

/** Reads minOccurs and maxOccurs; values that are no numbers were reported, and count as 1. */
function readOccurrence(reading: Reading, node: XmlNode): Occurrence {
  const read = (name: string): number => {
    const value = attribute(node, name)?.trim();
    if (value === "unbounded" && name === "maxOccurs") return Infinity;
    return value !== undefined && /^\+?\d+$/.test(value) ? Number(value) : 1;
  };
  const min = read("minOccurs");
  const max = read("maxOccurs");
  // A schema that says only maxOccurs="0" means that nothing occurs.
  if (min > max && !(max === 0 && attribute(node, "minOccurs") === undefined)) {
    reading.report("p-props-correct.2.1", node, `minOccurs ${min} is more than maxOccurs ${max}, which counts`);
  }
  return { min: Math.min(min, max), max };
}
