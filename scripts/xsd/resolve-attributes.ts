/** Attribute uses, attribute groups and attribute wildcards (part 1, 3.2, 3.4.2, 3.5 and 3.6). */
import type { Name } from "../../src/runtime/codec/table.ts";
import type { Diagnostics, Place } from "../diagnostics.ts";
import { anySimpleType } from "./builtins.ts";
import { keyOf, type AttributeDeclaration, type AttributeUse, type ComplexType, type Wildcard } from "./components.ts";
import { knownAttribute } from "./known-attributes.ts";
import { xsiNamespace } from "./namespaces.ts";
import { documented, type Resolution } from "./resolution.ts";
import { checkNotationUse } from "./resolve-simple.ts";
import { isSameValue } from "./same-value.ts";
import type { AttributeGroupReference, AttributeGroupSyntax, AttributesSyntax, AttributeSyntax } from "./syntax.ts";
import { checkDefault, isIdentifier } from "./values.ts";
import { intersection, union } from "./wildcards.ts";

/** What a type or a group says of attributes, references to groups followed. */
export interface AttributesOf {
  readonly uses: readonly AttributeUse[];
  /** Keys of the attributes that a restriction leaves out. */
  readonly prohibited: ReadonlySet<string>;
  readonly wildcard: Wildcard | undefined;
}

/** Resolves the attributes of a type, or of the group `of`. */
export function resolveAttributes(
  resolution: Resolution,
  syntax: AttributesSyntax,
  of?: AttributeGroupSyntax,
): AttributesOf {
  const uses = new Map<string, AttributeUse>();
  const prohibited = new Set<string>();
  const wildcards: Wildcard[] = syntax.wildcard === undefined ? [] : [syntax.wildcard];
  const add = (use: AttributeUse): void => {
    const key = keyOf(use.attribute.name);
    if (uses.has(key)) {
      const message = `the attribute ${use.attribute.name[1]} stands twice in one type or group: the first counts`;
      resolution.diagnostics.report(of === undefined ? "ct-props-correct.4" : "ag-props-correct.2", use.at, message);
    } else uses.set(key, use);
  };
  for (const use of syntax.uses) {
    if (use.kind === "attributeGroup") {
      const group = groupOf(resolution, use, of);
      for (const inner of group?.uses ?? []) add(inner);
      if (group?.wildcard !== undefined) wildcards.push(group.wildcard);
    } else if (use.use === "prohibited") {
      const name = use.ref ?? use.name;
      if (name !== undefined) prohibited.add(keyOf(name));
    } else {
      const resolved = resolveUse(resolution, use);
      if (resolved !== undefined) add(resolved);
    }
  }
  if (of !== undefined) checkIdentifiers([...uses.values()], "ag-props-correct", of.at, resolution.diagnostics);
  return { uses: [...uses.values()], prohibited, wildcard: common(wildcards, resolution.diagnostics) };
}

/** An element has one identifier among its attributes (3.4.6, ct-props-correct, clause 5, and 3.6.6, ag-props-correct, clause 3). */
export function checkIdentifiers(
  uses: readonly AttributeUse[],
  code: "ag-props-correct" | "ct-props-correct",
  at: Place,
  diagnostics: Diagnostics,
): void {
  const [first, second] = uses.filter(({ attribute }) => isIdentifier(attribute.type));
  if (first === undefined || second === undefined) return;
  const names = `${first.attribute.name[1]} and ${second.attribute.name[1]}`;
  diagnostics.report(code, at, `the attributes ${names} are both of the type ID`);
}

function groupOf(
  resolution: Resolution,
  { ref, at }: AttributeGroupReference,
  of: AttributeGroupSyntax | undefined,
): AttributesOf | undefined {
  const table = resolution.symbols.attributeGroups;
  if (table.get(ref) === undefined) resolution.symbols.unresolved(table, ref, at);
  const group = table.meant(ref, of);
  return group === undefined ? undefined : resolution.attributeGroup(group);
}

function resolveUse(resolution: Resolution, syntax: AttributeSyntax): AttributeUse | undefined {
  const attribute =
    syntax.ref === undefined
      ? declareAttribute(resolution, syntax, false)
      : attributeNamed(resolution, syntax.ref, syntax.at);
  if (attribute === undefined) return undefined;
  const use = {
    required: syntax.use === "required",
    attribute,
    ...(syntax.default === undefined ? {} : { default: syntax.default }),
    ...(syntax.fixed === undefined ? {} : { fixed: syntax.fixed }),
    ...(syntax.expanded === undefined ? {} : { expanded: syntax.expanded }),
    ...documented(syntax),
  };
  checkDefault(use, attribute.type, "attribute", resolution.diagnostics);
  checkFixed(use, resolution.diagnostics);
  return use;
}

/** A use of an attribute that has a fixed value has that value too (3.5.6, au-props-correct). */
function checkFixed({ attribute, fixed, default: standard, at }: AttributeUse, diagnostics: Diagnostics): void {
  if (attribute.fixed === undefined || (fixed ?? standard) === undefined) return;
  if (fixed !== undefined && isSameValue(attribute.type, fixed, attribute.fixed)) return;
  const message = `the attribute ${attribute.name[1]} has the fixed value ${attribute.fixed} already`;
  diagnostics.report("au-props-correct", at, message);
}

function attributeNamed(resolution: Resolution, name: Name, at: Place): AttributeDeclaration | undefined {
  const table = resolution.symbols.attributes;
  const syntax = table.get(name);
  if (syntax !== undefined) return resolution.attribute(syntax);
  const known = knownAttribute(name, at);
  if (known !== undefined) return known;
  resolution.symbols.unresolved(table, name, at);
  return undefined;
}

/** An attribute declaration, global or of a use. The default and fixed value of a use stay with the use. */
export function declareAttribute(
  resolution: Resolution,
  syntax: AttributeSyntax,
  global: boolean,
): AttributeDeclaration {
  if (syntax.name?.[1] === "xmlns") {
    resolution.diagnostics.report("no-xmlns", syntax.at, "xmlns declares namespaces: it is no attribute of elements");
  }
  if (syntax.name?.[0] === xsiNamespace) {
    const message = `the namespace ${xsiNamespace} is not for attributes of schemas`;
    resolution.diagnostics.report("no-xsi", syntax.at, message);
  }
  const type = syntax.type === undefined ? anySimpleType : resolution.simple(resolution.type(syntax.type), syntax.at);
  checkNotationUse(type, syntax.at, resolution.diagnostics);
  return {
    kind: "attribute",
    name: syntax.name ?? ["", ""],
    type,
    ...(global && syntax.default !== undefined ? { default: syntax.default } : {}),
    ...(global && syntax.fixed !== undefined ? { fixed: syntax.fixed } : {}),
    ...(global && syntax.expanded !== undefined ? { expanded: syntax.expanded } : {}),
    ...documented(syntax),
  };
}

/** The wildcard of a type with several: what all of them admit (3.4.2, complete wildcard). */
function common([first, ...others]: readonly Wildcard[], diagnostics: Diagnostics): Wildcard | undefined {
  if (first === undefined) return undefined;
  let { namespaces } = first;
  for (const wildcard of others) {
    const both = intersection(namespaces, wildcard.namespaces);
    if (both !== undefined) namespaces = both;
    else {
      const message = "what these attribute wildcards have in common has no name";
      diagnostics.report("src-ct", wildcard.at, message);
    }
  }
  return { ...first, namespaces };
}

/** The effective attribute uses of a derived type (3.4.2). */
export function deriveAttributes(
  base: ComplexType | undefined,
  own: AttributesOf,
  derivation: ComplexType["derivation"],
  diagnostics: Diagnostics,
): readonly AttributeUse[] {
  const uses = new Map((base?.attributes ?? []).map((use) => [keyOf(use.attribute.name), use] as const));
  if (derivation === "restriction") for (const key of own.prohibited) uses.delete(key);
  for (const use of own.uses) {
    const key = keyOf(use.attribute.name);
    if (derivation === "extension" && uses.has(key)) {
      const why = "an extension does not declare it again, and this one replaces it";
      const message = `the attribute ${use.attribute.name[1]} is inherited: ${why}`;
      diagnostics.tolerate("ct-props-correct.4", use.at, message);
    }
    uses.set(key, use);
  }
  return [...uses.values()];
}

/** The effective attribute wildcard of a derived type (3.4.2): an extension admits what its base does, too. */
export function deriveWildcard(
  base: ComplexType | undefined,
  own: Wildcard | undefined,
  derivation: ComplexType["derivation"],
  diagnostics: Diagnostics,
): Wildcard | undefined {
  const inherited = base?.attributeWildcard;
  if (derivation === "restriction" || inherited === undefined) return own;
  if (own === undefined) return inherited;
  const namespaces = union(own.namespaces, inherited.namespaces);
  if (namespaces !== undefined) return { ...own, namespaces };
  diagnostics.report("src-ct", own.at, "what this wildcard and the inherited one admit together has no name");
  return own;
}
