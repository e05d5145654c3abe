import type { Documented } from "./components.ts";

/** Place and documentation of a component, and nothing else of it. */
export function documented({ at, doc }: Documented): Documented {
  return doc === undefined ? { at } : { at, doc };
}
