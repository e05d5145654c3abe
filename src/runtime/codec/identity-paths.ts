import type { KeyConstraint, KeyPath, KeyStep } from "./identity-table.ts";
import type { Name } from "./table.ts";

/** A path, and the place of what it is of: of a constraint among those of an element, or of a field among those of a constraint. */
export interface PlacedPath {
  readonly of: number;
  readonly path: KeyPath;
}

/** Paths by the name that their last step asks for: an element meets few of them, however many there are. */
export class PathIndex {
  readonly #named = new Map<string, PlacedPath[]>();
  /** Those that take any name, or the element itself. */
  readonly #any: PlacedPath[] = [];

  add(last: KeyStep | undefined, placed: PlacedPath): void {
    if (last === undefined || last === "*" || last[1] === "*") {
      this.#any.push(placed);
      return;
    }
    const known = this.#named.get(last[1]);
    if (known === undefined) this.#named.set(last[1], [placed]);
    else known.push(placed);
  }

  /** Visits the paths that may end in a local name. */
  each(local: string, visit: (placed: PlacedPath) => void): void {
    for (const placed of this.#named.get(local) ?? []) visit(placed);
    for (const placed of this.#any) visit(placed);
  }
}

/** A constraint, its fields by what they find. */
export interface ReadyConstraint {
  readonly constraint: KeyConstraint;
  readonly elements: PathIndex;
  readonly attributes: PathIndex;
}

/** The constraints of one element. */
export interface ReadyConstraints {
  readonly constraints: readonly ReadyConstraint[];
  readonly selectors: PathIndex;
  /** Levels down that a field can be. */
  readonly reach: number;
  /** The keys that are referred to. */
  readonly refers: readonly Name[];
}

const ready = new WeakMap<readonly KeyConstraint[], ReadyConstraints>();

/** Makes the constraints of an element ready; once for each table. */
export function readyConstraints(keys: readonly KeyConstraint[]): ReadyConstraints {
  let made = ready.get(keys);
  if (made === undefined) {
    made = makeReady(keys);
    ready.set(keys, made);
  }
  return made;
}

function makeReady(keys: readonly KeyConstraint[]): ReadyConstraints {
  const selectors = new PathIndex();
  const constraints = keys.map((constraint, of): ReadyConstraint => {
    for (const path of constraint.selector) selectors.add(path.steps.at(-1), { of, path });
    return fieldsOf(constraint);
  });
  const paths = keys.flatMap(({ fields }) => fields.flat());
  return {
    constraints,
    selectors,
    reach: paths.reduce((most, path) => Math.max(most, path.anywhere === true ? Infinity : path.steps.length), 0),
    refers: keys.flatMap(({ refer }) => (refer === undefined ? [] : [refer])),
  };
}

function fieldsOf(constraint: KeyConstraint): ReadyConstraint {
  const elements = new PathIndex();
  const attributes = new PathIndex();
  constraint.fields.forEach((paths, of) => {
    for (const path of paths) {
      if (path.attribute === undefined) elements.add(path.steps.at(-1), { of, path });
      else attributes.add(path.attribute, { of, path });
    }
  });
  return { constraint, elements, attributes };
}
