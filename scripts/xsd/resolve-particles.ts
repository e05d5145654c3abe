/** Particles, model groups and elements (part 1, 3.3, 3.7, 3.8 and 3.9). */
import type { Name } from "../../src/runtime/codec/table.ts";
import type { Place } from "../diagnostics.ts";
import { anyType } from "./builtins.ts";
import type { ElementDeclaration, ModelGroup, Particle, TypeDefinition } from "./components.ts";
import { documented, type Resolution } from "./resolution.ts";
import type { ElementSyntax, GroupReference, GroupSyntax, ModelSyntax, ParticleSyntax } from "./syntax.ts";

/** A particle with its references followed; undefined where it cannot occur, or not be resolved. */
export function resolveParticle(
  resolution: Resolution,
  syntax: ParticleSyntax,
  of?: GroupSyntax,
): Particle | undefined {
  if (syntax.max === 0) return undefined;
  const shared = { min: syntax.min, max: syntax.max, ...documented(syntax) };
  switch (syntax.kind) {
    case "element": {
      const term =
        syntax.ref === undefined ? resolution.element(syntax, false) : resolution.elementNamed(syntax.ref, syntax.at);
      return term === undefined ? undefined : { ...shared, term };
    }
    case "wildcard": {
      const { namespaces, process } = syntax;
      return { ...shared, term: { kind: "wildcard", namespaces, process, ...documented(syntax) } };
    }
    case "group": {
      const term = groupNamed(resolution, syntax, of);
      return term === undefined ? undefined : { ...shared, term };
    }
    default: {
      const term = resolveModel(resolution, syntax, of);
      // An empty choice can be chosen by nobody (3.8.4): it stays, unless it may be left out.
      const empty = term.particles.length === 0 && (term.kind !== "choice" || syntax.min === 0);
      return empty ? undefined : { ...shared, term };
    }
  }
}

/** The model group that sequence, choice or all stands for. */
export function resolveModel(resolution: Resolution, syntax: ModelSyntax, of?: GroupSyntax): ModelGroup {
  const particles = syntax.particles.flatMap(
    (particle) => resolveParticle(resolution, particle, of) ?? (syntax.kind === "choice" ? emptyBranch(particle) : []),
  );
  return { kind: syntax.kind, particles, ...documented(syntax) };
}

/** In a choice, a group of nothing is a branch like any other: it makes the choice one that may be left out. */
function emptyBranch(syntax: ParticleSyntax): Particle[] {
  if (syntax.max === 0 || syntax.kind === "element" || syntax.kind === "wildcard") return [];
  const said = documented(syntax);
  return [{ min: 1, max: 1, ...said, term: { kind: "sequence", particles: [], ...said } }];
}

function groupNamed(
  resolution: Resolution,
  { ref, at }: GroupReference,
  of: GroupSyntax | undefined,
): ModelGroup | undefined {
  const table = resolution.symbols.groups;
  if (table.get(ref) === undefined) resolution.symbols.unresolved(table, ref, at);
  const group = table.meant(ref, of);
  const model = group === undefined ? undefined : resolution.group(group);
  return model === undefined || model.particles.length === 0 ? undefined : model;
}

/** Makes an element declaration. Its type is linked on first use, so that recursion ties itself. */
export function declareElement(resolution: Resolution, syntax: ElementSyntax, global: boolean): ElementDeclaration {
  const head = headOf(resolution, syntax.substitutes, syntax.at);
  let type: TypeDefinition | undefined;
  const link = (): TypeDefinition => {
    if (syntax.type !== undefined) return resolution.type(syntax.type);
    // Without a type of its own, a member of a substitution group has its head's (3.3.2).
    return head?.type ?? anyType;
  };
  return {
    kind: "element",
    name: syntax.name ?? ["", ""],
    global,
    get type() {
      return (type ??= link());
    },
    nillable: syntax.nillable,
    abstract: syntax.abstract,
    block: blockedBy(syntax),
    identity: syntax.identity,
    ...(syntax.default === undefined ? {} : { default: syntax.default }),
    ...(syntax.fixed === undefined ? {} : { fixed: syntax.fixed }),
    ...(syntax.expanded === undefined ? {} : { expanded: syntax.expanded }),
    ...(head === undefined ? {} : { substitutes: head }),
    ...documented(syntax),
  };
}

/** Of what `block` can list, what an element knows. */
function blockedBy({ block }: ElementSyntax): ElementDeclaration["block"] {
  return new Set((["extension", "restriction", "substitution"] as const).filter((way) => block.has(way)));
}

function headOf(resolution: Resolution, name: Name | undefined, at: Place): ElementDeclaration | undefined {
  return name === undefined ? undefined : resolution.elementNamed(name, at);
}
