/** Content whose order matters: the elements that may stand there, by names that are keys of nothing else. */
import type { Count } from "../../src/runtime/codec/table.ts";
import { claimKey } from "../model/keys.ts";
import type { ContentField, ElementField, ParticleDef, WildcardField } from "../model/model.ts";
import type { ElementDeclaration, Particle, Wildcard } from "./components.ts";
import type { ContentParts } from "./lower-content.ts";
import { countOf } from "./occurrence.ts";

/** Lowers one ordered content, or one substitution group. */
export class OrderedLowering {
  readonly #parts: ContentParts;
  readonly #items = new Map<string, ElementField | WildcardField>();
  /** Keys of items by what they are: an expanded name, or the namespaces of a wildcard. */
  readonly #keys = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(parts: ContentParts) {
    this.#parts = parts;
  }

  /** The field of a content; `undefined` for one that has no elements. */
  lower(particle: Particle | undefined, key: string, mixed: boolean): ContentField {
    const content = particle === undefined ? undefined : this.#particle(particle);
    const at = particle?.at ?? { uri: "", line: 1, column: 1 };
    return { kind: "content", key, mixed, items: [...this.#items.values()], content, at };
  }

  /** The elements of a substitution group, and the key that its field should have. */
  group(particle: Particle, head: ElementDeclaration): { key: string; items: readonly ElementField[] } {
    this.#element(particle, head);
    const items = [...this.#items.values()].filter((item) => item.kind === "element");
    return { key: head.name[1], items };
  }

  #particle(particle: Particle): ParticleDef | undefined {
    const { term, min, max } = particle;
    if (max === 0) return undefined;
    const count = countOf([min, max]);
    if (term.kind === "element") return this.#element(particle, term);
    if (term.kind === "wildcard") {
      const key = this.#item(wildcardKey(term), () => wildcardOf(term, "$any", "1"), "");
      return { key, count };
    }
    const particles = term.particles.flatMap((inner) => this.#particle(inner) ?? []);
    return { kind: term.kind, particles, count };
  }

  #element(particle: Particle, element: ElementDeclaration): ParticleDef {
    const count = countOf([particle.min, particle.max]);
    const keys = this.#parts.substitutes(element).map((member) => {
      const once = { ...particle, min: 1, max: 1, term: member };
      const field = this.#parts.field(member === element ? once : { ...once, at: member.at }, member);
      return this.#item(elementKey(field), () => field, "Element");
    });
    const [only, ...others] = keys;
    if (only !== undefined && others.length === 0) return { key: only, count };
    return { kind: "choice", particles: keys.map((key) => ({ key, count: "1" })), count };
  }

  #item(name: string, make: () => ElementField | WildcardField, suffix: string): string {
    const known = this.#keys.get(name);
    if (known !== undefined) return known;
    const item = make();
    const key = claimKey(item.key, this.#taken, suffix);
    this.#keys.set(name, key);
    this.#items.set(key, { ...item, key });
    return key;
  }
}

/** Elements of one name are one item where they are declared alike. */
function elementKey({ name, type, nil, default: standard, fixed }: ElementField): string {
  return JSON.stringify([name, type, nil, standard, fixed]);
}

/** What tells wildcards apart. */
export function wildcardKey({ namespaces, process }: Wildcard): string {
  return JSON.stringify([namespaces, process]);
}

/** A wildcard as a field or an item. */
export function wildcardOf({ namespaces, process, at, doc }: Wildcard, key: string, count: Count): WildcardField {
  return { kind: "any", key, namespaces, count, process, at, ...(doc === undefined ? {} : { doc }) };
}
