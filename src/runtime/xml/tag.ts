import type { Atom } from "./atoms.ts";
import type { Scope } from "./scope.ts";

/** An element's name, and how documents wrote it last: what `XmlReader.take` compares with. */
export interface Tag {
  readonly namespace: string;
  /** How it was written; undefined until it was met. */
  atom: Atom | undefined;
  /** The scope in which that is this name. */
  scope: Scope | undefined;
}

/** A name that was not met yet. */
export function tagOf(namespace: string): Tag {
  return { namespace, atom: undefined, scope: undefined };
}
