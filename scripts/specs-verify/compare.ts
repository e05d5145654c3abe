/** Differences between two contracts, and whether they are the ones that were listed. */
import type { Facts } from "./facts.ts";

/** A difference that is meant to be, from `source.json`. */
export interface Exception {
  /** Path of the difference, or paths of several with one reason. */
  readonly path: string | readonly string[];
  readonly reason: string;
}

/** One difference. A side that says nothing of the path is undefined. */
interface Difference {
  readonly path: string;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
}

/** The outcome of a comparison. */
export interface Comparison {
  /** How many statements of theirs ours were held against. */
  readonly compared: number;
  /** Differences that an exception allows. */
  readonly allowed: readonly Difference[];
  /** Differences that none allows. */
  readonly unlisted: readonly Difference[];
  /** Paths of exceptions that there is no difference for. */
  readonly stale: readonly string[];
}

/** Compares our contract with the vendor's. */
export function compare(ours: Facts, theirs: Facts, exceptions: readonly Exception[]): Comparison {
  const listed = new Set(exceptions.flatMap(({ path }) => path));
  const differences = [...differingValues(ours, theirs), ...differingOrders(ours, theirs)];
  const paths = new Set(differences.map(({ path }) => path));
  return {
    compared: theirs.values.size + theirs.orders.size,
    allowed: differences.filter(({ path }) => listed.has(path)),
    unlisted: differences.filter(({ path }) => !listed.has(path)),
    stale: [...listed].filter((path) => !paths.has(path)),
  };
}

/** Of something that only one side has, not all its parts are named, only itself. */
function differingValues(ours: Facts, theirs: Facts): readonly Difference[] {
  const paths = new Set([...theirs.values.keys(), ...ours.values.keys()]);
  return [...paths].flatMap((path) => {
    const difference = { path, ours: ours.values.get(path), theirs: theirs.values.get(path) };
    if (difference.ours === difference.theirs) return [];
    const isPart = ancestorsOf(path).some((outer) => ours.values.has(outer) !== theirs.values.has(outer));
    return isPart ? [] : [difference];
  });
}

function ancestorsOf(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
}

/** The order of what both sides have. */
function differingOrders(ours: Facts, theirs: Facts): readonly Difference[] {
  return [...theirs.orders].flatMap(([path, members]) => {
    const own = ours.orders.get(path) ?? [];
    const left = own.filter((member) => members.includes(member)).join(" ");
    const right = members.filter((member) => own.includes(member)).join(" ");
    return left === right ? [] : [{ path, ours: left, theirs: right }];
  });
}
