/** Which operations of a contract are generated. */
import type { Diagnostics, Place } from "../diagnostics.ts";
import { nearest } from "../xsd/nearest.ts";

/** Operations by name, or by `Service.operation` where services have several of one name; all of them where none are named. */
export class Selection {
  readonly #wanted: ReadonlySet<string> | undefined;
  readonly #known = new Set<string>();
  readonly #found = new Set<string>();

  constructor(names: readonly string[] | undefined) {
    this.#wanted = names === undefined ? undefined : new Set(names);
  }

  /** Whether an operation is wanted, by any of its names. */
  takes(service: string, ...names: readonly string[]): boolean {
    if (this.#wanted === undefined) return true;
    let taken = false;
    for (const name of names.flatMap((own) => [own, `${service}.${own}`])) {
      this.#known.add(name);
      if (!this.#wanted.has(name)) continue;
      this.#found.add(name);
      taken = true;
    }
    return taken;
  }

  /** Reports the names that no operation has, with the nearest ones that are there. */
  report(at: Place, diagnostics: Diagnostics): void {
    for (const name of this.#wanted ?? []) {
      if (this.#found.has(name)) continue;
      const near = nearest(name, this.#known);
      const some = [...this.#known].filter((known) => !known.includes(".")).slice(0, 8);
      const hint = near === undefined ? `; there are ${some.join(", ") || "none"}` : `; did you mean ${near}?`;
      diagnostics.report("operations.unknown", at, `there is no operation ${name}${hint}`);
    }
  }
}
