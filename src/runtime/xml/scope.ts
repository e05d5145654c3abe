import { XML_NAMESPACE } from "../codec/namespaces.ts";

/** How many scopes are shared between documents before they are forgotten. */
const mostShared = 1024;
/** Children of one scope that are looked through. */
const mostChildren = 16;
/** Declarations that a look-up passes before its answer is kept. */
const fewSteps = 8;

/**
 * The namespace declarations in scope at a place: one declaration, and those around it. Documents that declare the same get the same
 * scopes, so what a name means can be kept beside the scope in which it was looked up.
 */
export class Scope {
  readonly parent: Scope | undefined;
  readonly prefix: string;
  readonly namespace: string;
  /** The scope of the element around the one that declares this. */
  readonly outer: Scope | undefined;
  /** The default namespace. */
  readonly standard: string;
  #children: Scope[] = [];
  #known: Map<string, string> | undefined;

  constructor(parent: Scope | undefined, outer: Scope | undefined, prefix: string, namespace: string) {
    this.parent = parent;
    this.outer = outer;
    this.prefix = prefix;
    this.namespace = namespace;
    this.standard = prefix === "" ? namespace : (parent?.standard ?? "");
  }

  /** This scope and one more declaration, of an element in the scope `outer`. */
  declare(outer: Scope, prefix: string, namespace: string): Scope {
    for (const child of this.#children) {
      if (child.prefix === prefix && child.namespace === namespace && child.outer === outer) return child;
    }
    const child = new Scope(this, outer, prefix, namespace);
    if (this.#children.length < mostChildren && prefix.length + namespace.length < 512 && share()) {
      this.#children.push(child);
    }
    return child;
  }

  /** Namespace that a prefix is bound to, "" asking for the default one; undefined where it is unbound. */
  lookup(prefix: string): string | undefined {
    return prefix === "" ? this.standard : Scope.#lookup(this, prefix);
  }

  static #lookup(from: Scope, prefix: string): string | undefined {
    let namespace: string | undefined;
    let steps = 0;
    let around: Scope | undefined;
    for (let scope: Scope | undefined = from; scope !== undefined; scope = scope.parent) {
      if (scope === from.outer) around = scope;
      if (scope.prefix === prefix) {
        namespace = scope.namespace;
        break;
      }
      const known = scope.#known === undefined ? undefined : scope.#known.get(prefix);
      if (known !== undefined) return known === "" ? undefined : known;
      steps++;
    }
    if (steps > fewSteps) {
      // Kept here for children without declarations, and around for siblings that have their own.
      from.#remember(prefix, namespace ?? "");
      if (around !== undefined) around.#remember(prefix, namespace ?? "");
    }
    return namespace === "" ? undefined : namespace;
  }

  #remember(prefix: string, namespace: string): void {
    this.#known ??= new Map();
    this.#known.set(prefix, namespace);
  }

  forget(): void {
    this.#children = [];
  }
}

/** The scope of a document: the prefix xml alone (Namespaces, 3). */
export const rootScope: Scope = new Scope(undefined, undefined, "xml", XML_NAMESPACE);

let shared = 0;

/** Whether one more scope may be shared. */
function share(): boolean {
  if (++shared <= mostShared) return true;
  shared = 0;
  rootScope.forget();
  return false;
}

/** The declarations in a scope that are not in one around it, in their order. */
export function declarationsIn(scope: Scope, outer: Scope | undefined): [prefix: string, namespace: string][] {
  const declared: [prefix: string, namespace: string][] = [];
  for (let one: Scope | undefined = scope; one !== undefined && one !== outer; one = one.parent) {
    declared.unshift([one.prefix, one.namespace]);
  }
  return declared;
}

/** Whether a prefix is declared in a scope, and not only in one around it. */
export function declaresIn(scope: Scope, outer: Scope, prefix: string): boolean {
  for (let one: Scope | undefined = scope; one !== undefined && one !== outer; one = one.parent) {
    if (one.prefix === prefix) return true;
  }
  return false;
}
