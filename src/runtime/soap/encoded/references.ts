import type { Limits } from "../../codec/mode.ts";
import type { XmlElement } from "../../codec/values.ts";
import { XmlError } from "../../errors.ts";

/** Elements that a message may have after its references are resolved: what is referred to twice counts twice. */
const MAX_ELEMENTS = 1_000_000;
/** The default of the reader's limit. */
const MAX_DEPTH = 256;

type Scope = ReadonlyMap<string, string>;

/** An element, and the prefixes in scope where it really stands. */
export interface Scoped {
  readonly element: XmlElement;
  readonly scope: Scope;
}

/**
 * The references of one message (SOAP 1.1, 5.4.1: `href` to `id`; SOAP 1.2 part 2, 3.1.5: `ref`). They form a graph, which is
 * walked as a tree; what would never end, or would be too large, is an error.
 */
export class References {
  readonly #targets = new Map<string, Scoped>();
  readonly #open = new Set<XmlElement>();
  readonly #depth: number;
  #elements = 0;

  constructor(envelope: XmlElement, limits: Partial<Limits> = {}) {
    this.#depth = limits.depth ?? MAX_DEPTH;
    this.#collect({ element: envelope, scope: new Map() });
  }

  /** The children of an element that are elements. */
  children(parent: Scoped): readonly Scoped[] {
    return parent.element.children.flatMap((child) =>
      typeof child === "string" ? [] : [{ element: child, scope: scopeIn(child, parent.scope) }],
    );
  }

  /**
   * Calls `visit` with the element itself, or with the one that it refers to.
   *
   * @throws XmlError `xml.invalid` for a reference to nothing, or to what it stands in; `xml.limit`
   */
  resolved<T>(from: Scoped, visit: (target: Scoped) => T): T {
    const target = this.#target(from);
    const { localName } = from.element.name;
    if (this.#open.has(target.element)) {
      throw new XmlError("xml.invalid", "A reference to an element that it stands in", { path: this.#path(localName) });
    }
    if (this.#open.size >= this.#depth) {
      const expected = `at most ${this.#depth} levels`;
      throw new XmlError("xml.limit", "References are nested too deep", { path: this.#path(localName), expected });
    }
    if (++this.#elements > MAX_ELEMENTS) {
      const expected = `at most ${MAX_ELEMENTS} elements`;
      throw new XmlError("xml.limit", "The message is too large", { path: this.#path(localName), expected });
    }
    this.#open.add(target.element);
    try {
      return visit(target);
    } finally {
      this.#open.delete(target.element);
    }
  }

  /** An element may refer to one that refers on. */
  #target(from: Scoped): Scoped {
    const seen = new Set<XmlElement>();
    for (let current = from; ;) {
      const reference = referenceOf(current.element);
      if (reference === undefined) return current;
      const found = this.#targets.get(reference);
      const received = JSON.stringify(reference.slice(0, 80));
      if (found === undefined || seen.has(found.element)) {
        const message = found === undefined ? "A reference to nothing" : "A reference to itself";
        const path = this.#path(from.element.name.localName);
        throw new XmlError("xml.invalid", message, { path, expected: "the id of an element", received });
      }
      seen.add(found.element);
      current = found;
    }
  }

  #path(last: string): string {
    return [...[...this.#open].map(({ name }) => name.localName), last].map((name) => `/${name}`).join("");
  }

  #collect(root: Scoped): void {
    const stack = [{ element: root.element, scope: scopeIn(root.element, root.scope) }];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      const id = next.element.attributes.find(({ name }) => name.localName === "id")?.value;
      if (id !== undefined && !this.#targets.has(id)) this.#targets.set(id, next);
      stack.push(...this.children(next));
    }
  }
}

/** Name of the id that an element refers to; references to attachments are not meant. */
function referenceOf({ attributes }: XmlElement): string | undefined {
  for (const { name, value } of attributes) {
    if (name.localName === "href" && name.namespace === "" && value.startsWith("#")) return value.slice(1);
    if (name.localName === "ref" && name.namespace === "http://www.w3.org/2003/05/soap-encoding") return value;
  }
  return undefined;
}

function scopeIn({ namespaces }: XmlElement, outer: Scope): Scope {
  if (namespaces === undefined || namespaces.length === 0) return outer;
  return new Map([...outer, ...namespaces]);
}
