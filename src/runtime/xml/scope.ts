import { XML_NAMESPACE } from "../codec/namespaces.ts";

/** How many scopes are shared between documents before they are forgotten. */
const mostShared = 1024;
/** Children of one scope that are looked through. */
const mostChildren = 16;
/** Declarations that a look-up passes before its answer is kept. */
const fewSteps = 8;
/** Declarations of one element that are looked through one by one. */
const fewDeclarations = 16;

/** A namespace declaration. */
export type Declaration = readonly [prefix: string, namespace: string];

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
  /** How many declarations its element has up to this one. */
  readonly count: number;
  #children: Scope[] = [];
  #known: Map<string, string> | undefined;
  #all: readonly Declaration[] | undefined;

  constructor(parent: Scope | undefined, outer: Scope | undefined, prefix: string, namespace: string) {
    this.parent = parent;
    this.outer = outer;
    this.prefix = prefix;
    this.namespace = namespace;
    this.standard = prefix === "" ? namespace : (parent?.standard ?? "");
    this.count = parent === undefined || parent === outer ? 1 : parent.count + 1;
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
      if (known !== undefined) {
        namespace = known;
        break;
      }
      steps++;
    }
    if (namespace === undefined || namespace === "") return undefined;
    if (steps > fewSteps) {
      // Kept here for children without declarations, and around for siblings that have their own. What is not bound is an error, and is
      // not kept: scopes outlive documents.
      from.#remember(prefix, namespace);
      if (around !== undefined) around.#remember(prefix, namespace);
      Scope.#index(from, around, 2 * steps);
    }
    return namespace;
  }

  /** Keeps what was passed, and as much again: whoever looks further passes twice as many, so that all of it together stays linear. */
  static #index(from: Scope, around: Scope | undefined, most: number): void {
    let beyond = false;
    let passed = 0;
    for (let scope: Scope | undefined = from; scope !== undefined && passed < most; scope = scope.parent) {
      beyond ||= scope === around;
      from.#remember(scope.prefix, scope.namespace);
      if (beyond && around !== undefined) around.#remember(scope.prefix, scope.namespace);
      passed++;
    }
  }

  /** The inner declaration of a prefix comes first, and stays. */
  #remember(prefix: string, namespace: string): void {
    this.#known ??= new Map();
    if (!this.#known.has(prefix)) this.#known.set(prefix, namespace);
  }

  /** All declarations in scope, inner ones winning; the default namespace under "". Worked out once. */
  all(): readonly Declaration[] {
    this.#all ??= [...new Map(declarationsIn(this, rootScope))].filter(([, namespace]) => namespace !== "");
    return this.#all;
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
    declared.push([one.prefix, one.namespace]);
  }
  // Later ones were met first; older targets have no toReversed.
  const count = declared.length;
  return declared.map((own, index) => declared[count - 1 - index] ?? own);
}

/** Whether nothing is declared but the prefix xml: what is taken back does not count. */
export function isBare(scope: Scope): boolean {
  const taken = new Set<string>();
  for (let one: Scope = scope; one.parent !== undefined; one = one.parent) {
    if (one.namespace === "") taken.add(one.prefix);
    else if (!taken.has(one.prefix)) return false;
  }
  return true;
}

/** The prefixes that one start tag declares: each may stand once. */
export class DeclaredPrefixes {
  /** Those of a tag that has more than a few. */
  #many: Set<string> | undefined;

  /** Whether the element declares a prefix already; if not, it is taken to do so now. */
  has(prefix: string, scope: Scope, outer: Scope): boolean {
    const count = scope === outer ? 0 : scope.count;
    if (count < fewDeclarations) {
      this.#many = undefined;
      for (let one: Scope | undefined = scope; one !== undefined && one !== outer; one = one.parent) {
        if (one.prefix === prefix) return true;
      }
      return false;
    }
    this.#many ??= new Set(declarationsIn(scope, outer).map(([declared]) => declared));
    if (this.#many.has(prefix)) return true;
    this.#many.add(prefix);
    return false;
  }
}
